"""Put small faults into the analysis, one at a time, and see whether a test turns red: `make mutants`.

The tests are collected once. Each fault is tried in a forked process, which runs the tests that pass its line, the quick
ones first, until one fails; those of the level of a module, which need it read anew, in a process of their own. A fault
that no test finds is a survivor: it gets a test, or a line with the reason in `mutants_survive.txt`.

    scripts/mutants.py                                  all of processing/analysis
    scripts/mutants.py distribution tables/chance.py    folders or files of it
    scripts/mutants.py --sample 100 --seed 7            a random part
    scripts/mutants.py distribution --tests ellipse     with the tests of some files only (test_ellipse*.py)
"""

import argparse
import ast
import gc
import hashlib
import importlib
import json
import os
import random
import resource
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from mutations import mutants_of

ROOT = Path(__file__).resolve().parent.parent
ANALYSIS = ROOT / "processing" / "analysis"
SURVIVORS = Path(__file__).with_name("mutants_survive.txt")
MAP = ROOT / "build" / "mutants" / "lines.json"
# Seconds that the tests of one mutant may take, so that one line of a much used function ends some day.
BUDGET = 12.0
# Calls of a function whose lines are noted in the tests of one name, and how many of their cases: further ones pass
# the same lines, or nearly, and tracing makes them many times slower.
CALLS, CASES = 40, 25
KILLED, SURVIVED, TIMEOUT = 1, 0, 2


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="*", help="folders or files of processing/analysis")
    arguments.add_argument("--sample", type=int, default=0, help="how many mutants, drawn at random")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--tests", nargs="*", default=[""], help="beginnings of the names of test files")
    arguments.add_argument("--one", nargs=2, help=argparse.SUPPRESS)
    given = arguments.parse_args()
    os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.dont_write_bytecode = True
    os.chdir(ROOT)
    if given.one:
        return _read_anew(Path(given.one[0]), int(given.one[1]), sys.stdin.read().split("\n"))
    plugin = Mutants(_files(given.paths), given.sample, given.seed)
    home = ROOT / "tests" / "analysis"
    tests = [str(path) for name in given.tests for path in sorted(home.glob(f"test_{name}*.py"))]
    pytest.main(["-p", "no:pytest_qgis", "-p", "no:terminal", *tests], [plugin])
    return plugin.report()


