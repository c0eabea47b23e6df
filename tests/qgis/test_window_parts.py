"""Parts of the window: options that dialogs begin with, the locator, and the message after a run."""

import time
from collections import Counter
from pathlib import Path
from types import SimpleNamespace

import pytest
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.cartography.page.extents import CHINA_ALBERS, crs_from
from clusterbelt.processing.cartography.periods import set_times
from clusterbelt.processing.compat import temporal_unit
from clusterbelt.processing.layers.runs import Run, run_of, write_run
from clusterbelt.ui import parts
from clusterbelt.ui.actions.action_bar import LAYOUT
from clusterbelt.ui.actions.pages import Pages
from clusterbelt.ui.actions.presets import parameters_of_page
from clusterbelt.ui.actions.readiness import get_ready
from clusterbelt.ui.dialogs import options_page
from clusterbelt.ui.dialogs.guided_dialog import make_dialog
from clusterbelt.ui.locator import ClusterLocator, matching, searched
from clusterbelt.ui.study import preferences
from clusterbelt.ui.study.first_sight import bring_into_sight
from clusterbelt.ui.study.run_follower import newest_matched
from dock_scene import matches
from making import match, sample, table
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeedback,
    QgsLayoutItemLabel,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsTemporalNavigationObject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    edit,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)


@pytest.fixture
def settings():
    yield QgsSettings()
    for key in preferences.KEYS.values():
        QgsSettings().remove(key)


def numbers_of(layer):
    """What a message says of a matched layer."""
    counts = Counter(row["cb_status"] for row in layer.getFeatures())
    return ", ".join(f"{key.title()} {counts[key]}" for key in statuses.ordered())


@pytest.fixture(scope="module")
def matched():
    return match(sample("clusters"), sample("belts"))["OUTPUT"]


def test_the_page_keeps_what_is_chosen_and_dialogs_begin_with_it(settings, qtbot, monkeypatch, tmp_path):
    own = tmp_path / "taxonomy.csv"
    own.write_text("code,parent,name_en\na,,Textiles\nb,a,Clothing\n", encoding="utf-8")
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    page = parts.OptionsFactory().createWidget(None)
    qtbot.addWidget(page)
    page.language.setCurrentIndex(page.language.findData("zh"))
    page.taxonomy.setFilePath(str(own))
    page.plane.setCrs(page.plane.crs().fromEpsgId(3857))
    page.apply()
    again = options_page.OptionsPage()
    qtbot.addWidget(again)
    assert again.language.currentData() == "zh" and again.plane.crs().authid() == "EPSG:3857"
    window = QWidget()
    qtbot.addWidget(window)
    registry = QgsApplication.processingRegistry()
    wrappers = (
        make_dialog(registry.createAlgorithmById("clusterbelt:matchclusters"), window).mainWidget().wrappers
    )
    assert wrappers["LANGUAGE"].parameterValue() == "zh"
    assert wrappers["TAXONOMY"].parameterValue() == str(own)
    wrappers = (
        make_dialog(registry.createAlgorithmById("clusterbelt:weightedellipse"), window).mainWidget().wrappers
    )
    assert wrappers["MEASURE_CRS"].parameterValue().authid() == "EPSG:3857"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no such file"),
        ("", "empty"),
        ("code,parent,name_en\n", "no table with rows"),
        ("a,b\n1,2\n", "no column code"),
        ("code,parent,name_en\na,b,A\nb,a,B\n", "cycle"),
        ("code,parent,name_en\na,zz,A\n", "zz"),
    ],
)
def test_a_taxonomy_that_cannot_be_read_is_said_and_not_kept(settings, qtbot, tmp_path, text, said):
    path = tmp_path / "own.csv"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    bar = QgsMessageBar()
    page = options_page.OptionsPage(message_bar=bar)
    for widget in (bar, page):
        qtbot.addWidget(widget)
    page.taxonomy.setFilePath(str(path))
    qtbot.waitUntil(lambda: said in page.problem.text(), timeout=20_000)
    assert not page.problem.isHidden()
    page.apply()
    assert not preferences.preference("TAXONOMY") and said in bar.currentItem().text()
    page.taxonomy.setFilePath("")
    qtbot.waitUntil(page.problem.isHidden)


