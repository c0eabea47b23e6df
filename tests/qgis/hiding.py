"""Hide libraries from a process: those named in HIDDEN (`pandas=missing numpy=broken`) cannot be imported."""

import os
import sys


class Hiding:
    """Finds the hidden libraries first, and fails as a missing or a broken one does."""

    def __init__(self, faults):
        self._faults = faults

    def find_spec(self, name, path=None, target=None):
        """Raise for a hidden library; leave others to the finders after this one."""
        fault = self._faults.get(name.partition(".")[0])
        if fault == "missing":
            raise ModuleNotFoundError(f"No module named '{name}'", name=name)
        if fault == "broken":
            raise RuntimeError(f"{name}: module compiled against another ABI")
        return None


sys.meta_path.insert(0, Hiding(dict(one.split("=") for one in os.environ.get("HIDDEN", "").split())))
