// The input method's candidate window, for a script: takes the place of fcitx5's own window on the session bus (the
// interface it calls org.kde.impanel) and remembers the candidates it is given and where the caret was said to be.
// A small D-Bus client: little-endian, strings, arrays of strings, integers, booleans.
import { connect } from 'node:net';

const align = (offset, to) => Math.ceil(offset / to) * to;

class Reader {
    constructor(bytes, at = 0) {
        this.bytes = bytes;
        this.at = at;
    }
    number() {
        this.at = align(this.at, 4) + 4;
        return this.bytes.readInt32LE(this.at - 4);
    }
    string() {
        const length = this.number();
        this.at += length + 1;
        return this.bytes.toString('utf8', this.at - length - 1, this.at - 1);
    }
    signature() {
        const length = this.bytes[this.at];
        this.at += length + 2;
        return this.bytes.toString('utf8', this.at - length - 1, this.at - 1);
    }
    strings() {
        const end = this.number() + this.at, all = [];
        while (this.at < end) all.push(this.string());
        return all;
    }
}

function stringBytes(text) {
    const bytes = Buffer.from(text + '\0');
    const length = Buffer.alloc(4);
    length.writeUInt32LE(bytes.length - 1);
    return Buffer.concat([length, bytes]);
}

const padded = (bytes, to) => Buffer.concat([bytes, Buffer.alloc(align(bytes.length, to) - bytes.length)]);

// A header field: its number, the type of its value, the value.
function field(number, type, text) {
    return padded(Buffer.concat([Buffer.from([number, 1, type.charCodeAt(0), 0]), stringBytes(text)]), 8);
}

function call(serial, member, signature, body) {
    // The length of the fields does not count the gap behind the last one.
    const fields = [field(1, 'o', '/org/freedesktop/DBus'), field(2, 's', 'org.freedesktop.DBus'), field(3, 's', member),
        field(6, 's', 'org.freedesktop.DBus')];
    const last = Buffer.concat([Buffer.from([8, 1, 103, 0, signature.length]), Buffer.from(signature + '\0')]);
    const list = Buffer.concat([...fields, last]);
    const head = Buffer.alloc(16);
    head.write('l', 0);
    head[1] = 1;
    head[3] = 1;
    head.writeUInt32LE(body.length, 4);
    head.writeUInt32LE(serial, 8);
    head.writeUInt32LE(list.length, 12);
    return Buffer.concat([head, padded(list, 8), body]);
}

export class InputPanel {
    candidates = [];
    hasNextPage = false;
    caret = null; // x, y, width, height on the screen
    changes = 0;
    #pending = Buffer.alloc(0);

    async open(busPath) {
        this.socket = connect(busPath);
        await new Promise((done, failed) => this.socket.once('connect', done).once('error', failed));
        const user = Buffer.from(String(process.getuid())).toString('hex');
        this.socket.write(`\0AUTH EXTERNAL ${user}\r\n`);
        await new Promise((done) => this.socket.once('data', done));
        this.socket.write('BEGIN\r\n');
        this.socket.on('data', (data) => this.#receive(data));
        this.socket.write(call(1, 'Hello', '', Buffer.alloc(0)));
        const flags = Buffer.alloc(4);
        this.socket.write(call(2, 'RequestName', 'su', Buffer.concat([padded(stringBytes('org.kde.impanel'), 4), flags])));
        const match = (serial, rule) => this.socket.write(call(serial, 'AddMatch', 's', stringBytes(rule)));
        match(3, `type='signal',interface='org.kde.kimpanel.inputmethod'`);
        return this;
    }

    #receive(data) {
        this.#pending = Buffer.concat([this.#pending, data]);
        for (;;) {
            if (this.#pending.length < 16) return;
            const body = this.#pending.readUInt32LE(4), fields = this.#pending.readUInt32LE(12);
            const start = align(16 + fields, 8);
            if (this.#pending.length < start + body) return;
            this.#message(this.#pending.subarray(0, start), this.#pending.subarray(start, start + body), 16 + fields);
            this.#pending = this.#pending.subarray(start + body);
        }
    }

    #message(head, body, end) {
        const reader = new Reader(head, 16);
        let member = '';
        while (reader.at < end) {
            reader.at = align(reader.at, 8);
            const number = head[reader.at++];
            const type = reader.signature();
            if (type === 'g') reader.signature();
            else if (type === 'u') reader.number();
            else {
                const text = reader.string();
                if (number === 3) member = text;
            }
        }
        const values = new Reader(body);
        if (member === 'SetSpotRect' || member === 'SetRelativeSpotRect') {
            this.caret = { x: values.number(), y: values.number(), width: values.number(), height: values.number() };
        } else if (member === 'UpdateSpotLocation') {
            this.caret = { x: values.number(), y: values.number(), width: 0, height: 0 };
        } else if (member === 'SetLookupTable' || member === 'UpdateLookupTable') {
            values.strings();
            this.candidates = values.strings();
            values.strings();
            values.number();
            this.hasNextPage = values.number() !== 0;
            ++this.changes;
        } else if (member === 'ShowLookupTable') {
            this.shown = values.number() !== 0;
            if (!this.shown) this.candidates = [];
            ++this.changes;
        }
    }

    close() {
        this.socket.destroy();
    }
}
