"""The parameters of all algorithms, as their dialogs show them."""

import pytest
from qgis.core import QgsApplication, QgsProcessingParameterDefinition


@pytest.mark.parametrize("algorithm", ["matchclusters", "clusterrelations", "weightedellipse", "centershift"])
def test_what_is_seldom_changed_is_folded_away(algorithm):
    made = QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{algorithm}")
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    folded = {d.name() for d in made.parameterDefinitions() if d.flags() & advanced}
    assert folded and not folded & {"CLUSTERS", "BELTS", "INPUT", "CITY_BY", "OVERRIDES", "PAIRS", "OUTPUT"}
    optional = QgsProcessingParameterDefinition.Flag.FlagOptional
    for name in folded:
        definition = made.parameterDefinition(name)
        assert definition.flags() & optional or definition.defaultValue() is not None, name
