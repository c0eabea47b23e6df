"""A line of the dock that says what waits to be done, with the button that does it and one that closes it."""

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from ...processing.compat import translate
from .widgets import make_button, make_label


class NoticeBar(QWidget):
    """Seen while it has something to say that was not closed; `asked` is its button."""

    asked = pyqtSignal()
    changed = pyqtSignal()

    def __init__(self, name, text, tip, parent=None):
        super().__init__(parent)
        self._is_closed = False
        self.label = make_label(f"{name}_notice", self)
        self.button = make_button(name, text, self, tip)
        self.button.clicked.connect(lambda: self.asked.emit())
        closing = translate("ClusterBelt", "Close this notice")
        self.close_button = make_button(f"{name}_close", "×", self, closing)
        self.close_button.setAccessibleName(closing)
        self.close_button.setAutoRaise(True)
        self.close_button.clicked.connect(self._close)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        layout.addWidget(self.close_button)
        self.say("")

    @property
    def waits(self):
        """Whether there is something to see."""
        return bool(self.label.text()) and not self._is_closed

    def say(self, text):
        """Say something; '' for nothing. What was closed comes back once it says something else."""
        if text != self.label.text():
            self._is_closed = False
        self.label.setText(text)
        self._change()

    def _close(self):
        self._is_closed = True
        self._change()

    def _change(self):
        self.setVisible(self.waits)
        self.changed.emit()


def show_one_of(notices):
    """Have but the first of some notices seen that waits: the next one comes once it is closed or done."""

    def show():
        first = next((notice for notice in notices if notice.waits), None)
        for notice in notices:
            notice.setVisible(notice is first)

    for notice in notices:
        notice.changed.connect(show)
