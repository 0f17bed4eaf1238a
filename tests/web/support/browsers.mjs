// The browsers that tests open: Chromium by playwright-core, Firefox by puppeteer-core over WebDriver BiDi.
import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import { Driver, scratch } from './driver.mjs';

const QUIET = ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync',
    '--no-first-run', '--disable-quic'];
const SOFTWARE_GL = ['--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader'];
const NO_GL = ['--disable-gpu', '--disable-3d-apis'];

// `gl`: 'software' has WebGL on the processor, 'none' has no WebGL at all. `desktop`: the environment of a display to
// show a window on; without it there is none. `environment`: further variables.
// `args`: further ones of the command line. `incognito`: a window that forgets everything when it is closed.
// `profile`: a folder that outlives the browser, for tests that end it. `scale`: the pixel ratio; null: that of the screen
// the window is on (moveToScreen).
export async function openChromium({ gl = 'software', width = 1280, height = 900, scale = 1, desktop = null, profile: kept = null, environment = {},
    incognito = false, args = [] } = {}) {
    const downloads = scratch('downloads');
    const profile = kept || scratch('chromium');
    const settings = {
        executablePath: '/usr/bin/chromium',
        args: [...QUIET, ...(gl === 'none' ? NO_GL : SOFTWARE_GL), ...(scale ? [`--force-device-scale-factor=${scale}`] : ['--screen-info={1280x900}']),
            `--window-size=${width},${height}`, '--window-position=0,0', ...args],
        viewport: scale === 1 && !desktop ? { width, height } : null,
        acceptDownloads: true,
        headless: !desktop,
        env: { ...(desktop || process.env), ...environment },
    };
    // Every context but the persistent one is incognito.
    const browser = incognito ? await chromium.launch(settings) : null;
    const context = browser ? await browser.newContext(settings) : await chromium.launchPersistentContext(profile, settings);
    const page = context.pages()[0] || (await context.newPage());
    page.on('download', (download) => download.saveAs(join(downloads, download.suggestedFilename())).catch((error) => {
        if (!/canceled/.test(error.message)) throw error; // a test refused it
    }));
    const driver = new Driver(`Chromium, ${gl === 'none' ? 'no WebGL' : 'WebGL'}`, page, async () => {
        await context.close();
        await browser?.close();
        if (!kept) rmSync(profile, { recursive: true, force: true });
    }, downloads);
    driver.newPage = () => context.newPage();
    return driver;
}

// Moves the window of an open Chromium (scale: null) to a further screen of this pixel ratio, as a person drags it there.
export async function moveToScreen(driver, ratio) {
    const session = await driver.page.context().newCDPSession(driver.page);
    const { screenInfos } = await session.send('Emulation.getScreenInfos');
    const left = Math.max(...screenInfos.map((screen) => screen.left + screen.width)) + 4000;
    await session.send('Emulation.addScreen', { left, top: 0, width: 1600 * ratio, height: 1200 * ratio, devicePixelRatio: ratio });
    const { windowId } = await session.send('Browser.getWindowForTarget');
    // Its size is that of the old screen until it has arrived.
    for (let i = 0; i < 2; ++i) {
        await session.send('Browser.setWindowBounds', { windowId, bounds: { left: left + 40, top: 20, width: 1280, height: 900 } });
        await driver.until((wanted) => devicePixelRatio === wanted, `the window is on a screen of ratio ${ratio}`, 5000, ratio);
    }
    await session.detach();
    await driver.until(() => new Promise((done) => {
        const canvas = document.getElementById('canvas');
        requestAnimationFrame(() => done(Math.abs(canvas.width - canvas.clientWidth * devicePixelRatio) < 1));
    }), `the page is drawn at ratio ${ratio}`);
    await driver.still();
}

export async function openFirefox({ width = 1280, height = 900, desktop = null, scale = 1, profile: kept = null, environment = {}, incognito = false } = {}) {
    const downloads = scratch('downloads');
    const profile = kept || scratch('firefox');
    // A Firefox killed while it replaced its settings leaves none; Puppeteer wants to keep a copy of them.
    appendFileSync(join(profile, 'prefs.js'), '');
    const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: '/usr/bin/firefox-esr',
        headless: !desktop,
        userDataDir: profile,
        env: { ...(desktop || process.env), ...environment },
        args: [`--width=${width}`, `--height=${height}`],
        defaultViewport: scale === 1 && !desktop ? { width, height } : null,
        extraPrefsFirefox: {
            'browser.download.folderList': 2,
            'browser.download.dir': downloads,
            'browser.download.useDownloadDir': true,
            'browser.helperApps.neverAsk.saveToDisk': 'application/json,application/octet-stream',
            'intl.accept_languages': 'zh-CN',
            'layout.css.devPixelsPerPx': String(scale),
            'browser.privatebrowsing.autostart': incognito,
            // On a real display the window manager says who has the keyboard.
            // A headless window is never the active one; in test mode its elements hear of their focus all the same.
            'focusmanager.testmode': !desktop,
        },
    });
    // The first tab leaves the keyboard with the address bar: document.hasFocus() is false and no field looks focused.
    const [first] = await browser.pages();
    const page = await browser.newPage();
    await first?.close();
    const driver = new Driver('Firefox', page, async () => {
        await browser.close();
        if (!kept) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    }, downloads);
    driver.newPage = () => browser.newPage();
    return driver;
}
