// Types Chinese as a person does: the Pinyin of a word, a look at the candidates, the digit of the right one. Knows the
// Pinyin of words from the input method's own dictionary. Checks after every word that the field holds what was
// written so far: nothing lost, nothing doubled.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const DICTIONARY = '/usr/share/libime/sc.dict';
const LONGEST_WORD = 5;
const MOST_PAGES = 12;
// What fcitx5's Chinese punctuation makes of a key.
const PUNCTUATION = new Map(Object.entries({
    '，': 'comma', '。': 'period', '、': 'backslash', '；': 'semicolon', '：': 'colon', '（': 'parenleft',
    '）': 'parenright', '《': 'less', '》': 'greater', '？': 'question', '！': 'exclam', '“': 'quotedbl', '”': 'quotedbl',
    '·': 'grave',
}));
const isHanzi = (character) => /\p{Script=Han}/u.test(character);

// Parts without the same key twice in a row: a busy machine takes two quick presses of one key for one that is held down,
// in every page (tried with a plain text field), so the second waits until the first has arrived.
const withoutDoubles = (text) => text.split(/(?<=(.))(?=\1)/s).filter((part, index) => index % 2 === 0);

function readDictionary(home) {
    const file = join(home, 'pinyin.txt');
    execFileSync('libime_pinyindict', ['-d', DICTIONARY, file]);
    const words = new Map();
    for (const line of readFileSync(file, 'utf8').split('\n')) {
        const [word, pinyin, cost] = line.split(' ');
        const known = words.get(word);
        if (!known || Number(cost) > known.cost) words.set(word, { pinyin, cost: Number(cost) });
    }
    return words;
}

export class Typist {
    counts = { words: 0, hanzi: 0, punctuation: 0, latin: 0, byCode: 0, codes: new Set() };
    #without = new Set(); // marks no key gives
    #opens = true; // the next quotation mark opens

    constructor(session, panel, driver) {
        Object.assign(this, { session, panel, driver });
        this.words = readDictionary(session.home);
    }

    // Types `text` at the end of the focused field.
    async write(text) {
        const before = await this.#value();
        let done = 0;
        while (done < text.length) {
            const part = this.#next(text, done);
            const expected = before + text.slice(0, done) + part;
            if (part === '\n') await this.#key('shift+Return', expected);
            else if (isHanzi(part[0]) || isHanzi(part)) await this.#word(part, expected);
            else if (PUNCTUATION.has(part)) await this.#mark(part, expected);
            else if (part.charCodeAt(0) > 0x7e) await this.#code(part, expected);
            else await this.#letters(part, expected);
            done += part.length;
        }
    }

    // Switches the input method off.
    latin() {
        return this.#mode(true);
    }

    // The part of the text that is typed in one go.
    #next(text, from) {
        const first = String.fromCodePoint(text.codePointAt(from));
        if (first === '\n' || PUNCTUATION.has(first)) return first;
        if (!isHanzi(first)) return first.charCodeAt(0) > 0x7e ? first : /^[ -~]+/.exec(text.slice(from))[0];
        for (let length = LONGEST_WORD; length > 1; --length) {
            const word = text.slice(from, from + length);
            if (word.length === length && this.words.has(word)) return word;
        }
        return first;
    }

    #value() {
        return this.driver.evaluate('document.activeElement.value || ""');
    }

    async #holds(expected, milliseconds = 3000) {
        const end = Date.now() + milliseconds;
        for (;;) {
            if ((await this.#value()) === expected) return true;
            if (Date.now() > end) return false;
            await sleep(4);
        }
    }

    async #expect(expected) {
        if (await this.#holds(expected)) return;
        throw new Error(`the field holds “${await this.#value()}”, not “${expected}”`);
    }

    #mode(latin) {
        return this.session.chinese(!latin);
    }

    async #key(name, expected) {
        await this.session.keys(name);
        await this.#expect(expected);
    }

    async #letters(text, expected) {
        await this.#mode(true);
        const before = expected.slice(0, expected.length - text.length);
        let typed = '';
        for (const part of withoutDoubles(text)) {
            typed += part;
            await this.session.type(part);
            await this.#expect(before + typed);
        }
        this.counts.latin += text.length;
    }

    async #mark(mark, expected) {
        if (this.#without.has(mark)) return this.#code(mark, expected);
        await this.#mode(false);
        // One key gives opening and closing quotation marks in turn.
        const quotes = '“”'.includes(mark);
        if (quotes && this.#opens !== (mark === '“')) {
            await this.session.keys('quotedbl');
            await this.#holds(expected.slice(0, -1) + (mark === '“' ? '”' : '“'), 500);
            await this.session.keys('BackSpace');
            await this.#expect(expected.slice(0, -1));
        }
        await this.session.keys(PUNCTUATION.get(mark));
        if (quotes) this.#opens = mark !== '“';
        if (await this.#holds(expected, 800)) {
            ++this.counts.punctuation;
            return;
        }
        await this.session.keys('BackSpace');
        await this.#expect(expected.slice(0, -1));
        this.#without.add(mark);
        await this.#code(mark, expected);
    }

    // By its number: fcitx5's own Unicode input.
    async #code(character, expected) {
        const code = character.codePointAt(0).toString(16);
        await this.session.keys('ctrl+shift+u');
        await this.session.type(code, 30);
        await this.session.keys('space');
        await this.#expect(expected);
        ++this.counts.byCode;
        this.counts.codes.add(character);
    }

    async #word(word, expected) {
        const known = this.words.get(word);
        if (!known) return this.#code(word, expected);
        await this.#mode(false);
        const before = expected.slice(0, expected.length - word.length);
        // When the composition shows all letters typed, the candidates belong to all of them.
        let letters = '';
        for (const part of withoutDoubles(known.pinyin)) {
            letters += part.replace(/'/g, '');
            await this.session.type(part);
            await this.driver.until(`(() => { const field = document.activeElement;
                return field.value.replace(/[ ']/g, '').endsWith(${JSON.stringify(letters)}); })()`, `“${letters}” is composed`);
        }
        for (let page = 0; page < MOST_PAGES; ++page) {
            const place = await this.#candidate(word);
            if (place >= 0) {
                await this.session.keys(place === 0 ? 'space' : String(place + 1));
                await this.#expect(expected);
                ++this.counts.words;
                this.counts.hanzi += [...word].length;
                return;
            }
            if (!this.panel.hasNextPage) break;
            const { changes } = this.panel;
            await this.session.keys('Next');
            for (let i = 0; i < 50 && this.panel.changes === changes; ++i) await sleep(5);
        }
        await this.session.keys('Escape');
        await this.#expect(before);
        if ([...word].length === 1) return this.#code(word, expected);
        let so = before;
        for (const character of word) {
            so += character;
            await this.#word(character, so);
        }
    }

    // Its place on the page of candidates, once they have come.
    async #candidate(word) {
        for (let i = 0; i < 30; ++i) {
            const place = this.panel.candidates.indexOf(word);
            if (place >= 0) return place;
            await sleep(5);
        }
        return -1;
    }
}
