"""A layer of which nothing is selected is not called empty."""

import pytest
from making import run, sample, table
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsProject

CASES = {
    "placecities": {"CITY": "city"},
    "splitshared": {"CITY": "city"},
    "readindustries": {"INDUSTRY": "product"},
}


@pytest.mark.parametrize("algorithm", CASES)
@pytest.mark.parametrize(("selected", "limit"), [(True, -1), (False, 0)])
def test_nothing_selected_is_said(project, algorithm, selected, limit):
    layer = sample("belts")
    QgsProject.instance().addMapLayer(layer)
    part = QgsProcessingFeatureSourceDefinition(layer.id(), selected, limit)
    with pytest.raises(QgsProcessingException, match="“belts”: none of its rows is selected, or the limit"):
        run(algorithm, INPUT=part, **CASES[algorithm])
    layer.selectByIds([1, 2])
    if selected:
        assert run(algorithm, INPUT=part, **CASES[algorithm])["OUTPUT"].featureCount() == 2


def test_an_empty_layer_is_called_empty():
    with pytest.raises(QgsProcessingException, match="“table” has no rows"):
        run("placecities", INPUT=table([], ["city"]), CITY="city")
