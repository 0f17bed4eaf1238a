// Measures the page in Chromium beside a plain HTML table form of the same cells, in one run:
//   node tests/bench/page_bench.mjs [--runs N]
// Open to ready (navigation start to the first complete frame), one edit with its re-check and its frame in both
// renderers, what a save holds up, frames while idle, file sizes.
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { openChromium } from '../web/support/driver.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } });
const runs = Number(values.runs);
const root = fileURLToPath(new URL('../..', import.meta.url));
const pagePath = join(root, 'dist', readdirSync(join(root, 'dist')).find((name) => name.endsWith('.html')));
const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const show = (name, value) => console.log(`${name.padEnd(58)} ${value}`);

async function ownPage(gl) {
    const driver = await openChromium({ gl });
    const url = pathToFileURL(pagePath).href + (gl === 'none' ? '?renderer=software' : '');
    const ready = [];
    for (let i = 0; i < runs; ++i) {
        await driver.page.goto('about:blank');
        await driver.open(url);
        ready.push(await driver.evaluate(`performance.getEntriesByName('shenbao-ready')[0].startTime`));
    }
    return { driver, ready: median(ready) };
}

// The same cells as a table of labels and fields, without any script but the mark at the end.
async function plainForm(driver) {
    const fields = await driver.evaluate(`[...document.querySelectorAll('input:not([type=file]), textarea, select')].map((field) => ({
        tag: field.tagName, name: field.getAttribute('aria-label') || '', value: field.value,
        options: field.tagName === 'SELECT' ? [...field.options].map((option) => option.text) : [] }))`);
    const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
    const field = ({ tag, value, options }) =>
        tag === 'SELECT' ? `<select>${options.map((o) => `<option>${escape(o)}</option>`).join('')}</select>`
            : tag === 'TEXTAREA' ? `<textarea>${escape(value)}</textarea>` : `<input value="${escape(value)}">`;
    const html = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><table border="1">` +
        fields.map((f) => `<tr><th>${escape(f.name)}</th><td>${field(f)}</td></tr>`).join('') + `</table><script>
        requestAnimationFrame(() => setTimeout(() => performance.mark('shenbao-ready')));</script></html>`;
    const path = join(mkdtempSync(join(tmpdir(), 'shenbao-plain-')), 'plain.html');
    writeFileSync(path, html);
    const ready = [];
    for (let i = 0; i < runs; ++i) {
        await driver.page.goto('about:blank');
        await driver.open(pathToFileURL(path).href);
        ready.push(await driver.evaluate(`performance.getEntriesByName('shenbao-ready')[0].startTime`));
    }
    return { cells: fields.length, ready: median(ready), bytes: html.length };
}

// From the input event to the end of the frame it asked for.
async function editFrame(driver) {
    await driver.click('spinbutton', '收入构成 财政拨款 当年金额');
    const times = await driver.evaluate(`(async () => {
        const field = document.activeElement, times = [];
        for (let i = 0; i < 40; ++i) {
            await new Promise((done) => setTimeout(done, 60));
            const start = performance.now();
            field.value = String(1000 + i);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: '1' }));
            await new Promise((done) => requestAnimationFrame(() => { const now = performance.now();
                const channel = new MessageChannel(); channel.port1.onmessage = () => done(now); channel.port2.postMessage(0); }));
            times.push(performance.now() - start);
        }
        return times;
    })()`);
    return median(times);
}

// What a save holds up: the whole call that writes, reads back and notes the journal, and what runs right after it.
async function saves(driver) {
    return driver.evaluate(`(async () => {
        const field = document.activeElement, call = shenbao.call, times = [];
        shenbao.call = (name, ...rest) => {
            const start = performance.now(), result = call(name, ...rest);
            if (name === 'save_now') Promise.resolve().then(() => times.push(performance.now() - start));
            return result;
        };
        for (let i = 0; i < 20; ++i) {
            field.value = String(2000 + i);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: '1' }));
            await new Promise((done) => setTimeout(done, 450));
        }
        shenbao.call = call;
        return times;
    })()`);
}

async function idleFrames(driver) {
    await driver.evaluate(`document.activeElement && document.activeElement.blur()`);
    await new Promise((done) => setTimeout(done, 1000));
    await driver.evaluate(`window.framesAsked = 0; (() => { const ask = window.requestAnimationFrame;
        window.requestAnimationFrame = (f) => { ++window.framesAsked; return ask.call(window, f); }; })()`);
    await new Promise((done) => setTimeout(done, 5000));
    return driver.evaluate('window.framesAsked');
}

const bytes = readFileSync(pagePath);
show('single file, KB', (bytes.length / 1024).toFixed(0));
show('single file gzipped, KB', (gzipSync(bytes).length / 1024).toFixed(0));
for (const gl of ['software', 'none']) {
    const own = await ownPage(gl);
    const name = gl === 'none' ? 'software renderer' : 'WebGL (SwiftShader)';
    show(`${name}: open to ready, median of ${runs}, ms`, own.ready.toFixed(0));
    await own.driver.upload(join(root, 'tests/fixtures/seed.txt'));
    await new Promise((done) => setTimeout(done, 500));
    show(`${name}: input to end of frame, median of 40, ms`, (await editFrame(own.driver)).toFixed(1));
    const held = await saves(own.driver);
    show(`${name}: a save, median and slowest of ${held.length}, ms`, `${median(held).toFixed(1)}, ${Math.max(...held).toFixed(1)}`);
    show(`${name}: frames asked for in 5 idle seconds`, await idleFrames(own.driver));
    await own.driver.open(pathToFileURL(pagePath).href);
    const plain = await plainForm(own.driver);
    show(`plain HTML form, ${plain.cells} fields: open to ready, ms`, plain.ready.toFixed(0));
    show('ratio (ours ÷ plain)', (own.ready / plain.ready).toFixed(2));
    await own.driver.close();
}
