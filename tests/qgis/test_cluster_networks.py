"""Networks of membership as an algorithm: outputs, numbers, and what it says to input that lacks something."""

import numpy as np
import pytest
from clusterbelt.processing.layers.virtual.members import least_names
from making import Log, rows_of, run, table
from members import POINTS, taxonomy
from qgis.core import QgsProcessingException

N1 = [("G1", "a", "X"), ("G1", "b", "X"), ("G1", "c", "Y"), ("G2", "c", "Y"), ("G2", "d", "Z")]
ALL = dict.fromkeys(("SPOKES", "FLOWS", "MEMBERS", "GROUP_LINKS", "INDUSTRIES", "MODES"), "memory:")


def rows(entries, nodes=None, roles=None, mode=""):
    """Memberships (group, member, city)."""
    return table(
        [
            (
                POINTS.get(city),
                group,
                member,
                city,
                f"city {city}",
                (nodes or {}).get(member),
                (roles or {}).get(member),
                mode,
            )
            for group, member, city in entries
        ],
        ["grp", "who", "cb_citycd", "cb_city", "cb_nodes", "role", "mode"],
        "Point",
    )


def network(layer, feedback=None, **parameters):
    given = {"MEMBER": "who", "GROUP": "grp", **taxonomy(), **parameters}
    return run("clusternetworks", feedback, INPUT=layer, **given)


def near(value):
    return pytest.approx(value, abs=1e-6)


def test_n1_comes_out_of_layers_as_it_does_of_arrays():
    result = network(rows(N1), **ALL)
    groups = rows_of(result["OUTPUT"])
    assert [(g["grp"], g["members"], g["core"], g["core_by"]) for g in groups] == [
        ("G1", 3, "X", "largest"),
        ("G2", 2, "Y", "largest"),
    ]
    assert (groups[0]["sh_out"], groups[0]["mean_km"], groups[0]["eff"]) == (
        near(1 / 3),
        near(37.106497),
        near(1.8),
    )
    assert [(r["f_unit"], r["t_unit"], r["flow"]) for r in rows_of(result["FLOWS"])] == [
        ("X", "Y", 1), ("Y", "Z", 1), ("X", "X", 0.5),
    ]  # fmt: skip
    assert {r["member"]: r["bridge"] for r in rows_of(result["MEMBERS"])} == {"a": 0, "b": 0, "c": 1, "d": 0}
    assert [(r["shared"], r["jaccard"]) for r in rows_of(result["GROUP_LINKS"])] == [(1, 0.25)]
    assert [f.geometry().asWkt() for f in result["SPOKES"].getFeatures()] == [
        "LineString (0 0, 1 0)",
        "LineString (1 0, 3 0)",
    ]
    assert [(r["mode"], r["grps"], r["members"]) for r in rows_of(result["MODES"])] == [(None, 2, 2.5)]
    numbers = {k: result[k] for k in ("GROUP_COUNT", "MEMBER_COUNT", "BRIDGE_COUNT", "SHARE_OUT")}
    assert numbers == {"GROUP_COUNT": 2, "MEMBER_COUNT": 4, "BRIDGE_COUNT": 1, "SHARE_OUT": near(2 / 5)}
    assert result["MEAN_KM"] == near((111.319491 + 222.638982) / 5)


def test_n2_a_role_makes_the_core():
    second = rows_of(network(rows(N1, roles={"d": "核心"}), ROLE="role")["OUTPUT"])[1]
    assert (second["core"], second["core_by"]) == ("Z", "role")
    other = rows_of(network(rows(N1, roles={"d": "Lead"}), ROLE="role", CORE_VALUES="boss")["OUTPUT"])[1]
    assert other["core_by"] == "largest"


def test_n3_ties_cross_industries():
    nodes = {"a": "G", "b": "G", "c": "T", "d": "G"}
    result = network(rows(N1, nodes), INDUSTRIES="memory:")
    found = [(r["ind_a"], r["ind_b"], r["name_b"], r["flow"]) for r in rows_of(result["INDUSTRIES"])]
    assert found == [("G", "T", "industry T", 2), ("G", "G", "industry G", 0.5)]


def test_a_cell_may_hold_several_groups():
    layer = rows([("G1|G2、G3", "a", "X"), ("G1", "b", "Y")])
    assert {g["grp"]: g["members"] for g in rows_of(network(layer)["OUTPUT"])} == {"G1": 2, "G2": 1, "G3": 1}


