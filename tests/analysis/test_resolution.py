"""How names of industries are taken apart: what goes, what governs, what is a list, and what never changes a reading."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.grammar import PROCESSED, UNIT, grammar
from clusterbelt.processing.analysis.industries.peeling import makings_peeled
from clusterbelt.processing.analysis.industries.table_cells import FOLDER, read_rows
from clusterbelt.processing.analysis.industries.user_aliases import read_aliases, with_aliases
from clusterbelt.processing.analysis.matching.check_table import check_table
from clusterbelt.processing.analysis.matching.industry_sets import read_industries
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.text import normalise
from hypothesis import assume, given, settings
from hypothesis import strategies as st

BUNDLED = taxonomy.read()
PLACES = resolution.place_names(registry.place_names())
UNITS = sorted(text for text, kind in grammar().tails.items() if kind == UNIT and not text.isascii())
HEADS = tuple(grammar().heads)
# Words that make food of a harvest, in front or behind.
PREPARING = (
    *grammar().preparing,
    *(text for text, head in grammar().heads.items() if head.kind == PROCESSED),
)
NAMES = sorted(
    name
    for name in BUNDLED.names_zh
    # The last piece governs a list where it ends in a head, also before 制造.
    if not name.removesuffix("制造").endswith(HEADS) and not set(name) & set("和与及")
)
# Plain words of the vocabulary: no lists, nothing that governs or falls off.
WORDS = sorted(
    label
    for label in BUNDLED.lexicon.labels
    if not (label.isascii() or label[0].isascii() or set(label) & set("、和与及等暨/,&+·"))
    and label not in grammar().tails
    and not any(stem.endswith((*HEADS, "产业", "加工")) for stem in makings_peeled(label, grammar()))
)
# Texts that are understood by every step, and some that are not.
TEXTS = (
    *NAMES,
    "先进矿山装备制造", "童装童鞋", "陶瓷、石材和卫浴", "纺织、服装和皮革加工专用设备", "鞋和皮革修理",
    "新能源及智能网联汽车", "宠物雨披", "锂离子电池新材料", "酿酒机械", "休闲用品", "女装、呜呜", "呜呜",
)  # fmt: skip


def read(text, keywords=True):
    found = resolution.resolve(text, BUNDLED, PLACES, keywords)
    return [BUNDLED.codes[node] for node in found.nodes], found


def codes(text):
    return read(text)[0]


# What stands around the industry.


@pytest.mark.parametrize(
    "text",
    [
        "江苏省苏州市、无锡市、南通市高端纺织集群",
        "南通市高端纺织产业集群",
        "苏锡常纺织先进制造业集群",
        "纺织（2024年）产业带",
        "绍兴市柯桥区某某镇纺织特色产业集群",
        "基于互联网的纺织",
        "纺织产业基地",
    ],
)
def test_places_tails_brackets_and_ornaments_are_taken_off(text):
    assert codes(text) == ["TEX"]


@pytest.mark.parametrize(
    ("text", "code"), [("和田玉", "CRAFT.JEW.JADE"), ("大理石加工", "BUILD.STONE"), ("普洱茶", "FOOD.TEA")]
)
def test_a_product_that_begins_like_a_place_keeps_it(text, code):
    assert codes(text) == [code]


def test_a_place_alone_is_no_industry():
    assert codes("合肥") == codes("陕西宝鸡") == codes("仙桃产业集群") == []
    assert codes("苏州市产业集群") == codes("国家级创新型产业集群") == []


# Lists.


def test_every_entry_of_a_list_goes_through_all_steps():
    nodes, found = read("苏州女装、高端男装产业、某某童鞋、呜呜")
    assert (nodes, found.by) == (["TEX.APP.W", "TEX.APP.M", "LEA.SHOE.K"], "split_part")
    assert found.rest == ("呜呜",)
    assert [text for text, _ in found.guessed] == ["某某童鞋"]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("童装童鞋", ["TEX.APP.K", "LEA.SHOE.K"]),
        ("男、女装", ["TEX.APP.M", "TEX.APP.W"]),
        ("新能源及智能网联汽车", ["AUTO.NEV", "AUTO.ICV"]),
        ("橡胶、塑料专用设备", ["EQ.PLASM"]),
        ("鞋和皮革修理", []),
        ("电子元器件及设备", ["IT.COMP"]),
        ("食品、饮料和某某罐头", ["FOOD", "FOOD.DRINK.SOFT", "FOOD.CAN"]),
        ("软件和信息服务、女装", ["IT.SW", "TEX.APP.W"]),
        ("锁具 拉链 饰品", ["HW.LOCK", "TEX.TRIM.ZIP", "CRAFT.ACC"]),
        ("新能源 汽车", ["AUTO.NEV"]),
        ("打火机箱包", ["DAILY.LIGHTER", "LEA.BAG"]),
        ("打火机箱包五金", ["DAILY.LIGHTER", "LEA.BAG", "HW"]),
        ("家电家具建材", ["HA", "FURN", "BUILD"]),
        ("摩托车及零部件", ["MOTO", "MOTO.PART"]),
        ("眼镜与视光设备", ["EYE", "BIO.DEV"]),
    ],
)
def test_the_head_of_a_list_governs_its_entries(text, nodes):
    assert codes(text) == nodes


# Compounds.


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("宠物雨披", ["PET"]),
        ("酿酒机械", ["EQ.FOODM"]),
        ("工程机械零部件", ["EQ.CONS"]),
        ("造纸包装", ["PACK"]),
        ("食品加工机械", ["EQ.FOODM"]),
        ("机器人玩具", ["TOY"]),
        ("钓鱼服", ["TEX.APP"]),
        ("竹编灯具", ["LIGHT"]),
        ("化工五金", []),
        ("汽车坐垫", ["AUTO.PART"]),
        ("汽车涂料", ["MAT.CHEM.PAINT"]),
        ("汽车关键轻量化部件", ["AUTO.PART"]),
        ("玩具直升机", ["TOY"]),
        ("番茄深加工", ["FOOD.FRUITV"]),
        ("番茄种植", ["AGRI.VEG"]),
        ("玻璃新材料", ["MAT.NONM.GLASS"]),
        ("某某茶叶包装盒", ["PACK"]),
        ("循环化工新材料", ["MAT.CHEM"]),
        ("汽车玻璃", ["MAT.NONM.GLASS"]),
        ("卤鹅", ["FOOD.MEAT"]),
        ("脱水白萝卜", ["FOOD.FRUITV"]),
        ("冷冻带鱼", ["FOOD.AQUA.FISH"]),
        ("速冻豌豆", ["FOOD.FROZEN"]),
        ("电子鞭炮", ["FIREW"]),
        ("家具培训", []),
        ("休闲用品", []),
        ("环境控制装备", []),
        ("宠物玩具食品", ["PET"]),
        ("小家电玩具", ["HA.SMALL", "TOY"]),
        ("新材料(稀土永磁)", ["MAT.FUNC.MAG"]),
        ("新材料(稀土永磁)产业集群", ["MAT.FUNC.MAG"]),
        ("干发巾家禽", ["AGRI.LIVE.POULTRY"]),
        ("五金（锁具、刀剪）", ["HW.LOCK", "HW.KITCH.KNIFE"]),
        ("集成电路（含封测）", ["IT.CHIP"]),
    ],
)
def test_heads_stand_last_users_and_materials_in_front(text, nodes):
    assert codes(text) == nodes


def test_words_that_disagree_are_suggested_and_not_chosen():
    nodes, found = read("某某风电家具")
    assert (nodes, found.by) == ([], "")
    assert {BUNDLED.codes[node] for node in found.candidates} == {"ENE.WIND", "FURN"}


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("永康化工五金", ["HW"]),
        ("金华永康市化工五金产业集群", ["HW"]),
        ("上虞化工五金", ["MAT.CHEM"]),
        ("织里化工五金", []),
        ("永康化工", ["MAT.CHEM"]),
        ("永康产业集群", []),
    ],
)
def test_a_place_known_for_a_trade_decides_between_words_that_disagree_and_no_more(text, nodes):
    assert codes(text) == nodes


def test_places_known_for_a_trade_are_places_and_no_words_of_industries():
    rows = read_rows(FOLDER / "trades.csv", "place", "city", "code")
    assert len({place for place, *_ in rows}) == len(rows) > 100
    gazetteer = registry.gazetteer()
    for place, city, code in rows:
        assert {entry.lower() for entry in code.split("|")} <= BUNDLED.code_index.keys(), place
        assert place not in BUNDLED.lexicon.labels, place
        found = gazetteer.resolve(city).code
        assert found and gazetteer.resolve(city + place).code == found, place
        for text in (place, place + "产业集群", city + place + "特色产业集群"):
            assert read(text)[1] == resolution.Resolution(), text


def test_a_service_is_understood_and_has_no_node():
    assert read("汽车租赁")[1].by == read("卷烟制造")[1].by == read("gbt:6621")[1].by == resolution.NO_NODE


def test_only_sure_steps_are_taken_without_keywords():
    assert read("某某家具", keywords=False)[1] == resolution.Resolution()
    assert read("苏州高端家具产业集群", keywords=False)[0] == ["FURN"]


# English.


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Manufacture of footwear", ["LEA.SHOE"]),
        ("Women's clothing", ["TEX.APP.W"]),
        ("Toys, furniture and lamps cluster", ["TOY", "FURN", "LIGHT"]),
        ("Repair of furniture", []),
        ("Manufacture of machinery for textile and leather production", ["EQ.TEXM"]),
        ("townships", []),
        ("Power batteries for electric vehicles", ["ENE.BATT"]),
        ("Parts for motorcycles", ["MOTO.PART"]),
    ],
)
def test_english_is_read_by_the_same_steps(text, nodes):
    assert codes(text) == nodes


# What never changes a reading.


@settings(max_examples=300)
@given(st.sampled_from(sorted(PLACES)), st.sampled_from((*TEXTS, *WORDS)))
def test_a_place_in_front_changes_nothing(place, text):
    # Joined they may be another name: a longer place, or a word such as 大理|石材.
    assume(
        not any((place + text)[:length] in PLACES for length in range(len(place) + 1, len(place + text) + 1))
    )
    assume(len(BUNDLED.lexicon.opening(place + text)) <= len(place))
    assert codes(place + text) == codes(text)


@settings(max_examples=300)
@given(
    st.sampled_from(("西宁市南川工业园区", "郑州市马寨工业园", "沈阳市近海经济区", "青岛市城阳区经济开发区")),
    st.sampled_from((*TEXTS, *WORDS)),
)
def test_a_zone_behind_its_city_changes_nothing(zone, text):
    assume(not set(BUNDLED.lexicon.labels) & {zone[-end:] + text[:1] for end in (1, 2)})
    assert codes(zone + text) == codes(text)


@settings(max_examples=300)
@given(st.sampled_from(WORDS), st.sampled_from(("业", "产业", "企业", "行业")))
def test_the_words_behind_a_process_change_nothing(text, tail):
    assert codes(f"{text}加工{tail}") == codes(f"{text}加工")


@settings(max_examples=300)
@given(st.sampled_from((*TEXTS, *WORDS)), st.sampled_from(UNITS))
def test_a_tail_behind_changes_nothing(text, tail):
    assert codes(text + tail) == codes(text)


@settings(max_examples=300)
@given(
    st.sampled_from((*TEXTS, *WORDS)),
    st.sampled_from(sorted(PLACES)),
    st.sampled_from(("{} - {}", "{}（{}）", "{}·{}", "{},{}", "{} {}")),
)
def test_a_place_set_off_behind_changes_nothing(text, place, form):
    # What is a word of a trade as well may be an entry; names of zones may have signs in them.
    assume(all("\u3400" <= sign <= "\u9fff" for sign in place) and place not in BUNDLED.lexicon.labels)
    assert codes(form.format(text, place)) == codes(text)


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*NAMES, *WORDS, "呜呜"]), min_size=2, max_size=4, unique=True), st.data())
def test_the_order_of_a_list_does_not_change_what_is_in_it(pieces, data):
    turned = data.draw(st.permutations(pieces))
    assert set(codes("、".join(pieces))) == set(codes("、".join(turned)))


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from([*WORDS, "呜呜"]), min_size=2, max_size=2, unique=True),
    st.sampled_from(("及", "和", "与", "以及")),
)
def test_the_order_around_a_soft_separator_does_not_change_what_is_in_it(pieces, joint):
    for first, last in (pieces, pieces[::-1]):
        # The end of the last entry may belong to both: 窗及移门|五金.
        assume(not any(first + last[start:] in BUNDLED.lexicon.labels for start in range(1, len(last))))
    assert set(codes(joint.join(pieces))) == set(codes(joint.join(pieces[::-1])))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("不锈钢、影视基地", "影视基地、不锈钢"),
        ("玩具和物流园区", "物流园区和玩具"),
        ("西梅加工及酿造", "酿造及西梅加工"),
    ],
)
def test_a_tail_that_is_an_entry_or_part_of_one_stays_with_it(one, other):
    assert codes(one) == codes(other)[::-1]
    assert len(codes(one)) == 2


@settings(max_examples=300)
@given(
    st.lists(
        st.sampled_from([*NAMES, *WORDS, "机械", "设备", "配件", "包装", "新", "某", "用"]),
        min_size=1,
        max_size=3,
    )
)
def test_no_text_reads_to_a_node_none_of_whose_labels_it_has(pieces):
    """A label may be parted by words that say nothing (汽车|关键|部件), or be that of the harvest in a dish (卤|鹅)."""
    text = normalise("".join(pieces))
    labels, made_of = BUNDLED.lexicon.labels.items(), BUNDLED.lexicon.made_of
    for node in read(text)[1].nodes:
        own = [label for label, (nodes, _) in labels if node in nodes]
        grown = [label for label, (nodes, _) in labels if node in map(made_of.get, nodes)]
        assert any(label in text or _is_in_order(label, text) for label in own) or any(
            _is_prepared(label, text) for label in grown if label in text
        ), text


def _is_prepared(harvest, text):
    """Whether a word that makes food of a harvest stands right before or behind it: 卤鹅, 农家腌的白菜, 番茄制品."""
    return any(
        word + harvest in text or word + "的" + harvest in text or harvest + word in text
        for word in PREPARING
    )


def _is_in_order(label, text):
    rest = iter(text)
    return all(character in rest for character in label)


@settings(max_examples=60)
@given(st.lists(st.sampled_from([*TEXTS, "某某家具", "集群", "A"]), min_size=1, max_size=8), st.data())
def test_filled_rows_leave_the_list_and_the_others_stay(texts, data):
    texts = np.array(texts, dtype=object)
    first = check_table(read_industries([texts], BUNDLED), ("",), {}, BUNDLED)
    chosen = data.draw(
        st.lists(st.sampled_from(["FURN", "TOY|PET", None]), min_size=len(first), max_size=len(first))
    )
    filled = first.with_columns(code=[a or b for a, b in zip(chosen, first["code"])])
    again = with_aliases(BUNDLED, read_aliases(filled).industries)
    second = check_table(read_industries([texts], again), ("",), {}, again)
    done = {text for text, code in zip(filled["text"], filled["code"]) if code}
    assert not done & set(second["text"])
    opened = {text for text, why in zip(second["text"], second["why"]) if why in ("split_part", "keyword")}
    assert set(second["text"]) - opened <= set(first["text"])


# The order of the steps.


def test_the_surer_step_has_the_smaller_rank_and_each_level_lost_makes_it_greater():
    texts = ("TEX", "gbt:3973", BUNDLED.names_zh[0], "纺织业", "高端纺织集群", "女装、机器人", "女装、呜呜",
             "某某新型纺织布料", "呜呜")  # fmt: skip
    found = [read(text)[1] for text in texts]
    assert [one.by for one in found] == [
        *("code", "scheme", "name", "alias", "suffix", "split", "split_part", "keyword", ""),
    ]
    assert [one.rank for one in found] == [10, 20, 30, 40, 50, 60, 70, 80, 100]
    ranks = [read(f"gbt:{code}")[1].rank for code in ("3973", "39739", "397399")]
    assert ranks == [20, 21, 22]


def test_a_code_is_tried_before_an_alias_of_the_user_and_that_before_a_name():
    name = BUNDLED.names_zh[0]
    own = with_aliases(BUNDLED, {"tex": ("AUTO",), normalise(name): ("AUTO",), "gbt:3973": ("AUTO",)})
    found = {text: resolution.resolve(text, own, PLACES) for text in ("TEX", name, "gbt:3973")}
    named = {text: ([own.codes[node] for node in one.nodes], one.by) for text, one in found.items()}
    assert named == {"TEX": (["TEX"], "code"), name: (["AUTO"], "alias"), "gbt:3973": (["AUTO"], "alias")}


def test_many_goods_side_by_side_are_read_in_steps_and_not_by_calls_within_calls():
    few = resolution.resolve("水果" * 3, BUNDLED, PLACES)
    assert few.nodes and resolution.resolve("水果" * 2000, BUNDLED, PLACES).nodes == few.nodes
    # Each way to part them would be tried: 食品|饮料 or 食品饮料, forty times.
    resolution.resolve("食品饮料" * 40 + "某", BUNDLED, PLACES)
