// What is drawn: an open editor's letters lie on the canvas's to the pixel, schemes follow the system, a lost context
// goes on.
// Tries: web/surface.js, web/layout.js, web/renderer.cpp, web/loop.js, web/page.css
import assert from 'node:assert/strict';
import { moveToScreen, openChromium, openFirefox } from '../support/browsers.mjs';
import { decodePng, inkOf, offsetOf } from '../support/picture.mjs';
import { openSeed } from '../support/seed.mjs';

const FIELDS = ['department', 'person', 'phone', 'tasks', 'duties', 'income.fiscal.current', 'expenditure.operation.before_last',
    'longterm.public_funds_control.basis', 'longterm.public_funds_control.target'];
const SOME_FIELDS = ['department', 'duties', 'income.fiscal.current', 'longterm.public_funds_control.basis'];

async function zoomTo(driver, percent) {
    for (let i = 0; i < 20; ++i) {
        const now = Number(/(\d+)%/.exec((await driver.names('button')).find((name) => /\d+%/.test(name)))[1]);
        if (now === percent) return;
        await driver.press(now < percent ? 'Control+Equal' : 'Control+Minus');
        await driver.still();
    }
    throw new Error(`never came to ${percent} %`);
}

const pictureOf = async (driver, clip) => decodePng(Buffer.from(await driver.page.screenshot(clip ? { clip } : {})));

// How the text of the field's editor lies on the canvas's: { dx, dy, rest }, in device pixels.
async function coincidence(driver, path) {
    const element = `document.querySelector('[data-id="cell:${path}"]')`;
    await driver.evaluate(`document.activeElement.blur(); ${element}.scrollIntoView({ block: 'center', inline: 'center' })`);
    await driver.still();
    const { box, ratio, paper } = await driver.evaluate(`(() => { const box = ${element}.getBoundingClientRect();
        const paper = document.querySelector('main').getBoundingClientRect();
        return { box: box.toJSON(), paper: paper.toJSON(), ratio: devicePixelRatio }; })()`);
    const left = Math.max(box.left, paper.left), top = Math.max(box.top, paper.top);
    const right = Math.min(box.right, paper.right - 16), bottom = Math.min(box.bottom, paper.bottom - 16);
    // Fours of CSS pixels are whole device pixels at every ratio tried.
    const clip = { x: Math.floor(left / 4) * 4, y: Math.floor(top / 4) * 4 };
    clip.width = Math.ceil((right - clip.x) / 4) * 4;
    clip.height = Math.ceil((bottom - clip.y) / 4) * 4;
    const canvas = await pictureOf(driver, clip);
    await driver.evaluate(`${element}.focus({ preventScroll: true });
        if (${element}.setSelectionRange) ${element}.setSelectionRange(0, 0);
        // A list has no letters of its own.
        if (${element}.tagName !== 'SELECT') document.getElementById('canvas').style.visibility = 'hidden'; document.documentElement.classList.add('without-caret')`);
    await driver.still();
    const editor = await pictureOf(driver, clip);
    await driver.evaluate(`document.getElementById('canvas').style.visibility = ''`);
    assert.equal(canvas.width, Math.round(clip.width * ratio), 'the picture is in device pixels');
    const low = (edge, from) => Math.round((edge - from) * ratio) + 2, high = (edge, from) => Math.round((edge - from) * ratio) - 2;
    const part = { x: low(left, clip.x), y: low(top, clip.y) };
    part.width = high(right, clip.x) - part.x;
    part.height = high(bottom, clip.y) - part.y;
    // Tints of the ground are no ink.
    const letters = (whole) => {
        const found = inkOf(whole, part);
        found.ink.forEach((value, at) => {
            if (value < 40) found.ink[at] = 0;
        });
        return found;
    };
    return offsetOf(letters(canvas), letters(editor));
}
// Sentences about every field whose letters are not in place.
async function apart(driver, percents, fields = FIELDS) {
    await driver.evaluate(`if (!document.getElementById('tried')) { const style = document.createElement('style'); style.id = 'tried';
        style.textContent = '.without-caret .field { caret-color: transparent !important; } .without-caret .field::selection { background: transparent; }';
        document.head.append(style); }`);
    const found = [];
    // Firefox adds up widths in sixtieths of a pixel: at the end of a line a letter may be a quarter pixel off.
    const most = driver.name === 'Firefox' ? 0.45 : 0.15;
    const ratio = await driver.evaluate('devicePixelRatio');
    for (const percent of percents) {
        await zoomTo(driver, percent);
        for (const path of fields) {
            const { dx, dy, rest, inPlace } = await coincidence(driver, path);
            if (!(dx === 0 && dy === 0 && rest < most))
                found.push(`ratio ${ratio}, ${percent} % ${path}: ${dx}, ${dy} px, ${inPlace.toFixed(2)} of the ink differs, ${rest.toFixed(2)} there`);
        }
    }
    return found;
}

