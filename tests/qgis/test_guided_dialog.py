"""The dialogs fill in the fields of a table, leave what the user chose, and say what they understand."""

import re
from threading import Event, current_thread

import pytest
from clusterbelt.processing.algorithms.base import ClusterBeltAlgorithm
from clusterbelt.processing.layers import one_text
from clusterbelt.ui.dialogs.guided_dialog import guided_fields, make_dialog
from making import SAMPLE, table
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QScrollArea, QTabWidget


def dialog_of(name, parent):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{name}")
    return make_dialog(algorithm, parent)


def choose(dialog, **values):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    for name, value in values.items():
        dialog.mainWidget().wrappers[name].setParameterValue(value, context)
    dialog.guide.refresh()


def value(dialog, name):
    return dialog.mainWidget().wrappers[name].parameterValue()


CHINESE = [["1", "苏州市", "女装"], ["2", "上海", "机器人"], ["3", "无此地", "???"]]


def test_fields_are_filled_in_and_the_understanding_is_said(project, window):
    clusters, belts = table(CHINESE, ["编号", "所在城市", "产业"]), table(CHINESE, ["a", "b", "c"])
    project.addMapLayers([clusters, belts])
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=clusters, BELTS=belts)
    assert (
        value(dialog, "CLUSTER_ID"),
        value(dialog, "CLUSTER_CITY"),
        value(dialog, "CLUSTER_INDUSTRY"),
    ) == (
        "编号",
        "所在城市",
        "产业",
    )
    assert (value(dialog, "BELT_CITY"), value(dialog, "BELT_INDUSTRY")) == ("b", "c")
    lines = dialog.guide.label.text().splitlines()
    assert len(lines) == 2
    assert (
        "rows: 3; cities: 2, rows whose city was not found: 1; industries recognised: 2, not recognised: 1"
        in lines[0]
    )


def test_what_the_user_chose_stays_until_another_layer_comes(project, window):
    first = table([["苏州", "上海", "x"], ["上海", "北京", "y"]], ["city", "other", "id"])
    second = table([["苏州", "女装"]], ["place", "id"])
    project.addMapLayers([first, second])
    dialog = dialog_of("placecities", window)
    choose(dialog, INPUT=first)
    assert value(dialog, "CITY") == "city"
    choose(dialog, CITY="other")
    assert value(dialog, "CITY") == "other" and "cities: 2" in dialog.guide.label.text()
    choose(dialog, INPUT=second)
    assert value(dialog, "CITY") == "place"


AMERICAN = [
    ["G1", "Austin, TX", "Furniture"],
    ["G2", "Boston, MA", "Software"],
    ["G3", "Austin, TX", "Carpets"],
]


def test_codes_of_industries_ask_for_their_classification(project, window):
    layer = table([["苏州", "1751"], ["杭州", "3011"]], ["城市", "行业代码"])
    project.addMapLayer(layer)
    dialog, hint = (
        dialog_of("readindustries", window),
        "for codes choose “Classification of the codes” (Advanced)",
    )
    choose(dialog, INPUT=layer)
    assert value(dialog, "INDUSTRY") == "行业代码"
    assert "not recognised: 2" in dialog.guide.label.text() and hint in dialog.guide.label.text()
    choose(dialog, SCHEME="gbt")
    assert "industries recognised: 2" in dialog.guide.label.text() and hint not in dialog.guide.label.text()


def test_codes_are_of_the_only_classification_that_knows_them(project, window):
    codes = ("334", "3363", "325412", "3361")
    belts = table([["Austin, TX", code] for code in codes], ["MSA", "Product code"])
    project.addMapLayer(belts)
    dialog = dialog_of("readindustries", window)
    choose(dialog, INPUT=belts)
    assert (value(dialog, "INDUSTRY"), value(dialog, "SCHEME")) == ("Product code", "naics")
    assert "industries recognised: 4, not recognised: 0" in dialog.guide.label.text()


def test_codes_are_of_the_classification_that_their_field_is_called(project, window):
    """The code of a place is no industry, though it stands first and looks like the code of one."""
    statistics = table([["440300", "3963"], ["440100", "3612"]], ["ADCODE", "CIC4"])
    words = table([["苏州", "女装"]], ["city", "NAICS"])
    project.addMapLayers([statistics, words])
    dialog = dialog_of("readindustries", window)
    choose(dialog, INPUT=statistics)
    assert (value(dialog, "INDUSTRY"), value(dialog, "SCHEME")) == ("CIC4", "gbt")
    said = dialog.guide.label.text()
    assert "industries recognised: 2, not recognised: 0" in said
    assert "Classification of the codes – gbt" in said
    choose(dialog, SCHEME="")
    assert value(dialog, "SCHEME") == "" and "for codes choose" in dialog.guide.label.text()
    choose(dialog, SCHEME="gbt")
    choose(dialog, INPUT=words)
    assert value(dialog, "SCHEME") == ""


