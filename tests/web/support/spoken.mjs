// What a screen reader would say: every text that the page's live region takes, in order. One may follow another at once.
export async function listen(driver) {
    await driver.evaluate(`window.said = []; new MutationObserver(() => {
        if (announcer.textContent !== said[said.length - 1]) said.push(announcer.textContent);
    }).observe(announcer, { childList: true, characterData: true, subtree: true })`);
}

export async function heard(driver, words, times = 1) {
    await driver.until(([wanted, many]) => window.said.filter((text) => new RegExp(wanted).test(text)).length === many,
        `${words} was said ${times} times`, 5000, [words, times]).catch(async (error) => {
        throw new Error(`${error.message}; said was ${JSON.stringify(await driver.evaluate('said'))}`);
    });
}
