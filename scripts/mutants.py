"""Put small faults into the analysis, one at a time, and see whether a test turns red: `make mutants`.

The tests are collected once. Each fault is tried in a forked process, which runs the tests that pass its line, until one
fails: first those that found the faults before it, then the quick ones. Those of the level of a module need it read
anew. A fault that no test finds is a survivor: it gets a test, or a line with the reason in `mutants_survive.txt`, and
is not tried again.

    scripts/mutants.py                                  all of processing/analysis
    scripts/mutants.py distribution tables/chance.py    folders or files of it
    scripts/mutants.py --part 1/2                       the first half, for one of two processes
    scripts/mutants.py --sample 100 --seed 7            a random part
    scripts/mutants.py distribution --tests ellipse     with the tests of some files only (test_ellipse*.py)
"""

import argparse
import gc
import importlib
import os
import random
import signal
import sys
import time
from collections import Counter
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from mutant_lines import ANALYSIS, ROOT, TESTS, lines_of_tests, name_of, passes
from mutations import mutants_of

SURVIVORS = Path(__file__).with_name("mutants_survive.txt")
# Seconds that the tests of one mutant may take, those of its module's name and the others each, so that one line of a
# much used function ends some day, and seconds of work in which any of them has to end: those of a clock would end tests
# that only wait for their turn.
BUDGET, ENDLESS = 5.0, 10.0
# Beside these, so many of the tests that found a fault near by are tried.
FINDERS = 5
# The file whose tests ask signatures for what they have by default, and pass no line of them.
DEFAULTS = "/test_defaults.py"
KILLED, SURVIVED, TIMEOUT, JUSTIFIED = "killed", "survived", "no end", "justified"


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="*", help="folders or files of processing/analysis")
    arguments.add_argument("--part", default="1/1", help="which of how many parts")
    arguments.add_argument("--sample", type=int, default=0, help="how many mutants, drawn at random")
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--tests", nargs="*", default=[""], help="beginnings of the names of test files")
    given = arguments.parse_args()
    os.chdir(ROOT)
    tried = [
        (file, mutant)
        for file in _files(given.paths)
        for mutant in mutants_of(file.read_text(encoding="utf-8"))
    ]
    if given.sample:
        tried = random.Random(given.seed).sample(tried, min(given.sample, len(tried)))
    part, parts = map(int, given.part.split("/"))
    plugin = Mutants(tried[part - 1 :: parts])
    tests = [str(path) for name in given.tests for path in sorted(TESTS.glob(f"test_{name}*.py"))]
    pytest.main(["-p", "no:pytest_qgis", "-p", "no:terminal", *tests], [plugin])
    return plugin.report()


def _files(paths):
    chosen = [ANALYSIS / path for path in paths] or [ANALYSIS]
    files = [file for path in chosen for file in (sorted(path.rglob("*.py")) if path.is_dir() else [path])]
    return [file for file in files if file.name != "__init__.py"]


class Mutants:
    """A plugin of pytest that runs the collected tests against mutants, in place of running them once."""

    def __init__(self, tried):
        self.tried = tried
        self.counts, self.survivors, self.finders = {}, [], {}
        self.justified = _justified()
        self.early = set()

    @pytest.hookimpl(wrapper=True)
    def pytest_collection(self):
        """Note what runs while modules are read, and may be kept in a cache that no test fills anew."""
        sys.settrace(lambda frame, event, argument: self.early.add(frame.f_code))
        try:
            return (yield)
        finally:
            sys.settrace(None)

    def pytest_runtestloop(self, session):
        items = {item.nodeid: item for item in session.items}
        functions = _functions()
        lines = _Lines(lines_of_tests(items))
        gc.collect()
        gc.freeze()  # or every fork copies the memory of the objects that it looks at
        started = time.monotonic()
        for number, (file, mutant) in enumerate(self.tried, 1):
            name = name_of(file)
            if self.justified & {(name, mutant.place, mutant.change), (name, "*", "*")}:
                outcome, tests = JUSTIFIED, []
            else:
                outcome, tests = self._try(file, mutant, functions.get(str(file), []), lines, items)
            self.counts.setdefault(name, Counter())[outcome] += 1
            if outcome == SURVIVED:
                self.survivors.append((name, mutant))
            if outcome in (SURVIVED, TIMEOUT):
                shown = f"{name}:{mutant.line} {mutant.place}: {mutant.change}"
                print(f"{shown} [{outcome}, {len(tests)} tests]", flush=True)
            if number % 50 == 0 or number == len(self.tried):
                self._print_progress(number, time.monotonic() - started)
        return True

    def _try(self, file, mutant, functions, lines, items):
        """What became of a mutant, and the tests that were run."""
        name, tests = name_of(file), []
        early = {_plain(one.__qualname__) for one in functions if one.__code__ in self.early}
        for anew in (False, True) if mutant.inside and mutant.place in early else (not mutant.inside,):
            tests = self._first_finders(name, mutant.place, *lines.tests_of(name, mutant, anew))
            known = [] if anew else functions
            outcome, finder = _outcome(file, mutant, known, [items[test] for test in tests])
            if outcome != SURVIVED:
                break
        if outcome == KILLED:
            self._note(name, mutant.place, finder)
        return outcome, tests

    def _note(self, name, place, finder):
        for key in ((name, place), (name, None)):
            found = self.finders.setdefault(key, [])
            self.finders[key] = [finder, *(test for test in found if test != finder)]

    def _first_finders(self, name, place, tests, passing):
        """Put first the tests that found faults of the same function lately, then of the same file."""
        known = [
            *self.finders.get((name, place), ())[:FINDERS],
            *self.finders.get((name, None), ())[:FINDERS],
        ]
        return list(dict.fromkeys([*(test for test in known if test in passing), *tests]))

    def _print_progress(self, number, seconds):
        total = sum(self.counts.values(), Counter())
        shown = ", ".join(f"{count} {outcome}" for outcome, count in sorted(total.items()))
        print(f"-- {number} of {len(self.tried)} in {seconds / 60:.1f} min: {shown}", flush=True)

    def report(self):
        """Print the counts and the survivors; 1 if there are any."""
        for name, counts in self.counts.items():
            shown = ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))
            print(f"{name}: {sum(counts.values())} mutants, {shown}")
        for name, mutant in self.survivors:
            print(f"  {name} | {mutant.place} | {mutant.change} | (line {mutant.line})")
        print(f"{len(self.tried)} mutants, {len(self.survivors)} survived without a reason")
        return 1 if self.survivors else 0