export default [
    {
        name: 'an editor opens with its letters on those of the canvas, at every zoom',
        async run(driver, { root }) {
            await openSeed(driver, root);
            assert.deepEqual(await apart(driver, [50, 75, 100, 150, 200, 300]), []);
        },
    },
    {
        name: 'a number of many digits and a choice of two lines look open as they look closed',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.fill('spinbutton', '收入构成 财政拨款 当年金额', '123456789.1234');
            await driver.choose('长期绩效指标 公用经费控制率 指标值确定依据', '预算支出标准');
            assert.deepEqual(await apart(driver, [75, 100, 150], ['income.fiscal.current', 'longterm.public_funds_control.basis']), []);
        },
    },
    {
        name: 'accents, variants of hanzi and joined emoji are drawn as the editor draws them',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.click('textbox', '部门职能概述');
            await driver.press('Control+a');
            await driver.evaluate(`document.execCommand('insertText', false, 'Re\u0301sume\u0301，葛\u{E0100}城葛\u{E0101}，\u2764\uFE0F')`);
            await driver.press('Tab');
            assert.deepEqual(await apart(driver, [100, 200], ['duties']), []);
            await driver.click('textbox', '部门职能概述');
            await driver.press('Control+a');
            await driver.evaluate(`document.execCommand('insertText', false, '👨\u200D👩\u200D👧，👍🏻，🇨🇳，1\uFE0F\u20E3，完')`);
            await driver.press('Tab');
            assert.deepEqual(await apart(driver, [100, 200], ['duties']), []);
        },
    },
    {
        name: 'an editor lies on the canvas also where the window was moved to a screen of another pixel ratio',
        needs: 'chromium',
        async run(_, { root, browser, url }) {
            const driver = await openChromium({ gl: browser.webgl ? 'software' : 'none', scale: null });
            try {
                await driver.open(url);
                await openSeed(driver, root);
                const found = [];
                // WebGL on the processor takes seconds for a frame of a large screen.
                for (const ratio of browser.webgl ? [1.5, 1] : [1.25, 1.5, 2, 3, 1]) {
                    await moveToScreen(driver, ratio);
                    found.push(...(await apart(driver, browser.webgl ? [100] : [100, 150], SOME_FIELDS)));
                }
                assert.deepEqual(found, []);
            } finally {
                await driver.close();
            }
        },
    },
    {
        // A headless Firefox has one screen, of a ratio it is started with.
        name: 'an editor lies on the canvas at the pixel ratios of Firefox',
        needs: 'firefox',
        async run(_, { root, url }) {
            const found = [];
            for (const scale of [1.25, 1.5, 2, 3]) {
                const driver = await openFirefox({ scale });
                try {
                    await driver.open(url);
                    assert.equal(await driver.evaluate('devicePixelRatio'), scale);
                    await openSeed(driver, root);
                    found.push(...(await apart(driver, [100, 150], SOME_FIELDS)));
                } finally {
                    await driver.close();
                }
            }
            assert.deepEqual(found, []);
        },
    },
    {
        name: 'a printed label breaks in the twin as on the canvas',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const broken = await driver.evaluate(`(() => {
                const linesOf = (element) => {
                    const text = element.firstChild, range = document.createRange(), lines = [];
                    let top = null;
                    for (let i = 0; i < text.length; ++i) {
                        range.setStart(text, i);
                        range.setEnd(text, i + 1);
                        const box = range.getBoundingClientRect();
                        if (top === null || box.top > top + 4) lines.push('');
                        top = box.top;
                        lines[lines.length - 1] += text.data[i];
                    }
                    return lines.join('/');
                };
                return [...document.querySelectorAll('main .static')].filter((one) => one.firstChild).map(linesOf); })()`);
            // As they stand on the screenshot of the canvas.
            for (const label of ['服务对象/满意度', '联系部门/满意度', '项目支出/成本控制', '指标值确/定依据', '可持续/发展能/力'])
                assert.ok(broken.includes(label), `${label} of ${broken.filter((one) => one.replace(/\//g, '') === label.replace(/\//g, ''))}`);
        },
    },
    {
        // Many new glyphs at once make their texture grow in the middle of a frame.
        name: 'a frame shows all of its letters, however many are new',
        async run(driver, { root }) {
            await openSeed(driver, root);
            for (const percent of [75, 150, 300]) {
                await zoomTo(driver, percent);
                for (const part of [0, 0.25, 1]) {
                    await driver.evaluate((where) => {
                        const main = document.querySelector('main');
                        main.scrollTo(0, where * main.scrollHeight);
                    }, part);
                    await driver.still();
                    const clip = { x: 240, y: 100, width: 600, height: 700 };
                    const once = await pictureOf(driver, clip);
                    await driver.evaluate('shenbao.imports.request_frame()');
                    await driver.still();
                    assert.ok(once.rows.equals((await pictureOf(driver, clip)).rows), `at ${percent} %, ${part} of the way down`);
                }
            }
        },
    },
    {
        name: 'a lost WebGL context goes on in software without a reload',
        needs: 'webgl',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const before = await pictureOf(driver);
            await driver.evaluate(`document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`);
            await driver.until(`document.documentElement.dataset.renderer === 'software'`, 'software draws');
            await driver.still();
            const after = await pictureOf(driver);
            // The same picture but for the edges of curves.
            const whole = { x: 0, y: 0, width: before.width, height: before.height };
            const { dx, dy, inPlace } = offsetOf(inkOf(before, whole), inkOf(after, whole), 1);
            assert.deepEqual({ dx, dy }, { dx: 0, dy: 0 });
            assert.ok(inPlace < 0.02, `${inPlace} of the ink differs`);
            await driver.fill('textbox', '填报人', '欧阳');
            assert.equal(await driver.value('textbox', '填报人'), '欧阳');
            assert.deepEqual(await driver.evaluate('shenbao.faults'), []);
        },
    },
    {
        name: 'dark, high-contrast and forced colours follow the system while the page is open',
        needs: 'chromium',
        async run(driver) {
            const paper = () => driver.evaluate(`getComputedStyle(document.documentElement).getPropertyValue('--page').trim()`);
            const light = await paper();
            await driver.page.emulateMedia({ colorScheme: 'dark' });
            await driver.until((before) => getComputedStyle(document.documentElement).getPropertyValue('--page').trim() !== before, 'the paper is dark',
                5000, light);
            await driver.still();
            const dark = await pictureOf(driver);
            const corner = dark.rows[(dark.width * 100 + dark.width / 2) * dark.channels | 0];
            assert.ok(corner < 100, `a dark page is ${corner} bright`);
            await driver.screenshot('build/screenshots/scheme-dark.png');
            await driver.page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
            await driver.until(`getComputedStyle(document.documentElement).getPropertyValue('--desk').trim() === '#ffffff'`, 'high contrast');
            await driver.still();
            await driver.screenshot('build/screenshots/scheme-contrast.png');
            // What the system forces must not make the twin's words visible over the canvas's.
            const seen = await driver.evaluate(`[...document.querySelectorAll('#twin .node')].filter((node) =>
                node !== document.activeElement && !/, 0\\)$|transparent/.test(getComputedStyle(node).color)).length`);
            assert.equal(seen, 0);
            await driver.page.emulateMedia({ colorScheme: null, forcedColors: null });
            await driver.until((before) => getComputedStyle(document.documentElement).getPropertyValue('--page').trim() === before, 'light again', 5000, light);
        },
    },
];
