"""Holds the architecture: fails on an upward include, a platform switch outside web/, JavaScript in C++, a file that
grew a second job, and a real person's data. Usage: check_layers.py ROOT [--self-test]"""
import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

# Higher number, higher layer; a file may include its own layer and lower ones.
LAYERS = {'core/decimal': 0, 'core/feel': 1, 'core/form': 2, 'core/review': 3, 'core/sheet': 4, 'core/formats': 5,
          'core/drafts': 6, 'assets': 6, 'app': 7, 'web': 8, 'cli': 8}
# SHA-256 of the words of the seed form's real person and phone, so that they stand nowhere here.
PRIVATE = {'10b2b13f', '12f0e79f'}
LONGEST_FILE = 400


def layer_of(path):
    return next((layer for layer in LAYERS if path == layer or path.startswith(layer + '/')), None)


def private_words(text):
    for run in re.findall(r'[\u4e00-\u9fff]{3,}', text):
        yield from (run[i:i + 3] for i in range(len(run) - 2))
    yield from re.findall(r'\d{3,4}-?\d{7,8}', text)


def faults_of(path, text):
    layer = layer_of(path)
    if layer and path.endswith(('.h', '.cpp')):
        for number, line in enumerate(text.splitlines(), 1):
            include = re.match(r'\s*#\s*include\s*["<]([^">]+)[">]', line)
            if include:
                target = layer_of(include[1])
                # web and cli stand side by side: neither knows the other.
                if target and target != layer and LAYERS[target] >= LAYERS[layer]:
                    yield f'{path}:{number}: {layer} must not include {target}'
                if layer.startswith('core/') and include[1].startswith(('imgui', 'emscripten', 'app/')):
                    yield f'{path}:{number}: core must not include {include[1]}'
                if path.endswith('.h') and layer.startswith('core/') and 'nlohmann' in include[1]:
                    yield f'{path}:{number}: a header of core must not include nlohmann'
            if '__EMSCRIPTEN__' in line and layer != 'web':
                yield f'{path}:{number}: __EMSCRIPTEN__ outside web/'
            if re.search(r'\bEM_(JS|ASM)\b', line):
                yield f'{path}:{number}: JavaScript belongs into web/*.js'
            if layer.startswith(('core', 'app', 'web')) and re.search(r'^\s*(throw\b|try\s*\{|\}\s*catch)', line):
                yield f'{path}:{number}: no exceptions in what becomes wasm'
        if text.count('\n') > LONGEST_FILE:
            yield f'{path}: {text.count(chr(10))} lines; more than {LONGEST_FILE} hold two jobs'
    for word in private_words(text):
        if hashlib.sha256(word.encode()).hexdigest()[:8] in PRIVATE:
            yield f'{path}: holds the name or phone of a real person'
            break


def check(root):
    listed = subprocess.run(['git', '-C', root, '-c', 'core.quotePath=false', 'ls-files', '-co', '--exclude-standard'],
                            capture_output=True, text=True, check=True).stdout.splitlines()
    faults = []
    for path in listed:
        file = Path(root, path)
        if file.is_file() and not file.is_symlink():
            faults += faults_of(path, file.read_text(encoding='utf-8', errors='replace'))
    return faults, len(listed)


def self_test():
    """Each violation, alone in a tree, is found; a clean tree is not blamed."""
    cases = {
        'core/form/a.h': '#include "app/workbench.h"\n',
        'core/feel/a.cpp': '#include "core/form/definition.h"\n',
        'app/a.cpp': '#ifdef __EMSCRIPTEN__\n#endif\n',
        'web/a.cpp': 'EM_JS(void, f, (), {});\n',
        'core/sheet/a.cpp': '#include "imgui.h"\n',
        'core/formats/a.h': '#include <nlohmann/json.hpp>\n',
        'web/b.cpp': '#include "cli/main.h"\n',
        'core/drafts/a.cpp': '    throw 1;\n',
        'app/b.cpp': '\n' * (LONGEST_FILE + 1),
    }
    missed = []
    for path, text in {**cases, 'app/clean.cpp': '#include "core/sheet/sheet.h"\n'}.items():
        with tempfile.TemporaryDirectory() as root:
            subprocess.run(['git', 'init', '-q', root], check=True)
            Path(root, path).parent.mkdir(parents=True)
            Path(root, path).write_text(text)
            faults, _ = check(root)
            if bool(faults) != (path in cases):
                missed.append(f'self-test: {path!r} gave {faults}')
    return missed


if __name__ == '__main__':
    found, files = (self_test(), 0) if '--self-test' in sys.argv else check(sys.argv[1])
    print('\n'.join(found) or f'layers: {files} files, no fault')
    sys.exit(1 if found else 0)
