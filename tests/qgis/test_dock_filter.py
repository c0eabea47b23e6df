"""Filtering, selecting and sorting in the dock."""

import pytest
from clusterbelt.processing.cartography import styling
from clusterbelt.processing.cartography.page import narrowing
from clusterbelt.processing.layers.matching.judgement_table import Judgement, write_judgements
from clusterbelt.ui.elements.share_bar import COUNTS_ROLE
from clusterbelt.ui.overview.summary_model import SummaryModel
from clusterbelt.ui.review.cluster_model import ClusterModel
from clusterbelt.ui.study.cluster_filter import CLASS, ClusterFilter
from dock_scene import FIELDS, ROWS, choose, matches, names_in, saved, select, without
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QSignalSpy, QTest
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QSpinBox,
)


def drawn_names(layer):
    """Which features the renderer draws."""
    from qgis.core import QgsExpressionContext, QgsExpressionContextUtils, QgsRenderContext

    renderer = layer.renderer()
    inner = renderer.embeddedRenderer() if styling.embeds(renderer) else renderer
    inner = inner.clone()
    context = QgsRenderContext()
    context.setExpressionContext(
        QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    )
    inner.startRender(context, layer.fields())
    found = []
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        if inner.willRenderFeature(feature, context):
            found.append(feature["name"])
    inner.stopRender(context)
    return found


def test_the_list_is_filtered_by_status_class_and_city(qtbot, dock):
    choose(qtbot, dock, matches())
    dock.review.filter_bar.set_filter(without("matched"))
    assert names_in(dock) == ["robots", "lamps", "cars"]
    dock.review.filter_bar.set_filter(ClusterFilter({"class": ["SEI"]}))
    assert names_in(dock) == ["chips", "robots"]
    dock.review.filter_bar.set_filter(ClusterFilter(text="州"))
    assert names_in(dock) == ["cars"]
    dock.review.filter_bar.set_filter(ClusterFilter())
    assert len(names_in(dock)) == 4


def test_a_click_on_a_status_hides_its_clusters_after_a_pause(qtbot, dock):
    choose(qtbot, dock, matches())
    spy = QSignalSpy(dock.review.filter_bar.filter_changed)
    for status in ("matched", "unmatched"):
        dock.review.filter_bar.status_buttons[status].click()
    qtbot.waitUntil(lambda: len(spy) == 1, timeout=2000)
    qtbot.wait(300)
    assert len(spy) == 1 and names_in(dock) == ["lamps", "cars"]


def keys_of(dock, facet):
    """What the menu of a facet lists, with its numbers."""
    button = dock.review.filter_bar.facet_buttons[facet]
    button.fill()
    return [button.list.item(row).text() for row in range(button.list.count())]


def tick(qtbot, dock, facet, *numbers):
    """Tick keys in the menu of a facet."""
    button = dock.review.filter_bar.facet_buttons[facet]
    button.fill()
    with qtbot.waitSignal(dock.review.filter_bar.filter_changed):
        for number in numbers:
            button.list.item(number).setCheckState(Qt.CheckState.Checked)


def test_a_facet_lists_its_keys_with_numbers_under_the_other_choices(qtbot, dock):
    choose(qtbot, dock, matches())
    assert keys_of(dock, "class") == ["SEI (2)", "INN (1)", "AM (1)"]
    tick(qtbot, dock, "class", 0)
    assert names_in(dock) == ["chips", "robots"]
    assert keys_of(dock, "class") == ["SEI (2)", "INN (1)", "AM (1)"]
    assert keys_of(dock, "reason") == ["same industry (1)", "no related belt in the city (1)"]
    tick(qtbot, dock, "reason", 1)
    assert names_in(dock) == ["robots"]
    button = dock.review.filter_bar.facet_buttons["class"]
    assert button.text() == "Class (1) ▾" and button.accessibleName() == "Class: SEI"
    button.fill()
    with qtbot.waitSignal(dock.review.filter_bar.filter_changed):
        button.all_action.trigger()
    assert names_in(dock) == ["robots"] and button.text() == "Class ▾"


