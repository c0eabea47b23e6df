"""What people said about a study, its judgements and aliases, brought from one GeoPackage into another."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from ...processing.layers.matching import alias_table, judgement_table
from ...processing.layers.matching.alias_table import aliases_of, write_alias
from ...processing.layers.matching.judgement_table import judgements_by_cluster, write_judgements
from ...processing.layers.runs import run_of, write_run

_PARAMETERS = ("OVERRIDES", "ALIASES")


def is_anything_said(path):
    """Tell whether a file holds judgements or aliases; counting their rows reads none of them."""
    tables = (judgement_table.open_table(path), alias_table.open_table(path)) if path else ()
    return any(table is not None and table.featureCount() for table in tables)


def copy_said(source, target):
    """Write all judgements and aliases of a file into another as well, and return how many there are.

    Raises
    ------
    study_tables.StudyTableError
    """
    judged = [one for found in judgements_by_cluster(source).values() for one in found]
    meant = list(aliases_of(source).values())
    if judged:
        write_judgements(target, judged)
    for alias in meant:
        write_alias(target, alias)
    return len(judged) + len(meant)


def move_said(source, target, project):
    """Move all judgements and aliases into another file, and return how many there are; runs that read them know it.

    Raises
    ------
    study_tables.StudyTableError
        Nothing is gone then.
    """
    number = copy_said(source, target)
    for layer in project.mapLayers().values():
        run = run_of(layer)
        if run is not None and any(_is_in(run.parameters.get(name), source) for name in _PARAMETERS):
            moved = {name: _moved(run.parameters.get(name), source, target) for name in _PARAMETERS}
            write_run(layer, replace(run, parameters={**run.parameters, **moved}), run.output)
    # Where another program has it open it stays, and is read no more.
    with suppress(OSError):
        Path(source).unlink()
    return number


def _is_in(value, path):
    return bool(value) and _source(value).partition("|")[0] == path


def _moved(value, source, target):
    return target + _source(value)[len(source) :] if _is_in(value, source) else value


def _source(value):
    return value.get("source", "") if isinstance(value, dict) else str(value)
