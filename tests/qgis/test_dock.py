"""The dock: what it shows of a matched layer, and that it outlives layers and projects."""

import sys
import time

import pytest
from clusterbelt.processing.cartography import styling
from clusterbelt.processing.cartography.page.table import rows_of_clusters, table_texts
from clusterbelt.ui.dock.workbench import Workbench
from clusterbelt.ui.elements.status_signs import status_icon
from clusterbelt.ui.overview.summary_model import SummaryModel
from clusterbelt.ui.overview.summary_rows import SummaryRow
from clusterbelt.ui.review.cluster_model import ClusterModel
from clusterbelt.ui.study.cluster_filter import ClusterFilter
from clusterbelt.ui.study.match_reader import class_field_in
from dock_scene import FIELDS, ROWS, choose, layer_of, matches, names_in, saved, without
from qgis.core import NULL, QgsGeometry, QgsProject, QgsRectangle, QgsSingleSymbolRenderer
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPalette
from qgis.PyQt.QtWidgets import QStyleOptionViewItem

# The least that the list shows, without rows of shared clusters and their evidence.
FEW_FIELDS = ("name", "class", "cb_city", "cb_status", "cb_reason")


def table_of(model):
    return [
        [model.data(model.index(row, column)) for column in range(min(model.columnCount(), 6))]
        for row in range(model.rowCount())
    ]


