"""Take the belts that the matching wrote (`BELTS_OUT`) as it read and placed them."""

import numpy as np

from ...analysis.columns import parse_counts, parse_numbers
from ...analysis.fields import CB_BASIS, CB_CITY, CB_CITYCD, CB_COUNT, CB_LAST, CB_NODES, CB_WORDS
from ...analysis.matching.bases import BASES, CURRENT
from ...analysis.matching.placed_belts import PlacedBelts, city_keys
from ...analysis.messages import QT_TRANSLATE_NOOP, AnalysisError
from ...analysis.text import as_text, is_missing
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..reading.columns import read_columns


def is_placed(source):
    """Tell whether a layer of belts is the output of the matching, so that all of it is known."""
    return all(source.fields().lookupField(name) >= 0 for name in (CB_CITYCD, CB_NODES, CB_BASIS))


def as_placed(source, feedback):
    """Take belts as the matching has read and placed them.

    Returns
    -------
    analysis.matching.placed_belts.PlacedBelts
    """
    wanted = (CB_CITYCD, CB_CITY, CB_NODES, CB_WORDS, CB_BASIS, CB_LAST, CB_COUNT)
    names = [name for name in wanted if source.fields().lookupField(name) >= 0]
    columns = read_columns(source, names, feedback)
    refuse_empty(source, columns.fid)
    feedback.pushInfo(
        translate(
            "ClusterBelt", "Layer “{layer}”: city, industry and year are taken from the matching."
        ).format(layer=source.sourceName())
    )
    given = {name: columns.values.get(name, np.full(len(columns.fid), None)) for name in wanted}
    basis = _bases(given[CB_BASIS], columns.fid, source.sourceName())
    last = parse_numbers(given[CB_LAST], columns.fid, CB_LAST, source.sourceName())
    belts = PlacedBelts(
        city=city_keys(given[CB_CITYCD]),
        city_name=given[CB_CITY],
        nodes=_texts(given[CB_NODES]),
        words=_texts(given[CB_WORDS]),
        basis=basis,
        last=last,
        as_of=_newest(last[basis == BASES.index(CURRENT)]),
        count=_counts(columns, source.sourceName()),
    )
    lost = np.array([key is None for key in belts.city], dtype=bool)
    warn_of_rows(feedback, translate("ClusterBelt", "Belts without a city"), columns.fid[lost])
    return belts.take(belts.count > 0)


def _counts(columns, layer):
    """Return how many belts each row stands for: one, where nothing else is said."""
    if CB_COUNT not in columns.values:
        return np.ones(len(columns.fid), dtype=np.int64)
    return parse_counts(columns.values[CB_COUNT], columns.fid, CB_COUNT, layer)


def _bases(values, ids, layer):
    """Return the positions of bases; an empty cell is current, as a belt without a year."""
    numbers = np.zeros(len(values), dtype=np.int8)
    for row, value in enumerate(values):
        if not is_missing(value):
            if value not in BASES:
                raise AnalysisError(
                    QT_TRANSLATE_NOOP(
                        "ClusterBelt",
                        "Layer “{layer}”, field “{field}”, row {row}: “{value}” is not one of {known}. Use "
                        "the unchanged output “Matched belts” of “Match clusters with belts”.",
                    ),
                    layer=layer,
                    field=CB_BASIS,
                    row=ids[row],
                    value=value,
                    known=", ".join(BASES),
                )
            numbers[row] = BASES.index(value)
    return numbers


def _texts(values):
    return np.array([None if is_missing(value) else as_text(value) for value in values], dtype=object)


def _newest(years):
    return None if np.isnan(years).all() else int(np.nanmax(years))
