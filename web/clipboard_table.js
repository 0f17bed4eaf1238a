// The table in the HTML that Excel, WPS, LibreOffice or Word put on the clipboard, as rows of texts. The browser's own
// reader takes the HTML apart; a document that is not shown runs and loads nothing.
const BREAK = '\v'; // a line break that is meant, beside those of the source
const BLOCKS = /^(P|DIV|LI|TR|H[1-6])$/;
const SILENT = /^(STYLE|SCRIPT|TITLE|COMMENT)$/;
const WIDE = '\\p{Script=Han}\\u3000-\\u303F\\uFF00-\\uFFEF';
// Word breaks the lines of its source inside Chinese text, where no space is meant.
const CHINESE_LINE_END = new RegExp(`([${WIDE}])[ \\t]*[\\r\\n][ \\t\\r\\n]*(?=[${WIDE}])`, 'gu');

// What a reader of the document does not see as part of the value: deleted and hidden text, and the marks of comments and
// notes.
const ASIDE = 'del, s, strike, [hidden], .MsoCommentReference, .msocomanchor, .msocomoff, .msocomtxt, .MsoFootnoteReference, ' +
    '.MsoEndnoteReference, .sdfootnoteanc, .sdendnoteanc, [href^="#_msocom"], [href*="#_ftn"], [href*="#_edn"], [href^="#sdfootnote"], ' +
    '[href^="#sdendnote"], [style*="mso-element:comment"], [style*="mso-element:footnote"], [style*="mso-element:endnote"]';
const UNSEEN = /display:\s*none|visibility:\s*hidden|mso-hide:\s*all|line-through/i;
const isAside = (element) => element.matches(ASIDE) || UNSEEN.test(element.getAttribute('style') || '');
const isRaised = (element) => element.nodeName === 'SUP' || /vertical-align:\s*super/i.test(element.getAttribute('style') || '');
const RAISED = { 0: '\u2070', 1: '\u00B9', 2: '\u00B2', 3: '\u00B3', 4: '\u2074', 5: '\u2075', 6: '\u2076', 7: '\u2077', 8: '\u2078',
    9: '\u2079', '-': '\u207B', '\u2212': '\u207B' };

// A raised number is an exponent behind a unit or a power of ten (m\u00B2, 10\u00B3), and a note's elsewhere.
function raised(before, text) {
    const exponent = /^[-\u2212]?\d{1,2}$/.test(text) && /[A-Za-z\u03BC)]$|(^|[^\d.,])10$/.test(before);
    return exponent ? [...text].map((digit) => RAISED[digit]).join('') : '';
}

