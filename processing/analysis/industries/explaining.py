"""What the relation of two industries rests on, in names; sentences about it are made of this."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .chains import RELATED
from .relation_kinds import BELT_UPSTREAM, BELT_WITHIN, CLUSTER_WITHIN
from .relations import Relation

if TYPE_CHECKING:
    from .chains import Edge
    from .relations import Relations
    from .taxonomy import Taxonomy


class NamedEdge(NamedTuple):
    """An edge of the chains in words; the note is '' where there is none."""

    upstream: str
    downstream: str
    note: str
    has_direction: bool


class Explanation(NamedTuple):
    """A relation with the names of what it passes.

    Attributes
    ----------
    relation : Relation
    cluster, belt : str
        The two industries.
    path : tuple of str
        For belonging, the industries from the lower up to the higher one.
    edges : tuple of NamedEdge
        From upstream to downstream.
    is_direct : bool
        Whether nothing stands between the two: one lies right under the other, or an edge joins them themselves.
    """

    relation: Relation
    cluster: str
    belt: str
    path: tuple[str, ...]
    edges: tuple[NamedEdge, ...]
    is_direct: bool

    @property
    def low(self) -> str:
        """The lower one of two industries of which one belongs to the other."""
        return self.cluster if self.relation.name == CLUSTER_WITHIN else self.belt

    @property
    def high(self) -> str:
        """The higher one."""
        return self.belt if self.relation.name == CLUSTER_WITHIN else self.cluster

    @property
    def upstream(self) -> str:
        """The industry at the beginning of the edges."""
        return self.belt if self.relation.name == BELT_UPSTREAM else self.cluster

    @property
    def downstream(self) -> str:
        """The industry at their end."""
        return self.cluster if self.relation.name == BELT_UPSTREAM else self.belt


def explain(taxonomy: Taxonomy, relations: Relations, cluster: int, belt: int, language: str) -> Explanation:
    """Return the explanation of the relation of a cluster node and a belt node.

    Parameters
    ----------
    taxonomy : Taxonomy
    relations : Relations
    cluster, belt : int
    language : {'en', 'zh'}

    Returns
    -------
    Explanation
    """
    relation = relations.of(cluster, belt)
    path: tuple[int, ...] = ()
    if relation.name in (BELT_WITHIN, CLUSTER_WITHIN):
        path = taxonomy.path(*((cluster, belt) if relation.name == CLUSTER_WITHIN else (belt, cluster)))
    passed = [taxonomy.edges[number] for number in relation.edges]
    return Explanation(
        relation,
        taxonomy.name(cluster, language),
        taxonomy.name(belt, language),
        tuple(taxonomy.name(node, language) for node in path),
        tuple(_named(taxonomy, edge, language) for edge in passed),
        len(path) == 2
        or (len(passed) == 1 and {passed[0].upstream, passed[0].downstream} == {cluster, belt}),
    )


def _named(taxonomy: Taxonomy, edge: Edge, language: str) -> NamedEdge:
    up, down = (taxonomy.name(node, language) for node in (edge.upstream, edge.downstream))
    return NamedEdge(up, down, edge.note(language), edge.kind != RELATED)
