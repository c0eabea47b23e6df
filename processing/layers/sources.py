"""Sources of Processing that know the file behind them, where it may be read column by column."""

import os
from dataclasses import dataclass
from typing import Optional

from qgis.core import (
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

# The formats whose columns OGR gives exactly as QGIS does; the second: does a filter keep that true?
_FORMATS = {"GPKG": True, "FlatGeobuf": False, "ESRI Shapefile": False}


@dataclass(frozen=True)
class PlainFile:
    """A layer of a local file that OGR reads as QGIS would: all rows, no pending edits, UTF-8.

    Attributes
    ----------
    path, layer : str
        The file, and the name of the layer in it ('' for the first).
    filter : str
        Condition in SQL, '' for none.
    """

    path: str
    layer: str
    filter: str


@dataclass(frozen=True)
class Source:
    """A source of Processing and, where it is one, the plain file behind it; asks the source for the rest."""

    features: QgsProcessingFeatureSource
    file: Optional[PlainFile]

    def __getattr__(self, name):
        return getattr(self.features, name)


def plain_file(algorithm, parameters, name, context):
    """Find the plain file behind a source parameter; to be called where layers may be touched.

    Returns
    -------
    PlainFile or None
        None for everything that must be read feature by feature: other providers, selected features, limits
        and filters of the toolbox, pending edits, several parts, other encodings than UTF-8.
    """
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        if value.selectedFeaturesOnly or value.featureLimit >= 0 or getattr(value, "filterExpression", ""):
            return None
        parameters = {**parameters, name: value.source}
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "ogr" or layer.isModified():
        return None
    uri = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    file = PlainFile(uri.get("path") or "", uri.get("layerName") or "", layer.subsetString())
    return file if _is_plain(layer, file) else None


def _is_plain(layer, file):
    provider, kind = layer.dataProvider(), layer.wkbType()
    if provider.storageType() not in _FORMATS or provider.encoding() not in ("", "UTF-8"):
        return False
    if not os.path.isfile(file.path) or "geometrytype=" in layer.source().lower():
        return False
    if kind != QgsWkbTypes.Type.NoGeometry and QgsWkbTypes.flatType(kind) != QgsWkbTypes.Type.Point:
        return False
    if file.filter and (
        not _FORMATS[provider.storageType()] or file.filter.lstrip().upper().startswith("SELECT")
    ):
        return False
    fields = layer.fields()
    return all(fields.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider for i in range(fields.count()))
