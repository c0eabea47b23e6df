"""The one place of colours and shapes: what a status and a class look like on every map, chart and page.

The colours are Okabe and Ito's, or near to them, and stay apart for red-green blind eyes; shapes and
line patterns differ as well, so that a copy in black and white can be read.
"""

import re
import zlib
from dataclasses import dataclass

from ..analysis.matching import statuses
from ..analysis.matching.class_order import KNOWN_CLASSES


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

_CLASS_LINES = (
    Line("#cc3311", "solid"),
    Line("#009e73", "dash"),
    Line("#0088cc", "dash dot"),
    Line(BELT_COLOUR, "dot"),
)
CLASS_LINES = dict(zip(KNOWN_CLASSES, _CLASS_LINES))
# No colour of a status is among them: a class is none.
FURTHER_LINES = (
    Line("#cc0099", "solid"),
    Line("#774400", "dash"),
    Line("#3333ff", "dash dot"),
    Line("#999933", "solid"),
    Line("#dd8866", "dash"),
    Line("#882255", "dash dot"),
    Line("#aa55ff", "solid"),
    Line("#cc79a7", "dash"),
)
NO_CLASS_LINE = Line("#7f7f7f", "dot")


GREY_SIGNS = {
    "black": Sign("#000000", "#ffffff", "circle", 1.7),
    "orange": Sign("#6e6e6e", "#ffffff", "triangle", 2.2),
    "blue": Sign("#d0d0d0", "#4d4d4d", "square", 1.6),
    "hollow": Sign("#ffffff", "#4d4d4d", "diamond", 2.0),
    "green": Sign("#a0a0a0", "#4d4d4d", "pentagon", 2.0),
}
_GREY_LINES = (
    Line("#000000", "solid"),
    Line("#000000", "dash"),
    Line("#5a5a5a", "dash dot"),
    Line("#5a5a5a", "dot"),
)
GREY_LINES = dict(zip(KNOWN_CLASSES, _GREY_LINES))
FURTHER_GREY_LINES = (
    Line("#8c8c8c", "solid"),
    Line("#8c8c8c", "dash"),
    Line("#000000", "dash dot dot"),
    Line("#8c8c8c", "dot"),
    Line("#b3b3b3", "solid"),
    Line("#b3b3b3", "dash"),
    Line("#5a5a5a", "solid"),
    Line("#5a5a5a", "dash dot dot"),
)
# Of the first and of the last period.
PERIODS = ("#a9dccb", "#00463c")
_PATTERNS = ("solid", "dash", "dash dot", "dot", "dash dot dot")


@dataclass(frozen=True)
class Palette:
    """All signs and lines of one look."""

    signs: dict
    no_status: Sign
    belt: Sign
    lines: dict
    further_lines: tuple
    no_class: Line

    def sign(self, status):
        """Return the sign of a status; that of rows without one for what is none."""
        return self.signs.get(statuses.colour(status), self.no_status)


COLOUR = Palette(STATUS_SIGNS, NO_STATUS_SIGN, BELT_SIGN, CLASS_LINES, FURTHER_LINES, NO_CLASS_LINE)
# For journals that print in black: every difference is one of shape or pattern, too.
GREY = Palette(
    GREY_SIGNS,
    Sign("#e6e6e6", "#808080", "circle", 1.4),
    Sign("#8c8c8c", "#8c8c8c", "circle", 0.7),
    GREY_LINES,
    FURTHER_GREY_LINES,
    Line("#b3b3b3", "dot"),
)
PALETTES = {"colour": COLOUR, "grey": GREY}


def lines_of_classes(values, palette=COLOUR, among=()):
    """Give every class its line, by its name: known ones their own, others one of the further ones.

    The line is the same wherever the same classes are drawn, in whatever order. Only where two names fall on one line
    does the second take the next: so what is drawn together is told what it is `among`.

    Parameters
    ----------
    values, among : iterable of str
        Classes; those that are drawn beside them. Upper and lower case are the same.
    palette : Palette

    Returns
    -------
    dict of str to Line
    """
    values = list(values)
    keys = sorted({_key(value) for value in (*values, *among)} - set(palette.lines))
    lines, taken = dict(palette.lines), set()
    count = len(palette.further_lines)
    for key in sorted(keys, key=lambda key: (_place(key, count), key)):
        free = (_place(key, count) + step for step in range(count))
        number = len(taken) // count
        place = next((place % count for place in free if (place % count, number) not in taken), 0)
        taken.add((place, number))
        lines[key] = _varied(palette.further_lines[place], number)
    return {value: lines[_key(value)] for value in values}


