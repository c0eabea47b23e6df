"""The ellipses of a layer of weighted points: summed from its rows, or by the database that holds them."""

from contextlib import contextmanager

import numpy as np

from ...analysis.distribution.reads import ROWS
from ...analysis.distribution.sums import PointSums
from ...compat import kind_of, translate
from ..measuring.choosing import choose_planes
from ..measuring.plane_log import say_where_measured
from ..reading.rows_instead import RowsOnly, say_or_refuse
from .engines import Distribution, Engine, distribution_of
from .weighted_points import read_weighted_points


def read_distribution(source, request, transform_context, feedback):
    """Sum the points of a layer and fit their ellipses.

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
        On a negative weight or one that is not a number, where no point can be used, and where the database is
        asked for and cannot serve.
    """
    if request.read != ROWS:
        try:
            return _from_database(source, request, transform_context, feedback)
        except RowsOnly as why:
            say_or_refuse(why, source, request.read, feedback)
    return _from_rows(source, request, transform_context, feedback)


def _from_rows(source, request, transform_context, feedback):
    points = read_weighted_points(source, request.weight, request.group, feedback)
    parts = np.arange(len(points.groups))
    planes = choose_planes(
        source, request.measure_crs, points, points.group, parts, transform_context, feedback
    )
    say_where_measured(planes, feedback)
    x, y = planes.from_layer(points.x, points.y, points.group, feedback)
    sums = PointSums(x, y, points.weight, points.group, feedback.isCanceled)
    return Distribution(request.fit(sums), points.groups, planes, points.x.size, points.skipped)


def _from_database(source, request, transform_context, feedback):
    with asked(source, [request.weight], [request.group], feedback) as run:
        table = source.database.table(request.weight, request.group)
        engine = Engine(run, table, source.sourceName(), source.sourceCrs())
        return distribution_of(engine, request, transform_context, feedback)


@contextmanager
def asked(source, weights, groups, feedback, times=()):
    """Yield what runs queries in the database that holds a layer; raise `RowsOnly` where it cannot sum these fields."""
    database = source.database
    if database is None:
        raise RowsOnly(translate("ClusterBelt", "it is not stored in PostGIS"))
    why = database.why_not(weights, groups, times)
    if why:
        raise RowsOnly(why)
    with database.moment(feedback) as run:
        texts = any(name and kind_of(database.fields.field(name)) == "string" for name in (*groups, *times))
        why = (texts and database.why_not_texts(run)) or database.why_not_whole(run)
        if why:
            raise RowsOnly(why)
        yield run
