// Frames are drawn only when asked for: one animation frame at a time, none while idle. One timer for saving, one for what is shown for a while.
import { call, isRunning, provide, textAt } from './bridge.js';
import { notice } from './notice.js';
import { outside } from './outside.js';

let pending = false;
let saving = 0;
let waking = 0;
let asked = 0; // when a save was first asked for since the last one
const LONGEST = 600; // milliseconds without a save while there is something to save
let drawn = () => {};

// `listener` hears of every frame, and so of what the form made of the events before it.
export function onFrame(listener) {
    drawn = listener;
}

export function draw() {
    pending = false;
    if (!isRunning()) return;
    const start = performance.now();
    call('frame');
    ++outside.frames;
    drawn();
    outside.frameTime = performance.now() - start;
}

function saveNow() {
    clearTimeout(saving);
    saving = 0;
    call('save_now');
}

export function requestFrame() {
    if (pending) return;
    pending = true;
    requestAnimationFrame(draw);
}

provide({
    request_frame: () => requestFrame(),
    request_save(milliseconds) {
        // Who types without a pause is saved too.
        const now = performance.now();
        if (saving === 0) asked = now;
        clearTimeout(saving);
        saving = setTimeout(saveNow, Math.min(milliseconds, Math.max(0, asked + Math.max(milliseconds, LONGEST) - now)));
    },
    request_wake(milliseconds) {
        clearTimeout(waking);
        waking = setTimeout(() => call('woken'), milliseconds);
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
        notice(words.definition_faulty + textAt(faults, length), true);
    },
});

for (const name of ['blur', 'beforeunload']) window.addEventListener(name, saveNow);
// What could not be stored must not go without a word.
window.addEventListener('beforeunload', (event) => {
    if (!call('unsaved')) return;
    event.preventDefault();
    event.returnValue = '';
});
function leave() {
    clearTimeout(saving);
    saving = 0;
    call('leave');
}
window.addEventListener('pagehide', leave);
document.addEventListener('freeze', leave);
document.addEventListener('resume', () => call('come_back'));
window.addEventListener('pageshow', (event) => {
    if (event.persisted) call('come_back');
});
// Of two windows side by side, one may end without a word and the other is never hidden.
window.addEventListener('focus', () => call('come_back'));
document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveNow();
    // Another window may have been closed without a word.
    else call('come_back');
});
window.addEventListener('storage', (event) => {
    // Null: everything was erased at once. Saving looks whether the draft is still there.
    if (event.key === null) saveNow();
    else call('store_changed', [event.key]);
});
