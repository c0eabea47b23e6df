"""What the plugin makes of a table before it is run: which fields hold what, and how many rows are understood."""

from dataclasses import dataclass
from functools import lru_cache

from qgis.core import QgsFeatureRequest

from ..compat import is_null

# So many rows tell which fields hold what, and so many are counted in a preview.
_FEW, _MANY = 40, 2_000


@dataclass(frozen=True)
class Understood:
    """How many rows of a table are understood.

    Attributes
    ----------
    rows : int
        Rows looked at.
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
    from ..analysis.guessing import Tests, guess
    from ..analysis.places.registry import gazetteer

    places = gazetteer(country)
    tests = Tests(
        city=lambda text: _place(text, country).by not in ("unknown", "missing"),
        province=lambda text: getattr(places, "provinces_of", lambda _: ())(text),
        industry=_nodes,
    )
    names = layer.fields().names()
    return guess(roles, names, _cells(layer, names, _FEW), tests)


def understand(layer, city, industry, country, province=""):
    """Count how many rows are understood.

    Parameters
    ----------
    layer : QgsVectorLayer
    city, industry, province : str
        Fields; '' for none.
    country : str

    Returns
    -------
    Understood
    """
    names = [name for name in (city, industry, province) if name]
    cells = _cells(layer, names, _MANY)
    rows = len(next(iter(cells.values()), ()))
    provinces = cells.get(province, [None] * rows)
    found = {}
    if city:
        codes = [_place(text, country, above).code for text, above in zip(cells[city], provinces)]
        found.update(cities=len({code for code in codes if code}), unplaced=codes.count(None))
    if industry:
        read = sum(bool(_nodes(text)) for text in cells[industry])
        found.update(read=read, unread=rows - read)
    return Understood(rows, rows < _MANY, **found)


def _cells(layer, names, most):
    request = QgsFeatureRequest().setLimit(most).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    indexes = [layer.fields().lookupField(name) for name in names]
    request.setSubsetOfAttributes(indexes)
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    rows = [[feature.attribute(index) for index in indexes] for feature in layer.getFeatures(request)]
    return {
        name: [None if is_null(row[place]) else row[place] for row in rows]
        for place, name in enumerate(names)
    }


@lru_cache(maxsize=20_000)
def _place(text, country, province=None):
    from ..analysis.places.registry import gazetteer

    return gazetteer(country).resolve(text, province)


@lru_cache(maxsize=20_000)
def _nodes(text):
    from ..analysis.industries import taxonomy
    from ..analysis.industries.resolution import place_names, resolve
    from ..analysis.places import registry

    return resolve(text, taxonomy.read(), place_names(registry.place_names())).nodes
