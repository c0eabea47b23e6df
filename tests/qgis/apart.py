"""Runs in a process of their own, for cases that could end QGIS."""

import atexit
import json
import os
import select
import subprocess
import sys
import tempfile
from pathlib import Path

WORKER = Path(__file__).with_name("worker.py")
_WORKERS = []


class Worker:
    """A process that runs cases one after the other; one that a case has ended is followed by another.

    Parameters
    ----------
    timeout : float
        Seconds a case may take.
    """

    def __init__(self, timeout=120):
        self._timeout, self._process, self._said = timeout, None, None

    def run(self, case):
        """Run a case as `worker` takes it.

        Returns
        -------
        dict
            The worker's answer, or `crash` with how the process ended.
        """
        if self._process is None:
            self._start()
        self._process.stdin.write(json.dumps(case) + "\n")
        self._process.stdin.flush()
        ready, _, _ = select.select([self._process.stdout], [], [], self._timeout)
        line = self._process.stdout.readline() if ready else ""
        if line:
            return json.loads(line)
        if not ready:
            self._process.kill()
        code = self._process.wait()
        self._process = None
        why = f"exit code {code}" if ready else f"no answer within {self._timeout} s"
        self._said.seek(0)
        return {"crash": f"{why}\n{self._said.read()[-3000:]}"}

    def close(self):
        """End the process as a program ends; return its exit code."""
        if self._process is None:
            return 0
        self._process.stdin.close()
        code, self._process = self._process.wait(), None
        return code

    def _start(self):
        self._said = tempfile.TemporaryFile("w+", errors="replace")  # noqa: SIM115
        self._process = subprocess.Popen(
            [sys.executable, str(WORKER)],
            env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._said,
            text=True,
        )


def run_apart(*cases):
    """Run cases as `worker` takes them; a crash is an error of the test.

    Returns
    -------
    list of dict
    """
    if not _WORKERS:
        _WORKERS.append(Worker())
        atexit.register(_WORKERS[0].close)
    answers = [_WORKERS[0].run(case) for case in cases]
    for case, answer in zip(cases, answers):
        assert "crash" not in answer, (case, answer["crash"])
    return answers
