"""Read members: rows that tell their industries and city, as the matching or its twins have written them."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import check_weights, encode, number_texts, parse_numbers
from ...analysis.fields import CB_CITY, CB_CITYCD, CB_NODES, CB_STATUS, CB_WEIGHT
from ...analysis.industries.node_sets import read_node_sets
from ...analysis.text import as_text
from ...analysis.virtual.blocks import blocks_of
from ...analysis.virtual.comparing import SUMS_OF_FLOWS
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..reading.columns import read_columns


@dataclass(frozen=True)
class Members:
    """The rows of a layer that have an industry, a city and a weight.

    Attributes
    ----------
    source : sources.Source
    fid : (n,) int64
        Ids of the rows.
    city : (n,) int64
        Position in `codes`.
    codes : tuple of str
        Codes of the cities.
    names : dict of str to str
        Least name by which a city is called in the layer, by code.
    node_set : (n,) int64
        Position in `sets`.
    sets : tuple of tuple of int
        Nodes of the taxonomy.
    weight : (n,) float64
        Above 0.
    unresolved : int
        Rows whose industry is not known.
    status : (n,) object or None
        Status of the matching; None where the layer has none.
    """

    source: object
    fid: np.ndarray
    city: np.ndarray
    codes: tuple
    names: dict
    node_set: np.ndarray
    sets: tuple
    weight: np.ndarray
    unresolved: int = 0
    status: np.ndarray = None

    def places(self, places):
        """Return the place of each row, as a position in `Places`; −1 for cities that are not among them."""
        position = {code: number for number, code in enumerate(places.codes)}
        return np.array([position.get(code, -1) for code in self.codes], dtype=np.int64)[self.city]

    def blocks(self, places):
        """Return the blocks of the members at some `Places`; those in other cities are left out."""
        place = self.places(places)
        known = place >= 0
        return blocks_of(place[known], self.node_set[known], self.weight[known], self.sets)


def read_members(source, weight, taxonomy, feedback):
    """Read a layer of members.

    Parameters
    ----------
    source : sources.Source
    weight : str
        Field of the weights; '' for cb_weight, or 1 where there is none.
    taxonomy : analysis.industries.taxonomy.Taxonomy
    feedback : QgsProcessingFeedback

    Returns
    -------
    Members
    """
    refuse_without(source, CB_NODES, CB_CITYCD)
    weight = weight or _own(source, CB_WEIGHT)
    optional = [name for name in (CB_CITY, CB_STATUS) if _own(source, name)]
    columns = read_columns(source, list(dict.fromkeys([CB_NODES, CB_CITYCD, *optional, weight])), feedback)
    refuse_empty(source, columns.fid)
    city, codes = number_texts(columns.typed[CB_CITYCD])
    number, texts = encode(columns.typed[CB_NODES])
    found = read_node_sets(texts, taxonomy)
    node_set = np.append(found.of_row, -1)[number]
    weights = _weights(columns, weight, source.sourceName())
    kept = _kept(source, columns.fid, node_set, city, weights, feedback)
    names = {}
    if CB_CITY in columns.typed:
        names = least_names(city[kept], codes, columns.typed[CB_CITY][kept])
    status = columns.values[CB_STATUS][kept] if CB_STATUS in columns.typed else None
    fid = np.asarray(columns.fid)[kept] if len(kept) < len(columns.fid) else columns.fid
    lost = int((node_set < 0).sum())
    return Members(
        source, fid, city[kept], codes, names, node_set[kept], found.sets, weights[kept], lost, status
    )


def refuse_without(source, *names):
    """Raise where a layer lacks a field that tells industries or cities; name those who write it."""
    missing = [name for name in names if not _own(source, name)]
    if missing:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no field {missing}. Choose an output of “Match clusters with belts”, or place your "
                "table with “Place a table by city” and then read its industries with “Read industries”.",
            ).format(layer=source.sourceName(), missing=", ".join(missing))
        )


def least_names(city, codes, names):
    """Return the first name in text order of each city, by its code."""
    number, distinct = encode(names)
    texts = [as_text(value) for value in distinct]
    width = max(len(texts), 1)
    known = (number >= 0) & (city >= 0)
    found = {}
    for pair in np.unique(city[known] * width + number[known]).tolist():
        code, text = codes[pair // width], texts[pair % width]
        if text:
            found[code] = min(found.get(code, text), text)
    return found


def _own(source, name):
    """Return a field of the source as it spells it, '' where it lacks it."""
    index = source.fields().lookupField(name)
    return source.fields().at(index).name() if index >= 0 else ""


def _weights(columns, field, layer):
    if not field:
        return np.ones(len(columns.fid))
    weights = parse_numbers(columns.typed[field], columns.fid, field, layer)
    check_weights(np.nan_to_num(weights, posinf=0.0), columns.fid, field, layer, SUMS_OF_FLOWS)
    return weights


def _kept(source, fid, node_set, city, weights, feedback):
    """Return the rows that count, and name the others by cause."""
    causes = (
        (city < 0, translate("ClusterBelt", "Layer “{layer}”: rows left out, no city")),
        (node_set < 0, translate("ClusterBelt", "Layer “{layer}”: rows left out, no industry")),
        (np.isnan(weights), translate("ClusterBelt", "Layer “{layer}”: rows left out, no weight")),
        (
            np.isinf(weights),
            translate("ClusterBelt", "Layer “{layer}”: rows left out, the weight is infinite"),
        ),
        (weights == 0, translate("ClusterBelt", "Layer “{layer}”: rows left out, weight 0")),
    )
    left = np.ones(len(city), dtype=bool)
    for missing, reason in causes:
        rows = np.flatnonzero(missing & left)
        warn_of_rows(feedback, reason.format(layer=source.sourceName()), fid[rows] if len(rows) else ())
        left &= ~missing
    if not left.any():
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: no row has a city ({city}), an industry ({nodes}) and a weight above 0. Layers that were "
                "matched by distance have no cities: match them by name, or place them with “Place a table by city” and "
                "read their industries with “Read industries”.",
            ).format(layer=source.sourceName(), city=CB_CITYCD, nodes=CB_NODES)
        )
    return np.flatnonzero(left)
