"""Read a layer as weighted points in groups; what cannot be used is left out, counted and named."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import check_weights, factorise, parse_numbers
from ...compat import translate
from ..feedback import stop_if_cancelled, warn_of_rows
from ..reading.columns import read_columns


@dataclass(frozen=True)
class WeightedPoints:
    """Usable points, an entry each.

    Attributes
    ----------
    x, y, weight : (N,) float64
        Finite coordinates of the layer, positive finite weights.
    group : (N,) int64
        Number of the point's group.
    groups : list
        Value of each group, in order of first appearance, null last; ``[None]`` without a group field.
    skipped : int
        Points left out.
    """

    x: np.ndarray
    y: np.ndarray
    weight: np.ndarray
    group: np.ndarray
    groups: list
    skipped: int


def read_weighted_points(source, weight_field, group_field, feedback):
    """Read the points of a source with their weights and groups.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    weight_field, group_field : str
        Names of fields; '' for weight 1 and for one group.
    feedback : QgsProcessingFeedback

    Returns
    -------
    WeightedPoints

    Raises
    ------
    AnalysisError
        On a negative weight or one that is not a number.
    QgsProcessingException
        Where no point can be used.
    """
    columns = read_columns(source, [weight_field, group_field], feedback, points=True)
    placed = np.isfinite(columns.x) & np.isfinite(columns.y)
    weight = np.ones(columns.fid.size)
    if weight_field:
        weight = read_weights(source, columns, weight_field)
    stop_if_cancelled(feedback)
    used = placed & np.isfinite(weight) & (weight > 0)
    warn_of_rows(feedback, translate("ClusterBelt", "Rows skipped, no geometry"), columns.fid[~placed])
    warn_of_weights(feedback, columns.fid, weight, placed)
    refuse_nothing(source.sourceName(), columns.fid.size, int(placed.sum()), int(np.count_nonzero(used)))
    stop_if_cancelled(feedback)
    group, groups = np.zeros(columns.fid.size, dtype=np.int64), [None]
    if group_field:
        group, groups = factorise(columns.typed[group_field])
        stop_if_cancelled(feedback)
        group, groups = _without_empty_groups(group, groups, used, feedback)
    stop_if_cancelled(feedback)
    x, y, weight = columns.x, columns.y, columns.by_part(weight)
    skipped = int(used.size - np.count_nonzero(used))
    if skipped:
        x, y, weight, group = x[used], y[used], weight[used], group[used]
    return WeightedPoints(x, y, weight, group, groups, skipped)


def refuse_nothing(layer, rows, placed, used):
    """Raise where no row of a layer can be used."""
    if not used:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no point to measure: no row with a geometry has a weight above zero "
                "(rows: {rows}, with a geometry: {placed}).",
            ).format(layer=layer, rows=rows, placed=placed)
        )


def read_weights(source, columns, field):
    """Return a field as weights; raise an `AnalysisError` where they are negative, no numbers, or add up to none."""
    weight = parse_numbers(columns.typed[field], columns.fid, field, source.sourceName())
    check_weights(weight, columns.fid, field, source.sourceName())
    return weight


def warn_of_weights(feedback, fid, weight, placed, year=None):
    """Warn of the placed rows that their weight leaves out; of one year, where weights are values of years."""
    no_weight, zero_weight = texts_of_weights(year)
    warn_of_rows(feedback, no_weight, fid[placed & ~np.isfinite(weight)])
    warn_of_rows(feedback, zero_weight, fid[placed & (weight == 0)])


def texts_of_weights(year=None):
    """Return what is said of rows without a weight, and of those of weight zero; of one year, where it is given."""
    if year is None:
        no_weight = translate("ClusterBelt", "Rows skipped, weight empty or infinite")
        return no_weight, translate("ClusterBelt", "Rows skipped, weight zero")
    no_weight = translate("ClusterBelt", "Left out of {year}, value empty or infinite").format(year=year)
    return no_weight, translate("ClusterBelt", "Left out of {year}, value zero").format(year=year)


def _without_empty_groups(group, groups, used, feedback):
    present = np.bincount(group, used, len(groups)) > 0
    if present.all():
        return group, groups
    left_out = [str(value) for value, kept in zip(groups, present) if not kept]
    warn_of_rows(feedback, translate("ClusterBelt", "Groups left out, no point to measure"), left_out)
    number = np.cumsum(present) - 1
    return number[group], [value for value, kept in zip(groups, present) if kept]
