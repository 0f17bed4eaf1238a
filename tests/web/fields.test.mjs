// The states of a field without a browser: what happens to it, and what comes of that (web/fields.js).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { START, next } from '../../web/fields.js';

// A field with a text in it, told to the machine as web/editor.js tells it. `uses`: strokes and commands that the form has a
// use for.
class Field {
    constructor(kind, { value = '', uses = [], chosen = false } = {}) {
        Object.assign(this, { kind, value, uses, chosen, state: START, told: value, heard: [], time: 0 });
    }

    happens(type, facts = {}) {
        const { kind, value, chosen } = this;
        const { state, effects } = next(this.state, { type, kind, value, chosen, changed: value !== this.told, ...facts });
        this.state = state;
        for (const [name, ...rest] of effects) this[name](...rest);
        return this;
    }

    // What the machine asks for, as it is done; a field that is fitted to what the form knows stays as it is.
    fit(composing) {
        if (composing) this.heard.push('it grows with what is composed');
    }
    tell(how) {
        if (this.value === this.told) return;
        this.told = this.value;
        this.heard.push(`the form hears ${this.value || 'nothing'}, ${how}`);
    }
    mark() {
        this.heard.push('all is marked');
    }
    take() {
        this.heard.push('it gets the keyboard');
        this.happens('entered');
    }
    caretBehindMark() {
        this.heard.push('the caret goes behind what is marked');
    }
    caretToEnd() {
        this.heard.push('the caret goes to the end');
    }
    choose(letters) {
        this.heard.push(`chooses by ${letters}`);
    }
    prevent() {
        this.heard.push('the browser keeps off');
    }
    press(stroke, { inText, undoes, redoes }) {
        const used = this.uses.includes(stroke);
        const own = [inText && 'in text', undoes && 'undoes', redoes && 'redoes'].filter(Boolean);
        this.heard.push(`${stroke} for the form${own.length ? `: ${own.join(', ')}` : ''}`);
        this.happens('pressed', { stroke, used, held: this.state !== START && !this.gone });
    }
    run(command, { inText }) {
        this.heard.push(`${command} is run${inText ? ' in text' : ''}`);
    }

    // What a person does.
    tabbedInto() {
        return this.happens('key', { ...keyOf('Tab'), kind: '' }).happens('entered');
    }
    clicked() {
        return this.happens('pointerDown', { held: false }).happens('mouseDown', { menu: false }).happens('entered');
    }
    input(value, inputType = 'insertText', more = {}) {
        this.value = value;
        return this.happens('input', { inputType, composes: false, changed: value !== this.told, ...more });
    }
    key(stroke, more = {}) {
        this.time += 100;
        return this.happens('key', keyOf(stroke, { time: this.time, ...more }));
    }
    waits(milliseconds) {
        this.time += milliseconds;
        return this;
    }
    // What came of it since it was asked last.
    get came() {
        return this.heard.splice(0);
    }
    get mode() {
        return this.state.editing ? 'edited' : 'moved through';
    }
}

function keyOf(stroke, more = {}) {
    const key = stroke.split('+').pop();
    const plain = !/Control|Alt/.test(stroke);
    return { key, stroke, alt: stroke.includes('Alt+'), plain, repeat: false, composes: false, faceless: false, time: 0, ...more };
}

test('Tab moves through a field: all of it is marked, and keys that move are the form\'s', () => {
    const field = new Field('line', { value: '120', uses: ['ArrowRight', 'Enter'] }).tabbedInto();
    assert.deepEqual([field.came, field.mode], [['all is marked'], 'moved through']);
    assert.deepEqual(field.key('ArrowRight').key('Enter').came, ['ArrowRight for the form', 'Enter for the form']);
});

test('Shift and Tab do so too; Control and Tab, which go to another window, do not', () => {
    assert.equal(new Field('line').happens('key', { ...keyOf('Shift+Tab'), kind: '' }).happens('entered').mode, 'moved through');
    assert.equal(new Field('line').happens('key', { ...keyOf('Control+Tab'), kind: '' }).happens('entered').mode, 'edited');
});

test('Tab that went to the browser\'s own bars does not count when the field is found later', () => {
    const field = new Field('line').happens('key', { ...keyOf('Tab'), kind: '' }).happens('comes', { how: '' }).happens('entered');
    assert.deepEqual([field.came, field.mode], [[], 'edited']);
});

