"""Which city a text or a code means, and what stays unresolved."""

import numpy as np
import pandas as pd
import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places import index as gazetteer
from clusterbelt.processing.analysis.places import registry, resolving
from clusterbelt.processing.analysis.places.chinese import ChineseGazetteer
from clusterbelt.processing.analysis.places.citytable import AsWritten, CityTable, WholeNames
from clusterbelt.processing.analysis.places.gazetteer import Gazetteer
from clusterbelt.processing.analysis.places.resolving import Aliased
from framing import framed
from hypothesis import given
from hypothesis import strategies as st

ROWS = gazetteer.read_rows(registry.FOLDER / "cn" / "places.csv")
PLACES = pd.DataFrame(ROWS)
UNITS = PLACES[PLACES["parent"] == PLACES["code"]]
TODAY = UNITS[UNITS["valid_to"] == ""]


@pytest.fixture(scope="module")
def china():
    return registry.gazetteer()


def codes_of(place):
    return [code for _, code in place.candidates]


# --- what the gazetteer holds


def test_the_units_are_the_333_prefectures_4_municipalities_3_regions_and_the_direct_counties():
    level = TODAY["level"].value_counts()
    assert level["prefecture"] == 333
    assert sorted(TODAY.loc[TODAY["level"] == "province", "code"]) == [
        "110000", "120000", "310000", "500000", "710000", "810000", "820000",
    ]  # fmt: skip
    direct = TODAY.loc[TODAY["level"] == "county", "code"]
    assert set(direct.str[:4]) == {"1390", "4190", "4290", "4690", "6590"}


def test_every_unit_has_a_position_in_china():
    lon, lat = UNITS["lon"].astype(float), UNITS["lat"].astype(float)
    assert lon.between(73, 135.1).all()
    assert lat.between(3, 54).all()


def test_every_unit_is_found_by_its_own_name_and_code(china):
    for code, name in zip(TODAY["code"], TODAY["name"]):
        assert china.resolve(name).code == code
        assert china.resolve_code(code).code == code


def test_short_names_of_prefectures_are_distinct(china):
    for code, aliases in zip(TODAY["code"], TODAY["aliases"]):
        for alias in aliases.split("|"):
            if not gazetteer.is_latin(alias) and alias != "海南":
                assert china.resolve(alias).code == code, alias


def test_28_county_names_stand_for_several_cities_and_none_is_guessed(china):
    counties = PLACES[(PLACES["level"] == "county") & (PLACES["valid_to"] == "")]
    cities = counties.groupby("name")["parent"].nunique()
    ambiguous = cities[cities > 1].index
    assert len(ambiguous) == 28
    assert counties["name"].isin(ambiguous).sum() == 64
    for name in ambiguous:
        found = china.resolve(name)
        assert found.code is None
        assert found.by == "ambiguous"
        assert codes_of(found) == sorted(counties.loc[counties["name"] == name, "parent"].unique())


# --- names


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("海西", "632800"), ("海西州", "632800"), ("海西蒙古族藏族自治州", "632800"), ("兴安盟", "152200"),
        ("延边州", "222400"), ("延边", "222400"), ("恩施", "422800"), ("恩施州", "422800"), ("巴州", "652800"),
        ("澄迈", "469023"), ("澄迈县", "469023"), ("白沙县", "469025"), ("石河子", "659001"), ("济源市", "419001"),
        ("香港", "810000"), ("澳门特别行政区", "820000"), ("台灣", "710000"), ("臺北市", "710000"),
        ("廣東省東莞市", "441900"), ("　深圳 ", "440300"), ("“杭州市”", "330100"),
        ("那曲地区", "540600"), ("那曲市", "540600"), ("定州市", "139001"),
    ],
)  # fmt: skip
def test_full_short_and_traditional_names_are_one_city(china, text, code):
    assert china.resolve(text).code == code


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("朝阳区", {"110000", "220100"}), ("海南区", {"150300"}), ("中山区", {"210200"}),
        ("西安区", {"220400", "231000"}), ("甘南县", {"230200"}), ("兴安区", {"230400"}), ("兴安县", {"450300"}),
        ("大同区", {"230600"}), ("资阳区", {"430900"}),
    ],
)  # fmt: skip
def test_the_eleven_counties_named_like_another_city_never_become_that_city(china, text, codes):
    found = china.resolve(text)
    assert {found.code} == codes if len(codes) == 1 else set(codes_of(found)) == codes
    stem = china.resolve(text[:-1])
    assert stem.code not in codes


