"""Clusters that several cities share."""

import csv
from pathlib import Path

import numpy as np
import pytest
from clusterbelt.processing.analysis.cancelling import Cancelled
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places.citytable import AsWritten
from clusterbelt.processing.analysis.places.shared import RowNames, split_shared
from framing import framed
from hypothesis import given
from hypothesis import strategies as st

SAMPLE = Path(__file__).resolve().parents[2] / "resources" / "sample"
CITIES = ["广州市", "佛山市", "惠州市", "北京市", "上海市", "昆山市", "某地"]


def sample(name):
    with open(SAMPLE / f"{name}.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def column(rows, name):
    return [row[name] for row in rows]


def test_a_cluster_of_three_cities_becomes_three_rows_of_a_third():
    frame = split_shared(["AM-05"], ["惠州市、广州市；佛山市"]).frame
    assert frame["cb_row"].tolist() == ["AM-05#1", "AM-05#2", "AM-05#3"]
    assert frame["cb_city"].tolist() == ["广州市", "佛山市", "惠州市"], "k counts by city code"
    assert frame["cb_citycd"].tolist() == ["440100", "440600", "441300"]
    assert frame["cb_shared"].tolist() == [3, 3, 3]
    assert frame["cb_weight"].tolist() == pytest.approx([1 / 3] * 3)


def test_a_cluster_of_one_city_keeps_its_weight_and_is_number_one():
    frame = split_shared([7.0], ["Xi'an"], weights=[2.5]).frame
    (row,) = frame.rows()
    assert (row["cb_row"], row["cb_city"], row["cb_shared"], row["cb_weight"]) == ("7#1", "西安市", 1, 2.5)


def test_the_same_id_in_rows_of_different_cities_is_one_shared_cluster():
    result = split_shared(["a", "b", "a"], ["佛山市", "北京市", "广州市"], weights=[1, 1, 3])
    assert result.clusters == 2
    assert result.frame["cb_row"].tolist() == ["a#2", "b#1", "a#1"], "rows stay in their order"
    assert result.frame["source"].tolist() == [0, 1, 2]
    assert result.frame["cb_weight"].tolist() == [0.5, 1.0, 1.5]


def test_the_same_id_twice_in_one_city_is_an_error_that_names_both_rows():
    with pytest.raises(
        AnalysisError, match=r"cluster a occurs twice in 苏州市, in rows 1 and 3 \(rows concerned: 1"
    ):
        split_shared(["a", "b", "a"], ["苏州市", "苏州市", "昆山市"])


def test_two_names_of_one_city_in_a_list_count_once():
    frame = split_shared(["a"], ["浦东新区、上海市"]).frame
    assert frame["cb_shared"].tolist() == [1]
    assert frame["cb_citycd"].tolist() == ["310000"]


def test_an_unresolved_name_counts_and_keeps_its_spelling_and_candidates():
    frame = split_shared(["a"], ["朝阳区、苏州市、 某地"]).frame
    assert frame["cb_city"].tolist() == ["苏州市", "朝阳区", "某地"]
    assert frame["cb_citycd"].tolist() == ["320500", None, None]
    assert frame["cb_cityby"].tolist() == ["name", "ambiguous", "unknown"]
    assert frame["candidates"].tolist() == ["", "北京市 110000, 长春市 220100", ""]
    assert frame["cb_weight"].sum() == pytest.approx(1)


def test_a_row_without_city_stays_as_one_unresolved_row():
    frame = split_shared(["a", "b"], [None, "—"]).frame
    assert frame["cb_city"].tolist() == [None, None]
    assert frame["cb_cityby"].tolist() == ["missing", "missing"]
    assert frame["cb_weight"].tolist() == [1, 1]


@pytest.mark.parametrize("missing", [None, float("nan"), "", " "])
def test_a_row_without_id_is_an_error_that_names_the_row(missing):
    with pytest.raises(AnalysisError, match="“parks”, row 12: the cluster has no id"):
        split_shared(["a", missing], ["苏州市", "北京市"], names=RowNames([11, 12], "parks"))


def test_the_province_settles_ambiguous_names_but_does_not_forbid_a_list_across_its_border():
    frame = split_shared(["a", "b"], ["朝阳区", "上海市、苏州市"], ["北京", "上海"]).frame
    assert frame["cb_citycd"].tolist() == ["110000", "310000", "320500"]
    alone = split_shared(["a"], ["苏州市"], ["上海"]).frame
    assert alone["cb_cityby"].tolist() == ["conflict"]


def test_a_missing_weight_stays_missing():
    frame = split_shared(["a", "b"], ["苏州市、北京市", "上海市"], weights=[np.nan, 3.0]).frame
    assert np.isnan(frame["cb_weight"]).tolist() == [True, True, False]


def test_cities_of_any_country_by_equal_text():
    frame = split_shared(["a"], ["Torino; Milano"], gazetteer=AsWritten()).frame
    assert frame["cb_citycd"].tolist() == ["milano", "torino"]
    assert frame["cb_row"].tolist() == ["a#1", "a#2"]


def test_nothing_gives_nothing():
    result = split_shared([], [])
    assert result.clusters == 0
    assert len(result.frame) == 0


@given(
    st.lists(st.lists(st.sampled_from(CITIES), unique=True, min_size=1), min_size=1, max_size=8), st.randoms()
)
def test_weights_sum_to_the_clusters_and_the_order_of_rows_changes_nothing(lists, random):
    ids, cities = [f"c{i}" for i in range(len(lists))], ["、".join(names) for names in lists]
    result = split_shared(ids, cities)
    assert result.frame["cb_weight"].sum() == pytest.approx(len(lists))
    order = list(range(len(ids)))
    random.shuffle(order)
    other = split_shared([ids[i] for i in order], [cities[i] for i in order]).frame
    columns = ["cb_row", "cb_city", "cb_citycd", "cb_shared", "cb_weight"]
    one, other = (framed(frame.only(columns)).sort_values("cb_row") for frame in (result.frame, other))
    assert one.to_numpy().tolist() == other.to_numpy().tolist()


@given(st.lists(st.sampled_from(CITIES), unique=True, min_size=1))
def test_a_list_and_the_same_cities_in_rows_are_one(names):
    listed = split_shared(["a"], ["；".join(names)]).frame
    in_rows = split_shared(["a"] * len(names), names).frame
    columns = ["cb_row", "cb_citycd", "cb_shared", "cb_weight"]
    one, other = (framed(frame.only(columns)).sort_values("cb_row") for frame in (listed, in_rows))
    assert one.to_numpy().tolist() == other.to_numpy().tolist()


def test_the_sample_has_159_rows_of_152_clusters_in_81_places():
    rows = sample("clusters")
    result = split_shared(column(rows, "id"), column(rows, "city"), column(rows, "province"))
    frame = result.frame
    assert result.clusters == 152
    assert len(frame) == 159
    assert frame["cb_weight"].sum() == pytest.approx(152)
    assert None not in frame["cb_citycd"] and len(set(frame["cb_citycd"])) == 81
    assert {"469023", "632800"} <= set(frame["cb_citycd"]), "Chengmai and Haixi are places of their own"
    given_codes = [set(row["adcode"].split(";")) for row in rows]
    assert all(code in given_codes[i] for code, i in zip(frame["cb_citycd"], frame["source"]))


def test_every_city_of_the_sample_belts_resolves():
    rows = sample("belts")
    frame = split_shared(column(rows, "id"), column(rows, "city"), column(rows, "province")).frame
    assert len(frame) == 504
    assert None not in frame["cb_citycd"]


# --- lists as people write them


@pytest.mark.parametrize(
    ("text", "cities"),
    [
        ("苏州和无锡", ["320200", "320500"]), ("江苏省苏州市、无锡市", ["320200", "320500"]),
        ("江苏省，苏州市", ["320500"]), ("江苏省南京市玄武区、鼓楼区", ["320100"]), ("沈阳和平区", ["210100"]),
        ("广州、佛山及惠州等地", ["440100", "440600", "441300"]), ("吉林、长春", ["220100", "220200"]),
        ("呼和浩特与和田", ["150100", "653200"]),
    ],
)  # fmt: skip
def test_lists_lose_no_city_and_a_province_in_front_is_none(text, cities):
    frame = split_shared(["a"], [text]).frame
    assert frame["cb_citycd"].tolist() == cities
    assert frame["cb_weight"].sum() == pytest.approx(1)


def test_splitting_stops_soon_after_it_is_told_to():
    asked, told = [], []

    class Slow(AsWritten):
        def resolve(self, text, province=None, year=None):
            asked.append(text)
            return super().resolve(text)

    def cancelled():
        told.append(len(asked))
        return len(asked) >= 1000

    with pytest.raises(Cancelled):
        split_shared(
            range(40_000), [f"city {n}" for n in range(40_000)], gazetteer=Slow(), cancelled=cancelled
        )
    assert len(asked) <= 1500
    with pytest.raises(Cancelled):
        split_shared(
            range(40_000), [f"city {n}" for n in range(40_000)], gazetteer=Slow(), cancelled=lambda: True
        )
