"""Fields are told by their names, and by what stands in them."""

from dataclasses import replace

import pytest
from clusterbelt.processing.analysis.guessing import (
    NAMES,
    CellTests,
    guess,
    is_called,
    naming_field,
    same_meaning,
)
from clusterbelt.processing.analysis.times import year_in

CITIES = {"苏州", "上海市", "广州", "深圳宝安区", "杭州市", "Suzhou"}
PROVINCES = {"江苏", "上海", "广东省"}
INDUSTRIES = {"女装", "机器人", "集成电路", "陶瓷"}
TESTS = CellTests(
    CITIES.__contains__,
    PROVINCES.__contains__,
    INDUSTRIES.__contains__,
    number=lambda text: text.replace(".", "").isdigit(),
    year=lambda text: year_in(text) or text[:4].isdigit(),
)
ROLES = ("city", "industry", "id", "province", "year")


def found(table, roles=ROLES):
    return guess(roles, list(table), table, TESTS)


CITY, INDUSTRY = ["苏州", "上海市", "广州"], ["女装", "机器人", "集成电路"]


@pytest.mark.parametrize(
    "names",
    [
        ("id", "city", "industry", "province", "year"),
        ("编号", "城市", "产业", "省份", "年份"),
        ("bianhao", "chengshi", "chanye", "shengfen", "nianfen"),
        ("CLUSTER_ID", "City", "INDUSTRY", "Province", "YEAR"),
        ("序号", "所在城市", "主导产业", "所在省份", "认定年份"),
        ("a", "b", "c", "d", "e"),
        ("Field1", "Field2", "Field3", "Field4", "Field5"),
    ],
)
def test_names_or_contents_are_enough(names):
    cells = (["C01", "C02", "C03"], CITY, INDUSTRY, ["江苏", "上海", "广东省"], [2019, 2020, 2020])
    assert found(dict(zip(names, cells))) == dict(zip(("id", "city", "industry", "province", "year"), names))


def test_a_name_that_its_cells_belie_loses_to_the_cells():
    table = {"city": ["a note", "another", "x"], "where": CITY, "industry": [1, 2, 3], "what": INDUSTRY}
    assert found(table)["city"] == "where" and found(table)["industry"] == "what"


def test_a_field_serves_one_role_and_an_unlikely_one_none():
    table = {"name": INDUSTRY, "city": CITY}
    assert found(table, ("city", "industry", "name")) == {"city": "city", "industry": "name", "name": ""}
    assert found({"x": ["?", "!", "-"], "y": [None, None, None]}) == dict.fromkeys(ROLES, "")
    assert found({}) == dict.fromkeys(ROLES, "")


@pytest.mark.parametrize(
    "name", ["上线时间", "成立日期", "since", "Founded", "established_in", "店铺开业时间"]
)
def test_since_when_something_is_there_is_its_start_not_the_year_of_a_list(name):
    table = {name: ["2012年3月", "2015年11月", "2021年1月"], "城市": CITY, "产品": INDUSTRY}
    told = found(table, ("city", "industry", "year", "start", "end"))
    assert (told["start"], told["year"]) == (name, "")
    both = found({**table, "年份": [2020, 2020, 2021]}, ("year", "start"))
    assert both == {"year": "年份", "start": ""}


@pytest.mark.parametrize("name", ["City", "Metro Area", "Location"])
def test_cities_of_a_country_without_a_gazetteer_go_by_their_name(name):
    table = {"Group": ["G1", "G2", "G3"], name: ["San Jose, CA", "Austin, TX", "Århus"], "Category": INDUSTRY}
    assert found(table, ("city", "industry", "id"))["city"] == name
    assert found({name: ["a note", "another", "x"]}, ("city",))["city"] == ""
    assert found({name: ["无此地", "Xx", "乌有"]}, ("city",))["city"] == ""
    assert found({name: ["Austin, TX"] * 3, "where": CITY}, ("city",))["city"] == "where"
    assert found({name: ["A Coruña", "L’Aquila", "Ås"]}, ("city",))["city"] == name


def test_cells_that_are_known_go_before_names_of_cities_that_are_not():
    assert city_among({"City": ["Austin", "Boston"], "where": ["苏州", "?"]}) == "where"


def test_an_empty_table_goes_by_its_names():
    table = {"城市": [], "产业": [], "other": []}
    assert found(table)["city"] == "城市" and found(table)["industry"] == "产业"


def test_a_weight_is_told_by_its_name_only():
    assert found({"cb_weight": [0.5, 1], "people": [3, 4]}, ("weight",)) == {"weight": "cb_weight"}
    assert found({"people": [3, 4]}, ("weight",)) == {"weight": ""}


