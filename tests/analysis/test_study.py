"""Every number of the study that is right comes out to the printed digit; its slips come out right."""

import csv
import re
from pathlib import Path

import pytest
import study
from clusterbelt.processing.analysis import tables
from clusterbelt.processing.analysis.rounding import half_up

STATUSES = ["matched", "adjacent", "unmatched"]


@pytest.fixture(scope="module")
def paper():
    path = Path(__file__).resolve().parents[1] / "data" / "paper_numbers.csv"
    with open(path, encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def summary():
    tables_of = [tables.match_summary(study.clusters(), "class", base, tables.PARTS) for base in tables.BASES]
    return {(row["base"], row["part"], row["class"]): row for table in tables_of for row in table.rows()}


def counts(row):
    return [row[status] for status in STATUSES]


def test_the_layer_has_the_margins_of_the_study(paper):
    frame = study.clusters()
    assert str(len(frame)) == paper["N03"]["printed"]
    assert frame["cb_weight"].sum() == pytest.approx(152)
    assert frame["cb_city"].nunique() == 81
    assert len(study.belts()) == 4075 + 9


@pytest.mark.parametrize(
    ("identity", "name", "rate"),
    [
        ("T1b", "*", "rate_m"),
        ("T1c", "AM", "rate_m"),
        ("T1d", "SEI", "rate_m"),
        ("T1e", "INN", "rate_m"),
        ("T1g", "*", "rate_a"),
        ("T1h", "AM", "rate_a"),
        ("T1i", "INN", "rate_a"),
        ("T1j", "SEI", "rate_a"),
        ("T1l", "*", "rate_ma"),
    ],
)
def test_the_rates_of_table_1_come_out_to_the_digit(paper, summary, identity, name, rate):
    assert paper[identity]["verdict"] == "ok"
    assert half_up(summary["rows", "all", name][rate]) + "%" == paper[identity]["printed"]


def test_the_counts_of_table_1_come_out(paper, summary):
    every = summary["rows", "all", "*"]
    assert [str(every[s]) for s in STATUSES[:2]] == [paper["T1a"]["printed"], paper["T1f"]["printed"]]
    assert every["matched"] + every["adjacent"] == int(paper["T1k"]["printed"])
    assert [counts(summary["rows", "all", name])[2] for name in ("SEI", "AM", "INN")] == [8, 0, 17]


@pytest.mark.parametrize(("identity", "name"), [("T3", "SEI"), ("T5", "INN")])
def test_tables_3_and_5_come_out(paper, summary, identity, name):
    row = summary["rows", "accompanied", name]
    cells = [row["matched"], row["adjacent"], row["none_rel"], row["no_belt"]]
    printed = re.fullmatch(r"([\d+]+)=\d+", paper[identity]["recomputed"]).group(1)
    assert "+".join(map(str, cells)) == printed
    assert str(row["total"]) == paper[identity]["printed"]


def test_table_4_equals_table_1_because_all_advanced_clusters_are_accompanied(paper, summary):
    assert paper["T4b"]["verdict"] == "DIFFERS"
    row = summary["rows", "accompanied", "AM"]
    assert counts(row) == counts(summary["rows", "all", "AM"]) == [18, 14, 0]
    assert row["total"] == int(paper["T4a"]["printed"])
    assert summary["rows", "alone", "AM"]["total"] == 0


def test_what_the_study_does_not_print_follows(summary):
    accompanied, alone = (summary["rows", part, "*"] for part in ("accompanied", "alone"))
    assert [accompanied[n] for n in ("total", "matched", "adjacent", "none_rel", "no_belt")] == [
        107,
        51,
        48,
        6,
        2,
    ]
    assert [alone[n] for n in ("total", "matched", "adjacent", "none_rel", "no_belt")] == [52, 20, 15, 0, 17]
    assert counts(summary["rows", "alone", "SEI"]) == [12, 6, 5]
    assert counts(summary["rows", "alone", "INN"]) == [8, 9, 12]


def test_accompanied_and_alone_make_up_all_cell_by_cell(summary):
    for base in tables.BASES:
        for name in ("SEI", "AM", "INN", "*"):
            whole, one, other = (summary[base, part, name] for part in tables.PARTS)
            for cell in ("total", *STATUSES, "unresolved", "no_belt", "none_rel", "before"):
                assert whole[cell] == pytest.approx(one[cell] + other[cell])
                assert type(whole[cell]) is (float if base == "weighted" else int)


def test_the_three_denominators(summary):
    assert summary["rows", "all", "*"]["total"] == 159
    assert summary["whole", "all", "*"]["total"] == 152
    assert summary["weighted", "all", "*"]["total"] == pytest.approx(152)
    assert [summary["whole", "all", name]["total"] for name in ("SEI", "AM", "INN")] == [66, 25, 61]
    assert summary["rows", "all", "*"]["n_eff"] == pytest.approx(159)
    assert summary["weighted", "all", "AM"]["n_eff"] == pytest.approx(25**2 / (21 + 3 * 3 / 9 + 2 / 4))


def test_the_classes_differ_in_the_three_statuses_and_hardly_in_being_matched():
    matched, statuses = tables.equal_classes(tables.match_summary(study.clusters(), "class"))
    assert half_up(matched[0], 2) == "5.98" and matched[1] == 2
    assert half_up(matched[2], 4) == "0.0503"
    assert half_up(statuses[0]) == "14.8" and statuses[1] == 4
    assert half_up(statuses[2], 3) == "0.005"
