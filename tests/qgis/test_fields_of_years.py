"""The dialog of the shift takes the fields of a yearbook that are called by years, where no time is chosen."""

import pytest
from clusterbelt.ui.dialogs.guided_dialog import make_dialog
from dock_scene import layer_of
from qgis import processing
from qgis.core import QgsApplication, QgsProcessingContext

YEARS = ["2015年", "2016年", "2017年", "2018年", "2019年"]


def table(fields, *rows):
    return layer_of("Point", "yearbook", fields, rows)


@pytest.fixture
def wide():
    return table(["地区", *YEARS], ["深圳市", "42,976", "2,483", "42411", "…", None])


@pytest.fixture
def long():
    return table(["地区", "年份", "产值"], ["深圳市", "2015", "42,976"])


@pytest.fixture
def wrappers(project, window):
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:centershift")
    dialog = make_dialog(algorithm, window)
    yield dialog.mainWidget().wrappers
    dialog.deleteLater()


def choose(wrappers, name, value):
    wrappers[name].setParameterValue(value, QgsProcessingContext())


def values(wrappers):
    return wrappers["VALUES"].parameterValue() or []


def test_the_years_of_the_layer_that_is_there_are_filled_in(project, window, wide):
    project.addMapLayer(wide)
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("clusterbelt:centershift")
    dialog = make_dialog(algorithm, window)
    assert dialog.mainWidget().wrappers["VALUES"].parameterValue() == YEARS


def test_they_go_with_the_layer(project, wrappers, wide, long):
    project.addMapLayers([long, wide])
    choose(wrappers, "INPUT", wide)
    assert values(wrappers) == YEARS
    choose(wrappers, "INPUT", long)
    assert values(wrappers) == []


def test_a_time_that_is_chosen_takes_them_away(project, wrappers, wide):
    project.addMapLayer(wide)
    choose(wrappers, "INPUT", wide)
    choose(wrappers, "TIME", "地区")
    assert values(wrappers) == []


def test_what_the_user_has_chosen_stays(project, wrappers, wide):
    project.addMapLayer(wide)
    choose(wrappers, "INPUT", wide)
    choose(wrappers, "VALUES", YEARS[:2])
    choose(wrappers, "TIME", "")
    assert values(wrappers) == YEARS[:2]


def test_columns_of_texts_are_no_values(project, wrappers):
    texts = table(["city", "2015", "2016"], ["Suzhou", "yes", "no"])
    project.addMapLayer(texts)
    choose(wrappers, "INPUT", texts)
    assert values(wrappers) == []


def test_the_time_of_a_long_table_is_filled_in_and_goes_with_it(project, wrappers, wide, long):
    project.addMapLayers([wide, long])
    choose(wrappers, "INPUT", long)
    assert wrappers["TIME"].parameterValue() == "年份"
    choose(wrappers, "INPUT", wide)
    assert not wrappers["TIME"].parameterValue() and values(wrappers) == YEARS
    choose(wrappers, "INPUT", long)
    assert wrappers["TIME"].parameterValue() == "年份"


def test_the_weight_of_a_long_table_is_filled_in_and_goes_with_it(project, wrappers, wide, long):
    project.addMapLayers([wide, long])
    choose(wrappers, "INPUT", long)
    assert wrappers["WEIGHT"].parameterValue() == "产值"
    choose(wrappers, "INPUT", wide)
    assert not wrappers["WEIGHT"].parameterValue() and values(wrappers) == YEARS
    choose(wrappers, "INPUT", long)
    choose(wrappers, "WEIGHT", "")
    choose(wrappers, "TIME", "地区")
    assert not wrappers["WEIGHT"].parameterValue()


def test_a_time_that_the_user_empties_stays_empty(project, wrappers, long):
    project.addMapLayer(long)
    choose(wrappers, "INPUT", long)
    choose(wrappers, "TIME", "")
    assert not wrappers["TIME"].parameterValue()
    choose(wrappers, "TIME", "产值")
    assert wrappers["TIME"].parameterValue() == "产值"


def test_the_cells_of_a_yearbook_are_read_with_their_commas(project, wide):
    found = processing.run(
        "clusterbelt:centershift", {"INPUT": wide, "VALUES": YEARS[:3], "OUTPUT": "memory:"}
    )
    assert found["PERIODS"] == 3
