"""Read belts: as the matching takes them, and as tables do."""

import datetime
from dataclasses import dataclass

import numpy as np

from ...analysis.columns import encode
from ...analysis.distinct import equal_rows
from ...analysis.frames import Table, stacked
from ...analysis.identifiers import Identifiers
from ...analysis.matching.belt_years import parse_years, years_of
from ...analysis.matching.placed_belts import placed
from ...analysis.places.resolving import REASONS, TEXT_REASONS, WAYS
from ...analysis.places.settling import settle_rows
from ...analysis.text import as_text, is_missing
from ...analysis.typed_columns import Integers, Texts, as_objects
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..reading.counts import read_counts
from .belt_rows import Reading, read_entries
from .places import say_settled, warn_of_places
from .taxonomies import BELT

_BY_ROWS = Reading()


@dataclass(frozen=True)
class BeltFields:
    """Names of the fields of a belt layer; '' where there is none.

    Without id the feature id counts, without name the industry. Either `year`, or `start` and `end`.
    """

    city: str
    industry: str = ""
    id: str = ""
    name: str = ""
    province: str = ""
    year: str = ""
    start: str = ""
    end: str = ""
    count: str = ""


@dataclass(frozen=True)
class BeltRows:
    """The rows of a belt layer.

    Attributes
    ----------
    table : Table
        As `analysis.matching.match` takes it; a row per input row.
    places : Table
        The distinct cities: ``code``, ``name``, ``by``, ``candidates``, and ``text`` as it is written.
    place_of : ndarray of int64
        Which of them each row has.
    fid : sequence of int
        Ids of the rows.
    points : tuple of ndarray or None
        x and y of the rows where they were placed by their points.
    groups : belt_rows.Entries or None
        Where a database has counted, and each row here stands for several of the layer.
    """

    table: Table
    places: Table
    place_of: np.ndarray
    fid: np.ndarray
    points: tuple = None
    groups: object = None

    @property
    def counts(self):
        """How many belts each row stands for, None where that was not said."""
        return self.table.columns.get("count")

    def unclear(self):
        """Return ``text``, ``by``, ``candidates`` and ``count`` of the rows whose city is not known."""
        lost = np.isin(self.places["by"], TEXT_REASONS)[self.place_of]
        found = self.places.only(("text", "by", "candidates")).take(self.place_of[lost])
        return found if self.counts is None else found.with_columns(count=self.counts[lost])

    def city_keys(self):
        """Return the key by which the city of each row is compared, None where it is not known."""
        return as_objects(self.table["city"])

    def city_names(self):
        """Return the name of the city of each row, the text as it is written where it is not known."""
        written = zip(self.places["code"], self.places["name"], self.places["text"])
        names = [text if code is None else name for code, name, text in written]
        names = [None if is_missing(name) else as_text(name) for name in names]
        return np.array([*names, None], dtype=object)[self.place_of]


def read_belts(source, fields, way, words, feedback, reading=_BY_ROWS):
    """Read a belt layer or table.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    fields : BeltFields
    way : city_ways.CityWay
    words : taxonomies.Words or None
        None where the industry is not asked for.
    feedback : QgsProcessingFeedback
    reading : belt_rows.Reading

    Returns
    -------
    BeltRows
    """
    entries = read_entries(source, fields, way, reading, feedback)
    columns, rows = entries.columns, entries.count
    refuse_empty(source, columns.fid)
    if fields.id and rows is None:
        _warn_of_doubles(columns, fields.id, feedback)
    points = None
    if way.locator is None:
        places, which = _resolved(source, entries, fields, way, feedback)
    else:
        places, *points = way.locator.place(source, columns.fid, feedback)
        places, which = places.with_columns(text=[None] * len(places)), np.arange(len(places))
    lost = np.flatnonzero(np.isin(places["by"], REASONS)[which])
    why = places.take(which[lost])
    warn_of_places(
        feedback,
        columns.fid[lost],
        *(why[name] for name in ("text", "by", "candidates")),
        None if rows is None else rows[lost],
    )
    table = _table(columns, fields, places, which, source.sourceName())
    if words is not None:
        table["industry"] = words.in_scheme(columns.typed[fields.industry], BELT, feedback)
    if fields.count:
        table["count"] = read_counts(columns, fields.count, source.sourceName(), feedback, rows)
    elif rows is not None:
        table["count"] = rows
    groups = None if rows is None else entries
    return BeltRows(Table(table), places, which, columns.fid, points and tuple(points), groups)


