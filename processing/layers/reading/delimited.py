"""Delimited text: the rows that QGIS leaves out whatever it is asked for, because their coordinates are no numbers."""

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from ...compat import translate
from .passes import features_of

# What an address says of places, and what costs a further look at the file.
_OF_PLACES = ("xField", "yField", "zField", "mField", "wktField", "geomType", "detectTypes", "spatialIndex")


def warn_of_rows_unseen(layer, feedback):
    """Warn where a layer lacks rows of its file.

    Parameters
    ----------
    layer : QgsVectorLayer
        Of delimited text with places.
    feedback : QgsProcessingFeedback
    """
    if layer.subsetString():
        return
    url = QUrl.fromEncoded(layer.source().encode())
    query = QUrlQuery(url)
    for name in _OF_PLACES:
        query.removeQueryItem(name)
    query.addQueryItem("geomType", "none")
    url.setQuery(query)
    whole = QgsVectorLayer(bytes(url.toEncoded()).decode(), "whole", "delimitedtext")
    if not whole.isValid() or whole.featureCount() <= layer.featureCount():
        return
    # It may keep rows without coordinates back from those that it counts.
    missing = whole.featureCount() - sum(1 for _ in features_of(layer))
    if missing > 0:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: rows of its file are missing, because QGIS cannot read their "
                "coordinates ({count}). Correct them, or leave them empty.",
            ).format(layer=layer.name(), count=missing)
        )
