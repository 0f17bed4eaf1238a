"""Holds the program to know no form: what the forms in assets/forms call themselves, their fields, tables, rows, columns
and rules must not stand in what is built around them. A form tells the program by its definition what it must know.

Usage: check_form_names.py ROOT | check_form_names.py --self-test
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

PRODUCT = ('app/', 'assets/', 'cli/', 'core/', 'tools/', 'web/', 'CMakeLists.txt', 'CMakePresets.json')
FORMS = 'assets/forms/'
# What forms call things and the program calls things of its own: types of values, keys of definitions and drafts.
PROGRAM_WORDS = {'current', 'date', 'head', 'last', 'phone', 'required', 'target', 'total', 'unit'}
# A shorter title may be a word of the language: 合计, 前年.
LEAST_TITLE = 4
COMMENT = re.compile(r'(?:^|\s)//.*|^\s*#.*')


def entries(value, key=''):
    """Every object that has an id, with the key of the list it stands in."""
    if isinstance(value, dict):
        if isinstance(value.get('id'), str):
            yield key, value
        for name, item in value.items():
            yield from entries(item, name)
    elif isinstance(value, list):
        for item in value:
            yield from entries(item, key)


class Names:
    def __init__(self, forms):
        distinctive, plain, self.titles, self.labels = set(), set(), set(), set()
        for form in forms:
            self.titles.add(form['title'])
            for key, entry in entries(form):
                (distinctive if re.search('[-_]', entry['id']) else plain).add(entry['id'])
                words = [entry.get(word, '') for word in ('title', 'name', 'level1', 'level2')] if key else []
                self.labels |= {word for word in words + entry.get('options', []) if len(word) >= LEAST_TITLE}
        either = lambda words: '|'.join(map(re.escape, sorted(words, key=len, reverse=True))) or '(?!)'
        self.distinctive = re.compile(rf'(?<![\w-])({either(distinctive)})(?![\w-])')
        # As a text of its own, or as the table of a path.
        self.plain = re.compile(rf'''(?<=["'`])({either(plain - PROGRAM_WORDS)})(?=["'`.])''')
        self.count = len(distinctive | plain)

    def faults(self, path, text):
        for number, line in enumerate(text.splitlines(), 1):
            code = COMMENT.sub('', line)
            found = {match[1] for match in self.distinctive.finditer(line)}
            found |= {match[1] for match in self.plain.finditer(code)}
            found |= {title for title in self.titles if title in line or title in path}
            found |= {label for label in self.labels if label in code}
            for name in sorted(found):
                yield f'{path}:{number}: {name} is a name of a form'


def product_files(root):
    listed = subprocess.run(['git', '-C', root, 'ls-files', '-z', '-co', '--exclude-standard'],
                            capture_output=True, check=True).stdout.decode().split('\0')
    for path in listed:
        # Generated tables hold the words of Unicode.
        if path.startswith(PRODUCT) and not path.startswith(FORMS) and '/tables/' not in path and Path(root, path).is_file():
            yield path, Path(root, path).read_text(encoding='utf-8', errors='replace')


def check(root):
    forms = [json.loads(path.read_text(encoding='utf-8')) for path in sorted(Path(root, FORMS).glob('*.form.json'))]
    names = Names(forms)
    files = list(product_files(root))
    print(f'form names: {names.count} ids of {len(forms)} forms, {len(files)} files')
    if not forms or not files:
        return [f'nothing to check in {root}']
    return [fault for path, text in files for fault in names.faults(path, text)]


def self_test():
    """Each use of a name, alone in a tree, is found; words that only look like one are not."""
    form = {'id': 'trip-report', 'title': '出差报告', 'sections': [{'id': 'top', 'title': '出差人员'}],
            'fields': [{'id': 'traveller', 'title': '出差的人'}, {'id': 'date', 'title': '日期'}],
            'lists': [{'id': 'means', 'options': ['公务用车']}],
            'rowSets': {'costs': [{'id': 'night_train', 'title': '夜间火车'}]},
            'tables': [{'id': 'spent', 'title': '花费', 'columns': [{'id': 'ticket', 'title': '票', 'name': '票价金额'}]}],
            'rules': [{'id': 'back-before-start'}]}
    forbidden = [
        ('app/a.cpp', 'x = text("traveller");\n'),
        ('core/a.cpp', 'if (path == "spent.total.ticket") {}\n'),
        ('web/a.js', "find('ticket')\n"),
        ('core/a.h', 'int a;  // "night_train" is a row\n'),
        ('core/a.cpp', 'int night_train = 0;\n'),
        ('cli/a.cpp', 'skip("back-before-start");\n'),
        ('assets/CMakeLists.txt', 'set(form forms/trip-report.form.json)\n'),
        ('tools/run', 'open dist/出差报告.html\n'),
        ('CMakeLists.txt', '# for the 出差报告\n'),
        ('web/出差报告.txt', '\n'),
        ('app/a.cpp', 'said = "票价金额";\n'),
        ('app/a.cpp', 'join("夜间火车", n);\n'),
        ('app/a.cpp', 'say("如“公务用车”");\n'),
    ]
    allowed = [
        ('app/a.cpp', 'type == "date" ? spent : ticket;  // 票价金额, "traveller"\n'),
        ('core/a.cpp', 'int night_trains = my_night_train + 1;\n'),
        ('tests/a.cpp', 'answer("traveller", "李晓明");\n'),
        ('assets/forms/trip.txt', 'night_train\n'),
        ('README.md', '出差报告 night_train\n'),
    ]
    missed = []
    for cases, bad in ((forbidden, True), (allowed, False)):
        for path, text in cases:
            with tempfile.TemporaryDirectory() as root:
                subprocess.run(['git', 'init', '-q', root], check=True)
                for name, content in ((FORMS + 'a.form.json', json.dumps(form)), ('core/b.h', '\n'), (path, text)):
                    Path(root, name).parent.mkdir(parents=True, exist_ok=True)
                    Path(root, name).write_text(content, encoding='utf-8')
                faults = check(root)
                if bool(faults) != bad:
                    missed.append(f'self-test: {path} with {text!r} gave {faults}')
    print(f'self-test: {len(forbidden)} forbidden and {len(allowed)} allowed trees')
    return missed


def main():
    found = self_test() if sys.argv[1:] == ['--self-test'] else check(sys.argv[1])
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
