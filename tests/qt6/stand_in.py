"""A thin stand-in for QGIS over PyQt6, where no QGIS with Qt 6 can be had: `qgis.PyQt` is PyQt6 itself, the classes of
`qgis.core` and `qgis.gui` take every call and answer with themselves.
"""

import importlib
import sys
import types

from PyQt6 import QtGui, QtWidgets


class _LayerBox(QtWidgets.QComboBox):
    """Has no layer to choose."""

    def currentLayer(self):  # noqa: N802 - the name is QGIS's
        return None


# What the dock asks of the classes of QGIS as widgets.
_WIDGETS = {
    "QgsDockWidget": QtWidgets.QDockWidget,
    "QgsFilterLineEdit": QtWidgets.QLineEdit,
    "QgsMapLayerComboBox": _LayerBox,
    "QgsFieldComboBox": QtWidgets.QComboBox,
    "QgsCollapsibleGroupBox": QtWidgets.QGroupBox,
    "QgsCheckableComboBox": QtWidgets.QComboBox,
    "QgsSpinBox": QtWidgets.QSpinBox,
    "QgsDoubleSpinBox": QtWidgets.QDoubleSpinBox,
    "QgsFileWidget": QtWidgets.QWidget,
    "QgsOptionsPageWidget": QtWidgets.QWidget,
    "QgsScrollArea": QtWidgets.QScrollArea,
}


# What Qt itself is given of QGIS.
_GIVEN = {
    "QgsApplication": {"getThemeIcon": lambda *_: QtGui.QIcon()},
    "QgsSymbolLayerUtils": {"symbolPreviewPixmap": lambda *_: QtGui.QPixmap(8, 8)},
    "Qgis": {"QGIS_VERSION_INT": 40000, "QGIS_VERSION": "4.0.0"},
}


class _Taking(type):
    """A class whose missing attributes are there: enumerations, functions, classes within it."""

    def __getattr__(cls, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __call__(cls, *arguments, **named):
        try:
            return super().__call__(*arguments, **named)
        except TypeError:
            return super().__call__()


class Anything(metaclass=_Taking):
    """An object of QGIS about which nothing is known."""

    def __init__(self, *_, **__):
        pass

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    def __call__(self, *_, **__):
        return Anything()

    def __iter__(self):
        return iter(())

    def __len__(self):
        return 0

    def __bool__(self):
        return False

    def __int__(self):
        return 0

    def __index__(self):
        return 0

    def __float__(self):
        return 0.0

    def __lt__(self, _):
        return False

    def __gt__(self, _):
        return False

    def __ge__(self, _):
        return False

    def __or__(self, _):
        return self

    __ror__ = __and__ = __rand__ = __add__ = __getitem__ = __or__


class _TakingWidget(type(QtWidgets.QWidget)):
    """The same for classes of Qt."""

    def __getattr__(cls, name):
        if name.startswith("_"):
            raise AttributeError(name)
        return Anything()


def _widget(name, base):
    """Return a widget of Qt that takes the calls which only QGIS knows."""

    class Widget(base, metaclass=_TakingWidget):
        def __init__(self, *arguments):
            try:
                super().__init__(*arguments)
            except TypeError:
                super().__init__()

        def __getattr__(self, missing):
            return Anything()

    Widget.__name__ = name
    return Widget


class _Module(types.ModuleType):
    """`qgis.core` and the like: every class that is asked for is there, always the same one."""

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = self._make(name)
        setattr(self, name, made)
        return made

    def _make(self, name):
        if self.__name__ == "qgis.gui":
            return _widget(name, _WIDGETS.get(name, QtWidgets.QWidget))
        given = _GIVEN.get(name, {})
        return type(
            name,
            (Anything,),
            {key: staticmethod(one) if callable(one) else one for key, one in given.items()},
        )


def stand_in():
    """Put the stand-in where `import qgis` looks."""
    for name in (
        "qgis",
        "qgis.core",
        "qgis.gui",
        "qgis.utils",
        "qgis.processing",
        "processing",
        "processing.gui",
    ):
        sys.modules[name] = _Module(name)
    sys.modules["processing.gui.AlgorithmDialog"] = _Module("processing.gui.AlgorithmDialog")
    sys.modules["qgis"].__path__ = []
    sys.modules["qgis.PyQt"] = qt = types.ModuleType("qgis.PyQt")
    for name in ("QtCore", "QtGui", "QtWidgets", "QtXml", "QtSvg", "QtPrintSupport", "sip"):
        module = importlib.import_module(f"PyQt6.{name}")
        sys.modules[f"qgis.PyQt.{name}"] = module
        setattr(qt, name, module)
    # What QGIS adds to PyQt6 itself.
    qt.QtCore.NULL = Anything()
    qt.QtWidgets.QAction, qt.QtWidgets.QShortcut = QtGui.QAction, QtGui.QShortcut
    for name in ("String", "Int", "LongLong", "Double", "Bool", "Date", "Time", "DateTime", "ByteArray"):
        setattr(qt.QtCore.QVariant, name, Anything())
