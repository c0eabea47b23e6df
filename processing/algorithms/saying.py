"""Sentences of all algorithms: errors in the user's language and the dialog's words, libraries that are not there."""

import importlib
import re

from ..compat import translate
from .choice_words import words_of_choice

NUMPY = ("numpy",)


def in_words(error):
    """Say an error of the analysis in the user's language, each of its problems on a line of its own."""
    values = dict(error.values)
    if getattr(error, "problems", ()):
        values["problems"] = "\n".join(map(in_words, error.problems))
    return translate("ClusterBelt", error.template).format(**values)


def in_dialog_words(algorithm, message):
    """Return a message in which keys of parameters, and of a choice behind its parameter, are those of the dialog.

    What stands in “…” is quoted from the data and stays as it is.
    """
    definitions = {definition.name(): definition for definition in algorithm.parameterDefinitions()}
    if not definitions:
        return message
    names = "|".join(sorted(map(re.escape, definitions), key=len, reverse=True))

    def said(found):
        if found["name"] is None:
            return found[0]
        definition = definitions[found["name"]]
        choices = definition.options() if definition.type() == "enum" else ()
        if found["key"] in choices:
            return f"“{definition.description()}: {words_of_choice(found['name'], found['key'])}”"
        return f"“{definition.description()}”{found[0][len(found['name']) :]}"

    return re.sub(
        rf"“[^”]*”|(?<![A-Za-z0-9_])(?P<name>{names})(?![A-Za-z0-9_])(?: (?P<key>\w+))?", said, message
    )


def missing_libraries(libraries=NUMPY):
    """Say which of some libraries are missing or broken and how to install them; '' where all can be used."""
    missing = [name for name in libraries if not _can_be_used(name)]
    if not missing:
        return ""
    return translate(
        "ClusterBelt",
        "Cluster Belt needs {libraries}, which cannot be loaded. Install with the package manager of your "
        "system ({packages}), with the OSGeo4W installer on Windows, or with pip in the Python environment of "
        "QGIS; on macOS in a terminal: /Applications/QGIS.app/Contents/MacOS/bin/python3 -m pip install {names}.",
    ).format(
        libraries=", ".join(missing),
        packages=", ".join(f"python3-{name}" for name in missing),
        names=" ".join(missing),
    )


def _can_be_used(library):
    try:
        importlib.import_module(library)
    except Exception:  # a broken library raises what it likes
        return False
    return True
