// Opening and saving files, and the print page.
import { bytesAt, call, later, provide, textAt } from './bridge.js';
import { run } from './commands.js';
import { forget, notice } from './notice.js';

const chooser = document.getElementById('open-file');
const paper = document.getElementById('print');
let filling = false; // the browser's own print command is under way
let printing = false;

// Text as old Notepads save it becomes UTF-8. Damaged UTF-8 is mostly good and stays as it is, to be refused.
function inUtf8(bytes) {
    if (bytes.length > kMaximumFileBytes) return bytes;
    if (bytes[0] === 0xFF && bytes[1] === 0xFE) return new TextDecoder('utf-16le').decode(bytes);
    if (bytes[0] === 0xFE && bytes[1] === 0xFF) return new TextDecoder('utf-16be').decode(bytes);
    if (bytes.includes(0)) return bytes; // Word, Excel
    const bad = new TextDecoder().decode(bytes).split('\uFFFD').length - 1;
    return bad * 3 > bytes.filter((byte) => byte > 127).length ? new TextDecoder('gb18030').decode(bytes) : bytes;
}

function open(file) {
    forget();
    const reader = new FileReader();
    reader.onload = () => {
        call('file_opened', [file.name, inUtf8(new Uint8Array(reader.result))]);
    };
    reader.onerror = () => notice(words.file_unread.replace('{file}', () => file.name), false);
    // One byte more is enough to be refused.
    reader.readAsArrayBuffer(file.slice(0, kMaximumFileBytes + 1));
}

chooser.addEventListener('change', () => {
    if (chooser.files.length > 0) open(chooser.files[0]);
    chooser.value = '';
});
// Shows where files may be dropped.
const page = document.documentElement;
page.dataset.drops = words.drop_here;
const frame = (shown) => page.classList.toggle('drops', Boolean(shown));
// A text is dropped into a field as the browser does it.
const isText = (event) => !(event.dataTransfer && event.dataTransfer.types.includes('Files')) &&
    event.target instanceof Element && event.target.classList.contains('field');
window.addEventListener('dragover', (event) => {
    if (isText(event)) return;
    event.preventDefault();
    frame(event.dataTransfer && event.dataTransfer.types.includes('Files'));
});
window.addEventListener('dragleave', (event) => {
    if (!event.relatedTarget) frame(false);
});
window.addEventListener('drop', (event) => {
    if (isText(event)) return;
    event.preventDefault();
    frame(false);
    if (!event.dataTransfer || event.dataTransfer.files.length === 0) return;
    const { files, items } = event.dataTransfer;
    const entry = items && items.length > 0 && items[0].webkitGetAsEntry ? items[0].webkitGetAsEntry() : null;
    if (files.length > 1) notice(words.one_file, false);
    else if (entry && entry.isDirectory) notice(words.a_folder, false);
    else open(files[0]);
});

// Its style is for paper only, so that it does not touch the page.
function fill(html) {
    paper.innerHTML = html;
    for (const style of paper.querySelectorAll('style')) style.media = 'print';
}

window.addEventListener('beforeprint', () => {
    if (printing) return;
    filling = true;
    run('print', {});
    filling = false;
});
window.addEventListener('afterprint', () => {
    paper.textContent = '';
});

provide({
    open_file() {
        later(() => chooser.click());
    },
    save_file(name, nameLength, type, typeLength, bytes, length) {
        const blob = new Blob([bytesAt(bytes, length)], { type: textAt(type, typeLength) });
        const link = document.createElement('a');
        link.href = URL.createObjectURL(blob);
        link.download = textAt(name, nameLength);
        link.hidden = true;
        document.body.append(link);
        link.click();
        link.remove();
        setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    },
    print(html, length) {
        const text = textAt(html, length);
        fill(text);
        if (filling) return;
        // Printing stops the page until the dialogue is closed; C++ must have returned by then.
        setTimeout(() => {
            printing = true;
            window.print();
            printing = false;
        }, 0);
    },
});
