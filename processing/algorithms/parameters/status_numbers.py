"""The number outputs that come from the table of statuses."""

from ...analysis.matching import statuses
from ...compat import language_of_user, translate


def counts_of_statuses():
    """Return the key and the words of the number of each status."""
    return [(status.upper(), statuses.label(status, language_of_user())) for status in statuses.ordered()]


def rates_of_statuses():
    """Return the key and the words of each status that has a rate."""
    text = translate("ClusterBelt", "{status}, %")
    return [
        (f"RATE_{status.upper()}", text.format(status=statuses.label(status, language_of_user())))
        for (status,) in statuses.rated().values()
    ]
