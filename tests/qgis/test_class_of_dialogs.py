"""The field of the classes in the dialogs of the report and the tables: no field of ids, whoever opens them."""

import pytest
from clusterbelt.ui.actions.action_bar import REPORT
from clusterbelt.ui.actions.presets import parameters_for
from clusterbelt.ui.dialogs.guided_dialog import make_dialog
from dock_scene import layer_of
from making import match, sample
from qgis.core import QgsApplication, QgsProcessingContext
from qgis.PyQt.QtGui import QColor, QPalette, QTextFormat
from qgis.PyQt.QtWidgets import QApplication, QTextBrowser

_INK = QTextFormat.Property.ForegroundBrush
NAMES = ("matchreport", "matchsummary", "citycomposition", "clusterrelations", "matchchance")
FIELDS = (
    "id",
    "批次",
    "cb_row",
    "cb_city",
    "cb_citycd",
    "cb_status",
    "cb_reason",
    "cb_nodes",
    "cb_weight",
    "cb_whole",
)


def matched(fields=FIELDS, name="matched"):
    return layer_of("Point", name, fields, [[str(number) for number in range(len(fields))]])


def wrappers_of(name, window):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{name}")
    dialog = make_dialog(algorithm, window)
    return dialog, dialog.mainWidget().wrappers


@pytest.mark.parametrize("ground", ["#2b2b2b", "#ffffff"])
def test_the_help_is_read_on_any_ground(project, window, ground):
    palette = QApplication.palette()
    dark = QPalette(palette)
    dark.setColor(QPalette.ColorRole.Base, QColor(ground))
    dark.setColor(QPalette.ColorRole.Text, QColor("#e8e8e8" if ground == "#2b2b2b" else "#101010"))
    QApplication.setPalette(dark)
    try:
        dialog, _ = wrappers_of("matchreport", window)
        browser = dialog.findChild(QTextBrowser, "textShortHelp")
        seen = []
        block = browser.document().begin()
        while block.isValid():
            formats = [part.format for part in block.textFormats()]
            seen += [one.foreground().color() for one in formats if one.hasProperty(_INK)]
            block = block.next()
        far = [abs(colour.lightness() - QColor(ground).lightness()) for colour in seen]
        assert far and min(far) > 60
    finally:
        QApplication.setPalette(palette)


@pytest.mark.parametrize("name", NAMES)
def test_the_class_is_known_by_its_name(project, window, name):
    project.addMapLayer(matched())
    _, wrappers = wrappers_of(name, window)
    assert wrappers["CLASS"].parameterValue() == "批次"


def test_where_no_field_is_called_so_it_is_left_to_be_chosen(project, window):
    layer = project.addMapLayer(matched(("id", *FIELDS[2:])))
    dialog, wrappers = wrappers_of("matchreport", window)
    wrappers["INPUT"].setParameterValue(layer, QgsProcessingContext())
    assert wrappers["CLASS"].parameterValue() in (None, "")
    parameters = {
        "INPUT": layer.id(),
        "CLASS": wrappers["CLASS"].parameterValue(),
        "OUTPUT": "TEMPORARY_OUTPUT",
    }
    assert not dialog.algorithm().checkParameterValues(parameters, QgsProcessingContext())[0]


def test_another_layer_has_its_own_class_and_what_is_given_stays(project, window):
    first, second = matched(), matched(("number", "programme", *FIELDS[2:]), "second")
    project.addMapLayers([first, second])
    _, wrappers = wrappers_of("matchreport", window)
    for layer, field in ((first, "批次"), (second, "programme")):
        wrappers["INPUT"].setParameterValue(layer, QgsProcessingContext())
        assert wrappers["CLASS"].parameterValue() == field
    wrappers["CLASS"].setParameterValue("number", QgsProcessingContext())
    assert wrappers["CLASS"].parameterValue() == "number"


def test_the_sample_has_its_class(project, window):
    project.addMapLayer(match(sample("clusters"), sample("belts"))["OUTPUT"])
    _, wrappers = wrappers_of("matchreport", window)
    assert wrappers["CLASS"].parameterValue() == "class"


@pytest.mark.parametrize("field", ["企业名称", "Cluster organisation"])
@pytest.mark.parametrize("name", ["matchreport", "clusterrelations"])
def test_the_name_of_clusters_is_known_by_its_name(project, window, name, field):
    layer = matched((*FIELDS, field))
    project.addMapLayer(layer)
    _, wrappers = wrappers_of(name, window)
    wrappers["INPUT"].setParameterValue(layer.id(), QgsProcessingContext())
    assert wrappers["NAME"].parameterValue() == field
    assert parameters_for(REPORT, layer, "")["NAME"] == field