@pytest.mark.parametrize("text", ["中山县", "甘南区", "西安县", "朝阳旗"])
def test_a_county_that_does_not_exist_is_not_the_city_of_its_stem(china, text):
    assert china.resolve(text).code is None


@pytest.mark.parametrize(
    ("text", "province", "code", "by"),
    [
        ("朝阳区", "北京", "110000", "county"), ("朝阳区", "吉林省", "220100", "county"),
        ("朝阳", "辽宁", "211300", "alias"), ("朝阳", "北京市", "110000", "county"),
        ("西安区", "黑龙江", "231000", "county"), ("鼓楼区", "江苏", None, "ambiguous"),
        ("鼓楼区", "福建", "350100", "county"), ("市中区", "四川", None, "ambiguous"),
        ("市中区", 370000, None, "ambiguous"), ("西湖区", "330000", "330100", "county"),
        ("市辖区", "上海", "310000", "county"), ("县", "重庆市", "500000", "county"), ("市轄區", "滬", "310000", "county"),
        ("Suzhou", "Jiangsu", "320500", "alias"), ("Suzhou", "安徽", "341300", "alias"),
        ("朝阳区", "京津冀", None, "ambiguous"), ("通州区", "北京、天津", "110000", "county"),
        ("鼓楼区", "粤", None, "conflict"),
    ],
)  # fmt: skip
def test_the_province_column_settles_what_is_ambiguous(china, text, province, code, by):
    found = china.resolve(text, province)
    assert (found.code, found.by) == (code, by)


def test_a_city_outside_the_given_province_is_a_conflict_that_names_the_city(china):
    found = china.resolve("苏州市", "安徽")
    assert (found.code, found.by, found.candidates) == (None, "conflict", (("苏州市", "320500"),))


def test_jilin_is_a_city_in_a_city_column_and_hainan_the_province_or_the_prefecture(china):
    assert china.resolve("吉林").code == "220200"
    assert china.resolve("海南").candidates == (("海南省", "460000"), ("海南藏族自治州", "632500"))
    assert china.resolve("海南", "青海").code == "632500"
    assert china.resolve("吉林", "吉林").code == "220200"
    assert china.resolve("海南", "海南").code is None, "no city of that name lies in Hainan"


@pytest.mark.parametrize(
    "text", ["吉林省", "海南省", "广东", "河北", "河南", "内蒙古自治区", "Hainan", "Inner Mongolia"]
)
def test_a_province_alone_is_not_a_city(china, text):
    assert china.resolve(text).by == "unknown"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("广东省深圳市", "440300"), ("浙江杭州", "330100"), ("浙江省 杭州市", "330100"), ("吉林长春", "220100"),
        ("吉林省吉林市", "220200"), ("海南海口", "460100"), ("海南共和县", "632500"), ("北京朝阳区", "110000"),
        ("辽宁朝阳", "211300"), ("河北区", "120000"), ("河北区中山路", "120000"),
        ("内蒙古自治区呼和浩特市", "150100"),
    ],
)  # fmt: skip
def test_a_leading_province_is_dropped_and_counts_as_the_province(china, text, code):
    assert china.resolve(text).code == code


def test_a_province_with_an_unknown_rest_stays_unresolved(china):
    assert china.resolve("海南省某地").code is None
    assert china.resolve("海南某地").code is None
    assert china.resolve("广东省苏州市").code is None


