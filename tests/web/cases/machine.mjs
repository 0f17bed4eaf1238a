// Machines and browsers that refuse something: downloads, Chinese fonts, private windows.
// Tries: web/fonts.js, web/font_loader.cpp, web/files.js, web/journal.js, web/storage.js
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openChromium, openFirefox } from '../support/browsers.mjs';

const holds = (driver, value, what) => driver.until((wanted) => [...document.querySelectorAll('input, textarea')]
    .some((field) => field.value === wanted), what, 5000, value);
const lacks = (driver, value, what) => driver.until((wanted) => ![...document.querySelectorAll('input, textarea')]
    .some((field) => field.value === wanted), what, 5000, value);

// What an alert says that begins like this.
async function said(driver, beginning) {
    await driver.until((start) => [...document.querySelectorAll('[role=alert]')].some((one) => one.textContent.startsWith(start)),
        `an alert “${beginning}…”`, 5000, beginning);
    return driver.evaluate(`[...document.querySelectorAll('[role=alert]')].map((one) => one.textContent).find((text) => text.startsWith('${beginning}'))`);
}

// The text in code page 936, which old Notepads call ANSI.
function gbk(text) {
    const decoder = new TextDecoder('gbk'), codes = new Map();
    for (let lead = 0x81; lead < 0xFF; ++lead) for (let trail = 0x40; trail < 0xFF; ++trail) codes.set(decoder.decode(Buffer.from([lead, trail])), [lead, trail]);
    return Buffer.from([...text].flatMap((letter) => (letter < '\x80' ? [letter.charCodeAt(0)] : codes.get(letter))));
}

// A browser that finds no font but DejaVu, which has no Chinese.
async function openWithoutChinese(browser) {
    const home = mkdtempSync(join(tmpdir(), 'shenbao-fonts-'));
    const config = join(home, 'fonts.conf');
    writeFileSync(config, `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>
        <dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>${home}</cachedir></fontconfig>`);
    const environment = { FONTCONFIG_FILE: config };
    const driver = browser.chromium ? await openChromium({ gl: browser.webgl ? 'software' : 'none', environment })
        : await openFirefox({ environment });
    return { driver, close: async () => { await driver.close(); rmSync(home, { recursive: true, force: true }); } };
}

// The next start finds local storage as a killed browser left it, and rows of the journal that the clock calls old.
async function loseLocalStorage(driver) {
    const lose = () => {
        if (sessionStorage.getItem('lose') !== 'now') return;
        sessionStorage.removeItem('lose');
        localStorage.clear();
    };
    await (driver.page.addInitScript ? driver.page.addInitScript(lose) : driver.page.evaluateOnNewDocument(lose));
    await driver.evaluate(`new Promise((done, fail) => {
        const request = indexedDB.open('shenbao-journal');
        request.onerror = fail;
        request.onsuccess = () => {
            const transaction = request.result.transaction('writes', 'readwrite'), store = transaction.objectStore('writes');
            store.openCursor().onsuccess = ({ target: { result: cursor } }) => {
                if (!cursor) return;
                cursor.update({ ...cursor.value, time: Date.now() - 3 * 24 * 3600 * 1000 });
                cursor.continue();
            };
            transaction.oncomplete = () => { request.result.close(); sessionStorage.setItem('lose', 'now'); done(); };
        };
    })`);
    await driver.reload();
}

