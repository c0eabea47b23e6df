"""Virtual clusters as an algorithm: outputs, numbers, and what it says to input that lacks something."""

import pytest
from making import Log, rows_of, run, table
from members import sample_members
from qgis.core import QgsFeature, QgsGeometry, QgsProcessingException, QgsVectorLayer

V1 = [
    ("a", "b", "6", "50"),
    ("c", "b", "3", "150"),
    ("c", "d", "1", "10"),
    ("d", "e", "2", "400"),
    ("a", "e", "1", "10"),
]
POINTS = {"a": 0.0, "b": 1.0, "c": 2.0, "d": 10.0, "e": 20.0}


def links(rows=V1):
    return table(rows, ["f_id", "t_id", "flow", "road"])


def blocks(ids="abcde", cities=None):
    rows = [
        (f"Point({POINTS[i]} 0)", i, (cities or {}).get(i, i.upper()), f"made in {i}", f"industry {i}")
        for i in ids
    ]
    return table(rows, ["id", "citycd", "city", "industry"], "Point")


def clusters(feedback=None, **parameters):
    given = {"LINKS": links(), "BLOCKS": blocks(), "DISTANCE": "road", **parameters}
    return run("virtualclusters", feedback, **given)


def near(value):
    return pytest.approx(value, abs=1e-6)


def test_v1_comes_out_of_layers_as_it_does_of_arrays():
    result = clusters(SPOKES="memory:", TABLE="memory:")
    rows = rows_of(result["OUTPUT"])
    assert [(row["id"], row["vc_id"], row["vc_role"], row["vc_core"], row["vc_parent"]) for row in rows] == [
        ("a", 1, "member", "b", "b"),
        ("b", 1, "core", "b", None),
        ("c", 1, "member", "b", "b"),
        ("d", 2, "core", "d", None),
        ("e", 2, "member", "d", "d"),
    ]
    assert [row["vc_f"] for row in rows] == [near(1.154151), 0, near(1.287682), 0, near(1.405465)]
    assert [row["vc_km"] for row in rows] == [50, 0, 150, 0, 400]
    table_rows = rows_of(result["TABLE"])
    assert [(row["core"], row["kind"], row["npi"]) for row in table_rows] == [
        ("b", "near", near(1 / 3)),
        ("d", "virtual", 1),
    ]
    assert table_rows[0]["city_list"] == "made in b, made in a, made in c"
    assert [(row["from_id"], row["to_id"], row["flow"]) for row in rows_of(result["SPOKES"])] == [
        ("a", "b", 6), ("c", "b", 3), ("e", "d", 2),
    ]  # fmt: skip
    numbers = {
        name: result[name] for name in ("VC_COUNT", "VIRTUAL", "NEAR", "LOCAL", "SINGLE", "SHARE_INSIDE")
    }
    assert numbers == {
        "VC_COUNT": 2,
        "VIRTUAL": 1,
        "NEAR": 1,
        "LOCAL": 0,
        "SINGLE": 0,
        "SHARE_INSIDE": near(11 / 13),
    }


def test_a_limit_of_distance_leaves_blocks_single_and_none_is_no_limit():
    log = Log()
    result = clusters(feedback=log, MAX_F=1.2)
    single = [row for row in rows_of(result["OUTPUT"]) if row["vc_role"] == "single"]
    assert [row["id"] for row in single] == ["c", "d", "e"]
    assert all(
        row[name] is None for row in single for name in ("vc_id", "vc_core", "vc_f", "vc_km", "vc_share")
    )
    assert "blocks that remain single: 3 of 5" in log.text() and "% of the flow is within" in log.text()
    assert clusters(MAX_F=None)["VC_COUNT"] == 2
    with pytest.raises(QgsProcessingException, match=r"“Maximum functional distance” is 0\.5"):
        clusters(MAX_F=0.5)


def test_points_tell_the_distance_where_no_field_does():
    rows = rows_of(clusters(DISTANCE="", TABLE="memory:")["TABLE"])
    assert [(row["core"], round(row["max_km"])) for row in rows] == [("b", 111), ("d", 1113)]


def test_rows_come_by_id_whatever_their_order():
    shuffled = clusters(BLOCKS=blocks("edcba"), LINKS=links(V1[::-1]))
    assert rows_of(shuffled["OUTPUT"]) == rows_of(clusters()["OUTPUT"])
    assert [f.geometry().asWkt() for f in shuffled["OUTPUT"].getFeatures()][:2] == [
        "Point (0 0)",
        "Point (1 0)",
    ]


