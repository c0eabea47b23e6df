"""Which row stands for a group that the database has counted: the first in natural order, then by its key."""

import itertools

import pytest
from clusterbelt.processing.analysis.natural_order import natural_order
from clusterbelt.processing.analysis.typed_columns import Texts
from clusterbelt.processing.layers.reading.database_layers import database_of
from clusterbelt.processing.layers.reading.row_groups import Grouping, read_groups
from clusterbelt.processing.layers.reading.sources import Source
from making_belts import literal
from qgis.core import QgsProcessingFeedback

TEXTS = [
    *(
        None,
        "",
        " ",
        "0",
        "7",
        "10",
        "0010",
        "９",
        "１０",
        "12345678901234567890",
        "1a",
        "-5",
        "+5",
        "(1)",
        ":",
        ";",
    ),
    *(
        "\x01",
        "\x010007",
        "\x02x",
        "9\x01",
        "A",
        "Ab",
        "a",
        "b2",
        "b10",
        "_",
        "{",
        "~",
        "é",
        "中",
        "龙",
        "！",
        "０a",
        "０",
    ),
    *("１", "ａ", "ﾟ", "😀", "\U0010ffff", "\U0010ffffa"),
]


@pytest.mark.parametrize("kind", ["int", "bigint"])
@pytest.mark.parametrize("named", [False, True])
def test_the_first_text_in_natural_order_stands_for_its_group(server, kind, named):
    pairs = list(itertools.product(TEXTS, TEXTS))
    server.sql(
        f"DROP TABLE IF EXISTS of_two; CREATE TABLE of_two (row {kind} PRIMARY KEY, pair int, id text, name text);"
        "INSERT INTO of_two VALUES "
        + ", ".join(
            # Keys below zero, and the second of a pair before the first.
            f"({2 * at + 1 - second - len(pairs)}, {at}, {literal(text)}, {literal(f'n{second}')})"
            for at, pair in enumerate(pairs)
            for second, text in enumerate(pair)
        )
    )
    layer = server.layer("of_two", None, "row")
    source = Source(layer, database=database_of(layer, True))
    feedback = QgsProcessingFeedback()
    grouping = Grouping(("pair",), "id", "name" if named else "")
    found = read_groups(source, grouping, source.database.runner(feedback), feedback)
    typed = {name: list(column) for name, column in found.columns.typed.items()}
    told = dict(
        zip(typed["pair"], zip(found.columns.fid, typed["id"], typed["name"] if named else typed["id"]))
    )
    for at, pair in enumerate(pairs):
        first = natural_order(Texts.of(pair[::-1]))[0]
        key = 2 * at + first - len(pairs)
        text = pair[1 - first] or None
        assert told[at] == (key, text, f"n{1 - first}" if named else text), pair
