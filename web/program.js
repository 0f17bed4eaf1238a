// Unpacks and compiles the program while Emscripten's script is still being read.
function decode(text) {
    const raw = atob(text);
    const bytes = new Uint8Array(raw.length);
    for (let i = 0; i < raw.length; ++i) bytes[i] = raw.charCodeAt(i);
    return bytes;
}

async function compile() {
    const element = document.getElementById('wasm');
    const packed = new Blob([decode(element.textContent)]);
    element.remove();
    const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'));
    return WebAssembly.compileStreaming(new Response(stream, { headers: { 'Content-Type': 'application/wasm' } }));
}

// A WebAssembly.Module. What goes wrong is told by who asks for it (start.js).
export const program = compile();
program.catch(() => {});
