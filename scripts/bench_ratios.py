"""One table of ratios, docs/bench.md: a change of speed is a change of a line there."""

import os
import platform
import re
from pathlib import Path

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bench.md"
_HEAD = """# Ratios

Each was measured in one run on one machine; `make bench` writes its lines anew. Behind some ratios: how long it took there.

| what | against | ratio | machine |
|---|---|---:|---|
"""


def record(what, against, ratio, taken=None):
    """Write the line of one measurement: how many times as long `what` takes as `against`, and how long it took."""
    told = f"{ratio:.2f}" if taken is None else f"{ratio:.2f}; {taken}"
    print(f"{what}: {told} × {against}")
    write_line(PAGE, _HEAD, f"| {what} | {against} | {told} | {machine()} |")


def write_line(page, head, line):
    """Write a line of the table of a page, in place of the one that begins with the same cell."""
    text = page.read_text(encoding="utf-8") if page.exists() else ""
    # The first is the names of the columns.
    lines = {one.split(" | ")[0]: one for one in [*re.findall(r"^\| .* \|$", text, re.M)[1:], line]}
    page.write_text(head + "\n".join(lines[name] for name in sorted(lines)) + "\n", encoding="utf-8")


def machine():
    """Return processor, number of its cores that may be used, and version of QGIS."""
    from qgis.core import Qgis

    names = re.findall(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.M)
    name = names[0] if names else platform.processor()
    return f"{name}, {len(os.sched_getaffinity(0))} cores, QGIS {Qgis.QGIS_VERSION.partition('-')[0]}"
