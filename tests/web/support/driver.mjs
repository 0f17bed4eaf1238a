// One browser page, driven as a person drives it: by mouse, keys and files. Things are found through the semantic
// twin, by role and accessible name. The same calls work in Chromium (playwright-core) and Firefox (puppeteer-core,
// WebDriver BiDi).
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { removedWithUs } from './ending.mjs';

// Runs in the page. Finds the elements of a role whose accessible name is exactly `name` (any if null).
function findInPage([role, name]) {
    const implied = (element) => {
        const tag = element.tagName;
        if (tag === 'TEXTAREA') return 'textbox';
        if (tag === 'SELECT') return 'combobox';
        if (tag === 'BUTTON') return 'button';
        if (tag === 'A') return 'link';
        if (/^H[1-6]$/.test(tag)) return 'heading';
        if (tag === 'INPUT') return element.type === 'checkbox' ? 'checkbox' : 'textbox';
        return '';
    };
    const nameOf = (element) => element.getAttribute('aria-label') || element.textContent.trim();
    return [...document.querySelectorAll('input, textarea, select, button, a, h1, h2, h3, h4, h5, h6, [role]')].filter(
        (element) => (element.getAttribute('role') || implied(element)) === role &&
            (name === null || nameOf(element) === name));
}
const FIND = `(${findInPage})`;

export class Driver {
    constructor(name, page, close, downloads) {
        Object.assign(this, { name, page, closeBrowser: close, downloads });
    }

    async open(url) {
        await this.page.goto(url);
        await this.ready();
    }

    // Opens the page as a browser does that never saw it: the stores are emptied before its first script runs.
    async openAnew(url) {
        const empty = () => {
            if (location.hash !== '#anew' || performance.navigation.type !== performance.navigation.TYPE_NAVIGATE) return;
            localStorage.clear();
            // On a busy machine the page that was left still has it open for a while.
            const gone = indexedDB.deleteDatabase('shenbao-journal');
            window.emptied = false;
            gone.onsuccess = gone.onerror = () => {
                window.emptied = true;
            };
        };
        if (!this.empties) await (this.page.addInitScript ? this.page.addInitScript(empty) : this.page.evaluateOnNewDocument(empty));
        this.empties = true;
        // Only another page is left for a new one by a new address after the #.
        await this.page.goto('about:blank');
        await this.open(`${url}#anew`);
        await this.until(() => window.emptied !== false, 'the journal of the page before is gone', 20000);
    }

    async ready() {
        await this.until(() => performance.getEntriesByName('shenbao-ready').length > 0 && (!window.shenbao || window.shenbao.patches > 0),
            'the page is ready', 20000);
    }

    async reload() {
        await this.page.reload();
        await this.ready();
    }

    evaluate(text, argument) {
        return this.page.evaluate(text, argument);
    }

    async until(condition, what, milliseconds = 15000, argument = undefined) {
        const end = Date.now() + milliseconds;
        for (;;) {
            const value = await this.page.evaluate(condition, argument).catch(() => false);
            if (value) return value;
            if (Date.now() > end) throw new Error(`waited ${milliseconds} ms in vain until ${what}`);
            await sleep(30);
        }
    }

    // Facts about the one element of that role and name.
    async find(role, name, { wait = 15000 } = {}) {
        const end = Date.now() + wait;
        for (;;) {
            const found = await this.page.evaluate(`${FIND}(${JSON.stringify([role, name])}).map((element) => {
                const box = element.getBoundingClientRect();
                return { value: element.value === undefined ? element.textContent : element.value,
                    invalid: element.getAttribute('aria-invalid') === 'true',
                    required: element.getAttribute('aria-required') === 'true',
                    description: (element.getAttribute('aria-describedby') || '').split(' ').map((id) =>
                        (document.getElementById(id) || { textContent: '' }).textContent).join(' '),
                    focused: document.activeElement === element, disabled: !!element.disabled,
                    x: box.x, y: box.y, width: box.width, height: box.height };
            })`);
            if (found.length === 1) return found[0];
            if (found.length > 1) throw new Error(`${found.length} elements are ${role} “${name}”`);
            if (Date.now() > end) throw new Error(`no ${role} “${name}”`);
            await sleep(50);
        }
    }

    async count(role, name = null) {
        return this.page.evaluate(`${FIND}(${JSON.stringify([role, name])}).length`);
    }

    async names(role) {
        return this.page.evaluate(`${FIND}(${JSON.stringify([role, null])}).map((element) =>
            element.getAttribute('aria-label') || element.textContent.trim())`);
    }

