"""Put what has been written in the place of what was there, so that one or the other is whole at any time."""

import errno
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
# Numbers of the system, and words of GDAL and SQLite, for a disk without room.
_FULL, _FULL_WORDS = (errno.ENOSPC, errno.EDQUOT), ("disk is full", "no space left")
# With less room than this, what GDAL could not do may be, and is, for want of it, whatever it says.
_ENOUGH, _NONE = 16 << 20, 1 << 20
_TENTH = 100_000


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


def little_room(path):
    """Return how much room the disk of a file has left, as a part of a sentence; '' where it is enough."""
    free = _free(path)
    if free is None or free >= _ENOUGH:
        return ""
    return translate("ClusterBelt", "the disk has only {free} MB left").format(free=_megabytes(free))


def refuse_without_room(output, path, needed):
    """Raise where the disk of a file has not so many bytes left."""
    free = _free(path)
    if free is not None and free < needed:
        text = translate(
            "ClusterBelt",
            "the disk needs {needed} MB of room for a copy while it is written, and has {free} MB",
        )
        # Rounded apart, so that the one is never as much as the other.
        reason = text.format(needed=_megabytes(needed + _TENTH), free=_megabytes(free))
        raise _refused(output, path, reason)


def not_written(output, path, why):
    """Return the error that says why a file was not written, and that it is as it was.

    Parameters
    ----------
    output, path : str
    why : str or Exception
        Errors of the system tell a full disk from others; of texts that do not, the room that is left is said.
    """
    number = getattr(why, "errno", None)
    reason = getattr(why, "strerror", None) or str(why)
    room = little_room(path) if number is None else ""
    if (
        number in _FULL
        or any(words in reason.lower() for words in _FULL_WORDS)
        or (room and _free(path) < _NONE)
    ):
        reason = translate("ClusterBelt", "the disk is full")
    elif room:
        reason = f"{reason.strip().rstrip('.')} ({room})"
    return _refused(output, path, reason)


def _refused(output, path, reason):
    if os.path.exists(path):
        text = translate("ClusterBelt", "{output}: “{file}” cannot be written and is unchanged: {reason}.")
    else:
        text = translate("ClusterBelt", "{output}: “{file}” cannot be written: {reason}.")
    return QgsProcessingException(text.format(output=output, file=path, reason=reason.strip().rstrip(".")))


def _free(path):
    """Return the bytes that are free beside a file; None where that cannot be told."""
    try:
        return shutil.disk_usage(os.path.dirname(os.path.abspath(path))).free
    except OSError:
        return None


def _megabytes(count):
    return f"{count // _TENTH / 10:.1f}"


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
