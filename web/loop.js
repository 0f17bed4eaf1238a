// Frames are drawn only when asked for: one animation frame at a time, none while idle. One timer for saving.
(function () {
    'use strict';
    const { shenbao } = window;
    let pending = false;
    let saving = 0;
    let asked = 0; // when a save was first asked for since the last one
    const LONGEST = 600; // milliseconds without a save while there is something to save

    function draw() {
        pending = false;
        if (!shenbao.running) return;
        const start = performance.now();
        shenbao.call('frame');
        ++shenbao.frames;
        shenbao.afterFrame();
        shenbao.frameTime = performance.now() - start;
    }

    function saveNow() {
        clearTimeout(saving);
        saving = 0;
        shenbao.call('save_now');
    }

    shenbao.draw = draw;
    shenbao.provide({
        request_frame() {
            if (pending) return;
            pending = true;
            requestAnimationFrame(draw);
        },
        request_save(milliseconds) {
            // Who types without a pause is saved too.
            const now = performance.now();
            if (saving === 0) asked = now;
            clearTimeout(saving);
            saving = setTimeout(saveNow, Math.min(milliseconds, Math.max(0, asked + Math.max(milliseconds, LONGEST) - now)));
        },
        now(out) {
            const time = new Date();
            Module.HEAPF64.set([time.getFullYear(), time.getMonth() + 1, time.getDate(), time.getHours(), time.getMinutes(),
                time.getSeconds(), time.getTime()], out >> 3);
        },
        first_frame() {
            performance.mark('shenbao-ready');
            document.documentElement.dataset.ready = 'true';
        },
        definition_faulty(faults, length) {
            shenbao.notice(words.definition_faulty + shenbao.text(faults, length), true);
        },
    });

    for (const name of ['blur', 'beforeunload']) window.addEventListener(name, saveNow);
    // What could not be stored must not go without a word.
    window.addEventListener('beforeunload', (event) => {
        if (!shenbao.call('unsaved')) return;
        event.preventDefault();
        event.returnValue = '';
    });
    function leave() {
        clearTimeout(saving);
        saving = 0;
        shenbao.call('leave');
    }
    window.addEventListener('pagehide', leave);
    document.addEventListener('freeze', leave);
    document.addEventListener('resume', () => shenbao.call('come_back'));
    window.addEventListener('pageshow', (event) => {
        if (event.persisted) shenbao.call('come_back');
    });
    // Of two windows side by side, one may end without a word and the other is never hidden.
    window.addEventListener('focus', () => shenbao.call('come_back'));
    document.addEventListener('visibilitychange', () => {
        if (document.visibilityState === 'hidden') saveNow();
        // Another window may have been closed without a word.
        else shenbao.call('come_back');
    });
    window.addEventListener('storage', (event) => {
        // Null: everything was erased at once. Saving looks whether the draft is still there.
        if (event.key === null) saveNow();
        else shenbao.call('store_changed', [event.key]);
    });
})();
