"""An output that is a file, beside its destination as long as the run lasts."""

import os
from contextlib import suppress

from qgis.core import QgsDataSourceUri, QgsProcessingOutputLayerDefinition, QgsProperty

from .destinations import parts_of
from .origins import same_file
from .replacing import not_written
from .run_folders import RunFolder

GEOPACKAGE = "GPKG"


class StagedFile:
    """An output in a folder of its own beside its destination.

    It has the ending that the user writes, which names the format: a link may lead to a file of another one.

    Attributes
    ----------
    path : str
        Where it is written now.
    given, target : str
        Where it will be: as the user writes it, and the real file.
    folder : str
    driver, table : str
        '' for files that are no data sets, and where the whole file is written.
    database, text : str
        Its address as a database of QGIS's, '' for others, and what the user writes.
    """

    driver = table = database = text = ""

    def __init__(self, name, path):
        self.name, self.given = name, path
        self.target = os.path.realpath(path)
        folder, base = os.path.split(self.target)
        try:
            self._run = RunFolder(folder)
        except OSError as error:
            named = OSError(error.errno, f"{folder}: {error.strerror or error}")
            raise not_written(name, path, named) from None
        self.folder = self._run.path
        stem, ending = os.path.splitext(base)
        meant = os.path.splitext(path)[1]
        self.path = os.path.join(self.folder, base if ending.lower() == meant.lower() else stem + meant)

    def value(self, given):
        """Return the parameter that has QGIS write here; `given` is that of the user."""
        definition = (
            QgsProcessingOutputLayerDefinition(given)
            if isinstance(given, QgsProcessingOutputLayerDefinition)
            else QgsProcessingOutputLayerDefinition("")
        )
        text = f"ogr:dbname='{_quoted(self.path)}' table=\"{self.table}\"" if self.table else self.path
        if self.database:
            uri = QgsDataSourceUri(self.database)
            uri.setDatabase(self.path)
            text = f"spatialite:{uri.uri(False)}"
        definition.sink = QgsProperty.fromValue(text)
        options = dict(definition.createOptions)
        if options.get("fileEncoding", "System") in ("", "System"):
            # That of the machine may know no Chinese.
            options["fileEncoding"] = "UTF-8"
        definition.createOptions = options
        return definition

    def written(self, destination):
        """Return where the data set that QGIS calls `destination` is now, and where it will be."""
        if self.database:
            return self.path, self.text
        path, bar, table = destination.partition("|")
        path = self._as_written(path)
        return path, f"{self._shown(path)}{bar}{table}"

    def move(self, exchange):
        """Move the files to their places."""
        exchange.put(self.name, self.moves(), self.replaced())

    def replaced(self):
        """Return the files there are of what is replaced, the main one first, whether the new one has them or not."""
        parts = [] if self.table else parts_of(self.target, self.driver)
        targets = [target for _, target in reversed(self.moves()) if os.path.lexists(target)]
        old = targets + [part for part in parts if not any(same_file(part, other) for other in targets)]
        return sorted(old, key=lambda path: not same_file(path, self.target))

    def break_off(self):
        """Have nothing more be made of what is written: GDAL would build the spatial index of a GeoPackage, for seconds."""
        if self.driver == GEOPACKAGE:
            with suppress(OSError):
                os.truncate(self.path, 0)

    def remove(self):
        """Remove what has not been moved."""
        self._run.remove()

    def moves(self):
        """Return the files to be moved, with their targets; the main one last."""
        written = [os.path.join(self.folder, name) for name in self._run.names()]
        written.sort(key=lambda path: path == self.path)
        return [(path, self._place(path)) for path in written]

    def touched(self):
        """Return what is written to, and what goes with what was there before."""
        targets = [target for _, target in self.moves()]
        return [*targets, *(old for old in self.replaced() if old not in targets)]

    def merged_table(self):
        """Return the table that will be added to a file which is there; None where the file is replaced."""
        merges = self.table and self.driver == GEOPACKAGE and os.path.exists(self.target)
        return self.table if merges else None

    def _place(self, path):
        """Where a written file will be."""
        folder, name = os.path.dirname(self.target), os.path.basename(path)
        return self.target if path == self.path else os.path.join(folder, name)

    def _shown(self, path):
        """Where a written file will be, as the user writes it; behind a link the parts of a data set lie elsewhere."""
        if os.path.islink(self.given):
            return self.given if self._run.names() == [os.path.basename(self.path)] else self._place(path)
        return os.path.join(os.path.dirname(self.given), os.path.basename(path))

    def _as_written(self, path):
        """The file there is for a path: drivers write other capitals, and a Shapefile without shapes is a .dbf."""
        if os.path.exists(path):
            return path
        stem, suffix = os.path.splitext(os.path.basename(path))
        names = self._run.names()
        for ending in (suffix.lower(), ".dbf"):
            for name in names:
                if name.lower() == f"{stem}{ending}".lower():
                    return os.path.join(self.folder, name)
        return path


def _quoted(path):
    return path.replace("\\", "\\\\").replace("'", "\\'")
