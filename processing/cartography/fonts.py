"""Which font a page is set in: one that has the characters of its texts."""

import unicodedata

from qgis.core import QgsFontUtils, QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF

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


def font(family, size, bold=False):
    """Return a `QFont`; `size` in points."""
    result = QFont(family)
    result.setPointSizeF(size)
    result.setBold(bold)
    return result


def width_of(text, family, size, bold=False):
    """Return the width in mm of a text in one line; `size` in points."""
    # Pixels of a large font: sizes of a few points are rounded.
    large = QFont(family)
    large.setPixelSize(100)
    large.setBold(bold)
    return QFontMetricsF(large).horizontalAdvance(text) / 100 * size * 25.4 / 72


def text_format(family, size, colour):
    """Return a `QgsTextFormat`; `size` in points, `colour` as #rrggbb."""
    result = QgsTextFormat()
    result.setFont(font(family, size))
    result.setSize(size)
    result.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    result.setColor(QColor(colour))
    return result


def _is_chinese(character):
    return unicodedata.east_asian_width(character) in "WF"


def _first_installed(families):
    for family in families:
        # fontFamilyOnSystem says yes to families that only have a substitute.
        if QgsFontUtils.fontFamilyMatchOnSystem(family)[0]:
            return family
    return ""
