// Runs every case in every browser: node tests/web/run.mjs [--only TEXT] [--browser TEXT] [--shots FOLDER] [--jobs N]
// TEXT is part of a case's name or of its file's. [--repeat N]: every case N times over, to hunt one that fails now and then.
// [--for PATH]…: only files of cases that try it. [--times]: which cases took longest. N browsers at a time, 2 unless told. Prints a line a case and at the end `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openChromium, openFirefox } from './support/browsers.mjs';
import { endsWithUs } from './support/ending.mjs';

const { values } = parseArgs({
    options: { only: { type: 'string' }, browser: { type: 'string' }, shots: { type: 'string', default: 'build/screenshots' },
        jobs: { type: 'string', default: '2' }, repeat: { type: 'string', default: '1' }, for: { type: 'string', multiple: true }, times: { type: 'boolean' } },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const page = readdirSync('dist').find((name) => name.endsWith('.html'));
if (!page) throw new Error('no page in dist/: build it first');
mkdirSync(values.shots, { recursive: true });

const port = 18080 + (process.pid % 1000);
const server = endsWithUs(spawn(process.execPath, ['tools/serve.mjs', 'dist', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] }));
await new Promise((done) => server.stdout.once('data', done));
const overHttp = `http://localhost:${port}/${encodeURIComponent(page)}`;
const overFile = pathToFileURL(join(root, 'dist', page)).href;

// What is seen and scrolled is tried with WebGL too. Drawn by the processor it takes several times as long, and to the rest
// of the cases it makes no difference.
const DRAWN = ['form.mjs', 'input.mjs', 'machine.mjs', 'rendering.mjs', 'scrolling.mjs'];
const browsers = [
    { name: 'Chromium, WebGL, http', open: () => openChromium(), url: overHttp + '?renderer=webgl', chromium: true, webgl: true,
        takes: (file) => DRAWN.includes(file) },
    { name: 'Chromium, no WebGL, http', open: () => openChromium({ gl: 'none' }), url: overHttp, chromium: true,
        takes: (file) => !DRAWN.includes(file) },
    { name: 'Chromium, no WebGL, file', open: () => openChromium({ gl: 'none' }), url: overFile, chromium: true },
    { name: 'Firefox, http', open: () => openFirefox(), url: overHttp, firefox: true },
    { name: 'Firefox, file', open: () => openFirefox(), url: overFile },
].filter((browser) => !values.browser || browser.name.includes(values.browser));

// What a file of cases tries says its line `// Tries: web/keys.js, app/editing`. --for chooses by it: the files that
// name the path, one of its folders or something in it, and those of that name themselves.
function triesAny(file, paths) {
    const own = `tests/web/cases/${file}`;
    const [, named = ''] = /^\/\/ Tries: (.+)$/m.exec(readFileSync(own, 'utf8')) || [];
    const places = [own, ...named.split(/,\s*/).filter(Boolean)];
    const within = (inner, outer) => inner === outer || inner.startsWith(`${outer}/`);
    return paths.some((path) => places.some((place) => within(place, path) || within(path, place)));
}
const paths = (values.for || []).map((path) => path.replace(/\/+$/, ''));
let files = readdirSync('tests/web/cases').sort();
if (paths.length) {
    const chosen = files.filter((file) => triesAny(file, paths));
    // A script that no file of cases names is needed by all of them: the shortest of them tells whether the page works.
    files = chosen.length ? chosen : ['form.mjs'];
    console.log(`cases: ${files.join(', ')}`);
}

// One piece of work is a file of cases in one browser.
const work = [];
for (const file of files) {
    const cases = (await import(join(root, 'tests/web/cases', file))).default
        .filter((test) => !values.only || `${file} ${test.name}`.includes(values.only));
    for (const browser of browsers) {
        const chosen = cases.filter((test) => (!test.needs || browser[test.needs]) && (!browser.takes || browser.takes(file)));
        if (chosen.length) work.push({ browser, file, cases: Array(Number(values.repeat)).fill(chosen).flat() });
    }
}

let passed = 0, failed = 0;
const times = [];
// Cases that failed while other browsers kept the machine busy. At the end each is tried once more, alone: some wait for
// another window to answer in its time.
const unsteady = [];
async function runCase(open, browser, test, alone = false) {
    const started = Date.now();
    try {
        // A case may leave the keyboard in the browser's own bars; no page can fetch it back from there.
        if (open.driver && !(await open.driver.evaluate('document.hasFocus()'))) await close(open);
        open.driver ??= await browser.open();
        // Every case starts with an empty store.
        await open.driver.openAnew(browser.url + (test.query || ''));
        await test.run(open.driver, { root, browser, url: browser.url });
        ++passed;
        console.log(`ok      ${browser.name}: ${test.name} (${Date.now() - started} ms)`);
    } catch (error) {
        const counts = alone || values.repeat !== '1';
        if (counts) ++failed;
        else unsteady.push({ browser, test });
        // What was expected and what was there on the line itself: logs are cut by lines.
        const what = `${browser.name}: ${test.name}: ${String(error.message).replace(/\s*\n\s*/g, ' | ')}`;
        console.log(counts ? `FAILED  ${what}` : `failed  ${what}`);
        console.log(error.stack);
        await open.driver?.screenshot(join(values.shots, `failed-${browser.name}-${test.name}.png`.replace(/[ ,/]+/g, '-'))).catch(() => {});
        await close(open);
    }
    times.push([Date.now() - started, `${browser.name}: ${test.name}`]);
}

async function close(open) {
    await open.driver?.close().catch(() => {});
    open.driver = null;
}

// Stays with its browser as long as there is work for it, then takes from the one with the most cases left.
async function worker() {
    const open = { browser: null, driver: null };
    while (work.length) {
        const left = new Map();
        for (const { browser, cases } of work) left.set(browser, (left.get(browser) || 0) + cases.length);
        const browser = left.has(open.browser) ? open.browser : [...left].sort((a, b) => b[1] - a[1])[0][0];
        // Taken before anything is waited for: another worker would take it too.
        const [piece] = work.splice(work.findIndex((each) => each.browser === browser), 1);
        if (browser !== open.browser) await close(open);
        open.browser = browser;
        for (const test of piece.cases) await runCase(open, browser, test);
        if (!work.some((each) => each.browser === browser))
            await open.driver?.screenshot(join(values.shots, `last-${browser.name}.png`.replace(/[ ,/]+/g, '-'))).catch(() => {});
    }
    await close(open);
}

await Promise.all(Array.from({ length: Number(values.jobs) }, worker));
for (const { browser, test } of unsteady) {
    const open = { browser, driver: null };
    await runCase(open, browser, test, true);
    await close(open);
}
if (values.times) {
    console.log('longest:');
    for (const [milliseconds, name] of times.sort((a, b) => b[0] - a[0]).slice(0, 30)) console.log(`  ${String(milliseconds).padStart(6)} ms  ${name}`);
}
if (existsSync(values.shots)) console.log(`screenshots: ${values.shots}`);
if (unsteady.length) console.log(`${unsteady.length} failed while the machine was busy and were tried again alone`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
