"""Texts whose reading hangs by one rule each: the city, the county and the way they are found."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.fields import CB_CITYBY, CB_CITYCD
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.places.index import build_index
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


def test_counties_are_units_only_where_they_are_counted():
    assert "320583" not in registry.gazetteer().index.units
    assert "320583" in registry.gazetteer(level="county").index.units


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
