"""Gaps in chains as an algorithm: outputs, numbers, and what it says to input that lacks something."""

import pytest
from making import Log, rows_of, run, table
from members import members, sample_members, taxonomy
from qgis.core import QgsProcessingException

DEMAND = [("X:D", 2), "Y:D", "Z:D"]
SUPPLY = ["X:G", ("Z:G", 3)]


def gaps(demand=None, supply=None, feedback=None, **parameters):
    given = {
        "INPUT": demand or members(*DEMAND),
        "SUPPLIERS": supply or members(*SUPPLY),
        **taxonomy(),
        **parameters,
    }
    return run("chaingaps", feedback, WEIGHT="w", SUPPLIER_WEIGHT="w", **given)


def near(value):
    return pytest.approx(value, abs=1e-6)


def test_g1_comes_out_of_layers_as_it_does_of_arrays():
    result = gaps(CANDIDATES="memory:", REGIONS_OUT="memory:")
    rows = rows_of(result["OUTPUT"])
    assert [(row["region"], row["edge"], row["status"], row["cilq"], row["closes"]) for row in rows] == [
        ("X", "C>D", "gap", None, "none"),
        ("X", "G>D", "weak", near(0.5), "nation"),
        ("Y", "C>D", "gap", None, "none"),
        ("Y", "G>D", "gap", 0, "nation"),
        ("Z", "C>D", "gap", None, "none"),
        ("Z", "G>D", "strong", near(3), None),
    ]
    assert rows[3]["cands"] == "city X 111 km; city Z 223 km" and rows[3]["near_w"] == 1
    numbers = {k: result[k] for k in ("GAPS", "WEAK", "PRESENT", "STRONG", "EXTEND", "NOBODY")}
    assert numbers == {"GAPS": 4, "WEAK": 1, "PRESENT": 0, "STRONG": 1, "EXTEND": 0, "NOBODY": 3}
    assert (result["COMPLETE"], result["MET"]) == (near(0.375), near(0.5))
    assert [(row["region"], row["gaps"], row["nobody"]) for row in rows_of(result["REGIONS_OUT"])] == [
        ("X", 1, 1), ("Y", 2, 1), ("Z", 1, 1),
    ]  # fmt: skip
    lines = list(result["CANDIDATES"].getFeatures())
    assert [(f["region"], f["f_citycd"], f["t_citycd"]) for f in lines] == [
        ("X", "Z", "X"),
        ("Y", "X", "Y"),
        ("Y", "Z", "Y"),
    ]
    assert lines[0].geometry().asWkt() == "LineString (3 0, 0 0)"


def test_g2_and_g3_few_suppliers_are_not_judged_and_a_group_is_one_region():
    assert gaps(MIN_N=3)["PRESENT"] == 1
    regions = table([(code, "A") for code in "XYZ"], ["code", "group"])
    result = gaps(REGION_BY="group", REGIONS=regions)
    assert [(row["region"], row["status"], row["closes"]) for row in rows_of(result["OUTPUT"])] == [
        ("A", "gap", "none"),
        ("A", "strong", None),
    ]


def test_what_a_region_delivers_without_a_customer_could_extend_its_chain():
    result = gaps(members(("X:D.O", 2)), members(("Y:G", 2)), DIRECTION="both", CANDIDATES="memory:")
    row = rows_of(result["OUTPUT"])[-1]
    assert (row["region"], row["node"], row["status"], row["near_cd"]) == (
        "Y",
        "D",
        "extend",
        "X",
    ) and result["EXTEND"] == 1
    assert list(result["CANDIDATES"].getFeatures())[-1].geometry().asWkt() == "LineString (1 0, 0 0)"
    alone = gaps(members(("X:D.O", 2)), members(("Y:G", 2)), DIRECTION="downstream")
    assert alone["GAPS"] == 0 and alone["COMPLETE"] is None


def test_an_industry_narrows_the_needs_and_an_unknown_one_is_refused():
    demand = members(*DEMAND, "X:T")
    assert {row["node"] for row in rows_of(gaps(demand, TARGET="industry T")["OUTPUT"])} == {"T"}
    with pytest.raises(
        QgsProcessingException, match=r"“nothing” is not an industry.*none is similar.*C or “industry C”"
    ):
        gaps(TARGET="nothing")
    with pytest.raises(
        QgsProcessingException, match=r"“industri T” is not an industry.*It could be: T industry T"
    ):
        gaps(TARGET="industri T")


def test_the_log_says_what_a_gap_means():
    log = Log()
    gaps(supply=members(*SUPPLY, "Y:"), feedback=log)
    assert "A gap means that the data have no such supplier" in log.text()
    assert "suppliers whose industry is not known: 1" in log.text()


def test_members_without_needs_or_chains_are_refused():
    with pytest.raises(QgsProcessingException, match="industries: G"):
        gaps(members("X:G"))
    with pytest.raises(QgsProcessingException, match="give “Your own industrial chains”"):
        gaps(CHAINS=None)


def test_gaps_of_the_sample_close_in_ever_larger_regions():
    layer = sample_members()
    complete = {}
    for unit in ("city", "province", "group"):
        result = run("chaingaps", INPUT=layer, REGION_BY=unit, REGIONS_OUT="memory:")
        complete[unit] = round(result["COMPLETE"], 2)
        rows = rows_of(result["REGIONS_OUT"])
        assert (
            sum(row["by_prov"] + row["by_group"] + row["by_nation"] + row["nobody"] for row in rows)
            == result["GAPS"]
        )
    assert complete["city"] < complete["province"] < complete["group"]
