"""The codes that a text can be given: the industries of a run's taxonomy, and the cities of a gazetteer."""

from collections import defaultdict
from typing import NamedTuple

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProcessingUtils, QgsProject

from ..reading.sources import Source
from ..runs import parameters_again


class CodeEntry(NamedTuple):
    """A code, its name, the code above it ('' for none), and all words by which it is found, in lower case."""

    code: str
    name: str
    parent: str
    words: str


def industry_codes(run, language):
    """Return the industries of the taxonomy of a `runs.Run`, the bundled one for None, named in a language.

    Parents come first.

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
    done = {}

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


def city_codes(country, language):
    """Return the provinces of a country and the cities in them, named in a language; provinces come first."""
    from ...analysis.places.registry import gazetteer, names_in

    index, called = gazetteer(country).index, names_in(language, country)
    words = defaultdict(list)
    for text, entries in index.names.items():
        for entry in entries:
            words[entry.code].append(text)
    provinces = [
        CodeEntry(unit.code, called[unit.code], "", _words(unit, [called[unit.code]]))
        for unit in index.heads.values()
    ]
    above = {unit.code for unit in index.heads.values()}
    cities = [
        CodeEntry(
            unit.code,
            called[unit.code],
            index.heads[unit.province].code if unit.province in index.heads else "",
            _words(unit, [called[unit.code], *words[unit.code]]),
        )
        for unit in index.units.values()
        if unit.code not in above
    ]
    return provinces + cities


def _words(unit, others):
    return " ".join((unit.code, unit.name, *others)).lower()


def _source(value):
    """Return the source of a parameter of a run, None where it was not given."""
    if not value:
        return None
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    found = QgsProcessingUtils.variantToSource(value, context)
    return None if found is None else Source(found)
