"""Write a table of PostgreSQL beside the one that it replaces; one transaction then puts it into its place.

Until that one ends the old table is whole. Its locks tell the tables of living runs from those that killed ones left.
"""

import time
from functools import partial
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
from ..feedback import stop_if_cancelled
from ..reading.listening import reason_of
from .replaced_tables import ReplacedTable
from .replacing import PATIENCE

_PREFIX = "clusterbelt_"
# A savepoint: only the transaction in which it was made knows it.
_BEGUN = "clusterbelt_begun"
# A statement waits so long for another program to let go of a table.
_WAIT = f"SET LOCAL lock_timeout = '{PATIENCE}s'"
# When it has been waited for already; a server takes a second to have its own workers let go.
_SHORTLY = "SET LOCAL lock_timeout = '2s'"


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
        replaced = self._replaced(staged)
        replaced.wait(PATIENCE, partial(stop_if_cancelled, feedback))
        trial = self._begun(staged)
        try:
            self._execute(trial, staged, _SHORTLY, *staged.names(), query("droppable_table").substitute())
        finally:
            trial.rollback()
        goes = replaced.not_kept()
        if goes:
            text = translate(
                "ClusterBelt",
                "{output}: the new table “{table}” will not have these of the one that it replaces: {goes}.",
            )
            feedback.pushWarning(text.format(output=name, table=staged.target, goes=", ".join(goes)))
        if self._transaction is None:
            self._transaction = self._begun(staged)
            self._execute(self._transaction, staged, "SET LOCAL idle_in_transaction_session_timeout = 0")
        lock = f"SELECT pg_advisory_xact_lock(hashtext({POSTGRESQL.text(staged.table)}))"
        self._execute(self._transaction, staged, lock)
        self.tables.append(staged)
        return staged

    def count(self, staged):
        """Return the number of rows that a table has."""
        return self._asked_of(staged, query("count_rows").substitute(relation=staged.relation))[0][0]

    def exchange(self):
        """Put the tables into their places, which nobody else sees yet."""
        for staged in self.tables:
            # What was allowed when the run began may be no more.
            self._replaced(staged)
            written = query("stored_table").substitute(table=POSTGRESQL.text(staged.relation))
            staged.identity = self._asked_of(staged, written)[0][0]
            change = query("exchange_table").substitute()
            self._execute(self._transaction, staged, _WAIT, *staged.names(), change)

    def commit(self):
        """Let all see it.

        QGIS sends a COMMIT whose connection was lost again over a new one, where there is nothing to commit and no
        error: whether it is done, the tables tell.
        """
        _, said = self._transaction.commit()
        if not self._is_done():
            raise self.tables[-1].error(said or _lost())
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
        # Where it is another by default, the transaction would not see the table that is made after its begin.
        isolation = "SET TRANSACTION ISOLATION LEVEL READ COMMITTED"
        self._execute(transaction, staged, isolation, f"SAVEPOINT {_BEGUN}")
        return transaction

    def _execute(self, transaction, staged, *statements):
        for statement in statements:
            done, said = transaction.executeSql(statement)
            if not done:
                # QGIS has connected again where the connection was lost; what had begun is not known there.
                still, _ = transaction.executeSql(f"ROLLBACK TO SAVEPOINT {_BEGUN}")
                raise staged.error(said if still else _lost())

    def _replaced(self, staged):
        """Return the `ReplacedTable` of an output; raise where it must stay."""
        replaced = ReplacedTable(lambda text: self._asked_of(staged, text), staged.schema, staged.wanted)
        if replaced.bar():
            raise staged.error(replaced.bar())
        return replaced

    def _is_done(self):
        """Tell whether all tables have taken their places; a server that starts again is waited for."""
        end = time.monotonic() + 2 * PATIENCE
        while True:
            try:
                return all(self._ask(staged.is_in_place())[0][0] for staged in self.tables)
            except QgsException:
                if time.monotonic() > end:
                    raise self.tables[-1].unknown() from None
                self._connection = None
                time.sleep(0.2)

    def _asked_of(self, staged, text):
        try:
            return self._ask(text)
        except QgsException as error:
            raise staged.error(str(error)) from None

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
    wanted : str
        What it will be called.
    target, text : str
        The same with its schema, for messages, and as the user writes it.
    identity : str
        The number by which the server knows it, whatever its name; '' before the exchange.
    """

    driver = ""

    def __init__(self, database, name, text, address):
        uri = QgsDataSourceUri(address)
        self._database, self.name, self.text = database, name, text
        self.schema, self.wanted, self.table = uri.schema(), uri.table(), f"{_PREFIX}{token_hex(8)}"
        self.target = ".".join(part for part in (self.schema, self.wanted) if part)
        self.relation = ".".join(POSTGRESQL.name(part) for part in (self.schema, self.table) if part)
        uri.setDataSource(self.schema, self.table, uri.geometryColumn(), uri.sql(), uri.keyColumn())
        self._beside, self.identity = uri.uri(False), ""

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
        told = {"schema": self.schema, "wanted": self.wanted, "written": self.relation}
        return [
            f"SELECT set_config('clusterbelt.{key}', {POSTGRESQL.text(name)}, TRUE)"
            for key, name in told.items()
        ]

    def is_in_place(self):
        """Return the question whether it has taken its place."""
        return query("in_place").substitute(identity=self.identity, wanted=POSTGRESQL.text(self.wanted))

    def unknown(self):
        """Return the error that says that the database does not tell which table is there."""
        return QgsProcessingException(
            translate(
                "ClusterBelt",
                "{output}: the connection to the database was lost while the table “{table}” was replaced, and the "
                "database does not answer. It has the old table or the new one; look which one it is.",
            ).format(output=self.name, table=self.target)
        )

    def error(self, said):
        """Return the error that says why the table was not written, and that the old one is as it was."""
        return QgsProcessingException(
            translate(
                "ClusterBelt",
                "{output}: the table “{table}” cannot be written; what was there is unchanged: {reason}.",
            ).format(output=self.name, table=self.target, reason=reason_of(said).strip().rstrip("."))
        )


def _lost():
    return translate("ClusterBelt", "the connection to the database was lost")
