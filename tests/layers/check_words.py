"""Holds the words that a clerk reads together: fails on Chinese outside app/words/ in what draws and says the form.

Of C++ only texts in quotes count, of everything else (scripts, page, style) the whole file.

Usage: check_words.py ROOT | check_words.py --self-test
"""
import re
import sys
import tempfile
from pathlib import Path

# Folders that are held to it.
HELD = ['web', 'app']
WORDS = 'app/words'
CPP = ('.h', '.cpp')
OTHERS = ('.js', '.html', '.css', '.json')
# Characters, and the full-width marks and brackets between them.
CHINESE = re.compile('[\u3000-\u303f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff01-\uff65]')
CPP_PARTS = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|R"(\w*)\(.*?\)\1"|\'(?:\\.|[^\'\\\n])+\'', re.S)


def chinese_of(path, text):
    """Line numbers where the file says something in Chinese."""
    parts = [(0, text)]
    if path.endswith(CPP):
        parts = [(match.start(), match[0]) for match in CPP_PARTS.finditer(text) if not match[0].startswith('/')]
    places = [start + match.start() for start, part in parts for match in CHINESE.finditer(part)]
    return sorted({text.count('\n', 0, place) + 1 for place in places})


def check(root, held):
    faults = []
    for folder in held:
        for file in sorted(Path(root, folder).rglob('*')):
            path = file.relative_to(root).as_posix()
            if not path.endswith((*CPP, *OTHERS)) or path.startswith(WORDS + '/'):
                continue
            faults += [f'{path}:{line}: words belong into {WORDS}/' for line in chinese_of(path, file.read_text('utf-8'))]
    return faults


def self_test():
    """Each file alone in a tree: what is found, and what is not blamed."""
    forbidden = [
        ('app/shell/a.cpp', 'const char* text = "保存";\n'),
        ('app/shell/a.h', 'auto text = R"(\n保存)";\n'),
        ('app/a.cpp', "auto dash = '。';\n"),
        ('app/a.cpp', 'auto text = "http://a/。";\n'),
        ('web/main.cpp', 'f("（" + text);\n'),
        ('web/a.js', "// no\nnotice('空');\n"),
        ('web/page.html', '<title>表</title>\n'),
        ('web/a.css', 'a::after { content: "页"; }\n'),
    ]
    allowed = [
        ('app/words/texts.cpp', 'const char* text = "保存";\n'),
        ('app/words/page.json', '{ "title": "表" }\n'),
        ('app/a.h', 'int name;  // accessible name: 表单\n/* 表 "单" */ auto b = "//";\n'),
        ('web/a.js', "notice(words.empty); // “quoted”\n"),
        ('web/CMakeLists.txt', 'set(PAGE "表.html")\n'),
        ('core/a.cpp', 'auto text = "合计";\n'),
    ]
    missed = []
    for cases, bad in ((forbidden, True), (allowed, False)):
        for path, text in cases:
            with tempfile.TemporaryDirectory() as root:
                file = Path(root, path)
                file.parent.mkdir(parents=True)
                file.write_text(text, encoding='utf-8')
                faults = check(root, ['app', 'web'])
                if bool(faults) != bad:
                    missed.append(f'self-test: {path} with {text!r} gave {faults}')
    print(f'self-test: {len(forbidden)} forbidden and {len(allowed)} allowed files')
    return missed


def main():
    found = self_test() if sys.argv[1:] == ['--self-test'] else check(sys.argv[1], HELD)
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
