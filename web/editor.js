// Keyboard and text: the focused element of the twin is the editor; the form hears what it holds and gets the keys the
// element does not need. A field is moved through (all of its text selected, arrows go to the next cell) or edited
// (arrows move the caret): typing, F2, a click or a double click start editing.
import { call, later, provide, textAt } from './bridge.js';
import { press, run } from './commands.js';
import { isShortcut, strokeOf, writes } from './keys.js';
import { onFrame, requestFrame } from './loop.js';
import { fitField, onDisplaced, onPatched, settleField, twinOf } from './twin.js';

const twin = document.getElementById('twin');
let editing = false; // never in a list: an open one hides its keys, a closed one is moved through like any cell
let composing = false;
let moving = false; // Tab or the form moves the keyboard: what gets it is moved through. A drop or a search only visits
let inText = false; // the pointer's button went down in a text that was being edited
let atFocus = ''; // the field's text when it was focused or last set
let lastInput = ''; // how it was changed last since then: an input type
let beforeComposition = '';
let allAsked = false; // Control+A was the last key
let faceless = false; // the last key was one of a soft keyboard, that does not say which
const told = new WeakMap(); // field → the text the form was last told
const unsettled = new Set(); // fields just left, whose last text the form may still change
const TOGETHER = 1000; // milliseconds between letters of one word
let letters = ''; // typed on a closed list
let lettered = 0; // when the last of them was
let wanted = null; // focus asked for before its element exists
let holder = null; // the element that has the keyboard, as the form was told; it keeps it while its window has not

const isField = (element) => !!element && element.classList.contains('field');
const isSelect = (element) => element.tagName === 'SELECT';
const idOf = (element) => element.dataset.id;

function tell(element) {
    if (element.value === told.get(element)) return;
    told.set(element, element.value);
    const means = lastInput.startsWith('delete') ? Means.Deleted : lastInput === 'insertFromDrop' ? Means.Dropped : Means.Typed;
    call('typed', [idOf(element), element.value], means);
    fitField(element, false);
}

function selectAll(element) {
    if (!isSelect(element)) element.select();
}

function enter(element) {
    holder = element;
    letters = '';
    if (isField(element)) {
        editing = !moving && !isSelect(element);
        composing = allAsked = false;
        atFocus = element.value;
        lastInput = '';
        told.set(element, atFocus);
        fitField(element, false);
        if (moving) selectAll(element);
    }
    moving = false;
    call('focused', [idOf(element)]);
}

function leave(element) {
    holder = null;
    if (isField(element)) tell(element);
    composing = editing = false;
    call('blurred', [idOf(element)]);
    unsettled.add(idOf(element));
    if (isField(element) && !isSelect(element)) element.scrollTop = element.scrollLeft = 0;
}

// A window that loses the keyboard takes it from its field and gives it back later. Nothing is left or entered by that:
// the caret is where it was.
twin.addEventListener('focusin', (event) => {
    const element = event.target;
    if (!idOf(element) || element === holder) return;
    if (holder !== null) leave(holder);
    enter(element);
});

twin.addEventListener('focusout', (event) => {
    const element = event.target;
    if (!idOf(element)) return;
    if (document.activeElement !== element) {
        leave(element);
        return;
    }
    composing = false;
    if (isField(element)) tell(element);
});

// In a window without the keyboard no event says so.
function tellHolder() {
    const element = twin.contains(document.activeElement) && idOf(document.activeElement) ? document.activeElement : null;
    if (element === holder) return;
    if (holder !== null) leave(holder);
    if (element !== null) enter(element);
}

twin.addEventListener('pointerdown', (event) => {
    inText = editing && document.activeElement === event.target;
});
// Not at pointerdown: a finger's focus comes after it is lifted, and not at all where it scrolls.
twin.addEventListener('mousedown', (event) => {
    moving = allAsked = false;
    if (!isField(event.target)) return;
    // A menu is asked for: about the range, or about the field as it is.
    if (event.button === 2 && document.activeElement === event.target) return;
    if (event.button === 2 && call('in_range', [idOf(event.target)]) === 1) return event.preventDefault();
    editing = !isSelect(event.target);
});
// Tab may have gone to the browser's own bars, or to another window.
window.addEventListener('blur', () => {
    moving = false;
});
// All of a cell's text is marked while it is moved through; that is not text to be dragged elsewhere.
twin.addEventListener('dragstart', (event) => {
    if (isField(event.target) && !inText) event.preventDefault();
});

twin.addEventListener('compositionstart', () => {
    composing = editing = true;
    beforeComposition = lastInput;
});
// Chromium sends `input` before this event and marks it as composing, Firefox after it and unmarked: telling at both
// is right in any order, because the same text is told once.
twin.addEventListener('compositionend', (event) => {
    composing = false;
    if (!isField(event.target)) return;
    // Given up, it leaves nothing that the field could take back.
    if (event.target.value === told.get(event.target)) lastInput = beforeComposition;
    fitField(event.target, false);
    tell(event.target);
});
twin.addEventListener('input', (event) => {
    if (!isField(event.target)) return;
    // What was emptied or got a value as a whole is moved through as before.
    if (!isSelect(event.target) && !/^(delete|insertFromPaste|history)/.test(event.inputType)) editing = true;
    const came = !/Composition/.test(event.inputType) || composing || event.target.value !== told.get(event.target);
    if (came) lastInput = event.inputType || '';
    allAsked = false;
    if (event.isComposing || composing) return fitField(event.target, true);
    tell(event.target);
});
twin.addEventListener('change', (event) => {
    if (isField(event.target) && !composing) tell(event.target);
});

