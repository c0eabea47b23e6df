"""The industries of belts as nodes of the taxonomy, resolved as the matching does."""

from dataclasses import dataclass

import pandas as pd

from ..analysis.industries.node_sets import NodeSets, number_sets
from ..analysis.industries.resolution import place_names, resolve
from ..analysis.places import registry
from ..analysis.text import as_text, is_missing
from ..compat import translate


@dataclass(frozen=True)
class BeltIndustries:
    """Industries of belts.

    Attributes
    ----------
    sets : NodeSets
        A row a belt.
    unresolved : dict of str to int
        Texts that no node was found for, and how many belts have them; most belts first.
    """

    sets: NodeSets
    unresolved: dict


def read_belt_industries(texts, taxonomy, keywords):
    """Resolve the industries of belts.

    Parameters
    ----------
    texts : sequence
    taxonomy : analysis.industries.taxonomy.Taxonomy
    keywords : bool
        Whether a label that only ends a text counts.

    Returns
    -------
    BeltIndustries
    """
    text, distinct = pd.factorize(pd.Series(texts, dtype=object).to_numpy(object))
    places = place_names(registry.place_names())
    found = [resolve(entry, taxonomy, places, keywords).nodes for entry in distinct]
    counts = pd.Series(text).value_counts()
    lost = [
        (as_text(entry), int(counts[number]))
        for number, (entry, nodes) in enumerate(zip(distinct, found))
        if not nodes and not is_missing(entry)
    ]
    lost.sort(key=lambda pair: (-pair[1], pair[0]))
    return BeltIndustries(number_sets(found, text), dict(lost))


def say_chance(chance, feedback):
    """Say what the test leaves out, and where it and the layer disagree."""
    if chance.left_out:
        feedback.pushInfo(
            translate(
                "ClusterBelt",
                "{count} rows are left out: their city or industry is not known, or the city has no belts.",
            ).format(count=chance.left_out)
        )
    if chance.differing:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "{count} rows have another status in the layer than by the relations alone (judgements, equal words, or "
                "other rules than in the matching); the test uses the relations on both sides.",
            ).format(count=chance.differing)
        )
