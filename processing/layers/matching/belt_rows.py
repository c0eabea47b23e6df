"""The rows of a layer of belts: each alone, or as groups that its database has counted."""

from dataclasses import dataclass

import numpy as np

from ...analysis.distribution.reads import DATABASE, ROWS
from ...compat import translate
from ..measuring.globes import refuse_geocentric
from ..reading.blank_rows import warn_of_merged_cells
from ..reading.columns import read_columns
from ..reading.row_groups import Grouping, read_groups
from ..reading.row_points import degrees, transformed
from ..reading.rows_instead import RowsOnly, say_or_refuse


@dataclass(frozen=True)
class Reading:
    """How belts are read.

    Attributes
    ----------
    read : {'auto', 'rows', 'database'}
    single : str
        Why belts are wanted one by one unless the database is asked for, as a part of a sentence; '' where they are not.
    alone : tuple of str
        Ids of belts that must not be counted together with others.
    """

    read: str = ROWS
    single: str = ""
    alone: tuple = ()


@dataclass(frozen=True)
class Entries:
    """Rows or groups of rows of a layer of belts.

    Attributes
    ----------
    columns : reading.columns.Columns
    count : ndarray of int64, or None
        How many rows each entry stands for; None where each is a row.
    by : tuple of str
        The fields that the rows of a group have in common.
    points_of : function
        Returns longitudes and latitudes of entries, given by their positions.
    """

    columns: object
    count: np.ndarray
    by: tuple
    points_of: object


def read_entries(source, fields, way, reading, feedback):
    """Read a layer of belts.

    Parameters
    ----------
    source : sources.Source
    fields : belts.BeltFields
    way : city_ways.CityWay
    reading : Reading
    feedback : QgsProcessingFeedback

    Returns
    -------
    Entries

    Raises
    ------
    QgsProcessingException
        Where the database is asked for and cannot serve, and what it says.
    """
    if reading.read != ROWS:
        try:
            return _counted(source, fields, way, reading, feedback)
        except RowsOnly as why:
            say_or_refuse(why, source, reading.read, feedback)
    names = list(dict.fromkeys(vars(fields).values()))
    once = [fields.id] if list(vars(fields).values()).count(fields.id) == 1 else []
    columns = read_columns(source, names, feedback, identifiers=once)
    warn_of_merged_cells(source, columns, (fields.city, fields.province, fields.industry), feedback)

    def points_of(rows):
        return way.points_of(source, columns.fid[rows], feedback)

    return Entries(columns, None, (), points_of)


def _counted(source, fields, way, reading, feedback):
    if reading.single and reading.read != DATABASE:
        raise RowsOnly(reading.single)
    if source.database is None:
        raise RowsOnly(translate("ClusterBelt", "it is not stored in PostGIS"))
    if way.locator is not None:
        raise RowsOnly(translate("ClusterBelt", "CITY_BY compares the point of every belt"))
    common = [
        fields.city,
        fields.industry,
        fields.province,
        fields.year,
        fields.start,
        fields.end,
        fields.count,
    ]
    grouping = Grouping(tuple(dict.fromkeys(filter(None, common))), fields.id, fields.name, reading.alone)
    why = grouping.why_not(source.database)
    if why:
        raise RowsOnly(why)
    with source.database.moment(feedback) as run:
        why = grouping.why_not_by(source.database, run)
        if why:
            raise RowsOnly(why)
        found = read_groups(source, grouping, run, feedback, _apart(source, fields, way))
    _say(source, fields, found, feedback)
    crs = source.sourceCrs()

    def points_of(rows):
        if not crs.isValid():
            return np.full(len(rows), np.nan), np.full(len(rows), np.nan)
        refuse_geocentric(crs, source.sourceName())
        return transformed(found.x[rows], found.y[rows], crs, degrees(), way.transforms)

    return Entries(found.columns, found.count, grouping.by, points_of)


def _apart(source, fields, way):
    """Return what tells which groups have a city that only their points can tell."""
    if not source.database.geometry or not source.sourceCrs().isValid():
        return None

    def ambiguous(found):
        typed = found.columns.typed
        places, which = way.resolver.resolve_distinct(typed[fields.city], typed.get(fields.province))
        asked = (places["by"] == "ambiguous")[which]
        if asked.any() and not source.database.has_points:
            raise RowsOnly(
                translate(
                    "ClusterBelt", "some city names are ambiguous, and its geometries are not single points"
                )
            )
        return asked

    return ambiguous


def _say(source, fields, found, feedback):
    feedback.pushInfo(
        translate(
            "ClusterBelt", "Layer “{layer}” is counted by its database (rows: {rows}, groups: {groups})."
        ).format(layer=source.sourceName(), rows=int(found.count.sum()), groups=len(found.count))
    )
    if fields.id:
        feedback.pushInfo(
            translate("ClusterBelt", "It is not checked whether ids (“{field}”) occur twice.").format(
                field=fields.id
            )
        )
