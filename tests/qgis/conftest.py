"""The tests here run in one QGIS; their helpers, such as `making`, are imported by their name."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from running_qgis import cluster_belt  # noqa: F401


@pytest.fixture(autouse=True)
def no_studies():
    """The profile outlives a test; what one study left there is nothing to the next."""
    from qgis.core import QgsApplication, QgsSettings

    shutil.rmtree(Path(QgsApplication.qgisSettingsDirPath()) / "clusterbelt", ignore_errors=True)
    QgsSettings().remove("clusterbelt/studies")
