"""Screen readers: whatever can be pressed, chosen or filled in has words."""

import pytest
from clusterbelt.ui.dialogs.options_page import OptionsPage
from dock_scene import choose, matches
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox, QHeaderView, QLabel, QLineEdit

# Made by Qt for its own widgets, and named by it: the corner of a table, the list of a box.
_OF_QT = ("QTableCornerButton", "QComboBoxListView")
_KINDS = (QAbstractButton, QLineEdit, QComboBox, QAbstractItemView)


def nameless(parent):
    """What a screen reader would call by its kind alone."""
    buddies = {label.buddy() for label in parent.findChildren(QLabel)}
    found = [widget for kind in _KINDS for widget in parent.findChildren(kind) if widget not in buddies]
    return [
        f"{widget.metaObject().className()} {widget.objectName()} in {widget.parent().objectName()}"
        for widget in found
        if not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and widget.text().strip("…×"))
        and not isinstance(widget, QHeaderView)
        and widget.metaObject().className() not in _OF_QT
        and not widget.objectName().startswith("qt_")
    ]


@pytest.mark.parametrize("tab", range(4))
def test_all_of_the_dock_has_words(qtbot, dock, tab):
    choose(qtbot, dock, matches())
    dock.tabs.setCurrentIndex(tab)
    dock.show()
    assert dock.tabs.tabBar().accessibleName() and nameless(dock) == []


def test_all_of_the_options_has_words(qtbot):
    page = OptionsPage(None)
    qtbot.addWidget(page)
    assert nameless(page) == []