def test_a_taxonomy_that_is_gone_for_now_stays_and_is_said(settings, qtbot):
    preferences.set_preference("TAXONOMY", "/on/a/drive/that/is/gone.csv")
    page = options_page.OptionsPage()
    qtbot.addWidget(page)
    qtbot.waitUntil(lambda: "no such file" in page.problem.text(), timeout=20_000)
    page.apply()
    assert preferences.preference("TAXONOMY") == "/on/a/drive/that/is/gone.csv"


@pytest.mark.parametrize("table", ["code,name_en\n39,A\n397,B\n", "code,name_zh\n1,A\n1.2,B\n"])
def test_a_taxonomy_of_any_form_is_kept(settings, qtbot, tmp_path, table):
    path = tmp_path / "own.csv"
    path.write_text(table, encoding="utf-8")
    page = options_page.OptionsPage()
    qtbot.addWidget(page)
    page.taxonomy.setFilePath(str(path))
    page.check()
    page.apply()
    assert page.problem.isHidden() and preferences.preference("TAXONOMY") == str(path)


def test_what_is_left_as_it_was_is_no_preference(settings, qtbot):
    page = options_page.OptionsPage()
    qtbot.addWidget(page)
    page.apply()
    assert not any(QgsSettings().contains(key) for key in preferences.KEYS.values())


def found(layer, text):
    """The filter, what it lists (user data and description, for results live as long as the signal), what it shows."""
    results, shown = [], []
    made = ClusterLocator(lambda: layer, lambda *given: shown.append(given))
    made.resultFetched.connect(lambda one: results.append((one.userData, one.description)))
    made.fetchResults(text, QgsLocatorContext(), QgsFeedback())
    return made, results, shown


def chosen(data):
    result = QgsLocatorResult()
    result.userData = data
    return result


def test_the_locator_lists_clusters_of_a_city_and_shows_the_chosen_one(project, matched):
    layer = project.addMapLayer(matched.clone())
    names = searched(layer)
    expected = {row.id() for row in layer.getFeatures() if any("深圳" in str(row[name]) for name in names)}
    made, results, shown = found(layer, "cb 深圳")
    assert {int(data.rpartition("|")[2]) for data, _ in results} == expected and len(expected) > 2
    assert all(description for _, description in results)
    data = results[0][0]
    made.triggerResult(chosen(data))
    assert shown == [(layer, int(data.rpartition("|")[2]))]
    project.removeMapLayer(layer.id())
    made.triggerResult(chosen(data))
    assert len(shown) == 1


def test_other_texts_and_quotes_find_nothing(matched):
    for text in ("深圳", "cb", "cb ", "cbx 深圳", "cb '%\" OR 1=1"):
        assert not found(matched, text)[1], text
    assert len(list(matching(matched, "深圳 智能"))) <= len(list(matching(matched, "深圳")))


def test_the_newest_matched_layer_is_searched(project, matched):
    assert newest_matched(project) is None
    layer = project.addMapLayer(matched.clone())
    assert newest_matched(project) is layer


class Window:
    """As much of QgisInterface as the message needs."""

    def __init__(self):
        self.window = QMainWindow()
        self.bar, self.canvas, self.designed = QgsMessageBar(self.window), QgsMapCanvas(self.window), []

    def mainWindow(self):  # noqa: N802
        return self.window

    def messageBar(self):  # noqa: N802
        return self.bar

    def mapCanvas(self):  # noqa: N802
        return self.canvas

    def openLayoutDesigner(self, layout):  # noqa: N802
        self.designed.append(layout)


class Plugin:
    dock = None

    def __init__(self):
        self.iface, self.opened = Window(), []

    def open_algorithm(self, algorithm, parameters, again=False):
        self.opened.append((algorithm, "again") if again else algorithm)


