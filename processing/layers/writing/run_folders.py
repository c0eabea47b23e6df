"""The folders in which runs write beside their destinations; those of runs that were killed are removed by the next one."""

import filecmp
import glob
import os
import shutil
import tempfile
import time

from qgis.PyQt.QtCore import QLockFile

from ...compat import translate

# How a folder begins, what lies in the one within it for what was there before, and what a living run holds.
_FOLDER, ASIDE, LOCK = ".clusterbelt-", "old", ".lock"
# Seconds after which a folder that nobody has locked is one of a run that ended.
_LONG = 86_400


class RunFolder:
    """A folder for one output, locked as long as its run lives.

    Parameters
    ----------
    beside : str
        The folder in which it is made.

    Raises
    ------
    OSError
        Where it cannot be made.

    Attributes
    ----------
    path : str
    """

    def __init__(self, beside):
        self.path = tempfile.mkdtemp(prefix=_FOLDER, dir=beside)
        self._lock = _lock_of(self.path)
        self._lock.tryLock(0)

    def names(self):
        """Return the names of what was written."""
        return sorted(name for name in os.listdir(self.path) if name != LOCK)

    def remove(self):
        """Remove it with all that is in it."""
        self._lock.unlock()
        shutil.rmtree(self.path, ignore_errors=True)


def tidy(beside, feedback):
    """Remove the folders that killed runs left in a folder; say of those with old files that are nowhere else."""
    for path in sorted(glob.glob(os.path.join(glob.escape(beside), f"{_FOLDER}*"))):
        if os.path.islink(path) or not os.path.isdir(path):
            continue
        lock = _lock_of(path)
        if not _is_over(path) or not lock.tryLock(0):
            continue
        aside = os.path.join(path, ASIDE)
        keeps = os.path.isdir(aside) and any(not _is_there(old, beside) for old in os.scandir(aside))
        lock.unlock()
        if keeps:
            text = translate(
                "ClusterBelt",
                "An earlier run was broken off while it replaced files here. What was there before is in "
                "“{folder}”: put it back if you need it, then delete that folder.",
            )
            feedback.pushWarning(text.format(folder=aside))
        else:
            shutil.rmtree(path, ignore_errors=True)
            text = translate(
                "ClusterBelt", "Removed what an earlier run that did not end left here: “{folder}”."
            )
            feedback.pushInfo(text.format(folder=path))


def _lock_of(path):
    """Return the lock of a folder, which that of a process that is no more does not hold up, however young it is."""
    lock = QLockFile(os.path.join(path, LOCK))
    lock.setStaleLockTime(0)
    return lock


def _is_over(path):
    """Tell whether a run has got as far as to lock its folder, or has long had the time."""
    if os.path.exists(os.path.join(path, LOCK)):
        return True
    try:
        return time.time() - os.path.getmtime(path) > _LONG
    except OSError:
        return False


def _is_there(old, beside):
    """Tell whether an old file is in its place."""
    now = os.path.join(beside, old.name)
    return old.is_file() and os.path.isfile(now) and filecmp.cmp(old.path, now, shallow=False)
