"""The printed tables, against the numbers of the study."""

import math
from decimal import Decimal

import pandas as pd
import pytest
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.intervals import chi_square_tail
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.rounding import half_up
from framing import framed

# Table 1 of the study: class, matched, adjacent, unmatched.
STUDY = (("AM", 18, 14, 0), ("SEI", 33, 25, 8), ("INN", 20, 24, 17))


def study_rows():
    rows = []
    for name, matched, adjacent, unmatched in STUDY:
        rows += [(name, "matched", "same")] * matched
        rows += [(name, "adjacent", "belt_upstream")] * adjacent
        rows += [(name, "unmatched", "none_related")] * unmatched
    return pd.DataFrame(rows, columns=["class", "cb_status", "cb_reason"])


@pytest.fixture
def summary():
    return framed(tables.match_summary(study_rows(), "class")).set_index("class")


def shown(row, *columns):
    return tuple(half_up(row[column]) for column in columns)


def test_the_rates_of_the_study_come_out_with_their_intervals(summary):
    every = summary.loc["*"]
    assert shown(every, "rate_m", "m_low", "m_high") == ("44.7", "37.1", "52.4")
    assert shown(every, "rate_a", "a_low", "a_high") == ("39.6", "32.4", "47.4")
    assert shown(every, "rate_ma", "ma_low", "ma_high") == ("84.3", "77.8", "89.1")


@pytest.mark.parametrize(
    ("name", "printed"),
    [("AM", ("56.3", "39.3", "71.8")), ("SEI", ("50.0", "38.3", "61.7")), ("INN", ("32.8", "22.3", "45.3"))],
)
def test_the_rates_by_class_come_out_with_their_intervals(summary, name, printed):
    assert shown(summary.loc[name], "rate_m", "m_low", "m_high") == printed


def test_classes_keep_the_order_of_their_first_appearance_and_all_come_last(summary):
    assert list(summary.index) == ["AM", "SEI", "INN", "*"]


def test_a_class_that_is_called_like_the_sum_is_told_from_it():
    rows = study_rows().replace({"class": {"AM": "*"}})
    summary = framed(tables.match_summary(rows, "class"))
    assert list(summary["class"]) == ["“*”", "SEI", "INN", "*"]
    assert summary["total"].iloc[0] < summary["total"].iloc[-1] == len(rows)


def test_the_sum_of_the_classes_is_the_last_row(summary):
    for column in ("total", "matched", "adjacent", "unmatched", "unresolved", "no_belt"):
        assert summary[column].iloc[:-1].sum() == summary[column].iloc[-1]


def test_unresolved_rows_are_counted_but_do_not_enter_a_rate():
    frame = pd.concat(
        [
            study_rows(),
            pd.DataFrame(
                [("AM", "unresolved", "city_unresolved")] * 8, columns=["class", "cb_status", "cb_reason"]
            ),
        ]
    )
    row = framed(tables.match_summary(frame, "class")).set_index("class").loc["AM"]
    assert (row["total"], row["unresolved"]) == (40, 8)
    assert row["rate_m"] == 56.25


def test_cities_without_belts_are_counted_apart_within_unmatched():
    frame = pd.DataFrame(
        {"class": "A", "cb_status": "unmatched", "cb_reason": ["no_belt_in_city", "none_related"]}
    )
    row = tables.match_summary(frame, "class").rows()[0]
    assert (row["unmatched"], row["no_belt"]) == (2, 1)


def test_rows_without_a_class_form_a_class_of_their_own_before_the_sum():
    frame = pd.DataFrame({"class": [None, "A"], "cb_status": "matched", "cb_reason": "same"})
    assert list(tables.match_summary(frame, "class")["class"]) == ["A", None, "*"]


def test_a_class_of_unresolved_rows_has_no_rate():
    frame = pd.DataFrame({"class": ["A"], "cb_status": ["unresolved"], "cb_reason": ["city_unresolved"]})
    row = tables.match_summary(frame, "class").rows()[0]
    assert math.isnan(row["rate_m"]) and math.isnan(row["m_low"])