test('a click edits a field: nothing is marked, and arrows are the text\'s', () => {
    const field = new Field('area', { value: '一' }).clicked();
    assert.deepEqual([field.came, field.mode], [[], 'edited']);
    assert.deepEqual(field.key('ArrowDown').came, ['ArrowDown for the form: in text']);
});

const cell = (value) => new Field('line', { value, chosen: true });
const press = (field, more) => field.happens('pointerDown', { held: false, ...more }).happens('mouseDown', { menu: false, held: false, ...more });

test('a click chooses a cell of a table: all of it is marked, typing replaces it, and arrows are the form\'s', () => {
    const field = press(cell('1424'));
    assert.deepEqual([field.came, field.mode], [['it gets the keyboard', 'all is marked', 'the browser keeps off'], 'moved through']);
    assert.deepEqual(field.key('ArrowLeft').came, ['ArrowLeft for the form']);
    assert.equal(field.input('2').mode, 'edited');
});

test('a second click puts the caret into a cell, where the browser puts it', () => {
    const field = press(cell('1424'));
    field.came;
    press(field, { held: true });
    assert.deepEqual([field.came, field.mode], [[], 'edited']);
    assert.deepEqual(field.key('ArrowLeft').came, ['ArrowLeft for the form: in text']);
});

test('a double click opens a cell, and marks a word only in one that was open', () => {
    const field = press(press(cell('1424')), { held: true });
    field.came;
    assert.deepEqual([field.happens('doubleClick').came, field.mode], [['the caret goes behind what is marked'], 'edited']);
    press(press(field, { held: true }), { held: true });
    assert.deepEqual([field.happens('doubleClick').came, field.mode], [[], 'edited']);
});

test('a cell that a program gives the keyboard is chosen; one that a text is dropped on is not', () => {
    assert.deepEqual([cell('1').happens('entered').came, cell('1').happens('entered').mode], [['all is marked'], 'moved through']);
    const visited = cell('1').happens('comes', { how: 'visit' }).happens('entered');
    assert.deepEqual([visited.came, visited.mode], [[], 'edited']);
});

test('a menu asked for on a cell chooses it, and on a chosen one leaves all of it marked', () => {
    const field = press(cell('1424'));
    field.came;
    assert.deepEqual([field.happens('mouseDown', { menu: true, held: true }).came, field.mode], [['the browser keeps off'], 'moved through']);
});

test('Shift and a click on another cell are the range\'s', () => {
    assert.deepEqual(press(cell('1'), { extend: true }).came, []);
});

test('typing edits what was moved through, and the form hears each text once', () => {
    const field = new Field('area').tabbedInto();
    field.came;
    assert.deepEqual(field.input('a').input('ab').happens('change').came, ['the form hears a, typed', 'the form hears ab, typed']);
    assert.equal(field.mode, 'edited');
    assert.deepEqual(field.key('Enter').came, ['Enter for the form: in text, undoes']);
});

test('what is emptied, pasted over or taken back as a whole stays moved through', () => {
    for (const [type, how] of [['deleteContentBackward', 'deleted'], ['insertFromPaste', 'typed'], ['historyUndo', 'typed']]) {
        const field = new Field('line', { value: '12' }).tabbedInto();
        field.came;
        assert.deepEqual([field.input('', type).came, field.mode], [[`the form hears nothing, ${how}`], 'moved through']);
    }
});

test('what is dropped into a field that is only visited is edited, and the form hears that it was dropped', () => {
    const field = new Field('line').tabbedInto();
    field.came;
    field.happens('entered').input('12', 'insertFromDrop');
    assert.deepEqual([field.came, field.mode], [['the form hears 12, dropped'], 'edited']);
});

test('arrows up and down leave one line of text that is edited, if the form goes there, and not a long text', () => {
    const line = new Field('line', { uses: ['ArrowDown'] }).clicked();
    assert.deepEqual(line.key('ArrowDown').came, ['ArrowDown for the form', 'all is marked']);
    assert.equal(line.mode, 'moved through');
    const edge = new Field('line').clicked();
    assert.deepEqual([edge.key('ArrowDown').came, edge.mode], [['ArrowDown for the form'], 'edited']);
    const area = new Field('area', { uses: ['ArrowDown'] }).clicked();
    assert.deepEqual([area.key('ArrowDown').came, area.mode], [['ArrowDown for the form: in text'], 'edited']);
    assert.deepEqual(line.clicked().key('ArrowLeft').came, ['ArrowLeft for the form: in text']);
});