@pytest.mark.parametrize("name", ["matchclusters", "digitalisationstudy"])
def test_the_field_of_cities_is_not_taken_for_the_industry_for_want_of_another(project, window, name):
    panel = table([["深圳", 2012, 4866], ["广州", 2013, 1194]], ["city", "year", "gdp"])
    project.addMapLayer(panel)
    dialog = dialog_of(name, window)
    choose(dialog, CLUSTERS=panel)
    assert value(dialog, "CLUSTER_CITY") == "city" and not value(dialog, "CLUSTER_INDUSTRY")
    assert "no field of industries was found; choose it" in dialog.guide.label.text()


def test_cities_of_another_country_are_compared_as_written_where_the_dialog_says_how(project, window):
    layers = [table(AMERICAN, ["Group", "Metro Area", "Sector"]) for _ in range(2)]
    project.addMapLayers(layers)
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=layers[0], BELTS=layers[1])
    assert (value(dialog, "CLUSTER_CITY"), value(dialog, "BELT_CITY")) == ("Metro Area", "Metro Area")
    said = dialog.guide.label.text().splitlines()[0]
    assert "rows whose city was not found: 3" in said and "choose “Text as written (any country)”" in said
    choose(dialog, CITY_BY="text")
    said = dialog.guide.label.text().splitlines()[0]
    assert "cities: 2, rows whose city was not found: 0" in said and "another country" not in said


def test_a_missing_field_of_cities_is_said(project, window):
    layer = table([["女装", "x"], ["机器人", "y"]], ["产业", "note"])
    project.addMapLayer(layer)
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=layer)
    assert "no field of cities was found" in dialog.guide.label.text()
    choose(dialog, CITY_BY="distance")
    assert "no field of cities was found" not in dialog.guide.label.text()


def test_a_table_in_a_file_is_understood_as_one_in_the_project_is(project, window):
    dialog = dialog_of("placecities", window)
    choose(dialog, INPUT=str(SAMPLE / "belts.csv"))
    assert value(dialog, "CITY") == "city" and "cities" in dialog.guide.label.text()


def test_empty_rows_are_not_counted_as_not_understood(project, window):
    layer = table([CHINESE[0], [None, " ", None], CHINESE[1], [None, None, ""]], ["编号", "所在城市", "产业"])
    project.addMapLayer(layer)
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=layer)
    assert "rows: 2; cities: 2, rows whose city was not found: 0;" in dialog.guide.label.text()


def test_a_table_without_cities_is_said(project, window):
    layer = table([["x", "y"]], ["a", "b"])
    project.addMapLayer(layer)
    dialog = dialog_of("splitshared", window)
    choose(dialog, INPUT=layer)
    assert dialog.guide.label.text()


def test_only_inputs_with_a_city_or_an_industry_are_guided(cluster_belt):
    registry = QgsApplication.processingRegistry()
    assert guided_fields(registry.algorithmById("clusterbelt:matchclusters"))["BELTS"]["city"] == "BELT_CITY"
    assert not guided_fields(registry.algorithmById("clusterbelt:compareellipses"))


def test_without_a_desktop_algorithms_have_no_dialog_of_their_own(cluster_belt):
    algorithm = QgsApplication.processingRegistry().algorithmById("clusterbelt:placecities")
    assert ClusterBeltAlgorithm.make_dialog is None and algorithm.createCustomParametersWidget(None) is None


def test_the_names_of_places_are_brought_into_form_once_for_all_texts(monkeypatch):
    from clusterbelt.processing.analysis.places import registry
    from clusterbelt.processing.layers import one_text

    asked = []
    found = registry.place_names
    monkeypatch.setattr(registry, "place_names", lambda *words: asked.append(1) or found(*words))
    one_text._names_of_places.cache_clear()
    assert all(one_text.nodes_of(f"{city}服装") for city in ("杭州", "苏州", "宁波"))
    assert len(asked) == 1


