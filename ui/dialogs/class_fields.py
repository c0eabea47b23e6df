"""The fields of classes and names in a dialog, known by their names; QGIS itself takes the first field for the class."""

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProject,
)

from ...processing.analysis.guessing import naming_field
from ...processing.layers.reading.sources import layer_behind
from ..study.match_reader import class_field_in

_CLASS, _NAME = "CLASS", "NAME"


def follow_layer(algorithm, wrappers):
    """Fill in the class, where the algorithm needs it, and the name of clusters now and whenever another layer is chosen."""
    _follow(algorithm, wrappers, _CLASS, class_field_in, needed=True)
    _follow(algorithm, wrappers, _NAME, lambda layer: naming_field(layer.fields().names()), needed=False)


def _follow(algorithm, wrappers, name, field_in, *, needed):
    definition = algorithm.parameterDefinition(name)
    if not isinstance(definition, QgsProcessingParameterField):
        return
    is_optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    source = definition.parentLayerParameterName()
    if (needed and is_optional) or name not in wrappers or source not in wrappers:
        return
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def fill(*_):
        layer = layer_behind(algorithm, {source: wrappers[source].parameterValue()}, source, context)
        field = "" if layer is None else field_in(layer)
        wrappers[name].setParameterValue(field, context)

    wrappers[source].widgetValueHasChanged.connect(fill)
    fill()