@pytest.fixture
def plugin(qtbot):
    made = Plugin()
    qtbot.addWidget(made.iface.window)
    yield made


@pytest.fixture
def pages(plugin):
    made = Pages(plugin)
    yield made
    made.stop()


def buttons_of(plugin):
    """The message that is seen, and its buttons by their words."""
    item = plugin.iface.bar.currentItem()
    return item, {button.text(): button for button in item.findChildren(QPushButton)}


def test_the_message_has_the_numbers_and_opens_report_and_layout(
    project, matched, qtbot, monkeypatch, plugin, pages
):
    opened = []
    monkeypatch.setattr("clusterbelt.ui.actions.pages.open_file", opened.append)
    pages.tell_of_run(project.addMapLayer(matched.clone()))
    item, buttons = buttons_of(plugin)
    assert item.text() == numbers_of(matched)
    assert item.level() == Qgis.MessageLevel.Success
    buttons["Open layout"].click()
    # QGIS's window of the layout is opened in another turn of the window than the page is made in.
    assert project.layoutManager().layouts() and not plugin.iface.designed
    qtbot.waitUntil(lambda: plugin.iface.designed == project.layoutManager().layouts())
    assert QApplication.overrideCursor() is None and not plugin.opened
    (made,) = project.layoutManager().layouts()
    texts = [item.text() for item in made.items() if isinstance(item, QgsLayoutItemLabel)]
    assert any("Industrial clusters and online belts" in text for text in texts)
    buttons["Open report"].click()
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    assert "<html" in Path(opened[0]).read_text(encoding="utf-8")
    buttons_of(plugin)[1]["Open"].click()
    assert len(opened) == 2 and opened[0] == opened[1]


@pytest.mark.parametrize("width", [1600, 980, 720])
def test_the_message_on_a_run_says_who_speaks_at_each_width(
    project, matched, monkeypatch, plugin, pages, width
):
    counts = {"matched": 312_456, "adjacent": 123_456, "unmatched": 456_789}
    monkeypatch.setattr("clusterbelt.ui.actions.run_numbers.count_values", lambda *_: counts)
    plugin.iface.window.resize(width, 400)
    pages.tell_of_run(project.addMapLayer(matched.clone()))
    item = plugin.iface.bar.currentItem()
    assert item.title() == "Cluster Belt" and "456789" in item.text() and "456789" in item.toolTip()


@pytest.mark.parametrize(("box", "moves"), [((0, 0, 1, 1), True), ((70, 10, 140, 55), False)])
def test_the_first_clusters_of_a_study_are_brought_into_sight(project, matched, qtbot, box, moves):
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(400, 300)
    canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    canvas.setExtent(QgsRectangle(*box))
    first = matched.clone()
    write_run(first, Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}), "OUTPUT")
    project.addMapLayer(first)
    project.setDirty(True)
    before = canvas.extent()
    bring_into_sight(canvas, first)
    assert (canvas.extent() != before) == moves and canvas.extent().contains(first.extent().center())
    canvas.setExtent(QgsRectangle(0, 0, 1, 1))
    again = matched.clone()
    write_run(again, Run("clusterbelt:matchclusters", {"CLUSTERS": "/a.csv"}), "OUTPUT")
    project.addMapLayer(again)
    before = canvas.extent()
    bring_into_sight(canvas, again)
    assert canvas.extent() == before
    # Of another study, where some clusters are in sight already, and of the first one after that.
    for study, seen in (("/b.csv", (115, 20, 125, 40)), ("/a.csv", (0, 0, 1, 1))):
        canvas.setExtent(QgsRectangle(*seen))
        other = matched.clone()
        write_run(other, Run("clusterbelt:matchclusters", {"CLUSTERS": study}), "OUTPUT")
        project.addMapLayer(other)
        bring_into_sight(canvas, other)
        assert canvas.extent().contains(other.extent())
        qtbot.wait(2)


