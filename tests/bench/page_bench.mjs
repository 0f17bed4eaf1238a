// Measures the page in Chromium, drawn by its software renderer and by WebGL, and its peers in the same run:
//   node tests/bench/page_bench.mjs [--runs N] [--only NAME]
// Prints one line a number, with the budget beside it where DESIGN.md has one. NAME is one of the measurements below.
import { parseArgs } from 'node:util';
import { measureIdle } from './page/idle.mjs';
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
    idle: eachRenderer(measureIdle),
};

if (values.only && !measurements[values.only]) {
    console.error(`no measurement “${values.only}”; there are ${Object.keys(measurements).join(', ')}`);
    process.exit(2);
}
for (const [name, measure] of Object.entries(measurements)) if (!values.only || values.only === name) await measure();
