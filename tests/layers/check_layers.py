"""Holds the architecture: fails on an upward include from layer to layer or room to room, a platform switch outside web/,
JavaScript inside C++, a file that grew a second job, a comment that names a file that is not there, a test that nothing
runs, and a real person's data anywhere.

Usage: check_layers.py ROOT | check_layers.py --self-test
"""
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from citations import citation_faults
from unbuilt import unbuilt_faults

# Higher number, higher layer; a file may include its own layer and lower ones. web and cli stand side by side.
LAYERS = {'core/decimal': 0, 'core/feel': 1, 'core/form': 2, 'core/review': 3, 'core/advice': 4, 'core/sheet': 4, 'core/formats': 5,
          'core/drafts': 6, 'assets': 6, 'app': 7, 'web': 8, 'cli': 8}
# A layer's rooms from the bottom up: a file may include its own room and those before it. What stands in the layer's own
# folder is above them all. A layer that is not listed has no order among its rooms.
ROOMS = {
    'core/feel': ['tables', 'text', 'regex', 'time', 'values', 'types', 'tree', 'checking', 'parsing', 'evaluation',
                  'builtins'],
    'core/formats': ['result', 'text', 'json', 'matching', 'statements', 'print', 'opening'],
    'app': ['platform', 'words', 'semantics', 'text', 'raster', 'draw', 'document', 'commands', 'findings', 'paste', 'paper',
            'editing', 'drafts', 'dialogs', 'shell'],
}
CPP = ('.h', '.cpp')
# Lines: above the first a file is named, above the second it fails.
LONG_FILE, LONGEST_FILE = 300, 400
# Starts of SHA-256 of the seed form's real name (three characters) and phone number (its last eight digits), so that
# they stand nowhere here.
PRIVATE = {'10b2b13f', '978b8bae'}
TEXT_LIMIT = 4_000_000


def layer_of(path):
    return next((layer for layer in LAYERS if path.startswith(layer + '/')), None)


def room_of(path, layer):
    """The room's name and height; ('', …) for what stands above the rooms, None for a room that ROOMS does not know."""
    rooms = ROOMS[layer]
    room, inside, _ = path[len(layer) + 1:].partition('/')
    if not inside:
        return '', len(rooms)
    return (room, rooms.index(room)) if room in rooms else None


def room_fault(path, layer, included):
    """What is wrong with a file of a layer including another file of it."""
    here, there = room_of(path, layer), room_of(included, layer)
    if here and there and there[1] > here[1]:
        return f'{layer}/{here[0]} must not include {included}, which is above it'
    return None


def short_hash(word):
    return hashlib.sha256(word.encode()).hexdigest()[:8]


def private_candidates(text):
    words = set()
    for run in re.findall(r'[\u4e00-\u9fff]{3,}', text):
        words.update(run[i:i + 3] for i in range(len(run) - 2))
    for run in re.findall(r'\d[\d -]{6,20}\d', text):
        words.add(re.sub(r'\D', '', run)[-8:])
    return words


def cpp_faults(path, layer, text, public):
    core = layer.startswith('core/')
    if layer in ROOMS and room_of(path, layer) is None:
        yield f'{path}: its room is not among the ROOMS of {layer} in check_layers.py'
    for number, line in enumerate(text.splitlines(), 1):
        include = re.match(r'\s*#\s*include\s*["<]([^">]+)[">]', line)
        if include:
            target = layer_of(include[1])
            if target and target != layer and LAYERS[target] >= LAYERS[layer]:
                yield f'{path}:{number}: {layer} must not include {target}'
            if target == layer and layer in ROOMS and (fault := room_fault(path, layer, include[1])):
                yield f'{path}:{number}: {fault}'
            if core and re.match(r'(.*/)?(imgui|emscripten|GLES|GL/)', include[1]):
                yield f'{path}:{number}: core must not include {include[1]}'
            if core and path in public and 'nlohmann' in include[1]:
                yield f'{path}:{number}: a public header of core must not include nlohmann'
        if '__EMSCRIPTEN__' in line and layer != 'web':
            yield f'{path}:{number}: __EMSCRIPTEN__ outside web/'
        if re.search(r'\bEM_(ASYNC_)?(JS|ASM)', line):
            yield f'{path}:{number}: JavaScript belongs into web/*.js'
        if layer != 'cli' and re.match(r'\s*(throw\b|try\s*\{|\}\s*catch)', line):
            yield f'{path}:{number}: no exceptions in what becomes wasm'


