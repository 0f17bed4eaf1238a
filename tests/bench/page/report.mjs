// What the measurements print: one line a number, with its budget beside it where there is one.

const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
export const quantile = (numbers, part) => sorted(numbers)[Math.min(numbers.length - 1, Math.floor(numbers.length * part))];
export const median = (numbers) => quantile(numbers, 0.5);

// `budget`: { most } or { least }. Prints “missed” behind a number that is not within it.
export function show(name, value, { digits = 1, most, least } = {}) {
    const text = typeof value === 'number' ? value.toFixed(digits) : value;
    let line = `${name.padEnd(72)} ${text.padStart(10)}`;
    if (most !== undefined) line += `   ≤ ${+most.toFixed(2)}${value > most ? '  MISSED' : ''}`;
    if (least !== undefined) line += `   ≥ ${least}${value < least ? '  MISSED' : ''}`;
    console.log(line);
}

export function showSpread(name, numbers, { digits = 1, most } = {}) {
    show(`${name}, median of ${numbers.length}`, median(numbers), { digits, most });
    show(`${name}, 95th percentile`, quantile(numbers, 0.95), { digits });
}
