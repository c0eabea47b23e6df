"""What a run says while it works, and how it stops."""

from qgis.core import QgsProcessingException

from ..compat import translate

_FIRST_IDS = 5


def stop_if_cancelled(feedback):
    """Leave the algorithm where the user has asked for it."""
    if feedback.isCanceled():
        raise QgsProcessingException(translate("ClusterBelt", "Cancelled; nothing was written."))


def warn_of_rows(feedback, reason, ids):
    """Warn how many rows a reason concerns, and which first; say nothing where there are none."""
    if len(ids):
        more = " …" if len(ids) > _FIRST_IDS else ""
        feedback.pushWarning(
            translate("ClusterBelt", "{reason}: {count} ({ids})").format(
                reason=reason, count=len(ids), ids=", ".join(str(item) for item in ids[:_FIRST_IDS]) + more
            )
        )


def refuse_empty(source, ids):
    """Raise where a source has no rows."""
    if not len(ids):
        raise QgsProcessingException(
            translate("ClusterBelt", "Layer “{layer}” has no rows.").format(layer=source.sourceName())
        )
