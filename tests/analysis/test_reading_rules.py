"""The small rules by which names of industries are read, each alone."""

import pytest
from clusterbelt.processing.analysis.industries.derived import derived
from clusterbelt.processing.analysis.industries.english import english_key, is_english
from clusterbelt.processing.analysis.industries.grammar import (
    MACHINE,
    MAKING,
    SERVICE,
    UNIT,
    Grammar,
    User,
    grammar,
    inside_a_word,
    longest_at_end,
    longest_at_start,
)
from clusterbelt.processing.analysis.industries.peeling import (
    in_brackets,
    ornaments_peeled,
    without_blanks,
    without_ornaments_at_end,
)
from clusterbelt.processing.analysis.industries.scheme_codes import (
    class_pairs,
    is_plain_code,
    longest_known,
    scheme_pairs,
)
from clusterbelt.processing.analysis.industries.scopes import without_scope


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("cars", "car"),
        ("ads", "ads"),
        ("ties", "tie"),
        ("flies", "fly"),
        ("batteries", "battery"),
        ("watches", "watch"),
        ("boxes", "box"),
        ("glass", "glass"),
        ("men's shoes", "men shoe"),
        ("other kindred toys, n.e.c", "toy"),
        ("toys except dolls", "toy"),
        ("bags (of leather) and belts", "bag and belt"),
    ],
)
def test_what_does_not_tell_english_names_apart_goes(text, key):
    assert english_key(text) == key


def test_english_has_latin_letters_and_no_others():
    assert is_english("toys & games") and is_english("café")
    assert not any(map(is_english, ("", "123", "玩具", "toys 玩具")))


@pytest.mark.parametrize(
    ("text", "place", "inside"),
    [
        ("thai", 1, True),
        ("thai", 2, True),
        ("thai", 0, False),
        ("thai", 4, False),
        ("泰国ai", 2, False),
        ("a b", 1, False),
        ("-ab", 2, True),
        ("a-b", 2, False),
        ("5g", 1, True),
        ("丝tv", 1, False),
        ("tv丝", 2, False),
    ],
)
def test_latin_words_are_not_cut(text, place, inside):
    assert inside_a_word(text, place) is inside


def test_the_longest_word_at_an_end_has_something_beside_it_and_is_a_word_of_its_own():
    ends = frozenset({"集群", "产业集群", "ai", "", "人"})
    assert longest_at_end("机器人产业集群", ends) == "产业集群"
    assert longest_at_end("产业集群", ends) == "集群"
    assert longest_at_end("集群", ends) == longest_at_end("thai", ends) == longest_at_end("", ends) == ""
    assert longest_at_end("泰国ai", ends) == "ai"
    starts = frozenset({"新型", "新", "ai", ""})
    assert longest_at_start("新型显示", starts) == "新型"
    assert longest_at_start("新型", starts) == "新"
    assert (
        longest_at_start("新", starts)
        == longest_at_start("aim", starts)
        == longest_at_start("", starts)
        == ""
    )
    assert longest_at_start("ai芯片", starts) == "ai"


def test_the_longest_word_is_found_with_something_beside_it():
    words = frozenset({"产业", "业", "集群", "产业集群", "ai"})
    assert longest_at_end("纺织产业集群", words) == "产业集群"
    assert longest_at_end("产业集群", words) == "集群"
    assert longest_at_end("纺织", words) == longest_at_end("", words) == longest_at_end("thai", words) == ""
    assert longest_at_start("产业集群网", words) == "产业集群"
    assert longest_at_start("产业集群", words) == "产业"
    assert longest_at_start("ai纺织", words) == "ai"
    assert longest_at_start("aim纺织", words) == longest_at_start("", words) == ""


FOOD = {"食品设备", "食品装备", "食品机械设备", "食品专用设备"}


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ({"食品机械": (1,)}, dict.fromkeys(FOOD, (1,))),
        ({"食品机械设备": (1,)}, dict.fromkeys({*FOOD, "食品机械"} - {"食品机械设备"}, (1,))),
        ({"food machinery": (1,)}, {"food equipment": (1,)}),
        # Both say what the other heads mean, and not the same.
        ({"食品机械": (1,), "食品设备": (2,)}, {}),
        ({"食品机械": (1,), "食品设备": (1,)}, dict.fromkeys(FOOD - {"食品设备"}, (1,))),
        ({"机械": (1,), "食品机械": (), "玩具": (1,)}, {}),
    ],
)
def test_heads_that_say_the_same_follow_from_each_other(labels, expected):
    found = derived({label: (nodes, "name") for label, nodes in labels.items()}, {})
    assert expected.items() <= found.items() and not labels.keys() & found.keys()
    assert set(found.values()) == set(expected.values())


def test_what_is_made_of_what_grows_follows_from_its_name():
    labels = dict.fromkeys(
        ["番茄", "一二三四五六七八", "一二三四五六七八九", "tomato", "番茄种植", "番茄加工"], ((5,), "name")
    )
    made = derived(labels, {5: 6})
    assert {"番茄深加工", "番茄精深加工", "番茄制品", "一二三四五六七八加工"} <= made.keys()
    assert set(made.values()) == {(6,)} and not labels.keys() & made.keys()
    assert all(label.startswith(("番茄", "一二三四五六七八")) for label in made)
    assert not any(label.startswith(("一二三四五六七八九", "番茄种植", "番茄加工")) for label in made)
    assert derived({"番茄": ((5, 7), "name")}, {5: 6}) == {}


