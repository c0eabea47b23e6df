"""What a run says while it works, and how it stops."""

import re

from qgis.core import QgsProcessingException

from ..compat import translate

FIRST_IDS = 5
# Characters of a text from the data that a message repeats, and of a whole message.
_QUOTED = 120
_LONGEST_MESSAGE = 20_000


def shortened(message):
    """Return a message in which no text from the data is repeated at length."""
    message = re.sub(rf"“([^”]{{{_QUOTED}}})[^”]+”", r"“\1…”", message)
    return message if len(message) <= _LONGEST_MESSAGE else f"{message[:_LONGEST_MESSAGE]} …"


def stop_if_cancelled(feedback):
    """Leave the algorithm where the user has asked for it."""
    if feedback.isCanceled():
        raise QgsProcessingException(translate("ClusterBelt", "Cancelled; nothing was written."))


def warn_of_rows(feedback, reason, ids, counts=None):
    """Warn how many rows a reason concerns, and which first; say nothing where there are none.

    An entry of `counts` says how many rows the id of one stands for.
    """
    if len(ids):
        count = len(ids) if counts is None else int(sum(counts))
        more = " …" if count > min(len(ids), FIRST_IDS) else ""
        listed = ", ".join(_short(str(item)) for item in ids[:FIRST_IDS]) + more
        feedback.pushWarning(
            translate("ClusterBelt", "{reason}: {count} ({ids})").format(
                reason=shortened(reason), count=count, ids=listed
            )
        )


def warn_of_counts(feedback, reason, counts):
    """Warn how often each name is concerned, and name the first; say nothing where there are none.

    Parameters
    ----------
    feedback : QgsProcessingFeedback
    reason : str
    counts : dict of str to int
    """
    if counts:
        named = [_short(name) + (f" × {count}" if count > 1 else "") for name, count in counts.items()]
        feedback.pushWarning(
            translate("ClusterBelt", "{reason}: {count} ({ids})").format(
                reason=shortened(reason),
                count=sum(counts.values()),
                ids=", ".join(named[:FIRST_IDS]) + (" …" if len(named) > FIRST_IDS else ""),
            )
        )


def _short(text):
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def refuse_empty(source, ids):
    """Raise where a source has no rows."""
    if not len(ids):
        raise QgsProcessingException(no_rows(source))


def no_rows(source):
    """Return the sentence that a source has no rows."""
    text = translate("ClusterBelt", "Layer “{layer}” has no rows.")
    if getattr(source, "is_part", False):
        text = translate(
            "ClusterBelt",
            "Layer “{layer}”: none of its rows is selected, or the limit or filter of the input leaves none.",
        )
    return text.format(layer=source.sourceName())
