"""Taxonomies, schemes and encodings as users have them: tables of any form, codes, CSV files in GBK."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, Log, match, rows_of, table
from qgis.core import QgsProcessingException, QgsVectorLayer


def statuses(clusters, belts, feedback=None, **parameters):
    """Relation of each cluster, its industry and the belt's given as texts in one city."""
    made = table([(f"c{i}", "杭州", text) for i, text in enumerate(clusters)], CLUSTER_FIELDS)
    others = table([(f"b{i}", "杭州", text) for i, text in enumerate(belts)], BELT_FIELDS)
    rows = rows_of(match(made, others, feedback, **parameters)["OUTPUT"])
    return [(row["cb_nodes"], row["cb_rel"] or row["cb_reason"]) for row in rows]


def csv(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    layer = QgsVectorLayer(str(path), path.stem, "ogr")
    assert layer.isValid()
    return layer


# Forms.


def test_codes_of_a_prefix_taxonomy_say_what_belongs_to_what():
    nodes = table([("C39", "Electronics"), ("397", "Devices"), ("3973", "Chips")], ("code", "name_en"))
    found = statuses(["Electronics", "chips"], ["3973"], TAXONOMY=nodes, TAXONOMY_FORM="prefix")
    assert found == [("C39", "belt_within"), ("3973", "same")]


def test_levels_refuse_codes_of_another_length():
    nodes = table([("39", "Electronics"), ("39731", "Chips")], ("code", "name_en"))
    with pytest.raises(QgsProcessingException, match="39731"):
        statuses(["39"], ["39"], TAXONOMY=nodes, TAXONOMY_FORM="prefix", TAXONOMY_LEVELS="2,3,4")
    with pytest.raises(QgsProcessingException, match="“Digits of the levels”"):
        statuses(["39"], ["39"], TAXONOMY=nodes, TAXONOMY_FORM="prefix", TAXONOMY_LEVELS="4,3")


def test_points_say_what_belongs_to_what():
    nodes = table([("1", "A"), ("1.2", "B"), ("1.2.10", "C"), ("1.3", "D")], ("code", "name_en"))
    links = table([("1.3", "1.2", "parts")], ("upstream", "downstream", "note"))
    found = statuses(["1", "C"], ["D"], TAXONOMY=nodes, TAXONOMY_FORM="dotted", CHAINS=links)
    assert found == [("1", "belt_within"), ("1.2.10", "belt_upstream")]


def test_all_faults_of_tables_come_in_one_message():
    nodes = table([("X", "Y", "Bikes"), ("Z", None, "Bikes")], ("code", "parent", "name_en"))
    links = table([("X", "Q")], ("upstream", "downstream"))
    with pytest.raises(QgsProcessingException) as caught:
        statuses(["Bikes"], ["Bikes"], TAXONOMY=nodes, CHAINS=links)
    for words in (
        "Problems in the taxonomy (3)",
        "parent Y of X",
        "“Bikes” belongs to several nodes: X, Z",
        "names unknown nodes: Q",
    ):
        assert words in str(caught.value)


# Schemes.


def test_plain_codes_are_read_by_the_scheme_of_their_field():
    found = statuses(
        ["3973", "C3979", "39.0", "集成电路"], ["hs:26", "3973"], CLUSTER_SCHEME="gbt", BELT_SCHEME="gbt"
    )
    assert [nodes for nodes, _ in found] == ["IT.CHIP", "IT.MFG", "IT.MFG", "IT.CHIP"]
    assert [relation for _, relation in found] == ["same", "belt_within", "belt_within", "same"]
    assert statuses(["3973"], ["3973"])[0] == (None, "same")


def test_each_side_has_its_own_scheme():
    nodes = table([("chip", "Chips", "gbt:3973|nace:26.11")], ("code", "name_en", "aliases"))
    found = statuses(["3973"], ["C26.11"], TAXONOMY=nodes, CLUSTER_SCHEME="gbt", BELT_SCHEME="nace")
    assert found == [("chip", "same")]


def test_a_taxonomy_without_codes_of_the_scheme_is_that_scheme():
    nodes = table([("39", "Electronics"), ("397", "Devices")], ("code", "name_en"))
    found = statuses(
        ["C3979"], ["3911"], TAXONOMY=nodes, TAXONOMY_FORM="prefix", CLUSTER_SCHEME="gbt", BELT_SCHEME="gbt"
    )
    assert found == [("397", "cluster_within")]


def test_zeros_that_came_back_are_said():
    log = Log()
    found = statuses(["111", "3973"], ["0111"], log, CLUSTER_SCHEME="gbt", BELT_SCHEME="gbt")
    assert found[0] == ("AGRI.GRAIN.RICE", "same")
    assert (
        "“Classification of the cluster codes”: codes that have lost their leading zero, and are read with it: 1"
        in log.text()
        and "gbt:0111" in log.text()
    )


def test_a_scheme_that_is_no_word_is_refused():
    with pytest.raises(QgsProcessingException, match="国标"):
        statuses(["3973"], ["3973"], CLUSTER_SCHEME="国标")


# Encodings.

CLUSTERS = "id,city,industry\na,杭州市,服装\n"
BELTS = "id,city,product\nb,杭州市,连衣裙子\n"
NODES = "code,parent,name_zh,aliases\nX,,服装,成衣\nX.1,X,女装,连衣裙子\n"


def test_files_in_gbk_and_with_a_mark_are_read(tmp_path):
    clusters = csv(tmp_path / "clusters.csv", CLUSTERS, "gbk")
    belts = csv(tmp_path / "belts.csv", BELTS, "utf-8-sig")
    nodes = csv(tmp_path / "nodes.csv", NODES, "gb18030")
    for layer, encoding in ((clusters, "GBK"), (nodes, "GB18030")):
        layer.setProviderEncoding(encoding)
    (row,) = rows_of(match(clusters, belts, TAXONOMY=nodes)["OUTPUT"])
    assert (row["cb_rel"], row["cb_via"], row["cb_city"]) == ("belt_within", "X>X.1", "杭州市")


@pytest.mark.parametrize("wrong", ["clusters", "belts", "nodes", "aliases"])
def test_a_file_in_the_wrong_encoding_is_an_error_that_names_the_right_one(tmp_path, wrong):
    texts = {"clusters": CLUSTERS, "belts": BELTS, "nodes": NODES, "aliases": "text,code\n连衣裙子,X.1\n"}
    made = {
        name: csv(tmp_path / f"{name}.csv", text, "gbk" if name == wrong else "utf-8")
        for name, text in texts.items()
    }
    with pytest.raises(QgsProcessingException, match=rf"“{wrong}”.*GBK"):
        match(made["clusters"], made["belts"], TAXONOMY=made["nodes"], ALIASES=made["aliases"])


def test_names_of_fields_in_the_wrong_encoding_are_named_too(tmp_path):
    belts = csv(tmp_path / "belts.csv", "id,city,产品\nb,杭州市,女装\n", "gbk")
    with pytest.raises(QgsProcessingException, match=r"wrong encoding.*GBK"):
        match(table([("a", "杭州", "服装")], CLUSTER_FIELDS), belts, BELT_INDUSTRY="产品")
    belts.setProviderEncoding("GBK")
    belts.updateFields()
    found = match(table([("a", "杭州", "服装")], CLUSTER_FIELDS), belts, BELT_INDUSTRY="产品")
    assert found["MATCHED"] == 1


def test_a_delimited_text_layer_in_gbk_is_read(tmp_path):
    path = tmp_path / "belts.csv"
    path.write_bytes(BELTS.encode("gbk"))
    layer = QgsVectorLayer(f"file://{path}?type=csv&encoding=GBK", "belts", "delimitedtext")
    found = match(table([("a", "杭州", "服装")], CLUSTER_FIELDS), layer, CHECK="memory:")
    assert [row["text"] for row in rows_of(found["CHECK"])] == ["连衣裙子"]
