// Drafts in real browsers: the manager, two tabs, a full store, a damaged record.
// Tries: web/storage.js, web/storage.cpp, web/journal.js
import assert from 'node:assert/strict';

const PERSON = '填报人';

const status = (text) => [(wanted) => [...document.querySelectorAll('#region-status .node')].some((node) =>
    node.textContent.startsWith(wanted)), `the status line says ${text}`, 8000, text];

const saved = (driver) => driver.until(...status('草稿已保存'));

const editable = (driver) => driver.until(() => {
    const field = document.querySelector('[aria-label="填报人"]');
    return field && !field.readOnly;
}, 'the form can be filled', 10000);

// What the person entered, once it stands there.
const shows = (driver, text) => driver.until((wanted) =>
    document.querySelector('[aria-label="填报人"]').value === wanted, `填报人 is ${text}`, 8000, text);

async function type(driver, text) {
    await driver.fill('textbox', PERSON, text);
    await driver.until((wanted) => Object.keys(localStorage).some((key) => key.includes('/r/') &&
        localStorage.getItem(key).includes(wanted)), `${text} is stored`, 8000, text);
}

// The button of a draft in the manager; names of drafts may stand in several.
const button = async (driver, beginning) => (await driver.names('button')).find((name) => name.startsWith(beginning));

