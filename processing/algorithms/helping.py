"""The help of algorithms and models, made of what they say of their parameters and of the fields of their outputs."""

from html import escape
from pathlib import Path

from ..analysis.fields import table_of
from ..compat import language_of_user

_PLUGIN = Path(__file__).resolve().parents[2]
# The pages of the zip, and those that `make docs` writes.
_FOLDERS = (_PLUGIN / "help", _PLUGIN / "build" / "help")


def page_of(name):
    """Return the address of the page of an algorithm or a model; '' where no pages were made."""
    pages = (folder / "algorithms" / f"{name}.html" for folder in _FOLDERS)
    return next((page.as_uri() for page in pages if page.exists()), "")


def help_of(algorithm):
    """Return the help of an algorithm or a model: what it does, its parameters, and the fields of its outputs."""
    parts = [f"<p>{algorithm.shortDescription()}</p>"]
    for parameter in algorithm.parameterDefinitions():
        parts.append(f"<p><b>{parameter.description()}</b> ({parameter.name()})<br>{parameter.help()}</p>")
        table = table_of(algorithm.name(), parameter.name())
        if table is not None:
            parts.append(_help_of_fields(table, language_of_user()))
    return "".join(parts)


def _help_of_fields(table, language):
    lines = (field.explained(language) for field in (*table.labels, *table.fields))
    return "<ul>" + "".join(f"<li>{escape(line)}</li>" for line in lines) + "</ul>"
