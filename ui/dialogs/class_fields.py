"""The fields of classes and names in a dialog, known by their names; QGIS itself takes the first field for the class."""

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterField,
    QgsProject,
)

from ...processing.analysis.guessing import naming_field
from ...processing.layers.reading.sources import layer_behind
from ..study.match_reader import class_field_in

_CLASS, _NAME = "CLASS", "NAME"
_TABLES = "tables"


def follow_layer(algorithm, wrappers):
    """Fill in the class, where tables go by it, and the name of clusters now and whenever another layer is chosen."""
    if algorithm.groupId() == _TABLES:
        _follow(algorithm, wrappers, _CLASS, class_field_in)
    _follow(algorithm, wrappers, _NAME, lambda layer: naming_field(layer.fields().names()))


def _follow(algorithm, wrappers, name, field_in):
    definition = algorithm.parameterDefinition(name)
    if not isinstance(definition, QgsProcessingParameterField):
        return
    source = definition.parentLayerParameterName()
    if name not in wrappers or source not in wrappers:
        return
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def fill(*_):
        layer = layer_behind(algorithm, {source: wrappers[source].parameterValue()}, source, context)
        field = "" if layer is None else field_in(layer)
        wrappers[name].setParameterValue(field, context)

    wrappers[source].widgetValueHasChanged.connect(fill)
    fill()
