// Starts the program when Emscripten's script, the last one of the page, asks for it.

// In this order they run, and hear events: first what the program waits for, last what asks the others.
import { program } from './program.js';
import { replayed } from './journal.js';
import { notice, report } from './notice.js';
import { call, setRunning } from './bridge.js';
import './loop.js';
import { lacksChinese, prepareFonts } from './fonts.js';
import { startSurface } from './surface.js';
import './editor.js';
import './range.js';
import './clipboard.js';
import './pointer.js';
import './storage.js';
import './files.js';

const WANTED = { webgl: RendererKind.WebGL, software: RendererKind.Software };
const SHOWN = { [Started.WebGL]: 'webgl', [Started.Software]: 'software', [Started.Plain]: 'plain' };

function start() {
    const readable = prepareFonts();
    setRunning(true);
    const asked = new URLSearchParams(location.search).get('renderer');
    const plain = !readable || asked === 'plain';
    const wanted = asked in WANTED ? WANTED[asked] : RendererKind.FastWebGL;
    const kind = SHOWN[call('start', [], wanted, plain ? 1 : 0)] || 'failed';
    document.documentElement.dataset.renderer = kind;
    if (kind === 'failed') {
        setRunning(false);
        return;
    }
    if (kind === 'plain') document.documentElement.classList.add('plain');
    startSurface();
    if (!plain && lacksChinese()) {
        // Also in English: where no font has Chinese, the first half is boxes.
        notice(`${words.no_font}\n\n${words.no_font_english}`, false);
    }
}

function failed(error) {
    setRunning(false);
    report(error);
    notice(words.not_started, true);
}

window.Module = {
    instantiateWasm(imports, receive) {
        // The program opens the draft at once: by then local storage must hold what it held.
        Promise.all([program.then((module) => WebAssembly.instantiate(module, imports)), replayed])
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
