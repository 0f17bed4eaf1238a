// What a person's window manager, mouse and closed lists do to a field, on a real display.
import assert from 'node:assert/strict';

// Another window of the browser takes the keyboard and is closed again, as when something is looked up elsewhere.
async function visitAnotherWindow({ driver, browser }) {
    // Playwright lets pages believe that they have the keyboard at all times.
    if (browser.name.startsWith('Chromium'))
        await (await driver.page.context().newCDPSession(driver.page)).send('Emulation.setFocusEmulationEnabled', { enabled: false });
    await driver.evaluate(`(() => { window.visited = window.open('about:blank', 'visited', 'width=300,height=200'); })()`);
    await driver.until('!document.hasFocus()', 'another window has the keyboard');
    await driver.evaluate('visited.close()');
    await driver.until('document.hasFocus()', 'the page has the keyboard again');
    await driver.still();
}

export default [
    {
        name: 'the caret is where it was when the window comes back, and Escape still brings back the old text',
        panel: false,
        async run(person) {
            await person.click('textbox', '年度目标');
            await person.session.type('abcdef');
            await person.holds('abcdef');
            await person.session.keys('Left', 'Left', 'Left');
            await visitAnotherWindow(person);
            await person.session.type('X');
            await person.holds('abcXdef');
            await person.session.keys('Escape');
            await person.holds('');
        },
    },
    {
        name: 'a list that is closed without a choice is passed by arrows like any cell',
        panel: false,
        async run(person) {
            const name = '长期绩效指标 公用经费控制率 指标值确定依据';
            const cell = 'cell:longterm.public_funds_control.basis';
            const opened = () => new Promise((done) => setTimeout(done, 400));
            await person.click('combobox', name);
            await opened();
            await person.session.keys('Escape');
            await opened();
            await person.session.keys('Down');
            await person.driver.until((id) => document.activeElement.dataset.id !== id, 'the next cell has the keyboard', 5000, cell);
            assert.equal(await person.valueOf('combobox', name), '');
            // An open one has the keys to itself.
            await person.click('combobox', name);
            await opened();
            await person.session.keys('Down', 'Down', 'Return');
            await opened();
            assert.equal(await person.driver.evaluate('document.activeElement.dataset.id'), cell);
            await person.session.keys('Down');
            await person.driver.until((id) => document.activeElement.dataset.id !== id, 'the next cell has the keyboard', 5000, cell);
            assert.equal(await person.valueOf('combobox', name), '行业标准');
        },
    },
    {
        name: 'what was undone after a click is redone',
        panel: false,
        async run(person) {
            await person.click('textbox', '填报人');
            await person.session.type('Li');
            await person.holds('Li');
            await person.click('textbox', '联系电话');
            await person.session.keys('ctrl+z');
            await person.driver.until(() => [...document.querySelectorAll('.field')].every((field) => field.value !== 'Li'), 'the name is gone');
            await person.session.keys('ctrl+y');
            await person.driver.until(() => [...document.querySelectorAll('.field')].some((field) => field.value === 'Li'), 'the name is back');
        },
    },
    {
        name: 'Ctrl+O opens the chooser of files, however long nothing was pressed',
        panel: false,
        needs: 'chromium', // Firefox shows none while it is driven
        async run(person) {
            await person.click('textbox', '填报人');
            await new Promise((done) => setTimeout(done, 6000));
            await person.session.keys('ctrl+o');
            const chooser = '^(Open|Open File|打开|打开文件)';
            await person.session.window(chooser);
            await person.session.keys('Escape');
            await person.session.windowGone(chooser);
        },
    },
];
