// Starts the program when Emscripten's script, the last one of the page, asks for it.
(function () {
    'use strict';
    const { shenbao } = window;

    const WANTED = { webgl: RendererKind.WebGL, software: RendererKind.Software };
    const SHOWN = { [Started.WebGL]: 'webgl', [Started.Software]: 'software', [Started.Plain]: 'plain' };

    function start() {
        const readable = shenbao.prepareFonts();
        shenbao.running = true;
        const asked = shenbao.parameters.get('renderer');
        const plain = !readable || asked === 'plain';
        const wanted = asked in WANTED ? WANTED[asked] : RendererKind.FastWebGL;
        const kind = SHOWN[shenbao.call('start', [], wanted, plain ? 1 : 0)] || 'failed';
        document.documentElement.dataset.renderer = kind;
        if (kind === 'failed') {
            shenbao.running = false;
            return;
        }
        if (kind === 'plain') document.documentElement.classList.add('plain');
        shenbao.startSurface();
        if (!plain && shenbao.lacksChinese()) {
            // Also in English: where no font has Chinese, the first half is boxes.
            shenbao.notice(`${words.no_font}\n\n${words.no_font_english}`, false);
        }
    }

    function failed(error) {
        shenbao.running = false;
        shenbao.report(error);
        shenbao.notice(words.not_started, true);
    }

    window.Module = {
        instantiateWasm(imports, receive) {
            // The program opens the draft at once: by then local storage must hold what it held.
            Promise.all([shenbao.program.then((module) => WebAssembly.instantiate(module, imports)), shenbao.journal.ready])
                .then(([instance]) => receive(instance)).catch(failed);
            return {};
        },
        onRuntimeInitialized() {
            try {
                start();
            } catch (error) {
                failed(error);
            }
        },
        onAbort: failed,
        print: (text) => console.log(text),
        printErr: (text) => console.warn(text),
    };
    if (typeof WebAssembly !== 'object' || typeof DecompressionStream !== 'function') failed('no WebAssembly');
})();
