"""Another country is one more folder of the gazetteer: the main job runs with it, and nothing else changes."""

import shutil

import pytest
from clusterbelt.processing.analysis.places import registry
from making import match, rows_of, run, table
from qgis.core import QgsProcessingException

# Two provinces, five towns, two of one name; one village that belongs to a town.
UTOPIA = """\
code,name,aliases,level,parent,province,lon,lat,valid_from,valid_to
N,Norland,,province,,,,,,
S,Sorland,Southland,province,,,,,,
N1,Amaurot,Airtown,city,N1,N,10.0,60.0,,
N2,Brundisium,,city,N2,N,11.0,61.0,,
N3,Newhaven,,city,N3,N,12.0,62.0,,
S1,Newhaven,,city,S1,S,10.5,55.0,,
S2,Cokaygne,Schlaraffia,city,S2,S,11.5,56.0,,
S21,Tellus,,county,S2,S,11.6,56.1,,
"""
ALIASES = (
    "text,code,kind,valid_from,valid_to\nBrunswick,N2,name,,1999\nSouth,S,province,,\nFree Port,S2,zone,,\n"
)


@pytest.fixture
def utopia(tmp_path, monkeypatch):
    shutil.copytree(registry.FOLDER, tmp_path / "gazetteer")
    folder = tmp_path / "gazetteer" / "utopia"
    folder.mkdir()
    (folder / "places.csv").write_text(UTOPIA, encoding="utf-8")
    (folder / "aliases.csv").write_text(ALIASES, encoding="utf-8")
    monkeypatch.setattr(registry, "FOLDER", tmp_path / "gazetteer")
    return {"COUNTRY": "utopia"}


def test_the_main_job_runs_with_a_country_of_five_towns(utopia):
    belts = table(
        [
            ("1", "Airtown", "", "女装"), ("2", "Tellus", "", "集成电路"), ("3", "Newhaven", "Southland", "家电"),
            ("4", "brunswick", "", "服装"), ("5", "Free Port", "", "服装"), ("6", "Newhaven", "", "服装"),
        ],
        ("id", "city", "province", "product"),
    )  # fmt: skip
    placed = run("placecities", INPUT=belts, CITY="city", PROVINCE="province", **utopia)
    assert (placed["PLACED"], placed["UNPLACED"]) == (5, 1)
    rows = rows_of(placed["OUTPUT"])
    assert [row["cb_citycd"] for row in rows] == ["N1", "S2", "S1", "N2", "S2", None]
    assert [row["cb_cityby"] for row in rows] == ["alias", "county", "name", "alias", "zone", "ambiguous"]
    assert next(placed["OUTPUT"].getFeatures()).geometry().asPoint().y() == 60

    clusters = table(
        [
            ("a", "Amaurot; Cokaygne", "A", "服装"),
            ("b", "S1", "B", "家电"),
            ("c", "Brundisium", "B", "集成电路"),
        ],
        ("id", "city", "class", "industry"),
    )
    split = run("splitshared", INPUT=clusters, ID="id", CITY="city", **utopia)
    assert (split["ROWS"], split["CLUSTERS"]) == (4, 3)

    result = match(split["OUTPUT"], placed["OUTPUT"], BELT_CITY="cb_citycd", BELTS_OUT="memory:", **utopia)
    assert {row["cb_row"]: (row["cb_city"], row["cb_status"]) for row in rows_of(result["OUTPUT"])} == {
        "a#1": ("Amaurot", "matched"),
        "a#2": ("Cokaygne", "matched"),
        "b#1": ("Newhaven", "matched"),
        "c#1": ("Brundisium", "unmatched"),
    }
    summary = run("matchsummary", INPUT=result["OUTPUT"], CLASS="class")
    everything = next(
        row for row in rows_of(summary["OUTPUT"]) if (row["class"], row["part"]) == ("*", "all")
    )
    assert (everything["total"], everything["matched"], everything["unmatched"]) == (4, 3, 1)
    cities = run("citycomposition", INPUT=result["OUTPUT"], CLASS="class")
    assert {row["classes"]: row["cities"] for row in rows_of(cities["OUTPUT"]) if row["classes"] != "*"} == {
        "A": 2,
        "B": 2,
    }


def test_levels_hold_in_any_country(utopia):
    clusters = table([("a", "Tellus", "服装"), ("b", "Norland", "服装")], ("id", "city", "industry"))
    belts = table([("1", "Schlaraffia", "女装"), ("2", "Amaurot", "女装")], ("id", "city", "product"))
    for level, expected in (
        ("prefecture", ["matched", "unresolved"]),
        ("county", ["unmatched", "unresolved"]),
        ("province", ["matched", "matched"]),
    ):
        found = rows_of(match(clusters, belts, CITY_LEVEL=level, **utopia)["OUTPUT"])
        assert [row["cb_status"] for row in found] == expected, level


def test_chinese_names_are_unknown_there_and_the_country_must_exist(utopia):
    cities = table([("深圳",), ("440300",)], ("city",))
    assert run("placecities", INPUT=cities, CITY="city", **utopia)["PLACED"] == 0
    assert run("placecities", INPUT=cities, CITY="city")["PLACED"] == 2
    with pytest.raises(QgsProcessingException, match="“Country”"):
        run("placecities", INPUT=cities, CITY="city", COUNTRY="atlantis")


def test_provinces_of_a_country_are_told_by_its_places(utopia):
    assert registry.province_names("utopia") == {
        **dict.fromkeys(("N", "N1", "N2", "N3"), "Norland"),
        **dict.fromkeys(("S", "S1", "S2", "S21"), "Sorland"),
    }