def test_members_may_stand_in_a_layer_of_their_own():
    memberships = table([(g, m) for g, m, _ in [*N1, ("G2", "stranger", "X")]], ["grp", "who"])
    people = table(
        [(POINTS[c], m, c, "D") for m, c in (("a", "X"), ("b", "X"), ("c", "Y"), ("d", "Z"))],
        ["name", "cb_citycd", "cb_nodes"],
        "Point",
    )
    log = Log()
    result = network(memberships, feedback=log, MEMBERS_LAYER=people, MEMBER_ID="name")
    assert [g["members"] for g in rows_of(result["OUTPUT"])] == [3, 2] and result["SHARE_OUT"] == near(0.4)
    assert "member without a place: 1 (stranger)" in log.text()
    with pytest.raises(QgsProcessingException, match="needs “Id in the layer of the members”"):
        network(memberships, MEMBERS_LAYER=people)
    with pytest.raises(QgsProcessingException, match="no field cb_citycd"):
        network(memberships)


@pytest.mark.parametrize("codes", [("X",), ()])
def test_a_name_without_a_code_names_no_city(codes):
    city = np.array([-1, 0][: 1 + len(codes)])
    names = np.array(["a first name", "city X"][: len(city)], dtype=object)
    assert least_names(city, codes, names) == dict.fromkeys(codes, "city X")


def test_memberships_may_end():
    entries = [("G", "a", "X", "2010", ""), ("G", "b", "Y", "2015", "2018"), ("G", "c", "Z", "", "9999")]
    layer = table(
        [(POINTS[c], g, m, c, since, until) for g, m, c, since, until in entries],
        ["grp", "who", "cb_citycd", "since", "until"],
        "Point",
    )
    years = {"SINCE": "since", "UNTIL": "until"}
    assert [network(layer, **years, AS_OF=year)["MEMBER_COUNT"] for year in (2009, 2012, 2018, 2019)] == [
        1,
        2,
        3,
        2,
    ]
    assert network(layer, **years)["MEMBER_COUNT"] == 3


def test_rows_without_member_group_or_city_are_named():
    log = Log()
    network(rows([*N1, ("", "x", "X"), ("G1", "", "X"), ("G1", "y", "")]), feedback=log)
    for cause in (
        "rows left out, no member: 1 (7)",
        "rows left out, no group: 1 (6)",
        "member without a place: 1 (y)",
    ):
        assert cause in log.text()
    assert "no city" not in log.text(), "one row, one cause"


def test_a_row_without_a_city_counts_where_another_tells_the_city_of_its_member():
    log = Log()
    found = rows_of(network(rows([*N1, ("G3", "d", "")]), feedback=log)["OUTPUT"])
    assert ("G3", 1) in {(row["grp"], row["members"]) for row in found}
    assert "left out" not in log.text()


def test_a_group_without_a_mode_gets_a_hint_in_the_language_asked_for():
    nodes = {"a": "D", "b": "G", "c": "G", "d": "C"}
    layer = rows([("P", m, "X") for m in "abcd"], nodes, {"a": "core"})
    hint = rows_of(network(layer, ROLE="role")["OUTPUT"])[0]
    assert hint["hint_mode"] == "supply_chain" and hint["hint"].startswith("100 %") and hint["mode"] is None
    assert "供应链" in rows_of(network(layer, ROLE="role", LANGUAGE="zh")["OUTPUT"])[0]["hint"]
    given = rows([("P", m, "X") for m in "abcd"], nodes, {"a": "core"}, "platform")
    assert rows_of(network(given, ROLE="role", MODE="mode")["OUTPUT"])[0]["hint"] is None


def test_too_many_lines_are_refused():
    with pytest.raises(QgsProcessingException, match="3 lines, more than “Maximum number of lines” = 2"):
        network(rows(N1), FLOWS="memory:", MAX_LINES=2)


def test_rows_that_are_left_out_are_counted_as_rows_not_as_members_or_groups():
    memberships = table(
        [("G1", "a"), ("G1|G2", "lost"), ("G2", "lost"), ("G3", "gone"), ("G2", "b")], ["grp", "who"]
    )
    people = table([(POINTS[c], m, c) for m, c in (("a", "X"), ("b", "Y"))], ["name", "cb_citycd"], "Point")
    log = Log()
    network(memberships, feedback=log, MEMBERS_LAYER=people, MEMBER_ID="name")
    assert "Rows left out, member without a place: 3 (lost × 2, gone)" in log.text()


def test_a_table_without_memberships_is_refused_with_its_fields():
    without = rows([("", "a", "X"), ("G", "", "Y")])
    with pytest.raises(QgsProcessingException, match=r"no row has a member .“who”. and a group .“grp”."):
        network(without)
    ended = table([("Point(0 0)", "G", "a", "X", "2001")], ["grp", "who", "cb_citycd", "until"], "Point")
    with pytest.raises(QgsProcessingException, match="no row that is valid in 2020 has a member"):
        network(ended, UNTIL="until", AS_OF=2020)
