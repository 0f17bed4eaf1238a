// Unpacks and compiles the program while the other scripts are still being read.
(function () {
    'use strict';
    const { shenbao } = window;

    function decode(text) {
        const raw = atob(text);
        const bytes = new Uint8Array(raw.length);
        for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
        return bytes;
    }

    async function compile() {
        const element = shenbao.element('wasm');
        const packed = new Blob([decode(element.textContent)]);
        element.remove();
        const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'));
        return WebAssembly.compileStreaming(new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }));
    }

    // A WebAssembly.Module. What goes wrong is told by who asks for it (start.js).
    shenbao.program = compile();
    shenbao.program.catch(() => {});
})();
