"""What QGIS loads: registers the provider, the parts of the window and the translation, and takes them back."""

from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QTranslator

from .processing.compat import user_locale
from .processing.provider import ClusterBeltProvider

TRANSLATIONS = Path(__file__).parent / "resources" / "i18n"


class ClusterBeltPlugin:
    """The plugin; in qgis_process there is no `iface` and only `initProcessing` is called."""

    def __init__(self, iface):
        self.iface = iface
        self.provider = None
        # Set by the parts of the window, see `ui.parts`.
        self.dock = self.open_algorithm = self.make_page = None
        self._parts = []
        self.translator = _install_translator()

    def initProcessing(self):  # noqa: N802
        self.provider = ClusterBeltProvider()
        QgsApplication.processingRegistry().addProvider(self.provider)
        self.provider.complete_models()

    def initGui(self):  # noqa: N802
        from .ui.parts import PARTS

        self.initProcessing()
        for part in PARTS:
            self._parts.append(part(self))

    def unload(self):
        while self._parts:
            self._parts.pop().remove()
        self.dock = self.open_algorithm = self.make_page = None
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
