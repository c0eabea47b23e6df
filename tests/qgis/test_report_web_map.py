"""The map for the screen in the report: all clusters, filters, one script that the page itself vouches for, no network."""

import base64
import hashlib
import html
import re
from collections import Counter

import pytest
from making import match, run, sample, table

STATUS = ("matched", "adjacent", "unmatched", "unresolved")


@pytest.fixture(scope="module")
def matched():
    options = {"CLUSTER_PROVINCE": "province", "BELT_PROVINCE": "province"}
    return match(sample("clusters"), sample("belts"), **options)["OUTPUT"]


@pytest.fixture(scope="module")
def page(tmp_path_factory, matched):
    folder = tmp_path_factory.mktemp("page")
    ellipses = run("weightedellipse", INPUT=matched, UID="class")["OUTPUT"]
    file = folder / "report.html"
    run(
        "matchreport",
        INPUT=matched,
        CLASS="class",
        ELLIPSES=ellipses,
        OUTPUT=str(file),
        LANGUAGE="en",
        RUNS=9,
    )
    return file.read_text(encoding="utf-8")


def marks(page):
    pattern = r'<g class="mark s-(\w+) k-(\d+)"[^>]*><title>([^<]*)</title>'
    return [(status, kind, html.unescape(title)) for status, kind, title in re.findall(pattern, page)]


def test_every_cluster_is_in_a_mark_of_its_status_and_class(page, matched):
    counts = Counter()
    for status, _, title in marks(page):
        counts[status] += int(re.search(r" (\d+)$", title.splitlines()[0])[1])
    assert counts == Counter(row["cb_status"] for row in matched.getFeatures())
    assert {kind for _, kind, _ in marks(page)} == {"0", "1", "2"}
    assert any("\n" in title for status, _, title in marks(page) if status == "matched"), "evidence"


def test_an_english_page_calls_cities_in_english(page):
    text = html.unescape(re.sub(r"<[^>]+>", "\n", page))
    assert not re.findall(r"\w+市(?:,| \[|\n)", text)
    assert "in Hefei [340100]" in text and "Hefei: " in text


def test_statuses_classes_and_ellipses_are_filtered_by_boxes(page):
    for name in (*(f"ws-{status}" for status in STATUS), "wk-0", "wk-1", "wk-2", "web-ellipses"):
        assert f'id="{name}" checked' in page and f"#{name}:not(:checked) ~ .sheet" in page
    assert page.count("<path d=") > 3 and 'class="ellipses"><path' in page


def test_the_only_script_is_the_one_that_the_policy_names(page):
    scripts = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(scripts[0].encode("utf-8")).digest()).decode("ascii")
    assert len(scripts) == page.count("<script") == 1
    assert (
        f"default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-{digest}'" in page
    )
    assert not re.search(
        r"(src|href)=\"(?!data:)|url\(|@import|https?://", page.split("</style>", 1)[0] + scripts[0]
    )


def test_names_from_the_data_stay_texts(tmp_path):
    fields = [
        "id",
        "class",
        "cb_status",
        "cb_reason",
        "cb_citycd",
        "cb_city",
        "cb_row",
        "cb_weight",
        "cb_nodes",
        "cb_evid",
    ]
    city = "</title></g><script>alert(1)</script>"
    rows = [["Point (120 30)", "a", "<b>", "matched", "same", "330100", city, "a#1", "1", "", "<i>"]]
    file = tmp_path / "report.html"
    run("matchreport", INPUT=table(rows, fields, "Point"), CLASS="class", OUTPUT=str(file), RUNS=9)
    page = file.read_text(encoding="utf-8")
    assert page.count("<script") == 1 and "<b>" not in page.split('class="sheet"')[1].split("</svg>")[0]


def test_a_table_without_points_has_no_such_map(tmp_path):
    fields = [
        "id",
        "class",
        "cb_status",
        "cb_reason",
        "cb_citycd",
        "cb_city",
        "cb_row",
        "cb_weight",
        "cb_nodes",
    ]
    rows = [["a", "A", "matched", "same", "330100", "杭州市", "a#1", "1", ""]]
    file = tmp_path / "report.html"
    run("matchreport", INPUT=table(rows, fields), CLASS="class", OUTPUT=str(file), RUNS=9)
    page = file.read_text(encoding="utf-8")
    assert "<script" not in page and "script-src" not in page