def click_on(qtbot, dock, name):
    view, model = dock.review.view, dock.review.model
    row = next(row for row in range(model.rowCount()) if model.row_at(row).name == name)
    place = view.visualRect(model.index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    return place


def double_click_on(qtbot, dock, name):
    place = click_on(qtbot, dock, name)
    qtbot.mouseDClick(dock.review.view.viewport(), Qt.MouseButton.LeftButton, pos=place)


def test_only_layers_with_statuses_are_offered_and_none_is_chosen_by_itself(dock):
    other = matches(rows=[("a",)], fields=("name",), name="other")
    matched = matches()
    renderer = matched.renderer().type()
    QgsProject.instance().addMapLayers([other, matched])
    offered = [dock.layer_box.layer(index) for index in range(dock.layer_box.count())]
    assert offered == [None, matched]
    assert dock.controller.layer is None
    assert matched.renderer().type() == renderer


def test_a_layer_that_is_drawn_by_status_already_is_shown_when_it_comes(qtbot, dock):
    drawn = matches()
    styling.style_matches(drawn)
    with qtbot.waitSignal(dock.controller.summary_changed):
        QgsProject.instance().addMapLayers([matches(name="plain"), drawn])
    assert dock.layer_box.currentLayer() is drawn
    other = matches(name="other")
    styling.style_matches(other)
    QgsProject.instance().addMapLayer(other)
    assert dock.layer_box.currentLayer() is drawn


def test_a_chosen_layer_is_drawn_by_status_and_counted_by_class(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    assert styling.is_styled_by_status(chosen)
    assert table_of(dock.overview.model) == [
        ["SEI", "1 (50.0 %)", "0 (0.0 %)", "1", "0", "2"],
        ["INN", "0 (0.0 %)", "1 (100.0 %)", "0", "0", "1"],
        ["AM", "0", "0", "0", "1", "1"],
        ["All", "1 (33.3 %)", "1 (33.3 %)", "1", "1", "4"],
    ]


def test_the_clusters_are_listed_with_city_status_and_reason(qtbot, dock):
    choose(qtbot, dock, matches())
    assert table_of(dock.review.model)[0] == ["chips", "北京市", "Matched", "same industry", ""]
    assert dock.review.model.rowCount() == 4


def test_without_a_class_field_all_are_counted_together(qtbot, dock):
    choose(qtbot, dock, matches(fields=["kind" if name == "class" else name for name in FIELDS]))
    assert dock.overview.class_box.currentField() == ""
    assert [row[0] for row in table_of(dock.overview.model)] == ["All"]
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.overview.class_box.setField("kind")
    assert [row[0] for row in table_of(dock.overview.model)] == ["SEI", "INN", "AM", "All"]


def test_a_field_of_names_is_refused_as_class(qtbot, dock):
    rows = [(f"n{i}", f"c{i}", "x", "matched", "same") for i in range(150)]
    choose(qtbot, dock, matches(rows, FEW_FIELDS))
    assert [row[0] for row in table_of(dock.overview.model)] == ["All"]
    assert "150" in dock.message.text() and "class" in dock.message.text()


def test_null_values_are_shown_in_words(qtbot, dock):
    choose(qtbot, dock, matches([[NULL] * len(FIELDS), ROWS[0]]))
    assert table_of(dock.review.model)[0] == ["", "", "No status", "", ""]
    assert "No class" in [row[0] for row in table_of(dock.overview.model)]


def test_a_double_click_zooms_to_the_cluster_and_lets_it_flash(qtbot, dock, canvas):
    chosen = choose(qtbot, dock, matches())
    dock.resize(500, 900)
    dock.show()
    double_click_on(qtbot, dock, "lamps")
    wanted = next(feature.id() for feature in chosen.getFeatures() if feature["name"] == "lamps")
    assert canvas.zoomed == [[wanted]]
    assert canvas.flashed[-1] == [wanted]


def test_a_double_click_finds_the_right_cluster_after_sorting(qtbot, dock, canvas):
    chosen = choose(qtbot, dock, matches())
    dock.resize(500, 900)
    dock.show()
    dock.review.view.sortByColumn(ClusterModel.STATUS, Qt.SortOrder.DescendingOrder)
    assert [row[2] for row in table_of(dock.review.model)] == [
        "Unresolved",
        "Unmatched",
        "Adjacent",
        "Matched",
    ]
    double_click_on(qtbot, dock, "cars")
    wanted = next(feature.id() for feature in chosen.getFeatures() if feature["name"] == "cars")
    assert canvas.zoomed == [[wanted]]


def test_from_an_empty_map_a_double_click_first_shows_the_whole(qtbot, dock, canvas):
    choose(qtbot, dock, matches())
    canvas.setExtent(QgsRectangle())
    dock.resize(500, 900)
    dock.show()
    double_click_on(qtbot, dock, "lamps")
    double_click_on(qtbot, dock, "cars")
    assert canvas.seen_whole == 1
    assert len(canvas.zoomed) == 2


def test_a_cluster_without_a_place_is_said_and_not_zoomed_to(qtbot, dock, canvas):
    chosen = choose(qtbot, dock, matches())
    first = next(chosen.getFeatures()).id()
    chosen.dataProvider().changeGeometryValues({first: QgsGeometry()})
    dock.controller.show_on_map(first)
    assert canvas.zoomed == []
    assert "no location" in dock.message.text()


def test_an_edit_is_counted_after_a_pause_and_many_edits_once(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    seen = []
    dock.controller.summary_changed.connect(seen.append)
    chosen.startEditing()
    index = chosen.fields().lookupField("cb_status")
    for feature in list(chosen.getFeatures()):
        chosen.changeAttributeValue(feature.id(), index, "matched")
    qtbot.waitUntil(lambda: bool(seen), timeout=5000)
    qtbot.wait(500)
    assert len(seen) == 1
    assert table_of(dock.overview.model)[-1] == ["All", "4 (100.0 %)", "0 (0.0 %)", "0", "0", "4"]
    chosen.rollBack()
    qtbot.waitUntil(lambda: len(seen) == 2, timeout=5000)
    assert table_of(dock.overview.model)[-1][1] == "1 (33.3 %)"


def test_an_edit_brings_the_legend_up_to_date(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    index = chosen.fields().lookupField("cb_status")
    ids = [feature.id() for feature in chosen.getFeatures()]
    with qtbot.waitSignal(dock.controller.summary_changed, timeout=5000):
        chosen.dataProvider().changeAttributeValues({key: {index: "matched"} for key in ids})
        chosen.dataProvider().dataChanged.emit()
    assert chosen.renderer().legendSymbolItems()[0].label() == "Matched (4, 100.0 %)"


def test_a_layer_that_the_user_styled_by_status_keeps_its_look(qtbot, dock):
    chosen = matches()
    styling.style_matches(chosen)
    inner = chosen.renderer().embeddedRenderer().clone()
    inner.updateCategoryLabel(0, "mine")
    chosen.setRenderer(inner)
    choose(qtbot, dock, chosen)
    assert chosen.renderer().type() == "categorizedSymbol"
    assert chosen.renderer().categories()[0].label() == "mine"


def test_a_layer_with_another_style_is_styled_when_chosen(qtbot, dock):
    chosen = matches()
    chosen.setRenderer(QgsSingleSymbolRenderer(styling.status_symbol("matched")))
    choose(qtbot, dock, chosen)
    assert styling.is_styled_by_status(chosen)


def test_a_table_without_geometry_is_counted(qtbot, dock):
    choose(qtbot, dock, layer_of("None", "table", FIELDS, ROWS[:1]))
    assert table_of(dock.overview.model)[-1][0] == "All"


def test_the_removal_of_the_shown_layer_empties_the_dock_and_chooses_no_other(qtbot, dock):
    second = matches(name="second")
    QgsProject.instance().addMapLayer(second)
    chosen = choose(qtbot, dock, matches())
    QgsProject.instance().removeMapLayer(chosen.id())
    assert dock.controller.layer is None
    assert dock.layer_box.currentLayer() is None
    assert dock.overview.model.rowCount() == dock.review.model.rowCount() == 0
    assert second.renderer().type() == "singleSymbol"


def test_a_layer_removed_while_it_is_read_is_let_go(qtbot, dock):
    chosen = matches()
    QgsProject.instance().addMapLayer(chosen)
    dock.layer_box.setLayer(chosen)
    QgsProject.instance().removeMapLayer(chosen.id())
    qtbot.wait(50)
    assert dock.review.model.rowCount() == 0


def test_the_dock_outlives_the_project_and_takes_the_next_layer(qtbot, dock):
    choose(qtbot, dock, matches())
    QgsProject.instance().clear()
    assert dock.controller.layer is None
    assert dock.overview.model.rowCount() == 0
    choose(qtbot, dock, matches())
    assert dock.review.model.rowCount() == 4


def test_twenty_reloads_leave_nothing_behind(qtbot, canvas):
    project = QgsProject.instance()
    project.clear()
    shown = matches()
    project.addMapLayer(shown)
    listeners = project.receivers(project.layersAdded)
    own = shown.receivers(shown.layerModified)
    for _ in range(20):
        dock = Workbench(canvas=canvas)
        dock.layer_box.setLayer(shown)
        dock.shutdown()
        dock.shutdown()
        dock.deleteLater()
        del dock
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert project.receivers(project.layersAdded) == listeners
    assert shown.receivers(shown.layerModified) == own
    shown.startEditing()
    shown.deleteFeature(next(shown.getFeatures()).id())
    qtbot.wait(400)
    project.clear()


def test_after_shutdown_edits_change_nothing(qtbot, dock):
    chosen = choose(qtbot, dock, matches())
    seen = []
    dock.controller.summary_changed.connect(seen.append)
    dock.shutdown()
    chosen.startEditing()
    chosen.deleteFeature(next(chosen.getFeatures()).id())
    qtbot.wait(500)
    assert seen == []


def test_a_hundred_thousand_clusters_are_read_while_the_window_answers(qtbot, dock):
    rows = [(f"n{i}", "SEI", f"city {i % 300}", "matched", "same") for i in range(100_000)]
    large = matches(rows, FEW_FIELDS)
    QgsProject.instance().addMapLayer(large)
    dock.layer_box.setLayer(large)
    rounds, end = 0, time.monotonic() + 60
    while not dock.review.model.rowCount() and time.monotonic() < end:
        QCoreApplication.processEvents()
        rounds += 1
    assert dock.review.model.rowCount() == 100_000
    assert rounds > 5


def test_a_missing_numpy_is_said(qtbot, dock, monkeypatch):
    monkeypatch.setitem(sys.modules, "numpy", None)
    choose(qtbot, dock, matches())
    assert "needs numpy" in dock.message.text()
    assert dock.review.model.rowCount() == 0


def sections_in_sight(view):
    header = view.horizontalHeader()
    return [
        section
        for section in range(header.count())
        if not header.isSectionHidden(section)
        and header.sectionViewportPosition(section) + header.sectionSize(section) <= view.viewport().width()
    ]


def test_both_tables_fit_the_width_that_qgis_gives_the_dock(qtbot, dock):
    rows = [("武汉市新型显示器件产业集群", "SEI", "1#1", "武汉市", "unmatched", "none_related", "")] * 40
    choose(qtbot, dock, matches(rows))
    dock.resize(420, 900)
    dock.show()
    view = dock.overview.view
    assert sections_in_sight(view) == list(range(SummaryModel.bar_section() + 1))
    assert view.columnWidth(SummaryModel.bar_section()) >= 5 * view.fontMetrics().height()
    assert dock.overview.model.headerData(3, Qt.Orientation.Horizontal) == ""
    tip = dock.overview.model.headerData(3, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == "Unmatched"
    dock.tabs.setCurrentIndex(1)
    assert sections_in_sight(dock.review.view) == [0, 1, 2, 3]
    assert dock.review.view.columnWidth(0) >= 8 * view.fontMetrics().height()
    dock.overview.view.sortByColumn(SummaryModel.total_section(), Qt.SortOrder.DescendingOrder)
    hint = view.horizontalHeader().sectionSizeHint(SummaryModel.total_section())
    assert view.columnWidth(SummaryModel.total_section()) >= hint
    dock.tabs.setCurrentIndex(0)
    dock.resize(900, 900)
    assert dock.overview.model.headerData(3, Qt.Orientation.Horizontal) == "Unmatched"
    dock.tabs.setCurrentIndex(1)
    assert dock.review.view.columnWidth(3) >= dock.review.view.sizeHintForColumn(3)


def test_total_and_bar_stand_beside_the_class_however_narrow_the_dock(dock):
    header = dock.overview.view.horizontalHeader()
    assert [header.logicalIndex(place) for place in range(3)] == [
        0,
        SummaryModel.total_section(),
        SummaryModel.bar_section(),
    ]


def test_numbers_of_many_rows_stand_without_rates_in_a_narrow_overview(qtbot, dock):
    counts = {"matched": 38_853, "adjacent": 11_213, "unmatched": 49_934, "unresolved": 0}
    texts = ("All", *(f"{number} (38.9 %)" for number in counts.values()), "100000", "")
    model = dock.overview.model
    dock.controller.summary_changed.emit([SummaryRow(texts, counts, True)])
    dock.stack.setCurrentIndex(1)
    dock.show()
    for width, text in ((340, "38853"), (900, "38853 (38.9 %)")):
        dock.resize(width, 700)
        qtbot.waitUntil(lambda text=text: model.data(model.index(0, 1)) == text)
    assert "38.9" in model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole)


@pytest.mark.parametrize("name", ["第1类特别长的类别名称用于检验图例是否溢出", "Class of clusters " * 20])
def test_a_long_name_of_a_class_leaves_the_numbers_in_sight(qtbot, dock, name):
    counts = {"matched": 1_200, "adjacent": 12, "unmatched": 48, "unresolved": 0}
    texts = (name, *(f"{number} (38.9 %)" for number in counts.values()), "1260", "")
    model, view = dock.overview.model, dock.overview.view
    dock.controller.summary_changed.emit([SummaryRow(texts, counts, False)] * 40)
    dock.stack.setCurrentIndex(1)
    dock.show()
    for width in (340, 420, 900):
        dock.resize(width, 700)
        qtbot.waitUntil(lambda width=width: dock.width() == width)
        assert sections_in_sight(view) == list(range(SummaryModel.bar_section() + 1))
        assert view.columnWidth(0) >= 3 * view.fontMetrics().height()
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole).replace("\n", " ").count(name.strip())


@pytest.mark.parametrize("status", ["matched", "adjacent", "unmatched", "unresolved"])
def test_a_sign_stands_on_a_light_tile_also_where_its_row_is_selected(dock, status):
    icon = status_icon(status)
    for mode in (icon.Mode.Normal, icon.Mode.Selected):
        for side in (16, 32):
            picture = icon.pixmap(side, side, mode).toImage()
            assert picture.width() == side
            edge, middle = picture.pixelColor(side // 2, side // 8), picture.pixelColor(side // 2, side // 2)
            assert edge.alpha() == 255 and edge.lightness() > 230
            # The hollow one is light inside, the others are not.
            assert (middle.lightness() > 230) == (status == "unresolved")


def test_the_black_and_the_hollow_part_of_a_bar_are_told_apart_on_black(qtbot, dock):
    rows = [("a", "SEI", "1#1", "x", "matched", "same", ""), ("b", "SEI", "2#1", "x", "unresolved", "", "")]
    choose(qtbot, dock, matches(rows))
    option = QStyleOptionViewItem()
    option.palette = QPalette(QColor("#000000"))
    option.rect.setRect(0, 0, 110, 24)
    picture = QImage(110, 24, QImage.Format.Format_RGB32)
    picture.fill(QColor("#000000"))
    painter = QPainter(picture)
    index = dock.overview.model.index(0, SummaryModel.bar_section())
    dock.overview.view.itemDelegateForColumn(SummaryModel.bar_section()).paint(painter, option, index)
    painter.end()
    along = [picture.pixelColor(column, 12).lightness() for column in (1, 3, 30, 80)]
    assert along[0] < 20 and along[1] > 200  # The tile ends before the cell does.
    assert along[2] < 40 and along[3] > 240


@pytest.mark.parametrize(
    ("tab", "order"),
    [
        (0, ["layer_box", "matchclusters", "class_box", "summary_view"]),
        (1, ["layer_box", "search", "show_matched", "facet_class", "filter_layer", "show_all", "cluster_view",
             "note"]),
    ],
    ids=["overview", "review"],
)  # fmt: skip
def test_tab_goes_through_the_dock_from_top_to_bottom(qtbot, dock, tab, order):
    choose(qtbot, dock, matches())
    dock.review.filter_bar.set_filter(without("matched"))
    dock.resize(500, 900)
    dock.tabs.setCurrentIndex(tab)
    dock.show()
    reached, widget = [], dock.layer_box
    while widget is not dock.layer_box or not reached:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and widget.isEnabled():
            reached.append(widget.objectName())
        widget = widget.nextInFocusChain()
    places = [reached.index(name) for name in order]
    assert places == sorted(places)
    assert not dock.overview.view.tabKeyNavigation() and not dock.review.view.tabKeyNavigation()


def test_the_tip_of_a_bar_says_its_numbers_and_rates(qtbot, dock):
    choose(qtbot, dock, matches())
    model = dock.overview.model
    for role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
        assert model.data(model.index(3, SummaryModel.bar_section()), role).split("\n") == [
            "All (4)", "Matched (1, 33.3 %)", "Adjacent (1, 33.3 %)", "Unmatched (1, 33.3 %)", "Unresolved (1)",
        ]  # fmt: skip
    assert model.data(model.index(0, 1), Qt.ItemDataRole.ToolTipRole).startswith("SEI (2)")
    assert dock.overview.view.toolTip()


def test_the_list_says_how_many_of_all_it_shows_and_shows_all_again(qtbot, dock):
    dock.show()
    dock.tabs.setCurrentIndex(1)
    assert dock.review.show_all_button.isHidden()
    choose(qtbot, dock, matches())
    assert dock.review.shown_label.text() == "4 of 4"
    assert dock.review.show_all_button.isHidden()
    dock.review.filter_bar.set_filter(ClusterFilter(text="nowhere"))
    assert dock.review.shown_label.text() == "0 of 4"
    assert dock.review.show_all_button.isVisible()
    dock.review.show_all_button.click()
    assert dock.review.shown_label.text() == "4 of 4"
    assert dock.review.filter_bar.filter == ClusterFilter()


def test_the_list_remembers_all_while_the_layer_itself_is_filtered(qtbot, dock, tmp_path):
    choose(qtbot, dock, saved(matches(), tmp_path / "matches.gpkg"))
    dock.review.filter_bar.set_filter(without("matched"))
    with qtbot.waitSignal(dock.controller.summary_changed):
        dock.review.filter_bar.layer_button.click()
    assert dock.review.shown_label.text() == "3 of 4"


def test_a_cluster_with_many_words_and_pairs_has_room_for_its_reasons(qtbot, dock):
    evidence = "New display devices lies under Electronics manufacturing, 1 level; " * 3
    choose(qtbot, dock, matches([("screens", "SEI", "1#1", "深圳市", "matched", "same", evidence)]))
    fields = ("cluster", "belt", "rel", "decby", "evid")
    pairs = [("1#1", f"B{number}", "same", "rules", "x") for number in range(5)]
    QgsProject.instance().addMapLayer(layer_of("None", "pairs", fields, pairs))
    dock.resize(420, 760)
    dock.tabs.setCurrentIndex(1)
    dock.show()
    click_on(qtbot, dock, "screens")
    panel = dock.review.why_panel
    assert panel.pairs_view.isVisible() and panel.target.isVisible()
    inner = panel.details.widget()
    qtbot.waitUntil(
        lambda: inner.height() >= inner.layout().minimumHeightForWidth(inner.width()), timeout=2000
    )
    bar = panel.judging_bar
    assert bar.mapTo(dock, bar.rect().bottomRight()).y() <= dock.height()


@pytest.mark.parametrize("scale", [1, 2], ids=["100 %", "200 %"])
def test_the_dock_fits_a_small_screen_and_scrolls(qtbot, dock, scale):
    font = dock.font()
    font.setPointSizeF(9 * scale)
    dock.setFont(font)
    choose(qtbot, dock, matches())
    assert dock.minimumSizeHint().height() < 420 and dock.minimumSizeHint().width() < 317 * scale
    dock.resize(317, 420)
    dock.show()
    for tab in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(tab)
        area, page = dock.tabs.currentWidget(), dock.tabs.currentWidget().widget()
        QCoreApplication.processEvents()
        assert page.height() >= page.layout().minimumHeightForWidth(page.width())
        assert area.verticalScrollBar().maximum() == max(0, page.height() - area.viewport().height())


def test_chinese_headers_tell_name_and_class(qtbot, dock):
    fields = ("编号", "集群名称", "类别", *FIELDS[2:])
    layer = matches([("7", *row) for row in ROWS], fields)
    choose(qtbot, dock, layer)
    assert names_in(dock) == ["chips", "robots", "lamps", "cars"]
    assert dock.overview.class_box.currentField() == "类别"
    assert [row.texts[0] for row in map(dock.overview.model.row_at, range(4))] == ["SEI", "INN", "AM", "All"]


def test_clusters_without_a_name_bear_the_number_of_a_row_only_where_they_are_shared(qtbot, dock):
    rows = [
        ("1#1", "1", "matched"),
        ("2#1", "2", "matched"),
        ("2#2", "2", "unmatched"),
        ("a#b#1", "1", "matched"),
    ]
    choose(qtbot, dock, matches(rows, ("cb_row", "cb_shared", "cb_status")))
    model = dock.review.model
    assert [model.index(row, model.NAME).data() for row in range(4)] == ["1", "2#1", "2#2", "a#b"]
    names = []
    for row in range(4):
        dock.review.view.selectRow(row)
        names.append(dock.why_controller.why.name)
    assert names == ["1", "2#1", "2#2", "a#b"]


@pytest.mark.parametrize(
    ("names", "known"),
    [
        (["认定批次", "cb_status"], "认定批次"),
        (["集群级别", "Tier", "cb_status"], "Tier"),
        (["geom_type", "cb_status"], ""),
    ],
)
def test_a_class_is_known_by_the_end_of_a_chinese_name(names, known):
    assert class_field_in(layer_of("None", "m", names, [])) == known


def test_classes_stand_in_the_order_of_numbers_and_statuses_in_words(qtbot, dock):
    classes = ("第十批", "第三批", "第二批", "")
    layer = choose(qtbot, dock, matches([(row[0], one, *row[2:]) for row, one in zip(ROWS, classes)]))
    overview = dock.overview

    def shown():
        return [overview.model.row_at(row).texts[0] for row in range(overview.model.rowCount())]

    assert shown() == ["第二批", "第三批", "第十批", "No class", "All"]
    page = [row[0] for row in table_texts(rows_of_clusters(layer, "class"), "en")]
    assert page[1:] == ["第二批", "第三批", "第十批", "No class", "All"]
    for field in ("cb_status", "cb_reason"):
        with qtbot.waitSignal(dock.controller.summary_changed, timeout=60_000):
            overview.class_box.setField(field)
        page = [row[0] for row in table_texts(rows_of_clusters(layer, field), "en")]
        assert shown() == page[1:] and not any("_" in text for text in page)
        if field == "cb_status":
            assert shown() == ["Matched", "Adjacent", "Unmatched", "Unresolved", "All"]
