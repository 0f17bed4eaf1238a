// What a field is in, as a machine that knows no page: `next` says what an event makes of the state and what is to be done.
// A field is moved through (all of its text is marked, arrows go to the next cell) or edited (arrows move the caret): typing,
// F2 and a click start editing, in a cell of a table only the second click: the first one chooses it. web/editor.js tells it what happens and does what it says;
// tests/web/fields.test.mjs walks it through.
import { isShortcut, writes } from './keys.js';

export const START = {
    editing: false, // never in a list: an open one hides its keys, a closed one is moved through like any cell
    composing: false,
    coming: '', // how the keyboard is about to come. 'through': by Tab or the form. 'visit': a text is dropped
    opened: false, // by the last press of the pointer
    inText: false, // the pointer's button went down in a text that was being edited
    atFocus: '', // the field's text when it was focused or last set
    lastInput: '', // how it was changed last since then: an input type
    beforeComposition: '', // lastInput as it was then
    allAsked: false, // Control+A was the last key
    faceless: false, // the last key was one of a soft keyboard, that does not say which
    letters: '', // typed on a closed list
    lettered: 0, // when the last of them was
};
const TOGETHER = 1000; // milliseconds between letters of one word

const isText = (kind) => kind === 'line' || kind === 'area';
const mark = (kind) => (isText(kind) ? [['mark']] : []);

function tell({ lastInput }) {
    if (lastInput.startsWith('delete')) return ['tell', 'deleted'];
    return ['tell', lastInput === 'insertFromDrop' ? 'dropped' : 'typed'];
}

// What was typed into a field since it got the keyboard, its own undo takes back first; also where it came to nothing.
const ownOf = ({ editing, atFocus, lastInput }, { kind, value }) => ({
    inText: editing,
    undoes: isText(kind) && (value !== atFocus || !['', 'historyUndo'].includes(lastInput)),
    redoes: isText(kind) && lastInput.startsWith('history'),
});

// One line of text has nothing above or below it: these keys are the table's even while it is edited.
const leaves = (kind, stroke) => kind === 'line' && /(ArrowUp|ArrowDown|PageUp|PageDown)$/.test(stroke);

// Once the field's text is marked, marking goes on to its table.
function selectAllKey({ allAsked }, { kind, stroke, repeat }) {
    return (allAsked || kind === 'list') && !repeat ? [['press', stroke, { inText: false }]] : [];
}

// On a closed list letters typed in one go say which choice is meant.
function chooseKey({ letters, lettered }, { key, time }) {
    const typed = time - lettered < TOGETHER ? letters + key : key;
    return [{ letters: typed, lettered: time }, ['choose', typed], ['prevent']];
}

function fieldKey(state, event) {
    const { kind, stroke, key, alt } = event;
    if (kind === 'list' && [...key].length === 1 && !alt && key !== ' ') return chooseKey(state, event);
    if (writes(stroke)) return [{}];
    const own = ownOf(state, event);
    return [{}, ['press', stroke, { ...own, inText: own.inText && !leaves(kind, stroke) }]];
}

function strokeIn(state, event) {
    const { kind, stroke } = event;
    if (kind && stroke === 'Control+A') return [{ allAsked: true }, ...selectAllKey(state, event)];
    // Of the function keys this one is the field's.
    if (isText(kind) && stroke === 'F2') return [{ editing: true }, ['caretToEnd'], ['prevent']];
    if (!isShortcut(stroke) && kind) return fieldKey(state, event);
    return isShortcut(stroke) || stroke === 'Escape' ? [{}, ['press', stroke, ownOf(state, event)]] : [{}];
}

