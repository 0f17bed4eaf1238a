// The semantic twin: real elements over what the canvas draws. C++ sends patches (web/twin.cpp); elements are kept and
// changed, never rebuilt, so that focus, selection and an input method's composition live on.
import { call, first, later, provide, textAt } from './bridge.js';
import { fit, isField, place, setType } from './layout.js';
import { outside } from './outside.js';

const CELLS = { [Role.ColumnHeader]: 'columnheader', [Role.RowHeader]: 'rowheader', [Role.Cell]: 'cell' };
const ROLES = { [Role.Table]: 'table', [Role.Row]: 'row', ...CELLS, [Role.Alert]: 'alert' };
const twins = new Map(); // id → { node, element, holder }
const regions = new Map(); // "region:2" → content element
let descriptions = 0;
let patched = () => {};
let displaced = () => {};

// After every patch: elements may have come.
export function onPatched(listener) {
    patched = listener;
}
// An element had the keyboard and was put elsewhere, by which it lost it.
export function onDisplaced(listener) {
    displaced = listener;
}

function attribute(element, name, value) {
    if (value === undefined || value === null || value === '') element.removeAttribute(name);
    else element.setAttribute(name, value);
}

function make(node) {
    let tag = 'div';
    if (node.role === Role.Heading) tag = `h${node.level || 1}`;
    if (node.role === Role.TextBox || node.role === Role.SpinButton) tag = 'input';
    if (node.role === Role.MultilineTextBox) tag = 'textarea';
    if (node.role === Role.ComboBox) tag = 'select';
    if (node.role === Role.Button) tag = 'button';
    if (node.role === Role.Link) tag = 'a';
    const element = document.createElement(tag);
    element.dataset.id = node.id;
    element.classList.add('node');
    if (isField(node.role)) {
        element.classList.add('field');
        for (const name of ['autocomplete', 'autocorrect', 'autocapitalize']) element.setAttribute(name, 'off');
        element.spellcheck = false;
        if (tag === 'input') element.type = 'text';
        if (tag === 'textarea') element.rows = 1;
        if (node.role === Role.SpinButton) {
            element.setAttribute('role', 'spinbutton');
            element.inputMode = 'decimal';
        }
    } else if (node.role === Role.Button) {
        element.type = 'button';
        element.classList.add('clicks');
        // For the pointer alone: a screen reader would read it after the name, which it repeats.
        element.onpointerenter = () => {
            const keys = element.getAttribute('aria-keyshortcuts');
            element.title = element.getAttribute('aria-label') + (keys ? ` (${keys.replace('Control', 'Ctrl')})` : '');
        };
        element.onpointerleave = () => element.removeAttribute('title');
    } else if (node.role === Role.Link) {
        element.href = '#';
        element.draggable = false;
        element.classList.add('clicks');
    } else {
        attribute(element, 'role', ROLES[node.role]);
        element.classList.add(node.role === Role.Table || node.role === Role.Row ? 'holder' : 'static');
    }
    // A row may hold cells only.
    let holder = element;
    const parent = twins.get(node.parent);
    if (parent && parent.node.role === Role.Row && !CELLS[node.role]) {
        holder = document.createElement('div');
        holder.setAttribute('role', 'cell');
        holder.append(element);
    }
    return { node: {}, element, holder };
}

function setOptions(element, options) {
    const texts = options || [];
    while (element.options.length > texts.length) element.remove(element.options.length - 1);
    texts.forEach((text, index) => {
        const option = element.options[index] || element.appendChild(document.createElement('option'));
        option.value = text;
        option.textContent = text;
    });
}

// What find-in-page finds. A link is found by its name, also where the canvas shows a count beside it.
function textOf(node) {
    const value = node.value || '', name = node.name || '';
    if (node.role === Role.Cell) return value;
    if (node.role === Role.Link && !name.includes(value)) return name;
    return value || name;
}

