// What is drawn: an open editor's letters lie on the canvas's to the pixel, schemes follow the system, a lost context
// goes on.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { decodePng, inkOf, offsetOf } from '../support/picture.mjs';

const FIELDS = ['department', 'person', 'phone', 'tasks', 'duties', 'income.fiscal.current', 'expenditure.operation.before_last',
    'longterm.public_funds_control.basis', 'longterm.public_funds_control.target'];

async function openSeed(driver, root) {
    await driver.upload(join(root, 'tests/fixtures/seed.txt'));
    await driver.until(() => [...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'),
        'the seed form is open');
    await driver.still();
}

async function zoomTo(driver, percent) {
    for (let i = 0; i < 20; ++i) {
        const now = Number(/(\d+)%/.exec((await driver.names('button')).find((name) => /\d+%/.test(name)))[1]);
        if (now === percent) return;
        await driver.press(now < percent ? 'Control+Equal' : 'Control+Minus');
        await driver.still();
    }
    throw new Error(`never came to ${percent} %`);
}

const picture = async (driver) => decodePng(Buffer.from(await driver.page.screenshot()));

// How the text of the field's editor lies on the canvas's: { dx, dy, rest }, in device pixels.
async function coincidence(driver, path) {
    const element = `document.querySelector('[data-id="cell:${path}"]')`;
    await driver.evaluate(`document.activeElement.blur(); ${element}.scrollIntoView({ block: 'center', inline: 'center' })`);
    await driver.still();
    const { box, ratio, paper } = await driver.evaluate(`(() => { const box = ${element}.getBoundingClientRect();
        const paper = document.querySelector('main').getBoundingClientRect();
        return { box: box.toJSON(), paper: paper.toJSON(), ratio: devicePixelRatio }; })()`);
    const canvas = await picture(driver);
    await driver.evaluate(`${element}.focus({ preventScroll: true });
        if (${element}.setSelectionRange) ${element}.setSelectionRange(0, 0);
        document.getElementById('canvas').style.visibility = 'hidden'; document.documentElement.classList.add('without-caret')`);
    await driver.still();
    const editor = await picture(driver);
    await driver.evaluate(`document.getElementById('canvas').style.visibility = ''`);
    const low = (edge, least) => Math.round(Math.max(edge, least) * ratio) + 2, high = (edge, most) => Math.round(Math.min(edge, most) * ratio) - 2;
    const part = { x: low(box.left, paper.left), y: low(box.top, paper.top) };
    part.width = high(box.right, paper.right - 16) - part.x;
    part.height = high(box.bottom, paper.bottom - 16) - part.y;
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

async function assertCoincide(driver, root, percents) {
    await openSeed(driver, root);
    await driver.evaluate(`{ const style = document.createElement('style');
        style.textContent = '.without-caret .field { caret-color: transparent !important; } .without-caret .field::selection { background: transparent; }';
        document.head.append(style); }`);
    const apart = [];
    // Firefox adds up widths in sixtieths of a pixel: at the end of a line a letter may be a quarter pixel off.
    const most = driver.name === 'Firefox' ? 0.45 : 0.15;
    for (const percent of percents) {
        await zoomTo(driver, percent);
        for (const path of FIELDS) {
            let found = await coincidence(driver, path);
            // The first cell after a zoom may still be on its way between the two pictures.
            if (found.inPlace >= most) found = await coincidence(driver, path);
            const { dx, dy, rest, inPlace } = found;
            if (!(dx === 0 && dy === 0 && rest < most))
                apart.push(`${percent} % ${path}: ${dx}, ${dy} px, ${inPlace.toFixed(2)} of the ink differs, ${rest.toFixed(2)} there`);
        }
    }
    assert.deepEqual(apart, []);
}

export default [
    {
        name: 'an editor opens with its letters on those of the canvas, at every zoom',
        async run(driver, { root }) {
            await assertCoincide(driver, root, [50, 75, 100, 150, 200, 300]);
        },
    },
    {
        name: 'a lost WebGL context goes on in software without a reload',
        needs: 'webgl',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const before = await picture(driver);
            await driver.evaluate(`document.getElementById('canvas').getContext('webgl2').getExtension('WEBGL_lose_context').loseContext()`);
            await driver.until(`document.documentElement.dataset.renderer === 'software'`, 'software draws');
            await driver.still();
            const after = await picture(driver);
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
            const dark = await picture(driver);
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
