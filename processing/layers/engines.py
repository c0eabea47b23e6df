"""Have an engine that holds a table of weighted points sum it: PostGIS, DuckDB."""

from dataclasses import dataclass
from typing import Callable

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem

from ..analysis.columns import check_weights
from ..analysis.distribution.reads import AUTO
from ..analysis.distribution.sql_sums import SqlSums, bad_rows, middles_of
from ..analysis.sql.tables import EqualArea, Table
from ..compat import translate
from .measuring.choosing import Planes, plane_about
from .measuring.globes import is_angular, is_plain_degrees, refuse_geocentric
from .measuring.plane_log import say_where_measured
from .measuring.planes import Plane
from .weighted_points import refuse_nothing

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


@dataclass(frozen=True)
class Engine:
    """A table of weighted points and the engine that holds it.

    Attributes
    ----------
    run : callable
        Takes a query, returns its rows.
    table : Table
    first_negative : callable
        Returns the query for id and weight of the first row with a negative weight.
    name : str
        Of the table, in messages.
    crs : QgsCoordinateReferenceSystem
    """

    run: Callable
    table: Table
    first_negative: Callable
    name: str
    crs: QgsCoordinateReferenceSystem


class RowsOnly(Exception):  # noqa: N818 - no error where the rows can be read instead
    """Why an engine cannot sum, as a part of a sentence."""


def distribution_of(engine, request, transform_context, feedback):
    """Have an engine sum its table.

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
        Where the plane of measurement is none that it can count in.
    AnalysisError, QgsProcessingException
        On a negative weight, and where no row can be used.
    """
    bad = bad_rows(engine.run, engine.table)
    if bad.negative:
        key, weight = engine.run(engine.first_negative())[0]
        check_weights(np.array([float(weight)]), [key], request.weight, engine.name)
    refuse_nothing(engine.name, bad.rows, bad.rows - bad.placeless, bad.usable)
    _say_bad_rows(bad, feedback)
    plane, constants = _plane(engine, request.measure_crs, transform_context)
    sums = SqlSums(engine.run, engine.table.on(constants))
    feedback.pushInfo(
        translate("ClusterBelt", "Layer “{layer}” is summed by its database: {rows} rows.").format(
            layer=engine.name, rows=bad.rows
        )
    )
    parts = [plane] * len(sums.groups)
    planes = Planes(parts, parts, True, request.measure_crs is not None)
    say_where_measured(planes, feedback)
    return Distribution(sums, sums.groups, planes, bad.usable, bad.rows - bad.usable)


def _plane(engine, measure_crs, transform_context):
    """Return the plane, and how the database brings degrees into it; None where it measures in its own."""
    layer_crs = engine.crs
    refuse_geocentric(layer_crs, engine.name)
    if measure_crs is not None and measure_crs != layer_crs:
        raise RowsOnly(translate("ClusterBelt", "MEASURE_CRS is not that of the layer"))
    if not is_angular(layer_crs):
        return Plane(layer_crs, layer_crs, transform_context), None
    if not is_plain_degrees(layer_crs):
        raise RowsOnly(translate("ClusterBelt", "its longitudes do not refer to Greenwich"))
    plane, lon, lat = plane_about(layer_crs, middles_of(engine.run, engine.table), transform_context)
    if plane is None:
        raise RowsOnly(translate("ClusterBelt", "its groups are too far apart for one plane"))
    if abs(lat) > _NEAR_POLE:
        raise RowsOnly(translate("ClusterBelt", "it lies around a pole"))
    globe = plane.globe
    return plane, EqualArea(lon, lat, globe.major, 1.0 - (globe.minor / globe.major) ** 2)


def _say_bad_rows(bad, feedback):
    for count, reason in (
        (bad.placeless, translate("ClusterBelt", "Rows skipped, no geometry")),
        (bad.weightless, translate("ClusterBelt", "Rows skipped, weight empty or infinite")),
        (bad.zero, translate("ClusterBelt", "Rows skipped, weight zero")),
    ):
        if count:
            feedback.pushWarning(f"{reason}: {count}")
