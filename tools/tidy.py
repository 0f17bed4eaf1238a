"""Runs clang-tidy on the product's own sources, and g++, which must accept them too, and remembers what was clean.

Usage: tools/tidy.py BUILD_FOLDER [--jobs N] [--all] [FILE...]
A file is checked again only when it, a header of ours that it includes, or the configuration changed: what was clean in
any checkout of this machine is remembered in ~/.cache/shenbao/tidy. Of the others only what differs from main is
checked, by itself or by a header; with --all, and on main itself, all are.
Tests are left out: GoogleTest's macros make them slow and noisy.
"""
import argparse
import concurrent.futures
import hashlib
import json
import os
import re
import shlex
import subprocess
import sys
import time
from pathlib import Path

INCLUDE = re.compile(r'^\s*#\s*include\s*"([^"]+)"', re.MULTILINE)


def closure(path, seen):
    """The file and, recursively, the files of this checkout it includes."""
    if path not in seen and path.is_file():
        seen.add(path)
        for name in INCLUDE.findall(path.read_text(encoding='utf-8', errors='replace')):
            closure(Path(name), seen)
    return seen


def fingerprint(path, configuration):
    digest = hashlib.sha256(configuration)
    for file in sorted(closure(path, set())):
        digest.update(str(file).encode() + b'\0' + file.read_bytes())
    return f'{path.name}-{digest.hexdigest()[:24]}'


def changed_since_main():
    """Files that differ from where this branch left main; None where that cannot be told, or this is main."""
    def git(*words):
        return subprocess.run(['git', *words], capture_output=True, text=True, check=False).stdout.split()
    head = git('rev-parse', 'HEAD')
    for main_line in ('origin/main', 'main'):
        base = git('merge-base', 'HEAD', main_line)
        if base and base != head:
            return {Path(name) for name in git('diff', '--name-only', base[0]) + git('ls-files', '--others', '--exclude-standard')}
    return None


def check(build, path, commands):
    """Both compilers read the file; what they say if one does not like it."""
    said = ''
    for command in (['clang-tidy', '--quiet', '-p', build, str(path)], second_compiler(commands.get(path.resolve()))):
        if command:
            run = subprocess.run(command, cwd=None if command[0] == 'clang-tidy' else build, capture_output=True, text=True, check=False)
            said += run.stdout + run.stderr if run.returncode else ''
    return said


def second_compiler(command):
    """The native build is clang's, and so is wasm: g++ reads the file alone, with the same macros and folders."""
    if not command:
        return None
    words, kept = shlex.split(command), []
    for word, following in zip(words, words[1:] + ['']):
        if word.startswith(('-D', '-I', '-std', '-Wall', '-Wextra', '-fno-exceptions', '-fno-rtti')):
            kept.append(word)
        elif word == '-isystem':
            kept += [word, following]
    return ['g++', *kept, '-fsyntax-only', '-Werror=return-type', words[-1]]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('--all', action='store_true')
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_intermixed_args()
    tracked = subprocess.run(['git', 'ls-files', '--', 'app/*.cpp', 'assets/*.cpp', 'cli/*.cpp', 'core/*.cpp'],
                             capture_output=True, text=True, check=True).stdout.splitlines()
    configuration = b''.join(Path(name).read_bytes() for name in (
        '.clang-tidy', 'CMakePresets.json', 'tools/tidy.py', 'tools/dependencies.txt', 'tools/cmake/Shenbao.cmake'))
    for compiler in ('clang-tidy', 'g++'):
        configuration += subprocess.run([compiler, '--version'], capture_output=True, check=True).stdout
    clean = Path(os.environ.get('SHENBAO_CACHE', Path.home() / '.cache' / 'shenbao')) / 'tidy'
    clean.mkdir(parents=True, exist_ok=True)
    stamps = {Path(name): clean / fingerprint(Path(name), configuration) for name in arguments.files or tracked}
    unknown = [path for path, stamp in stamps.items() if not stamp.exists()]
    changed = None if arguments.all or arguments.files else changed_since_main()
    todo = unknown if changed is None else [path for path in unknown if closure(path, set()) & changed]
    commands = {Path(entry['file']): entry['command'] for entry in json.loads((Path(arguments.build) / 'compile_commands.json').read_text(encoding='utf-8'))}
    failed = 0

    def timed(path):
        began = time.monotonic()
        return check(arguments.build, path, commands), time.monotonic() - began

    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        started = {pool.submit(timed, path): path for path in todo}
        for done, future in enumerate(concurrent.futures.as_completed(started), 1):
            path = started[future]
            said, seconds = future.result()
            print(f'[{done}/{len(todo)}] {"FAULT" if said else "ok"} {path} ({seconds:.1f} s)')
            if said:
                failed += 1
                print(said)
            else:
                stamps[path].touch()
            sys.stdout.flush()
    print(f'{len(stamps)} files, {len(todo)} of them new or changed, {failed} with faults')
    if len(unknown) > len(todo):
        print(f'{len(unknown) - len(todo)} more were never checked on this machine and are as on main: --all checks them')
    # Stamps of what files once were are of no use for long.
    for stamp in clean.iterdir():
        if stamp.stat().st_mtime < time.time() - 60 * 86400:
            stamp.unlink(missing_ok=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
