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


def judgements_by_cluster(path):
    """Return the judgements of a table by the cluster row that they are on, the oldest first."""
    layer, found = open_table(path), {}
    for feature in layer.getFeatures() if layer is not None else ():
        judgement = _judgement(layer, feature)
        found.setdefault(judgement.cluster_id, []).append(judgement)
    return found


def write_judgements(path, judgements, withdrawn=()):
    """Write judgements and take others out; return what stood there before on the same conditions.

    One on the same conditions is replaced, for two would contradict each other.

    Parameters
    ----------
    path : str
        A GeoPackage; it and its table `judgements` are made where they are missing.
    judgements, withdrawn : list of Judgement
        Of those withdrawn the conditions count.

    Raises
    ------
    JudgementError
    """
    layer = open_table(path) or _make_table(path)
    known, former = {}, []
    touched = {conditions_of(one) for one in (*judgements, *withdrawn)}
    for feature in layer.getFeatures():
        judgement = _judgement(layer, feature)
        if conditions_of(judgement) in touched:
            known.setdefault(conditions_of(judgement), []).append(feature.id())
            former.append(judgement)
    changes, added = {}, []
    for judgement in judgements:
        ids = known.get(conditions_of(judgement))
        if ids:
            changes[ids[0]] = _values(layer, judgement)
        else:
            feature = QgsFeature(layer.fields())
            for index, value in _values(layer, judgement).items():
                feature.setAttribute(index, value)
            added.append(feature)
    gone = [fid for one in withdrawn for fid in known.get(conditions_of(one), ())]
    _write(layer, path, changes, added, gone)
    return former


def _write(layer, path, changes, added, gone):
    provider = layer.dataProvider()
    worked = not changes or provider.changeAttributeValues(changes)
    worked = worked and (not added or provider.addFeatures(added)[0])
    if not (worked and (not gone or provider.deleteFeatures(gone))):
        raise JudgementError(
            translate("ClusterBelt", "The judgement could not be written to “{path}”: {reason}").format(
                path=path, reason=provider.lastError()
            )
        )


def _values(layer, judgement):
    """Return the values of a judgement by the index of their field."""
    values = {layer.fields().lookupField(name): value or None for name, value in asdict(judgement).items()}
    values.pop(-1, None)
    return values


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


def conditions_of(judgement):
    """Return what a judgement is about: the key by which it is found."""
    return tuple(getattr(judgement, name) for name in _CONDITIONS)
