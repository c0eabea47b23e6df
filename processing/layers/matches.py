"""Write what the matching found: the columns of the clusters, the pairs, the figures in the log."""

from pandas.api.types import infer_dtype
from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ..analysis.fields.keys import (
    CB_BASIS,
    CB_BELT,
    CB_BELTID,
    CB_CLUSID,
    CB_DECBY,
    CB_EVID,
    CB_HIST,
    CB_NADJ,
    CB_NCITY,
    CB_NCLUS,
    CB_NMATCH,
    CB_NODES,
    CB_NUNRES,
    CB_REASON,
    CB_REL,
    CB_RESBY,
    CB_STATUS,
    CB_VIA,
    CB_WHOLE,
)
from ..compat import translate
from .clusters import CITY_FIELDS, city_columns
from .writing.copying import plain, write_rows
from .writing.sinks import Sink, fields_of

_LARGE_UNRESOLVED_SHARE = 0.01

_MATCH_FIELDS = (
    (CB_NODES, "string"),
    (CB_RESBY, "string"),
    (CB_STATUS, "string"),
    (CB_WHOLE, "string"),
    (CB_REASON, "string"),
    (CB_REL, "string"),
    (CB_BELTID, "string"),
    (CB_BELT, "string"),
    (CB_VIA, "string"),
    (CB_NMATCH, "long"),
    (CB_NADJ, "long"),
    (CB_NCITY, "long"),
    (CB_NUNRES, "long"),
    (CB_HIST, "string"),
    (CB_BASIS, "string"),
    (CB_DECBY, "string"),
    (CB_EVID, "string"),
)
_BELT_FIELDS = (
    (CB_STATUS, "string"),
    (CB_NCLUS, "long"),
    (CB_CLUSID, "string"),
    (CB_BASIS, "string"),
)
_PAIR_FIELDS = (
    ("cluster", "string"),
    ("belt", "string"),
    ("rel", "string"),
    ("rank", "int"),
    ("via_c", "string"),
    ("via_b", "string"),
    ("levels", "int"),
    ("hops", "int"),
    ("lift", "int"),
    ("basis", "string"),
    ("decby", "string"),
    ("distance_m", "double"),
    ("evid", "string"),
)


def match_fields():
    """Return the fields that matching adds to the clusters."""
    return fields_of(*CITY_FIELDS, *_MATCH_FIELDS)


def match_cells(rows, matches):
    """Yield the values of `match_fields` of each row."""
    return zip(*city_columns(rows), *(_cells(matches.columns, name, kind) for name, kind in _MATCH_FIELDS))


def write_pairs(output, pairs):
    """Write the pairs as a table.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    pairs : DataFrame
        From `analysis.matching.Matches.pairs`.
    """
    sink = Sink(
        *output, fields_of(*_PAIR_FIELDS), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem()
    )
    for row in zip(*(_cells(pairs, name, kind) for name, kind in _PAIR_FIELDS)):
        sink.write(row)
    return sink.results()


def write_belts(output, source, columns, feedback):
    """Write the belts with what they are to the clusters; rows and geometry stay as they are.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    source : sources.Source
    columns : DataFrame
        From `analysis.matching.Matches.belts`.
    feedback : QgsProcessingFeedback
    """
    cells = zip(*(_cells(columns, name, kind) for name, kind in _BELT_FIELDS))
    return write_rows(
        output,
        source,
        fields_of(*_BELT_FIELDS),
        enumerate(cells),
        source.wkbType(),
        source.sourceCrs(),
        lambda number, own: own,
        feedback,
    )


def say_result(matches, feedback):
    """Say the counts, and what is not known, in the log."""
    numbers = matches.numbers
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "{ROWS} rows: {MATCHED} matched, {ADJACENT} adjacent, {UNMATCHED} unmatched, {UNRESOLVED} unresolved; "
            "{PAIR_COUNT} pairs.",
        ).format(**numbers)
    )
    _say_years(matches.years, feedback)
    _say_overrides(matches, feedback)
    if matches.belts_without_city or matches.belts_without_industry:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Not known: the city of {city} belts and the industry of {industry} belts. {open} clusters are "
                "unmatched in a city with such belts (cb_nunres): unmatched as far as known.",
            ).format(
                city=matches.belts_without_city,
                industry=matches.belts_without_industry,
                open=numbers["UNMATCHED_OPEN"],
            )
        )
    if numbers["UNRESOLVED"] > _LARGE_UNRESOLVED_SHARE * numbers["ROWS"]:
        feedback.pushWarning(
            translate("ClusterBelt", "More than 1 % of the rows are unresolved; the rates leave them out.")
        )


def _say_overrides(matches, feedback):
    for line, column, value in matches.unknown:
        feedback.pushWarning(
            translate(
                "ClusterBelt", "OVERRIDES, row {line}: {column} “{value}” fits nothing in the data."
            ).format(line=line, column=column, value=value)
        )
    if matches.idle:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "OVERRIDES: no cluster and belt of one city are concerned by the rows {lines}.",
            ).format(lines=", ".join(map(str, matches.idle)))
        )


def _say_years(years, feedback):
    if years.as_of is None:
        return
    feedback.pushInfo(
        translate(
            "ClusterBelt", "Belts of {year} are current (AS_OF), those of earlier years historic."
        ).format(year=years.as_of)
    )
    if years.missing:
        feedback.pushWarning(
            translate("ClusterBelt", "{count} belts without a year count as current.").format(
                count=years.missing
            )
        )
    if years.later:
        feedback.pushWarning(
            translate("ClusterBelt", "{count} belts came after {year} and are left aside.").format(
                count=years.later, year=years.as_of
            )
        )


def _cells(frame, name, kind):
    values = plain(frame[name])
    if kind != "string" or infer_dtype(values, skipna=True) in ("string", "empty"):
        return values
    return [None if value is None else str(value) for value in values]
