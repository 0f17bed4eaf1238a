// Glyphs of the machine's own fonts, drawn by a 2D canvas at the device's pixel size. Lengths are device pixels.
(function () {
    'use strict';
    const { shenbao } = window;
    const FAMILIES = '"Microsoft YaHei", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", "PingFang SC", sans-serif';
    const WIDTH = 1024;
    const HEIGHT = 512;
    let context = null;
    let current = '';
    const lines = new Map(); // font size → height of a line's font box

    function prepare() {
        const canvas = document.createElement('canvas');
        canvas.width = WIDTH;
        canvas.height = HEIGHT;
        canvas.lang = 'zh-CN';
        context = canvas.getContext('2d', { willReadFrequently: true });
        if (context === null) return;
        if ('lang' in context) context.lang = 'zh-CN';
        if ('fontKerning' in context) context.fontKerning = 'none';
        context.textBaseline = 'alphabetic';
    }

    function choose(size, bold) {
        const font = `${bold ? '700' : '400'} ${size}px ${FAMILIES}`;
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
        return Array.from(context.getImageData(0, 0, 40, 40).data).join();
    }

    // True if the machine has no Chinese font: 中 and 鄂 then look like the box of a character no font has.
    shenbao.lacksChinese = () => {
        choose(28, false);
        const box = inkOf('\uFFFF');
        const first = inkOf('中');
        return first === inkOf('鄂') || (first === box && box.includes('255'));
    };

    // A text input centres its text and rounds; everything else rounds half of the leading down. What the input must be
    // moved up to agree with the canvas.
    shenbao.inputShift = (size, line) => {
        const ratio = window.devicePixelRatio || 1;
        const half = ((line - (lines.get(size) || line)) * ratio) / 2;
        return (Math.round(half) - Math.floor(half + 0.01)) / ratio;
    };

    shenbao.prepareFonts = () => {
        prepare();
        return readable();
    };

    shenbao.provide({
        // advance, and the ink's extent from the origin: left, right, up, down (double[5]).
        glyph_measure(codepoint, size, bold, out) {
            const text = String.fromCodePoint(codepoint);
            if (context === null) {
                const wide = codepoint > 0x2e7f ? size : size / 2;
                Module.HEAPF64.set([wide, 0, wide, size, size / 4], out >> 3);
                return;
            }
            choose(size, bold);
            const found = context.measureText(text);
            Module.HEAPF64.set([found.width, -found.actualBoundingBoxLeft, found.actualBoundingBoxRight,
                found.actualBoundingBoxAscent, found.actualBoundingBoxDescent], out >> 3);
        },
        // How far a line's font box reaches above and below the baseline (double[2]); asked of the page's own layout, so
        // that both agree. `size` and the answer are CSS pixels here.
        line_measure(size, bold, out) {
            const probe = document.createElement('div');
            probe.id = 'probe';
            probe.style.fontSize = `${size}px`;
            probe.style.fontWeight = bold ? '700' : '400';
            const span = document.createElement('span');
            span.textContent = '中x';
            const mark = document.createElement('i');
            probe.append(span, mark);
            document.body.append(probe);
            const box = span.getBoundingClientRect();
            const baseline = mark.getBoundingClientRect().bottom;
            probe.remove();
            lines.set(size, box.height);
            Module.HEAPF64.set([baseline - box.top, box.bottom - baseline], out >> 3);
        },
        // Draws glyphs into the scratch canvas and copies its first `height` rows to `pixels` (RGBA). Each glyph is five
        // numbers: code point, size, bold, and its origin x, y.
        glyph_draw(glyphs, count, pixels, height) {
            if (context === null) return;
            context.clearRect(0, 0, WIDTH, height);
            context.fillStyle = '#000';
            const from = glyphs >> 2;
            for (let i = from; i < from + count * 5; i += 5) {
                const [codepoint, size, bold, x, y] = Module.HEAP32.subarray(i, i + 5);
                choose(size, bold);
                context.fillText(String.fromCodePoint(codepoint), x, y);
            }
            Module.HEAPU8.set(context.getImageData(0, 0, WIDTH, height).data, pixels);
        },
    });
})();
