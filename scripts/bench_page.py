"""The table of docs/bench-engines.md: a line for each thing that was measured, replaced where it is measured anew."""

import os
from pathlib import Path

from bench_ratios import machine, write_line

PAGE = Path(__file__).resolve().parent.parent / "docs" / "bench-engines.md"
_HEAD = """# Engines, measured

What databases and engines count for us, against QGIS reading the rows: in one process and in turn, medians.
`make bench-engines` writes the lines anew. `native:meancoordinates` is QGIS's own mean centre of the same layer, with the
same weight and group. On a machine with much other work (load, of the last five minutes) only ratios say something.

Belts come in groups of 373 cities and 446 industries (10⁵ groups), or of 150 industries (half as many); CPU is that
of QGIS alone. A bare loop goes over the features and keeps the three fields. On the clock, reading by groups
does not come to a tenth of reading row by row; QGIS's own part is 0.03 of its processor's time. On a machine on which rows
take 11 s the server takes 1.7 s of its own in one process and 2.4 s in three (0.9 s where it only sends the rows): 0.7 s
for a bare `GROUP BY`, 0.4 s to find the first id of each group, 0.4 s to write the answer, and 0.7 s because each of the
three meets most groups. Answers as arrays, joined texts or one row a city cost the same; keys in decimals, subqueries that
are not fenced off, and one process instead of three save less than a tenth.

The ratio of an ellipse to `native:meancoordinates` depends on the machine: 0.08 on a slow one with much other work, 0.17
on a fast one with little, where QGIS reads 10⁶ points in 5 s and the server needs 0.9 s.

| what | measured | at most | machine | load |
|---|---|---|---|---:|
"""


def record(what, found, most, kept):
    """Print what was measured and write its line; return whether it is as it has to be."""
    print(f"{what}: {found} (≤ {most}){'' if kept else ' — TOO MUCH'}", flush=True)
    write_line(PAGE, _HEAD, f"| {what} | {found} | {most} | {machine()} | {os.getloadavg()[1]:.0f} |")
    return kept
