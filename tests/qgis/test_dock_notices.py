"""The notices of the dock: one at a time, and what a map without a single cluster needs."""

import pytest
from clusterbelt.processing.layers.matching.judgement_table import Judgement, write_judgements
from clusterbelt.ui.review.filter_bar import SEARCH_KEY
from dock_scene import ROWS, choose, matches
from making import table
from qgis import processing
from qgis.core import QgsProject

FIELDS = ("city", "industry")
PLACE_COLUMNS = ("Ort", "女装"), ("Dorf", "女装")


def bars(dock):
    found, notices = dock.found, dock.notices
    return notices.unplaced, *found.notices, notices.older, notices.temporary


def seen(dock):
    return [bar for bar in bars(dock) if bar.isVisibleTo(dock)]


def matched(kind, rows):
    layers = [table(rows, FIELDS, kind) for _ in range(2)]
    QgsProject.instance().addMapLayers(layers)
    given = {"CLUSTERS": layers[0].id(), "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
             "BELTS": layers[1].id(), "BELT_CITY": "city", "BELT_INDUSTRY": "industry",
             "CITY_BY": "text", "OUTPUT": "TEMPORARY_OUTPUT"}  # fmt: skip
    processing.runAndLoadResults("clusterbelt:matchclusters", given)


def test_one_notice_is_seen_at_a_time_and_the_next_once_it_is_closed(qtbot, dock):
    choose(qtbot, dock, matches())
    for bar in bars(dock):
        bar.say("first")
    for bar in bars(dock):
        assert seen(dock) == [bar] and bar.close_button.accessibleName()
        bar.close_button.click()
    assert seen(dock) == []
    bars(dock)[-1].say("first")
    assert seen(dock) == []
    bars(dock)[-1].say("another")
    assert seen(dock) == [bars(dock)[-1]]
    bars(dock)[0].say("more urgent")
    assert seen(dock) == [bars(dock)[0]]
    bars(dock)[0].say("")
    assert seen(dock) == [bars(dock)[-1]]


@pytest.mark.parametrize("place", [None, "Point (0 0)", "Point (10 50)"])
def test_a_map_without_a_single_cluster_is_told_with_what_it_needs(qtbot, dock, opened, place):
    kind = "None" if place is None else "Point"
    matched(kind, [row if place is None else (place, *row) for row in PLACE_COLUMNS])
    qtbot.waitUntil(lambda: dock.review.model.rowCount() == 2)
    qtbot.waitUntil(lambda: bool(seen(dock)))
    bar = dock.notices.unplaced
    assert (bar in seen(dock)) == (place is None)
    if place is None:
        assert "“Your own cities”" in bar.label.text()
        bar.button.click()
        algorithm, parameters = opened.pop()
        assert algorithm == "clusterbelt:matchclusters" and parameters["CLUSTER_CITY"] == "city"
        bar.close_button.click()
        dock.remind()
        assert bar not in seen(dock)


@pytest.mark.parametrize("width", [300, 340, 420])
@pytest.mark.parametrize("judged", [False, True])
def test_the_words_of_a_status_are_never_cut(qtbot, dock, tmp_path, width, judged):
    rows = [("国家战略性新兴产业集群 " * 4, *row[1:]) for row in ROWS]
    layer = matches([(*row[:3], "Suzhou (Jiangsu)", *row[4:]) for row in rows])
    choose(qtbot, dock, layer)
    if judged:
        write_judgements(file := str(tmp_path / "j.gpkg"), [Judgement(cluster_id="1#1", decision="reject")])
        dock.why_controller.set_file(file)
    dock.resize(width, 600)
    dock.show()
    dock.tabs.setCurrentIndex(1)
    view, model = dock.review.view, dock.review.model
    view.fit()
    column = model.STATUS
    needed = max(view.sizeHintForIndex(model.index(row, column)).width() for row in range(len(rows)))
    assert view.columnWidth(column) >= needed


@pytest.mark.parametrize("height", [330, 420, 700])
@pytest.mark.parametrize("says", ["", "Temporary layers: 3."])
def test_a_low_dock_shows_three_rows_of_the_list(qtbot, dock, height, says):
    choose(qtbot, dock, matches(ROWS * 5))
    dock.notices.temporary.say(says)
    dock.resize(340, height)
    dock.show()
    dock.tabs.setCurrentIndex(1)
    view = dock.review.view

    def shows_three():
        seen, model = view.viewport().visibleRegion(), view.model()
        return all(seen.contains(view.visualRect(model.index(row, 0)).center()) for row in range(3))

    qtbot.waitUntil(shows_three, timeout=3000)
    view.selectRow(0)
    qtbot.waitUntil(shows_three, timeout=3000)
    (find,) = (action for action in dock.review.actions() if action.shortcut().toString() == SEARCH_KEY)
    find.trigger()
    search = dock.review.filter_bar.search
    assert search.visibleRegion().contains(search.rect().center())
