"""The CSV files of the report are those that pandas would write, but for the point of whole numbers."""

import numpy as np
import pandas as pd
from clusterbelt.processing.analysis.frames import Table
from clusterbelt.processing.layers.writing.csv_tables import write_csv_tables
from clusterbelt.processing.layers.writing.staging import Staging
from hypothesis import given
from hypothesis import strategies as st

# Those that would be formulas are changed; see test_odd_texts.
TEXTS = st.one_of(st.none(), st.text(alphabet="a,\"'\n; 中é", max_size=5).map("a{}".format))
NUMBERS = st.one_of(st.floats(), st.sampled_from([0.1, 1e-7, 1e22, 100.0 / 3]))


def whole(real):
    """A number that is whole as one, as people write it."""
    return int(real) if abs(real) < 2**53 and real == int(real) else real


@given(rows=st.lists(st.tuples(TEXTS, NUMBERS, st.integers(-(2**60), 2**60)), min_size=1, max_size=8))
def test_numbers_texts_and_nothing_are_written_as_pandas_writes_them(tmp_path_factory, rows):
    texts, reals, wholes = zip(*rows)
    columns = {
        "text": np.array([*texts, None], dtype=object)[:-1],
        "real": np.array(reals),
        "whole": np.array(wholes, dtype=np.int64),
    }
    staging, folder = Staging([]), tmp_path_factory.mktemp("tables")
    (path,) = write_csv_tables(staging, "TABLES_FOLDER", str(folder / "out"), {"rows": Table.of(columns)})
    staging.commit()
    expected = folder / "expected.csv"
    columns["real"] = [whole(real) for real in reals]
    pd.DataFrame(columns, dtype=object).to_csv(expected, index=False, encoding="utf-8-sig")
    with open(path, "rb") as one, open(expected, "rb") as other:
        assert one.read() == other.read()
