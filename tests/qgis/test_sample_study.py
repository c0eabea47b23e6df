"""The sample study comes in one click, in the background."""

import pytest
from clusterbelt.processing.layers import runs
from clusterbelt.ui.actions.action_bar import LAYOUT
from clusterbelt.ui.actions.background_run import Steps, to_project
from clusterbelt.ui.actions.layouts import layout_of
from clusterbelt.ui.actions.presets import parameters_of_page
from clusterbelt.ui.actions.sample_study import sample_study
from clusterbelt.ui.dock.workbench import Workbench
from clusterbelt.ui.study import preferences
from dock_scene import RecordingCanvas
from qgis.PyQt.QtCore import QTimer


def test_the_sample_study_fills_the_project(project, qtbot):
    study, began = sample_study(), []
    study.step_began.connect(lambda name, number: began.append(number))
    with qtbot.waitSignal(study.finished, timeout=120_000) as ended:
        study.start()
    assert ended.args == [True, ""] and began == [0, 1, 2, 3]
    made = {runs.run_of(layer).algorithm: layer for layer in project.mapLayers().values()}
    assert made.keys() == {
        "clusterbelt:placecities",
        "clusterbelt:splitshared",
        "clusterbelt:matchclusters",
        "clusterbelt:weightedellipse",
    }
    outputs = {runs.run_of(layer).output for layer in project.mapLayers().values()}
    assert outputs == {"OUTPUT", "BELTS_OUT", "PAIRS", "CHECK"}
    assert made["clusterbelt:weightedellipse"].featureCount() == 3


def test_a_step_that_fails_ends_the_chain_with_its_message(project, qtbot):
    steps = Steps(
        [
            (
                "a",
                "clusterbelt:placecities",
                lambda made: {"INPUT": "/nowhere.csv", "CITY": "x", "OUTPUT": to_project()},
            ),
            ("b", "clusterbelt:placecities", lambda made: pytest.fail("went on")),
        ]
    )
    with qtbot.waitSignal(steps.finished, timeout=30_000) as ended:
        steps.start()
    worked, message = ended.args
    assert not worked and message


def test_the_empty_dock_loads_it_and_shows_it_while_the_window_answers(project, qtbot):
    canvas = RecordingCanvas()
    qtbot.addWidget(canvas)
    dock = Workbench(canvas=canvas)
    qtbot.addWidget(dock)
    dock.show()
    assert dock.welcome.sample_button.isVisible()
    told, rounds = [], []
    dock.sample_loader.told.connect(told.append)
    ticking = QTimer()
    ticking.timeout.connect(lambda: rounds.append(1))
    ticking.start(10)
    dock.welcome.sample_button.click()
    assert dock.sample_loader.is_loading and not dock.welcome.sample_button.isEnabled()
    qtbot.waitUntil(
        lambda: dock.review.model.rowCount() and not dock.sample_loader.is_loading, timeout=120_000
    )
    ticking.stop()
    assert len(told) == 5 and "step 1" in told[0] and told[-1] == "" and len(rounds) > 20
    assert not dock.welcome.sample_button.isVisible()
    root = project.layerTreeRoot()
    shown = {runs.run_of(node.layer()).algorithm for node in root.findLayers() if node.isVisible()}
    assert shown == {"clusterbelt:matchclusters", "clusterbelt:weightedellipse"}
    assert "CLUSTERS" in runs.parameters_again(runs.run_of(dock.controller.layer))
    (layout,) = project.layoutManager().printLayouts()
    asked = parameters_of_page(LAYOUT, dock.controller.layer, dock.overview.class_box.currentField())
    assert layout_of(asked) is layout and project.layoutManager().printLayouts() == [layout]
    assert layout_of({**asked, "CLASS": ""}) is not layout
    dock.shutdown()


def test_its_evidence_is_in_the_language_of_the_options(project, qtbot):
    preferences.set_preference("LANGUAGE", "zh")
    try:
        study = sample_study()
        with qtbot.waitSignal(study.finished, timeout=60_000):
            study.start()
    finally:
        preferences.set_preference("LANGUAGE", "")
    matched = list(study.outputs.values())[2]["OUTPUT"]
    evidence = next(row["cb_evid"] for row in matched.getFeatures() if row["cb_reason"] == "no_belt_in_city")
    assert evidence.endswith("没有产业带")