function setValue(twin, node) {
    const { element } = twin;
    const value = node.value || '';
    if (node.role === Role.SpinButton) {
        // Without these a screen reader reads any amount as zero.
        attribute(element, 'aria-valuetext', value || words.empty);
        attribute(element, 'aria-valuenow', value !== '' && Number.isFinite(Number(value)) ? value : '');
    }
    if (isField(node.role)) {
        // The person's own text stands until C++ says otherwise (set_field_text) or the field is left.
        if (document.activeElement === element && node.role !== Role.ComboBox) return;
        if (element.value !== value) element.value = value;
    } else if (![Role.Button, Role.Table, Role.Row].includes(node.role)) {
        const text = textOf(node);
        if (element.textContent !== text) element.textContent = text;
    }
}

function setDescription(twin, text) {
    if (!text) {
        if (twin.description) twin.description.textContent = '';
        twin.element.removeAttribute('aria-describedby');
        return;
    }
    if (!twin.description) {
        twin.description = document.createElement('span');
        twin.description.id = `description-${++descriptions}`;
        document.getElementById('descriptions').append(twin.description);
    }
    twin.description.textContent = text;
    twin.element.setAttribute('aria-describedby', twin.description.id);
}

function setName(element, node) {
    // A computed cell's words say where it stands and what it says: a label replaces the content.
    if (node.role === Role.Cell) {
        attribute(element, 'aria-label', node.name && node.name !== node.value ? `${node.name} ${node.value || ''}`.trim() : '');
        return;
    }
    const named = isField(node.role) || node.role === Role.Button || node.role === Role.Table || (node.name && node.name !== textOf(node));
    attribute(element, 'aria-label', named ? node.name : '');
}

function setStates({ element, holder }, node, old) {
    const flag = (name, key) => {
        if (node[key] !== old[key]) attribute(element, name, node[key] ? 'true' : '');
    };
    flag('aria-required', 'required');
    flag('aria-invalid', 'invalid');
    flag('aria-current', 'current');
    if (node.readOnly !== old.readOnly && isField(node.role)) {
        element.readOnly = !!node.readOnly;
        attribute(element, 'aria-readonly', node.readOnly ? 'true' : '');
    }
    // A button that cannot be used stays in the tab order, so that the focus is not lost when it is used up.
    flag('aria-disabled', 'disabled');
    if (node.chosen !== old.chosen) element.classList.toggle('chosen', !!node.chosen);
    if (node.pressed !== old.pressed) attribute(element, 'aria-pressed', ['false', 'true'][node.pressed]);
    if (node.shortcut !== old.shortcut) attribute(element, 'aria-keyshortcuts', node.shortcut);
    // Only cells span; a field spans as the cell that holds it.
    const cell = holder !== element || [Role.ColumnHeader, Role.RowHeader, Role.Cell].includes(node.role) ? holder : null;
    if (cell && node.rows !== old.rows) attribute(cell, 'aria-rowspan', node.rows);
    if (cell && node.columns !== old.columns) attribute(cell, 'aria-colspan', node.columns);
}

const TYPE = ['size', 'weight', 'line', 'align', 'middle', 'px', 'py'];

function update(node) {
    let twin = twins.get(node.id);
    if (twin && (twin.node.role !== node.role || twin.node.parent !== node.parent)) {
        remove(node.id);
        twin = undefined;
    }
    if (!twin) {
        twin = make(node);
        twins.set(node.id, twin);
        // `order` puts it where it belongs; a node whose kind changed comes back to its old place.
        const parent = parentOf(node.parent);
        if (parent) parent.append(twin.holder);
    }
    const old = twin.node;
    const { element } = twin;
    twin.node = node;
    const moved = !old.rect || old.rect.some((value, index) => value !== node.rect[index]);
    if (moved) place(element, node.rect);
    if (moved || TYPE.some((key) => old[key] !== node[key])) setType(twin, node);
    if (node.name !== old.name || node.value !== old.value) setName(element, node);
    if (node.role === Role.ComboBox && String(node.options) !== String(old.options)) setOptions(element, node.options);
    if (node.value !== old.value || node.name !== old.name || !old.id) setValue(twin, node);
    if (node.description !== old.description) setDescription(twin, node.description);
    setStates(twin, node, old);
}

