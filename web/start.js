// Starts the program when Emscripten's script, the last one of the page, asks for it.
(function () {
    'use strict';
    const { shenbao } = window;

    // Also in English: where no font has Chinese, the first half is boxes.
    const NO_FONT = '这台电脑没有中文字体，文字会显示为方框，仍可填写和保存。请安装字体后重新启动浏览器：Windows 从另一台电脑复制 simsun.ttc 或 msyh.ttc，'
        + '双击安装，或在“设置”的“可选功能”中添加“简体中文补充字体”；统信、麒麟等 Linux 执行 sudo apt install fonts-noto-cjk，或把字体文件放进 ~/.local/share/fonts。'
        + '\n\nNo Chinese font on this computer: text shows as boxes, but the form can be filled in and saved. Install one and restart the'
        + ' browser. Windows: copy simsun.ttc or msyh.ttc from another computer and double-click it, or Settings, Optional features, Chinese'
        + ' (Simplified) Supplemental Fonts. Linux: sudo apt install fonts-noto-cjk, or put a font file into ~/.local/share/fonts.';

    const WANTED = ['auto', 'webgl', 'software']; // as in web/renderer.h
    const KINDS = ['failed', 'webgl', 'software', 'plain'];

    function start() {
        const readable = shenbao.prepareFonts();
        shenbao.running = true;
        const asked = shenbao.parameters.get('renderer');
        const plain = !readable || asked === 'plain';
        const kind = KINDS[shenbao.call('start', [], Math.max(0, WANTED.indexOf(asked)), plain ? 1 : 0)];
        document.documentElement.dataset.renderer = kind;
        if (kind === 'failed') {
            shenbao.running = false;
            return;
        }
        if (kind === 'plain') document.documentElement.classList.add('plain');
        shenbao.startSurface();
        if (!plain && shenbao.lacksChinese()) shenbao.notice(NO_FONT, false);
    }

    const FAILED = '申报表未能启动。请使用较新版本的 Chrome、Edge、360 或火狐浏览器（极速模式）打开本文件。';
    function failed(error) {
        shenbao.running = false;
        shenbao.report(error);
        shenbao.notice(FAILED, true);
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
