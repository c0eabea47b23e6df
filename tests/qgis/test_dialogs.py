"""What the dialogs show first, in which words, and how errors name what they show."""

import re
from pathlib import Path

import pytest
from clusterbelt.processing.algorithms.choice_words import WORDS, words_of_choice
from clusterbelt.processing.algorithms.saying import in_dialog_words
from clusterbelt.ui.dialogs.guided_dialog import make_dialog
from clusterbelt.ui.dialogs.on_screen import OnScreen
from clusterbelt.ui.dialogs.parameter_groups import GROUPS, group_of, is_folded
from making import run, table
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingModelAlgorithm,
)
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QDialog

_MOST = 8


def offered():
    return QgsApplication.processingRegistry().providerById("clusterbelt").algorithms()


def algorithm(name):
    return QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{name}")


def box_of(widget):
    """The title of the box that holds a widget, '' where it stands in the dialog itself."""
    while widget is not None and widget.metaObject().className() != "QgsCollapsibleGroupBoxBasic":
        widget = widget.parentWidget()
    return widget.title() if widget is not None else ""


def test_every_dialog_shows_at_most_eight_parameters_first(cluster_belt):
    for made in offered():
        # The outputs of a model are what it is run for.
        is_model = isinstance(made, QgsProcessingModelAlgorithm)
        seen = [
            definition.name()
            for definition in made.parameterDefinitions()
            if not is_folded(definition) and not (is_model and definition.isDestination())
        ]
        assert 0 < len(seen) <= _MOST, f"{made.name()}: {seen}"


def test_what_must_be_given_is_never_folded_away(cluster_belt):
    for made in offered():
        is_model = isinstance(made, QgsProcessingModelAlgorithm)
        for definition in made.parameterDefinitions():
            if definition.checkValueIsAcceptable(None) or definition.defaultValue() is not None:
                continue
            # An output of a model is written to a temporary layer where nothing is given.
            if is_model and definition.isDestination():
                continue
            assert not is_folded(definition), f"{made.name()}: {definition.name()}"


def test_every_folded_parameter_is_in_one_box(cluster_belt):
    named = [name for names in GROUPS.values() for name in names]
    assert len(named) == len(set(named))
    offered_names = {d.name() for made in offered() for d in made.parameterDefinitions()}
    assert set(named) <= offered_names
    for made in offered():
        folded = [d for d in made.parameterDefinitions() if is_folded(d) and not d.isDestination()]
        assert {d.name() for d in folded} <= set(named), made.name()


def test_folded_parameters_stand_in_boxes_with_titles(window):
    made = algorithm("matchclusters")
    wrappers = make_dialog(made, window).mainWidget().wrappers
    boxes = {d.name(): box_of(wrappers[d.name()].wrappedWidget()) for d in made.parameterDefinitions()}
    for definition in made.parameterDefinitions():
        expected = group_of(definition) if is_folded(definition) else ""
        assert boxes[definition.name()] == expected, definition.name()
    assert boxes["CLUSTER_ID"] == "Fields of the clusters" and boxes["CHECK"] == "Further outputs"


def test_choices_are_shown_in_words_and_keep_their_keys(window):
    wrappers = make_dialog(algorithm("matchclusters"), window).mainWidget().wrappers
    box = wrappers["CITY_BY"].wrappedWidget()
    assert box.currentText() == "Name" and wrappers["CITY_BY"].parameterValue() == "name"
    box.setCurrentIndex(box.findText("Polygon around the point"))
    assert wrappers["CITY_BY"].parameterValue() == "polygon"
    wrappers["CITY_BY"].setParameterValue("text", QgsProcessingContext())
    assert box.currentText() == "Text as written (any country)"


def test_several_choices_are_boxes_to_tick(window):
    wrapper = make_dialog(algorithm("matchsummary"), window).mainWidget().wrappers["BASE"]
    buttons = {button.text(): button for button in wrapper.wrappedWidget().findChildren(QCheckBox)}
    assert wrapper.parameterValue() == ["rows"]
    buttons["Weights of the clusters"].setChecked(True)
    assert wrapper.parameterValue() == ["rows", "weighted"]


def test_every_value_of_a_choice_has_words(cluster_belt):
    for made in offered():
        for definition in made.parameterDefinitions():
            if definition.type() == "enum":
                assert set(definition.options()) <= set(WORDS[definition.name()]), definition.name()
    assert words_of_choice("CITY_BY", "one that is new") == "one that is new"


def test_the_help_explains_the_words_of_a_choice(cluster_belt):
    made = algorithm("stylematches")
    assert "Grey (grey):" in made.parameterDefinition("PALETTE").help()


def test_the_help_of_a_choice_says_more_than_its_words(cluster_belt):
    """“Same industry only (same): the same industry only.” tells nobody anything."""
    for made in offered():
        for definition in made.parameterDefinitions():
            if definition.type() == "enum":
                for key in definition.options():
                    words = words_of_choice(definition.name(), key)
                    said = definition.help().partition(f"{words} ({key}): ")[2].partition(".")[0]
                    assert said.lower().removeprefix("the ") not in (words.lower(), key), definition.help()


def test_errors_speak_in_the_words_of_the_dialog():
    layer = table([["a", "Suzhou"]], ["id", "town"])
    with pytest.raises(QgsProcessingException) as error:
        run("placecities", INPUT=layer, CITY="CITY")
    # The name of a field is quoted, and stays what it is.
    assert "no field “CITY” (“City field”)" in str(error.value)


def test_keys_in_messages_become_words_unless_they_are_quoted_from_the_data(cluster_belt):
    made = algorithm("matchclusters")
    said = in_dialog_words(
        made, "CITY_BY polygon: “CITIES” is no layer, see CITIES, CITIES_X and CITY_BY nearby."
    )
    assert said == (
        "“Cities compared by: Polygon around the point”: “CITIES” is no layer, see “Your own cities”, CITIES_X and "
        "“Cities compared by” nearby."
    )


def test_the_page_on_dialogs_counts_them_right():
    text = (Path(__file__).parents[2] / "docs" / "dialogs.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|:]+?) \| (\d+) \+ (\d+) \| (\d+) \|", text, re.MULTILINE)
    found = {one.displayName(): one.parameterDefinitions() for one in offered()}
    assert len(rows) == 6
    for title, *numbers in rows:
        seen = [one for one in found[title] if not is_folded(one)]
        outputs = sum(one.isDestination() for one in seen)
        assert [len(seen) - outputs, outputs, len(found[title])] == list(map(int, numbers)), title


@pytest.mark.parametrize("place", [(700, 700), (-40, -40), (0, 0)])
def test_a_dialog_is_no_larger_than_the_screen_and_stands_on_it(qtbot, place):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    OnScreen(dialog)
    room = dialog.screen().availableGeometry()
    dialog.show()
    # QGIS gives it the place that it had on a larger screen.
    dialog.resize(room.width() + 300, room.height() + 200)
    dialog.move(*place)
    assert not room.contains(dialog.frameGeometry())
    QApplication.sendEvent(dialog, QShowEvent())
    qtbot.waitUntil(lambda: room.contains(dialog.frameGeometry()))


def test_the_dialogs_look_at_the_screen(window):
    assert make_dialog(algorithm("matchclusters"), window).findChild(OnScreen) is not None
