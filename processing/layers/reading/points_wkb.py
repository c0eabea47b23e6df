"""Coordinates of points in well-known binary, many at a time."""

import numpy as np

_COORDINATES_AT, _COORDINATES_END = 5, 21
_POINT = 1


def coordinates(wkb):
    """Decode points.

    Parameters
    ----------
    wkb : (n,) masked array of bytes
        Little-endian; Z and M are passed over.

    Returns
    -------
    (2, n) float64 or None
        NaN where masked; None where one is no single point.
    """
    values, known = np.ma.getdata(wkb), ~np.ma.getmaskarray(wkb)
    found = np.full((values.size, 2), np.nan)
    if known.any():
        raw = values[known].tolist()
        widths = set(map(len, raw))
        if min(widths) < _COORDINATES_END:
            return None
        if len(widths) > 1:
            # Formats do not enforce Z and M.
            raw = [geometry[:_COORDINATES_END] for geometry in raw]
        rows = np.frombuffer(b"".join(raw), dtype=np.uint8).reshape(len(raw), -1)
        kinds = rows[:, 1:_COORDINATES_AT].copy().view("<u4")
        if not (np.mod(kinds & 0x7FFFFFFF, 1000) == _POINT).all():
            return None
        found[known] = rows[:, _COORDINATES_AT:_COORDINATES_END].copy().view("<f8")
    return found.T