function remove(id) {
    const twin = twins.get(id);
    if (!twin) return;
    twins.delete(id);
    if (twin.description) twin.description.remove();
    twin.holder.remove();
}

const parentOf = (id) => regions.get(id) || (twins.get(id) || { element: null }).element;

// Moves only what stands in the wrong place: an element that moves loses the keyboard, and gets it back.
function arrange(parentId, ids) {
    const parent = parentOf(parentId);
    if (!parent) return;
    const active = document.activeElement;
    let next = parent.firstChild;
    for (const id of ids) {
        const twin = twins.get(id);
        if (!twin) continue;
        if (twin.holder === next) next = next.nextSibling;
        else parent.insertBefore(twin.holder, next);
    }
    if (active !== document.activeElement && parent.contains(active)) displaced(active);
}

const regionOf = (index) => document.querySelector(`[data-region="${index}"]`);

function setRegion(region) {
    const id = `region:${region.index}`;
    const element = regionOf(region.index);
    let content = regions.get(id);
    if (!content) {
        content = document.createElement('div');
        content.className = 'content';
        const cover = document.createElement('div');
        cover.className = 'cover';
        element.append(cover, content);
        regions.set(id, content);
        element.addEventListener('scroll', () => {
            call('scrolled', [], region.index, element.scrollLeft, element.scrollTop);
        }, { passive: true });
    }
    attribute(element, 'aria-label', region.name);
    element.hidden = !region.visible;
    // Not hidden: what is not laid out forgets how far it was scrolled.
    element.classList.toggle('behind', !!region.behind);
    place(element, region.rect);
    const [, , width, height] = region.rect;
    const wide = region.width > width + 0.5, high = region.height > height + 0.5;
    element.classList.toggle('scrolls', wide || high);
    element.style.overflowX = wide ? 'auto' : 'hidden';
    element.style.overflowY = high ? 'auto' : 'hidden';
    element.style.setProperty('--covered', `${region.covered}px`);
    element.style.setProperty('--clear', `${region.clear}px`);
    content.style.width = `${region.width}px`;
    content.style.height = `${region.height}px`;
}

export const twinOf = (id) => twins.get(id);
export function fitField(element, composing) {
    const twin = twins.get(element.dataset.id);
    if (twin) fit(twin, composing);
}
// A field that is no longer edited shows what the form holds.
export function settleField(id) {
    const twin = twins.get(id);
    if (twin && document.activeElement !== twin.element) setValue(twin, twin.node);
}

// Said once more, a text is read out only if something of it differs.
function say(text) {
    const announcer = document.getElementById('announcer');
    announcer.textContent = announcer.textContent === text ? `${text}\u00A0` : text;
}

function apply(patch) {
    (patch.regions || []).forEach(setRegion);
    (patch.remove || []).forEach(remove);
    (patch.set || []).forEach(update);
    for (const [parent, ids] of Object.entries(patch.order || {})) arrange(parent, ids);
    if (patch.say !== undefined) say(patch.say);
    if (patch.title) document.title = patch.title;
    ++outside.patches;
    patched();
}

// The first frame is painted before its elements are made: the form is seen at once. Null: they are made.
let waiting = [];

function applyWaiting() {
    const patches = waiting;
    waiting = null;
    patches.forEach((patch) => apply(JSON.parse(patch)));
}

provide({
    twin_apply(text, length) {
        const patch = textAt(text, length);
        if (waiting === null) {
            first(() => apply(JSON.parse(patch)));
        } else if (waiting.push(patch) === 1) {
            requestAnimationFrame(() => setTimeout(applyWaiting));
        }
    },
    scroll_to(region, x, y) {
        later(() => regionOf(region).scrollTo(x, y));
    },
});
