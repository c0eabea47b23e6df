"""The parts by which names of industries are read, each by itself: places, words, labels and what follows from them."""

import pytest
from clusterbelt.processing.analysis.industries import peeling, taxonomy
from clusterbelt.processing.analysis.industries.chains import Edge
from clusterbelt.processing.analysis.industries.derived import derived
from clusterbelt.processing.analysis.industries.english import english_key, of_initiative
from clusterbelt.processing.analysis.industries.grammar import (
    Grammar,
    User,
    grammar,
)
from clusterbelt.processing.analysis.industries.lexicon import compile_lexicon
from clusterbelt.processing.analysis.industries.scopes import without_scope
from clusterbelt.processing.analysis.industries.table_cells import FOLDER, read_rows
from clusterbelt.processing.analysis.text import normalise


def lexicon(names, index=None, edges=(), parents=None, aliases=None):
    """The lexicon of {name: node} over nodes without parents."""
    index = index if index is not None else {f"x{node}": node for node in sorted(set(names.values()))}
    return compile_lexicon(index, names, aliases or {}, {}, parents or [()] * len(index), edges)


def derived_from(made_of=None, **labels):
    return derived({label: ((node,), "name") for label, node in labels.items()}, made_of or {})


# English.


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("other leather and allied products, n.e.c.", "leather and product"),
        ("manufacture of women's toys (except wooden)", "manufacture of women toy"),
        ("bms, ties, pies, other and flies", "bms, tie, pie and fly"),
        ("glass, packaging & other toys", "glass, packaging and toy"),
        ("bus gas glass dress", "bus gas glass dress"),
        ("watches brushes boxes batteries", "watch brush box battery"),
        ("machinery other than engines", "machinery"),
    ],
)
def test_english_words_are_compared_without_their_endings(text, key):
    assert english_key(text) == key


@pytest.mark.parametrize(
    ("text", "front"),
    [
        ("toy cluster", "toy"),
        ("leather goods valley in tuscany", "leather goods"),
        ("cluster", ""),
        ("toys", ""),
    ],
)
def test_an_initiative_is_what_stands_in_front_of_its_word(text, front):
    assert of_initiative(text) == front


# The tables of words.


def test_the_tables_of_words_tell_kinds_apart():
    front = {"高端": "ornament", "长三角": "region", "卤": "preparing", "repair of": "service"}
    users = {"宠物": User("", ()), "汽车": User("auto", ("tex",))}
    tails = {"集群": "unit", "全产业链": "unit", "制造": "making", "加工": "processing", "种植": "treating"}
    words = Grammar({**tails, "链条": "making", "封测": "stage"}, front, users, {}, {})
    assert (words.ornaments, words.regions, words.preparing) == ({"高端"}, {"长三角"}, {"卤"})
    assert (words.own_users, words.openings) == ({"宠物"}, {"repair of": "service"})
    assert words.tails_of(frozenset({"unit"})) == {"集群", "全产业链"}
    assert (words.chains, words.treating) == ({"全产业链"}, {"加工", "种植"})
    assert (words.stages, "封测" in words.tails) == ({"封测"}, False)


def test_things_of_a_user_may_be_those_of_another():
    rows = {text: things for text, _, things in read_rows(FOLDER / "users.csv", "text", "code", "things")}
    grammar.cache_clear()
    users = grammar().users
    same = {text: things[1:] for text, things in rows.items() if things.startswith("=")}
    assert same and all(users[normalise(a)].things == users[normalise(b)].things for a, b in same.items())
    assert all(users[normalise(a)].things for a in same)
    assert users["宠物"].things == () and users["汽车"].things


# Labels that follow from others.


def test_machines_and_parts_have_other_heads_as_well():
    found = derived_from(食品机械设备=1)
    assert found.keys() >= {"食品机械", "食品设备", "食品装备", "食品专用设备"} and set(found.values()) == {
        (1,)
    }
    assert "食品机械装备" not in found, "the longest head gives way"
    assert derived_from(**{"textile machinery": 2}) == {"textile equipment": (2,)}
    assert "汽车零部件" in derived_from(汽车配件=3)


def test_machines_for_goods_have_a_short_name():
    for label in ("拉链", "葡萄酒"):
        assert derived_from(**{label + "机械": 1, label: 2})[label + "机"] == (1,)
    assert not derived_from(智能机械=1, 机电机械=2, 机电=3, 电机=4).keys() & {"智能机", "机电机"}


def test_a_head_alone_and_other_words_have_none():
    assert derived_from(机械=1, 软件=2, 食品=3, 零食=4) == {}
    assert derived({"食品机械": ((), "alias")}, {}) == {}


def test_what_would_follow_from_two_that_disagree_follows_from_neither():
    assert derived_from(食品机械=1, 食品设备=2) == {}
    found = derived_from(食品机械=1, 食品设备=1)
    assert found["食品装备"] == (1,) and not found.keys() & {"食品机械", "食品设备"}


