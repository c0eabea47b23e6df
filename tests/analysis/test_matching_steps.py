"""Single steps of the matching: orders by several ranks, years of belts, lists of what is to be checked."""

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.matching import evidence
from clusterbelt.processing.analysis.matching.belt_years import (
    belt_years,
    parse_years,
    without_years,
    years_of,
)
from clusterbelt.processing.analysis.matching.check_table import check_table
from clusterbelt.processing.analysis.matching.entries import _as_one
from clusterbelt.processing.analysis.matching.industry_sets import read_industries
from clusterbelt.processing.analysis.messages import AnalysisError


@pytest.mark.parametrize("seed", range(20))
def test_one_number_orders_as_several_ranks_do(seed):
    random = np.random.default_rng(seed)
    ranks = [random.integers(low, low + width, 30) for low, width in ((-3, 3), (5, 1), (0, 4))]
    one = _as_one(ranks)
    rows = list(zip(*(rank.tolist() for rank in ranks)))
    number = {row: index for index, row in enumerate(sorted(set(rows)))}
    wanted = np.array([number[row] for row in rows])
    assert np.array_equal(one[:, None] < one, wanted[:, None] < wanted)


def test_ranks_that_are_all_equal_order_nothing():
    assert _as_one([]) is None and _as_one([np.array([7, 7])]) is None and _as_one([np.zeros(0, int)]) is None


def test_belts_are_current_historic_or_later_by_their_years():
    start = np.array([2000, 2015, 2019, np.nan, np.nan, 2020])
    end = np.array([2010, 2018, 2030, 2017, np.nan, 9999])
    found = belt_years(start, end, 2018)
    assert found.basis.tolist() == [1, 0, 2, 1, 0, 2]
    assert (found.as_of, found.missing.tolist()) == (2018, [False] * 4 + [True, False])
    assert found.last.tolist()[:2] == [2010, 2018]


def test_years_beyond_the_next_are_no_years_on_either_side():
    found = belt_years(np.array([2000.0, 9999.0, 2000.0]), np.array([9999.0, np.nan, 2010.0]))
    assert found.beyond.tolist() == [0, 1] and found.as_of == 2010
    assert found.missing.tolist() == [False, True, False]


def test_a_belt_that_ends_before_it_begins_is_named():
    with pytest.raises(AnalysisError) as caught:
        belt_years(np.array([2000.0, 2011.0]), np.array([2010.0, 2010.0]), rows=["a", "b"])
    assert "b" in str(caught.value) and "2011" in str(caught.value)
    with pytest.raises(AnalysisError):
        belt_years(np.array([2011.0]), np.array([2010.0]))


def test_rows_of_no_belt_say_nothing_of_the_newest_year():
    belts = {"belt": ["a", "b"], "year": ["2010", "2012"]}
    assert years_of(belts, None, "belts").as_of == 2012
    assert years_of({**belts, "count": [1, 0]}, None, "belts").as_of == 2010
    assert years_of({**belts, "count": [1, 0]}, 2011, "belts").as_of == 2011
    plain = without_years(2)
    assert (plain.basis.tolist(), plain.as_of, plain.missing.tolist()) == ([0, 0], None, [False, False])
    assert plain.beyond.tolist() == [] and np.isnan(plain.last_known()).all()


def test_blank_years_are_passed_over_and_not_the_rows_behind_them():
    read = parse_years(["", None, "2010", 2011.0], ["a", "b", "c", "d"], "start", "belts")
    assert np.isnan(read[:2]).all() and read[2:].tolist() == [2010, 2011]


def test_one_is_counted_in_the_singular():
    one, two = (evidence.counted("belt", count, "en") for count in (1, 2))
    assert "1" in one and "2" in two and one.replace("1", "2") != two


def test_what_is_to_be_checked_stands_by_how_many_rows_have_it():
    bundled = taxonomy.read()
    texts = np.array(["呜呜", "嘿嘿", "嘿嘿", None, "女装", "喵喵", "喵喵", "喵喵"], dtype=object)
    table = check_table(read_industries([texts], bundled), ("",), {}, bundled)
    assert list(zip(table["text"], table["count"].tolist())) == [("喵喵", 3), ("嘿嘿", 2), ("呜呜", 1)]


def test_texts_without_industry_are_no_end_of_the_others():
    bundled = taxonomy.read()
    texts = pd.Series(["女装", None, "", "—", "男装"], dtype=object)
    industries = read_industries([texts], bundled)
    assert industries.industry(0).tolist()[1:4] == [-1, -1, -1]
    assert len(set(industries.industry(0).tolist())) == 3
