"""Write what industry each row of a table is of."""

import numpy as np

from ...analysis.fields import table
from ...analysis.matching.check_table import ALONE, check_table
from ...analysis.matching.industry_sets import read_industries
from ...analysis.places.registry import place_names
from ...compat import translate
from ..feedback import warn_of_rows
from ..writing.copying import write_rows
from ..writing.sinks import fields_of

_SEPARATOR = "|"


def write_industries(output, source, fids, found, taxonomy, language, feedback):
    """Write all rows of a source with their industries; geometry stays as it is.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    source : sources.Source
    fids : sequence of int
        Ids of its rows.
    found : analysis.matching.industry_sets.IndustrySets
    taxonomy : analysis.industries.taxonomy.Taxonomy
    language : {'en', 'zh'}
    feedback : QgsProcessingFeedback
    """
    cells = [_cells(resolution, taxonomy, language) for resolution in found.resolutions]
    cells.append((None, None, None))
    texts = found.columns[0].tolist()
    return write_rows(
        output,
        source,
        fids,
        fields_of(table("read").fields),
        (range(len(fids)), [[column[text] for text in texts] for column in zip(*cells)]),
        source.wkbType(),
        source.sourceCrs(),
        lambda number, own: own,
        feedback,
    )


def read_texts_of_industries(texts, words, feedback, role=ALONE):
    """Read some texts, each once.

    Parameters
    ----------
    texts : sequence of str
    words : taxonomies.Words
    feedback : QgsProcessingFeedback
    role : {CLUSTER, BELT, ALONE}
        Whose texts they are.

    Returns
    -------
    found : analysis.matching.industry_sets.IndustrySets
    nodes : list of tuple of int
        Of each text; () for one that is not understood.
    """
    column = words.in_scheme(np.array(texts, dtype=object), role, feedback)
    found = read_industries([column], words.taxonomy, place_names(), words.keywords, feedback.isCanceled)
    return found, [tuple(dict.fromkeys(found.resolutions[at].nodes)) for at in found.columns[0].tolist()]


def texts_to_check(found, taxonomy, language, cancelled):
    """Return the table of the texts that a person should look at."""
    return check_table(found, (ALONE,), {}, taxonomy, language, cancelled)


def say_unread(found, fids, feedback):
    """Warn of rows without an industry; return their number."""
    known = np.array([*(bool(resolution.nodes) for resolution in found.resolutions), False])
    rows = np.flatnonzero(~known[found.columns[0]])
    reason = translate("ClusterBelt", "Rows whose industry was not recognised")
    warn_of_rows(feedback, reason, fids[rows] if len(rows) else ())
    return len(rows)


def _cells(resolution, taxonomy, language):
    if not resolution.nodes:
        return None, None, None
    nodes = dict.fromkeys(resolution.nodes)
    return (
        _SEPARATOR.join(taxonomy.codes[node] for node in nodes),
        resolution.by,
        _SEPARATOR.join(taxonomy.name(node, language) for node in nodes),
    )
