// What went wrong: told to the person, and to who looks into it.
import { outside } from './outside.js';

// Shows a sentence to the person. `fatal`: the program cannot go on.
export function notice(text, fatal) {
    const box = document.getElementById('notice');
    box.textContent = text;
    box.className = fatal ? 'fatal' : '';
    box.hidden = false;
    if (!fatal) {
        const close = document.createElement('button');
        close.textContent = '×';
        close.setAttribute('aria-label', words.close_notice);
        close.onclick = () => {
            box.hidden = true;
        };
        box.append(close);
    }
    if (fatal) document.documentElement.dataset.failed = text;
}

// What was told of something that is done anew.
export function forget() {
    const box = document.getElementById('notice');
    if (box.className !== 'fatal') box.hidden = true;
}

export function report(error) {
    console.error(error);
    outside.faults.push(String((error && error.stack) || error));
}
