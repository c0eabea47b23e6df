"""A dialog that is no larger than the screen, and stands on it: its button to run is in sight on the smallest, too."""

from qgis.PyQt.QtCore import QEvent, QObject, QTimer


class OnScreen(QObject):
    """Looks at a dialog each time it is shown, once QGIS has given it the place that it had before."""

    def __init__(self, dialog):
        super().__init__(dialog)
        self._dialog = dialog
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._fit)
        dialog.installEventFilter(self)

    def eventFilter(self, _, event):  # noqa: N802
        if event.type() == QEvent.Type.Show:
            self._later.start(0)
        return False

    def _fit(self):
        dialog, room = self._dialog, self._dialog.screen().availableGeometry()
        # With what the system draws around it.
        frame = dialog.frameGeometry().size() - dialog.size()
        dialog.resize(dialog.size().boundedTo(room.size() - frame))
        around = dialog.frameGeometry()
        left = max(room.left(), min(around.left(), room.right() + 1 - around.width()))
        top = max(room.top(), min(around.top(), room.bottom() + 1 - around.height()))
        if (left, top) != (around.left(), around.top()):
            dialog.move(left, top)
