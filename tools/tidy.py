"""Runs clang-tidy on the product's own sources and remembers what was clean.

Usage: tools/tidy.py BUILD_FOLDER [--jobs N] [FILE...]
A file is checked again only when it, a header of ours that it includes, or the configuration changed.
Tests are left out: GoogleTest's macros make them slow and noisy.
"""
import argparse
import concurrent.futures
import hashlib
import re
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


def tidy(build, path):
    run = subprocess.run(['clang-tidy', '--quiet', '-p', build, str(path)], capture_output=True, text=True, check=False)
    return run.returncode, run.stdout


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('build')
    parser.add_argument('--jobs', type=int, default=2)
    parser.add_argument('files', nargs='*')
    arguments = parser.parse_intermixed_args()
    tracked = subprocess.run(['git', 'ls-files', '--', 'app/*.cpp', 'assets/*.cpp', 'cli/*.cpp', 'core/*.cpp'],
                             capture_output=True, text=True, check=True).stdout.splitlines()
    version = subprocess.run(['clang-tidy', '--version'], capture_output=True, check=True).stdout
    configuration = version + Path('.clang-tidy').read_bytes()
    clean = Path('build/tidy')
    clean.mkdir(parents=True, exist_ok=True)
    stamps = {Path(name): clean / fingerprint(Path(name), configuration) for name in arguments.files or tracked}
    todo = [path for path, stamp in stamps.items() if not stamp.exists()]
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        started = {pool.submit(tidy, arguments.build, path): path for path in todo}
        began = time.monotonic()
        for done, future in enumerate(concurrent.futures.as_completed(started), 1):
            path = started[future]
            status, output = future.result()
            print(f'[{done}/{len(todo)}] {"ok" if status == 0 else "FAULT"} {path} ({time.monotonic() - began:.0f} s)')
            if status == 0:
                stamps[path].touch()
            else:
                failed += 1
                print(output)
            sys.stdout.flush()
    print(f'{len(stamps)} files, {len(todo)} of them new or changed, {failed} with faults')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
