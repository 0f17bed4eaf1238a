// Copying and cutting a range of cells, pasting a block of them. What is marked inside a text stays the browser's own to
// copy, and a text the browser's own to paste.
(function () {
    'use strict';
    const { shenbao } = window;
    let filled = null; // by the form, while it answers

    const isText = (element) => element.tagName === 'INPUT' || element.tagName === 'TEXTAREA';
    const partly = (element) => isText(element) && element.selectionEnd - element.selectionStart !== element.value.length;

    function take(event) {
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
        if (!element || !element.classList.contains('field') || element.readOnly) return;
        const plain = event.clipboardData.getData('text/plain').slice(0, LONGEST);
        const html = event.clipboardData.getData('text/html');
        const table = html.length > LONGEST ? '' : shenbao.tableOf(html);
        if (shenbao.call('paste', [plain, table]) === 1) event.preventDefault();
    });

    shenbao.provide({
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
