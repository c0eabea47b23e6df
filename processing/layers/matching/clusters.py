"""Read clusters as rows of (cluster, city): shared ones split by city, already split ones as they are."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsCoordinateTransform, QgsWkbTypes

from ...analysis.columns import check_weights, parse_numbers
from ...analysis.distinct import nulls
from ...analysis.fields import CB_CITY, CB_CITYBY, CB_CITYCD, CB_ROW, CB_SHARED, CB_WEIGHT, table
from ...analysis.frames import Table
from ...analysis.places.resolving import REASONS, TEXT_REASONS
from ...analysis.places.shared import RowNames, place_rows, split_shared
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..reading.blank_rows import warn_of_merged_cells, without_blank_rows
from ..reading.columns import read_columns
from ..reading.counts import read_counts
from ..reading.row_points import degrees, has_geometry
from ..reading.shapes import point_of
from ..writing.copying import plain
from .places import place_point, say_settled, warn_of_places
from .taxonomies import CLUSTER

SPLIT_FIELDS = (CB_ROW, CB_SHARED, CB_WEIGHT)
CITY_FIELDS = table("split").keys


@dataclass(frozen=True)
class ClusterFields:
    """Names of the fields of a cluster layer; '' where there is none. Without id the feature id counts."""

    id: str
    city: str
    province: str = ""
    weight: str = ""
    industry: str = ""
    count: str = ""


@dataclass(frozen=True)
class ClusterRows:
    """Rows of a cluster layer by city.

    Attributes
    ----------
    frame : Table
        ``source`` (position of the input row), ``cluster``, ``cb_row``, ``cb_city``, ``cb_citycd``,
        ``cb_cityby``, ``candidates``, ``cb_shared``, ``cb_weight``, ``lon``, ``lat``.
    fid : (n,) array
        Feature ids of the input rows.
    clusters : int
        Number of clusters.
    industries : ndarray of object, shape (input rows,), or None
        Where they were asked for, plain codes with their scheme.
    points : tuple of ndarray or None
        x and y of the rows where they were placed by their points.
    counts : ndarray of int64, or None
        How many clusters each row stands for, where that was said.
    """

    frame: Table
    fid: np.ndarray
    clusters: int
    industries: np.ndarray = None
    points: tuple = None
    counts: np.ndarray = None

    def as_clusters(self):
        """Return the rows as `analysis.matching.match` takes them."""
        frame = self.frame
        counts = {} if self.counts is None else {"count": self.counts}
        return Table(
            {
                **counts,
                "row": frame[CB_ROW],
                "cluster": frame["cluster"],
                "city": frame[CB_CITYCD],
                "city_name": frame[CB_CITY],
                "city_text": frame[CB_CITY],
                "city_by": frame[CB_CITYBY],
                "candidates": frame["candidates"],
                "industry": self.industries[frame["source"]],
            }
        )

    def unclear(self):
        """Return ``text``, ``by``, ``candidates`` and ``count`` of the rows whose city is not known."""
        named = {"text": CB_CITY, "by": CB_CITYBY, "candidates": "candidates"}
        columns = {name: self.frame[key] for name, key in named.items()}
        if self.counts is not None:
            columns["count"] = self.counts
        return Table(columns).take(np.isin(self.frame[CB_CITYBY], TEXT_REASONS))


def read_clusters(source, fields, way, feedback, words=None):
    """Read a cluster layer.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    fields : ClusterFields
    way : city_ways.CityWay
    feedback : QgsProcessingFeedback
    words : taxonomies.Words, optional
        Needed where the clusters have an industry.

    Returns
    -------
    ClusterRows
    """
    layer = source.sourceName()
    is_split, own = _split_fields(source)
    columns = read_columns(source, list(dict.fromkeys([*vars(fields).values(), *own])), feedback)
    columns = without_blank_rows(source, columns, (fields.id, fields.city, fields.industry), feedback)
    refuse_empty(source, columns.fid)
    read = (fields.id, fields.city, fields.province, fields.industry)
    warn_of_merged_cells(source, columns, read, feedback)
    ids = _identities(columns, fields.id, layer, feedback)
    if is_split:
        feedback.pushInfo(
            translate(
                "ClusterBelt", "Layer “{layer}” is already split by city; its rows are kept as they are."
            ).format(layer=layer)
        )
    _warn_of_missing_crs(source, feedback)
    found, *points = way.locator.place(source, columns.fid, feedback) if way.locator else (None,)
    if is_split:
        frame = _as_split(columns, ids, _found(columns, fields, way) if found is None else found, layer)
    else:
        weights = _weights(columns, fields, layer, feedback)
        frame = _split(source, columns, ids, weights, found, fields, way, feedback)
    _say_places(frame, columns, layer, feedback)
    industries = None
    if fields.industry:
        industries = words.in_scheme(columns.values[fields.industry], CLUSTER, feedback)
    counts = None
    if fields.count:
        counts = read_counts(columns, fields.count, layer, feedback)[frame["source"]]
    clusters = len(set(frame["cluster"].tolist()))
    return ClusterRows(frame, columns.fid, clusters, industries, tuple(points) or None, counts)


def _split_fields(source):
    """Return whether the rows were split before, and the fields that say so."""
    names = [field.name().lower() for field in source.fields()]
    is_split = all(name in names for name in SPLIT_FIELDS)
    return is_split, [name for name in CITY_FIELDS if name in names] if is_split else []


def _split(source, columns, ids, weights, found, fields, way, feedback):
    """Split the rows by city, or take the cities of their points in `found`."""
    layer = source.sourceName()
    if found is not None:
        return place_rows(ids, found, weights, RowNames(columns.fid, layer)).frame
    return split_shared(
        ids,
        columns.values[fields.city],
        columns.values.get(fields.province),
        weights,
        gazetteer=way.resolver,
        points=lambda rows: way.points_of(source, columns.fid[rows], feedback),
        names=RowNames(columns.fid, layer),
        cancelled=feedback.isCanceled,
    ).frame


def _say_places(frame, columns, layer, feedback):
    lost = frame.take(np.isin(frame[CB_CITYBY], REASONS))
    rows = columns.fid[lost["source"]]
    warn_of_places(feedback, rows, *(lost[name] for name in (CB_CITY, CB_CITYBY, "candidates")))
    say_settled(frame[CB_CITYBY], layer, feedback)


def city_columns(rows):
    """Return the columns of `CITY_FIELDS` as lists."""
    return [plain(rows.frame[name]) for name in CITY_FIELDS]


def row_geometry(rows, source, transform_context):
    """Return the function that gives an output row its point.

    A row of a shared cluster, or one without geometry, stands at its city; every other keeps its own place.
    """
    frame = rows.frame
    lon, lat, shared = (frame[name].tolist() for name in ("lon", "lat", CB_SHARED))
    point = None if _has_single_points(source) else point_of
    transform = QgsCoordinateTransform(degrees(), output_crs(source), transform_context)

    def geometry(number, own):
        if own is not None and point is not None:
            own = point(own)
        if own is not None and not shared[number] > 1:
            return own
        place = place_point(lon[number], lat[number])
        if place is not None:
            place.transform(transform)
        return place if place is not None else own

    return geometry


def _has_single_points(source):
    """Whether the geometries are what the output takes, as they are."""
    return source.wkbType() == QgsWkbTypes.Type.Point


def output_crs(source):
    """That of the source, which may have none; for a table that of the gazetteer."""
    return source.sourceCrs() if has_geometry(source) else degrees()


def _identities(columns, identity, layer, feedback):
    if identity:
        return columns.values[identity]
    feedback.pushWarning(
        translate(
            "ClusterBelt",
            "Layer “{layer}”: no field was chosen for the cluster id, so the feature id is used. It may "
            "change when the layer is saved.",
        ).format(layer=layer)
    )
    return columns.fid


def _weights(columns, fields, layer, feedback):
    """Return the weight of each input row; by default that of as many clusters as it stands for."""
    field = fields.weight or fields.count
    if not field:
        return None
    weights = parse_numbers(columns.values[field], columns.fid, field, layer)
    check_weights(weights, columns.fid, field, layer)
    weights[~np.isfinite(weights)] = np.nan
    unknown = translate("ClusterBelt", "Rows without a weight, kept but not counted in weighted figures")
    warn_of_rows(feedback, unknown, columns.fid[np.isnan(weights)])
    return weights


def _warn_of_missing_crs(source, feedback):
    if has_geometry(source) and not source.sourceCrs().isValid():
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no coordinate reference system, and the result has none either. Set it in the "
                "properties of the layer.",
            ).format(layer=source.sourceName())
        )


def _found(columns, fields, way):
    """The cities of rows that were split before, by their code, else by their name, else as written."""
    names = CB_CITYCD, CB_CITY, fields.city
    written = [columns.values[name] for name in names if name in columns.values]
    texts = written[0]
    for others in written[1:]:
        texts = np.where(nulls(texts), others, texts)
    return way.resolver.resolve_all(texts, columns.values.get(fields.province))


def _as_split(columns, ids, found, layer):
    """Rows that were split before stay as they are but for their city."""
    values = columns.values
    shared, weight = (
        parse_numbers(values[name], columns.fid, name, layer) for name in (CB_SHARED, CB_WEIGHT)
    )
    check_weights(weight, columns.fid, CB_WEIGHT, layer)
    named = values.get(CB_CITY, found["name"])
    return Table.of(
        {
            "source": np.arange(len(ids)),
            "cluster": [str(value) for value in ids],
            CB_ROW: values[CB_ROW],
            CB_CITY: np.where(nulls(found["code"]), named, found["name"]),
            CB_CITYCD: found["code"],
            CB_CITYBY: found["by"],
            "candidates": found["candidates"],
            CB_SHARED: np.where(np.isnan(shared), 1.0, shared),
            CB_WEIGHT: weight,
            "lon": found["lon"],
            "lat": found["lat"],
        }
    )
