"""Finding the table of pairs in the project, and the pairs of one cluster in it."""

from typing import Any, NamedTuple

from qgis.core import QgsExpression, QgsFeatureRequest, QgsProject, QgsVectorLayer

from ...processing.compat import is_null
from ...processing.layers.matching.city_names import in_words
from ...processing.layers.runs import layers_of_run, run_of

_FIELDS = ("cluster", "belt", "rel", "decby", "evid")
_INDUSTRY = "via_b"
# More nobody reads; the best ones come first.
_MOST_PAIRS = 200


class Pair(NamedTuple):
    """A belt that is related to a cluster."""

    belt: Any
    relation: Any
    decided_by: Any
    evidence: Any
    # Code of the belt's node that is related.
    industry: Any = None


def is_pairs_table(layer):
    """Tell whether a layer is the output PAIRS of the matching."""
    return isinstance(layer, QgsVectorLayer) and all(
        layer.fields().lookupField(name) >= 0 for name in _FIELDS
    )


def pairs_table_of(matched):
    """Return the pairs of the run that made a matched layer, or None.

    A layer that does not tell its run has the first table of pairs that tells none either.
    """
    project, run = QgsProject.instance(), run_of(matched)
    if run is None:
        layers = project.mapLayers().values()
        return next((layer for layer in layers if is_pairs_table(layer) and run_of(layer) is None), None)
    pairs = layers_of_run(project, run.id).get("PAIRS")
    return pairs if is_pairs_table(pairs) else None


def pairs_of(layer, key, words):
    """Return the pairs of a cluster row, the best first.

    Parameters
    ----------
    layer : QgsVectorLayer
        For which `is_pairs_table` is true.
    key : str
        Value of `cb_row`.
    words : dict of str to str
        What cities are called, by their name in the data.
    """
    names = [*_FIELDS[1:], *([_INDUSTRY] if layer.fields().lookupField(_INDUSTRY) >= 0 else [])]
    indexes = [layer.fields().lookupField(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(sorted({*indexes, layer.fields().lookupField("cluster")}))
    request.setFilterExpression(QgsExpression.createFieldEqualityExpression("cluster", key))
    request.setLimit(_MOST_PAIRS)
    found = []
    for feature in layer.getFeatures(request):
        values = [feature.attribute(index) for index in indexes]
        pair = Pair(*(None if is_null(value) else value for value in values))
        found.append(pair._replace(evidence=in_words(str(pair.evidence or ""), words)))
    return found
