// What happened is seen: for a while in the status bar, at the cell, in the list.
// Tries: web/loop.js, web/pointer.js, app/shell, app/findings
import assert from 'node:assert/strict';
import { openSeed } from '../support/seed.mjs';

const active = (driver) => driver.evaluate(`document.activeElement.dataset.id || ''`);
const text = (driver, id) => driver.evaluate(`(document.querySelector('[data-id="${id}"]') || { textContent: '' }).textContent`);
// Where no element takes the click.
async function clickAt(driver, id, aside) {
    const box = await driver.evaluate(`(() => {
        const box = document.querySelector('[data-id="${id}"]').getBoundingClientRect();
        return { x: box.x, y: box.y, height: box.height };
    })()`);
    await driver.page.mouse.click(box.x + aside, box.y + box.height / 2);
}

export default [
    {
        name: 'a new form has the caret in its first cell, and nothing in it is wrong',
        async run(driver) {
            await driver.until(() => document.activeElement.dataset.id === 'cell:date', 'the first cell has the keyboard');
            assert.match(await text(driver, 'status:counts'), /^错误 0 · 需说明 0 · 待填 /);
            assert.equal(await driver.evaluate(`document.querySelectorAll('[aria-invalid]').length`), 0);
            await driver.press('F7');
            await driver.until(() => document.querySelectorAll('[aria-invalid]').length > 50, 'it is wrong once it was checked');
        },
    },
    {
        name: 'a rewriting is shown with its undo for some seconds, and then nothing is drawn',
        async run(driver) {
            await driver.fill('spinbutton', '收入构成 财政拨款 当年金额', '１４２０');
            await driver.press('Tab');
            await driver.until(() => document.querySelector('[data-id="message:undo"]') !== null, 'it can be taken back');
            assert.match(await text(driver, 'status:message'), /^已将 １４２０ 规范为 1420/);
            await driver.until(() => document.querySelector('[data-id="status:message"]') === null, 'it is gone');
            const frames = await driver.evaluate('window.shenbao.frames');
            await new Promise((done) => setTimeout(done, 1500));
            assert.equal(await driver.evaluate('window.shenbao.frames'), frames);
        },
    },
    {
        name: 'a computed cell and a label show their help, and what is to be explained its box',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await clickAt(driver, 'cell:income.total.current', 6);
            await driver.until(() => document.querySelector('[data-id="help:sum"]') !== null, 'what it is the sum of');
            assert.equal(await text(driver, 'help:name'), '收入构成 合计 当年金额');
            await clickAt(driver, 'cell:phone', -8);
            await driver.until(() => document.querySelector('[data-id="help:name"]').textContent.includes('联系电话'), 'what the label names');
            const explain = (await driver.names('link')).find((name) => name.includes('增加 192.4%'));
            await driver.click('link', explain);
            await driver.until(() => document.activeElement.dataset.id.startsWith('explain:'), 'the caret is in its box');
            assert.equal(await active(driver), await driver.evaluate(`document.querySelector('[data-id^="explain:"]').dataset.id`));
        },
    },
];
