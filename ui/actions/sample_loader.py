"""Loads the sample study while the window stays alive, and says how far it is."""

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.compat import translate
from .sample_study import hide_sources, lay_out, sample_study


class SampleLoader(QObject):
    """One study at a time; `told` says in words what is done, '' when all is there."""

    told = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._study = None

    @property
    def is_loading(self):
        """Whether a study is being loaded."""
        return self._study is not None

    def load(self):
        """Begin to load the study."""
        if self.is_loading:
            return
        self._study = sample_study(self)
        self._study.step_began.connect(self._tell)
        self._study.finished.connect(self._end)
        self._study.start()

    def stop(self):
        """Load no further."""
        if self.is_loading:
            self._study.cancel()

    def _tell(self, name, number):
        text = translate("ClusterBelt", "Loading the sample study, step {number}: {name} …")
        self.told.emit(text.format(number=number + 1, name=name))

    def _end(self, worked, message):
        if worked:
            hide_sources(self._study)
            lay_out(self._study)
        self._study = None
        text = translate("ClusterBelt", "The sample study could not be loaded: {reason}")
        self.told.emit("" if worked else text.format(reason=message))
