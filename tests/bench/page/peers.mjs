// Other ways to make the same form, from the cells our page has open: a plain HTML table, and SurveyJS.
import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './pages.mjs';

const modules = join(root, 'tests/bench/peers/node_modules');
const isAmount = ({ name }) => /^(收入|支出)构成 .*金额$/.test(name);

// The fields of our form, as any form would have them.
export const fieldsOf = (driver) => driver.evaluate(
    `[...document.querySelectorAll('.field')].map((field) => ({
        tag: field.tagName, name: field.getAttribute('aria-label') || '', value: field.value,
        options: field.tagName === 'SELECT' ? [...field.options].map((option) => option.text) : [] }))`);

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

function write(name, html) {
    const path = join(mkdtempSync(join(tmpdir(), 'shenbao-peer-')), `${name}.html`);
    writeFileSync(path, html);
    return pathToFileURL(path).href;
}

const READY = `requestAnimationFrame(() => setTimeout(() => performance.mark('shenbao-ready')))`;

// A table of labels and fields, without any script but the mark at the end.
function plainForm(fields) {
    const field = ({ tag, value, options }) =>
        tag === 'SELECT' ? `<select>${options.map((o) => `<option${o === value ? ' selected' : ''}>${escape(o)}</option>`).join('')}</select>`
            : tag === 'TEXTAREA' ? `<textarea>${escape(value)}</textarea>` : `<input value="${escape(value)}">`;
    return write('plain', `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><table border="1">` +
        fields.map((f, i) => `<tr><th>${escape(f.name)}</th><td data-name="field${i}">${field(f)}</td></tr>`).join('') +
        `</table><script>${READY};</script></html>`);
}

// Text, comment and dropdown questions one below the other, which is the lightest form SurveyJS makes of them, and the
// sums of the six columns of amounts. Values are taken over with every key, as in our page.
function surveyForm(fields) {
    const elements = fields.map(({ tag, name, value, options }, i) => ({
        type: tag === 'SELECT' ? 'dropdown' : tag === 'TEXTAREA' ? 'comment' : 'text',
        name: `field${i}`, title: name || `${i}`, ...(value ? { defaultValue: value } : {}),
        ...(tag === 'SELECT' ? { choices: options.filter(Boolean) } : {}),
    }));
    const columns = new Map();
    fields.forEach((field, i) => {
        if (!isAmount(field)) return;
        const column = field.name.replace(/ .* /, ' ');
        columns.set(column, [...(columns.get(column) || []), `{field${i}}`]);
    });
    for (const [column, cells] of columns)
        elements.push({ type: 'expression', name: column, title: `${column} 合计`, expression: cells.join(' + ') });
    const script = (path) => `<script src="${pathToFileURL(join(modules, path)).href}"></script>`;
    return write('survey', `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8">
        <link rel="stylesheet" href="${pathToFileURL(join(modules, 'survey-core/survey-core.min.css')).href}">
        <div id="form"></div>${script('survey-core/survey.core.min.js')}${script('survey-js-ui/survey-js-ui.min.js')}<script>
        const model = new Survey.Model(${JSON.stringify({ textUpdateMode: 'onTyping', elements }).replace(/</g, '\\u003c')});
        model.onAfterRenderSurvey.add(() => ${READY});
        model.render(document.getElementById('form'));</script></html>`);
}

// Their names and addresses; without SurveyJS where it was not installed.
export function peersOf(fields) {
    const peers = [{ name: 'plain HTML', url: plainForm(fields) }];
    if (existsSync(modules)) peers.push({ name: 'SurveyJS', url: surveyForm(fields) });
    else console.log('SurveyJS is not measured: npm ci --prefix tests/bench/peers');
    return peers;
}

// Puts the caret into the first amount of a peer's form.
export async function enterAmount(driver, fields) {
    const at = `document.querySelector('[data-name="field${fields.findIndex(isAmount)}"] input')`;
    await driver.until(at, 'the amount is there');
    await driver.evaluate(`${at}.scrollIntoView({ block: 'center' }), ${at}.focus()`);
}
