"""Sums of a distribution from an engine that holds the table: it scans and adds, we decide.

One scan gives the sums about one first guess for all groups. Where that guess is so far away that digits are lost,
the group is summed again about its own mean and along its own axes, twice: what two passes over points in memory do.

Any callable that runs a query and returns rows serves: QGIS's connection to a database,
``lambda q: duckdb.execute(q).fetchall()``, ``lambda q: [tuple(row) for row in spark.sql(q).collect()]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from ..cancelling import stop_if
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..natural_order import natural_order
from ..sql.texts import query
from .ellipse import fitted, principal_axes
from .sums import BOUNDARY, share_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any

    from ..arrays import Array, Floats, Ints
    from ..cancelling import Poll
    from ..sql.tables import Table
    from ..sql.texts import Run

    Rows = Sequence[Sequence[Any]]
    # Columns by name, an entry for each group.
    Frames = dict[str, Floats]

MOST_GROUPS = 100_000
# Mean square distance from the origin of a frame by the variance along the minor axis, from which on digits are lost.
_ILL = 1e4
_REFINEMENTS = 2
_FRAMES = 20_000
_RINGS = 128.0
_DIVISIONS = 3
_FEW_ROWS = 20_000


class TooManyGroups(AnalysisError):  # noqa: N818 - the rows can be read instead
    """A table has more groups than queries can name."""


class NoPoint(AnalysisError):  # noqa: N818
    """No row of a table can be used."""


@dataclass(frozen=True)
class _Sums:
    """Sums of the groups of a frame: (G,) arrays of count, weight, squares, and first and second moments."""

    n: Floats
    u: Floats
    uu: Floats
    p: Floats
    q: Floats
    pp: Floats
    pq: Floats
    qq: Floats

    @classmethod
    def of(cls, rows: Rows) -> _Sums:
        columns = np.array([row[1:9] for row in rows], dtype=float).reshape(-1, 8).T
        return cls(*columns)


class SqlSums:
    """Sums over the rows of a table.

    Parameters
    ----------
    run : callable
        Takes a query, returns its rows as sequences of int, float, str or None.
    table : analysis.sql.tables.Table
    order : callable, optional
        Takes the values of groups, returns their positions in order; `in_order` where not given.
    cancelled : callable, optional
        Asked while groups are put in order whether to stop.

    Attributes
    ----------
    groups : list
        Value of each group, in order; ``[None]`` without a group column.
    empty : list
        Values of the groups without a point that can be used, in order.
    rows : int
        Rows of the table, whether they can be used or not.
    moments : Moments

    Raises
    ------
    TooManyGroups
        Where there are more than `MOST_GROUPS`.
    NoPoint
        Where no row can be used.
    AnalysisError
        Where the table changed between two queries.
    """

    def __init__(
        self,
        run: Run,
        table: Table,
        order: Callable[[list[Any]], list[int]] | None = None,
        cancelled: Poll = None,
    ) -> None:
        self._run, self._table = run, table
        self._points = table.points()
        # Texts that are the group of none.
        self._blank: list[str] = []
        rows = self._first_sums()
        self.rows = sum(int(row[-1]) for row in rows)
        rows = self._with_one_none(rows)
        stop_if(cancelled)
        empty = [row[0] for row in rows if not row[1]]
        self.empty = [empty[i] for i in in_order(empty)]
        rows = [row for row in rows if row[1]]
        if self.rows == sum(int(row[1]) for row in rows):
            # Which rows are usable need not be asked again.
            self._points = table.all_points()
        refuse_nothing(not rows)
        rows = [rows[i] for i in (order or in_order)([row[0] for row in rows])]
        stop_if(cancelled)
        self.groups = [row[0] for row in rows]
        self._fit(_Sums.of(rows))

    def inside(self, scales: Sequence[Floats]) -> list[tuple[Array, Array]]:
        """Count what lies inside ellipses; see `PointSums.inside`."""
        bounds = {f"k{number}": self._bound(scale) for number, scale in enumerate(scales)}
        # In this form each row is looked at once for a size.
        held = "".join(f", CASE WHEN p * p + q * q <= {k} THEN u END AS u{k}" for k in bounds)
        counts = "".join(f", COUNT(u{k}), SUM(u{k})" for k in bounds)
        counted = np.zeros((1 + 2 * len(scales), len(self.groups)))
        for i, *numbers in self._ask("inside", self._standardised(), bounds, held=held, counts=counts):
            counted[:, int(i)] = [number or 0 for number in numbers]
        rows, *inside = counted
        self._check_unchanged(rows)
        return [(n.astype(np.int64), held) for n, held in zip(inside[::2], inside[1::2])]

    def holding(self, share: float) -> Floats:
        """Return the smallest scales that hold a share; see `PointSums.holding`.

        The rows are counted in rings, the one ring that decides in finer ones while it holds many rows; within that
        one they are looked at one by one. The engine does so and returns a row a group.
        """
        count = len(self.groups)
        wanted, held = share_of(self.moments.weight, share), np.zeros(count)
        # Steps are powers of two, so that a row lies in one ring only, whoever divides.
        step, ring, rows = np.ones(count), np.full(count, -1.0), self.moments.n.astype(float)
        frames = self._standardised()
        for _ in range(_DIVISIONS):
            many = np.flatnonzero(rows > _FEW_ROWS)
            fine = step / _RINGS
            now = {"step": step, "ring": ring, "held": held, "wanted": wanted, "fine": fine}
            for i, *found in _first_of_groups(self._ask("rings", frames, now, many)):
                ring[i], rows[i], held[i] = found
            step[many] = fine[many]
        scale = np.zeros(count)
        now = {"step": step, "ring": ring, "held": held, "wanted": wanted}
        for i, found in _first_of_groups(self._ask("ring", frames, now)):
            scale[i] = found
        return scale

    def _first_sums(self) -> Rows:
        literal = self._table.dialect.number
        x, y = self._run(query("origin").substitute(points=self._points))[0]
        refuse_nothing(x is None)
        self._origin = float(x), float(y)
        rows = self._text(
            "sums",
            x=literal(self._origin[0]),
            y=literal(self._origin[1]),
            points=self._table.marked_points(),
            most=str(MOST_GROUPS + 1),
        )
        if len(rows) > MOST_GROUPS:
            raise TooManyGroups(
                QT_TRANSLATE_NOOP("ClusterBelt", "The table has more than {most} groups."), most=MOST_GROUPS
            )
        return rows

    def _with_one_none(self, rows: Rows) -> Rows:
        """Return the sums of groups with those of none, of blanks and of no text, in one row."""
        if not self._table.has_texts:
            return rows
        none = [row for row in rows if not (row[0] or "").strip()]
        self._blank = [row[0] for row in none if row[0] is not None]
        if not self._blank:
            return rows
        sums = (sum(number or 0 for number in numbers) for numbers in list(zip(*none))[1:])
        return [*(row for row in rows if (row[0] or "").strip()), [None, *sums]]

    def _fit(self, sums: _Sums) -> None:
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

    def _standardised(self) -> Frames:
        found = self.moments
        with np.errstate(divide="ignore"):
            major = np.where(found.sigma_major > 0, 1.0 / found.sigma_major, 0.0)
            minor = np.where(found.sigma_minor > 0, 1.0 / found.sigma_minor, 0.0)
        frames = _frames((found.x, found.y), found.angle, major, minor)
        rest_x, rest_y = found.rest
        frames["c1"] = rest_x * frames["a1"] + rest_y * frames["a2"]
        frames["c2"] = rest_x * frames["b1"] + rest_y * frames["b2"]
        return frames

    def check_rows(self, usable: int) -> None:
        """Raise where another number of rows was summed than was counted before."""
        after = int(self.moments.n.sum())
        if after != usable:
            raise _changed(usable, after)

    def _check_unchanged(self, rows: Floats) -> None:
        if (rows != self.moments.n).any():
            raise _changed(int(self.moments.n.sum()), int(rows.sum()))

    @staticmethod
    def _bound(scale: Floats) -> Floats:
        return np.where(np.isfinite(scale), (scale * (1.0 + BOUNDARY)) ** 2, -1.0)

    def _ask(
        self, name: str, frames: Frames, further: Frames, groups: Ints | None = None, **places: str
    ) -> list[Sequence[Any]]:
        """Run a query over rows in the frames of their groups; the first column of a row is its group."""
        asked = range(len(self.groups)) if groups is None else groups.tolist()
        null = [i for i in asked if self.groups[i] is None]
        named = [i for i in asked if self.groups[i] is not None]
        parts = [(named[start : start + _FRAMES], "r.g = f.k") for start in range(0, len(named), _FRAMES)]
        rows: list[Sequence[Any]] = []
        for part, joined in [*parts, *([(null, self._of_none())] if null else [])]:
            framed = query("framed").substitute(
                points=self._points,
                frames=self._relation(part, {**frames, **further}),
                names="".join(f", {column}" for column in further),
                joined=joined,
                fence=self._table.dialect.fence,
            )
            rows += self._text(name, framed=framed, **places)
        return rows

    def _of_none(self) -> str:
        blank = "".join(f" OR r.g = {self._table.dialect.text(text)}" for text in self._blank)
        return f"(r.g IS NULL{blank})"

    def _relation(self, groups: list[int], columns: Frames) -> str:
        numbers = (column[groups].tolist() for column in columns.values())
        return self._table.dialect.relation([groups, [self.groups[i] for i in groups], *numbers])

    def _text(self, name: str, **places: str) -> Rows:
        return self._run(query(name).substitute(places, fence=self._table.dialect.fence))


def refuse_nothing(nothing: bool) -> None:
    """Raise where no row can be used."""
    if nothing:
        raise NoPoint(QT_TRANSLATE_NOOP("ClusterBelt", "The table has no point with a weight above zero."))


def _changed(before: int, after: int) -> AnalysisError:
    return AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "The table changed while it was summed: {before} rows became {after}. Run again, or read it row by "
            "row (READ rows).",
        ),
        before=before,
        after=after,
    )


def in_order(values: list[Any]) -> list[int]:
    """Return the positions of the values of groups in natural order, null last."""
    null = [i for i, value in enumerate(values) if value is None]
    named = [i for i, value in enumerate(values) if value is not None]
    if all(isinstance(values[i], (int, float)) for i in named):
        return sorted(named, key=lambda i: values[i]) + null
    texts = np.array([values[i] for i in named], dtype=object)
    return [named[i] for i in natural_order(texts)] + null


def _axes(angle: Floats, sums: _Sums) -> tuple[Floats, Floats, Floats, Floats, Floats]:
    """Return shift, direction, standard deviations, and the mean square distance from the origin of the frames."""
    p, q = sums.p / sums.u, sums.q / sums.u
    pp, pq, qq = sums.pp / sums.u, sums.pq / sums.u, sums.qq / sums.u
    turn, major, minor = principal_axes(pp - p * p, pq - p * q, qq - q * q)
    cos, sin = np.cos(angle), np.sin(angle)
    return np.array((p * cos - q * sin, p * sin + q * cos)), angle + turn, major, minor, pp + qq


def _frames(
    origin: Floats | tuple[Floats, Floats],
    angle: Floats,
    major: float | Floats = 1.0,
    minor: float | Floats = 1.0,
) -> Frames:
    """Return the columns of frames: origin, and the axes with how much each is stretched."""
    cos, sin = np.cos(angle), np.sin(angle)
    axes = {"a1": cos * major, "a2": sin * major, "b1": -sin * minor, "b2": cos * minor}
    return {"x": origin[0], "y": origin[1], **axes}


def _first_of_groups(rows: Rows) -> list[Sequence[Any]]:
    """Yield the first row of each group; sums whose last digits waver may reach what is wanted twice."""
    found: dict[int, tuple[float, ...]] = {}
    for row in rows:
        group, values = int(row[0]), tuple(map(float, row[1:]))
        found[group] = min(values, found.get(group, values))
    return [(group, *values) for group, values in found.items()]
