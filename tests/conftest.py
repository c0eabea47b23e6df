"""Load the repository, whatever its directory is called, as the package `clusterbelt`."""

import importlib.util
import sys
from pathlib import Path

from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent

# With the root on sys.path our `processing` would hide the one of QGIS.
sys.path[:] = [entry for entry in sys.path if Path(entry or ".").resolve() != ROOT]

if "clusterbelt" not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        "clusterbelt", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["clusterbelt"] = package
    spec.loader.exec_module(package)

# How long an example takes depends on the machine; a slow one is no fault. The examples are the same everywhere, so that
# what is red can be repeated; `--hypothesis-profile=search` looks for others.
_ANY_MACHINE = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("search", **_ANY_MACHINE)
settings.register_profile("any machine", derandomize=True, **_ANY_MACHINE)
settings.load_profile("any machine")