def test_a_column_that_repeats_is_no_id():
    assert found({"id": ["A1", "A1", "A2"], "key": ["K1", "K2", "K3"]}, ("id",))["id"] == "key"


def test_an_id_repeats_where_cities_share_the_cluster():
    table = {"编号": ["C1", "C1", "C2"], "key": ["K1", "K2", "K3"], "城市": CITY}
    assert found(table)["id"] == "编号"
    assert found({**table, "城市": [CITY[0]] * 3})["id"] == "key"
    assert found({"note": ["a1", "a1", "b2"], "城市": CITY}, ("id", "city"))["id"] == ""
    assert found({"城市": CITY, "编号": ["C1", "C1", "C2"]}, ("id", "city"))["id"] == "编号"


def test_of_ids_that_repeat_by_city_half_look_like_ids_and_the_more_the_better():
    cities = ["苏州", "上海市", "广州", "杭州市"]
    half, all_of_them = ["C1", "C1", "甲", "甲"], ["D1", "D1", "D2", "D2"]
    assert found({"编号": half, "城市": cities}, ("id", "city"))["id"] == "编号"
    assert found({"编号": half, "序号": all_of_them, "城市": cities}, ("id", "city"))["id"] == "序号"
    assert found({"编号": ["甲", "甲", "C2"], "城市": CITY}, ("id", "city"))["id"] == ""


def test_the_belt_of_a_matched_cluster_is_not_the_id_of_the_cluster():
    table = {"cb_beltid": ["B1", "B1", "B2"], "cb_city": CITY}
    assert found(table, ("id", "city")) == {"id": "", "city": "cb_city"}


def test_what_was_split_by_city_is_read_by_the_names_of_the_output():
    table = {
        **{"编号": ["C1", "C1", "C2"], "所在城市": CITY, "省份": ["江苏", "上海", "广东省"]},
        **{"cb_row": ["C1#1", "C1#2", "C2#1"], "cb_city": CITY, "cb_citycd": ["苏州", "上海市", "广州"]},
    }
    guessed = found(table, ("city", "id", "province"))
    assert guessed == {"city": "cb_city", "id": "编号", "province": "省份"}
    del table["编号"], table["省份"]
    assert found(table, ("city", "id", "province")) == {"city": "cb_city", "id": "", "province": ""}


def test_a_name_known_as_a_whole_counts_more_than_its_ending():
    for wanted, other in (("所在城市", "注册城市"), ("主导产业", "上游产业"), ("认定年份", "统计年份")):
        role = {"所在城市": "city", "主导产业": "industry", "认定年份": "year"}[wanted]
        assert found({other: [], wanted: []}, (role,))[role] == wanted


def test_amounts_are_no_ids_though_they_differ():
    assert found({"户数": ["12", "7", "31"]}, ("id",)) == {"id": ""}
    assert found({"a": ["4", "5", "6"]}, ("id",)) == {"id": "a"}
    assert found({"2018年": ["1", "2", "3"], "名称": ["公司1", "公司2", "公司3"]}, ("id",)) == {"id": ""}


def test_codes_of_industries_are_no_provinces():
    table = {"行政区划代码": CITY, "行业代码": ["3973", "2710", "C21"]}
    tests = replace(TESTS, province=lambda text: text[:1].isdigit())
    roles = ("city", "industry", "province")
    guessed = guess(roles, list(table), table, tests)
    assert guessed == {"city": "行政区划代码", "industry": "行业代码", "province": ""}
    assert guess(roles, ["省份代码"], {"省份代码": ["44", "37"]}, tests)["province"] == "省份代码"


def test_a_column_of_industries_comes_before_the_names_of_clusters():
    table = {"集群名称": INDUSTRY, "主导产业领域": INDUSTRY}
    assert found(table, ("industry",))["industry"] == "主导产业领域"
    assert found({"集群名称": INDUSTRY}, ("industry",))["industry"] == "集群名称"


def test_of_two_columns_of_cities_the_one_whose_name_says_more_is_taken():
    assert city_among({"企业注册城市": CITY, "集群所在城市": CITY}) == "集群所在城市"
    assert city_among({"名称": CITY, "地址": CITY}) == "地址"
    assert city_among({"集群名称": CITY, "集群所在地级市（州、盟）": CITY}) == "集群所在地级市（州、盟）"
    assert city_among({"集群名称": CITY, "b": CITY}) == "b" and city_among({"集群名称": CITY}) == "集群名称"
    assert found({"企业注册城市": ["上海"] * 3, "集群所在城市": CITY}, ("city", "province"))["province"] == ""


