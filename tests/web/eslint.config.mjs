// Page scripts keep to what Chromium 86 understands; everything else is Node of today.
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const js = require('@eslint/js');
const globals = require('globals');
// What C++ and scripts call by the same name (tools/page_names.mjs).
const { enums, constants } = require('../../web/names.json');
const shared = Object.fromEntries([...Object.keys(enums), ...Object.keys(constants), 'words'].map((name) => [name, 'readonly']));

const rules = {
    ...js.configs.recommended.rules,
    eqeqeq: 'error',
    'no-var': 'error',
    'prefer-const': 'error',
    'no-eval': 'error',
    'no-implied-eval': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', caughtErrors: 'none' }],
};

export default [
    { ignores: ['**/node_modules/**', 'build/**', 'dist/**'] },
    {
        files: ['web/**/*.js'],
        languageOptions: {
            ecmaVersion: 2020,
            sourceType: 'module',
            globals: { ...globals.browser, ...shared, Module: 'writable' },
        },
        rules,
    },
    {
        files: ['tools/**/*.mjs', 'tests/**/*.mjs'],
        languageOptions: { ecmaVersion: 2022, sourceType: 'module', globals: { ...globals.node, ...globals.browser } },
        rules,
    },
];