@pytest.mark.parametrize("width", [1000, 720, 620])
def test_the_numbers_are_seen_whole_beside_a_message_of_qgis(project, matched, qtbot, plugin, pages, width):
    window, bar = plugin.iface.window, plugin.iface.bar
    window.setCentralWidget(QWidget())
    layout = QVBoxLayout(window.centralWidget())
    layout.addWidget(bar)
    layout.addStretch()
    window.resize(width, 400)
    window.show()
    bar.pushMessage("QGIS", "A message of another")
    pages.tell_of_run(project.addMapLayer(matched.clone()))
    text = bar.currentItem().findChild(QTextBrowser)
    qtbot.waitUntil(lambda: 0 < text.document().size().height() <= text.viewport().height(), timeout=3000)
    assert all(button.isVisible() for button in buttons_of(plugin)[1].values())


def test_names_that_look_like_html_are_plain_text_in_messages(project, matched, qtbot, plugin, pages):
    layer = project.addMapLayer(matched.clone())
    layer.setName("<img src=x> A & B")
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("cb_status"))
    layer.commitChanges()
    pages.make("clusterbelt:matchreport", layer)
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    item = plugin.iface.bar.currentItem()
    assert item.level() == Qgis.MessageLevel.Warning
    assert "“<img src=x> A & B”" in item.findChild(QTextBrowser).toPlainText()


def test_a_message_takes_the_place_of_the_one_before(project, matched, plugin, pages):
    layer = project.addMapLayer(matched.clone())
    for _ in range(3):
        pages.tell_of_run(layer)
    assert len(plugin.iface.bar.items()) == 1


@pytest.mark.parametrize(
    ("city", "why", "mend"),
    [
        ("深圳市", "industry not recognised 1", "give texts a meaning under “Texts”"),
        ("Atlantis", "city not recognised 1", "Check the field of the city"),
    ],
)
def test_a_run_that_decides_nothing_warns_and_says_what_to_do(project, plugin, pages, city, why, mend):
    belts = table([("b", "深圳市", "服装")], ("id", "city", "product"))
    layer = match(table([("1", city, "qwerty")], ("id", "city", "industry")), belts)["OUTPUT"]
    pages.tell_of_run(project.addMapLayer(layer))
    item, buttons = buttons_of(plugin)
    assert item.level() == Qgis.MessageLevel.Warning and not buttons
    assert f"No row of 1 could be decided ({why})." in item.text() and mend in item.text()


def test_the_window_turns_while_the_report_is_written(project, matched, qtbot, plugin, pages, monkeypatch):
    opened = []
    monkeypatch.setattr("clusterbelt.ui.actions.pages.open_file", opened.append)
    layer, turns = project.addMapLayer(matched.clone()), []
    pages.make("clusterbelt:matchreport", layer)
    assert pages.is_writing
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(pages.is_writing))
    timer.start(5)
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    assert sum(turns) > 10
    assert "Open" in buttons_of(plugin)[1] and not opened


def test_a_report_is_cancelled(project, matched, qtbot, plugin, pages):
    pages.make("clusterbelt:matchreport", project.addMapLayer(matched.clone()))
    item, buttons = buttons_of(plugin)
    assert item.findChildren(QProgressBar)
    buttons["Cancel"].click()
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    item, buttons = buttons_of(plugin)
    assert item.text() == "No report was written." and not buttons


def test_a_message_that_is_closed_does_not_stop_the_report(project, matched, qtbot, plugin, pages):
    pages.make("clusterbelt:matchreport", project.addMapLayer(matched.clone()))
    plugin.iface.bar.popWidget()
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    assert "Open" in buttons_of(plugin)[1]


def test_the_report_is_saved_where_the_user_says(
    project, matched, qtbot, plugin, pages, monkeypatch, tmp_path
):
    path = tmp_path / "mine.html"
    monkeypatch.setattr(
        "clusterbelt.ui.actions.pages.QFileDialog.getSaveFileName", lambda *_: (str(path), "")
    )
    pages.make("clusterbelt:matchreport", project.addMapLayer(matched.clone()))
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    buttons_of(plugin)[1]["Save as …"].click()
    assert "<html" in path.read_text(encoding="utf-8")


