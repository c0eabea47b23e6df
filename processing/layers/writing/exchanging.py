"""Put the files of a run in the places of those that were there before: all of them, or none."""

import os
import shutil

from ...compat import translate
from .replacing import forget_log, not_written
from .run_folders import ASIDE


class Exchange:
    """Moves of files that are undone together.

    Attributes
    ----------
    stuck : list of str
        Where old files lie that could not be moved back.
    """

    def __init__(self):
        # Where a file is now and where it was before, in the order of the moves.
        self._moved, self.stuck = [], []

    def put(self, output, moves, old):
        """Move the files of a data set to their targets.

        Those of the old one go aside first, the main one before the others, and the main one of the new comes last:
        at no time are parts of both read as one. A single file is replaced in one step.

        Parameters
        ----------
        output : str
            Its name, for messages.
        moves : list of (str, str)
            Files or folders with their targets, the main one last.
        old : list of str
            Files and folders of the data set that is replaced, the main one first.

        Raises
        ------
        QgsProcessingException
            Where a file cannot be moved; all that were are back in their places.
        """
        target = moves[-1][1]
        try:
            aside = os.path.join(os.path.dirname(moves[-1][0]), ASIDE)
            os.mkdir(aside)
            forget_log(target)
            if [target] == old and len(moves) == 1 and not os.path.isdir(target):
                self._replace(*moves[0], os.path.join(aside, os.path.basename(target)))
                return
            for path in old:
                self._move(path, os.path.join(aside, os.path.basename(path)))
            for move in moves:
                self._move(*move)
        except OSError as error:
            self.undo()
            raise not_written(output, target, error) from error

    def undo(self):
        """Move everything back, as far as it can be."""
        while self._moved:
            now, before = self._moved.pop()
            try:
                os.replace(now, before)
            except OSError:
                if os.path.basename(os.path.dirname(now)) == ASIDE:
                    self.stuck.append(now)

    def _move(self, source, target):
        os.rename(source, target)
        self._moved.append((target, source))

    def _replace(self, source, target, aside):
        """Replace a file in one step; a second name keeps what was there, where the disk knows such names."""
        try:
            os.link(target, aside)
        except OSError:
            shutil.copy2(target, aside)
        os.replace(source, target)
        self._moved.append((aside, target))


def not_put_back(paths):
    """Return what to say of old files that could not be moved back."""
    return translate("ClusterBelt", "The old files could not be put back; they are in “{folder}”.").format(
        folder=os.path.dirname(paths[0])
    )
