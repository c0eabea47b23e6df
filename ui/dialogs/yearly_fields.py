"""The fields of a wide table that are called by years, in a dialog that takes them or a field of times."""

from qgis.core import QgsProcessingContext, QgsProject

from ...processing.algorithms.saying import missing_libraries
from ...processing.compat import is_null
from ...processing.layers.reading.sources import layer_behind
from ...processing.layers.understanding import fields_of_years

_TIME, _VALUES = "TIME", "VALUES"


def follow_years(algorithm, wrappers):
    """Fill in the fields of years while no time is chosen; what the user has chosen stays."""
    if missing_libraries() or not {_TIME, _VALUES} <= wrappers.keys():
        return
    source = algorithm.parameterDefinition(_VALUES).parentLayerParameterName()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    filled = []

    def fill(*_):
        layer = layer_behind(algorithm, {source: wrappers[source].parameterValue()}, source, context)
        if (wrappers[_VALUES].parameterValue() or []) not in ([], filled):
            return
        time = wrappers[_TIME].parameterValue()
        is_free = layer is not None and (is_null(time) or not time)
        filled[:] = fields_of_years(layer) if is_free else []
        wrappers[_VALUES].setParameterValue(list(filled), context)

    for name in (source, _TIME):
        wrappers[name].widgetValueHasChanged.connect(fill)
    fill()