def faults_of(path, text, public):
    layer = layer_of(path)
    if layer and path.endswith(CPP):
        yield from cpp_faults(path, layer, text, public)
    lines = text.count('\n')
    # Generated tables are data.
    if layer and '/tables/' not in path and path.endswith((*CPP, '.js', '.css', '.cmake')) and lines > LONGEST_FILE:
        yield f'{path}: {lines} lines; more than {LONGEST_FILE} hold two jobs'
    if any(short_hash(word) in PRIVATE for word in private_candidates(text)):
        yield f'{path}: holds the name or phone of a real person'


def files_of(root):
    """What is tracked, and what could be: everything git does not ignore."""
    listed = subprocess.run(['git', '-C', root, 'ls-files', '-z', '-co', '--exclude-standard'],
                            capture_output=True, check=True).stdout.decode().split('\0')
    for path in filter(None, listed):
        file = Path(root, path)
        if file.is_file() and not file.is_symlink() and file.stat().st_size < TEXT_LIMIT:
            yield path, file.read_text(encoding='utf-8', errors='replace')


def public_headers(files):
    """The headers that a folder's CMakeLists.txt names: those that other layers may include."""
    return {f'{path.rpartition("/")[0]}/{name}' for path, text in files if path.endswith('/CMakeLists.txt')
            for name in re.findall(r'[\w/]+\.h\b', text)}


def check(root):
    faults = []
    files = list(files_of(root))
    public = public_headers(files)
    for path, text in files:
        faults += faults_of(path, text, public)
        lines = text.count('\n')
        if layer_of(path) and path.endswith(CPP) and LONG_FILE < lines <= LONGEST_FILE:
            print(f'layers: long: {path}: {lines} lines')
    faults += citation_faults(files)
    faults += unbuilt_faults(files)
    return faults, len(files)


