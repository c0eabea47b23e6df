"""Sums of a distribution from an engine that holds the table: it scans and adds, we decide.

One scan gives the sums about one first guess for all groups. Where that guess is so far away that digits are lost,
the group is summed again about its own mean and along its own axes, twice: what two passes over points in memory do.

Any callable that runs a query and returns rows serves: QGIS's connection to a database,
``lambda q: duckdb.execute(q).fetchall()``, ``lambda q: [tuple(row) for row in spark.sql(q).collect()]``.
"""

from dataclasses import dataclass

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..natural_order import natural_order
from ..sql.texts import query
from .ellipse import fitted, principal_axes
from .sums import BOUNDARY, share_of

MOST_GROUPS = 100_000
# Mean square distance from the origin of a frame by the variance along the minor axis, from which on digits are lost.
_ILL = 1e4
_REFINEMENTS = 2
_FRAMES = 20_000
_RINGS = 512.0
_DIVISIONS = 3
_FEW_ROWS = 2_000


@dataclass(frozen=True)
class _Sums:
    """Sums of the groups of a frame: (G,) arrays of count, weight, squares, and first and second moments."""

    n: np.ndarray
    u: np.ndarray
    uu: np.ndarray
    p: np.ndarray
    q: np.ndarray
    pp: np.ndarray
    pq: np.ndarray
    qq: np.ndarray

    @classmethod
    def of(cls, rows):
        columns = np.array([row[1:9] for row in rows], dtype=float).reshape(-1, 8).T
        return cls(*columns)


class SqlSums:
    """Sums over the rows of a table.

    Parameters
    ----------
    run : callable
        Takes a query, returns its rows as sequences of int, float, str or None.
    table : analysis.sql.tables.Table

    Attributes
    ----------
    groups : list
        Value of each group in natural order, null last; ``[None]`` without a group column.
    moments : Moments

    Raises
    ------
    AnalysisError
        Where there are more than `MOST_GROUPS` groups, or no row can be used.
    """

    def __init__(self, run, table):
        self._run, self._table = run, table
        self._points = table.points()
        rows = self._first_sums()
        order = _order(rows)
        rows = [rows[i] for i in order]
        self.groups = [row[0] for row in rows]
        self._fit(_Sums.of(rows))

    def inside(self, scales):
        """Count what lies inside ellipses; see `PointSums.inside`."""
        order = np.argsort([np.nan_to_num(scale).sum() for scale in scales], kind="stable")
        bounds = {f"k{number}": self._bound(scales[i]) for number, i in enumerate(order)}
        cases = " ".join(f"WHEN d <= {name} THEN {number}" for number, name in enumerate(bounds))
        counted = np.zeros((2, len(scales) + 1, len(self.groups)))
        for row in self._ask("inside", self._standardised(), bounds, cases=cases, beyond=str(len(scales))):
            counted[:, int(row[1]), int(row[0])] += row[2], row[3]
        counted = np.cumsum(counted, axis=1)
        found = [None] * len(scales)
        for number, i in enumerate(order):
            found[i] = (counted[0, number].astype(np.int64), counted[1, number])
        return found

    def holding(self, share):
        """Return the smallest scales that hold a share; see `PointSums.holding`.

        The rows are counted in rings, the one ring that decides in finer ones while it holds many rows, and then the
        rows of that are looked at one by one.
        """
        count = len(self.groups)
        held, wanted = np.zeros(count), share_of(self.moments.weight, share)
        # Steps are powers of two, so that a row lies in one ring only, whoever divides.
        step, ring, rows = np.ones(count), np.full(count, -1.0), np.full(count, np.inf)
        frames = self._standardised()
        for _ in range(_DIVISIONS):
            many = np.flatnonzero(rows > _FEW_ROWS)
            fine = step / _RINGS
            rings = self._ask("rings", frames, {"step": step, "ring": ring, "fine": fine}, many)
            for i, parts in _by_group(rings).items():
                held[i], ring[i], rows[i] = _deciding(parts, held[i], wanted[i])
            step[many] = fine[many]
        scale = np.zeros(count)
        for i, found in _by_group(self._ask("ring", frames, {"step": step, "ring": ring})).items():
            found = sorted(found)
            reached = held[i] + np.cumsum([weight for _, weight in found])
            scale[i] = found[min(int(np.searchsorted(reached, wanted[i])), len(found) - 1)][0]
        return scale

    def _first_sums(self):
        literal = self._table.dialect.number
        x, y = self._run(query("origin").substitute(points=self._points))[0]
        if x is None:
            raise AnalysisError(
                QT_TRANSLATE_NOOP("ClusterBelt", "The table has no point with a weight above zero.")
            )
        self._origin = float(x), float(y)
        rows = self._text("sums", x=literal(self._origin[0]), y=literal(self._origin[1]), points=self._points)
        if len(rows) > MOST_GROUPS:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt", "The table has {groups} groups; at most {most} are possible."
                ),
                groups=len(rows),
                most=MOST_GROUPS,
            )
        return rows

    def _fit(self, sums):
        count = len(self.groups)
        origin = np.repeat(np.array(self._origin)[:, None], count, axis=1)
        shift, angle, major, minor, square = _axes(np.zeros(count), sums)
        for _ in range(_REFINEMENTS):
            with np.errstate(divide="ignore", invalid="ignore"):
                ill = np.flatnonzero(~(square / minor**2 < _ILL))
            if not len(ill):
                break
            center = origin + shift
            frames = {**_frames(center, angle), "c1": np.zeros(count), "c2": np.zeros(count)}
            rows = self._ask("framed_sums", frames, {}, ill)
            where = np.array([int(row[0]) for row in rows])
            origin[:, where] = center[:, where]
            again = _axes(angle[where], _Sums.of(rows))
            shift[:, where], angle[where], major[where], minor[where], square[where] = again
        self.moments = fitted(
            sums.n.astype(np.int64), sums.u, sums.u**2 / sums.uu, origin, shift, angle, major, minor
        )

    def _standardised(self):
        found = self.moments
        with np.errstate(divide="ignore"):
            major = np.where(found.sigma_major > 0, 1.0 / found.sigma_major, 0.0)
            minor = np.where(found.sigma_minor > 0, 1.0 / found.sigma_minor, 0.0)
        frames = _frames((found.x, found.y), found.angle, major, minor)
        rest_x, rest_y = found.rest
        frames["c1"] = rest_x * frames["a1"] + rest_y * frames["a2"]
        frames["c2"] = rest_x * frames["b1"] + rest_y * frames["b2"]
        return frames

    @staticmethod
    def _bound(scale):
        return np.where(np.isfinite(scale), (scale * (1.0 + BOUNDARY)) ** 2, -1.0)

    def _ask(self, name, frames, further, groups=None, **places):
        """Run a query over rows in the frames of their groups; the first column of a row is its group."""
        groups = np.arange(len(self.groups)) if groups is None else groups
        null = [i for i in groups if self.groups[i] is None]
        named = [i for i in groups if self.groups[i] is not None]
        parts = [(named[start : start + _FRAMES], "r.g = f.k") for start in range(0, len(named), _FRAMES)]
        rows = []
        for part, joined in [*parts, *([(null, "r.g IS NULL")] if null else [])]:
            framed = query("framed").substitute(
                points=self._points,
                frames=", ".join(self._values(i, {**frames, **further}) for i in part),
                names="".join(f", {column}" for column in further),
                further="".join(f", f.{column}" for column in further),
                joined=joined,
                fence=self._table.dialect.fence,
            )
            rows += self._text(name, framed=framed, **places)
        return rows

    def _values(self, i, columns):
        dialect = self._table.dialect
        numbers = ", ".join(dialect.number(float(column[i])) for column in columns.values())
        return f"({int(i)}, {dialect.literal(self.groups[i])}, {numbers})"

    def _text(self, name, **places):
        return self._run(query(name).substitute(places, fence=self._table.dialect.fence))


