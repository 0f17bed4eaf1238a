// What moves the keyboard, the caret and the text inside the cells: drops, drags, menus, undo, other keyboards.
// Tries: web/editor.js, web/fields.js, web/range.js, web/keys.js, web/clipboard.js
import assert from 'node:assert/strict';
import { paste } from '../support/clipboard.mjs';
import { openSeed } from '../support/seed.mjs';
import { heard, listen } from '../support/spoken.mjs';

const CURRENT = '收入构成 财政拨款 当年金额', LAST = '收入构成 财政拨款 上年金额', BEFORE_LAST = '收入构成 财政拨款 前年金额';
const TARGET = '长期绩效指标 公用经费控制率 指标值', BASIS = '长期绩效指标 公用经费控制率 指标值确定依据';
const DUTIES = '部门职能概述', GOAL = '年度目标', PERSON = '填报人';

const focused = (driver) => driver.evaluate(`document.activeElement.getAttribute('aria-label')`);
const undoName = (driver) => driver.evaluate(`document.querySelector('[data-id="button:undo"]').getAttribute('aria-label')`);

// Moves to a field as Tab does, from the one before it.
async function tabTo(driver, role, name) {
    await driver.aim(role, name);
    await driver.evaluate(`(() => {
        const fields = [...document.querySelectorAll('#region-paper .field, #region-paper .clicks')];
        fields[fields.findIndex((field) => field.getAttribute('aria-label') === ${JSON.stringify(name)}) - 1].focus();
    })()`);
    await driver.press('Tab');
    assert.equal(await focused(driver), name);
}

async function drag(driver, from, to) {
    const { mouse } = driver.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    for (let i = 1; i <= 6; ++i) await mouse.move(from.x + ((to.x - from.x) * i) / 6, from.y + ((to.y - from.y) * i) / 6);
    await mouse.up();
    await driver.still();
}

// Out of another program, by Chromium's protocol: no driver drags from one.
async function drop(driver, { x, y, width, height }, plain, html) {
    const session = await driver.page.context().newCDPSession(driver.page);
    const items = [{ mimeType: 'text/plain', data: plain }, ...(html ? [{ mimeType: 'text/html', data: html }] : [])];
    for (const type of ['dragEnter', 'dragOver', 'drop'])
        await session.send('Input.dispatchDragEvent', { type, x: x + width / 2, y: y + height / 2, data: { items, dragOperationsMask: 1 } });
    await session.detach();
    await driver.still();
}

// Carries out a command as the browser's own menu does, without a key.
async function choose(driver, command) {
    const session = await driver.page.context().newCDPSession(driver.page);
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', commands: [command], key: 'Unidentified', code: '', windowsVirtualKeyCode: 0 });
    await session.detach();
    await driver.still();
}