@pytest.mark.parametrize(
    ("text", "code", "by"),
    [
        ("苏州昆山花桥", "320500", "prefix"), ("上海市浦东新区", "310000", "prefix"),
        ("长春市朝阳区", "220100", "prefix"), ("义乌大陈镇", "330700", "prefix"),
        ("朝阳区望京", "110000", "prefix"), ("朝阳区幸福里", None, "ambiguous"),
    ],
)  # fmt: skip
def test_the_longest_name_at_the_start_of_a_longer_text_counts(china, text, code, by):
    found = china.resolve(text)
    assert found.code == code
    assert found.code is None or found.by in (by, "county")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("昆山市", "320500"), ("昆山", "320500"), ("浦东新区", "310000"), ("義烏市", "330700"),
        ("即墨市", "370200"), ("即墨区", "370200"), ("公主岭市", "220100"), ("龙港市", "330300"), ("大理市", "532900"),
    ],
)  # fmt: skip
def test_counties_fall_to_their_city_before_and_after_an_upgrade(china, text, code):
    assert china.resolve(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("苏州工业园区", "320500"), ("张江", "310000"), ("中关村", "110000"), ("琶洲", "440100"),
        ("两江新区", "500000"), ("浦东", "310000"), ("滨海新区", "120000"), ("西海岸新区", "370200"),
        ("无锡高新区", "320200"), ("合肥国家级经济技术开发区", "340100"), ("合肥國家級經濟技術開發區", "340100"),
        ("昆山高新技术产业开发区", "320500"),
        ("武汉东湖高新区", "420100"), ("高新区", None), ("滨海高新区", None),
    ],
)  # fmt: skip
def test_development_zones_by_list_or_by_their_suffix(china, text, code):
    assert china.resolve(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Xi'an", "610100"), ("Xi’an City", "610100"), ("XIAN", "610100"), ("Ürümqi", "650100"),
        ("Hohhot", "150100"), ("Harbin City", "230100"), ("Shijiazhuang", "130100"), ("Shi Jia Zhuang", "130100"),
        ("Changzhi", "140400"), ("Chaoyang", "211300"), ("Luohe", "411100"), ("Jilin City", "220200"),
        ("Hong Kong", "810000"), ("Suzhou, Jiangsu, China", "320500"), ("Suzhou Industrial Park", "320500"),
        ("New York", None),
    ],
)  # fmt: skip
def test_english_names_with_and_without_city(china, text, code):
    assert china.resolve(text).code == code


@pytest.mark.parametrize("text", ["Suzhou", "Taizhou", "Fuzhou City", "Yichun", "Yulin"])
def test_one_spelling_of_two_cities_is_ambiguous(china, text):
    found = china.resolve(text)
    assert found.by == "ambiguous"
    assert len(found.candidates) == 2


@pytest.mark.parametrize(
    ("text", "year", "code"),
    [
        ("莱芜市", 2018, "371200"), ("莱芜", 2019, "370100"), ("莱芜市", None, "370100"), ("莱芜区", 2020, "370100"),
        ("钢城区", 2018, "371200"), ("钢城区", "2019-01-09", "370100"), ("莱城区", None, "370100"),
        ("巢湖市", 2010, "341400"), ("巢湖市", 2011.0, "340100"), ("巢湖", None, "340100"),
        ("庐江县", 2009, "341400"), ("庐江县", None, "340100"), ("和县", 2010, "341400"), ("和县", 2012, "340500"),
        ("襄樊", 2005, "420600"), ("襄樊市", 2015, "420600"), ("襄阳市", 2005, "420600"),
        ("公主岭市", 2019, "220300"), ("371200", 2015, "371200"), ("371200", None, "370100"),
        ("341422", 2010, "341400"), ("341422", 2015, "340200"), ("莱芜市", float("nan"), "370100"),
    ],
)  # fmt: skip
def test_units_that_changed_are_read_as_of_the_year(china, text, year, code):
    assert china.resolve(text, None, year).code == code


@pytest.mark.parametrize("text", [None, float("nan"), "", " ", "-", "—", "…", "NULL"])
def test_nothing_is_missing_not_unknown(china, text):
    assert china.resolve(text).by == "missing"
    assert china.resolve_code(text).by == "missing"


# --- codes


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("440100", "440100"), ("440103", "440100"), ("4401", "440100"), ("440103000000", "440100"),
        (440100, "440100"), (440100.0, "440100"), ("440100.0", "440100"), (440103001001, "440100"),
        ("４４０１００", "440100"), (110000, "110000"), ("110105", "110000"), ("1101", "110000"), ("310100", "310000"),
        ("500233", "500000"), ("12", "120000"), ("469023", "469023"), ("429004", "429004"), ("659001", "659001"),
        ("139001", "139001"), ("542421", "540600"), ("330199", "330100"), ("810000", "810000"), ("71", "710000"),
        ("440000", None), ("469000", None), ("999999", None), ("44010", None), ("ABC", None), ("0", None),
    ],
)  # fmt: skip
def test_codes_of_any_length_fall_to_their_city(china, value, code):
    assert china.resolve_code(value).code == code


