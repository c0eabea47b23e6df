"""The words that a page prints, in the language of the page, which need not be that of QGIS."""

from pathlib import Path

from qgis.PyQt.QtCore import QTranslator

from ...analysis.messages import QT_TRANSLATE_NOOP
from ...compat import language_of_user

_TRANSLATIONS = Path(__file__).parents[3] / "resources" / "i18n"
_FILES = {"zh": "clusterbelt_zh_CN.qm"}

CLUSTERS = QT_TRANSLATE_NOOP("ClusterBelt", "Clusters by status")
CENTERS = QT_TRANSLATE_NOOP("ClusterBelt", "Mean centres")
ELLIPSES = QT_TRANSLATE_NOOP("ClusterBelt", "Standard deviational ellipses")
BELTS = QT_TRANSLATE_NOOP("ClusterBelt", "Belts ({count})")
BELT_CLASS = QT_TRANSLATE_NOOP("ClusterBelt", "Belts")
NO_STATUS = QT_TRANSLATE_NOOP("ClusterBelt", "No status")
SOURCE = QT_TRANSLATE_NOOP("ClusterBelt", "Source: {source}")
REVIEW = QT_TRANSLATE_NOOP(
    "ClusterBelt", "Map approval number: {number}. Boundaries of the base map not altered."
)
# Where no base map is on the page.
REVIEW_ALONE = QT_TRANSLATE_NOOP("ClusterBelt", "Map approval number: {number}")
INSET = QT_TRANSLATE_NOOP("ClusterBelt", "South China Sea Islands")
CLASS = QT_TRANSLATE_NOOP("ClusterBelt", "Class")
ALL = QT_TRANSLATE_NOOP("ClusterBelt", "All")
NO_CLASS = QT_TRANSLATE_NOOP("ClusterBelt", "No class")
TOTAL = QT_TRANSLATE_NOOP("ClusterBelt", "Total")
TABLE_NOTE = QT_TRANSLATE_NOOP("ClusterBelt", "Number (per cent of the resolved)")


def speaker(language=None):
    """Return a function from a text above to its words.

    Parameters
    ----------
    language : {'en', 'zh'}, optional
        Default: the user's.
    """
    file = _FILES.get(language or language_of_user())
    translator = QTranslator()
    if file is None or not translator.load(str(_TRANSLATIONS / file)):
        return str
    return lambda text: translator.translate("ClusterBelt", text.encode("utf-8")) or text