def test_an_empty_table_gives_the_row_of_all_with_zeros():
    frame = pd.DataFrame({"class": [], "cb_status": [], "cb_reason": []})
    assert tables.match_summary(frame, "class")["total"].tolist() == [0]


def test_a_missing_column_and_an_unknown_base_are_named():
    with pytest.raises(AnalysisError, match="kind"):
        tables.match_summary(study_rows(), "kind")
    with pytest.raises(AnalysisError, match="weights"):
        tables.match_summary(study_rows(), "class", base="weights")


def test_the_interval_never_leaves_the_range_of_shares():
    assert tables.wilson(0, 5)[0] == 0
    assert tables.wilson(5, 5)[1] == 1


@pytest.mark.parametrize(
    ("value", "digits", "printed"),
    [
        (56.25, 1, "56.3"),
        (100 * 18 / 32, 1, "56.3"),
        (2.5, 0, "3"),
        (-0.25, 1, "-0.3"),
        (44.654, 1, "44.7"),
        (Decimal("1.005"), 2, "1.01"),
        (7, 1, "7.0"),
        (-0.04, 1, "0.0"),
    ],
)
def test_halves_are_rounded_away_from_zero(value, digits, printed):
    assert half_up(value, digits) == printed


def test_a_cluster_with_another_class_in_its_city_is_accompanied():
    frame = pd.DataFrame(
        {
            "class": ["A", "B", "A", "A", "B"],
            "cb_citycd": ["1", "1", "2", "2", None],
            "cb_status": "matched",
            "cb_reason": "same",
        }
    )
    summary = tables.match_summary(frame, "class", parts=tables.PARTS)
    totals = {(row["part"], row["class"]): row["total"] for row in summary.rows()}
    assert [totals["accompanied", name] for name in ("A", "B", "*")] == [1, 1, 2]
    assert [totals["alone", name] for name in ("A", "B", "*")] == [2, 1, 3]


def test_a_whole_cluster_counts_once_with_its_best_status():
    frame = pd.DataFrame(
        {
            "class": "A",
            "cb_row": ["x#1", "x#2", "y#1", "a#b#1"],
            "cb_citycd": ["1", "2", "1", "3"],
            "cb_status": ["unmatched", "matched", "unmatched", "unmatched"],
            "cb_whole": ["matched", "matched", "unmatched", "unmatched"],
            "cb_reason": ["no_belt_in_city", "same", "belts_only_before", "none_related"],
        }
    )
    row = tables.match_summary(frame, "class", "whole").rows()[-1]
    assert [row[n] for n in ("total", "matched", "unmatched", "no_belt", "before", "none_rel")] == [
        3,
        1,
        2,
        1,
        1,
        1,
    ]


def test_weights_are_summed_and_widen_the_interval():
    frame = pd.DataFrame(
        {
            "class": "A",
            "cb_status": ["matched", "adjacent", "matched"],
            "cb_reason": "same",
            "cb_weight": [3, 1, None],
        }
    )
    row = tables.match_summary(frame, "class", "weighted").rows()[0]
    assert (row["total"], row["matched"], row["rate_m"]) == (4, 3, 75)
    assert row["n_eff"] == pytest.approx(1.6)
    low, high = tables.wilson(0.75 * 1.6, 1.6)
    assert (row["m_low"], row["m_high"]) == pytest.approx((100 * low, 100 * high))


@pytest.mark.parametrize(
    ("statistic", "freedom", "p"),
    [
        (3.841459, 1, 0.05),
        (5.991465, 2, 0.05),
        (7.814728, 3, 0.05),
        (9.487729, 4, 0.05),
        (11.0705, 5, 0.05),
        (0, 1, 1),
    ],
)
def test_the_tail_of_the_chi_square_distribution(statistic, freedom, p):
    assert chi_square_tail(statistic, freedom) == pytest.approx(p, abs=1e-6)
