// Copying and cutting a range of cells, pasting or dropping a block of them. What is marked inside a text stays the
// browser's own to copy, and a text the browser's own to paste.
import { call, later, provide, textAt } from './bridge.js';
import { readHtml } from './clipboard_table.js';
import { insertText, isEditing, visit } from './editor.js';

let filled = null; // by the form, while it answers
let whole = null; // a text being copied without a mark

const isText = (element) => element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
// A caret alone marks nothing in a text, and the cell where it is moved through.
const partly = (element) => isText(element) && element.selectionEnd - element.selectionStart !== element.value.length &&
    (element.selectionEnd !== element.selectionStart || isEditing());

function take(event) {
    if (whole !== null) {
        event.clipboardData.setData('text/plain', whole);
        event.preventDefault();
        whole = '';
        return;
    }
    const element = document.activeElement;
    if (!element || !element.classList.contains('field') || partly(element)) return;
    filled = null;
    call('copy_range', [], event.type === 'cut' ? 1 : 0);
    if (filled === null) return;
    event.clipboardData.setData('text/plain', filled.plain);
    event.clipboardData.setData('text/html', filled.html);
    event.preventDefault();
}
for (const name of ['copy', 'cut']) document.addEventListener(name, take);

const LONGEST = 5e6; // characters; more is refused, and need not be carried over for that

// True: the form has taken it.
function takeIn(plain, html, dropped) {
    const { table, seen } = readHtml(html.length > LONGEST ? '' : html, plain);
    const text = seen === null ? plain : seen;
    if (call('paste', [text, table], dropped ? 1 : 0) === 1) return true;
    // What the browser would put in holds what nobody sees.
    if (seen === null || dropped) return false;
    insertText(text);
    return true;
}

document.addEventListener('paste', (event) => {
    const element = document.activeElement;
    const plain = event.clipboardData.getData('text/plain').slice(0, LONGEST);
    // A whole declaration, copied where files could not be saved, may be pasted anywhere.
    const writable = element && element.classList.contains('field') && !element.readOnly;
    if (!writable && !plain.slice(0, 400).includes('"shenbao-')) return;
    if (takeIn(plain, event.clipboardData.getData('text/html'), false)) event.preventDefault();
});

// A text dropped on a field goes where it is dropped, as the browser does it; a block, or more than a field takes, is
// pasted. What is moved within the form is neither.
let moved = false;
for (const name of ['dragstart', 'dragend']) {
    document.addEventListener(name, (event) => {
        moved = name === 'dragstart' && !event.defaultPrevented;
    });
}
document.addEventListener('drop', (event) => {
    const element = event.target;
    const field = element instanceof Element && element.classList.contains('field') && !element.readOnly;
    if (moved || !field || !event.dataTransfer || event.dataTransfer.types.includes('Files')) return;
    visit(element);
    const plain = event.dataTransfer.getData('text/plain').slice(0, LONGEST);
    if (takeIn(plain, event.dataTransfer.getData('text/html'), true)) event.preventDefault();
});

provide({
    // navigator.clipboard is not there over http.
    copy_text(text, length) {
        whole = textAt(text, length);
        const copied = document.execCommand('copy') && whole === '';
        whole = null;
        return copied ? 1 : 0;
    },
    insert_text(text, length) {
        const value = textAt(text, length);
        later(() => insertText(value));
    },
    fill_clipboard(plain, plainLength, html, htmlLength) {
        filled = { plain: textAt(plain, plainLength), html: textAt(html, htmlLength) };
    },
});
