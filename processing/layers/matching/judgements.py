"""Read the table of judgements, and tell whether ids can be relied on."""

import numpy as np
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

from ...analysis.distinct import nulls
from ...analysis.matching.judgements import read_judgements as judgements_of
from ...compat import translate
from ..feedback import refuse_empty
from ..reading.columns import read_table
from .taxonomies import BELT, CLUSTER

_FILES_WITH_KEYS = ("GPKG", "SQLite")
_DATABASES = ("postgres", "spatialite", "mssql", "oracle", "hana")


def read_judgements(source, resolver, words, feedback):
    """Read the table `OVERRIDES`.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    resolver : analysis.places.resolving.Resolver or None
        Where its cities are looked up; None leaves them as they are written.
    words : taxonomies.Words
    feedback : QgsProcessingFeedback

    Returns
    -------
    tuple of Judgement
    """
    columns = read_table(source, feedback)
    table = {name.lower(): column for name, column in columns.values.items()}
    if not len(columns.fid) and not getattr(source, "is_part", False):
        # The last judgement was withdrawn: its table stands for none.
        return judgements_of(table)
    refuse_empty(source, columns.fid)
    if "city" in table and resolver is not None:
        found = resolver.resolve_all(table["city"])
        table["city"] = np.where(nulls(found["code"]), table["city"], found["code"])
    for role in (CLUSTER, BELT):
        name = f"{role}_industry"
        if name in table:
            table[name] = words.in_scheme(table[name], role, feedback)
    return judgements_of(table)


def refuse_moving_ids(judgements, layers, context):
    """Raise where judgements name feature ids that may be others after the next save, and neither city nor industry.

    Parameters
    ----------
    judgements : tuple of Judgement
    layers : dict of str to tuple
        For ``cluster_id`` and ``belt_id``: the value of the layer parameter, its name, and that of the parameter
        for the id; only layers whose ids are feature ids.
    context : QgsProcessingContext
    """
    for condition, (value, parameter, wanted) in layers.items():
        industry = condition.replace("_id", "_industry")
        named = [one for one in judgements if getattr(one, condition) and not _is_held(one, industry)]
        if named and not _has_key(value, context):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "OVERRIDES, row {line}, gives a {condition}, but the ids of {parameter} are feature "
                    "ids, which may change. Choose an id field ({wanted}), or save the layer as a "
                    "GeoPackage.",
                ).format(line=named[0].line, condition=condition, parameter=parameter, wanted=wanted)
            )


def _is_held(judgement, industry):
    """Tell whether a judgement fits no other row than its own, should the numbers of rows become others."""
    return bool(judgement.city and getattr(judgement, industry))


def _has_key(value, context):
    """Whether the feature ids of a layer are stored with it."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    layer = value if isinstance(value, QgsVectorLayer) else context.getMapLayer(str(value))
    if layer is None:
        layer = QgsVectorLayer(str(value), "", "ogr")
    if layer.providerType() == "ogr":
        return layer.dataProvider().storageType() in _FILES_WITH_KEYS
    return layer.providerType() in _DATABASES and bool(layer.primaryKeyAttributes())
