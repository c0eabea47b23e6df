"""Load the repository, whatever its directory is called, as the package `clusterbelt`: for scripts without QGIS."""

import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def load_package():
    """Make `clusterbelt` importable."""
    spec = importlib.util.spec_from_file_location(
        "clusterbelt", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["clusterbelt"] = package
    spec.loader.exec_module(package)
