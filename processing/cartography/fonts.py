"""Which font a page is set in: one that has the characters of its texts."""

import unicodedata

from qgis.core import QgsFontUtils, QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QRawFont, QTextLayout

from ..compat import translate

CHINESE_FAMILIES = (
    "SimSun",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Noto Serif CJK SC",
    "Source Han Sans SC",
    "PingFang SC",
    "Songti SC",
    "WenQuanYi Zen Hei",
    "WenQuanYi Micro Hei",
)
_DIGITS = "0123456789 km"
LATIN_FAMILIES = ("Arial", "Helvetica", "Liberation Sans", "Noto Sans", "DejaVu Sans")


def family_for(texts):
    """Choose a font family for texts.

    Returns
    -------
    family : str
    warning : str
        Empty, or what is wrong: Chinese texts and no Chinese font.
    """
    chinese = any(_is_chinese(character) for text in texts for character in text)
    if not chinese:
        return _first_installed(LATIN_FAMILIES) or QFont().family(), ""
    family = _first_installed(CHINESE_FAMILIES)
    if family:
        return family, ""
    warning = translate(
        "ClusterBelt",
        "No Chinese font is installed, so Chinese texts would be printed as boxes. "
        "Install one of: {families}.",
    ).format(families=", ".join(CHINESE_FAMILIES))
    return QFont().family(), warning


def with_digits(family):
    """Return the family, behind a Latin one where a PDF would lose its digits.

    Some Chinese fonts draw digits beside Latin letters with signs that stand for no character, so that nothing is
    copied from a PDF where they are.
    """
    latin = _first_installed(LATIN_FAMILIES)
    return family if not latin or _signs(family) == _plain_signs(family) else f"{latin},{family}"


def font(family, size, bold=False):
    """Return a `QFont`; `size` in points."""
    result = _named(family)
    result.setPointSizeF(size)
    result.setBold(bold)
    return result


def measuring(font):
    """Return a font in which texts are measured, as sizes of a few points are rounded.

    Returns
    -------
    QFont
        Of 100 pixels.
    float
        Its pixels for a mm of the font given.
    """
    large = QFont(font)
    large.setPixelSize(100)
    return large, 100 / (font.pointSizeF() * 25.4 / 72)


def width_of(text, font):
    """Return the width in mm of a text in one line."""
    large, grown = measuring(font)
    return QFontMetricsF(large).horizontalAdvance(text) / grown


def text_format(family, size, colour):
    """Return a `QgsTextFormat`; `size` in points, `colour` as #rrggbb."""
    result = QgsTextFormat()
    result.setFont(font(family, size))
    result.setSize(size)
    result.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    result.setColor(QColor(colour))
    return result


def _named(family):
    """Return a font of one family, or of several with commas between: each has what those before it lack."""
    families = family.split(",")
    result = QFont(families[0])
    if len(families) > 1:
        result.setFamilies(families)
    return result


def _signs(family):
    """Return the signs by which a font draws digits in a text with Latin letters."""
    layout = QTextLayout(_DIGITS, QFont(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [sign for run in layout.glyphRuns() for sign in run.glyphIndexes()]


def _plain_signs(family):
    """Return the signs that the font has for the characters."""
    return list(QRawFont.fromFont(QFont(family)).glyphIndexesForString(_DIGITS))


def _is_chinese(character):
    return unicodedata.east_asian_width(character) in "WF"


def _first_installed(families):
    # fontFamilyOnSystem says yes to families that only have a substitute, this one to the beginning of a name, too.
    found = {family: QgsFontUtils.fontFamilyMatchOnSystem(family) for family in families}
    exact = [family for family in families if all(found[family])]
    return next((family for family in (*exact, *families) if found[family][0]), "")
