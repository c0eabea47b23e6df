"""Texts as people write them: nothing wrong in silence, and at least 95 in 100 right."""

import places_judged
import pytest
from clusterbelt.processing.analysis.places import registry


@pytest.mark.parametrize("name", ["practice", "fresh", "held", "second", "third", "fourth", "fifth", "sixth"])
def test_lists_of_texts_are_read_and_nothing_is_guessed(name):
    judged = places_judged.judge(name, registry.gazetteer())
    wrong = [row.text for row in judged if row.verdict == "wrong"]
    unread = [row.text for row in judged if row.verdict == "unread"]
    assert not wrong
    assert len(unread) <= 0.05 * len(judged), unread
