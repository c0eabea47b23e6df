"""A table of weighted points as an engine sees it, in a plane."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from .dialects import Dialect
from .texts import behind_from, query

# From here on coordinates are no place: signs for nothing, or numbers whose squares overflow.
FIRST_NO_COORDINATE = 1e30
# Weights whose squares, times those of coordinates, are numbers, lie above this, and below its inverse.
LEAST_WEIGHT = 1e-100


@dataclass(frozen=True)
class EqualArea:
    """A Lambert azimuthal equal-area plane about a point off the poles.

    Attributes
    ----------
    lon_0, lat_0 : float
        Degrees of the centre.
    a, e2 : float
        Major half axis in metres and squared eccentricity of the figure; 0 for a sphere.

    Notes
    -----
    J. P. Snyder (1987), Map Projections – A Working Manual, USGS Professional Paper 1395, equations 3-11,
    3-12, 3-13, 24-17 to 24-19, 24-22, 24-23.
    """

    lon_0: float
    lat_0: float
    a: float
    e2: float

    def constants(self) -> dict[str, float]:
        """Return what the query asks for: numbers by name."""
        sine, e = math.sin(math.radians(self.lat_0)), math.sqrt(self.e2)
        pole = _authalic(1.0, e)
        sine_1 = _authalic(sine, e) / pole
        cosine_1 = math.sqrt(1.0 - sine_1**2)
        radius = self.a * math.sqrt(pole / 2.0)
        m_1 = math.cos(math.radians(self.lat_0)) / math.sqrt(1.0 - self.e2 * sine**2)
        return {
            "lon_0": self.lon_0,
            "e": e,
            "rest": 1.0 - self.e2,
            "pole": pole,
            "sine_1": sine_1,
            "cosine_1": cosine_1,
            "radius": radius,
            "stretch": self.a * m_1 / (radius * cosine_1),
        }


@dataclass(frozen=True)
class Table:
    """Weighted points in a table; the columns are expressions of the engine.

    Attributes
    ----------
    dialect : Dialect
    relation : str
        A table, or a query in brackets.
    x, y : str
    weight, group : str or None
        None for weight 1, and for one group.
    condition : str
        A condition on the rows, '' for none.
    plane : EqualArea or None
        Where x and y are degrees that are to be measured in a plane.
    key : str
        What names a row; '' where rows are named by their number.
    further : str
        A further condition, under which rows keep their numbers.
    has_texts : bool
        Whether groups are texts, of which blanks are no value.
    """

    dialect: Dialect
    relation: str
    x: str
    y: str
    weight: str | None = None
    group: str | None = None
    condition: str = ""
    plane: EqualArea | None = None
    key: str = ""
    further: str = "TRUE"
    has_texts: bool = False

    def on(self, plane: EqualArea | None) -> Table:
        """Return the table with its degrees brought into a plane."""
        return replace(self, plane=plane)

    def points(self) -> str:
        """Return the usable points as a relation with the columns g, u, px, py; texts of blanks are groups here."""
        return self._points("usable_points")

    def all_points(self) -> str:
        """Return the points where all are usable."""
        return self._points("")

    def marked_points(self) -> str:
        """Return the points with u NULL where they are not usable."""
        return self._points("marked_places" if self.plane else "marked_points")

    def _points(self, name: str) -> str:
        dialect = self.dialect
        plain = query("points").substitute({**self.places(), "group": self._own_group()})
        if name:
            least, most = map(dialect.number, (LEAST_WEIGHT, 1.0 / LEAST_WEIGHT))
            usable = f"u > {least} AND u < {most} AND {_placed('px', 'py', dialect)}"
            plain = query(name).substitute(points=plain, usable=usable, fence=dialect.fence)
        if self.plane is None:
            return plain
        constants = {name: self.dialect.number(value) for name, value in self.plane.constants().items()}
        places = {**constants, "fence": self.dialect.fence}
        vectors = query("vectors" if self.plane.e2 else "vectors_sphere").substitute(places, points=plain)
        return query("equal_area").substitute(places, vectors=vectors)

    def named_rows(self) -> dict[str, str]:
        """Return what fills the places of queries that name rows of the bare table."""
        return {**self.places(), "key": self.key or "ROW_NUMBER() OVER ()"}

    def _own_group(self) -> str:
        return "NULL" if self.group is None else self.group

    def places(self) -> dict[str, str]:
        """Return what fills the places of queries on the bare table."""
        dialect = self.dialect
        weight = "1" if self.weight is None else self.weight
        group = self._own_group()
        return {
            "relation": behind_from(self.relation),
            "condition": self.condition or "TRUE",
            "further": self.further,
            "x": self.x,
            "y": self.y,
            "group": dialect.not_blank(group) if self.has_texts else group,
            "weight": f"CAST({weight} AS {dialect.real})",
            "fence": dialect.fence,
            # In this form because PostgreSQL takes each comparison of an expression to keep a third of the rows, and
            # then sends them all to one process that adds.
            "finite": f"NULLIF({_placed(self.x, self.y, dialect)}, FALSE) IS NOT NULL",
            "infinity": f"CAST('Infinity' AS {dialect.real})",
            "minus_infinity": f"CAST('-Infinity' AS {dialect.real})",
        }


def _placed(x: str, y: str, dialect: Dialect) -> str:
    most = dialect.number(FIRST_NO_COORDINATE)
    return f"ABS({x}) < {most} AND ABS({y}) < {most}"


def _authalic(sine: float, e: float) -> float:
    """Return Snyder's q of a sine of the latitude (3-12)."""
    if not e:
        return 2.0 * sine
    return (1.0 - e * e) * (
        sine / (1.0 - (e * sine) ** 2) - math.log((1.0 - e * sine) / (1.0 + e * sine)) / (2.0 * e)
    )
