// Opening what is measured: our page in either renderer, and any page beside it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { openChromium } from '../../web/support/browsers.mjs';

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const pagePath = join(root, 'dist', readdirSync(join(root, 'dist')).find((name) => name.endsWith('.html')));
export const seedPath = join(root, 'tests/fixtures/seed.txt');

// There is no graphics processor here. WebGL drawn by the main processor is asked for by name, because the page by itself
// takes the software renderer then; so its times say little, and have no budgets: `budgets` are those of an edit.
export const RENDERERS = [
    { name: 'software', gl: 'none', query: '?renderer=software', budgets: { most: 16 } },
    { name: 'WebGL', gl: 'software', query: '?renderer=webgl', budgets: {} },
];

export const urlOf = (renderer) => pathToFileURL(pagePath).href + renderer.query;

// Navigation start to the mark of the first complete frame, once a run, ms.
export async function openings(driver, url, runs) {
    const times = [];
    for (let i = 0; i < runs; ++i) {
        await driver.page.goto('about:blank');
        await driver.open(url);
        times.push(await driver.evaluate(`performance.getEntriesByName('shenbao-ready')[0].startTime`));
    }
    return times;
}

// Our page with the seed form open and a protocol session beside the driver. From here on the page notes how long each
// of its frames took: shenbao.frameTimes. `before` runs in the page before its own scripts.
export async function openSeed(renderer, before = '') {
    const driver = await openChromium({ gl: renderer.gl });
    if (before) await driver.page.addInitScript(before);
    await driver.open(urlOf(renderer));
    const drawn = await driver.evaluate('document.documentElement.dataset.renderer');
    if (drawn !== renderer.name.toLowerCase()) throw new Error(`${renderer.name} was asked for, ${drawn} draws`);
    await driver.upload(seedPath);
    await driver.until('document.querySelector("[data-id]") && document.title && ' +
        '[...document.querySelectorAll("textarea")].some((field) => field.value.length > 100)', 'the seed form is open');
    await driver.still();
    await driver.evaluate(`(() => {
        shenbao.frameTimes = [];
        let last = shenbao.frameTime;
        Object.defineProperty(shenbao, 'frameTime', { get: () => last, set: (time) => { last = time; shenbao.frameTimes.push(time); } });
    })()`);
    driver.cdp = await driver.page.context().newCDPSession(driver.page);
    return driver;
}
