"""Who is drawn to whom, and who is nearest: limits to the metre, ties, nobody."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.virtual import nearest as nearest_module
from clusterbelt.processing.analysis.virtual.attraction import Gravity, _best
from clusterbelt.processing.analysis.virtual.nearest import Question, find_nearest
from clusterbelt.processing.analysis.virtual.places import Places, places_in


def partners(km, weight, **gravity):
    place, share, nearest = _best(np.array([km]), np.array(weight, dtype=float), Gravity(**gravity))
    return place.tolist()[0], share.tolist()[0], nearest.tolist()[0]


@pytest.mark.parametrize(
    ("name", "least"), [("top", 1), ("decay", 0), ("max_km", 0)], ids=["top", "decay", "max_km"]
)
def test_the_least_that_counts_is_taken_and_nothing_below(name, least):
    Gravity(**{name: least})
    with pytest.raises(AnalysisError):
        Gravity(**{name: least - 0.01})


def test_of_equal_attractions_the_nearer_is_first_even_where_rounding_makes_it_the_weaker():
    """1e6/50 against 2e6/100, but for the last digits."""
    for digits in (-1e-12, 0, 1e-12):
        assert partners([50.0, 100.0], [1e6, 2e6 * (1 + digits)], top=1)[0] == [0]
        assert partners([100.0, 50.0], [2e6 * (1 + digits), 1e6], top=1)[0] == [1]


def test_more_equal_suppliers_than_may_serve_are_cut_in_their_order():
    assert partners([80.0] * 3, [1, 1, 1], top=2)[:2] == ([0, 1], [0.5, 0.5])


def test_a_supplier_is_in_reach_up_to_the_last_metre_and_nobody_is_none():
    assert partners([111.3194], [1], max_km=111.3194) == ([0, -1, -1], [1, 0, 0], 111.3194)
    place, share, nearest = partners([111.3206], [1], max_km=111.3194)
    assert (place, share) == ([-1, -1, -1], [0, 0, 0]) and np.isnan(nearest)


def test_places_that_occur_stand_once_in_their_order():
    assert places_in([np.array([3, 1]), np.array([1])], 5).tolist() == [1, 3]
    assert places_in([], 5).tolist() == []


def nearest(asking, offering, weight, x, region, top=1, max_km=None):
    count = len(x)
    places = Places(("",) * count, ("",) * count, np.array(x), np.zeros(count), np.zeros(count, bool), True)
    asking, offering = (np.array(column, dtype=int) for column in (asking, offering))
    question = Question(asking, offering, np.array(weight, dtype=float))
    return find_nearest([question], np.array(region), places, top, max_km)


@pytest.mark.parametrize(
    ("farther", "first"), [(100.0, 2), (100.000_49, 2), (100.000_500_3, 1), (99.0, 2), (101.0, 1)]
)
def test_offers_are_compared_by_the_metre_then_the_heavier_is_first(farther, first):
    answers = nearest([0], [1, 2], [1, 5], [0.0, 100.0, -farther], [0, 1, 2])
    assert answers.offer.tolist() == [[first]] and answers.asker.tolist() == [[0]]


def test_offers_of_equal_distance_and_weight_stand_by_place_and_no_more_than_asked_for():
    answers = nearest([0], [1, 2, 3], [1, 1, 1], [0.0, 7.0, -7.0, 7.0], [0, 1, 2, 3], top=2)
    assert answers.offer.tolist() == [[1, 2]] and answers.km.tolist() == [[7, 7]]


def test_an_offer_is_in_reach_up_to_the_last_metre():
    for km, offer in ((7.0004, 1), (7.0006, -1)):
        found = nearest([0], [1], [1], [0.0, km], [0, 1], max_km=7.0)
        assert found.offer.tolist() == [[offer]]


def test_of_several_places_of_a_region_the_nearest_asks():
    answers = nearest([0, 1, 2], [3], [1], [0.0, 4.0, 1.0, 9.0], [0, 0, 0, 1])
    assert answers.asker.tolist() == [[1]] and answers.km.tolist() == [[5]]


def test_where_nobody_asks_or_offers_there_is_no_answer():
    for answers in (nearest([], [0], [1], [0.0], [0]), nearest([0], [], [], [0.0], [0])):
        assert answers.offer.shape == (0, 1) and len(answers.question) == len(answers.km) == 0
        assert answers.rows(np.array([0, 1]), np.array([0, 5])).tolist() == [-1, -1]


@pytest.mark.parametrize("seed", range(20))
def test_regions_are_looked_at_together_as_far_as_there_is_room(monkeypatch, seed):
    monkeypatch.setattr(nearest_module, "CHUNK", 4)
    region = np.sort(np.random.default_rng(seed).integers(0, 7, 20))
    expected = []
    for number in np.unique(region).tolist():
        size = int((region == number).sum())
        if expected and expected[-1] + size <= 4:
            expected[-1] += size
        else:
            expected.append(size)
    parts = list(nearest_module._chunks(np.arange(20), region))
    assert [len(part) for part in parts] == expected and np.concatenate(parts).tolist() == list(range(20))