test('what is left by an arrow is not marked: another field has the keyboard then', () => {
    const field = new Field('line', { uses: ['ArrowDown'] }).clicked();
    field.gone = true;
    assert.deepEqual(field.key('ArrowDown').came, ['ArrowDown for the form']);
});

test('Escape ends editing, whether the form has a use for it or not', () => {
    for (const uses of [[], ['Escape']]) {
        const field = new Field('area', { uses }).clicked();
        assert.deepEqual([field.key('Escape').came, field.mode], [['Escape for the form: in text', 'all is marked'], 'moved through']);
    }
});

test('Escape and shortcuts are for the form where no field is; other keys are the browser\'s', () => {
    const button = new Field('', { uses: ['Escape'] }).tabbedInto();
    assert.deepEqual(button.key('Escape').key('Control+S').key('F6').came, ['Escape for the form', 'Control+S for the form', 'F6 for the form']);
    assert.deepEqual(button.key('Enter').key('a').key(' ').key('ArrowDown').came, []);
});

test('letters are the field\'s, also those that AltGr writes', () => {
    const field = new Field('line').clicked();
    assert.deepEqual(field.key('a').key('1', { stroke: '' }).came, []);
});

test('F2 edits what was moved through, with the caret at the end', () => {
    const field = new Field('line', { value: '120' }).tabbedInto();
    field.came;
    assert.deepEqual([field.key('F2').came, field.mode], [['the caret goes to the end', 'the browser keeps off'], 'edited']);
    assert.deepEqual(field.key('ArrowLeft').came, ['ArrowLeft for the form: in text']);
    assert.deepEqual(new Field('list').tabbedInto().key('F2').came, ['F2 for the form']);
});

test('leaving tells what was not told yet, and ends editing and composing', () => {
    const field = new Field('line').clicked().happens('compositionStart').input('李', 'insertCompositionText', { composes: true });
    assert.deepEqual(field.came, ['it grows with what is composed']);
    assert.deepEqual(field.happens('left').came, ['the form hears 李, typed']);
    assert.deepEqual([field.mode, field.state.composing], ['moved through', false]);
});

test('a window that loses the keyboard leaves its field as it is, but for what was being composed', () => {
    const field = new Field('line').clicked().input('1');
    field.came;
    field.happens('compositionStart').input('1李', 'insertCompositionText', { composes: true });
    field.came;
    field.happens('windowLeft');
    assert.deepEqual([field.came, field.mode, field.state.composing], [['the form hears 1李, typed'], 'edited', false]);
});

test('the form hears a composition at its end, in the order of Chromium', () => {
    const field = new Field('line').tabbedInto();
    field.came;
    assert.equal(field.happens('compositionStart').mode, 'edited');
    field.input('l', 'insertCompositionText', { composes: true }).input('李', 'insertCompositionText', { composes: true }).happens('change');
    assert.deepEqual(field.came, ['it grows with what is composed', 'it grows with what is composed']);
    assert.deepEqual(field.happens('compositionEnd').happens('change').came, ['the form hears 李, typed']);
    assert.deepEqual(field.key('Enter').came, ['Enter for the form: in text, undoes']);
});

test('the form hears a composition at its end, in the order of Firefox', () => {
    const field = new Field('line').clicked();
    // The first of its letters may come unmarked.
    field.happens('compositionStart').input('l', 'insertCompositionText');
    assert.deepEqual(field.came, ['it grows with what is composed']);
    field.value = '李';
    assert.deepEqual(field.happens('compositionEnd').came, ['the form hears 李, typed']);
    assert.deepEqual(field.input('李', 'insertCompositionText').came, []);
    assert.deepEqual(field.key('Enter').came, ['Enter for the form: in text, undoes']);
});

test('keys of an input method are nobody else\'s, whatever they are', () => {
    const field = new Field('line').clicked().happens('compositionStart');
    assert.deepEqual(field.key('Enter').key('Control+S').key('Escape').came, []);
    assert.deepEqual(new Field('line').clicked().key('Enter', { composes: true }).key('Enter', { faceless: true }).came, []);
});

test('a composition that is given up leaves undo to the form, in either order', () => {
    const chromium = new Field('line').clicked().happens('compositionStart').input('l', 'insertCompositionText', { composes: true });
    chromium.input('', 'insertCompositionText', { composes: true }).happens('compositionEnd');
    chromium.came;
    assert.deepEqual(chromium.key('Control+Z').came, ['Control+Z for the form: in text']);
    const firefox = new Field('line').clicked().happens('compositionStart').input('l', 'insertCompositionText', { composes: true });
    firefox.value = '';
    firefox.happens('compositionEnd').input('', 'insertCompositionText');
    firefox.came;
    assert.deepEqual(firefox.key('Control+Z').came, ['Control+Z for the form: in text']);
});

