"""A report of names that nobody expects: very long, without a blank, with marks of HTML."""

import re
from html import unescape

import pytest
from clusterbelt.processing.report.cells import short_name
from making import match, run, sample, table

EVIL = "<script>alert(1)</script>\"&' 名<b>x</b>"
LONG = "国家战略性新兴产业集群" * 12
CITIES = ("杭州市", "深圳市", "宁波市", EVIL)
CLASSES = (EVIL, LONG, "y" * 120, "SEI")


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    rows = [
        (f"C{number}", CITIES[number % 4], "女装" if number % 3 else LONG, CLASSES[number // 4 % 4])
        for number in range(32)
    ]
    clusters = match(table(rows, ("id", "city", "industry", "class")), sample("belts"))["OUTPUT"]
    path = tmp_path_factory.mktemp("report") / "report.html"
    run(
        "matchreport", INPUT=clusters, CLASS="class", TITLE=EVIL + LONG, LANGUAGE="en", RUNS=9, OUTPUT=str(path)
    )  # fmt: skip
    return path.read_text(encoding="utf-8")


def test_marks_in_names_are_printed_and_not_obeyed(page):
    assert "<script>alert" not in page and "<b>x" not in page
    assert EVIL + LONG in unescape(page)


def test_long_texts_may_break_in_the_cells_of_tables(page):
    for cell, attributes in (
        (unescape(text), attributes)
        for attributes, text in re.findall(
            r"<td([^>]*)>(.*?)</td>", page.partition('class="record"')[0], re.DOTALL
        )
    ):
        assert ("long" in attributes) == (len(cell) > 28), cell
    assert re.search(r"td\.long \{[^}]*white-space: normal;[^}]*overflow-wrap: anywhere", page)


def test_names_beside_bars_have_the_room_that_there_is(page):
    names = re.findall(r'text-anchor="end"><title>(.*?)</title>(.*?)</text>', page)
    assert {unescape(whole) for whole, _ in names} >= set(CLASSES)
    for whole, short in names:
        assert len(unescape(short.rpartition(" · ")[2])) <= 13 or whole == short


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("SEI", "SEI"),
        ("Accompanied", "Accompanied"),
        ("先进制造业集群", "先进制造业…"),
        ("先进制造集群", "先进制造集群"),
        ("y" * 20, "y" * 11 + "…"),
        ("a b c d e f g", "a b c d e f g"),
        ("AM先进制造业集群", "AM先进制造…"),
        ("", ""),
    ],
)
def test_chinese_letters_take_the_room_of_two(text, short):
    assert short_name(text) == short


def test_intervals_and_probabilities_stay_on_one_line(page):
    small = " ".join(re.findall(r"<small>(.*?)</small>", page))
    assert "interval" in small and "p = " not in small
    assert not re.search(r"\d–\d", small) and re.search("\\d\u2060–\u2060\\d", small)
