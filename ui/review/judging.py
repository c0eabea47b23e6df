"""Judging clusters, one or many: written at once, and taken back again."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.compat import translate
from ...processing.layers.matching.judgement_table import (
    Judgement,
    conditions_of,
    judgements_by_cluster,
    write_judgements,
)
from ...processing.layers.matching.study_tables import StudyTableError
from ...processing.layers.runs import moment_now
from ..study.study_files import is_in_profile

WITHDRAW = "withdraw"
_MOST_UNDONE = 100


class Judging(QObject):
    """Writes judgements into the table for the next run, and remembers what stood there before.

    Parameters
    ----------
    file_of : function
        Returns the GeoPackage of the judgements; '' while there is none.
    """

    # After anything was written: a message.
    judged = pyqtSignal(str)
    # The keys of the clusters whose judgements were taken back.
    undone = pyqtSignal(object)
    problem_found = pyqtSignal(str)

    def __init__(self, file_of, parent=None):
        super().__init__(parent)
        self._file_of = file_of
        self._done = []
        self._complained = False

    @property
    def can_undo(self):
        """Whether there is a judgement to take back in the file of the study that is shown."""
        return self._last() is not None

    def judge(self, keys, decision, belt="", relation="", note="", conditions=None):
        """Write the same judgement on these clusters, or withdraw theirs; return whether it worked.

        Parameters
        ----------
        keys : list of str
            Values of `cb_row`.
        decision : {'accept', 'reject', 'set', 'withdraw'}
        belt : str
            Id of the belt; '' for every belt of the city, and, of what is withdrawn, for every judgement.
        relation : str
            For `set`.
        note : str
            The reason.
        conditions : dict, optional
            See `row_conditions.conditions_of_rows`.
        """
        path = self._file_of()
        if not path:
            self.complain(translate("ClusterBelt", "Choose a file for the judgements first."))
            return False
        if decision == WITHDRAW:
            return self._change(path, [], self._standing(path, keys, belt))
        judgement = Judgement(
            belt_id=belt,
            decision=decision,
            relation=relation,
            reviewer=QgsApplication.userFullName() or QgsApplication.userLoginName(),
            date=moment_now(),
            note=note,
        )
        known = conditions or {}
        made = [judgement._replace(cluster_id=key, **known.get(key, {})) for key in keys]
        return self._change(path, made, [])

    def undo(self):
        """Bring back what stood before the last change to the file of the study that is shown."""
        last = self._last()
        if last is None:
            return
        path, former, written = last
        kept = set(map(conditions_of, former))
        try:
            write_judgements(path, former, [one for one in written if conditions_of(one) not in kept])
        except StudyTableError as error:
            self.complain(str(error))
            return
        self._done.remove(last)
        self.judged.emit(translate("ClusterBelt", "The last judgement was undone."))
        self.undone.emit({one.cluster_id for one in (*former, *written)})

    def move_on(self, *_):
        """Wipe a complaint: people look at another cluster."""
        if self._complained:
            self._complained = False
            self.problem_found.emit("")

    def complain(self, text):
        """Say why something cannot be done; people read it until they look at another cluster."""
        self._complained = True
        self.problem_found.emit(text)

    def _last(self):
        path = self._file_of()
        return next((done for done in reversed(self._done) if done[0] == path), None)

    def _change(self, path, written, withdrawn):
        try:
            former = write_judgements(path, written, withdrawn)
        except StudyTableError as error:
            self.complain(str(error))
            return False
        self._done = [*self._done, (path, former, written)][-_MOST_UNDONE:]
        number, file = len(written or withdrawn), Path(path).name
        if written and is_in_profile(path):
            text = translate("ClusterBelt", "{number} judged, written to {file} in your QGIS profile.")
        elif written:
            text = translate("ClusterBelt", "{number} judged, written to {file}.")
        else:
            text = translate("ClusterBelt", "Judgements withdrawn from {file}: {number}.")
        self.judged.emit(text.format(number=number, file=file))
        return True

    @staticmethod
    def _standing(path, keys, belt):
        known = judgements_by_cluster(path)
        found = [one for key in keys for one in known.get(key, ())]
        return [one for one in found if not belt or one.belt_id == belt]
