"""Where outputs go: none may take the place of what is being read, or of another output."""

import os
import re

from qgis.core import (
    QgsProcessing,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
)

from ...compat import is_null, translate

_TABLE = re.compile(r"""ogr:dbname='(?P<path>[^']+)'.*?table="(?P<table>[^"]+)".*""", re.IGNORECASE)


def clash(algorithm, parameters, context):
    """Return a sentence where an output would replace a layer that is read, or another output; '' where none does.

    Writing into another table of the same GeoPackage is no clash.
    """
    read = [
        _file_of(algorithm, parameters, definition.name(), context)
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSource)
    ]
    written = {}
    for definition in algorithm.parameterDefinitions():
        if not isinstance(definition, QgsProcessingParameterFeatureSink):
            continue
        name = definition.name()
        path, table = _destination(parameters.get(name), context)
        if not path:
            continue
        if any(_same(path, other) and table in ("", layer) for other, layer in filter(None, read)):
            return translate(
                "ClusterBelt",
                "{output}: the file {file} is also an input and would be overwritten. Choose another file, "
                "or another table of the GeoPackage.",
            ).format(output=name, file=path)
        for other_name, other in written.items():
            if _same(path, other[0]) and (not table or table == other[1]):
                return translate(
                    "ClusterBelt",
                    "{one} and {other} would be written to the same file {file}. Choose another file for "
                    "one of them.",
                ).format(one=other_name, other=name, file=path)
        written[name] = (path, table)
    return ""


def is_wanted(parameters, name, context):
    """Tell whether an optional output was asked for; where it was not, the batch dialog gives an empty definition."""
    value = _target(parameters.get(name), context)
    return not is_null(value) and value != ""


def _target(value, context):
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value, _ = value.sink.valueAsString(context.expressionContext(), "")
    return value


def _destination(value, context):
    """File and table of an output; no file where it is temporary, the table '' for the whole file."""
    value = _target(value, context)
    text = value.strip() if isinstance(value, str) else ""
    if text == QgsProcessing.TEMPORARY_OUTPUT or text.startswith("memory:"):
        return "", ""
    found = _TABLE.fullmatch(text)
    return (found["path"], found["table"]) if found else (text, "")


def _file_of(algorithm, parameters, name, context):
    """File of the layer behind a source, and the name of the layer in it; None where there is no file."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        parameters = {**parameters, name: value.source}
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if not isinstance(layer, QgsVectorLayer):
        return None
    address = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
    path = address.get("path")
    return (path, address.get("layerName") or _first_layer(path)) if path else None


def _first_layer(path):
    found = QgsProviderRegistry.instance().querySublayers(path)
    return found[0].name() if found else ""


def _same(path, other):
    return os.path.realpath(path) == os.path.realpath(other)
