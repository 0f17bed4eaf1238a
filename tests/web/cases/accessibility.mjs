// The form as assistive technology finds it: axe-core's rules, and the tree that Chromium gives a screen reader. What is
// painted is on the canvas, so axe cannot judge colours.
// Tries: web/twin.js, web/twin.cpp
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { paste } from '../support/clipboard.mjs';
import { openSeed } from '../support/seed.mjs';
import { heard, listen } from '../support/spoken.mjs';

async function assertNoViolation(driver, root, what) {
    if (!(await driver.evaluate('!!window.axe')))
        await driver.evaluate(readFileSync(join(root, 'tests/web/node_modules/axe-core/axe.min.js'), 'utf8') + ';0');
    const { rules, violations } = await driver.evaluate(`axe.run().then((result) => ({ rules: result.passes.length,
        violations: result.violations.map((one) => one.id + ' ×' + one.nodes.length + ': ' + one.nodes[0].html.slice(0, 200)) }))`);
    assert.deepEqual(violations, [], what);
    assert.ok(rules > 15, `${rules} rules had something to look at`);
}

// The nodes that assistive technology sees: [{ role, name, value, description, properties }].
async function tree(driver) {
    const session = await driver.page.context().newCDPSession(driver.page);
    await session.send('Accessibility.enable');
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    await session.detach();
    const text = (property) => (property ? String(property.value) : '');
    const kept = nodes.filter((node) => !node.ignored).map((node) => ({
        id: node.nodeId, parent: node.parentId, role: text(node.role), name: text(node.name), value: text(node.value),
        description: text(node.description),
        properties: Object.fromEntries((node.properties || []).map(({ name, value }) => [name, value.value])) }));
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    // The nearest one above with the role.
    const within = (node, role) => {
        for (let up = byId.get(node.parent); up; up = byId.get(up.parentId)) if (text(up.role) === role) return up;
        return null;
    };
    const find = (role, name) => {
        const found = kept.filter((node) => node.role === role && node.name === name);
        assert.equal(found.length, 1, `${found.length} are ${role} “${name}”`);
        return found[0];
    };
    return { kept, find, within, text };
}

export default [
    {
        name: 'axe-core finds nothing wrong in the blank form, the filled one and the draft manager',
        async run(driver, { root }) {
            await assertNoViolation(driver, root, 'blank');
            await openSeed(driver, root);
            await assertNoViolation(driver, root, 'filled');
            await driver.click('button', '草稿');
            await driver.find('button', '关闭草稿管理');
            await driver.still();
            await assertNoViolation(driver, root, 'draft manager');
        },
    },
    {
        name: 'axe-core finds nothing wrong in the dialogs, which hold the keyboard and give it back',
        async run(driver, { root, browser }) {
            await openSeed(driver, root);
            await driver.click('spinbutton', '收入构成 财政拨款 当年金额');
            const html = readFileSync(join(root, 'tests/web/fixtures/clipboard/excel.html'), 'utf8');
            for (const [what, open] of [
                ['the preview of a paste', () => paste(driver, { browser, html, plain: 'x' })],
                ['the shortcuts', () => driver.press('F1')],
                ['the saved file', () => driver.press('Control+KeyS')],
            ]) {
                await open();
                await driver.still();
                await assertNoViolation(driver, root, what);
                if (what === 'the saved file') break;
                const dialog = await driver.evaluate(`(() => { const dialog = document.querySelector('[role=dialog]');
                    return { name: dialog.getAttribute('aria-label'), modal: dialog.getAttribute('aria-modal'),
                        holds: dialog.contains(document.activeElement) }; })()`);
                assert.ok(dialog.name && dialog.modal === 'true' && dialog.holds, `${what}: ${JSON.stringify(dialog)}`);
                // Nothing behind it can be reached.
                const reached = await driver.evaluate(`[...document.querySelectorAll('a, button, input, textarea, select')].filter((element) => {
                    if (element.closest('[role=dialog]') || element.id === 'open-file') return false;
                    element.focus();
                    return document.activeElement === element; }).map((element) => element.dataset.id)`);
                assert.deepEqual(reached, [], what);
                await driver.evaluate(`document.querySelector('[role=dialog] button').focus()`);
                await driver.press('Escape');
                await driver.until(() => document.activeElement.dataset.id === 'cell:income.fiscal.current', `${what}: the cell has the keyboard again`);
            }
        },
    },
    {
        name: 'the accessibility tree has landmarks, headings, tables with headers, values, and what is wrong',
        needs: 'chromium',
        async run(driver, { root }) {
            await openSeed(driver, root);
            const { kept, find, within, text } = await tree(driver);
            assert.equal(kept.filter((node) => node.role === 'main').length, 1);
            for (const role of ['navigation', 'complementary', 'banner'])
                assert.ok(kept.some((node) => node.role === role), `a ${role}`);
            for (const name of ['部门整体绩效目标申报表', '检查结果']) assert.ok(kept.some((node) => node.role === 'heading' && node.name === name), name);
            const amount = find('spinbutton', '收入构成 财政拨款 当年金额');
            assert.equal(amount.value, '1424');
            assert.ok(within(amount, 'cell') && within(amount, 'row'));
            assert.equal(text(within(amount, 'table').name), '收入构成');
            for (const name of ['当年金额', '占比'])
                assert.ok(kept.some((node) => node.role === 'columnheader' && node.name === name), `column ${name}`);
            assert.ok(kept.some((node) => node.role === 'rowheader' && node.name === '财政拨款'));
            // What the form computes is read with its value.
            find('cell', '支出构成 人员类项目支出 占比 0.21%');
            const person = find('textbox', '填报人');
            assert.equal(person.value, '李晓明');
            assert.equal(person.properties.required, true);
            // The open slots are wrong, and say why.
            const wrong = kept.filter((node) => node.properties.invalid === 'true');
            assert.ok(wrong.length >= 8, `${wrong.length} invalid`);
            for (const node of wrong) assert.ok(node.description.length > 5, `${node.name}: ${node.description}`);
            // Every field has a name of its own.
            const fields = kept.filter((node) => ['textbox', 'spinbutton', 'combobox'].includes(node.role));
            assert.ok(fields.length > 250, `${fields.length} fields`);
            const names = fields.map((node) => node.name);
            assert.deepEqual(names.filter((name, at) => !name || names.indexOf(name) !== at), []);
        },
    },
    {
        name: 'what is done twice is announced twice',
        async run(driver) {
            await listen(driver);
            await driver.fill('textbox', '填报人', '张三');
            await driver.fill('textbox', '填报人', '李四');
            for (const times of [1, 2]) {
                await driver.click('button', '撤销：修改 填报人');
                await heard(driver, '已撤销：修改 填报人', times);
            }
        },
    },
    {
        name: 'a new error is announced when its cell is left',
        async run(driver, { root }) {
            await openSeed(driver, root);
            await listen(driver);
            await driver.fill('spinbutton', '支出构成 运转类项目支出 当年金额', '1420');
            await driver.press('Tab');
            await heard(driver, '新的错误.*1423');
        },
    },
];
