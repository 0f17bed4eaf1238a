"""Finds tests that are written and never run: every *_test.cpp must be named by the CMakeLists.txt beside it.

Usage: check_listed.py ROOT | check_listed.py --self-test
"""
import re
import sys
import tempfile
from pathlib import Path


def unlisted(root):
    return sorted(str(test.relative_to(root)) for test in (root / 'tests').rglob('*_test.cpp')
                  if not re.search(r'(?<![\w./])' + re.escape(test.name) + r'(?!\w)',
                                   (test.parent / 'CMakeLists.txt').read_text(encoding='utf-8')))


def self_test():
    with tempfile.TemporaryDirectory() as folder:
        room = Path(folder) / 'tests' / 'room'
        room.mkdir(parents=True)
        for name in ('one_test.cpp', 'two_test.cpp', 'twenty_two_test.cpp'):
            (room / name).touch()
        (room / 'CMakeLists.txt').write_text('shenbao_test(NAME room SOURCES one_test.cpp twenty_two_test.cpp)')
        assert unlisted(Path(folder)) == ['tests/room/two_test.cpp']


if __name__ == '__main__':
    if sys.argv[1] == '--self-test':
        self_test()
    elif found := unlisted(Path(sys.argv[1])):
        sys.exit('\n'.join(f'{test} is in no program' for test in found))
