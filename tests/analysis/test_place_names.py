"""What readers of a language call the places of a country; data keep the official names."""

import pytest
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.places.index import is_latin, read_rows
from clusterbelt.processing.analysis.places.latin_names import latin_names

FOLDER = registry.FOLDER / "cn"


def test_every_place_of_china_has_a_name_that_english_readers_read():
    rows, names = read_rows(FOLDER / "places.csv"), registry.names_in("en")
    assert set(names) == {row["code"] for row in rows}
    assert [name for name in names.values() if not is_latin(name)] == []


def test_chinese_readers_read_the_official_names():
    assert registry.names_in("zh") == {row["code"]: row["name"] for row in read_rows(FOLDER / "places.csv")}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("440300", "Shenzhen"),
        ("150100", "Hohhot"),
        ("810000", "Hong Kong"),
        ("110000", "Beijing"),
        ("320500", "Suzhou (Jiangsu)"),
        ("341300", "Suzhou (Anhui)"),
        ("110105", "Chaoyang (Beijing)"),
        ("220104", "Chaoyang (Jilin)"),
        ("211300", "Chaoyang"),
        ("632500", "Hainan Prefecture"),
    ],
)
def test_english_names(code, name):
    assert registry.names_in("en")[code] == name


def test_no_cities_of_two_provinces_are_called_the_same():
    names, provinces = registry.names_in("en"), {}
    for row in read_rows(FOLDER / "places.csv"):
        if row["level"] == "prefecture":
            provinces.setdefault(names[row["code"]], set()).add(row["code"][:2])
    assert len(provinces) > 300 and all(len(found) == 1 for found in provinces.values())


def test_the_table_of_english_names_names_places_that_there_are():
    known = {row["code"] for row in read_rows(FOLDER / "places.csv")}
    codes = [row["code"] for row in read_rows(FOLDER / "english.csv")]
    assert set(codes) <= known and len(set(codes)) == len(codes)


def test_provinces_by_their_official_names():
    assert registry.provinces_in("en")["内蒙古自治区"] == "Inner Mongolia"
    assert registry.provinces_in("zh")["广东省"] == "广东省"


def test_a_place_without_any_name_in_latin_letters_is_called_as_it_calls_itself():
    rows = [{"code": "1", "name": "某市", "aliases": "某", "level": "prefecture", "parent": "1"}]
    assert latin_names(rows, []) == {"1": "某市"}
    assert latin_names(rows, [{"code": "1", "name": "Somewhere"}]) == {"1": "Somewhere"}


def test_a_county_that_a_province_governs_is_a_city_among_namesakes():
    columns = ("code", "name", "level", "parent")
    rows = [
        ("110000", "Ara", "province", ""),
        ("120000", "Bor", "province", ""),
        ("110100", "Mill", "prefecture", "110100"),
        ("129001", "Mill", "county", "129001"),
        ("110101", "Ford", "county", "110100"),
        ("120100", "Ford", "prefecture", "120100"),
    ]
    names = latin_names([dict(zip(columns, row)) for row in rows], [])
    assert list(names.values()) == ["Ara", "Bor", "Mill (Ara)", "Mill (Bor)", "Ford", "Ford"]
