"""Fuzz the algorithms: `run.py SEED NUMBER` runs NUMBER cases from SEED on, and prints those with a fault."""

import json
import os
import select
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

_WORKER = Path(__file__).with_name("worker.py")
_SECONDS = 120
# Cases after which a process is followed by a fresh one.
_AT_ONCE = 500


def fuzz(seed, number, say=print):
    """Run cases; return (what is wrong by number of the case, how many ran, how many were refused)."""
    faults, ran, refused, process, done = {}, 0, Counter(), None, 0
    for case in range(seed, seed + number):
        if process is None or done == _AT_ONCE:
            _end(process)
            process, done = _start(), 0
        answer = _ask(process, case)
        ran, done = ran + 1, done + 1
        if "crash" in answer:
            process = None
            faults[case] = [answer["crash"]]
        elif answer["faults"]:
            faults[case] = answer["faults"]
        refused[answer.get("algorithm")] += bool(answer.get("refused"))
        if case in faults:
            say(f"case {case}: {answer.get('algorithm')}: {faults[case]}")
    _end(process)
    return faults, ran, sum(refused.values())


def _start():
    said = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115
    process = subprocess.Popen(
        [sys.executable, str(_WORKER)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=said,
        text=True,
    )
    process.said = said
    return process


def _ask(process, case):
    process.stdin.write(f"{case}\n")
    process.stdin.flush()
    ready, _, _ = select.select([process.stdout], [], [], _SECONDS)
    line = process.stdout.readline() if ready else ""
    if line:
        return json.loads(line)
    process.kill()
    process.wait()
    process.said.seek(0)
    why = "the process ended" if ready else f"no answer within {_SECONDS} s"
    return {"crash": f"{why}: {process.said.read()[-1500:]}"}


def _end(process):
    if process is not None:
        process.stdin.close()
        process.wait()


if __name__ == "__main__":
    began = time.monotonic()
    wrong, count, no = fuzz(*map(int, sys.argv[1:3]))
    print(
        f"{count} cases, {no} refused with a sentence, {len(wrong)} with a fault, {time.monotonic() - began:.0f} s"
    )
    sys.exit(bool(wrong))
