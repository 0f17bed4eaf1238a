// Whether the packed page says only what Chromium 86, the oldest supported, understands: node tests/web/old_browser.mjs
// Scripts (Emscripten's too) and styles are read from the page itself; its wasm is checked by wasm-validate in tools/test.
// Each rule is first shown something it must refuse. Prints a line a check and at the end `N passed, N failed`.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const { Linter } = createRequire(import.meta.url)('eslint');
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

// ES2021's logical assignment, replaceAll and Promise.any are in Chromium 85; ES2020 is what the page keeps to all the
// same. What came to JavaScript and the browser after Chromium 86, and would parse:
const LATER_MEMBERS = ['findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'groupBy', 'hasOwn', 'randomUUID',
    'isWellFormed', 'toWellFormed', 'fromAsync', 'withResolvers', 'checkVisibility', 'showPicker', 'setHTMLUnsafe', 'moveBefore',
    'togglePopover', 'showPopover', 'startViewTransition', 'throwIfAborted'];
const LATER_GLOBALS = ['structuredClone', 'reportError', 'scheduler', 'navigation', 'EditContext', 'Highlight', 'CloseWatcher', 'URLPattern'];
const LATER_STYLES = [
    [/(?<![\w-])inset\s*:/, 'inset is of Chromium 87'],
    [/:(is|where|has)\(/, ':is and :where are of Chromium 88, :has of 105'],
    [/:not\([^()]*,/, 'a list in :not is of Chromium 88'],
    [/\d(d|s|l)v(h|w|min|max|i|b)\b/, 'dvh and its like are of Chromium 108'],
    [/@(layer|container|property|scope|starting-style|view-transition)\b/, 'an at-rule later than Chromium 86'],
    [/\b(color-mix|oklch|oklab|lab|lch|light-dark|anchor)\(/, 'a function later than Chromium 86'],
    [/(?<![\w-])(aspect-ratio|accent-color|translate|scale|rotate)\s*:/, 'a property later than Chromium 86'],
    [/(?<![\w-])overflow(-[xy])?\s*:\s*clip/, 'overflow: clip is of Chromium 90'],
];

function faultsOfScript(text) {
    const config = { languageOptions: { ecmaVersion: 2020, sourceType: 'script' }, linterOptions: { reportUnusedDisableDirectives: 'off' },
        rules: { 'no-restricted-globals': ['error', ...LATER_GLOBALS],
            'no-restricted-syntax': ['error', { selector: `MemberExpression[property.name=/^(${LATER_MEMBERS.join('|')})$/]`,
                message: 'later than Chromium 86' }] } };
    // Comments in the page must not switch rules off.
    return new Linter().verify(text, config, { allowInlineConfig: false }).map((fault) => {
        const line = text.split('\n')[fault.line - 1] || '';
        return `${fault.message} at “${line.slice(Math.max(0, fault.column - 30), fault.column + 30)}”`;
    });
}

function faultsOfStyle(text) {
    const plain = text.replace(/\/\*[^]*?\*\//g, '');
    const faults = LATER_STYLES.filter(([pattern]) => pattern.test(plain)).map(([pattern, why]) => `${why}: ${pattern.exec(plain)[0]}`);
    // What is open where another rule begins: only @media and its kind may be.
    const open = [];
    for (const [, head, end] of plain.matchAll(/([^{};]*)([{};])/g)) {
        if (end === '}') open.pop();
        if (end !== '{') continue;
        if (open.some((outer) => !outer.startsWith('@'))) faults.push(`nested rules are of Chromium 112: ${head.trim()}`);
        open.push(head.trim());
    }
    return faults;
}

let passed = 0, failed = 0;
function check(name, faults) {
    if (faults.length === 0) ++passed;
    else ++failed;
    console.log(`${faults.length === 0 ? 'ok     ' : 'FAILED '} ${name}${faults.map((fault) => `\n        ${fault}`).join('')}`);
}

for (const later of ['a ||= 1', 'const x = 1_000', 'class A { #hidden = 1 }', 'class A { static { x(); } }', 'await load()', 'b = /x/v',
    'import a from "a"', 'Object.hasOwn({}, "a")', 'list.findLast(Boolean)', 'structuredClone(x)'])
    check(`a script is refused for ${later}`, faultsOfScript(later).length > 0 ? [] : ['it was not']);
check('a script of ES2020 is accepted', faultsOfScript('const a = b?.c ?? 1n; (async () => { for await (const x of y) z(x); })();'));
for (const later of ['a { inset: 0 }', 'a:is(b, c) { color: red }', 'a:not(.b, .c) { color: red }', 'a { height: 100dvh }', '@layer x { a { color: red } }',
    'a { color: color-mix(in srgb, red, blue) }', 'a { aspect-ratio: 1 }', 'a { color: red; b { color: blue } }', 'a { overflow: clip }'])
    check(`a style is refused for ${later}`, faultsOfStyle(later).length > 0 ? [] : ['it was not']);
check('a style of Chromium 86 is accepted', faultsOfStyle('@media print { a:not(main) { clip-path: inset(50%); transform: scale(2) } }'));

const page = readdirSync('dist').find((name) => name.endsWith('.html'));
if (!page) throw new Error('no page in dist/: build it first');
const html = readFileSync(`dist/${page}`, 'utf8');
const scripts = [...html.matchAll(/<script>([^]*?)<\/script>/g)].map((found) => found[1]);
const styles = [...html.matchAll(/<style>([^]*?)<\/style>/g)].map((found) => found[1]);
// Fewer would mean that they were not found.
check('the page holds its scripts and its style', scripts.length === 2 && scripts.join('').length > 30000 && styles.length > 0 ? []
    : [`${scripts.length} scripts of ${scripts.join('').length} characters, ${styles.length} styles`]);
scripts.forEach((text, index) => check(`script ${index + 1} of the page, ${text.length} characters`, faultsOfScript(text)));
styles.forEach((text, index) => check(`style ${index + 1} of the page`, faultsOfStyle(text)));
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
