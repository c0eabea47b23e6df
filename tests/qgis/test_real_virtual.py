"""Real and virtual agglomeration as an algorithm: outputs, numbers, and what it says to input that misleads."""

import pytest
from making import Log, rows_of, run, table
from members import members, sample_members, taxonomy
from qgis.core import QgsProcessingException

POINTS = {code: f"Point({i} 0)" for i, code in enumerate("PQRS")}
OFF = [("P:G", 4), ("Q:G", 1), ("S:G", 3)]
ON = [("P:G", 1), ("Q:G", 1), ("R:G", 2)]


def compare(off=OFF, on=ON, feedback=None, **parameters):
    own = {k: v for k, v in taxonomy().items() if k != "CHAINS"}
    layers = {"INPUT": members(*off, points=POINTS), "ONLINE": members(*on, points=POINTS)}
    return run(
        "realvirtual", feedback, **{"WEIGHT": "w", "ONLINE_WEIGHT": "w", **own, **layers, **parameters}
    )


def near(value):
    return pytest.approx(value, abs=1e-6)


def test_r1_comes_out_of_layers_as_it_does_of_arrays():
    result = compare(INDUSTRIES="memory:")
    rows = {row["region"]: row for row in rows_of(result["OUTPUT"])}
    assert list(rows) == ["P", "S", "Q", "R"]
    p = rows["P"]
    assert [p[k] for k in ("class", "tilt", "c", "d", "d_mod", "grade", "lag")] == [
        "both", near(-1 / 3), near(0.942809), near(0.840896), near(0.612372), "good", "online",
    ]  # fmt: skip
    assert (rows["R"]["class"], rows["R"]["d"], rows["R"]["grade"], rows["R"]["rate_m"]) == (
        "virtual",
        0,
        "absent",
        None,
    )
    numbers = {k: result[k] for k in ("REGION_COUNT", "BOTH", "REAL", "VIRTUAL", "NONE")}
    assert numbers == {"REGION_COUNT": 4, "BOTH": 2, "REAL": 1, "VIRTUAL": 1, "NONE": 0}
    assert result["MEAN_C"] == near(2 * 0.942809 / 4)
    assert rows_of(result["INDUSTRIES"])[0]["both"] == 2
    assert next(result["OUTPUT"].getFeatures()).geometry().asWkt() == "Point (0 0)"


def test_r3_industries_are_told_apart_by_node_or_root():
    off, on = [("P:D.O", 3), ("P:G", 1), ("Q:D.O", 1), ("Q:G", 3)], [("P:D.O", 1), ("P:G", 1), ("Q:G", 2)]
    rows = rows_of(compare(off, on, INDUSTRY_BY="node")["OUTPUT"])
    assert [(r["region"], r["industry"], r["lq_off"], r["class"]) for r in rows] == [
        ("P", "D.O", near(1.5), "both"),
        ("P", "G", near(0.5), "none"),
        ("Q", "D.O", near(0.5), "none"),
        ("Q", "G", near(1.5), "both"),
    ]
    result = compare(off, on, INDUSTRY_BY="root", INDUSTRIES="memory:")
    assert [(r["industry"], r["ind_name"], r["gamma"]) for r in rows_of(result["INDUSTRIES"])] == [
        ("D", "industry D", near(0.5)),
        ("G", "industry G", near(1 / 6)),
    ]


def test_weights_above_a_maximum_and_values_that_are_no_fractions_name_their_region():
    with pytest.raises(QgsProcessingException, match="city P"):
        compare(MAX_OFF=3)
    with pytest.raises(QgsProcessingException, match="city P"):
        compare(NORMALISE="given")
    with pytest.raises(QgsProcessingException, match="“Weight of the offline side” is 2"):
        compare(ALPHA=2)


def test_figures_that_mislead_are_warned_of():
    log = Log()
    compare(feedback=log, NORMALISE="minmax", on=[("P:G", 2), ("Q:G", 1)])
    assert "for this reason: 1." in log.text()
    log = Log()
    compare(feedback=log)
    assert "close to 1 almost everywhere (median 0.94)" in log.text()


def test_rows_that_are_left_out_are_counted_by_cause():
    log = Log()
    compare(feedback=log, off=[*OFF, ":G", "P:", ("P:G", 0)])
    for cause in ("no city", "no industry", "weight 0"):
        assert f"rows left out, {cause}" in log.text(), cause


def test_the_matched_rate_comes_from_the_status_of_the_rows():
    rows = [("P", "G", "matched"), ("P", "G", "adjacent"), ("P", "G", "unresolved"), ("Q", "G", "unmatched")]
    cells = [(POINTS[city], city, node, status) for city, node, status in rows]
    layer = table(cells, ["cb_citycd", "cb_nodes", "cb_status"], "Point")
    made = rows_of(compare(INPUT=layer, WEIGHT=None)["OUTPUT"])
    assert {row["region"]: row["rate_m"] for row in made} == {"P": 50, "Q": 0, "R": None}


def test_the_sample_is_compared():
    result = run("realvirtual", INPUT=sample_members("clusters"), ONLINE=sample_members("belts"))
    rows = rows_of(result["OUTPUT"])
    assert result["BOTH"] == sum(row["off"] > 0 and row["on"] > 0 for row in rows) == 45
    assert all(row["c"] ** 2 + row["tilt"] ** 2 == near(1) for row in rows)
