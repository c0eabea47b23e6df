"""Where outputs go: what QGIS makes of the text that names a file, and what may not go there."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from qgis.core import (
    QgsDataSourceUri,
    QgsProcessing,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFileDestination,
    QgsVectorFileWriter,
    QgsVectorLayer,
)

from ...compat import is_null, translate
from ..given_values import given_value
from .database_names import names_in_database
from .origins import Table, tables_read

_GEOPACKAGE = "GPKG"
# Providers that write tables of databases; what stands before the colon in `postgres:dbname=…`.
_DATABASES = ("postgres", "postgis", "mssql", "oracle", "hana", "mysql", "spatialite")
# GDAL's addresses of what lies in an archive: one that is broken off while it is written cannot be read any more.
_ARCHIVES = ("/vsizip/", "/vsigzip/", "/vsitar/", "/vsi7z/", "/vsirar/")
# Bytes that PostgreSQL keeps of a name; it cuts others without a word.
_LONGEST_NAME = 63
_PROVIDER = re.compile(r"([a-z]{3,}):(.*)", re.IGNORECASE | re.DOTALL)
# The files of one data set, which share their name up to the ending; one driver may write several kinds of sets.
_PARTS = {
    "ESRI Shapefile": (
        (
            *(".shp", ".shx", ".dbf", ".prj", ".cpg", ".qpj", ".qix", ".sbn", ".sbx", ".idm", ".ind"),
            *(".fbn", ".fbx", ".ain", ".aih", ".atx", ".ixs", ".mxs", ".cst"),
        ),
    ),
    "MapInfo File": ((".tab", ".dat", ".map", ".id", ".ind"), (".mif", ".mid")),
    "GML": ((".gml", ".xsd", ".gfs"),),
}


@dataclass(frozen=True)
class Destination:
    """Where QGIS writes an output of features.

    Attributes
    ----------
    path : str
        File with the ending that QGIS adds, or address of a database.
    table : str
        '' where the whole file is written.
    driver : str
        OGR's name of the format; '' for databases, which QGIS writes by itself.
    """

    path: str
    table: str
    driver: str

    def tables(self):
        """Return all `Table`s that are written or removed: those of every file of the data set."""
        if self.table or not self.driver:
            return [Table(self.path, self.table or None)]
        return [Table(self.path), *map(Table, parts_of(self.path, self.driver))]


def destination_of(value, context):
    """Return the `Destination` of an output as QGIS understands it; None where it is temporary or not wanted."""
    value = given_value(value, context)
    text = value if isinstance(value, str) else ""
    if text.strip() in ("", QgsProcessing.TEMPORARY_OUTPUT) or text.startswith("memory:"):
        return None
    found = _PROVIDER.fullmatch(text)
    provider = found[1].lower() if found else ""
    if provider == "ogr":
        uri = QgsDataSourceUri(found[2])
        path = uri.database() or found[2]
        driver = QgsVectorFileWriter.driverForExtension(Path(path).suffix[1:])
        return Destination(path, uri.table() or Path(path).stem, driver)
    provider, address = in_database(text)
    if provider == "spatialite":
        uri = QgsDataSourceUri(address)
        return Destination(uri.database(), uri.table(), "SQLite")
    if provider:
        database, table, _ = names_in_database(provider, address)
        return Destination(database, table, "")
    return Destination(*_completed(text))


def layer_in_database(text):
    """Return the layer of an output that QGIS writes into a database; None for others, and where it is none."""
    provider, address = in_database(text)
    layer = QgsVectorLayer(address, "", provider) if provider else None
    return layer if layer is not None and layer.isValid() else None


def geometry_column(text):
    """Return the column of the geometries of an output in a database; '' where it has no name."""
    return QgsDataSourceUri(in_database(text)[1]).geometryColumn()


def in_database(text):
    """Return the provider and the address of an output in a database; ('', '') for others."""
    found = _PROVIDER.fullmatch(text)
    provider = found[1].lower() if found else ""
    if provider not in _DATABASES:
        return "", ""
    return "postgres" if provider == "postgis" else provider, found[2].lstrip("/")


def format_in_memory(value, context):
    """Return OGR's name of the format of an output in a file system of GDAL's own; '' where it is none."""
    destination = destination_of(value, context)
    return destination.driver if destination and destination.path.startswith("/vsi") else ""


def parts_of(path, driver):
    """Return the files there are of the data set that a file belongs to, whatever capitals they are written in."""
    ending = Path(path).suffix.casefold()
    endings = next((kind for kind in _PARTS.get(driver, ()) if ending in kind), ())
    stem, folder = Path(path).stem.casefold(), os.path.dirname(os.path.realpath(path))
    try:
        names = os.listdir(folder) if endings else []
    except OSError:
        names = []
    parts = {
        name: Path(name).suffix.casefold()
        for name in names
        if Path(name).stem.casefold() == stem and Path(name).suffix.casefold() in endings
    }
    # A Shapefile has the one with the other; alone it is an index of MapInfo's.
    foreign = driver == "ESRI Shapefile" and ".idm" not in parts.values()
    return [os.path.join(folder, name) for name, part in parts.items() if not (foreign and part == ".ind")]


def clash(algorithm, parameters, context):
    """Return a sentence where an output would replace a layer that is read, or another output; '' where none does.

    Writing into another table of the same GeoPackage is no clash.
    """
    read, written = tables_read(algorithm, parameters, context), {}
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        if isinstance(definition, QgsProcessingParameterFeatureSink):
            value = given_value(parameters.get(name), context)
            why = _bar_in(name, value) or _long_in(name, value)
            if why:
                return why
            destination = destination_of(parameters.get(name), context)
            if destination and destination.path.startswith(_ARCHIVES):
                return translate(
                    "ClusterBelt", "{output}: choose a file outside of archives, not {file}."
                ).format(output=name, file=destination.path)
            tables = destination.tables() if destination else []
        elif isinstance(definition, QgsProcessingParameterFileDestination) and is_wanted(
            parameters, name, context
        ):
            tables = [Table(algorithm.parameterAsFileOutput(parameters, name, context))]
        else:
            continue
        why = refusal(name, tables, read, written)
        if why:
            return why
        written[name] = tables
    return ""


def _bar_in(name, value):
    """Say what is wrong with a path that has the sign with which QGIS begins the name of a table; '' where none has."""
    path, bar, rest = str(value).partition("|")
    if not bar or _PROVIDER.fullmatch(path):
        return ""
    key, _, table = rest.partition("=")
    if key.lower() == "layername":
        return translate(
            "ClusterBelt",
            "{output}: a table within a file is written as ogr:dbname='{file}' table=\"{table}\" (geom).",
        ).format(output=name, file=path, table=table)
    return translate(
        "ClusterBelt", "{output}: choose a file without “|” in its name, not {file}; QGIS could not read it."
    ).format(output=name, file=value)


def _long_in(name, value):
    """Say which name of a table of PostgreSQL would be cut, and might then be that of another; '' for none."""
    provider, address = in_database(str(value))
    uri = QgsDataSourceUri(address)
    for given in (uri.schema(), uri.table(), uri.geometryColumn()) if provider == "postgres" else ():
        if len(given.encode("utf-8", "replace")) > _LONGEST_NAME:
            return translate(
                "ClusterBelt",
                "{output}: the name “{name}” is longer than the {bytes} bytes that PostgreSQL keeps of a name. Choose a "
                "shorter one.",
            ).format(output=name, name=given, bytes=_LONGEST_NAME)
    return ""


def refusal(name, tables, read, written):
    """Say why an output may not write tables; '' where it may.

    Parameters
    ----------
    name : str
        The output.
    tables : list of Table
        What it writes or removes.
    read : list of Table
    written : dict of str to list of Table
        What other outputs write.
    """
    for table in tables:
        if any(table.meets(other) for other in read):
            if "://" in table.path:
                return translate(
                    "ClusterBelt",
                    "{output}: its table in the database is also an input, or a part of one, and would be overwritten. "
                    "Choose another table.",
                ).format(output=name)
            return translate(
                "ClusterBelt",
                "{output}: the file {file} is also an input and would be overwritten. Choose another file, "
                "or another table of the GeoPackage.",
            ).format(output=name, file=table.path)
        for other_name, others in written.items():
            if any(table.meets(other) for other in others):
                return translate(
                    "ClusterBelt",
                    "{one} and {other} would be written to the same file {file}. Choose another file for "
                    "one of them.",
                ).format(one=other_name, other=name, file=table.path)
    return ""


def is_wanted(parameters, name, context):
    """Tell whether an optional output was asked for; where it was not, the batch dialog gives an empty definition."""
    value = given_value(parameters.get(name), context)
    return not is_null(value) and value != ""


def _completed(text):
    """The path of a file with the ending that QGIS adds, the table '', and the format."""
    _, dot, suffix = text.rpartition(".")
    driver = QgsVectorFileWriter.driverForExtension(suffix) if dot else ""
    if not driver:
        text, driver = f"{text}.gpkg", _GEOPACKAGE
    about = QgsVectorFileWriter.MetaData()
    if QgsVectorFileWriter.driverMetadata(driver, about):
        endings = about.ext.split()
        if endings and not any(text.lower().endswith(f".{ending}") for ending in endings):
            text = f"{text}.{endings[0]}"
    if driver in ("ESRI Shapefile", "MapInfo File"):
        # These drivers write their endings in small letters.
        stem, ending = os.path.splitext(text)
        text = stem + ending.lower()
    return text, "", driver
