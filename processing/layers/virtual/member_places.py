"""The places of members: names, points, provinces and city groups of the codes of cities."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.places import registry
from ...analysis.places.levels import COUNTY
from ...analysis.virtual.city_groups import bundled_groups, read_groups
from ...analysis.virtual.places import Places, mean_points
from ...analysis.virtual.units import Regions
from ...compat import translate
from ..reading.columns import read_table
from ..reading.row_points import degrees, has_geometry, points_of_rows, read_points, transformed

_FEW = 20_000
_NAMED = 5


@dataclass(frozen=True)
class Located:
    """Rows of a layer, and which city each of them is of.

    Attributes
    ----------
    source : sources.Source
    fid : (n,) int64
    city : (n,) int64
        Position in `codes`.
    codes : tuple of str
    names : dict of str to str
        By code, for cities that the gazetteer lacks.
    """

    source: object
    fid: np.ndarray
    city: np.ndarray
    codes: tuple
    names: dict


def find_places(layers, country, transform_context, feedback):
    """Find names and points of all cities of some layers.

    Parameters
    ----------
    layers : sequence of Located
        Or what has the same attributes, such as `members.Members`.
    country : str
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    Places
        By code; cities without a point are left out and named.

    Notes
    -----
    Points and names are the gazetteer's; of other codes the mean of the points of their rows, and the least name.
    """
    gazetteer = registry.gazetteer(country, COUNTY)
    there = [np.unique(layer.city) for layer in layers]
    codes = sorted({layer.codes[at] for layer, found in zip(layers, there) for at in found.tolist()})
    units = [gazetteer.unit(code) for code in codes]
    bundled = np.array([unit is not None for unit in units], dtype=bool)
    x = np.array([np.nan if unit is None else unit.lon for unit in units])
    y = np.array([np.nan if unit is None else unit.lat for unit in units])
    names = {}
    for layer in layers:
        for code, name in layer.names.items():
            names[code] = min(names.get(code, name), name)
    named = [names.get(code, code) if unit is None else unit.name for code, unit in zip(codes, units)]
    planar = _fill(codes, x, y, bundled, layers, transform_context, feedback)
    known = np.isfinite(x) & np.isfinite(y)
    _say_unplaced([name for name, there in zip(named, known) if not there], feedback)
    if not known.any():
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "No city has a point: the codes are not in the gazetteer and the layers have no geometry. "
                "Place them with “Place a table by city” first.",
            )
        )
    at = np.flatnonzero(known)
    return Places(tuple(codes[i] for i in at), tuple(named[i] for i in at), x[at], y[at], bundled[at], planar)


def find_regions(places, source, country, feedback):
    """Find the provinces and city groups of places.

    Parameters
    ----------
    places : Places
    source : sources.Source or None
        Table of groups; None for the bundled one.
    country : str
    feedback : QgsProcessingFeedback

    Returns
    -------
    Regions
        A county without a group of its own is in that of its prefecture.
    """
    gazetteer, prefectures = registry.gazetteer(country, COUNTY), registry.gazetteer(country)
    units = [gazetteer.unit(code) for code in places.codes]
    provinces = [None if unit is None else unit.province for unit in units]
    groups = bundled_groups() if source is None else _own_groups(source, feedback)
    counted = [
        code if code in groups.of_code or unit is None else prefectures.resolve_code(code).code or code
        for code, unit in zip(places.codes, units)
    ]
    _say_groups(groups, counted, source is None, feedback)
    names = {key: gazetteer.province(key).name for key in set(provinces) - {None}}
    return Regions(
        np.array([*provinces, None], dtype=object)[:-1],
        np.array([*(groups.of_code.get(code) for code in counted), None], dtype=object)[:-1],
        names,
    )


def _fill(codes, x, y, bundled, layers, transform_context, feedback):
    """Give places without a point the mean of those of their rows; tell whether they are planar."""
    missing = {code for code, lon in zip(codes, x) if not np.isfinite(lon)}
    position = {code: number for number, code in enumerate(codes)}
    of, xs, ys, planar = [], [], [], set()
    for layer in layers:
        asked = np.array([code in missing for code in layer.codes], dtype=bool)[layer.city]
        if not asked.any() or not has_geometry(layer.source):
            continue
        planar.add(not layer.source.sourceCrs().isValid())
        east, north = _points(layer.source, np.asarray(layer.fid)[asked], transform_context, feedback)
        of.append(
            np.array([position.get(code, -1) for code in layer.codes], dtype=np.int64)[layer.city[asked]]
        )
        xs.append(east)
        ys.append(north)
    is_planar = True in planar
    if is_planar and (bundled.any() or False in planar):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Some cities have points without a coordinate reference system, others have longitude and "
                "latitude (for example {code}). Set the coordinate reference system of the layers.",
            ).format(code=codes[int(np.argmax(bundled))])
        )
    if is_planar:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "The layers have no coordinate reference system: distances are measured in the plane of "
                "their coordinates and in its units, not in kilometres.",
            )
        )
    if of:
        mean_x, mean_y = mean_points(*map(np.concatenate, (of, xs, ys)), len(codes), planar=is_planar)
        lacking = ~np.isfinite(x)
        x[lacking], y[lacking] = mean_x[lacking], mean_y[lacking]
    return is_planar


def _points(source, fids, transform_context, feedback):
    crs = source.sourceCrs()
    if crs.isValid() and len(fids) <= _FEW:
        return points_of_rows(source, fids, transform_context, feedback)
    x, y = read_points(source, fids, feedback)
    return transformed(x, y, crs, degrees(), transform_context)


def _own_groups(source, feedback):
    columns = read_table(source, feedback)
    return read_groups({name.lower(): column for name, column in columns.values.items()})


def _say_unplaced(names, feedback):
    if names:
        feedback.pushWarning(
            translate("ClusterBelt", "Cities without a point, which are left out ({count}): {names}").format(
                count=len(names), names=", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
            )
        )


def _say_groups(groups, codes, bundled, feedback):
    inside = [code for code in codes if code in groups.of_code]
    said = [
        translate("ClusterBelt", "Cities in a city group: {count} of {all}.").format(
            count=len(inside), all=len(codes)
        )
    ]
    if bundled and groups.unconfirmed.intersection(inside):
        said.append(
            translate(
                "ClusterBelt",
                "For {count} of them the bundled table is not confirmed by any published list (evidence: "
                "memory); use your own REGIONS if in doubt.",
            ).format(count=len(groups.unconfirmed.intersection(inside)))
        )
    others = [f"{code} {group}" for code, group in groups.others if code in codes]
    if others:
        said.append(
            translate("ClusterBelt", "Further groups, not counted: {others}.").format(
                others=", ".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
            )
        )
    feedback.pushInfo(" ".join(said))
