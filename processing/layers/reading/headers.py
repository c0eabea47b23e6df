"""Tables whose header QGIS did not find, or whose columns it did not tell apart: refused, with the mend."""

import re
import string
import unicodedata

from qgis.core import QgsProcessingException

from ...compat import is_null, translate
from .passes import request_for

# What programs call columns of which they know no name, in front of a number.
_NUMERAL = "[一二三四五六七八九十]{1,3}"
_LATIN = (
    r"field|col|columna?|coluna|colonn[ea]|champ|campo|feld|spalte|kolom|kolumna|var|variable|attr|attribute|"
    "колонка|столбец|поле"
)
_EAST = "字段|列|栏|栏位|欄位|变量|變量|属性|カラム|フィールド|열|필드"
_NUMBERED = re.compile(
    rf"({_LATIN}|{_EAST}|unnamed:?|[cfhvx]|_c|_col|\.{{3}})?[\s_.]*\d{{1,3}}_?|({_LATIN})[\s_.]+[a-z]|"
    rf"({_EAST})\s*([a-z]|{_NUMERAL})|第\s*(\d{{1,3}}|{_NUMERAL})\s*({_EAST})",
    re.IGNORECASE,
)
# What formats put in front of the columns of a table.
_KEYS = ("fid", "ogc_fid", "objectid", "gml_id")
_YEAR = re.compile(r"(19|20)\d\d(\.0)?")
# Titles, notes and empty rows above a header are no more than so many.
_FIRST_ROWS = 12
# What stands between columns, and what Excel writes into the first line of a file to tell it.
_BETWEEN = ("\t", ";", "|", "，", "；", ",")
# What the numbers of a column are counted in, as it stands in a row beneath the header.
_UNIT = re.compile(
    r"[（(\[]\s*[^\d()（）\[\]]{1,12}\s*[)）\]]|单位[:：].*|[%％‰个家户人件年]|[十百千万亿]*[元吨人户]|unit|units|-|—",
    re.IGNORECASE,
)
# So many cells that say what their column is called make a header.
_AGAIN = 2
_TOLD = re.compile(r"sep=(.?)", re.IGNORECASE)


def find_field(fields, name):
    """Return the position of a field, -1 for none; blanks, full-width letters and case make no difference."""
    index = fields.lookupField(name)
    if index >= 0:
        return index
    alike = [place for place, other in enumerate(fields.names()) if _plain(other) == _plain(name)]
    return alike[0] if len(alike) == 1 else -1


def refuse_lost_header(source):
    """Raise where the names of the fields stand in a row of a source, or all columns in one."""
    names = [name.strip() for name in source.fields().names()]
    own = [index for index, name in enumerate(names) if index or name.lower() not in _KEYS]
    wrong = why_unsplit([names[index] for index in own], source.sourceName())
    if wrong:
        raise QgsProcessingException(wrong)
    number, header, units = _header_among_rows(source, names, own)
    if number == 1:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: the field names are in its first row, and the fields are called "
                "{fields} …. Add delimited text with the option “First record has field names”; save a "
                "spreadsheet as CSV (UTF-8), or enter a number in one of its columns, and add it again. "
                "Where the table has no header, give it one.",
            ).format(layer=source.sourceName(), fields=", ".join(names[index] for index in own[:2]))
        )
    if number:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: the field names ({header} …) are not in the first row of the table, but in line {line}. "
                "Delete what stands above (titles, notes, units, empty rows; lines: {above}) and add the table again; or "
                "add a text file as delimited text with “Number of header lines to discard” = {above}.",
            ).format(layer=source.sourceName(), header=", ".join(header[:3]), line=number, above=number - 1)
            + _say_units(units)
        )
    second = _second_header(source, names, own)
    if second:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: its first row looks like a second header ({cells} …), not like data. Delete that row of "
                "the table, or exclude it with a filter of the layer.",
            ).format(layer=source.sourceName(), cells=", ".join(second[:3]))
        )


