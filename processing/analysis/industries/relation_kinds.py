"""The kinds of relation between the industries of a cluster and of a belt."""

NONE = "none"
RELATED = "related"
BELT_DOWNSTREAM = "belt_downstream"
BELT_UPSTREAM = "belt_upstream"
CLUSTER_WITHIN = "cluster_within"
BELT_WITHIN = "belt_within"
SAME = "same"

# The weakest first: the position of a relation is its rank.
RELATIONS = (NONE, RELATED, BELT_DOWNSTREAM, BELT_UPSTREAM, CLUSTER_WITHIN, BELT_WITHIN, SAME)

# Those that pass along a chain edge, so that they take a hop.
ALONG_EDGES = (RELATED, BELT_DOWNSTREAM, BELT_UPSTREAM)

_TURNED = {
    BELT_DOWNSTREAM: BELT_UPSTREAM,
    BELT_UPSTREAM: BELT_DOWNSTREAM,
    CLUSTER_WITHIN: BELT_WITHIN,
    BELT_WITHIN: CLUSTER_WITHIN,
}


def turned(relation: str) -> str:
    """Return the relation that holds where cluster and belt change places."""
    return _TURNED.get(relation, relation)