CODED = ("name", "class", "cb_row", "cb_city", "cb_citycd", "cb_status", "cb_reason", "cb_resby")
CODED_ROWS = (
    ("chips", "SEI", "1#1", "深圳市", "440300", "matched", "same", "name"),
    ("lamps", "INN", "2#1", "中山市", "442000", "matched", "same", "keyword"),
    ("cars", "AM", "3#1", "上海市", "310000", "unresolved", "industry_unresolved", None),
    ("ships", "AM", "4#1", "nowhere", "x", "unresolved", "city_unresolved", "name"),
)


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ({"province": ["广东省"]}, {"chips", "lamps"}),
        ({"province": [None]}, {"ships"}),
        ({"province": [None, "上海市"]}, {"cars", "ships"}),
        ({"read_by": ["name"], "class": ["AM"]}, {"ships"}),
        ({"read_by": [None]}, {"cars"}),
        ({"status": ["unresolved"]}, {"cars", "ships"}),
        ({"reason": ["same"], "province": ["上海市"]}, set()),
        ({"judged": ["pending"]}, {"lamps"}),
        ({"judged": [""]}, {"chips", "cars", "ships"}),
    ],
    ids=str,
)
def test_list_map_and_layer_keep_the_same_rows(qtbot, dock, tmp_path, chosen, names):
    write_judgements(str(tmp_path / "j.gpkg"), [Judgement(cluster_id="2#1", decision="reject")])
    layer = choose(qtbot, dock, saved(matches(CODED_ROWS, CODED), tmp_path / "m.gpkg"))
    dock.why_controller.set_file(str(tmp_path / "j.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter(chosen))
    assert set(names_in(dock)) == names
    dock.review.filter_bar.map_button.click()
    assert set(drawn_names(layer)) == names
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert {feature["name"] for feature in layer.getFeatures()} == names


def test_a_number_of_the_overview_lists_its_clusters(qtbot, dock):
    choose(qtbot, dock, matches())
    overview = dock.overview
    overview.ask(overview.model.index(0, 1))
    assert names_in(dock) == ["chips"] and dock.tabs.currentIndex() == 1
    overview.ask(overview.model.index(0, SummaryModel.total_section()))
    assert names_in(dock) == ["chips", "robots"]
    overview.ask(overview.model.index(3, 4))
    assert names_in(dock) == ["cars"]
    overview.ask(overview.model.index(3, SummaryModel.bar_section()))
    assert len(names_in(dock)) == 4


def test_the_map_draws_the_filtered_clusters_only_and_all_again(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    before = chosen.renderer().dump()
    dock.review.filter_bar.set_filter(ClusterFilter(text="北京"))
    assert len(drawn_names(chosen)) == 4, "the list only, until asked"
    dock.review.filter_bar.map_button.click()
    assert drawn_names(chosen) == ["chips"] and chosen.featureCount() == 4
    dock.review.filter_bar.set_filter(ClusterFilter({"class": ["INN"]}))
    assert drawn_names(chosen) == ["lamps"]
    dock.review.filter_bar.set_filter(ClusterFilter())
    assert len(drawn_names(chosen)) == 4
    dock.review.filter_bar.set_filter(without("matched"))
    assert len(drawn_names(chosen)) == 3
    dock.review.filter_bar.map_button.click()
    assert chosen.renderer().dump() == before and not narrowing.is_partly_hidden(chosen)


def test_the_layer_is_filtered_within_its_own_filter_and_gets_it_back(qtbot, dock, tmp_path):
    chosen = saved(matches(), tmp_path / "m.gpkg")
    chosen.setSubsetString("\"class\" <> 'AM'")
    choose(qtbot, dock, chosen)
    dock.review.filter_bar.set_filter(without("unmatched"))
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert {feature["name"] for feature in chosen.getFeatures()} == {"chips", "lamps"}
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.set_filter(ClusterFilter(text="中山"))
    assert {feature["name"] for feature in chosen.getFeatures()} == {"lamps"}
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert chosen.subsetString() == "\"class\" <> 'AM'"
    assert chosen.featureCount() == 3


def labels(layer):
    return [item.label() for item in layer.renderer().legendSymbolItems()][:3]


WHOLE = ["Matched (1, 33.3 %)", "Adjacent (1, 33.3 %)", "Unmatched (1, 33.3 %)"]


@pytest.mark.parametrize("on_map", [False, True], ids=["in the layer", "on the map as well"])
def test_the_legend_counts_the_whole_layer_while_it_is_filtered(qtbot, dock, tmp_path, on_map):
    chosen = choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(without("unmatched"))
    if on_map:
        dock.review.filter_bar.map_button.click()
    for _ in range(2):
        with qtbot.waitSignal(dock.controller.summary_changed):
            dock.review.filter_bar.layer_button.click()
        assert labels(chosen) == WHOLE
    dock.review.filter_bar.set_filter(ClusterFilter())
    assert labels(chosen) == WHOLE


def test_the_legend_of_a_map_that_hides_rows_follows_the_edits(qtbot, dock, tmp_path):
    chosen = choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter(text="北京"))
    dock.review.filter_bar.map_button.click()
    robots = next(feature.id() for feature in chosen.getFeatures() if feature["name"] == "robots")
    chosen.startEditing()
    with qtbot.waitSignal(dock.controller.summary_changed):
        chosen.changeAttributeValue(robots, chosen.fields().lookupField("cb_status"), "matched")
    assert labels(chosen)[0] == "Matched (2, 66.7 %)" and drawn_names(chosen) == ["chips"]
    chosen.rollBack()


def test_a_layer_that_takes_no_filter_is_said_and_the_button_springs_back(qtbot, dock, tmp_path):
    chosen = choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter(text="中山"))
    chosen.startEditing()
    dock.review.filter_bar.layer_button.click()
    qtbot.wait(400)
    assert "stop editing it" in dock.message.text()
    dock.review.filter_bar.set_filter(ClusterFilter(text="北京"))
    assert names_in(dock) == ["chips"]
    assert not dock.review.filter_bar.layer_button.isChecked()
    chosen.rollBack()


def test_a_layer_that_is_left_gets_its_look_and_filter_back(qtbot, dock, tmp_path):
    chosen = choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter(text="中山"))
    dock.review.filter_bar.map_button.click()
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    dock.layer_box.setLayer(None)
    assert chosen.subsetString() == "" and len(drawn_names(chosen)) == 4
    assert (
        not dock.review.filter_bar.map_button.isChecked()
        and not dock.review.filter_bar.layer_button.isChecked()
    )


