"""The blocks that links join: rows of a layer, or the ends of the lines."""

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import QgsProcessingException, QgsWkbTypes

from ...analysis.columns import encode
from ...analysis.fields import CB_CITY
from ...analysis.text import as_text, is_missing
from ...analysis.virtual.distances import Distances
from ...analysis.virtual.network import Network, in_order
from ...analysis.virtual.places import mean_points
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..reading.columns import read_columns
from ..reading.passes import features_of
from ..reading.row_points import degrees, has_geometry, read_points, transformed
from ..reading.shapes import whole

_CITY_NAMES = ("city", CB_CITY)
# What potential links tell of their two ends.
_ENDS = ("f", "t")
_TOLD = {"city": "citycd", "city_name": "city", "industry": "ind"}


@dataclass(frozen=True)
class BlockRows:
    """Blocks in the text order of their ids.

    Attributes
    ----------
    ids : tuple of str
    fid : (n,) int64
        Id of the row; −1 for blocks that stand in no row of the layer.
    x, y : (n,) float64
        Degrees, or the plane of a layer without a reference system; NaN for none.
    planar : bool
    city, city_name, industry : (n,) object
        Code and name of the city, name of the industry; None for none.
    layer : sources.Source or None
        None where the blocks are the ends of the links.
    """

    ids: tuple
    fid: np.ndarray
    x: np.ndarray
    y: np.ndarray
    planar: bool
    city: np.ndarray
    city_name: np.ndarray
    industry: np.ndarray
    layer: object

    def __len__(self):
        return len(self.ids)


def read_blocks(layer, identity, city, industry, transform_context, feedback):
    """Read the blocks of a layer.

    Parameters
    ----------
    layer : sources.Source
    identity, city, industry : str
        Names of the fields; `industry` may be ''.
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    BlockRows
    """
    name = next((name for name in _CITY_NAMES if layer.fields().lookupField(name) >= 0), "")
    columns = read_columns(
        layer, list(dict.fromkeys(filter(None, [identity, city, industry, name]))), feedback
    )
    refuse_empty(layer, columns.fid)
    ids = _texts(columns.typed[identity])
    _refuse_doubles(layer, identity, ids, columns.fid)
    lost = np.flatnonzero([text is None for text in ids])
    reason = translate("ClusterBelt", "Layer “{layer}”: rows left out, no id")
    warn_of_rows(feedback, reason.format(layer=layer.sourceName()), np.asarray(columns.fid)[lost])
    x = y = np.full(len(ids), np.nan)
    if has_geometry(layer):
        x, y = read_points(layer, columns.fid, feedback)
        x, y = transformed(x, y, layer.sourceCrs(), degrees(), transform_context)
    order = np.array(
        sorted((row for row, text in enumerate(ids) if text), key=ids.__getitem__), dtype=np.int64
    )
    none = np.full(len(ids), None, dtype=object)
    city, name, industry = (
        _texts(columns.typed[f])[order] if f else none[order] for f in (city, name, industry)
    )
    planar = has_geometry(layer) and not layer.sourceCrs().isValid()
    fid = np.asarray(columns.fid)[order]
    return BlockRows(tuple(ids[order]), fid, x[order], y[order], planar, city, name, industry, layer)


def ends_of_links(links, transform_context, feedback):
    """Take the ends of lines for the blocks.

    Parameters
    ----------
    links : observed_links.LinkRows
    transform_context : QgsCoordinateTransformContext
    feedback : QgsProcessingFeedback

    Returns
    -------
    BlockRows
        A block lies in the middle of the ends of its lines, which are one point where they meet.
    """
    layer, size = links.layer, len(links.ids)
    if QgsWkbTypes.geometryType(layer.wkbType()) != QgsWkbTypes.GeometryType.LineGeometry:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no lines whose ends could serve as blocks: give BLOCKS, points with "
                "the ids of the links.",
            ).format(layer=layer.sourceName())
        )
    rows = dict(zip(links.fid.tolist(), zip(links.source.tolist(), links.target.tolist())))
    found = []
    for feature in features_of(layer, geometry=True, feedback=feedback):
        shape = whole(feature.geometry()) if feature.id() in rows and feature.hasGeometry() else None
        if shape is not None:
            last = shape.vertexAt(shape.constGet().nCoordinates() - 1)
            for block, point in zip(rows[feature.id()], (shape.vertexAt(0), last)):
                found.append((block, point.x(), point.y()))
    block, x, y = np.array(found, dtype=float).reshape(-1, 3).T
    planar = not layer.sourceCrs().isValid()
    x, y = transformed(x, y, layer.sourceCrs(), degrees(), transform_context)
    x, y = mean_points(block.astype(np.int64), x, y, size, planar=planar)
    told = _told(links, feedback)
    return BlockRows(links.ids, np.full(size, -1), x, y, planar, *(told[name] for name in _TOLD), None)


