"""Read belts as the matching takes them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..analysis.columns import encode
from ..analysis.frames import Table
from ..analysis.identifiers import Identifiers
from ..analysis.matching.belt_years import parse_years
from ..analysis.places.resolving import REASONS, TEXT_REASONS, WAYS
from ..analysis.places.settling import settle_rows
from ..compat import translate
from .feedback import refuse_empty, warn_of_rows
from .places import say_settled, warn_of_places
from .reading.columns import as_objects, read_columns
from .taxonomies import BELT


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
    table : Table
        As `analysis.matching.match` takes it; a row an input row.
    unclear : DataFrame
        ``text``, ``by``, ``candidates`` of the rows whose city is not known.
    fid : sequence of int
        Ids of the rows.
    points : tuple of ndarray or None
        x and y of the rows where they were placed by their points.
    """

    table: Table
    unclear: pd.DataFrame
    fid: np.ndarray
    points: tuple = None


def read_belts(source, fields, way, words, feedback):
    """Read a belt layer or table.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    fields : BeltFields
    way : city_ways.CityWay
    words : taxonomies.Words
    feedback : QgsProcessingFeedback

    Returns
    -------
    BeltRows
    """
    names = list(dict.fromkeys(vars(fields).values()))
    once = [fields.id] if list(vars(fields).values()).count(fields.id) == 1 else []
    columns = read_columns(source, names, feedback, identifiers=once)
    refuse_empty(source, columns.fid)
    if fields.id:
        _warn_of_doubles(columns, fields.id, feedback)
    points = None
    if way.locator is None:
        places, which = _resolved(source, columns, fields, way, feedback)
    else:
        places, *points = way.locator.place(source, columns.fid, feedback)
        which = np.arange(len(places))
    lost = np.flatnonzero(places["by"].isin(REASONS).to_numpy()[which])
    unclear = places[["by", "candidates"]].take(which[lost]).reset_index(drop=True)
    unclear.insert(0, "text", as_objects(columns.typed[fields.city][lost]) if fields.city else None)
    warn_of_places(feedback, columns.fid[lost], *(unclear[name] for name in unclear))
    codes, cities = encode(places["code"])
    industries = columns.typed[fields.industry]
    table = Table(
        {
            "belt": columns.typed.get(fields.id, columns.fid),
            "name": columns.typed.get(fields.name, industries),
            "city": pd.Categorical.from_codes(codes[which], cities),
            "city_rank": _city_ranks(places["by"])[which],
            "industry": words.in_scheme(industries, BELT, feedback),
            **_years(columns, fields, source.sourceName()),
        }
    )
    return BeltRows(table, unclear[unclear["by"].isin(TEXT_REASONS)], columns.fid, points and tuple(points))


def _resolved(source, columns, fields, way, feedback):
    """Return the distinct places, and which of them each row has; see `Resolver.resolve_distinct`."""
    texts, provinces = columns.typed[fields.city], columns.typed.get(fields.province)
    places, which = way.resolver.resolve_distinct(texts, provinces)
    rows = np.flatnonzero((places["by"] == "ambiguous").to_numpy()[which])
    if len(rows):
        settled = settle_rows(
            places.take(which[rows]).reset_index(drop=True),
            as_objects(texts[rows]),
            None if provinces is None else as_objects(provinces[rows]),
            np.ones(len(rows), dtype=bool),
            rows,
            lambda asked: way.points_of(source, columns.fid[asked], feedback),
            way.resolver,
        )
        say_settled(settled["by"], source.sourceName(), feedback)
        which[rows] = len(places) + np.arange(len(rows))
        places = pd.concat([places, settled], ignore_index=True)
    return places, which


def _warn_of_doubles(columns, identity, feedback):
    again = _duplicated(columns.typed[identity])
    reason = translate(
        "ClusterBelt", "Belts whose id (“{field}”) stands for another belt as well; each counts"
    )
    warn_of_rows(feedback, reason.format(field=identity), columns.fid[again])


def _duplicated(column):
    return (
        column.duplicated() if isinstance(column, Identifiers) else pd.Series(column).duplicated().to_numpy()
    )


def _city_ranks(ways):
    return np.array([WAYS.index(way) if way in WAYS else len(WAYS) for way in ways], dtype=np.int8)


def _years(columns, fields, layer):
    named = {"year": fields.year, "start": fields.start, "end": fields.end}
    return {
        name: parse_years(_plain_dates(columns.typed[field]), columns.fid, field, layer)
        for name, field in named.items()
        if field
    }


def _plain_dates(values):
    """Return the year of dates as QGIS gives them, other values as they are."""
    codes, distinct = encode(values)
    plain = [
        value.toString("yyyy")
        if hasattr(value, "toJulianDay") or hasattr(value, "toMSecsSinceEpoch")
        else value
        for value in distinct
    ]
    return np.array([*plain, None], dtype=object)[codes]