def test_ids_that_no_block_has_are_rows_with_an_id_alone():
    log = Log()
    rows = rows_of(clusters(feedback=log, BLOCKS=blocks("abcd"))["OUTPUT"])
    assert (
        [row["id"] for row in rows] == list("abcde") and rows[-1]["citycd"] is None and rows[-1]["vc_id"] == 2
    )
    assert "Ids of links that are not in “Blocks”; their rows hold the id only: 1 (e)" in log.text()


def test_links_that_do_not_count_are_named_by_cause():
    log = Log()
    clusters(feedback=log, LINKS=links([*V1, ("a", "a", "3", ""), ("a", "c", "0", ""), ("a", "", "1", "")]))
    said = log.text()
    assert "links left out, from a block to itself: 1 (6)" in said
    assert "links left out, weight 0: 1 (7)" in said
    assert "links left out, an id is missing: 1 (8)" in said
    with pytest.raises(QgsProcessingException, match="the weight -1 is negative"):
        clusters(LINKS=links([("a", "b", "-1", "")]))
    with pytest.raises(QgsProcessingException, match="no row links two blocks"):
        clusters(LINKS=links([("a", "b", "0", "")]))


@pytest.mark.parametrize("kind", ["integer", "double", "string(1)"])
@pytest.mark.parametrize("target", ["memory:", "blocks.gpkg"])
def test_ids_that_no_block_has_are_written_whatever_the_type_of_the_others(kind, target, tmp_path):
    layer = QgsVectorLayer(f"Point?crs=EPSG:4326&field=id:{kind}&field=citycd:string", "b", "memory")
    for number in (1, 2):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([str(number) if kind.startswith("string") else number, f"C{number}"])
        feature.setGeometry(QgsGeometry.fromWkt(f"Point({number} 0)"))
        assert layer.dataProvider().addFeature(feature)
    log, flows = Log(), links([("1", "2", "6", ""), ("x9", "1", "2", ""), ("01", "2", "1", "")])
    target = target if target == "memory:" else str(tmp_path / target)
    output = clusters(log, LINKS=flows, BLOCKS=layer, OUTPUT=target)["OUTPUT"]
    rows = rows_of(QgsVectorLayer(output, "o", "ogr") if isinstance(output, str) else output)
    assert [(row["id"], row["citycd"]) for row in rows] == [
        ("01", None), ("1", "C1"), ("2", "C2"), ("x9", None),
    ]  # fmt: skip
    assert "their rows hold the id only: 2 (01, x9)" in log.text()


@pytest.mark.parametrize("method", ["dominant", "communities"])
def test_blocks_without_any_link_are_all_single(method):
    log = Log()
    result = clusters(log, LINKS=links([]), METHOD=method, SPOKES="memory:", TABLE="memory:")
    rows = rows_of(result["OUTPUT"])
    assert [(row["id"], row["vc_role"], row["vc_id"]) for row in rows] == [
        (i, "single", None) for i in "abcde"
    ]
    assert (result["VC_COUNT"], result["SINGLE"], result["SHARE_INSIDE"]) == (0, 5, None)
    assert rows_of(result["SPOKES"]) == rows_of(result["TABLE"]) == []
    assert "Layer “table” has no rows." in log.text()
    with pytest.raises(QgsProcessingException, match="has no rows"):
        run("virtualclusters", LINKS=links([]))


def test_the_same_id_twice_is_refused():
    with pytest.raises(QgsProcessingException, match="rows 1 and 6 have the same id a"):
        clusters(BLOCKS=blocks("abcdea"))


def test_lines_need_no_blocks():
    rows = [(f"LineString({POINTS[a]} 0, {POINTS[b]} 0)", a, b, flow) for a, b, flow, _ in V1]
    result = run(
        "virtualclusters", LINKS=table(rows, ["f_id", "t_id", "flow"], "LineString"), TABLE="memory:"
    )
    assert [(row["id"], row["vc_core"]) for row in rows_of(result["OUTPUT"])] == [
        (i, c) for i, c in zip("abcde", "bbbdd")
    ]
    assert [f.geometry().asWkt() for f in result["OUTPUT"].getFeatures()][3] == "Point (10 0)"
    with pytest.raises(QgsProcessingException, match="give “Blocks”"):
        run("virtualclusters", LINKS=links())


def test_blocks_of_one_city_are_local():
    result = clusters(BLOCKS=blocks(cities=dict.fromkeys("abcde", "X")), TABLE="memory:")
    assert {row["kind"] for row in rows_of(result["TABLE"])} == {"local"} and result["LOCAL"] == 2
    assert clusters(BLOCKS=blocks(cities=dict.fromkeys("abcde", "X")), MIN_CITIES=2)["VC_COUNT"] == 0


