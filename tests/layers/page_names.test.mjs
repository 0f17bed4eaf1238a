// The names that scripts share with C++: what is read, and that a page which writes a wrong one is not packed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf } from '../../tools/page_check.mjs';
import { constantOf, enumOf, functionsOf, libraryOf, namesOf } from '../../tools/page_names.mjs';

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
const SCRIPT = `(function () {
    const { shenbao } = window;
    shenbao.provide({ now(out) { use(out, words.close, kNudge); }, save: (text, length) => Role.Link });
    shenbao.call('key', [], Role.Link, 1);
    window.shenbao.call('frame');
    window.shenbao.imports.now(0);
    shenbao.layout.Role = (node) => node.words;
})();`;
const faults = (script, page = PAGE) => faultsOf(NAMES, { path: 'p.html', text: page }, [{ path: 's.js', text: script }]);
const refused = (from, to, why) => {
    assert.ok(SCRIPT.includes(from));
    assert.match(faults(SCRIPT.replace(from, to)).join('\n'), why);
};

test('a page that writes what is there is packed', () => assert.deepEqual(faults(SCRIPT), []));

test('a name that is not there is refused, with its line', () => {
    refused('=> Role.Link', '=> Role.Lnik', /s\.js:3: there is no Role\.Lnik/);
    refused('kNudge)', 'kNudge, words.nothing)', /there is no words\.nothing/);
    assert.match(faults(SCRIPT, PAGE.replace('words.title', 'words.name')).join('\n'), /p\.html: there is no words\.name[^]*nothing says words\.title/);
});

test('a table is not there as a whole, and not another of its name', () => {
    refused('=> Role.Link', '=> Role[text]', /only single names/);
    refused('=> Role.Link', '=> Object.keys(Role)', /only single names/);
    refused('const { shenbao }', 'const Role = { Link: 1 }, { shenbao }', /Role is C\+\+'s/);
    refused('now(out) {', 'now(out) { const kNudge = 1;', /kNudge is C\+\+'s/);
});

test('calls in both directions have the names and parameters of C++', () => {
    refused("call('key'", "call('kye'", /C\+\+ has no kye among its exports/);
    refused('Role.Link, 1)', 'Role.Link)', /key has 1 parameters, in C\+\+ 2/);
    refused("call('frame')", 'call(name)', /not written out/);
    refused('now(out)', 'then(out)', /no then among its imports[^]*no script provides now/);
    refused('(text, length)', '(text)', /save has 1 parameters, in C\+\+ 2/);
    refused('imports.now', 'imports.later', /no import later/);
});

test('every region has its element, every word its use', () => {
    assert.match(faults(SCRIPT, PAGE.replace('data-region', 'id')).join('\n'), /one element with data-region="\{\{RegionId\.Paper\}\}"/);
    refused('words.close, ', '', /nothing says words\.close/);
});
