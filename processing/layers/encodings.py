"""Texts that were read in the wrong encoding: refused, with the mend."""

from qgis.core import QgsProcessingException

from ..compat import translate

_UNREADABLE = "\ufffd"


def refuse_unreadable_names(source):
    """Raise where the name of a field holds characters that could not be read."""
    for name in source.fields().names():
        _refuse(source, name, name)


def refuse_unreadable(source, columns, names):
    """Raise where a text in one of the columns holds characters that could not be read.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    columns : Columns
    names : iterable of str
        Of the columns to look at; empty ones are passed over.
    """
    for name in dict.fromkeys(filter(None, names)):
        column = getattr(columns, "typed", columns.values)[name]
        for value in getattr(column, "categories", column):
            if isinstance(value, str) and _UNREADABLE in value:
                _refuse(source, name, value)


def _refuse(source, field, text):
    if _UNREADABLE in text:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”: “{text}” was read in the wrong encoding. Choose that of the file in the "
                "properties of the layer under Source (for Chinese files made by Excel it is GBK or GB18030), or save "
                "the file as CSV UTF-8 and add it again.",
            ).format(layer=source.sourceName(), field=field, text=text)
        )
