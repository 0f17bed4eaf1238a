// What the page holds after an hour of typing. Fast typing is about 15,000 keys an hour; here they come as fast as the
// page takes them, into one cell after another of the whole form, with undoing, scrolling and saving in between. A cell is
// written over as often as the typing comes round, so what the form holds stays about the same size.
import { readdirSync, unlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openSeed } from './pages.mjs';
import { rendererMemory } from './processes.mjs';
import { show } from './report.mjs';

const KEYS = 15000;
const IN_A_CELL = 18;
const MEASURES = 3; // in between and at the end

async function measure(driver) {
    await driver.still();
    await sleep(1500);
    // Twice: what only the first round lets go of is gone after the second.
    for (let i = 0; i < 2; ++i) await driver.cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await driver.cdp.send('Runtime.getHeapUsage');
    const { nodes, jsEventListeners } = await driver.cdp.send('Memory.getDOMCounters');
    const [wasm, elements, store, keys] = await driver.evaluate(`[Module.HEAPU8.length, document.querySelectorAll('*').length,
        Object.entries(localStorage).reduce((sum, [key, value]) => sum + key.length + value.length, 0), localStorage.length]`);
    return { wasm: wasm / 1048576, heap: usedSize / 1048576, elements, nodes, listeners: jsEventListeners, store: store / 1024,
        keys, resident: rendererMemory() };
}

// Pieces of what people write: numbers, letters, Chinese. `count` differs, so that the same cell gets another text.
function textFor(count) {
    const digits = String(10000000 + ((count * 7919) % 89999999));
    return [`${digits}.${count % 90 + 10}`, `abc ${digits} defg`, `${digits}%`][count % 3].padEnd(IN_A_CELL, '0').slice(0, IN_A_CELL);
}

async function visit(driver, round) {
    const { keyboard } = driver.page;
    await keyboard.press('Tab');
    let keys = 1;
    // Not the buttons, which add and delete rows.
    const writable = await driver.evaluate(`/^(INPUT|TEXTAREA)$/.test(document.activeElement.tagName)`);
    if (!writable) return keys;
    await keyboard.press('Control+a');
    const text = textFor(round);
    await keyboard.type(text);
    keys += text.length + 1;
    if (round % 5 === 0) {
        // What an input method commits.
        await driver.cdp.send('Input.imeSetComposition', { text: 'jixiao', selectionStart: 6, selectionEnd: 6 });
        await driver.cdp.send('Input.insertText', { text: '绩效' });
        keys += 7;
    }
    if (round % 7 === 0) {
        for (const key of ['Enter', 'Control+z', 'Control+z', 'Control+y']) await keyboard.press(key);
        keys += 4;
    }
    if (round % 11 === 0) await driver.page.mouse.wheel(0, round % 2 ? 400 : -400);
    if (round % 100 === 50) {
        // The draft, and once in a while the file.
        await keyboard.press('Control+s');
        ++keys;
    }
    return keys;
}

async function typeAnHour(driver, measured) {
    await driver.page.mouse.move(580, 480);
    await driver.click('textbox', '部门（单位）名称');
    let keys = 0, round = 0;
    for (let part = 1; part <= MEASURES; ++part) {
        while (keys < KEYS * part / MEASURES) keys += await visit(driver, round++);
        await measured(part);
    }
    return { keys, round };
}

const NUMBERS = [['wasm', 'wasm memory, MB', 1], ['heap', 'JavaScript heap, MB', 2], ['elements', 'elements in the page', 0],
    ['nodes', 'DOM nodes alive', 0], ['listeners', 'event listeners', 0], ['store', 'local storage, K characters', 0], ['keys', 'local storage, entries', 0], ['resident', 'resident, MB', 0]];

export async function measureMemory(renderer) {
    const driver = await openSeed(renderer);
    const found = [await measure(driver)];
    const start = Date.now();
    const { keys, round } = await typeAnHour(driver, async () => found.push(await measure(driver)));
    const minutes = (Date.now() - start) / 60000;
    for (const file of readdirSync(driver.downloads)) unlinkSync(join(driver.downloads, file));
    show(`${renderer.name}: an hour of typing, keys, cells, minutes it took`, `${keys}, ${round}, ${minutes.toFixed(1)}`);
    for (const [key, name, digits] of NUMBERS)
        show(`${renderer.name}: ${name} at start, ⅓, ⅔, end`, found.map((one) => one[key].toFixed(digits)).join('  '));
    const faults = await driver.evaluate('shenbao.faults');
    if (faults.length > 0) throw new Error(`the page had faults: ${faults[0]}`);
    await driver.close();
}
