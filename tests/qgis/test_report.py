"""The report: complete, in one file, in the words of its language, safe with any text, fast with many rows."""

import csv
import re
import sys
from html import unescape

import pytest
from clusterbelt.processing.analysis.words import words_of
from clusterbelt.processing.compat import make_field
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, run, sample, table
from qgis.core import (
    QgsApplication,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

BELTS = {"BELT_CITY": "city", "BELT_PROVINCE": "province", "BELT_INDUSTRY": "product"}
FIELDS = (
    "name",
    "class",
    "cb_row",
    "cb_city",
    "cb_citycd",
    "cb_weight",
    "cb_nodes",
    "cb_status",
    "cb_whole",
    "cb_reason",
)


@pytest.fixture(scope="module")
def matched():
    placed = run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")["OUTPUT"]
    return match(placed, sample("belts"), BELT_PROVINCE="province")["OUTPUT"]


@pytest.fixture(scope="module")
def ellipses(matched):
    albers = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
    return run("weightedellipse", INPUT=matched, UID="class", WEIGHT="cb_weight", MEASURE_CRS=albers)[
        "OUTPUT"
    ]


def report(tmp_path, clusters, feedback=None, **parameters):
    path = tmp_path / "report.html"
    given = {"CLASS": "class", "LANGUAGE": "en", "RUNS": 99, **parameters}
    result = run("matchreport", feedback, INPUT=clusters, **{**given, "OUTPUT": str(path)})
    return path.read_text(encoding="utf-8"), result


def cells(html):
    return [unescape(re.sub("<[^>]+>", "", cell)) for cell in re.findall(r"<td[^>]*>(.*?)</td>", html, re.S)]


def study_rows():
    """Rows with the statuses of the study's table 1, all in one city a class."""
    counts = {"AM": (18, 14, 0), "SEI": (33, 25, 8), "INN": (20, 24, 17)}
    rows = []
    for name, numbers in counts.items():
        statuses = [s for s, n in zip(("matched", "adjacent", "unmatched"), numbers) for _ in range(n)]
        reasons = {"matched": "same", "adjacent": "belt_upstream", "unmatched": "none_related"}
        for i, status in enumerate(statuses):
            row = f"{name}-{i}"
            rows.append(
                (row, name, f"{row}#1", f"{name}市", name, "1", "IT", status, status, reasons[status])
            )
    return rows


def test_the_page_has_all_tables_the_map_and_the_charts(matched, ellipses, tmp_path):
    html, result = report(
        tmp_path,
        matched,
        BELTS=sample("belts"),
        ELLIPSES=ellipses,
        NAME="name",
        UNITS=337,
        TITLE="A <study>",
        **BELTS,
    )
    assert result["TABLE_COUNT"] == 11 == len(re.findall(r"<h2>Table \d+", html))
    assert result["ROWS"] == 159 and "A &lt;study&gt;" in html
    assert len(re.findall(r"<h2>Figure \d", html)) == 3 and html.count("<svg") > 5
    picture = re.search(r'class="main" src="data:image/png;base64,([^"]+)"', html).group(1)
    assert len(picture) > 40_000
    assert "99 permutations, seed 1" in html and "Standard deviational ellipses" in html
    for words in (
        "AM+INN+SEI",
        "Pairs of the same industry: 12",
        "counted once: 147",
        "RUNS = 99",
        "QGIS 3.",
    ):
        assert words in html


@pytest.mark.parametrize(
    ("belts", "with_ellipses", "title"),
    [
        (True, True, "Map of clusters, belts and ellipses"),
        (True, False, "Map of clusters and belts"),
        (False, True, "Map of clusters and ellipses"),
        (False, False, "Map of clusters"),
    ],
)
def test_the_map_is_titled_by_what_it_shows(matched, ellipses, tmp_path, belts, with_ellipses, title):
    shown = {"ELLIPSES": ellipses} if with_ellipses else {}
    if belts:
        placed = run("placecities", INPUT=sample("belts"), CITY="city")["OUTPUT"]
        shown.update(BELTS=placed, BELT_CITY="city", BELT_INDUSTRY="product")
    html, _ = report(tmp_path, matched, **shown)
    assert f"<h2>Figure 1 {title}</h2>" in html and f'alt="{title}"' in html


def test_the_page_is_one_file_that_loads_nothing(matched, tmp_path):
    html, _ = report(tmp_path, matched)
    assert html.count("<script") == 1 and "<link" not in html and "@import" not in html
    assert set(re.findall(r'(?:src|href)="([^:"]*:)', html)) == {"data:"}
    assert "url(http" not in html and "default-src &#39;none&#39;" not in html
    assert "default-src 'none'" in html


def test_the_study_is_printed_to_the_digit_and_keys_are_not(tmp_path):
    html, result = report(tmp_path, table(study_rows(), FIELDS))
    assert {"56.3", "43.8", "50.0", "37.9", "32.8", "39.3", "44.7", "39.6", "84.3", "37.1–52.4"} <= set(
        cells(html)
    )
    assert "χ²(2) = 5.98, p =\u00a00.050" in html and result["RATE_MATCHED"] == pytest.approx(100 * 71 / 159)
    assert "none_related" not in html and "<img" not in html


def test_a_chinese_page_has_the_words_of_chinese_readers(matched, ellipses, tmp_path):
    html, _ = report(tmp_path, matched, LANGUAGE="zh", BELTS=sample("belts"), ELLIPSES=ellipses, **BELTS)
    assert '<html lang="zh-CN">' in html
    for words in (
        "匹配率/%",
        "相近",
        "不匹配",
        "未识别",
        "相伴",
        "不相伴",
        "集群—城市",
        "整集群",
        "面积/万km²",
        "隶属 9 对",
    ):
        assert words in html
    for key in ("matched", "adjacent", "unresolved", "no_belt", "b_within_a"):
        assert key not in " ".join(cells(html))
    assert "Figure" not in html and "Table" not in html


def test_text_of_the_data_does_not_run(tmp_path):
    evil = "<script>alert(1)</script>"
    rows = [(evil, evil, f"{evil}#1", f"{evil}市", evil, "1", "IT", "matched", "matched", "same")]
    rows += [("b", "B", "b#1", f"{evil}市", evil, "1", "IT", "unresolved", "unresolved", "city_unresolved")]
    html, _ = report(tmp_path, table(rows, FIELDS), NAME="name", TITLE=evil, SOURCE=evil)
    assert "<script" not in html and html.count("&lt;script&gt;") > 5


def test_each_table_is_a_csv_file_that_excel_opens(matched, tmp_path):
    folder = tmp_path / "tables" / "new"
    _, result = report(tmp_path, matched, BELTS=sample("belts"), TABLES_FOLDER=str(folder), **BELTS)
    assert result["TABLES_FOLDER"] == str(folder)
    names = {"summary", "composition", "cities", "relations", "overlap", "overlap_cities", "unresolved"}
    assert {path.stem for path in folder.iterdir()} == {*names, "chance_cities", "chance_industries"}
    for path in folder.iterdir():
        assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with open(folder / "summary.csv", encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[3]["class"] == "*" and float(rows[3]["total"]) == 159


def test_without_belts_and_places_the_rest_is_there(tmp_path):
    html, result = report(tmp_path, table(study_rows(), FIELDS))
    assert result["TABLE_COUNT"] == 7 and "Matches compared with chance" not in html


def test_chosen_rows_alone_are_reported(matched, tmp_path):
    QgsProject.instance().addMapLayer(matched, False)
    try:
        matched.selectByExpression("\"class\" = 'AM'")
        html, result = report(tmp_path, QgsProcessingFeatureSourceDefinition(matched.id(), True))
    finally:
        matched.removeSelection()
        QgsProject.instance().takeMapLayer(matched)
    assert result["ROWS"] == 32 and 'class="main"' in html


def test_the_layer_keeps_its_own_style(matched, tmp_path):
    before = matched.renderer().type()
    report(tmp_path, matched)
    assert matched.renderer().type() == before


def test_the_report_of_100000_rows_stays_small(tmp_path):
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "many", "memory")
    layer.dataProvider().addAttributes([make_field(name, "string") for name in (*FIELDS, "cb_evid")])
    layer.updateFields()
    features = []
    rows = study_rows()
    for i in range(100_000):
        row = rows[i % len(rows)]
        city = f"{i % 300}"
        feature = QgsFeature(layer.fields())
        feature.setAttributes([*row[:2], f"{i}#1", f"city {city}", city, *row[5:], "text " * 20])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(100 + i % 20, 25 + i % 300 // 20)))
        features.append(feature)
    assert layer.dataProvider().addFeatures(features)[0]
    html, result = report(tmp_path, layer, NAME="name")
    assert result["ROWS"] == 100_000 and "… and 99700 more." in html
    assert len(html.encode()) < 10_000_000


def test_a_file_that_cannot_be_written_is_an_error(tmp_path):
    with pytest.raises(QgsProcessingException, match="cannot be written"):
        run(
            "matchreport",
            INPUT=table(study_rows(), FIELDS),
            CLASS="class",
            OUTPUT=str(tmp_path / "no" / "such" / "r.html"),
        )


def test_belts_need_their_city(tmp_path):
    with pytest.raises(QgsProcessingException, match="“City of the belt”"):
        report(tmp_path, table(study_rows(), FIELDS), BELTS=sample("belts"))


def test_without_jinja2_it_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    algorithm = QgsApplication.processingRegistry().algorithmById("clusterbelt:matchreport")
    able, why = algorithm.canExecute()
    assert not able and "jinja2" in why and "pip install" in why
    with pytest.raises(QgsProcessingException, match="jinja2"):
        report(tmp_path, table(study_rows(), FIELDS))


def test_the_same_input_gives_the_same_page(matched, tmp_path):
    given = {"BELTS": sample("belts"), **BELTS}
    assert report(tmp_path, matched, Log(), **given)[0] == report(tmp_path, matched, Log(), **given)[0]


def test_every_parameter_is_explained():
    algorithm = QgsApplication.processingRegistry().algorithmById("clusterbelt:matchreport")
    assert all(definition.help() for definition in algorithm.parameterDefinitions())


def test_the_matched_sample_has_no_unknown_city(matched):
    assert all(row["cb_citycd"] for row in rows_of(matched))


def test_the_record_counts_the_rows_of_filtered_files(matched, tmp_path):
    path = str(tmp_path / "matched.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        matched, path, QgsProject.instance().transformContext(), options
    )
    filed = QgsVectorLayer(path, "some matches", "ogr")
    assert filed.setSubsetString("\"class\" = 'AM'")
    html, _ = report(tmp_path, filed)
    assert f"some matches ({sum(1 for _ in filed.getFeatures())})" in html


def test_a_report_without_classes_counts_all_together(matched, tmp_path):
    html, result = report(tmp_path, matched, CLASS="", BELTS=sample("belts"), **BELTS)
    assert result["ROWS"] == 159
    assert "No class" not in html and words_of("report", "en")["t_sets"] not in html
    every, _ = report(tmp_path, matched, BELTS=sample("belts"), **BELTS)

    def summed(page):
        return [row for row in re.findall(r"<tr.*?</tr>", page, re.S) if ">All</td>" in row]

    def figures(page):
        return [cells(row) for row in summed(page)]

    assert figures(html)[0] == figures(every)[0], "the sum over the classes"
    chance = words_of("report", "en")["null_cities"]
    assert sum(chance in row for row in figures(html)) == 2
    assert re.search(r"<title>[A-Z]\w+: Matched \d", html)


def test_names_have_a_column_where_there_are_any(matched, tmp_path):
    title = re.compile(r"<th[^>]*>Name</th>")
    assert not title.search(report(tmp_path, matched)[0])
    assert title.search(report(tmp_path, matched, NAME="name")[0])


@pytest.mark.parametrize("language", ["en", "zh"])
def test_without_a_resolved_row_rates_and_intervals_are_one_dash(tmp_path, language):
    clusters = table([("1", "深圳市", "某某", "A")], (*CLUSTER_FIELDS, "class"))
    belts = table([("b", "深圳市", "服装")], BELT_FIELDS)
    html, _ = report(tmp_path, match(clusters, belts)["OUTPUT"], LANGUAGE=language)
    text = unescape(html).replace("\u2060", "")
    assert "<b>–</b>" in text and not re.search(r"–\s*[%–]", text)


def test_a_study_of_which_nothing_was_understood_is_reported_without_the_test_of_chance(tmp_path):
    clusters = table([("a", "深圳", "鬼画符", "SEI")], ("id", "city", "industry", "class"))
    placed = run("splitshared", INPUT=clusters, ID="id", CITY="city")["OUTPUT"]
    html, result = report(tmp_path, match(placed, sample("belts"))["OUTPUT"], BELTS=sample("belts"), **BELTS)
    assert result["ROWS"] == 1 and "permutations" not in html
    titles = words_of("report", "en")
    assert titles["t_overlap"] in html and titles["t_chance"] not in html
