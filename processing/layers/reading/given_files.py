"""The files that a run names as its inputs: those from which no table can be read, and why.

Those that need not be opened for it are refused before GDAL opens them, because it waits for ever at a pipe.
"""

import os
import stat

from qgis.core import (
    QgsMapLayer,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsProject,
    QgsProviderRegistry,
)

from ...compat import translate
from ..given_values import given_value

_LAYERS = (QgsProcessingParameterFeatureSource, QgsProcessingParameterVectorLayer)


def why_not_opened(algorithm, parameters, context):
    """Return why an input cannot be read whatever is in its file: nothing, a pipe, no rights; '' for none."""
    for name, path in _files(algorithm, parameters, context):
        reason = reason_against(path)
        if reason:
            return translate("ClusterBelt", "{input}: “{file}” cannot be read: {reason}.").format(
                input=name, file=path, reason=reason
            )
    return ""


def why_unread(algorithm, parameters, context):
    """Return which input is a file that is there and holds no layer for QGIS; '' for none."""
    for name, path in _files(algorithm, parameters, context):
        given = {**parameters, name: given_value(parameters[name], context)}
        if algorithm.parameterAsLayer(given, name, context) is not None:
            continue
        if os.path.isdir(path):
            text = translate("ClusterBelt", "{input}: “{file}” is a folder. Choose a file.")
        else:
            text = translate(
                "ClusterBelt",
                "{input}: QGIS finds no table in “{file}”. Its format is another one than its ending says, it is "
                "damaged, or it has a header and no rows.",
            )
        return text.format(input=name, file=path)
    return ""


def reason_against(path):
    """Return why a file is not even opened, as a part of a sentence; '' where it is."""
    mode = os.stat(path)
    if stat.S_ISDIR(mode.st_mode):
        return ""
    if not stat.S_ISREG(mode.st_mode):
        return translate("ClusterBelt", "it is a device or a pipe; save what it gives as a file")
    if not mode.st_size:
        return translate("ClusterBelt", "the file is empty (0 bytes)")
    if not os.access(path, os.R_OK):
        return translate("ClusterBelt", "you have no right to read it")
    return ""


def _files(algorithm, parameters, context):
    """Yield inputs with the paths that they name, where there is something."""
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, _LAYERS):
            path = path_of(given_value(parameters.get(definition.name()), context))
            if path and os.path.exists(path):
                yield definition.name(), path


def path_of(value):
    """Return the file of a layer, of one of the project by its id, or of a text that names one; '' for none."""
    layer = value if isinstance(value, QgsMapLayer) else QgsProject.instance().mapLayer(str(value))
    if layer is not None:
        parts = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source())
        path = parts.get("path")
        return path if isinstance(path, str) else ""
    return value.partition("|")[0] if isinstance(value, str) else ""
