// Blocks pasted from other programs: their own HTML through the clipboard, the preview, one step, and what is too much.
// Tries: web/clipboard.js, web/clipboard_table.js
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paste } from '../support/clipboard.mjs';
import { openSeed } from '../support/seed.mjs';

const INCOME = '收入构成 财政拨款 ';
const TARGET = '长期绩效指标 公用经费控制率 指标值';

const shown = (driver) => driver.until(() => document.activeElement.dataset.id === 'paste:apply', 'the preview is shown');
// Its lines, as a screen reader has them.
const lines = (driver) => driver.evaluate(`[...document.querySelectorAll('[data-id^="paste:change"], [data-id^="paste:refused:"]')]
    .map((element) => element.textContent)`);
const fixture = (root, name) => readFileSync(join(root, 'tests/web/fixtures/clipboard', name), 'utf8');

async function pasteFile(driver, { root, browser }, name, cell) {
    await openSeed(driver, root);
    await driver.click(...cell);
    await paste(driver, { browser, html: fixture(root, name), plain: 'only HTML counts\there\n' });
    await shown(driver);
    return lines(driver);
}

export default [
    {
        name: 'rows copied in Excel lie on their like, with exact amounts, and are one step',
        async run(driver, context) {
            const changes = await pasteFile(driver, context, 'excel.html', ['spinbutton', INCOME + '当年金额']);
            assert.deepEqual(changes, [
                '收入构成 财政拨款 当年金额：1424 → 1425.0123',
                '收入构成 财政拨款 前年金额：581.4 → 600.10',
                '收入构成 财政拨款 上年金额：487 → 0',
                '收入构成 财政专户管理资金 前年金额：（空） → 3',
            ]);
            await driver.press('Enter');
            await driver.until(() => document.activeElement.value === '1425.0123', 'the block is in the form');
            await driver.press('Control+KeyZ');
            await driver.until(() => document.activeElement.value === '1424', 'one undo takes it back');
            // Its cell hears at once, the others with the next frame.
            await driver.still();
            assert.equal(await driver.value('spinbutton', '收入构成 财政专户管理资金 前年金额'), '');
        },
    },
    {
        name: 'a row copied in WPS, of which the browser gets no table, is read',
        async run(driver, context) {
            assert.deepEqual(await pasteFile(driver, context, 'wps.html', ['spinbutton', INCOME + '当年金额']), [
                '收入构成 财政拨款 当年金额：1424 → 1426.50',
                '收入构成 财政拨款 前年金额：581.4 → 601.00',
                '收入构成 财政拨款 上年金额：487 → 490.1234',
            ]);
        },
    },
    {
        name: 'a spreadsheet\'s columns stay its columns under texts that flow over and under merged cells',
        async run(driver, context) {
            await openSeed(driver, context.root);
            const cases = [
                // A text over two empty neighbours, as Excel writes it: 当年, 占比, 前年.
                ['<tr><td colspan=2 style="mso-ignore:colspan">财政拨款（含上年结转）</td><td x:num>1525</td></tr>', '财政拨款（含上年结转）\t\t1525\r\n',
                    ['spinbutton', INCOME + '当年金额'], `${INCOME}前年金额：581.4 → 1525`],
                ['<tr><td colspan=2 x:num>1525</td><td x:num>600</td></tr>', '1525\t\t600\r\n',
                    ['spinbutton', INCOME + '当年金额'], `${INCOME}前年金额：581.4 → 600`],
                // Without plain text the writer of the HTML tells.
                ['<meta name=ProgId content=Excel.Sheet><tr><td colspan=2 x:num>1525</td><td x:num>601</td></tr>', '',
                    ['spinbutton', INCOME + '当年金额'], `${INCOME}前年金额：581.4 → 601`],
            ];
            for (const [html, plain, cell, expected] of cases) {
                await driver.click(...cell);
                await paste(driver, { ...context, html: `<table>${html}</table>`, plain });
                await shown(driver);
                assert.ok((await lines(driver)).includes(expected), `${html}: ${await lines(driver)}`);
                await driver.press('Escape');
            }
        },
    },
    {
        name: 'what a reader does not see as part of a value is none of it',
        async run(driver, context) {
            await openSeed(driver, context.root);
            const cell = (value) => `<table><tr><td>${value}</td><td>600</td></tr></table>`;
            for (const [value, read] of [
                ['<del>1424</del><ins>1525</ins>', '1525'], ['1525<sup>1</sup>', '1525'], ['<s>1424</s>1525', '1525'],
                ['<span style="text-decoration:line-through">1424</span>1525', '1525'], ['15<span style="display:none">99</span>25', '1525'],
                ['1525<span style="vertical-align:super">①</span>', '1525'], ['1525<span style="mso-hide:all">7</span>', '1525'],
                ['1525<a href="#_ftn1"><span class=MsoFootnoteReference>[1]</span></a>', '1525'],
                ['1525<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[U1]</a></span>', '1525'],
                ['1525<a class="sdfootnoteanc" href="#sdfootnote1sym"><sup>1</sup></a>', '1525'],
            ]) {
                await driver.click('spinbutton', INCOME + '当年金额');
                await paste(driver, { ...context, html: cell(value), plain: '14241525\t600\r\n' });
                await shown(driver);
                assert.equal((await lines(driver))[0], `${INCOME}当年金额：1424 → ${read}`, value);
                await driver.press('Escape');
            }
            // An exponent is part of it.
            await driver.click('textbox', TARGET);
            await paste(driver, { ...context, html: cell('≥30m<sup>2</sup>'), plain: '≥30m2\t600\r\n' });
            await shown(driver);
            assert.equal((await lines(driver))[0], `${TARGET}：90% → ≥30m\u00B2`);
            await driver.press('Escape');
            // Also where no table is: the words of a paragraph.
            await driver.click('textbox', TARGET);
            await driver.press('Control+KeyA');
            await paste(driver, { ...context, html: '<p>≥95%<span class=MsoCommentReference><a class=msocomanchor href="#_msocom_1">[U1]</a></span></p>',
                plain: '≥95%[U1]' });
            await driver.until(() => document.activeElement.value === '≥95%', 'the value without the comment\'s mark');
        },
    },
    {
        name: 'a number hidden by a narrow column is taken from beside',
        async run(driver, context) {
            await openSeed(driver, context.root);
            await driver.click('spinbutton', INCOME + '当年金额');
            await paste(driver, { ...context, html: '<table><tr><td x:num="1525.25">####</td><td x:num="46022" style=\'mso-number-format:"yyyy\\-m\\-d"\'>####</td></tr></table>',
                plain: '####\t####\r\n' });
            await shown(driver);
            assert.equal((await lines(driver))[0], `${INCOME}当年金额：1424 → 1525.25`);
        },
    },
    {
        name: 'rows copied in LibreOffice Calc and Writer are read',
        async run(driver, context) {
            assert.deepEqual(await pasteFile(driver, context, 'libreoffice-calc.html', ['spinbutton', INCOME + '当年金额']), [
                '收入构成 财政拨款 当年金额：1424 → 12345.6789',
                '收入构成 财政拨款 上年金额：487 → 0.00',
                '收入构成 财政专户管理资金 上年金额：（空） → 3.1',
            ]);
            await driver.press('Escape');
            await driver.click('textbox', TARGET);
            await paste(driver, { ...context, html: fixture(context.root, 'libreoffice-writer.html') });
            await shown(driver);
            assert.deepEqual((await lines(driver)).slice(0, 3), [
                `${TARGET}：90% → ≤88%`,
                '长期绩效指标 公用经费控制率 指标值确定依据：历史标准 → 计划标准',
                '长期绩效指标 在职人员控制率 指标值：95% → ≤95%',
            ]);
        },
    },
    {
        name: 'indicators copied in Word, with merged cells and misaligned columns, lie on their like',
        async run(driver, context) {
            assert.deepEqual(await pasteFile(driver, context, 'word.html', ['textbox', TARGET]), [
                `${TARGET}：90% → ≤88%`,
                '长期绩效指标 公用经费控制率 指标值确定依据：历史标准 → 计划标准',
                '长期绩效指标 在职人员控制率 指标值：95% → （清空）',
                '长期绩效指标 在职人员控制率 指标值确定依据：计划标准 → 历史标准',
            ]);
            await driver.press('Escape');
            assert.ok((await driver.find('textbox', TARGET)).focused, 'Escape leaves everything as it was');
            assert.equal(await driver.value('textbox', TARGET), '90%');
        },
    },
    {
        name: 'a text goes into its cell as the browser pastes it, and its own undo takes it back',
        // A made event pastes nothing by itself.
        needs: 'chromium',
        async run(driver, { root, browser }) {
            await openSeed(driver, root);
            await driver.click('textbox', '填报人');
            await driver.press('Control+KeyA');
            await paste(driver, { browser, plain: '王小芳', html: '<p>王<b>小芳</b></p>' });
            assert.equal(await driver.value('textbox', '填报人'), '王小芳');
            await driver.press('Control+KeyZ');
            assert.equal(await driver.value('textbox', '填报人'), '李晓明');
            await driver.click('textbox', '部门职能概述');
            await driver.press('Control+KeyA');
            await paste(driver, { browser, plain: '"第一行\n第二行"\r\n', html: '<table><tr><td>第一行<br>第二行</td></tr></table>' });
            await driver.until(() => document.activeElement.value === '第一行\n第二行', 'a spreadsheet’s quotes are gone');
            await driver.press('Control+KeyZ');
            await driver.until(() => document.activeElement.value.startsWith('1. '), 'undone');
        },
    },
    {
        name: 'a hundred thousand cells and five million characters are bounded and said',
        async run(driver, { root, browser }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', INCOME + '当年金额');
            await paste(driver, { browser, plain: '12.5\t\t1\t2\r\n'.repeat(25000) });
            await shown(driver);
            assert.match(await driver.evaluate(`document.querySelector('[data-id="paste:summary"]').textContent`), /格不能粘贴/);
            await driver.press('Escape');
            await driver.click('textbox', '部门职能概述');
            const before = await driver.value('textbox', '部门职能概述');
            await paste(driver, { browser, plain: '绩'.repeat(5000000) });
            await driver.until(() => [...document.querySelectorAll('[role=alert]')].some((element) => element.textContent.includes('剪贴板')),
                'it is said');
            assert.equal(await driver.value('textbox', '部门职能概述'), before);
            await paste(driver, { browser, plain: '绩'.repeat(30000) });
            await driver.until(() => [...document.querySelectorAll('[role=alert]')].some((element) => element.textContent.includes('30000 字')),
                'how long it is is said');
            assert.equal(await driver.value('textbox', '部门职能概述'), before);
            assert.deepEqual(await driver.evaluate('shenbao.faults'), []);
        },
    },
    {
        name: 'hostile HTML runs nothing, loads nothing and is read as text',
        async run(driver, { root, browser }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', INCOME + '当年金额');
            await paste(driver, { browser, html: '<script>window.taken = 1</script><table><tr><td>7<img src=x onerror="window.taken = 1"></td><td>'
                + '<style>td{}</style></td><td>8<iframe srcdoc="<script>parent.taken = 1</script>"></iframe></td></tr></table>' });
            await shown(driver);
            assert.deepEqual(await lines(driver),
                ['收入构成 财政拨款 当年金额：1424 → 7', '收入构成 财政拨款 前年金额：581.4 → 8']);
            assert.equal(await driver.evaluate('window.taken'), undefined);
        },
    },
];
