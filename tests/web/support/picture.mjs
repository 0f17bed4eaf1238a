// A screenshot as pixels, and how far two pictures of the same text are apart.
import { inflateSync } from 'node:zlib';

// PNG as browsers write it: 8 bits a channel, RGB or RGBA, not interlaced.
export function decodePng(bytes) {
    const width = bytes.readUInt32BE(16), height = bytes.readUInt32BE(20), kind = bytes[25];
    if (bytes[24] !== 8 || (kind !== 2 && kind !== 6) || bytes[28] !== 0) throw new Error('a kind of PNG this does not read');
    const data = [];
    for (let at = 8; at < bytes.length;) {
        const length = bytes.readUInt32BE(at), type = bytes.toString('latin1', at + 4, at + 8);
        if (type === 'IDAT') data.push(bytes.subarray(at + 8, at + 8 + length));
        at += length + 12;
    }
    const raw = inflateSync(Buffer.concat(data));
    const channels = kind === 6 ? 4 : 3, stride = width * channels;
    const rows = Buffer.alloc(height * stride);
    const paeth = (a, b, c) => {
        const p = a + b - c, pa = Math.abs(p - a), pb = Math.abs(p - b), pc = Math.abs(p - c);
        return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
    };
    for (let y = 0; y < height; ++y) {
        const filter = raw[y * (stride + 1)];
        for (let x = 0; x < stride; ++x) {
            const left = x >= channels ? rows[y * stride + x - channels] : 0, up = y > 0 ? rows[(y - 1) * stride + x] : 0;
            const corner = x >= channels && y > 0 ? rows[(y - 1) * stride + x - channels] : 0;
            const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            rows[y * stride + x] = raw[y * (stride + 1) + 1 + x] + predicted;
        }
    }
    return { width, height, channels, rows };
}

// Ink, 0 (paper) to 255, of a part of the picture.
export function inkOf(picture, { x, y, width, height }) {
    const ink = new Uint8Array(width * height);
    for (let row = 0; row < height; ++row)
        for (let column = 0; column < width; ++column) {
            const at = ((y + row) * picture.width + x + column) * picture.channels;
            ink[row * width + column] = 255 - (picture.rows[at] * 3 + picture.rows[at + 1] * 6 + picture.rows[at + 2]) / 10;
        }
    return { width, height, ink };
}

// The sum of all differences, with the second picture moved by dx, dy, as a part of the ink of the first.
function difference(a, b, dx, dy, reach) {
    let sum = 0, all = 0;
    for (let y = reach; y < a.height - reach; ++y)
        for (let x = reach; x < a.width - reach; ++x) {
            const one = a.ink[y * a.width + x], other = b.ink[(y + dy) * a.width + x + dx];
            sum += Math.abs(one - other);
            all += one;
        }
    return all === 0 ? NaN : sum / all;
}

// Where the second picture's text lies, seen from the first's: dx to the right and dy down; and what still differs there
// and in place.
export function offsetOf(a, b, reach = 3) {
    let best = { dx: 0, dy: 0, rest: difference(a, b, 0, 0, reach) };
    const inPlace = best.rest;
    for (let dy = -reach; dy <= reach; ++dy)
        for (let dx = -reach; dx <= reach; ++dx) {
            const rest = difference(a, b, dx, dy, reach);
            if (rest < best.rest - 1e-9) best = { dx, dy, rest };
        }
    return { ...best, inPlace };
}
