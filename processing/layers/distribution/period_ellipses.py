"""The ellipses of each period of a layer: summed from its rows, or by the database that holds them."""

from ...analysis.distribution.reads import ROWS
from ...analysis.distribution.sums import PointSums
from ..measuring.choosing import choose_planes
from ..measuring.plane_log import say_where_measured
from ..reading.rows_instead import RowsOnly, say_or_refuse
from .period_points import read_period_points
from .period_sums import sum_periods


def read_period_ellipses(source, request, transform_context, feedback):
    """Fit the ellipses of each period of each group.

    Parameters
    ----------
    source : Source
    request : PathRequest
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    ellipses : list of Ellipse
        By stop, then by size.
    planes : Planes
        Of the stops and the paths.
    paths : Paths

    Raises
    ------
    AnalysisError, QgsProcessingException
        As `read_period_points` does, and where the database is asked for and cannot serve.
    """
    found = None
    if request.read != ROWS:
        try:
            found = sum_periods(source, request, transform_context, feedback)
        except RowsOnly as why:
            say_or_refuse(why, source, request.read, feedback)
    ellipses, planes, paths = found or _from_rows(source, request, transform_context, feedback)
    return ellipses, planes, paths


def _from_rows(source, request, transform_context, feedback):
    points = read_period_points(source, request, feedback)
    planes = choose_planes(
        source, request.measure_crs, points, points.stop, points.paths.group, transform_context, feedback
    )
    say_where_measured(planes, feedback)
    x, y = planes.from_layer(points.x, points.y, points.stop, feedback)
    sums = PointSums(x, y, points.weight, points.stop, feedback.isCanceled)
    return request.fit(sums), planes, points.paths
