"""Chain links between cities as an algorithm: outputs, numbers, and what it says to input that lacks something."""

import pytest
from making import Log, rows_of, run, table
from members import members, sample_members, taxonomy
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException


def links(demand, supply=None, feedback=None, **parameters):
    if supply is not None:
        parameters = {"SUPPLIERS": supply, "SUPPLIER_WEIGHT": "w", **parameters}
    return run("chainlinks", feedback, INPUT=demand, WEIGHT="w", **taxonomy(), **parameters)


def near(value):
    return pytest.approx(value, abs=1e-6)


L1 = members("X:D"), members("Y:G", ("Z:G", 3))


def test_l1_comes_out_of_layers_as_it_does_of_arrays():
    result = links(*L1, FLOWS="memory:", NODES="memory:", BLOCKS="memory:")
    rows = rows_of(result["OUTPUT"])
    assert [(row["f_id"], row["t_id"], row["edge"], row["rank"]) for row in rows] == [
        ("Y:G", "X:D", "G>D", 1),
        ("Z:G", "X:D", "G>D", 2),
    ]
    assert [(row["share"], row["flow"], row["scope"]) for row in rows] == [
        (near(0.5), near(0.5), "nation")
    ] * 2
    assert (result["NEEDS"], result["UNMET"], result["LINK_COUNT"], result["BLOCK_COUNT"]) == (2, 1, 2, 3)
    assert (result["FLOW_TOTAL"], result["SHARE_LOCAL"]) == (near(1), 0)
    assert result["MEAN_KM"] == near((111.319491 + 333.958472) / 2)
    assert [row["unit"] for row in rows_of(result["NODES"])] == ["X", "Y", "Z"]
    assert [row["id"] for row in rows_of(result["BLOCKS"])] == ["X:D", "Y:G", "Z:G"]
    assert rows_of(result["FLOWS"])[0]["f_name"] == "city Y"


def test_lines_lead_from_supplier_to_customer_and_none_inside_a_city():
    made = links(members("X:D"), members("X:G", "Y:G"))["OUTPUT"]
    shapes = {f["f_citycd"]: f.geometry().asWkt() if f.hasGeometry() else None for f in made.getFeatures()}
    assert shapes == {"X": None, "Y": "LineString (1 0, 0 0)"}
    assert made.crs().authid() == "EPSG:4326"


def test_too_many_links_are_an_error_and_flows_alone_count_none():
    with pytest.raises(
        QgsProcessingException, match=r"There are 2 links, more than “Maximum number of links” = 1"
    ):
        links(*L1, MAX_LINKS=1)
    result = links(*L1, MAX_LINKS=1, OUTPUT=None, FLOWS="memory:")
    assert "OUTPUT" not in result and len(rows_of(result["FLOWS"])) == 2 and result["LINK_COUNT"] == 2


def test_rows_that_do_not_count_are_named_by_cause():
    log = Log()
    demand = members("X:D", ":D", "X:", ("Y:D", 0))
    links(demand, members("Y:G"), feedback=log)
    said = log.text()
    assert "rows left out, no city: 1 (2)" in said
    assert "rows left out, no industry: 1 (3)" in said
    assert "rows left out, weight 0: 1 (4)" in said


def test_a_layer_that_is_not_prepared_is_refused_with_the_way_to_mend_it():
    with pytest.raises(QgsProcessingException, match=r"no field cb_nodes, cb_citycd.*Read industries"):
        links(table([("a", "1")], ["name", "w"]))
    by_distance = table([("", "D", "1")], ["cb_citycd", "cb_nodes", "w"])
    with pytest.raises(QgsProcessingException, match="matched by distance have no cities"):
        links(by_distance)


def test_negative_weights_and_unknown_nodes_are_refused():
    with pytest.raises(QgsProcessingException, match="row 1: the weight -1 is negative"):
        links(members(("X:D", -1)))
    with pytest.raises(QgsProcessingException, match="code “Q”"):
        links(members("X:Q"))
    with pytest.raises(QgsProcessingException, match="no row has a city"):
        links(members(("X:D", 0)))


def test_chains_without_edges_and_industries_without_needs_are_refused():
    nodes = table([("D", "widgets")], ["code", "name_en"])
    with pytest.raises(QgsProcessingException, match="give “Your own industrial chains”"):
        run("chainlinks", INPUT=members("X:D"), TAXONOMY=nodes)
    with pytest.raises(QgsProcessingException, match=r"these industries: G"):
        links(members("X:G"))


def test_needs_that_nobody_serves_leave_nodes_with_zeros_and_a_warning():
    log = Log()
    result = links(members(("X:D", 2)), members("Y:T"), NODES="memory:", feedback=log)
    assert "No need has a supplier" in log.text() and "industry D (2)" in log.text()
    assert [row["flow_in"] for row in rows_of(result["NODES"])] == [0, 0] and result["SHARE_LOCAL"] is None


def test_needs_that_nobody_serves_stand_in_no_sum_but_the_count_unless_they_have_a_weight_of_their_own():
    demand, supply = members(("X:D", 2), "X:T"), members("Y:D")
    for coefficient, unmet, only in (("supply", 0, True), ("equal", 2.5, False)):
        log = Log()
        result = links(demand, supply, log, NODES="memory:", COEFFICIENT=coefficient)
        assert "industry D (2)" in log.text() and ("counted only in UNMET" in log.text()) == only
        assert sum(row["unmet"] for row in rows_of(result["NODES"])) == near(unmet)
        assert (result["NEEDS"], result["UNMET"]) == (4, 3)


