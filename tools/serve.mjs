// Serves one folder over http on localhost, never cached: node tools/serve.mjs FOLDER [PORT]. Ctrl+C ends it.
import { createServer } from 'node:http';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const [folder, port = '8080'] = process.argv.slice(2);
const page = () => readdirSync(folder).find((name) => name.endsWith('.html'));

const server = createServer((request, response) => {
    const wanted = decodeURIComponent(new URL(request.url, 'http://localhost').pathname).slice(1) || page();
    const known = readdirSync(folder).includes(wanted) && statSync(join(folder, wanted)).isFile();
    response.writeHead(known ? 200 : 404, {
        'Content-Type': wanted.endsWith('.html') ? 'text/html; charset=utf-8' : 'text/plain; charset=utf-8',
        'Cache-Control': 'no-store',
    });
    response.end(known ? readFileSync(join(folder, wanted)) : 'not found');
});
server.on('error', (error) => {
    console.error(`cannot serve on port ${port}: ${error.message}`);
    process.exit(1);
});
server.listen(Number(port), '127.0.0.1', () => console.log(`http://localhost:${port}/  (Ctrl+C ends)`));
