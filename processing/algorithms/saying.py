"""Sentences of all algorithms: errors of the analysis in the user's language, libraries that are not there."""

import importlib

from ..compat import translate

_LIBRARIES = ("numpy", "pandas")


def in_words(error):
    """Say an error of the analysis in the user's language, each of its problems on a line of its own."""
    values = dict(error.values)
    if getattr(error, "problems", ()):
        values["problems"] = "\n".join(map(in_words, error.problems))
    return translate("ClusterBelt", error.template).format(**values)


def missing_libraries():
    """Say which libraries are missing or broken and how to install them; '' where all can be used."""
    missing = [name for name in _LIBRARIES if not _can_be_used(name)]
    if not missing:
        return ""
    return translate(
        "ClusterBelt",
        "This algorithm needs {libraries}. Install with the package manager of your system "
        "(python3-numpy, python3-pandas), with the OSGeo4W installer on Windows, or with pip in the "
        "Python environment of QGIS; on macOS in a terminal: "
        "/Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install numpy pandas.",
    ).format(libraries=", ".join(missing))


def _can_be_used(library):
    try:
        importlib.import_module(library)
    except Exception:  # a broken library raises what it likes
        return False
    return True
