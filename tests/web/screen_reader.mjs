// The page as a screen reader has it: AT-SPI's tree of a headed Chromium and Firefox, on a private display and bus.
//   node tests/web/screen_reader.mjs [--browser TEXT] [--tree]
// --tree prints what was found. Prints a line a case and at the end `N passed, N failed`.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { openChromium, openFirefox } from './support/browsers.mjs';
import { endsWithUs } from './support/ending.mjs';
import { PinyinSession } from './support/pinyin_session.mjs';

const { values } = parseArgs({ options: { browser: { type: 'string' }, tree: { type: 'boolean' } } });
const root = fileURLToPath(new URL('../..', import.meta.url));
process.chdir(root);
const page = readdirSync('dist').find((name) => name.endsWith('.html'));
if (!page) throw new Error('no page in dist/: build it first');
const url = pathToFileURL(join(root, 'dist', page)).href;
const LAUNCHER = ['/usr/libexec/at-spi-bus-launcher', '/usr/lib/at-spi2-core/at-spi-bus-launcher'].find(existsSync);

// The other end of AT-SPI (support/at_spi.py), one answer a command.
class Reader {
    #waiting = [];

    constructor(environment) {
        this.process = endsWithUs(spawn('/usr/bin/python3', ['tests/web/support/at_spi.py'], { env: environment, stdio: ['pipe', 'pipe', 'inherit'] }));
        createInterface(this.process.stdout).on('line', (line) => this.#waiting.shift()(JSON.parse(line)));
    }

    async ask(command) {
        const answer = await new Promise((done) => {
            this.#waiting.push(done);
            this.process.stdin.write(command + '\n');
        });
        if (answer && answer.error) throw new Error(`${command}: ${answer.error}`);
        return answer;
    }

    // Until `accept` likes the answer: browsers tell what changed a little later.
    async until(command, accept, what) {
        let answer = null;
        for (let i = 0; i < 40; ++i) {
            answer = await this.ask(command).catch((error) => ({ problem: error.message }));
            if (answer && accept(answer)) return answer;
            await new Promise((done) => setTimeout(done, 250));
        }
        throw new Error(`in vain until ${what}; last: ${JSON.stringify(answer).slice(0, 400)}`);
    }
}

const one = (tree, role, name) => {
    const found = tree.filter((node) => node.role === role && node.name === name);
    assert.equal(found.length, 1, `${found.length} are ${role} “${name}”`);
    return found[0];
};
const AMOUNT = '收入构成 财政拨款 当年金额';

const cases = [
    {
        name: 'landmarks, headings, tables with headers, and fields with their values are there',
        async run({ reader }) {
            const tree = await reader.until('tree', (nodes) => nodes.length > 1000, 'the form is there');
            if (values.tree) for (const node of tree) console.log(JSON.stringify(node));
            for (const name of ['工具栏', '表单目录', '表单', '检查结果与填报说明']) one(tree, 'landmark', name);
            for (const node of tree) if (node.role === 'push button') assert.notEqual(node.description, node.name, 'is read twice');
            assert.ok(tree.some((node) => node.role === 'heading' && node.name === '部门整体绩效目标申报表'));
            assert.equal(one(tree, 'entry', '填报人').text, '李晓明');
            assert.ok(one(tree, 'entry', '填报人').states.includes('required'));
            const amount = one(tree, 'spin button', AMOUNT);
            assert.equal(amount.value, '1424');
            // A blank is not nought.
            const blank = one(tree, 'spin button', '收入构成 单位资金 当年金额');
            assert.ok(blank.text === '' && [undefined, '空'].includes(blank.value), JSON.stringify(blank));
            for (const name of ['收入构成', '支出构成', '长期绩效指标', '年度绩效指标']) one(tree, 'table', name);
            const cell = tree.find((node) => node.headers && node.holds.includes(AMOUNT));
            assert.ok(cell.headers[0].includes('财政拨款') && cell.headers[1].includes('当年金额'), JSON.stringify(cell));
        },
    },
    {
        name: 'what is wrong says that it is, and why',
        async run({ reader }) {
            const wrong = (await reader.ask('tree')).filter((node) => node.states.includes('invalid'));
            assert.ok(wrong.length >= 8, `${wrong.length} are wrong`);
            for (const node of wrong) assert.match(node.description, /^(错误|需说明|提示)：/, node.name);
        },
    },
    {
        name: 'the reader hears which field has the keyboard',
        async run({ reader, driver }) {
            await driver.evaluate(`document.querySelector('[data-id="cell:department"]').focus()`);
            for (const name of ['填报人', '联系电话', AMOUNT]) {
                await driver.press('Tab');
                await reader.until('focused', (node) => node.name === name, `${name} has the keyboard`);
            }
        },
    },
    {
        name: 'a field is found by the reader and filled in by keys, its total is read, and a button is pressed by the reader',
        async run({ reader, session, driver }) {
            // The display's keys go to the window that it gave the keyboard to, a click at the latest.
            for (let i = 0; i < 10 && !(await driver.evaluate('document.hasFocus()')); ++i) {
                await session.click(640, 970 - i * 10);
                await driver.until('document.hasFocus()', 'the page has the keyboard', 1000).catch(() => {});
            }
            await session.chinese(false);
            await reader.ask(`focus ${AMOUNT}`);
            await reader.until('focused', (node) => node.name === AMOUNT, 'it has the keyboard');
            await session.keys('ctrl+a');
            // No digit twice in a row: a display under load takes that for one key held down.
            await session.type('1650.25');
            await session.keys('Tab');
            const tree = await reader.until('tree', (nodes) => nodes.some((node) => node.role === 'spin button' && node.name === AMOUNT && node.value === '1650.25'),
                'the form has it').catch(async (error) => {
                const shown = await driver.evaluate(`[document.activeElement.getAttribute('aria-label'), document.querySelector('[aria-label="${AMOUNT}"]').value]`);
                throw new Error(`${shown.join(' has the keyboard, the amount is ')}; ${error.message}`);
            });
            // Its total is computed, and read.
            assert.ok(tree.some((node) => node.name.startsWith('收入构成 合计 当年金额') && node.name.includes('1650.25')));
            const undo = tree.find((node) => node.role === 'push button' && node.name.startsWith('撤销：'));
            await reader.ask(`press ${undo.name}`);
            await reader.until('tree', (nodes) => nodes.some((node) => node.role === 'spin button' && node.name === AMOUNT && node.value === '1424'),
                'undo took it back');
        },
    },
];

const browsers = [
    { name: 'Chromium', open: (desktop) => openChromium({ desktop, gl: 'none', height: 1000, args: ['--force-renderer-accessibility'] }) },
    { name: 'Firefox', open: (desktop) => openFirefox({ desktop, height: 1000 }) },
].filter((browser) => !values.browser || browser.name.includes(values.browser));

let passed = 0, failed = 0;
for (const browser of browsers) {
    const session = await new PinyinSession().start({ width: 1280, height: 1000 });
    const environment = { ...session.environment, GNOME_ACCESSIBILITY: '1' };
    delete environment.NO_AT_BRIDGE;
    const bus = endsWithUs(spawn(LAUNCHER, ['--launch-immediately'], { env: environment, stdio: 'ignore' }));
    const driver = await browser.open(environment);
    const reader = new Reader(environment);
    await driver.open(url);
    await driver.upload('tests/fixtures/seed.txt');
    await driver.until(() => [...document.querySelectorAll('textarea')].some((field) => field.value === '李晓明'), 'the seed form is open');
    await driver.still();
    for (const test of cases) {
        const started = Date.now();
        try {
            await test.run({ reader, driver, session });
            ++passed;
            console.log(`ok      ${browser.name}: ${test.name} (${Date.now() - started} ms)`);
        } catch (error) {
            ++failed;
            console.log(`FAILED  ${browser.name}: ${test.name}: ${String(error.message).replace(/\s*\n\s*/g, ' | ')}`);
            console.log(error.stack);
        }
    }
    reader.process.kill();
    await driver.close().catch(() => {});
    bus.kill();
    await session.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed || !passed ? 1 : 0);
