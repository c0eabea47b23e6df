"""What QGIS knows of a layer of PostGIS, as the database that can count for it."""

from qgis.core import QgsDataSourceUri, QgsWkbTypes

from ...analysis.sql.dialects import POSTGRESQL
from ...compat import translate
from .database import Database


def database_of(layer, whole):
    """Return the database that a layer of PostGIS lies in.

    Parameters
    ----------
    layer : QgsVectorLayer
    whole : bool
        Whether all its rows are meant, and none is being edited.

    Returns
    -------
    Database
    """
    uri = QgsDataSourceUri(layer.source())
    return Database(
        name=layer.name(),
        address=layer.source(),
        relation=_relation(uri),
        geometry=uri.geometryColumn(),
        condition=layer.subsetString() or uri.sql(),
        key=_key(layer),
        fields=layer.fields(),
        shape=_shape(layer),
        srid=uri.srid(),
        has_points=QgsWkbTypes.flatType(layer.wkbType()) == QgsWkbTypes.Type.Point,
        rows_because=_rows_because(layer, whole),
    )


def _relation(uri):
    """Return what stands behind FROM: a query, or a table, with its schema if it has one."""
    if uri.table().startswith("("):
        return uri.table()
    return ".".join(POSTGRESQL.name(part) for part in (uri.schema(), uri.table()) if part)


def _rows_because(layer, whole):
    if not whole or layer.isEditable():
        return translate("ClusterBelt", "only some of its rows are used, or it is being edited")
    return ""


def _shape(layer):
    kind = QgsWkbTypes.flatType(layer.wkbType())
    unknown = kind in (QgsWkbTypes.Type.Unknown, QgsWkbTypes.Type.NoGeometry)
    return "" if unknown else QgsWkbTypes.displayString(kind).upper()


def _key(layer):
    """Return the column that is the key alone, '' where it is none or several."""
    keys = layer.primaryKeyAttributes()
    return layer.fields().at(keys[0]).name() if len(keys) == 1 else ""
