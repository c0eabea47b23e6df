"""The locator of QGIS finds clusters: `cb 深圳` lists those of the matched layer, and the one that is chosen is shown."""

from qgis.core import QgsExpression, QgsFeatureRequest, QgsLocatorFilter, QgsLocatorResult, QgsProject
from qgis.PyQt.QtGui import QIcon

from ..processing.analysis.fields import CB_CITY, CB_CITYCD, CB_STATUS, table
from ..processing.analysis.matching import statuses
from ..processing.compat import kind_of, language_of_user, translate
from ..processing.provider import ICON
from .study.filter_languages import QGIS

# Prefixes of so few letters are those of QGIS itself: the filter looks for this one in what is typed.
PREFIX = "cb "
_MOST = 40
_MOST_TOLD = 4


class ClusterLocator(QgsLocatorFilter):
    """Looks in the texts of the clusters: names, cities, industries.

    Parameters
    ----------
    find_layer : callable
        Returns the matched layer, or None.
    show : callable
        Takes the layer and the id of a feature.
    """

    def __init__(self, find_layer, show):
        super().__init__()
        self._find_layer, self._show = find_layer, show

    def clone(self):
        return ClusterLocator(self._find_layer, self._show)

    def name(self):
        return "clusterbelt_clusters"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Clusters (cb and a city, name or industry)")

    def flags(self):
        # It reads a layer of the project, which it may in the main thread only.
        return QgsLocatorFilter.Flag.FlagFast

    def fetchResults(self, text, context, feedback):  # noqa: N802
        if not text.lower().startswith(PREFIX) or not text[len(PREFIX) :].strip():
            return
        layer = self._find_layer()
        if layer is None:
            return
        for feature in matching(layer, text[len(PREFIX) :].strip()):
            if feedback.isCanceled():
                return
            self.resultFetched.emit(self._result(layer, feature))

    def triggerResult(self, result):  # noqa: N802
        layer_id, _, feature_id = str(result.userData).rpartition("|")
        # The layer may be gone since.
        layer = QgsProject.instance().mapLayer(layer_id)
        if layer is not None:
            self._show(layer, int(feature_id))

    def _result(self, layer, feature):
        result = QgsLocatorResult()
        result.filter = self
        result.displayString = " · ".join(self._told(layer, feature))
        result.userData = f"{layer.id()}|{feature.id()}"
        status = feature[CB_STATUS]
        result.description = (
            statuses.label(status, language_of_user()) if status in statuses.ordered() else ""
        )
        result.icon = QIcon(str(ICON))
        return result

    def _told(self, layer, feature):
        """Return the name of a cluster, its city, in which alone rows of a shared one differ, and what its row says else."""
        # What it reads of texts is not needed before somebody types.
        from ..processing.analysis.guessing import naming_field
        from ..processing.layers.reading.cell_texts import cell_text
        from .study.city_names import city_names_of, searched_names_of

        city = cell_text(feature[CB_CITY]) or ""
        called, said = city, {city}
        if layer.fields().lookupField(CB_CITYCD) >= 0:
            code = cell_text(feature[CB_CITYCD])
            called = city_names_of(layer).get(code, city)
            said.update(searched_names_of(layer).get(code, "").split("\n"))
        names = searched(layer)
        first = naming_field(names)
        texts = [
            cell_text(feature[name]) or ""
            for name in dict.fromkeys([first, *names])
            if name not in ("", CB_CITY)
        ]
        # Numbers are keys; and what says the city by another of its names says it twice.
        said = {text.casefold() for text in said}
        others = [
            text for text in texts[bool(first) :] if text.casefold() not in said and not text.isdecimal()
        ]
        told = [*texts[: bool(first)], called, *others] if first else [called, *others]
        return list(dict.fromkeys(filter(None, told)))[:_MOST_TOLD]


def searched(layer):
    """Return the fields that are searched: texts of the input, and the city."""
    own = [field.name() for field in layer.fields() if kind_of(field) == "string"]
    ours = {key.lower() for key in table("clusters").keys} - {CB_CITY}
    return [name for name in own if name.lower() not in ours]


def matching(layer, text):
    """Yield the first clusters in which all words of a text occur, or in what their city is called."""
    conditions, called = [], {}
    if layer.fields().lookupField(CB_CITYCD) >= 0:
        from .study.city_names import searched_names_of

        called = searched_names_of(layer)
    for word in text.split():
        parts = [QGIS.holds(name, word) for name in searched(layer)]
        codes = [QGIS.quoted(code) for code, name in called.items() if word.casefold() in name.casefold()]
        if codes:
            parts.append(f"to_string({QgsExpression.quotedColumnRef(CB_CITYCD)}) IN ({', '.join(codes)})")
        conditions.append("(" + " OR ".join(parts) + ")")
    request = QgsFeatureRequest().setFilterExpression(" AND ".join(conditions)).setLimit(_MOST)
    yield from layer.getFeatures(request.setFlags(QgsFeatureRequest.Flag.NoGeometry))
