"""Under PyQt6: import every module of the plugin, resolve every name of Qt that they use, build the dock.

Prints a line for each fault, and ends with 1 if there was one.
"""

import ast
import importlib
import pkgutil
import sys
import traceback
from pathlib import Path

from PyQt6 import QtWidgets
from PyQt6.QtCore import PYQT_VERSION_STR
from stand_in import stand_in

ROOT = Path(__file__).resolve().parents[2]


def main():
    stand_in()
    sys.path.insert(0, str(ROOT / "scripts"))
    from clone import load_package

    load_package()
    faults = [*import_all(), *names_of_qt()]
    print(*faults, sep="\n", end="\n" if faults else "")
    application = QtWidgets.QApplication([])
    from clusterbelt.ui.dock.workbench import Workbench

    dock = Workbench(None)
    dock.show()
    application.processEvents()
    print(
        f"PyQt {PYQT_VERSION_STR}: the dock was built of {len(dock.findChildren(QtWidgets.QWidget))} widgets"
    )
    sys.exit(bool(faults))


def modules():
    """Yield the names of all modules of the plugin."""
    for folder in ("processing", "ui"):
        yield f"clusterbelt.{folder}"
        path = [str(ROOT / folder)]
        yield from (one.name for one in pkgutil.walk_packages(path, f"clusterbelt.{folder}."))
    yield "clusterbelt.plugin"


def import_all():
    """Yield a line for each module that cannot be imported."""
    for name in modules():
        try:
            importlib.import_module(name)
        except Exception:
            yield f"{name}: {traceback.format_exc().strip().splitlines()[-1]}"


def names_of_qt():
    """Yield each attribute of a class of Qt that PyQt6 does not have, such as an enumeration without its scope."""
    for path in (ROOT / "plugin.py", *(ROOT / "processing").rglob("*.py"), *(ROOT / "ui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        known = {
            alias.asname or alias.name: getattr(sys.modules[node.module], alias.name, None)
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("qgis.PyQt.")
            for alias in node.names
        }
        for node in ast.walk(tree):
            chain = chain_of(node)
            if chain and isinstance(known.get(chain[0]), type) and not resolves(known[chain[0]], chain[1:]):
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {'.'.join(chain)} is not in PyQt6"


def chain_of(node):
    """Return the names of `A.b.c`, or nothing for other expressions."""
    names = []
    while isinstance(node, ast.Attribute):
        names.append(node.attr)
        node = node.value
    return [node.id, *reversed(names)] if isinstance(node, ast.Name) and names else []


def resolves(value, names):
    """Tell whether the attributes are there, one after another."""
    for name in names:
        if not hasattr(value, name):
            return False
        value = getattr(value, name)
    return True


if __name__ == "__main__":
    main()
