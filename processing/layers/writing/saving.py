"""Temporary layers of a project, saved to one GeoPackage; the layers stay what they are and lie there from then on."""

import os

from qgis.core import (
    QgsDataProvider,
    QgsProcessingUtils,
    QgsProject,
    QgsProviderRegistry,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...compat import translate
from ..runs import is_gone


class SavingError(Exception):
    """A layer cannot be saved; the message names it and says why."""


def temporary_layers(project):
    """Return the vector layers of a project that are lost when QGIS closes, in the order of their names.

    Those whose rows are lost already are none of them.
    """
    found = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.isValid() and _is_lost(layer) and not is_gone(layer)
    ]
    return sorted(found, key=lambda layer: (layer.name(), layer.id()))


def save_layers(layers, path):
    """Write layers into a GeoPackage, beside what it holds, and let them read from there; styles and ids stay.

    Parameters
    ----------
    layers : list of QgsVectorLayer
    path : str

    Raises
    ------
    SavingError
        Nothing is switched then.
    """
    editing = next((layer for layer in layers if layer.isEditable()), None)
    if editing is not None:
        text = translate("ClusterBelt", "Layer “{layer}” is being edited: stop editing it, then save again.")
        raise SavingError(text.format(layer=editing.name()))
    names = _new_names(layers, path)
    for layer, name in zip(layers, names):
        _write(layer, path, name)
    for layer, name in zip(layers, names):
        options = QgsDataProvider.ProviderOptions()
        layer.setDataSource(f"{path}|layername={name}", layer.name(), "ogr", options, False)


def _is_lost(layer):
    """Tell whether a layer is in memory, or in the folder that Processing empties."""
    return layer.providerType() == "memory" or QgsProcessingUtils.tempFolder() in layer.source()


def _new_names(layers, path):
    """Return names for the tables that neither each other nor the file have."""
    taken = set()
    if os.path.exists(path):
        listed = QgsProviderRegistry.instance().querySublayers(path)
        taken = {sublayer.name().casefold() for sublayer in listed}
    names = []
    for layer in layers:
        name, number = layer.name() or "layer", 2
        while name.casefold() in taken:
            name, number = f"{layer.name()} {number}", number + 1
        taken.add(name.casefold())
        names.append(name)
    return names


def _write(layer, path, name):
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName = "GPKG", name
    if os.path.exists(path):
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    if layer.fields().lookupField("fid") >= 0:
        options.layerOptions = ["FID=gpkg_id"]
    context = QgsProject.instance().transformContext()
    error, reason, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, path, context, options)
    written = QgsVectorLayer(f"{path}|layername={name}", name, "ogr")
    if error or not written.isValid() or written.featureCount() != layer.featureCount():
        text = translate("ClusterBelt", "Layer “{layer}” could not be saved to “{path}”: {reason}")
        raise SavingError(text.format(layer=layer.name(), path=path, reason=reason))
