// Keyboard and text: the focused element of the twin is the editor; the form hears what it holds and gets the keys the
// element does not need. What an event means for a field, fields.js knows; here it hears of them and is obeyed.
import { call, later, provide, textAt } from './bridge.js';
import { press, run } from './commands.js';
import { START, next } from './fields.js';
import { strokeOf } from './keys.js';
import { onFrame, requestFrame } from './loop.js';
import { fitField, onDisplaced, onPatched, settleField, twinOf } from './twin.js';

const twin = document.getElementById('twin');
const KINDS = { INPUT: 'line', TEXTAREA: 'area', SELECT: 'list' };
const MEANS = { typed: Means.Typed, deleted: Means.Deleted, dropped: Means.Dropped };
let state = START;
const told = new WeakMap(); // field → the text the form was last told
const unsettled = new Set(); // fields just left, whose last text the form may still change
let wanted = null; // focus asked for before its element exists
let holder = null; // the element that has the keyboard, as the form was told; it keeps it while its window has not

const isField = (element) => !!element && element.classList.contains('field');
const isChosen = (element) => !!element && element.classList.contains('chosen');
const isList = (element) => element.tagName === 'SELECT';
const kindOf = (element) => (isField(element) ? KINDS[element.tagName] : '');
const idOf = (element) => element.dataset.id;
const changed = (element) => element.value !== told.get(element);
const isHeld = (element) => document.activeElement === element;

// What fields.js asks for, of an element; `event` is what the browser would act on.
const DO = {
    tell(element, event, how) {
        if (!changed(element)) return;
        told.set(element, element.value);
        call('typed', [idOf(element), element.value], MEANS[how]);
        fitField(element, false);
    },
    fit: (element, event, composing) => fitField(element, composing),
    mark: (element) => element.select(),
    take(element) {
        element.focus({ preventScroll: true });
        tellHolder();
    },
    caretBehindMark: (element) => element.setSelectionRange(element.selectionEnd, element.selectionEnd),
    caretToEnd: (element) => element.setSelectionRange(element.value.length, element.value.length),
    choose: (element, event, letters) => call('choose', [letters]),
    prevent: (element, event) => event.preventDefault(),
    press(element, event, stroke, own) {
        const used = press(stroke, own);
        if (used) event.preventDefault();
        happens('pressed', element, { stroke, used, held: isHeld(element) });
    },
    run(element, event, command, own) {
        if (run(command, own)) event.preventDefault();
    },
};

// What is done may make something happen in turn: the state is what it came to by then.
function happens(type, element, facts, event) {
    const found = next(state, { type, kind: kindOf(element), value: element && element.value, chosen: isChosen(element), ...facts });
    state = found.state;
    for (const [name, ...rest] of found.effects) DO[name](element, event, ...rest);
}

function enter(element) {
    holder = element;
    if (isField(element)) told.set(element, element.value);
    happens('entered', element);
    call('focused', [idOf(element)]);
}

function leave(element) {
    holder = null;
    happens('left', element);
    call('blurred', [idOf(element)]);
    unsettled.add(idOf(element));
    if (isField(element) && !isList(element)) element.scrollTop = element.scrollLeft = 0;
}

// A window that loses the keyboard takes it from its field and gives it back later. Nothing is left or entered by that:
// the caret is where it was.
twin.addEventListener('focusin', ({ target }) => {
    if (!idOf(target) || target === holder) return;
    if (holder !== null) leave(holder);
    enter(target);
});

twin.addEventListener('focusout', ({ target }) => {
    if (!idOf(target)) return;
    if (isHeld(target)) happens('windowLeft', target);
    else leave(target);
});

// In a window without the keyboard no event says so.
function tellHolder() {
    const element = twin.contains(document.activeElement) && idOf(document.activeElement) ? document.activeElement : null;
    if (element === holder) return;
    if (holder !== null) leave(holder);
    if (element !== null) enter(element);
}

twin.addEventListener('pointerdown', ({ target }) => happens('pointerDown', target, { held: isHeld(target) }));
// Not at pointerdown: a finger's focus comes after it is lifted, and not at all where it scrolls.
twin.addEventListener('mousedown', (event) => {
    const { target, button, shiftKey } = event;
    const held = isHeld(target);
    const menu = button === 2 && isField(target) && (held || call('in_range', [idOf(target)]) === 1);
    happens('mouseDown', target, { menu, held, extend: shiftKey && isField(document.activeElement) }, event);
});
twin.addEventListener('dblclick', ({ target }) => happens('doubleClick', target));
// Tab may have gone to the browser's own bars, or to another window.
window.addEventListener('blur', () => happens('comes', null, { how: '' }));
twin.addEventListener('dragstart', (event) => happens('dragStart', event.target, {}, event));

twin.addEventListener('compositionstart', ({ target }) => happens('compositionStart', target));
twin.addEventListener('compositionend', ({ target }) => happens('compositionEnd', target, { changed: changed(target) }));
twin.addEventListener('input', ({ target, inputType = '', isComposing }) => {
    happens('input', target, { inputType, composes: isComposing, changed: changed(target) });
});
twin.addEventListener('change', ({ target }) => happens('change', target));
twin.addEventListener('beforeinput', (event) => {
    const { target, inputType } = event;
    happens('beforeInput', target, { inputType: inputType || '', held: isHeld(target) }, event);
});

window.addEventListener('keydown', (event) => {
    const { key, altKey, ctrlKey, metaKey, isComposing, keyCode, repeat, timeStamp } = event;
    const facts = { key, stroke: strokeOf(event), alt: altKey, plain: !altKey && !ctrlKey && !metaKey, repeat, composes: isComposing,
        faceless: keyCode === 229, time: timeStamp };
    happens('key', document.activeElement, facts, event);
});

function move(element, how) {
    happens('comes', element, { how });
    element.focus({ preventScroll: true });
}

function focus(id, select) {
    const found = twinOf(id);
    if (!found) return false;
    const { element } = found;
    move(element, select ? 'through' : 'visit');
    tellHolder();
    happens('comes', element, { how: '' });
    element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    if (select && isField(element)) happens('movedThrough', element);
    return true;
}

// Into the field that has the keyboard: the one way by which its own undo takes it back.
export function insertText(text) {
    const { editing } = state;
    document.execCommand('insertText', false, text);
    happens('inserted', document.activeElement, { editing });
}
onDisplaced((element) => {
    move(element, isField(element) ? 'through' : '');
    happens('comes', element, { how: '' });
});
// A drop goes to this field. In a window without the keyboard no event says so.
export function visit(element) {
    move(element, 'visit');
    tellHolder();
}
export const pressedInText = () => state.inText;
export const isEditing = () => state.editing;

// A range of cells is drawn from the focused one: it is moved through, not edited.
export function rangeTo(x, y) {
    const element = document.activeElement;
    if (!isField(element) || call('select_to', [], x, y) !== 1) return false;
    happens('movedThrough', element);
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
            if (!found || (state.composing && isHeld(found.element))) return;
            const { element } = found;
            if (element.value !== value) element.value = value;
            if (!isHeld(element)) return;
            told.set(element, value);
            happens('set', element, { value });
        });
    },
});
