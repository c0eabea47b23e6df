"""Runs inside QGIS Desktop: runs an algorithm in its dialog and others in batch dialogs, as a user clicks."""

import json
import os
import sys
import time
from pathlib import Path

from processing.gui.BatchAlgorithmDialog import BatchAlgorithmDialog
from qgis import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QTextEdit
from qgis.utils import iface

OUT = Path(os.environ["CLUSTERBELT_LOOK"])
JOB = json.loads((OUT / "job.json").read_text(encoding="utf-8"))
SECONDS = 60
ERRORS = []
# The dialog that QGIS opens for an error would wait for a click.
sys.excepthook = lambda kind, error, _: ERRORS.append(f"{kind.__name__}: {error}")


def use():
    seen = {"numbers": run_in_dialog(*JOB["dialog"]), "loaded": {}}
    for layer in QgsProject.instance().mapLayers().values():
        if layer.source().startswith(str(OUT)):
            seen["loaded"][layer.name()] = layer.renderer().type()
    seen["batches"] = [run_in_batch(*batch) for batch in JOB["batches"]]
    seen["errors"] = ERRORS
    (OUT / "seen.json").write_text(json.dumps(seen), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    iface.newProject(False)
    QTimer.singleShot(500, iface.actionExit().trigger)
    QTimer.singleShot(8000, lambda: os._exit(3))


def run_in_dialog(algorithm, parameters):
    dialog = processing.createAlgorithmDialog(algorithm, parameters)
    dialog.show()
    QCoreApplication.processEvents()
    dialog.grab().save(str(OUT / "toolbox.png"))
    dialog.runButton().click()
    end = time.monotonic() + SECONDS
    while not dialog.results() and time.monotonic() < end:
        QCoreApplication.processEvents()
    found = {name: value for name, value in dialog.results().items() if isinstance(value, (int, float))}
    dialog.close()
    return found


def run_in_batch(algorithm, rows):
    """Load the rows from a file of the batch dialog, run them, and return what it said."""
    file = OUT / "batch.json"
    file.write_text(json.dumps([as_saved(algorithm, row) for row in rows]), encoding="utf-8")
    dialog = BatchAlgorithmDialog(QgsApplication.processingRegistry().createAlgorithmById(algorithm))
    dialog.show()
    chosen, QFileDialog.getOpenFileName = QFileDialog.getOpenFileName, lambda *_: (str(file), "")
    try:
        dialog.mainWidget().load()
    finally:
        QFileDialog.getOpenFileName = chosen
    dialog.mainWidget().checkLoadLayersOnCompletion.setChecked(False)
    QCoreApplication.processEvents()
    dialog.grab().save(str(OUT / f"batch-{algorithm.split(':')[1]}.png"))
    dialog.runButton().click()
    said = "\n".join(text.toPlainText() for text in dialog.findChildren(QTextEdit))
    dialog.close()
    return said


def as_saved(algorithm, parameters):
    """The parameters as the batch dialog saves them: inputs as Python, outputs as paths."""
    known = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    outputs = {definition.name() for definition in known.destinationParameterDefinitions()}
    return {
        "PARAMETERS": {name: repr(value) for name, value in parameters.items() if name not in outputs},
        "OUTPUTS": {name: value for name, value in parameters.items() if name in outputs},
    }


QTimer.singleShot(2500, use)
QTimer.singleShot(110_000, lambda: os._exit(4))
