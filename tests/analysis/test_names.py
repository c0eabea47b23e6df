"""Lists of names as people write them: nearly all are read, and nearly nothing is read wrongly."""

import names_judged
import pytest
from clusterbelt.processing.analysis.industries import taxonomy


@pytest.mark.parametrize(
    "name", ["practice", "fresh", "held", "second", "third", "fourth", "fifth", "sixth", "seventh"]
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
