"""tools/test: see there for what it takes."""
import argparse
import os
import sys
from pathlib import Path

import paths
from runner import Runner, Step, end_everything

PARTS = ['python3', 'tools/checks/parts.py']
NODE_TESTS = ['node', 'tests/web/run.mjs']
LINT = ['tests/web/node_modules/.bin/eslint', '--config', 'tests/web/eslint.config.mjs', '--max-warnings', '0',
        '--no-error-on-unmatched-pattern']


def native_steps():
    return [
        Step('native: configure and build', [*PARTS, 'build', 'native']),
        Step('native: public headers compile alone', ['cmake', '--build', '--preset', 'native', '--target', 'all_verify_interface_header_sets',
                                                      '--', '-k', '0'], after=['native: configure and build']),
        Step('source: clang-format', [*PARTS, 'format'], cores=1),
        Step('source: eslint', [*LINT, 'web/**/*.js', 'tools/**/*.mjs', 'tests/**/*.mjs'], cores=1),
        Step('native: tests under sanitizers, and what fuzzers once found', [*PARTS, 'ctest', 'native'], after=['native: configure and build']),
    ]


def tidy_step(cores, *options):
    return Step('source: clang-tidy and g++', ['python3', 'tools/tidy.py', 'build/native', '--jobs', str(cores), *options],
                after=['native: configure and build'])


def wasm_steps():
    return [
        Step('wasm: configure and build', [*PARTS, 'build', 'wasm']),
        # Binding the page together keeps one processor busy, the tests under Node the other.
        Step('wasm: page', [*PARTS, 'build', 'wasm', 'page'], after=['wasm: configure and build'], cores=1),
        Step('wasm: tests under Node', [*PARTS, 'ctest', 'wasm'], after=['wasm: configure and build'], cores=1),
        Step('wasm: only what Chromium 86 has', [*PARTS, 'wasm-features'], after=['wasm: page'], cores=1),
        Step('page: scripts and styles only of what Chromium 86 has', ['node', 'tests/web/old_browser.mjs'], after=['wasm: page'], cores=1),
    ]


def browser_steps():
    return [
        Step('browsers', [*NODE_TESTS, '--jobs', '2'], after=['wasm: page']),
        Step('browsers: typing with a real Pinyin input method', ['node', 'tests/web/pinyin.mjs'], after=['wasm: page']),
        # These two wait more than they work.
        Step('browsers: killed while typing', ['node', 'tests/web/crashes.mjs', '--kills', '6'], after=['wasm: page'], cores=1),
        Step('browsers: the tree of a screen reader', ['node', 'tests/web/screen_reader.mjs'], after=['wasm: page'], cores=1),
    ]


def path_steps(given, cores, runner):
    """What `given` can break, of files: the folder's tests, and everything that reads these files only."""
    steps, files, programs, pages = [], [], [], []
    configured = Path('build/native/tests.txt')
    if not configured.exists():
        runner.run([Step('native: configure', ['cmake', '--preset', 'native'])])
    index = [line.split() for line in configured.read_text().splitlines()]
    for path in given:
        files += paths.files_of(path)
        programs += paths.native_tests(path, index)
        if paths.is_within(path, 'web') or paths.is_within(path, 'tests/web'):
            pages.append(path)
    cpp = [str(file) for file in files if file.suffix in ('.h', '.cpp') and 'tables' not in file.parts]
    scripts = [str(file) for file in files if file.suffix in ('.js', '.mjs')]
    if cpp:
        steps.append(Step('source: clang-format', [*PARTS, 'format', *cpp], cores=1))
    if scripts:
        steps.append(Step('source: eslint', [*LINT, *scripts], cores=1))
    steps.append(Step('source: layers', ['python3', 'tests/layers/check_layers.py', '.'], cores=1))
    programs = list(dict.fromkeys(programs))
    targets = sorted({name.partition(':')[0] for name in programs})
    if any(paths.is_within(path, folder) for path in given for folder in ('cli', 'tests/cli')):
        steps += [Step('native: build the command', [*PARTS, 'build', 'native', 'shenbao']),
                  Step('native: the command', ['python3', 'tests/cli/cli_test.py', 'build/native/bin/shenbao'], after=['native: build the command'])]
    if any(paths.is_within(path, 'tests/fuzz') for path in given):
        fuzzers = [file.stem for file in sorted(Path('tests/fuzz').glob('*_fuzz.cpp'))]
        steps += [Step('native: build the fuzzers', [*PARTS, 'build', 'native', *fuzzers]),
                  Step('native: what fuzzers once found', ['ctest', '--preset', 'native', '-R', '^fuzz_'], after=['native: build the fuzzers'])]
    if targets:
        steps += [Step(f'native: build {", ".join(targets)}', [*PARTS, 'build', 'native', *targets]),
                  Step('native: tests', [*PARTS, 'programs', *programs], after=[f'native: build {", ".join(targets)}'])]
    if sources := [name for name in cpp if name.endswith('.cpp') and not name.startswith(('tests/', 'web/'))]:
        steps.append(Step('source: clang-tidy and g++', ['python3', 'tools/tidy.py', 'build/native', '--jobs', str(cores), *sources]))
    if pages:
        steps += [Step('source: scripts without a browser', ['node', '--test', *map(str, sorted(Path('tests').glob('*/*.test.mjs')))], cores=1),
                  Step('wasm: page', [*PARTS, 'build', 'wasm', 'page']),
                  Step('page: scripts and styles only of what Chromium 86 has', ['node', 'tests/web/old_browser.mjs'], after=['wasm: page'], cores=1),
                  Step('browsers: Chromium, file', [*NODE_TESTS, '--browser', 'Chromium, no WebGL, file', *(word for path in pages for word in ('--for', str(path)))],
                       after=['wasm: page'])]
    return steps


def main():
    parser = argparse.ArgumentParser(prog='tools/test')
    parser.add_argument('paths', nargs='*', type=Path, metavar='PATH', help='a file or folder: only what it can break')
    parser.add_argument('--quick', action='store_true', help='native tests and checks of sources; no wasm, browsers, clang-tidy')
    parser.add_argument('--all', action='store_true', help='clang-tidy of all files, not only of what differs from main; 30 s of each fuzzer, as in CI')
    parser.add_argument('--times', action='store_true', help='say at the end where the time went')
    options = parser.parse_args()
    root = Path.cwd()
    given = [path.resolve().relative_to(root) if path.is_absolute() else path for path in options.paths]
    for path in given:
        if not path.exists():
            parser.error(f'{path} is not there')
    cores = os.cpu_count() or 1
    runner = Runner(cores)
    everything = options.all or os.environ.get('CI') == 'true'
    if given:
        runner.run(path_steps(given, cores, runner))
    else:
        steps = native_steps()
        if everything:
            steps.append(Step('native: 30 s of each fuzzer', [*PARTS, 'fuzz', '30'], after=['native: configure and build']))
        if not options.quick:
            steps += [tidy_step(cores, *(['--all'] if options.all else [])), *wasm_steps(), *browser_steps()]
        runner.run(steps)
    end_everything()
    if options.times:
        runner.times()
    runner.failures()
    total = max((step.ended for step in runner.steps), default=0) - min((step.began for step in runner.steps), default=0)
    print(f'\n{total // 60:.0f} min {total % 60:.0f} s')
    print(f'{runner.passed} passed, {runner.failed} failed')
    return int(runner.failed > 0 or runner.passed == 0)


if __name__ == '__main__':
    sys.exit(main())