def test_points_without_a_reference_system_are_measured_in_their_plane():
    plain = [layer.clone() for layer in L1]
    for layer in plain:
        layer.setCrs(QgsCoordinateReferenceSystem())
    log = Log()
    result = links(*plain, LOCAL_KM=0.5, feedback=log)
    assert [(row["km"], row["share"]) for row in rows_of(result["OUTPUT"])] == [
        (near(1), near(0.5)),
        (near(3), near(0.5)),
    ]
    assert "no coordinate reference system" in log.text()


def test_a_bundled_code_among_points_without_a_reference_system_is_refused():
    layer = members("X:D", "440300:G")
    layer.setCrs(QgsCoordinateReferenceSystem())
    with pytest.raises(QgsProcessingException, match="440300"):
        links(layer)


def test_bundled_codes_need_no_points_and_have_their_names():
    rows = table([("440300", "D", "1"), ("310000", "G", "1")], ["cb_citycd", "cb_nodes", "w"])
    row = rows_of(links(rows)["OUTPUT"])[0]
    assert (row["f_city"], row["t_city"], round(row["km"])) == ("上海市", "深圳市", 1211)


def test_provinces_are_those_of_the_gazetteer():
    rows = table(
        [("440300", "D", "1"), ("440100", "G", "1"), ("310000", "G", "1")], ["cb_citycd", "cb_nodes", "w"]
    )
    result = links(rows, UNIT="province", NODES="memory:")
    assert {row["unit"]: row["name"] for row in rows_of(result["NODES"])} == {"44": "广东省", "31": "上海市"}
    assert {row["f_city"]: row["scope"] for row in rows_of(result["OUTPUT"])} == {
        "广州市": "province",
        "上海市": "nation",
    }
    with pytest.raises(QgsProcessingException, match=r"cb_citycd.*: 3 \(X"):
        links(*L1, UNIT="province")


def test_groups_can_be_those_of_a_table():
    regions = table([("X", "east", "1"), ("Y", "east", "1"), ("Y", "west", "2")], ["code", "group", "rank"])
    log = Log()
    result = links(*L1, UNIT="group", REGIONS=regions, NODES="memory:", feedback=log)
    assert [row["unit"] for row in rows_of(result["NODES"])] == ["east", None]
    assert {row["f_city"]: row["scope"] for row in rows_of(result["OUTPUT"])} == {
        "city Y": "group",
        "city Z": "nation",
    }
    assert "Cities in a city group: 2 of 3" in log.text() and "Y west" in log.text()
    twice = table([("X", "east"), ("X", "west")], ["code", "group"])
    with pytest.raises(QgsProcessingException, match="X \\(east, west\\)"):
        links(*L1, REGIONS=twice)


def test_counties_are_in_the_group_of_their_prefecture_and_memory_is_marked():
    rows = table([("440305", "D", "1"), ("370100", "G", "1")], ["cb_citycd", "cb_nodes", "w"])
    log = Log()
    nodes = rows_of(links(rows, UNIT="group", NODES="memory:", feedback=log)["NODES"])
    assert {row["unit"] for row in nodes} == {"珠三角", "山东半岛"}
    assert "For 1 of them the bundled table is not confirmed" in log.text()


def test_cities_without_a_point_are_named():
    log = Log()
    demand = members("X:D", "Q:D", points={"X": "Point(0 0)", "Y": "Point(1 0)"})
    links(demand, members("Y:G"), feedback=log)
    assert "Cities without a point, which are left out (1): city Q" in log.text()


def test_the_log_says_that_links_are_potential_and_how_needs_weigh():
    log = Log()
    links(*L1, feedback=log)
    assert "potential" in log.text() and "“Weights of the needs”" in log.text()
    chains = table([("G", "D", "2"), ("C", "D", "1")], ["upstream", "downstream", "weight"])
    log = Log()
    result = run("chainlinks", log, INPUT=L1[0], SUPPLIERS=L1[1], **{**taxonomy(), "CHAINS": chains})
    assert "“Weights of the needs” is not used" in log.text() and result["FLOW_TOTAL"] == near(2 / 3)


def test_the_sample_shows_what_a_regional_scientist_expects():
    result = run("chainlinks", INPUT=sample_members(), UNIT="group", NODES="memory:", LANGUAGE="zh")
    display = [
        r
        for r in rows_of(result["OUTPUT"])
        if r["t_id"] == "440300:IT.DISPLAY" and r["edge"] == "IT.CHIP>IT.DISPLAY"
    ]
    assert [(row["f_city"], round(row["share"], 2)) for row in display] == [
        ("上海市", 0.55),
        ("武汉市", 0.25),
        ("合肥市", 0.21),
    ]
    own = {
        row["name"]: round(row["sh_self"], 2)
        for row in rows_of(result["NODES"])
        if row["sh_self"] is not None
    }
    assert (own["长三角"], own["长江中游"], own["山东半岛"], own["珠三角"]) == (0.55, 0.46, 0.32, 0.39)


def test_cities_of_rows_that_do_not_count_are_no_places():
    result = links(members("X:D", ("Y:D", 0)), members("X:G"), NODES="memory:")
    assert [row["unit"] for row in rows_of(result["NODES"])] == ["X"]
