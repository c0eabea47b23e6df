"""Put what has been written in the place of what was there, so that one or the other is whole at any time."""

import os
import shutil
import sqlite3
from contextlib import closing

from qgis.core import QgsProcessingException

from ...compat import translate

_SQLITE = b"SQLite format 3\x00"
_COMPANIONS = ("-wal", "-shm", "-journal")
# The endings of what lies in a folder that is one data set.
_GEODATABASE = (".gdbtable", ".gdbtablx", ".gdbindexes", ".atx", ".spx", ".freelist", ".horizon", ".lock", "")
# Seconds that another program may keep a database locked.
PATIENCE = 5
_ENOUGH = 16 << 20


def refuse_in_use(output, path):
    """Raise where a file may not be replaced: it is locked, only to be read, or no file at all."""
    if not os.path.exists(path):
        return
    if os.path.isdir(path):
        if not _is_geodatabase(path):
            raise _refused(output, path, translate("ClusterBelt", "it is a folder"))
    elif not os.path.isfile(path):
        # To open a pipe would be to wait for ever.
        raise _refused(output, path, translate("ClusterBelt", "it is a device or a pipe"))
    if not os.access(path, os.W_OK):
        raise _refused(output, path, translate("ClusterBelt", "it is read-only"))
    if not _is_database(path):
        return
    try:
        with closing(sqlite3.connect(path, timeout=PATIENCE)) as file:
            file.execute("BEGIN IMMEDIATE")
            file.rollback()
            _, pages, moved = file.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    except sqlite3.OperationalError as error:
        raise _refused(output, path, translate("ClusterBelt", "it is locked by another program")) from error
    except sqlite3.DatabaseError:
        return
    if pages != moved:
        raise _refused(output, path, translate("ClusterBelt", "another program is writing to it"))


def forget_log(path):
    """Remove the log of changes of a database that is replaced: it would be taken for that of the new one."""
    if _is_database(path):
        for companion in _COMPANIONS:
            if os.path.exists(path + companion):
                os.remove(path + companion)


def disk_is_full(path):
    """Return whether the folder of a file has no room left for one."""
    folder = os.path.dirname(os.path.abspath(path))
    return os.path.isdir(folder) and shutil.disk_usage(folder).free < _ENOUGH


def not_written(output, path, reason):
    """Return the error that says why a file was not written, and that it is as it was."""
    return _refused(
        output, path, translate("ClusterBelt", "the disk is full") if disk_is_full(path) else reason
    )


def _refused(output, path, reason):
    if os.path.exists(path):
        text = translate("ClusterBelt", "{output}: “{file}” cannot be written and is unchanged: {reason}.")
    else:
        text = translate("ClusterBelt", "{output}: “{file}” cannot be written: {reason}.")
    return QgsProcessingException(text.format(output=output, file=path, reason=reason.strip().rstrip(".")))


def _is_geodatabase(path):
    """Tell whether a folder is a file geodatabase, and holds nothing else."""
    return path.lower().endswith(".gdb") and all(
        entry.is_file() and os.path.splitext(entry.name)[1].lower() in _GEODATABASE
        for entry in os.scandir(path)
    )


def _is_database(path):
    try:
        with open(path, "rb") as file:
            return file.read(len(_SQLITE)) == _SQLITE
    except OSError:
        return False