export default [
    {
        name: 'what a killed browser lost comes back whatever the clock says',
        async run(driver, { browser }) {
            if (!browser.chromium) return; // Firefox has local storage on its disk
            await driver.fill('textbox', '填报人', '周末之前');
            await driver.press('Tab');
            await driver.until(() => /已保存/.test(document.querySelector('[data-id="status:draft"]').textContent), 'it is saved');
            await loseLocalStorage(driver);
            await holds(driver, '周末之前', 'what was typed before the weekend');
            assert.ok(await driver.evaluate('shenbao.replayed') > 0);
        },
    },
    {
        name: 'where downloads are refused the content is copied, and pasted it opens again',
        async run(given, { root, browser, url }) {
            // A refusal would outlive the case.
            const driver = browser.chromium ? await openChromium({ gl: browser.webgl ? 'software' : 'none' }) : given;
            try {
                await driver.open(url);
                if (browser.chromium) {
                    const session = await driver.page.context().newCDPSession(driver.page);
                    await session.send('Browser.setDownloadBehavior', { behavior: 'deny' });
                }
                await driver.upload(join(root, 'tests/fixtures/seed.txt'));
                await holds(driver, '李晓明', 'the seed form is open');
                await driver.click('textbox', '填报人');
                await driver.press('Control+KeyS');
                assert.match(await said(driver, '已下载'), /“下载”文件夹.*复制内容/s);
                if (browser.chromium) assert.deepEqual(readdirSync(driver.downloads), [], 'nothing arrives');
                await driver.screenshot(`build/screenshots/saved-${browser.name.replace(/[ ,]+/g, '-')}.png`);
                if (browser.chromium) {
                    // By keys alone: the results are the second region from the paper.
                    for (const [key, id] of [['F6', 'button:previous-finding'], ['F6', 'close:saved'], ['Tab', 'copy:file']]) {
                        await driver.press(key);
                        await driver.until((start) => (document.activeElement.dataset.id || '').startsWith(start), `${id} has the keyboard`, 5000, id);
                    }
                    await driver.press('Enter');
                } else {
                    // Firefox's own panel of downloads has the keyboard.
                    await driver.click('button', '复制内容');
                }
                assert.match(await said(driver, '复制内容'), /全部内容已复制/);
                await driver.click('button', '新建');
                await lacks(driver, '李晓明', 'the form is blank');
                await driver.until(() => /草稿已保存/.test(document.body.textContent), 'the blank draft is stored');
                await driver.reload();
                await lacks(driver, '李晓明', 'the fresh page is blank');
                // Pasted into a page where nothing has the keyboard.
                await driver.press('Control+KeyV');
                await holds(driver, '李晓明', 'the form is open again');
                assert.equal(await driver.value('spinbutton', '收入构成 财政拨款 当年金额'), '1424');
            } finally {
                if (driver !== given) await driver.close();
            }
        },
    },
    {
        name: 'what a save says is seen in a window too narrow for the results',
        async run(_, { browser, url }) {
            const driver = await (browser.chromium ? openChromium({ gl: browser.webgl ? 'software' : 'none', width: 1000 })
                : openFirefox({ width: 1000 }));
            try {
                await driver.open(url);
                assert.equal(await driver.count('button', '复制内容'), 0);
                await driver.press('Control+KeyS');
                await driver.click('button', '复制内容');
                assert.match(await said(driver, '复制内容'), /全部内容已复制/);
            } finally {
                await driver.close();
            }
        },
    },
    {
        name: 'a copied form saved by an old Notepad, in GBK or UTF-16, opens as the same; damaged UTF-8 is refused',
        async run(driver, { root }) {
            await driver.upload(join(root, 'tests/fixtures/seed.txt'));
            await holds(driver, '李晓明', 'the seed form is open');
            const save = async () => {
                const { name, bytes } = await driver.download(() => driver.press('Control+KeyS'));
                rmSync(join(driver.downloads, name)); // the next is of the same name
                return bytes;
            };
            const saved = await save();
            const text = saved.toString('utf8');
            const damaged = Buffer.from(saved);
            damaged[saved.indexOf('李晓明') + 1] = 0x20;
            const folder = mkdtempSync(join(tmpdir(), 'shenbao-notepad-'));
            const open = async (name, bytes) => {
                await driver.click('button', '新建');
                await lacks(driver, '李晓明', 'the form is blank');
                writeFileSync(join(folder, name), bytes);
                await driver.upload(join(folder, name));
            };
            try {
                for (const [name, bytes] of [['ansi.txt', gbk(text)], ['unicode.txt', Buffer.from(`\uFEFF${text}`, 'utf16le')],
                    ['utf8.txt', Buffer.from(`\uFEFF${text.replace(/\n/g, '\r\n')}`)]]) {
                    await open(name, bytes);
                    await holds(driver, '李晓明', `${name} is open`);
                    assert.ok((await save()).equals(saved), name);
                }
                await open('damaged.txt', damaged);
                assert.match(await said(driver, '“damaged.txt”未能打开'), /UTF-8/);
            } finally {
                rmSync(folder, { recursive: true });
            }
        },
    },
    {
        name: 'a private window fills in, stores while it is open, saves to a file, and the draft manager warns of its end',
        async run(_, { browser, url }) {
            const driver = await (browser.chromium ? openChromium({ gl: browser.webgl ? 'software' : 'none', incognito: true })
                : openFirefox({ incognito: true }));
            try {
                await driver.open(url);
                await driver.click('textbox', '填报人');
                await driver.type('王小明');
                await driver.until(() => /草稿已保存/.test(document.body.textContent), 'the draft is stored');
                await driver.page.goto('about:blank');
                await driver.open(url);
                await holds(driver, '王小明', 'the draft is there again');
                const file = await driver.download(() => driver.press('Control+KeyS'));
                assert.equal(JSON.parse(file.bytes.toString('utf8')).values.person, '王小明');
                await driver.click('button', '草稿');
                await driver.find('button', '关闭草稿管理');
                assert.match(await driver.evaluate('document.body.textContent'), /无痕（隐私）窗口一关闭，其中的草稿就会消失/);
            } finally {
                await driver.close();
            }
            // In the next one nothing is left.
            const next = await (browser.chromium ? openChromium({ gl: 'none', incognito: true }) : openFirefox({ incognito: true }));
            try {
                await next.open(url);
                await lacks(next, '王小明', 'nothing is left');
            } finally {
                await next.close();
            }
        },
    },
    {
        name: 'a machine without a Chinese font is told so and how to get one, and fills the form in all the same',
        async run(ordinary, { browser, url }) {
            assert.equal(await ordinary.evaluate(`document.getElementById('notice').hidden`), true, 'no false alarm');
            const { driver, close } = await openWithoutChinese(browser);
            try {
                await driver.open(url);
                await driver.until(`!document.getElementById('notice').hidden`, 'a notice is shown');
                const notice = await driver.evaluate(`document.getElementById('notice').textContent`);
                assert.match(notice, /没有中文字体.*简体中文补充字体.*fonts-noto-cjk/);
                assert.match(notice, /No Chinese font.*simsun\.ttc/);
                await driver.click('button', '关闭提示');
                assert.equal(await driver.evaluate(`document.getElementById('notice').hidden`), true, 'it gives way');
                await driver.click('spinbutton', '收入构成 财政拨款 当年金额');
                await driver.type('12.5');
                await driver.press('Tab');
                await holds(driver, '12.5', 'the amount is there');
                await driver.find('cell', '收入构成 合计 当年金额 12.5'); // a total is made
                await driver.screenshot(`build/screenshots/no-font-${browser.name.replace(/[ ,]+/g, '-')}.png`);
            } finally {
                await close();
            }
        },
    },
];
