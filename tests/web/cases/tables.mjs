// The form's tables worked on as in a spreadsheet, by mouse, keys and the real clipboard.
// Tries: web/range.js, web/clipboard_table.js, web/keys.js, web/pointer.js
import assert from 'node:assert/strict';
import { openSeed } from '../support/seed.mjs';

const INCOME = '收入构成 财政拨款 ';

export default [
    {
        name: 'a range dragged with the mouse is cleared at once and comes back at once',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', INCOME + '当年金额');
            const from = await driver.find('spinbutton', INCOME + '当年金额');
            const to = await driver.find('spinbutton', '收入构成 单位资金 上年金额');
            const { mouse } = driver.page;
            await mouse.move(from.x + 10, from.y + 10);
            await mouse.down();
            for (let i = 1; i <= 5; ++i)
                await mouse.move(from.x + 10 + ((to.x - from.x) * i) / 5, from.y + 10 + ((to.y - from.y) * i) / 5);
            await mouse.up();
            await driver.still();
            assert.ok((await driver.find('spinbutton', INCOME + '当年金额')).focused);
            await driver.press('Delete');
            await driver.still();
            assert.equal(await driver.value('spinbutton', INCOME + '当年金额'), '');
            assert.equal(await driver.value('spinbutton', INCOME + '上年金额'), '');
            await driver.press('Control+z');
            await driver.until(() => [...document.querySelectorAll('input')].some((field) => field.value === '1424'), 'it is back');
        },
    },
    {
        name: 'a range is drawn by Shift and click, and by Shift and arrows',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', '支出构成 人员类项目支出 当年金额');
            const to = await driver.find('spinbutton', '支出构成 运转类项目支出 上年金额');
            await driver.page.keyboard.down('Shift');
            await driver.page.mouse.click(to.x + to.width / 2, to.y + to.height / 2);
            await driver.page.keyboard.up('Shift');
            assert.ok((await driver.find('spinbutton', '支出构成 人员类项目支出 当年金额')).focused);
            await driver.press('Shift+ArrowLeft');
            await driver.press('Shift+ArrowLeft');
            await driver.press('Backspace');
            await driver.still();
            assert.equal(await driver.value('spinbutton', '支出构成 运转类项目支出 当年金额'), '');
            assert.notEqual(await driver.value('spinbutton', '支出构成 运转类项目支出 上年金额'), '');
        },
    },
    {
        name: 'a number typed and ended by an arrow stays, and the cell above or below is next',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', '支出构成 人员类项目支出 当年金额');
            await driver.press('Escape');
            await driver.type('12.5');
            await driver.press('ArrowLeft');
            await driver.type('0');
            assert.ok((await driver.find('spinbutton', '支出构成 人员类项目支出 当年金额')).focused, 'ArrowLeft moves the caret');
            await driver.press('ArrowDown');
            assert.equal(await driver.value('spinbutton', '支出构成 人员类项目支出 当年金额'), '12.05');
            assert.ok((await driver.find('spinbutton', '支出构成 运转类项目支出 当年金额')).focused);
            await driver.press('ArrowUp');
            await driver.type('7');
            await driver.press('Shift+ArrowDown');
            await driver.press('Delete');
            await driver.still();
            assert.equal(await driver.value('spinbutton', '支出构成 人员类项目支出 当年金额'), '');
            assert.equal(await driver.value('spinbutton', '支出构成 运转类项目支出 当年金额'), '');
        },
    },
    {
        name: 'keys move through the table, the second Control+A marks it, Control+D fills down',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', INCOME + '当年金额');
            await driver.press('Control+a');
            await driver.press('Control+a');
            await driver.press('Control+d');
            assert.equal(await driver.value('spinbutton', '收入构成 单位资金 当年金额'), '1424');
            await driver.press('Escape');
            await driver.press('Control+ArrowRight');
            assert.ok((await driver.find('spinbutton', INCOME + '上年金额')).focused);
            await driver.press('Home');
            assert.ok((await driver.find('spinbutton', INCOME + '当年金额')).focused);
            await driver.press('Control+Home');
            assert.ok((await driver.find('textbox', '填报日期')).focused);
        },
    },
    {
        name: 'a closed list is passed by arrows and keeps its choice',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const name = '长期绩效指标 公用经费控制率 指标值确定依据';
            const value = await driver.value('combobox', name);
            await driver.aim('combobox', name);
            await driver.evaluate(`document.querySelector('[aria-label="${name}"]').focus()`);
            await driver.press('ArrowDown');
            assert.ok(!(await driver.find('combobox', name)).focused);
            assert.equal(await driver.value('combobox', name), value);
        },
    },
    {
        name: 'a range is cut to the real clipboard, as lines and as a table, and stays there for other programs',
        // The drivers give Firefox's page no clipboard of the system.
        needs: 'chromium',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', INCOME + '当年金额');
            const to = await driver.find('spinbutton', INCOME + '前年金额');
            await driver.page.keyboard.down('Shift');
            await driver.page.mouse.click(to.x + to.width / 2, to.y + to.height / 2);
            await driver.page.keyboard.up('Shift');
            await driver.press('Control+KeyX');
            await driver.until((label) => document.querySelector(`[aria-label="${label}"]`).value === '', 'the cell is empty', 8000,
                INCOME + '当年金额');
            await driver.page.goto('about:blank');
            await driver.evaluate(`document.body.innerHTML = '<textarea></textarea><div contenteditable></div>'`);
            await driver.evaluate(`document.querySelector('textarea').focus()`);
            await driver.press('Control+KeyV');
            assert.equal(await driver.evaluate(`document.querySelector('textarea').value`), '1424\t100%\t581.4\n');
            await driver.evaluate(`document.querySelector('div').focus()`);
            await driver.press('Control+KeyV');
            assert.deepEqual(await driver.evaluate(`[...document.querySelectorAll('td')].map((cell) => cell.textContent)`),
                ['1424', '100%', '581.4']);
        },
    },
    {
        name: 'Pinyin initials choose from a closed list, as one step that can be undone',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const name = '长期绩效指标 公用经费控制率 指标值确定依据';
            const before = await driver.value('combobox', name);
            await driver.aim('combobox', name);
            await driver.evaluate(`document.querySelector('[aria-label="${name}"]').focus()`);
            const holds = (wanted) => driver.until(([label, text]) => document.querySelector(`[aria-label="${label}"]`).value === text,
                `the list says ${wanted}`, 8000, [name, wanted]);
            await driver.page.keyboard.type('ls');
            await holds('历史标准');
            await driver.page.evaluate(() => new Promise((done) => setTimeout(done, 1100)));
            await driver.page.keyboard.type('Y');
            await holds('预算支出标准');
            // The letters of one list are not those of the next.
            await driver.press('Tab');
            await driver.until(() => document.activeElement.getAttribute('aria-label').endsWith('指标分类'), 'the next list');
            await driver.page.keyboard.type('cx');
            await driver.until(() => document.activeElement.value === '创新型', 'the next list says 创新型');
            await driver.press('Control+KeyZ');
            await driver.evaluate(`document.querySelector('[aria-label="${name}"]').focus()`);
            assert.ok((await driver.find('combobox', name)).focused);
            await driver.press('Control+KeyZ');
            await holds(before);
        },
    },
    {
        name: 'two linked tables are named once, aligned after a preview, and the following one filled from the other',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const title = (table) => `${table} 核心业务产出1 三级指标`;
            await driver.fill('textbox', title('长期绩效指标'), '招商引资项目数');
            assert.equal(await driver.value('textbox', title('年度绩效指标')), '招商引资项目数');
            await driver.fill('textbox', title('年度绩效指标'), '改了名');
            await driver.press('Tab');
            assert.equal(await driver.value('textbox', title('长期绩效指标')), '招商引资项目数');
            await driver.click('button', '一键对齐长期绩效指标和年度绩效指标');
            await driver.until(() => document.activeElement.dataset.id === 'align:apply', 'the preview is shown');
            assert.match(await driver.evaluate(`document.querySelector('[data-id="align:summary"]').textContent`), /以年度绩效指标为准/);
            await driver.press('Enter');
            await driver.still();
            assert.equal(await driver.value('textbox', title('长期绩效指标')), '改了名');
            const target = '年度绩效指标 公用经费控制率 预期当年实现值';
            await driver.fill('textbox', target, '');
            // The findings offer it too.
            const { x, y } = await driver.evaluate(`(() => {
                const { x, y } = document.querySelector('[data-id="button:fill-from-peer"]').getBoundingClientRect();
                return { x, y };
            })()`);
            await driver.page.mouse.click(x + 8, y + 8);
            await driver.until(() => document.activeElement.dataset.id === 'fill:apply', 'the preview is shown');
            await driver.press('Enter');
            await driver.still();
            assert.equal(await driver.value('textbox', target), '90%');
        },
    },
];
