"""Files that comments and Markdown name must be there: what a comment sends its reader to, and moved away, is a lie."""
import ast
import fnmatch
import io
import posixpath
import re
import tokenize

SOURCE = r'(?:h|cpp|js|mjs|py|md|cmake|css)'
# A path of at least one folder, or the bare name of a source. Not the tail of another path (/usr, https://).
CITED = re.compile(rf'(?<![\w/.$<~-])(?:[\w.*-]+/)+[\w.*-]*\w|(?<![\w/.$<~*-])[\w.-]*\w\.{SOURCE}\b(?![\w/(])')
# Strings are read over, so that what looks like a comment in them is none.
CPP_OR_JS = re.compile(r'R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<!\w)\'(?:\\.|[^\'\\\n])*\'|`(?:\\.|[^`\\])*`'
                       r'|(?P<comment>//[^\n]*|/\*.*?\*/)', re.S)
# Sources that are not ours.
FOREIGN = re.compile(r'imgui\w*\.(cpp|h)')
# Stands for any name.
PLACEHOLDER = re.compile(r'\b(NAME|FILE|FOLDER|ROOM)\b')


def python_comments(text):
    try:
        for token in tokenize.generate_tokens(io.StringIO(text).readline):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node, clean=False):
                yield node.body[0].lineno, ast.get_docstring(node, clean=False)
    except (SyntaxError, tokenize.TokenError):
        yield 1, text


def comments_of(path, text):
    """The comments of a file, each with the number of its first line."""
    if path.endswith('.md'):
        yield 1, text
    elif path.endswith(('.h', '.cpp', '.js', '.mjs')):
        for found in CPP_OR_JS.finditer(text):
            if found['comment']:
                yield text.count('\n', 0, found.start()) + 1, found['comment']
    elif path.endswith('.py'):
        yield from python_comments(text)
    elif path.endswith(('CMakeLists.txt', '.cmake')):
        for number, line in enumerate(text.splitlines(), 1):
            if '#' in line:
                yield number, line[line.index('#'):]


class Tree:
    """What there is to be named."""

    def __init__(self, paths):
        self.files = set(paths)
        self.folders = {path[:end] for path in paths for end, sign in enumerate(path) if sign == '/'}
        self.names = {path.rpartition('/')[2] for path in paths}

    def has(self, cited, folder):
        """Named from the root, or from the folder of the file that names it."""
        for path in (cited, posixpath.normpath(f'{folder}/{cited}')):
            if path in self.files or path in self.folders or ('*' in path and fnmatch.filter(self.files, path)):
                return True
        return '/' not in cited and cited in self.names

    def must_have(self, cited, folder):
        first, _, rest = cited.partition('/')
        if PLACEHOLDER.search(cited) or FOREIGN.fullmatch(cited) or first in ('build', 'dist'):
            return False
        if 'node_modules' in cited or posixpath.normpath(f'{folder}/{cited}').startswith('../'):
            return False
        # Prose has strokes, too: “and/or”. A path starts with one of our folders, or ends like a source.
        return not rest or first in self.folders or re.search(rf'\.{SOURCE}$', rest) is not None


def citation_faults(files):
    tree = Tree([path for path, _ in files])
    for path, text in files:
        for line, comment in comments_of(path, text):
            for found in CITED.finditer(comment):
                cited, folder = found[0], path.rpartition('/')[0]
                if tree.must_have(cited, folder) and not tree.has(cited, folder):
                    number = line + comment.count('\n', 0, found.start())
                    yield f'{path}:{number}: names {cited}, which is not there'