def _files(paths):
    chosen = [ANALYSIS / path for path in paths] or [ANALYSIS]
    files = [file for path in chosen for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    return [file for file in files if file.name != "__init__.py"]


class Mutants:
    """A plugin of pytest that runs the collected tests against mutants, in place of running them once."""

    def __init__(self, files, sample, seed):
        self.files, self.sample, self.seed = files, sample, seed
        self.counts, self.survivors = {}, []

    def pytest_runtestloop(self, session):
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        gc.freeze()  # or every fork copies the memory of the objects that it looks at
        lines = _lines_of_tests(items)
        tried = [
            (file, number, mutant)
            for file in self.files
            for number, mutant in enumerate(mutants_of(file.read_text(encoding="utf-8")))
        ]
        if self.sample:
            tried = random.Random(self.seed).sample(tried, min(self.sample, len(tried)))
        for file, number, mutant in tried:
            tests = _tests_of(file, mutant, lines)
            if mutant.inside:
                outcome = _in_fork(file, mutant, functions[str(file)], [items[name] for name in tests])
            else:
                outcome = _in_process(file, number, tests)
            name = _name(file)
            counts = self.counts.setdefault(name, {KILLED: 0, SURVIVED: 0, TIMEOUT: 0})
            counts[outcome] += 1
            if outcome == TIMEOUT:
                print(f"{name}:{mutant.line} {mutant.place}: {mutant.change} [no end]", flush=True)
            if outcome == SURVIVED:
                self.survivors.append((name, mutant))
                print(
                    f"{name}:{mutant.line} {mutant.place}: {mutant.change} [{len(tests)} tests]", flush=True
                )
        return True

    def report(self):
        """Print the counts and the survivors without a reason; 1 if there are any."""
        justified = _justified()
        unknown = [
            (name, m)
            for name, m in self.survivors
            if not justified & {(name, m.place, m.change), (name, "*", "*")}
        ]
        for name, counts in self.counts.items():
            total = sum(counts.values())
            print(f"{name}: {total} mutants, {total - counts[SURVIVED]} killed, {counts[SURVIVED]} survived")
        total = sum(sum(counts.values()) for counts in self.counts.values())
        print(f"{total} mutants, {len(self.survivors)} survived, {len(unknown)} of them without a reason")
        for name, mutant in unknown:
            print(f"  {name} | {mutant.place} | {mutant.change} | (line {mutant.line})")
        return 1 if unknown else 0


def _name(file):
    return Path(file).relative_to(ANALYSIS).as_posix()


def _justified():
    rows = [line.split(" | ") for line in SURVIVORS.read_text(encoding="utf-8").splitlines() if " | " in line]
    return {tuple(row[:3]) for row in rows}


def _functions():
    """Import the whole analysis; return the functions of each of its files."""
    for path in sorted(ANALYSIS.rglob("*.py")):
        parts = path.relative_to(ROOT).with_suffix("").parts
        importlib.import_module(".".join(("clusterbelt", *parts)).removesuffix(".__init__"))
    functions = {}
    for thing in gc.get_objects():
        if isinstance(thing, FunctionType):
            functions.setdefault(thing.__code__.co_filename, []).append(thing)
    return functions


def _lines_of_tests(items):
    """Seconds and lines of each test, worked out once for a state of the repository.

    Of each test function some cases are traced, together.
    """
    state = hashlib.sha256("\n".join(items).encode())
    for path in sorted([*ANALYSIS.rglob("*.py"), *(ROOT / "tests" / "analysis").rglob("*.py")]):
        state.update(path.read_bytes())
    known = json.loads(MAP.read_text()) if MAP.exists() else {}
    if known.get("state") != state.hexdigest():
        groups = {}
        for name, item in items.items():
            groups.setdefault(name.partition("[")[0], []).append(item)
        print(f"Tracing {len(items)} tests of {len(groups)} functions", flush=True)
        tests = {}
        for group in groups.values():
            some = group[:: len(group) // CASES + 1]
            seconds, passed = _traced(some)
            tests.update({item.nodeid: (seconds / len(some), passed) for item in group})
        known = {"state": state.hexdigest(), "tests": tests}
        MAP.parent.mkdir(parents=True, exist_ok=True)
        MAP.write_text(json.dumps(known))
    return known["tests"]


def _traced(items):
    """Run tests in a fork and have it tell which lines of the analysis they pass."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        passed, home, calls = {}, str(ANALYSIS), Counter()

        def on_call(frame, event, argument):
            name = frame.f_code.co_filename
            if not name.startswith(home):
                return None
            calls[frame.f_code] += 1
            if calls[frame.f_code] > CALLS:
                return None
            lines = passed.setdefault(name, set())
            lines.add(frame.f_lineno)

            def on_line(frame, event, argument):
                lines.add(frame.f_lineno)
                return on_line

            return on_line

        started = time.process_time()
        sys.settrace(on_call)
        good = [_passes(item, nextitem) for item, nextitem in zip(items, [*items[1:], None])]
        sys.settrace(None)
        found = {_name(name): sorted(lines) for name, lines in passed.items()} if all(good) else {}
        with os.fdopen(write, "w") as pipe:
            json.dump([time.process_time() - started, found], pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text or "[0, {}]")


def _passes(item, nextitem=None):
    from _pytest.runner import runtestprotocol

    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=nextitem))


def _tests_of(file, mutant, lines):
    """Tests that pass the line of a mutant, or of its module: quick ones first, those of one file not all at once."""
    by_file = {}
    for name, (seconds, passed) in lines.items():
        of_module = set(passed.get(_name(file), ()))
        if of_module & set(range(mutant.first, mutant.line + 1)) if mutant.inside else of_module:
            by_file.setdefault(name.partition("::")[0], []).append((seconds, name))
    queues = [sorted(queue) for queue in by_file.values()]
    turns = sorted((turn, *entry) for queue in queues for turn, entry in enumerate(queue))
    chosen, spent = [], 0.0
    for _, seconds, name in turns:
        spent += seconds
        if spent > BUDGET and chosen:
            break
        chosen.append(name)
    return chosen


def _in_fork(file, mutant, functions, items):
    codes = dict(_codes(compile(mutant.tree, str(file), "exec")))
    swapped = [(one, codes[_key(one.__code__)]) for one in functions if _key(one.__code__) in codes]
    if not any(one.__code__ != code for one, code in swapped):
        raise RuntimeError(f"{file}: {mutant.place}: {mutant.change} is in no function that is known")
    child = os.fork()
    if child == 0:
        # Seconds of work: on a busy machine those of a clock would end tests that only wait for their turn.
        signal.setitimer(signal.ITIMER_PROF, 5 * BUDGET)
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - until the process ends
        try:
            for function, code in swapped:
                function.__code__ = code
            found = not all(_passes(item, following) for item, following in zip(items, [*items[1:], None]))
        except BaseException:
            found = True
        os._exit(KILLED if found else SURVIVED)
    _, status = os.waitpid(child, 0)
    return TIMEOUT if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _codes(code):
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield _key(constant), constant
            yield from _codes(constant)


def _key(code):
    return code.co_name, code.co_firstlineno, code.co_freevars


def _in_process(file, number, tests):
    command = [sys.executable, __file__, "--one", str(file), str(number)]
    seconds = int(10 * BUDGET)
    done = subprocess.run(
        command,
        input="\n".join(tests),
        text=True,
        capture_output=True,
        check=False,
        # Of work, as above: those of a clock took mutants for endless that a busy machine was slow to kill.
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds)),
    )
    if done.returncode < 0:
        return TIMEOUT
    return SURVIVED if done.returncode == 0 else KILLED


def _read_anew(file, number, tests):
    """Run tests with the mutant of a module in its place from the beginning."""
    from importlib.machinery import SourceFileLoader

    mutant = list(mutants_of(file.read_text(encoding="utf-8")))[number]
    read = SourceFileLoader.get_code

    def get_code(self, fullname):
        if self.path == str(file):
            return compile(ast.fix_missing_locations(mutant.tree), str(file), "exec")
        return read(self, fullname)

    SourceFileLoader.get_code = get_code
    tests = [str(ROOT / test) for test in tests if test]
    return int(pytest.main(["-q", "-x", "-p", "no:pytest_qgis", *tests])) if tests else 0


if __name__ == "__main__":
    raise SystemExit(main())
