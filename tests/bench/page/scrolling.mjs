// Scrolling the paper by wheel: how many frames of the form a person sees in a second, and what each costs the page.
import { setTimeout as sleep } from 'node:timers/promises';
import { openSeed } from './pages.mjs';
import { show, showSpread } from './report.mjs';

const SECONDS = 3;
const STEP = 40; // CSS px a turn, 60 turns in a second

// Turns the wheel over the paper, to its end and back. Frames of the form in a second, while it scrolled.
async function scroll(driver) {
    await driver.page.mouse.move(580, 480);
    const range = await driver.evaluate(`(() => { const paper = document.querySelector('main'); return paper.scrollHeight - paper.clientHeight; })()`);
    const before = await driver.evaluate(`(() => {
        shenbao.frameTimes.length = 0;
        const paper = document.querySelector('main');
        const bench = window.bench = { places: new Set(), frames: 0 };
        const look = () => { ++bench.frames; bench.places.add(paper.scrollTop); if (!bench.over) requestAnimationFrame(look); };
        requestAnimationFrame(look);
        return { drawn: shenbao.frames, time: performance.now() };
    })()`);
    const end = Date.now() + SECONDS * 1000;
    const turned = [];
    let place = 0, direction = 1;
    while (Date.now() < end) {
        // Nobody waits for the page before turning on.
        turned.push(driver.cdp.send('Input.dispatchMouseEvent',
            { type: 'mouseWheel', x: 580, y: 480, deltaX: 0, deltaY: direction * STEP }));
        place += STEP;
        if (place > range) place = 0, direction = -direction;
        await sleep(16);
    }
    await Promise.all(turned);
    return driver.evaluate(`(bench.over = true, { drawn: (shenbao.frames - ${before.drawn}) * 1000 / (performance.now() - ${before.time}),
        screen: bench.frames * 1000 / (performance.now() - ${before.time}), places: bench.places.size, times: shenbao.frameTimes })`);
}

export async function measureScrolling(renderer) {
    const driver = await openSeed(renderer);
    // Once over the whole paper first: glyphs are drawn when they are first seen.
    await scroll(driver);
    const { drawn, screen, places, times } = await scroll(driver);
    if (places < 5) throw new Error(`the paper stood at ${places} places only`);
    const budget = renderer.name === 'software' ? { least: 30 } : {};
    show(`${renderer.name}: scrolling, frames of the form in a second`, drawn, { digits: 0, ...budget });
    show(`${renderer.name}: scrolling, animation frames in a second`, screen, { digits: 0 });
    showSpread(`${renderer.name}: scrolling, our own frame, ms`, times);
    await driver.close();
}
