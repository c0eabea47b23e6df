"""Which flows make up most of the whole."""


def least_of_share(flows, share, most=None):
    """Return the least of the largest flows that together make up a share of all.

    With `most` they are no more than that, unless more than that are equal to the largest.

    Parameters
    ----------
    flows : iterable of float
        Positive, in any order, at least one.
    share : float
        A fraction, 0–1.
    """
    left = sorted(flows, reverse=True)
    bound, reached, least = share * sum(left) * (1 - 1e-9), 0.0, left[-1]
    for flow in left:
        reached += flow
        if reached >= bound:
            least = flow
            break
    if most is not None and len(left) > most and left[most] >= least:
        # All that are larger than the first one beyond the limit.
        least = min((flow for flow in left[:most] if flow > left[most]), default=left[0])
    return least
