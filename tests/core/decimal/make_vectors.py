#!/usr/bin/env python3
"""Writes vectors.txt: operations on decimal128 numbers with the results Python's decimal module gives.

One per line: operation, operands, "=", result or "!" for an error. The generator is seeded, so that the file only
changes when this script does.
"""
import decimal
import os
import random

context = decimal.Context(prec=34, Emin=-6143, Emax=6144, rounding=decimal.ROUND_HALF_EVEN, clamp=1,
                          traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow])
decimal.setcontext(context)
D = decimal.Decimal
chance = random.Random(20260101)

EDGES = [D(t) for t in (
    "0 1 -1 2 10 0.1 -0.5 0.50 1.00 1424.00 1420.00 99.79 9999999999999999999999999999999999 1E+6111 1E-6176 "
    "9.999999999999999999999999999999999E+6144 -1E-6143 18446744073709551615 18446744073709551616 9223372036854775807 "
    "-9223372036854775808 0.000001 1E+20 3.333333333333333333333333333333333 12345678901234567890.123456").split()]


def number():
    kind = chance.random()
    if kind < 0.1:
        return chance.choice(EDGES)
    digits = chance.choice([1, 2, 3, 5, 8, 12, 18, 19, 20, 25, 34]) if kind < 0.8 else chance.randint(1, 34)
    coefficient = chance.randrange(10 ** digits)
    exponent = chance.choice([0, -1, -2, -2, -2, -4, -6]) if kind < 0.7 else chance.randint(-40, 40)
    if kind > 0.97:
        exponent = chance.randint(-6176, 6111)
    return context.create_decimal(D((chance.randint(0, 1), tuple(map(int, str(coefficient))), exponent)))


ROUNDINGS = {"half_even": decimal.ROUND_HALF_EVEN, "half_up": decimal.ROUND_HALF_UP,
             "half_down": decimal.ROUND_HALF_DOWN, "up": decimal.ROUND_UP, "down": decimal.ROUND_DOWN,
             "ceiling": decimal.ROUND_CEILING, "floor": decimal.ROUND_FLOOR}


def floor_modulo(a, b):
    rest = context.remainder(a, b)
    return context.add(rest, b) if rest != 0 and (rest < 0) != (b < 0) else rest


def quantize(mode):
    # Digits that are not there cannot be rounded: the number stays.
    def run(a, scale):
        exponent = D((0, (1,), -int(scale)))
        if -int(scale) <= a.as_tuple().exponent:
            return a
        return a.quantize(exponent, rounding=ROUNDINGS[mode])
    return run


OPERATIONS = {
    "add": context.add, "subtract": context.subtract, "multiply": context.multiply, "divide": context.divide,
    "modulo": floor_modulo, "compare": lambda a, b: D(int(context.compare(a, b))),
}
lines = []


def write(name, function, *operands):
    try:
        answer = function(*operands)
        result = str(answer) if answer.is_finite() else "!"
    except decimal.DecimalException:
        result = "!"
    lines.append(" ".join([name, *map(str, operands), "=", result]))


for name, function in OPERATIONS.items():
    for _ in range(500):
        a, b = number(), number()
        if chance.random() < 0.1:
            b = a
        write(name, function, a, b)
    for a in EDGES:
        for b in chance.sample(EDGES, 8):
            write(name, function, a, b)
for mode in ROUNDINGS:
    for _ in range(200):
        write("round_" + mode, quantize(mode), number(), D(chance.randint(-8, 12)))
    for text in ("0.5", "1.5", "2.5", "-0.5", "-2.5", "0.49", "0.51", "-1.5", "9.5", "99.995", "0.005"):
        for scale in (-1, 0, 1, 2):
            write("round_" + mode, quantize(mode), D(text), D(scale))
for _ in range(250):
    write("sqrt", context.sqrt, abs(number()))
    write("ln", context.ln, abs(number()))
    write("exp", context.exp, D(chance.randint(-10 ** 6, 10 ** 6)).scaleb(-chance.randint(2, 8)))
    write("power", context.power, abs(number()), D(chance.randint(-20, 20)))
for a in EDGES:
    write("sqrt", context.sqrt, a)
    write("ln", context.ln, a)
for text in ("-1.50 +.5 5. 1e3 1E-7 0 -0 00012 0.000 12345678901234567890123456789012345 1e6144 1e7000 1e-7000 "
             ". - e5 1e 1_000 ٣ 0x10 Infinity NaN 1..2 --1 1e+ ++1").split():
    ok = text.isascii() and text.strip("+-.eE0123456789") == ""
    try:
        result = str(context.create_decimal(text)) if ok else "!"
    except decimal.DecimalException:
        result = "!"
    lines.append(f"parse {text} = {result}")

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "vectors.txt"), "w") as file:
    file.write("\n".join(lines) + "\n")
print(len(lines), "vectors")
