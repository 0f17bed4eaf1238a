// Measures the page in Chromium, drawn by its software renderer and by WebGL, and its peers in the same run:
//   node tests/bench/page_bench.mjs [--runs N] [--only NAME]
// Prints one line a number, with the budget beside it where docs/design.md has one. NAME is one of the measurements below.
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { measureGlyphs } from './page/glyphs.mjs';
import { measureIdle } from './page/idle.mjs';
import { measureMemory } from './page/memory.mjs';
import { measureOpening, measureSize } from './page/opening.mjs';
import { RENDERERS } from './page/pages.mjs';
import { measureScrolling } from './page/scrolling.mjs';
import { measureTyping } from './page/typing.mjs';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' }, only: { type: 'string' } } });
const runs = Number(values.runs);

const eachRenderer = (measure) => async () => {
    for (const renderer of RENDERERS) await measure(renderer, runs);
};
const measurements = {
    size: measureSize,
    opening: eachRenderer(measureOpening),
    typing: eachRenderer(measureTyping),
    scrolling: eachRenderer(measureScrolling),
    glyphs: eachRenderer(measureGlyphs),
    memory: () => measureMemory(RENDERERS[0]),
    idle: eachRenderer(measureIdle),
};

if (values.only && !measurements[values.only]) {
    console.error(`no measurement “${values.only}”; there are ${Object.keys(measurements).join(', ')}`);
    process.exit(2);
}
console.log(`${cpus().length} × ${cpus()[0].model}, load ${loadavg()[0].toFixed(1)}`);
for (const [name, measure] of Object.entries(measurements)) if (!values.only || values.only === name) await measure();
