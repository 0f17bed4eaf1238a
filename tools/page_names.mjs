// What C++ and the page's scripts call by the same name, read from C++, and the words that scripts say.
//
//   node tools/page_names.mjs --root . --sources web/names.json --names names.json --library FILE.js --depfile names.d
//
// The sources are files by what is read from them: enums and constants by their names, the functions that C++ calls
// (imports), those that scripts call (exports), and the words. A script writes an enumerator as C++ does, Role.Heading, a
// constant kNudge, a word words.close_notice; the packer (pack_page.mjs) puts the value in its place, so that the page
// carries no table. Whether every name it writes is there, page_check.mjs tells.
//   --names     { values: { "Role.Heading": 0, … }, imports: { name: [parameter, …] }, exports: the same }
//   --library   Emscripten's --js-library: every js_<name> of the imports calls shenbao.imports.<name>
//   --depfile   what the two were made of, as Ninja reads it
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

const withoutComments = (text) => text.replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, '');

function numberOf(text) {
    const [, factor, shift] = /^(?:size_t\{)?(-?[\d.]+|0x[\da-f]+)[fu]*\}?(?:\s*<<\s*(\d+))?$/i.exec(text) || [];
    if (factor === undefined) throw new Error(`${text} is not a number`);
    return Number(factor) * 2 ** Number(shift || 0);
}

// Enumerators and their numbers.
export function enumOf(source, name) {
    const [, body] = new RegExp(`enum class ${name}\\b[^{;]*\\{([^}]*)\\}`).exec(withoutComments(source)) || [];
    if (body === undefined) throw new Error(`no enum class ${name}`);
    const found = {};
    let next = 0;
    for (const part of body.split(',').map((text) => text.trim()).filter(Boolean)) {
        const [member, value] = part.split(/\s*=\s*/);
        if (value !== undefined) next = numberOf(value);
        found[member] = next++;
    }
    return found;
}

export function constantOf(source, name) {
    const [, value] = new RegExp(`constexpr\\s[^;]*?\\b${name}\\s*=\\s*([^,;]+)[,;]`).exec(withoutComments(source)) || [];
    if (value === undefined) throw new Error(`no constant ${name}`);
    return numberOf(value.trim());
}

// Functions whose names begin with the prefix: { name, answers: it returns a value, parameters: their names }.
export function functionsOf(source, prefix, end) {
    return [...withoutComments(source).matchAll(new RegExp(`(\\w+\\*?) ${prefix}_(\\w+)\\(([^)]*)\\)\\s*${end}`, 'g'))]
        .map(([, type, name, list]) => ({ name, answers: type !== 'void',
            parameters: list.split(',').map((text) => text.trim().split(/[\s*]+/).pop()).filter(Boolean) }));
}

export function libraryOf(imports) {
    const bodies = imports.map(({ name, answers, parameters }) => `    js_${name}: function (${parameters.join(', ')}) {
        ${answers ? 'return ' : ''}window.shenbao.imports.${name}(${parameters.join(', ')});
    },\n`);
    return `// Made by tools/page_names.mjs.\nmergeInto(LibraryManager.library, {\n${bodies.join('')}});\n`;
}

// `read` gives the text of a file.
export function namesOf(sources, read) {
    const values = {};
    const from = (path, find) => {
        try {
            return find(read(path));
        } catch (error) {
            throw new Error(`${path}: ${error.message}`);
        }
    };
    for (const [name, path] of Object.entries(sources.enums))
        for (const [member, number] of Object.entries(from(path, (text) => enumOf(text, name)))) values[`${name}.${member}`] = number;
    for (const [name, path] of Object.entries(sources.constants)) values[name] = from(path, (text) => constantOf(text, name));
    for (const [name, text] of Object.entries(from(sources.words, JSON.parse))) values[`words.${name}`] = text;
    return { values, imports: from(sources.imports, (text) => functionsOf(text, 'js', ';')),
        exports: from(sources.exports, (text) => functionsOf(text, 'web', '\\{')) };
}

// As page_check.mjs and pack_page.mjs take them.
export function tableOf(names) {
    const parameters = (functions) => Object.fromEntries(functions.map((one) => [one.name, one.parameters]));
    return { values: names.values, imports: parameters(names.imports), exports: parameters(names.exports) };
}

function writeIfChanged(path, text) {
    if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    const { values: options } = parseArgs({ options: { root: { type: 'string' }, sources: { type: 'string' },
        names: { type: 'string' }, library: { type: 'string' }, depfile: { type: 'string' } } });
    const files = new Set();
    const names = namesOf(JSON.parse(readFileSync(options.sources, 'utf8')), (path) => {
        files.add(join(options.root, path));
        return readFileSync(join(options.root, path), 'utf8');
    });
    writeIfChanged(options.library, libraryOf(names.imports));
    writeIfChanged(options.names, `${JSON.stringify(tableOf(names), null, 1)}\n`);
    writeFileSync(options.depfile, `${options.names}: ${[...files].map((path) => path.replace(/ /g, '\\ ')).join(' ')}\n`);
}