// What was typed into a field since it got the keyboard, its own undo takes back first; also where it came to nothing.
function stateOf(element) {
    if (!isField(element) || isSelect(element)) return { inText: editing, undoes: false, redoes: false };
    return {
        inText: editing,
        undoes: element.value !== atFocus || !['', 'historyUndo'].includes(lastInput),
        redoes: lastInput.startsWith('history'),
    };
}

// What comes from a menu or a soft keyboard, and not from a key the form has seen.
twin.addEventListener('beforeinput', (event) => {
    const element = event.target, type = event.inputType || '';
    if (!isField(element) || composing) return;
    const undo = { historyUndo: 'undo', historyRedo: 'redo' }[type];
    const own = stateOf(element);
    let used = false;
    if (undo) {
        used = element !== document.activeElement || !(undo === 'undo' ? own.undoes : own.redoes);
        if (used) run(undo, { inText: editing });
    } else if (type.startsWith('deleteContent')) {
        used = !editing && run('clear', {});
    } else if (type === 'insertLineBreak' || type === 'insertParagraph') {
        used = faceless && press('Enter', own);
    }
    if (used) event.preventDefault();
});

// Once the field's text is marked, marking goes on to its table.
function selectAllKey(event, stroke, element, marked) {
    allAsked = true;
    if ((!marked && !isSelect(element)) || event.repeat) return false;
    const used = press(stroke, { inText: false });
    if (used) editing = false;
    return used;
}

// On a closed list letters typed in one go say which choice is meant.
function chooseKey(event) {
    if ([...event.key].length !== 1 || event.altKey || event.key === ' ') return false;
    letters = event.timeStamp - lettered < TOGETHER ? letters + event.key : event.key;
    lettered = event.timeStamp;
    call('choose', [letters]);
    return true;
}

function fieldKey(event, stroke, element) {
    if (event.key === 'F2' && !isSelect(element)) {
        editing = true;
        element.setSelectionRange(element.value.length, element.value.length);
        return true;
    }
    if (isSelect(element) && chooseKey(event)) return true;
    if (writes(stroke)) return false;
    // One line of text has nothing above or below it: these keys are the table's even while it is edited.
    const leaves = element.tagName === 'INPUT' && /(ArrowUp|ArrowDown|PageUp|PageDown)$/.test(stroke);
    const used = press(stroke, { ...stateOf(element), inText: editing && !leaves });
    if ((stroke === 'Escape' || (leaves && used)) && document.activeElement === element) {
        editing = false;
        selectAll(element);
    }
    return used;
}

window.addEventListener('keydown', (event) => {
    faceless = event.keyCode === 229;
    moving = event.key === 'Tab' && !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.isComposing || composing || faceless) return;
    const element = document.activeElement;
    const stroke = strokeOf(event);
    // By itself a closed list would take another choice.
    let used = isSelect(element) && !event.altKey && /^(Arrow|Home|End|Page)/.test(event.key);
    const marked = allAsked;
    if (!/^(Control|Shift|Alt|Meta)$/.test(event.key)) allAsked = false;
    if (isField(element) && stroke === 'Control+A') used = selectAllKey(event, stroke, element, marked) || used;
    else if (isShortcut(stroke)) used = press(stroke, stateOf(element)) || used;
    else if (isField(element)) used = fieldKey(event, stroke, element) || used;
    else if (stroke === 'Escape') used = press(stroke, stateOf(element));
    if (used) event.preventDefault();
});
twin.addEventListener('dblclick', (event) => {
    if (isField(event.target)) editing = !isSelect(event.target);
});

function focus(id, select) {
    const found = twinOf(id);
    if (!found) return false;
    const { element } = found;
    moving = select;
    element.focus({ preventScroll: true });
    tellHolder();
    moving = false;
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (select && isField(element)) {
        editing = false;
        selectAll(element);
    }
    return true;
}

// Into the field that has the keyboard: the one way by which its own undo takes it back. It is edited or moved through as
// before.
export function insertText(text) {
    const before = editing;
    document.execCommand('insertText', false, text);
    editing = before;
}
onDisplaced((element) => {
    moving = isField(element);
    element.focus({ preventScroll: true });
    moving = false;
});
// A drop goes to this field. In a window without the keyboard no event says so.
export function visit(element) {
    moving = false;
    element.focus({ preventScroll: true });
    tellHolder();
}
export const pressedInText = () => inText;
export const isEditing = () => editing;

// A range of cells is drawn from the focused one: it is moved through, not edited.
export function rangeTo(x, y) {
    const element = document.activeElement;
    if (!isField(element) || call('select_to', [], x, y) !== 1) return false;
    editing = false;
    selectAll(element);
    return true;
}

onFrame(() => {
    unsettled.forEach((id) => settleField(id));
    unsettled.clear();
});

// The element a focus was asked for may be there now.
onPatched(() => {
    if (wanted === null) return;
    const { id, select } = wanted;
    wanted = null;
    focus(id, select);
});

provide({
    focus(id, length, select) {
        const name = textAt(id, length);
        later(() => {
            wanted = null;
            if (name === '') {
                if (twin.contains(document.activeElement)) document.activeElement.blur();
                tellHolder();
            } else if (!focus(name, select !== 0)) {
                wanted = { id: name, select: select !== 0 };
                requestFrame();
            }
        });
    },
    set_field_text(id, idLength, text, length) {
        const name = textAt(id, idLength), value = textAt(text, length);
        later(() => {
            const found = twinOf(name);
            if (!found || (composing && document.activeElement === found.element)) return;
            const { element } = found;
            if (element.value !== value) element.value = value;
            if (document.activeElement !== element) return;
            atFocus = value;
            told.set(element, value);
            lastInput = '';
            if (!editing) selectAll(element);
            fitField(element, false);
        });
    },
});
