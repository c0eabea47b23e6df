"""The table of judgements (`OVERRIDES`): read and written a row at a time."""

from typing import NamedTuple

from qgis.core import QgsExpression, QgsFeatureRequest

from . import study_tables

TABLE, _FIELD = "judgements", "decision"


class Judgement(NamedTuple):
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


FIELDS = Judgement._fields
_CONDITIONS = 5


def open_table(path):
    """Return the table of judgements of a GeoPackage as a layer, or None if it has none."""
    return study_tables.open_table(path, TABLE, _FIELD)


def judgement_file(parameter):
    """Return the GeoPackage that a run was given as OVERRIDES; see `study_tables.file_of_parameter`."""
    return study_tables.file_of_parameter(parameter, TABLE, _FIELD)


def judgements_of(path, cluster_id):
    """Return the judgements on a cluster row, the oldest first."""
    layer = open_table(path)
    if layer is None:
        return []
    request = QgsFeatureRequest()
    request.setFilterExpression(QgsExpression.createFieldEqualityExpression("cluster_id", cluster_id))
    return [judgement for _, judgement in study_tables.rows_of(layer, Judgement, request)]


def judgements_by_cluster(path):
    """Return the judgements of a table by the cluster row that they are on, the oldest first."""
    layer, found = open_table(path), {}
    for _, judgement in study_tables.rows_of(layer, Judgement) if layer is not None else ():
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
    study_tables.StudyTableError
    """
    layer = open_table(path) or study_tables.make_table(path, TABLE, _FIELD)
    known, former = {}, []
    touched = {conditions_of(one) for one in (*judgements, *withdrawn)}
    for fid, judgement in study_tables.rows_of(layer, Judgement):
        conditions = conditions_of(judgement)
        if conditions in touched:
            known.setdefault(conditions, []).append(fid)
            former.append(judgement)
    changes, added = {}, []
    for judgement in judgements:
        ids = known.get(conditions_of(judgement))
        if ids:
            changes[ids[0]] = judgement
        else:
            added.append(judgement)
    gone = [fid for one in withdrawn for fid in known.get(conditions_of(one), ())]
    study_tables.change_rows(layer, path, changes, added, gone)
    return former


def conditions_of(judgement):
    """Return what a judgement is about: the key by which it is found."""
    return judgement[:_CONDITIONS]