@dataclass(frozen=True)
class BadRows:
    """Numbers of rows: all, those without a place, without a weight, of weight zero, of negative weight."""

    rows: int
    placeless: int
    weightless: int
    zero: int
    negative: int

    @property
    def usable(self):
        """Rows that can be used, where none is negative."""
        return self.rows - self.placeless - self.weightless - self.zero


def bad_rows(run, table):
    """Count the rows of a table that cannot be used.

    Returns
    -------
    BadRows
    """
    return BadRows(*map(int, run(query("bad_rows").substitute(table.places()))[0]))


def middles_of(run, table):
    """Return (G, 3) weighted sums of the unit vectors of the groups of a table in degrees, in any order."""
    rows = run(query("middles").substitute(points=table.points(), fence=table.dialect.fence))
    return np.array([row[1:] for row in rows], dtype=float).reshape(-1, 3)


def _order(rows):
    """Return the positions of groups in natural order, null last."""
    null = [i for i, row in enumerate(rows) if row[0] is None]
    named = [i for i, row in enumerate(rows) if row[0] is not None]
    values = [rows[i][0] for i in named]
    if all(isinstance(value, (int, float)) for value in values):
        return sorted(named, key=lambda i: rows[i][0]) + null
    return [named[i] for i in natural_order(np.array(values, dtype=object))] + null


def _axes(angle, sums):
    """Return shift, direction, standard deviations, and the mean square distance from the origin of the frames."""
    p, q = sums.p / sums.u, sums.q / sums.u
    pp, pq, qq = sums.pp / sums.u, sums.pq / sums.u, sums.qq / sums.u
    turn, major, minor = principal_axes(pp - p * p, pq - p * q, qq - q * q)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array((p * cos - q * sin, p * sin + q * cos)), angle + turn, major, minor, pp + qq


def _frames(origin, angle, major=1.0, minor=1.0):
    """Return the columns of frames: origin, and the axes with how much each is stretched."""
    cos, sin = np.cos(angle), np.sin(angle)
    axes = {"a1": cos * major, "a2": sin * major, "b1": -sin * minor, "b2": cos * minor}
    return {"x": origin[0], "y": origin[1], **axes}


def _by_group(rows):
    found = {}
    for row in rows:
        found.setdefault(int(row[0]), []).append(tuple(map(float, row[1:])))
    return found


def _deciding(rings, held, wanted):
    """Return the weight before the ring that reaches what is wanted, its number, and its rows."""
    for place, rows, weight in sorted(rings):
        if held + weight >= wanted:
            return held, place, rows
        held += weight
    place, rows, weight = max(rings)
    return held - weight, place, rows
