"""Add tables to a GeoPackage that is there: all of them, or none.

GDAL writes some of a table after the transaction it was asked for, such as the spatial index. So it writes to a copy, and
SQLite then brings the pages of the copy into the file, in one transaction of its own: a full disk or a kill undoes it.
"""

import os
import sqlite3
import tempfile
from contextlib import closing, suppress

from osgeo import gdal, ogr

from ...compat import translate
from .replacing import PATIENCE, not_written, refuse_without_room

# SQLite's numbers of what it could not do.
_BUSY, _LOCKED = 5, 6


class Addition:
    """Tables that are added to a GeoPackage.

    Parameters
    ----------
    output : str
        Name of the output, for messages.
    target : str
        The GeoPackage.
    folder : str
        Where its copy is made.
    more : int, optional
        Bytes of the tables.

    Raises
    ------
    QgsProcessingException
        Here and in the methods: where it cannot be written; it is as it was.
    """

    def __init__(self, output, target, folder, more=0):
        self._output, self._target = output, target
        refuse_without_room_to_add(output, target, more)
        self._copy = os.path.join(tempfile.mkdtemp(dir=folder), os.path.basename(target))
        self._file = sqlite3.connect(target, timeout=PATIENCE)
        try:
            self._version = self._version_now()
            with closing(sqlite3.connect(self._copy)) as copy:
                self._file.backup(copy)
        except (sqlite3.Error, OSError) as error:
            self.close()
            raise self._error(error) from error

    def add(self, source, table):
        """Copy a table of another GeoPackage; one of its name is replaced."""
        why = add_table(self._copy, source, table)
        if why:
            raise self._error(why)

    def finish(self):
        """Bring the tables into the GeoPackage."""
        try:
            if self._version_now() != self._version:
                raise self._error(translate("ClusterBelt", "another program is writing to it"))
            with closing(sqlite3.connect(self._copy)) as copy:
                copy.backup(self._file, progress=_refuse_locked)
        except (sqlite3.Error, OSError) as error:
            raise self._error(error) from error

    def close(self):
        """Let go of the GeoPackage."""
        self._file.close()

    def _version_now(self):
        """A number that another program changes by writing."""
        return self._file.execute("PRAGMA data_version").fetchone()[0]

    def _error(self, why):
        return not_written(self._output, self._target, why)


def refuse_without_room_to_add(output, target, more=0):
    """Raise where the disk has no room to add tables of so many bytes.

    The copy and the file grow by them, and SQLite keeps what it replaces of the file until all of it is there.
    """
    refuse_without_room(output, target, 2 * (os.path.getsize(target) + more))


def add_table(path, source, table):
    """Copy the table of a GeoPackage into another one that nobody else knows; one of its name is replaced.

    Returns
    -------
    str
        Why it did not work; '' where it did.
    """
    options = ["-overwrite", "-ds_transaction", "-gt", "unlimited", "-nln", table, "-preserve_fid"]
    gdal.PushErrorHandler("CPLQuietErrorHandler")
    try:
        gdal.ErrorReset()
        with suppress(RuntimeError):
            gdal.VectorTranslate(path, source, options=gdal.VectorTranslateOptions(options=options))
        reason = gdal.GetLastErrorMsg()
        if _contents_of(path, table) == _contents_of(source, table) is not None:
            return ""
        return reason or translate("ClusterBelt", "its table could not be written")
    finally:
        gdal.PopErrorHandler()


def _refuse_locked(status, *_):
    """Raise where the file is still locked when SQLite's patience is at an end; it would be asked without end."""
    if status & 0xFF in (_BUSY, _LOCKED):
        raise sqlite3.OperationalError(translate("ClusterBelt", "it is locked by another program"))


def _contents_of(path, table):
    """Return how many rows a table has, and whether it has a spatial index; None where it cannot be read."""
    try:
        data = gdal.OpenEx(path, gdal.OF_VECTOR)
        layer = data and data.GetLayerByName(table)
        return layer and (layer.GetFeatureCount(), layer.TestCapability(ogr.OLCFastSpatialFilter))
    except RuntimeError:
        return None
