"""The one place of colours and shapes: what a status and a class look like on every map, chart and page.

The colours are Okabe and Ito's, or near to them, and stay apart for red-green blind eyes; shapes and
line patterns differ as well, so that a copy in black and white can be read.
"""

from dataclasses import dataclass

from ..analysis.matching import statuses


@dataclass(frozen=True)
class Sign:
    """How a row is drawn: fill and outline as #rrggbb, a marker shape by QGIS's name, the size in mm."""

    colour: str
    outline: str
    shape: str
    size: float


@dataclass(frozen=True)
class Line:
    """How an outline is drawn: colour as #rrggbb and a pattern by QGIS's name."""

    colour: str
    pattern: str


STATUS_SIGNS = {
    statuses.MATCHED: Sign("#1a1a1a", "#ffffff", "circle", 1.7),
    statuses.ADJACENT: Sign("#e69f00", "#ffffff", "triangle", 2.2),
    statuses.UNMATCHED: Sign("#56b4e9", "#ffffff", "square", 1.6),
    statuses.UNRESOLVED: Sign("#ffffff", "#4d4d4d", "diamond", 2.0),
}
NO_STATUS_SIGN = Sign("#bfbfbf", "#ffffff", "circle", 1.4)

BELT_COLOUR = "#4b0f6b"
BELT_SIGN = Sign(BELT_COLOUR, BELT_COLOUR, "circle", 0.9)

CLASS_LINES = {
    "sei": Line("#cc3311", "solid"),
    "inn": Line("#009e73", "dash"),
    "am": Line("#0088cc", "dash dot"),
    "belts": Line(BELT_COLOUR, "dot"),
}
FURTHER_LINES = (
    Line("#e69f00", "solid"),
    Line("#56b4e9", "dash"),
    Line("#1a1a1a", "dash dot"),
    Line("#cc79a7", "solid"),
    Line("#8c510a", "dash"),
    Line("#999999", "solid"),
)


def lines_of_classes(values):
    """Give every class its line: the known ones their own, others the further ones in their order.

    Parameters
    ----------
    values : iterable of str
        Classes, each once; upper and lower case are the same.

    Returns
    -------
    dict of str to Line
    """
    lines = {}
    others = 0
    for value in values:
        line = CLASS_LINES.get(value.strip().lower())
        if line is None:
            line = FURTHER_LINES[others % len(FURTHER_LINES)]
            others += 1
        lines[value] = line
    return lines
