// The canvas: its size in device pixels, the software renderer's pixels, and a lost WebGL context.
import { call, provide, textAt } from './bridge.js';
import { draw } from './loop.js';

let canvas = document.getElementById('canvas');
let context = null;
let shown = '';

// Tells C++ the size, and draws in the same breath so that nothing flashes.
function resize(pixelWidth, pixelHeight) {
    const ratio = window.devicePixelRatio || 1;
    const size = `${pixelWidth} ${pixelHeight} ${ratio}`;
    if (size === shown || pixelWidth <= 0 || pixelHeight <= 0) return false;
    shown = size;
    canvas.width = pixelWidth;
    canvas.height = pixelHeight;
    call('resize', [], pixelWidth / ratio, pixelHeight / ratio, ratio);
    return true;
}

function sizeByRounding() {
    const ratio = window.devicePixelRatio || 1;
    const box = canvas.getBoundingClientRect();
    return resize(Math.round(box.width * ratio), Math.round(box.height * ratio));
}

function observe() {
    const observer = new ResizeObserver((entries) => {
        const exact = entries[0].devicePixelContentBoxSize;
        if (!(exact && exact.length > 0 ? resize(exact[0].inlineSize, exact[0].blockSize) : sizeByRounding())) return;
        draw();
        // An on-screen keyboard makes the page smaller; what is being written stays in sight.
        const { activeElement } = document;
        if (activeElement && activeElement.classList.contains('field')) activeElement.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
    try {
        observer.observe(canvas, { box: 'device-pixel-content-box' });
    } catch (error) {
        observer.observe(canvas);
    }
    return observer;
}

// Browsers without device-pixel boxes say nothing when only the ratio changes.
function watchRatio() {
    const query = matchMedia(`(resolution: ${window.devicePixelRatio}dppx)`);
    const changed = () => {
        if (sizeByRounding()) draw();
        watchRatio();
    };
    if (query.addEventListener) query.addEventListener('change', changed, { once: true });
}

let observer = null;

function listen() {
    canvas.addEventListener('webglcontextlost', (event) => {
        event.preventDefault();
        observer.disconnect();
        replaceCanvas();
        document.documentElement.dataset.renderer = 'software';
        call('context_lost');
        observer = observe();
    });
}

// A canvas keeps its kind of context for life: another kind needs a fresh element.
function replaceCanvas() {
    const fresh = canvas.cloneNode(false);
    canvas.replaceWith(fresh);
    canvas = fresh;
}

function scheme() {
    const dark = matchMedia('(prefers-color-scheme: dark)').matches;
    const contrast = matchMedia('(prefers-contrast: more)').matches || matchMedia('(forced-colors: active)').matches;
    call('scheme', [], dark ? 1 : 0, contrast ? 1 : 0);
}

export function startSurface() {
    for (const query of ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']) {
        const list = matchMedia(query);
        if (list.addEventListener) list.addEventListener('change', scheme);
    }
    scheme();
    sizeByRounding();
    listen();
    draw();
    observer = observe();
    watchRatio();
}

provide({
    // 1 if WebGL is drawn by the processor; the canvas is then a fresh one. Chromium's swiftshader does not count as
    // a “major performance caveat” when it was asked for by a switch.
    drop_slow_webgl() {
        const gl = canvas.getContext('webgl2');
        if (gl === null) return 0;
        const details = gl.getExtension('WEBGL_debug_renderer_info');
        const name = gl.getParameter(details ? details.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
        if (!/swiftshader|llvmpipe|softpipe|software|basic render/i.test(String(name))) return 0;
        replaceCanvas();
        return 1;
    },
    present(pixels, width, height, x, y, w, h) {
        if (context === null || context.canvas !== canvas)
            context = canvas.getContext('2d', { alpha: false, willReadFrequently: true });
        const view = new Uint8ClampedArray(Module.HEAPU8.buffer, pixels, width * height * 4);
        context.putImageData(new ImageData(view, width, height), 0, 0, x, y, w, h);
    },
    colors(text, length) {
        const colors = JSON.parse(textAt(text, length));
        for (const [name, value] of Object.entries(colors)) document.documentElement.style.setProperty(name, value);
    },
});
