// A cell is chosen by the first click and opened by the second one, as in a spreadsheet; a long text is open at once.
// Tries: web/editor.js, web/fields.js, web/clipboard.js, web/range.js
import assert from 'node:assert/strict';
import { paste } from '../support/clipboard.mjs';
import { openSeed } from '../support/seed.mjs';

const CURRENT = '收入构成 财政拨款 当年金额', LAST = '收入构成 财政拨款 上年金额';
const TARGET = '长期绩效指标 公用经费控制率 指标值', GOAL = '年度目标', PERSON = '填报人';

const text = (driver) => driver.evaluate('document.activeElement.value');
// What is marked in it: from where to where, and how long it is.
const marked = (driver) => driver.evaluate('[document.activeElement.selectionStart, document.activeElement.selectionEnd, document.activeElement.value.length]');
const isChosen = async (driver) => {
    const [start, end, length] = await marked(driver);
    return start === 0 && end === length && length > 0;
};

async function clickAt(driver, { x, y }, options) {
    await driver.page.mouse.move(x, y);
    await driver.page.mouse.click(x, y, options);
    await driver.still();
}

// At the left, in the middle and at the right of its text.
async function places(driver, role, name) {
    const middle = await driver.aim(role, name);
    const { x, width } = await driver.find(role, name);
    return [x + 3, middle.x, x + width - 3].map((at) => ({ x: at, y: middle.y }));
}

export default [
    {
        name: 'what is pasted after a click replaces the cell, wherever it was clicked',
        async run(driver, context) {
            await openSeed(driver, context.root);
            for (const place of await places(driver, 'spinbutton', CURRENT)) {
                await driver.click('textbox', GOAL);
                await driver.aim('spinbutton', CURRENT);
                await clickAt(driver, place);
                assert.ok(await isChosen(driver), `all of it is marked at ${place.x}`);
            }
            // A made event pastes nothing by itself.
            if (context.browser.chromium) {
                await paste(driver, { ...context, plain: '2,000.00\r\n', html: '<table><tr><td>2,000.00</td></tr></table>' });
                await driver.press('Tab');
                assert.equal(await driver.value('spinbutton', CURRENT), '2000.00');
                await driver.click('textbox', TARGET);
                await paste(driver, { ...context, plain: '≥95%', html: '<p>≥95%</p>' });
                await driver.press('Tab');
                assert.equal(await driver.value('textbox', TARGET), '≥95%');
            }
        },
    },
    {
        name: 'what is typed after a click replaces, Delete clears, and one undo brings back what was there',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', CURRENT);
            await driver.type('2000');
            await driver.press('Enter');
            assert.equal(await driver.value('spinbutton', CURRENT), '2000');
            await driver.press('Control+KeyZ');
            assert.equal(await driver.value('spinbutton', CURRENT), '1424');
            await driver.click('textbox', PERSON);
            await driver.press('Delete');
            assert.equal(await driver.value('textbox', PERSON), '');
            await driver.press('Control+KeyZ');
            await driver.click('spinbutton', LAST);
            assert.equal(await driver.value('textbox', PERSON), '李晓明');
            await driver.press('ArrowLeft');
            assert.equal(await driver.evaluate(`document.activeElement.getAttribute('aria-label')`), '收入构成 财政拨款 前年金额',
                'arrows go from cell to cell');
        },
    },
    {
        name: 'a second click, a double click and F2 put the caret into a cell',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const [left] = await places(driver, 'textbox', PERSON);
            await driver.click('textbox', PERSON);
            // Not a double click.
            await new Promise((done) => setTimeout(done, 700));
            await clickAt(driver, left);
            assert.deepEqual(await marked(driver), [0, 0, 3], 'the caret is where the second click was');
            await driver.type('小');
            assert.equal(await text(driver), '小李晓明');
            await driver.press('Escape');

            const middle = await driver.aim('spinbutton', CURRENT);
            const { mouse } = driver.page;
            await mouse.move(middle.x, middle.y);
            for (const clickCount of [1, 2]) {
                await mouse.down({ clickCount });
                await mouse.up({ clickCount });
            }
            await driver.still();
            const [start, end] = await marked(driver);
            assert.equal(start, end, 'a caret, no mark');
            await driver.type('5');
            assert.equal((await text(driver)).replace('5', ''), '1424', 'one more digit among the others');
            await driver.press('Escape');

            await driver.click('spinbutton', LAST);
            await driver.press('F2');
            await driver.type('5');
            assert.equal(await text(driver), '4875');
        },
    },
    {
        name: 'a long text has the caret at the first click',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('textbox', GOAL);
            const [start, end, length] = await marked(driver);
            assert.ok(start === end && length > 10, 'a caret');
            await driver.type('甲');
            assert.equal((await text(driver)).length, length + 1);
        },
    },
    {
        name: 'the other button chooses a cell for the browser’s menu, which then copies all of it',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const middle = await driver.aim('spinbutton', CURRENT);
            await clickAt(driver, middle, { button: 'right' });
            assert.ok(await isChosen(driver));
            await clickAt(driver, { x: middle.x + 2, y: middle.y }, { button: 'right' });
            assert.ok(await isChosen(driver), 'asked again');
        },
    },
    {
        name: 'a screen reader that gives a cell the keyboard chooses it',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.aim('spinbutton', CURRENT);
            await driver.evaluate(`document.querySelector('[aria-label="${CURRENT}"]').focus()`);
            assert.ok(await isChosen(driver));
        },
    },
    {
        name: 'the grip of a cell, dragged, fills the cells below in one step; back where it began, nothing',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const name = (row) => `长期绩效指标 ${row} 指标值`;
            await driver.click('textbox', name('公用经费控制率'));
            const { mouse } = driver.page;
            const { x, y, width, height } = await driver.find('textbox', name('公用经费控制率'));
            const below = await driver.find('textbox', name('会议费控制率'));
            const grip = { x: x + width + 1, y: y + height + 1 };
            for (const end of [below.y + below.height / 2, y + height / 2]) {
                await mouse.move(grip.x, grip.y);
                await mouse.down();
                for (let i = 1; i <= 5; ++i) await mouse.move(grip.x - 10, grip.y + ((end - grip.y) * i) / 5);
                await mouse.up();
                await driver.still();
            }
            assert.deepEqual(await Promise.all(['公用经费控制率', '在职人员控制率', '会议费控制率', '“三公”经费变动率'].map((row) => driver.value('textbox', name(row)))),
                ['90%', '90%', '90%', '按实际情况']);
            assert.equal(await driver.evaluate(`document.activeElement.getAttribute('aria-label')`), name('公用经费控制率'), 'the keyboard stays');
            await driver.press('Control+KeyZ');
            assert.equal(await driver.value('textbox', name('在职人员控制率')), '95%');
        },
    },
];
