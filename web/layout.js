// Where an element of the twin lies and how its letters are set: as on the canvas, to the pixel.
export const isField = (role) => [Role.TextBox, Role.MultilineTextBox, Role.SpinButton, Role.ComboBox].includes(role);

export function place(element, [x, y, width, height]) {
    const { style } = element;
    style.left = `${x}px`;
    style.top = `${y}px`;
    style.width = `${width}px`;
    style.height = `${height}px`;
}

// As on the canvas: keeps letters from lying just between two pixels.
const nudge = () => kNudge / (window.devicePixelRatio || 1);

// Sets the letters where the canvas sets them.
export function setType(twin, node) {
    const { element } = twin;
    const { style } = element;
    style.fontSize = `${node.size}px`;
    style.fontWeight = node.weight;
    style.lineHeight = `${node.line}px`;
    style.textAlign = node.align;
    if (!isField(node.role)) element.classList.toggle('middle', !!node.middle);
    const aside = node.align === 'center' ? nudge() / 2 : 0;
    const left = node.px + aside, right = node.px - aside;
    if (node.role === Role.MultilineTextBox) {
        style.padding = `${node.py + nudge()}px ${right}px 0 ${left}px`;
        if (document.activeElement === element) fit(twin, false);
        return;
    }
    if (isField(node.role)) {
        const top = node.middle ? Math.max(0, Math.floor((node.rect[3] - node.line) / 2)) : node.py;
        const bottom = Math.max(0, node.rect[3] - node.line - top - nudge());
        style.padding = `${top + nudge()}px ${right}px ${bottom}px ${left}px`;
    } else {
        style.padding = `${node.py}px ${node.px}px`;
    }
}

// A browser sets the text of a text area at its top; the paper may want it in the middle. What an input method composes
// the form does not know yet, so that the cell cannot grow: the text area does, over what is beneath.
export function fit(twin, composing) {
    const { node, element } = twin;
    if (node.role !== Role.MultilineTextBox || !(node.middle || composing || twin.overflows)) return;
    element.style.height = '0';
    element.style.paddingTop = '0';
    const text = Math.round(element.scrollHeight / node.line) * node.line;
    const height = Math.max(node.rect[3], composing ? text + 2 * node.py : 0);
    const top = node.middle ? Math.max(node.py, Math.floor((height - text) / 2)) : node.py;
    element.style.height = `${height}px`;
    element.style.paddingTop = `${top + nudge()}px`;
    twin.overflows = height > node.rect[3];
}
