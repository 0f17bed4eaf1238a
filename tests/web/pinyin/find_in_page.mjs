// The browser's own find bar, opened by the real keys: it finds labels and what was filled in, and the view follows.
import assert from 'node:assert/strict';
import { join } from 'node:path';

// Where the text is that the find bar chose: in a field, which then has the keyboard, or a printed text.
const FOUND = `(() => {
    const { anchorNode } = getSelection();
    const active = document.activeElement;
    const node = active.classList.contains('field') ? active
        : anchorNode && (anchorNode.nodeType === Node.TEXT_NODE ? anchorNode.parentElement : anchorNode).closest('.node');
    if (!node) return null;
    const box = node.getBoundingClientRect(), view = node.closest('.region').getBoundingClientRect();
    return { text: node.value || node.textContent, seen: box.bottom > view.top + 10 && box.top < view.bottom - 10,
        top: document.querySelector('main').scrollTop };
})()`;

// The browser's bar tells no page how far it is.
const bar = () => new Promise((done) => setTimeout(done, 700));

// Onto the real clipboard: xdotool types Chinese with gaps.
async function copy({ driver, session }, text) {
    await driver.evaluate((wanted) => {
        const field = document.createElement('textarea');
        field.id = 'copied';
        field.value = wanted;
        document.body.append(field);
        field.addEventListener('copy', () => setTimeout(() => field.remove()));
        field.focus();
        field.select();
    }, text);
    await session.keys('ctrl+c');
    await driver.until(() => document.getElementById('copied') === null, 'it is copied');
}

export default [
    {
        name: 'the find bar finds labels and what was filled in, in any section, and the view follows',
        panel: false,
        async run(person) {
            const { driver, session } = person;
            await driver.upload(join(person.root, 'tests/fixtures/seed.txt'));
            await driver.until(() => [...document.querySelectorAll('textarea')].some((field) => field.value === '李晓明'), 'the seed form is open');
            let before = 0;
            for (const phrase of ['12345', '在职人员控制率', '完善政务服务体系', '服务对象满意度']) {
                await copy(person, phrase);
                await session.keys('ctrl+f');
                await bar();
                await session.keys('ctrl+v');
                await bar();
                await session.keys('Return');
                await bar();
                session.screenshot(join(person.shots, `find-${person.browser.name.replace(/[ ,]+/g, '-')}-${phrase}.png`));
                // Closing it leaves what was found selected, or in a field the keyboard.
                await session.keys('Escape');
                await driver.until((wanted) => {
                    const { anchorNode } = getSelection(), active = document.activeElement;
                    const text = active.classList.contains('field') ? active.value : anchorNode ? anchorNode.textContent : '';
                    return text.includes(wanted);
                }, `“${phrase}” is found`, 5000, phrase);
                await driver.still();
                const found = await driver.evaluate(FOUND);
                assert.ok(found && found.text.includes(phrase), `“${phrase}”: ${JSON.stringify(found)}`);
                assert.ok(found.seen, `“${phrase}” is in sight: ${JSON.stringify(found)}`);
                before = found.top;
            }
            assert.ok(before > 0);
        },
    },
];
