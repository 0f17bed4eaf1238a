// Mouse, pen and touch on the twin's elements: what is hovered, pressed and activated. Zooming with Ctrl and the wheel.
import { call } from './bridge.js';

const twin = document.getElementById('twin');
let hovered = '';
let pressed = '';

const idAt = (event) => {
    const element = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    return element ? element.dataset.id : '';
};

function hover(id) {
    if (id === hovered) return;
    hovered = id;
    call('hovered', [id]);
}

function press(id) {
    if (id === pressed) return;
    pressed = id;
    call('pressed', [id]);
}

twin.addEventListener('pointerover', (event) => hover(idAt(event)));
document.documentElement.addEventListener('pointerleave', () => hover(''));
twin.addEventListener('pointerdown', (event) => {
    if (event.button === 0) press(idAt(event));
});
for (const name of ['pointerup', 'pointercancel', 'blur']) window.addEventListener(name, () => press(''));

twin.addEventListener('click', (event) => {
    const element = event.target instanceof Element ? event.target.closest('[data-id]') : null;
    if (!element) call('clicked', [], event.clientX, event.clientY);
    if (!element || element.classList.contains('field')) return;
    event.preventDefault();
    if (element.getAttribute('aria-disabled') === 'true') return;
    call('activated', [element.dataset.id]);
});

// Also what a touchpad sends for a pinch.
window.addEventListener('wheel', (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const lines = event.deltaMode === 0 ? event.deltaY : event.deltaY * 33;
    const factor = Math.exp(-Math.max(-200, Math.min(200, lines)) * 0.002);
    call('wheel_zoom', [], factor, event.clientX, event.clientY);
}, { passive: false });

// Two fingers on a screen. One finger scrolls, which is the browser's own; its pinch is switched off (page.css).
let spread = 0;
const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
function pinch(event) {
    if (event.touches.length !== 2) return;
    event.preventDefault();
    const [one, other] = event.touches;
    const now = apart(event.touches);
    if (spread > 0 && now > 0)
        call('wheel_zoom', [], now / spread, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
    spread = now;
}
// Listening costs smooth scrolling, so only while there are two.
twin.addEventListener('touchstart', (event) => {
    if (event.touches.length !== 2) return;
    spread = apart(event.touches);
    window.addEventListener('touchmove', pinch, { passive: false });
}, { passive: true });
for (const name of ['touchend', 'touchcancel'])
    window.addEventListener(name, () => window.removeEventListener('touchmove', pinch));
