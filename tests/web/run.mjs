// Runs every case in every browser: node tests/web/run.mjs [--only TEXT] [--browser TEXT] [--shots FOLDER] [--jobs N]
// TEXT is part of a case's name or of its file's. [--repeat N]: every case N times over, to hunt one that fails now and then.
// N browsers at a time, 2 unless told. Prints a line a case and at the end `N passed, N failed`.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openChromium, openFirefox } from './support/browsers.mjs';

const { values } = parseArgs({
    options: { only: { type: 'string' }, browser: { type: 'string' }, shots: { type: 'string', default: 'build/screenshots' },
        jobs: { type: 'string', default: '2' }, repeat: { type: 'string', default: '1' } },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const page = readdirSync('dist').find((name) => name.endsWith('.html'));
if (!page) throw new Error('no page in dist/: build it first');
mkdirSync(values.shots, { recursive: true });

const port = 18080 + (process.pid % 1000);
const server = spawn(process.execPath, ['tools/serve.mjs', 'dist', String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
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

const cases = [];
for (const file of readdirSync('tests/web/cases').sort())
    for (const test of (await import(join(root, 'tests/web/cases', file))).default) cases.push({ file, ...test });

let passed = 0, failed = 0;
async function runIn(browser) {
    let driver = null;
    for (const test of Array(Number(values.repeat)).fill(cases).flat()) {
        if (values.only && !`${test.file} ${test.name}`.includes(values.only)) continue;
        if ((test.needs && !browser[test.needs]) || (browser.takes && !browser.takes(test.file))) continue;
        const started = Date.now();
        try {
            // A case may leave the keyboard in the browser's own bars; no page can fetch it back from there.
            if (driver && !(await driver.evaluate('document.hasFocus()'))) {
                await driver.close();
                driver = null;
            }
            driver ??= await browser.open();
            // Every case starts with an empty store.
            await driver.openAnew(browser.url + (test.query || ''));
            await test.run(driver, { root, browser, url: browser.url });
            ++passed;
            console.log(`ok      ${browser.name}: ${test.name} (${Date.now() - started} ms)`);
        } catch (error) {
            ++failed;
            // What was expected and what was there on the line itself: logs are cut by lines.
            console.log(`FAILED  ${browser.name}: ${test.name}: ${String(error.message).replace(/\s*\n\s*/g, ' | ')}`);
            console.log(error.stack);
            await driver?.screenshot(join(values.shots, `failed-${browser.name}-${test.name}.png`.replace(/[ ,/]+/g, '-'))).catch(() => {});
            await driver?.close().catch(() => {});
            driver = null;
        }
    }
    await driver?.screenshot(join(values.shots, `last-${browser.name}.png`.replace(/[ ,/]+/g, '-'))).catch(() => {});
    await driver?.close().catch(() => {});
}

const waiting = [...browsers];
await Promise.all(Array.from({ length: Number(values.jobs) }, async () => {
    while (waiting.length) await runIn(waiting.shift());
}));
server.kill();
if (existsSync(values.shots)) console.log(`screenshots: ${values.shots}`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
