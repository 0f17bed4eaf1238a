// Glyphs of the machine's own fonts, drawn by a 2D canvas at the device's pixel size. Lengths are device pixels.
import { provide, textAt } from './bridge.js';

const FAMILIES = '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "PingFang SC", sans-serif';
const COMMON = '\u4E2D', RARE = '\u9102'; // Chinese characters
const clusters = new Map(); // number of a cluster (app/text/cluster.h) → its text
let context = null;
let current = '';

const textOf = (character) => clusters.get(character) || String.fromCodePoint(character);

function prepare() {
    const canvas = document.createElement('canvas');
    canvas.width = kScratchWidth;
    canvas.height = kScratchHeight;
    canvas.lang = words.language;
    context = canvas.getContext('2d', { willReadFrequently: true });
    if (context === null) return;
    if ('lang' in context) context.lang = words.language;
    if ('fontKerning' in context) context.fontKerning = 'none';
    context.textBaseline = 'alphabetic';
}

function choose(size, bold) {
    // The ratio, a family no machine has: Chromium keeps a font by these words, hinted as for the screen it was made on.
    const font = `${bold ? '700' : '400'} ${size}px ${FAMILIES}, "${window.devicePixelRatio}"`;
    if (font === current) return;
    context.font = font;
    current = font;
}

// What is drawn must come back as drawn: privacy modes return noise or white.
function readable() {
    if (context === null) return false;
    try {
        context.clearRect(0, 0, 8, 8);
        context.fillStyle = '#123456';
        context.fillRect(0, 0, 4, 8);
        const { data } = context.getImageData(0, 0, 8, 8);
        for (let i = 0; i < data.length; i += 4) {
            const inside = (i / 4) % 8 < 4;
            const expected = inside ? [0x12, 0x34, 0x56, 255] : [0, 0, 0, 0];
            if (expected.some((value, channel) => data[i + channel] !== value)) return false;
        }
        return true;
    } catch (error) {
        return false;
    }
}

function inkOf(character) {
    context.clearRect(0, 0, 40, 40);
    context.fillStyle = '#000';
    context.fillText(character, 4, 32);
    return Array.from(context.getImageData(0, 0, 40, 40).data);
}

// What may be an emoji is one where the machine has a font of them.
const MAY_BE_COLORED = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\uFE0F/u;
const isColored = (text) => MAY_BE_COLORED.test(text) && inkOf(text).some((value, at) => at % 4 < 3 && value > 40);

// True if the machine has no Chinese font: its characters then look like the box of a character no font has, or, in
// Firefox, like boxes with their numbers in them, which are not as wide as a Chinese character is.
export function lacksChinese() {
    choose(28, false);
    if (Math.abs(context.measureText(COMMON).width - 28) > 2) return true;
    const box = inkOf('\uFFFF');
    const first = inkOf(COMMON).join();
    return first === inkOf(RARE).join() || (first === box.join() && box.includes(255));
}

// The font box of a line of that size in the page's own layout: how far it reaches above and below the baseline, and
// where the baseline lies in a line of that height. CSS pixels.
function probe(size, bold, line) {
    const box = document.createElement('div');
    box.id = 'probe';
    box.style.fontSize = `${size}px`;
    box.style.fontWeight = bold ? '700' : '400';
    box.style.lineHeight = `${line}px`;
    const span = document.createElement('span');
    span.textContent = `${COMMON}x`;
    const mark = document.createElement('i');
    box.append(span, mark);
    document.body.append(box);
    const letters = span.getBoundingClientRect();
    const baseline = mark.getBoundingClientRect().bottom;
    const top = box.getBoundingClientRect().top;
    box.remove();
    return { above: baseline - letters.top, below: letters.bottom - baseline, baseline: baseline - top };
}

// False: nothing can be drawn.
export function prepareFonts() {
    prepare();
    return readable();
}

provide({
    // advance, the ink's extent from the origin (left, right, up, down), and 1 if it has colours of its own (double[6]).
    // `clusterText`: of a cluster; it is known by its number from then on.
    glyph_measure(character, clusterText, length, size, bold, out) {
        if (length > 0) clusters.set(character, textAt(clusterText, length));
        if (context === null) {
            const wide = character > 0x2e7f ? size : size / 2;
            Module.HEAPF64.set([wide, 0, wide, size, size / 4, 0], out >> 3);
            return;
        }
        choose(size, bold);
        const text = textOf(character);
        const found = context.measureText(text);
        Module.HEAPF64.set([found.width, -found.actualBoundingBoxLeft, found.actualBoundingBoxRight,
            found.actualBoundingBoxAscent, found.actualBoundingBoxDescent, isColored(text) ? 1 : 0], out >> 3);
    },
    // How far a line's font box reaches above and below the baseline (double[2]); asked of the page's own layout, so
    // that both agree. `size` and the answer are CSS pixels here.
    line_measure(size, bold, out) {
        const { above, below } = probe(size, bold, 100);
        Module.HEAPF64.set([above, below], out >> 3);
    },
    // A line one device pixel higher than its letters has the half of it above the baseline or nothing.
    floors_leading() {
        const ratio = window.devicePixelRatio || 1;
        const { above, below } = probe(16, 0, 100);
        return (probe(16, 0, above + below + 1 / ratio).baseline - above) * ratio < 0.25 ? 1 : 0;
    },
    // Draws glyphs into the scratch canvas and copies its first `height` rows to `pixels` (RGBA). Each glyph is six
    // numbers: character, size in 1/64, bold, quarters to the right, and its origin x, y.
    glyph_draw(glyphs, count, pixels, height) {
        if (context === null) return;
        context.clearRect(0, 0, kScratchWidth, height);
        context.fillStyle = '#000';
        const from = glyphs >> 2;
        for (let i = from; i < from + count * 6; i += 6) {
            const [character, size, bold, quarters, x, y] = Module.HEAP32.subarray(i, i + 6);
            choose(size / 64, bold);
            context.fillText(textOf(character), x + quarters / 4, y);
        }
        Module.HEAPU8.set(context.getImageData(0, 0, kScratchWidth, height).data, pixels);
    },
});
