"""The words of the facets and of their keys."""

from ...processing.analysis.matching import statuses
from ...processing.analysis.places.registry import provinces_in
from ...processing.analysis.words import words_of
from ...processing.cartography.class_signs import class_label
from ...processing.cartography.counts import status_label
from ...processing.compat import language_of_user, translate
from ..study.city_names import language_of_results
from ..study.cluster_filter import CLASS, JUDGED, PROVINCE, READ_BY, REASON, STATUS
from .judged_marks import COUNTED, PENDING


def reason_label(reason):
    """Return the words of a reason; one we do not know stands for itself."""
    if reason in statuses.reasons():
        return statuses.label(reason, language_of_user())
    return "" if reason is None else str(reason)


def facet_label(facet):
    """Return the name of a facet, and a sentence on it."""
    return {
        STATUS: (translate("ClusterBelt", "Status"), translate("ClusterBelt", "Show some statuses only")),
        CLASS: (translate("ClusterBelt", "Class"), translate("ClusterBelt", "Show some classes only")),
        REASON: (
            translate("ClusterBelt", "Reason"),
            translate("ClusterBelt", "Show clusters with some reasons for their status only"),
        ),
        PROVINCE: (
            translate("ClusterBelt", "Province"),
            translate("ClusterBelt", "Show clusters of some provinces only"),
        ),
        READ_BY: (
            translate("ClusterBelt", "Read by"),
            translate("ClusterBelt", "Show clusters whose industry was read in some ways only"),
        ),
        JUDGED: (
            translate("ClusterBelt", "Judged"),
            translate("ClusterBelt", "Show clusters that are judged, or those that are not yet"),
        ),
    }[facet]


def key_label(facet, key):
    """Return the words of a key of a facet; one we do not know stands for itself."""
    if facet == STATUS:
        return status_label(key)
    if facet == CLASS:
        return class_label(key)
    if facet == REASON:
        return reason_label(key) or translate("ClusterBelt", "No reason")
    if facet == PROVINCE:
        if key is None:
            return translate("ClusterBelt", "No province")
        return provinces_in(language_of_results()).get(key, key)
    if facet == JUDGED:
        return _judged_label(key)
    return _reading_label(key)


def _judged_label(key):
    labels = {
        PENDING: translate("ClusterBelt", "judged, pending until the next run"),
        COUNTED: translate("ClusterBelt", "judged, counted by the run"),
    }
    return labels.get(key) or translate("ClusterBelt", "not judged")


def _reading_label(key):
    if key is None:
        return translate("ClusterBelt", "not read")
    return words_of("value", language_of_user()).get(key, str(key))
