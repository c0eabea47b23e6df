"""The log of a run in the words of its dialog."""

import re

from qgis.core import QgsProcessingMultiStepFeedback

from .saying import in_dialog_words

# The first ids or names that a warning concerns are of the data.
_LISTED = re.compile(r": \d+ \(.*\)$", re.DOTALL)


class WordedFeedback(QgsProcessingMultiStepFeedback):
    """Passes on what a run says, with the words of the dialog for the keys of parameters.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
    feedback : QgsProcessingFeedback
    """

    def __init__(self, algorithm, feedback):
        super().__init__(1, feedback)
        self._algorithm, self._feedback = algorithm, feedback
        if feedback.isCanceled():
            self.cancel()

    def isCanceled(self):  # noqa: N802
        return self._feedback.isCanceled()

    def pushInfo(self, info):  # noqa: N802
        self._feedback.pushInfo(self._said(info))

    def pushWarning(self, warning):  # noqa: N802
        self._feedback.pushWarning(self._said(warning))

    def _said(self, text):
        listed = _LISTED.search(text)
        end = listed.start() if listed else len(text)
        return in_dialog_words(self._algorithm, text[:end]) + text[end:]