@given(
    st.sampled_from(sorted(PLACES.loc[PLACES["parent"] != "", "code"])), st.sampled_from(["", "000000", ".0"])
)
def test_every_county_code_falls_to_a_unit_of_today(code, tail):
    found = registry.gazetteer().resolve_code(code + tail)
    assert found.code in set(TODAY["code"])
    assert found.code[:2] == code[:2]


# --- whole columns


def test_a_column_gives_one_row_per_text_in_its_order(china):
    table = china.resolve_all(
        ["苏州市", "朝阳区", None, "苏州市"], ["江苏", "北京", None, "江苏"], [2020, 2020, 2020, 2021]
    )
    assert list(table.columns) == list(resolving.COLUMNS)
    assert table["code"].tolist() == ["320500", "110000", None, "320500"]
    assert table["by"].tolist() == ["name", "county", "missing", "name"]
    assert np.isfinite(table["lon"]).tolist() == [True, True, False, True]


def test_an_ambiguous_text_names_its_candidates_in_the_column(china):
    assert china.resolve_all(["朝阳区"])["candidates"].tolist() == ["北京市 110000, 长春市 220100"]


def test_each_distinct_text_is_resolved_once(china, monkeypatch):
    asked = []
    monkeypatch.setattr(
        ChineseGazetteer, "resolve", lambda self, *row: asked.append(row) or resolving.Place(by="unknown")
    )
    china.resolve_all(np.array(["苏州市", "昆山市", None] * 500, dtype=object))
    assert len(asked) == 3


@given(
    st.lists(st.sampled_from(["苏州市", "朝阳区", "昆山", None, "??", "Suzhou"]), max_size=12), st.randoms()
)
def test_the_order_of_rows_changes_nothing(texts, random):
    china = registry.gazetteer()
    order = list(range(len(texts)))
    random.shuffle(order)
    straight = china.resolve_all(texts)
    shuffled = china.resolve_all([texts[i] for i in order])
    pd.testing.assert_frame_equal(framed(straight.take(order)), framed(shuffled))


def test_an_empty_column_gives_an_empty_table(china):
    assert len(china.resolve_all([])) == 0
    assert list(resolving.ByCode(china).resolve_all([]).columns) == list(resolving.COLUMNS)


def test_a_column_of_codes(china):
    table = resolving.ByCode(china).resolve_all([440103, "320583", None, 44.0])
    assert table["code"].tolist() == ["440100", "320500", None, None]


def test_columns_of_different_lengths_are_an_error(china):
    with pytest.raises(AnalysisError, match="2 and 1 rows"):
        china.resolve_all(["苏州市", "昆山市"], ["江苏"])


@given(st.text(max_size=12))
def test_no_text_breaks_the_rules(text):
    found = registry.gazetteer().resolve(text)
    assert found.by in (resolving.REASONS if found.code is None else resolving.WAYS)


def test_a_list_of_cities_is_not_one_of_them(china):
    found = china.resolve("广州市、佛山市")
    assert found.code is None and found.by == "several"
    assert found.candidate_text == "广州市 440100, 佛山市 440600"
    assert china.resolve("浦东新区、上海市").code == "310000"
    assert china.resolve("Suzhou, Jiangsu, China").code == "320500"


def test_codes_alone_can_be_asked_for(china):
    by_code = resolving.ByCode(china)
    assert by_code.resolve("440300").name == "深圳市"
    assert by_code.resolve("深圳市").code is None


# --- a user's own lists


def test_a_gazetteer_of_some_rows_follows_the_same_rules():
    own = ChineseGazetteer.from_rows([row for row in ROWS if row["code"].startswith("3205")])
    assert own.resolve("昆山市").code == "320500"
    assert own.resolve("南京市").by == "unknown"


def test_an_alias_without_a_city_is_an_error():
    alias = {"text": "甲", "code": "999999", "kind": "name", "valid_from": "", "valid_to": ""}
    with pytest.raises(AnalysisError, match="甲"):
        ChineseGazetteer.from_rows(ROWS, [alias])


def place(code, name, **other):
    return {"code": code, "name": name, "level": "city", "parent": code, "lon": "1", "lat": "2", **other}


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([{"code": "A", "name": "Foo"}], "lacks the columns level, parent, lon, lat"),
        ([place("A", "Foo"), place("A", "Bar")], "row 2: row 1 has the code “A” as well"),
        ([place("A", "Foo", parent="Z")], "row 1: the parent “Z” is not the code of any row"),
        ([place("A", "Foo"), place("B", "Bar", lon="east")], "row 2: lon is “east”, which is not a number"),
        ([place("A", "Foo", valid_to="never")], "row 1: valid_to is “never”, which is not a number"),
    ],
)
def test_a_table_of_places_that_cannot_be_read_names_the_row(rows, said):
    with pytest.raises(AnalysisError, match=said):
        Gazetteer.from_rows(rows)