// Of an event each makes what changes in the state, and then what is to be done. `kind` says what it is about: 'line' or
// 'area' of text, 'list', or '' for what is no field; `value` is what that holds.
const EVENTS = {
    // The keyboard comes and goes.
    entered({ coming }, { kind, value, chosen }) {
        const changes = { letters: '', coming: '' };
        if (!kind) return [changes];
        const through = coming === 'through' || (chosen && coming !== 'visit');
        Object.assign(changes, { editing: !through && kind !== 'list', composing: false, allAsked: false, atFocus: value, lastInput: '' });
        return [changes, ['fit', false], ...(through ? mark(kind) : [])];
    },
    left: (state, { kind }) => [{ composing: false, editing: false }, ...(kind ? [tell(state)] : [])],
    windowLeft: (state, { kind }) => [{ composing: false }, ...(kind ? [tell(state)] : [])],
    comes: (state, { how }) => [{ coming: how }],
    movedThrough: (state, { kind }) => [{ editing: false }, ...mark(kind)],

    pointerDown: ({ editing }, { held }) => [{ inText: editing && held }],
    // `menu`: one is asked for, about the field or its range as it is. `extend`: the range from another field goes to here.
    mouseDown({ editing }, { kind, menu, held, chosen, extend }) {
        const changes = { coming: '', allAsked: false, opened: false };
        if (!kind) return [changes];
        if (menu) return [changes, ...(editing ? [] : [['prevent']])];
        if (chosen && !held) return [changes, ...(extend || kind === 'list' ? [] : [['take'], ['prevent']])];
        return [{ ...changes, editing: kind !== 'list', opened: held && !editing }];
    },
    // By itself the browser marks the word.
    doubleClick: ({ opened }) => [{ opened: false }, ...(opened ? [['caretBehindMark']] : [])],
    // All of a cell's text is marked while it is moved through; that is not text to be dragged elsewhere.
    dragStart: ({ inText }, { kind }) => [{}, ...(kind && !inText ? [['prevent']] : [])],

    compositionStart: ({ lastInput }) => [{ composing: true, editing: true, beforeComposition: lastInput }],
    // Chromium sends `input` before this event and marks it as composing, Firefox after it and unmarked: telling at both
    // is right in any order, because the same text is told once. `changed`: it is not what the form was told.
    compositionEnd(state, { kind, changed }) {
        if (!kind) return [{ composing: false }];
        // Given up, it leaves nothing that the field could take back.
        const lastInput = changed ? state.lastInput : state.beforeComposition;
        return [{ composing: false, lastInput }, ['fit', false], tell({ lastInput })];
    },
    input(state, { kind, inputType, composes, changed }) {
        if (!kind) return [{}];
        // What was emptied or got a value as a whole is moved through as before.
        const editing = state.editing || (isText(kind) && !/^(delete|insertFromPaste|history)/.test(inputType));
        const came = !/Composition/.test(inputType) || state.composing || changed;
        const lastInput = came ? inputType : state.lastInput;
        return [{ editing, lastInput, allAsked: false }, composes || state.composing ? ['fit', true] : tell({ lastInput })];
    },
    change: (state, { kind }) => [{}, ...(kind && !state.composing ? [tell(state)] : [])],
    // The form has set what the field holds.
    set: ({ editing }, { kind, value }) => [{ atFocus: value, lastInput: '' }, ...(editing ? [] : mark(kind)), ['fit', false]],
    // The form has written into it; it is edited or moved through as it was before that.
    inserted: (state, { editing }) => [{ editing }],

    // What comes from a menu or a soft keyboard, and not from a key the form has seen. `held`: it has the keyboard.
    beforeInput(state, event) {
        const { kind, inputType, held } = event;
        if (!kind || state.composing) return [{}];
        const own = ownOf(state, event);
        const undo = { historyUndo: 'undo', historyRedo: 'redo' }[inputType];
        if (undo) return [{}, ...(held && (undo === 'undo' ? own.undoes : own.redoes) ? [] : [['run', undo, { inText: own.inText }], ['prevent']])];
        if (inputType.startsWith('deleteContent') && !state.editing) return [{}, ['run', 'clear', {}]];
        if (/^insert(LineBreak|Paragraph)$/.test(inputType) && state.faceless) return [{}, ['press', 'Enter', own]];
        return [{}];
    },
    key(state, event) {
        const { kind, key, alt, plain, composes, faceless } = event;
        const changes = { faceless, coming: key === 'Tab' && plain ? 'through' : '' };
        if (composes || state.composing || faceless) return [changes];
        if (!/^(Control|Shift|Alt|Meta)$/.test(key)) changes.allAsked = false;
        const [more, ...effects] = strokeIn(state, event);
        // By itself a closed list would take another choice.
        if (kind === 'list' && !alt && /^(Arrow|Home|End|Page)/.test(key)) effects.unshift(['prevent']);
        return [{ ...changes, ...more }, ...effects];
    },
    // `used`: whether the form had a use for what was pressed; `held`: the field has the keyboard still.
    pressed(state, { kind, stroke, used, held }) {
        if (!kind) return [{}];
        if (stroke === 'Control+A') return [{ editing: state.editing && !used }];
        if (!held || isShortcut(stroke) || !(stroke === 'Escape' || (leaves(kind, stroke) && used))) return [{}];
        return [{ editing: false }, ...mark(kind)];
    },
};

// Effects are lists: a name, and what else it takes (DO in web/editor.js).
export function next(state, event) {
    const [changes, ...effects] = EVENTS[event.type](state, event);
    return { state: { ...state, ...changes }, effects };
}
