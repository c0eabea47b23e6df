"""A fifth status goes through every algorithm, the map, the page, the report and the dock without another change."""

import pytest
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.cartography import palette, styling
from clusterbelt.processing.cartography.page.table import is_summary, rows_of_clusters, table_texts
from clusterbelt.ui.elements.share_bar import COUNTS_ROLE
from clusterbelt.ui.overview.summary_model import SummaryModel
from clusterbelt.ui.overview.summary_rows import summarise
from clusterbelt.ui.study.match_reader import MatchRow
from making import Log, match, rows_of, run, table


def industries():
    return table([(code, code.lower()) for code in ("UP", "MID", "DOWN", "FAR")], ("code", "name_en"))


@pytest.fixture
def fifth(monkeypatch):
    matched, adjacent, *others = statuses.TABLE
    words = adjacent.reasons["belt_upstream"]
    reasons = {name: words for name, words in adjacent.reasons.items() if name != "belt_upstream"}
    akin = statuses.Status("akin", ("Akin", "近缘"), "green", True, "k", {"belt_upstream": words})
    monkeypatch.setattr(statuses, "TABLE", (matched, akin, adjacent._replace(reasons=reasons), *others))


@pytest.fixture
def outputs(fifth):
    cities = ["广州市", "深圳市", "佛山市", "东莞市", "惠州市"]
    clusters = [
        ("POINT(113 23)", str(i), "AB"[i % 2], city, "MID" if i < 4 else "?") for i, city in enumerate(cities)
    ]
    belts = [(str(i), city, code) for i, (city, code) in enumerate(zip(cities, ("MID", "UP", "DOWN", "FAR")))]
    return match(
        table(clusters, ("id", "class", "city", "industry"), "Point"),
        table(belts, ("id", "city", "product")),
        TAXONOMY=industries(),
        CHAINS=table([("UP", "MID"), ("MID", "DOWN")], ("upstream", "downstream")),
        BELTS_OUT="memory:",
    )


def test_it_is_a_number_of_the_matching_and_a_word_of_its_log(outputs):
    assert [outputs[status.upper()] for status in statuses.ordered()] == [1] * 5
    assert outputs["RATE_AKIN"] == outputs["RATE_MATCHED"] == 25
    assert sorted(row["cb_status"] for row in rows_of(outputs["BELTS_OUT"])) == [
        "adjacent",
        "akin",
        "matched",
        "unmatched",
    ]


def test_it_is_a_column_of_the_summary_and_in_its_sums(outputs):
    summary = run("matchsummary", INPUT=outputs["OUTPUT"], CLASS="class")["OUTPUT"]
    every = rows_of(summary)
    assert is_summary(summary)
    for row in every:
        assert row["total"] == sum(row[status] for status in statuses.ordered())
    assert sum(row["akin"] for row in every if (row["class"], row["part"]) == ("*", "all")) == 1
    assert "k_low" in every[0]


def test_it_is_drawn_and_named_on_map_and_page(outputs):
    layer = outputs["OUTPUT"]
    assert styling.style_matches(layer, language="en")
    categories = styling.renderer_by_status(layer).categories()
    assert [category.value() for category in categories] == list(statuses.ordered())
    assert categories[1].label() == "Akin (1, 25.0 %)"
    assert categories[1].symbol().color().name() == palette.STATUS_SIGNS["green"].colour
    header, *cells = table_texts(rows_of_clusters(layer, "class"), "en")
    assert header[2:] == ["Matched", "Akin", "Adjacent", "Unmatched", "Unresolved"]
    assert cells[-1][1:] == ["5", "1 (25.0)", "1 (25.0)", "1 (25.0)", "1", "1"]


def test_it_is_a_column_and_a_part_of_the_bars_of_the_dock(outputs):
    shown = [
        MatchRow(
            feature_id=i, name="", city="", status=row["cb_status"], reason=row["cb_reason"], class_value="A"
        )
        for i, row in enumerate(rows_of(outputs["OUTPUT"]))
    ]
    model = SummaryModel()
    model.set_rows(summarise(shown, True)[0])
    every = model.rowCount() - 1
    assert [model.data(model.index(every, column)) for column in range(1, 7)] == [
        "1 (25.0 %)", "1 (25.0 %)", "1 (25.0 %)", "1", "1", "5",
    ]  # fmt: skip
    counts = model.data(model.index(every, model.bar_section()), COUNTS_ROLE)
    assert counts == dict.fromkeys(statuses.ordered(), 1)


def test_it_is_in_the_tables_and_charts_of_the_report(outputs, tmp_path):
    path = tmp_path / "report.html"
    given = {"CLASS": "class", "LANGUAGE": "en", "TAXONOMY": industries(), "OUTPUT": str(path)}
    run("matchreport", INPUT=outputs["OUTPUT"], **given)
    page = path.read_text(encoding="utf-8")
    assert page.count("Akin") >= 5 and "Akin: 1 · 25.0%" in page


def test_an_unknown_status_is_named_and_left_out(outputs):
    rows = [
        (str(i), "A", status, "same", f"{i}#1")
        for i, status in enumerate(["matched", "unmatched", "nearly", None, "nearly"])
    ]
    log = Log()
    layer = table(rows, ("id", "class", "cb_status", "cb_reason", "cb_row"))
    summary = rows_of(run("matchsummary", log, INPUT=layer, CLASS="class")["OUTPUT"])[-1]
    assert summary["total"] == 2
    assert "value “nearly” is not one of" in log.text() and "total (2)" in log.text()
    assert "value “” is not one of" in log.text() and "total (1)" in log.text()
