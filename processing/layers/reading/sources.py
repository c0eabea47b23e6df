"""Sources of Processing that know the file behind them, where it may be read column by column."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ...compat import is_null, kind_of
from .listening import heard_features

# The formats whose columns OGR gives exactly as QGIS does; the second: does a filter keep that true?
_WORTH_EXPORTING = 20_000
_FORMATS = {"GPKG": True, "FlatGeobuf": False, "ESRI Shapefile": False}
# Parts of an address; with others, such as the number of a layer or an option of the driver, QGIS reads otherwise.
_UNDERSTOOD = {"path", "layerName", "subset"}


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
    """A source of Processing and what can be read by columns behind it; asks the source for the rest.

    Attributes
    ----------
    features : QgsProcessingFeatureSource
    file : PlainFile or None
    export : memory.MemoryExport or None
    hides : bool
        Whether rows without a place are kept back where geometries are asked for.
    database : database.Database or None
        Where the layer lies in one.
    announced : int
        How many rows a file says it has; 0 where that is no matter.
    is_part : bool
        Whether selected rows alone are meant, so many, or those that a filter leaves.
    """

    features: QgsProcessingFeatureSource
    file: Optional[PlainFile] = None
    export: object = None
    hides: bool = False
    database: object = None
    announced: int = 0
    is_part: bool = False

    def __getattr__(self, name):
        return getattr(self.features, name)

    def getFeatures(self, request=None):  # noqa: N802
        """Return the features; raise where the connection to a database fails before the last of them."""
        request = QgsFeatureRequest() if request is None else request
        if self.database is None:
            return self.features.getFeatures(request)
        return heard_features(self.features, request)

    def sourceName(self):  # noqa: N802
        """Return the name of the layer for messages: that of the table where QGIS only knows the file."""
        name = self.features.sourceName()
        of_file = self.file is not None and self.file.layer and Path(self.file.path).stem == name
        return self.file.layer if of_file else name


def layer_behind(algorithm, parameters, name, context):
    """Return the vector layer behind a source parameter, whichever of its features are meant; None where is none."""
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        parameters = {**parameters, name: value.source}
    layer = algorithm.parameterAsVectorLayer(parameters, name, context)
    return layer if isinstance(layer, QgsVectorLayer) else None


def layers_behind(algorithm, parameters, context):
    """Yield the vector layers behind all source parameters of an algorithm."""
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterFeatureSource):
            layer = layer_behind(algorithm, parameters, definition.name(), context)
            if layer is not None:
                yield layer


def whole_layer(algorithm, parameters, name, context):
    """Find the layer behind a source parameter, if all its features are meant and none is being edited.

    Returns
    -------
    QgsVectorLayer or None
        None for selected features, limits and filters of the toolbox.
    """
    chosen = is_part(parameters.get(name))
    layer = None if chosen else layer_behind(algorithm, parameters, name, context)
    return None if layer is None or layer.isModified() else layer


def is_part(value):
    """Tell whether a source parameter means a part of the rows of its layer."""
    return isinstance(value, QgsProcessingFeatureSourceDefinition) and bool(
        value.selectedFeaturesOnly or value.featureLimit >= 0 or getattr(value, "filterExpression", "")
    )


def hides_rows(layer):
    """Tell whether rows without a place are kept back where geometries are asked for, as delimited text does."""
    return layer is not None and layer.isSpatial() and layer.providerType() == "delimitedtext"


def plain_file(layer):
    """Return the plain file of a layer, or None where OGR alone would read it otherwise than QGIS does."""
    if layer.providerType() != "ogr":
        return None
    uri = QgsProviderRegistry.instance().decodeUri("ogr", layer.source())
    uri = {name: value for name, value in uri.items() if not is_null(value) and value not in ("", [])}
    if not uri.keys() <= _UNDERSTOOD:
        return None
    file = PlainFile(uri.get("path", ""), uri.get("layerName", ""), layer.subsetString())
    return file if _is_plain(layer, file) else None


def can_be_exported(layer, fields):
    """Tell whether a memory layer can be written as FlatGeobuf and come back as it was.

    Small ones are read as fast by features; decimals of a fixed number of digits would be rounded.
    """
    if layer.providerType() != "memory" or layer.featureCount() < _WORTH_EXPORTING or layer.subsetString():
        return False
    if not has_points_or_nothing(layer):
        return False
    asked = [layer.fields().field(name) for name in fields if layer.fields().lookupField(name) >= 0]
    return all(
        kind_of(field) in ("int", "long", "string") or (kind_of(field) == "double" and field.precision() == 0)
        for field in asked
    )


def has_points_or_nothing(layer):
    """Tell whether the geometries of a layer, if it has any, are single points."""
    kind = layer.wkbType()
    return kind == QgsWkbTypes.Type.NoGeometry or QgsWkbTypes.flatType(kind) == QgsWkbTypes.Type.Point


def _is_plain(layer, file):
    provider = layer.dataProvider()
    if provider.storageType() not in _FORMATS or provider.encoding() not in ("", "UTF-8"):
        return False
    if not os.path.isfile(file.path):
        return False
    if provider.storageType() == "GPKG" and not layer.primaryKeyAttributes():
        # A view without ids: QGIS numbers its rows.
        return False
    if file.filter and (
        not _FORMATS[provider.storageType()] or file.filter.lstrip().upper().startswith("SELECT")
    ):
        return False
    fields = layer.fields()
    return all(fields.fieldOrigin(i) == QgsFields.FieldOrigin.OriginProvider for i in range(fields.count()))
