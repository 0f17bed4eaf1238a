// The form as its user meets it: opened, filled from the real file, edited, reloaded, saved.
// Tries: web/files.js, web/program.js, web/start.js, web/bridge.js, web/notice.js
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSeed } from '../support/seed.mjs';

const seed = (root) => join(root, 'tests/fixtures/seed.txt');

export default [
    {
        name: 'the blank form shows its cells by their row and column words',
        async run(driver) {
            await driver.find('textbox', '填报人');
            await driver.find('spinbutton', '收入构成 财政拨款 当年金额');
            await driver.find('textbox', '长期绩效指标 公用经费控制率 指标值');
            await driver.find('combobox', '年度绩效指标 公用经费控制率 指标分类');
            assert.ok((await driver.count('heading')) > 0);
        },
    },
    {
        name: 'the real filled form is read cell by cell',
        async run(driver, { root }) {
            await openSeed(driver, root);
            assert.equal(await driver.value('textbox', '部门（单位）名称'), '鄂州市临空经济区口岸和投资促进局');
            assert.equal(await driver.value('spinbutton', '收入构成 财政拨款 当年金额'), '1424');
            assert.equal(await driver.value('spinbutton', '支出构成 运转类项目支出 前年金额'), '574.4');
            assert.equal(await driver.value('textbox', '长期绩效指标 政府采购执行率 指标值'), '≥90%');
            assert.equal(await driver.value('combobox', '长期绩效指标 公用经费控制率 指标值确定依据'), '历史标准');
            const links = await driver.names('link');
            assert.ok(links.some((name) => name.includes('增加 192.4%')), `income change among ${links.length} links`);
            assert.equal(links.filter((name) => name.includes('空位“……”')).length, 8);
        },
    },
    {
        name: 'an edit changes totals and findings, and a finding leads to its cell',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await driver.fill('spinbutton', '支出构成 运转类项目支出 当年金额', '1420');
            const message = '收入合计 1424.00 与支出合计 1423.00 不相等，相差 1.00（当年金额）';
            await driver.until((text) => [...document.querySelectorAll('a,[role=link]')].some((link) =>
                (link.getAttribute('aria-label') || link.textContent).includes(text)), 'the finding is listed', 5000, message);
            const name = (await driver.names('link')).find((link) => link.includes(message));
            await driver.click('link', name);
        },
    },
    {
        name: 'Chinese typed into a cell stays through a reload',
        async run(driver) {
            await driver.fill('textbox', '填报人', '欧阳𬱖');
            await driver.fill('textbox', '部门职能概述', '1. 负责口岸工作');
            await driver.reload();
            assert.equal(await driver.value('textbox', '填报人'), '欧阳𬱖');
            assert.equal(await driver.value('textbox', '部门职能概述'), '1. 负责口岸工作');
        },
    },
    {
        name: 'a composed text arrives once, and Enter and arrows belong to the input method',
        needs: 'chromium',
        async run(driver) {
            await driver.click('textbox', '填报人');
            const session = await driver.page.context().newCDPSession(driver.page);
            for (const text of ['l', 'li', 'lixiaoming'])
                await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
            await session.send('Input.insertText', { text: '李晓明' });
            await driver.press('Tab');
            assert.equal(await driver.value('textbox', '填报人'), '李晓明');
        },
    },
    {
        name: 'undo takes back by name, redo brings back',
        async run(driver) {
            await driver.fill('textbox', '填报人', 'ABC');
            await driver.evaluate('document.activeElement.blur()');
            await driver.press('Control+z');
            await driver.until(() => ![...document.querySelectorAll('input')].some((field) => field.value === 'ABC'), 'undone');
            await driver.press('Control+y');
            await driver.until(() => [...document.querySelectorAll('input,textarea')].some((field) => field.value === 'ABC'), 'redone');
        },
    },
    {
        name: 'a saved file opens to the same form',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const file = await driver.download(() => driver.click('button', '存成文件'));
            const declaration = JSON.parse(file.bytes.toString('utf8'));
            assert.equal(declaration.format, 'shenbao-declaration');
            assert.equal(declaration.values['income.fiscal.current'], '1424');
            const copy = join(mkdtempSync(join(tmpdir(), 'shenbao-copy-')), 'copy.json');
            writeFileSync(copy, file.bytes);
            await driver.click('button', '新建');
            await driver.until(() => ![...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'), 'blank');
            await driver.upload(copy);
            await driver.until(() => [...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'), 'opened');
        },
    },
    {
        name: 'a file that cannot be read says so in Chinese and loses nothing',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const broken = join(mkdtempSync(join(tmpdir(), 'shenbao-broken-')), 'broken.json');
            writeFileSync(broken, readFileSync(seed(root)).subarray(0, 0) + '{"format":"shenbao-declaration",');
            await driver.upload(broken);
            await driver.until(() => [...document.querySelectorAll('[role=alert]')].some((alert) =>
                /[\u4e00-\u9fff]/.test((alert.getAttribute('aria-label') || '') + alert.textContent)), 'an alert in Chinese');
            assert.equal(await driver.value('textbox', '填报人'), '李晓明');
        },
    },
    {
        name: 'an idle page draws nothing',
        async run(driver) {
            await new Promise((done) => setTimeout(done, 1000));
            await driver.evaluate(`window.framesAsked = 0;
                const ask = window.requestAnimationFrame;
                window.requestAnimationFrame = (callback) => { ++window.framesAsked; return ask.call(window, callback); };`);
            await new Promise((done) => setTimeout(done, 1500));
            assert.equal(await driver.evaluate('window.framesAsked'), 0);
        },
    },
    {
        name: 'the policy lets nothing out',
        async run(driver) {
            const answer = await driver.evaluate(`fetch('http://localhost:1/').then(() => 'sent', () => 'refused')`);
            assert.equal(answer, 'refused');
            const policy = await driver.evaluate(`document.querySelector('meta[http-equiv]').content`);
            assert.match(policy, /default-src 'none'/);
            assert.match(policy, /connect-src 'none'/);
        },
    },
];
