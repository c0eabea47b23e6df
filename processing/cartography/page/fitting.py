"""Texts of a page in the room that they have: broken into lines, set smaller, and cut where all that is not enough."""

import math

from qgis.PyQt.QtCore import QTextBoundaryFinder
from qgis.PyQt.QtGui import QFont, QTextLayout, QTextOption

from .. import fonts

# Lines are measured in a large font; the one on the page may be a little wider.
_SLACK = 0.96
# The height of a line of one point, in mm.
_LINE = 0.53
_STEP, _SMALLEST = 0.25, 4.0
# How much smaller texts of a small page may be.
_SHRUNK = 0.6
_MORE = "…"
# No place of a page has room for more characters; Qt's time grows with the square of a word's length.
_MOST_CHARACTERS = 5_000


def broken(text, font, width):
    """Break a text into lines where its script allows it, and within words that are longer than a line.

    QGIS itself breaks at blanks alone, which Chinese has none of.

    Parameters
    ----------
    text : str
        Its own line breaks are kept; of a text that no page has room for only the beginning is broken.
    font : QFont
    width : float
        In mm.

    Returns
    -------
    list of str
    """
    large, grown = fonts.measuring(font)
    return [
        line
        for part in text[:_MOST_CHARACTERS].split("\n")
        for line in _lines(part, large, _SLACK * width * grown)
    ]


def width_for_words(text, font):
    """Return the width in mm, for `broken`, in which no word of a text is broken: that of its longest."""
    text = text[:_MOST_CHARACTERS]
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, text)
    # Qt counts in units of UTF-16.
    units, start, words = text.encode("utf-16-le", "replace"), 0, set()
    while (end := finder.toNextBoundary()) > start:
        words.add(units[2 * start : 2 * end].decode("utf-16-le", "replace").rstrip())
        start = end
    return max((fonts.width_of(word, font) for word in words), default=0.0) / _SLACK


def cut(lines, most):
    """Return at most so many lines, the last with an ellipsis where there were more."""
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1][:-2].rstrip() + _MORE]


def fitted(text, font, place, most):
    """Set a text as large as it can be within a place, with its words whole; what is too long when very small is cut.

    Parameters
    ----------
    text : str
    font : QFont
        The largest.
    place : QRectF
        In mm.
    most : int
        Lines.

    Returns
    -------
    str
        With line breaks.
    QFont
    """
    size = font.pointSizeF()
    smallest = min(_SHRUNK * size, _SMALLEST)
    words = width_for_words(text, font) / size
    if words * smallest > place.width():
        words = 0.0  # No size keeps them whole.
    while True:
        smaller = QFont(font)
        smaller.setPointSizeF(size)
        lines = broken(text, smaller, place.width())
        room = min(most, max(1, math.floor(place.height() / (size * _LINE) + 0.01)))
        is_whole = words * size <= place.width()
        if (len(lines) <= room and is_whole) or size <= smallest:
            return "\n".join(cut(lines, room)), smaller
        size = max(size - _STEP, smallest)


def _lines(text, font, width):
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    # Qt counts in units of UTF-16.
    units, found = text.encode("utf-16-le", "replace"), []
    line = layout.createLine()
    while line.isValid():
        line.setLineWidth(width)
        start, end = line.textStart(), line.textStart() + line.textLength()
        found.append(units[2 * start : 2 * end].decode("utf-16-le").rstrip())
        line = layout.createLine()
    layout.endLayout()
    return found or [""]
