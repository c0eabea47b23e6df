"""The sums of a layer of weighted points: from its rows, or from the database that holds them."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ..analysis.columns import check_weights
from ..analysis.distribution.reads import AUTO, DATABASE, ROWS
from ..analysis.distribution.sql_sums import SqlSums, bad_rows, middles_of
from ..analysis.distribution.sums import PointSums
from ..analysis.sql.tables import EqualArea
from ..compat import translate
from .measuring.choosing import Planes, choose_planes, plane_about
from .measuring.globes import is_angular, is_plain_degrees, refuse_geocentric
from .measuring.plane_log import say_where_measured
from .measuring.planes import Plane
from .weighted_points import read_weighted_points, refuse_nothing

# Degrees of latitude beyond which the formulas of the plane have no east.
_NEAR_POLE = 89.0


@dataclass(frozen=True)
class Distribution:
    """Weighted points in groups, summed in planes.

    Attributes
    ----------
    sums : PointSums or SqlSums
    groups : list
        Value of each group; ``[None]`` without a group field.
    planes : Planes
        A part a group.
    used, skipped : int
        Points used and left out.
    """

    sums: object
    groups: list
    planes: Planes
    used: int
    skipped: int


@dataclass(frozen=True)
class Request:
    """What is to be summed: fields ('' for none), the plane asked for or None, and one of `reads.READS`."""

    weight: str
    group: str
    measure_crs: object
    read: str = AUTO


def read_distribution(source, request, transform_context, feedback):
    """Sum the points of a layer.

    Parameters
    ----------
    source : Source
    request : Request
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    Distribution

    Raises
    ------
    AnalysisError, QgsProcessingException
        On a negative weight or one that is no number, where no point can be used, and where the database is
        asked for and cannot serve.
    """
    if request.read != ROWS:
        try:
            return _from_database(source, request, transform_context, feedback)
        except _RowsOnly as why:
            _say_or_refuse(why, source, request.read, feedback)
    return _from_rows(source, request, transform_context, feedback)


class _RowsOnly(Exception):  # noqa: N818 - no error: the rows are read instead
    """Why the database cannot sum, as a part of a sentence."""


def _say_or_refuse(why, source, read, feedback):
    if read == DATABASE:
        raise QgsProcessingException(
            translate("ClusterBelt", "Layer “{layer}” cannot be summed by its database: {why}.").format(
                layer=source.sourceName(), why=why
            )
        )
    if source.database is not None:
        feedback.pushInfo(
            translate("ClusterBelt", "Layer “{layer}” is read row by row: {why}.").format(
                layer=source.sourceName(), why=why
            )
        )


def _from_rows(source, request, transform_context, feedback):
    points = read_weighted_points(source, request.weight, request.group, feedback)
    parts = np.arange(len(points.groups))
    planes = choose_planes(
        source, request.measure_crs, points, points.group, parts, transform_context, feedback
    )
    say_where_measured(planes, feedback)
    x, y = planes.from_layer(points.x, points.y, points.group, feedback)
    sums = PointSums(x, y, points.weight, points.group, feedback.isCanceled)
    return Distribution(sums, points.groups, planes, points.x.size, points.skipped)


def _from_database(source, request, transform_context, feedback):
    groups = [request.group] if request.group else []
    database = source.database
    if database is None:
        raise _RowsOnly(translate("ClusterBelt", "it does not lie in PostGIS"))
    why = database.why_not(request.weight, groups)
    if why:
        raise _RowsOnly(why)
    run, table = database.runner(feedback), database.table(request.weight, groups)
    bad = bad_rows(run, table)
    if bad.negative:
        _refuse_negative(run, database, request.weight, source.sourceName())
    refuse_nothing(source.sourceName(), bad.rows, bad.rows - bad.placeless, bad.usable)
    _say_bad_rows(bad, feedback)
    plane, constants = _plane(source, request.measure_crs, run, table, transform_context)
    sums = SqlSums(run, table.on(constants))
    feedback.pushInfo(
        translate("ClusterBelt", "Layer “{layer}” is summed by its database: {rows} rows.").format(
            layer=source.sourceName(), rows=bad.rows
        )
    )
    planes = Planes(
        [plane] * len(sums.groups), [plane] * len(sums.groups), True, request.measure_crs is not None
    )
    say_where_measured(planes, feedback)
    return Distribution(sums, sums.groups, planes, bad.usable, bad.rows - bad.usable)


def _plane(source, measure_crs, run, table, transform_context):
    """Return the plane, and how the database brings degrees into it; None where it measures in its own."""
    layer_crs = source.sourceCrs()
    refuse_geocentric(layer_crs, source.sourceName())
    if measure_crs is not None and measure_crs != layer_crs:
        raise _RowsOnly(translate("ClusterBelt", "MEASURE_CRS is not that of the layer"))
    if not is_angular(layer_crs):
        return Plane(layer_crs, layer_crs, transform_context), None
    if not is_plain_degrees(layer_crs):
        raise _RowsOnly(translate("ClusterBelt", "its degrees do not count from Greenwich"))
    plane, lon, lat = plane_about(layer_crs, middles_of(run, table), transform_context)
    if plane is None:
        raise _RowsOnly(translate("ClusterBelt", "its groups lie too far apart for one plane"))
    if abs(lat) > _NEAR_POLE:
        raise _RowsOnly(translate("ClusterBelt", "it lies around a pole"))
    globe = plane.globe
    return plane, EqualArea(lon, lat, globe.major, 1.0 - (globe.minor / globe.major) ** 2)


def _refuse_negative(run, database, field, layer):
    """Name the first row with a negative weight."""
    key, weight = run(database.first_negative(field))[0]
    check_weights(np.array([float(weight)]), [key], field, layer)


def _say_bad_rows(bad, feedback):
    for count, reason in (
        (bad.placeless, translate("ClusterBelt", "Rows skipped, no geometry")),
        (bad.weightless, translate("ClusterBelt", "Rows skipped, weight empty or infinite")),
        (bad.zero, translate("ClusterBelt", "Rows skipped, weight zero")),
    ):
        if count:
            feedback.pushWarning(f"{reason}: {count}")
