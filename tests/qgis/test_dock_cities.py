"""Cities in the dock: called in the reader's language, found by either name, and unchanged in the data."""

import pytest
from clusterbelt.processing.layers.matching.code_lists import city_codes
from clusterbelt.processing.layers.runs import Run, write_run
from clusterbelt.ui.locator import ClusterLocator, matching
from clusterbelt.ui.review.facet_words import key_label
from clusterbelt.ui.study.cluster_filter import PROVINCE, ClusterFilter
from clusterbelt.ui.study.preferences import set_preference
from dock_scene import choose, matches, names_in, saved, select
from making import match, table
from qgis.core import QgsFeedback, QgsLocatorContext

FIELDS = ("name", "class", "cb_row", "cb_city", "cb_citycd", "cb_status", "cb_reason", "cb_evid")
ROWS = (
    ("chips", "SEI", "1#1", "深圳市", "440300", "matched", "same", "chips = chips"),
    ("silk", "INN", "2#1", "苏州市", "320500", "unmatched", "none_related", ""),
    ("ships", "INN", "3#1", "某地", "", "unresolved", "city_unresolved", ""),
)


@pytest.fixture
def language():
    """Sets the language of results, and takes it back."""
    yield lambda chosen: set_preference("LANGUAGE", chosen)
    set_preference("LANGUAGE", "")


def cities(dock):
    model = dock.review.model
    return [model.data(model.index(row, model.CITY)) for row in range(model.rowCount())]


@pytest.mark.parametrize(
    ("chosen", "called"),
    [("en", ["Shenzhen", "Suzhou (Jiangsu)", "某地"]), ("zh", ["深圳市", "苏州市", "某地"])],
)
def test_cities_are_called_in_the_language_of_results(qtbot, dock, language, chosen, called):
    language(chosen)
    layer = choose(qtbot, dock, matches(ROWS, FIELDS))
    assert cities(dock) == called
    select(dock, "silk")
    assert called[1] in dock.review.why_panel.title.text()
    assert [feature["cb_city"] for feature in layer.getFeatures()] == ["深圳市", "苏州市", "某地"]


def test_codes_of_ones_own_are_no_codes_of_the_gazetteer(qtbot, dock, language):
    language("en")
    layer = matches(ROWS, FIELDS)
    write_run(layer, Run("clusterbelt:matchclusters", {"CITY_BY": "text"}), "OUTPUT")
    choose(qtbot, dock, layer)
    assert cities(dock) == ["深圳市", "苏州市", "某地"]


@pytest.mark.parametrize("spoken", ["en", "zh"])
@pytest.mark.parametrize("text", ["shenzhen", "深圳", "SHENZ"])
@pytest.mark.parametrize("of_file", [True, False])
def test_clusters_are_found_by_either_name(qtbot, dock, language, tmp_path, text, of_file, spoken):
    language(spoken)
    layer = matches(ROWS, FIELDS)
    choose(qtbot, dock, saved(layer, tmp_path / "m.gpkg") if of_file else layer)
    dock.review.filter_bar.set_filter(ClusterFilter(text=text))
    assert names_in(dock) == ["chips"]
    dock.review.filter_bar.layer_button.click()
    qtbot.waitUntil(lambda: dock.controller.layer.featureCount() == 1)
    dock.review.filter_bar.layer_button.click()
    assert [feature["name"] for feature in matching(dock.controller.layer, text)] == ["chips"]


def test_the_locator_names_the_city(dock, language):
    language("en")
    layer, found = matches(ROWS, FIELDS), []
    locator = ClusterLocator(lambda: layer, lambda *_: None)
    locator.resultFetched.connect(found.append)
    locator.fetchResults("cb suzhou", QgsLocatorContext(), QgsFeedback())
    assert [result.displayString for result in found] == ["silk · Suzhou (Jiangsu) · INN"]


def test_the_locator_says_name_and_city_once_and_no_number_of_a_row(dock, language):
    language("en")
    belts = table([("b", "Shenzhen", "toys")], ("id", "city", "product"))
    given = ("field_1", "cluster", "city", "industry")
    clusters = table([("0", "Cluster 0", "Shenzhen", "toys")], given)
    layer, found = match(clusters, belts, CLUSTER_ID="")["OUTPUT"], []
    locator = ClusterLocator(lambda: layer, lambda *_: None)
    locator.resultFetched.connect(found.append)
    locator.fetchResults("cb shenz", QgsLocatorContext(), QgsFeedback())
    assert [result.displayString for result in found] == ["Cluster 0 · Shenzhen · toys"]


def test_provinces_and_the_tree_of_codes_are_named_in_the_language(language):
    language("en")
    assert key_label(PROVINCE, "广东省") == "Guangdong"
    names = {entry.code: entry for entry in city_codes("cn", "en")}
    assert names["440300"].name == "Shenzhen" and "深圳市" in names["440300"].words
    assert names[names["440300"].parent].name == "Guangdong"
    assert {entry.code: entry.name for entry in city_codes("cn", "zh")}["440300"] == "深圳市"
    language("zh")
    assert key_label(PROVINCE, "广东省") == "广东省"
