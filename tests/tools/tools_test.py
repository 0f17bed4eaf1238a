"""What tools/test promises: it counts right, and whatever ends it ends all that it started. And what faults tools/mutate
makes."""
import importlib.machinery
import importlib.util
import os
import signal
import subprocess
import sys
import tempfile
import time
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHECKS = ROOT / 'tools' / 'checks'
sys.path.insert(0, str(CHECKS))
import paths  # noqa: E402

# Like a browser: a grandchild that leaves the group and the session of who started it, and outlives it.
BROWSER = "import subprocess, sys; subprocess.Popen(['sleep', sys.argv[1]], start_new_session=True); " \
          "open(sys.argv[2], 'w').close(); import time; time.sleep(float(sys.argv[3]))"


def program(*steps):
    lines = [f"Step({name!r}, ['sh', '-c', {command!r}], after={after!r}, cores={cores!r})" for name, command, after, cores in steps]
    return f'import sys; sys.path.insert(0, {str(CHECKS)!r}); from runner import *; r = Runner(2); r.run([{", ".join(lines)}]); ' \
           f"end_everything(); print(f'{{r.passed}} passed, {{r.failed}} failed')"


def running(argument):
    return [entry.name for entry in Path('/proc').iterdir() if entry.name.isdigit() and command_of(entry) == f'sleep {argument}']


def command_of(entry):
    try:
        return (entry / 'cmdline').read_text().replace('\0', ' ').strip()
    except OSError:
        return ''


class Runner(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def run_steps(self, *steps):
        return subprocess.run([sys.executable, '-c', program(*steps)], cwd=self.folder.name, capture_output=True, text=True, timeout=60, check=False).stdout

    def test_adds_up_what_test_programs_count_and_counts_other_steps_as_one(self):
        said = self.run_steps(('a', "echo '7 passed, 2 failed'; exit 1", [], 1), ('b', 'true', [], 1), ('c', 'false', [], 1))
        self.assertIn('8 passed, 3 failed', said)

    def test_a_program_that_ends_badly_after_passing_all_has_failed(self):
        self.assertIn('3 passed, 1 failed', self.run_steps(('a', "echo '3 passed, 0 failed'; exit 9", [], 1)))

    def test_what_needs_a_failed_step_is_a_failure_too(self):
        said = self.run_steps(('build', 'false', [], None), ('run', 'true', ['build'], None))
        self.assertIn('0 passed, 2 failed', said)
        self.assertIn('not tried without “build”', said)

    def test_steps_of_one_processor_run_beside_each_other(self):
        began = time.monotonic()
        meet = 'touch {0}; for i in $(seq 200); do [ -e {1} ] && exit 0; sleep 0.05; done; exit 1'
        said = self.run_steps(('a', meet.format('x', 'y'), [], 1), ('b', meet.format('y', 'x'), [], 1))
        self.assertIn('2 passed, 0 failed', said)
        self.assertLess(time.monotonic() - began, 20)

    def end_by(self, number):
        argument, ready = f'98{os.getpid()}{number}', Path(self.folder.name, 'ready')
        command = f'{sys.executable} -c "{BROWSER}" {argument} {ready} 97'
        process = subprocess.Popen([sys.executable, '-c', program(('browsers', command, [], None))], cwd=self.folder.name, stdout=subprocess.DEVNULL)
        while not ready.exists():
            time.sleep(0.05)
        self.assertEqual(len(running(argument)), 1)
        process.send_signal(number)
        self.assertEqual(process.wait(30), 128 + number)
        self.assertEqual(running(argument), [])

    def test_SIGTERM_ends_what_left_its_group(self):
        self.end_by(signal.SIGTERM)

    def test_control_c_ends_what_left_its_group(self):
        self.end_by(signal.SIGINT)

    def test_what_outlives_its_step_is_ended_at_the_end(self):
        argument, ready = f'99{os.getpid()}', Path(self.folder.name, 'ready')
        self.run_steps(('browsers', f'{sys.executable} -c "{BROWSER}" {argument} {ready} 0', [], None))
        self.assertTrue(ready.exists())
        self.assertEqual(running(argument), [])


class Paths(unittest.TestCase):
    INDEX = [('core/form', 'form_test'), ('core/feel', 'feel_test'), ('app', 'app_test')]

    def programs(self, path):
        return paths.native_tests(Path(path), self.INDEX)

    def test_a_folder_and_its_rooms_are_tried_by_their_mirror(self):
        self.assertEqual(self.programs('core/form'), ['form_test'])
        self.assertEqual(self.programs('core/feel/a_room/lexer.cpp'), ['feel_test'])
        self.assertEqual(self.programs('core'), ['form_test', 'feel_test'])

    def test_what_has_no_mirror_is_tried_by_all(self):
        self.assertEqual(len(self.programs('assets/forms')), 3)

    def test_scripts_are_not_tried_natively(self):
        self.assertEqual(self.programs('web/editor.js'), [])


class Mutate(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        loader = importlib.machinery.SourceFileLoader('mutate', str(ROOT / 'tools' / 'mutate'))
        cls.mutate = importlib.util.module_from_spec(importlib.util.spec_from_loader('mutate', loader))
        sys.dont_write_bytecode = True
        loader.exec_module(cls.mutate)

    def faults(self, text):
        return [line.strip() for _, line in self.mutate.faults(text)]

    def test_operators_bounds_returns_and_calls(self):
        self.assertIn('if (a != b && c) f();', self.faults('  if (a == b && c) f();'))
        self.assertIn('if (a == b || c) f();', self.faults('  if (a == b && c) f();'))
        self.assertIn('x = y;', self.faults('  x = y + 1;'))
        self.assertIn(';', self.faults('{\n    if (late) return 4;\n}'))
        self.assertIn(';', self.faults('{\n    store.write(key, text);\n}'))

    def test_strings_comments_and_the_preprocessor_stay(self):
        self.assertEqual(self.faults('#define A(b) (b == 1)\n  x = "a == b";  // c < d\n'), [])
        self.assertNotIn('x = y0;', self.faults('  x = y + 10;'))


if __name__ == '__main__':
    unittest.main()
