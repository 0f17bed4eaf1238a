// What the browsers this program started use of the machine, from Linux's /proc.
import { readFileSync, readdirSync } from 'node:fs';

const TICK = 10; // ms; what /proc counts in (USER_HZ is 100 everywhere Linux runs today)

function read(pid) {
    try {
        const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
        const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return { pid: Number(pid), parent: Number(fields[1]), time: (Number(fields[11]) + Number(fields[12])) * TICK,
            command: readFileSync(`/proc/${pid}/cmdline`, 'utf8') };
    } catch (error) {
        return null; // it has just ended
    }
}

function ours() {
    const all = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(read).filter(Boolean);
    const family = new Set([process.pid]);
    for (let size = 0; size !== family.size;) {
        size = family.size;
        for (const one of all) if (family.has(one.parent)) family.add(one.pid);
    }
    return all.filter(({ pid, command }) => pid !== process.pid && family.has(pid) && command.includes('chromium'));
}

// CPU time so far, ms: of the processes that run pages (`renderer`), and of the whole browser.
export function cpuTimes() {
    const sum = (processes) => processes.reduce((total, { time }) => total + time, 0);
    const processes = ours();
    return { renderer: sum(processes.filter(({ command }) => command.includes('--type=renderer'))), browser: sum(processes) };
}

// Resident memory of the processes that run pages, MB.
export function rendererMemory() {
    return ours().filter(({ command }) => command.includes('--type=renderer')).reduce((total, { pid }) =>
        total + Number(/VmRSS:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024, 0);
}
