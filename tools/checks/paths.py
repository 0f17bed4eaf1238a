"""Which checks a file or folder can break: tests/ mirrors the tree, so the tests of `core/form` are those of
`tests/core/form`. What builds on it is left to a whole run.
"""
import re
import subprocess
from pathlib import Path

TEST = re.compile(r'^TEST(?:_F|_P)?\((\w+),', re.MULTILINE)


def files_of(path):
    listed = subprocess.run(['git', 'ls-files', '--cached', '--others', '--exclude-standard', '--', str(path)],
                            capture_output=True, text=True, check=True).stdout
    return [Path(name) for name in listed.splitlines() if Path(name).is_file()]


def mirrored(path):
    """The deepest folder of tests/ that stands for this path, '' for all of them."""
    parts = path.parts[1:] if path.parts[0] == 'tests' else path.parts
    for count in range(len(parts), 0, -1):
        folder = Path('tests', *parts[:count])
        if folder.is_dir():
            return str(Path(*parts[:count]))
    return ''


# Checked by other means than GoogleTest, or by none.
OTHERWISE = ('tools', '.ci', 'web', 'cli', 'tests/web', 'tests/bench', 'tests/cli', 'tests/fuzz', 'tests/layers')


def is_within(path, folder):
    return path == Path(folder) or Path(folder) in path.parents


def native_tests(path, index):
    """Of `index`, pairs (folder, program) of the native tests, the programs for this path, `program:filter` where only
    a part of one is meant."""
    if any(is_within(path, folder) for folder in OTHERWISE) or path.suffix == '.md':
        return []
    folder, programs = mirrored(path), []
    # A program may hold the tests of several rooms: then the folder above names it.
    while folder and not programs:
        programs = [program for where, program in index if where == folder or where.startswith(folder + '/')]
        folder = str(Path(folder).parent) if Path(folder).parent != Path('.') else ''
    if path.parts[0] == 'tests' and path.suffix == '.cpp' and (suites := TEST.findall(path.read_text(encoding='utf-8'))):
        # Which of the folder's programs holds the file is only known to CMake's list of commands.
        holder = program_of(path)
        return [f'{holder}:{":".join(f"{name}.*:*/{name}.*" for name in sorted(set(suites)))}'] if holder else programs
    # What has no tests of its own, as the forms and the tests' helpers, is of use to all of them.
    return programs or [program for _, program in index]


def program_of(source):
    commands = Path('build/native/compile_commands.json').read_text(encoding='utf-8')
    match = re.search(rf'CMakeFiles/(\w+)\.dir/[^ "]*{re.escape(source.name)}\.o[^\n]*-c [^ "]*{re.escape(str(source))}"', commands)
    return match[1] if match else None
