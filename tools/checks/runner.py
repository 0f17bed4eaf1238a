"""Runs steps, at most as many at a time as there are processors for, and ends all of them with it.

A step's output goes to build/logs. Test programs that end with a line `N passed, N failed` are counted by it, any other
step counts as one check.
"""
import ctypes
import os
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

LOGS = Path('build/logs')
COUNTS = re.compile(r'^(\d+) passed, (\d+) failed$', re.MULTILINE)
BECOME_PARENT_OF_ORPHANS = 36  # prctl's PR_SET_CHILD_SUBREAPER


@dataclass
class Step:
    """`after`: names of steps that must have passed. `cores`: how many processors it keeps busy; None: all of them."""
    name: str
    command: list
    after: list = field(default_factory=list)
    cores: int | None = None
    environment: dict = field(default_factory=dict)
    process: subprocess.Popen | None = None
    began: float = 0
    ended: float = 0
    told: float = 0
    good: bool = False
    counted: str = ''
    wrong: list = field(default_factory=list)  # lines of its log that name what failed

    @property
    def log(self):
        return LOGS / (re.sub('[^a-zA-Z0-9]+', '-', self.name).strip('-') + '.log')

    def seconds(self):
        return (self.ended or time.monotonic()) - self.began


def children_of(parent):
    """Of every process the direct children that live, as numbers."""
    found = []
    for entry in Path('/proc').iterdir():
        if entry.name.isdigit():
            try:
                if int((entry / 'stat').read_text().rpartition(')')[2].split()[1]) == parent:
                    found.append(int(entry.name))
            except (OSError, ValueError, IndexError):
                pass  # it has ended
    return found


def descendants(parent):
    found = children_of(parent)
    for child in list(found):
        found += descendants(child)
    return found


def end_everything():
    """Browsers leave the process group of who started them, so groups are not enough: whoever descends from us ends.
    First they are asked, so that they can remove their folders; after ten seconds they are not asked."""
    asked, end = set(), time.monotonic() + 10
    while living := descendants(os.getpid()):
        hard = time.monotonic() > end
        for process in living:
            if hard or process not in asked:
                asked.add(process)
                try:
                    os.kill(process, signal.SIGKILL if hard else signal.SIGTERM)
                except ProcessLookupError:
                    pass
        try:
            while os.waitpid(-1, os.WNOHANG)[0]:
                pass
        except ChildProcessError:
            pass
        time.sleep(0.05)


class Runner:
    def __init__(self, cores):
        self.cores = cores
        self.steps = []
        self.passed = self.failed = 0
        LOGS.mkdir(parents=True, exist_ok=True)
        ctypes.CDLL(None).prctl(BECOME_PARENT_OF_ORPHANS, 1, 0, 0, 0)
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.interrupted)

    def interrupted(self, number, _frame):
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_IGN)
        print('\ninterrupted: ending what was started', flush=True)
        end_everything()
        sys.stdout.flush()
        os._exit(128 + number)

    def start(self, step):
        print(f'{step.name} …', flush=True)
        step.began = step.told = time.monotonic()
        with step.log.open('wb') as log:
            step.process = subprocess.Popen(step.command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                                            env={**os.environ, **step.environment})

    def tell_where(self, step):
        if time.monotonic() - step.told < 20:
            return
        step.told = time.monotonic()
        lines = step.log.read_text(errors='replace').split('\n')
        print(f'        {step.seconds():4.0f} s  {next((line for line in reversed(lines) if line), "")[:100]}', flush=True)

    def finish(self, step):
        step.ended = time.monotonic()
        step.good = step.process.returncode == 0
        text = step.log.read_text(errors='replace')
        counts = COUNTS.findall(text)
        good, bad = map(int, counts[-1]) if counts else (int(step.good), int(not step.good))
        # A runner that ends badly without naming a failed test has failed itself.
        bad = max(bad, int(not step.good))
        step.good = bad == 0
        step.counted = f': {good} passed, {bad} failed' if counts else ''
        self.passed += good
        self.failed += bad
        print(f'{"ok     " if step.good else "FAILED "} {step.seconds():4.0f} s  {step.name}{step.counted}')
        if not step.good:
            lines = text.splitlines()
            step.wrong = [line for line in lines if re.search('FAILED|FAULT|ERROR:|error:|Error:', line)][:20]
            for line in [*step.wrong, '…', *lines[-20:]]:
                print('    ' + line[:300])
            print(f'    all of it: {step.log}')
        sys.stdout.flush()

    def run(self, steps):
        """In the order given, as far as processors are free; a step whose `after` failed is left out and said to be."""
        self.steps += steps
        waiting, running = list(steps), []
        while waiting or running:
            for step in [step for step in running if step.process.poll() is not None]:
                running.remove(step)
                self.finish(step)
            state = {step.name: step for step in self.steps}
            for step in list(waiting):
                before = [state[name] for name in step.after if name in state]
                if any(other.ended and not other.good for other in before):
                    waiting.remove(step)
                    step.began = step.ended = time.monotonic()
                    self.failed += 1
                    print(f'FAILED     0 s  {step.name}: not tried without “{next(o.name for o in before if not o.good)}”', flush=True)
                    continue
                if not all(other.ended for other in before):
                    continue
                free = self.cores - sum(other.cores or self.cores for other in running)
                if running and (step.cores or self.cores) > free:
                    break  # what comes later must not overtake it for ever
                waiting.remove(step)
                running.append(step)
                self.start(step)
            for step in running:
                self.tell_where(step)
            time.sleep(0.1)

    def failures(self):
        """Again at the end, where they are seen even if only the end of all this is kept."""
        for step in self.steps:
            if not step.good:
                print(f'\nFAILED {step.name}')
                for line in step.wrong:
                    print('    ' + line[:300])

    def times(self):
        """Steps by how long they took, and what within them took longest."""
        print('\nWhere the time went:')
        for step in sorted(self.steps, key=lambda each: -each.seconds()):
            print(f'{step.seconds():7.1f} s  {step.name}')
            for seconds, what in slowest(step.log):
                print(f'            {seconds:7.1f} s  {what}')


def slowest(log, count=6):
    """The cases of a log that say how long they took: `… (123 ms)`, `… (12 s)`, and ctest's `Passed 1.2 sec`."""
    found = []
    for line in log.read_text(errors='replace').splitlines() if log.exists() else []:
        if match := re.match(r'(?:ok|FAILED) +(.*) \((\d+) ms\)$', line):
            found.append((int(match[2]) / 1000, match[1]))
        elif match := re.match(r'(?:\d+: )?\[       OK \] (\S+) \((\d+) ms\)$', line):
            found.append((int(match[2]) / 1000, match[1]))
        elif match := re.search(r'Test +#\d+: (\S+) .*?([\d.]+) sec', line):
            found.append((float(match[2]), f'all of {match[1]}'))
        elif match := re.match(r'\[\d+/\d+\] \w+ (.*) \(([\d.]+) s\)$', line):
            found.append((float(match[2]), match[1]))
    return sorted(found, reverse=True)[:count]