def test_what_is_understood_is_seen_however_the_parameters_are_scrolled(project, window):
    layers = [table(CHINESE, ["id", "city", "industry"]) for _ in range(2)]
    project.addMapLayers(layers)
    dialog = dialog_of("matchclusters", window)
    dialog.resize(700, 480)
    dialog.show()
    choose(dialog, CLUSTERS=layers[0], BELTS=layers[1])
    QCoreApplication.processEvents()
    label = dialog.guide.label
    assert not any(area.isAncestorOf(label) for area in dialog.findChildren(QScrollArea))
    assert label.height() >= label.heightForWidth(label.width()) > 0 and dialog.rect().contains(
        label.geometry()
    )
    tabs = dialog.findChild(QTabWidget)
    assert label.geometry().top() >= tabs.mapTo(dialog, tabs.rect().bottomLeft()).y() and tabs.height() > 200


@pytest.mark.parametrize(
    ("lines", "encoding", "said"),
    [
        (["序号,城市,产业", "1,杭州市,女装"], "gbk", "wrong encoding.*GB18030"),
        (["id,city,industry", "1,杭州市,女装"], "gbk", "wrong encoding.*GB18030"),
        (
            ["2022年名单,,", "序号,城市,产业", "1,杭州市,女装"],
            "utf-8",
            r"\(序号, 城市, 产业 …\) are not in the first row",
        ),
        (["id|city|industry", "1|杭州市|女装"], "utf-8", "one field alone"),
    ],
    ids=["names in GBK", "cells in GBK", "a title", "another sign"],
)
def test_a_table_that_a_run_would_refuse_is_refused_before_it(
    project, window, tmp_path, lines, encoding, said
):
    path = tmp_path / "clusters.csv"
    path.write_bytes("\r\n".join([*lines, ""]).encode(encoding))
    provider, address = "ogr", str(path)
    if "|" in lines[0]:  # OGR takes no such file for a table.
        provider, address = "delimitedtext", f"{path.as_uri()}?type=csv&geomType=none"
    layer = project.addMapLayer(QgsVectorLayer(address, "clusters", provider))
    for name, source in (("placecities", "INPUT"), ("matchclusters", "CLUSTERS")):
        dialog = dialog_of(name, window)
        choose(dialog, **{source: layer})
        text = dialog.guide.label.text()
        assert re.search(said, text) and "rows:" not in text.splitlines()[0], text


def test_fields_with_readable_names_are_guessed_though_cells_are_in_another_encoding(
    project, window, tmp_path
):
    lines = [
        "Nr;Clustername;Stadt;Branche",
        "1;Jena Cluster;Jena;Optik",
        "2;München Cluster;München;Raumfahrt",
    ]
    (tmp_path / "clusters.csv").write_bytes("\r\n".join([*lines, ""]).encode("cp1252"))
    layer = project.addMapLayer(QgsVectorLayer(str(tmp_path / "clusters.csv"), "clusters", "ogr"))
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=layer)
    assert re.search("“M\ufffdnchen Cluster” was read in the wrong .*windows-1252", dialog.guide.label.text())
    guessed = {"CLUSTER_ID": "Nr", "CLUSTER_CITY": "Stadt", "CLUSTER_INDUSTRY": "Branche"}
    assert {name: value(dialog, name) for name in guessed} == guessed


def test_a_city_that_could_be_one_of_several_is_said_before_the_run(project, window, monkeypatch):
    layer = table([["Suzhou", "女装"], ["杭州市", "女装"], ["Nowhere", "女装"]], ["城市", "产业"])
    project.addMapLayer(layer)
    dialog = dialog_of("placecities", window)
    choose(dialog, INPUT=layer)
    said = dialog.guide.label.text()
    assert "cities: 1, rows whose city was not found: 1; rows whose city could be one of several (" in said
    assert "Suzhou (Jiangsu), Suzhou (Anhui); give the province): 1" in said
    monkeypatch.setattr("clusterbelt.processing.layers.understanding.language_of_user", lambda: "zh")
    dialog.guide.refresh()
    assert "苏州市, 宿州市; give the province): 1" in dialog.guide.label.text()


def test_the_preview_lists_fields_in_the_marks_of_its_language(project, window, monkeypatch):
    rows = [["C1", "深圳市", "女装", "广东省", "0.5"], ["C2", "杭州市", "女装", "浙江省", "1"]]
    layer = project.addMapLayer(table(rows, ["编号", "城市", "产业", "省份", "权重"]))
    marks = {", ": "、", "; ": "；"}
    monkeypatch.setattr(
        "clusterbelt.ui.dialogs.guided_dialog.translate", lambda _, text: marks.get(text, text)
    )
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=layer)
    taken = dialog.guide.label.text().split("also taken (Advanced): ")[1].splitlines()[0]
    assert taken.count(" – ") > 1 and "、" in taken and ", " not in taken


