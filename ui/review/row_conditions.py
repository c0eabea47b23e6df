"""What holds a judgement to its cluster where no field of ids does: its city and industry stand beside its row number.

Where rows are put in or taken out of such a table later, a judgement fits no other cluster than its own.
"""

from qgis.core import QgsFeatureRequest

from ...processing.layers.reading.cell_texts import cell_text
from ...processing.layers.runs import run_of


def conditions_of_rows(layer, rows, pair=None):
    """Return what else a judgement on rows says of them.

    Parameters
    ----------
    layer : QgsVectorLayer
        The matched layer.
    rows : sequence of MatchRow
    pair : Pair, optional
        Of the belt that is judged with them.

    Returns
    -------
    dict of str to dict of str to str
        By key of the row: the fields `city`, `cluster_industry` and `belt_industry` of a `Judgement`; empty where
        clusters and belts have fields of ids.
    """
    run = run_of(layer)
    given = {} if run is None else run.parameters
    of_clusters = not given.get("CLUSTER_ID") and bool(given.get("CLUSTER_INDUSTRY"))
    of_belt = pair is not None and not given.get("BELT_ID") and bool(pair.industry)
    if run is None or not (of_clusters or of_belt):
        return {}
    texts = _industries(layer, given["CLUSTER_INDUSTRY"], rows) if of_clusters else {}
    return {
        str(row.key): {
            "city": cell_text(row.code) or "",
            "cluster_industry": texts.get(row.feature_id) or "",
            "belt_industry": str(pair.industry) if of_belt else "",
        }
        for row in rows
    }


def _industries(layer, name, rows):
    at = layer.fields().lookupField(name)
    if at < 0:
        return {}
    request = QgsFeatureRequest([row.feature_id for row in rows]).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes([at])
    return {feature.id(): cell_text(feature.attribute(at)) for feature in layer.getFeatures(request)}
