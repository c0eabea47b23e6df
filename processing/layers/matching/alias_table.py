"""The table of aliases (`ALIASES`): what texts mean that were not understood, read and written a row at a time."""

from typing import NamedTuple

from ...analysis.industries.user_aliases import INDUSTRY
from ...analysis.text import normalise
from . import study_tables

TABLE, _FIELD = "aliases", "code"


class Alias(NamedTuple):
    """A row: a text, the codes that it stands for (joined by ``|``), of what kind, and who said so when."""

    text: str
    code: str = ""
    kind: str = INDUSTRY
    reviewer: str = ""
    date: str = ""


def open_table(path):
    """Return the table of aliases of a GeoPackage as a layer, or None if it has none."""
    return study_tables.open_table(path, TABLE, _FIELD)


def alias_file(parameter):
    """Return the GeoPackage that a run was given as ALIASES; see `study_tables.file_of_parameter`."""
    return study_tables.file_of_parameter(parameter, TABLE, _FIELD)


def key_of(kind, text):
    """Return the key by which an alias is found: texts are compared as the matching compares them."""
    return kind or INDUSTRY, normalise(text)


def aliases_of(path):
    """Return the aliases of a table by their key; of two with one key the later one."""
    layer = open_table(path)
    return {} if layer is None else by_key(alias for _, alias in study_tables.rows_of(layer, Alias))


def aliases_in(layer):
    """Return the rows with a code of any table that can be given as ALIASES, in their order."""
    return [alias for _, alias in study_tables.rows_of(layer, Alias) if alias.text and alias.code]


def write_alias(path, alias, first=()):
    """Write what a text means, or, with an empty code, that it means nothing any more.

    Parameters
    ----------
    path : str
        A GeoPackage; it and its table `aliases` are made where they are missing.
    alias : Alias
    first : list of Alias
        What a new table begins with: the aliases that the run was given.

    Raises
    ------
    study_tables.StudyTableError
    """
    layer = open_table(path)
    if layer is None:
        layer = study_tables.make_table(path, TABLE, _FIELD)
        study_tables.change_rows(layer, path, {}, list(first), [])
    ids = [
        fid
        for fid, known in study_tables.rows_of(layer, Alias)
        if key_of(known.kind, known.text) == key_of(alias.kind, alias.text)
    ]
    changes = {ids[0]: alias} if ids and alias.code else {}
    added = [alias] if alias.code and not ids else []
    study_tables.change_rows(layer, path, changes, added, ids[len(changes) :])


def by_key(aliases):
    """Return aliases by their key; of two with one key the later one."""
    return {key_of(alias.kind, alias.text): alias for alias in aliases}
