// Types into the page with a real Pinyin input method (fcitx5) on a private display, as a person does:
//   node tests/web/pinyin.mjs [--only TEXT] [--browser TEXT] [--whole] [--shots FOLDER]
// --whole types the whole seed form in, which takes minutes in each browser; without it the beginning of the form.
// Prints a line a case and at the end `N passed, N failed`.
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openChromium, openFirefox } from './support/browsers.mjs';
import { InputPanel } from './support/input_panel.mjs';
import { PinyinSession } from './support/pinyin_session.mjs';
import { Typist } from './support/typist.mjs';
import composing from './pinyin/composing.mjs';
import findInPage from './pinyin/find_in_page.mjs';
import { beginningOfTheForm, wholeForm } from './pinyin/whole_form.mjs';
import windows from './pinyin/windows.mjs';

const { values } = parseArgs({
    options: {
        only: { type: 'string' }, browser: { type: 'string' }, whole: { type: 'boolean' },
        shots: { type: 'string', default: 'build/screenshots' },
    },
});
const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const page = readdirSync('dist').find((name) => name.endsWith('.html'));
if (!page) throw new Error('no page in dist/: build it first');
mkdirSync(values.shots, { recursive: true });
const url = pathToFileURL(join(root, 'dist', page)).href;

const browsers = [
    { name: 'Chromium, WebGL', open: (desktop) => openChromium({ desktop, height: 1000 }), url: url + '?renderer=webgl', chromium: true },
    { name: 'Chromium, no WebGL', open: (desktop) => openChromium({ desktop, height: 1000, gl: 'none' }), url, chromium: true },
    { name: 'Firefox', open: (desktop) => openFirefox({ desktop, height: 1000 }), url },
].filter((browser) => !values.browser || browser.name.includes(values.browser));
const cases = [...composing, ...findInPage, ...windows, values.whole ? wholeForm : beginningOfTheForm]
    .filter((test) => !values.only || test.name.includes(values.only));

// A person at the machine: finds things in the page, presses and looks.
class Person {
    constructor(session, driver, browser) {
        Object.assign(this, { session, driver, browser, shots: values.shots, root });
    }

    // The page has the keyboard of the display, and how far its corner is from the display's.
    async settle() {
        await this.driver.evaluate(`window.addEventListener('pointerdown', (event) => {
            window.cornerOfPage = { x: event.screenX - event.clientX, y: event.screenY - event.clientY }; }, true)`);
        // The desk beside the paper takes a click without a consequence.
        await this.driver.until('!!document.querySelector("main")', 'the paper is there');
        for (let i = 0; i < 10 && !(await this.driver.evaluate('!!window.cornerOfPage && document.hasFocus()')); ++i) {
            await this.session.click(640, 970 - i * 10);
            await this.driver.until('!!window.cornerOfPage && document.hasFocus()', 'the page has the keyboard', 1000).catch(() => {});
        }
        this.corner = await this.driver.evaluate('window.cornerOfPage');
        if (!this.corner) throw new Error('the page never got a click');
        await this.session.chinese(false);
    }

    // Clicks the middle of a field with the real mouse.
    async click(role, name) {
        const { x, y } = await this.driver.aim(role, name);
        await this.session.click(this.corner.x + x, this.corner.y + y);
        await this.driver.until(([wanted]) => (document.activeElement.getAttribute('aria-label') || '') === wanted,
            `“${name}” has the keyboard`, 5000, [name]);
    }

    text() {
        return this.driver.evaluate('document.activeElement.value');
    }

    async holds(expected) {
        await this.driver.until((wanted) => document.activeElement.value === wanted, `the field holds “${expected}”`, 5000, expected)
            .catch(async (error) => {
                throw new Error(`${error.message}; it holds “${await this.text()}”`);
            });
    }

    // Types letters that the input method composes, and waits until all of them are shown.
    async compose(letters) {
        await this.session.type(letters);
        await this.driver.until((wanted) => document.activeElement.value.replace(/[ ']/g, '').endsWith(wanted), `“${letters}” is composed`,
            5000, letters);
        for (let i = 0; this.panel && i < 200 && this.panel.candidates.length === 0; ++i) await new Promise((done) => setTimeout(done, 10));
    }

    // What the form holds, not what the field shows: a field that is left shows the form's own value.
    async valueOf(role, name) {
        await this.driver.still();
        return this.driver.value(role, name);
    }
}

let passed = 0, failed = 0;
for (const browser of browsers) {
    const session = await new PinyinSession().start({ width: 1280, height: 1000 });
    let driver = null, person = null;
    try {
        for (const test of cases) {
            if (test.needs && !browser[test.needs]) continue;
            const started = Date.now();
            try {
                if (!driver) {
                    driver = await browser.open(session.environment);
                    person = new Person(session, driver, browser);
                }
                await driver.openAnew(browser.url);
                await person.settle();
                if (test.panel !== false && !person.panel) person.panel = await new InputPanel().open(session.busPath);
                person.typist ??= person.panel ? new Typist(session, person.panel, driver) : undefined;
                if (person.typist) Object.assign(person.typist, { driver });
                await test.run(person);
                ++passed;
                console.log(`ok      ${browser.name}: ${test.name} (${Date.now() - started} ms)`);
            } catch (error) {
                ++failed;
                console.log(`FAILED  ${browser.name}: ${test.name}: ${String(error.message).replace(/\s*\n\s*/g, ' | ')}`);
                console.log(error.stack);
                try {
                    session.screenshot(join(values.shots, `failed-pinyin-${browser.name}-${test.name}.png`.replace(/[ ,/]+/g, '-')));
                } catch (problem) {
                    console.log(`no picture: ${problem.message}`);
                }
                await driver?.close().catch(() => {});
                person?.panel?.close();
                driver = null;
            }
        }
        await driver?.close().catch(() => {});
    } finally {
        await session.stop();
    }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
