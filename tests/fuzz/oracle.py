"""What must hold of every run: a result or one sentence, every row, finite numbers, and the same for the same."""

import copy
import math
import random

_LONGEST = 3000
_SAME = ("major", "minor", "area", "ratio", "rotation")
_RELATIVE = 1e-6


def faults_of(case, run):
    """Run a case, and its twin where it has one; return what is wrong, as `faults`, and whether it was refused."""
    found = run(case)
    faults = _of_answer(found)
    if "outputs" in found:
        faults += _of_rows(case, found["outputs"])
        if case.get("twin") and not faults:
            faults += _of_twin(case, found["outputs"], run)
    return {"faults": faults, "refused": found.get("error", ""), "algorithm": case["algorithm"]}


def _of_answer(found):
    if "traceback" in found or "Traceback" in found.get("error", ""):
        return [f"traceback: {(found.get('traceback') or found['error'])[-1500:]}"]
    if len(found.get("error", "")) > _LONGEST or any(len(line) > 3 * _LONGEST for line in found["log"]):
        return ["a message repeats too much"]
    if not found.get("error", "x").strip() or ".clusterbelt-" in found.get("error", ""):
        return [f"no sentence: {found['error']!r}"]
    return []


def _of_rows(case, outputs):
    faults, texts = [], _texts_given(case["parameters"])
    for name, rows in outputs.items():
        if isinstance(rows, str) and rows.startswith("unreadable"):
            faults.append(f"{name}: {rows}")
        for row in rows if isinstance(rows, list) else ():
            for field, value in row.items():
                endless = (value in ("inf", "-inf", "nan") and value not in texts) or (
                    isinstance(value, float) and not math.isfinite(value)
                )
                # That is what was given.
                if endless and field != "w":
                    faults.append(f"{name}: {field} is {value}")
        if isinstance(rows, float) and not math.isfinite(rows):
            faults.append(f"{name} is {rows}")
    for rule, parameter in (("conserved", case.get("conserved")), ("at_least", case.get("at_least"))):
        if parameter:
            given, got = _rows_given(case["parameters"][parameter]["layer"]), len(outputs["OUTPUT"])
            if got < given or (rule == "conserved" and got != given):
                faults.append(f"{got} rows of {given}")
    return faults


def _texts_given(parameters):
    """Return the texts in the cells of the layers of a case: an output may carry them on as they are."""
    layers = [value["layer"] for value in parameters.values() if isinstance(value, dict) and "layer" in value]
    return {cell for layer in layers for row in layer["rows"] for cell in row[1:] if isinstance(cell, str)}


def _rows_given(layer):
    rows = len(layer["rows"]) if layer["selected"] is None else len(layer["selected"])
    return min(rows, layer["limit"]) if layer["limit"] > 0 else rows


def _of_twin(case, outputs, run):
    """Compare with a run on rows that must give the same ellipses."""
    layer = case["parameters"]["INPUT"]["layer"]
    kept = isinstance(case["parameters"]["OUTPUT"], str)  # files may keep numbers as texts
    if layer["selected"] is not None or layer["limit"] > 0 or not kept:
        return []
    twin = copy.deepcopy(case)
    if not _changed(twin, case["twin"]):
        return []
    found = run(twin)
    if "outputs" not in found:
        return [*_of_answer(found), f"{case['twin']}: refused, {found.get('error')}"]
    one, other = (_by_group(each["OUTPUT"]) for each in (outputs, found["outputs"]))
    if one.keys() != other.keys():
        return [f"{case['twin']}: other groups, {sorted(map(str, one))} and {sorted(map(str, other))}"]
    return [
        f"{case['twin']}: {field} is {one[key].get(field)} and {other[key].get(field)}"
        for key in one
        for field in _SAME
        if not _near(one[key].get(field), other[key].get(field), one[key], field)
    ]


def _changed(case, how):
    """Change the rows of a case in place; return whether the change leaves its ellipses as they are."""
    parameters, layer = case["parameters"], case["parameters"]["INPUT"]["layer"]
    rows, names = layer["rows"], [name for name, _ in layer["fields"]]
    plain = all(row[0] and row[0].startswith("POINT (") for row in rows)
    weights = [row[1 + names.index("w")] for row in rows]
    by_weight = "WEIGHT" in parameters and all(
        isinstance(weight, (int, float)) and 1e-3 < weight < 1e6 for weight in weights
    )
    small = plain and not any("e+" in row[0] or "e3" in row[0] for row in rows)
    if how == "shuffled":
        random.Random(1).shuffle(rows)
        return small
    if how == "doubled" and by_weight:
        for row in rows:
            row[1 + names.index("w")] *= 2
        return small
    if how == "split" and by_weight and parameters.get("DIVISOR", "weights") == "weights":
        at = 1 + names.index("w")
        layer["rows"] = [[*row[:at], row[at] / 2, *row[at + 1 :]] for row in rows for _ in range(2)]
        return small
    if how == "translated" and layer["crs"] == "EPSG:32650" and small and "MEASURE_CRS" not in parameters:
        for row in rows:
            x, y = map(float, row[0][7:-1].split())
            row[0] = f"POINT ({x + 1000} {y + 1000})"
        return True
    return False


def _by_group(rows):
    return {(row.get("g"), row.get("rule"), row.get("status")): row for row in rows}


def _near(one, other, row, field):
    if one is None or other is None:
        return one is other or row.get("ratio") is None or row["ratio"] > 1 - 1e-6
    if field == "rotation":
        turn = abs(one - other) % 180
        return min(turn, 180 - turn) < 1e-3 or row["ratio"] > 1 - 1e-4
    return abs(one - other) <= _RELATIVE * max(abs(one), abs(other), 1e-9 * (row.get("major") or 1))
