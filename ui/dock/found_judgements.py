"""The offer of judgements that were written for a table of the same name: it has moved, or its layers were not saved."""

from pathlib import Path

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.compat import translate
from ...processing.layers.matching import alias_table, judgement_table
from ...processing.layers.matching.alias_table import aliases_of, write_alias
from ...processing.layers.matching.judgement_table import judgements_by_cluster, write_judgements
from ...processing.layers.matching.study_tables import StudyTableError
from ..elements.notice_bar import NoticeBar
from ..elements.widgets import plain_tip


class FoundJudgements(QObject):
    """A notice of the dock, and what its button does; `taken` tells the file that has the judgements now."""

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
        self._source = self._target = ""
        self.notice.asked.connect(self.take_over)

    def look(self, target, others, knows):
        """Offer what was written for another table of the name, while nothing is written for this.

        Parameters
        ----------
        target : str
            The file of the study that is shown.
        others : function
            Returns the files that there are besides.
        knows : function of str
            Tells whether the layer has the row of a judgement.
        """
        self._source, self._target, number = "", target, 0
        if target and not any(table is not None and table.featureCount() for table in _tables_of(target)):
            for path in others():
                judged = judgements_by_cluster(path).items()
                number = sum(len(found) for key, found in judged if knows(key)) + len(aliases_of(path))
                if number:
                    self._source = path
                    break
        text = translate("ClusterBelt", "A table of this name has judgements and texts already: {number}.")
        self.notice.say(text.format(number=number) if number else "")
        self.notice.label.setToolTip(plain_tip(self._source))

    def take_over(self):
        """Copy the judgements and texts that were found into the file of the study."""
        source, target = self._source, self._target
        judged = [one for found in judgements_by_cluster(source).values() for one in found]
        meant = list(aliases_of(source).values())
        try:
            if judged:
                write_judgements(target, judged)
            for alias in meant:
                write_alias(target, alias)
        except StudyTableError as error:
            self.told.emit(str(error))
            return
        self.taken.emit(target)
        text = translate("ClusterBelt", "Taken over into {file}: {number}.")
        self.told.emit(text.format(file=Path(target).name, number=len(judged) + len(meant)))


def _tables_of(path):
    """Yield the tables that people write; counting their rows reads none of them."""
    yield judgement_table.open_table(path)
    yield alias_table.open_table(path)