def joined(links, blocks, feedback):
    """Join links and blocks to a network; ids that no block has become blocks without anything.

    Parameters
    ----------
    links : observed_links.LinkRows
    blocks : BlockRows
    feedback : QgsProcessingFeedback

    Returns
    -------
    network : analysis.virtual.network.Network
    blocks : BlockRows
        Those of the network, in its order.
    """
    linked = {links.ids[at] for at in np.unique(np.append(links.source, links.target)).tolist()}
    lost = sorted(linked.difference(blocks.ids))
    if blocks.layer is not None:
        reason = translate("ClusterBelt", "Ids of links that are not in BLOCKS; their rows hold the id only")
        warn_of_rows(feedback, reason, lost)
    blocks = _with_lost(blocks, lost)
    position = {block: number for number, block in enumerate(blocks.ids)}
    number = np.array([position.get(block, -1) for block in links.ids], dtype=np.int64)
    source, target = number[links.source], number[links.target]
    km = Distances(blocks.x, blocks.y, blocks.planar).between(source, target)
    if links.km is not None:
        km = np.where(np.isfinite(links.km), links.km, km)
    return in_order(Network(blocks.ids, source, target, links.weight, km)), blocks


def _with_lost(blocks, lost):
    ids = np.array([*blocks.ids, *lost], dtype=object)
    order = np.array(sorted(range(len(ids)), key=ids.__getitem__), dtype=np.int64)
    added = len(lost)

    def longer(values, nothing):
        return np.append(values, np.full(added, nothing, dtype=values.dtype))[order]

    return replace(
        blocks,
        ids=tuple(ids[order]),
        fid=longer(blocks.fid, -1),
        x=longer(blocks.x, np.nan),
        y=longer(blocks.y, np.nan),
        **{name: longer(getattr(blocks, name), None) for name in _TOLD},
    )


def _told(links, feedback):
    """Return what potential links tell of the blocks at their ends; the least text where they differ."""
    fields = [f"{end}_{name}" for end in _ENDS for name in _TOLD.values()]
    there = [name for name in fields if links.layer.fields().lookupField(name) >= 0]
    found = {name: np.full(len(links.ids), None, dtype=object) for name in _TOLD}
    if not there:
        return found
    columns = read_columns(links.layer, there, feedback)
    row_of = {fid: row for row, fid in enumerate(np.asarray(columns.fid).tolist())}
    rows = np.array([row_of[fid] for fid in links.fid.tolist()], dtype=np.int64)
    for end, block in zip(_ENDS, (links.source, links.target)):
        for name, suffix in _TOLD.items():
            if f"{end}_{suffix}" in there:
                _note_least(found[name], block, _texts(columns.typed[f"{end}_{suffix}"])[rows])
    return found


def _note_least(found, block, texts):
    for at, text in dict.fromkeys(zip(block.tolist(), texts.tolist())):
        if text and (found[at] is None or text < found[at]):
            found[at] = text


def _texts(column):
    """Return a column as texts; None for nothing."""
    number, distinct = encode(column)
    texts = [None if is_missing(value) else as_text(value) for value in distinct]
    return np.array([*texts, None], dtype=object)[number]


def _refuse_doubles(layer, field, ids, fids):
    seen = {}
    for row, text in enumerate(ids):
        if text and text in seen:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}”, field “{field}”: rows {first} and {second} have the same id {id}.",
                ).format(
                    layer=layer.sourceName(), field=field, first=fids[seen[text]], second=fids[row], id=text
                )
            )
        if text:
            seen[text] = row
