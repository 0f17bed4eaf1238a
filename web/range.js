// Ranges of cells by mouse: dragged from the focused field over others, or to where Shift is clicked. Dragged by the grip at
// the field's lower right corner, which the form draws, a range is filled with the field's text.
import { run } from './commands.js';
import { pressedInText, rangeTo } from './editor.js';

const twin = document.getElementById('twin');
const paper = document.getElementById('region-paper');
let from = null; // the field the button went down on
let ranging = false;
let filling = null; // the middle of the field whose grip is dragged
let pointer = { x: 0, y: 0 };
let scrolling = false;

const isCell = (element) => element instanceof Element && element.classList.contains('field') && paper.contains(element);
const inside = ({ x, y }, box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom;

const GRIP = 6; // around the corner
function onGrip({ clientX, clientY, pointerType, button }) {
    const field = document.activeElement;
    if (!isCell(field) || field.readOnly || !field.classList.contains('chosen') || pointerType === 'touch' || button > 0) return null;
    const { left, right, top, bottom } = field.getBoundingClientRect();
    return Math.abs(clientX - right) <= GRIP && Math.abs(clientY - bottom) <= GRIP ? { x: (left + right) / 2, y: (top + bottom) / 2 } : null;
}

function draw() {
    if (!rangeTo(pointer.x, pointer.y) && !ranging) return;
    ranging = true;
    twin.classList.add('ranging');
}

// Beyond the edge of the view the paper comes along.
function scroll() {
    scrolling = false;
    if (!ranging) return;
    const box = paper.getBoundingClientRect();
    const beyond = pointer.y < box.top ? pointer.y - box.top : Math.max(0, pointer.y - box.bottom);
    if (beyond === 0) return;
    paper.scrollBy(0, Math.max(-30, Math.min(30, beyond / 2)));
    draw();
    follow();
}

function follow() {
    if (scrolling) return;
    scrolling = true;
    requestAnimationFrame(scroll);
}

function end() {
    from = null;
    if (!ranging) {
        filling = null;
        return;
    }
    ranging = false;
    twin.classList.remove('ranging');
    const drawn = rangeTo(pointer.x, pointer.y);
    // Dragged back to where it began, it is nothing.
    if (drawn && filling) run('fill-down', {});
    filling = null;
}

// What lies beneath the grip must not get the keyboard.
for (const name of ['pointerdown', 'mousedown']) {
    twin.addEventListener(name, (event) => {
        const middle = onGrip(event);
        if (!middle) return;
        event.preventDefault();
        event.stopPropagation();
        filling = middle;
        from = document.activeElement;
    }, { capture: true });
}

// The focus stays where the range begins.
twin.addEventListener('mousedown', (event) => {
    if (event.button !== 0 || !event.shiftKey || !isCell(event.target)) return;
    const active = document.activeElement;
    if (active === event.target || !isCell(active)) return;
    event.preventDefault();
    rangeTo(event.clientX, event.clientY);
});
// In a long text that is being edited a drag marks text, also where the pointer slips out of it.
twin.addEventListener('pointerdown', (event) => {
    const { target } = event;
    const draws = event.button === 0 && event.pointerType === 'mouse' && !event.shiftKey && isCell(target)
        && !(target.tagName === 'TEXTAREA' && pressedInText());
    from = draws ? target : null;
});
window.addEventListener('pointermove', (event) => {
    if (from === null) twin.classList.toggle('grips', event.buttons === 0 && onGrip(event) !== null);
    if (from === null || document.activeElement !== from) return;
    if ((event.buttons & 1) === 0) return end();
    // It fills downwards.
    pointer = filling ? { x: filling.x, y: Math.max(filling.y, event.clientY) } : { x: event.clientX, y: event.clientY };
    if (!ranging && inside(pointer, from.getBoundingClientRect())) return;
    draw();
    if (ranging && !inside(pointer, paper.getBoundingClientRect())) follow();
});
for (const name of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(name, end);