def test_a_sum_beneath_the_numbers_or_blanks_around_them_leave_an_id():
    table = {"序号": ["1", " 2 ", "3", "4", "合计"], "数量": [3, 5, 2, 1, 11]}
    assert found(table, ("id",))["id"] == "序号"


def test_no_name_belongs_to_two_roles_but_those_that_share_it():
    shared = {"name", "名称", "集群名称", "产业带"}
    seen = {}
    for role, names in NAMES.items():
        for name in names:
            assert name in shared or seen.setdefault(name, role) == role, name


def city_among(table):
    return found(table, ("city",))["city"]


@pytest.mark.parametrize("names", [("区县", "城市"), ("注册地区", "注册城市"), ("地区", "注册地市", "城市")])
def test_the_surer_name_is_taken_wherever_it_stands(names):
    assert city_among({name: [] for name in names}) == names[-1]
    assert city_among(dict.fromkeys(names, CITY)) == names[-1]


def test_a_name_may_begin_or_end_as_a_known_one_but_one_character_is_too_little():
    assert city_among({"注册城市": []}) == "注册城市" and city_among({"城市名": []}) == "城市名"
    assert city_among({"市值": []}) == "" and city_among({"股市": []}) == ""
    assert city_among({"市": []}) == "市"
    assert city_among({"MSAname": []}) == "MSAname" and city_among({"集群地级市（州、盟）": []}) != ""
    assert found({"高产业化率": []}, ("industry",))["industry"] == ""


def test_more_cells_that_say_it_count_for_more_whatever_their_number():
    some = [*CITY, "?", "!"]
    assert city_among({"a": some, "b": CITY}) == "b"
    assert found({"a": ["2019", "2020", "2021", "x", "y"], "b": ["2019"]}, ("year",)) == {"year": "b"}


def test_half_of_the_cells_are_enough_and_a_good_name_needs_one():
    assert city_among({"a": ["苏州", "?"]}) == "a" and city_among({"a": ["苏州", "?", "!"]}) == ""
    assert city_among({"city": ["苏州", "?", "!"]}) == "city"
    assert city_among({"city": ["x", "?", "!"]}) == ""
    assert city_among({"city": ["苏州", "?", "!"], "where": CITY}) == "where"
    assert city_among({"类别": CITY}) == "类别"
    assert city_among({"b": CITY, "注册城市": ["苏州", "上海市", "?"]}) == "注册城市"
    assert city_among({"类别": [*CITY, *CITY[:2]], "b": [*CITY, "苏州", "?"]}) == "b"
    assert found({"x": ["1850", "1860", "2019"]}, ("year",))["year"] == ""


def test_codes_of_twenty_four_characters_are_ids_and_longer_ones_are_none():
    for length, name in ((24, "key"), (25, "")):
        cells = [f"{number}".rjust(length, "x") for number in range(3)]
        assert found({"key": cells}, ("id",)) == {"id": name}


def test_headers_are_read_as_they_are_set_in_tables_and_in_other_countries():
    spaced = {"编 号": ["C1", "C2", "C3"], "所 在 城 市": CITY, "产 业": INDUSTRY}
    assert found(spaced, ("id", "city", "industry")) == dict(zip(("id", "city", "industry"), spaced))
    german = {
        "Nr.": ["7", "3", "9"],
        "District (Kreis)": ["Solingen", "Tuttlingen", "Hof"],
        "Branch": INDUSTRY,
    }
    assert found(german, ("id", "city", "industry")) == dict(zip(("id", "city", "industry"), german))


@pytest.mark.parametrize(
    "name",
    [
        *(
            "企业数",
            "从业人数（人）",
            "Number of firms",
            "Shop count",
            "数量",
            "x",
            "No. of Firms",
            "no of shops",
        ),
        *("# of firms", "Nr of employees", "Num. of jobs", "N"),
    ],
)
@pytest.mark.parametrize("cells", [(11, 12, 13), ("10234+", "871+", "6万+"), ("A1", "A2", "A3")], ids=str)
def test_what_counts_is_no_id_even_where_its_numbers_follow_each_other(name, cells):
    cells = ["11家", "12家", "13家+"] if name == "x" else cells
    assert found({name: cells, "city": CITY}, ("id", "city"))["id"] == ""


