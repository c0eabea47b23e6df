"""Texts that were read in the wrong encoding: refused, with the mend."""

import re

from qgis.core import QgsProcessingException

from ...compat import translate

_UNREADABLE = "\ufffd"
# An accent or two among letters of Latin; whole words are unreadable where they are Chinese.
_WESTERN = re.compile(r"(?!.*\ufffd{3})[\x20-\x7e\ufffd]*")


def refuse_unreadable_names(source):
    """Raise where the name of a field holds characters that could not be read."""
    for name in source.fields().names():
        _refuse(source, name, name)


def refuse_unreadable(source, typed):
    """Raise where a text in one of the typed columns of `columns.Columns` could not be read."""
    from ...analysis.typed_columns import Texts

    for name, column in typed.items():
        refuse_unreadable_texts(source, name, column.distinct if isinstance(column, Texts) else ())


def refuse_unreadable_texts(source, field, texts):
    """Raise where a text of a field could not be read."""
    _refuse(source, field, next((text for text in texts if _UNREADABLE in text), ""))


def _refuse(source, field, text):
    if _UNREADABLE in text:
        if _is_western(text):
            why = translate(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”: “{text}” was read in the wrong encoding. Choose that of the file in the "
                "properties of the layer under Source (for Western files made by Excel it is windows-1252 or ISO-8859-1, "
                "for Chinese ones GBK or GB18030), or save the file as CSV UTF-8 and add it again.",
            )
        else:
            why = translate(
                "ClusterBelt",
                "Layer “{layer}”, field “{field}”: “{text}” was read in the wrong encoding. Choose that of the file in the "
                "properties of the layer under Source (for Chinese files made by Excel it is GBK or GB18030), or save "
                "the file as CSV UTF-8 and add it again.",
            )
        raise QgsProcessingException(why.format(layer=source.sourceName(), field=field, text=text))


def _is_western(text):
    return _WESTERN.fullmatch(text) is not None and sum(map(str.isalpha, text)) > text.count(_UNREADABLE)