test('a composition that is given up after something was typed leaves that to the field', () => {
    const field = new Field('line').clicked().input('1');
    field.happens('compositionStart').input('1l', 'insertCompositionText', { composes: true }).input('1', 'deleteCompositionText', { composes: true });
    field.happens('compositionEnd');
    field.came;
    assert.deepEqual(field.key('Control+Z').came, ['Control+Z for the form: in text, undoes']);
});

test('the field undoes what was typed into it since it got the keyboard, also what came to nothing', () => {
    const field = new Field('line', { value: '1' }).clicked();
    assert.deepEqual(field.key('Control+Z').came, ['Control+Z for the form: in text']);
    field.input('12').input('1', 'deleteContentBackward');
    field.came;
    const same = new Field('line', { value: '1' }).clicked().input('1');
    assert.deepEqual(same.key('Control+Z').came, ['Control+Z for the form: in text, undoes']);
    assert.deepEqual(field.key('Control+Z').came, ['Control+Z for the form: in text, undoes']);
    field.input('12', 'historyUndo').input('1', 'historyUndo');
    field.came;
    assert.deepEqual(field.key('Control+Z').key('Control+Y').came, ['Control+Z for the form: in text, redoes', 'Control+Y for the form: in text, redoes']);
});

test('what the form sets is marked where it is moved through, and nothing to be undone by the field', () => {
    const field = new Field('line', { value: '1' }).clicked().input('12');
    field.came;
    field.value = '12.00';
    assert.deepEqual(field.happens('set').came, []);
    assert.deepEqual(field.key('Control+Z').came, ['Control+Z for the form: in text']);
    const moved = new Field('line').tabbedInto();
    moved.came;
    assert.deepEqual([moved.happens('set').came, moved.mode], [['all is marked'], 'moved through']);
});

test('what the form writes into a field leaves it moved through or edited as it was', () => {
    const field = new Field('line').tabbedInto();
    field.input('2026').happens('inserted', { editing: false });
    assert.equal(field.mode, 'moved through');
    assert.deepEqual(field.key('Control+Z').came.pop(), 'Control+Z for the form: undoes');
});

test('undo from a menu is the form\'s where the field has nothing to undo, or has not the keyboard', () => {
    const field = new Field('line').clicked();
    const menu = (inputType, held) => field.happens('beforeInput', { inputType, held }).came;
    assert.deepEqual(menu('historyUndo', true), ['undo is run in text', 'the browser keeps off']);
    assert.deepEqual(menu('historyRedo', true), ['redo is run in text', 'the browser keeps off']);
    field.input('1');
    field.came;
    assert.deepEqual(menu('historyUndo', true), []);
    assert.deepEqual(menu('historyUndo', false), ['undo is run in text', 'the browser keeps off']);
    field.input('', 'historyUndo');
    field.came;
    assert.deepEqual(menu('historyRedo', true), []);
    assert.deepEqual(menu('historyUndo', true), ['undo is run in text', 'the browser keeps off']);
});

test('Backspace of a soft keyboard clears what is moved through, and takes a letter from what is edited', () => {
    const back = { inputType: 'deleteContentBackward', held: true };
    const field = new Field('line', { value: '12' }).tabbedInto();
    field.came;
    assert.deepEqual(field.happens('beforeInput', back).came, ['clear is run']);
    assert.deepEqual(new Field('line', { value: '12' }).clicked().happens('beforeInput', back).came, []);
});

test('Backspace on a key is the form\'s to take', () => {
    const field = new Field('line', { value: '12' }).tabbedInto();
    field.came;
    assert.deepEqual(field.key('Backspace').came, ['Backspace for the form']);
});

test('Enter of a soft keyboard, which names no key, is the form\'s; a key the form has seen is not asked again', () => {
    const soft = new Field('line').clicked().key('Unidentified', { faceless: true });
    assert.deepEqual(soft.happens('beforeInput', { inputType: 'insertLineBreak', held: true }).came, ['Enter for the form: in text']);
    const hard = new Field('area').clicked().key('Enter');
    hard.came;
    assert.deepEqual(hard.happens('beforeInput', { inputType: 'insertParagraph', held: true }).came, []);
});

