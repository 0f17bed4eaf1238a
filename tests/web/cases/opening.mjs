// What a new draft and an opened or dropped file do to the draft that is there, in real browsers.
// Tries: web/files.js, web/notice.js, app/shell, app/drafts, app/dialogs
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PERSON = '填报人';
const shows = (driver, text) => driver.until((wanted) =>
    document.querySelector('[aria-label="填报人"]').value === wanted, `填报人 is ${text}`, 8000, text);
const says = (driver, text) => driver.until((wanted) =>
    [...document.querySelectorAll('[role=alert], [role=status], .node')].some((node) => !node.hidden &&
        `${node.getAttribute('aria-label') || ''}${node.textContent}`.includes(wanted)), `it says ${text}`, 8000, text);
const seed = (root) => join(root, 'tests/fixtures/seed.txt');
const folder = mkdtempSync(join(tmpdir(), 'shenbao-opening-'));
function file(name, bytes) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    return path;
}
const changed = (root) => file('改过.txt', readFileSync(seed(root), 'utf8').replaceAll('李晓明', '张三丰'));

// Drops on the page what these lines make: `files`, and perhaps `items`.
const drop = (driver, made) => driver.evaluate(`(() => {
    const event = new Event('drop', { bubbles: true, cancelable: true });
    const items = [];
    ${made}
    Object.defineProperty(event, 'dataTransfer', { value: { files, items, types: ['Files'] } });
    document.querySelector('#region-paper').dispatchEvent(event);
})()`);

export default [
    {
        name: 'a new draft and an opened file leave what is filled in the list, and a button leads back',
        async run(driver, { root }) {
            await driver.fill('textbox', PERSON, '甲');
            await driver.click('button', '新建');
            await shows(driver, '');
            await driver.fill('textbox', PERSON, '乙');
            await driver.upload(seed(root));
            await shows(driver, '李晓明');
            await driver.click('button', '回到原来的草稿');
            await shows(driver, '乙');
            await driver.click('button', '草稿');
            assert.equal((await driver.names('button')).filter((name) => name.startsWith('打开 ')).length, 2);
            await driver.press('Escape');
            await driver.reload();
            await shows(driver, '乙');
        },
    },
    {
        name: 'a dropped file fills an untouched draft, as a step that undo takes back',
        async run(driver, { root }) {
            const text = readFileSync(seed(root), 'utf8');
            await drop(driver, `const files = [new File([${JSON.stringify(text)}], '去年.txt')];`);
            await shows(driver, '李晓明');
            await driver.press('Control+KeyZ');
            await shows(driver, '');
        },
    },
    {
        name: 'a file of a unit and year that are there asks, in this window and in another one',
        async run(driver, { root, url }) {
            await driver.upload(seed(root));
            await shows(driver, '李晓明');
            await driver.until(() => /草稿已保存/.test(document.body.textContent), 'it is stored');
            const path = changed(root);
            await driver.upload(path);
            await driver.click('button', '看差异 改过.txt');
            await says(driver, '填报人：李晓明 → 张三丰');
            await driver.click('button', '返回草稿列表');
            await driver.click('button', '替换 改过.txt');
            await shows(driver, '张三丰');
            await driver.press('Control+KeyZ');
            await shows(driver, '李晓明');
            const second = await driver.another(url);
            try {
                await second.find('button', '在此接管', { wait: 15000 });
                await second.upload(path);
                await second.click('button', '两份都保留 改过.txt');
                await shows(second, '张三丰');
                assert.equal(await second.evaluate(`document.querySelector('[aria-label="填报人"]').readOnly`), false);
            } finally {
                await second.closeBrowser().catch(() => {});
            }
            await driver.look();
            await shows(driver, '李晓明');
        },
    },
    {
        name: 'a file of another kind is told by what it is',
        async run(driver) {
            await driver.fill('textbox', PERSON, '甲');
            for (const [name, bytes, words] of [['照片.json', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR', '这是图片'], ['表.docx', 'PK\x03\x04....word/document.xml', '纯文本(.txt)'],
                ['表.xlsx', 'PK\x03\x04....xl/workbook.xml', '这是 Excel 文件'], ['表.pdf', '%PDF-1.7', '这是 PDF 文件'], ['别的.json', '{"name": 1}', '不是本程序保存的申报表']]) {
                await driver.upload(file(name, Buffer.from(bytes, 'latin1')));
                await says(driver, words);
            }
            await shows(driver, '甲');
            assert.equal(await driver.evaluate(`document.querySelector('input[type=file]').accept`), '.json,.txt');
        },
    },
    {
        name: 'several files or a folder dropped at once are told, and the page shows where to drop',
        async run(driver) {
            const framed = () => driver.evaluate(`document.documentElement.classList.contains('drops')`);
            await driver.evaluate(`(() => {
                const event = new Event('dragover', { bubbles: true, cancelable: true });
                Object.defineProperty(event, 'dataTransfer', { value: { types: ['Files'] } });
                document.querySelector('#region-paper').dispatchEvent(event);
            })()`);
            assert.equal(await framed(), true);
            await drop(driver, `const files = [new File(['{'], 'a.json'), new File(['{'], 'b.json')];`);
            assert.equal(await framed(), false);
            await says(driver, '一次只能打开一个文件');
            await drop(driver, `const files = [new File([], '文件夹')]; items.push({ webkitGetAsEntry: () => ({ isDirectory: true }) });`);
            await says(driver, '这是文件夹');
            await drop(driver, `const files = [new File(['{'], 'a.json')];`);
            await says(driver, '“a.json”未能打开');
            assert.equal(await driver.evaluate(`document.getElementById('notice').hidden`), true);
        },
    },
];
