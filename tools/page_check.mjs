// Whether page and scripts write only names that are there (page_names.mjs), and all that must be: an element for every
// region, an import for every call of C++, a use for every word.
import { createRequire } from 'node:module';

const { Linter } = createRequire(new URL('../tests/web/package.json', import.meta.url))('eslint');

const keyOf = (property) => property.key.name || property.key.value;
const isShenbao = (node) => node.type === 'Identifier' ? node.name === 'shenbao' : node.type === 'MemberExpression' && node.property.name === 'shenbao';

// A rule for ESLint; what it comes across is kept in `seen`.
function ruleOf(names, seen) {
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
                CallExpression(node) {
                    const { callee } = node;
                    if (callee.type !== 'MemberExpression' || !isShenbao(callee.object)) return;
                    if (callee.property.name === 'call') {
                        const [name, , ...numbers] = node.arguments;
                        if (name.type !== 'Literal') fault(node, 'calls C++ by a name that is not written out');
                        else count(node, 'exports', name.value, numbers.length);
                    } else if (callee.property.name === 'provide') {
                        for (const property of node.arguments[0].properties) {
                            seen.provided.add(keyOf(property));
                            count(property, 'imports', keyOf(property), property.value.params.length);
                        }
                    }
                },
                'MemberExpression[object.property.name="imports"]'(node) {
                    if (!node.computed && !names.imports[node.property.name]) fault(node, `there is no import ${node.property.name}`);
                },
            };
        },
    };
}

// Page and scripts are { path, text }.
export function faultsOf(names, page, scripts) {
    const seen = { used: new Set(), provided: new Set() };
    const config = { languageOptions: { ecmaVersion: 2020, sourceType: 'script' }, plugins: { page: { rules: { names: ruleOf(names, seen) } } },
        rules: { 'page/names': 'error' } };
    const faults = scripts.flatMap(({ path, text }) => new Linter().verify(text, config, { allowInlineConfig: false })
        .map(({ line, message }) => `${path}:${line}: ${message}`));
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
