"""Lists of names as people write them: nearly all are read, and nearly nothing is read wrongly."""

import csv

import names_judged
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.resolution import resolve_all
from clusterbelt.processing.analysis.places import registry


@pytest.mark.parametrize(
    "name",
    [
        "practice",
        "fresh",
        "held",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
    ],
)
def test_most_names_are_read_and_hardly_any_wrongly(name):
    judged = names_judged.judge(names_judged.read_list(name), taxonomy.read())
    precision, recall, _ = names_judged.measures(judged)
    wrong = [(row.text, row.codes) for row in judged if row.verdict == names_judged.WRONG]
    assert precision >= 0.98, wrong
    assert recall >= 0.9


def test_a_judgement_tells_right_from_partly_unread_and_wrong():
    rows = [
        {"kind": "k", "text": text, "under": under, "must": must}
        for text, under, must in (
            ("女装", "TEX.APP", "TEX"),
            ("女装、男装", "TEX.APP", "TEX.APP.W|TEX.APP.K"),
            ("女装", "FURN", ""),
            ("呜呜", "FURN", ""),
            ("呜呜", "-|FURN", ""),
            ("毛绒玩具", "=TOY", ""),
            ("女装", "=TEX.APP", ""),
        )
    ]
    judged = names_judged.judge(rows, taxonomy.read())
    verdicts = [row.verdict for row in judged]
    assert verdicts == ["right", "partly", "wrong", "unread", "right", "right", "wrong"]
    assert names_judged.measures(judged)[:2] == (3 / 5, 3 / 7)


@pytest.mark.parametrize("step", ["name", "alias", "suffix", "split", "split_part", "keyword", "no_node"])
def test_what_was_judged_right_is_read_the_same_way(step):
    with open(names_judged.DATA / "names_read.csv", encoding="utf-8-sig", newline="") as file:
        expected = {row["text"]: row for row in csv.DictReader(file) if row["by"] == step}
    taxa = taxonomy.read()
    found = resolve_all(list(expected), taxa, registry.place_names())
    assert expected and {text: _row(text, reading, taxa) for text, reading in found.items()} == expected


def _row(text, reading, taxa):
    nodes, candidates = (
        "|".join(taxa.codes[node] for node in nodes) for nodes in (reading.nodes, reading.candidates)
    )
    guessed = "|".join(piece for piece, _ in reading.guessed)
    shown = (text, nodes, reading.by, str(reading.rank), "|".join(reading.rest), guessed, candidates)
    return dict(zip(("text", "nodes", "by", "rank", "rest", "guessed", "candidates"), shown))
