"""What QGIS's own script for Qt 6 would change, or warn of, stands in no file of the plugin."""

import ast
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
FILES = [
    ROOT / "__init__.py",
    ROOT / "plugin.py",
    *(ROOT / "processing").rglob("*.py"),
    *(ROOT / "ui").rglob("*.py"),
]
GONE = {"exec_", "qApp", "QRegExp", "resources_rc", "QDesktopWidget"}


def test_no_file_holds_what_qt_6_lacks():
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in FILES
        for line in faults(path.read_text(encoding="utf-8"))
    ]
    assert len(FILES) > 200 and found == []


@pytest.mark.parametrize(
    "code",
    [
        "from PyQt5.QtCore import Qt",
        "from qgis.PyQt.Qt import Qt",
        "from qgis.PyQt.QtCore import QRegExp",
        "from qgis.PyQt.QtWidgets import qApp",
        "from qgis.PyQt.QtCore import Qt\nQt.AlignLeft",
        "from qgis.PyQt.QtWidgets import QTableView\nQTableView.NoEditTriggers",
        "from qgis.core import QgsProcessing\nQgsProcessing.TypeVectorPoint",
        "from qgis.core import QgsProcessingParameterNumber as Number\nNumber.Double",
        "from qgis.PyQt.QtCore import QVariant\nQVariant.Type.Int",
        "from qgis.PyQt.QtCore import QVariant\nQVariant()",
        "from qgis.PyQt.QtCore import QVariant\nQVariant(QVariant.Int)",
        "from qgis.PyQt.QtCore import QDate, QDateTime\nQDateTime(QDate(2020, 1, 1))",
        "from qgis.PyQt.QtCore import QDateTime\nQDateTime(2020, 1, 1, 0, 0, 0, 0, 1)",
        "dialog.exec_()",
        "def exec_(self): pass",
        "menu.addAction(icon, text, self.show, 'Ctrl+S')",
        "application.desktop()",
        "label.fontMetrics().width('a')",
        "box.activated[str].connect(self.show)",
    ],
)
def test_each_rule_finds_its_fault(code):
    assert len(list(faults(code))) == 1


@pytest.mark.parametrize(
    "code",
    [
        "from qgis.PyQt.QtCore import Qt\nQt.AlignmentFlag.AlignLeft",
        "from qgis.core import QgsProcessing\nQgsProcessing.SourceType.TypeVectorPoint",
        "from qgis.PyQt.QtCore import QVariant\nQVariant.Int",
        "dialog.exec()",
    ],
)
def test_what_both_have_is_no_fault(code):
    assert list(faults(code)) == []


def faults(text):
    """Yield the line and the words of what is other in Qt 6."""
    tree = ast.parse(text)
    classes = dict(classes_of(tree))
    for node in ast.walk(tree):
        if is_gone(node) or is_unscoped(node, classes) or is_other_call(node):
            yield f"{node.lineno}: {ast.unparse(node).splitlines()[0]}"


def classes_of(tree):
    """Yield what a file imports of QGIS and of Qt, by the names that it uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and not node.level and (node.module or "").startswith("qgis."):
            for alias in node.names:
                yield alias.asname or alias.name, getattr(import_module(node.module), alias.name, None)


def is_gone(node):
    if isinstance(node, ast.ImportFrom):
        module = node.module or ""
        return (
            module.startswith("PyQt5")
            or module == "qgis.PyQt.Qt"
            or bool(GONE & {a.name for a in node.names})
        )
    if isinstance(node, ast.Attribute):
        # QVariant.Int is of both, and QFontMetrics have no width.
        width = node.attr == "width" and ast.unparse(node.value).endswith("fontMetrics()")
        return node.attr in GONE or width or ast.unparse(node) == "QVariant.Type"
    if isinstance(node, ast.Subscript):
        return ast.unparse(node).endswith(".activated[str]")
    return isinstance(node, ast.FunctionDef) and node.name in GONE


def is_unscoped(node, classes):
    """Tell whether a node is the value of an enumeration of its class without the name of the enumeration."""
    if (
        not isinstance(node, ast.Attribute)
        or not isinstance(node.value, ast.Name)
        or node.value.id == "QVariant"
    ):
        return False
    owner = classes.get(node.value.id)
    kind = type(getattr(owner, node.attr, None))
    return isinstance(owner, type) and any(
        kind is one for base in owner.__mro__ for one in vars(base).values()
    )


def is_other_call(node):
    """Tell whether a node calls what takes other arguments in Qt 6."""
    if not isinstance(node, ast.Call):
        return False
    name, first = ast.unparse(node.func).rpartition(".")[2], ast.unparse(node.args[0]) if node.args else ""
    return (
        (name == "QVariant" and (not first or first.startswith("QVariant.")))
        or (
            name == "QDateTime"
            and (len(node.args) == 8 or (len(node.args) == 1 and first.startswith("QDate(")))
        )
        or (name == "addAction" and len(node.args) >= 4)
        or (name == "desktop" and not node.args)
    )
