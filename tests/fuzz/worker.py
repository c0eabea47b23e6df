"""Run the cases of numbers in a process of its own: a number a line in, what came of it a line out."""

import json
import runpy
import shutil
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(TESTS / "fuzz"), str(TESTS / "qgis")]


def main():
    out, sys.stdout = sys.stdout, sys.stderr
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    shared = runpy.run_path(str(TESTS / "qgis" / "worker.py"))
    plugin = shared["start"]()
    from cases import case_of
    from oracle import faults_of

    for line in sys.stdin:
        case = case_of(int(line))
        faults = faults_of(case, lambda given: _run(given, shared["answer"]))
        print(json.dumps({"number": case["number"], **faults}, default=str), file=out, flush=True)
    plugin.unload()


def _run(case, answer):
    """Run one case with layers and files of its own."""
    from layers import parameters_of
    from qgis.core import QgsProject

    folder = tempfile.mkdtemp(prefix="fuzz-")
    try:
        found = answer({**case, "parameters": parameters_of(case, folder)})
        _read_files(found.get("outputs", {}))
        return found
    finally:
        QgsProject.instance().clear()
        shutil.rmtree(folder, ignore_errors=True)


def _read_files(outputs):
    """Put the rows in the place of the files that hold them."""
    from making import rows_of
    from qgis.core import QgsVectorLayer

    for name, value in outputs.items():
        if isinstance(value, str) and not value.endswith(".html"):
            layer = QgsVectorLayer(value, name, "ogr")
            outputs[name] = rows_of(layer) if layer.isValid() else f"unreadable: {value}"


if __name__ == "__main__":
    main()
