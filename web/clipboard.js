// Copying and cutting a range of cells, pasting a block of them. What is marked inside a text stays the browser's own to
// copy, and a text the browser's own to paste.
(function () {
    'use strict';
    const { shenbao } = window;
    let filled = null; // by the form, while it answers
    let whole = null; // a text being copied without a mark

    const isText = (element) => element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
    const partly = (element) => isText(element) && element.selectionEnd - element.selectionStart !== element.value.length;

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
        shenbao.call('copy_range', [], event.type === 'cut' ? 1 : 0);
        if (filled === null) return;
        event.clipboardData.setData('text/plain', filled.plain);
        event.clipboardData.setData('text/html', filled.html);
        event.preventDefault();
    }
    for (const name of ['copy', 'cut']) document.addEventListener(name, take);

    const LONGEST = 5e6; // characters; more is refused, and need not be carried over for that

    document.addEventListener('paste', (event) => {
        const element = document.activeElement;
        const plain = event.clipboardData.getData('text/plain').slice(0, LONGEST);
        // A whole declaration, copied where files could not be saved, may be pasted anywhere.
        const writable = element && element.classList.contains('field') && !element.readOnly;
        if (!writable && !plain.slice(0, 400).includes('"shenbao-')) return;
        const html = event.clipboardData.getData('text/html');
        const table = html.length > LONGEST ? '' : shenbao.tableOf(html);
        if (shenbao.call('paste', [plain, table]) === 1) event.preventDefault();
    });

    shenbao.provide({
        // navigator.clipboard is not there over http.
        copy_text(text, length) {
            whole = shenbao.text(text, length);
            const copied = document.execCommand('copy') && whole === '';
            whole = null;
            return copied ? 1 : 0;
        },
        insert_text(text, length) {
            const value = shenbao.text(text, length);
            // The one way by which the field's own undo takes it back.
            shenbao.later(() => document.execCommand('insertText', false, value));
        },
        fill_clipboard(plain, plainLength, html, htmlLength) {
            filled = { plain: shenbao.text(plain, plainLength), html: shenbao.text(html, htmlLength) };
        },
    });
})();
