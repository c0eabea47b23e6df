"""The table of judgements (`OVERRIDES`): made, read and written a row at a time."""

import os
from dataclasses import asdict, dataclass

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeature,
    QgsFeatureRequest,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..analysis.fields import table
from ..compat import is_null, translate
from .writing.sinks import fields_of

TABLE = "judgements"


@dataclass(frozen=True)
class Judgement:
    """A row: what it is about (empty fits everything), what was decided, by whom, when and why."""

    cluster_id: str = ""
    belt_id: str = ""
    cluster_industry: str = ""
    belt_industry: str = ""
    city: str = ""
    decision: str = ""
    relation: str = ""
    reviewer: str = ""
    date: str = ""
    note: str = ""


FIELDS = tuple(Judgement.__dataclass_fields__)
_CONDITIONS = FIELDS[:5]


class JudgementError(Exception):
    """The table cannot be written; the message says why."""


def open_table(path):
    """Return the table of judgements of a GeoPackage as a layer, or None if it has none."""
    if not path or not os.path.exists(path):
        return None
    layer = QgsVectorLayer(f"{path}|layername={TABLE}", TABLE, "ogr")
    return layer if layer.isValid() and layer.fields().lookupField("decision") >= 0 else None


def judgement_file(parameter):
    """Return the GeoPackage that a run was given as OVERRIDES, '' where it was given no such table.

    Parameters
    ----------
    parameter : str or dict or None
        As `runs.Run` holds it.
    """
    source = parameter.get("source", "") if isinstance(parameter, dict) else parameter or ""
    path, _, rest = source.partition("|")
    return path if rest == f"layername={TABLE}" and open_table(path) is not None else ""


def judgements_of(path, cluster_id):
    """Return the judgements on a cluster row, the oldest first."""
    layer = open_table(path)
    if layer is None:
        return []
    request = QgsFeatureRequest()
    request.setFilterExpression(QgsExpression.createFieldEqualityExpression("cluster_id", cluster_id))
    return [_judgement(layer, feature) for feature in layer.getFeatures(request)]


def write_judgement(path, judgement):
    """Write a judgement; one on the same conditions is replaced, for two would contradict each other.

    Parameters
    ----------
    path : str
        A GeoPackage; it and its table `judgements` are made where they are missing.
    judgement : Judgement

    Raises
    ------
    JudgementError
    """
    layer = open_table(path) or _make_table(path)
    provider = layer.dataProvider()
    values = {name: value or None for name, value in asdict(judgement).items()}
    known = next(
        (f for f in layer.getFeatures() if _conditions(_judgement(layer, f)) == _conditions(judgement)), None
    )
    if known is not None:
        changes = {layer.fields().lookupField(name): value for name, value in values.items()}
        changes.pop(-1, None)
        worked = provider.changeAttributeValues({known.id(): changes})
    else:
        feature = QgsFeature(layer.fields())
        for name, value in values.items():
            if layer.fields().lookupField(name) >= 0:
                feature.setAttribute(name, value)
        worked = provider.addFeatures([feature])[0]
    if not worked:
        raise JudgementError(
            translate("ClusterBelt", "The judgement could not be written to “{path}”: {reason}").format(
                path=path, reason=provider.lastError()
            )
        )


def _make_table(path):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    options.layerName = TABLE
    if os.path.exists(path):
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    fields = fields_of(table("judgements").fields)
    writer = QgsVectorFileWriter.create(
        path,
        fields,
        QgsWkbTypes.Type.NoGeometry,
        QgsCoordinateReferenceSystem(),
        QgsCoordinateTransformContext(),
        options,
    )
    reason = writer.errorMessage() if writer.hasError() else ""
    del writer
    layer = open_table(path)
    if layer is None:
        raise JudgementError(
            translate("ClusterBelt", "The table of judgements “{path}” could not be made: {reason}").format(
                path=path, reason=reason
            )
        )
    return layer


def _judgement(layer, feature):
    values = {}
    for name in FIELDS:
        index = layer.fields().lookupField(name)
        value = feature.attribute(index) if index >= 0 else None
        values[name] = "" if is_null(value) else str(value)
    return Judgement(**values)


def _conditions(judgement):
    return tuple(getattr(judgement, name) for name in _CONDITIONS)