export default [
    {
        name: 'a text dropped into a cell is added where it is dropped',
        needs: 'chromium',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.aim('textbox', GOAL);
            const before = await driver.value('textbox', GOAL);
            // Its first line: beneath the last one a text is added at the end.
            await drop(driver, { ...(await driver.find('textbox', GOAL)), height: 36 }, '大通关');
            const after = await driver.value('textbox', GOAL);
            const at = after.indexOf('大通关');
            assert.equal(after.slice(0, at) + after.slice(at + 3), before);
            assert.ok(at > 0 && at < before.length, `in the middle of the cell, at ${at}`);
            // One cell of Excel's: there as well, and without its line end.
            await driver.aim('textbox', PERSON);
            await drop(driver, await driver.find('textbox', PERSON), '甲\r\n', '<table><tr><td>甲</td></tr></table>');
            assert.match(await driver.value('textbox', PERSON), /^(?=.*李)(?=.*甲)[李晓明甲]{4}$/);
        },
    },
    {
        name: 'a block dropped on a cell is previewed, and a text that is too long refused',
        needs: 'chromium',
        async run(driver, { root }) {
            await openSeed(driver, root);
            // A drag that becomes a range is not one that moves text.
            await tabTo(driver, 'spinbutton', CURRENT);
            const from = await driver.find('spinbutton', CURRENT), to = await driver.find('spinbutton', LAST);
            await drag(driver, { x: from.x + from.width - 14, y: from.y + from.height / 2 }, { x: to.x + 10, y: to.y + 10 });
            await driver.press('Escape');
            await drop(driver, await driver.find('spinbutton', CURRENT), '1\t\t2\r\n3\t\t4\r\n');
            await driver.until(() => document.activeElement.dataset.id === 'paste:apply', 'the preview is shown');
            await driver.press('Escape');
            await driver.aim('textbox', GOAL);
            const before = await driver.value('textbox', GOAL);
            await drop(driver, await driver.find('textbox', GOAL), '绩效目标'.repeat(100000));
            assert.equal(await driver.value('textbox', GOAL), before);
        },
    },
    {
        name: 'what is found or touched in a field is not marked as a whole',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.evaluate(`(() => {
                const field = document.querySelector('[aria-label="${GOAL}"]');
                field.setSelectionRange(2, 4);
                field.focus();
            })()`);
            assert.deepEqual(await driver.evaluate(`[document.activeElement.selectionStart, document.activeElement.selectionEnd]`), [2, 4]);
        },
    },
    {
        name: 'text marked with the mouse in an open cell stays text where the pointer slips out',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('textbox', DUTIES);
            const before = await driver.value('textbox', DUTIES), tasks = await driver.value('textbox', '年度工作任务');
            const { x, y, height } = await driver.find('textbox', DUTIES);
            await drag(driver, { x: x + 60, y: y + height - 30 }, { x: x + 220, y: y + height + 40 });
            await driver.press('Delete');
            const left = await driver.value('textbox', DUTIES);
            assert.ok(left.length > 0 && left.length < before.length, `${left.length} of ${before.length} are left`);
            assert.equal(await driver.value('textbox', '年度工作任务'), tasks);
        },
    },
    {
        name: 'dragging from a cell that was moved to draws a range and moves no text',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await tabTo(driver, 'spinbutton', CURRENT);
            const from = await driver.find('spinbutton', CURRENT), to = await driver.find('spinbutton', '收入构成 单位资金 当年金额');
            await drag(driver, { x: from.x + from.width - 14, y: from.y + from.height / 2 }, { x: to.x + to.width / 2, y: to.y + to.height / 2 });
            assert.equal(await driver.value('spinbutton', CURRENT), '1424');
            await driver.press('Delete');
            assert.match(await undoName(driver), /清除 \d+ 格/);
            await driver.press('Control+z');
            assert.equal(await driver.value('spinbutton', CURRENT), '1424');
        },
    },
    {
        name: 'a text that was typed and deleted comes back by undo, and so does one given up by Escape',
        async run(driver) {
            await driver.fill('textbox', PERSON, '张三');
            await driver.click('textbox', DUTIES);
            await driver.type('An hour of work.');
            await driver.press('Control+a');
            await driver.press('Delete');
            await driver.press('Control+z');
            assert.equal(await driver.value('textbox', DUTIES), 'An hour of work.');
            await driver.press('Escape');
            assert.equal(await driver.value('textbox', DUTIES), '');
            await driver.press('Control+z');
            assert.equal(await driver.value('textbox', DUTIES), 'An hour of work.');
            assert.equal(await driver.value('textbox', PERSON), '张三');
        },
    },
    {
        name: 'a composition that was given up leaves undo to the form',
        needs: 'chromium',
        async run(driver) {
            await driver.fill('textbox', PERSON, '张三');
            await driver.click('textbox', DUTIES);
            const session = await driver.page.context().newCDPSession(driver.page);
            await session.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
            await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
            await session.detach();
            await driver.press('Control+z');
            assert.equal(await driver.value('textbox', PERSON), '');
        },
    },
    {
        name: 'no key that moves changes a list, also not at the edge of its table',
        async run(driver, { root }) {
            await openSeed(driver, root);
            for (const name of [BASIS, '长期绩效指标 公用经费控制率 指标分类'])
                for (const key of ['ArrowRight', 'ArrowDown', 'PageDown', 'Shift+PageDown', 'End', 'Control+ArrowRight']) {
                    await tabTo(driver, 'combobox', name);
                    const before = await driver.value('combobox', name);
                    await driver.press(key);
                    assert.equal(await driver.value('combobox', name), before, `${name}, ${key}`);
                }
        },
    },
    {
        name: 'F2 opens a cell that was moved to: the caret stands at its end, and arrows stay in it',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await tabTo(driver, 'spinbutton', CURRENT);
            const before = await driver.value('spinbutton', CURRENT);
            await driver.press('F2');
            await driver.type('7');
            await driver.press('ArrowLeft');
            assert.deepEqual([await focused(driver), await driver.value('spinbutton', CURRENT)], [CURRENT, `${before}7`]);
        },
    },
    {
        name: 'after Delete, and after a value was pasted, arrows go on to the next cell',
        async run(driver, { root, browser }) {
            await openSeed(driver, root);
            await tabTo(driver, 'spinbutton', CURRENT);
            await driver.press('Delete');
            await driver.press('ArrowRight');
            assert.notEqual(await focused(driver), CURRENT);
            // A page of its own cannot paste into Firefox as a person does.
            if (!browser.chromium) return;
            await tabTo(driver, 'textbox', TARGET);
            await paste(driver, { browser, plain: '≥95%\r\n', html: '<table><tr><td>≥95%</td></tr></table>' });
            assert.equal(await driver.value('textbox', TARGET), '≥95%');
            await driver.press('ArrowDown');
            assert.notEqual(await focused(driver), TARGET);
        },
    },
    {
        name: 'a list is copied, cut and pasted as a cell',
        needs: 'chromium',
        async run(driver, { root, browser }) {
            await openSeed(driver, root);
            await tabTo(driver, 'combobox', BASIS);
            await paste(driver, { browser, plain: '计划标准\r\n', html: '<table><tr><td>计划标准</td></tr></table>' });
            assert.equal(await driver.value('combobox', BASIS), '计划标准');
            await driver.press('Control+KeyX');
            assert.equal(await driver.value('combobox', BASIS), '');
            await driver.press('Control+KeyV');
            assert.equal(await driver.value('combobox', BASIS), '计划标准');
        },
    },
    {
        name: 'Control+A and Delete empty one cell, Control+A twice marks the table and says so',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await tabTo(driver, 'spinbutton', CURRENT);
            await driver.press('Control+a');
            await driver.press('Delete');
            assert.equal(await driver.value('spinbutton', CURRENT), '');
            assert.equal(await driver.value('spinbutton', LAST), '487');
            await driver.press('Control+z');
            assert.equal(await driver.value('spinbutton', CURRENT), '1424');
            await listen(driver);
            await driver.press('Control+a');
            await driver.press('Control+a');
            await heard(driver, '已选 \\d+ 格');
        },
    },
    {
        name: 'Control+A in a text outside the tables marks it however often, and arrows stay in it',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('textbox', DUTIES);
            await driver.press('Control+a');
            await driver.press('Control+a');
            assert.equal(await driver.evaluate('document.activeElement.selectionEnd - document.activeElement.selectionStart'),
                (await driver.value('textbox', DUTIES)).length);
            await driver.press('ArrowRight');
            assert.equal(await focused(driver), DUTIES);
        },
    },
    {
        name: 'a menu asked for on a range keeps it, and what it deletes is the range',
        needs: 'chromium',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await tabTo(driver, 'spinbutton', CURRENT);
            await driver.press('Shift+ArrowRight');
            await driver.press('Shift+ArrowRight');
            const { x, y, width, height } = await driver.find('spinbutton', BEFORE_LAST);
            await driver.page.mouse.click(x + width / 2, y + height / 2, { button: 'right' });
            assert.equal(await focused(driver), CURRENT);
            await choose(driver, 'delete');
            assert.equal(await driver.value('spinbutton', CURRENT), '');
            assert.equal(await driver.value('spinbutton', BEFORE_LAST), '');
        },
    },
    {
        name: 'undo from a menu is the undo of the key',
        needs: 'chromium',
        async run(driver) {
            await driver.fill('textbox', PERSON, '张三');
            await driver.fill('textbox', PERSON, '李四');
            await choose(driver, 'undo');
            await driver.until(() => document.querySelector('[aria-label="填报人"]').value === '张三', 'one step is undone');
            await driver.find('button', '重做：修改 填报人');
        },
    },
    {
        name: 'what undo changes is in sight',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.fill('textbox', PERSON, '张三');
            await driver.press('Control+End');
            await driver.until(() => document.getElementById('region-paper').scrollTop > 1000, 'the end is shown');
            await driver.press('Control+z');
            await driver.until(() => {
                const { top, bottom } = document.querySelector('[aria-label="填报人"]').getBoundingClientRect();
                return top >= 0 && bottom <= innerHeight;
            }, 'the cell is seen');
        },
    },
    {
        name: 'a finger opens a cell where it taps, and scrolls the paper from an open one',
        needs: 'chromium',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const session = await driver.page.context().newCDPSession(driver.page);
            await driver.aim('textbox', DUTIES);
            const before = await driver.value('textbox', DUTIES);
            const { x, y, height } = await driver.find('textbox', DUTIES);
            const finger = (type, points) => session.send('Input.dispatchTouchEvent', { type, touchPoints: points });
            const middle = { x: x + 120, y: y + height / 2 };
            await finger('touchStart', [middle]);
            await finger('touchEnd', []);
            await driver.until((wanted) => document.activeElement.getAttribute('aria-label') === wanted, 'the cell is open', 5000, DUTIES);
            await driver.type('甲');
            const after = await driver.value('textbox', DUTIES);
            assert.equal(after.length, before.length + 1, 'one letter more');
            assert.ok(after.indexOf('甲') > 0 && !after.endsWith('甲'), 'where the finger was');
            const top = await driver.evaluate(`document.getElementById('region-paper').scrollTop`);
            await finger('touchStart', [middle]);
            for (let i = 1; i <= 10; ++i) {
                await finger('touchMove', [{ x: middle.x, y: middle.y - 25 * i }]);
                await driver.evaluate('new Promise(requestAnimationFrame)');
            }
            await finger('touchEnd', []);
            await driver.until((start) => document.getElementById('region-paper').scrollTop > start + 100, 'the paper is scrolled', 5000, top);
            assert.equal(await focused(driver), DUTIES);
            assert.equal(await driver.value('textbox', DUTIES), after);
            await session.detach();
        },
    },
    {
        name: 'Enter on a soft keyboard, which names no key, leaves a cell of one line',
        needs: 'chromium',
        async run(driver) {
            await driver.click('textbox', PERSON);
            await driver.type('张三');
            const session = await driver.page.context().newCDPSession(driver.page);
            await session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', windowsVirtualKeyCode: 229, key: 'Unidentified', code: '', commands: ['InsertNewline'] });
            await session.send('Input.dispatchKeyEvent', { type: 'keyUp', windowsVirtualKeyCode: 229, key: 'Unidentified', code: '' });
            await session.detach();
            await driver.still();
            assert.notEqual(await focused(driver), PERSON);
            assert.equal(await driver.value('textbox', PERSON), '张三');
        },
    },
    {
        name: 'shortcuts are the characters of the layout, and letters written by AltGr are none',
        async run(driver) {
            const zoom = () => driver.evaluate(`document.querySelector('[data-id="button:zoom-reset"]').getAttribute('aria-label')`);
            const press = async (event) => {
                const used = await driver.evaluate(`!document.activeElement.dispatchEvent(new KeyboardEvent('keydown',
                    { bubbles: true, cancelable: true, ...${JSON.stringify(event)} }))`);
                await driver.still();
                return used;
            };
            await driver.fill('textbox', PERSON, '张三');
            const before = await zoom();
            assert.ok(await press({ key: '+', code: 'BracketRight', ctrlKey: true }), 'German +');
            assert.notEqual(await zoom(), before);
            assert.ok(!(await press({ key: 'ß', code: 'Minus', ctrlKey: true })), 'German ß');
            assert.ok(!(await press({ key: 'Insert', code: 'Numpad0', ctrlKey: true })), 'copying on a number pad');
            assert.ok(!(await press({ key: 'ń', code: 'KeyN', ctrlKey: true, altKey: true })), 'Polish ń');
            assert.equal(await driver.value('textbox', PERSON), '张三');
        },
    },
];
