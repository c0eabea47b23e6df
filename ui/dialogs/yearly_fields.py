"""When the rows of a table are of, in a dialog that takes its fields that are called by years, or a field of times."""

from qgis.core import QgsProcessingContext, QgsProject

from ...processing.algorithms.saying import missing_libraries
from ...processing.analysis.places.registry import DEFAULT
from ...processing.compat import is_null
from ...processing.layers.reading.sources import layer_behind
from ...processing.layers.understanding import fields_of_years, guess_fields, guess_weight

_TIME, _VALUES, _WEIGHT = "TIME", "VALUES", "WEIGHT"


def follow_years(algorithm, wrappers):
    """Fill in the fields of years while no time is chosen, else those of times and weights; what the user chose stays."""
    if missing_libraries() or not {_TIME, _VALUES, _WEIGHT} <= wrappers.keys():
        return
    source = algorithm.parameterDefinition(_VALUES).parentLayerParameterName()
    filler = _Filler(algorithm, wrappers, source)
    # Lambdas keep the filler alive as long as the wrappers.
    wrappers[source].widgetValueHasChanged.connect(lambda *_: filler.follow_layer())
    wrappers[_TIME].widgetValueHasChanged.connect(lambda *_: filler.follow_time())
    filler.follow_layer()


class _Filler:
    """Knows what it has filled in, and so what the user has chosen."""

    def __init__(self, algorithm, wrappers, source):
        self._algorithm, self._wrappers, self._source = algorithm, wrappers, source
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._values, self._time, self._weight = [], None, None

    def follow_layer(self):
        """Fill in what a layer has that is new here."""
        if self._time is not None and self._chosen(_TIME) == self._time:
            self._choose(_TIME, "")
        self._fill_values()
        layer = self._layer()
        if layer is not None and self._chosen(_TIME) is None and self._chosen(_VALUES) is None:
            self._time = guess_fields(layer, ["year"], DEFAULT)["year"]
            self._choose(_TIME, self._time)
        self._fill_weight()

    def follow_time(self):
        """Take away or fill in what goes with a time; a weight that the user has emptied stays empty."""
        self._fill_values()
        if self._weight is None or self._chosen(_WEIGHT) is not None:
            self._fill_weight()

    def _fill_values(self):
        if self._chosen(_VALUES) in (None, self._values):
            layer = self._layer()
            is_wide = layer is not None and self._chosen(_TIME) is None
            self._values = fields_of_years(layer) if is_wide else []
            self._choose(_VALUES, list(self._values))

    def _fill_weight(self):
        if self._chosen(_WEIGHT) in (None, self._weight):
            layer, time = self._layer(), self._chosen(_TIME)
            is_long = layer is not None and time is not None and self._chosen(_VALUES) is None
            weight = guess_weight(layer) if is_long else ""
            self._weight = weight if weight not in ("", time) else None
            self._choose(_WEIGHT, self._weight or "")

    def _layer(self):
        parameters = {self._source: self._wrappers[self._source].parameterValue()}
        return layer_behind(self._algorithm, parameters, self._source, self._context)

    def _chosen(self, name):
        value = self._wrappers[name].parameterValue()
        return None if is_null(value) or not value else value

    def _choose(self, name, value):
        if self._chosen(name) != (value or None):
            self._wrappers[name].setParameterValue(value, self._context)
