// A journal of what was written to local storage, in IndexedDB. Chromium puts local storage on the disk seconds late;
// where the whole browser dies, what it had not put there yet is written again from here at the next start. Local
// storage stays the store: without IndexedDB everything works but this.
import { outside } from './outside.js';

const DATABASE = 'shenbao-journal', WRITES = 'writes', COUNTERS = 'shenbao/journal/';
const KEPT_STARTS = 16; // so many starts after it was written, what local storage held then has long been on the disk
const PATIENCE = 1000; // milliseconds that the start waits at most

// Each page counts its own writes, and local storage holds how far it got: what is beyond that got lost.
const page = `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 10)}`;
let count = 0;
// No clock decides what is kept: it may stand still for a weekend, or lose its battery. Starts of the page are counted.
let start = 0;
let database = null;
let pending = new Map(); // key → text, or null where it was removed
let waiting = false;
let late = false; // the program runs already

function flush() {
    waiting = false;
    if (pending.size === 0) return;
    const writes = pending;
    pending = new Map();
    ++count;
    try {
        // Where the database is opened late, what came before it is missing, but what is current comes with time.
        if (database) {
            const transaction = database.transaction(WRITES, 'readwrite', { durability: 'strict' });
            const store = transaction.objectStore(WRITES);
            for (const [key, value] of writes) store.put({ page, count, start, value }, key);
            if (transaction.commit) transaction.commit();
        }
        window.localStorage.setItem(COUNTERS + page, String(count));
    } catch (error) {
        // A full or blocked store: what the program itself stores tells the person.
    }
}

function open() {
    return new Promise((done, fail) => {
        const request = window.indexedDB.open(DATABASE, 1);
        request.onupgradeneeded = () => request.result.createObjectStore(WRITES);
        request.onsuccess = () => done(request.result);
        request.onerror = request.onblocked = () => fail(request.error);
    });
}

function all(store, what) {
    return new Promise((done, fail) => {
        const request = store[what]();
        request.onsuccess = () => done(request.result);
        request.onerror = () => fail(request.error);
    });
}

async function replay() {
    const opened = await open();
    const transaction = opened.transaction(WRITES, 'readwrite');
    const store = transaction.objectStore(WRITES);
    const [keys, rows] = await Promise.all([all(store, 'getAllKeys'), all(store, 'getAll')]);
    database = opened;
    start = rows.reduce((latest, row) => Math.max(latest, row.start || 0), 0) + 1;
    // The program has written meanwhile; what was lost is brought back at the next start.
    if (late) return;
    const local = window.localStorage;
    const reached = new Map();
    const pages = new Set();
    rows.forEach((row, index) => {
        if (!reached.has(row.page)) reached.set(row.page, Number(local.getItem(COUNTERS + row.page)) || 0);
        const held = row.count <= reached.get(row.page);
        if (held && start - (row.start || 0) > KEPT_STARTS) {
            store.delete(keys[index]);
            return;
        }
        pages.add(row.page);
        if (held) return;
        if (row.value === null) local.removeItem(keys[index]);
        else local.setItem(keys[index], row.value);
        ++outside.replayed;
    });
    for (let i = local.length; i-- > 0;) {
        const key = local.key(i);
        if (key !== null && key.startsWith(COUNTERS) && !pages.has(key.slice(COUNTERS.length))) local.removeItem(key);
    }
}

export function note(key, value) {
    pending.set(key, value);
    if (waiting) return;
    waiting = true;
    Promise.resolve().then(flush);
}

// Resolves once local storage holds all that was ever written to it; also where that cannot be told.
export const replayed = Promise.race([
    Promise.resolve().then(replay).catch(() => {}),
    new Promise((done) => setTimeout(done, PATIENCE)).then(() => {
        late = true;
    }),
]);
