"""When the rows of a table are of, in a dialog that takes its fields that are called by years, or a field of times."""

from qgis.core import QgsProcessingContext, QgsProject

from ...processing.algorithms.saying import missing_libraries
from ...processing.analysis.places.registry import DEFAULT
from ...processing.compat import is_null
from ...processing.layers.reading.sources import layer_behind
from ...processing.layers.understanding import fields_of_years, guess_fields, guess_weight

_TIME, _VALUES, _WEIGHT = "TIME", "VALUES", "WEIGHT"


def follow_years(algorithm, wrappers):
    """Fill in the fields of years while no time is chosen, else the field of times and that of weights; what the user has
    chosen stays.
    """
    if missing_libraries() or not {_TIME, _VALUES, _WEIGHT} <= wrappers.keys():
        return
    source = algorithm.parameterDefinition(_VALUES).parentLayerParameterName()
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    filled, guessed, weighed = [], [], []

    def chosen(name):
        value = wrappers[name].parameterValue()
        return None if is_null(value) or not value else value

    def choose(name, value):
        if chosen(name) != (value or None):
            wrappers[name].setParameterValue(value, context)

    def source_layer():
        return layer_behind(algorithm, {source: wrappers[source].parameterValue()}, source, context)

    def fill_years(*_):
        if chosen(_VALUES) in (None, filled):
            layer = source_layer()
            is_wide = layer is not None and chosen(_TIME) is None
            filled[:] = fields_of_years(layer) if is_wide else []
            choose(_VALUES, list(filled))

    def fill_weight(*_):
        layer = source_layer()
        if chosen(_WEIGHT) in (None, *weighed):
            is_long = layer is not None and chosen(_TIME) is not None and chosen(_VALUES) is None
            weight = guess_weight(layer) if is_long else ""
            weighed[:] = [weight] if weight not in ("", chosen(_TIME)) else []
            choose(_WEIGHT, "".join(weighed))

    def follow_time(*_):
        fill_years()
        # One that the user has emptied stays empty.
        if not weighed or chosen(_WEIGHT) is not None:
            fill_weight()

    def fill(*_):
        if chosen(_TIME) in guessed:
            choose(_TIME, "")
        fill_years()
        layer = source_layer()
        if layer is not None and chosen(_TIME) is None and chosen(_VALUES) is None:
            guessed[:] = [guess_fields(layer, ["year"], DEFAULT)["year"]]
            choose(_TIME, guessed[0])
        fill_weight()

    wrappers[source].widgetValueHasChanged.connect(fill)
    wrappers[_TIME].widgetValueHasChanged.connect(follow_time)
    fill()
