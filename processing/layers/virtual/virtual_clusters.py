"""Virtual clusters between QGIS and the analysis: cities of blocks, the layers that are written, the log."""

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ...analysis.columns import encode, number_texts
from ...analysis.fields import CB_CITYCD, CB_NODES, table
from ...analysis.places import registry
from ...analysis.places.levels import COUNTY
from ...analysis.text import as_text, is_missing
from ...analysis.virtual.clusters import SINGLE, Cities
from ...analysis.virtual.places import Places
from ...compat import make_field, translate
from ..reading.columns import read_columns
from ..reading.row_points import degrees
from ..reading.source_rows import rows_of
from ..writing.columns import Points, cells_of
from ..writing.copying import write_rows
from ..writing.sinks import Sink, fields_of, kept_fields
from .member_places import find_regions
from .members import refuse_without

_SEPARATOR = "|"


def cities_of(blocks, regions, country, feedback):
    """Tell in which city, province and group each block lies.

    Parameters
    ----------
    blocks : linked_blocks.BlockRows
    regions : sources.Source or None
        Table of groups; None for the bundled one.
    country : str
    feedback : QgsProcessingFeedback

    Returns
    -------
    analysis.virtual.clusters.Cities
        A block without a city is a city of its own, named by its id.
    """
    keys = [city or block for city, block in zip(blocks.city, blocks.ids)]
    codes = tuple(sorted(set(keys)))
    names = {}
    for code, name in dict.fromkeys(zip(keys, blocks.city_name)):
        if name:
            names[code] = min(names.get(code, name), name)
    gazetteer = registry.gazetteer(country, COUNTY)
    units = [gazetteer.unit(code) for code in codes]
    named = tuple(names.get(code, code) if unit is None else unit.name for code, unit in zip(codes, units))
    nowhere = np.full(len(codes), np.nan)
    bundled = np.array([unit is not None for unit in units], dtype=bool)
    found = find_regions(Places(codes, named, nowhere, nowhere, bundled), regions, country, feedback)
    position = {code: number for number, code in enumerate(codes)}
    number = np.array([position[key] for key in keys], dtype=np.int64)
    return Cities(number, codes, named, found.province, found.group)


def write_blocks(output, blocks, columns, identity, feedback):
    """Write the blocks with what they are to their cluster, by id.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    blocks : linked_blocks.BlockRows
    columns : dict of str to array
        See `analysis.virtual.clusters.block_columns`.
    identity : str
        Field of the ids.
    feedback : QgsProcessingFeedback
    """
    fields = table("vc_blocks").fields
    cells = zip(*(cells_of(columns[field.key], field.kind) for field in fields))
    if blocks.layer is None:
        return _write_ends(output, blocks, cells, fields)
    source = blocks.layer
    kept, combined = kept_fields(source.fields(), fields_of(fields))
    there = blocks.fid >= 0
    given = rows_of(source, blocks.fid[there].tolist(), kept, feedback)
    at = next((i for i, index in enumerate(kept) if source.fields().at(index).name() == identity), None)
    # A field of numbers, or of short texts, need not hold the ids that are in no row.
    as_texts = at is not None and not there.all()
    if as_texts:
        combined = _with_text(combined, at)
    sink = Sink(*output, combined, source.wkbType(), source.sourceCrs())
    for block, is_row, row in zip(blocks.ids, there.tolist(), cells):
        attributes, shape = next(given) if is_row else ([None] * len(kept), None)
        if as_texts:
            attributes = list(attributes)
            attributes[at] = block
        sink.write([*attributes, *row], shape)
    return sink.results()


def _with_text(fields, at):
    """Return fields of which one is a text of any length."""
    changed = fields.__class__()
    for number, field in enumerate(fields):
        text = make_field(field.name(), "string")
        text.setAlias(field.alias())
        changed.append(text if number == at else field)
    return changed


