"""Every test is run by something: a source that no CMakeLists.txt and no runner names is a test that nobody runs."""
import re

CPP_TEST = re.compile(r'tests/.*_(?:test|fuzz|bench)\.cpp')
PYTHON_TEST = re.compile(r'tests/(?:.*/)?(?:\w+_test|check_\w+)\.py')
NODE_TEST = re.compile(r'tests/(?!web/node_modules/)(?:.*/)?\w+\.test\.mjs')
# Programs for Node and their cases; support/ is looked at by them, page_bench and its like by people.
WEB_TEST = re.compile(r'tests/web/(?!support/|node_modules/)(?:\w+/)*\w+\.mjs')


def without_comments(text):
    return re.sub(r'(?m)(?:^|(?<=\s))(?:#|//).*$', '', text)


def named_by_cmake(path, lists):
    folder, _, rest = path.rpartition('/')
    while folder:
        text = lists.get(f'{folder}/CMakeLists.txt', '')
        named = re.escape(path[len(folder) + 1:])
        # A program of one source is made by its name alone: feel_fuzz of feel_fuzz.cpp.
        if rest == path[len(folder) + 1:] and rest.endswith('_fuzz.cpp'):
            named += '|' + re.escape(rest.removesuffix('.cpp'))
        if re.search(rf'(?<![\w/.-])(?:\$\{{\w+\}}/)?(?:{named})(?![\w.-])', text):
            return True
        folder = folder.rpartition('/')[0]
    return False


def named_by_runner(path, runners):
    folder, _, name = path.rpartition('/')
    # By its own name, or with all of its folder.
    named = re.compile(rf'[/\s\'"]{re.escape(name)}\b|readdirSync\(\'{re.escape(folder)}\'\)')
    return any(named.search(text) for runner, text in runners.items() if runner != path)


def unbuilt_faults(files):
    lists = {path: without_comments(text) for path, text in files if path.endswith('CMakeLists.txt')}
    runners = {path: without_comments(text) for path, text in files
               if path.startswith('tools/') or WEB_TEST.fullmatch(path)}
    for path, _ in files:
        if any(kind.fullmatch(path) for kind in (CPP_TEST, PYTHON_TEST, NODE_TEST)) and not named_by_cmake(path, lists):
            yield f'{path}: no CMakeLists.txt names it, so nothing runs it'
        if WEB_TEST.fullmatch(path) and not named_by_runner(path, runners):
            yield f'{path}: no runner names it, so nothing runs it'
