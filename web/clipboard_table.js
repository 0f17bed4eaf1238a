// The table in the HTML that Excel, WPS, LibreOffice or Word put on the clipboard, as rows of texts. The browser's own
// reader takes the HTML apart; a document that is not shown runs and loads nothing.
const BREAK = '\v'; // a line break that is meant, beside those of the source
const BLOCKS = /^(P|DIV|LI|TR|H[1-6])$/;
const SILENT = /^(STYLE|SCRIPT|TITLE|COMMENT)$/;
const WIDE = '\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF';
// Word breaks the lines of its source inside Chinese text, where no space is meant.
const CHINESE_LINE_END = new RegExp(`([${WIDE}])[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=[${WIDE}])`, 'gu');

function gather(node, parts) {
    for (const child of node.childNodes) {
        if (child.nodeType === Node.TEXT_NODE) parts.push(child.data.replace(/\v/g, ' '));
        else if (child.nodeName === 'BR') parts.push(BREAK);
        else if (child.nodeType === Node.ELEMENT_NODE && !SILENT.test(child.nodeName)) {
            const block = BLOCKS.test(child.nodeName);
            if (block) parts.push(BREAK);
            gather(child, parts);
            if (block) parts.push(BREAK);
        }
    }
    return parts;
}

// Two blocks that meet break the line once.
const textOf = (cell) => gather(cell, []).join('').replace(/\v\s*\v/g, BREAK).split(BREAK)
    .map((line) => line.replace(CHINESE_LINE_END, '$1').replace(/[ \t\r\n\f]+/g, ' ').trim()).join('\n').trim();

const plainNumber = (shown) => /^-?\d{1,3}(,\d{3})+(\.\d+)?%?$|^-?\d+(\.\d+)?%?$/.test(shown);

// Spreadsheets show amounts rounded and say the exact value beside. It is taken where what is shown is its rounding.
// Fifteen digits are what they reckon with; the rest is noise.
function exactText(cell, shown) {
    const said = cell.getAttribute('x:num') || cell.getAttribute('sdval');
    if (!said || !Number.isFinite(Number(said))) return shown;
    if (/^[-–—]$/.test(shown) && Number(said) === 0) return '0';
    if (!plainNumber(shown)) return shown;
    const percent = shown.endsWith('%');
    const value = Number((Number(said) * (percent ? 100 : 1)).toPrecision(15));
    const bare = shown.replace(/[,%]/g, '');
    const decimals = (bare.split('.')[1] || '').length;
    const exact = String(value);
    if (/e/i.test(exact) || Math.abs(value - Number(bare)) > 0.5001 * 10 ** -decimals) return shown;
    return Number(bare) === value ? shown : exact + (percent ? '%' : '');
}

// Word and Excel end tables with a row that only holds the widths of the columns.
const isShown = (row) => row.getAttribute('height') !== '0' && !/display:\s*none/i.test(row.getAttribute('style') || '');

// Each cell once; null for one that reaches over from a row above.
function rowsOf(table) {
    const rows = [];
    let above = []; // by column: rows that the cell above still reaches over, and the cell
    for (const row of table.rows) {
        if (!isShown(row)) continue;
        const texts = [], next = [];
        let column = 0;
        const passOver = () => {
            for (let last = null; above[column]; ++column) {
                const { left, cell } = above[column];
                if (cell !== last) texts.push(null);
                last = cell;
                if (left > 1) next[column] = { left: left - 1, cell };
            }
        };
        for (const cell of row.cells) {
            passOver();
            const shown = textOf(cell);
            texts.push(exactText(cell, shown));
            const width = Math.min(cell.colSpan, 100), height = cell.rowSpan === 0 ? Infinity : cell.rowSpan;
            for (let i = 0; i < width; ++i, ++column) if (height > 1) next[column] = { left: height - 1, cell };
        }
        passOver();
        rows.push(texts);
        above = next;
    }
    return rows;
}

// JSON of the rows of the largest table; [] for HTML without one, '' for none. Excel's own mark of what was copied
// may lie inside the table, so that a browser hands on its rows alone.
export function tableOf(html) {
    if (html === '') return '';
    const parse = (text) => [...new DOMParser().parseFromString(text, 'text/html').querySelectorAll('table')];
    let tables = parse(html);
    if (tables.length === 0 && /<t[dr][\s>]/i.test(html)) tables = parse(`<table>${html}</table>`);
    const outer = tables.filter((table) => !table.parentElement.closest('table'));
    const largest = outer.reduce((best, table) => (best && best.rows.length >= table.rows.length ? best : table), null);
    return JSON.stringify(largest ? rowsOf(largest) : []);
}
