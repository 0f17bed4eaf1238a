// The seed form typed in with the input method and the keyboard alone, saved by Ctrl+S, and compared cell by cell with
// what the native program reads from the same form.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const AS_IN_THE_FILE = { date: '2025年12 月31日' };

function seedValues(root) {
    const file = join(mkdtempSync(join(tmpdir(), 'shenbao-seed-')), 'seed.json');
    execFileSync('build/native/bin/shenbao', ['convert', 'tests/fixtures/seed.txt', file], { cwd: root });
    const seed = JSON.parse(readFileSync(file, 'utf8'));
    // The converter keeps a text as it stands in the file, “2025年12 月31日”; the form writes a date as the form writes
    // dates when its cell is left, and says so.
    assert.equal(seed.values.date, AS_IN_THE_FILE.date);
    seed.values.date = '2025年12月31日';
    return seed;
}

const active = (driver) => driver.evaluate(`(() => { const element = document.activeElement;
    return { id: element.dataset.id || '', tag: element.tagName, value: element.value || '',
        options: element.tagName === 'SELECT' ? [...element.options].map((option) => option.value) : [] }; })()`);

// One Tab, and what has the keyboard then.
async function tab(person, before) {
    await person.session.keys('Tab');
    await person.driver.until((id) => (document.activeElement.dataset.id || '') !== id, `Tab leaves ${before}`, 5000, before);
    return active(person.driver);
}

// A choice is typed by its Pinyin initials.
async function choose(person, field, wanted) {
    const { lists } = JSON.parse(readFileSync(join(person.root, 'assets/forms/department-performance-target.form.json'), 'utf8'));
    const list = lists.find(({ options }) => options.includes(wanted));
    assert.ok(list && field.options.includes(wanted), `“${wanted}” is not in the list of ${field.id}`);
    for (const letter of list.initials[list.options.indexOf(wanted)]) await person.session.keys(letter);
    await person.holds(wanted);
}

async function typeForm(person, wanted, log) {
    const { driver } = person;
    const left = new Set(Object.keys(wanted));
    await person.session.chinese(false);
    let at = await active(driver);
    // The panels of the page come before the form; no way is longer than all elements.
    for (let steps = 0; left.size > 0; ++steps) {
        if (steps > 2500) throw new Error(`Tab never came to ${[...left].slice(0, 5).join(', ')}`);
        at = await tab(person, at.id);
        const path = at.id.startsWith('cell:') ? at.id.slice(5) : '';
        if (!left.has(path)) continue;
        left.delete(path);
        if (at.value === wanted[path]) continue;
        if (at.tag === 'SELECT') {
            await choose(person, at, wanted[path]);
        } else {
            // Tab has selected what stood there; typing replaces it.
            if (at.value !== '') await person.session.keys('Delete');
            await person.holds('');
            await person.typist.write(AS_IN_THE_FILE[path] || wanted[path]);
            await person.typist.latin();
        }
        if (left.size % 25 === 0) log(`${Object.keys(wanted).length - left.size} cells`);
    }
    // Leaves the last one.
    await tab(person, at.id);
}

async function saved(person) {
    const file = await person.driver.download(() => person.session.keys('ctrl+s'));
    return JSON.parse(file.bytes.toString('utf8'));
}

function compare(found, expected) {
    const differences = [];
    for (const path of new Set([...Object.keys(expected), ...Object.keys(found)]))
        if (found[path] !== expected[path]) differences.push(`${path}: “${found[path]}” instead of “${expected[path]}”`);
    assert.deepEqual(differences, []);
}

export const wholeForm = {
    name: 'the whole seed form, typed in by input method and keyboard, differs in no cell',
    async run(person) {
        const expected = seedValues(person.root);
        const started = Date.now();
        await typeForm(person, expected.values, (text) => console.log(`        ${person.browser.name}: ${text}`));
        const found = await saved(person);
        const { counts } = person.typist;
        console.log(`        ${Object.keys(expected.values).length} cells in ${Math.round((Date.now() - started) / 1000)} s: ${counts.hanzi} hanzi ` +
            `in ${counts.words} words, ${counts.punctuation} marks, ${counts.latin} letters and digits, ${counts.byCode} by their number ` +
            `(${[...counts.codes].join(' ')})`);
        compare(found.values, expected.values);
        assert.deepEqual(found.rows, expected.rows);
    },
};

export const beginningOfTheForm = {
    name: 'the beginning of the seed form, typed in by input method and keyboard, differs in no cell',
    async run(person) {
        const all = seedValues(person.root).values;
        const some = {};
        for (const path of ['date', 'department', 'person', 'phone', 'income.fiscal.current', 'income.fiscal.last',
            'expenditure.operation.current', 'longterm_goal', 'longterm.public_funds_control.target',
            'longterm.public_funds_control.basis', 'longterm.public_funds_control.category']) {
            assert.ok(all[path], `the seed has no ${path}`);
            some[path] = all[path];
        }
        await typeForm(person, some, () => {});
        compare((await saved(person)).values, some);
    },
};
