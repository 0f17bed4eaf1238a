// What another program has put on the clipboard, pasted.
// In Chromium through the system's clipboard: copied by another page, then Control+V. The drivers give Firefox none, so
// there the event is made by hand.
export async function paste(driver, { browser, plain = '', html = '' }) {
    if (browser.chromium) {
        const other = await driver.newPage();
        await other.evaluate(([text, markup]) => document.addEventListener('copy', (event) => {
            if (text) event.clipboardData.setData('text/plain', text);
            if (markup) event.clipboardData.setData('text/html', markup);
            event.preventDefault();
        }), [plain, html]);
        await other.keyboard.press('Control+KeyC');
        await other.close();
        await driver.look();
        await driver.press('Control+KeyV');
    } else {
        await driver.evaluate(([text, markup]) => {
            const data = new DataTransfer();
            if (text) data.setData('text/plain', text);
            if (markup) data.setData('text/html', markup);
            // Firefox empties what is given to a ClipboardEvent by a page.
            const event = new Event('paste', { bubbles: true, cancelable: true });
            Object.defineProperty(event, 'clipboardData', { value: data });
            document.activeElement.dispatchEvent(event);
        }, [plain, html]);
    }
    await driver.still();
}
