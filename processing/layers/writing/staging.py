"""Write outputs beside their destinations, and move all of them into place when the run has succeeded.

Until then whatever was there before is whole: an error, a cancel, a full disk or a kill leaves it as it was.
"""

import os
import shutil
from contextlib import ExitStack, closing

from osgeo import gdal
from qgis.core import (
    QgsDataSourceUri,
    QgsProcessingException,
    QgsProcessingOutputLayerDefinition,
)

from ...analysis.cancelling import Cancelled, stop_if
from ...compat import translate
from ..given_values import given_value
from .adding import Addition, add_table, refuse_without_room_to_add
from .destinations import destination_of, in_database, layer_in_database, refusal
from .exchanging import Exchange, not_put_back
from .origins import Table
from .replacing import not_written, refuse_in_use, refuse_without_room
from .run_folders import tidy
from .staged_files import GEOPACKAGE, StagedFile
from .tables_beside import TablesBeside


class Staging:
    """The outputs of one run.

    Parameters
    ----------
    read : list of Table
        What the run reads; none of it is written.
    """

    def __init__(self, read):
        self._read, self._staged, self._written = read, [], {}
        # By the address of their database, without a table.
        self._databases, self.feedback, self._broken_off = {}, None, False

    def features(self, name, value, context):
        """Stage an output of features.

        Returns
        -------
        StagedFile, StagedTable or None
            None where QGIS writes a temporary layer, adds to a table, or makes one in a database other than PostgreSQL.
        """
        destination = destination_of(value, context)
        if destination is None or destination.path.startswith("/vsi"):
            return None
        if isinstance(value, QgsProcessingOutputLayerDefinition) and value.useRemapping:
            return None
        self._claim(name, destination.tables())
        text = given_value(value, context)
        if not destination.driver:
            return self._table(name, text)
        staged = self._stage(name, destination.path)
        staged.driver, staged.table = destination.driver, destination.table
        staged.database, staged.text = in_database(text)[1], text
        if staged.merged_table() is not None:
            refuse_without_room_to_add(name, staged.target)
        elif destination.table and destination.driver != GEOPACKAGE:
            self._copy_what_is_there(staged)
        return staged

    def file(self, name, *path):
        """Stage a file of an output, its path given in parts; returns a `StagedFile`."""
        path = os.path.join(*path)
        self._claim(name, [Table(path)])
        return self._stage(name, path)

    def make_folder(self, name, path):
        """Make a folder where it is missing."""
        try:
            os.makedirs(path, exist_ok=True)
        except OSError as error:
            raise not_written(name, path, error) from None

    def say(self, name, changes):
        """Warn of what an output does not hold as it was."""
        for change in changes:
            self.feedback.pushWarning(f"{name}: {change}")

    def stop_if_cancelled(self):
        """Raise `Cancelled` where the user wants to stop."""
        try:
            stop_if(self.feedback and self.feedback.isCanceled)
        except Cancelled:
            if not self._broken_off:
                self._broken_off = True
                # What GDAL says of files that are broken off is for nobody.
                gdal.PushErrorHandler("CPLQuietErrorHandler")
                for staged in self._staged:
                    staged.break_off()
            raise

    def commit(self):
        """Move all outputs into place; from here on there is no cancel.

        Raises
        ------
        QgsProcessingException
            Where one cannot be written; what was there before is whole.
        Cancelled
        """
        self.stop_if_cancelled()
        for staged in self._staged:
            for _, target in staged.moves():
                why = refusal(staged.name, [Table(target, staged.merged_table())], self._read, {})
                if why:
                    raise QgsProcessingException(why)
            for target in staged.touched():
                refuse_in_use(staged.name, target)
        exchange, written = Exchange(), []
        try:
            with ExitStack() as stack:
                # What is in a GeoPackage or a database cannot be taken out again, so these come last.
                moved, additions = self._bring_together(stack)
                for database in self._databases.values():
                    database.exchange()
                for staged in moved:
                    staged.move(exchange)
                for target, addition in additions.items():
                    addition.finish()
                    written += [staged.name for staged in self._staged if staged.target == target]
                for database in self._databases.values():
                    names = [staged.name for staged in database.tables]
                    database.commit()
                    written += names
        except QgsProcessingException as error:
            exchange.undo()
            kept = {os.path.dirname(os.path.dirname(path)) for path in exchange.stuck}
            self._staged = [staged for staged in self._staged if staged.folder not in kept]
            said = [str(error)]
            if written:
                text = translate("ClusterBelt", "Written before that, and as new as the run: {outputs}.")
                said.append(text.format(outputs=", ".join(written)))
            if exchange.stuck:
                said.append(not_put_back(exchange.stuck))
            raise QgsProcessingException(" ".join(said)) from error

    def discard(self):
        """Remove what has not been moved."""
        if self._broken_off:
            gdal.PopErrorHandler()
        for staged in [*self._staged, *self._databases.values()]:
            staged.remove()
        self._staged, self._written, self._databases = [], {}, {}
        self.feedback, self._broken_off = None, False

    def _bring_together(self, stack):
        """Add tables to a copy of the GeoPackage that is there, or to the first table of a new one.

        Returns
        -------
        list of StagedFile, dict of str to Addition
            What is to be moved, and what is to be finished, by its file.
        """
        moved, firsts, additions = [], {}, {}
        for staged in self._staged:
            first = firsts.setdefault(staged.target, staged)
            if staged.merged_table() is not None:
                if first is staged:
                    addition = Addition(
                        staged.name, staged.target, staged.folder, self._size_of(staged.target)
                    )
                    additions[staged.target] = stack.enter_context(closing(addition))
                additions[staged.target].add(staged.path, staged.table)
            elif staged.driver == GEOPACKAGE and first is not staged:
                why = add_table(first.path, staged.path, staged.table)
                if why:
                    raise not_written(staged.name, staged.target, why)
            else:
                moved.append(staged)
        return moved, additions

    def _size_of(self, target):
        """Return the bytes that are written for a file."""
        return sum(os.path.getsize(staged.path) for staged in self._staged if staged.target == target)

    def _claim(self, name, tables):
        why = refusal(name, tables, self._read, self._written)
        if why:
            raise QgsProcessingException(why)
        self._written.setdefault(name, []).extend(tables)

    def _table(self, name, text):
        """Stage a table of PostgreSQL; in other databases a table that is there cannot be replaced in one step."""
        provider, address = in_database(text)
        if provider == "postgres":
            key = QgsDataSourceUri(address).connectionInfo(True)
            database = self._databases.setdefault(key, TablesBeside(address))
            return database.table(name, text, address, self.feedback)
        if layer_in_database(text) is not None:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "{output}: the table is there already, and would be lost if it could not be replaced. Choose another "
                    "name, or remove it first.",
                ).format(output=name)
            )
        return None

    def _stage(self, name, path):
        folder = os.path.dirname(os.path.realpath(path))
        if all(os.path.dirname(staged.target) != folder for staged in self._staged):
            tidy(folder, self.feedback)
        staged = StagedFile(name, path)
        self._staged.append(staged)
        return staged

    def _copy_what_is_there(self, staged):
        """Bring the other tables of a file along, as far as outputs before this one have not done so already."""
        earlier = [other.path for other in self._staged[:-1] if other.target == staged.target]
        source = next((path for path in [*reversed(earlier), staged.target] if os.path.exists(path)), None)
        if source is None:
            return
        if source == staged.target:
            refuse_in_use(staged.name, source)
        if os.path.isfile(source):
            refuse_without_room(staged.name, staged.target, os.path.getsize(source))
        try:
            (shutil.copytree if os.path.isdir(source) else shutil.copyfile)(source, staged.path)
        except OSError as error:
            raise not_written(staged.name, staged.target, error) from error
