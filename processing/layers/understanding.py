"""What the plugin makes of a table before it is run: which fields hold what, and how many rows are understood."""

from dataclasses import dataclass

from qgis.core import QgsFeatureRequest, QgsProcessingException

from ..compat import is_null
from .one_text import nodes_of, place_of
from .reading.cell_texts import cell_text
from .reading.encodings import refuse_unreadable_names, refuse_unreadable_texts
from .reading.headers import refuse_lost_header

# So many rows tell which fields hold what, and so many are counted in a preview.
_FEW, _MANY = 40, 2_000


@dataclass(frozen=True)
class Understood:
    """How many rows of a table are understood.

    Attributes
    ----------
    rows : int
        Rows looked at, without those in which nothing stands.
    is_all : bool
        Whether the table has no more.
    cities, unplaced : int or None
        Different cities, and rows whose city is not known; None where no field holds cities.
    read, unread : int or None
        Rows whose industry is known, and others; None where no field holds industries.
    """

    rows: int
    is_all: bool
    cities: int = None
    unplaced: int = None
    read: int = None
    unread: int = None


def guess_fields(layer, roles, country):
    """Guess which fields of a layer hold what.

    Parameters
    ----------
    layer : QgsVectorLayer
    roles : list of str
        See `analysis.guessing.NAMES`.
    country : str
        Of the gazetteer.

    Returns
    -------
    dict of str to str
        Field by role, '' for none.
    """
    from ..analysis.guessing import CellTests, guess
    from ..analysis.places.registry import gazetteer

    places = gazetteer(country)
    tests = CellTests(
        city=lambda text: place_of(text, country).by not in ("unknown", "missing"),
        province=lambda text: _is_province(places, text),
        industry=nodes_of,
    )
    return guess(roles, layer.fields().names(), _cells(layer, _first_rows(layer, _FEW)), tests)


def why_refused(layer):
    """Return why a run would refuse a table as it is, with the mend; '' where its first rows show nothing of the kind."""
    try:
        refuse_unreadable_names(layer)
        refuse_lost_header(layer)
        for name, cells in _cells(layer, _first_rows(layer, _FEW)).items():
            refuse_unreadable_texts(layer, name, map(str, cells))
    except QgsProcessingException as refused:
        return str(refused)
    return ""


def _is_province(places, text):
    heads = getattr(places, "provinces_of", lambda _: ())(text)
    return any(places.province(head).code for head in heads)


def understand(layer, city, industry, country, province="", *, shared=False, as_written=False):
    """Count how many rows are understood.

    Parameters
    ----------
    layer : QgsVectorLayer
    city, industry, province : str
        Fields; '' for none.
    country : str
    shared : bool
        Whether a row may name several cities.
    as_written : bool
        Whether cities are told apart by their texts, whatever a gazetteer knows.

    Returns
    -------
    Understood
    """
    from ..analysis.text import is_missing, normalise

    first = _first_rows(layer, _MANY)
    cells = _cells(layer, first)
    rows = len(next(iter(cells.values()), ()))
    provinces = cells.get(province, [None] * rows)
    found = {}
    if city:
        if as_written:
            codes = [() if is_missing(text) else (normalise(text),) for text in cells[city]]
        else:
            places = [place_of(text, country, above) for text, above in zip(cells[city], provinces)]
            codes = [_codes(place, shared) for place in places]
        found.update(cities=len(set().union(*codes)), unplaced=codes.count(()))
    if industry:
        read = sum(bool(nodes_of(text)) for text in cells[industry])
        found.update(read=read, unread=rows - read)
    return Understood(rows, len(first) < _MANY, **found)


def _codes(place, shared):
    """Return the codes of the cities of a row; none where it is not known or names more than it may."""
    if shared and place.by == "several":
        return tuple(code for _, code in place.candidates)
    return (place.code,) if place.code else ()


def _first_rows(layer, most):
    request = QgsFeatureRequest().setLimit(most).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    return [feature.attributes() for feature in layer.getFeatures(request)]


def _cells(layer, rows):
    """Return the columns of some rows, None for null; rows in which nothing stands are left out, as in a run."""
    filled = [row for row in rows if any(cell_text(value) is not None for value in row)]
    return {
        name: [None if is_null(row[place]) else row[place] for row in filled]
        for place, name in enumerate(layer.fields().names())
    }
