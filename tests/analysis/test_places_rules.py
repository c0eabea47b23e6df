"""The rules of Chinese texts on every unit of the gazetteer, not on examples: roads, towns, parks of two places, chains."""

import pytest
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.places.gazetteer import ALIASES
from clusterbelt.processing.analysis.places.index import is_latin, read_rows
from hypothesis import given
from hypothesis import strategies as st

FOLDER = registry.FOLDER / "cn"
TODAY = [row for row in read_rows(FOLDER / "places.csv") if not row["valid_to"]]
NAMES = {row["code"]: row["name"] for row in TODAY}
PROVINCES = {row["code"][:2]: row["name"] for row in TODAY if row["level"] == "province"}
CITIES = [row for row in TODAY if row["level"] == "prefecture"]
COUNTIES = [row for row in TODAY if row["level"] == "county" and row["parent"] != row["code"]]
COUNTY_CITIES = [row for row in COUNTIES if row["name"].endswith("市")]
WORDS = {row["text"] for row in read_rows(FOLDER / "words.csv")}


def short(row):
    """The short name of a unit: 苏州, 昆山; the name itself where there is none."""
    return next((alias for alias in row["aliases"].split("|") if alias and not is_latin(alias)), row["name"])


def found(text, province=None, level="prefecture"):
    return registry.gazetteer(level=level).resolve(text, province)


cities = st.sampled_from([row for row in CITIES if len(short(row)) > 1])
counties = st.sampled_from(COUNTIES)
places = st.sampled_from([*CITIES, *(row for row in COUNTY_CITIES if short(row) not in WORDS)])
WAYS = [
    "街",
    "路",
    "东路",
    "街道",
    "镇",
    "大道",
    "中路",
    "西街",
    "一路",
    "路街道",
    "镇工业园",
    "南路步行街",
    "河",
    "湖街道",
    "桥",
    "村",
]
PARKS = ["{a}{b}工业园区", "{A}{B}工业园", "{a}-{b}产业合作区", "{a}{b}共建园区", "{a}高新区{b}分园"]
ROADS = ["路", "街", "中路12号", "东路工业园"]


# --- names that are a part of another name


@given(st.one_of(cities, counties), st.sampled_from(WAYS))
def test_a_short_name_that_goes_on_as_a_road_or_a_town_is_no_city(row, way):
    name = short(row)
    if name != row["name"] and name[-1] != "县":
        assert found(name + way).code is None


@given(cities, cities, st.sampled_from(ROADS))
def test_a_full_name_before_a_road_named_like_another_city_counts(row, other, way):
    assert found(row["name"] + short(other) + way).code == row["parent"]  # of a renamed one its successor


@pytest.mark.parametrize(
    "text",
    [
        "苏州河",
        "苏州河沿岸",
        "苏州河两岸",
        "苏州湖周边",
        "长白山自然保护区",
        "杭州湾",
        "永定河",
        "新安江水库",
        "西安门大街",
        "朝阳门外",
    ],
)
def test_rivers_hills_and_gates_are_no_cities(text):
    assert found(text).code in (None, "330200")


# --- parks of two places


@given(places, places, st.sampled_from(PARKS))
def test_a_park_of_two_places_is_never_in_the_first_in_silence(first, second, pattern):
    if first["parent"] == second["parent"]:
        return
    text = pattern.format(a=short(first), b=short(second), A=first["name"], B=second["name"])
    place = found(text)
    assert place.code in (None, second["parent"])
    if place.by == "ambiguous":
        assert second["parent"] in [code for _, code in place.candidates]


@given(places, places)
def test_a_bracket_before_the_park_says_where_it_lies(first, second):
    place = found(f"{first['name']}（{second['name']}）产业转移工业园")
    assert place.code == second["parent"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("保定中关村创新中心", "130600"), ("东莞东城区", "441900"), ("中山市南区", "442000"), ("天津河北区", "120000"),
        ("佛山市三水区西南街道", "440600"), ("黔东南州凯里市", "522600"), ("海南自由贸易港洋浦", "460400"),
        ("广州南沙自贸区", "440100"),
    ],
)  # fmt: skip
def test_what_only_looks_like_a_second_place_is_none(text, code):
    assert found(text).code == code


# --- chains from the large to the small


@given(counties)
def test_chains_lead_to_the_county_and_its_city(row):
    city, province = NAMES[row["parent"]], PROVINCES[row["code"][:2]]
    for text in (city + row["name"], province + city + row["name"] + "城关镇", city + row["name"] + "上海路"):
        if not text.startswith(province + province):
            assert found(text).code == row["parent"]
            assert found(text, level="county").name == row["name"]


@given(counties, st.sampled_from("市区县"))
def test_another_ending_of_a_county_never_leads_to_another_city(row, ending):
    name = short(row)
    place = found(name + ending, PROVINCES[row["code"][:2]])
    near = [other for other in TODAY if other["code"][:2] == row["code"][:2]]
    same = {other["parent"] for other in near if name in (other["name"][:-1], short(other))}
    if place.code is not None and place.by != "alias":
        assert place.code in same | former(name + ending)


def former(text):
    rows = [row for name in ALIASES if name != "words.csv" for row in read_rows(FOLDER / name)]
    codes = {row["code"] for row in rows if row["text"] == text}
    return codes | {row["parent"] for row in TODAY if row["code"] in codes}


# --- the tables


