"""Read belts as the matching takes them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..analysis.matching.belt_years import parse_years
from ..analysis.places.resolving import REASONS, TEXT_REASONS, WAYS
from ..analysis.places.settling import settle_rows
from ..compat import translate
from .columns import read_columns
from .feedback import refuse_empty, warn_of_rows
from .places import say_settled, warn_of_places
from .row_points import points_of_rows


@dataclass(frozen=True)
class BeltFields:
    """Names of the fields of a belt layer; '' where there is none.

    Without id the feature id counts, without name the industry. Either `year`, or `start` and `end`.
    """

    id: str
    name: str
    city: str
    industry: str
    province: str
    year: str
    start: str
    end: str


@dataclass(frozen=True)
class BeltRows:
    """The rows of a belt layer.

    Attributes
    ----------
    frame : DataFrame
        As `analysis.matching.match` takes it; a row an input row.
    unclear : DataFrame
        ``text``, ``by``, ``candidates`` of the rows whose city is not known.
    points : tuple of ndarray or None
        x and y of the rows where they were placed by their points.
    """

    frame: pd.DataFrame
    unclear: pd.DataFrame
    points: tuple = None


def read_belts(source, fields, *, resolver=None, locator=None, transform_context, feedback):
    """Read a belt layer or table.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    fields : BeltFields
    resolver : analysis.resolving.Resolver
        Where cities are looked up.
    locator : PolygonCities or WithinDistance, optional
        Places rows by their points instead.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    BeltRows
    """
    columns = read_columns(source, list(dict.fromkeys(vars(fields).values())), feedback)
    refuse_empty(source, columns.fid)
    values = columns.values
    if fields.id:
        _warn_of_doubles(columns, fields.id, feedback)
    if locator is None:
        found, points = _resolved(source, columns, fields, resolver, transform_context, feedback), None
    else:
        found, *points = locator.place(source, feedback)
    lost = found["by"].isin(REASONS).to_numpy()
    unclear = pd.DataFrame(
        {
            "text": values[fields.city][lost] if fields.city else None,
            "by": found["by"][lost],
            "candidates": found["candidates"][lost],
        }
    )
    warn_of_places(feedback, columns.fid[lost], *(unclear[name] for name in unclear))
    frame = pd.DataFrame(
        {
            "belt": values.get(fields.id, columns.fid),
            "name": values.get(fields.name, values[fields.industry]),
            "city": found["code"],
            "city_rank": _city_ranks(found["by"]),
            "industry": values[fields.industry],
            **_years(columns, fields, source.sourceName()),
        }
    )
    return BeltRows(frame, unclear[unclear["by"].isin(TEXT_REASONS)], points and tuple(points))


def _resolved(source, columns, fields, resolver, transform_context, feedback):
    texts, provinces = columns.values[fields.city], columns.values.get(fields.province)
    found = resolver.resolve_all(texts, provinces)
    found = settle_rows(
        found,
        texts,
        provinces,
        (found["by"] == "ambiguous").to_numpy(),
        np.arange(len(found)),
        lambda rows: points_of_rows(source, columns.fid[rows], transform_context, feedback),
        resolver,
    )
    say_settled(found["by"], source.sourceName(), feedback)
    return found


def _warn_of_doubles(columns, identity, feedback):
    again = pd.Series(columns.typed[identity]).duplicated().to_numpy()
    reason = translate(
        "ClusterBelt", "Belts whose id (“{field}”) stands for another belt as well; each counts"
    )
    warn_of_rows(feedback, reason.format(field=identity), columns.fid[again])


def _city_ranks(ways):
    codes, distinct = pd.factorize(ways.to_numpy(object))
    ranks = [WAYS.index(way) if way in WAYS else len(WAYS) for way in distinct]
    return np.array(ranks, dtype=np.int64)[codes]


def _years(columns, fields, layer):
    named = {"year": fields.year, "start": fields.start, "end": fields.end}
    return {
        name: parse_years(_plain_dates(columns.values[field]), columns.fid, field, layer)
        for name, field in named.items()
        if field
    }


def _plain_dates(values):
    """Return the year of dates as QGIS gives them, other values as they are."""
    codes, distinct = pd.factorize(values)
    plain = [
        value.toString("yyyy")
        if hasattr(value, "toJulianDay") or hasattr(value, "toMSecsSinceEpoch")
        else value
        for value in distinct
    ]
    return np.array([*plain, None], dtype=object)[codes]
