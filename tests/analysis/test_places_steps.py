"""Single steps of the gazetteers: Latin words, lists, years, provinces, tables of a user's own."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.fields import CB_CITYCD, CB_SHARED
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places import latin, registry
from clusterbelt.processing.analysis.places.chinese_chains import _both
from clusterbelt.processing.analysis.places.chinese_names import _openings
from clusterbelt.processing.analysis.places.citytable import AsWritten, CityTable
from clusterbelt.processing.analysis.places.gazetteer import Found, Gazetteer
from clusterbelt.processing.analysis.places.index import Entry, build_index, key_of, province_of
from clusterbelt.processing.analysis.places.resolving import Aliased
from clusterbelt.processing.analysis.places.shared import RowNames, place_rows, split_shared

CHINA = registry.gazetteer()
ANY = frozenset()


@pytest.mark.parametrize(
    ("text", "province", "code", "by"),
    [
        ("Jiangsu Suzhou", "浙江省", None, "conflict"),
        ("Jiangsu Suzhou", "江苏省、安徽省", "320500", "alias"),
        ("Suzhou, Jiangsu", "江苏省、安徽省", "320500", "alias"),
        ("Suzhou, Jiangsu", "浙江省", None, "conflict"),
        ("Kunshan, Hangzhou, China", "", None, "several"),
        ("Hangzhou, Guangzhou", "", None, "several"),
        ("Hangzhou, Great Hall, Guangzhou", "", "330100", "alias"),
        ("Hangzhou; Wuxi", "", None, "several"),
        ("Beijing", "", "110000", "alias"),
        ("Xian", "", "610100", "alias"),
        ("江北区", "宁波市", "330200", "county"),
        ("昆山市", "南京市", None, "conflict"),
        ("某某", "南京市", None, "unknown"),
        ("某某", "江苏省", None, "unknown"),
        ("福建省、鼓楼区", "", "350100", "county"),
        ("江苏省、鼓楼区", "", None, "ambiguous"),
        ("南京市、鼓楼区", "", "320100", "name"),
        ("南京市、某某", "", None, "ambiguous"),
        ("某某、呜呜", "", None, "unknown"),
        ("城区", "", None, "ambiguous"),
        ("）上海（", "", None, "unknown"),
        ("朝阳区（北京）", "辽宁省", None, "conflict"),
        ("苏州（某某）工业园区", "", "320500", "zone"),
        ("某某苏州（上海）", "", None, "unknown"),
        ("某某集团（上海）", "", "310000", "alias"),
        ("江苏省南京市", "浙江省", None, "conflict"),
        ("昆山县杭州", "", None, "ambiguous"),
        ("姑苏县杭州", "", None, "ambiguous"),
        ("台州三门峡", "", None, "ambiguous"),
    ],
)
def test_cities(text, province, code, by):
    found = CHINA.resolve(text, province)
    assert (found.code, found.by) == (code, by)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kunshan, Suzhou", "320583"),
        ("Suzhou, Changshu", "320581"),
        ("Kunshan", "320583"),
        ("Yiwu", "330782"),
    ],
)
def test_counties_in_latin_letters_are_places_where_counties_are(text, code):
    found = registry.gazetteer(level="county").resolve(text)
    assert (found.code, found.by) == (code, "county")


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("浙江省、金华市", ["金华市"]),
        ("江苏省、南京市、杭州市", ["南京市", "杭州市"]),
        ("福建省厦门市、鼓楼区", ["福建省厦门市", "福建省鼓楼区"]),
        ("沪和苏州", ["沪和苏州"]),
        ("苏州", ["苏州"]),
        ("Suzhou City, China", ["Suzhou City"]),
        ("Suzhou, P.R. China", ["Suzhou"]),
        ("Suzhou; CN", ["Suzhou"]),
        ("Atlantis, People’s Republic of China", ["Atlantis"]),
        ("China, Suzhou, Wuxi", ["Suzhou", "Wuxi"]),
        ("苏州市,中国", ["苏州市"]),
        ("中国，广东，深圳", ["深圳"]),
        ("中国苏州", ["中国苏州"]),
        ("China", ["China"]),
        ("中国、China", ["中国"]),
    ],
)
def test_entries_of_a_list(text, entries):
    assert CHINA.cities_in(text) == entries


def test_a_place_in_another_city_than_its_column_says_is_named():
    assert CHINA.resolve("昆山市", "南京市").candidates == (("苏州市", "320500"),)
    county = registry.gazetteer(level="county")
    assert county.resolve("昆山市", "苏州市").code == "320583"
    assert county.resolve("昆山市", "南京市").by == "conflict"


def test_of_two_places_in_one_city_the_smaller_is_meant():
    city, county = (Found("alias", (code,), frozenset(["320500"])) for code in ("320500", "320583"))
    assert latin._meet([city, county]) == latin._meet([county, city]) == county


def test_a_folder_is_read_without_its_counties_as_places():
    assert "320583" not in Gazetteer.from_folder(registry.FOLDER / "cn").index.units


def test_names_open_a_text_as_whole_names_or_as_short_ones():
    openings = _openings(CHINA.index)
    whole = [
        "江苏省",
        "苏州市",
        "昆山市",
        "临夏州",
        "苏州工业园区",
        "延边朝鲜族自治州",
        "恩施地区",
        "贺州地区",
    ]
    short = ["江苏", "苏州", "昆山", "海州"]
    assert [openings[name] for name in whole + short] == [True] * len(whole) + [False] * len(short)
    assert not openings.keys() & {"西区", "沪", "suzhou"}


def test_two_places_have_the_cities_of_both():
    both = _both(Found("name", ("1",), frozenset("a")), Found("name", ("0",), frozenset("b")))
    assert both == Found("ambiguous", ("0", "1"), frozenset("ab"))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("kunshan economic and technological development zone", "kunshan"),
        ("kunshan high-tech zone", "kunshan"),
        ("kunshan zone", ""),
        ("kunshan city", ""),
        ("kunshan some zone", ""),
        ("economic development zone", ""),
    ],
)
def test_words_of_a_zone_are_taken_off(text, left):
    assert latin._without_zone(text.split(" ")) == left.split()


@pytest.mark.parametrize(
    ("text", "heads"),
    [
        ("jiangsu", {"32"}),
        ("jiangsu province", {"32"}),
        ("jiangsu sheng", {"32"}),
        ("guangxi zhuang autonomous region", {"45"}),
        ("inner mongolia autonomous region", {"15"}),
        ("jiangsu region", set()),
        ("suzhou", set()),
    ],
)
def test_provinces_in_latin_letters(text, heads):
    assert latin._province(CHINA, text.split(" ")) == heads


def test_two_names_are_a_pair_where_they_lie_in_one_city():
    assert latin._pair(CHINA, ["suzhou", "kunshan"], ANY, None).cities == {"320500"}
    assert latin._pair(CHINA, ["kun", "shan", "suzhou"], ANY, None).cities == {"320500"}
    assert latin._pair(CHINA, ["suzhou", "hangzhou"], ANY, None) is None
    assert latin._pair(CHINA, ["suzhou", "kunshan"], ANY, None, [1]).cities == {"320500"}


def test_a_name_is_found_without_its_unit():
    def code(text):
        return latin._name(CHINA, text.split(" "), ANY, None).codes

    assert code("yanbian korean autonomous prefecture") == ("222400",)
    assert code("xian") == ("610100",)
    assert code("kunshan shi") == code("kunshan city") == ("320500",)


def test_units_provinces_and_their_codes():
    assert CHINA.unit("320500").name == "苏州市" and CHINA.unit("320000").name == "江苏省"
    assert CHINA.unit("999999") is None
    assert CHINA.province_of_city("320500") == CHINA.province_of_city("320000") == "32"
    assert CHINA.province_alone("江苏", None) == {"32"} and CHINA.province_alone("海南", None) == {"46"}
    for text in ("320000", "北京", "苏州", ""):
        assert CHINA.province_alone(text, None) == set()


def test_names_of_places_have_two_characters_and_more():
    names = CHINA.place_names()
    assert {"苏州", "昆山"} <= names and min(map(len, names)) == 2


def test_a_province_by_its_code():
    by_province = registry.gazetteer(level="province")
    found = [by_province.resolve_code(code) for code in ("320583", "32", "99", "x")]
    assert [(place.code, place.by) for place in found] == [
        ("320000", "code"), ("320000", "code"), (None, "unknown"), (None, "unknown"),
    ]  # fmt: skip
    assert by_province.resolve("999999").by == by_province.resolve("99").by == "unknown"
    assert by_province.resolve("32").code == by_province.resolve("江苏").code == "320000"


def row(code, name, level="prefecture", parent=None, **other):
    return {"code": code, "name": name, "level": level, "parent": code if parent is None else parent, **other}


def test_a_gazetteer_of_another_country_knows_its_provinces_by_their_column():
    places = [
        row("P", "Padana", "province", "", province="", lon="", lat=""),
        row("Q", "Quadra", "province", "", province="", lon="", lat=""),
        row("A", "Alba", province="P", lon="1", lat="2"),
        row("B", "Alba", province="Q", lon="3", lat="4"),
        row("A1", "Borgo", "county", "A", province="P", lon="5", lat="6"),
    ]
    towns = Gazetteer.from_rows(places)
    assert set(towns.index.units) == set(build_index(places, []).units) == {"A", "B"}
    assert set(build_index(places, [], counties=True).units) == {"A", "B", "A1"}
    assert towns.resolve("Alba").by == "ambiguous"
    assert towns.resolve("Alba, Padana").code == towns.resolve("Alba", "P").code == "A"
    assert towns.resolve("Alba, Quadra").code == towns.resolve("Alba", "Quadra").code == "B"
    assert towns.resolve("Borgo").code == "A" and towns.provinces_of("Q") == {"Q"}
    assert [province_of(place) for place in places[:3]] == ["P", "Q", "P"]
    assert province_of({"code": "320500"}) == "32"


def test_a_place_without_end_of_its_numbers_is_refused():
    with pytest.raises(AnalysisError, match="inf"):
        build_index([row("A", "Alba", lon="inf", lat="2")], [])


def test_a_name_holds_from_its_first_year_to_its_last():
    entry = Entry("A", "A", "P", "name", 2000, 2010)
    assert [entry.holds(year) for year in (1999, 2000, 2010, 2011, None)] == [False, True, True, False, False]
    assert Entry("A", "A", "P", "name", 2000).holds(None)


@pytest.mark.parametrize(
    ("mark", "kept"),
    [
        ("\u05b0", False),
        ("\u0711", False),
        ("\u0301", False),
        ("\u094d", True),
        ("\u3099", True),
        ("\u0e38", True),
    ],
)
def test_points_and_accents_are_passed_over_and_vowel_signs_kept(mark, kept):
    assert key_of("a" + mark + "b") == ("a" + mark + "b" if kept else "ab")


def test_rows_without_a_name_end_no_table_of_cities():
    cities = CityTable([None, "Torino", "Milano"], [0, 7, 9], [0, 45, 46], [None, "T", "M"])
    assert (cities.resolve("torino").code, cities.resolve("MILANO").code) == ("T", "M")
    assert (cities.resolve_code("M").name, cities.resolve_code("M").by) == ("Milano", "code")
    assert cities.resolve_code("X").by == "unknown"
    assert (AsWritten().resolve_code("440100.0").code, AsWritten().resolve_code("").by) == (
        "440100",
        "missing",
    )


def test_an_alias_of_several_cities_names_them():
    places = Aliased(CHINA, {"某地": ("440100", "440600"), "那里": ("440100",)})
    found = places.resolve("某地")
    assert (found.by, found.candidates) == ("ambiguous", (("广州市", "440100"), ("佛山市", "440600")))
    assert places.expand(["某地", "那里", None]) == ["440100|440600", "那里", None]
    assert places.resolve("那里").code == "440100"


def test_a_column_that_is_left_out_is_no_end_of_the_others():
    found = CHINA.resolve_all(["吉林", "襄樊市"], None, [2005, 2005])
    assert found["code"].tolist() == ["220200", "420600"]
    assert CHINA.resolve_all(["朝阳区", "朝阳区"], ["北京市", "吉林省"])["code"].tolist() == [
        "110000",
        "220100",
    ]


def test_the_column_of_provinces_forbids_one_city_elsewhere_and_no_list_across_a_border():
    frame = split_shared(["a", "b", "c"], ["苏州市", "苏州市、杭州市", "呜呜、苏州市"], ["浙江省"] * 3).frame
    assert frame[CB_CITYCD].tolist() == [None, "320500", "330100", "320500", None]


def test_rows_of_one_cluster_are_numbered_in_the_order_of_their_cities():
    frame = split_shared(["b", "a", "b", "a", "c"], ["苏州", "上海", "北京", "杭州", "广州"]).frame
    assert dict(zip(frame["cb_row"], frame[CB_CITYCD])) == {
        "b#1": "110000", "b#2": "320500", "a#1": "310000", "a#2": "330100", "c#1": "440100",
    }  # fmt: skip
    assert frame[CB_SHARED].tolist() == [2, 2, 2, 2, 1]


def test_rows_are_named_from_one_where_nothing_else_names_them():
    assert RowNames.numbered(3).rows.tolist() == [1, 2, 3]
    found = CHINA.resolve_all(["苏州", "苏州"])
    with pytest.raises(AnalysisError, match="rows 1 and 2"):
        place_rows(["a", "a"], found)
    with pytest.raises(AnalysisError, match="rows 8 and 9"):
        place_rows(["a", "a"], found, names=RowNames(np.array([8, 9])))


def test_the_countries_begin_with_the_one_that_is_meant_without_a_word():
    assert registry.countries()[0] == registry.DEFAULT
    assert "昆山市" in registry.place_names() and not registry._read(
        registry.FOLDER / "cn", False
    ).index.units.get("320583")
