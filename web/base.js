// The page's own parts meet in `window.shenbao`. C++ calls `shenbao.imports` (web/imports.h), the page calls C++
// through `shenbao.call`. Names of C++ (Role.Heading, kNudge) and words (words.title) are put in when the page is packed
// (tools/page_names.mjs); web/names.json says where they come from.
(function () {
    'use strict';
    const encoder = new TextEncoder();
    const decoder = new TextDecoder();
    const element = (id) => document.getElementById(id);

    // Shows a sentence to the person. `fatal`: the program cannot go on.
    function notice(text, fatal) {
        const box = element('notice');
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

    function report(error) {
        console.error(error);
        window.shenbao.faults.push(String((error && error.stack) || error));
    }

    const waiting = [];
    let depth = 0;

    function settle() {
        while (depth === 0 && waiting.length > 0) {
            try {
                waiting.shift()();
            } catch (error) {
                report(error);
            }
        }
    }

    window.shenbao = {
        element,
        notice,
        report,
        faults: [],
        frames: 0,
        running: false,
        imports: {},
        parameters: new URLSearchParams(location.search),

        // Nothing thrown in JavaScript may unwind through C++.
        provide(functions) {
            for (const [name, body] of Object.entries(functions)) {
                window.shenbao.imports[name] = (...values) => {
                    try {
                        return body(...values);
                    } catch (error) {
                        report(error);
                        return 0;
                    }
                };
            }
        },

        text: (from, length) => decoder.decode(Module.HEAPU8.subarray(from, from + length)),
        bytes: (from, length) => Module.HEAPU8.slice(from, from + length),

        // Puts a text or bytes into C++'s argument `index`.
        give(index, value) {
            const bytes = typeof value === 'string' ? encoder.encode(value) : value;
            const place = Module._web_argument(index, bytes.length);
            Module.HEAPU8.set(bytes, place);
        },

        // Calls web_<name> with texts or bytes as arguments 0, 1, … and then numbers.
        call(name, texts = [], ...numbers) {
            if (!window.shenbao.running) return 0;
            ++depth;
            try {
                texts.forEach((text, index) => window.shenbao.give(index, text));
                return Module['_web_' + name](...numbers);
            } catch (error) {
                // The program itself has failed; what was saved is safe, going on is not.
                window.shenbao.running = false;
                notice(words.stopped, true);
                report(error);
                return 0;
            } finally {
                if (--depth === 0) settle();
            }
        },

        // What C++ asks of the page that may make the page call C++ again (focus, scrolling, changing elements) waits
        // until C++ has returned.
        later: (act) => waiting.push(act),
        first: (act) => waiting.unshift(act),
    };
})();