def test_the_window_turns_while_words_are_read_for_the_first_time(project, window, qtbot, monkeypatch):
    go_on, threads = Event(), []

    def read():
        threads.append(current_thread())
        go_on.wait(30)

    monkeypatch.setattr(one_text, "_read", read)
    one_text.reader.cache_clear()
    layer = project.addMapLayer(table(CHINESE, ["编号", "所在城市", "产业"]))
    dialog = dialog_of("placecities", window)
    dialog.mainWidget().wrappers["INPUT"].setParameterValue(layer, QgsProcessingContext())
    qtbot.waitUntil(lambda: "Reading the words" in dialog.guide.label.text())
    go_on.set()
    qtbot.waitUntil(lambda: "cities: 2" in dialog.guide.label.text())
    assert value(dialog, "CITY") == "所在城市" and threads == [one_text.reader()]
    one_text.reader.cache_clear()


def test_judgements_of_one_study_do_not_judge_the_clusters_of_another(project, window):
    first, other = table(CHINESE, ["id", "city", "industry"]), table(CHINESE, ["id", "city", "industry"])
    judgements, own = (table([["1", "reject"]], ["cluster_id", "decision"]) for _ in range(2))
    project.addMapLayers([first, other, judgements, own])
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=first, OVERRIDES=judgements)
    choose(dialog, CLUSTERS=other)
    assert not value(dialog, "OVERRIDES")
    choose(dialog, CLUSTERS=first)
    assert value(dialog, "OVERRIDES") == judgements.id()
    choose(dialog, OVERRIDES=own)
    choose(dialog, CLUSTERS=other)
    assert value(dialog, "OVERRIDES") == own.id(), "what a person has chosen stays"


def test_industries_are_counted_by_the_taxonomy_that_is_chosen(project, window):
    rows = [["Pforzheim", "Jewellery"], ["Solingen", "Cutlery"], ["Hof", "Blarney"]]
    layer = table(rows, ["District", "Trade"])
    nodes = table([["JEW", "", "Jewellery"], ["BLA", "", "Blarney"]], ["code", "parent", "name_en"])
    broken = table([["JEW", "ZZ", "Jewellery"]], ["code", "parent", "name_en"])
    aliases = table([["Cutlery", "BLA"]], ["text", "code"])
    project.addMapLayers([layer, nodes, broken, aliases])
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CITY_BY="text", CLUSTERS=layer, TAXONOMY=nodes, CLUSTER_INDUSTRY="Trade")
    assert "industries recognised: 2, not recognised: 1" in dialog.guide.label.text()
    choose(dialog, ALIASES=aliases)
    assert "industries recognised: 3, not recognised: 0" in dialog.guide.label.text()
    choose(dialog, TAXONOMY=broken)
    assert "ZZ" in dialog.guide.label.text() and "recognised" not in dialog.guide.label.text()


def test_the_year_that_counts_is_said_and_a_cell_that_a_run_would_refuse(project, window):
    rows = [["苏州", "女装", "2019", "1"], ["上海", "机器人", "2022", "x"], ["广州", "女装", "2022", "2"]]
    belts = table(rows, ["城市", "产品", "年份", "数"])
    project.addMapLayer(belts)
    dialog = dialog_of("matchclusters", window)
    choose(dialog, BELTS=belts)
    assert "rows that count in 2022: 2" in dialog.guide.label.text()
    choose(dialog, AS_OF=2019)
    assert "rows that count in 2019: 1" in dialog.guide.label.text()
    choose(dialog, BELT_YEAR="数")
    said = dialog.guide.label.text()
    assert "“x” is not a year" in said or "“1” is not a year" in said
    choose(dialog, CLUSTERS=belts, CLUSTER_CITY="城市", CLUSTER_INDUSTRY="产品", CLUSTER_WEIGHT="数")
    assert "row 2: “x” is not a number" in dialog.guide.label.text().splitlines()[0]


