"""The field of the classes in a dialog: known by its name, else left to be chosen; QGIS itself takes the first field."""

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterField,
    QgsProject,
)

from ..study.match_reader import class_field_in
from .chosen_layers import chosen_layer

_CLASS = "CLASS"


def follow_layer(algorithm, wrappers):
    """Fill in the field of the classes now, and whenever another layer is chosen, where the algorithm needs it."""
    definition = algorithm.parameterDefinition(_CLASS)
    if not isinstance(definition, QgsProcessingParameterField):
        return
    is_optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    source = definition.parentLayerParameterName()
    if is_optional or _CLASS not in wrappers or source not in wrappers:
        return
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())

    def fill(*_):
        layer = chosen_layer(algorithm, source, wrappers[source].parameterValue(), context)
        field = "" if layer is None else class_field_in(layer)
        wrappers[_CLASS].setParameterValue(field, context)

    wrappers[source].widgetValueHasChanged.connect(fill)
    fill()
