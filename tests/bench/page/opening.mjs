// Sizes, and how long the page takes to its first complete frame beside its peers.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { openChromium } from '../../web/support/browsers.mjs';
import { openings, pagePath, urlOf } from './pages.mjs';
import { fieldsOf, peersOf } from './peers.mjs';
import { median, show } from './report.mjs';

export function measureSize() {
    const bytes = readFileSync(pagePath);
    show('single file, KB', bytes.length / 1024, { digits: 0, most: 1024 });
    show('single file gzipped, KB', gzipSync(bytes).length / 1024, { digits: 0, most: 400 });
}

const BUDGETS = { 'plain HTML': 1, SurveyJS: 1 / 6 };

export async function measureOpening(renderer, runs) {
    const driver = await openChromium({ gl: renderer.gl });
    const own = median(await openings(driver, urlOf(renderer), runs));
    show(`${renderer.name}: open to ready, median of ${runs}, ms`, own, { digits: 0 });
    const fields = await fieldsOf(driver);
    for (const peer of peersOf(fields)) {
        const time = median(await openings(driver, peer.url, runs));
        show(`${renderer.name}: ${peer.name} with the same ${fields.length} fields: open to ready, ms`, time, { digits: 0 });
        show(`${renderer.name}: open to ready, ours ÷ ${peer.name}`, own / time, { digits: 2, ...(renderer.name === 'software' ? { most: BUDGETS[peer.name] } : {}) });
    }
    await driver.close();
}
