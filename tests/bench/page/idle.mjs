// What the open form costs while nobody does anything, with and without the caret in a cell.
import { setTimeout as sleep } from 'node:timers/promises';
import { openSeed } from './pages.mjs';
import { cpuTimes } from './processes.mjs';
import { show } from './report.mjs';
import { mainThread } from './typing.mjs';

const SECONDS = 30;

// Counts every frame and timer anyone asks for from now on.
const WATCH = `(() => {
    window.asked = { frames: 0, timers: 0 };
    for (const [name, what] of [['requestAnimationFrame', 'frames'], ['setTimeout', 'timers'], ['setInterval', 'timers'],
        ['requestIdleCallback', 'timers']]) {
        const ask = window[name];
        window[name] = (...values) => { ++window.asked[what]; return ask.apply(window, values); };
    }
})()`;

async function idle(driver, name, budget) {
    // What was asked for is done, the draft is saved.
    await sleep(3000);
    const before = { cpu: cpuTimes(), task: await mainThread(driver.cdp), script: await mainThread(driver.cdp, 'ScriptDuration') };
    await driver.evaluate('window.asked && (window.asked.frames = window.asked.timers = 0)');
    await sleep(SECONDS * 1000);
    const { cpu, task, script } = { cpu: cpuTimes(), task: await mainThread(driver.cdp), script: await mainThread(driver.cdp, 'ScriptDuration') };
    const asked = await driver.evaluate('window.asked');
    if (asked) show(`${name}, frames asked for`, asked.frames, { digits: 0, ...budget });
    if (asked) show(`${name}, timers asked for`, asked.timers, { digits: 0, ...budget });
    show(`${name}, script, ms`, script - before.script);
    show(`${name}, main thread, ms`, task - before.task);
    show(`${name}, CPU time of the page's process, ms`, cpu.renderer - before.cpu.renderer, { digits: 0 });
    show(`${name}, CPU time of the whole browser, ms`, cpu.browser - before.cpu.browser, { digits: 0 });
}

export async function measureIdle(renderer) {
    const driver = await openSeed(renderer);
    await driver.evaluate(WATCH);
    await driver.click('textbox', '部门职能概述');
    await idle(driver, `${renderer.name}: idle ${SECONDS} s with a caret`, { most: 0 });
    await driver.evaluate('document.activeElement.blur()');
    await idle(driver, `${renderer.name}: idle ${SECONDS} s`, { most: 0 });
    await driver.page.goto('about:blank');
    await idle(driver, `an empty page: idle ${SECONDS} s`, {});
    await driver.close();
}
