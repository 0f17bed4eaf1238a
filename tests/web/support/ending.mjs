// Whatever ends a test program ends what it started: a signal becomes an ordinary exit, and at the exit the drivers end
// their browsers, and this module the processes and folders it was told of. (Playwright's own answer to SIGTERM closes
// the browsers and goes on, so that the next case opens new ones.)
import { rmSync } from 'node:fs';

const processes = new Set(), folders = new Set();

export function endsWithUs(child) {
    processes.add(child);
    child.once('exit', () => processes.delete(child));
    return child;
}

export function removedWithUs(folder) {
    folders.add(folder);
    return folder;
}

for (const [signal, number] of [['SIGINT', 2], ['SIGTERM', 15], ['SIGHUP', 1]])
    process.on(signal, () => {
        // Last, when the drivers have ended their browsers.
        process.off('exit', clean);
        process.on('exit', clean);
        process.exit(128 + number);
    });

process.on('exit', clean);

function clean() {
    for (const child of processes) child.kill('SIGKILL');
    for (const folder of folders) {
        try {
            rmSync(folder, { recursive: true, force: true, maxRetries: 3, retryDelay: 50 });
        } catch {
            // A browser that is dying still writes; nothing hangs on what is left in the machine's temporary folder.
        }
    }
}