@pytest.mark.parametrize(
    ("names", "written"),
    [
        (("स्याना", "स्यौना"), ("स्याना", "स्यौना")),
        (("しか", "しが"), ("しか", "しが")),
        (("São Paulo", "Zürich"), ("sao paulo", "ZURICH")),
        (("חולון", "יפו"), ("חוֹלוֹן", "יָפוֹ")),
        (("Йошкар-Ола", "Орёл"), ("Йошкар Ола", "орел")),
    ],
)
def test_accents_and_points_are_passed_over_and_signs_of_spelling_are_not(names, written):
    towns = Gazetteer.from_rows([place("A", names[0]), place("B", names[1])])
    assert [towns.resolve(text).code for text in written] == ["A", "B"]


def test_cities_of_any_country_by_equal_text():
    cities = CityTable(["Torino", "Milano", None], [7.68, 9.19, 0], [45.07, 45.46, 0])
    found = cities.resolve("  TORINO ")
    assert (found.code, found.name, found.lon, found.lat, found.by) == (
        "torino",
        "Torino",
        7.68,
        45.07,
        "text",
    )
    assert cities.resolve("Tor").by == "unknown"
    assert cities.resolve(None).by == "missing"


def test_namesakes_in_a_users_list_are_ambiguous_and_codes_tell_them_apart():
    cities = CityTable(["Springfield"] * 3, [1, 2, 2], [5, 6, 6], ["A1", "B2", "B2"])
    assert cities.resolve("springfield").candidate_text == "Springfield A1 (1 5), Springfield B2 (2 6)"
    assert cities.resolve_code("B2").lat == 6
    assert cities.resolve_all(["springfield", "x"])["by"].tolist() == ["ambiguous", "unknown"]


def test_without_any_list_a_text_is_its_own_city():
    table = AsWritten().resolve_all(["Torino", "torino ", "—", "Milano"])
    assert table["code"].tolist() == ["torino", "torino", None, "milano"]


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("Austin, TX", ["Austin, TX"]),
        ("Austin, TX; Portland, OR", ["Austin, TX", "Portland, OR"]),
        ("Austin, TX, Portland, OR", ["Austin, TX", "Portland, OR"]),
        ("Washington, D.C.", ["Washington, D.C."]),
        ("Boston-Cambridge-Newton, MA-NH", ["Boston-Cambridge-Newton, MA-NH"]),
        ("Paris, Lyon", ["Paris", "Lyon"]),
        ("TX, CA", ["TX", "CA"]),
        ("DC, Austin, TX", ["DC", "Austin, TX"]),
        ("Texas, California / Ohio", ["Texas", "California", "Ohio"]),
        ("CA", ["CA"]),
        ("—", []),
    ],
)
def test_a_state_behind_a_comma_is_no_city_of_its_own(text, cities):
    assert AsWritten().cities_in(text) == cities == CityTable([], [], []).cities_in(text)


def test_a_name_that_is_known_whole_is_not_split():
    whole = WholeNames(Aliased(AsWritten(), {"both": ("Bonn", "Hof")}), ["pforzheim, stadt"])
    assert whole.cities_in("Pforzheim, Stadt") == ["Pforzheim, Stadt"]
    assert whole.cities_in("Pforzheim, Hof") == ["Pforzheim", "Hof"]
    assert whole.resolve("Pforzheim, Stadt").code == whole.resolve_code("pforzheim, stadt").code
    assert whole.expand(["Both"]) == ["bonn|hof"]


def test_a_name_of_ones_own_list_is_one_city_with_its_commas():
    own = CityTable(["Frankfurt, Hesse", "Paris"], [8, 2], [50, 48])
    assert own.cities_in("frankfurt, hesse") == ["frankfurt, hesse"]
    assert AsWritten(own).cities_in("Frankfurt, Hesse") == ["Frankfurt, Hesse"]
    assert own.cities_in("Paris, Frankfurt") == ["Paris", "Frankfurt"]
