"""Read the output of the matching for the tables."""

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import check_weights, parse_counts, parse_numbers
from ...analysis.fields import CB_CITY, CB_CITYCD, CB_COUNT, CB_NCITY, CB_NUNRES, CB_ROW, CB_SHARED, CB_WEIGHT
from ...analysis.frames import Table
from ...analysis.matching import statuses
from ...analysis.tables.counting import row_counts, unknown_statuses
from ...analysis.text import as_text, is_missing
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..reading.columns import read_columns

# What tables of cities need.
CITY_FIELDS = (CB_CITYCD, CB_CITY, CB_ROW, CB_WEIGHT)

_NUMBERS = (CB_WEIGHT, CB_SHARED, CB_NCITY, CB_NUNRES)


def read_matched(source, needed, optional, texts, feedback):
    """Read a matched layer.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    needed, optional : sequence of str
        Fields of the matching; without one of the needed ones the layer is refused, optional ones that it
        lacks are left out.
    texts : sequence of str
        Fields of the user, such as that of the class; read as text, None for nothing. Empty names are passed
        over.
    feedback : QgsProcessingFeedback

    Returns
    -------
    Table
        One row per row of the source, without those that stand for no cluster; numbers as float, NaN for nothing.
    """
    refuse_unmatched(source, needed)
    own = [name for name in texts if name]
    there = [name for name in (*optional, CB_COUNT) if source.fields().lookupField(name) >= 0]
    columns = read_columns(source, list(dict.fromkeys([*own, *needed, *there])), feedback)
    refuse_empty(source, columns.fid)
    values = dict(columns.values)
    for name in values:
        if name in _NUMBERS:
            values[name] = parse_numbers(values[name], columns.fid, name, source.sourceName())
        elif name == CB_COUNT:
            values[name] = parse_counts(values[name], columns.fid, name, source.sourceName())
        elif name in own:
            values[name] = [as_text(value) or None for value in values[name]]
    if CB_WEIGHT in values:
        check_weights(np.nan_to_num(values[CB_WEIGHT]), columns.fid, CB_WEIGHT, source.sourceName())
    frame = Table.of(values)
    if CB_COUNT in frame:
        nobody = frame[CB_COUNT] == 0
        reason = translate("ClusterBelt", "Rows left out, they represent no cluster")
        warn_of_rows(feedback, reason, columns.fid[nobody])
        frame = frame.take(~nobody)
    _say_unknown_statuses(frame, source, feedback)
    return frame


def _say_unknown_statuses(frame, source, feedback):
    for (field, value), rows in unknown_statuses(frame).items():
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Layer “{layer}”, field {field}: the value “{value}” is not one of the statuses {known}; "
                "rows that have it are not counted in any total ({rows}).",
            ).format(
                layer=source.sourceName(),
                field=field,
                rows=rows,
                value="" if value is None else value,
                known=", ".join(statuses.ordered()),
            )
        )


def refuse_unmatched(source, names):
    missing = [name for name in names if source.fields().lookupField(name) < 0]
    if missing:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no field {missing}: choose the output of “Match clusters with belts”.",
            ).format(layer=source.sourceName(), missing=", ".join(missing))
        )


def say_unweighted(frame, feedback):
    """Warn of rows that weighted figures leave out."""
    rows = np.flatnonzero(np.isnan(frame[CB_WEIGHT]))
    warn_of_rows(
        feedback, translate("ClusterBelt", "Rows without a weight, not counted in weighted figures"), rows + 1
    )


def refuse_without_cities(frame, feedback):
    """Warn of rows whose city is not known and return their number; raise where no row has a city."""
    known = np.array([not is_missing(code) for code in frame[CB_CITYCD]], dtype=bool)
    if not known.any():
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "No row has a city (field {field} is empty): tables of cities need clusters that were "
                "matched by city, not by distance.",
            ).format(field=CB_CITYCD)
        )
    warn_of_rows(
        feedback, translate("ClusterBelt", "Rows left out, city not known"), np.flatnonzero(~known) + 1
    )
    return int(row_counts(frame)[~known].sum())


def say_unjudged(count, feedback):
    """Warn of rows whose city or industry is not known."""
    if count:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Rows that cannot be related to others, because their city or industry is not known: "
                "{count}.",
            ).format(count=count)
        )


def say_chance(chance, feedback):
    """Say what the test leaves out, and where it and the layer disagree."""
    if chance.left_out:
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "Rows left out, because their city or industry is not known or their city has no belts: "
                "{count}.",
            ).format(count=chance.left_out)
        )
    if chance.differing:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Rows whose status in the layer differs from the one that the relations alone give "
                "(because of judgements or of other rules in the matching): {count}; the test uses the "
                "relations on both sides.",
            ).format(count=chance.differing)
        )
