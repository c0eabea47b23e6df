"""What a run found, in a line that the message bar shows whole: its numbers, or why nothing could be decided."""

from ...processing.analysis.fields import CB_REASON
from ...processing.analysis.matching import statuses
from ...processing.cartography.counts import STATUS_FIELD, count_values
from ...processing.compat import language_of_user, translate


def numbers_of(layer):
    """Return how many clusters of a layer have which status."""
    counts, language = count_values(layer, STATUS_FIELD), language_of_user()
    # What was not understood is said where there is any.
    told = [one for one in statuses.ordered() if one in statuses.decided() or counts.get(one)]
    return _listed((statuses.label(status, language), counts.get(status, 0)) for status in told)


def why_undecided(layer):
    """Return why no cluster of a layer has a status that counts, and what to do; '' where one has."""
    counts = count_values(layer, STATUS_FIELD)
    if not counts or any(counts.get(status) for status in statuses.decided()):
        return ""
    reasons, language = count_values(layer, CB_REASON), language_of_user()
    found = {reason: reasons[reason] for reason in statuses.reasons() if reasons.get(reason)}
    if not found:
        return ""
    told = translate("ClusterBelt", "No row of {count} could be decided ({reasons}).").format(
        count=sum(counts.values()),
        reasons=_listed((statuses.label(reason, language), number) for reason, number in found.items()),
    )
    if max(found, key=found.get) == statuses.CITY_UNRESOLVED:
        mend = translate(
            "ClusterBelt",
            "Check the field of the city, and for places outside China “Cities compared by”; then run again.",
        )
    else:
        mend = translate(
            "ClusterBelt",
            "Check the fields of the industries; give texts a meaning under “Texts”, or choose a classification "
            "or your own taxonomy; then run again.",
        )
    return told + ("" if language == "zh" else " ") + mend


def _listed(numbers):
    return ("，" if language_of_user() == "zh" else ", ").join(f"{words} {count}" for words, count in numbers)
