"""What a run of gaps is asked for, what it says, and its numbers."""

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.industries.resolution import resolve
from ...analysis.industries.suggestions import Suggestions
from ...analysis.virtual.gaps import CLOSES, EXTEND, GAP, NOBODY, PRESENT, STATUSES, STRONG, WEAK
from ...compat import translate
from .chain_links import say_coefficients


def read_target(text, taxonomy, language):
    """Return the nodes at or under an industry; None for all.

    Parameters
    ----------
    text : str
        Name or code.
    taxonomy : analysis.industries.taxonomy.Taxonomy
    language : {'en', 'zh'}
        Of the suggestions.
    """
    if not text:
        return None
    nodes = resolve(text, taxonomy).nodes
    if not nodes:
        raise QgsProcessingException(_unknown(text, taxonomy, language))
    return frozenset(n for node in nodes for n in taxonomy.levels.below(node)[0].tolist())


def _unknown(text, taxonomy, language):
    suggestions = Suggestions(taxonomy, language).write(text, ())
    if suggestions:
        said = translate(
            "ClusterBelt",
            "TARGET: “{text}” is not an industry of the taxonomy. It could be: {suggestions}.",
        )
        return said.format(text=text, suggestions=suggestions)
    said = translate(
        "ClusterBelt",
        "TARGET: “{text}” is not an industry of the taxonomy, and none is similar. Give a name or a code of it, such as "
        "{code} or “{name}”, or leave TARGET empty for all industries.",
    )
    return said.format(text=text, code=taxonomy.codes[0], name=taxonomy.name(0, language))


def say_gaps(found, unresolved, taxonomy, feedback):
    """Say what the gaps are, and return the numbers of `chaingaps`.

    Parameters
    ----------
    found : analysis.virtual.gap_search.Found
    unresolved : int
        Suppliers whose industry is not known.
    taxonomy : analysis.industries.taxonomy.Taxonomy
    feedback : QgsProcessingFeedback
    """
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "A gap means that the data have no such supplier, not that there is none; suppliers whose "
            "industry is not known: {count}.",
        ).format(count=unresolved)
    )
    say_coefficients(taxonomy, feedback)
    gaps = found.gaps
    counts = {status: int((gaps.status == number).sum()) for number, status in enumerate(STATUSES)}
    nobody = int(((gaps.status == STATUSES.index(GAP)) & (gaps.closes == CLOSES.index(NOBODY))).sum())
    complete, met = (None if np.isnan(value) else value for value in found.complete)
    if not len(gaps):
        feedback.pushWarning(translate("ClusterBelt", "No needs match the choice: the table is empty."))
    return {
        "GAPS": counts[GAP],
        "WEAK": counts[WEAK],
        "PRESENT": counts[PRESENT],
        "STRONG": counts[STRONG],
        "EXTEND": counts[EXTEND],
        "NOBODY": nobody,
        "COMPLETE": complete,
        "MET": met,
    }
