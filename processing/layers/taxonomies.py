"""Read a taxonomy, its chains and the user's aliases from tables, or take the bundled ones."""

import pandas as pd

from ..analysis.industries import forms, taxonomy
from ..analysis.industries.scheme_codes import with_scheme
from ..analysis.industries.user_aliases import UserAliases, read_aliases
from ..compat import translate
from .reading.columns import read_columns


def read_taxonomy(nodes, chains, feedback, form=forms.PARENT, levels=""):
    """Build the taxonomy of two tables.

    Parameters
    ----------
    nodes, chains : QgsProcessingFeatureSource or None
        None stands for the bundled table; a taxonomy of one's own has no bundled chains.
    feedback : QgsProcessingFeedback
    form, levels : str
        How the codes of `nodes` say what belongs to what; see `analysis.industries.forms`.

    Returns
    -------
    analysis.industries.taxonomy.Taxonomy
    """
    own_nodes = None if nodes is None else _frame(nodes, feedback)
    own_chains = None if chains is None else _frame(chains, feedback)
    if own_nodes is None and own_chains is None:
        return taxonomy.read()
    if own_nodes is None:
        own_nodes = taxonomy.read_table(taxonomy.BUNDLED_NODES)
    else:
        own_nodes = forms.to_parents(own_nodes, form, forms.read_levels(levels))
    return taxonomy.load(own_nodes, own_chains)


def read_user_aliases(source, feedback):
    """Read the table of aliases; without one there are none.

    Returns
    -------
    analysis.industries.user_aliases.UserAliases
    """
    return UserAliases({}, {}) if source is None else read_aliases(_frame(source, feedback))


def in_scheme(industries, scheme, known, parameter, feedback):
    """Return a column of industries in which plain codes carry their scheme, and say which zeros came back.

    Parameters
    ----------
    industries : Series
    scheme : str
        '' leaves the column as it is.
    known : analysis.industries.taxonomy.Taxonomy
        Whose own codes stay as they are.
    parameter : str
        Where the scheme was given, for the log.
    feedback : QgsProcessingFeedback
    """
    changed = with_scheme(industries.unique(), scheme, known.code_index)
    longer = [value for value, text in changed.items() if ":0" in text and not str(value).startswith("0")]
    if longer:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "{parameter}: {count} codes have lost the zero in front and are read with it (such as {code}).",
            ).format(parameter=parameter, count=len(longer), code=changed[longer[0]])
        )
    return industries.map(lambda value: changed.get(value, value)) if changed else industries


def _frame(source, feedback):
    names = source.fields().names()
    columns = read_columns(source, names, feedback)
    return pd.DataFrame(dict(columns.values))