def _justified():
    rows = [line.rpartition(" | ")[0] for line in SURVIVORS.read_text(encoding="utf-8").splitlines()]
    # A change may have the same sign in it.
    return {tuple(row.split(" | ", 2)) for row in rows if row}


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


class _Lines:
    """The tests that pass a line."""

    def __init__(self, tests):
        self._seconds = {name: entry["seconds"] for name, entry in tests.items()}
        self._passing, shared = {}, {}
        for name, entry in tests.items():
            for file, lines in entry["lines"].items():
                # The cases of a test were traced together.
                of_all = shared.setdefault((name.partition("[")[0], file), frozenset(lines))
                self._passing.setdefault(file, {})[name] = of_all

    def tests_of(self, file, mutant, anew):
        """Tests to try of those that pass the line of a mutant, then of those that pass others of its file, and all these.

        Those of the name of the module are first and have as much time as the others. Quick ones go before slow ones,
        and of each function they run for as long as of the others.
        """
        passing = self._passing.get(file, {})
        lines = range(mutant.first, mutant.line + 1)
        found = [name for name, passed in passing.items() if not anew and not passed.isdisjoint(lines)]
        own = f"/test_{Path(file).stem}"
        named = [name for name in self._seconds if own in name or (anew and DEFAULTS in name)]
        others = {*passing, *named}.difference(found)
        in_turn = [*self._in_turn(found), *self._in_turn(others)]
        chosen = [
            *_within_budget(entry for entry in in_turn if own in entry[1]),
            *_within_budget(entry for entry in in_turn if own not in entry[1]),
        ]
        return chosen, {*found, *others}

    def _in_turn(self, tests):
        cases = {}
        for name in tests:
            cases.setdefault(name.partition("[")[0], []).append((self._seconds[name], name))
        queues = [sorted(queue) for queue in cases.values()]
        turns = sorted((turn * entry[0], entry) for queue in queues for turn, entry in enumerate(queue, 1))
        return [entry for _, entry in turns]


def _within_budget(entries):
    """Names of the first tests that the budget is enough for, one at least."""
    chosen, spent = [], 0.0
    for seconds, name in entries:
        spent += seconds
        if spent > BUDGET and chosen:
            break
        chosen.append(name)
    return chosen


def _plain(qualified):
    return qualified.replace(".<locals>", "")


def _outcome(file, mutant, functions, items):
    """What became of a mutant, and the test that found it; without functions, everything is read anew."""
    code = compile(mutant.tree(), str(file), "exec")
    swapped = _swapped(code, functions)
    if functions and not swapped:
        raise RuntimeError(f"{file}: {mutant.place}: {mutant.change} is in no function that is known")
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115 - until the process ends
        found = None
        try:
            if swapped:
                for function, other in swapped:
                    function.__code__ = other
                found = _first_red(items)
            else:
                found = _first_red_anew(file, code, [item.nodeid for item in items])
        except BaseException:
            found = items[0].nodeid if items else None
        os.write(write, (found or "").encode())
        os._exit(0)
    os.close(write)
    with os.fdopen(read, encoding="utf-8") as pipe:
        found = pipe.read()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        return TIMEOUT, ""
    return (KILLED if found else SURVIVED), found


def _swapped(code, functions):
    codes = dict(_codes(code))
    swapped = [(one, codes[_key(one.__code__)]) for one in functions if _key(one.__code__) in codes]
    return [(one, other) for one, other in swapped if one.__code__ != other]


def _codes(code):
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield _key(constant), constant
            yield from _codes(constant)


def _key(code):
    return code.co_name, code.co_firstlineno, code.co_freevars


def _first_red(items):
    started = time.process_time()
    for item, following in zip(items, [*items[1:], None]):
        signal.setitimer(signal.ITIMER_PROF, ENDLESS)
        if not passes(item, following):
            return item.nodeid
        if time.process_time() - started > 2 * BUDGET:
            break
    return None


def _first_red_anew(file, code, tests):
    """Run tests with the whole repository read anew, a mutant in the place of its module."""
    if not tests:
        return None
    for name, module in list(sys.modules.items()):
        home = Path(getattr(module, "__file__", None) or "/")
        if home.is_relative_to(ROOT / "tests") or name.partition(".")[0] in ("clusterbelt", "tests"):
            del sys.modules[name]
    read = SourceFileLoader.get_code
    SourceFileLoader.get_code = lambda self, name: code if self.path == str(file) else read(self, name)
    red = _Red(tests[0])
    signal.setitimer(signal.ITIMER_PROF, 5 * ENDLESS)
    ended = pytest.main(["-x", "-p", "no:pytest_qgis", "-p", "no:terminal", *tests], [red])
    return red.first if ended else None


class _Red:
    """A plugin of pytest that notes the first test that fails; one that cannot be read has no other name."""

    def __init__(self, first):
        self.first = first

    def pytest_runtest_logreport(self, report):
        if report.failed:
            self.first = report.nodeid


if __name__ == "__main__":
    raise SystemExit(main())
