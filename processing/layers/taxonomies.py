"""Read a taxonomy and its chains from the user's tables, or the bundled ones."""

import pandas as pd

from ..analysis.industries import taxonomy
from .columns import read_columns


def read_taxonomy(nodes, chains, feedback):
    """Build the taxonomy of two tables.

    Parameters
    ----------
    nodes, chains : QgsProcessingFeatureSource or None
        None stands for the bundled table; a taxonomy of one's own has no bundled chains.
    feedback : QgsProcessingFeedback

    Returns
    -------
    analysis.taxonomy.Taxonomy
    """
    own_nodes = None if nodes is None else _frame(nodes, feedback)
    own_chains = None if chains is None else _frame(chains, feedback)
    if own_nodes is None and own_chains is None:
        return taxonomy.read()
    if own_nodes is None:
        own_nodes = taxonomy.read_table(taxonomy.BUNDLED_NODES)
    return taxonomy.load(own_nodes, own_chains)


def _frame(source, feedback):
    return pd.DataFrame(read_columns(source, source.fields().names(), feedback).values)