def test_a_harvest_is_made_into_food():
    made = {
        "番茄加工": (4,),
        "番茄精加工": (4,),
        "番茄深加工": (4,),
        "番茄精深加工": (4,),
        "番茄产品加工": (4,),
        "番茄制品": (4,),
    }
    assert derived_from({3: 4}, 番茄=3, 番茄种植=3, tomato=3) == made
    assert derived_from({3: 4}, 石头=5) == {}
    assert len(derived_from({3: 4}, **{"一二三四五六七八": 3})) == len(made)
    assert derived_from({3: 4}, **{"一二三四五六七八九": 3}) == {}


# Labels in texts.


def test_labels_are_found_at_the_ends_of_texts_the_longest_first():
    words = lexicon({"鞋": 0, "鞋子": 0, "皮鞋子": 1, "ai": 1})
    assert list(words.endings("某皮鞋子")) == ["皮鞋子", "鞋子"]
    assert list(words.endings("鞋子")) == ["鞋子"]
    assert words.ending("某鞋") == words.ending("thai") == words.ending("鞋") == ""
    assert words.ending("某ai") == words.ending("ai") == "ai"
    assert words.opening("皮鞋子厂") == "皮鞋子"
    assert words.opening("鞋子厂") == "鞋子"
    assert words.opening("鞋厂") == words.opening("aim") == ""
    long = "一二三四五六七八九十" * 2 + "甲乙丙丁"
    assert lexicon({long: 0}).ending("某" + long) == lexicon({long: 0}).opening(long + "某") == long


def test_words_of_a_taxonomy_come_before_those_that_are_brought():
    words = lexicon({"电脑桌": 1, "鞋": 1}, {"furn": 0, "x": 1}, aliases={"办公桌": 1, "电脑桌": 0})
    assert words.labels["电脑桌"] == ((1,), "name")
    assert words.labels["办公桌"] == ((1,), "alias")
    assert words.labels["家俱"] == ((0,), "alias")
    assert words.own >= {"电脑桌", "鞋"} and "鞋" in words.lasts and "电脑桌" not in words.lasts


def test_codes_that_are_not_all_there_are_not_known():
    known = lexicon({}, {"furn": 0, "toy": 1}).known
    assert known["furn", "toy"] == (0, 1)
    assert known["furn", "no such code"] is None
    assert known[()] is None, "a text that has no node in the whole taxonomy may have one in another"
    bundled = taxonomy.read()
    assert compile_lexicon(bundled.code_index, {}, {}, {}, bundled.parents, ()).known[()] == ()


def test_a_chain_joins_both_ways_and_what_lies_below():
    words = lexicon({}, {"a": 0, "a1": 1, "b": 2, "c": 3}, [Edge(0, 2)], [(), (0,), (), ()])
    assert words.joined(0, 2) and words.joined(2, 0) and words.joined(1, 2) and words.joined(2, 1)
    assert not words.joined(0, 3) and not words.joined(0, 1)
    assert words.under(1, 0) and words.under(0, 0) and not words.under(0, 1)


def test_what_is_grown_is_made_into_what_the_nearest_table_row_says():
    index = {
        "agri": 0,
        "agri.veg": 1,
        "agri.veg.chili": 2,
        "agri.veg.root": 3,
        "food.cond": 4,
        "food.fruitv": 5,
    }
    parents = [(), (0,), (1,), (1,), (), ()]
    assert lexicon({}, index, parents=parents).made_of == {1: 5, 2: 4, 3: 5}
    del index["food.fruitv"]
    assert lexicon({}, index, parents=parents[:5]).made_of == {2: 4}


# What stands around the industry.

PLACES = frozenset({"苏州市", "绍兴市", "湖州", "湖州织里", "织里", "大理", "玉林"})
WORDS = lexicon({"童装": 0, "鞋": 1, "大理石": 2, "纺织": 3, "玉林": 0})


def behind(text):
    return peeling.without_place_behind(text, PLACES, grammar(), WORDS)


def peeled(text):
    return peeling.places_peeled(text, PLACES, grammar(), WORDS)[-1]


def test_what_stands_in_brackets_is_told_without_them():
    assert peeling.in_brackets("新材料(稀土)【永磁】（）( )(玉)") == ["稀土", "永磁", "玉"]
    assert peeling.without_asides("新材料(稀土)") == "新材料"
    assert peeling.without_asides("(稀土)") == "(稀土)"


