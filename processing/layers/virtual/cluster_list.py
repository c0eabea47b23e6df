"""The virtual clusters of a layer of blocks as a list, and the rows of other layers that belong to one of them."""

from dataclasses import dataclass

from qgis.core import QgsExpression

from ...analysis.virtual.clusters import CORE
from ...compat import is_null
from ..reading.passes import features_of

_ENDS = (("f_id", "t_id", "members"), ("f_unit", "t_unit", "cities"), ("from_id", "to_id", "members"))


@dataclass(frozen=True)
class ListedCluster:
    """A virtual cluster.

    Attributes
    ----------
    number : int
        `vc_id`.
    core : str
        City and industry of the core, as far as the layer has them; else its id.
    kind : str
        ``local``, ``near``, ``virtual``; '' where it is not known.
    members : tuple of str
        Ids of the blocks, those of the most ties first.
    told : tuple of (str, tuple of str)
        Their cities with the industries there, as far as the layer has them; else their ids, without industries.
    cities : tuple of str
        Codes of their cities, those of the most ties first.
    flow : float
        Of the links inside.
    span_km : float or None
        Greatest distance that these cover.
    """

    number: int
    core: str
    kind: str
    members: tuple
    told: tuple
    cities: tuple
    flow: float
    span_km: float


def list_clusters(layer, identity="id", called=None):
    """Return the clusters of an OUTPUT of `virtualclusters` by number, the one of the most ties first.

    Parameters
    ----------
    layer : QgsFeatureSource
        Blocks with ``vc_id``, ``vc_role``, ``vc_tie``, ``vc_share``; without them the list is empty.
    identity : str
        Field of the ids.
    called : dict of str to str, optional
        What readers call cities, by their name in the layer.
    """
    wanted = (
        identity,
        "citycd",
        "city",
        "industry",
        "vc_id",
        "vc_role",
        "vc_tie",
        "vc_share",
        "vc_kind",
        "vc_span",
    )
    at = {name: layer.fields().lookupField(name) for name in wanted}
    if min(at[name] for name in ("vc_id", "vc_role", "vc_tie", "vc_share")) < 0:
        return []
    blocks = {}
    for feature in features_of(layer, [index for index in at.values() if index >= 0]):
        values = feature.attributes()
        row = {name: None if at[name] < 0 or is_null(values[at[name]]) else values[at[name]] for name in at}
        row["city"] = (called or {}).get(row["city"], row["city"])
        if row["vc_id"] is not None:
            blocks.setdefault(int(row["vc_id"]), []).append(row)
    return [_listed(number, blocks[number], identity) for number in sorted(blocks)]


def _listed(number, rows, identity):
    rows = sorted(rows, key=lambda row: (-float(row["vc_tie"] or 0), str(row[identity])))
    core = next((row for row in rows if row["vc_role"] == CORE), rows[0])
    called = " · ".join(str(core[name]) for name in ("city", "industry") if core[name])
    return ListedCluster(
        number,
        called or str(core[identity]),
        core["vc_kind"] or "",
        tuple(str(row[identity]) for row in rows),
        _told(rows, identity),
        tuple(dict.fromkeys(str(row["citycd"]) for row in rows if row["citycd"])),
        # Each link inside is a tie of both its blocks.
        sum(float(row["vc_tie"] or 0) * float(row["vc_share"] or 0) for row in rows) / 2,
        None if core["vc_span"] is None else float(core["vc_span"]),
    )


def _told(rows, identity):
    """Return the cities of blocks with their industries, in the order of the blocks; ids of blocks that have neither."""
    told = {}
    for row in rows:
        name, industry = row["city"] or row["industry"] or row[identity], row["industry"]
        industries = told.setdefault(str(name), {})
        if row["city"] and industry:
            industries[str(industry)] = None
    return tuple((name, tuple(industries)) for name, industries in told.items())


def rows_of_cluster(layer, cluster):
    """Return the expression of the rows of a layer that belong to a cluster, for `selectByExpression`.

    Parameters
    ----------
    layer : QgsFeatureSource
        Blocks, ties, links or flows between cities.
    cluster : ListedCluster

    Returns
    -------
    str
        '' for a layer that has no such rows.
    """
    if layer.fields().lookupField("vc_id") >= 0:
        return f'"vc_id" = {cluster.number}'
    for source, target, ends in _ENDS:
        if layer.fields().lookupField(source) >= 0 and layer.fields().lookupField(target) >= 0:
            values = ", ".join(QgsExpression.quotedString(value) for value in getattr(cluster, ends))
            return f'"{source}" IN ({values}) AND "{target}" IN ({values})' if values else ""
    return ""
