"""What QGIS loads: registers the provider, the parts of the window and the translation, and takes them back."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTimer, QTranslator

from .processing.compat import user_locale
from .processing.provider import ClusterBeltProvider

TRANSLATIONS = Path(__file__).parent / "resources" / "i18n"


class ClusterBeltPlugin:
    """The plugin; in qgis_process there is no `iface` and only `initProcessing` is called."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        # Set by the parts of the window, see `ui.parts`.
        self.dock = self.open_algorithm = self.make_page = self.repeat_run = None
        self._parts = []
        self.translator = _install_translator()

    def initProcessing(self):  # noqa: N802
        self._register()
        self.provider.read_models()

    def initGui(self):  # noqa: N802
        from .ui.parts import PARTS

        self._register()
        for part in PARTS:
            self._parts.append(part(self))
        # QGIS waits no longer than it must: until it runs, nobody asks for more than the names of the models.
        QTimer.singleShot(0, self._read_models)

    def _register(self):
        self.provider = ClusterBeltProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)

    def _read_models(self):
        # The plugin may be gone since.
        if self.provider is not None:
            self.provider.read_models()

    def unload(self):
        while self._parts:
            self._parts.pop().remove()
        self.dock = self.open_algorithm = self.make_page = self.repeat_run = None
        if self.provider is not None:
            self.provider.withdraw_functions()
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        if self.translator is not None:
            QCoreApplication.removeTranslator(self.translator)
            self.translator = None


def _install_translator():
    """Install the translation of the user's language, if there is one."""
    locale = user_locale()
    name = "zh_CN" if locale.startswith("zh") else locale[:2]
    translator = QTranslator()
    if not translator.load(str(TRANSLATIONS / f"clusterbelt_{name}.qm")):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
