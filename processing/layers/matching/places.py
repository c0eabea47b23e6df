"""From city texts of a layer to places: the bundled gazetteer or the user's own cities."""

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from ...analysis.places.citytable import CityTable
from ...compat import translate
from ..feedback import warn_of_rows
from ..reading.columns import read_columns

_LISTED = 20


def read_cities(source, name_field, feedback):
    """Read a user's own cities; polygons and lines stand at their centroid.

    Returns
    -------
    analysis.citytable.CityTable
        With the coordinates of the layer.
    """
    columns = read_columns(source, [name_field], feedback, points=True)
    return CityTable(columns.values[name_field], columns.x, columns.y)


def place_point(lon, lat):
    """Return a point, or None where the place is unknown."""
    return None if lon != lon else QgsGeometry.fromPointXY(QgsPointXY(lon, lat))


def warn_of_places(feedback, ids, texts, ways, candidates, counts=None):
    """List the texts that lead to no place, each once with what it could mean, and count their rows.

    An entry of `counts` says how many rows the id of one stands for.
    """
    rows_of = {}
    counts = np.ones(len(ids), dtype=np.int64) if counts is None else counts
    for row, text, way, candidate, count in zip(ids, texts, ways, candidates, counts):
        rows_of.setdefault((str(text or ""), way, candidate), []).append((row, count))
    for (text, way, candidate), rows in list(rows_of.items())[:_LISTED]:
        warn_of_rows(feedback, _why(way).format(text=text, candidates=candidate), *zip(*rows))
    if len(rows_of) > _LISTED:
        feedback.pushWarning(
            translate("ClusterBelt", "… and {count} more.").format(count=len(rows_of) - _LISTED)
        )


def say_settled(ways, layer, feedback, counts=1):
    """Say how many ambiguous names the position of their row has settled; `counts` rows stand behind each."""
    count = int(((ways == "geometry") * counts).sum())
    if count:
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: ambiguous city names, settled by the nearest of the cities that they "
                "could mean: {count}.",
            ).format(layer=layer, count=count)
        )


def _why(way):
    if way == "no_point":
        return translate("ClusterBelt", "Rows without a point")
    if way == "outside":
        return translate(
            "ClusterBelt", "Points outside all cities and farther than TOLERANCE from the nearest"
        )
    if way == "missing":
        return translate("ClusterBelt", "Rows without a city")
    if way == "ambiguous":
        return translate(
            "ClusterBelt",
            "“{text}” could be {candidates}; give the province, or write the full name of the city",
        )
    if way == "several":
        return translate(
            "ClusterBelt",
            "“{text}” names several cities ({candidates}); split such rows first with “Split shared "
            "clusters by city”",
        )
    if way == "conflict":
        return translate("ClusterBelt", "“{text}” is not in the given province; it could be {candidates}")
    return translate("ClusterBelt", "“{text}” is not in the list of cities")