def test_blocks_without_points_and_links_without_distances_have_no_kind():
    rows = table([(i, i) for i in "abcde"], ["id", "citycd"])
    log = Log()
    result = clusters(feedback=log, BLOCKS=rows, DISTANCE="", TABLE="memory:")
    assert [row["kind"] for row in rows_of(result["TABLE"])] == [None, None] and result["NPI"] is None
    assert "at their ends: 2." in log.text()


def test_the_log_tells_the_share_inside_and_the_single_blocks():
    log = Log()
    result = clusters(log, MAX_F=1.2)
    assert (result["SINGLE"], result["SHARE_INSIDE"]) == (3, near(6 / 13))
    assert "blocks that remain single: 3 of 5. 46.2 % of the flow is within clusters" in log.text()


def test_the_span_is_the_greatest_distance_of_the_links_inside():
    result = clusters(SPOKES="memory:", TABLE="memory:")
    spans = {row["vc_id"]: row["max_km"] for row in rows_of(result["TABLE"])}
    assert spans == {1: 150, 2: 400}
    for row in (*rows_of(result["OUTPUT"]), *rows_of(result["SPOKES"])):
        assert row["vc_span"] == spans[row["vc_id"]]
    single = clusters(MAX_F=1.2)["OUTPUT"]
    assert {row["vc_span"] for row in rows_of(single) if row["vc_role"] == "single"} == {None}


def test_what_flows_inside_a_city_is_near_however_long_its_way():
    result = clusters(BLOCKS=blocks(cities={"d": "E", "e": "E"}), TABLE="memory:")
    assert [(row["kind"], row["npi"]) for row in rows_of(result["TABLE"])] == [
        ("near", near(1 / 3)), ("local", 0.0),
    ]  # fmt: skip


def test_members_are_marked_with_the_cluster_of_their_strongest_block():
    rows = [("X:A", "X", "A", "x"), ("X:B", "X", "B", "x"), ("Y:B", "Y", "B", "y")]
    points = table(
        [("Point(0 0)", *row[:2], row[3], row[2]) for row in rows],
        ["id", "citycd", "city", "industry"],
        "Point",
    )
    tied = table([("X:A", "Y:B", "3"), ("X:B", "Y:B", "1")], ["f_id", "t_id", "flow"])
    members = table(
        [("X", "A|B"), ("X", "B"), ("Z", "B"), ("X", None), ("Y", "B")], ["cb_citycd", "cb_nodes"]
    )
    made = run("virtualclusters", LINKS=tied, BLOCKS=points, ROWS=members, ROWS_OUT="memory:", MAX_F=1.1)[
        "ROWS_OUT"
    ]
    assert [(row["vc_role"], row["vc_core"]) for row in rows_of(made)] == [
        ("member", "Y:B"), ("member", "Y:B"), (None, None), (None, None), ("core", "Y:B"),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def study():
    made = run("chainlinks", INPUT=sample_members(), BLOCKS="memory:", LANGUAGE="zh")
    return made, run("virtualclusters", LINKS=made["OUTPUT"], BLOCKS=made["BLOCKS"], TABLE="memory:")


def test_rare_earths_of_baotou_and_ganzhou_and_the_magnets_of_ningbo_are_one_virtual_cluster(study):
    _, result = study
    of_block = {row["id"]: row["vc_id"] for row in rows_of(result["OUTPUT"])}
    baotou, ganzhou, ningbo = (
        {vc for block, vc in of_block.items() if block.startswith(f"{city}:{node}")}
        for city, node in (
            ("150200", "MAT.FUNC.RE"),
            ("360700", "MAT.FUNC.RE"),
            ("330200", "MAT.FUNC.MAG"),
        )
    )
    assert len(baotou & ganzhou & ningbo) == 1
    cluster = next(row for row in rows_of(result["TABLE"]) if row["vc_id"] in baotou & ganzhou & ningbo)
    assert cluster["kind"] == "virtual" and cluster["max_km"] > 1500


def test_communities_are_another_way(study):
    made, _ = study
    result = run(
        "virtualclusters", LINKS=made["OUTPUT"], BLOCKS=made["BLOCKS"], METHOD="communities", SPOKES="memory:"
    )
    assert result["MODULARITY"] > 0.5 and result["VC_COUNT"] > 5
    assert {row["f"] for row in rows_of(result["SPOKES"])} == {None}
