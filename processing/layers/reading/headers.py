"""Tables whose header was taken for a row: refused, with the mend."""

import re
import string

from qgis.core import QgsProcessingException

from ...compat import is_null, translate
from .passes import request_for

# What programs call columns of which they know no name, in front of a number.
_NUMBERED = re.compile(
    r"(field|col|column|colonne|champ|campo|feld|spalte|var|variable|unnamed:?|[cfvx]|_c|\.{3}|字段|列|栏|栏位|欄位|变量)?"
    r"[\s_]*\d{1,3}",
    re.IGNORECASE,
)
# What formats put in front of the columns of a table.
_KEYS = ("fid", "ogc_fid", "objectid", "gml_id")
_YEAR = re.compile(r"(19|20)\d\d(\.0)?")


def refuse_lost_header(source):
    """Raise where the names of the fields stand in the first row of a source."""
    names = source.fields().names()
    own = [index for index, name in enumerate(names) if index or name.lower() not in _KEYS]
    if not own or not _are_made_up([names[index].strip() for index in own]):
        return
    for first in source.getFeatures(request_for(own, geometry=False).setLimit(1)):
        attributes = first.attributes()
        cells = [attributes[index] for index in own if not is_null(attributes[index])]
        if any(map(_is_name, cells)) and all(map(_could_be_a_name, cells)):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”: the field names are in its first row, and the fields are called "
                    "{fields} …. Add delimited text with the option “First record has field names”; save a "
                    "spreadsheet as CSV (UTF-8), or enter a number in one of its columns, and add it again. "
                    "Where the table has no header, give it one.",
                ).format(layer=source.sourceName(), fields=", ".join(names[index] for index in own[:2]))
            )


def _are_made_up(names):
    """Whether programs have made up all names: words with numbers, or the letters of a spreadsheet in their order."""
    return all(map(_NUMBERED.fullmatch, names)) or names == list(string.ascii_uppercase[: len(names)])


def _could_be_a_name(cell):
    """Whether a cell of the first row could be a header: a text that is no number, or the year of a yearbook's column."""
    return _is_name(cell) or _YEAR.fullmatch(str(cell).strip()) is not None


def _is_name(cell):
    if not isinstance(cell, str) or not cell.strip():
        return False
    try:
        float(cell)
    except ValueError:
        return True
    return False
