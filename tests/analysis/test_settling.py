"""A name of several cities, settled by where the row lies."""

import math
from types import SimpleNamespace

import numpy as np
import pytest
from clusterbelt.processing.analysis.frames import Table
from clusterbelt.processing.analysis.places.settling import settle, settle_rows

DEGREE = math.pi * 6371.0 / 180  # km on a great circle


class Two:
    """A resolver that knows one name of several places, here on the equator or elsewhere."""

    def __init__(self, *places):
        self.places = {
            code: SimpleNamespace(code=code, name=f"name of {code}", lon=lon, lat=lat)
            for code, lon, lat in places
        }

    def resolve(self, text, province=None):
        return SimpleNamespace(candidates=tuple((one.name, code) for code, one in self.places.items()))

    def resolve_code(self, code):
        return self.places[code]


def settled(resolver, lon, lat, by="ambiguous"):
    found = Table.of(
        {
            "code": [None],
            "name": [None],
            "by": [by],
            "candidates": ["a, b"],
            "lon": np.array([np.nan]),
            "lat": np.array([np.nan]),
        }
    )
    (row,) = settle(found, ["text"], None, np.array([lon]), np.array([lat]), resolver).rows()
    return row


@pytest.mark.parametrize("km, code", [(0, "a"), (150, "a"), (199.9, "a"), (200.1, None), (400, None)])
def test_a_row_farther_than_200_km_from_all_is_not_settled(km, code):
    row = settled(Two(("a", 0.0, 0.0), ("b", 90.0, 0.0)), 0.0, km / DEGREE)
    assert row["code"] == code and row["by"] == ("ambiguous" if code is None else "geometry")


@pytest.mark.parametrize(
    "share, code", [(0.1, "a"), (0.333, "a"), (0.334, None), (0.5, None), (0.666, None), (0.667, "b")]
)
def test_the_next_city_must_be_twice_as_far(share, code):
    resolver = Two(("a", 10.0, 0.0), ("b", 11.5, 0.0))
    assert settled(resolver, 10.0 + 1.5 * share, 0.0)["code"] == code


def test_the_nearest_is_settled_whichever_comes_first():
    for places in ((("a", 0.0, 60.0), ("b", 3.5, 60.0)), (("b", 3.5, 60.0), ("a", 0.0, 60.0))):
        row = settled(Two(*places), 0.1, 60.0)
        assert (row["code"], row["name"], row["by"], row["candidates"]) == ("a", "name of a", "geometry", "")
        assert (row["lon"], row["lat"]) == (0.0, 60.0)


@pytest.mark.parametrize("lon, code", [(3.55, "a"), (3.65, None)])
def test_a_degree_of_longitude_is_shorter_away_from_the_equator(lon, code):
    """On 60° it is half a degree of a great circle: 200 km are 3.598° of longitude there."""
    assert settled(Two(("a", 0.0, 60.0), ("b", 90.0, 60.0)), lon, 60.0)["code"] == code


def test_a_row_beyond_the_date_line_is_near_its_other_side():
    assert settled(Two(("a", 179.9, 10.0), ("b", -178.0, 10.0)), -179.9, 10.0)["code"] == "a"


@pytest.mark.parametrize(
    "lon, lat, by", [(np.nan, 0.0, "ambiguous"), (0.0, np.nan, "ambiguous"), (0.0, 0.0, "name")]
)
def test_only_ambiguous_rows_with_a_place_are_settled(lon, lat, by):
    assert settled(Two(("a", 0.0, 0.0), ("b", 9.0, 0.0)), lon, lat, by)["code"] is None


def test_a_place_of_unknown_seat_is_no_choice_and_one_place_alone_none():
    assert settled(Two(("a", 0.0, 0.0), ("b", np.nan, np.nan)), 0.0, 0.0)["code"] is None
    assert settled(Two(("a", 0.0, 0.0), ("b", 9.0, 0.0), ("c", np.nan, np.nan)), 0.0, 0.0)["code"] == "a"


@pytest.mark.parametrize("province, asked", [("浙江", "浙江"), (np.nan, None), (None, None)])
def test_the_province_of_a_row_is_asked_for_where_it_has_one(province, asked):
    heard, resolver = [], Two(("a", 0.0, 0.0), ("b", 9.0, 0.0))
    resolve = resolver.resolve
    resolver.resolve = lambda text, province=None: heard.append(province) or resolve(text, province)
    found = Table.of(
        {
            **{name: [None] for name in ("code", "name", "candidates")},
            "by": ["ambiguous"],
            **{name: np.array([np.nan]) for name in ("lon", "lat")},
        }
    )
    settle(found, ["text"], [province], np.array([0.0]), np.array([0.0]), resolver)
    assert heard == [asked]


def test_points_are_asked_for_the_chosen_rows_only():
    asked = []

    def points(source):
        asked.append(source.tolist())
        return np.array([0.0]), np.array([0.0])

    names = ("code", "name", "by", "candidates", "lon", "lat")
    found = Table.of({**{name: [None, None] for name in names}, "by": ["ambiguous"] * 2})
    resolver = Two(("a", 0.0, 0.0), ("b", 9.0, 0.0))
    given = ["text", "text"], None
    chosen = np.array([False, True])
    after = settle_rows(found, *given, chosen, np.array([7, 8]), points, resolver)
    assert asked == [[8]] and after["code"].tolist() == [None, "a"]
    assert settle_rows(found, *given, chosen & False, np.array([7, 8]), points, resolver) is found
