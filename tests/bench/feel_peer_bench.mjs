// Our FEEL engine beside feelin, the JavaScript one, in one run under Node: node tests/bench/feel_peer_bench.mjs
// Needs build/wasm/bin/feel_bench.js (ninja -C build/wasm feel_bench) and measures the expressions which that program
// prints, natively too if build/bench has it. feelin reads the text of an expression at every call; so it stands beside
// our evaluation alone, which is what a form does at every keystroke, and beside our compiling and evaluating together.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(new URL('../web/package.json', import.meta.url));
const { evaluate } = await import(pathToFileURL(require.resolve('feelin')).href);

// The data of feel_bench.cpp.
const rows = Array.from({ length: 100 }, (_, i) => ({
    id: `r${i}`, title: `指标${i}`, current: (142400 + i) / 100, last: i / 100,
    target: { kind: i % 2 === 0 ? 'percent' : 'number', number: i },
}));
const context = { row: rows[0], rows, total: 142449.5 };

// Nanoseconds per call, the best of several rounds, as feel_bench.cpp measures.
function measure(call) {
    let best = Infinity;
    for (let round = 0; round < 7; ++round) {
        const start = process.hrtime.bigint();
        let calls = 0, passed = 0;
        do {
            for (let i = 0; i < 4; ++i) call();
            calls += 4;
            passed = Number(process.hrtime.bigint() - start);
        } while (passed < 30e6);
        best = Math.min(best, passed / calls);
    }
    return best;
}

function ours(command, options) {
    const { stdout, status } = spawnSync(command, options, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${options.join(' ')} ended with ${status}`);
    return stdout.split('\n').slice(1).filter(Boolean).map((line) => {
        const [, compile, run, source] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line);
        return { source, compile: Number(compile), run: Number(run) };
    });
}

const builds = [['wasm', process.execPath, ['--no-experimental-fetch', 'build/wasm/bin/feel_bench.js']]];
if (existsSync(`${root}/build/bench/bin/feel_bench`)) builds.push(['native', 'build/bench/bin/feel_bench', []]);
for (const [name, command, options] of builds) {
    console.log(`${name}: ns to evaluate, ns to compile and evaluate, ns in feelin, feelin ÷ evaluate, feelin ÷ both`);
    for (const { source, compile, run } of ours(command, options)) {
        if (evaluate(source, context) === undefined) throw new Error(`feelin cannot evaluate ${source}`);
        const peer = measure(() => evaluate(source, context));
        console.log([run, compile + run, peer.toFixed(0), (peer / run).toFixed(0), (peer / (compile + run)).toFixed(1)]
            .map((text) => String(text).padStart(10)).join('') + `  ${source}`);
    }
}