def test_without_a_class_the_report_is_written_all_the_same(project, matched, qtbot, plugin, pages):
    layer = project.addMapLayer(matched.clone())
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("class"))
    layer.commitChanges()
    pages.make("clusterbelt:matchreport", layer)
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    assert not plugin.opened and "Open" in buttons_of(plugin)[1]


FIELDS_OF_A_RUN = {
    "CLUSTER_ID": "id",
    "CLUSTER_CITY": "city",
    "CLUSTER_INDUSTRY": "industry",
    "BELT_CITY": "city",
    "BELT_INDUSTRY": "product",
}


def test_a_run_is_repeated_at_once_with_all_its_layers(project, qtbot, plugin, pages, tmp_path):
    clusters, belts = (project.addMapLayer(sample(name)) for name in ("clusters", "belts"))
    before = tmp_path / "matched.gpkg"
    before.write_text("of the run before")
    given = {"CLUSTERS": clusters.id(), "BELTS": belts.id(), **FIELDS_OF_A_RUN}
    outputs = {"OUTPUT": str(before), "PAIRS": "TEMPORARY_OUTPUT", "CHECK": None}
    pages.repeat("clusterbelt:matchclusters", {**given, **outputs})
    item, buttons = buttons_of(plugin)
    assert item.findChildren(QProgressBar) and list(buttons) == ["Cancel"]
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    made = [run_of(layer) for layer in project.mapLayers().values() if run_of(layer) is not None]
    assert sorted(run.output for run in made) == ["OUTPUT", "PAIRS"] and len({run.id for run in made}) == 1
    assert made[0].parameters["CLUSTER_CITY"] == "city" and not plugin.opened
    assert before.read_text() == "of the run before"
    assert plugin.iface.bar.currentItem() is None


def test_the_layers_of_the_run_before_are_told_from_the_new_ones_and_step_aside(project, qtbot, plugin):
    clusters, belts = (project.addMapLayer(sample(name)) for name in ("clusters", "belts"))
    given = {"CLUSTERS": clusters.id(), "BELTS": belts.id(), "OUTPUT": "TEMPORARY_OUTPUT", **FIELDS_OF_A_RUN}
    part, runs = parts.PagesPart(plugin), []
    for _ in range(3):
        before = set(project.mapLayers())
        # As a person would, who looks at the message of the run before.
        part.repeat("clusterbelt:matchclusters", given, runs[0] if runs else "")
        qtbot.waitUntil(lambda before=before: set(project.mapLayers()) > before, timeout=60_000)
        (new,) = (layer for layer in project.mapLayers().values() if layer.id() not in before)
        runs.append(run_of(new).id)
        qtbot.waitUntil(lambda new=new: seen_alone(project, new))
        qtbot.waitUntil(lambda: not part._made().is_writing)
    (group,) = project.layerTreeRoot().findGroups()
    old = group.findLayers()
    assert new.name() == "Matched clusters" and len(old) == 2
    assert all(node.name().startswith("Matched clusters (") for node in old)
    part.remove()


def seen_alone(project, layer):
    """Whether a layer is the only one made by a run that is seen."""
    nodes = project.layerTreeRoot().findLayers()
    return [node.layer() for node in nodes if node.isVisible() and run_of(node.layer()) is not None] == [
        layer
    ]


