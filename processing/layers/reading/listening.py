"""Read rows over a connection, and hear where it fails: QGIS writes that to its log, and gives fewer rows."""

import re

from qgis.core import QgsApplication, QgsFeatureRequest, QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication, QObject, pyqtSlot

from ...analysis.cancelling import Cancelled
from ...compat import is_null, translate

_TAG = "PostGIS"
_MOST_LETTERS = 300
_BATCH = 1000
_PLAIN = (str, int, float)
_DIGITS = re.compile(r"(\d{12})\d{20,}")


class _Ear(QObject):
    """Keeps what the provider logs in the thread that reads; notices of the server are no failures."""

    def __init__(self):
        super().__init__()
        self.heard = []
        self._notice = QCoreApplication.translate("QObject", "NOTICE: %1").partition("%1")[0]
        self._log = QgsApplication.messageLog()
        self._log.messageReceived.connect(self.hear)

    @pyqtSlot(str, str)
    def hear(self, text, tag):
        """Keep a message."""
        if tag == _TAG and not text.startswith(self._notice):
            self.heard.append(text)

    def close(self):
        """Hear no more."""
        self._log.messageReceived.disconnect(self.hear)


def layer_features(layer, request=None):
    """Return the features of a layer; raise where it lies in a database that fails before the last of them."""
    request = QgsFeatureRequest() if request is None else request
    if layer.providerType() == "postgres":
        return heard_features(layer, request)
    return layer.getFeatures(request)


def heard_features(source, request):
    """Yield the features of a source that lies in a database.

    Raises
    ------
    QgsProcessingException
        Where the database gave some of them only, or none because it failed.
    """
    if not (yield from _once(source, request)):
        # A connection that was lost since the last run is made anew while the first statement is sent.
        yield from _once(source, request, last=True)


def _once(source, request, *, last=False):
    """Yield features; return whether that is all of them, False where it failed before the first."""
    ear = _Ear()
    try:
        features = iter(source.getFeatures(request))
        first = next(features, None)
        if first is None:
            if ear.heard and last:
                raise stopped(source.sourceName(), "\n".join(ear.heard))
            return not ear.heard
        ear.heard.clear()
        yield first
        yield from features
        if ear.heard:
            raise stopped(source.sourceName(), "\n".join(ear.heard))
        return True
    finally:
        ear.close()


def answered(result, feedback):
    """Return the rows of an answer, None for nothing; raise `Cancelled` while they are taken over.

    Parameters
    ----------
    result : QgsAbstractDatabaseProviderConnection.QueryResult
    feedback : QgsProcessingFeedback
    """
    rows = []
    while result.hasNextRow():
        if len(rows) % _BATCH == 0 and feedback.isCanceled():
            raise Cancelled
        # Most values are of types that are never nothing, which are told much faster.
        rows.append(
            [None if type(value) not in _PLAIN and is_null(value) else value for value in result.nextRow()]
        )
    return rows


def stopped(layer, said):
    """Return what is raised where a database did not answer, with what the server said, not the query before it."""
    return QgsProcessingException(
        translate("ClusterBelt", "The database stopped reading layer “{layer}”: {reason}").format(
            layer=layer, reason=reason_of(said)
        )
    )


def reason_of(said):
    """Return what a server said of an error, out of all that QGIS tells with it."""
    found = re.search(r"\[?(?:ERROR|FATAL):\s*(.+?)\s*(?:\n|\]|$)", said)
    reason = found.group(1) if found else said.strip().splitlines()[0]
    detail = re.search(r"\nDETAIL:\s*(.+?)\s*(?:\n|\]|$)", said)
    if detail:
        reason = f"{reason} ({detail.group(1)})"
    return _DIGITS.sub(r"\1…", reason)[:_MOST_LETTERS]
