// What belongs to the input method while it composes, and that no character is lost or doubled however it ends.
import assert from 'node:assert/strict';
import { join } from 'node:path';

const fieldBox = (person) => person.driver.evaluate(`(() => { const box = document.activeElement.getBoundingClientRect();
    return { x: box.x, y: box.y, width: box.width, height: box.height }; })()`);

export default [
    {
        // Without a panel of the script's own, so that the input method shows its window.
        name: 'the composition stands underlined in its cell and the candidates beneath it',
        panel: false,
        async run(person) {
            await person.click('textbox', '填报人');
            await person.session.chinese(true);
            await person.compose('jixiao');
            assert.equal((await person.text()).replace(/[ ']/g, ''), 'jixiao');
            const box = await fieldBox(person);
            const window = await person.session.candidateWindow();
            const left = person.corner.x + box.x, top = person.corner.y + box.y;
            assert.ok(window.x >= left && window.x <= left + box.width, `the candidates start at ${window.x}, the cell at ${left}`);
            assert.ok(window.y >= top && window.y <= top + box.height + 8, `the candidates start at ${window.y}, the cell at ${top}`);
            person.session.screenshot(join(person.shots, `pinyin-${person.browser.name}.png`.replace(/[ ,]+/g, '-')));
            await person.session.keys('space');
            await person.holds('绩效');
        },
    },
    {
        name: 'the input method is told where the caret is',
        async run(person) {
            await person.click('textbox', '部门职能概述');
            await person.typist.write('规划建设');
            await person.session.chinese(true);
            await person.compose('guanli');
            const box = await fieldBox(person), { caret } = person.panel;
            const left = person.corner.x + box.x, top = person.corner.y + box.y;
            // Behind four characters of the first line.
            assert.ok(caret.x > left + 40 && caret.x < left + 140, `caret at ${caret.x}, cell at ${left}`);
            assert.ok(caret.y > top && caret.y < top + box.height, `caret at ${caret.y}, cell at ${top}`);
            await person.session.keys('space');
            await person.holds('规划建设管理');
        },
    },
    {
        name: 'Enter while composing gives the letters and stays in the cell',
        async run(person) {
            await person.click('textbox', '填报人');
            await person.session.chinese(true);
            await person.compose('oa');
            await person.session.keys('Return');
            await person.holds('oa');
            assert.equal((await person.driver.find('textbox', '填报人')).focused, true);
            await person.session.chinese(false);
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '填报人'), 'oa');
        },
    },
    {
        name: 'Escape while composing drops the letters and nothing else',
        async run(person) {
            await person.click('textbox', '填报人');
            await person.typist.write('李');
            await person.session.chinese(true);
            await person.compose('xiaoming');
            await person.session.keys('Escape');
            await person.holds('李');
            assert.equal((await person.driver.find('textbox', '填报人')).focused, true);
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '填报人'), '李');
        },
    },
    {
        name: 'digits choose a candidate and arrows stay with the composition',
        async run(person) {
            await person.click('textbox', '填报人');
            await person.session.chinese(true);
            await person.compose('shishi');
            const second = person.panel.candidates[1];
            await person.session.keys('Left', 'Right', 'Down', 'Up');
            assert.equal((await person.driver.find('textbox', '填报人')).focused, true);
            await person.session.keys('2');
            await person.holds(second);
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '填报人'), second);
        },
    },
    {
        name: 'Tab while composing belongs to the input method',
        async run(person) {
            await person.click('textbox', '填报人');
            await person.session.chinese(true);
            await person.compose('jixiao');
            await person.session.keys('Tab');
            assert.equal((await person.driver.find('textbox', '填报人')).focused, true);
            await person.session.keys('Escape');
            await person.holds('');
        },
    },
    {
        name: 'a click elsewhere ends the composition: its text stays where it was typed, once',
        async run(person) {
            await person.click('textbox', '填报人');
            await person.typist.write('李');
            await person.session.chinese(true);
            await person.compose('ming');
            const shown = await person.text();
            await person.click('textbox', '联系电话');
            await person.driver.still();
            const left = await person.valueOf('textbox', '填报人');
            // What the input method makes of it is its own affair; it is there, and once.
            assert.ok([shown, '李ming', '李明', '李名', '李'].includes(left), `“${left}” of “${shown}”`);
            assert.equal(await person.text(), '');
            await person.session.chinese(false);
            await person.session.type('0718');
            await person.holds('0718');
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '联系电话'), '0718');
            assert.equal(await person.valueOf('textbox', '填报人'), left);
        },
    },
    {
        name: 'scrolling while composing leaves the composition as it is',
        async run(person) {
            await person.click('textbox', '部门职能概述');
            await person.typist.write('负责');
            await person.session.chinese(true);
            await person.compose('jianshe');
            await person.session.wheel('down', 2);
            await person.driver.still();
            await person.session.keys('space');
            await person.holds('负责建设');
            await person.session.chinese(false);
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '部门职能概述'), '负责建设');
        },
    },
    {
        name: 'zooming while composing loses and doubles nothing',
        async run(person) {
            await person.click('textbox', '部门职能概述');
            await person.typist.write('负责');
            await person.session.chinese(true);
            await person.compose('jianshe');
            const size = await person.driver.evaluate('parseFloat(getComputedStyle(document.activeElement).fontSize)');
            await person.session.wheel('up', 3, { control: true });
            await person.driver.until((before) => parseFloat(getComputedStyle(document.activeElement).fontSize) > before, 'the paper is larger',
                5000, size);
            await person.session.keys('space');
            await person.holds('负责建设');
            await person.session.chinese(false);
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '部门职能概述'), '负责建设');
        },
    },
    {
        name: 'rare characters, full-width marks and the next word arrive as typed and stay through a reload',
        async run(person) {
            const text = '“欧阳𬱖”，䶮（㛃）：口岸！';
            await person.click('textbox', '部门职能概述');
            await person.typist.write(text);
            await person.session.chinese(false);
            await person.session.keys('Tab');
            assert.equal(await person.valueOf('textbox', '部门职能概述'), text);
            await person.driver.reload();
            assert.equal(await person.valueOf('textbox', '部门职能概述'), text);
        },
    },
    {
        name: 'undo takes back word by word, then step by step, without a seam',
        async run(person) {
            await person.click('textbox', '填报人');
            await person.typist.write('欧阳');
            await person.typist.write('明');
            await person.session.chinese(false);
            await person.session.keys('Tab', 'ctrl+z');
            await person.driver.until(() => [...document.querySelectorAll('.field')].every((field) => field.value !== '欧阳明'), 'the name is gone');
            assert.equal(await person.valueOf('textbox', '填报人'), '');
            await person.session.keys('ctrl+y');
            await person.driver.until(() => [...document.querySelectorAll('.field')].some((field) => field.value === '欧阳明'), 'the name is back');
        },
    },
];
