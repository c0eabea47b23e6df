"""Texts whose reading hangs by one rule each: the city, the county and the way they are found."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.fields import CB_CITYBY, CB_CITYCD
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places import chinese_texts, registry
from clusterbelt.processing.analysis.places.index import Entry, build_index, key, province_of
from clusterbelt.processing.analysis.places.shared import split_shared

AMONG_CITIES = [
    ("西区", "", None, "unknown"), ("海南", "", None, "ambiguous"), ("海南", "青海", "632500", "alias"),
    ("万州开发区", "", "500000", "zone"), ("上海浦东新区", "", "310000", "prefix"), ("三门、诸城", "", None, "several"),
    ("云阳县、商水", "", None, "several"), ("苏州和无锡", "", None, "several"), ("苏州,无锡", "", None, "several"),
    ("原绍兴县", "", "330600", "county"), ("中意宁波生态园", "", "330200", "prefix"),
    ("山东（施秉）", "", None, "unknown"), ("开远市（越秀区）", "广东省", None, "conflict"),
    ("上海市电子厂", "", "310000", "prefix"), ("凉山州路桥公司", "", "513400", "prefix"),
    ("青岛市莘县路", "", "370200", "prefix"), ("上海市浦东", "", "310000", "prefix"),
    ("Anhui Province, Muchuan County", "", None, "unknown"), ("Suzhou, Jiangsu Province", "", "320500", "alias"),
    ("Inner Mongolia Province, Qingshan District", "", "150200", "county"),
    ("Guangxi Zhuang Autonomous Region, Chengzhong District", "", "450200", "county"),
    ("Kun Shan Shi", "", "320500", "county"), ("Chang Shu City", "", "320500", "county"),
    ("Ji Mo Shi", "", "370200", "county"),
    ("Bei Jing Shi", "", "110000", "alias"),
    ("Guangxi Zhuang Autonomous Region, Nanning", "", "450100", "alias"), ("Kunshan Area", "", None, "unknown"),
    ("岳阳（平江）", "", "430600", "alias"), ("重庆（均安）开发区", "", None, "ambiguous"),
    ("天津路和田", "", None, "unknown"), ("深圳市宝安区深圳河源产业园", "", None, "ambiguous"),
    # Zones by their ending, brackets, words that open no longer text.
    ("兰州新区", "", "620100", "zone"), ("金山开发区", "", None, "unknown"), ("宜昌寿宁开发区", "", None, "ambiguous"),
    ("德阳（阜南）", "", None, "ambiguous"), ("朝阳区（北京）", "", "110000", "county"),
    ("亦庄（上海）", "", None, "ambiguous"), ("兰州（河北）", "", "620100", "alias"), ("江苏（上海）", "", None, "unknown"),
    ("宁夏（木渎）", "江苏省", None, "unknown"), ("黑龙江省（海西）转移园", "", None, "unknown"),
    ("中德兴业", "", None, "unknown"), ("国家级海西", "", None, "unknown"), ("位于市区", "", None, "unknown"),
    # Whole names: bare ones, other endings, former prefectures, codes.
    ("西区", "中山市", "442000", "prefix"), ("市辖区", "", None, "unknown"), ("市辖区", "上海市", "310000", "county"),
    ("湘桥市", "", "445100", "county"), ("金牛县", "", None, "unknown"), ("雅安市地区", "", "511800", "name"),
    ("梧州地区", "", None, "ambiguous"), ("梧州专区", "", None, "ambiguous"), ("梧州地区贺县", "", "451100", "prefix"),
    ("晋东南地区", "", None, "ambiguous"), ("芜湖地区", "", None, "ambiguous"), ("海南地区", "", None, "ambiguous"),
    ("海南地区", "青海", "632500", "alias"), ("南川工业园区", "", None, "ambiguous"),
    ("西宁市南川工业园区", "", "630100", "prefix"), ("重庆南川工业园区", "", "500000", "prefix"),
    ("乌海地区", "", "150300", "alias"), ("429004000", "", "429004", "code"),
    # Names that go on, and second places.
    ("滦县路", "", "130200", "prefix"), ("沈北路", "", None, "unknown"), ("临夏州路", "", "622900", "prefix"),
    ("贺州地区大学", "", "451100", "prefix"), ("城陵矶大学", "", None, "unknown"), ("海南共和县", "", "632500", "prefix"),
    ("丽江桐乡", "", None, "ambiguous"), ("晋州贵港", "", None, "ambiguous"), ("萍乡和县", "", None, "ambiguous"),
    ("三亚宁波市路", "", None, "ambiguous"), ("重庆达县街道", "", "500000", "prefix"),
    ("黄埭宣城县街道", "", "320500", "prefix"), ("庐山市海南省A", "", "360400", "prefix"),
    ("冕宁普定县", "", None, "ambiguous"), ("九江弋阳", "", "360400", "prefix"),
]  # fmt: skip
AMONG_COUNTIES = [
    ("济南市中区", "370103", "prefix"), ("清远市清新区", "441803", "prefix"), ("上海浦东新区", "310115", "prefix"),
    ("原绍兴县", "330603", "county"), ("昆山,苏州", "320583", "county"),
]  # fmt: skip
AMONG_PROVINCES = [
    ("古塔区", "210000", "county"), ("德阳市", "510000", "name"), ("德阳", "510000", "alias"), ("江苏", "320000", "name"),
    ("鼓楼区", None, "ambiguous"), ("某某", None, "unknown"), ("", None, "missing"), ("市中区", None, "ambiguous"),
    ("苏州、无锡", None, "several"), ("苏州、杭州", None, "several"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "province", "code", "by"), AMONG_CITIES)
def test_cities(text, province, code, by):
    found = registry.gazetteer().resolve(text, province)
    assert (found.code, found.by) == (code, by)


@pytest.mark.parametrize(("text", "code", "by"), AMONG_COUNTIES)
def test_counties(text, code, by):
    found = registry.gazetteer(level="county").resolve(text)
    assert (found.code, found.by) == (code, by)


@pytest.mark.parametrize(("text", "code", "by"), AMONG_PROVINCES)
def test_provinces(text, code, by):
    found = registry.gazetteer(level="province").resolve(text)
    assert (found.code, found.by) == (code, by)


@pytest.mark.parametrize(
    ("code", "province"), [("320583", "320000"), ("320000", "320000"), ("32", "320000"), ("999999", None)]
)
def test_a_code_lies_in_a_province_or_is_that_of_one(code, province):
    found = registry.gazetteer(level="province").resolve_code(code)
    assert (found.code, found.by) == (province, "code" if province else "unknown")


def test_the_country_that_is_taken_without_being_named_is_listed_first(tmp_path, monkeypatch):
    for country in ("aa", registry.DEFAULT, "zz", "no"):
        (tmp_path / country).mkdir()
    for country in ("aa", registry.DEFAULT, "zz"):
        (tmp_path / country / "places.csv").touch()
    monkeypatch.setattr(registry, "FOLDER", tmp_path)
    assert registry.countries() == [registry.DEFAULT, "aa", "zz"]


@pytest.mark.parametrize(
    ("code", "above"),
    [
        ("320583", ["320583", "320500"]),
        ("320583001002", ["320583", "320500"]),
        ("3205", ["320500", "320500"]),
        ("110105", ["110105", "110000"]),
        ("429004", ["429004"]),
        ("32058", []),
    ],
)
def test_a_code_stands_for_what_lies_above_it(code, above):
    china = registry.gazetteer()
    assert list(china._codes_above(code)) == above
    assert china._province_of_code(code) == ({code[:2]} if above else set())


@pytest.mark.parametrize(
    ("text", "lead"),
    [("中国", True), ("原来的中德", True), ("", True), ("中国某", False), ("某", False), ("、", False)],
)
def test_words_that_may_stand_in_front_of_a_place(text, lead):
    assert chinese_texts.is_lead(text) is lead


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("浙江省、金华市、义乌市", ["金华市", "义乌市"]),
        ("丰润与梨树", ["丰润", "梨树"]),
        ("临汾市、新华区", ["临汾市", "新华区"]),
        ("石家庄市、新华区", ["石家庄市", "石家庄市新华区"]),
        ("苏州和无锡等地", ["苏州", "无锡等地"]),
        ("沈阳和平", ["沈阳和平"]),
        ("Shenzhen, Guangdong, China", ["Shenzhen, Guangdong, China"]),
        ("Suzhou, Anhui; Suzhou, Jiangsu", ["Suzhou, Anhui", "Suzhou, Jiangsu"]),
        ("Chaoyang, Beijing", ["Chaoyang, Beijing"]),
        ("Jinan, Shandong Province, P.R. China", ["Jinan, Shandong Province, P.R. China"]),
        ("Guangzhou, Foshan, Guangdong", ["Guangzhou", "Foshan, Guangdong"]),
        ("Shanghai, Beijing", ["Shanghai", "Beijing"]),
        ("Shenzhen, Jiangsu", ["Shenzhen", "Jiangsu"]),
        ("Guangdong, Shenzhen", ["Shenzhen"]),
    ],
)
def test_entries_of_a_list_of_cities(text, entries):
    assert registry.gazetteer().cities_in(text) == entries


def test_zones_that_are_named_by_their_trade_are_no_names_of_places():
    names = registry.gazetteer().place_names()
    assert (
        "苏州市" in names and "海宁皮革城" not in names and "海宁皮革城" in registry.gazetteer().index.zones
    )


def test_counties_are_units_only_where_they_are_counted():
    assert "320583" not in registry.gazetteer().index.units
    assert "320583" in registry.gazetteer(level="county").index.units
    county = {**PLACE, "code": "110101", "name": "乙县", "level": "county"}
    assert list(build_index([PLACE, county], []).units) == ["110000"]


def test_vowels_count_in_the_spelling_of_a_name_and_points_and_accents_do_not():
    assert key("אְ") == "א"  # the first of the Hebrew points
    assert key("ܐܑ") == "ܐ"  # the last, a Syriac one
    assert key("क्") == "क्" and key("é") == "e"


@pytest.mark.parametrize(
    ("year", "holds"), [(1999, False), (2000, True), (2010, True), (2011, False), (None, False)]
)
def test_a_name_holds_from_its_first_year_to_its_last(year, holds):
    assert Entry("1", "1", "1", "name", 2000, 2010).holds(year) is holds


def test_a_province_is_told_by_its_column_or_else_by_the_code():
    assert province_of({"code": "110101"}) == "11"
    assert province_of({"code": "MI01", "province": "MI"}) == "MI"
    assert province_of({"code": "MI", "province": ""}) == "MI"


PLACE = {"code": "110000", "name": "甲市", "level": "prefecture", "parent": "110000", "lon": "1", "lat": "1"}


@pytest.mark.parametrize(
    ("kind", "code"), [("nickname", "110000"), ("name", "999999"), ("province", "110000"), ("", "")]
)
def test_an_alias_without_a_known_kind_and_place_is_an_error(kind, code):
    with pytest.raises(AnalysisError, match="The alias 乙 has the kind"):
        build_index([PLACE], [{"text": "乙", "code": code, "kind": kind}])
    build_index([PLACE], [{"text": "乙", "code": "110000", "kind": "name"}])


def test_only_a_name_of_several_cities_that_stands_alone_is_settled_by_its_point():
    asked = []

    def points(rows):
        asked.extend(rows.tolist())
        return np.full(len(rows), 116.48), np.full(len(rows), 39.95)

    texts = ["朝阳区", "朝阳区、上海市", "北京市", "某地"]
    frame = split_shared(["a", "b", "c", "d"], texts, points=points).frame
    assert asked == [0]
    cities = {cluster: city for cluster, city in zip(frame["cluster"], frame[CB_CITYCD]) if cluster in "ac"}
    assert cities == {"a": "110000", "c": "110000"}
    shared = [by for cluster, by in zip(frame["cluster"], frame[CB_CITYBY]) if cluster == "b"]
    assert "ambiguous" in shared and "geometry" not in shared


def test_provinces_are_known_of_every_place_as_the_gazetteer_of_counties_knows_them():
    whole, names = registry.gazetteer(level="county"), registry.province_names()
    codes = [*whole.index.units, *(head.code for head in whole.index.heads.values())]
    assert len(codes) > 3_000
    assert {code: names.get(code) for code in codes} == {
        code: whole.province(whole.unit(code).province).name for code in codes
    }
