"""The table of docs/bench-engines.md: a line for each thing that was measured, replaced where it is measured anew."""

import os
from pathlib import Path

from bench_ratios import machine, write_line

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bench-engines.md"
_HEAD = """# Engines, measured

What databases and engines count for us, against QGIS reading the rows: in one process and in turn, medians.
`make bench-engines` writes the lines anew. `native:meancoordinates` is QGIS's own mean centre of the same layer, with the
same weight and group. On a machine with much other work (load, of the last five minutes) only ratios say something.

Where there are as many as 10⁵ groups, reading by groups has not come to a tenth of reading row by row: a bare `GROUP BY`
takes 0.06 of the processor's time of the latter, QGIS's own part 0.08; the rest finds the first id of each group.

| what | measured | at most | machine | load |
|---|---|---|---|---:|
"""


def record(what, found, most, kept):
    """Print what was measured and write its line; return whether it is as it has to be."""
    print(f"{what}: {found} (≤ {most}){'' if kept else ' — TOO MUCH'}", flush=True)
    write_line(PAGE, _HEAD, f"| {what} | {found} | {most} | {machine()} | {os.getloadavg()[1]:.0f} |")
    return kept
