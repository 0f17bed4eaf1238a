// Takes the wasm out of a packed page, to look at what was really delivered: node tools/unpack_wasm.mjs PAGE OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const [page, output] = process.argv.slice(2);
const found = /<script type="application\/wasm-gzip-base64" id="wasm">([^<]*)<\/script>/.exec(readFileSync(page, 'utf8'));
if (!found) throw new Error(`${page} holds no wasm`);
writeFileSync(output, gunzipSync(Buffer.from(found[1], 'base64')));
