"""The report is drawn and written in the thread that works; the main thread only makes the frame of the map."""

import re

import pytest
from clusterbelt.processing.report import map_picture, scene
from making import match, run, sample, table
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProxyProgressTask,
    QgsTask,
)
from qgis.PyQt.QtCore import QCoreApplication, QThread, QThreadPool


@pytest.fixture(scope="module")
def matched():
    placed = run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")["OUTPUT"]
    return match(placed, sample("belts"), BELT_PROVINCE="province")["OUTPUT"]


@pytest.fixture
def threads(monkeypatch):
    """In which threads layers are styled and drawn, and the map has its frame."""
    found = {}

    def watch(module, name):
        work = getattr(module, name)

        def watched(*given, **named):
            found.setdefault(name, set()).add(QThread.currentThread() == QgsApplication.instance().thread())
            return work(*given, **named)

        monkeypatch.setattr(module, name, watched)

    for name in ("map_frame", "dress_copies", "draw_map"):
        watch(scene, name)
    return found


def in_background(parameters, feedback=None):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:matchreport")
    context, feedback, ends = QgsProcessingContext(), feedback or QgsProcessingFeedback(False), []
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda worked, _: ends.append(worked))
    assert not task.isCanceled(), feedback.textLog()
    QgsApplication.taskManager().addTask(task)
    while not ends:
        QCoreApplication.processEvents()
    return ends[0]


def picture_in(path):
    return re.search(r'class="main" src="data:image/png;base64,([^"]+)"', path.read_text("utf-8")).group(1)


def test_the_map_is_drawn_in_the_background_and_looks_as_in_the_main_thread(matched, threads, tmp_path):
    given = {"INPUT": matched, "CLASS": "class", "LANGUAGE": "en", "RUNS": 9}
    paths = [tmp_path / name for name in ("here.html", "there.html")]
    run("matchreport", **{**given, "OUTPUT": str(paths[0])})
    assert threads == {"map_frame": {True}, "dress_copies": {True}, "draw_map": {True}}
    threads.clear()
    assert in_background({**given, "OUTPUT": str(paths[1])})
    assert threads == {"map_frame": {True}, "dress_copies": {False}, "draw_map": {False}}
    assert picture_in(paths[0]) == picture_in(paths[1])


def test_a_map_is_drawn_in_the_main_thread_while_all_others_wait(matched, tmp_path):
    """The progress of a batch and of a model in it wait in threads of the pool until the main thread is done."""
    tasks = []
    for number in range(QThreadPool.globalInstance().maxThreadCount()):
        tasks.append(QgsProxyProgressTask(str(number)))
        QgsApplication.taskManager().addTask(tasks[-1])
    try:
        while any(task.status() != QgsTask.TaskStatus.Running for task in tasks):
            QCoreApplication.processEvents()
        path = tmp_path / "report.html"
        run("matchreport", INPUT=matched, CLASS="class", RUNS=9, OUTPUT=str(path))
        assert len(picture_in(path)) > 40_000
    finally:
        for task in tasks:
            task.finalize(True)


def test_pies_of_very_many_are_drawn_in_the_background(threads, tmp_path):
    clusters, rows = sample("clusters"), []
    fields = clusters.fields().names()
    for number in range(14):
        for feature in clusters.getFeatures():
            rows.append(
                [
                    f"{number}-{value}" if name == "id" else value
                    for name, value in zip(fields, feature.attributes())
                ]
            )
    many = match(table(rows, fields), sample("belts"), BELT_PROVINCE="province")["OUTPUT"]
    path = tmp_path / "many.html"
    assert many.featureCount() > 2_000
    assert in_background({"INPUT": many, "CLASS": "class", "RUNS": 9, "OUTPUT": str(path)})
    assert threads["draw_map"] == {False} and len(picture_in(path)) > 40_000


def test_a_report_that_is_cancelled_while_its_map_is_drawn_is_not_written(matched, monkeypatch, tmp_path):
    feedback = QgsProcessingFeedback(False)
    drawn = map_picture._drawn

    def cancelled(settings, is_cancelled):
        feedback.cancel()
        return drawn(settings, is_cancelled)

    monkeypatch.setattr(map_picture, "_drawn", cancelled)
    path = tmp_path / "report.html"
    assert not in_background({"INPUT": matched, "CLASS": "class", "OUTPUT": str(path)}, feedback)
    assert not path.exists()
