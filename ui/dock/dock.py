"""The dock “Cluster Belt” of QGIS's window; what it shows is made when it is first seen."""

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QTimer

from ...processing.compat import translate


class ClusterBeltDock(QgsDockWidget):
    """An empty frame until it is shown.

    Parameters
    ----------
    make : function of this dock
        Makes the `Workbench`.
    parent : QWidget, optional
    """

    def __init__(self, make, parent=None):
        super().__init__(translate("ClusterBelt", "Cluster Belt"), parent)
        self.setObjectName("ClusterBeltDock")
        self._make = make
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(lambda: self.workbench)

    @property
    def workbench(self):
        """What the dock shows; made now if it was never seen."""
        if self.widget() is None:
            self.setWidget(self._make(self))
        return self.widget()

    @property
    def layer(self):
        """The matched layer that is shown, or None."""
        return None if self.widget() is None else self.widget().controller.layer

    def load_sample(self, *_):
        """Load the sample study, in sight."""
        self.setUserVisible(True)
        self.workbench.sample_loader.load()

    def shutdown(self):
        """Disconnect everything; to be called before the dock is deleted."""
        self._filling.stop()
        if self.widget() is not None:
            self.widget().shutdown()

    def showEvent(self, event):  # noqa: N802
        super().showEvent(event)
        if self.widget() is None:
            # Not here: the window is seen first.
            self._filling.start(0)
