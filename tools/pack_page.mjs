// Puts the page, its style, its scripts and the wasm into one HTML file that needs nothing beside it.
//
//   node tools/pack_page.mjs --page web/page.html --style web/page.css --script a.js --script b.js
//        --wasm shenbao.wasm --output dist/….html
//
// The page names the places: <!-- pack:policy --> (in the head, before anything else), <!-- pack:style -->,
// <!-- pack:wasm --> and <!-- pack:scripts -->. Scripts run in the order given. The wasm becomes a
// <script type="application/wasm-base64" id="wasm"> element, which no browser runs.
//
// The Content-Security-Policy forbids every connection; scripts are allowed by their hash only. Chromium before 97
// knows no 'wasm-unsafe-eval' and needs 'unsafe-eval' to compile wasm; a browser that knows the former ignores
// neither, so both stand there. Nothing in the page calls eval.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({
    options: {
        page: { type: 'string' },
        style: { type: 'string', multiple: true, default: [] },
        script: { type: 'string', multiple: true, default: [] },
        wasm: { type: 'string' },
        output: { type: 'string' },
    },
});

const read = (path) => readFileSync(path, 'utf8');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
// Inside a script element only these two sequences end or nest it; the escape keeps the program's meaning in strings,
// regular expressions and comments, the only places where they occur.
const inScript = (text) => text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

function place(html, name, content) {
    const marker = `<!-- pack:${name} -->`;
    if (html.split(marker).length !== 2) throw new Error(`${values.page} must hold ${marker} once`);
    return html.split(marker).join(content);
}

const scripts = values.script.map((path) => inScript(read(path)));
const styles = values.style.map(read).join('\n');
const policy = [
    "default-src 'none'",
    `script-src 'unsafe-eval' 'wasm-unsafe-eval' ${scripts.map(hashOf).join(' ')}`,
    // The print page brings its own style element and attributes.
    "style-src 'unsafe-inline'",
    'img-src data: blob:',
    "connect-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
].join('; ');

let html = read(values.page);
html = place(html, 'policy', `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
html = place(html, 'style', `<style>${styles}</style>`);
const wasm = readFileSync(values.wasm).toString('base64');
html = place(html, 'wasm', `<script type="application/wasm-base64" id="wasm">${wasm}</script>`);
html = place(html, 'scripts', scripts.map((text) => `<script>${text}</script>`).join('\n'));

mkdirSync(dirname(values.output), { recursive: true });
writeFileSync(values.output, html);
const kilobytes = (bytes) => `${(bytes / 1024).toFixed(0)} KB`;
console.log(`${values.output}: ${kilobytes(Buffer.byteLength(html))}, ${kilobytes(gzipSync(html).length)} gzipped`);