def self_test():
    """Each violation, in a tree with nothing else wrong, is found, and once; what is allowed is not blamed."""
    PRIVATE.update({short_hash('不存在'), short_hash('12345678')})
    long_file = '\n' * (LONGEST_FILE + 1)
    forbidden = [
        ('core/form/a.h', '#include "app/shell/workbench.h"\n'),
        ('core/feel/a.cpp', '#include "core/form/definition.h"\n'),
        ('core/formats/a.cpp', '#  include "core/drafts/draft_store.h"\n'),
        ('app/a.cpp', '#include "web/loop.h"\n'),
        ('web/a.cpp', '#include "cli/main.h"\n'),
        ('cli/a.cpp', '#include "web/loop.h"\n'),
        ('app/a.cpp', '#ifdef __EMSCRIPTEN__\n#endif\n'),
        ('cli/a.cpp', '#if defined(__EMSCRIPTEN__)\n#endif\n'),
        ('web/a.cpp', 'EM_JS(void, f, (), {});\n'),
        ('web/a.cpp', '    EM_ASM({ f(); });\n'),
        ('core/sheet/a.cpp', '#include "imgui.h"\n'),
        ('core/sheet/a.cpp', '#include <emscripten.h>\n'),
        ('core/formats/json/a.h', '#include <nlohmann/json.hpp>\n', {'core/formats/CMakeLists.txt': 'HEADERS json/a.h'}),
        ('core/drafts/a.cpp', '    throw 1;\n'),
        ('app/a.cpp', long_file),
        ('web/a.js', long_file),
        ('notes.md', '填报人：不存在的人\n'),
        ('tests/a.txt', '电话 0711-12345678。\n'),
        ('tests/a.txt', '电话 071112345678。\n'),
        ('core/feel/text/a.h', '#include "core/feel/values/value.h"\n'),
        ('core/feel/tree/a.cpp', '#include "core/feel/expression.h"\n'),
        ('core/formats/json/a.cpp', '#include "core/formats/print/print_html.h"\n'),
        ('core/feel/attic/a.cpp', ''),
        ('core/form/a.h', '// The rest is in core/form/gone.h.\n'),
        ('core/form/a.cpp', 'int a;  /* as in\n gone.cpp */\n'),
        ('core/form/a.h', '// The union of DOMAIN.md.\n'),
        ('core/form/a.h', '// ../../README.md\n'),
        ('app/a.cpp', '// What core/gone says.\n', {'core/form/a.h': ''}),
        ('web/a.js', 'const a = "//"; // kept like web/gone.js\n'),
        ('tests/CMakeLists.txt', '# after tests/gone.txt\n'),
        ('tests/a.py', '"""Usage: tests/gone.py FILE"""\n'),
        ('tests/a.py', 'a = 1  # see docs/gone.md\n', {'docs/there.md': ''}),
        ('README.md', 'Read `docs/gone.md`.\n', {'docs/there.md': ''}),
        ('tests/core/form/a_test.cpp', '', {'tests/core/form/CMakeLists.txt': 'SOURCES b_a_test.cpp  # a_test.cpp\n'}),
        ('tests/core/form/a_test.cpp', '', {'tests/core/feel/CMakeLists.txt': 'SOURCES a_test.cpp\n'}),
        ('tests/core/feel/text/a_test.cpp', '', {'tests/core/feel/CMakeLists.txt': 'SOURCES a_test.cpp\n'}),
        ('tests/fuzz/a_fuzz.cpp', '', {'tests/fuzz/CMakeLists.txt': 'shenbao_fuzz(b_fuzz)\n'}),
        ('tests/bench/a_bench.cpp', ''),
        ('tests/core/a_test.py', '', {'tests/core/CMakeLists.txt': 'add_test(NAME a COMMAND python3 b_test.py)\n'}),
        ('tests/web/cases/a.mjs', '', {'tools/test': 'node tests/web/b.mjs\n',
                                       'tests/web/b.mjs': 'import "./cases/b_a.mjs";\n'}),
        ('tests/web/a.mjs', '', {'tools/test': '# node tests/web/a.mjs\n'}),
    ]
    allowed = [
        ('core/formats/a.h', '#include <nlohmann/json.hpp>\n'),
        ('core/formats/a.cpp', '#include <nlohmann/json.hpp>\n#include "core/sheet/sheet.h"\n'),
        ('app/a.cpp', '#include "imgui.h"\n#include "core/drafts/draft_store.h"\n'),
        ('web/a.cpp', '#ifdef __EMSCRIPTEN__\n#include <emscripten.h>\n#endif\n#include "app/shell/workbench.h"\n'),
        ('cli/a.cpp', '    try {\n    } catch (...) {\n    }\n'),
        ('core/form/a.cpp', '\n' * LONGEST_FILE),
        ('core/feel/tables/a.cpp', long_file),
        ('tests/a.txt', '电话 0711-60886688，李晓明\n'),
        ('core/feel/values/a.h', '#include "core/feel/values/b.h"\n#include "core/feel/text/utf8.h"\n'),
        ('core/feel/a.cpp', '#include "core/feel/builtins/builtin_functions.h"\n'),
        ('core/formats/text/a.cpp', '#include "core/feel/expression.h"\n'),
        ('core/form/a.h', '// Of a.h, core/form/a.h, core/form, core/*/a.h, and/or, imgui.h, https://x.org/core/b.md\n'),
        ('core/form/a.h', '// ../../README.md, ../../../outside.md\n', {'README.md': ''}),
        ('core/form/a.cpp', 'const char* a = "// core/form/gone.h";\n'),
        ('tests/a.py', 'a = "# core/gone.h"  # b/c\n', {'core/form/a.h': ''}),
        ('README.md', 'Write `core/NAME.h`, run `build/native/bin/a.js`.\n', {'core/form/a.h': ''}),
        ('tests/core/feel/text/a_test.cpp', '', {'tests/core/feel/CMakeLists.txt': 'SOURCES text/a_test.cpp b_test.cpp\n'}),
        ('tests/fuzz/a_fuzz.cpp', '', {'tests/fuzz/CMakeLists.txt': 'shenbao_fuzz(a_fuzz)\n'}),
        ('tests/core/a_test.py', '', {'tests/core/CMakeLists.txt': 'COMMAND python3 "${HERE}/a_test.py"\n'}),
        ('tests/web/cases/a.mjs', '', {'tools/test': 'node tests/web/b.mjs\n',
                                       'tests/web/b.mjs': "readdirSync('tests/web/cases')\n"}),
        ('tests/web/support/a.mjs', ''),
    ]
    missed = []
    for cases, bad in ((forbidden, True), (allowed, False)):
        for path, text, *others in cases:
            with tempfile.TemporaryDirectory() as root:
                subprocess.run(['git', 'init', '-q', root], check=True)
                for name, content in {path: text, **(others[0] if others else {})}.items():
                    Path(root, name).parent.mkdir(parents=True, exist_ok=True)
                    Path(root, name).write_text(content, encoding='utf-8')
                faults, _ = check(root)
                if len(faults) != bad:
                    missed.append(f'self-test: {path} with {text[:40]!r} gave {faults}')
    print(f'self-test: {len(forbidden)} forbidden and {len(allowed)} allowed trees')
    return missed


def main():
    if sys.argv[1:] == ['--self-test']:
        found = self_test()
    else:
        found, count = check(sys.argv[1])
        print(f'layers: {count} files, {len(found)} faults')
    print('\n'.join(found))
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
