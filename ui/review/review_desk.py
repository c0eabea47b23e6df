"""The work of judging: what is selected is judged, bears its mark, and the next row comes by itself."""

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.analysis.matching.statuses import CITY_UNRESOLVED, NO_BELT_IN_CITY
from ...processing.compat import translate
from ...processing.layers.matching.judgement_table import judgements_by_cluster
from ...processing.layers.matching.study_tables import kept_open
from ...processing.layers.runs import run_of
from ..elements.tables import selected_rows
from .judged_marks import marks_of
from .judging import Judging
from .judging_bar import Judged
from .row_conditions import conditions_of_rows

_WITHOUT_BELTS = (NO_BELT_IN_CITY, CITY_UNRESOLVED)
_NEED_BELTS = ("accept", "set")


class ReviewDesk(QObject):
    """Between the list of a dock, its panel of reasons and the table of judgements.

    Parameters
    ----------
    dock : ClusterBeltDock
        With its widgets and controllers made.
    show_message : function of str
    """

    # The judgements were read, and the rows marked.
    marked = pyqtSignal()

    def __init__(self, dock, show_message):
        super().__init__(dock)
        self._view, self._model = dock.review.view, dock.review.model
        self._why, self._panel = dock.why_controller, dock.review.why_panel
        self._matches, self._show_message = dock.controller, show_message
        self._rows, self._left_out = [], 0
        # Whether another row follows at once, and the words of the marks for which the columns have their widths.
        self._goes_on, self._fitted = False, None
        self.judging = Judging(lambda: self._why.file, self)
        self.judging.judged.connect(self._tell)
        self.judging.problem_found.connect(show_message)
        bar = self._panel.judging_bar
        bar.decided.connect(self._judge)
        bar.undo_asked.connect(self.judging.undo)
        bar.refused.connect(self.judging.complain)
        bar.left.connect(self._view.setFocus)
        self.judging.undone.connect(dock.selection.choose)
        dock.selection.rows_changed.connect(self._take_rows)
        dock.selection.current_changed.connect(self.judging.move_on)
        self._why.file_changed.connect(self.mark)
        self._matches.table_read.connect(self.mark)
        # Beside the name, where it is seen however narrow the dock is.
        header = self._view.horizontalHeader()
        header.moveSection(header.visualIndex(self._model.JUDGED), 1)
        self._view.setColumnHidden(self._model.JUDGED, True)

    def mark(self, *_):
        """Mark the rows that are judged; the column is there while there are such."""
        run = run_of(self._matches.layer)
        known = judgements_by_cluster(self._why.file) if self._matches.layer is not None else {}
        marks, states = marks_of({key: judged for key, judged in known.items() if key}, run)
        self._model.set_marks(marks)
        self._matches.set_judged(states)
        self._view.setColumnHidden(self._model.JUDGED, not known)
        words = {mark.words for mark in marks.values()}
        if words != self._fitted:
            self._fitted = words
            self._view.fit()
        self._take_rows(self._rows)
        self.marked.emit()

    def _take_rows(self, rows):
        self._rows = [row for row in rows if row.key]
        judged = Judged(
            number=len(self._rows),
            without_belts=sum(row.reason in _WITHOUT_BELTS for row in self._rows),
            judged=sum(map(self._model.is_judged, self._rows)),
        )
        self._panel.show_judged(judged, self.judging.can_undo)

    def _judge(self, decision, relation):
        pair, belt, rows = self._panel.pair(), self._panel.belt(), self._rows
        if decision in _NEED_BELTS:
            rows = [row for row in rows if row.reason not in _WITHOUT_BELTS]
        self._left_out = len(self._rows) - len(rows)
        keys = list(dict.fromkeys(str(row.key) for row in rows))
        last = max(selected_rows(self._view), default=-1)
        conditions = conditions_of_rows(self._matches.layer, rows, pair)
        note = self._panel.note.text().strip()
        self._goes_on = not belt and last + 1 < self._model.rowCount()
        if keys and self.judging.judge(keys, decision, belt, relation, note, conditions):
            self._panel.note.clear()
            if self._goes_on:
                self._go_on(last + 1)
        self._goes_on = False

    def _go_on(self, row):
        """Select the next row; where the list has become shorter all stays as it is."""
        if row >= self._model.rowCount():
            self._why.refresh()
            return
        # Not by the selection model: the view must know where the next range of rows begins.
        self._view.selectRow(row)
        self._view.scrollTo(self._model.index(row, 0))

    def _tell(self, text):
        with kept_open():
            self._why.keep_file(refreshes=not self._goes_on)
            self.mark()
        if self._left_out:
            more = translate("ClusterBelt", "Left out, because there are no belts in their cities: {number}.")
            text = f"{text} {more.format(number=self._left_out)}"
            self._left_out = 0
        self._show_message(text)
