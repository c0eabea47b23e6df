"""What a run reads: the real files and tables behind its inputs, however they are written."""

import os
import re
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsExpression,
    QgsFields,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterMapLayer,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterVectorLayer,
    QgsProviderRegistry,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtXml import QDomDocument

from ...compat import is_null
from .database_names import names_in_database

_LAYERS = (
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterVectorLayer,
    QgsProcessingParameterMapLayer,
)
# A query, or a condition with one in it, may read any table.
_SELECT = re.compile(r"\bselect\b", re.IGNORECASE)
# An address that is longer holds the data itself.
_LONGEST = 5000


@dataclass(frozen=True)
class Table:
    """A table of a file or database.

    Attributes
    ----------
    path : str
        File, or address of a database.
    name : str or None
        None stands for all that is in it.
    """

    path: str
    name: Optional[str] = None

    def meets(self, other):
        """Tell whether writing one means writing the other; names of tables know no capitals."""
        if not same_file(self.path, other.path):
            return False
        if self.name is None or other.name is None:
            return True
        one, two = self.name.casefold(), other.name.casefold()
        if "://" in self.path and not ("." in one and "." in two):
            # Where no schema is named, it may be any that the server looks into.
            return one.rpartition(".")[2] == two.rpartition(".")[2]
        return one == two


def same_file(path, other):
    """Tell whether two paths lead to one file, through links as well; a folder holds its files."""
    try:
        if os.path.samefile(path, other):
            return True
    except OSError:
        pass
    one, two = (os.path.normcase(os.path.realpath(each)) for each in (path, other))
    return one == two or (os.path.isdir(one) and two.startswith(one + os.sep))


def tables_read(algorithm, parameters, context):
    """Return the `Table`s behind all inputs of an algorithm."""
    found = list(map(Table, algorithm.files_read(parameters, context)))
    for definition in algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterMultipleLayers):
            layers = algorithm.parameterAsLayerList(parameters, definition.name(), context) or []
        elif isinstance(definition, _LAYERS):
            layers = [_layer_of(algorithm, parameters, definition.name(), context)]
        else:
            continue
        for layer in layers:
            found += tables_behind(layer, context)
    return found


def tables_behind(layer, context):
    """Return the `Table`s that a layer reads; none for one in memory, and for None."""
    return _tables_of(layer, context, set())


def _layer_of(algorithm, parameters, name, context):
    value = parameters.get(name)
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        parameters = {**parameters, name: value.source}
    return algorithm.parameterAsLayer(parameters, name, context)


def _tables_of(layer, context, seen):
    """The tables of a layer, of the layers that it joins, and of those that a virtual layer asks."""
    if not isinstance(layer, QgsMapLayer) or layer.id() in seen:
        return []
    seen.add(layer.id())
    found = _tables_at(layer.providerType(), layer.source())
    if isinstance(layer, QgsVectorLayer):
        further = [join.joinLayer() for join in layer.vectorJoins()]
        further += [context.getMapLayer(one.layerId()) for one in layer.dependencies()]
        further += _layers_asked(layer, context)
        for other in further:
            found += _tables_of(other, context, seen)
    return found


def _layers_asked(layer, context):
    """The layers of the project that virtual fields of a layer name, as in `get_feature('cities', 'id', 1)`."""
    fields = layer.fields()
    asked = [
        layer.expressionField(index)
        for index in range(fields.count())
        if fields.fieldOrigin(index) == QgsFields.FieldOrigin.OriginExpression
    ]
    text = "\n".join(asked).casefold()
    if not text or context.project() is None:
        return []
    return [
        other
        for other in context.project().mapLayers().values()
        if any(QgsExpression.quotedString(name).casefold() in text for name in (other.name(), other.id()))
    ]


def _tables_at(provider, address):
    if provider == "virtual":
        asked = QgsVirtualLayerDefinition.fromUrl(QUrl.fromEncoded(address.encode())).sourceLayers()
        named = [(one.provider(), one.source()) for one in asked if not one.isReferenced()]
        return [table for each in named for table in _tables_at(*each)]
    parts = QgsProviderRegistry.instance().decodeUri(provider, address)
    parts = {key: value for key, value in parts.items() if not is_null(value) and value != ""}
    path = parts.get("path")
    if not path:
        return _tables_of_database(provider, address)
    if provider == "ogr":
        return _tables_of_file(f"{parts.get('vsiPrefix', '')}{path}{parts.get('vsiSuffix', '')}", path, parts)
    name = parts.get("layerName") if provider == "spatialite" else None
    whole = name is None or _SELECT.search(f"{name} {parts.get('subset', '')}") or _is_view(path, name)
    return [Table(path, None if whole else name)]


