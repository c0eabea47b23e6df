"""Have an engine that holds a table of weighted points sum it: PostGIS, DuckDB."""

from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ...analysis.columns import check_weights
from ...analysis.distribution.bad_rows import BadRows, bad_rows, first_rows
from ...analysis.distribution.middles import middles_of
from ...analysis.distribution.reads import AUTO
from ...analysis.distribution.sql_sums import MOST_GROUPS, NoPoint, SqlSums, TooManyGroups
from ...analysis.sql.tables import EqualArea, Table
from ...compat import translate
from ..feedback import FIRST_IDS, warn_of_rows
from ..measuring.choosing import Planes, plane_about, plane_asked_for
from ..measuring.globes import is_angular, is_plain_degrees, refuse_geocentric
from ..measuring.plane_log import say_where_measured
from ..measuring.planes import Plane
from ..reading.rows_instead import RowsOnly
from ..reading.texts import LONGEST
from .weighted_points import refuse_nothing, texts_of_weights

# Degrees of latitude beyond which the formulas of the plane have no east.
_NEAR_POLE = 89.0


@dataclass(frozen=True)
class Distribution:
    """Ellipses of weighted points in groups, measured in planes.

    Attributes
    ----------
    ellipses : list of analysis.distribution.ellipse_sizes.Ellipse
    groups : list
        Value of each group; ``[None]`` without a group field.
    planes : Planes
        A part a group.
    used, skipped : int
        Points used and left out; None where nobody counted.
    """

    ellipses: list
    groups: list
    planes: Planes
    used: int
    skipped: int


@dataclass(frozen=True)
class Request:
    """What is asked of weighted points.

    Attributes
    ----------
    weight, group : str
        Fields, '' for none.
    measure_crs : QgsCoordinateReferenceSystem or None
    fit : callable
        Takes `PointSums` or `SqlSums`, returns ellipses.
    read : str
        One of `reads.READS`.
    """

    weight: str
    group: str
    measure_crs: object
    fit: Callable
    read: str = AUTO


@dataclass(frozen=True)
class Engine:
    """A table of weighted points and the engine that holds it.

    Attributes
    ----------
    run : callable
        Takes a query, returns its rows.
    table : Table
    name : str
        Of the table, in messages.
    crs : QgsCoordinateReferenceSystem
    """

    run: Callable
    table: Table
    name: str
    crs: QgsCoordinateReferenceSystem


def distribution_of(engine, request, transform_context, feedback):
    """Have an engine sum its table, and fit the ellipses.

    Parameters
    ----------
    engine : Engine
    request : Request
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    Distribution

    Raises
    ------
    RowsOnly
        Where it has too many groups, or the plane of measurement is none that it can count in.
    AnalysisError, QgsProcessingException
        On a negative weight, and where no row can be used.
    """
    try:
        sums, planes = sums_of(engine, request.measure_crs, transform_context, feedback)
    except NoPoint:
        bad = usable_rows(engine, request.weight)
        refuse_nothing(engine.name, bad.rows, bad.rows - bad.placeless, bad.usable)
        raise
    bad = BadRows(sums.rows)
    # Rows that cannot be used are looked for where there are any.
    if sums.rows > sums.moments.n.sum():
        bad = usable_rows(engine, request.weight)
        sums.check_rows(bad.usable)
        say_bad_rows(engine, bad, feedback)
    if request.group:
        left_out = list(map(str, sums.empty))
        warn_of_rows(feedback, translate("ClusterBelt", "Groups left out, no point to measure"), left_out)
    say_summed(engine, bad, feedback)
    say_where_measured(planes, feedback)
    ellipses = request.fit(sums)
    return Distribution(ellipses, sums.groups, planes, bad.usable, bad.rows - bad.usable)


def usable_rows(engine, weight):
    """Count the rows that cannot be used; raise where a weight is negative, or none that can be added by an engine.

    Returns
    -------
    BadRows
    """
    bad = bad_rows(engine.run, engine.table)
    if bad.negative:
        ((key, value),) = first_rows(engine.run, engine.table, "negative", 1)
        check_weights(np.array([float(value)]), [key], weight, engine.name)
    if not bad.can_be_squared:
        raise RowsOnly(translate("ClusterBelt", "its weights are too large or too small to be squared"))
    return bad


def sums_of(engine, measure_crs, transform_context, feedback, order=None):
    """Sum the points of an engine in the one plane that serves all groups.

    Parameters
    ----------
    engine : Engine
    measure_crs : QgsCoordinateReferenceSystem or None
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback
    order : callable, optional
        As given to `SqlSums`.

    Returns
    -------
    sums : SqlSums
    planes : Planes
        A part and a path a group.

    Raises
    ------
    RowsOnly
    """
    plane, constants = _plane(engine, measure_crs, transform_context)
    try:
        sums = SqlSums(engine.run, engine.table.on(constants), order, feedback.isCanceled)
    except TooManyGroups:
        raise RowsOnly(
            translate("ClusterBelt", "it has more than {most} groups").format(most=MOST_GROUPS)
        ) from None
    refuse_long_texts([*sums.groups, *sums.empty])
    parts = [plane] * len(sums.groups)
    return sums, Planes(parts, parts, True, measure_crs is not None)


def refuse_long_texts(groups):
    """Raise `RowsOnly` where a group is a text that is cut where rows are read."""
    if any(isinstance(value, str) and len(value) > LONGEST for value in groups):
        raise RowsOnly(
            translate("ClusterBelt", "its groups are texts of more than {most} letters").format(most=LONGEST)
        )


def say_summed(engine, bad, feedback):
    """Say in the log that an engine sums."""
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "Layer “{layer}” is summed by its database (rows: {rows}). Groups come in order of their values.",
        ).format(layer=engine.name, rows=bad.rows)
    )


def say_bad_rows(engine, bad, feedback, weightless=None, zero=None):
    """Warn of the rows that cannot be used, and name the first; the texts of the last two reasons can be given."""
    usual = texts_of_weights()
    for count, reason, text in (
        (bad.placeless, "placeless", translate("ClusterBelt", "Rows skipped, no geometry")),
        (bad.weightless, "weightless", weightless or usual[0]),
        (bad.zero, "zero", zero or usual[1]),
    ):
        if count:
            found = first_rows(engine.run, engine.table, reason, FIRST_IDS)
            warn_of_rows(feedback, text, [key for key, _ in found], [count])


def _plane(engine, measure_crs, transform_context):
    """Return the plane, and how the database brings degrees into it; None where it measures in its own."""
    layer_crs = engine.crs
    refuse_geocentric(layer_crs, engine.name)
    if measure_crs is not None:
        if measure_crs != layer_crs:
            raise RowsOnly(translate("ClusterBelt", "MEASURE_CRS is not that of the layer"))
        return plane_asked_for(layer_crs, measure_crs, transform_context), None
    if not is_angular(layer_crs):
        return Plane(layer_crs, layer_crs, transform_context), None
    if not is_plain_degrees(layer_crs):
        raise RowsOnly(translate("ClusterBelt", "its coordinates are not degrees east of Greenwich"))
    plane, lon, lat = plane_about(layer_crs, middles_of(engine.run, engine.table), transform_context)
    if plane is None:
        raise RowsOnly(translate("ClusterBelt", "its groups are too far apart for one plane"))
    if abs(lat) > _NEAR_POLE:
        raise RowsOnly(translate("ClusterBelt", "it lies around a pole"))
    globe = plane.globe
    return plane, EqualArea(lon, lat, globe.major, 1.0 - (globe.minor / globe.major) ** 2)