@pytest.mark.parametrize(
    "name", ["account_id", "country_code_id", "编号（数字）", "S/N", "S.No.", "Cluster No.", "N°"]
)
def test_what_only_sounds_like_a_count_may_be_an_id(name):
    assert found({name: ["A1", "A2", "A3"], "city": CITY}, ("id", "city"))["id"] == name


def test_the_number_of_a_row_is_its_id_and_the_number_of_something_is_not():
    table = {"S/N": [1, 2, 3], "City": CITY, "No. of Firms": [0, 10, 20]}
    assert found(table, ("id", "city"))["id"] == "S/N"


def test_the_bare_column_of_belts_names_them():
    table = {"产业带": ["深圳集成电路产业带", "x", "y"], "地区": CITY, "主营类目": INDUSTRY}
    table["商家数"] = ["82026+", "68164+", "120+"]
    told = found(table, ("city", "industry", "id", "name"))
    assert told == {"city": "地区", "industry": "主营类目", "id": "", "name": "产业带"}
    only = {"产业带": [*INDUSTRY, "?"], "城市": [*CITY, "苏州"]}
    assert found(only, ("city", "industry", "name")) == {"city": "城市", "industry": "产业带", "name": ""}


@pytest.mark.parametrize(
    "name",
    ["CIC4", "GB4754", "GB/T 4754-2017", "gbt_code", "SIC", "ISIC Rev.4", "NACE_R2", "naics2022", "行业代码"],
)
def test_codes_go_by_the_classification_that_their_column_is_called(name):
    """No gazetteer or taxonomy needs to know the codes; what is a place already is none of them."""
    table = {"ADCODE": ["440300", "440100", "440600"], name: ["3963", "3612", "2710"], "N": [0, 1, 2]}
    tests = replace(TESTS, city=lambda text: len(text) == 6)
    told = guess(("city", "industry", "id"), list(table), table, tests)
    assert (told["city"], told["industry"]) == ("ADCODE", name)


def test_what_a_run_would_refuse_is_not_taken_for_a_year_or_a_weight():
    table = {"年份": ["2019", "2020", "21年"], "权重": ["1.5", "773,3", "2"]}
    assert found(table, ("year", "weight")) == {"year": "", "weight": ""}
    assert found({"年份": ["2019", None, "2020"], "权重": ["1.5", "", "2"]}, ("year", "weight")) == {
        "year": "年份",
        "weight": "权重",
    }


@pytest.mark.parametrize(
    ("names", "naming"),
    [
        (["id", "Company", "city"], "Company"),
        (["Cluster organisation", "Town"], "Cluster organisation"),
        (["No", "Lead organization"], "Lead organization"),
        (["编号", "企业名称", "城市"], "企业名称"),
        (["企业名称", "集群名称"], "集群名称"),
        (["", "cluster", "city"], "cluster"),
        (["Lfd. Nr.", "Cluster", "Gemeinde"], "Cluster"),
        (["集群", "区县"], "集群"),
        (["no_cluster", "city"], ""),
        (["集群 名称", "城市名称"], "集群 名称"),
        (["Cluster Name", "Company"], "Cluster Name"),
        (["id", "city name", "城市名称", "product_name"], ""),
        (["Núm.", "Nombre del clúster", "Municipio"], "Nombre del clúster"),
        (["nom de la ville", "nom du pôle"], "nom du pôle"),
        (["集群*", "所在地"], "集群*"),
        (["产业带", "地区"], "产业带"),
        (["Nombre del municipio", "nombre"], "nombre"),
        (["nominal", "city"], ""),
        (["番号", "クラスター名", "都市名"], "クラスター名"),
        (["项目编码", "项目名称（全称，不超过50字）", "城市名称（全称）"], "项目名称（全称，不超过50字）"),
    ],
)
def test_what_names_a_row_is_told_by_the_name_of_its_column(names, naming):
    assert naming_field(names) == naming


def in_texts(table, roles):
    """As `found`, where cities are told in longer texts, and by their codes."""
    tests = replace(
        TESTS, city=lambda text: text[:2] in ("苏州", "上海", "杭州") or text in ("330100", "440600")
    )
    return guess(roles, list(table), table, tests)


def test_a_list_of_official_names_says_its_cities_and_its_industries_in_one_column():
    names = ["苏州市女装集群", "上海市机器人集群", "杭州市软件集群"]
    table, roles = {"批次": ["第一批", "第二批", "第二批"], "集群名称": names}, ("city", "industry")
    told = replace(TESTS, industry=lambda text: "集群" in text, city=lambda text: text[2:3] == "市")
    assert guess(roles, list(table), table, told) == {"city": "集群名称", "industry": "集群名称"}
    assert in_texts({"集群名称": names, "所在地": CITY}, roles)["city"] == "所在地"
    assert in_texts({"集群名称": INDUSTRY}, roles)["city"] == ""
    assert in_texts({"集群名称": ["苏州市女装集群", "女装集群"]}, ("city", "name"))["city"] == "集群名称"
    assert in_texts({"集群名称": ["苏州市女装集群", "女装集群", "陶瓷"]}, ("city", "name"))["city"] == ""


