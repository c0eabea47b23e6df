"""Long work a slice at a time, so that the window answers meanwhile."""

import time

from qgis.PyQt.QtCore import QObject, QTimer

_SLICE_SECONDS = 0.02


class Turns(QObject):
    """Runs a generator, which yields where it may be interrupted, some milliseconds in each turn of the window."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._work = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)

    def start(self, work):
        """Begin some work; what was going on is dropped."""
        self._work = work
        self._timer.start()

    def stop(self):
        """Drop what is going on."""
        self._timer.stop()
        self._work = None

    def _go_on(self):
        work, end = self._work, time.monotonic() + _SLICE_SECONDS
        for _ in work:
            # The work itself may have led to other work, or to its end.
            if self._work is not work or time.monotonic() >= end:
                return
        if self._work is work:
            self.stop()
