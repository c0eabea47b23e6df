"""The charts of the report as numbers; its page draws them as SVG."""

from __future__ import annotations

from ..analysis.matching import statuses
from ..analysis.matching.class_order import in_class_order, in_order
from ..analysis.tables import ALL, ALL_CLASSES
from ..analysis.tables.chance_figures import BOTH
from ..cartography import palette
from ..cartography.class_signs import class_label
from .cells import count, number, short_name

# Shares narrower than this, in percent, have no room for their number: in the chart, and in that of a narrow screen.
_NARROWEST, _NARROWEST_ON_SCREEN = 7.0, 10.5
# Letters of a name above a bar, and behind a status, on a narrow screen.
_ABOVE, _BEHIND = 40, 26


def bars(tables, printed):
    """Return the stacked bars: one for each class, all, and both parts of all.

    Parameters
    ----------
    tables : analysis.tables.study_tables.StudyTables
    printed : report_tables.Tables
        Has the words.

    Returns
    -------
    list of dict
        ``name``, ``short`` and ``narrow`` (the name cut for either chart), ``total`` and ``pieces``: ``status``,
        ``start`` and ``width`` in percent of the bar, ``text``, ``narrow`` (that of
        a narrow chart) and ``title``.
    """
    rows = in_class_order(tables.summary.take(tables.summary["base"] == "rows").rows())
    chosen = [(printed.class_name(row["class"]), row) for row in rows if row["part"] == ALL]
    chosen += [
        (printed.part(row["part"]), row) for row in rows if row["part"] != ALL and row["class"] == ALL_CLASSES
    ]
    return [_bar(name, row, printed) for name, row in chosen if row["total"]]


def envelopes(tables, printed):
    """Return observed rates with what chance gives: the cities permuted, one line per class and statistic."""
    if not tables.chances:
        return []
    order = {statuses.MATCHED: 0, BOTH: 1}
    lines = []
    for row in in_class_order(tables.chances[0].table.rows()):
        if row["stat"] not in order or not row["rows"]:
            continue
        share = 100 / row["rows"]
        lines.append(
            {
                "name": printed.class_name(row["class"]),
                "short": short_name(printed.class_name(row["class"])),
                "narrow": short_name(printed.class_name(row["class"]), _BEHIND),
                "stat": row["stat"],
                "observed": row["rate_obs"],
                "expected": row["rate_exp"],
                "low": row["low"] * share,
                "high": row["high"] * share,
                "text": f"{number(row['rate_obs'])}%",
            }
        )
    return sorted(lines, key=lambda line: order[line["stat"]])


def legend(words, language, has_belts, classes, among=()):
    """Return the signs of the map: statuses, belts, ellipses by class, in the colours that they have `among` others."""
    signs = [
        {"kind": "marker", "sign": palette.COLOUR.sign(status), "text": statuses.label(status, language)}
        for status in statuses.ordered()
    ]
    if has_belts:
        signs.append({"kind": "marker", "sign": palette.BELT_SIGN, "text": words["belts"]})
    if classes:
        signs.append({"kind": "heading", "sign": None, "text": words["ellipses"]})
    for name, line in palette.lines_of_classes(in_order(classes), among=among).items():
        signs.append({"kind": "line", "sign": line, "text": class_label(name, language)})
    return signs


def colours():
    """Return the fill of each status."""
    return {status: palette.COLOUR.sign(status).colour for status in statuses.ordered()}


def _fitting(width, narrowest, label, short):
    """Return the label of a share that has room for it, else its number, else nothing."""
    if width > 2 * narrowest:
        return label
    return short if width > narrowest / 2 else ""


def _bar(name, row, printed):
    start, pieces = 0.0, []
    decided = sum(row[status] for status in statuses.decided())
    for status in statuses.ordered():
        width = 100 * row[status] / row["total"]
        if not width:
            continue
        label = count(row[status])
        if status in statuses.decided():
            label += f" · {number(100 * row[status] / decided)}%"
        pieces.append(
            {
                "status": status,
                "start": start,
                "width": width,
                "text": _fitting(width, _NARROWEST, label, count(row[status])),
                "narrow": _fitting(width, _NARROWEST_ON_SCREEN, label, count(row[status])),
                "title": f"{printed.label(status)}: {label}",
            }
        )
        start += width
    short = {"short": short_name(name), "narrow": short_name(name, _ABOVE)}
    return {"name": name, **short, "total": count(row["total"]), "pieces": pieces}
