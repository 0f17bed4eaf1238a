"""Holds the page's scripts to the keys of C++, whose places they know by number: one inserted key would shift all
shortcuts behind it.

Usage: check_enums.py ROOT | check_enums.py --self-test
"""
import re
import sys
from pathlib import Path

# Header, enum, script, and where the script lists the names: in order, or each with its number.
PAIRS = [
    ('app/shell/workbench.h', 'Key', 'web/keys.js', r'const KEYS = \[(.*?)\]'),
]


def members(header, name):
    body = re.search(r'enum class ' + name + r' \{(.*?)\}', header, re.S).group(1)
    return [word.strip() for word in re.sub(r'//[^\n]*', '', body).split(',') if word.strip()]


def listed(script, pattern):
    """(name, number) as the script has them; names without their quotes."""
    body = re.search(pattern, script, re.S).group(1)
    parts = [part.strip() for part in body.split(',') if part.strip()]
    found = []
    for place, part in enumerate(parts):
        name, number = re.fullmatch(r"'?(\w+)'?(?:\s*[:=]\s*(\d+))?", part).groups()
        found.append((name, place if number is None else int(number)))
    return found


def mistakes(names, script):
    """A script may shorten names (SPIN for SpinButton) and leave some out."""
    plain = lambda word: word.replace('_', '').lower()
    return [f'{name} is {number}, there stands {names[number] if number < len(names) else "nothing"}' for name, number in script
            if number >= len(names) or not plain(names[number]).startswith(plain(name))]


def check(root):
    wrong = []
    for header, name, script, pattern in PAIRS:
        names = members((root / header).read_text('utf-8'), name)
        found = listed((root / script).read_text('utf-8'), pattern)
        wrong += [f'{script}: {mistake} in {header}' for mistake in mistakes(names, found)]
        print(f'{script}: {len(found)} of the {len(names)} names of {name}')
    return wrong


def self_test():
    names = members('enum class Key {\n  Enter,  // a, b\n  Escape,\n  TextBox };', 'Key')
    assert names == ['Enter', 'Escape', 'TextBox'], names
    assert listed("const KEYS = ['Enter', 'Escape'];", r'\[(.*?)\]') == [('Enter', 0), ('Escape', 1)]
    assert listed('{ TEXT: 2 }', r'\{(.*?)\}') == [('TEXT', 2)]
    assert not mistakes(names, [('Enter', 0), ('TEXT_BOX', 2), ('TEXT', 2)])
    assert mistakes(names, [('Escape', 0)]) and mistakes(names, [('Enter', 3)])


if __name__ == '__main__':
    if sys.argv[1] == '--self-test':
        self_test()
    else:
        failures = check(Path(sys.argv[1]))
        print('\n'.join(failures))
        sys.exit(1 if failures else 0)