test('nothing a menu asks for counts while something is composed', () => {
    const field = new Field('line').tabbedInto().happens('compositionStart');
    field.came;
    assert.deepEqual(field.happens('beforeInput', { inputType: 'historyUndo', held: true }).came, []);
});

test('Control+A marks the text, which is the browser\'s, and asked again the table', () => {
    const field = new Field('line', { value: '12', uses: ['Control+A'] }).clicked();
    assert.deepEqual([field.key('Control+A').came, field.mode], [[], 'edited']);
    assert.deepEqual(field.key('Control', { stroke: 'Control+Control' }).key('Control+A').came,
        ['Control+Control for the form: in text', 'Control+A for the form']);
    assert.equal(field.mode, 'moved through');
});

test('Control+A held down, or after another key, a click or a letter, marks the text only', () => {
    const field = new Field('line', { value: '12', uses: ['Control+A'] }).clicked();
    assert.deepEqual(field.key('Control+A').key('Control+A', { repeat: true }).came, []);
    const between = [(one) => one.key('ArrowLeft'), (one) => one.happens('mouseDown', { menu: false }), (one) => one.input('123'), (one) => one.happens('entered')];
    for (const act of between) {
        act(field);
        field.came;
        assert.deepEqual(field.key('Control+A').came, []);
    }
});

test('where the form has no table to mark, Control+A leaves a text edited', () => {
    const field = new Field('area', { value: '12' }).clicked().key('Control+A').key('Control+A');
    assert.deepEqual([field.came, field.mode], [['Control+A for the form'], 'edited']);
});

test('a list is always moved through: Control+A is the form\'s at once, and no arrow changes it', () => {
    const list = new Field('list', { value: '项目', uses: ['Control+A', 'ArrowDown'] }).clicked();
    assert.deepEqual([list.key('Control+A').came, list.mode], [['Control+A for the form'], 'moved through']);
    assert.deepEqual(list.key('ArrowDown').key('End').came,
        ['the browser keeps off', 'ArrowDown for the form', 'the browser keeps off', 'End for the form']);
    assert.deepEqual(list.key('Alt+ArrowDown').came, ['Alt+ArrowDown for the form']);
    list.happens('doubleClick').input('其他', '');
    assert.deepEqual([list.came, list.mode], [['the form hears 其他, typed'], 'moved through']);
});

test('letters typed in one go on a closed list say one choice, after a second another one', () => {
    const list = new Field('list').tabbedInto();
    assert.deepEqual(list.key('j').key('h').came, ['chooses by j', 'the browser keeps off', 'chooses by jh', 'the browser keeps off']);
    assert.deepEqual(list.waits(1000).key('q').came, ['chooses by q', 'the browser keeps off']);
    assert.deepEqual(list.happens('entered').key('t').came, ['chooses by t', 'the browser keeps off']);
    // Opening the list is the browser's.
    assert.deepEqual(list.key(' ').came, []);
});

test('a menu leaves the field as it is, any other button edits it', () => {
    const field = new Field('line', { value: '12' }).tabbedInto();
    assert.equal(field.happens('mouseDown', { menu: true }).mode, 'moved through');
    assert.equal(field.happens('mouseDown', { menu: false }).mode, 'edited');
    assert.equal(field.happens('movedThrough').mode, 'moved through');
});

test('text is dragged only out of a field that was edited when the button went down', () => {
    const field = new Field('area', { value: '一二' }).tabbedInto();
    field.came;
    assert.deepEqual(field.happens('pointerDown', { held: true }).happens('dragStart').came, ['the browser keeps off']);
    field.happens('mouseDown', { menu: false });
    assert.deepEqual(field.happens('pointerDown', { held: true }).happens('dragStart').came, []);
    assert.deepEqual(field.happens('pointerDown', { held: false }).happens('dragStart').came, ['the browser keeps off']);
});

test('what was composed where no field is ends there', () => {
    const button = new Field('').happens('compositionStart').happens('compositionEnd');
    assert.deepEqual(button.key('Escape').came, ['Escape for the form: in text']);
});

test('what is no field is neither edited nor told', () => {
    const button = new Field('').tabbedInto().happens('mouseDown', { menu: false }).happens('doubleClick').input('x').happens('change').happens('left');
    assert.deepEqual([button.came, button.mode], [[], 'moved through']);
});

test('a state is never changed, only followed by another', () => {
    const before = Object.freeze({ ...START });
    for (const type of ['entered', 'left', 'compositionStart', 'set']) next(before, { type, kind: 'line', value: '1' });
    assert.deepEqual(before, START);
});
