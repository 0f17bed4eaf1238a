"""Writes shares.txt: amounts of two rows and their shares in percent, computed with Python's decimal (half-up, two
decimals), as the form's 占比 should show them. Run: python3 tests/core/review/make_shares.py"""
import random
from decimal import ROUND_HALF_UP, Decimal, getcontext
from pathlib import Path

getcontext().prec = 60
random.seed(20261123)


def share(part, total):
    value = (part / total * 100).quantize(Decimal('0.01'), ROUND_HALF_UP)
    text = f'{value:.2f}'
    return (text[:-3] if text.endswith('.00') else text) + '%'


pairs = [('3', '1421'), ('1', '2'), ('1', '7'), ('0.005', '99.995'), ('1', '799'), ('0', '5'), ('968.1918', '31.8082'),
         ('99999999999999999999', '1'), ('0.000001', '0.000002'), ('12.345', '87.655')]
for _ in range(90):
    digits = random.randint(0, 6)
    pairs.append(tuple(str(Decimal(random.randint(1, 10 ** random.randint(1, 12))).scaleb(-digits)) for _ in range(2)))
lines = []
for first, second in pairs:
    a, b = Decimal(first), Decimal(second)
    lines.append(f'{a:f} {b:f} {share(a, a + b)} {share(b, a + b)} {a + b:f}')
Path(__file__).with_name('shares.txt').write_text('\n'.join(lines) + '\n')
