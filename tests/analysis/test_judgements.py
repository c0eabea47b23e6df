"""The judgements on unclear names of the sample, and the labels in full width and traditional characters."""

import csv
from collections import defaultdict

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.text import normalise, simplified_characters

SAMPLE = taxonomy.FOLDER.parent / "sample"


def judgements():
    with open(taxonomy.FOLDER / "judgements.csv", encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


@pytest.mark.parametrize("row", judgements(), ids=lambda row: row["text"])
def test_every_judgement_is_what_the_taxonomy_says(bundled, row):
    found = resolution.resolve(row["text"], bundled)
    assert [bundled.codes[node] for node in found.nodes] == ([row["code"]] if row["code"] else [])
    assert found.by in ("alias", "split", "")


def test_every_judgement_stands_once_and_gives_its_reason_in_both_languages():
    rows = judgements()
    assert len({normalise(row["text"]) for row in rows}) == len(rows)
    assert all(not row["reason_zh"].isascii() and row["reason_en"].isascii() for row in rows)


@pytest.mark.parametrize(("layer", "field", "left"), [("clusters", "industry", 1), ("belts", "product", 7)])
def test_what_stays_unresolved_in_the_sample_was_judged_to(bundled, layer, field, left):
    texts = set(pd.read_csv(SAMPLE / f"{layer}.csv", encoding="utf-8-sig", dtype=str)[field])
    unresolved = {text for text in texts if not resolution.resolve(text, bundled).nodes}
    assert unresolved <= {row["text"] for row in judgements() if not row["code"]}
    assert len(unresolved) == left


def test_every_label_is_understood_in_traditional_characters(bundled):
    forms = defaultdict(set)
    for old, new in simplified_characters().items():
        forms[new].add(chr(old))
    for label, node in {**bundled.names, **bundled.aliases}.items():
        for pick in (min, max):
            traditional = "".join(pick(forms.get(c, {c})) for c in label)
            assert resolution.resolve(traditional, bundled).nodes == (node,), label


def test_every_label_is_understood_in_full_width(bundled):
    wide = {code: code + 0xFEE0 for code in range(0x21, 0x7F)}
    for label, node in {**bundled.names, **bundled.aliases}.items():
        assert resolution.resolve(label.translate(wide).upper(), bundled).nodes == (node,), label
