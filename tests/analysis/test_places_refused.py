"""Texts that are refused: the reason, and each city that they could be; beside texts that are nearly so and are read."""

import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.places.gazetteer import Gazetteer

REFUSED = [
    # Lists of which not every entry is in one city.
    ("阿城，江苏", "", "ambiguous", [("哈尔滨市", "230100")]),
    ("苏州市、某地", "", "ambiguous", [("苏州市", "320500")]),
    ("某地、某处", "", "unknown", []),
    ("320500、南京市", "", "several", [("苏州市", "320500"), ("南京市", "320100")]),
    # Beside a city or a province that they do not lie in.
    ("黄埔", "巴彦淖尔市", "conflict", [("广州市", "440100")]),
    ("今都安", "南宁", "conflict", [("河池市", "451200")]),
    ("广东韶关", "湖北", "conflict", [("韶关市", "440200")]),
    ("朝阳区（北京）", "吉林省", "conflict", [("北京市", "110000")]),
    ("朝阳区（北京）", "上海市", "conflict", [("北京市", "110000")]),
    # Two places in a text.
    ("高密区宣城", "", "ambiguous", [("宣城市", "341800"), ("潍坊市", "370700")]),
    ("惠州淇县", "", "ambiguous", [("鹤壁市", "410600"), ("惠州市", "441300")]),
    ("西区成都", "", "unknown", []),
    # A park that one place has set up in another, and nothing says in which it lies.
    ("广安（深圳）产业园", "", "ambiguous", [("深圳市", "440300"), ("广安市", "511600")]),
    ("朝阳（上海）产业园", "", "ambiguous", [("朝阳市", "211300"), ("上海市", "310000")]),
    ("苏州工业园区（上海）产业园", "", "ambiguous", [("上海市", "310000"), ("苏州市", "320500")]),
    # Latin letters.
    ("Jilin", "天津", "conflict", [("吉林市", "220200")]), ("Yichang Hubei", "河南省", "conflict", [("宜昌市", "420500")]),
    ("Wuhu, Yichang", "", "several", [("芜湖市", "340200"), ("宜昌市", "420500")]), ("Hefei Xian", "", "unknown", []),
]  # fmt: skip
READ = [
    ("昆山市、苏州市", "", "320500"), ("海南、三亚市", "", "460200"), ("朝阳区（北京）", "北京", "110000"),
    ("朝阳区（北京）", "吉林|北京", "110000"), ("康平（库伦）", "内蒙古自治区", "150500"), ("南充（东区）路", "", "511300"),
    ("苏州无锡（无锡）", "", "320200"), ("苏州)(昆山", "", "320500"), ("Jilin, China", "", "220200"), ("Xian", "", "610100"),
    ("Jilin Province Chaoyang District", "吉林|北京", "220100"), ("Henan Puyang Fan County", "", "410900"),
    # A city or a zone before the bracket may be the guest of the city in it; 广德, a county, is not.
    ("北京（曹妃甸）发展试验区", "", "130200"), ("深圳（汕尾）特别合作区", "", "441500"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "province", "by", "candidates"), REFUSED)
def test_what_is_refused_names_the_reason_and_the_cities(text, province, by, candidates):
    found = registry.gazetteer().resolve(text, province)
    assert (found.code, found.by, list(found.candidates)) == (None, by, candidates)


@pytest.mark.parametrize(("text", "province", "code"), READ)
def test_what_is_nearly_so_is_read(text, province, code):
    assert registry.gazetteer().resolve(text, province).code == code


@pytest.mark.parametrize(
    ("text", "province", "code"), [("昆山市", "苏州市", "320583"), ("Changsha Wangcheng", "", "430112")]
)
def test_a_county_that_is_a_unit_lies_in_the_city_beside_it(text, province, code):
    assert registry.gazetteer(level="county").resolve(text, province).code == code


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("广东、深圳市", ["深圳市"]), ("广东、深圳市、上海市", ["深圳市", "上海市"]),
        ("浙江省杭州市、普陀区", ["浙江省杭州市", "浙江省普陀区"]), ("眉县、新兴", ["眉县", "新兴"]),
    ],
)  # fmt: skip
def test_an_entry_of_a_list_lies_in_the_city_or_province_before_it_where_it_can(text, entries):
    assert registry.gazetteer().cities_in(text) == entries


def test_names_of_places_have_two_characters_or_more():
    names = registry.gazetteer().place_names()
    assert "苏州" in names and min(map(len, names)) == 2


@pytest.mark.parametrize(("code", "head"), [("460000", "46"), ("460200", "46"), ("110000", "11")])
def test_the_province_of_a_city_and_of_itself(code, head):
    assert registry.gazetteer().province_of_city(code) == head


def test_where_names_have_no_rules_a_province_tells_namesakes_apart_by_name_and_code():
    def row(code, name, level, province):
        parent = code if level == "prefecture" else ""
        columns = ("code", "name", "level", "parent", "province", "lon", "lat")
        return dict(zip(columns, (code, name, level, parent, province, "", "")))

    rows = [row("A", "Avon", "province", "A"), row("B", "Bay", "province", "B")]
    land = Gazetteer.from_rows([*rows, *(row(f"{p}1", "Mill", "prefecture", p) for p in "AB")])
    asked = [land.resolve("Mill", "B"), land.resolve("Mill", "Avon"), land.resolve("Mill, Bay")]
    assert [place.code for place in asked] == ["B1", "A1", "B1"]
    assert land.resolve("Mill").by == "ambiguous"


def test_where_names_have_no_rules_a_text_is_never_joined_to_the_city_beside_it():
    columns = ("code", "name", "level", "parent", "lon", "lat")
    rows = [(code, name, "prefecture", code, "", "") for code, name in (("11", "Alba"), ("12", "Albalonga"))]
    land = Gazetteer.from_rows([dict(zip(columns, row)) for row in rows])
    assert land.resolve("Longa", "Alba").by == "unknown" and land.resolve("Alba", "Alba").code == "11"


def test_a_year_without_a_province_tells_which_place_had_the_name():
    columns = ("code", "name", "level", "parent", "lon", "lat", "valid_from", "valid_to")
    rows = [
        ("1", "Mill", "prefecture", "1", "", "", "", "2000"),
        ("2", "Mill", "prefecture", "2", "", "", "2001", ""),
    ]
    land = Gazetteer.from_rows([dict(zip(columns, row)) for row in rows])
    assert list(land.resolve_all(["Mill"] * 3, years=[1990, 2010, None])["code"]) == ["1", "2", "2"]


@pytest.mark.parametrize("lon", ["inf", "-inf", "nan", "east"])
def test_a_position_is_a_number(lon):
    row = {"code": "1", "name": "Mill", "level": "prefecture", "parent": "1", "lon": lon, "lat": "0"}
    with pytest.raises(AnalysisError, match="lon is “"):
        Gazetteer.from_rows([row])