export default [
    {
        name: 'drafts are begun, renamed, compared, deleted and taken back',
        async run(driver) {
            await type(driver, '甲');
            await driver.click('button', '草稿');
            await driver.click('button', await button(driver, '副本 '));
            await driver.click('button', await button(driver, '改名 未填单位的草稿 副本'));
            await driver.until(() => document.activeElement.getAttribute('aria-label') === '草稿名称', 'the name is edited');
            await driver.fill('textbox', '草稿名称', '第二份');
            await driver.click('button', '确定');
            await driver.find('button', '打开 第二份');
            await driver.press('Escape');
            await driver.until(() => document.activeElement.getAttribute('aria-label') === '草稿', 'the focus is back');
            await type(driver, '乙');
            await driver.click('button', '草稿');
            await driver.click('button', '比较 第二份');
            await driver.click('button', await button(driver, '比较 未填单位的草稿'));
            await driver.until(() => document.body.textContent.includes('填报人：甲 → 乙'), 'the difference is named');
            await driver.click('button', '返回草稿列表');
            await driver.click('button', '删除 第二份');
            await driver.click('button', '撤销删除');
            await driver.click('button', '打开 第二份');
            await shows(driver, '甲');
            await driver.reload();
            await shows(driver, '甲');
        },
    },
    {
        name: 'what is behind the draft manager is out of reach, and the keyboard stays in it',
        async run(driver) {
            await driver.click('button', '草稿');
            let visited = 0;
            for (let i = 0; i < 8; ++i) {
                await driver.press('Tab');
                // Behind its last button is the browser's own bar.
                const [inside, outside] = await driver.evaluate(`[document.getElementById('region-dialog').contains(document.activeElement),
                    document.activeElement === document.body]`);
                assert.ok(inside || outside, `after ${i + 1} tabs`);
                visited += inside ? 1 : 0;
            }
            assert.ok(visited > 2, `${visited} of its buttons had the keyboard`);
            assert.equal(await driver.evaluate(`getComputedStyle(document.querySelector('#region-paper input')).visibility`), 'hidden');
            await driver.click('button', '关闭草稿管理');
            await driver.find('textbox', PERSON);
        },
    },
    {
        name: 'a version comes back from history',
        async run(driver) {
            await type(driver, '甲');
            await type(driver, '乙');
            await driver.click('button', '草稿');
            await driver.click('button', await button(driver, '历史 '));
            await driver.until(() => document.body.textContent.includes('填报人：甲 → 乙'), 'the difference is named');
            await driver.click('button', '恢复此版本');
            await shows(driver, '甲');
        },
    },
    {
        name: 'typing without a pause is stored within a second',
        async run(driver) {
            await driver.click('textbox', PERSON);
            const end = Date.now() + 2500;
            for (let i = 0; Date.now() < end; ++i) {
                await driver.page.keyboard.type(String(i % 10));
                await driver.page.evaluate(() => new Promise((done) => setTimeout(done, 50)));
            }
            const stored = await driver.evaluate(`Math.max(...Object.keys(localStorage).filter((key) => key.includes('/r/'))
                .map((key) => JSON.parse(localStorage.getItem(key)).sequence))`);
            assert.ok(stored >= 3, `${stored} saves in 2.5 s`);
        },
    },
    {
        name: 'the same draft in two tabs: the second is told, looks, takes over; nothing is lost',
        async run(driver, { url }) {
            await type(driver, '第一窗口');
            const second = await driver.another(url);
            try {
                await second.find('button', '在此接管', { wait: 15000 });
                await shows(second, '第一窗口');
                assert.equal(await second.evaluate(`document.querySelector('[aria-label="填报人"]').readOnly`), true);
                await second.click('button', '只查看');
                await driver.look();
                await type(driver, '第一窗口又改');
                await second.look();
                await shows(second, '第一窗口又改');
                await second.click('button', '在此接管');
                await editable(second);
                await type(second, '第二窗口');
                await driver.look();
                await driver.find('button', '在此接管', { wait: 10000 });
                await driver.until(() => document.querySelector('[aria-label="填报人"]').readOnly, 'the first only looks');
                await shows(driver, '第二窗口');
                // Its going gives the draft back.
                await second.page.goto('about:blank');
                await driver.look();
                await editable(driver);
                await type(driver, '第一窗口收尾');
                const all = await driver.evaluate('JSON.stringify(localStorage)');
                for (const text of ['第一窗口又改', '第二窗口', '第一窗口收尾']) assert.ok(all.includes(text), text);
            } finally {
                await second.closeBrowser().catch(() => {});
            }
        },
    },
    {
        name: 'two tabs typing at once lose nothing that was said to be saved',
        async run(driver, { url }) {
            await type(driver, '始');
            const second = await driver.another(url);
            try {
                await second.find('button', '在此接管', { wait: 15000 });
                for (let round = 0; round < 3; ++round) {
                    const [one, other] = round % 2 === 0 ? [second, driver] : [driver, second];
                    await one.look();
                    await one.click('button', '在此接管');
                    await editable(one);
                    // Both press keys; only the one that has the draft changes it.
                    await Promise.all([one.fill('textbox', PERSON, `轮${round}甲`),
                        other.page.keyboard.type(`x${round}`)]);
                    await one.until((wanted) => JSON.stringify(localStorage).includes(wanted), 'stored', 8000, `轮${round}甲`);
                    await other.look();
                    await shows(other, `轮${round}甲`);
                }
                const all = await driver.evaluate('JSON.stringify(localStorage)');
                for (let round = 0; round < 3; ++round) assert.ok(all.includes(`轮${round}甲`));
            } finally {
                await second.closeBrowser().catch(() => {});
            }
        },
    },
    {
        name: 'a full store gives way from history first, then says so, and goes on when there is room',
        async run(driver) {
            await type(driver, '甲');
            for (let i = 0; i < 5; ++i) await type(driver, `甲${i}`);
            // Really full: until not one more character fits. History makes room for a save or more; in the end nothing does.
            let total = 0, gaveWay = 0, verdict = '';
            for (let round = 0; round < 12 && verdict !== '未保存'; ++round) {
                total += await driver.evaluate(`(() => {
                    let number = 0, total = 0;
                    for (let size = 1 << 20; size >= 1; size >>= 1)
                        for (;;) {
                            try { localStorage.setItem('junk${round}.' + number, 'x'.repeat(size)); total += size; ++number; }
                            catch (error) { break; }
                        }
                    return total;
                })()`);
                await driver.fill('textbox', PERSON, `满${round}`);
                verdict = await driver.until(() => {
                    const text = document.querySelector('#region-status .node').textContent;
                    return text.startsWith('未保存') ? '未保存' : text.startsWith('草稿已保存') ? '草稿已保存' : '';
                }, 'a verdict');
                if (verdict === '草稿已保存') ++gaveWay;
            }
            assert.ok(total > 1000000, `${total} characters of junk fit`);
            assert.ok(gaveWay > 0, 'history gave way');
            assert.equal(verdict, '未保存');
            await driver.until(() => !!document.querySelector('#region-banner [aria-label="存成文件"]'), 'a file is offered');
            const blocks = await driver.evaluate(`(() => { const event = new Event('beforeunload', { cancelable: true });
                window.dispatchEvent(event); return event.defaultPrevented; })()`);
            assert.equal(blocks, true, 'the page warns on leaving');
            await driver.evaluate(`for (const key of Object.keys(localStorage))
                if (/^junk/.test(key)) localStorage.removeItem(key);`);
            await driver.fill('textbox', PERSON, '又有地方');
            await saved(driver);
            await driver.reload();
            await shows(driver, '又有地方');
        },
    },
    {
        name: 'a damaged draft is offered for rescue and the one before is opened',
        async run(driver, { url }) {
            await type(driver, '甲');
            await type(driver, '乙');
            await driver.page.goto('about:blank');
            await driver.open(url);
            await editable(driver);
            await driver.evaluate(`for (const key of Object.keys(localStorage))
                if (/[/][rh][/]/.test(key) && localStorage.getItem(key).includes('乙'))
                    localStorage.setItem(key, localStorage.getItem(key).slice(0, 300));`);
            await driver.reload();
            await shows(driver, '甲');
            await driver.click('button', '草稿');
            await driver.click('button', await button(driver, '损坏的记录'));
            const name = await button(driver, '存成文件 ');
            const file = await driver.download(() => driver.click('button', name));
            assert.match(file.bytes.toString('utf8'), /^\{"format":"shenbao-draft/);
        },
    },
    {
        name: 'all drafts go into a file and come back from it',
        async run(driver) {
            await type(driver, '甲');
            await driver.click('button', '草稿');
            const file = await driver.download(() => driver.click('button', '全部存成文件'));
            const archive = JSON.parse(file.bytes.toString('utf8'));
            assert.equal(archive.format, 'shenbao-drafts');
            assert.equal(archive.drafts.length, 1);
            assert.ok(Object.keys(archive.drafts[0].records).length >= 1);
        },
    },
];
