"""Tables of a database that can count and add for us: PostGIS, over the connection that QGIS has."""

from contextlib import contextmanager
from dataclasses import dataclass
from secrets import token_hex

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsFields,
    QgsProcessingException,
    QgsProviderRegistry,
    QgsTransaction,
)

from ...analysis.cancelling import Cancelled
from ...analysis.messages import AnalysisError
from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.steady import is_steady
from ...analysis.sql.tables import Table
from ...analysis.sql.texts import behind_from, query
from ...compat import kind_of, translate
from .listening import answered, stopped

_NUMBERS = ("int", "long", "double")
_GROUPS = ("int", "long", "string", "bool")
# Decimals of no more digits are floating point numbers, too.
_MOST_DIGITS = 300
_TIMES = ("int", "long", "double", "string", "date", "datetime")


@dataclass(frozen=True)
class Database:
    """A table or view of PostGIS behind a layer.

    Attributes
    ----------
    name : str
        Of the layer, in messages.
    address : str
        The source of the layer.
    relation, geometry, condition, key : str
        What stands behind FROM; the columns of the points and of the ids, '' for none; the filter of the layer.
    fields : QgsFields
    shape, srid : str
        Of the geometries that the layer shows, as PostGIS calls them, '' for all: its table may hold others.
    has_points : bool
        Whether its geometries are single points.
    rows_because : str
        Why the layer has to be read row by row all the same, '' where it has not.
    """

    name: str
    address: str
    relation: str
    geometry: str
    condition: str
    key: str
    fields: QgsFields
    shape: str
    srid: str
    has_points: bool
    rows_because: str

    def table(self, weight="", group=""):
        """Return the table of weighted points; '' for weight 1, and for one group."""
        return Table(
            POSTGRESQL,
            self.relation,
            f"ST_X({self.point})",
            f"ST_Y({self.point})",
            self.real(weight) if weight else None,
            self.column(group) if group else None,
            self.condition,
            key=self._named_by(),
            has_texts=bool(group) and kind_of(self.fields.field(group)) == "string",
        )

    @property
    def point(self):
        """The column of the points, also where these are geographies."""
        return f"CAST({POSTGRESQL.name(self.geometry)} AS geometry)"

    def why_not_whole(self, run):
        """Return why its table cannot be counted as the layer shows it, as a part of a sentence; '' where it can.

        QGIS leaves out geometries of other kinds and reference systems than those of the layer, and reads a sample once.
        """
        if not is_steady(run, self.relation, self.condition):
            return translate(
                "ClusterBelt", "each statement could see other rows of its view, query or filter"
            )
        if not self.geometry or not self.shape:
            return ""
        places = {"shape": POSTGRESQL.text(self.shape), "srid": self.srid or "ST_SRID(geom)"}
        if not self.relation.startswith("("):
            declared = POSTGRESQL.text(f"%({self.shape}%,{self.srid or '%'})")
            named = {"table": POSTGRESQL.text(self.relation), "column": POSTGRESQL.text(self.geometry)}
            if run(query("declared_geometry").substitute(named, declared=declared))[0][0]:
                return ""
        places |= {"relation": behind_from(self.relation), "condition": self.condition or "TRUE"}
        if run(query("other_geometry").substitute(places, geometry=self.point)):
            return translate("ClusterBelt", "its table holds geometries that it does not show")
        return ""

    def _named_by(self):
        """Return what names a row and has a smallest value; '' where nothing does."""
        if not self.key:
            return ""
        name = POSTGRESQL.name(self.key)
        return name if kind_of(self.fields.field(self.key)) in ("int", "long") else f"CAST({name} AS text)"

    def why_not_texts(self, run):
        """Return why its texts cannot be told apart as Python does, as a part of a sentence; '' where they can."""
        encoding = run("SELECT getdatabaseencoding()")[0][0]
        if encoding == "UTF8":
            return ""
        # Its texts come in another order, and some blanks are no letters of it.
        return translate("ClusterBelt", "its database is not in UTF-8 but in {encoding}").format(
            encoding=encoding
        )

    def column(self, field):
        """Return a field as values that are the same where they are equal, as no group of rows is else."""
        kind = kind_of(self.fields.field(field))
        if kind == "string":
            # Of enumerations and texts that do not mind capitals, too.
            return text_of(field)
        # 1.0 and 1.00 are one number.
        return self.real(field) if kind == "double" else POSTGRESQL.name(field)

    def real(self, field):
        """Return a field as floating point numbers; decimals beyond these are nothing, as where rows are read."""
        found, name = self.fields.field(field), POSTGRESQL.name(field)
        if found.typeName() == "numeric" and not 0 < found.length() < _MOST_DIGITS:
            return query("decimal").substitute(number=name, real=POSTGRESQL.real)
        if found.typeName() == "float4":
            # 0.1, as it is written and read, and not the number of single precision that is nearest to it.
            name = f"CAST({name} AS text)"
        return f"CAST({name} AS {POSTGRESQL.real})"

    def why_not(self, weights, groups, times=()):
        """Return why sums over some fields cannot come from the database, as a part of a sentence; '' where they can."""
        if not self.rows_because and not self.has_points:
            return translate("ClusterBelt", "its geometries are not single points")
        return self.rows_because or self.why_not_of(
            *((name, _NUMBERS) for name in weights),
            *((name, _GROUPS) for name in groups),
            *((name, _TIMES) for name in times),
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
            # What PostgreSQL calls oid is no number to it.
            is_oid = name and self.fields.at(index).typeName() == "oid"
            if name and (is_oid or kind_of(self.fields.at(index)) not in kinds):
                return translate("ClusterBelt", "the field “{field}” is of type {type}").format(
                    field=name, type=self.fields.at(index).typeName()
                )
        return ""

    def runner(self, feedback, snapshot=""):
        """Return what runs a query, made in the thread that uses it.

        Parameters
        ----------
        feedback : QgsProcessingFeedback
        snapshot : str
            The statement that joins the snapshot of another transaction.

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
                found = connection.execSql(POSTGRESQL.before + snapshot + POSTGRESQL.without + text, feedback)
                return answered(found, feedback)
            except QgsException as error:
                if feedback.isCanceled():
                    raise Cancelled from None
                raise stopped(self.name, str(error)) from None

        return run

    @contextmanager
    def moment(self, feedback):
        """Yield what runs queries, all of which see the table as it is now, whoever writes to it meanwhile.

        A transaction of its own keeps the moment and ends with the block. Where the server keeps none, each query
        sees a moment of its own.

        Raises
        ------
        QgsProcessingException
            Where the table was replaced or rewritten meanwhile, which no snapshot outlasts.
        """
        with self._same_table(self.runner(feedback)), self._kept_moment(feedback) as run:
            yield run

    @contextmanager
    def _kept_moment(self, feedback):
        keeper = QgsTransaction.create(QgsDataSourceUri(self.address).connectionInfo(True), "postgres")
        mark = f"clusterbelt {token_hex(8)} "
        kept = keeper is not None and keeper.begin()[0]
        try:
            snapshot = self._snapshot(keeper, mark, feedback) if kept else None
            if snapshot is None:
                feedback.pushInfo(
                    translate(
                        "ClusterBelt",
                        "Layer “{layer}”: its database keeps no snapshot; rows must not change while they are summed.",
                    ).format(layer=self.name)
                )
            run = self.runner(feedback, snapshot or "")
            yield self._while_kept(run, keeper) if snapshot else run
        finally:
            if kept:
                keeper.rollback()

    @contextmanager
    def _same_table(self, run):
        """Raise where another table lies behind the name at the end of the block; it would be empty, or a mixture."""

        def stored():
            return run(query("stored_table").substitute(table=POSTGRESQL.text(self.relation)))

        is_query = self.relation.startswith("(")
        before = None if is_query else stored()
        try:
            yield
        except (AnalysisError, QgsProcessingException):
            if is_query or stored() == before:
                raise
            raise changed(self.name) from None
        if not is_query and stored() != before:
            raise changed(self.name)

    def _while_kept(self, run, keeper):
        """Return what runs queries as `run` does, and says it where the connection that keeps their moment was lost."""

        def watched(text):
            try:
                return run(text)
            except QgsProcessingException:
                # QGIS connects again by itself, but then no transaction runs, and there is nothing to save.
                if keeper.executeSql("SAVEPOINT kept")[0]:
                    raise
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "The connection to the database was lost while layer “{layer}” was being read. Run the algorithm "
                    "again.",
                ).format(layer=self.name)
            )

        return watched

    def _snapshot(self, keeper, mark, feedback):
        """Return the statement that joins the snapshot of a transaction; None where there is none."""
        text = POSTGRESQL.text
        for statement in (
            "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY",
            # While queries run elsewhere, this one waits.
            "SET LOCAL idle_in_transaction_session_timeout = 0",
            # A transaction of QGIS returns no rows, but its name can be read from elsewhere.
            query("keep_snapshot").substitute(mark=text(mark)),
        ):
            if not keeper.executeSql(statement)[0]:
                return None
        found = self.runner(feedback)(query("kept_snapshot").substitute(mark=text(mark)))
        return f"SET TRANSACTION SNAPSHOT {text(found[0][0])}; " if found else None


def text_of(field):
    """Return a column as a text, compared letter by letter whatever its collation takes for equal."""
    text = f"CAST({POSTGRESQL.name(field)} AS text)"
    return f'({POSTGRESQL.as_read(text)}) COLLATE "C"'


def changed(layer):
    """Return what is raised where a table is no longer what it was."""
    return QgsProcessingException(
        translate(
            "ClusterBelt", "Layer “{layer}” was changed while it was being read. Run the algorithm again."
        ).format(layer=layer)
    )
