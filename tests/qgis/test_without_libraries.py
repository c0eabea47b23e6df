"""Without pandas, as in builds of QGIS for macOS, all works; without numpy, all say how to install it."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from clusterbelt.processing.models import FILES
from qgis.core import Qgis
from test_contract import ALGORITHMS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
FOREIGN = ("pandas", "scipy", "networkx", "pyproj", "geopandas", "shapely", "matplotlib", "plotly")
WHOLE_RUNS = (
    "tests/qgis/test_contract.py::test_runs_write_the_fields_of_the_contract",
    "tests/qgis/test_models.py::test_a_study_goes_from_tables_to_the_report",
    "tests/qgis/test_models.py::test_the_gravity_centre_moves_with_the_weights",
    "tests/qgis/test_models.py::test_a_study_of_virtual_clusters_goes_from_two_tables_to_the_section_of_the_report",
)


def python(*words, hidden):
    environment = {**os.environ, "HIDDEN": hidden, "PYTHONPATH": str(HERE), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, *words]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("fault", ["missing", "broken"])
def test_without_numpy_every_algorithm_each_model_and_the_dock_say_how_to_install_it(fault):
    if fault == "broken" and Qgis.QGIS_VERSION_INT >= 34000:
        pytest.skip("QGIS imports numpy by itself, and does not start with a broken one")
    found = python("tests/qgis/without_numpy.py", hidden=f"numpy={fault}")
    lines = found.stdout.splitlines()
    said = dict(line.split("\t", 1) for line in lines if "\t" in line)
    assert said.keys() >= {*ALGORITHMS, *FILES, "dock", "expression"}, found.stderr
    for name, sentence in said.items():
        if name != "raised":
            assert "needs numpy" in sentence and "pip install numpy" in sentence, f"{name}: {sentence}"
            assert "Traceback" not in sentence, name
    assert said["dock"].startswith("0 ") and said["raised"] == ""


def test_all_algorithms_and_models_run_where_nothing_but_numpy_can_be_imported():
    found = python(
        *("-m", "pytest", "-q", "-p", "hiding", *WHOLE_RUNS),
        hidden=" ".join(f"{name}={'broken' if name == 'pandas' else 'missing'}" for name in FOREIGN),
    )
    assert found.returncode == 0, found.stdout[-3000:]