def test_a_class_that_is_a_number_is_filtered_as_one(qtbot, dock, tmp_path):
    from qgis.core import QgsFeature, QgsVectorLayer

    made = QgsVectorLayer("None?field=class:integer&field=cb_status:string&field=name:string", "m", "memory")
    for value in (1, 2):
        feature = QgsFeature(made.fields())
        feature.setAttributes([value, "matched", f"n{value}"])
        made.dataProvider().addFeature(feature)
    chosen = choose(qtbot, dock, saved(made, tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter({"class": [2]}))
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert chosen.featureCount() == 1 and names_in(dock) == ["n2"]


@pytest.mark.parametrize("city", ["'", "%", "_", 'a"b'])
def test_odd_characters_in_the_city_are_no_error(qtbot, dock, tmp_path, city):
    chosen = choose(qtbot, dock, saved(matches(), tmp_path / "m.gpkg"))
    dock.review.filter_bar.set_filter(ClusterFilter(text=city))
    dock.review.filter_bar.map_button.click()
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert chosen.isValid()
    dock.layer_box.setLayer(None)
    assert chosen.featureCount() == 4


def test_selecting_in_the_list_selects_on_the_map(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    select(dock, "lamps", "cars")
    assert {feature["name"] for feature in chosen.selectedFeatures()} == {"lamps", "cars"}


def test_selecting_on_the_map_selects_in_the_list_and_keeps_it_through_sorting(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    chosen.selectByExpression("\"name\" = 'lamps'")

    def selected():
        rows = dock.review.view.selectionModel().selectedRows()
        return [dock.review.model.row_at(index.row()).name for index in rows]

    assert selected() == ["lamps"]
    dock.review.view.sortByColumn(ClusterModel.NAME, Qt.SortOrder.DescendingOrder)
    assert selected() == ["lamps"]
    assert [feature["name"] for feature in chosen.selectedFeatures()] == ["lamps"]
    dock.review.filter_bar.set_filter(ClusterFilter({"class": ["SEI"]}))
    assert selected() == [] and chosen.selectedFeatureCount() == 1


def test_enter_zooms_to_the_current_cluster(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    dock.show()
    select(dock, "robots")
    dock.review.view.setFocus()
    dock.review.view.actions()[0].trigger()
    wanted = next(feature.id() for feature in chosen.getFeatures() if feature["name"] == "robots")
    assert dock.canvas.zoomed == [[wanted]]


def test_the_summary_is_sorted_with_the_sum_below(qtbot, dock):
    choose(qtbot, dock, matches())
    dock.overview.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
    model = dock.overview.model
    assert [model.row_at(row).texts[0] for row in range(4)] == ["AM", "INN", "SEI", "All"]
    dock.overview.view.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert model.row_at(0).texts[0] == "SEI"
    assert model.row_at(3).is_sum


def test_each_class_has_a_bar_of_its_statuses(qtbot, dock):
    choose(qtbot, dock, matches())
    counts = dock.overview.model.data(dock.overview.model.index(0, SummaryModel.bar_section()), COUNTS_ROLE)
    assert counts == {"matched": 1, "adjacent": 0, "unmatched": 1, "unresolved": 0}
    dock.resize(600, 900)
    dock.show()
    assert not dock.overview.view.grab().isNull()


def test_the_order_stays_when_the_layer_is_read_again(qtbot, dock):
    choose(qtbot, dock, matches())
    dock.review.view.sortByColumn(ClusterModel.NAME, Qt.SortOrder.AscendingOrder)
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.controller.refresh()
    assert names_in(dock) == ["cars", "chips", "lamps", "robots"]


def test_a_hundred_thousand_clusters_are_filtered_at_once(qtbot, dock):
    rows = [
        (f"n{i}", "SEI", f"{i}#1", f"city {i % 300}", ("matched", "unmatched")[i % 2], "same", "")
        for i in range(100_000)
    ]
    choose(qtbot, dock, matches(rows))
    dock.review.filter_bar.set_filter(without("matched", "city 29"))
    assert 0 < len(names_in(dock)) < 50_000


def own_controls(dock):
    """What a person works with, without the parts that Qt and QGIS put into their widgets."""
    kinds = (QAbstractButton, QComboBox, QLineEdit, QAbstractItemView, QSpinBox)
    found = [widget for kind in kinds for widget in dock.findChildren(kind)]
    inner = ("ScrollLeftButton", "ScrollRightButton", "mLineEdit")
    return [
        widget
        for widget in found
        if widget.objectName()
        and not widget.objectName().startswith("qt_")
        and widget.objectName() not in inner
    ]


def test_all_controls_are_reached_by_the_keyboard_and_explained(qtbot, dock):
    own = own_controls(dock)
    assert len(own) > 30
    for widget in own:
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()
        assert widget.toolTip() or widget.parent().toolTip(), widget.objectName()


@pytest.mark.parametrize("factor", [1.25, 2.0])
def test_nothing_is_cut_in_large_type(qtbot, dock, factor):
    font = dock.font()
    font.setPointSizeF(font.pointSizeF() * factor)
    dock.setFont(font)
    choose(qtbot, dock, matches())
    for view in (dock.overview.view, dock.review.view):
        assert view.verticalHeader().defaultSectionSize() >= 0.9 * view.fontMetrics().height()


def test_a_key_leads_from_the_list_to_the_search_and_stays_a_letter_there(qtbot, dock):
    choose(qtbot, dock, matches())
    dock.tabs.setCurrentIndex(1)
    dock.show()
    QApplication.setActiveWindow(dock)
    dock.review.view.setFocus()
    qtbot.waitUntil(dock.review.view.hasFocus)
    QTest.keyClick(dock.review.view, "/")
    search = dock.review.filter_bar.search
    qtbot.waitUntil(search.hasFocus)
    QTest.keyClick(search, "/")
    assert search.text() == "/"


def test_numbers_in_a_menu_are_those_of_what_was_ticked_just_now(qtbot, dock):
    choose(qtbot, dock, matches())
    bar = dock.review.filter_bar
    for name, button in bar.status_buttons.items():
        button.setChecked(name == "matched")
    menu = bar.facet_buttons[CLASS]
    menu.fill()
    assert [menu.list.item(row).text() for row in range(menu.list.count())] == ["SEI (1)"]


def test_while_another_class_is_counted_no_former_number_stands_there(qtbot, dock):
    fields = ("many", *FIELDS)
    rows = [(f"v{number}", *ROWS[number % 4]) for number in range(120)]
    choose(qtbot, dock, matches(rows, fields))
    overview, menu = dock.overview, dock.review.filter_bar.facet_buttons[CLASS]
    for field, is_said in (("many", True), ("class", False)):
        with qtbot.waitSignal(dock.controller.summary_changed, timeout=60_000):
            overview.class_box.setField(field)
            assert overview.model.rowCount() == 0 and overview.hint.text() == "Counting …"
            menu.fill()
            assert menu.list.count() == 0 and dock.message.text() == ""
        qtbot.waitUntil(lambda is_said=is_said: ("120 distinct" in dock.message.text()) == is_said)
        assert overview.model.rowCount() and "Click a number" in overview.hint.text()
    QgsProject.instance().addMapLayer(other := matches(ROWS[:2], name="other"))
    dock.layer_box.setLayer(other)
    assert overview.model.rowCount() == 0 and dock.review.shown_label.text() == "…"
    qtbot.waitUntil(lambda: dock.review.shown_label.text() == "2 of 2")