    async value(role, name) {
        return (await this.find(role, name)).value;
    }

    // Until the page has drawn all it wants to draw: two animation frames in a row without a frame of the form. A person
    // sees what came of a key, and waits for the picture to stand still before aiming at it.
    async still() {
        await this.page.evaluate(`new Promise((done) => {
            let drawn = window.shenbao ? shenbao.frames : 0, quiet = 0;
            const end = performance.now() + 3000;
            const look = () => {
                const now = window.shenbao ? shenbao.frames : 0;
                quiet = now === drawn ? quiet + 1 : 0;
                drawn = now;
                if (quiet >= 2 || performance.now() > end) done(true);
                else requestAnimationFrame(look);
            };
            requestAnimationFrame(look);
        })`);
    }

    // Brings the element into view as a person scrolls, and says where its middle is once it stands still there.
    async aim(role, name) {
        for (let attempt = 0; attempt < 20; ++attempt) {
            await this.find(role, name);
            await this.page.evaluate(`${FIND}(${JSON.stringify([role, name])})[0].scrollIntoView({ block: 'center' })`);
            await this.still();
            const { x, y, width, height } = await this.find(role, name);
            const middle = { x: x + width / 2, y: y + height / 2 };
            const hit = await this.page.evaluate(`(() => {
                const top = document.elementFromPoint(${middle.x}, ${middle.y});
                const element = ${FIND}(${JSON.stringify([role, name])})[0];
                return !!element && (element === top || element.contains(top));
            })()`);
            if (hit) return middle;
        }
        throw new Error(`${role} “${name}” cannot be reached by the mouse`);
    }

    async click(role, name) {
        const { x, y } = await this.aim(role, name);
        await this.page.mouse.move(x, y);
        await this.page.mouse.click(x, y);
        await this.still();
    }

    async press(key) {
        const parts = key.split('+');
        for (const part of parts.slice(0, -1)) await this.page.keyboard.down(part);
        await this.page.keyboard.press(parts[parts.length - 1]);
        for (const part of parts.slice(0, -1).reverse()) await this.page.keyboard.up(part);
        await this.still();
    }

    async type(text) {
        await this.page.keyboard.type(text);
        await this.still();
    }

    // Replaces what stands in a field, by keyboard.
    async fill(role, name, text) {
        await this.click(role, name);
        await this.press('Control+a');
        if (text === '') await this.press('Delete');
        else await this.type(text);
        await this.press('Tab');
    }

    async choose(name, option) {
        await this.page.evaluate(`(() => {
            const element = ${FIND}(${JSON.stringify(['combobox', name])})[0];
            element.focus();
            element.value = ${JSON.stringify(option)};
            element.dispatchEvent(new Event('input', { bubbles: true }));
            element.dispatchEvent(new Event('change', { bubbles: true }));
        })()`);
        await this.still();
    }

    async upload(path) {
        const input = await this.page.$('input[type=file]');
        if (this.page.setInputFiles) await input.setInputFiles(path);
        else await input.uploadFile(path);
        await sleep(200); // it is read in the background; what comes of it is waited for by who wants it
        await this.still();
    }

    // The newest file the page saved, once `act` made it do so.
    async download(act) {
        // One of an earlier case may have the same name.
        for (const file of readdirSync(this.downloads)) rmSync(join(this.downloads, file));
        await act();
        for (let i = 0; i < 100; ++i) {
            const fresh = readdirSync(this.downloads).filter((file) => !/\.(part|crdownload)$/.test(file));
            if (fresh.length) {
                await sleep(100);
                return { name: fresh[0], bytes: readFileSync(join(this.downloads, fresh[0])) };
            }
            await sleep(50);
        }
        throw new Error('nothing was saved');
    }

    // Another tab of the same browser, with the page open in it.
    async another(url) {
        const page = await this.newPage();
        const driver = new Driver(this.name, page, () => page.close(), scratch('downloads'));
        await driver.open(url);
        return driver;
    }

    // Turns to this tab. Of two, browsers paint the one that is looked at; the other learns of things late.
    async look() {
        await this.page.bringToFront();
    }

    async screenshot(path) {
        await this.page.screenshot({ path });
    }

    async close() {
        await this.closeBrowser();
        rmSync(this.downloads, { recursive: true, force: true });
    }
}

// A new folder for what a browser leaves behind.
export const scratch = (kind) => removedWithUs(mkdtempSync(join(tmpdir(), `shenbao-${kind}-`)));
