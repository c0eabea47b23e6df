"""Reading the rows of a layer where its database cannot answer for them, or is not to."""

from qgis.core import QgsProcessingException

from ...analysis.distribution.reads import DATABASE
from ...compat import translate


class RowsOnly(Exception):  # noqa: N818 - no error where the rows can be read instead
    """Why an engine cannot sum, as a part of a sentence."""


def say_or_refuse(why, source, read, feedback):
    """Say why the rows of a layer are read where its database was expected to answer; raise where it was asked to."""
    if read == DATABASE:
        raise QgsProcessingException(
            translate("ClusterBelt", "Layer “{layer}” cannot be left to its database: {why}.").format(
                layer=source.sourceName(), why=why
            )
        )
    if source.database is not None:
        feedback.pushInfo(
            translate("ClusterBelt", "Layer “{layer}” is read row by row: {why}.").format(
                layer=source.sourceName(), why=why
            )
        )
