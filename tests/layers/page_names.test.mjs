// The names that scripts share with C++: what is read, and that a page which writes a wrong one is not packed.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { faultsOf } from '../../tools/page_check.mjs';
import { constantOf, enumOf, functionsOf, libraryOf, namesOf, tableOf } from '../../tools/page_names.mjs';

test('enumerators have the numbers of C++', () => {
    const header = 'enum class RoleOfMan { Old };\nenum class Role : int {\n  Heading,  // level, 1 to 6\n  Text = 4,\n  /* none */ Link };';
    assert.deepEqual(enumOf(header, 'Role'), { Heading: 0, Text: 4, Link: 5 });
    assert.throws(() => enumOf(header, 'Rol'), /no enum class Rol/);
});

test('constants are read where they stand, also beside another', () => {
    const source = 'constexpr size_t kBytes = size_t{16} << 20;\nconstexpr int kWidth = 1024, kHeight = 512;  // kWidth = 3\nconstexpr float kNudge = 0.0625F;';
    assert.deepEqual(['kBytes', 'kWidth', 'kHeight', 'kNudge'].map((name) => constantOf(source, name)), [1 << 24, 1024, 512, 0.0625]);
    assert.throws(() => constantOf(source, 'kDepth'), /no constant kDepth/);
    assert.throws(() => constantOf('constexpr int kSum = kOne + 1;', 'kSum'), /is not a number/);
});

test('functions are known by their parameters and by whether they answer', () => {
    const header = 'void js_now(double* out);  // js_never();\nint js_save(const char* text, int length,\n            const int* more);\nint js_floors();';
    assert.deepEqual(functionsOf(header, 'js', ';'), [
        { name: 'now', answers: false, parameters: ['out'] },
        { name: 'save', answers: true, parameters: ['text', 'length', 'more'] },
        { name: 'floors', answers: true, parameters: [] }]);
    assert.match(libraryOf(functionsOf(header, 'js', ';')),
        /js_now: function \(out\) \{\n {8}window\.shenbao\.imports\.now\(out\);[^]*js_floors: function \(\) \{\n {8}return window/);
});

test('what cannot be read says in which file', () => {
    const sources = { enums: { Role: 'a.h' }, constants: {}, imports: 'i.h', exports: 'm.cpp', words: 'w.json' };
    assert.throws(() => namesOf(sources, () => 'enum class Other {};'), /a\.h: no enum class Role/);
});

const NAMES = { values: { 'Role.Link': 12, 'RegionId.Paper': 2, 'words.title': 'T', 'words.close': 'C', kNudge: 0.5 },
    imports: { now: ['out'], save: ['text', 'length'] }, exports: { key: ['key', 'editing'], frame: [] } };
const PAGE = '<title>{{words.title}}</title><main data-region="{{RegionId.Paper}}">';
const BRIDGE = 'export function call() {}\nexport function provide() {}\nexport function later() {}';
const SCRIPT = `import { call as ask, later, provide } from './bridge.js';
provide({ now(out) { use(out, words.close, kNudge); }, save: (text, length) => Role.Link });
ask('key', [], Role.Link, 1);
later(() => ask('frame'));
outside.imports.now(0);
outside.layout.Role = (node) => node.words;
const call = (name) => name.call(name);
`;
const faults = (script, page = PAGE) => faultsOf(NAMES, { path: 'p.html', text: page },
    [{ path: 'web/bridge.js', text: BRIDGE }, { path: 's.js', text: script }, { path: 'web/late.js', text: 'export const late = 1;' }]);
const refused = (from, to, why) => {
    assert.ok(SCRIPT.includes(from));
    assert.match(faults(SCRIPT.replace(from, to)).join('\n'), why);
};

test('a page that writes what is there is packed', () => assert.deepEqual(faults(SCRIPT), []));

test('a name that is not there is refused, with its line', () => {
    refused('=> Role.Link', '=> Role.Lnik', /s\.js:2: there is no Role\.Lnik/);
    refused('kNudge)', 'kNudge, words.nothing)', /there is no words\.nothing/);
    assert.match(faults(SCRIPT, PAGE.replace('words.title', 'words.name')).join('\n'), /p\.html: there is no words\.name[^]*nothing says words\.title/);
});

test('a table is not there as a whole, and not another of its name', () => {
    refused('=> Role.Link', '=> Role[text]', /only single names/);
    refused('=> Role.Link', '=> Object.keys(Role)', /only single names/);
    refused('const call', 'const Role = { Link: 1 }, call', /Role is C\+\+'s/);
    refused('{ call as ask,', '{ call as ask, later as words,', /words is C\+\+'s/);
    refused('now(out) {', 'now(out) { const kNudge = 1;', /kNudge is C\+\+'s/);
});

test('calls in both directions have the names and parameters of C++', () => {
    refused("ask('key'", "ask('kye'", /C\+\+ has no kye among its exports/);
    refused('Role.Link, 1)', 'Role.Link)', /key has 1 parameters, in C\+\+ 2/);
    refused("ask('frame')", 'ask(name)', /not written out/);
    refused("ask('frame')", 'ask()', /not written out/);
    refused('Role.Link, 1)', 'Role.Link, ...numbers)', /not written how many/);
    refused('now(out)', 'then(out)', /no then among its imports[^]*no script provides now/);
    refused('(text, length)', '(text)', /save has 1 parameters, in C\+\+ 2/);
    refused('imports.now', 'imports.later', /no import later/);
});

test('what calls C++ is only called, so that every call is seen', () => {
    refused("later(() => ask('frame'))", "[['frame']].forEach(ask)", /ask may only be called/);
    refused("later(() => ask('frame'))", "later(() => ask.call(null, 'frame'))", /ask may only be called/);
    refused('{ call as ask, later, provide }', '* as bridge', /takes the bridge as a whole/);
    refused('provide({', 'provide(now); provide({', /not written out/);
    refused('provide({', 'provide({ ...others, ', /not written out/);
    refused('provide({', 'provide({ now, ', /not written out/);
});

test('a script imports from those before it only', () => {
    refused('import', "import { late } from './late.js';\nimport", /s\.js:1: \.\/late\.js is not a script before this one/);
    refused('import', "import './s.js';\nimport", /\.\/s\.js is not/);
    refused('import', "import './gone.js';\nimport", /\.\/gone\.js is not/);
    refused('import', "import '../web/bridge.js';\nimport", /bridge\.js is not/);
    refused('import', "export { call } from './bridge.js';\nimport", /only import declarations/);
    refused('import', "export * from './bridge.js';\nimport", /only import declarations/);
    refused('import', "import('./late.js');\nimport", /only import declarations/);
});

test('the page and its scripts are as all of this wants them, without a build', () => {
    const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
    const [, list] = /set\(scripts ([^)]+)\)/.exec(read('web/CMakeLists.txt'));
    const scripts = list.trim().split(/\s+/).map((name) => `web/${name}.js`);
    const names = tableOf(namesOf(JSON.parse(read('web/names.json')), read));
    assert.deepEqual(faultsOf(names, { path: 'web/page.html', text: read('web/page.html') }, scripts.map((path) => ({ path, text: read(path) }))), []);
});

test('every region has its element, every word its use', () => {
    assert.match(faults(SCRIPT, PAGE.replace('data-region', 'id')).join('\n'), /one element with data-region="\{\{RegionId\.Paper\}\}"/);
    refused('words.close, ', '', /nothing says words\.close/);
});
