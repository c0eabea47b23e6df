"""Texts with numbers read right for any number: “1 rows” must not be said, so no plural stands behind a number."""

import csv
import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
# Places of texts that hold numbers: those called so, those called by what is counted, and number outputs.
NUMBER = r"\{(?:n|count|number|total|shown|found|placed|unplaced|read|unread|open|left|(?!outputs|crs)[a-z]+s|[A-Z_]+)\}"
# Behind the number at most two words, then a plural or a verb of many.
COUNTED = re.compile(
    NUMBER + r"(?: of (?:the )?\{\w+\})?(?: [a-z]+){0,2}? (?!is\b|as\b|has\b|was\b|this\b|needs\b|takes\b)"
    r"(?:[a-z]+[^\Ws]s|[a-z]+(?:ies|ses)|are|have|were|do)\b"
)
# Said only where there are many: beyond a limit, of several clusters that are selected, of a virtual cluster or a matrix.
ALWAYS_MANY = (
    *("more than ", "longer than ", "{bytes} bytes", "{number} distinct values", "drawn as pies"),
    *(
        "{number} clusters and all belts",
        "({blocks} blocks",
        "{shown} of {all} regions",
        "{runs} permutations",
    ),
)


def texts():
    spec = importlib.util.spec_from_file_location("made", ROOT / "scripts" / "make_translation.py")
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    yield from made.texts()
    with open(ROOT / "resources" / "words" / "words.csv", encoding="utf-8-sig", newline="") as file:
        # The counted words of evidence have a singular beside each plural.
        yield from (
            row["en"] for row in csv.DictReader(file) if row["key"] not in ("belts", "levels", "members")
        )


def test_no_plural_stands_behind_a_number():
    found = [text for text in texts() if COUNTED.search(text)]
    assert [text for text in found if not any(known in text for known in ALWAYS_MANY)] == []


def test_plurals_behind_numbers_are_found():
    for text in (
        "{number} judgements withdrawn",
        "{count} of {all} cities are in a group",
        "{rows} ambiguous city names",
        "{ROWS} rows: {counts}",
        "{found} of {all} were written",
    ):
        assert COUNTED.search(text), text
    for text in (
        "Rows: {rows}.",
        "{count} left out",
        "{parameter} needs fields",
        "{rows} is the number of rows",
    ):
        assert not COUNTED.search(text), text