def why_unsplit(names, layer):
    """Return why the fields of a layer, by their names, hold all columns in one; '' where not."""
    told = _TOLD.fullmatch(names[0]) if names else None
    if told:
        return translate(
            "ClusterBelt",
            "Layer “{layer}”: the first line of the file ({line}) is for Excel alone. Delete it, and add the file again.",
        ).format(layer=layer, line=names[0])
    between = next((sign for sign in _BETWEEN if len(names) == 1 and names[0].count(sign) > 1), "")
    if not between:
        return ""
    return translate(
        "ClusterBelt",
        "Layer “{layer}” has one field alone, because its columns are separated by another sign ({sign}) than QGIS was "
        "told. Add the file with Layer → Add Layer → Add Delimited Text Layer, and choose the sign under “Custom "
        "delimiters”.",
    ).format(layer=layer, sign=translate("ClusterBelt", "a tab") if between == "\t" else between)


def _header_among_rows(source, names, own):
    """Find the row that holds the names of the fields.

    Returns
    -------
    number : int
        Its line in the file; 0 for none.
    cells : list of str
    units : list of str
        The row beneath, where it says nothing but in what its columns are counted.
    """
    from ...analysis.text import as_text

    made_up = _made_up([names[index] for index in own])
    # The title of a table that stands in for its header leaves the other columns without a name.
    is_title = not all(made_up) and 2 * sum(made_up) > len(own) > 1
    if not own or not (all(made_up) or is_title):
        return 0, [], []
    number, header, units, before = 0, [], [], None
    for key, cells in _first_rows(source, own):
        # Sheets and delimited text count lines of the file, others the rows beneath what they took for a header.
        before = max(1 + is_title - key, 0) if before is None else before
        if cells and not (any(map(_is_name, cells)) and all(map(_could_be_a_name, cells))):
            break
        # Titles have fewer cells than the header, and what is no longer than the header belongs to the data.
        if len(cells) > len(header):
            number, header, units = key + before, list(map(as_text, cells)), []
        elif key + before == number + 1 and all(_UNIT.fullmatch(str(cell).strip()) for cell in cells):
            units = list(map(as_text, cells))
    if is_title and not any(map(is_known, header)):
        return 0, [], []
    return number, header, units


def _say_units(units):
    """Say that the row of units beneath a header must go as well; '' for none."""
    if not units:
        return ""
    text = translate("ClusterBelt", " Delete the row of units beneath them, too ({cells}).")
    return text.format(cells=", ".join(units[:3]))


def _second_header(source, names, own):
    """Return the cells of the first row where they are the names of its columns once more, as in English, or their units."""
    from ...analysis.guessing import same_meaning

    index = {names[place]: place for place in own}
    for feature in source.getFeatures(request_for(own, geometry=False).setLimit(1)):
        cells = {name: feature.attributes()[place] for name, place in index.items()}
        given = {name: str(cell).strip() for name, cell in cells.items() if not is_null(cell)}
        given = {name: text for name, text in given.items() if text}
        if not all(isinstance(cells[name], str) and _could_be_a_name(text) for name, text in given.items()):
            return []
        units = sum(_UNIT.fullmatch(text) is not None for text in given.values())
        again = sum(same_meaning(name, text) for name, text in given.items())
        if again >= _AGAIN or (again + units == len(given) and units):
            return list(given.values())
    return []


def _first_rows(source, own):
    for feature in source.getFeatures(request_for(own, geometry=False).setLimit(_FIRST_ROWS)):
        attributes = feature.attributes()
        cells = [attributes[index] for index in own if not is_null(attributes[index])]
        yield feature.id(), [cell for cell in cells if str(cell).strip()]


def _made_up(names):
    """Which names programs have made up: words with numbers, or the letters of a spreadsheet in their order."""
    if names == list(string.ascii_uppercase[: len(names)]):
        return [True] * len(names)
    return [_NUMBERED.fullmatch(name) is not None for name in names]


def _could_be_a_name(cell):
    """Whether a cell could be a header: a text that is no number, or the year of a yearbook's column."""
    return _is_name(cell) or _YEAR.fullmatch(str(cell).strip()) is not None


def _is_name(cell):
    if not isinstance(cell, str) or not cell.strip():
        return False
    try:
        float(cell)
    except ValueError:
        return True
    return False


def _plain(name):
    """A name without what nobody sees in it: blanks, line breaks, marks of encodings, full-width letters."""
    text = unicodedata.normalize("NFKC", name).casefold()
    return "".join(sign for sign in text if not sign.isspace() and unicodedata.category(sign) != "Cf")


def is_known(cell):
    """Whether fields are called so."""
    from ...analysis.guessing import NAMES
    from ...analysis.text import normalise

    return any(normalise(cell) in names for names in NAMES.values())
