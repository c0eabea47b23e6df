"""What a run of potential links says, and its numbers."""

import numpy as np

from ...analysis.industries.edge_weights import edge_weights
from ...analysis.virtual.comparing import mean_by
from ...analysis.virtual.link_table import count_links
from ...compat import translate

_NAMED = 10


def say_links(links, ties, taxonomy, language, feedback):
    """Say what the links are, what is lacking, and return the numbers of `chainlinks`.

    Parameters
    ----------
    links : analysis.virtual.links.Links
    ties : analysis.virtual.links.Ties
    taxonomy : analysis.industries.taxonomy.Taxonomy
    language : {'en', 'zh'}
        Of the names of industries.
    feedback : QgsProcessingFeedback
    """
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "The links are potential links: they show who could supply whom, given needs, weights and "
            "distances, not who actually does.",
        )
    )
    say_coefficients(taxonomy, feedback)
    _say_unserved(links, taxonomy, language, feedback)
    total = float(ties.flow.sum())
    local = float(ties.flow[ties.source == ties.target].sum())
    keys = np.union1d(*(b.place * len(taxonomy) + b.node for b in (links.demand, links.supply)))
    unmet = int((~links.served).sum())
    if unmet == len(links.block):
        feedback.pushWarning(translate("ClusterBelt", "No need has a supplier: there are no links."))
    numbers = {
        "LINK_COUNT": int(count_links(links, ties).sum()),
        "BLOCK_COUNT": len(keys),
        "NEEDS": len(links.block),
        "UNMET": unmet,
        "FLOW_TOTAL": total,
        "SHARE_LOCAL": local / total if total else None,
        "MEAN_KM": float(mean_by(np.zeros(len(ties.km), np.int64), ties.km, ties.flow, 1)[0])
        if total
        else None,
    }
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "Blocks: {BLOCK_COUNT}; needs: {NEEDS}, without a supplier: {UNMET}; links: {LINK_COUNT}.",
        ).format(**numbers)
    )
    return numbers


def say_coefficients(taxonomy, feedback):
    """Say by what the needs of an industry weigh."""
    if edge_weights(taxonomy) is None:
        said = translate(
            "ClusterBelt",
            "Needs are weighted by COEFFICIENT; coefficients from an input–output table (column weight of "
            "CHAINS) would be more accurate.",
        )
    else:
        said = translate(
            "ClusterBelt", "Needs are weighted by the column weight of CHAINS; COEFFICIENT is not used."
        )
    feedback.pushInfo(said)


def _say_unserved(links, taxonomy, language, feedback):
    """Name the industries none of whose needs anybody serves: they stand in no sum but UNMET."""
    nobody = links.nobody
    served = np.zeros(len(links.demand), dtype=bool)
    served[links.block[~nobody]] = True
    asking = np.zeros(len(links.demand), dtype=bool)
    asking[links.block] = True
    lost = asking & ~served
    if not lost.any():
        return
    weights = np.bincount(links.demand.node[lost], links.demand.weight[lost], len(taxonomy))
    nodes = np.flatnonzero(weights)
    nodes = nodes[np.lexsort((nodes, -weights[nodes]))]
    named = [f"{taxonomy.name(node, language)} ({weights[node]:g})" for node in nodes[:_NAMED]]
    names = ", ".join(named) + (" …" if len(nodes) > _NAMED else "")
    if links.asked[lost[links.block]].any():
        said = translate(
            "ClusterBelt",
            "Industries with needs that nobody in the data supplies, with their weights: {names}",
        )
    else:
        said = translate(
            "ClusterBelt",
            "Industries with needs that nobody in the data supplies, with their weights; they are counted "
            "only in UNMET: {names}",
        )
    feedback.pushWarning(said.format(names=names))
