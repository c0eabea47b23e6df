"""The report: one page of HTML with everything in it, for the screen, for paper and for Word."""

import base64
import hashlib
from pathlib import Path
from typing import NamedTuple

from ..analysis.matching import statuses
from ..analysis.tables.chance_figures import BOTH
from . import charts as report_charts
from .cells import NOTHING, count, number, p_value
from .web_map import SCRIPT

_TEMPLATES = Path(__file__).parents[2] / "resources" / "report"


class Page(NamedTuple):
    """What the page shows beside the charts.

    Attributes
    ----------
    title : str
    picture : str
        Data URI of the map (`map_picture.map_picture`); '' for none.
    map_title : str
        What the map shows.
    map_legend : list
        See `charts.legend`.
    sections : list of cells.Table
    record : list of (str, str)
        Sources, parameters and versions.
    made : str
        When and with what the page was made.
    web : dict or None
        What the map for the screen shows (`web_map.web_map`).
    """

    title: str
    picture: str
    map_title: str
    map_legend: list
    sections: list
    record: list
    made: str
    web: object = None


def render(printed, tables, words, language, page):
    """Return the page.

    Parameters
    ----------
    printed : tables.Tables
    tables : analysis.tables.study_tables.StudyTables
    words : dict of str to str
    language : {'en', 'zh'}
    page : Page

    Returns
    -------
    str
        All values are escaped; the page loads nothing, and its only script is that of the map for the screen.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(str(_TEMPLATES)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    script = SCRIPT.read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    return environment.get_template("report.html").render(
        script=script,
        script_hash=digest,
        w=words,
        language=language,
        **page._asdict(),
        cards=_cards(tables, words, printed),
        bars=report_charts.bars(tables, printed),
        envelopes=report_charts.envelopes(tables, printed),
        colours=report_charts.colours(),
        labels={status: printed.label(status) for status in report_charts.colours()},
    )


def _cards(tables, words, printed):
    """The headline: how many, the rates with their bounds, and what chance would give."""
    all_rows = tables.summary.take((tables.summary["part"] == "all") & (tables.summary["class"] == "*"))
    found = {row["base"]: row for row in all_rows.rows()}
    cards = [{"big": count(found["rows"]["total"]), "small": words["rows"], "fine": []}]
    if "whole" in found:
        cards.append({"big": count(found["whole"]["total"]), "small": words["whole"], "fine": []})
    row = found["rows"]
    expected = {}
    if tables.chances:
        table = tables.chances[0].table
        expected = {line["stat"]: line for line in table.take(table["class"] == "*").rows()}
    for key, kinds in statuses.rates().items():
        stat = BOTH if key == statuses.ANY_RATE else kinds[0]
        low, high = row[f"{key}_low"], row[f"{key}_high"]
        fine = (
            [words["interval"].format(low=number(low), high=number(high))] if number(low) != NOTHING else []
        )
        if stat in expected:
            p = p_value(expected[stat]["p"])
            p = p if p.startswith("<") else f"= {p}"
            fine.append(words["by_chance"].format(rate=number(expected[stat]["rate_exp"]), p=p))
        cards.append(
            {
                "big": _percent(row[f"rate_{key}"]),
                "small": words.get(f"rate_{key}") or printed.label(kinds[0]),
                "fine": list(map(_unbroken, fine)),
            }
        )
    if tables.overlap is not None:
        now = dict(zip(tables.overlap["measure"], tables.overlap["now"]))
        cards.append(
            {
                "big": f"{count(now['both'])} / {count(now['cluster_cities'])}",
                "small": words["card_cities"],
                "fine": [],
            }
        )
    return cards


def _percent(value):
    text = number(value)
    return text if text == NOTHING else f"{text}%"


def _unbroken(text):
    """Keep both ends of an interval, and p with its value, on one line."""
    return (
        text.replace("–", "\u2060–\u2060").replace("p = ", "p\u00a0=\u00a0").replace("p < ", "p\u00a0<\u00a0")
    )
