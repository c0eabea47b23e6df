"""Write a table of PostgreSQL beside the one that it replaces; one transaction then puts it into its place.

Until that one ends the old table is whole. Its locks tell the tables of living runs from those that killed ones left.
"""

from secrets import token_hex

from qgis.core import (
    QgsDataSourceUri,
    QgsException,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProviderRegistry,
    QgsTransaction,
    QgsVectorLayerExporter,
)

from ...analysis.sql.dialects import POSTGRESQL
from ...analysis.sql.texts import query
from ...compat import translate
from ..reading.listening import reason_of
from .replacing import PATIENCE

_PREFIX = "clusterbelt_"
# A statement waits so long for another program to let go of a table.
_WAIT = f"SET LOCAL lock_timeout = '{PATIENCE}s'"


class TablesBeside:
    """The tables that a run writes into one database, which take their places in one transaction.

    Parameters
    ----------
    address : str
        Of one of them.
    """

    def __init__(self, address):
        self._address = QgsDataSourceUri(address)
        self._connection = self._transaction = None
        self.tables = []

    def table(self, name, text, address, feedback):
        """Return the `StagedTable` of an output; a table that could not take its place is refused at once."""
        staged = StagedTable(self, name, text, address)
        if self._transaction is None:
            self._tidy(staged.schema, feedback)
        trial = self._begun(staged)
        try:
            self._execute(trial, staged, _WAIT, *staged.names(), query("droppable_table").substitute())
        finally:
            trial.rollback()
        if self._transaction is None:
            self._transaction = self._begun(staged)
            self._execute(self._transaction, staged, "SET LOCAL idle_in_transaction_session_timeout = 0")
        lock = f"SELECT pg_advisory_xact_lock(hashtext({POSTGRESQL.text(staged.table)}))"
        self._execute(self._transaction, staged, lock)
        self.tables.append(staged)
        return staged

    def count(self, staged):
        """Return the number of rows that a table has."""
        try:
            return self._ask(f"SELECT COUNT(*) FROM {staged.relation}")[0][0]
        except QgsException as error:
            raise staged.error(str(error)) from None

    def exchange(self):
        """Put the tables into their places, which nobody else sees yet."""
        for staged in self.tables:
            change = query("exchange_table").substitute()
            self._execute(self._transaction, staged, _WAIT, *staged.names(), change)

    def commit(self):
        """Let all see it."""
        done, said = self._transaction.commit()
        if not done:
            raise self.tables[-1].error(said)
        self.tables = []

    def remove(self):
        """Remove the tables that have not taken their places."""
        if self._transaction is not None:
            self._transaction.rollback()
        for staged in self.tables:
            self._drop(staged.relation)
        self.tables, self._transaction, self._connection = [], None, None

    def _begun(self, staged):
        transaction = QgsTransaction.create(self._address.connectionInfo(True), "postgres")
        begun, said = transaction.begin() if transaction is not None else (False, "")
        if not begun:
            raise staged.error(said or translate("ClusterBelt", "the database does not answer"))
        return transaction

    def _execute(self, transaction, staged, *statements):
        for statement in statements:
            done, said = transaction.executeSql(statement)
            if not done:
                raise staged.error(said)

    def _ask(self, text):
        if self._connection is None:
            postgres = QgsProviderRegistry.instance().providerMetadata("postgres")
            self._connection = postgres.createConnection(self._address.uri(True), {})
        return self._connection.executeSql(text)

    def _drop(self, relation):
        """Remove a table; tell whether it is gone. Where it cannot be done, the next run tries again."""
        try:
            self._ask(f"{_WAIT}; DROP TABLE IF EXISTS {relation}")
        except QgsException:
            return False
        return True

    def _tidy(self, schema, feedback):
        """Remove what killed runs have left."""
        try:
            left = self._ask(query("leftover_tables").substitute(schema=POSTGRESQL.text(schema)))
        except QgsException:
            return
        for (relation,) in left:
            if self._drop(relation):
                text = translate(
                    "ClusterBelt", "Removed what an earlier run that did not end left here: “{folder}”."
                )
                feedback.pushInfo(text.format(folder=relation))


class StagedTable:
    """An output in a table of its own, in the schema of the one that it will be.

    Attributes
    ----------
    name : str
        The output.
    schema : str
        '' for the one in which the server makes tables.
    table : str
        What it is called now.
    relation : str
        The same with its schema, quoted.
    target, text : str
        What it will be called, for messages, and as the user writes it.
    """

    driver = ""

    def __init__(self, database, name, text, address):
        uri = QgsDataSourceUri(address)
        self._database, self.name, self.text = database, name, text
        self.schema, self._wanted, self.table = uri.schema(), uri.table(), f"{_PREFIX}{token_hex(8)}"
        self.target = ".".join(part for part in (self.schema, self._wanted) if part)
        self.relation = ".".join(POSTGRESQL.name(part) for part in (self.schema, self.table) if part)
        uri.setDataSource(self.schema, self.table, uri.geometryColumn(), uri.sql(), uri.keyColumn())
        self._beside = uri.uri(False)

    def sink(self, given, context, fields, wkb_type, crs):
        """Make the table and return what writes into it; have QGIS load it when it has taken its place.

        QGIS's own sinks of Processing keep rows until the end. `given` is the parameter.
        """
        sink = QgsVectorLayerExporter(self._beside, "postgres", fields, wkb_type, crs)
        if sink.errorMessage():
            raise self.error(sink.errorMessage())
        project = getattr(given, "destinationProject", None)
        if project is not None:
            details = (given.destinationName, project, self.name, QgsProcessingUtils.LayerHint.Vector)
            context.addLayerToLoadOnCompletion(self.text, QgsProcessingContext.LayerDetails(*details))
        return sink

    def count(self):
        """Return the number of rows that it has now."""
        return self._database.count(self)

    def names(self):
        """Return the statements that tell those of the exchange which tables are meant."""
        told = {"schema": self.schema, "wanted": self._wanted, "written": self.relation}
        return [
            f"SELECT set_config('clusterbelt.{key}', {POSTGRESQL.text(name)}, TRUE)"
            for key, name in told.items()
        ]

    def error(self, said):
        """Return the error that says why the table was not written, and that the old one is as it was."""
        return QgsProcessingException(
            translate(
                "ClusterBelt",
                "{output}: the table “{table}” cannot be written; what was there is unchanged: {reason}.",
            ).format(output=self.name, table=self.target, reason=reason_of(said).strip().rstrip("."))
        )
