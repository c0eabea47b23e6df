"""Parts of the window: options that dialogs begin with, the locator, and the message after a run."""

from pathlib import Path

import pytest
from clusterbelt.ui import after_run, options_page, preferences
from clusterbelt.ui.guided_dialog import make_dialog
from clusterbelt.ui.locator import ClusterFilter, matching, newest_matched, searched
from making import match, sample
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFeedback,
    QgsLocatorContext,
    QgsLocatorResult,
    QgsProcessingException,
    QgsProject,
    QgsSettings,
)
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow, QPushButton, QTextBrowser, QWidget


@pytest.fixture
def settings():
    yield QgsSettings()
    for key in preferences.KEYS.values():
        QgsSettings().remove(key)


@pytest.fixture
def project():
    made = QgsProject.instance()
    made.clear()
    yield made
    made.clear()


@pytest.fixture(scope="module")
def matched():
    return match(sample("clusters"), sample("belts"))["OUTPUT"]


def test_the_page_keeps_what_is_chosen_and_dialogs_begin_with_it(settings, qtbot, monkeypatch):
    monkeypatch.setattr("processing.gui.ParametersPanel.iface", None)
    page = options_page.OptionsFactory().createWidget(None)
    qtbot.addWidget(page)
    page.language.setCurrentIndex(page.language.findData("zh"))
    page.taxonomy.setFilePath("/data/taxonomy.csv")
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
    assert wrappers["TAXONOMY"].parameterValue() == "/data/taxonomy.csv"
    wrappers = (
        make_dialog(registry.createAlgorithmById("clusterbelt:weightedellipse"), window).mainWidget().wrappers
    )
    assert wrappers["MEASURE_CRS"].parameterValue().authid() == "EPSG:3857"


def test_what_is_left_as_it_was_is_no_preference(settings, qtbot):
    page = options_page.OptionsPage()
    qtbot.addWidget(page)
    page.apply()
    assert not any(QgsSettings().contains(key) for key in preferences.KEYS.values())


def found(layer, text):
    """The filter, what it lists (user data and description, for results live as long as the signal), what it shows."""
    results, shown = [], []
    made = ClusterFilter(lambda: layer, lambda *given: shown.append(given))
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

    def openLayoutDesigner(self, layout):  # noqa: N802
        self.designed.append(layout)


class Plugin:
    dock = None

    def __init__(self):
        self.iface, self.opened = Window(), []

    def open_algorithm(self, algorithm, parameters):
        self.opened.append(algorithm)


def test_the_message_has_the_numbers_and_opens_report_and_layout(project, matched, qtbot, monkeypatch):
    plugin, opened = Plugin(), []
    qtbot.addWidget(plugin.iface.window)
    monkeypatch.setattr(after_run.QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    part = after_run.AfterRunPart(plugin)
    layer = project.addMapLayer(matched.clone())
    part._tell(layer)
    item = plugin.iface.bar.currentItem()
    assert "Matched 27 (17.1 %), Adjacent 15 (9.5 %), Unmatched 116 (73.4 %)" in item.text()
    assert item.level() == Qgis.MessageLevel.Success
    report, layout = item.findChildren(QPushButton)
    report.click()
    assert "<html" in Path(opened[0]).read_text(encoding="utf-8")
    layout.click()
    assert [made.name() for made in plugin.iface.designed] and not plugin.opened
    part.remove()


def test_names_that_look_like_html_are_plain_text_in_messages(project, matched, qtbot, monkeypatch):
    plugin = Plugin()
    qtbot.addWidget(plugin.iface.window)
    part = after_run.AfterRunPart(plugin)
    layer = project.addMapLayer(matched.clone())
    layer.setName("<img src=x> A & B")
    part._tell(layer)
    shown = plugin.iface.bar.currentItem().findChild(QTextBrowser)
    assert "<img src=x> A & B" in shown.toPlainText()

    def fails(*_, **__):
        raise QgsProcessingException("Layer “<b>x</b>” has no rows")

    monkeypatch.setattr("qgis.processing.run", fails)
    part.open_report(layer.id())
    shown = plugin.iface.bar.currentItem().findChild(QTextBrowser)
    assert "Layer “<b>x</b>” has no rows" in shown.toPlainText()
    part.remove()


def test_without_a_class_the_dialog_of_the_report_is_opened(project, matched, qtbot):
    plugin = Plugin()
    qtbot.addWidget(plugin.iface.window)
    part = after_run.AfterRunPart(plugin)
    layer = project.addMapLayer(matched.clone())
    layer.startEditing()
    layer.deleteAttribute(layer.fields().lookupField("class"))
    layer.commitChanges()
    part.open_report(layer.id())
    assert plugin.opened == ["clusterbelt:matchreport"]
    part.open_report("gone")
    part.remove()
