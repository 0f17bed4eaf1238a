// The name of a key as the form's command table writes it: modifiers in the order Control, Alt, Shift, then the key
// ("Control+Shift+Z", "ArrowUp"). What a stroke means, only the table knows (app/shell/command_table.h).
// A letter is where the layout has it; where a layout has other letters, it is where it is printed beside them. With
// Alt some layouts write letters of their own: only the letter itself is meant then.
function keyOf({ key, code, altKey }) {
    if (/^[a-z]$/i.test(key)) return key.toUpperCase();
    const [, letter] = /^Key([A-Z])$/.exec(code) || [];
    if (letter && !altKey && key.length === 1) return letter;
    return key === '\uFF1B' ? ';' : key;
}

// '': a key that writes. AltGr, which Windows calls Control and Alt, writes letters.
export function strokeOf(event) {
    if (event.getModifierState('AltGraph')) return '';
    const key = keyOf(event);
    const control = event.ctrlKey || event.metaKey;
    // In a character other than a letter Shift is contained.
    const shift = event.shiftKey && (key.length > 1 || /^[A-Z]$/.test(key));
    return `${control ? 'Control+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`;
}

// Means something wherever the keyboard is; other keys, only a field leaves to the form.
export const isShortcut = (stroke) => /^(Control\+.|(Shift\+)?F\d+$)/.test(stroke);
export const writes = (stroke) => [...stroke].length === 1 || stroke === '';
