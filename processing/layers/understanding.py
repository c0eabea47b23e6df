"""What the plugin makes of a table before it is run: which fields hold what, and how many rows are understood."""

from dataclasses import dataclass
from itertools import islice

from qgis.core import QgsFeatureRequest, QgsProcessingException

from ..compat import language_of_user
from .one_text import nodes_of, place_of
from .reading.cell_texts import cell_text
from .reading.delimited import why_header_discarded
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
    ambiguous : int
        Rows whose city may be one of several.
    doubt : tuple of str
        The cities that the first of them may be, as the user calls them.
    read, unread : int or None
        Rows whose industry is known, and others; None where no field holds industries.
    coded : bool
        Whether all that stands for industries looks like codes of a classification.
    as_of, current : int or None
        The year that counts, and the rows that were there in it; None where no field holds years.
    merged : str
        The columns that look as if cells were merged, each with its empty cells; '' for none.
    """

    rows: int
    is_all: bool
    cities: int = None
    unplaced: int = None
    ambiguous: int = 0
    doubt: tuple = ()
    read: int = None
    unread: int = None
    coded: bool = False
    as_of: int = None
    current: int = None
    merged: str = ""


@dataclass(frozen=True)
class _Rows:
    """The first rows of a table but those in which nothing stands: their ids, and their cells by field, None for null."""

    ids: list
    cells: dict
    is_all: bool

    def column(self, field):
        """Return the cells of a field as the analysis takes them."""
        import numpy as np

        return np.array([*self.cells[field], None], dtype=object)[:-1]


def read_bundled(texts):
    """Return the industries of some texts by the bundled taxonomy."""
    return list(map(nodes_of, texts))


def guess_fields(layer, roles, country, read=read_bundled):
    """Guess which fields of a layer hold what.

    Parameters
    ----------
    layer : QgsVectorLayer
    roles : list of str
        See `analysis.guessing.NAMES`.
    country : str
        Of the gazetteer.
    read : callable
        Takes texts, and gives the industries of each, none for one that is not understood.

    Returns
    -------
    dict of str to str
        Field by role, '' for none.
    """
    from ..analysis.columns import parse_numbers
    from ..analysis.guessing import CellTests, guess
    from ..analysis.matching.belt_years import parse_years
    from ..analysis.places.registry import gazetteer

    cells = _first_rows(layer, _FEW).cells
    texts = list({str(cell) for column in cells.values() for cell in column if cell is not None})
    texts = texts if "industry" in roles else []
    tests = CellTests(
        city=lambda text: place_of(text, country).by not in ("unknown", "missing"),
        province=lambda text: _is_province(gazetteer(country), text),
        industry=dict(zip(texts, read(texts))).get,
        number=lambda text: _is_read(text, parse_numbers),
        year=lambda text: _is_read(text, parse_years),
    )
    return guess(roles, layer.fields().names(), cells, tests)


def guess_scheme(layer, field):
    """Return the classification whose codes are in a field, by its name (CIC4, NAICS) or by the codes; '' for none."""
    from ..analysis.industries.scheme_codes import is_plain_code, scheme_in_name
    from ..analysis.industries.vocabulary import scheme_of_codes

    told = [cell for cell in _first_rows(layer, _FEW).cells[field] if cell is not None]
    if not told or not all(map(is_plain_code, told)):
        return ""
    return scheme_in_name(field) or scheme_of_codes(told)


def guess_weight(layer):
    """Return the field of a layer that says how much of something each row has; '' where none is likely."""
    from ..analysis.columns import parse_numbers
    from ..analysis.weight_fields import weight_field

    cells = _first_rows(layer, _FEW).cells
    return weight_field(list(cells), cells, lambda text: _is_read(text, parse_numbers))


def fields_of_years(layer):
    """Return the fields of numbers of a wide table that are called by years; see `year_names.called_by_years`."""
    from ..analysis.columns import parse_numbers
    from ..analysis.distribution.year_names import called_by_years
    from ..analysis.guessing import is_amount

    return called_by_years(
        [
            name
            for name, cells in _first_rows(layer, _FEW).cells.items()
            if all(cell is None or is_amount(cell) or _is_read(cell, parse_numbers) for cell in cells)
        ]
    )


def why_refused(layer):
    """Return why a run would refuse a table as it is, with the mend; '' where its first rows show nothing of the kind."""
    return why_names_refused(layer) or why_cells_refused(layer)


def why_names_refused(layer):
    """Return why a run would refuse a table whose fields are not called what they hold; '' where it would not."""
    try:
        refuse_unreadable_names(layer)
        refuse_lost_header(layer)
    except QgsProcessingException as refused:
        return str(refused)
    return why_header_discarded(layer)


def why_cells_refused(layer):
    """Return why a run would refuse a table whose cells could not be read; '' where it would not."""
    try:
        for name, cells in _first_rows(layer, _FEW).cells.items():
            refuse_unreadable_texts(layer, name, map(str, cells))
    except QgsProcessingException as refused:
        return str(refused)
    return ""


def _is_province(places, text):
    heads = getattr(places, "provinces_of", lambda _: ())(text)
    return any(places.province(head).code for head in heads)


def _is_read(text, parse):
    import numpy as np

    from ..analysis.messages import AnalysisError

    try:
        parse(np.array([text], dtype=object), [0], "", "")
    except AnalysisError:
        return False
    return True


def understand(
    layer, fields, country, *, selected=False, read=read_bundled, shared=False, as_written=False, as_of=None
):
    """Count how many rows are understood.

    Parameters
    ----------
    layer : QgsVectorLayer
    fields : dict of str to str
        By role: city, industry, province, weight, year, start, end.
    country : str
    selected : bool
        Whether only the selected features are meant.
    read : callable
        See `guess_fields`.
    shared : bool
        Whether a row may name several cities.
    as_written : bool
        Whether cities are told apart by their texts, whatever a gazetteer knows.
    as_of : int, optional
        The year that counts; the newest by default.

    Returns
    -------
    Understood

    Raises
    ------
    AnalysisError
        On a cell for which a run would refuse its field: a weight that is no number, a year that is none.
    """
    from ..analysis.columns import check_weights, parse_numbers
    from ..analysis.guessing import is_code

    rows, name = _first_rows(layer, _MANY, selected), layer.name()
    found = {}
    if fields.get("city"):
        found = _places(rows, fields, country, shared, as_written)
    if fields.get("industry"):
        texts = rows.cells[fields["industry"]]
        known = sum(map(bool, read(texts)))
        coded = all(is_code(text) for text in texts if text is not None)
        found.update(read=known, unread=len(rows.ids) - known, coded=coded)
    if fields.get("weight"):
        given = rows.ids, fields["weight"], name
        check_weights(parse_numbers(rows.column(fields["weight"]), *given), *given)
    found.update(
        _years(rows, fields, as_of, name),
        merged="" if layer.providerType() == "postgres" else _merged(rows, fields),
    )
    return Understood(len(rows.ids), rows.is_all, **found)


def _merged(rows, fields):
    from .reading.blank_rows import name_merged

    # As in a run; rows of a database stand in no order.
    read = dict.fromkeys(fields[role] for role in ("id", "city", "province", "industry") if fields.get(role))
    return name_merged({field: rows.column(field) for field in read})


def _places(rows, fields, country, shared, as_written):
    from ..analysis.places.registry import names_in
    from ..analysis.text import is_missing, normalise

    texts = rows.cells[fields["city"]]
    if as_written:
        codes, doubts = [() if is_missing(text) else (normalise(text),) for text in texts], []
    else:
        provinces = rows.cells.get(fields.get("province"), [None] * len(texts))
        places = [place_of(text, country, above) for text, above in zip(texts, provinces)]
        codes = [_codes(place, shared) for place in places]
        doubts = [place.candidates for place in places if place.by == "ambiguous"]
    called = names_in(language_of_user(), country) if doubts else {}
    return {
        "cities": len(set().union(*codes)),
        "unplaced": codes.count(()) - len(doubts),
        "ambiguous": len(doubts),
        "doubt": tuple(called.get(code, name) for name, code in doubts[0]) if doubts else (),
    }


def _years(rows, fields, as_of, layer):
    from ..analysis.matching.bases import BASES, CURRENT
    from ..analysis.matching.belt_years import years_of

    dated = {role: rows.column(fields[role]) for role in ("year", "start", "end") if fields.get(role)}
    if not dated:
        return {}
    years = years_of({"belt": rows.ids, **dated}, as_of, layer)
    return {"as_of": years.as_of, "current": int((years.basis == BASES.index(CURRENT)).sum())}


def _codes(place, shared):
    """Return the codes of the cities of a row; none where it is not known or names more than it may."""
    if shared and place.by == "several":
        return tuple(code for _, code in place.candidates)
    return (place.code,) if place.code else ()


def _first_rows(layer, most, selected=False):
    request = QgsFeatureRequest().setLimit(most + 1).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    if selected:
        request.setFilterFids(layer.selectedFeatureIds())
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    ids, rows = [], []
    features = layer.getFeatures(request)
    for feature in islice(features, most):
        row = feature.attributes()
        # Rows in which nothing stands are left out, as in a run.
        if any(cell_text(value) is not None for value in row):
            ids.append(feature.id())
            rows.append(
                [value if isinstance(value, (str, int, float)) else cell_text(value) for value in row]
            )
    cells = {name: [row[at] for row in rows] for at, name in enumerate(layer.fields().names())}
    return _Rows(ids, cells, next(features, None) is None)
