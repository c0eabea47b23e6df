"""Words at the ends of a text, by the lexicon and the grammar: plain loops over all words; the rules of Latin ones."""

import random
from dataclasses import replace

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.grammar import inside_a_word, longest_at_end, longest_at_start
from clusterbelt.processing.analysis.industries.levels import Levels
from clusterbelt.processing.analysis.industries.node_sets import nodes_of

LONGEST = 24


def is_inside(text, place):
    before, after = text[:place][-1:], text[place:][:1]
    return all(sign.isascii() and sign.isalnum() for sign in (before, after)) and bool(before and after)


def word(rng, longest):
    return "".join(rng.choices("汽车 ab1", k=rng.randint(1, longest)))


@pytest.mark.parametrize("seed", range(8))
def test_words_at_the_ends_of_texts_agree_with_plain_loops(seed):
    rng = random.Random(seed)
    # Some have no node: known to be none.
    labels = {word(rng, 4): ((number,) if number % 3 else (), "name") for number in range(60)}
    labels |= {word(rng, 30).ljust(length, "车"): ((1,), "name") for length in (23, 24, 25, 26)}
    lexicon = replace(taxonomy.read().lexicon, labels=labels)
    words = frozenset(labels)
    for text in [
        word(rng, 6) + rng.choice(list(labels)) + word(rng, 3)[rng.randint(0, 3) :] for _ in range(300)
    ]:
        ends = [
            label for label in labels if text.endswith(label) and not is_inside(text, len(text) - len(label))
        ]
        starts = [label for label in labels if text.startswith(label) and not is_inside(text, len(label))]
        known = [label for label in ends if 2 <= len(label) <= LONGEST and labels[label][0]]
        assert list(lexicon.endings(text)) == sorted(known, key=len, reverse=True)
        assert lexicon.ending(text) == max(known, key=len, default="")
        opening = [label for label in starts if 2 <= len(label) <= LONGEST]
        assert lexicon.opening(text) == max(opening, key=len, default="")
        assert longest_at_end(text, words) == max((e for e in ends if e != text), key=len, default="")
        assert longest_at_start(text, words) == max((s for s in starts if s != text), key=len, default="")


def test_a_label_is_shared_that_ends_three_other_things_and_half_of_all_that_end_so():
    made = taxonomy.read()
    own, *others = [(made.code_index[code],) for code in ("sport", "auto", "toy", "furn", "food.tea")]
    material, machine = ((made.code_index[code],) for code in ("mat.nonm.glass", "eq.smart.cnc"))

    def shared(label, longer, node=own):
        labels = {label: (node, "name"), "玻璃": (material, "name"), "女装": (own, "name")}
        labels |= {f"{front}{label}": (nodes, "name") for front, nodes in longer.items()}
        return replace(made.lexicon, labels=labels).shared == {label}

    three = dict(zip("甲乙丙", others))
    assert shared("球拍", three) and not shared("拍", three) and not shared("球拍", dict(zip("甲乙", others)))
    assert shared("球拍", {**three, **dict.fromkeys("一二三", own)})
    assert not shared("球拍", {**three, **dict.fromkeys("一二三四", own)})
    narrower = (made.code_index["sport.fit"],)
    assert not shared("球拍", {**dict(zip("甲乙", others)), "丙": narrower})
    # What is made of a material is of one trade, but machines for it are not.
    of_material = dict(zip(["玻璃", "甲", "乙"], others))
    assert not shared("球拍", of_material) and shared("机床", of_material, machine)
    assert not shared("球拍", dict(zip(["玻璃制", "甲", "乙"], others)))
    assert shared("球拍", dict(zip(["女装", "甲", "乙"], others)))


@pytest.mark.parametrize(
    ("text", "endings"),
    [
        ("报刊印刷业", []),
        ("老王刷业", ["刷业"]),
        ("金属功能材料", ["金属功能材料", "功能材料"]),
        ("呜呜非金属功能材料", ["功能材料"]),
        ("老王酒", []),
    ],
)
def test_a_label_at_the_end_cuts_no_other_word(text, endings):
    assert list(taxonomy.read().lexicon.endings(text)) == endings


@pytest.mark.parametrize(
    ("place", "inside"), [(0, False), (1, True), (2, True), (3, False), (4, False), (5, False)]
)
def test_a_place_between_latin_letters_or_digits_is_inside_a_word(place, inside):
    assert inside_a_word("ab1车c"[: max(place, 5)], place) is inside


def test_joined_nodes_are_so_in_both_orders_and_with_what_lies_under_them():
    made = taxonomy.load(
        {"code": list("abcd"), "name_zh": ["甲", "乙", "丙", "丁"], "parent": ["", "", "a", "b"]},
        {"upstream": ["a"], "downstream": ["b"]},
    )
    pairs = {(one, other) for one in range(4) for other in range(4) if made.lexicon.joined(one, other)}
    assert pairs == {(one, other) for one in (0, 2) for other in (1, 3)} | {(1, 0), (3, 0), (1, 2), (3, 2)}


def test_levels_are_worked_out_once_and_stay_as_they_are():
    levels = Levels.of(((), (0,)))
    assert levels[1, 0] == 1 and levels[0, 1] == -1
    with pytest.raises(ValueError, match="read-only"):
        levels.level[0] = 5


def test_no_rows_have_no_nodes():
    rows, nodes = nodes_of([(0, 1), ()], np.array([], dtype=np.int64))
    assert (rows.tolist(), nodes.tolist()) == ([], [])
    rows, nodes = nodes_of([(4, 5), (), (6,)], np.array([2, 1, 0, 0]))
    assert (rows.tolist(), nodes.tolist()) == ([0, 2, 2, 3, 3], [6, 4, 5, 4, 5])