function gather(node, parts) {
    for (const child of node.childNodes) {
        if (child.nodeType === Node.ELEMENT_NODE && isAside(child)) continue;
        if (child.nodeType === Node.ELEMENT_NODE && isRaised(child)) parts.push(raised(parts.join('').trimEnd(), gather(child, []).join('').trim()));
        else if (child.nodeType === Node.TEXT_NODE) parts.push(child.data.replace(/\v/g, ' '));
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
const textOf = (cell) => {
    const lines = gather(cell, []).join('').replace(/\v\s*\v/g, BREAK).split(BREAK);
    const keepsBlanks = /white-space:\s*pre/i.test(cell.getAttribute('style') || '');
    const tidied = (line) => line.replace(CHINESE_LINE_END, '$1').replace(/[ \t\r\n\f]+/g, ' ');
    return lines.map((line) => (keepsBlanks ? line : tidied(line)).trim()).join('\n').trim();
};

const plainNumber = (shown) => /^-?\d{1,3}(,\d{3})+(\.\d+)?%?$|^-?\d+(\.\d+)?%?$/.test(shown);

// A column too narrow for its number shows ####. Which day a number is, its format would have to say.
function hiddenByWidth(cell, value, shown) {
    const format = `${cell.getAttribute('style') || ''} ${cell.getAttribute('sdnum') || ''}`;
    if (/[ymdhs\u5E74\u6708\u65E5]{2}|short date|long date/i.test((/mso-number-format:([^;]*)/i.exec(format) || ['', ''])[1])) return shown;
    const exact = String(Number((/%/.test(format) ? value * 100 : value).toPrecision(15)));
    return /e/i.test(exact) ? shown : exact + (/%/.test(format) ? '%' : '');
}

// Spreadsheets show amounts rounded and say the exact value beside. It is taken where what is shown is its rounding.
// Fifteen digits are what they reckon with; the rest is noise.
function exactText(cell, shown) {
    const said = cell.getAttribute('x:num') || cell.getAttribute('sdval');
    if (!said || !Number.isFinite(Number(said))) return shown;
    if (/^[-–—]$/.test(shown) && Number(said) === 0) return '0';
    if (/^#{2,}$/.test(shown)) return hiddenByWidth(cell, Number(said), shown);
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

// How many cells each line of the plain text beside it has; spreadsheets quote what holds tabs or line breaks.
function widthsOf(plain) {
    return plain.replace(/"(?:[^"]|"")*"(?=[\t\r\n]|$)/g, '').replace(/\r?\n$/, '').split(/\r?\n/).map((line) => line.split('\t').length);
}

const isSpreadsheet = (html) =>
    /schemas-microsoft-com:office:excel|ProgId"?\s+content="?(Excel|ET)|class="?xl\d|mso-ignore:\s*colspan|x:num|sdval/i.test(html);

// A spreadsheet's cells are the columns of its sheet: a text that flows over its neighbours, or a merged cell, takes
// several. A word processor's are cells. The plain text knows, else who wrote the HTML.
function isByColumn(table, plain, html) {
    const shown = [...table.rows].filter(isShown);
    if (![...table.rows].some((row) => [...row.cells].some((cell) => cell.colSpan > 1))) return false;
    const widths = widthsOf(plain);
    if (plain !== '' && widths.length === shown.length) {
        const wanted = shown.filter((row, index) => [...row.cells].reduce((sum, cell) => sum + cell.colSpan, 0) === widths[index] &&
            row.cells.length !== widths[index]);
        const cells = shown.filter((row, index) => row.cells.length === widths[index] && [...row.cells].some((cell) => cell.colSpan > 1));
        if (wanted.length + cells.length > 0) return wanted.length > cells.length;
    }
    return isSpreadsheet(html);
}

// Each cell once; null for one that reaches over from a row above. By columns, every column once: '' beneath a text that
// flows over it, null within a merged cell.
function rowsOf(table, byColumn) {
    const rows = [];
    let above = []; // by column: rows that the cell above still reaches over, and the cell
    for (const row of table.rows) {
        if (!isShown(row)) continue;
        const texts = [], next = [];
        let column = 0;
        const passOver = () => {
            for (let last = null; above[column]; ++column) {
                const { left, cell } = above[column];
                if (byColumn || cell !== last) texts.push(null);
                last = cell;
                if (left > 1) next[column] = { left: left - 1, cell };
            }
        };
        for (const cell of row.cells) {
            passOver();
            const shown = textOf(cell);
            texts.push(exactText(cell, shown));
            const width = Math.min(cell.colSpan, 100), height = cell.rowSpan === 0 ? Infinity : cell.rowSpan;
            const flows = /mso-ignore:\s*colspan/i.test(cell.getAttribute('style') || '');
            if (byColumn) for (let i = 1; i < width; ++i) texts.push(flows ? '' : null);
            for (let i = 0; i < width; ++i, ++column) if (height > 1) next[column] = { left: height - 1, cell };
        }
        passOver();
        rows.push(texts);
        above = next;
    }
    return rows;
}

// Text of a document without a table, as its reader sees it; null where the plain text says the same.
function seenText(body) {
    const aside = [...body.querySelectorAll('*')].some((one) => isAside(one) || isRaised(one));
    return aside ? textOf(body) : null;
}

// `table`: JSON of the rows of the largest table; [] for HTML without one, '' for none. `seen`: seenText, where no table is.
// Excel's own mark of what was copied may lie inside the table, so that a browser hands on its rows alone.
export function readHtml(html, plain) {
    if (html === '') return { table: '', seen: null };
    const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
    let read = parse(html);
    if (read.querySelector('table') === null && /<t[dr][\s>]/i.test(html)) read = parse(`<table>${html}</table>`);
    const tables = [...read.querySelectorAll('table')];
    if (tables.length === 0) return { table: '[]', seen: seenText(read.body) };
    // A spreadsheet hides the end of a text that its column has no room for.
    if (isSpreadsheet(html)) for (const table of tables) for (const span of table.querySelectorAll('span')) span.style.display = '';
    const outer = tables.filter((table) => !table.parentElement.closest('table'));
    const largest = outer.reduce((best, table) => (best.rows.length >= table.rows.length ? best : table));
    return { table: JSON.stringify(rowsOf(largest, isByColumn(largest, plain, html))), seen: null };
}
