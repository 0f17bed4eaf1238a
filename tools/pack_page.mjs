// Puts the page, its style, its scripts and the wasm into one HTML file that needs nothing beside it.
//
//   node tools/pack_page.mjs --names names.json --page web/page.html --style web/page.css --script FILE.js --script FILE.js
//        --program FILE.js --wasm shenbao.wasm --title TEXT [--embed ID=FILE]… --output dist/….html [--fast]
//
// The page holds each of these places once:
//   <!-- pack:policy -->   in the head, before anything else that could load or run
//   <!-- pack:title -->    what the page is called
//   <!-- pack:style -->    the styles, in the order given, in one <style>
//   <!-- pack:wasm -->     <script type="application/wasm-gzip-base64" id="wasm">…, which no browser runs (half
//                          the size, and DecompressionStream is older than Chromium 86); before it the embedded texts,
//                          each <script type="text/plain" id="ID">…
//   <!-- pack:scripts -->  the scripts as one, and Emscripten's own
// The scripts are modules, given in their order: each imports from those before it, the last one is where they start.
// Rollup makes one classic script of them, because a page that is opened as a file loads no modules; where it would only
// warn, as of a circle, nothing is packed. Then terser makes it small, and Emscripten's own. The names that they share with
// C++ (page_names.mjs) give way to their values, as {{words.title}} does in the page; a page that writes a name which is not
// there is not packed.
// In an embedded text `</script` and `<!--` would end or nest the element: one that holds them is refused.
//
// The Content-Security-Policy forbids every connection; scripts are allowed by their hash only. 'unsafe-eval' is for
// Chromium before 97, which knows no 'wasm-unsafe-eval' and compiles no wasm without it (supported is 86 and later).
// What it would allow besides, eval of a string, appears nowhere: the linter forbids it and so does this program.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';

const { values } = parseArgs({
    options: {
        names: { type: 'string' },
        page: { type: 'string' },
        style: { type: 'string', multiple: true, default: [] },
        script: { type: 'string', multiple: true, default: [] },
        program: { type: 'string' },
        wasm: { type: 'string' },
        title: { type: 'string' },
        embed: { type: 'string', multiple: true, default: [] },
        output: { type: 'string' },
        fast: { type: 'boolean' },
    },
});

// As a browser reads it: the parser turns every line end into one character, and the hash is over what it read.
const read = (path) => readFileSync(path, 'utf8').replace(/\r\n?/g, '\n');
const hashOf = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
// Only these two sequences end a script element or nest it. In a program they can stand in strings, regular expressions
// and comments only, and there the escape changes nothing.
const inScript = (text) => text.replace(/<\/(script)/gi, '<\\/$1').replace(/<!--/g, '<\\!--');

const inPage = (value) => String(value).replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

function place(html, name, content) {
    const marker = `<!-- pack:${name} -->`;
    if (html.split(marker).length !== 2) throw new Error(`${values.page} must hold ${marker} once`);
    return html.split(marker).join(content);
}

const names = JSON.parse(read(values.names));
const page = read(values.page);
// The linter is of the tests' tools, which tools/run does without; tools/test has it and packs each page.
const faultsOf = existsSync(new URL('../tests/web/node_modules/eslint', import.meta.url)) ? (await import('./page_check.mjs')).faultsOf : () => [];
const faults = faultsOf(names, { path: values.page, text: page }, values.script.map((path) => ({ path, text: read(path) })));
if (faults.length > 0) {
    console.error(faults.join('\n'));
    process.exit(1);
}

// Debian's, found through NODE_PATH (tools/environment).
const require = createRequire(import.meta.url);
const { rollup } = require('rollup');
const { minify } = require('terser');

async function bundled(paths) {
    const bundle = await rollup({
        input: resolve(paths[paths.length - 1]),
        onwarn(warning) {
            throw new Error(warning.message);
        },
    });
    for (const path of paths) if (!bundle.watchFiles.includes(resolve(path))) throw new Error(`nothing imports ${path}`);
    const { output } = await bundle.generate({ format: 'iife' });
    return output[0].code;
}

for (const path of [...values.script, values.program])
    if (/\beval\s*\(|\bnew\s+Function\b/.test(read(path))) throw new Error(`${path} makes code from text`);
const scripts = [];
for (const text of [await bundled(values.script), read(values.program)]) {
    // Of what scripts share, only this name is written as it is; the rest hangs on `window`.
    const shared = ['Module'];
    const compress = { passes: 3, toplevel: true, top_retain: shared, global_defs: names.values };
    const { code } = await minify(text, { ecma: 2020, compress, mangle: { toplevel: true, reserved: shared } });
    scripts.push(inScript(code));
}
const embedded = values.embed.map((pair) => {
    const [, id, path] = /^([\w-]+)=(.+)$/.exec(pair) || [];
    if (!id) throw new Error(`--embed ${pair}: expected ID=FILE`);
    const text = read(path);
    if (/<\/script|<!--/i.test(text)) throw new Error(`${path} cannot stand in a script element`);
    return `<script type="text/plain" id="${id}">${text}</script>\n`;
});
// Without comments, and without the space that only people need.
function compact(style) {
    const bare = style.replace(/\/\*[^]*?\*\//g, '');
    // What is quoted must come out as it went in.
    if (/["']/.test(bare.replace(/"[\w-]+( [\w-]+)*"/g, ''))) throw new Error('a style quotes more than words');
    return bare.replace(/\s+/g, ' ').replace(/ ?([{};,]) ?/g, '$1').replace(/: /g, ':').replace(/;}/g, '}').trim();
}

const styles = values.style.map(read).map(compact).join('\n');
if (/<\/style/i.test(styles)) throw new Error('a style holds </style');
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

if (!values.title) throw new Error('the page needs a --title');
const inText = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
let html = page.replace(/\{\{([\w.]+)\}\}/g, (_, name) => inPage(names.values[name]));
html = place(html, 'title', inText(values.title));
html = place(html, 'policy', `<meta http-equiv="Content-Security-Policy" content="${policy}">`);
html = place(html, 'style', `<style>${styles}</style>`);
// Zopfli finds about 4 % more than zlib at its best, in 3 seconds.
const zopfli = values.fast ? { status: 'fast' } : spawnSync('zopfli', ['-c', values.wasm], { maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'inherit'] });
if (zopfli.status !== 0 && !values.fast) console.warn(`zopfli could not be used (${zopfli.error || zopfli.status}): the page gets larger`);
const wasm = (zopfli.status === 0 ? zopfli.stdout : gzipSync(readFileSync(values.wasm), { level: 9 })).toString('base64');
html = place(html, 'wasm', `${embedded.join('')}<script type="application/wasm-gzip-base64" id="wasm">${wasm}</script>`);
html = place(html, 'scripts', scripts.map((text) => `<script>${text}</script>`).join('\n'));

mkdirSync(dirname(values.output), { recursive: true });
writeFileSync(`${values.output}.new`, html);
renameSync(`${values.output}.new`, values.output);
const kilobytes = (bytes) => `${Math.round(bytes / 1024)} KB`;
const packed = gzipSync(html, { level: 9 }).length;
console.log(`${values.output}: ${kilobytes(Buffer.byteLength(html))}, ${kilobytes(packed)} gzipped`);
