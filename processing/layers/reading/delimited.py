"""Delimited text: what QGIS leaves out of a file, such as rows whose coordinates are no numbers, or its header."""

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QUrl, QUrlQuery

from ...compat import translate
from .headers import is_known
from .passes import features_of

# What an address says of places, and what costs a further look at the file.
_OF_PLACES = ("xField", "yField", "zField", "mField", "wktField", "geomType", "detectTypes", "spatialIndex")
_DISCARDED = "skipLines"


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
    whole = _without_places(layer)
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


def why_header_discarded(layer):
    """Return what is wrong where the lines that a layer discards end with the names of its fields; '' for nothing."""
    if layer.providerType() != "delimitedtext":
        return ""
    discarded = QUrlQuery(QUrl.fromEncoded(layer.source().encode())).queryItemValue(_DISCARDED)
    names = layer.fields().names()
    if not discarded.isdecimal() or int(discarded) < 1 or any(map(is_known, names)):
        return ""
    above = _without_places(layer, int(discarded) - 1).fields().names()
    if len(above) != len(names) or not any(map(is_known, above)):
        return ""
    return translate(
        "ClusterBelt",
        "Layer “{layer}”: its field names ({names} …) are discarded, and a row is taken for them ({cells} …). Add "
        "the file again with “Number of header lines to discard” = {count}.",
    ).format(
        layer=layer.name(), names=", ".join(above[:3]), cells=", ".join(names[:3]), count=int(discarded) - 1
    )


def _without_places(layer, discarded=None):
    """Return the table of a layer, with so many lines discarded in front of it."""
    url = QUrl.fromEncoded(layer.source().encode())
    query = QUrlQuery(url)
    for name in (*_OF_PLACES, *(() if discarded is None else (_DISCARDED,))):
        query.removeQueryItem(name)
    query.addQueryItem("geomType", "none")
    if discarded is not None:
        query.addQueryItem(_DISCARDED, str(discarded))
    url.setQuery(query)
    return QgsVectorLayer(bytes(url.toEncoded()).decode(), "whole", "delimitedtext")