def test_a_run_again_follows_the_filter_of_its_table_and_says_so(project, qtbot, plugin, pages):
    clusters, belts = (project.addMapLayer(sample(name)) for name in ("clusters", "belts"))
    given = {"CLUSTERS": clusters.id(), "BELTS": belts.id(), "OUTPUT": "TEMPORARY_OUTPUT", **FIELDS_OF_A_RUN}
    said, counts, former = [], [], ""
    for text in ("", "", "\"id\" <> ''", "\"id\" = 'SEI-01'"):
        clusters.setSubsetString(text)
        before = set(project.mapLayers())
        pages.repeat("clusterbelt:matchclusters", given, former)
        qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
        (new,) = (layer for layer in project.mapLayers().values() if layer.id() not in before)
        pages.tell_of_run(new)
        said.append(buttons_of(plugin)[0].text())
        counts.append(new.featureCount())
        former = run_of(new).id
    sentence = f"The filter has changed since the run before, and this run follows it: {clusters.name()}."
    assert [sentence in text for text in said] == [False, False, True, True]
    assert counts[0] == counts[2] > counts[3] == 1


def test_a_run_is_cancelled_and_leaves_nothing(project, qtbot, plugin, pages):
    clusters, belts = (project.addMapLayer(sample(name)) for name in ("clusters", "belts"))
    given = {"CLUSTERS": clusters.id(), "BELTS": belts.id(), "OUTPUT": "TEMPORARY_OUTPUT", **FIELDS_OF_A_RUN}
    pages.repeat("clusterbelt:matchclusters", given)
    buttons_of(plugin)[1]["Cancel"].click()
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    assert buttons_of(plugin)[0].text() == "The run was cancelled." and len(project.mapLayers()) == 2


def test_a_run_whose_table_is_gone_is_repeated_in_its_dialog(project, plugin, pages):
    pages.repeat("clusterbelt:matchclusters", {"OUTPUT": "TEMPORARY_OUTPUT", **FIELDS_OF_A_RUN})
    assert plugin.opened == [("clusterbelt:matchclusters", "again")] and not pages.is_writing


def test_rows_of_a_shared_cluster_are_told_apart_by_their_city(matched):
    made, results = ClusterLocator(lambda: matched, print), []
    made.resultFetched.connect(lambda one: results.append(one.displayString))
    made.fetchResults("cb AM-18", QgsLocatorContext(), QgsFeedback())
    assert {text.split(" · ")[1] for text in results} == {"Guangzhou", "Shenzhen", "Foshan", "Dongguan"}


def test_a_run_is_told_while_the_plugin_is_there(project, matched, qtbot, plugin):
    part = parts.PagesPart(plugin)
    layers = [matched.clone(), matched.clone()]
    for layer in layers:
        write_run(layer, Run("clusterbelt:matchclusters", {}), "OUTPUT")
    project.addMapLayer(layers[0])
    qtbot.waitUntil(lambda: len(plugin.iface.bar.items()) == 1)
    shown = plugin.iface.bar.currentItem()
    part.remove()
    project.addMapLayer(layers[1])
    qtbot.wait(50)
    assert plugin.iface.bar.currentItem() is shown


