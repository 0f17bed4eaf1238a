// Sizes, and how long the page takes to its first complete frame beside a plain HTML form of the same cells.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { openChromium } from '../../web/support/driver.mjs';
import { openings, pagePath, urlOf } from './pages.mjs';
import { median, show } from './report.mjs';

export function measureSize() {
    const bytes = readFileSync(pagePath);
    show('single file, KB', bytes.length / 1024, { digits: 0, most: 1024 });
    show('single file gzipped, KB', gzipSync(bytes).length / 1024, { digits: 0, most: 400 });
}

// The fields of our form, as any form would have them.
export const fieldsOf = (driver) => driver.evaluate(
    `[...document.querySelectorAll('input:not([type=file]), textarea, select')].map((field) => ({
        tag: field.tagName, name: field.getAttribute('aria-label') || '', value: field.value,
        options: field.tagName === 'SELECT' ? [...field.options].map((option) => option.text) : [] }))`);

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

// The same cells as a table of labels and fields, without any script but the mark at the end. Its address.
export function plainForm(fields) {
    const field = ({ tag, value, options }) =>
        tag === 'SELECT' ? `<select>${options.map((o) => `<option>${escape(o)}</option>`).join('')}</select>`
            : tag === 'TEXTAREA' ? `<textarea>${escape(value)}</textarea>` : `<input value="${escape(value)}">`;
    const html = `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><table border="1">` +
        fields.map((f) => `<tr><th>${escape(f.name)}</th><td>${field(f)}</td></tr>`).join('') + `</table><script>
        requestAnimationFrame(() => setTimeout(() => performance.mark('shenbao-ready')));</script></html>`;
    const path = join(mkdtempSync(join(tmpdir(), 'shenbao-plain-')), 'plain.html');
    writeFileSync(path, html);
    return pathToFileURL(path).href;
}

export async function measureOpening(renderer, runs) {
    const driver = await openChromium({ gl: renderer.gl });
    const own = median(await openings(driver, urlOf(renderer), runs));
    const fields = await fieldsOf(driver);
    const plain = median(await openings(driver, plainForm(fields), runs));
    show(`${renderer.name}: open to ready, median of ${runs}, ms`, own, { digits: 0 });
    show(`${renderer.name}: plain HTML form, ${fields.length} fields: open to ready, ms`, plain, { digits: 0 });
    show(`${renderer.name}: open to ready, ours ÷ plain`, own / plain, { digits: 2, most: 1 });
    await driver.close();
}