def test_of_selected_features_alone_it_is_said_how_many_are_understood(project, window):
    clusters = table(CHINESE, ["编号", "所在城市", "产业"])
    project.addMapLayer(clusters)
    clusters.selectByIds([1])
    dialog = dialog_of("matchclusters", window)
    choose(dialog, CLUSTERS=QgsProcessingFeatureSourceDefinition(clusters.id(), True))
    assert value(dialog, "CLUSTER_CITY") == "所在城市" and "rows: 1; cities: 1" in dialog.guide.label.text()


def test_cells_that_were_merged_are_said_before_the_run(project, window):
    rows = [["杭州市", "女装"], [None, "机器人"], [None, "陶瓷"], ["苏州市", "女装"], [None, "陶瓷"]]
    layer, dialog = table(rows, ["城市", "产业"]), dialog_of("readindustries", window)
    project.addMapLayer(layer)
    choose(dialog, INPUT=layer)
    assert "merged" not in dialog.guide.label.text(), "the column of cities is not read"
    dialog = dialog_of("placecities", window)
    choose(dialog, INPUT=layer)
    assert (
        "many empty cells beneath filled ones, as where cells are merged (“城市”: 3)"
        in dialog.guide.label.text()
    )


def test_a_second_header_is_said_before_the_run(project, window):
    layer = table([["City", "Industry"], ["杭州市", "女装"], ["苏州市", "机器人"]], ["城市", "产业"])
    project.addMapLayer(layer)
    dialog = dialog_of("readindustries", window)
    choose(dialog, INPUT=layer)
    assert "looks like a second header (City, Industry …)" in dialog.guide.label.text()


@pytest.mark.parametrize(
    ("name", "given", "lines"),
    [
        ("placecities", {}, ["“City field” is empty: choose the field, such as “所在城市” of “input”."]),
        ("readindustries", {}, ["“Industry field” is empty: choose the field, such as “产业” of “input”."]),
        (
            "matchclusters",
            {},
            [
                "“Industry of the cluster” is empty: choose the field, such as “产业” of “input”.",
                "“Industry of the belt” is empty: choose the field, such as “产业” of “input”.",
            ],
        ),
        (
            "matchclusters",
            {"CLUSTER_INDUSTRY": "产业", "BELT_INDUSTRY": "产业", "BELT_CITY": "所在城市"},
            [
                "“Cities compared by: Name” needs “City of the cluster”.",
                "“City of the cluster” is empty: choose the field, such as “所在城市” of “input”.",
            ],
        ),
        ("matchsummary", {}, ["“Class field” is empty: choose a field of “input”."]),
    ],
)
def test_a_batch_without_fields_says_which_to_choose(project, name, given, lines):
    layer = table(CHINESE, ["编号", "所在城市", "产业"])
    layer.setName("input")
    project.addMapLayer(layer)
    context = QgsProcessingContext()
    context.setProject(project)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{name}")
    inputs = dict.fromkeys(("CLUSTERS", "BELTS", "INPUT"), layer.id())
    allowed, why = algorithm.checkParameterValues({**inputs, **given, "OUTPUT": "memory:"}, context)
    assert not allowed and why.splitlines() == lines


@pytest.mark.parametrize(("number", "words"), [(2000, "rows: 2000;"), (2001, "rows looked at: 2000;")])
def test_a_table_is_said_to_be_looked_at_in_part_only_where_it_has_more_rows(project, window, number, words):
    layer = table([["苏州"]] * number, ["city"])
    project.addMapLayer(layer)
    dialog = dialog_of("placecities", window)
    choose(dialog, INPUT=layer)
    assert words in dialog.guide.label.text()


def test_a_file_of_no_bytes_is_said_to_be_empty_and_shown_by_its_name(project, window, tmp_path):
    path = tmp_path / "nil.csv"
    path.touch()
    layer = project.addMapLayer(QgsVectorLayer(str(path), "nil", "ogr"))
    dialog = dialog_of("matchclusters", window)
    for given in (layer.id(), str(path)):
        choose(dialog, CLUSTERS=given)
        assert value(dialog, "CLUSTERS") == str(path)
        assert (
            f"“Clusters”: “{path}” cannot be read: the file is empty (0 bytes)." in dialog.guide.label.text()
        )
    choose(dialog, CLUSTERS=str(tmp_path / "none.csv"))
    assert "(0 bytes)" not in dialog.guide.label.text()


def test_a_table_without_rows_is_said_to_have_none(project, window):
    layer = table([], ["集群名称", "城市", "产业"])
    project.addMapLayer(layer)
    dialog = dialog_of("readindustries", window)
    choose(dialog, INPUT=layer)
    assert dialog.guide.label.text().endswith(": there are no rows")