def _write_ends(output, blocks, cells, fields):
    crs = QgsCoordinateReferenceSystem() if blocks.planar else degrees()
    own = {"id": blocks.ids, "citycd": blocks.city, "city": blocks.city_name, "industry": blocks.industry}
    combined = fields_of(fields)
    added = combined.__class__()
    for name in own:
        added.append(make_field(name, "string"))
    for field in combined:
        added.append(field)
    sink = Sink(*output, added, QgsWkbTypes.Type.Point, crs)
    for head, row, shape in zip(zip(*own.values()), cells, Points(blocks.x, blocks.y, crs)):
        sink.write([*head, *row], shape)
    return sink.results()


def rows_out(source, blocks, network, columns, feedback):
    """Return a function that writes the rows of members with the cluster of their strongest block.

    Parameters
    ----------
    source : sources.Source
    blocks : linked_blocks.BlockRows
    network : analysis.virtual.network.Network
    columns : dict of str to array
    feedback : QgsProcessingFeedback

    Returns
    -------
    function of the output
    """
    refuse_without(source, CB_NODES, CB_CITYCD)
    read = read_columns(source, [CB_NODES, CB_CITYCD], feedback)
    city, codes = number_texts(read.typed[CB_CITYCD])
    number, texts = encode(read.typed[CB_NODES])
    nodes = [() if is_missing(text) else as_text(text).split(_SEPARATOR) for text in texts]
    position = {block: at for at, block in enumerate(blocks.ids)}
    rank = np.empty(len(network), dtype=np.int64)
    rank[network.order] = np.arange(len(network))
    width = max(len(texts), 1)
    pairs, which = np.unique(
        np.where((city < 0) | (number < 0), -1, city * width + number), return_inverse=True
    )
    fields = table("vc_rows").fields
    told = [[*cells_of(columns[field.key], field.kind), None] for field in fields]
    strongest = []
    for pair in pairs.tolist():
        ids = [] if pair < 0 else [f"{codes[pair // width]}:{node.strip()}" for node in nodes[pair % width]]
        there = [position[block] for block in ids if block in position]
        strongest.append(min(there, key=rank.__getitem__) if there else -1)
    at = [strongest[pair] for pair in which.tolist()]

    def write(output):
        return write_rows(
            output,
            source,
            read.fid,
            fields_of(fields),
            (range(len(at)), [[cells[block] for block in at] for cells in told]),
            source.wkbType(),
            source.sourceCrs(),
            lambda number, own: own,
            feedback,
        )

    return write


def say_clusters(figures, columns, numbers, feedback):
    """Say how many clusters there are, and what stays outside of them."""
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "Functional clusters: {VC_COUNT} ({VIRTUAL} virtual, {NEAR} near, {LOCAL} local); blocks "
            "that remain single: {SINGLE} of {blocks}. {percent} % of the flow is within clusters.",
        ).format(
            blocks=len(columns["vc_role"]),
            percent="–" if numbers["SHARE_INSIDE"] is None else f"{100 * numbers['SHARE_INSIDE']:.1f}",
            **numbers,
        )
    )
    unknown = int(sum(kind is None for kind in figures.table["kind"]))
    if unknown:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Clusters without a kind, because their links have neither a DISTANCE nor points at "
                "their ends: {count}.",
            ).format(count=unknown)
        )


def numbers_of(figures, columns, modularity):
    """Return the numbers of `virtualclusters`."""
    kinds = figures.table["kind"].tolist()
    return {
        "VC_COUNT": len(kinds),
        "VIRTUAL": kinds.count("virtual"),
        "NEAR": kinds.count("near"),
        "LOCAL": kinds.count("local"),
        "SINGLE": int((columns["vc_role"] == SINGLE).sum()),
        "SHARE_INSIDE": _number(figures.share_inside),
        "NPI": _number(figures.npi),
        "MODULARITY": _number(modularity),
    }


def _number(value):
    return None if np.isnan(value) else float(value)
