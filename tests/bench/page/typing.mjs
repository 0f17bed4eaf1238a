// Keys: how long a person waits until what she pressed is on the screen, and what an edit costs the page itself.
import { setTimeout as sleep } from 'node:timers/promises';
import { openSeed } from './pages.mjs';
import { enterAmount, fieldsOf, peersOf } from './peers.mjs';
import { show, showSpread } from './report.mjs';

const KEYS = 60;
const AMOUNT = ['spinbutton', '收入构成 财政拨款 当年金额'];
const LONG_TEXT = ['textbox', '部门职能概述'];

// Real key presses through the driver into the focused field of any page. For every key, ms:
//   painted: from the key's own time stamp until the main thread has run and painted the animation frame after the
//     `input` event (a message posted in that frame comes after its style, layout and paint);
//   presented: until the frame was on the screen, as Chromium's Event Timing tells it, in steps of 8 ms; it is silent
//     about what took less than 16, which counts as 16 here.
// `work`: what the main thread did per key, ms. With `over`, every so many keys write over what is there.
export async function pressKeys(driver, { count = KEYS, over = 0 } = {}) {
    const cdp = driver.cdp || (await driver.page.context().newCDPSession(driver.page));
    await driver.evaluate(`(() => {
        const bench = window.bench = { painted: [], presented: [] };
        let pressed = 0;
        const down = (event) => { pressed = event.timeStamp; };
        const input = () => requestAnimationFrame(() => {
            const channel = new MessageChannel(), from = pressed;
            channel.port1.onmessage = () => bench.painted.push(performance.now() - from);
            channel.port2.postMessage(0);
        });
        window.addEventListener('keydown', down, true);
        window.addEventListener('input', input, true);
        const observer = new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
            if (entry.name === 'keypress') bench.presented.push(entry.duration);
        }));
        observer.observe({ type: 'event', durationThreshold: 16 });
        bench.stop = () => {
            observer.disconnect();
            window.removeEventListener('keydown', down, true);
            window.removeEventListener('input', input, true);
        };
    })()`);
    const before = await mainThread(cdp);
    for (let i = 0; i < count; ++i) {
        if (over > 0 && i % over === 0) await driver.press('Control+a');
        await driver.page.keyboard.press(String(1 + (i % 9)));
        // Not in step with the screen, as no person is.
        await sleep(70 + (i * 7) % 31);
    }
    await driver.until(`bench.painted.length >= ${count}`, 'every key is painted');
    const work = ((await mainThread(cdp)) - before) / count;
    await sleep(300);
    const { painted, presented } = await driver.evaluate('(bench.stop(), bench)');
    while (presented.length < count) presented.push(16);
    return { painted, presented, work };
}

export async function mainThread(cdp, name = 'TaskDuration') {
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const { metrics } = await cdp.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name).value * 1000;
}

// An edit, its re-check and its frame, without the wait for the screen's next turn: the time in the event's handlers
// and from the start of the animation frame until it is painted, ms. `text`: what the edit number `i` makes of the focused `field`.
export async function editWork(driver, count = 40, text = 'String(1000 + i)') {
    return driver.evaluate(`(async () => {
        const field = document.activeElement, times = [];
        for (let i = 0; i < ${count}; ++i) {
            await new Promise((done) => setTimeout(done, 60));
            let began = 0;
            requestAnimationFrame(() => { began = performance.now(); });
            const start = performance.now();
            field.value = ${text};
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: '1' }));
            const handled = performance.now() - start;
            await new Promise((done) => requestAnimationFrame(() => {
                const channel = new MessageChannel();
                channel.port1.onmessage = done;
                channel.port2.postMessage(0);
            }));
            times.push(handled + performance.now() - began);
        }
        return times;
    })()`);
}

// What a save holds up: the whole call that writes, reads back and notes the journal, and what runs right after it.
async function saves(driver) {
    return driver.evaluate(`(async () => {
        const field = document.activeElement, save = Module._web_save_now, times = [];
        const timed = () => {
            const start = performance.now();
            save();
            Promise.resolve().then(() => times.push(performance.now() - start));
        };
        // Emscripten's script sets a function anew when it is first called.
        Object.defineProperty(Module, '_web_save_now', { get: () => timed, set() {}, configurable: true });
        for (let i = 0; i < 20; ++i) {
            field.value = String(2000 + i);
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: '1' }));
            await new Promise((done) => setTimeout(done, 450));
        }
        Object.defineProperty(Module, '_web_save_now', { value: save, writable: true });
        return times;
    })()`);
}

function showKeys(name, { painted, presented, work }) {
    showSpread(`${name}: key to painted, ms`, painted);
    showSpread(`${name}: key to presented (steps of 8), ms`, presented, { digits: 0 });
    show(`${name}: main thread per key, ms`, work);
}

export async function measureTyping(renderer) {
    const driver = await openSeed(renderer);
    await driver.click(...LONG_TEXT);
    await driver.press('Control+End');
    showKeys(`${renderer.name}, long text`, await pressKeys(driver));
    await driver.click(...AMOUNT);
    showKeys(`${renderer.name}, amount`, await pressKeys(driver, { over: 6 }));
    await driver.evaluate('shenbao.frameTimes.length = 0');
    showSpread(`${renderer.name}: edit with re-check and frame, ms`, await editWork(driver), renderer.budgets);
    showSpread(`${renderer.name}: edit, our own frame alone, ms`, await driver.evaluate('shenbao.frameTimes'));
    showSpread(`${renderer.name}: a save, ms`, await saves(driver));
    const fields = await fieldsOf(driver);
    for (const peer of peersOf(fields)) {
        await driver.open(peer.url);
        await enterAmount(driver, fields);
        showKeys(`${renderer.name}, ${peer.name}, amount`, await pressKeys(driver, { over: 6 }));
    }
    await driver.close();
}
