"""Weights of members and links at the ends of what a number can hold: figures without a unit stay as they are."""

import pytest
from extremes import numpy_is_silent, outcome  # noqa: F401 - a fixture
from making import Log, rows_of, table
from members import members, taxonomy

NEEDED, OFFERED = (("X:D", 2), ("Y:D.O", 1), ("Z:T", 3)), (("X:G", 1), ("Y:G|C", 2), ("Z:C", 3), ("Z:D", 1))
# Figures that grow with the weights.
GROWING = {
    "flow", "back", "net", "need", "supply", "flow_in", "flow_out", "self", "unmet", "off", "on", "near_w", "f_w",
    "vc_tie", "FLOW_TOTAL",
}  # fmt: skip
NUMBERS_OF_ROWS = ("chainlinks", "chaingaps", "realvirtual")


def scaled(rows, unit):
    return members(*((block, repr(weight * unit)) for block, weight in rows))


def parameters_of(algorithm, unit):
    own = taxonomy()
    if algorithm == "virtualclusters":
        pairs = [("a", "b", 6), ("c", "b", 3), ("c", "d", 1), ("d", "e", 2), ("a", "e", 1)]
        rows = [(f, t, repr(weight * unit), "150") for f, t, weight in pairs]
        points = {name: f"Point({i} 0)" for i, name in enumerate("abcde")}
        blocks = table([(points[i], i, i) for i in "abcde"], ["id", "citycd"], "Point")
        outputs = {"TABLE": "memory:", "SPOKES": "memory:"}
        return {
            "LINKS": table(rows, ["f_id", "t_id", "flow", "km"]),
            "BLOCKS": blocks,
            "DISTANCE": "km",
            **outputs,
        }
    given = {"INPUT": scaled(NEEDED, unit), "WEIGHT": "w"}
    if algorithm == "realvirtual":
        del own["CHAINS"]
        return {
            **own,
            **given,
            "ONLINE": scaled(OFFERED, unit),
            "ONLINE_WEIGHT": "w",
            "INDUSTRIES": "memory:",
        }
    outputs = ("FLOWS", "NODES", "BLOCKS") if algorithm == "chainlinks" else ("CANDIDATES", "REGIONS_OUT")
    if algorithm == "chaingaps":
        given["MIN_N"] = 0
    supply = {"SUPPLIERS": scaled(OFFERED, unit), "SUPPLIER_WEIGHT": "w"}
    return {**own, **given, **supply, **dict.fromkeys(outputs, "memory:")}


def figures(result):
    """All rows and numbers that have no unit of weight."""
    rows = {k: rows_of(v) if hasattr(v, "getFeatures") else [{k: v}] for k, v in result.items()}
    return [(k, {n: v for n, v in row.items() if n not in GROWING}) for k, of in rows.items() for row in of]


def alike(one, other):
    assert len(one) == len(other)
    for (name, row), (_, again) in zip(one, other):
        assert row == {
            k: pytest.approx(v, rel=1e-6) if isinstance(v, float) else v for k, v in again.items()
        }, name


@pytest.mark.parametrize("unit", [1e-300, 1e-160, 1e160, 1e300, 3e306])
@pytest.mark.parametrize("algorithm", [*NUMBERS_OF_ROWS, "virtualclusters"])
def test_weights_of_any_size_give_the_figures_of_their_shares(algorithm, unit):
    small = outcome(algorithm, **parameters_of(algorithm, 1.0))
    huge = outcome(algorithm, **parameters_of(algorithm, unit))
    alike(figures(huge), figures(small))


@pytest.mark.parametrize("algorithm", [*NUMBERS_OF_ROWS, "virtualclusters"])
def test_weights_whose_sums_are_no_number_are_a_sentence(algorithm):
    said = outcome(algorithm, **parameters_of(algorithm, 2.9e307))
    assert "field “w”: the sum of the weights is too large" in said.replace("“flow”", "“w”")


@pytest.mark.parametrize("weight", ["1e-320", "5e-324", "1e-310"])
def test_the_least_weights_give_a_result_or_a_sentence(weight):
    for algorithm in NUMBERS_OF_ROWS:
        given = parameters_of(algorithm, 1.0)
        layer = members(("X:D", weight), ("Y:G", weight), ("Z:C", weight))
        given.update({"INPUT": layer, "ONLINE" if algorithm == "realvirtual" else "SUPPLIERS": layer})
        assert isinstance(outcome(algorithm, **given), dict)


def test_empty_infinite_and_zero_weights_are_three_causes():
    log = Log()
    given = parameters_of("chainlinks", 1.0)
    rows = [("X:D", 1), ("X:D", ""), ("Y:D", "nan"), ("Y:D", "inf"), ("Z:D", 0)]
    result = outcome("chainlinks", log, **{**given, "INPUT": members(*rows)})
    assert result["NEEDS"] == 2
    assert "rows left out, no weight: 2 (2, 3)" in log.text()
    assert "rows left out, the weight is infinite: 1 (4)" in log.text()
    assert "rows left out, weight 0: 1 (5)" in log.text()
    log = Log()
    rows = [("a", "b", "1", "1"), ("b", "c", "n/a", "1"), ("b", "d", "inf", "1"), ("c", "d", "0", "1")]
    links = table(rows, ["f_id", "t_id", "flow", "km"])
    outcome("virtualclusters", log, **{**parameters_of("virtualclusters", 1.0), "LINKS": links})
    assert "links left out, no weight: 1 (2)" in log.text()
    assert "links left out, the weight is infinite: 1 (3)" in log.text()
    assert "links left out, weight 0: 1 (4)" in log.text()
