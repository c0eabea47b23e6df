"""The rows of the table by class, with their words."""

from typing import NamedTuple

from ...processing.analysis.fields import CB_REASON, CB_STATUS
from ...processing.analysis.matching import statuses
from ...processing.analysis.rounding import half_up
from ...processing.cartography.class_signs import class_label
from ...processing.compat import translate
from ...processing.layers.reading.cell_texts import cell_text

# More classes than this are no classes but names, and nobody reads the table.
MOST_CLASSES = 100
_CLASS = "class"


class SummaryRow(NamedTuple):
    """A class: its words, its counts by status, whether it is the sum of all, and its values in the layer."""

    texts: tuple
    counts: dict
    is_sum: bool
    keys: tuple = ()


def summarise(rows, by_class):
    """Count rows by class; one row for all where there is no class or there are too many.

    Parameters
    ----------
    rows : list of MatchRow
    by_class : bool

    Returns
    -------
    rows : list of SummaryRow
    number : int
        Number of classes found.
    """
    if not rows:
        return [], 0
    from ...processing.analysis.frames import Table
    from ...processing.analysis.matching.class_order import in_class_order
    from ...processing.analysis.tables import match_summary

    texts = {value: cell_text(value) for value in {row.class_value: None for row in rows}}
    classes = [texts[row.class_value] for row in rows]
    number = len(set(texts.values()))
    if number > MOST_CLASSES:
        classes = [None] * len(rows)
    statuses_of_rows, reasons = [row.status for row in rows], [row.reason for row in rows]
    columns = {_CLASS: classes, CB_STATUS: statuses_of_rows, CB_REASON: reasons}
    table = in_class_order(match_summary(Table.of(columns), _CLASS).rows())
    if number > MOST_CLASSES or not by_class:
        table = table[-1:]
    keys = {}
    for value, text in texts.items():
        keys.setdefault(text, []).append(value)
    return [_row(record, keys) for record in table], number


def _row(record, keys):
    counts = {status: int(record[status]) for status in statuses.ordered()}
    rates = {status: record[f"rate_{rate}"] for rate, (status,) in statuses.rated().items()}
    texts = (
        _class_text(record["class"]),
        *(_with_rate(counts[status], rates.get(status)) for status in counts),
        str(record["total"]),
    )
    is_sum = record["class"] == "*"
    return SummaryRow(texts, counts, is_sum, () if is_sum else tuple(keys.get(record["class"], ())))


def _class_text(value):
    if value == "*":
        return translate("ClusterBelt", "All")
    return class_label(value)


def _with_rate(count, rate):
    if rate is None or rate != rate:
        return str(count)
    return translate("ClusterBelt", "{count} ({rate} %)").format(count=count, rate=half_up(rate))
