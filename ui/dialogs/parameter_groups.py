"""Which folded parameters of the dialogs belong together, and the boxes that hold them."""

from qgis.core import QgsProcessingParameterDefinition
from qgis.gui import QgsCollapsibleGroupBoxBasic
from qgis.PyQt.QtWidgets import QVBoxLayout

from ...processing.analysis.messages import QT_TRANSLATE_NOOP
from ...processing.compat import translate

_FURTHER = QT_TRANSLATE_NOOP("ClusterBelt", "Further outputs")
_RESULTS = QT_TRANSLATE_NOOP("ClusterBelt", "Results")
# Title → names of parameters, in the order of the boxes; what is in none is among the results.
GROUPS = {
    QT_TRANSLATE_NOOP("ClusterBelt", "Fields of the clusters"): (
        *("CLUSTER_ID", "CLUSTER_PROVINCE", "CLUSTER_WEIGHT", "CLUSTER_COUNT"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Fields of the belts"): (
        *("BELT_ID", "BELT_NAME", "BELT_CITY", "BELT_INDUSTRY", "BELT_PROVINCE", "BELT_COUNT"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Years"): (
        *("BELT_YEAR", "BELT_START", "BELT_END", "SINCE", "UNTIL", "AS_OF"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Cities and regions"): (
        *("CITY_BY", "CITY_LEVEL", "CITIES", "CITIES_FIELD", "DISTANCE", "TOLERANCE"),
        *("UNIT", "FLOWS_BY", "REGION_BY", "REGIONS", "COUNTRY", "CITIES_ONLY", "UNITS"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Blocks"): ("BLOCK_CITY", "BLOCK_IND", "CORE_VALUES"),
    QT_TRANSLATE_NOOP("ClusterBelt", "Virtual clusters"): (
        *("MAX_F", "RESOLUTION", "MIN_BLOCKS", "MIN_CITIES", "RADIUS_KM"),
        *("VC_TABLE", "FLOWS", "GAPS", "COUPLING"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Industries and chains"): (
        *("TAXONOMY", "TAXONOMY_FORM", "TAXONOMY_LEVELS", "CHAINS", "COEFFICIENT"),
        *("SCHEME", "CLUSTER_SCHEME", "BELT_SCHEME", "KEYWORDS", "MAX_LEVELS", "MAX_HOPS", "LIFT"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Judgements"): ("OVERRIDES", "ALIASES"),
    QT_TRANSLATE_NOOP("ClusterBelt", "Coordination"): (
        *("THRESHOLD", "NORMALISE", "MAX_OFF", "MAX_ON", "ALPHA", "MODEL"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Size of the ellipses"): (
        *("SCALING", "SIZE", "PERCENT", "DIVISOR", "MEASURE_CRS", "READ", "SEGMENTS"),
    ),
    QT_TRANSLATE_NOOP("ClusterBelt", "Test against chance"): ("RUNS", "SEED", "STRATA", "WITH_BELTS"),
    QT_TRANSLATE_NOOP("ClusterBelt", "Page and map"): (
        *("CENTERS", "TABLE", "SUBTITLE", "REVIEW_NO", "NAME", "PAPER", "ORIENTATION"),
        *("MAP_CRS", "INSET_SCS", "ATLAS", "DPI"),
    ),
    _RESULTS: (
        "TITLE",
        "MAX_PAIRS",
        "TOP",
        "MAX_KM",
        "MIN_N",
        "LOCAL_KM",
        "MAX_LINKS",
        "MAX_LINES",
        "ROWS",
        "LANGUAGE",
    ),
}


def is_folded(definition):
    """Tell whether the dialog keeps a parameter folded away."""
    return bool(definition.flags() & QgsProcessingParameterDefinition.Flag.FlagAdvanced)


def group_of(definition):
    """Return the title of the box of a folded parameter, untranslated."""
    if definition.isDestination():
        return _FURTHER
    return next((title for title, names in GROUPS.items() if definition.name() in names), _RESULTS)


def arrange(algorithm, wrappers):
    """Put the folded parameters of a dialog into boxes with titles.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
    wrappers : dict of str to QgsAbstractProcessingParameterWidgetWrapper
        By name of the parameter.
    """
    grouped = {title: [] for title in (*GROUPS, _FURTHER)}
    for definition in algorithm.parameterDefinitions():
        if is_folded(definition) and definition.name() in wrappers:
            grouped[group_of(definition)].append(wrappers[definition.name()])
    for title, members in grouped.items():
        rows = [row for wrapper in members for row in _rows(wrapper)]
        if rows:
            box = _box(translate("ClusterBelt", title), rows)
            box.setCollapsed(title == _FURTHER)


def _box(title, rows):
    """Take some rows out of their layout, and put a box with them behind all rows that are left."""
    parent = rows[0].parentWidget()
    layout = parent.layout()
    box = QgsCollapsibleGroupBoxBasic(title, parent)
    inside = QVBoxLayout(box)
    for row in rows:
        layout.removeWidget(row)
        inside.addWidget(row)
    ends_stretched = layout.count() and layout.itemAt(layout.count() - 1).spacerItem() is not None
    layout.insertWidget(layout.count() - bool(ends_stretched), box)
    return box


def _rows(wrapper):
    """Yield the label of a parameter, if any, and the widget beside it, as their layout holds them."""
    label, widget = wrapper.wrappedLabel(), wrapper.wrappedWidget()
    if label is not None:
        yield label
        while widget.parentWidget() is not label.parentWidget():
            widget = widget.parentWidget()
    yield widget
