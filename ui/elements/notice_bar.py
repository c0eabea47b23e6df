"""A line of the dock that says what waits to be done, with the button that does it."""

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QWidget

from .widgets import make_button, make_label


class NoticeBar(QWidget):
    """Seen while it has something to say; `asked` is its button."""

    asked = pyqtSignal()

    def __init__(self, name, text, tip, parent=None):
        super().__init__(parent)
        self.label = make_label(f"{name}_notice", self)
        self.button = make_button(name, text, self, tip)
        self.button.clicked.connect(lambda: self.asked.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.label, 1)
        layout.addWidget(self.button)
        self.say("")

    def say(self, text):
        """Say something; '' for nothing."""
        self.label.setText(text)
        self.setVisible(bool(text))
