"""Widgets as the dock uses them: named, in plain text, reached by the Tab key."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QToolButton


def make_label(name, parent):
    """Return a label that wraps its lines and takes whatever stands in the data for plain text."""
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def make_button(name, text, parent, tip=""):
    """Return a button with a text, which may be empty, and a tip."""
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setText(text)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
