"""Middles of the groups of a table in degrees, which say where its plane is to lie."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..sql.texts import query
from .sql_sums import refuse_nothing

if TYPE_CHECKING:
    from ..arrays import Floats
    from ..sql.tables import Table
    from ..sql.texts import Run

# Degrees that are a place; longitudes may go round the globe, as far as PROJ takes them (10 radians).
_MOST_LONGITUDE, _MOST_LATITUDE = math.degrees(10.0), 90.0


def middles_of(run: Run, table: Table) -> Floats:
    """Return (G, 3) weighted sums of the unit vectors of the groups of a table in degrees, in any order.

    Raises
    ------
    NoPoint
        Where no row can be used.
    AnalysisError
        Where points are not on the globe: an engine would add them all the same.
    """
    rows = run(query("middles").substitute(points=table.points(), fence=table.dialect.fence))
    refuse_nothing(not rows)
    found = np.array([row[1:] for row in rows], dtype=float).reshape(-1, 5)
    if (found[:, 3:] > (_MOST_LONGITUDE, _MOST_LATITUDE)).any():
        raise _off_globe(run, table)
    return found[:, :3]


def _off_globe(run: Run, table: Table) -> AnalysisError:
    most = {"most_x": table.dialect.number(_MOST_LONGITUDE), "most_y": table.dialect.number(_MOST_LATITUDE)}
    places = {**most, "points": table.points(), "fence": table.dialect.fence}
    ((x, y, count),) = run(query("off_globe").substitute(places))
    return AnalysisError(
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "Points that are not on the globe: {count}, the farthest at {x}, {y}. Check whether x and y are swapped and "
            "whether the coordinate reference system is right: it takes them for degrees.",
        ),
        count=int(count),
        x=float(x),
        y=float(y),
    )
