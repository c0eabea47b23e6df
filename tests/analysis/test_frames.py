"""Tables hold their columns as they are, and take those of others."""

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.frames import Table, stacked
from clusterbelt.processing.analysis.typed_columns import Integers, Texts

COLUMNS = {
    "text": ["a", None, "b"],
    "real": np.array([1.5, np.nan, 0.0]),
    "whole": np.array([1, 2, 3]),
    "texts": Texts.of(["x", None, "x"]),
    "integers": Integers(np.array([7, 0, 9]), np.array([False, True, False])),
}


@pytest.fixture
def table():
    return Table.of(COLUMNS)


def test_rows_are_plain_values(table):
    first, second, _ = table.rows()
    assert first == {"text": "a", "real": 1.5, "whole": 1, "texts": "x", "integers": 7}
    assert [type(value) for value in first.values()] == [str, float, int, str, int]
    assert (
        second["text"] is second["texts"] is second["integers"] is None and second["real"] != second["real"]
    )


@pytest.mark.parametrize("rows", [[2, 0], np.array([True, False, True]), slice(1, None)])
def test_some_rows_of_all_columns(table, rows):
    chosen = np.arange(3)[rows].tolist()
    whole = table.rows()
    assert [str(row) for row in table.take(rows).rows()] == [str(whole[row]) for row in chosen]
    assert len(table.take(rows)) == len(chosen)


def test_columns_are_added_replaced_and_chosen(table):
    more = table.with_columns(whole=[9, 9, 9], new=np.arange(3))
    assert list(more) == [*COLUMNS, "new"] and more["whole"].tolist() == [9, 9, 9]
    assert list(table) == list(COLUMNS) and table["whole"].tolist() == [1, 2, 3]
    assert list(more.only(("new", "text"))) == ["new", "text"]
    assert "new" in more and "new" not in table and table.get("new") is None and len(table) == 3


def test_tables_stand_one_under_the_other(table):
    plain = table.only(("text", "real", "whole"))
    both = stacked([plain, plain.take([0])])
    assert both["text"].tolist() == ["a", None, "b", "a"] and both["whole"].dtype == np.int64
    assert both["real"].dtype == float and len(both) == 4


def test_data_frames_are_taken_and_their_nulls_are_none():
    frame = pd.DataFrame(
        {
            "text": pd.Series(["a", None, np.nan], dtype=object),
            "kind": pd.Categorical(["x", None, "x"]),
            "whole": pd.array([1, None, 3], dtype="Int64"),
            "real": [1.0, np.nan, 2.0],
        }
    )
    table = Table.of(frame)
    assert table["text"].tolist() == ["a", None, None] and table["kind"].tolist() == ["x", None, "x"]
    assert table["whole"].tolist() == [1, None, 3]
    assert table["real"].dtype == float
    assert frame["text"].isna().tolist() == [False, True, True]
    assert Table.of(table) is table