def test_every_former_name_leads_to_what_it_is_now_or_names_it():
    current = {row["name"] for row in TODAY}
    for row in read_rows(FOLDER / "former.csv"):
        dated = row["valid_from"] or row["note"].startswith("moved") or row["code"] not in NAMES
        if row["kind"] == "code" or dated or row["text"] in current:
            continue
        place = found(row["text"], PROVINCES[row["code"][:2]])
        wanted = next((unit["parent"] for unit in TODAY if unit["code"] == row["code"]), row["code"])
        assert wanted == place.code or wanted in [code for _, code in place.candidates], row["text"]


def test_no_name_is_listed_twice_for_one_place():
    for name in ALIASES[:-1]:
        rows = [tuple(row.values())[:5] for row in read_rows(FOLDER / name)]
        assert len(set(rows)) == len(rows), name


@pytest.mark.parametrize("text", sorted(WORDS)[::7])
def test_a_word_opens_no_longer_text_without_its_city(text):
    assert found(text + "精选集团").code is None


# --- Latin letters

LATIN = [
    "suzhou",
    "new",
    "area",
    "economic",
    "and",
    "technological",
    "development",
    "zone",
    "city",
    "of",
    "china",
]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Kunshan, Suzhou, Jiangsu", "320500"), ("Suzhou Jiangsu", "320500"), ("Shaanxi Xian", "610100"),
        ("Kunshan Economic and Technological Development Zone", "320500"), ("Wuxi New District", "320200"),
        ("Enshi Tujia and Miao Autonomous Prefecture", "422800"), ("Chaoyang County", "211300"), ("Duyun", "522700"),
        ("Inner Mongolia Autonomous Region, Hohhot", "150100"), ("Guangxi Zhuang Autonomous Region", None),
        ("Suzhou New District", None), ("Nanjing Road", None), ("Hainan", None), ("Jilin", "220200"),
    ],
)  # fmt: skip
def test_units_zones_and_provinces_in_latin_letters(text, code):
    assert found(text).code == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Gulou District, Tower 5, Nanjing", "320100"), ("Suzhou, Kunshan, Tower 5", "320500"),
        ("Kunshan, Tower 5, Suzhou", "320500"), ("Hangzhou, Great Hall, Guangzhou Road", "330100"),
        ("Hangzhou, Great Hall, Guangzhou", "330100"), ("Hangzhou, Guangzhou", None), ("Tower 5, Great Hall", None),
    ],
)  # fmt: skip
def test_parts_that_name_no_place_leave_the_places_beside_them(text, code):
    assert found(text).code == code


@given(st.lists(st.sampled_from(LATIN)))
def test_long_texts_in_latin_letters_are_read_soon(words):
    assert found(" ".join(words * 3)).by != ""


# --- a city in the column of provinces, a place in brackets behind a company


@given(counties, st.booleans())
def test_a_city_in_the_column_of_provinces_settles_namesakes(row, in_short):
    city = next((unit for unit in CITIES if unit["code"] == row["parent"]), None)
    if city is None:
        return
    given_as = short(city) if in_short else city["name"]
    if given_as in PROVINCES.values() or given_as in ("吉林", "海南"):
        return
    assert found(row["name"], given_as).code == city["code"]


@given(counties, cities)
def test_a_county_beside_another_city_is_a_conflict(row, city):
    place = found(row["name"], city["name"])
    if place.code is not None:
        assert place.code == city["code"]
        assert any(other["name"] == row["name"] and other["parent"] == city["code"] for other in COUNTIES)


@given(cities, st.sampled_from(["某某集团（{}）", "某某科技有限公司({})", "某某电器（{}）有限公司"]))
def test_a_company_with_a_city_in_brackets_is_there(row, form):
    """海南 in brackets is the province or the prefecture: refused, with both."""
    place = found(form.format(short(row)))
    assert place.code in (row["code"], row["parent"]) or row["code"] in dict(map(reversed, place.candidates))


@pytest.mark.parametrize("head", ["11", "12", "31", "50"])
@given(row=cities, way=st.sampled_from(["东路街道", "路街道", "西路", "大街"]))
def test_a_street_named_like_a_city_lies_in_the_municipality_beside_it(head, row, way):
    place = found(short(row) + way, PROVINCES[head])
    assert place.code in (head + "0000", None) and place.by in ("prefix", "county", "conflict", "zone")


@pytest.mark.parametrize(
    ("text", "province", "code"),
    [
        ("南京东路街道", "上海", "310000"),
        ("西安道街道", "天津", "120000"),
        ("南京东路街道", "江苏", None),
        ("南京东路街道", "上海|江苏", None),
        # A district is called by the beginning of its name within its city, though another place is called so.
        ("成都龙泉", "", "510100"),
        ("成都龙泉经开区", "", "510100"),
        ("乌海海南", "", "150300"),
        ("青岛北海", "", None),
        ("龙泉", "", "331100"),
        # A town that has become a sub-district, and one whose name begins as a bridge does.
        ("大唐街道", "浙江", "330600"),
        ("永嘉桥下镇", "", "330300"),
        ("朝阳门东街道", "", None),
        ("中国-马来西亚钦州产业园区", "", "450700"),
        ("余姚松阳山海协作", "", None),
    ],
)
def test_what_is_called_like_another_place_lies_where_the_text_says(text, province, code):
    assert found(text, province).code == code
