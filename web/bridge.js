// The way to C++ and back: scripts call web/main.cpp, C++ calls what scripts provide (web/imports.h).
import { notice, report } from './notice.js';
import { outside } from './outside.js';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const waiting = [];
let depth = 0;
let running = false;

export const isRunning = () => running;
// Until it runs, and once it has failed, no call reaches the program.
export function setRunning(now) {
    running = now;
}

function settle() {
    while (depth === 0 && waiting.length > 0) {
        try {
            waiting.shift()();
        } catch (error) {
            report(error);
        }
    }
}

// Nothing thrown in JavaScript may unwind through C++.
export function provide(functions) {
    for (const [name, body] of Object.entries(functions)) {
        outside.imports[name] = (...values) => {
            try {
                return body(...values);
            } catch (error) {
                report(error);
                return 0;
            }
        };
    }
}

export const textAt = (from, length) => decoder.decode(Module.HEAPU8.subarray(from, from + length));
export const bytesAt = (from, length) => Module.HEAPU8.slice(from, from + length);

// Puts a text or bytes into C++'s argument `index`.
export function give(index, value) {
    const bytes = typeof value === 'string' ? encoder.encode(value) : value;
    const place = Module._web_argument(index, bytes.length);
    Module.HEAPU8.set(bytes, place);
}

// Calls web_<name> with texts or bytes as arguments 0, 1, … and then numbers.
export function call(name, texts = [], ...numbers) {
    if (!running) return 0;
    ++depth;
    try {
        texts.forEach((text, index) => give(index, text));
        return Module['_web_' + name](...numbers);
    } catch (error) {
        // The program itself has failed; what was saved is safe, going on is not.
        running = false;
        notice(words.stopped, true);
        report(error);
        return 0;
    } finally {
        if (--depth === 0) settle();
    }
}

// What C++ asks of the page that may make the page call C++ again (focus, scrolling, changing elements) waits until C++
// has returned.
export const later = (act) => waiting.push(act);
export const first = (act) => waiting.unshift(act);