def _tables_of_file(address, path, parts):
    """The table that is read, and the files that belong to its own; of a view, which may read any, the whole file."""
    with _quiet():
        try:
            data = gdal.OpenEx(address, gdal.OF_VECTOR)
        except RuntimeError:
            data = None
        if data is None:
            return _files_named(path)
        name = parts.get("layerName")
        if name is None and (layer := data.GetLayer(int(parts.get("layerId", 0)))) is not None:
            name = layer.GetName()
        files = _files_of(data)
        if _SELECT.search(parts.get("subset", "")) or data.GetLayerCount() < 1 or _is_view(path, name):
            name = None
        if data.GetDriver().ShortName == "OGR_VRT":
            return [Table(path), *_tables_of_vrt(address)]
        own = same_file(files[0], path) if len(files) == 1 else False
        del data
    return [Table(path, name)] if own else [*_files_named(path), *map(Table, files)]


def _files_of(data):
    """Return the files of a data set of GDAL's that lie on a disk; none where it cannot tell them."""
    try:
        return [file for file in data.GetFileList() or [] if not file.startswith("/vsi")]
    except RuntimeError:
        return []


def _files_named(address):
    """The files that an address of GDAL's names between signs of its own, as `/vsisubfile/0,a.csv` or `GPKG:a.gpkg:t`."""
    if os.path.exists(address) or len(address) > _LONGEST:
        return [Table(address)]
    begins = [0, *(found.start() for found in re.finditer(r"/", address))]
    begins += [found.end() for found in re.finditer(r"[:,={}|&]", address)]
    ends = [found.start() for found in re.finditer(r"[/\\:,={}|&?]", address)] + [len(address)]
    parts = {address[begin:end] for begin in begins for end in ends if begin < end}
    return [Table(address), *(Table(part) for part in sorted(parts) if os.path.isfile(part))]


def _tables_of_vrt(address):
    """The files that a file of GDAL's virtual format asks, which GDAL tells of the plainest ones only."""
    found, seen, waiting = [], set(), [address]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        seen.add(address)
        for source in _sources_of_vrt(address):
            if source.lower().endswith(".vrt"):
                found.append(Table(source))
                waiting.append(source)
            else:
                found += [Table(table.path) for table in _tables_of_file(source, source, {})]
    return found


def _sources_of_vrt(address):
    """Return what the layers of such a file, or of its text, read."""
    text = address
    if not address.lstrip().startswith("<"):
        try:
            text = Path(address).read_text(encoding="utf-8", errors="replace")
        except OSError:
            return []
    document = QDomDocument()
    document.setContent(text)
    elements = document.elementsByTagName("SrcDataSource")
    elements = [elements.at(place).toElement() for place in range(elements.count())]
    is_beside = [element.attribute("relativeToVRT", "0") in ("1", "YES", "TRUE") for element in elements]
    return [
        os.path.join(os.path.dirname(address), element.text()) if beside else element.text()
        for element, beside in zip(elements, is_beside)
    ]


def _tables_of_database(provider, address):
    uri = QgsDataSourceUri(address)
    if not uri.table():
        return []
    database, _, names = names_in_database(provider, address)
    whole = _SELECT.search(f"{uri.table()} {uri.sql()}")
    return [Table(database, name) for name in ([None] if whole else names)]


def _is_view(path, name):
    try:
        with closing(sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True)) as file:
            found = file.execute(
                "SELECT type FROM sqlite_master WHERE lower(name) = lower(?)", (name,)
            ).fetchone()
    except sqlite3.Error:
        return False
    return found is not None and found[0] == "view"


class _quiet:  # noqa: N801
    """Keeps GDAL from printing what is no fault here."""

    def __enter__(self):
        gdal.PushErrorHandler("CPLQuietErrorHandler")

    def __exit__(self, *error):
        gdal.PopErrorHandler()
