"""Read belts as the matching takes them."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..analysis.matching.belt_years import parse_years
from ..analysis.places.resolving import WAYS
from ..compat import translate
from .columns import read_columns
from .encodings import refuse_unreadable
from .feedback import refuse_empty, warn_of_rows
from .places import warn_of_places


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
    """

    frame: pd.DataFrame
    unclear: pd.DataFrame


def read_belts(source, resolver, fields, *, feedback):
    """Read a belt layer or table.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    resolver : analysis.resolving.Resolver
        Where cities are looked up.
    fields : BeltFields
    feedback : QgsProcessingFeedback

    Returns
    -------
    BeltRows
    """
    columns = read_columns(source, list(dict.fromkeys(vars(fields).values())), feedback)
    refuse_empty(source, columns.fid)
    refuse_unreadable(source, columns, [fields.name, fields.city, fields.industry, fields.province])
    values = columns.values
    if fields.id:
        _warn_of_doubles(columns, fields.id, feedback)
    found = resolver.resolve_all(values[fields.city], values.get(fields.province))
    lost = found["code"].isna().to_numpy()
    unclear = pd.DataFrame(
        {
            "text": values[fields.city][lost],
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
    return BeltRows(frame, unclear)


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
