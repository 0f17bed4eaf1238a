// Scrolling, zooming, touching, and windows of every size.
// Tries: web/pointer.js, web/layout.js, app/paper
import assert from 'node:assert/strict';
import { openSeed } from '../support/seed.mjs';

const boxOf = (driver, id) => driver.evaluate(`document.querySelector('[data-id="${id}"]').getBoundingClientRect().toJSON()`);
const percentOf = async (driver) => Number(/(\d+)%/.exec((await driver.names('button')).find((name) => /\d+%/.test(name)))[1]);

// Waits until the element's box stands still, and gives it.
async function stillBox(driver, id) {
    await driver.still();
    return boxOf(driver, id);
}

async function touch(session, type, points) {
    await session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
}

export default [
    {
        name: 'Ctrl and the wheel zoom the paper about the pointer, from 50 to 300 %',
        needs: 'chromium',
        async run(driver) {
            await driver.click('button', '显示比例 94%，恢复原大小').catch(() => {});
            const id = 'cell:income.unit.current';
            const before = await stillBox(driver, id);
            const x = before.x + before.width / 2, y = before.y + before.height / 2;
            await driver.page.mouse.move(x, y);
            const first = await percentOf(driver);
            await driver.page.keyboard.down('Control');
            await driver.page.mouse.wheel(0, -150);
            await driver.page.keyboard.up('Control');
            const larger = await stillBox(driver, id);
            assert.ok((await percentOf(driver)) > first, 'the paper is larger');
            assert.ok(larger.x <= x && x <= larger.right && larger.y <= y && y <= larger.bottom,
                `the pointer is at ${x}, ${y}, its cell now at ${JSON.stringify(larger)}`);
            await driver.page.keyboard.down('Control');
            for (let i = 0; i < 12; ++i) await driver.page.mouse.wheel(0, -400);
            await driver.still();
            assert.equal(await percentOf(driver), 300);
            for (let i = 0; i < 16; ++i) await driver.page.mouse.wheel(0, 400);
            await driver.page.keyboard.up('Control');
            await driver.still();
            assert.equal(await percentOf(driver), 50);
            assert.equal(await driver.evaluate('visualViewport.scale'), 1);
        },
    },
    {
        name: 'two fingers zoom the paper between them, one finger scrolls it',
        needs: 'chromium',
        async run(driver) {
            const session = await driver.page.context().newCDPSession(driver.page);
            await session.send('Emulation.setTouchEmulationEnabled', { enabled: true, maxTouchPoints: 2 });
            try {
                const first = await percentOf(driver);
                const id = 'cell:income.unit.current';
                const { x, y } = await stillBox(driver, id);
                await touch(session, 'touchStart', [[x - 40, y], [x + 40, y]]);
                for (let spread = 45; spread <= 80; spread += 5) await touch(session, 'touchMove', [[x - spread, y], [x + spread, y]]);
                await touch(session, 'touchEnd', []);
                await driver.still();
                assert.ok((await percentOf(driver)) > first * 1.5, `from ${first} to ${await percentOf(driver)} %`);
                const after = await boxOf(driver, id);
                assert.ok(Math.abs(after.x - x) < 40 && Math.abs(after.y - y) < 40, `the place between the fingers moved to ${after.x}, ${after.y} from ${x}, ${y}`);
                assert.equal(await driver.evaluate('visualViewport.scale'), 1);
                await session.send('Input.synthesizeScrollGesture', { x: 500, y: 600, yDistance: -300, gestureSourceType: 'touch' });
                await driver.until(`document.getElementById('region-paper').scrollTop > 100`, 'the finger has scrolled the paper');
            } finally {
                await session.send('Emulation.setTouchEmulationEnabled', { enabled: false });
            }
        },
    },
    {
        name: 'on a tablet held upright the panels are drawers over the whole width of paper',
        needs: 'chromium',
        async run(driver) {
            try {
                for (const width of [768, 600]) {
                    await driver.page.setViewportSize({ width, height: 1024 });
                    await driver.until((wanted) => document.getElementById('region-paper').getBoundingClientRect().width === wanted,
                        `the paper has all ${width} px`, 5000, width);
                    await driver.click('button', '检查结果');
                    await driver.until(`!document.getElementById('region-findings').hidden`, 'the findings are open');
                    await driver.still();
                    await driver.screenshot(`build/screenshots/drawer-${width}.png`);
                    assert.equal(await driver.evaluate(`document.getElementById('region-paper').getBoundingClientRect().width`), width);
                    // A finding leads to its cell, and the drawer is out of its way.
                    await driver.click('link', '填报人未填写');
                    await driver.until(`document.getElementById('region-findings').hidden && document.activeElement.dataset.id === 'cell:person'`,
                        'the cell has the keyboard and the drawer is shut');
                    const { x, right } = await stillBox(driver, 'cell:person');
                    assert.ok(x >= 0 && right <= width, `the cell reaches from ${x} to ${right}`);
                    await driver.evaluate('document.activeElement.blur()');
                }
            } finally {
                await driver.page.setViewportSize({ width: 1280, height: 900 });
            }
        },
    },
    {
        name: 'an on-screen keyboard does not cover the cell being written',
        needs: 'chromium',
        async run(driver) {
            try {
                await driver.page.setViewportSize({ width: 768, height: 1024 });
                await driver.click('textbox', '年度工作任务');
                // What a keyboard does to the page: interactive-widget=resizes-content.
                await driver.page.setViewportSize({ width: 768, height: 480 });
                await driver.until(`(() => { const box = document.activeElement.getBoundingClientRect();
                    return document.activeElement.dataset.id === 'cell:tasks' && box.top < 440 && box.bottom > 60; })()`, 'the cell is in sight');
            } finally {
                await driver.page.setViewportSize({ width: 1280, height: 900 });
            }
        },
    },
    {
        name: 'the headers of a table stay in sight, take no click meant for them, and never lie over the active cell',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const name = (row, column) => `年度绩效指标 ${row} ${column}`;
            await driver.click('textbox', name('财务管理制度健全性', '上年指标值'));
            await driver.evaluate(`document.getElementById('region-paper').scrollBy(0, document.activeElement.getBoundingClientRect().top - 90)`);
            await driver.still();
            const { top, height } = await driver.evaluate(`(() => {
                const { top, height } = document.querySelector('#region-paper > .cover').getBoundingClientRect();
                return { top, height };
            })()`);
            assert.ok(height > 50, `${height} px of headers`);
            const { x, width } = await driver.find('textbox', name('财务管理制度健全性', '前年指标值'));
            assert.equal(await driver.evaluate(`document.elementFromPoint(${x + width / 2}, ${top + height / 2}).className`), 'cover');
            await driver.click('textbox', name('财务管理制度健全性', '上年指标值'));
            for (const key of ['ArrowUp', 'Shift+Tab']) {
                for (let i = 0; i < 12; ++i) {
                    await driver.press(key);
                    assert.ok(await driver.evaluate(`document.activeElement.getBoundingClientRect().top >=
                        document.querySelector('#region-paper > .cover').getBoundingClientRect().bottom - 1`), `the cell is seen after ${key} ${i + 1}`);
                }
            }
        },
    },
];