def _key(value):
    return value.strip().lower()


def _place(key, count):
    """Where a class begins to look for its line: by the number or the letter at its end, else by all of its text."""
    number = re.search(r"(\d{1,9})\W*$", key)
    if number:
        return (int(number[1]) - 1) % count
    letter = re.search(r"(?:^|\W)([a-z])$", key)
    return (ord(letter[1]) - ord("a") if letter else zlib.crc32(key.encode("utf-8", "replace"))) % count


def _varied(line, number):
    """A line in its colour and another pattern, for the classes that the colours have no room for."""
    pattern = _PATTERNS[(_PATTERNS.index(line.pattern) + number) % len(_PATTERNS)]
    return Line(line.colour, pattern)


@dataclass(frozen=True)
class VirtualPalette:
    """Colours of virtual clusters by the keys of their tables.

    Attributes
    ----------
    scopes : dict of str to str
        Of links, by the smallest unit that holds both ends; '' for links between units.
    clusters : tuple of str
        Of the strongest clusters, in their order.
    further, further_tie, single : str
        Of the clusters after them, of the ties in these, and of blocks in none.
    met : dict of str to str
        Of needs, by where they are met.
    coupling, modes : dict of str to str
        Of classes of coupling and of modes of networks, '' for no mode.
    tilts : tuple of str
        From real only to virtual only, five of them.
    node, pale : str
        Of the circles of cities, and of links that are small.
    """

    scopes: dict
    clusters: tuple
    further: str
    further_tie: str
    single: str
    met: dict
    coupling: dict
    modes: dict
    tilts: tuple
    node: str
    pale: str


_MODES = ("platform", "standard", "park", "supply_chain", "alliance")
VIRTUAL = VirtualPalette(
    {"province": "#009e73", "group": "#e69f00", "nation": "#1f5aa6", "": "#1f5aa6"},
    ("#1b9e77", "#d95f02", "#7570b3", "#e7298a", "#66a61e", "#e6ab02", "#a6761d", "#56b4e9"),
    "#a6a6a6",
    "#d0d0d0",
    "#d9d9d9",
    {"here": "#1a1a1a", "province": "#009e73", "group": "#e69f00", "nation": "#1f5aa6", "nobody": "#cc3311"},
    {"both": "#7b3294", "real": "#0072b2", "virtual": "#e69f00", "none": "#bfbfbf"},
    dict(zip((*_MODES, ""), ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#7f7f7f"))),
    ("#0072b2", "#92c5de", "#f0f0f0", "#fdc67a", "#d98200"),
    "#cc3311",
    "#cfdcec",
)
VIRTUAL_GREY = VirtualPalette(
    {"province": "#b3b3b3", "group": "#7f7f7f", "nation": "#262626", "": "#404040"},
    ("#000000", "#4d4d4d", "#737373", "#1a1a1a", "#5e5e5e", "#8c8c8c", "#333333", "#a6a6a6"),
    "#bfbfbf",
    "#dedede",
    "#e6e6e6",
    {"here": "#000000", "province": "#595959", "group": "#8c8c8c", "nation": "#bfbfbf", "nobody": "#ededed"},
    {"both": "#000000", "real": "#6e6e6e", "virtual": "#b3b3b3", "none": "#ffffff"},
    dict(zip((*_MODES, ""), ("#000000", "#404040", "#6e6e6e", "#8c8c8c", "#a6a6a6", "#c8c8c8"))),
    ("#000000", "#595959", "#f7f7f7", "#a6a6a6", "#d0d0d0"),
    "#595959",
    "#d9d9d9",
)
VIRTUAL_PALETTES = {"colour": VIRTUAL, "grey": VIRTUAL_GREY}