def _table(columns, fields, places, which, layer):
    codes, cities = encode(places["code"])
    return {
        "belt": _ids(columns.typed.get(fields.id, columns.fid)),
        "name": columns.typed.get(fields.name, columns.typed.get(fields.industry)),
        "city": Texts(codes[which], cities),
        "city_rank": _city_ranks(places["by"])[which],
        **_years(columns, fields, layer),
    }


def read_placed_belts(source, fields, way, words, as_of, feedback, reading=_BY_ROWS):
    """Read belts as the matching does, for a table.

    Parameters
    ----------
    source, fields, way, words, feedback, reading
        See `read_belts`.
    as_of : int or None
        Year of the current belts; None: the newest in the data.

    Returns
    -------
    analysis.matching.placed_belts.PlacedBelts
    """
    rows = read_belts(source, fields, way, words, feedback, reading)
    years = years_of(rows.table, as_of, source.sourceName())
    say_years(years, rows, feedback)
    industries = None
    if words is not None:
        industries = words.read(rows.table["industry"], way.place_names, feedback)
    return placed(rows.city_keys(), rows.city_names(), industries, years, rows.counts, way.by_text)


def _resolved(source, entries, fields, way, feedback):
    """Return the distinct places, and which of them each row has; see `Resolver.resolve_distinct`."""
    columns = entries.columns
    texts, provinces = columns.typed[fields.city], columns.typed.get(fields.province)
    places, which = way.resolver.resolve_distinct(texts, provinces)
    rows = np.flatnonzero((places["by"] == "ambiguous")[which])
    if len(rows):
        settled = settle_rows(
            places.take(which[rows]),
            as_objects(texts[rows]),
            None if provinces is None else as_objects(provinces[rows]),
            np.ones(len(rows), dtype=bool),
            rows,
            entries.points_of,
            way.resolver,
        )
        counts = 1 if entries.count is None else entries.count[rows]
        say_settled(settled["by"], source.sourceName(), feedback, counts)
        which[rows] = len(places) + np.arange(len(rows))
        places = stacked([places, settled])
    first = np.zeros(len(places), dtype=np.int64)
    first[which[::-1]] = np.arange(len(which))[::-1]
    return places.with_columns(text=as_objects(texts[first])), which


def say_years(years, rows, feedback):
    """Say which belts are current, which are not, and which years are none; `rows` are the `BeltRows`."""
    if years.limit is not None:
        warn_of_rows(
            feedback,
            translate("ClusterBelt", "Belts with a year later than {year}, which counts as no year").format(
                year=years.limit
            ),
            rows.fid[years.beyond],
            None if rows.groups is None else rows.groups.count[years.beyond],
        )
    if years.as_of is None:
        return
    feedback.pushInfo(
        translate(
            "ClusterBelt", "Belts of {year} are current (AS_OF), those of earlier years historic."
        ).format(year=years.as_of)
    )
    belts = np.ones(len(years.basis), dtype=np.int64) if rows.counts is None else rows.counts
    missing, later = (int(belts[which].sum()) for which in (years.missing, years.later))
    if missing:
        feedback.pushWarning(
            translate("ClusterBelt", "Belts without a year, which count as current: {count}.").format(
                count=missing
            )
        )
    if later:
        feedback.pushWarning(
            translate("ClusterBelt", "Belts from after {year}, which are ignored: {count}.").format(
                count=later, year=years.as_of
            )
        )


def _warn_of_doubles(columns, identity, feedback):
    again = _duplicated(columns.typed[identity])
    reason = translate(
        "ClusterBelt", "Belts whose id (“{field}”) is that of another belt as well; each of them counts"
    )
    warn_of_rows(feedback, reason.format(field=identity), columns.fid[again])


def _duplicated(column):
    if isinstance(column, Identifiers):
        return column.duplicated()
    again = np.ones(len(column), dtype=bool)
    again[equal_rows(encode(column)[0])[1]] = False
    return again


def _city_ranks(ways):
    return np.array([WAYS.index(way) if way in WAYS else len(WAYS) for way in ways], dtype=np.int8)


def _years(columns, fields, layer):
    named = {"year": fields.year, "start": fields.start, "end": fields.end}
    return {
        name: parse_years(plain_dates(columns.typed[field]), columns.fid, field, layer)
        for name, field in named.items()
        if field
    }


def _ids(column):
    """Ids as the matching takes them: whole numbers as they are, or as objects where some are null."""
    if not isinstance(column, Integers):
        return column
    return as_objects(column) if column.missing.any() else column.numbers


def plain_dates(values):
    """Return the year of dates, other values as they are."""
    codes, distinct = encode(values)
    plain = [str(value.year) if isinstance(value, datetime.date) else value for value in distinct]
    return np.array([*plain, None], dtype=object)[codes]
