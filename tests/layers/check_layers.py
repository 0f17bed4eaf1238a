"""Holds the architecture: fails on an upward include, a platform switch outside web/, JavaScript inside C++, a file that
grew a second job, and a real person's data anywhere.

Usage: check_layers.py ROOT | check_layers.py --self-test
"""
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Higher number, higher layer; a file may include its own layer and lower ones. web and cli stand side by side.
LAYERS = {'core/decimal': 0, 'core/feel': 1, 'core/form': 2, 'core/review': 3, 'core/sheet': 4, 'core/formats': 5,
          'core/drafts': 6, 'assets': 6, 'app': 7, 'web': 8, 'cli': 8}
CPP = ('.h', '.cpp')
# Lines: above the first a file is named, above the second it fails.
LONG_FILE, LONGEST_FILE = 300, 400
# Starts of SHA-256 of the seed form's real name (three characters) and phone number (its last eight digits), so that
# they stand nowhere here.
PRIVATE = {'10b2b13f', '978b8bae'}
TEXT_LIMIT = 4_000_000


def layer_of(path):
    return next((layer for layer in LAYERS if path.startswith(layer + '/')), None)


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
    for number, line in enumerate(text.splitlines(), 1):
        include = re.match(r'\s*#\s*include\s*["<]([^">]+)[">]', line)
        if include:
            target = layer_of(include[1])
            if target and target != layer and LAYERS[target] >= LAYERS[layer]:
                yield f'{path}:{number}: {layer} must not include {target}'
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
            for name in re.findall(r'\w+\.h\b', text)}


def check(root):
    faults = []
    files = list(files_of(root))
    public = public_headers(files)
    for path, text in files:
        faults += faults_of(path, text, public)
        lines = text.count('\n')
        if layer_of(path) and path.endswith(CPP) and LONG_FILE < lines <= LONGEST_FILE:
            print(f'layers: long: {path}: {lines} lines')
    return faults, len(files)


def self_test():
    """Each violation, alone in a tree, is found; what is allowed is not blamed."""
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
        ('core/formats/a_public.h', '#include <nlohmann/json.hpp>\n'),
        ('core/drafts/a.cpp', '    throw 1;\n'),
        ('app/a.cpp', long_file),
        ('web/a.js', long_file),
        ('notes.md', '填报人：不存在的人\n'),
        ('tests/a.txt', '电话 0711-12345678。\n'),
        ('tests/a.txt', '电话 071112345678。\n'),
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
    ]
    missed = []
    for cases, bad in ((forbidden, True), (allowed, False)):
        for path, text in cases:
            with tempfile.TemporaryDirectory() as root:
                subprocess.run(['git', 'init', '-q', root], check=True)
                Path(root, path).parent.mkdir(parents=True, exist_ok=True)
                Path(root, path).write_text(text, encoding='utf-8')
                if path.endswith('_public.h'):
                    Path(root, path).with_name('CMakeLists.txt').write_text(f'HEADERS {Path(path).name}', encoding='utf-8')
                faults, _ = check(root)
                if bool(faults) != bad:
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