def test_the_code_of_an_industry_or_a_place_is_no_id_of_a_row():
    table = {"行政区划代码": ["330100", "440600"], "行业代码": ["1751", "3011"]}
    told = {"city": "行政区划代码", "industry": "行业代码", "id": ""}
    assert in_texts(table, ("city", "industry", "id")) == told
    assert found({"代码": ["A1", "A2"], "企业编码": ["x1", "x2"]}, ("id",))["id"] == "代码"
    assert found({"行业代码": ["1751", "3011"]}, ("id",))["id"] == ""


def test_a_column_called_industry_is_one_though_no_taxonomy_of_ours_knows_its_words():
    table = {"Nr.": ["1", "2"], "Stadt": ["Pforzheim", "Solingen"], "Branche": ["Schmuck", "Messer"]}
    assert found(table, ("city", "industry", "id")) == {"city": "Stadt", "industry": "Branche", "id": "Nr."}
    assert found({"Branche": ["1", "2"]}, ("industry",))["industry"] == ""
    assert found({**table, "x": INDUSTRY[:2]}, ("industry",))["industry"] == "x"
    assert found({"集群名称": ["Optik", "Schiffbau"]}, ("industry",))["industry"] == "集群名称"


def test_of_words_that_no_taxonomy_knows_the_column_with_the_surer_name_is_taken():
    table = {"Clustername": ["Jena Cluster", "Ulm Cluster"], "Branche": ["Optik", "Schiffbau"]}
    assert found(table, ("city", "industry"))["industry"] == "Branche"


def test_tables_of_other_countries_are_understood_by_the_whole_names_of_their_columns():
    belts = {
        "MSA": ["Austin-Round Rock, TX", "Detroit-Warren-Dearborn, MI"] * 2,
        "Marketplace": ["Shop 0", "Shop 1", "Shop 2", "Shop 3"],
        "Product code": ["334", "3363", "3363", "334"],
    }
    assert found(belts, ("city", "industry", "id")) == {"city": "MSA", "industry": "Product code", "id": ""}
    belts = {"Anbieter": ["Shop a", "Shop b"], "Standort": ["Ulm", "Jena"], "Produkt": ["Optik", "Schiffbau"]}
    assert found(belts, ("city", "industry", "id")) == {"city": "Standort", "industry": "Produkt", "id": ""}


def test_numbers_with_blanks_and_commas_are_no_codes_of_provinces():
    told = replace(TESTS, province=lambda text: text[:2].isdigit())
    table = {"ville": ["Suzhou", "x", "y"], "effectif (milliers)": ["12,5", "1 234,5", "31\u202f000"]}
    assert guess(("city", "province"), list(table), table, told)["province"] == ""


@pytest.mark.parametrize(
    ("name", "cell", "same"),
    [
        ("city", "城市", True),
        ("所在城市", "City", True),
        ("Umsatz", "umsatz", True),
        ("city", "产业", False),
        ("Umsatz", "城市", False),
        ("city", "苏州", False),
    ],
)
def test_a_cell_says_what_its_column_is_called(name, cell, same):
    assert same_meaning(name, cell) is same


def test_names_of_clusters_may_be_their_industries_and_no_years():
    assert is_called("industry", "集群名称") and not is_called("year", "集群名称")


def test_metropolitan_regions_are_cities_and_naics_industries():
    table = {
        "Region Name": ["Austin-Round Rock, TX"] * 2 + ["Detroit-Warren-Dearborn, MI"] * 2,
        "Cluster Name": ["Automotive", "Information Technology", "Biopharmaceuticals", "Automotive"],
        "NAICS": ["3361", "3341", "3254", "3361"],
    }
    assert found(table, ("city", "industry", "id")) == {"city": "Region Name", "industry": "NAICS", "id": ""}


@pytest.mark.parametrize("name", ["field_1", "Unnamed: 0", "Column1", "index"])
def test_the_unnamed_column_of_an_export_is_no_id(name):
    table = {name: ["0", "1", "2"], "city": CITY, "industry": INDUSTRY}
    assert found(table, ("city", "industry", "id"))["id"] == ""
