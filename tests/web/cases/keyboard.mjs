// The form by keyboard alone: the sheet of shortcuts, the way round the window.
// Tries: web/keys.js, web/commands.js
import assert from 'node:assert/strict';
import { join } from 'node:path';

const active = (driver) => driver.evaluate(`document.activeElement.dataset.id || ''`);
const region = (driver) => driver.evaluate(`(document.activeElement.closest('.region') || { getAttribute: () => '' }).getAttribute('aria-label')`);

export default [
    {
        name: 'F1 shows the shortcuts, and F1 or Escape goes back to the cell',
        async run(driver) {
            await driver.click('textbox', '填报人');
            for (const key of ['F1', 'Escape']) {
                await driver.press('F1');
                await driver.until(() => document.activeElement.dataset.id === 'keys:close', 'the sheet is open');
                assert.ok(await driver.evaluate(`document.querySelector('[role=dialog]').textContent.includes('Ctrl+D：向下填充')`));
                await driver.press(key);
                await driver.until(() => document.activeElement.dataset.id === 'cell:person', 'the cell has the keyboard again');
            }
        },
    },
    {
        name: 'Ctrl+; writes today into the date; a range tells its sum; the dialog about the form tells where drafts are',
        async run(driver) {
            await driver.click('textbox', '填报日期');
            await driver.press('Control+Semicolon');
            const now = new Date();
            const today = `${now.getFullYear()}年${now.getMonth() + 1}月${now.getDate()}日`;
            await driver.until((text) => document.activeElement.value === text, 'today stands in the date', 8000, today);
            await driver.fill('spinbutton', '收入构成 财政拨款 当年金额', '0.1');
            await driver.fill('spinbutton', '收入构成 财政专户管理资金 当年金额', '0.2');
            await driver.click('spinbutton', '收入构成 财政拨款 当年金额');
            await driver.press('Escape'); // moved through, no longer edited
            await driver.press('Shift+ArrowDown');
            await driver.until(() => document.querySelector('[data-id="status:range"]') !== null, 'the sum is in the status line');
            assert.equal(await driver.evaluate(`document.querySelector('[data-id="status:range"]').textContent`), '已选 2 格 · 金额 2 个，合计 0.3');
            await driver.click('button', '关于本表');
            await driver.until(() => document.activeElement.dataset.id === 'about:close', 'the dialog is open');
            assert.ok(await driver.evaluate(`document.querySelector('[role=dialog]').textContent.includes('草稿只存在这台电脑的这个浏览器中')`));
            await driver.press('Escape');
            await driver.until(() => document.querySelector('[data-id="about:close"]') === null, 'it is closed');
        },
    },
    {
        name: 'F6 goes round the window and comes back to the cell that was left',
        async run(driver, { root }) {
            await driver.upload(join(root, 'tests/fixtures/seed.txt'));
            await driver.until(() => [...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'), 'the form is open');
            await driver.still();
            await driver.click('textbox', '填报人');
            const round = [];
            for (let i = 0; i < 5; ++i) {
                const before = await active(driver);
                await driver.press('F6');
                await driver.until((id) => document.activeElement.dataset.id && document.activeElement.dataset.id !== id, 'the next region', 8000, before);
                round.push(await region(driver));
            }
            assert.deepEqual(round, ['问题筛选', '检查结果', '工具栏', '表单目录', '表单']);
            assert.equal(await active(driver), 'cell:person');
            await driver.press('Shift+F6');
            await driver.until(() => document.activeElement.closest('nav') !== null, 'back to the sections');
            // Enter on what has the keyboard does what a click does.
            await driver.press('Enter');
        },
    },
    {
        name: 'whatever is pressed, something of the form has the keyboard, and the help is about it',
        async run(driver, { root }) {
            await driver.upload(join(root, 'tests/fixtures/seed.txt'));
            await driver.until(() => [...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'), 'the form is open');
            await driver.click('textbox', '填报人');
            const lost = [];
            const look = async (what) => {
                await driver.still();
                const { at, help } = await driver.evaluate(`({ at: document.activeElement.dataset.id || '',
                    help: document.querySelector('[data-id="help:name"]') ? document.querySelector('[data-id="help:name"]').textContent : '' })`);
                const name = await driver.evaluate(`document.activeElement.getAttribute('aria-label') || ''`);
                if (!at) lost.push(`${what}: nothing`);
                // 填报人, or 财政拨款 · 当年金额 of a table's cell.
                else if (at.startsWith('cell:') && !help.split(/[ ·，]+/).every((word) => name.includes(word))) lost.push(`${what}: ${name}, but help on ${help}`);
            };
            for (const key of ['Tab', 'Shift+Tab', 'Enter', 'Shift+Enter', 'ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft', 'Control+End', 'Control+Home',
                'PageDown', 'PageUp', 'Escape', 'Escape', 'Control+KeyD', 'Delete', 'Control+KeyZ', 'Control+KeyY', 'F8', 'F8', 'Shift+F8', 'Control+Equal',
                'Control+Minus', 'Control+Digit0', 'F6', 'F6', 'F6', 'F6', 'F6', 'F1', 'Escape', 'Control+Alt+KeyN', 'Control+KeyZ', 'Shift+ArrowDown',
                'Escape']) {
                await driver.press(key);
                await look(key);
            }
            // Buttons that vanish by being pressed, rows that come and go, panels that close.
            for (const start of ['add:', 'remove:', 'mend:', 'close:', 'button:undo', 'button:redo', 'button:findings', 'button:findings', 'button:sections', 'button:sections',
                'filter:hint', 'section:', 'finding:']) {
                const there = await driver.evaluate(`(() => { const found = [...document.querySelectorAll('button, a')].find((one) =>
                    (one.dataset.id || '').startsWith('${start}')); if (!found) return false; found.focus(); return true; })()`);
                assert.ok(there, `there is a ${start}`);
                await driver.press('Enter');
                await look(start);
            }
            assert.deepEqual(lost, []);
        },
    },
    {
        // Also for those who asked for less motion: nothing of the page moves by itself.
        name: 'a jump shows its end at once, and nothing of the style moves',
        async run(driver, { root }) {
            await driver.upload(join(root, 'tests/fixtures/seed.txt'));
            await driver.until(() => [...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'), 'the form is open');
            await driver.click('textbox', '填报人');
            await driver.evaluate(`window.tops = new Set(); (function look() { tops.add(Math.round(document.querySelector('main').scrollTop));
                requestAnimationFrame(look); })()`);
            await driver.press('Escape');
            await driver.press('Control+End');
            await driver.still();
            const tops = await driver.evaluate('[...tops]');
            assert.ok(tops.length === 2 && tops[1] > 1000, `scrolled over ${tops}`);
            const moving = await driver.evaluate(`[...document.querySelectorAll('*')].filter((one) => {
                const style = getComputedStyle(one);
                return style.scrollBehavior !== 'auto' || style.animationName !== 'none' || parseFloat(style.transitionDuration) > 0;
            }).map((one) => one.outerHTML.slice(0, 80))`);
            assert.deepEqual(moving, []);
        },
    },
];
