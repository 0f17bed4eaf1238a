// Kills the tab or the whole browser while somebody types, opens the same profile again and compares: nothing older
// than a second may be lost, and no draft may be broken.
//   node tests/web/crashes.mjs [--kills 6] [--browser TEXT] [--seed N]
// The long run: node tests/web/crashes.mjs --kills 200. Half of them over file://, half over http://.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openChromium, openFirefox } from './support/browsers.mjs';
import { endsWithUs, removedWithUs } from './support/ending.mjs';

const { values } = parseArgs({
    options: { kills: { type: 'string', default: '6' }, browser: { type: 'string' }, seed: { type: 'string', default: '1' } },
});
const ALLOWED = 1000; // milliseconds
const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readdirSync(join(root, 'dist')).find((name) => name.endsWith('.html'));
const port = 19080 + (process.pid % 1000);
const server = endsWithUs(spawn(process.execPath, [join(root, 'tools/serve.mjs'), join(root, 'dist'), String(port)],
    { stdio: ['ignore', 'pipe', 'inherit'] }));
await new Promise((done) => server.stdout.once('data', done));
const urls = [pathToFileURL(join(root, 'dist', page)).href, `http://localhost:${port}/${encodeURIComponent(page)}`];

// The same numbers in every run with the same seed.
let state = Number(values.seed);
function random() {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
}

// The processes of the browser with this profile, which this program started: [{ id, type }], type '' for the first.
function processes(profile) {
    const found = [];
    for (const id of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
        try {
            const command = readFileSync(`/proc/${id}/cmdline`, 'utf8');
            if (!command.includes(profile) || command.includes('crashpad') || Number(id) === process.pid) continue;
            const type = (/--type=([a-z-]+)/.exec(command) || ['', /-contentproc/.test(command) ? 'content' : ''])[1];
            found.push({ id: Number(id), type });
        } catch {
            // It has ended.
        }
    }
    return found;
}

function kill(profile, kind) {
    const wanted = kind === 'tab' ? (type) => type === 'renderer' : () => true;
    for (const { id, type } of processes(profile)) {
        if (!wanted(type)) continue;
        try {
            process.kill(id, 'SIGKILL');
        } catch {
            // It has ended.
        }
    }
}

async function gone(profile) {
    for (let i = 0; i < 100 && processes(profile).some(({ type }) => type === ''); ++i) await sleep(50);
}

const person = `document.querySelector('[aria-label="填报人"]')`;

async function openPage(driver, url) {
    await driver.open(url);
    await driver.until(`${person} && !${person}.readOnly`, 'the form can be filled', 10000);
    return driver.evaluate(`${person}.value`);
}

// Types until `end`; what stood in the field, and since when.
async function typeUntil(driver, end, first) {
    const states = [{ time: 0, text: first }];
    await driver.click('textbox', '填报人');
    await driver.press('Control+a');
    let text = '';
    for (let i = 0; Date.now() < end; ++i) {
        const letter = String.fromCharCode(97 + Math.floor(random() * 26));
        await driver.page.keyboard.type(letter);
        text += letter;
        states.push({ time: Date.now(), text });
        await sleep(random() < 0.15 ? 700 : 20 + random() * 150);
    }
    return states;
}

// What is lost of the states, in milliseconds before the death; -1 for a text that never stood there.
function lost(states, found, death) {
    let last = -1;
    states.forEach(({ text }, index) => {
        if (text === found) last = index;
    });
    if (last < 0) return -1;
    return last + 1 < states.length ? Math.max(0, death - states[last + 1].time) : 0;
}

const browsers = [
    { name: 'Chromium', open: (profile) => openChromium({ gl: 'none', profile }), kinds: ['tab', 'browser'] },
    { name: 'Firefox', open: (profile) => openFirefox({ profile }), kinds: ['browser'] },
].filter((browser) => !values.browser || browser.name.includes(values.browser));

let passed = 0, failed = 0, worst = 0;
for (const browser of browsers) {
    const profiles = urls.map(() => removedWithUs(mkdtempSync(join(tmpdir(), 'shenbao-crash-'))));
    const expected = urls.map(() => '');
    const kills = Math.max(1, Math.round(Number(values.kills) * (browser.kinds.length / 3) * (browsers.length === 1 ? 3 / browser.kinds.length : 1)));
    for (let i = 0; i < kills; ++i) {
        const place = i % urls.length, kind = browser.kinds[Math.floor(i / urls.length) % browser.kinds.length];
        const profile = profiles[place];
        let driver = null;
        try {
            driver = await browser.open(profile);
            const before = await openPage(driver, urls[place]);
            if (before !== expected[place]) throw new Error(`opened with “${before}” instead of “${expected[place]}”`);
            const end = Date.now() + 500 + random() * 5000;
            let death = 0;
            const killing = sleep(end - Date.now() + 900).then(() => {
                death = Date.now();
                kill(profile, kind);
            });
            // The last key comes up to a second before the death, or after it.
            const states = await typeUntil(driver, end + random() * 900, before);
            await killing;
            await driver.close().catch(() => {});
            kill(profile, 'browser');
            await gone(profile);
            driver = await browser.open(profile);
            const found = await openPage(driver, urls[place]);
            const missing = lost(states, found, death);
            const replayed = await driver.evaluate('shenbao.replayed');
            const aside = await driver.evaluate(`Object.keys(localStorage).filter((key) => key.includes('/aside/')).length`);
            if (missing < 0) throw new Error(`“${found}” was never entered`);
            if (missing > ALLOWED) throw new Error(`${missing} ms lost: “${found}” of “${states[states.length - 1].text}”`);
            if (aside > 0) throw new Error('a broken draft was set aside');
            worst = Math.max(worst, missing);
            expected[place] = found;
            ++passed;
            console.log(`ok      ${browser.name}, ${urls[place].split(':')[0]}: ${kind} killed, ${missing} ms lost, ${replayed} writes from the journal`);
            await driver.close();
        } catch (error) {
            ++failed;
            console.log(`FAILED  ${browser.name}, ${urls[place].split(':')[0]}: ${kind} killed: ${String(error.message).split('\n')[0]}`);
            await driver?.close().catch(() => {});
            kill(profile, 'browser');
            await gone(profile);
            // What there is now is what the next round begins with.
            rmSync(profile, { recursive: true, force: true });
            profiles[place] = removedWithUs(mkdtempSync(join(tmpdir(), 'shenbao-crash-')));
            expected[place] = '';
        }
    }
    for (const profile of profiles) rmSync(profile, { recursive: true, force: true });
}
server.kill();
console.log(`most that was lost: ${worst} ms`);
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
