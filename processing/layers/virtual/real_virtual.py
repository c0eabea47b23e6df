"""Rates of matched rows for real and virtual agglomeration, what a run says, and its numbers."""

import numpy as np

from ...analysis.matching import statuses
from ...analysis.virtual.integration import BOTH_KINDS, MINMAX, NEITHER, REAL, VIRTUAL
from ...analysis.virtual.integration_tables import matched_rates
from ...compat import translate

_NEAR_ONE = 0.9


def rates_of(members, places, division, cells, industries):
    """Return the matched percent of each cell; None where the members have no status.

    Parameters
    ----------
    members : members.Members
    places : analysis.virtual.places.Places
    division : analysis.virtual.units.Division
    cells : analysis.virtual.integration.Cells
    industries : analysis.virtual.integration.Industries
    """
    if members.status is None:
        return None
    place = members.places(places)
    known = place >= 0
    status = members.status[known]
    decided = np.array([value in statuses.decided() for value in status.tolist()], dtype=bool)
    nodes = [members.sets[number] for number in members.node_set[known].tolist()]
    tallies = place[known], nodes, status == statuses.MATCHED, decided
    return matched_rates(cells, division, industries, tallies)


def say_integration(found, scale, feedback):
    """Warn of figures that mislead, and return the numbers of `realvirtual`.

    Parameters
    ----------
    found : analysis.virtual.integration_tables.Integration
    scale : analysis.virtual.integration.Scale
    feedback : QgsProcessingFeedback
    """
    if scale.normalise == MINMAX and found.zeroed:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "minmax sets the smallest region of each side to 0. Rows with weights on both sides that "
                "have a coordination of 0 for this reason: {count}. NORMALISE max avoids this.",
            ).format(count=found.zeroed)
        )
    if found.median_c > _NEAR_ONE:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The coupling degree is close to 1 almost everywhere (median {median}) and discriminates "
                "little. Use tilt, or MODEL modified for the grades.",
            ).format(median=f"{found.median_c:.2f}")
        )
    table = found.table
    classes = table["class"].tolist()
    return {
        "REGION_COUNT": len(np.unique(found.region)),
        "BOTH": classes.count(BOTH_KINDS),
        "REAL": classes.count(REAL),
        "VIRTUAL": classes.count(VIRTUAL),
        "NONE": classes.count(NEITHER),
        "MEAN_C": _mean(table["c"]),
        "MEAN_D": _mean(table["d"]),
    }


def _mean(values):
    known = values[~np.isnan(values)]
    return float(known.mean()) if len(known) else None
