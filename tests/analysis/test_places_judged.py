"""Texts as people write them: nothing wrong in silence, and at least 95 in 100 right."""

import csv

import places_judged
import pytest
from clusterbelt.processing.analysis.places import registry


@pytest.mark.parametrize(
    "name", ["practice", "fresh", "held", "second", "third", "fourth", "fifth", "sixth", "seventh"]
)
def test_lists_of_texts_are_read_and_nothing_is_guessed(name):
    judged = places_judged.judge(name, registry.gazetteer())
    wrong = [row.text for row in judged if row.verdict == "wrong"]
    unread = [row.text for row in judged if row.verdict == "unread"]
    assert not wrong
    assert len(unread) <= 0.05 * len(judged), unread


def test_what_was_judged_right_is_read_the_same_way():
    with open(places_judged.DATA / "places_read.csv", encoding="utf-8-sig", newline="") as file:
        expected = list(csv.DictReader(file))
    gazetteer = registry.gazetteer()
    found = [gazetteer.resolve(row["text"], row["province"]) for row in expected]
    rows = [
        (place.code or "", place.by, [" ".join(map(str, one)) for one in place.candidates]) for place in found
    ]
    assert rows == [
        (row["code"], row["by"], row["candidates"].split("|") if row["candidates"] else [])
        for row in expected
    ]
