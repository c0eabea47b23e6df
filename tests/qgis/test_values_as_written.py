"""Values of the user are printed as people write them, whatever type their field has.

No `<NA>`, no `PyQt5.QtCore.QDate(…)`, no `1.0` for a whole number.
"""

import re

import pytest
from clusterbelt.processing.compat import make_field
from making import Log, match, rows_of, run
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer
from qgis.PyQt.QtCore import QDate, QDateTime, QTime

ODD = re.compile(r"<NA>|PyQt|QDate|QTime|NaT|\bnan\b|^\d+\.0\b")
KINDS = {
    "int": (1, 2, "1"),
    "long": (10, 20, "10"),
    "double": (1.0, 2.0, "1"),
    "date": (QDate(2020, 1, 2), QDate(2021, 3, 4), "2020-01-02"),
    "datetime": (
        QDateTime(QDate(2020, 1, 2), QTime(3, 4, 5)),
        QDateTime(QDate(2021, 1, 2), QTime(3, 4, 5)),
        "2020-01-02 03:04:05",
    ),
    "time": (QTime(1, 2, 3), QTime(4, 5, 6), "01:02:03"),
}


def layer(kind, ids, word):
    made = QgsVectorLayer("Point?crs=EPSG:4326", word, "memory")
    fields = [("id", kind), ("city", "string"), (word, "string"), ("class", kind)]
    made.dataProvider().addAttributes([make_field(*field) for field in fields])
    made.updateFields()
    places = zip(ids, ("深圳市", "广州市", "北京市"), ("机器人", "女装", "汽车"))
    for number, (identity, city, industry) in enumerate(places):
        feature = QgsFeature(made.fields())
        feature.setAttributes([identity, city, industry, identity])
        feature.setGeometry(QgsGeometry.fromWkt(f"POINT ({114 + number} 22)"))
        assert made.dataProvider().addFeature(feature)
    return made


@pytest.mark.parametrize("kind", KINDS)
def test_ids_and_classes_of_every_type_are_printed_as_they_are_written(tmp_path, kind):
    one, other, text = KINDS[kind]
    clusters, belts, log = (
        layer(kind, (one, one, other), "industry"),
        layer(kind, (one, None, other), "product"),
        Log(),
    )
    made = match(clusters, belts, log, PAIRS="memory:", BELTS_OUT="memory:", CHECK="memory:")
    tables = {name: rows_of(made[name]) for name in ("OUTPUT", "PAIRS", "BELTS_OUT", "CHECK")}
    assert tables["OUTPUT"][0]["cb_row"].startswith(text) and tables["OUTPUT"][0]["cb_beltid"] == text
    matched = {"INPUT": made["OUTPUT"], "CLASS": "class"}
    of_belts = {"BELTS": belts, "BELT_CITY": "city"}
    for algorithm, more in (
        ("matchsummary", {}),
        ("citycomposition", {"CITIES_OUT": "memory:"}),
        ("clusterrelations", {}),
        ("matchchance", {**of_belts, "BELT_INDUSTRY": "product", "RUNS": 9}),
    ):
        tables[algorithm] = rows_of(run(algorithm, log, **matched, **more)["OUTPUT"])
    assert text in [row["class"] for row in tables["matchsummary"]]
    for name, rows in tables.items():
        for row in rows:
            for field, value in row.items():
                assert not (isinstance(value, str) and ODD.search(value)), (name, field, value)
    page = tmp_path / "page.html"
    run("matchreport", log, **matched, **of_belts, NAME="id", OUTPUT=str(page), RUNS=9)
    html = page.read_text(encoding="utf-8")
    assert text in html and not re.search(r"<NA>|&lt;NA|PyQt|QDate|NaT", html)
    assert not [line for line in log.lines if ODD.search(line) and not line.startswith("Results")]


@pytest.mark.parametrize("kind", KINDS)
def test_groups_keep_the_type_of_their_field(kind):
    one, other, _ = KINDS[kind]
    made = run("weightedellipse", INPUT=layer(kind, (one, one, other), "industry"), UID="class")["OUTPUT"]
    assert [row["class"] for row in rows_of(made)] == [one, other]


@pytest.mark.parametrize(
    ("kind", "value", "said"),
    [
        ("date", QDate(-44, 3, 15), "-44-03-15"),
        ("date", QDate(20_000, 1, 1), "20000-01-01"),
        ("datetime", QDateTime(QDate(-1, 1, 1), QTime(0, 0)), "-1-01-01"),
    ],
)
def test_a_date_that_no_calendar_of_python_knows_is_named(kind, value, said):
    usual = KINDS[kind][0]
    given = layer(kind, (usual, value, usual), "industry")
    for algorithm, parameters in (
        ("centershift", {"TIME": "class"}),
        ("weightedellipse", {"UID": "class"}),
        ("splitshared", {"CITY": "city", "ID": "id"}),
    ):
        with pytest.raises(QgsProcessingException, match=rf"field “(id|class)”, row 2: the date {said} lies"):
            run(algorithm, INPUT=given, **parameters)
    assert len(rows_of(run("placecities", INPUT=given, CITY="city")["OUTPUT"])) == 3