def test_blanks_part_entries_of_two_characters_and_more():
    assert peeling.entries_by_blanks("锁具 拉链 饰品") == ["锁具", "拉链", "饰品"]
    for text in ("锁具", "锁具 a", "锁 拉链", "toys lamps", ""):
        assert peeling.entries_by_blanks(text) == []
    assert peeling.without_blanks("新 能源 a") == "新能源a"
    assert peeling.without_blanks("new energy") == "new energy"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("童装 - 湖州织里", "童装"),
        ("童装-湖州", "童装"),
        ("童装,湖州", "童装"),
        ("童装-苏州市某某镇", "童装"),
        ("童装-某某镇", "童装"),
        ("童装-某某", "童装-某某"),
        ("童装-玉林", "童装-玉林"),
        ("童装-纺织", "童装-纺织"),
        ("童装湖州", "童装湖州"),
        ("toys - 湖州", "toys"),
    ],
)
def test_a_place_behind_a_sign_goes(text, left):
    assert behind(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("中国童装名镇织里", "中国童装名镇"),
        ("中国童装之都湖州织里", "中国童装之都"),
        ("中国童装之都湖州某某", "中国童装之都"),
        ("中国鞋都大理", "中国鞋都"),
        ("中国鞋都某某", "中国鞋都"),
        ("鞋都某某", "鞋都某某"),
        ("中国鞋都某某某某", "中国鞋都某某某某"),
        ("中国鞋都童装", "中国鞋都童装"),
        ("中国鞋都玉林", "中国鞋都玉林"),
        ("中国童装大理", "中国童装大理"),
        ("基地湖州", "基地湖州"),
        ("鞋都湖州", "鞋都湖州"),
        ("童装都湖州", "童装都"),
        ("中国鞋都某", "中国鞋都某"),
        ("中国鞋都某某某", "中国鞋都"),
        ("中国童装某县湖州", "中国童装某县湖州"),
        ("中国童装之都湖州织里某某某镇", "中国童装之都"),
        ("中国童装之都湖州织里某某某街道", "中国童装之都湖州织里某某某街道"),
    ],
)
def test_a_place_behind_a_unit_goes(text, left):
    assert behind(text) == left


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("苏州市纺织", "纺织"),
        ("苏州市、绍兴市纺织", "纺织"),
        ("苏州市", "苏州市"),
        ("苏州市玉林", "玉林"),
        ("大理石", "大理石"),
        ("长三角纺织", "纺织"),
        ("某某镇纺织", "某某镇纺织"),
        ("苏州市某某镇纺织", "纺织"),
        ("苏州市某某区纺织", "纺织"),
        ("苏州市某某区某某镇纺织", "纺织"),
        ("苏州市纺织镇某", "纺织镇某"),
        ("苏州市某小镇纺织", "某小镇纺织"),
        ("苏州市某某镇", "某某镇"),
        ("某某高新区纺织", "纺织"),
        ("苏州市示范区纺织", "纺织"),
        ("示范区纺织", "示范区纺织"),
        ("高新区", "高新区"),
    ],
)
def test_places_in_front_go_and_what_names_no_place_alone_only_behind_one(text, left):
    assert peeled(text) == left


@pytest.mark.parametrize(
    ("text", "goods"),
    [
        ("汽车用脚垫", "汽车脚垫"),
        ("汽车用品", "汽车用品"),
        ("茶用器具", "茶用器具"),
        ("汽车脚垫", "汽车脚垫"),
    ],
)
def test_goods_for_a_user_are_named_by_two_words_of_two_characters_at_least(text, goods):
    assert peeling.without_use(text) == goods


# Scopes.


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("茶叶种植、加工、销售", "茶叶种植加工"),
        ("家具的设计、生产和销售", "家具生产"),
        ("鞋加工及零售", "鞋加工"),
        ("研发、生产、销售医疗器械", "医疗器械"),
        ("从事五金制品加工", "五金制品加工"),
        ("软件开发、销售", "软件开发"),
        ("鱼类养殖和捕捞", "鱼类养殖和捕捞"),
        ("服装销售", "服装销售"),
        ("种植、养殖", "种植、养殖"),
        ("食品加工", "食品加工"),
        ("加工中心", "加工中心"),
    ],
)
def test_what_is_done_with_goods_is_one_word_behind_them(text, rest):
    assert without_scope(text) == rest


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("集成电路①", "集成电路"), ("集成电路*", "集成电路"), ("集成电路 **", "集成电路"), ("集成电路¹", "集成电路"),
        ("集成电路[1]", "集成电路"), ("集成电路（1）", "集成电路"), ("集成电路（见注1）", "集成电路"),
        ("集成电路1)", "集成电路"),
        ("集成电路注1", "集成电路"), ("集成电路#", "集成电路"), ("集成电路①、汽车②", "集成电路、汽车"), ("★汽车", "汽车"),
        ("（1）汽车", "汽车"), ("3. 汽车", "汽车"), ("automotive [2]", "automotive"), ("集成电路（含5）", "集成电路（含5）"),
        ("3C数码", "3C数码"), ("维生素B2", "维生素B2"), ("汽车2024", "汽车2024"), ("C#", "C#"), ("*", "*"),
    ],
)  # fmt: skip
def test_marks_of_notes_and_numbers_of_rows_are_no_part_of_a_text(text, bare):
    assert peeling.without_notes(text) == bare
