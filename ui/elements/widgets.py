"""Widgets as the dock uses them: named, in plain text, reached by the Tab key."""

from html import escape

from qgis.PyQt.QtCore import QPoint, Qt, QTimer
from qgis.PyQt.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QToolButton, QWidget

from ...processing.compat import translate


def make_label(name, parent):
    """Return a label that wraps its lines and takes whatever stands in the data for plain text."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def plain_tip(text):
    """Return a text so that a tool tip shows it as it is; Qt takes what looks like HTML for HTML."""
    return f"<span>{escape(text)}</span>".replace("\n", "<br>") if "<" in text else text


def make_button(name, text, parent, tip=""):
    """Return a button with a text, which may be empty, and a tip."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(plain_tip(tip))
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button


def name_parts(widget, browse=""):
    """Give words to the buttons in a widget of QGIS's that show a sign only: what clears it, and what chooses a value."""
    clear = translate("ClusterBelt", "Clear")

    def name(*_):
        for button in widget.findChildren(QToolButton):
            button.setAccessibleName(clear if isinstance(button.parent(), QLineEdit) else browse)

    name()
    for line in [widget] if isinstance(widget, QLineEdit) else widget.findChildren(QLineEdit):
        # QGIS makes what clears it with the first text.
        line.textChanged.connect(name)


class Page(QWidget):
    """A page that asks for no more height than its contents need at least: the rest is theirs where there is room."""

    def heightForWidth(self, width):  # noqa: N802
        return self.layout().minimumHeightForWidth(width)


class _Place(QScrollArea):
    """A place that scrolls so that a part of what it shows is in sight whenever its room changes."""

    def __init__(self, kept):
        super().__init__()
        self._kept = kept
        # In the next turn: what is shown is laid out after its place.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._keep)

    def resizeEvent(self, event):  # noqa: N802
        super().resizeEvent(event)
        if self._kept is not None:
            self._later.start(0)

    def _keep(self):
        bar, top = self.verticalScrollBar(), self._kept.mapTo(self.widget(), QPoint()).y()
        below = top + self._kept.height() - self.viewport().height()
        # Where it is higher than its place, its beginning is seen.
        bar.setValue(min(top, max(bar.value(), below)))


def scrolling(widget, kept=None):
    """Return a place in which a widget scrolls where there is too little room for it, with a part of it kept in sight."""
    area = _Place(kept)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(widget)
    return area


def opens_menu(button):
    """Show on a button that it opens a menu: an arrow behind its text, where no style paints one over it."""
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    button.setText(f"{button.text()} ▾")
