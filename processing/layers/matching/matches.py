"""Write what the matching found: the columns of the clusters, the pairs, the figures in the log."""

from qgis.core import QgsCoordinateReferenceSystem, QgsFields, QgsWkbTypes

from ...analysis.fields import CB_CITY, CB_CITYCD, CB_COUNT, CB_NUNRES, TEXT, table
from ...analysis.matching import statuses
from ...analysis.matching.check_table import BELT, CLUSTER, check_table
from ...compat import language_of_user, translate
from ..feedback import shortened
from ..writing.copying import plain, write_rows
from ..writing.sinks import Sink, fields_of, kept_fields
from .belts import say_years
from .clusters import CITY_FIELDS, city_columns, output_crs, row_geometry

_LARGE_UNRESOLVED_SHARE = 0.01


def write_clusters(output, source, rows, matches, feedback):
    """Write the clusters with all that was found.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    source : sources.Source
    rows : clusters.ClusterRows
    matches : analysis.matching.match.Matches
    feedback : QgsProcessingFeedback
    """
    fields = _written("clusters", rows.counts)
    added = [field for field in fields if field.key not in CITY_FIELDS]
    columns = _with_counts(matches.columns, rows.counts)
    cells = [*city_columns(rows), *(_cells(columns, field) for field in added)]
    return write_rows(
        output,
        source,
        rows.fid,
        fields_of(fields),
        (rows.frame["source"].tolist(), cells),
        QgsWkbTypes.Type.Point,
        output_crs(source),
        row_geometry(rows, source, output[-1].transformContext()),
        feedback,
    )


def texts_to_check(matches, clusters, belts, cancelled):
    """Return the table of the texts that a person should look at.

    Parameters
    ----------
    matches : analysis.matching.match.Matches
    clusters : clusters.ClusterRows
    belts : belts.BeltRows
    cancelled : callable
    """
    industries, asked = matches.case.reading.industries, matches.case.question
    cities = {CLUSTER: clusters.unclear(), BELT: belts.unclear()}
    counts = {CLUSTER: asked.count_clusters(), BELT: asked.count_belts()}
    return check_table(industries, tuple(cities), cities, asked.taxonomy, asked.language, cancelled, counts)


def write_pairs(output, pairs, matches):
    """Write the pairs as a table.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    pairs : Table
        From `Matches.pairs`.
    matches : analysis.matching.match.Matches
    """
    asked = matches.case.question
    counted = {"clusters": asked.cluster_count, "belts": asked.belt_count}
    fields = [field for field in table("pairs").fields if counted.get(field.key, ()) is not None]
    sink = Sink(*output, fields_of(fields), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    sink.write_columns([_cells(pairs, field) for field in fields])
    return sink.results()


def write_belts(output, source, rows, columns, feedback):
    """Write the belts with what they are to the clusters; rows and geometry stay as they are.

    Where a database has counted the belts, a row is a group: what its belts have in common, and how many they are.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    source : sources.Source
    rows : belts.BeltRows
    columns : Table
        From `analysis.matching.Matches.belts`.
    feedback : QgsProcessingFeedback
    """
    fields = _written("belts", rows.counts)
    columns = columns.with_columns(**{CB_CITY: rows.city_names(), CB_CITYCD: rows.city_keys()})
    columns = _with_counts(columns, rows.counts)
    cells = [_cells(columns, field) for field in fields]
    if rows.groups is not None:
        return _write_groups(output, source, rows.groups, fields_of(fields), cells)
    return write_rows(
        output,
        source,
        rows.fid,
        fields_of(fields),
        (range(len(rows.fid)), cells),
        source.wkbType(),
        source.sourceCrs(),
        lambda number, own: own,
        feedback,
    )


def _write_groups(output, source, groups, added, cells):
    common = QgsFields()
    for name in groups.by:
        common.append(source.fields().field(name))
    kept, fields = kept_fields(common, added)
    sink = Sink(*output, fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    own = [groups.columns.values[groups.by[index]].tolist() for index in kept]
    sink.write_columns([*own, *cells])
    return sink.results()


def _with_counts(columns, counts):
    return columns if counts is None else columns.with_columns(**{CB_COUNT: counts})


def _written(name, counts):
    """Return the fields of a table; how many things a row stands for only where that was said."""
    return [field for field in table(name).fields if field.key != CB_COUNT or counts is not None]


def say_result(matches, belts, feedback):
    """Say the counts, and what is not known, in the log; `belts` are the `BeltRows` of the match."""
    numbers = matches.numbers
    counts = [
        translate("ClusterBelt", "{count} {status}").format(
            count=numbers[status.upper()], status=statuses.label(status, language_of_user()).lower()
        )
        for status in statuses.ordered()
    ]
    feedback.pushInfo(
        translate("ClusterBelt", "Rows: {ROWS} ({counts}); pairs: {PAIR_COUNT}.").format(
            counts=", ".join(counts), **numbers
        )
    )
    say_years(matches.years, belts, feedback)
    _say_judgements(matches, feedback)
    if matches.belts_without_city or matches.belts_without_industry:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Belts whose city was not recognised: {city}; whose industry was not: {industry}. "
                "Unmatched clusters in cities with such belts (field {field}), which are unmatched only "
                "as far as is known: {open}.",
            ).format(
                city=matches.belts_without_city,
                industry=matches.belts_without_industry,
                open=numbers["UNMATCHED_OPEN"],
                field=CB_NUNRES,
            )
        )
    if numbers["UNRESOLVED"] > _LARGE_UNRESOLVED_SHARE * numbers["ROWS"]:
        feedback.pushWarning(
            translate(
                "ClusterBelt", "More than 1 % of the rows are unresolved; they are not counted in the rates."
            )
        )


def _say_judgements(matches, feedback):
    for line, column, value in matches.unknown:
        text = translate(
            "ClusterBelt", "OVERRIDES, row {line}: {column} “{value}” does not occur in the data."
        )
        feedback.pushWarning(shortened(text.format(line=line, column=column, value=value)))
    if matches.idle:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "OVERRIDES: these rows apply to no cluster and belt in the same city: {lines}.",
            ).format(lines=", ".join(map(str, matches.idle)))
        )


def _cells(frame, field):
    values = plain(frame[field.key])
    if field.kind != TEXT or set(map(type, values)) <= {str, type(None)}:
        return values
    return [None if value is None else str(value) for value in values]
