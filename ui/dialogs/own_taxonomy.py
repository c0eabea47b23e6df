"""Whether a file can be the taxonomy that dialogs begin with: it is read as a run would read it."""

import os

from qgis.core import QgsProcessingException, QgsProcessingFeedback, QgsVectorLayer

from ...processing.algorithms.parameters.taxonomy import FORMS
from ...processing.algorithms.saying import in_words, missing_libraries
from ...processing.analysis.messages import AnalysisError
from ...processing.compat import translate
from ...processing.layers.reading.given_files import reason_against


def why_no_taxonomy(source):
    """Return why no taxonomy can be read from a file, as a sentence; '' where one can.

    Parameters
    ----------
    source : str
        A path, with the name of a layer behind it where it has several.
    """
    path, reason = source.partition("|")[0], ""
    if not os.path.exists(path):
        reason = translate("ClusterBelt", "there is no such file")
    elif os.path.isdir(path):
        reason = translate("ClusterBelt", "it is a folder; choose a file")
    reason = reason or reason_against(path)
    layer = None if reason else QgsVectorLayer(source, os.path.basename(path), "ogr")
    if layer is not None and not (layer.isValid() and layer.featureCount()):
        reason = translate("ClusterBelt", "QGIS finds no table with rows in it")
    if reason:
        text = translate("ClusterBelt", "“{file}” cannot be read: {reason}.")
        return text.format(file=path, reason=reason)
    return "" if missing_libraries() else _why_unread(layer)


def _why_unread(layer):
    """Return what is wrong with the nodes of a table; the form is that of its parents, where it has such a column."""
    has_parents = layer.fields().lookupField("parent") >= 0
    reasons = [_why_refused(layer, form) for form in (FORMS[:1] if has_parents else FORMS)]
    return "" if "" in reasons else reasons[0]


def _why_refused(layer, form):
    from ...processing.layers.matching.taxonomies import read_taxonomy

    try:
        read_taxonomy(layer, None, QgsProcessingFeedback(False), form)
    except AnalysisError as error:
        return in_words(error)
    except QgsProcessingException as error:
        return str(error)
    return ""