@pytest.mark.parametrize(
    ("scheme", "code", "found"),
    [
        ("gbt", "2710", "271"),
        ("gbt", "2711", "2711"),
        ("gbt", "270", "270"),
        ("gbt", "27110", "27110"),
        ("naics", "2710", "2710"),
        ("gbt", "C3973", "3973"),
        ("nace", "26.11", "2611"),
        ("nace", "26.10", "261"),
    ],
)
def test_the_only_class_of_a_group_is_the_group(scheme, code, found):
    assert class_pairs(scheme, code) == ((scheme, found),)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("naics:31-33", ["31", "32", "33"]),
        ("naics:31-31", ["31"]),
        ("x:001-100", [f"{number:03}" for number in range(1, 101)]),
        ("x:001-101", ["001-101"]),
        ("naics:33-31", ["33-31"]),
        ("naics:9-10", ["9-10"]),
        ("玩具", []),
    ],
)
def test_a_range_is_all_its_codes_unless_it_is_none_or_too_wide(text, codes):
    assert [code for _, code in scheme_pairs(text)] == codes


@pytest.mark.parametrize(
    ("code", "known", "found"),
    [
        ("3973", {"3973": 1, "397": 2}, (1, 0)),
        ("3973", {"397": 2, "3": 3}, (2, 1)),
        ("3973", {"3": 3}, (3, 3)),
        ("3973", {"c": 4}, (4, 4)),
        ("1.2.10", {"1.2": 5, "1": 6}, (5, 1)),
        ("1.2.10", {"1": 6}, (6, 2)),
        ("13-43", {"c": 4, "1": 6}, (None, 1)),
        ("99", {"c": 4}, (None, 2)),
        *((first, {letter: 7}, (7, 2)) for letter, first in (("a", "01"), ("a", "05"), ("c", "13"), ("c", "43"),
                                                           ("d", "44"), ("k", "70"), ("t", "97"))),
    ],
)  # fmt: skip
def test_the_longest_beginning_that_is_known_then_the_section(code, known, found):
    assert longest_known(("gbt", code), {("gbt", key): node for key, node in known.items()}) == found


def test_codes_are_told_from_texts():
    assert all(map(is_plain_code, ("C3973", "26.11", "31-33", "10t12", "c", "3973")))
    assert not any(map(is_plain_code, ("玩具", "toys", "", "c-d", "3973 and more")))


def test_brackets_hold_what_is_not_empty():
    assert in_brackets("电机(高压)( )(低压)") == ["高压", "低压"]
    assert (without_blanks("锁 具"), without_blanks("door lock")) == ("锁具", "door lock")


def test_ornaments_go_from_both_ends_and_leave_something():
    words = grammar()
    assert {"新型", "高端"} <= words.ornaments
    assert ornaments_peeled("新型高端玩具", words) == ["新型高端玩具", "高端玩具", "玩具"]
    assert ornaments_peeled("玩具", words) == ["玩具"]
    assert without_ornaments_at_end("玩具新型高端", words) == "玩具"
    assert without_ornaments_at_end("玩具", words) == "玩具"
    assert without_ornaments_at_end("高端", words) == "高端"


def test_each_kind_of_word_has_its_place():
    front = {
        "新型": "ornament",
        "华东": "region",
        "卤": "preparing",
        "sale of": SERVICE,
        "making of": MAKING,
        "tools for": MACHINE,
    }
    users = {"宠物": User("", ()), "汽车": User("", ("x",))}
    words = Grammar({"集群": UNIT}, front, users, {}, {})
    assert (words.ornaments, words.regions, words.preparing, words.own_users) == (
        {"新型"},
        {"华东"},
        {"卤"},
        {"宠物"},
    )
    assert words.openings == {"sale of": SERVICE, "making of": MAKING, "tools for": MACHINE}
    assert (
        words.tails_of(frozenset({UNIT})) == {"集群"} and words.tails_of(frozenset({MAKING})) == frozenset()
    )


def test_users_of_the_things_of_others_have_them():
    read = grammar.__wrapped__()
    assert read.users == grammar().users and read.heads == grammar().heads and read.tails == grammar().tails
    assert not any(thing.startswith("=") for user in read.users.values() for thing in user.things)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("茶叶种植、加工、销售", "茶叶种植加工"),
        ("服装加工销售", "服装加工"),
        ("服装设计销售", "服装设计"),
        ("服装设计、加工", "服装加工"),
        ("服装设计加工", "服装设计加工"),
        ("服装的加工", "服装的加工"),
        ("服装销售", "服装销售"),
        ("主要从事茶叶生产", "茶叶生产"),
    ],
)
def test_several_words_for_what_is_done_with_goods_become_one(text, left):
    assert without_scope(text) == left
