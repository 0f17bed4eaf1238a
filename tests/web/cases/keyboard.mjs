// The form by keyboard alone: the sheet of shortcuts, the way round the window.
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
];