def test_runs_of_a_project_that_is_opened_are_not_told_as_new(project, matched, qtbot, plugin, tmp_path):
    path = str(tmp_path / "kept.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(matched, path, project.transformContext(), options)
    for name in ("first", "second"):
        kept = QgsVectorLayer(path, name, "ogr")
        write_run(kept, Run("clusterbelt:matchclusters", {}), "OUTPUT")
        project.addMapLayer(kept)
    assert project.write(str(tmp_path / "study.qgz"))
    part = parts.PagesPart(plugin)
    assert project.read(str(tmp_path / "study.qgz")) and len(project.mapLayers()) == 2
    qtbot.wait(50)
    assert not plugin.iface.bar.items()
    new = matched.clone()
    write_run(new, Run("clusterbelt:matchclusters", {}), "OUTPUT")
    project.addMapLayer(new)
    qtbot.waitUntil(lambda: len(plugin.iface.bar.items()) == 1)
    part.remove()


def test_a_layer_that_is_removed_as_its_run_ends_leaves_no_message(project, qtbot, plugin, pages):
    clusters, belts = (project.addMapLayer(sample(name)) for name in ("clusters", "belts"))
    given = {"CLUSTERS": clusters.id(), "BELTS": belts.id(), "OUTPUT": "TEMPORARY_OUTPUT", **FIELDS_OF_A_RUN}
    before = set(project.mapLayers())
    pages.repeat("clusterbelt:matchclusters", given)
    # As soon as it is there, before the run is told to have ended.
    pages._run.finished.connect(lambda *_: project.removeMapLayers(list(set(project.mapLayers()) - before)))
    qtbot.waitUntil(lambda: not pages.is_writing, timeout=60_000)
    assert set(project.mapLayers()) == before and plugin.iface.bar.currentItem() is None


def test_what_is_not_understood_is_among_the_numbers(project, matched, plugin, pages):
    layer = matched.clone()
    with edit(layer):
        place = layer.fields().lookupField("cb_status")
        feature = next(layer.getFeatures("\"cb_status\" = 'unmatched'"))
        layer.changeAttributeValue(feature.id(), place, "unresolved")
    pages.tell_of_run(project.addMapLayer(layer))
    assert buttons_of(plugin)[0].text() == numbers_of(layer) != numbers_of(matched)


def test_the_numbers_of_a_layer_go_with_it(project, matched, plugin, pages):
    layer, other = project.addMapLayer(matched.clone()), project.addMapLayer(matched.clone())
    pages.tell_of_run(layer)
    project.removeMapLayer(other.id())
    assert len(plugin.iface.bar.items()) == 1
    project.removeMapLayer(layer.id())
    assert not plugin.iface.bar.items()


def test_what_the_first_page_needs_is_found_while_nobody_waits(qtbot):
    QgsCoordinateReferenceSystem.invalidateCache()
    get_ready.cache_clear()
    found = get_ready()
    qtbot.waitUntil(found.is_set, timeout=60_000)
    assert get_ready() is found
    # Longer than QGIS would remember what a thread found that has ended.
    qtbot.wait(100)
    crs, taken = timed(CHINA_ALBERS)
    _, searched_for = timed(CHINA_ALBERS.replace("lat_1=25", "lat_1=26"))
    assert 5 * taken < searched_for and "+lat_1=25" in crs.toProj()
    assert QgsCoordinateTransform(crs_from("EPSG:4326"), crs, QgsProject.instance()).isValid()


def timed(text):
    """A reference system by its text, and the CPU time in which it is found."""
    began = time.thread_time()
    return crs_from(text), time.thread_time() - began


def test_a_run_of_another_study_from_its_dialog_is_seen_alone(project, qtbot, plugin):
    part = parts.PagesPart(plugin)
    for study in ("/a.csv", "/b.csv"):
        layer = matches(name=study)
        write_run(layer, Run("clusterbelt:matchclusters", {"CLUSTERS": study}), "OUTPUT")
        project.addMapLayer(layer)
        qtbot.waitUntil(lambda layer=layer: seen_alone(project, layer))
    part.remove()


def test_the_page_of_a_map_is_not_called_a_report(project, matched, settings):
    settings.setValue(preferences.KEYS["LANGUAGE"], "zh")
    assert parameters_of_page(LAYOUT, matched, "")["TITLE"] == "产业集群与线上产业带匹配图"


def test_the_time_slider_takes_the_steps_of_the_project(project, qtbot):
    canvas = QgsMapCanvas()
    qtbot.addWidget(canvas)
    slider = QgsTemporalNavigationObject()
    canvas.setTemporalController(slider)
    plugin = SimpleNamespace(iface=SimpleNamespace(mapCanvas=lambda: canvas))
    part = parts.TimePart(plugin)
    layer = table([["Point (1 1)", text] for text in ("2010", "2015")], ["period"], "Point")
    set_times(layer, "period", "period")
    told = slider.frameDuration()
    assert (told.originalDuration(), told.originalUnit()) == (5, temporal_unit("years"))
    part.remove()
    project.timeSettings().setTimeStep(1)
    project.timeSettings().setTemporalRange(slider.temporalExtents())
    assert slider.frameDuration().originalDuration() == 5
