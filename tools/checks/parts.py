"""Checks that are more than one command; tools/test runs them as steps:

parts.py build PRESET [TARGET…]   configure and build; every error is reported, not only the first
parts.py ctest PRESET             a preset's tests, counted as GoogleTest counts them
parts.py programs NAME[:FILTER]…  native test programs of these names
parts.py format [FILE…]           clang-format of what is ours
parts.py wasm-features            the page's wasm needs nothing that Chromium 86 has not
parts.py fuzz SECONDS             looks for new faults with each fuzzer
"""
import os
import re
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

FUZZERS = Path('tests/fuzz')


def run(*command, **options):
    return subprocess.run([str(word) for word in command], check=False, **options).returncode


def build(preset, *targets):
    return run('cmake', '--preset', preset) or \
        run('cmake', '--build', '--preset', preset, *(['--target', *targets] if targets else []), '--', '-k', '0')


def ctest(preset):
    """ctest itself counts programs only. A program without GoogleTest, or one that crashed, counts as one."""
    good, bad = {}, {}
    process = subprocess.Popen(['ctest', '--preset', preset, '-j', str(os.cpu_count()), '-V'], text=True, errors='replace',
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for line in process.stdout:
        print(line, end='')
        number = int(re.match(r'(\d+): |', line)[1] or 0)
        if match := re.match(r'\d+: \[  PASSED  \] (\d+)', line):
            good[number] = int(match[1])
        elif match := re.match(r'\d+: +(\d+) FAILED TEST', line):
            bad[number] = int(match[1])
        elif match := re.search(r' Test +#(\d+): ', line):
            number = int(match[1])
            if re.search(r' Passed +[0-9.]+ sec', line):
                good.setdefault(number, 1)
            else:
                bad.setdefault(number, 1)
    status = process.wait()
    print(f'{sum(good.values())} passed, {sum(bad.values())} failed')
    return status


def programs(*names):
    good = bad = 0
    for name in names:
        program, _, wanted = name.partition(':')
        began = time.monotonic()
        done = subprocess.run([f'build/native/bin/{program}', *([f'--gtest_filter={wanted}'] if wanted else [])],
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace', check=False)
        print(done.stdout)
        passed = int((re.findall(r'^\[  PASSED  \] (\d+)', done.stdout, re.MULTILINE) or [0])[-1])
        failed = int((re.findall(r'^ *(\d+) FAILED TEST', done.stdout, re.MULTILINE) or [0])[-1])
        # A filter that fits nothing proves nothing.
        failed = max(failed, int(done.returncode != 0 or passed == 0))
        good, bad = good + passed, bad + failed
        print(f'{"ok" if not failed else "FAILED"} {program} ({(time.monotonic() - began) * 1000:.0f} ms)')
    print(f'{good} passed, {bad} failed')
    return int(bad > 0)


def clang_format(*files):
    """Generated tables keep their generator's layout."""
    if not files:
        patterns = [f'{folder}/*.{kind}' for folder in ('app', 'assets', 'cli', 'core', 'tests', 'web') for kind in ('h', 'cpp')]
        files = subprocess.run(['git', 'ls-files', '--', *patterns, ':!*/tables/*'], capture_output=True, text=True,
                               check=True).stdout.splitlines()
    return run('clang-format', '--dry-run', '-Werror', *files)


def wasm_features():
    """Everything switched off that Chromium 86 does not have; and that this is noticed."""
    validate = ['wasm-validate', '--disable-simd', '--disable-reference-types']
    for later in ('(param v128)', '(param externref)'):
        Path('build/later.wat').write_text(f'(module (func {later}))')
        if run('wat2wasm', 'build/later.wat', '-o', 'build/later.wasm'):
            return 1
        if run(*validate, 'build/later.wasm', stderr=subprocess.DEVNULL) == 0:
            print(f'{later} was not refused')
            return 1
    page = Path('build/wasm/page-path.txt').read_text(encoding='utf-8').strip()
    return run('node', 'tools/unpack_wasm.mjs', page, 'build/page.wasm') or run(*validate, 'build/page.wasm')


def fuzz(seconds):
    """What is found lands in build/fuzz: put it, made small, into the corpus once it is mended."""
    found = Path('build/fuzz')
    found.mkdir(parents=True, exist_ok=True)

    def one(corpus):
        program = Path('build/native/bin') / f'{corpus.name}_fuzz'
        dictionary = FUZZERS / f'{corpus.name}.dict'
        with tempfile.TemporaryDirectory() as fresh:
            done = subprocess.run([program, f'-max_total_time={seconds}', '-timeout=10', '-rss_limit_mb=1500', '-print_final_stats=1',
                                   f'-artifact_prefix={found}/{corpus.name}-', *([f'-dict={dictionary}'] if dictionary.exists() else []),
                                   fresh, corpus], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors='replace', check=False)
        print(done.stdout[-6000:])
        runs = (re.findall(r'number_of_executed_units: (\d+)', done.stdout) or ['no'])[-1]
        print(f'{"ok" if done.returncode == 0 else "FAILED"} {corpus.name}: {runs} inputs', flush=True)
        return done.returncode

    corpora = sorted(path for path in (FUZZERS / 'corpus').iterdir() if path.is_dir())
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = sum(status != 0 for status in pool.map(one, corpora))
    print(f'{len(corpora) - failed} passed, {failed} failed')
    return int(failed > 0 or not corpora)


PARTS = {'build': build, 'ctest': ctest, 'programs': programs, 'format': clang_format, 'wasm-features': wasm_features, 'fuzz': fuzz}

if __name__ == '__main__':
    sys.exit(PARTS[sys.argv[1]](*sys.argv[2:]))
