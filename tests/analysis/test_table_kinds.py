"""Tables of clusters and of belts are told apart by what they and their fields are called."""

import pytest
from clusterbelt.processing.analysis.table_kinds import BELTS, CLUSTERS, likeness


@pytest.mark.parametrize(
    ("clusters", "belts"),
    [
        (("集群名单", ["编号", "城市", "产业"]), ("产业带", ["编号", "城市", "产业"])),
        (("a", ["集群名称", "城市", "产业"]), ("b", ["产业带名称", "城市", "产品"])),
        (("a", ["cluster_id", "city", "industry"]), ("b", ["belt_id", "city", "product"])),
        (("2022年国家先进制造业集群", ["序号", "地区"]), ("淘宝村2022", ["序号", "地区"])),
        (("t1", ["id", "city", "industry", "批次"]), ("t2", ["id", "city", "industry"])),
    ],
)
def test_each_kind_is_liker_itself(clusters, belts):
    right = likeness(CLUSTERS, *clusters) + likeness(BELTS, *belts)
    assert right > likeness(CLUSTERS, *belts) + likeness(BELTS, *clusters)


def test_a_table_with_cities_and_industries_goes_before_one_without():
    assert likeness(BELTS, "t", ["城市", "产品"]) > likeness(BELTS, "t", ["城市", "GDP"]) == 0
