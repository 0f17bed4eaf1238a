// A private X display with a window manager and a real Chinese input method (fcitx5, Pinyin), and the hands of a
// person in front of it (xdotool). Nothing of the machine's own session is touched: home, bus and display are its own.
import { spawn, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { endsWithUs, removedWithUs } from './ending.mjs';

const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin
[Groups/0/Items/0]
Name=keyboard-us
Layout=
[Groups/0/Items/1]
Name=pinyin
Layout=
[GroupOrder]
0=Default
`;
// One state for all windows, so that switching it once is enough; nothing pops up by itself.
const CONFIG = `[Behavior]
ActiveByDefault=False
ShareInputState=All
PreeditEnabledByDefault=True
ShowInputMethodInformation=False
showInputMethodInformationWhenFocusIn=False
`;
// Candidates are in the order of the dictionary, not of what was chosen before, and nothing is predicted.
const PINYIN = `PageSize=9
Prediction=False
CloudPinyinEnabled=False
SpellEnabled=False
SymbolsEnabled=False
ShowPreeditInApplication=True
`;

async function until(condition, what, milliseconds = 15000) {
    const end = Date.now() + milliseconds;
    for (;;) {
        const value = await condition();
        if (value) return value;
        if (Date.now() > end) throw new Error(`waited ${milliseconds} ms in vain until ${what}`);
        await sleep(20);
    }
}

export class PinyinSession {
    #children = [];
    #chinese = null; // switched on, as last asked for

    async start({ width = 1280, height = 1000 } = {}) {
        this.home = removedWithUs(mkdtempSync(join(tmpdir(), 'shenbao-pinyin-')));
        const config = join(this.home, '.config', 'fcitx5');
        const run = join(this.home, 'run');
        mkdirSync(join(config, 'conf'), { recursive: true });
        mkdirSync(run, { mode: 0o700 });
        writeFileSync(join(config, 'profile'), PROFILE);
        writeFileSync(join(config, 'config'), CONFIG);
        writeFileSync(join(config, 'conf', 'pinyin.conf'), PINYIN);
        this.busPath = join(run, 'bus');
        this.environment = {
            ...process.env, HOME: this.home, XDG_RUNTIME_DIR: run, XDG_CONFIG_HOME: join(this.home, '.config'),
            XDG_DATA_HOME: join(this.home, '.local'), LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', XMODIFIERS: '@im=fcitx',
            GTK_IM_MODULE: 'fcitx', QT_IM_MODULE: 'fcitx', NO_AT_BRIDGE: '1', MOZ_ENABLE_WAYLAND: '0',
            DBUS_SESSION_BUS_ADDRESS: `unix:path=${this.busPath}`,
        };
        delete this.environment.WAYLAND_DISPLAY;
        this.environment.DISPLAY = `:${await this.#display(width, height)}`;
        this.#run('dbus-daemon', ['--session', '--nofork', `--address=unix:path=${this.busPath}`]);
        await until(() => existsSync(this.busPath), 'the bus is there');
        this.#run('openbox', []);
        this.#run('fcitx5', ['--disable=wayland,cloudpinyin,notificationitem']);
        await until(() => this.state() >= 1, 'the input method answers');
        return this;
    }

    // The display's number; Xvfb chooses a free one.
    #display(width, height) {
        const server = this.#run('Xvfb', ['-displayfd', '3', '-screen', '0', `${width}x${height}x24`, '-nolisten', 'tcp'],
            ['ignore', 'ignore', 'ignore', 'pipe']);
        return new Promise((done, failed) => {
            let text = '';
            server.stdio[3].on('data', (data) => {
                text += data;
                if (text.includes('\n')) done(text.trim());
            });
            server.on('exit', () => failed(new Error('Xvfb did not start')));
        });
    }

    #run(program, args, stdio = 'ignore') {
        const child = endsWithUs(spawn(program, args, { env: this.environment || process.env, stdio }));
        child.on('error', (error) => console.error(`${program}: ${error.message}`));
        this.#children.push(child);
        return child;
    }

    #tool(program, args) {
        return execFileSync(program, args, { env: this.environment, stdio: ['ignore', 'pipe', 'ignore'] }).toString();
    }

    // 0 not running, 1 switched off, 2 switched on.
    state() {
        try {
            return Number(this.#tool('fcitx5-remote', []).trim());
        } catch {
            return 0;
        }
    }

    async chinese(on) {
        if (this.#chinese === on) return;
        this.#chinese = on;
        this.#tool('fcitx5-remote', [on ? '-o' : '-c']);
        await until(() => this.state() === (on ? 2 : 1), `Pinyin is ${on ? 'on' : 'off'}`);
    }

    // Keys one after the other, as fast fingers press them.
    async type(text, delay = 12) {
        this.#tool('xdotool', ['type', '--delay', String(delay), '--', text]);
    }

    async keys(...names) {
        this.#tool('xdotool', ['key', '--delay', '12', ...names]);
    }

    async click(x, y) {
        this.#tool('xdotool', ['mousemove', String(Math.round(x)), String(Math.round(y)), 'click', '1']);
    }

    async wheel(direction, times, { control = false } = {}) {
        const button = direction === 'down' ? '5' : '4';
        const press = ['click', '--repeat', String(times), '--delay', '30', button];
        this.#tool('xdotool', control ? ['keydown', 'ctrl', ...press, 'keyup', 'ctrl'] : press);
    }

    // Where the input method's own window is on the screen.
    candidateWindow() {
        return until(() => {
            try {
                const text = this.#tool('xdotool', ['search', '--onlyvisible', '--name', 'Fcitx5 Input Window', 'getwindowgeometry']);
                const [, x, y] = /Position: (-?\d+),(-?\d+)/.exec(text);
                return { x: Number(x), y: Number(y) };
            } catch {
                return null;
            }
        }, 'the candidates are shown');
    }

    #hasWindow(title) {
        try {
            return this.#tool('xdotool', ['search', '--onlyvisible', '--name', title]).trim() !== '';
        } catch {
            return false; // it found none
        }
    }

    // Until a window with such a title is on the screen, and until it is not.
    window(title) {
        return until(() => this.#hasWindow(title), `a window “${title}” is shown`);
    }
    windowGone(title) {
        return until(() => !this.#hasWindow(title), `the window “${title}” is gone`);
    }

    screenshot(path) {
        this.#tool('import', ['-window', 'root', path]);
    }

    async stop() {
        for (const child of this.#children.reverse()) child.kill('SIGKILL');
        await sleep(200);
        rmSync(this.home, { recursive: true, force: true, maxRetries: 5 });
    }
}
