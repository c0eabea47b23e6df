"""The tests here run in one QGIS; their helpers, such as `making`, are imported by their name."""

import sys
from pathlib import Path

sys.path += [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from running_qgis import cluster_belt  # noqa: F401
