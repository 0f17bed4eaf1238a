// Whether page and scripts write only names that are there (page_names.mjs), and all that must be: an element for every
// region, an import for every call of C++, a use for every word. And whether each script imports only from those before it.
import { createRequire } from 'node:module';
import { basename } from 'node:path';

const { Linter } = createRequire(new URL('../tests/web/package.json', import.meta.url))('eslint');

const keyOf = (property) => property.key.name || property.key.value;
// What C++ is called by, and what it is told of that it can call.
const BRIDGE = './bridge.js';

// A rule for ESLint; what it comes across is kept in `seen`. `before`: the names of the scripts before this one.
function ruleOf(names, seen, before) {
    const tables = new Set(Object.keys(names.values).map((name) => name.split('.')[0]));
    return {
        create(context) {
            const fault = (node, message) => context.report({ node, message });

            function count(node, kind, name, given) {
                const parameters = names[kind][name];
                if (!parameters) fault(node, `C++ has no ${name} among its ${kind}`);
                else if (given !== parameters.length) fault(node, `${name} has ${given} parameters, in C++ ${parameters.length}`);
            }

            function use(node) {
                const { parent } = node;
                const whole = names.values[node.name] !== undefined;
                const name = whole ? node.name : `${node.name}.${parent.type === 'MemberExpression' && !parent.computed && parent.property.name}`;
                seen.used.add(name);
                if (names.values[name] === undefined) fault(node, `there is no ${name}; only single names are known when the page is packed`);
            }

            // Of a name that is imported, all uses: it may be called, and nothing else.
            function callsOf(declaration, local) {
                const { references } = context.sourceCode.getDeclaredVariables(declaration).find(({ name }) => name === local.name);
                return references.map(({ identifier }) => identifier).filter((identifier) => {
                    const called = identifier.parent.type === 'CallExpression' && identifier.parent.callee === identifier;
                    if (!called) fault(identifier, `${local.name} may only be called`);
                    return called;
                }).map((identifier) => identifier.parent);
            }

            function call(node) {
                const [name, , ...numbers] = node.arguments;
                if (!name || name.type !== 'Literal') fault(node, 'calls C++ by a name that is not written out');
                else if (numbers.some(({ type }) => type === 'SpreadElement')) fault(node, 'gives C++ it is not written how many numbers');
                else count(node, 'exports', name.value, numbers.length);
            }

            function provide(node) {
                const [{ type, properties }] = node.arguments;
                if (type !== 'ObjectExpression') return fault(node, 'provides functions that are not written out');
                for (const property of properties) {
                    if (!property.value || !property.value.params) fault(property, 'provides a function that is not written out');
                    else {
                        seen.provided.add(keyOf(property));
                        count(property, 'imports', keyOf(property), property.value.params.length);
                    }
                }
            }

            return {
                'Program:exit'(program) {
                    const scope = context.sourceCode.getScope(program);
                    for (const { identifier } of scope.through) if (tables.has(identifier.name)) use(identifier);
                    for (const manager = [scope]; manager.length > 0;) {
                        const { variables, childScopes } = manager.pop();
                        for (const { name, defs } of variables) if (tables.has(name) && defs.length > 0) fault(defs[0].node, `${name} is C++'s`);
                        manager.push(...childScopes);
                    }
                },
                ImportDeclaration(node) {
                    const from = node.source.value;
                    if (!before.some((name) => from === `./${name}`)) fault(node, `${from} is not a script before this one`);
                    if (from !== BRIDGE) return;
                    for (const { type, imported, local } of node.specifiers) {
                        if (type !== 'ImportSpecifier') fault(node, 'takes the bridge as a whole');
                        else if (imported.name === 'call') callsOf(node, local).forEach(call);
                        else if (imported.name === 'provide') callsOf(node, local).forEach(provide);
                    }
                },
                'ImportExpression, ExportAllDeclaration, ExportNamedDeclaration[source]'(node) {
                    fault(node, 'only import declarations say what a script needs');
                },
                'MemberExpression[object.property.name="imports"]'(node) {
                    if (!node.computed && !names.imports[node.property.name]) fault(node, `there is no import ${node.property.name}`);
                },
            };
        },
    };
}

// Page and scripts are { path, text }; the scripts in their order.
export function faultsOf(names, page, scripts) {
    const seen = { used: new Set(), provided: new Set() };
    const files = scripts.map(({ path }) => basename(path));
    const faults = scripts.flatMap(({ path, text }, index) => {
        const config = { languageOptions: { ecmaVersion: 2020, sourceType: 'module' },
            plugins: { page: { rules: { names: ruleOf(names, seen, files.slice(0, index)) } } }, rules: { 'page/names': 'error' } };
        return new Linter().verify(text, config, { allowInlineConfig: false }).map(({ line, message }) => `${path}:${line}: ${message}`);
    });
    for (const [, name] of page.text.matchAll(/\{\{(.*?)\}\}/g)) {
        seen.used.add(name);
        if (names.values[name] === undefined) faults.push(`${page.path}: there is no ${name}`);
    }
    for (const name of Object.keys(names.values)) {
        if (name.startsWith('words.') && !seen.used.has(name)) faults.push(`nothing says ${name}`);
        if (name.startsWith('RegionId.') && page.text.split(`data-region="{{${name}}}"`).length !== 2)
            faults.push(`${page.path} must have one element with data-region="{{${name}}}"`);
    }
    for (const name of Object.keys(names.imports)) if (!seen.provided.has(name)) faults.push(`no script provides ${name}`);
    return faults;
}
