// 5,000 different hanzi in one cell: what the atlas of glyphs grows to and what frames cost then.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSeed } from './pages.mjs';
import { median, show, showSpread } from './report.mjs';
import { editWork } from './typing.mjs';

const HANZI = 5000;
const CHUNK = 250;
const CELL = ['textbox', '部门职能概述'];

// Notes the sizes of the textures WebGL is given; only our glyphs are one. The software renderer reads the atlas in
// place, and its size shows in the memory alone.
const WATCH = `(() => {
    window.atlas = [];
    const make = WebGL2RenderingContext.prototype.texImage2D;
    WebGL2RenderingContext.prototype.texImage2D = function (...values) {
        if (values.length >= 9) window.atlas.push(values[3] + ' × ' + values[4]);
        return make.apply(this, values);
    };
})()`;

const memory = (driver) => driver.evaluate('Module.HEAPU8.length / 1048576');
const frames = (driver) => driver.evaluate('shenbao.frameTimes.splice(0)');

// Brings the whole cell past the eye, half a window at a time; the longest frame of every step.
async function lookThrough(driver) {
    const steps = await driver.evaluate(`(() => { const box = bench.cell.getBoundingClientRect();
        const paper = document.querySelector('main'); paper.scrollTop += box.top - paper.getBoundingClientRect().top;
        return Math.ceil(box.height / (paper.clientHeight / 2)); })()`);
    const longest = [];
    await driver.still();
    for (let i = 0; i < steps; ++i) {
        await frames(driver);
        await driver.evaluate(`(() => { const paper = document.querySelector('main'); paper.scrollTop += paper.clientHeight / 2; })()`);
        await driver.still();
        longest.push(Math.max(0, ...(await frames(driver))));
    }
    return longest;
}

export async function measureGlyphs(renderer) {
    const driver = await openSeed(renderer, renderer.name === 'WebGL' ? WATCH : '');
    const before = await memory(driver);
    await driver.click(...CELL);
    await driver.press('Control+a');
    const text = Array.from({ length: HANZI }, (_, i) => String.fromCodePoint(0x4e00 + i * 4)).join('');
    await frames(driver);
    const longest = [];
    for (let from = 0; from < HANZI; from += CHUNK) {
        await driver.cdp.send('Input.insertText', { text: text.slice(from, from + CHUNK) });
        await driver.still();
        longest.push(Math.max(...(await frames(driver))));
    }
    if ((await driver.value(...CELL)) !== text) throw new Error('the cell does not hold what was typed');
    const name = `${renderer.name}: ${HANZI} hanzi`;
    showSpread(`${name} in chunks of ${CHUNK}, longest frame of each, ms`, longest);
    // What has the caret is shown by its element alone; the canvas draws the glyphs once it is left.
    await driver.evaluate('bench = { cell: document.activeElement }, bench.cell.blur()');
    await driver.still();
    showSpread(`${name}, first look, longest frame of half a window, ms`, await lookThrough(driver));
    showSpread(`${name}, second look, longest frame of half a window, ms`, await lookThrough(driver));
    await driver.click(...CELL);
    await driver.press('Control+End');
    await frames(driver);
    const work = await editWork(driver, 20, 'field.value + "的"');
    if ((await driver.value(...CELL)).length !== HANZI + 20) throw new Error('the edits went elsewhere');
    show(`${name}, an edit in that cell, median of 20, ms`, median(work), renderer.budgets);
    show(`${name}, wasm memory before and after, MB`, `${before.toFixed(1)}  ${(await memory(driver)).toFixed(1)}`);
    if (renderer.name === 'WebGL') show(`${name}, atlas as it grew, pixels`, (await driver.evaluate('window.atlas')).join('  '));
    // To be looked at by a person.
    await driver.evaluate('document.activeElement.blur()');
    await driver.still();
    const picture = join(mkdtempSync(join(tmpdir(), 'shenbao-hanzi-')), `${renderer.name}.png`);
    await driver.screenshot(picture);
    console.log(`picture: ${picture}`);
    const faults = await driver.evaluate('shenbao.faults');
    if (faults.length > 0) throw new Error(`the page had faults: ${faults[0]}`);
    await driver.close();
}
