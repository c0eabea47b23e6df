"""Links of one's own and chains of an input–output table, as docs/virtual-clusters.md tells it: the page's own tables."""

import re
from pathlib import Path

import pytest
from making import rows_of, run, table
from qgis.core import QgsVectorLayer

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "virtual-clusters.md").read_text(encoding="utf-8")
ORDERS, FIRMS, MATRIX = re.findall(r"```csv\n(.*?)```", PAGE, re.S)
NODES = [("20", "chemicals", "nace:20"), ("26", "electronics", "nace:26"), ("29", "vehicles", "nace:29")]


def csv_layer(folder, name, text):
    """A CSV file as people drag it into QGIS: every column is text."""
    path = folder / f"{name}.csv"
    path.write_text(text, encoding="utf-8")
    return QgsVectorLayer(str(path), name, "ogr")


def placed(layer):
    return run("placecities", INPUT=layer, CITY="city")["OUTPUT"]


def near(value):
    return pytest.approx(value, abs=1e-6)


def test_orders_between_firms_make_virtual_clusters(tmp_path):
    result = run(
        "virtualclusters",
        LINKS=csv_layer(tmp_path, "orders", ORDERS), FROM="seller", TO="buyer", WEIGHT="amount",
        BLOCKS=placed(csv_layer(tmp_path, "firms", FIRMS)), BLOCK_ID="firm", BLOCK_CITY="cb_citycd", BLOCK_IND="industry",
        TABLE="memory:", SPOKES="memory:",
    )  # fmt: skip
    assert (result["VC_COUNT"], result["VIRTUAL"], result["SHARE_INSIDE"]) == (2, 2, near(110 / 111))
    rows = {row["firm"]: row for row in rows_of(result["OUTPUT"])}
    assert {firm: row["vc_core"] for firm, row in rows.items()} == {
        "F1": "F3", "F2": "F3", "F3": "F3", "F4": "F3", "F5": "F5", "F6": "F5",
    }  # fmt: skip
    assert rows["F4"]["vc_f"] == near(1.048790) and rows["F1"]["vc_f"] == 1
    first, second = rows_of(result["TABLE"])
    assert (first["core_city"], first["core_ind"], first["npi"]) == ("宁波市", "magnets", near(0.8))
    assert first["city_list"] == "宁波市, 包头市, 赣州市" and first["max_km"] == pytest.approx(1595, abs=5)
    assert (second["cities"], second["npi"], second["flow"]) == (2, 1, 10)
    assert len(rows_of(result["SPOKES"])) == 4


def test_patents_between_cities_have_no_direction(tmp_path):
    cities = placed(csv_layer(tmp_path, "cities", "city,firms\n北京市,9\n天津市,4\n上海市,8\n深圳市,7\n"))
    pairs = "a,b,patents\n北京市,天津市,6\n上海市,北京市,2\n深圳市,上海市,5\n"
    turned = "a,b,patents\n天津市,北京市,6\n北京市,上海市,1\n北京市,上海市,1\n上海市,深圳市,5\n"
    made = []
    for name, text in (("pairs", pairs), ("turned", turned)):
        result = run(
            "virtualclusters", LINKS=csv_layer(tmp_path, name, text), FROM="a", TO="b", WEIGHT="patents",
            BLOCKS=cities, BLOCK_ID="city", BLOCK_CITY="cb_citycd",
        )  # fmt: skip
        made.append(
            [(row["city"], row["vc_core"], row["vc_f"], row["vc_km"]) for row in rows_of(result["OUTPUT"])]
        )
    assert made[0] == made[1]
    # The tie of Beijing and Tianjin is near; Shanghai and Shenzhen hang together, and not on Beijing.
    assert {city: core for city, core, *_ in made[0]} == {
        "北京市": "北京市", "天津市": "北京市", "上海市": "上海市", "深圳市": "上海市",
    }  # fmt: skip


def test_shareholdings_as_lines_need_no_blocks():
    rows = [("LineString(0 0, 10 0)", "a", "b", "51"), ("LineString(10 0, 10 0.5)", "b", "c", "30")]
    held = table(rows, ["owner", "owned", "share"], "LineString")
    result = run("virtualclusters", LINKS=held, FROM="owner", TO="owned", WEIGHT="share", TABLE="memory:")
    (row,) = rows_of(result["TABLE"])
    assert (row["blocks"], row["core"], row["kind"]) == (3, "b", "virtual")
    assert row["npi"] == near(51 / 81)
    ends = {row["id"]: row.geometry().asPoint().x() for row in result["OUTPUT"].getFeatures()}
    assert ends == {"a": 0, "b": 10, "c": 10}


def test_an_input_output_table_becomes_chains_whose_coefficients_weigh_the_needs(tmp_path):
    own = table(NODES, ["code", "name_en", "aliases"])
    made = run(
        "chainsfromio",
        INPUT=csv_layer(tmp_path, "io", MATRIX),
        SECTOR="sector",
        TOTAL="total",
        SCHEME="nace",
        TAXONOMY=own,
    )
    edges = {f"{row['upstream']}>{row['downstream']}": row["weight"] for row in rows_of(made["OUTPUT"])}
    assert edges == {"20>26": near(0.1), "20>29": near(0.05), "26>29": near(0.15)}
    points = {"Lyon": "Point(4.8 45.8)", "Turin": "Point(7.7 45.1)"}
    cells = [("Lyon", "20"), ("Turin", "29"), ("Turin", "26")]
    members = table([(points[city], city, node) for city, node in cells], ["cb_citycd", "cb_nodes"], "Point")
    links = run("chainlinks", INPUT=members, TAXONOMY=own, CHAINS=made["OUTPUT"], BLOCKS="memory:")
    flows = {row["edge"]: row["flow"] for row in rows_of(links["OUTPUT"])}
    assert flows == {"20>26": near(1), "20>29": near(0.25), "26>29": near(0.75)}
    result = run("virtualclusters", LINKS=links["OUTPUT"], BLOCKS=links["BLOCKS"])
    assert result["VC_COUNT"] == 1 and result["SINGLE"] == 0


def test_the_bundled_taxonomy_knows_the_codes_of_the_page(tmp_path):
    made = run(
        "chainsfromio", INPUT=csv_layer(tmp_path, "io", MATRIX), SECTOR="sector", TOTAL="total", SCHEME="nace"
    )
    assert made["UNREAD"] == 0 and made["EDGES"] > 0
