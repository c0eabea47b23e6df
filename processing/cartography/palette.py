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


# Signs of statuses by the key that `analysis.matching.statuses` gives them; the last one is free.
STATUS_SIGNS = {
    "black": Sign("#1a1a1a", "#ffffff", "circle", 1.7),
    "orange": Sign("#e69f00", "#ffffff", "triangle", 2.2),
    "blue": Sign("#56b4e9", "#ffffff", "square", 1.6),
    "hollow": Sign("#ffffff", "#4d4d4d", "diamond", 2.0),
    "green": Sign("#117733", "#ffffff", "pentagon", 2.0),
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


GREY_SIGNS = {
    "black": Sign("#000000", "#ffffff", "circle", 1.7),
    "orange": Sign("#6e6e6e", "#ffffff", "triangle", 2.2),
    "blue": Sign("#d0d0d0", "#4d4d4d", "square", 1.6),
    "hollow": Sign("#ffffff", "#4d4d4d", "diamond", 2.0),
    "green": Sign("#a0a0a0", "#4d4d4d", "pentagon", 2.0),
}
GREY_LINES = {
    "sei": Line("#000000", "solid"),
    "inn": Line("#000000", "dash"),
    "am": Line("#5a5a5a", "dash dot"),
    "belts": Line("#5a5a5a", "dot"),
}
FURTHER_GREY_LINES = (
    Line("#8c8c8c", "solid"),
    Line("#8c8c8c", "dash"),
    Line("#000000", "dash dot dot"),
    Line("#8c8c8c", "dot"),
    Line("#b3b3b3", "solid"),
    Line("#b3b3b3", "dash"),
)


@dataclass(frozen=True)
class Palette:
    """All signs and lines of one look."""

    signs: dict
    no_status: Sign
    belt: Sign
    lines: dict
    further_lines: tuple

    def sign(self, status):
        """Return the sign of a status; that of rows without one for what is none."""
        return self.signs.get(statuses.colour(status), self.no_status)


COLOUR = Palette(STATUS_SIGNS, NO_STATUS_SIGN, BELT_SIGN, CLASS_LINES, FURTHER_LINES)
# For journals that print in black: every difference is one of shape or pattern, too.
GREY = Palette(
    GREY_SIGNS,
    Sign("#e6e6e6", "#808080", "circle", 1.4),
    Sign("#8c8c8c", "#8c8c8c", "circle", 0.7),
    GREY_LINES,
    FURTHER_GREY_LINES,
)
PALETTES = {"colour": COLOUR, "grey": GREY}


def lines_of_classes(values, palette=COLOUR):
    """Give every class its line: the known ones their own, others the further ones in their order.

    Parameters
    ----------
    values : iterable of str
        Classes, each once; upper and lower case are the same.
    palette : Palette

    Returns
    -------
    dict of str to Line
    """
    lines = {}
    others = 0
    for value in values:
        line = palette.lines.get(value.strip().lower())
        if line is None:
            line = palette.further_lines[others % len(palette.further_lines)]
            others += 1
        lines[value] = line
    return lines
