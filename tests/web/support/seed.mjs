// The real filled form, opened in the page.
import { join } from 'node:path';

export async function openSeed(driver, root) {
    await driver.upload(join(root, 'tests/fixtures/seed.txt'));
    await driver.until(() => [...document.querySelectorAll('input, textarea')].some((field) => field.value === '李晓明'),
        'the seed form is open');
    await driver.still();
}
