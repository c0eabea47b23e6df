"""The help beside the parameters in a dark theme: QGIS writes it in dark greys whatever the ground."""

import re

from qgis.PyQt.QtGui import QPalette
from qgis.PyQt.QtWidgets import QTextBrowser

_NAME = "textShortHelp"
# Headings, text and bold text, as QGIS colours them.
_GREYS = re.compile("#(?:555555|666666|333333)")
_MIDDLE = 128


def show_help_on_dark(dialog):
    """Write the help of a dialog in the colour of texts, where its ground is dark."""
    browser = dialog.findChild(QTextBrowser, _NAME)
    if browser is None:
        return
    browser.ensurePolished()
    palette = browser.palette()
    if palette.color(QPalette.ColorRole.Base).lightness() < _MIDDLE:
        ink = palette.color(QPalette.ColorRole.Text)
        # A style sheet may darken the ground alone.
        colour = ink.name() if ink.lightness() > _MIDDLE else "#e6e6e6"
        browser.setHtml(_GREYS.sub(colour, browser.toHtml()))
