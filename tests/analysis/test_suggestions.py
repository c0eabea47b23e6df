"""Labels suggested for a text: plain loops over all of them, and each rule alone."""

from difflib import SequenceMatcher
from types import SimpleNamespace

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries.suggestions import Suggestions


def suggestions_of(*labels):
    names = {label: number for number, label in enumerate(labels)}
    return Suggestions(
        SimpleNamespace(
            aliases={}, names=names, codes=[label.upper() for label in labels], name="{} {}".format
        )
    )


def suggested(text, *labels):
    return [labels[node] for node in suggestions_of(*labels).nodes(text)]


def inside(text, labels):
    """Labels in a text that lie in no longer one, the longest first, of equally long ones the last."""
    places = [
        (at, at + len(label)) for label in labels for at in range(len(text)) if text.startswith(label, at)
    ]
    whole = [p for p in places if not any(0 < at < len(text) and text[at - 1 : at + 1].isascii()
                                          and text[at - 1 : at + 1].isalnum() for at in p)]  # fmt: skip
    widest = [(a, b) for a, b in whole if not any(c <= a and b <= d and (a, b) != (c, d) for c, d in whole)]
    return [text[a:b] for a, b in sorted(widest, key=lambda place: (place[0] - place[1], -place[0]))]


def alike(text, labels):
    """Labels of which the text is 85 in 100, the likest first."""
    ratios = [(-SequenceMatcher(None, label, text, autojunk=False).ratio(), label) for label in labels]
    return [label for ratio, label in sorted(ratios) if ratio <= -0.85]


@pytest.mark.parametrize("seed", range(12))
def test_random_labels_agree_with_plain_loops(seed):
    random = np.random.default_rng(seed)

    def word(longest):
        return "".join(random.choice(list("汽车电池机ab"), random.integers(1, longest)))

    labels = sorted({word(9) for _ in range(60)})
    enough = [label for label in labels if len(label) >= 2]
    for text in [word(14) for _ in range(12)] + labels[:10]:
        expected = list(dict.fromkeys(inside(text, enough) + alike(text, enough)))[:5]
        assert suggested(text, *labels) == expected


def test_labels_as_long_as_the_text_but_for_a_little_are_alike():
    # 2 × 17 of 40 characters are 85 in 100.
    label = "一二三四五六七八九十百千万亿兆京垓秭穰沟"
    assert suggested(label[:17] + "涧正载", label) == [label]
    assert suggested(label[:16] + "涧正载极", label) == []


def test_of_labels_that_are_nearly_the_text_the_likest_is_first():
    text = "一二三四五六七八九十百千万亿兆京垓秭穰沟"
    far, near = text[:4] + text[6:], text[:9] + text[10:]
    assert suggested(text, far, near) == [near, far]


def test_characters_that_stand_twice_hide_no_label_that_is_nearly_the_text():
    label = "一二三四五六七八九十百千万亿兆京垓秭穰沟"
    assert suggested(label[:9] + "一" + label[10:], label) == [label]
    repeated = "一一一二二二三三三四四四五五五"
    assert suggested(repeated[:7] + "沟" + repeated[8:], repeated) == [repeated]


def test_the_first_sixty_characters_are_looked_at():
    assert suggested("。" * 58 + "汽车", "汽车") == ["汽车"]
    assert suggested("。" * 59 + "汽车", "汽车") == []


def test_no_label_is_part_of_a_latin_word():
    assert suggested("thai car", "ai", "car") == ["car"]
    assert suggested("泰国ai", "ai") == ["ai"]
    assert suggested("a", "a") == suggested("", "a") == []


def test_five_are_written_the_given_ones_ahead_and_none_that_is_left_out():
    found = suggestions_of("汽车", "电池", "机床", "玩具", "家具", "服装")
    text = "汽车、电池、机床、玩具、家具、服装"
    assert found.nodes(text) == (5, 4, 3, 2, 1)
    assert [one.split(" ")[0] for one in found.write(text, without=(4,), first=(0,)).split("; ")] == [
        "汽车", "服装", "玩具", "机床", "电池"
    ]  # fmt: skip
    assert found.write("没有") == ""
