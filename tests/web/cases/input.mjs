// Text however it comes: compositions in hostile order, pastes during them, characters that are not plain ones.
// Tries: web/editor.js, web/fields.js, web/clipboard.js
import assert from 'node:assert/strict';

const cdp = (driver) => driver.page.context().newCDPSession(driver.page);
const compose = (session, text) => session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
// As a person's clipboard gives it, also in browsers that let no script read it.
const paste = (driver, text) => driver.evaluate(`(() => { const data = new DataTransfer(); data.setData('text/plain', ${JSON.stringify(text)});
    const field = document.activeElement;
    if (field.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })))
        document.execCommand('insertText', false, ${JSON.stringify(text)}); })()`);

async function left(driver, role, name) {
    await driver.evaluate('document.activeElement.blur()');
    await driver.still();
    return driver.value(role, name);
}

export default [
    {
        name: 'a composition that never ends keeps its text in its cell when the focus goes',
        needs: 'chromium',
        async run(driver) {
            const session = await cdp(driver);
            await driver.click('textbox', '填报人');
            await driver.type('李');
            await compose(session, 'ming');
            await driver.click('textbox', '联系电话');
            await driver.type('0718');
            assert.equal(await left(driver, 'textbox', '联系电话'), '0718');
            assert.equal(await driver.value('textbox', '填报人'), '李ming');
            await driver.reload();
            assert.equal(await driver.value('textbox', '填报人'), '李ming');
        },
    },
    {
        name: 'a composition taken back leaves what stood there',
        needs: 'chromium',
        async run(driver) {
            const session = await cdp(driver);
            await driver.click('textbox', '填报人');
            await driver.type('李');
            for (const text of ['x', 'xi', 'x', '']) await compose(session, text);
            assert.equal(await left(driver, 'textbox', '填报人'), '李');
        },
    },
    {
        name: 'a composition too long for its cell is in sight as a whole, and the cell has its size again when it is dropped',
        needs: 'chromium',
        async run(driver) {
            const session = await cdp(driver);
            const looks = () => driver.evaluate(`(() => { const { scrollTop, scrollHeight, clientHeight } = document.activeElement;
                return { scrollTop, hidden: scrollHeight - clientHeight, height: clientHeight }; })()`);
            for (const name of ['长期绩效指标 公用经费控制率 指标值', '年度目标']) {
                await driver.click('textbox', name);
                const before = await looks();
                const letters = "ni'hao".repeat(name === '年度目标' ? 300 : 8);
                await compose(session, letters);
                const during = await looks();
                assert.deepEqual([during.scrollTop, during.hidden], [0, 0], name);
                assert.ok(during.height > before.height + 10, `${name}: from ${before.height} to ${during.height} px`);
                await compose(session, '');
                assert.deepEqual(await looks(), before, name);
                await compose(session, letters);
                await session.send('Input.insertText', { text: '你好'.repeat(8) });
                await driver.still();
                const after = await looks();
                assert.deepEqual([after.scrollTop, after.hidden], [0, 0], name);
            }
        },
    },
    {
        name: 'a paste while composing loses neither text',
        needs: 'chromium',
        async run(driver) {
            const session = await cdp(driver);
            await driver.click('textbox', '部门职能概述');
            await compose(session, 'fuze');
            await paste(driver, '负责建设');
            const text = await left(driver, 'textbox', '部门职能概述');
            assert.equal(text.split('负责建设').length, 2, `“${text}” has the pasted text once`);
        },
    },
    {
        name: 'the form hears nothing of a composition until it ends, in the order of either engine',
        async run(driver) {
            await driver.click('textbox', '填报人');
            const heard = await driver.evaluate(`(() => {
                const field = document.activeElement, heard = [];
                // What C++ is called with: the text is its argument 1. Emscripten's script sets a function anew when it is first called.
                const { _web_argument, _web_typed } = Module;
                let place = 0, length = 0;
                const hear = (name, call) => Object.defineProperty(Module, name, { get: () => call, set() {} });
                hear('_web_argument', (index, size) => { const at = _web_argument(index, size); if (index === 1) [place, length] = [at, size]; return at; });
                hear('_web_typed', (means) => { heard.push(new TextDecoder().decode(Module.HEAPU8.slice(place, place + length))); _web_typed(means); });
                const fire = (type, more) => field.dispatchEvent(new (type === 'input' ? InputEvent : CompositionEvent)(type, { bubbles: true, ...more }));
                // Chromium: input before the end, and marked.
                fire('compositionstart'); field.value = 'li'; fire('input', { isComposing: true });
                field.value = '李'; fire('input', { isComposing: true }); fire('compositionend', { data: '李' });
                // Firefox: input after the end, unmarked.
                fire('compositionstart'); field.value = '李x'; fire('input', { isComposing: true });
                field.value = '李晓'; fire('compositionend', { data: '晓' }); fire('input', { isComposing: false });
                // An end without a start, and a start without an end before plain typing and leaving.
                fire('compositionend'); fire('compositionstart'); field.value = '李晓明'; fire('input', { isComposing: true });
                field.blur();
                return heard;
            })()`);
            assert.deepEqual(heard, ['李', '李晓', '李晓明']);
            await driver.still();
            assert.equal(await driver.value('textbox', '填报人'), '李晓明');
        },
    },
    {
        name: 'rare characters, emoji, full-width marks and overrides of direction stay as they were typed',
        async run(driver) {
            const text = '𬱖䶮㛃👩‍👩‍👧１２％，。“”（）《》\u202Eabc\u202C\u200F';
            await driver.click('textbox', '部门职能概述');
            await paste(driver, text);
            assert.equal(await left(driver, 'textbox', '部门职能概述'), text);
            await driver.reload();
            assert.equal(await driver.value('textbox', '部门职能概述'), text);
        },
    },
    {
        name: 'half a character and control characters do not break the form',
        async run(driver) {
            await driver.click('textbox', '部门职能概述');
            await driver.evaluate(`(() => { const field = document.activeElement; field.value = '甲\\uD842乙\\u0000\\u0007丙';
                field.dispatchEvent(new InputEvent('input', { bubbles: true })); })()`);
            const text = await left(driver, 'textbox', '部门职能概述');
            assert.ok(/甲.*乙.*丙/su.test(text), `“${text}” keeps what is whole`);
            await driver.fill('textbox', '填报人', '李晓明');
            assert.equal(await driver.value('textbox', '填报人'), '李晓明');
            assert.deepEqual(await driver.evaluate('shenbao.faults'), []);
        },
    },
    {
        name: 'a long text grows its cell while it is typed',
        async run(driver) {
            await driver.click('textbox', '部门职能概述');
            const before = (await driver.find('textbox', '部门职能概述')).height;
            await paste(driver, Array.from({ length: 30 }, (_, i) => `${i + 1}. 负责综合保税区规划、建设、申报、管理等工作；`).join('\n'));
            await driver.still();
            const { height, focused } = await driver.find('textbox', '部门职能概述');
            assert.ok(height > before + 200, `from ${before} to ${height} px`);
            assert.ok(focused);
            const hidden = await driver.evaluate('document.activeElement.scrollHeight - document.activeElement.clientHeight');
            assert.ok(hidden <= 2, `${hidden} px of the text are hidden`);
        },
    },
];
