// Serves the files of one folder over http on this machine only, never cached: node tools/serve.mjs FOLDER [PORT]
// The address without a name gives the folder's first HTML file. Port 0 takes a free one. Ctrl+C ends it.
import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, port = '8080'] = process.argv.slice(2);
const types = { html: 'text/html', json: 'application/json', txt: 'text/plain', js: 'text/javascript', css: 'text/css' };

function nameIn(url) {
    try {
        return decodeURIComponent(url.split(/[?#]/)[0]).slice(1);
    } catch {
        return null; // A broken %-sequence names no file.
    }
}

const server = createServer((request, response) => {
    const names = readdirSync(folder).filter((name) => statSync(join(folder, name)).isFile());
    const asked = nameIn(request.url);
    const name = asked === '' ? names.find((each) => each.endsWith('.html')) : asked;
    const found = names.includes(name);
    const type = types[found ? name.split('.').pop() : 'txt'] || 'application/octet-stream';
    response.writeHead(found ? 200 : 404, { 'Content-Type': `${type}; charset=utf-8`, 'Cache-Control': 'no-store' });
    response.end(found ? readFileSync(join(folder, name)) : 'not found\n');
});
server.on('error', (error) => {
    console.error(error.code === 'EADDRINUSE' ? `port ${port} is in use: choose another one with --port N` : error.message);
    process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => {
    console.log(`http://localhost:${server.address().port}/  (Ctrl+C ends)`);
});
