"""Which lines of the analysis each test passes, for `scripts/mutants.py`: traced once for a state of the repository."""

import hashlib
import json
import os
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ANALYSIS = ROOT / "processing" / "analysis"
TESTS = ROOT / "tests" / "analysis"
MAP = ROOT / "build" / "mutants" / "lines.json"
# Calls of a function whose lines are noted in the tests of one name, and how many of their cases: further ones pass
# the same lines, or nearly, and tracing makes them many times slower; so the time is that of a few cases without it.
CALLS, CASES, TIMED = 40, 25, 5


def lines_of_tests(items):
    """Seconds and lines of each test, worked out once for a state of the analysis and of the file of the test.

    Of each test function some cases are traced, together.
    """
    states = _states()
    known = json.loads(MAP.read_text()) if MAP.exists() else {}
    kept = {
        name: entry
        for name, entry in known.items()
        if name in items and entry["state"] == states[name.partition("::")[0]]
    }
    groups = {}
    for name, item in items.items():
        if name not in kept:
            groups.setdefault(name.partition("[")[0], []).append(item)
    if groups:
        print(f"Tracing the tests of {len(groups)} functions", flush=True)
    for name, group in groups.items():
        some = group[:: len(group) // CASES + 1]
        entry = {
            "seconds": _in_fork(_seconds, some[:TIMED]) or 0.0,
            "lines": _in_fork(_lines, some) or {},
            "state": states[name.partition("::")[0]],
        }
        kept.update({item.nodeid: entry for item in group})
    if groups:
        MAP.parent.mkdir(parents=True, exist_ok=True)
        MAP.write_text(json.dumps({**known, **kept}))
    return kept


def _states():
    """What the tests of each file rest on: the analysis, what helps tests, and the file."""
    tests = sorted(TESTS.glob("test_*.py"))
    common = hashlib.sha256()
    for path in sorted({*ANALYSIS.rglob("*.py"), *TESTS.rglob("*.py")} - set(tests)):
        common.update(path.read_bytes())
    return {
        path.relative_to(ROOT).as_posix(): hashlib.sha256(common.digest() + path.read_bytes()).hexdigest()
        for path in tests
    }


def _in_fork(measure, items):
    """What is measured of tests in a process of their own; None where that ends early."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        with os.fdopen(write, "w") as pipe:
            json.dump(measure(items), pipe)
        os._exit(0)
    os.close(write)
    with os.fdopen(read) as pipe:
        text = pipe.read()
    os.waitpid(child, 0)
    return json.loads(text or "null")


def _seconds(items):
    """Seconds of work of a test, by some that are alike."""
    started = time.process_time()
    _all_pass(items)
    return (time.process_time() - started) / len(items)


def _lines(items):
    """The lines of each file that tests pass; none where one fails."""
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

    sys.settrace(on_call)
    good = _all_pass(items)
    sys.settrace(None)
    return {name_of(name): sorted(lines) for name, lines in passed.items()} if good else {}


def _all_pass(items):
    return all(passes(item, following) for item, following in zip(items, [*items[1:], None]))


def passes(item, nextitem=None):
    """Whether a test passes."""
    from _pytest.runner import runtestprotocol

    return not any(report.failed for report in runtestprotocol(item, log=False, nextitem=nextitem))


def name_of(file):
    """Path of a file below processing/analysis."""
    return Path(file).relative_to(ANALYSIS).as_posix()
