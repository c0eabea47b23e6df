"""The codes that a text can be given: the industries of a run's taxonomy, and the cities of a gazetteer."""

from collections import defaultdict
from typing import NamedTuple

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsProject

from ...compat import language_of_user
from ..reading.sources import Source
from ..runs import parameters_again


class CodeEntry(NamedTuple):
    """A code, its name, the code above it ('' for none), and all words by which it is found, in lower case."""

    code: str
    name: str
    parent: str
    words: str


def industry_codes(run):
    """Return the industries of the taxonomy of a `runs.Run`, the bundled one for None; parents come first.

    Raises
    ------
    AnalysisError
        If its taxonomy cannot be read.
    """
    from ...analysis.industries import forms
    from .taxonomies import read_taxonomy

    parameters = {} if run is None else parameters_again(run)
    taxonomy = read_taxonomy(
        _source(parameters.get("TAXONOMY")),
        None,
        QgsProcessingFeedback(False),
        parameters.get("TAXONOMY_FORM") or forms.PARENT,
        parameters.get("TAXONOMY_LEVELS") or "",
    )
    words = defaultdict(list)
    for known in (taxonomy.names, taxonomy.aliases):
        for text, node in known.items():
            words[node].append(text)
    language, done = language_of_user(), {}

    def put(node):
        if node not in done:
            parents = taxonomy.parents[node]
            if parents:
                put(parents[0])
            code = taxonomy.codes[node]
            parent = taxonomy.codes[parents[0]] if parents else ""
            found = " ".join((code.lower(), *words[node]))
            done[node] = CodeEntry(code, taxonomy.name(node, language), parent, found)

    for node in range(len(taxonomy)):
        put(node)
    return list(done.values())


def city_codes(country):
    """Return the provinces of a country and the cities in them; provinces come first."""
    from ...analysis.places.registry import gazetteer

    index = gazetteer(country).index
    words = defaultdict(list)
    for text, entries in index.names.items():
        for entry in entries:
            words[entry.code].append(text)
    provinces = [
        CodeEntry(unit.code, unit.name, "", f"{unit.code} {unit.name}".lower())
        for unit in index.heads.values()
    ]
    above = {unit.code for unit in index.heads.values()}
    cities = [
        CodeEntry(
            unit.code,
            unit.name,
            index.heads[unit.province].code if unit.province in index.heads else "",
            " ".join((unit.code, unit.name, *words[unit.code])).lower(),
        )
        for unit in index.units.values()
        if unit.code not in above
    ]
    return provinces + cities


def _source(value):
    """Return the source of a parameter of a run, None where it was not given."""
    if not value:
        return None
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    found = QgsProcessingUtils.variantToSource(value, context)
    return None if found is None else Source(found)
