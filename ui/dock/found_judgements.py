"""The offers of judgements that lie elsewhere: a table has moved, its layers were not saved, or were saved since."""

from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.compat import translate
from ...processing.layers.matching.alias_table import aliases_of
from ...processing.layers.matching.judgement_table import judgements_by_cluster
from ...processing.layers.matching.study_tables import StudyTableError
from ..elements.notice_bar import NoticeBar
from ..elements.widgets import plain_tip
from ..study.said_tables import copy_said, is_anything_said, move_said


class FoundJudgements(QObject):
    """Two notices of a dock, and what their buttons do; `taken` tells the file that has the judgements now."""

    taken = pyqtSignal(str)
    told = pyqtSignal(str)

    def __init__(self, parent):
        super().__init__(parent)
        self.notice = NoticeBar(
            "take_judgements",
            translate("ClusterBelt", "Take over"),
            translate("ClusterBelt", "Copy them into the file of this study; the other file stays as it is"),
            parent,
        )
        self.in_profile = NoticeBar(
            "move_judgements",
            translate("ClusterBelt", "Move"),
            translate("ClusterBelt", "Move them into a file beside the saved layers or project"),
            parent,
        )
        self.notices = (self.notice, self.in_profile)
        self._source = self._target = self._place = ""
        self.notice.asked.connect(self.take_over)
        self.in_profile.asked.connect(self.move)

    def look(self, layer, files, knows):
        """Offer what was written for another table of the name, or lies in the profile though the study is saved.

        Parameters
        ----------
        layer : QgsVectorLayer or None
            The one that is shown.
        files : StudyFiles
        knows : function of str
            Tells whether the layer has the row of a judgement.
        """
        target = files.file_of(layer)
        is_written = is_anything_said(target)
        self._look_for_others(target, [] if is_written or not target else files.others(layer), knows)
        self._place = files.place_beside(layer) if is_written else ""
        text = translate("ClusterBelt", "Judgements and texts lie in your QGIS profile: {number}.")
        number = _number_in(target) if self._place else 0
        self.in_profile.say(text.format(number=number) if number else "")
        self.in_profile.label.setToolTip(plain_tip(self._place))

    def _look_for_others(self, target, others, knows):
        self._source, self._target, number = "", target, 0
        for path in others:
            number = _number_in(path, knows)
            if number:
                self._source = path
                break
        text = translate("ClusterBelt", "A table of this name has judgements and texts already: {number}.")
        self.notice.say(text.format(number=number) if number else "")
        self.notice.label.setToolTip(plain_tip(self._source))

    def take_over(self):
        """Copy the judgements and texts that were found into the file of the study."""
        text = translate("ClusterBelt", "Taken over into {file}: {number}.")
        self._bring(text, self._target, lambda: copy_said(self._source, self._target))

    def move(self):
        """Move the judgements and texts out of the profile, to the layers or the project that they are about."""
        text = translate("ClusterBelt", "Moved into {file}: {number}.")
        self._bring(text, self._place, lambda: move_said(self._target, self._place, QgsProject.instance()))

    def _bring(self, text, target, act):
        try:
            number = act()
        except StudyTableError as error:
            self.told.emit(str(error))
            return
        self.taken.emit(target)
        self.told.emit(text.format(file=Path(target).name, number=number))


def _number_in(path, knows=lambda _: True):
    """Return how many judgements on known rows, and how many aliases, a file holds."""
    judged = judgements_by_cluster(path).items()
    return sum(len(found) for key, found in judged if knows(key)) + len(aliases_of(path))
