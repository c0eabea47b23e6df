"""What is behind the sources of a run: found where layers may be touched, used where the work is done."""

from qgis.core import QgsProcessingParameterField

from ..compat import field_names
from ..layers.reading.database_layers import database_of
from ..layers.reading.sources import (
    can_be_exported,
    hides_rows,
    is_part,
    layer_behind,
    plain_file,
    whole_layer,
)


def behind(algorithm, parameters, name, context, feedback):
    """Return what is behind a source parameter, as keywords of `layers.reading.sources.Source`."""
    part = is_part(parameters.get(name))
    return {"is_part": part, **_behind(algorithm, parameters, name, context, feedback)}


def _behind(algorithm, parameters, name, context, feedback):
    found = layer_behind(algorithm, parameters, name, context)
    if hides_rows(found):
        from ..layers.reading.delimited import warn_of_rows_unseen

        warn_of_rows_unseen(found, feedback)
        return {"hides": True}
    layer = whole_layer(algorithm, parameters, name, context)
    if found is not None and found.providerType() == "postgres":
        return {"database": database_of(found, layer is not None)}
    if layer is None:
        return {}
    fields = _fields_of(algorithm, parameters, name, context, layer)
    if can_be_exported(layer, fields):
        from ..layers.reading.memory import MemoryExport

        return {"export": MemoryExport(layer, fields)}
    announced = layer.featureCount() if layer.providerType() == "ogr" else 0
    return {"file": plain_file(layer), "announced": announced}


def _fields_of(algorithm, parameters, source, context, layer):
    """Return the fields of the layer of a source that the parameters name."""
    indexes = [
        layer.fields().lookupField(name)
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterField)
        and definition.parentLayerParameterName() == source
        for name in field_names(algorithm, parameters, definition.name(), context)
    ]
    return [layer.fields().at(index).name() for index in dict.fromkeys(indexes) if index >= 0]
