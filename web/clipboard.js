// Copying and cutting a range of cells. What is marked inside a text stays the browser's own to copy.
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

    shenbao.provide({
        fill_clipboard(plain, plainLength, html, htmlLength) {
            filled = { plain: shenbao.text(plain, plainLength), html: shenbao.text(html, htmlLength) };
        },
    });
})();
