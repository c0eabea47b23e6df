"""Which flows make up most of the whole."""


def least_of_share(flows, share):
    """Return the least of the largest flows that together make up a share of all.

    Parameters
    ----------
    flows : iterable of float
        Positive, in any order, at least one.
    share : float
        A fraction, 0–1.
    """
    left = sorted(flows, reverse=True)
    bound, reached = share * sum(left) * (1 - 1e-9), 0.0
    for flow in left:
        reached += flow
        if reached >= bound:
            return flow
    return left[-1]
