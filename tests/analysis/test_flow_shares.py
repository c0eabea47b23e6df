"""Which flows are drawn at first: the largest that make up most of the whole."""

import random

from clusterbelt.processing.cartography.flow_shares import least_of_share


def test_the_largest_flows_up_to_the_share_are_kept():
    assert least_of_share([1, 5, 3, 1], 0.8) == 3
    assert least_of_share([1, 5, 3, 1], 0.81) == 1
    assert least_of_share([2.0] * 7, 0.8) == 2.0
    assert least_of_share([4], 0.8) == 4
    assert least_of_share([0.1] * 10 + [9.0], 0.9) == 9.0


def test_flows_below_the_bound_never_make_up_more_than_the_rest():
    draw = random.Random(3)
    for _ in range(200):
        flows = [draw.choice((0.1, 0.5, 1, 2, 8)) * draw.random() for _ in range(draw.randint(1, 30))]
        least = least_of_share(flows, 0.8)
        kept = sum(flow for flow in flows if flow >= least)
        larger = sum(flow for flow in flows if flow > least)
        assert kept >= 0.8 * sum(flows) * (1 - 1e-6)
        assert larger < 0.8 * sum(flows)


def test_more_than_a_limit_are_left_out_but_equal_ones_are_not_told_apart():
    assert least_of_share([5, 4, 3, 2, 1], 1.0, 3) == 3
    assert least_of_share([5, 4, 4, 4, 1], 1.0, 3) == 5
    assert least_of_share([5, 5, 5, 5], 1.0, 3) == 5
    assert least_of_share([5, 4, 3], 0.5, 3) == least_of_share([5, 4, 3], 0.5) == 4
    for seed in range(50):
        draw = random.Random(seed)
        flows = [float(draw.randint(1, 11)) for _ in range(40)]
        least = least_of_share(flows, 0.8, 10)
        kept = [flow for flow in flows if flow >= least]
        assert len(kept) <= 10 or least == max(flows)
        larger = [flow for flow in set(flows) if flow < least]
        more = [flow for flow in flows if larger and flow >= max(larger)]
        assert not more or len(more) > 10 or sum(kept) >= 0.8 * sum(flows) - 1e-9
