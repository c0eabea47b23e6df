"""The list of virtual clusters, and the rows that belong to one of them."""

import pytest
from clusterbelt.processing.layers.virtual.cluster_list import list_clusters, rows_of_cluster
from making import run
from members import sample_members
from qgis.core import QgsFeature, QgsVectorLayer


@pytest.fixture(scope="module")
def study():
    links = run("chainlinks", INPUT=sample_members(), LANGUAGE="zh", FLOWS="memory:", BLOCKS="memory:")
    made = run(
        "virtualclusters", LINKS=links["OUTPUT"], BLOCKS=links["BLOCKS"], SPOKES="memory:", TABLE="memory:"
    )
    return {**links, "VC": made["OUTPUT"], "SPOKES": made["SPOKES"], "TABLE": made["TABLE"]}


def test_the_list_says_what_the_table_says(study):
    listed = list_clusters(study["VC"])
    rows = list(study["TABLE"].getFeatures())
    assert [cluster.number for cluster in listed] == [row["vc_id"] for row in rows]
    for cluster, row in zip(listed, rows):
        assert cluster.core == f"{row['core_city']} · {row['core_ind']}"
        assert (cluster.kind, len(cluster.members), len(cluster.cities)) == (
            row["kind"],
            row["blocks"],
            row["cities"],
        )
        assert cluster.flow == pytest.approx(row["flow"])
        assert cluster.span_km == pytest.approx(row["max_km"])
        assert row["core"] in cluster.members


def test_the_small_cluster_of_rare_earths_is_found_by_its_span(study):
    far = [c for c in list_clusters(study["VC"]) if c.span_km and c.span_km >= 1500 and len(c.members) <= 4]
    assert any({"150200", "330200"} <= set(cluster.cities) for cluster in far)


def test_a_click_selects_its_blocks_ties_and_links(study):
    cluster = next(c for c in list_clusters(study["VC"]) if "150200" in c.cities)
    blocks, ties, links = study["VC"], study["SPOKES"], study["OUTPUT"]
    for layer in (blocks, ties, links):
        layer.selectByExpression(rows_of_cluster(layer, cluster))
    assert sorted(row["id"] for row in blocks.selectedFeatures()) == sorted(cluster.members)
    assert ties.selectedFeatureCount() == len(cluster.members) - 1
    inside = links.selectedFeatures()
    assert sum(row["flow"] for row in inside) == pytest.approx(cluster.flow)
    assert all(row["f_id"] in cluster.members and row["t_id"] in cluster.members for row in inside)


def test_flows_between_its_cities_belong_to_it(study):
    cluster = next(c for c in list_clusters(study["VC"]) if "150200" in c.cities)
    flows = study["FLOWS"]
    flows.selectByExpression(rows_of_cluster(flows, cluster))
    assert flows.selectedFeatureCount()
    assert all(
        row["f_unit"] in cluster.cities and row["t_unit"] in cluster.cities
        for row in flows.selectedFeatures()
    )


def test_other_layers_have_no_clusters_and_no_rows_of_one(study):
    other = QgsVectorLayer("None?field=name:string", "other", "memory")
    assert list_clusters(other) == []
    assert rows_of_cluster(other, list_clusters(study["VC"])[0]) == ""


def test_ids_with_quotes_are_texts_all_the_same():
    fields = (
        "field=id:string&field=vc_id:integer&field=vc_role:string&field=vc_tie:double&field=vc_share:double"
    )
    layer = QgsVectorLayer(f"None?{fields}", "blocks", "memory")
    links = QgsVectorLayer("None?field=f_id:string&field=t_id:string", "links", "memory")
    for target, rows in (
        (layer, [["a'b", 1, "core", 2.0, 1.0], ["c", 1, "member", 2.0, 1.0]]),
        (links, [["a'b", "c"]]),
    ):
        for row in rows:
            feature = QgsFeature(target.fields())
            feature.setAttributes(row)
            assert target.dataProvider().addFeature(feature)
    (cluster,) = list_clusters(layer)
    assert (cluster.core, cluster.kind, cluster.cities, cluster.span_km) == ("a'b", "", (), None)
    assert cluster.flow == 2.0
    links.selectByExpression(rows_of_cluster(links, cluster))
    assert links.selectedFeatureCount() == 1
