"""Tables of a database that can count and add for us: PostGIS, over the connection that QGIS has."""

import re
from dataclasses import dataclass

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsFields,
    QgsProcessingException,
    QgsProviderRegistry,
    QgsWkbTypes,
)

from ...analysis.cancelling import Cancelled
from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.tables import Table
from ...analysis.sql.texts import query
from ...compat import is_null, kind_of, translate

_NUMBERS = ("int", "long", "double")
_GROUPS = ("int", "long", "string", "bool")
_MOST_LETTERS = 300


@dataclass(frozen=True)
class Database:
    """A table or view of PostGIS behind a layer.

    Attributes
    ----------
    address : str
        The source of the layer.
    relation, geometry, condition, key : str
        What stands behind FROM; the columns of the points and of the ids, '' for none; the filter of the layer.
    fields : QgsFields
    has_points : bool
        Whether its geometries are single points.
    rows_because : str
        Why the layer has to be read row by row all the same, '' where it has not.
    """

    address: str
    relation: str
    geometry: str
    condition: str
    key: str
    fields: QgsFields
    has_points: bool
    rows_because: str

    def table(self, weight, groups):
        """Return the table of weighted points.

        Parameters
        ----------
        weight : str
            Field, '' for weight 1.
        groups : list of str
            Fields that make the groups together.
        """
        name = POSTGRESQL.name
        geometry = name(self.geometry)
        return Table(
            POSTGRESQL,
            self.relation,
            f"ST_X({geometry})",
            f"ST_Y({geometry})",
            name(weight) if weight else None,
            _together([name(group) for group in groups]),
            self.condition,
        )

    def why_not(self, weight, groups):
        """Return why sums over some fields cannot come from the database, as a part of a sentence; '' where they can."""
        if not self.rows_because and not self.has_points:
            return translate("ClusterBelt", "its geometries are not single points")
        return self.rows_because or self.why_not_of(
            (weight, _NUMBERS), *((group, _GROUPS) for group in groups)
        )

    def why_not_of(self, *fields):
        """Return why fields cannot be left to the database, as a part of a sentence; '' where they can.

        Parameters
        ----------
        fields : (str, collection of str)
            Name, '' for none, and the kinds of `compat.kind_of` that are understood.
        """
        for name, kinds in fields:
            index = self.fields.lookupField(name)
            if name and self.fields.fieldOrigin(index) != QgsFields.FieldOrigin.OriginProvider:
                return translate("ClusterBelt", "the field “{field}” is not in the table").format(field=name)
            if name and kind_of(self.fields.at(index)) not in kinds:
                return translate("ClusterBelt", "the field “{field}” is of type {type}").format(
                    field=name, type=self.fields.at(index).typeName()
                )
        return ""

    def first_negative(self, weight):
        """Return the query for id and weight of the first row with a negative weight."""
        weight, key = POSTGRESQL.name(weight), POSTGRESQL.name(self.key) if self.key else "ctid::text"
        return query("first_negative").substitute(
            key=key, weight=weight, relation=self.relation, condition=self.condition or "TRUE"
        )

    def runner(self, feedback):
        """Return what runs a query, made in the thread that uses it.

        Raises
        ------
        QgsProcessingException
            What the database says; nothing stays open, and nothing is ever written.
        Cancelled
        """
        metadata = QgsProviderRegistry.instance().providerMetadata("postgres")
        connection = metadata.createConnection(self.address, {})

        def run(text):
            if feedback.isCanceled():
                raise Cancelled
            try:
                rows = connection.executeSql(POSTGRESQL.before + text, feedback)
            except QgsException as error:
                if feedback.isCanceled():
                    raise Cancelled from None
                raise QgsProcessingException(
                    translate("ClusterBelt", "The database stopped reading {table}: {reason}").format(
                        table=self.relation, reason=_said(error)
                    )
                ) from None
            return [[None if is_null(value) else value for value in row] for row in rows]

        return run


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
    uri, name = QgsDataSourceUri(layer.source()), POSTGRESQL.name
    query_layer = uri.table().startswith("(")
    return Database(
        address=layer.source(),
        relation=uri.table() if query_layer else f"{name(uri.schema())}.{name(uri.table())}",
        geometry=uri.geometryColumn(),
        condition=layer.subsetString() or uri.sql(),
        key=_key(layer),
        fields=layer.fields(),
        has_points=QgsWkbTypes.flatType(layer.wkbType()) == QgsWkbTypes.Type.Point,
        rows_because=_rows_because(layer, whole),
    )


def _rows_because(layer, whole):
    if not whole or layer.isEditable():
        return translate("ClusterBelt", "only some of its rows are used, or it is being edited")
    return ""


def _key(layer):
    """Return the column that is the key alone, '' where it is none or several."""
    keys = layer.primaryKeyAttributes()
    return layer.fields().at(keys[0]).name() if len(keys) == 1 else ""


def _said(error):
    """Return what the server said, without the query before it."""
    found = re.search(r"\[?(?:ERROR|FATAL):\s*(.+?)\s*(?:\n|\]|$)", str(error))
    return found.group(1) if found else str(error).strip().splitlines()[0][:_MOST_LETTERS]


def _together(columns):
    """Return one expression for the groups that columns make together; None for no column."""
    if len(columns) < 2:
        return columns[0] if columns else None
    return f"CAST(jsonb_build_array({', '.join(columns)}) AS text)"
