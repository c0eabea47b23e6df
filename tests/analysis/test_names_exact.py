"""Texts whose reading hangs by one rule each: the nodes, the step that found them, what disagrees."""

from functools import lru_cache
from types import SimpleNamespace

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.grammar import grammar
from clusterbelt.processing.analysis.industries.trades import settled
from clusterbelt.processing.analysis.industries.user_aliases import with_aliases
from clusterbelt.processing.analysis.places import registry

READ = [
    # What is preserved or cooked is no harvest, whoever stands before or behind the word for it.
    ("腌渍类蔬菜", "keyword", "FOOD.FRUITV"), ("烟熏类鱼", "keyword", "FOOD.AQUA.FISH"),
    ("老王腌鱼", "keyword", "FOOD.AQUA.FISH"), ("老王五香鸭", "keyword", "FOOD.MEAT"),
    ("五香老王鸭", "keyword", "FOOD.MEAT"), ("腌老王鱼", "keyword", "FOOD.AQUA.FISH"),
    ("干发巾", "alias", "TEX.HOME.TOWEL"), ("大鱼", "suffix", "FOOD.AQUA.FISH"),
    # Goods in a row, and those of a user.
    ("文具玩具礼品", "keyword", "STAT|TOY|CRAFT"), ("玩具家具智能家居设备", "keyword", "TOY|FURN|HA.SMART"),
    ("玩具家具机器人系统集成", "keyword", "EQ.SMART.ROBOT"), ("汽车灯具食品", "keyword", "FOOD"),
    ("孕婴童玩具食品", "keyword", "BABY"),
    # A row has six characters at least, its goods six at most; one character stands for goods where it is a word of its own.
    ("整车鞋毛巾", "keyword", "TEX.HOME.TOWEL"), ("玉米布艺茶叶", "keyword", "AGRI.GRAIN.MAIZE|TEX.HOME|FOOD.TEA"),
    ("腊鱼脆枣不锈钢日用品", "keyword", "FOOD.MEAT|FOOD.CANDY|HW.KITCH"),
    ("鞋毛巾童装雨伞", "keyword", "LEA.SHOE|TEX.HOME.TOWEL|TEX.APP.K|DAILY.UMB"),
    ("童装拖鞋雨伞裙", "", "-LEA.SHOE.SLIP|TEX.APP.W"),
    # Heads and the words in front of them.
    ("智能装备制造", "suffix", "EQ.SMART"), ("呜呜干货", "", ""), ("种业材料", "", "-AGRI.SEED"),
    ("豆制品材料", "", "-FOOD.BEAN"), ("老王电子、耗材", "split", "IT.MFG"),
    # Which of two words holds: the leading industry, the goods and not their material, the trade, the row, or neither.
    ("冻干果蔬龙头", "keyword", "FOOD.FRUITV"), ("卫浴龙头", "keyword", "BUILD.SANI.TAP"),
    ("呼啦毛皮帽", "keyword", "TEX.ACC.HAT"), ("呼啦钢铁玻璃", "", "-MAT.STRU.STEEL|MAT.NONM.GLASS"),
    ("制冷空调设备理疗仪器", "", "-EQ.REFR|BIO.DEV"), ("药材食材", "keyword", "BIO.TCM.HERB|FOOD"),
    ("面条面包", "keyword", "FOOD.NOODLE|FOOD.BAKE"), ("茶具茶", "keyword", "FOOD.TEA"),
    ("香菇袜业", "keyword", "AGRI.MUSH|TEX.APP.U"), ("羽绒袜业", "keyword", "TEX.APP.U"),
    ("驴子制品农牧业", "keyword", "AGRI"),
    ("家具门窗五金", "keyword", "HW.LOCK"), ("家具玩具五金", "keyword", "FURN|TOY|HW"), ("龙头企业加工", "", ""),
    # What is done to goods, and the machines of goods and of trades.
    ("金的冶炼", "suffix", "MAT.STRU.METAL.NOBLE"), ("芦笋加工厂", "suffix", "FOOD.FRUITV"),
    ("江苏水玻璃器材", "keyword", "MAT.CHEM"), ("泵阀花灯制作机械", "keyword", "EQ"),
    ("木门呜设备", "keyword", "EQ.WOODM"), ("陶瓷呜呜果酱加工设备", "keyword", "EQ.BUILDM"),
    ("虾蟹呜呜生产设备", "keyword", "EQ.AGRI"), ("造纸包装", "keyword", "PACK"),
    ("蔬菜设备", "keyword", "EQ"), ("电子元器件设备", "keyword", "EQ.SEMI"),
    # Words that are not known, and those before them.
    ("呜伞", "keyword", "DAILY.UMB"), ("呼啦圈圈滑板", "keyword", "SPORT"), ("汽车音乐滑板", "", "-AUTO|SPORT"),
    ("呼啦圈圈桃李杏", "", "-SPORT.FIT|AGRI.FRUIT.PEACH"), ("汽车音乐U盘", "", "-AUTO|IT.DIGI"),
    ("昆山土豆苹果", "keyword", "AGRI.GRAIN.TUBER|AGRI.FRUIT.APPLE"), ("影视数字香梨", "keyword", "AGRI.FRUIT.PEAR"),
    ("医疗电子聚乳酸", "keyword", "MAT.CHEM.RESIN"), ("甲乙电子净菜", "", "-IT.MFG|AGRI.VEG"),
    ("泡椒级饰品", "keyword", "CRAFT.ACC"), ("高端修理业", "no_node", ""),
    # Lists: what a last entry says of the others.
    ("服装、设备", "split", "TEX.APP|EQ"), ("元器件及设备", "split_part", "IT.COMP"),
    ("呜呜、服装、设备", "split_part", "TEX.APP|EQ"), ("鞋、节能工程施工", "no_node", ""),
    ("玩具、音乐产业园", "split", "TOY|CREA"), ("玩具、鞋和音乐产业园", "split", "TOY|LEA.SHOE|CREA"),
    ("数字、文化产业园", "split_part", "CREA"), ("静脉产业园区", "suffix", "ENV.RECY"),
    ("地信小镇集群", "suffix", "IT.SW.GEO"), ("母婴装备、医院", "split", "EQ"), ("女装、医院", "split", "TEX.APP.W"),
    ("服装展览、设计", "no_node", ""), ("老王番茄加工业", "keyword", "FOOD.FRUITV"),
    ("玉米深加工业企业", "suffix", "FOOD.GRAIN"), ("汽车全产业链零部件", "keyword", "AUTO.PART"),
    ("茶叶全产业链食品", "keyword", "FOOD.TEA"), ("gbt:83", "no_node", ""), ("gbt:98-99", "", ""),
    ("鞋、服装零售", "no_node", ""), ("女装、风能发电工程施工", "split", "TEX.APP.W"),
    ("女装、汽车、软件和信息服务", "split", "TEX.APP.W|AUTO|IT.SW"), ("食用香精加工", "suffix", "FOOD.ADD"),
    ("刺五加工业", "suffix", "BIO.TCM.HERB"), ("玩具、白及种植", "split", "TOY|BIO.TCM.HERB"),
    ("玩具、鞋、音乐产业园", "split", "TOY|LEA.SHOE|CREA"), ("老王某某（呼啦圈圈滑板）", "keyword", "SPORT"),
    ("光学产品", "", ""),
    # Places around them.
    ("李庄镇化纤绳网", "keyword", "TEX.TECH"), ("龙江镇平菇", "keyword", "AGRI.MUSH"), ("东凤镇拆除", "no_node", ""),
    ("国家新型工业化产业示范基地（有色金属·甘肃金昌）", "suffix", "MAT.STRU.METAL"),
    ("家纺 南通", "suffix", "TEX.HOME"),
    # Other goods in brackets go on as those before, unless they are a part, a material, the same, or none.
    ("汽车(摩托车)配件", "split", "AUTO.PART|MOTO.PART"), ("家具(玩具)", "split", "FURN|TOY"),
    ("汽车(含摩托车)配件", "suffix", "AUTO.PART"), ("玩具(塑料)", "suffix", "TOY"),
    ("女装(服装)加工", "suffix", "TEX.APP.W"), ("服装(女装)加工", "suffix", "TEX.APP.W"),
    ("家具(呜呜)配件", "suffix", "FURN"), ("数控机床(机器人)设备", "keyword", "EQ.SMART.CNC"),
    # Kinds of goods side by side, and how much they make.
    ("肉类蛋类禽类加工", "split", "FOOD.MEAT|AGRI.LIVE.EGG|AGRI.LIVE.POULTRY"),
    ("500亿级家具集群", "suffix", "FURN"),
    # English initiatives by what stands in front of them.
    ("toys cluster of alicante", "suffix", "TOY"), ("leather goods valley in tuscany", "suffix", "LEA"),
    ("inland cluster for toys", "", ""),
]  # fmt: skip


@lru_cache(maxsize=1)
def reader():
    return resolution.Reader(taxonomy.read(), resolution.place_names(registry.place_names()))


@pytest.mark.parametrize(("text", "by", "codes"), READ)
def test_readings(text, by, codes):
    """Codes with a minus in front are those that disagree."""
    found, named = reader().read(text), taxonomy.read().codes
    nodes, candidates = ("|".join(named[node] for node in some) for some in (found.nodes, found.candidates))
    assert (found.by, nodes or (f"-{candidates}" if candidates else "")) == (by, codes)


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("甲和乙和丙和丁和戊", (2, 3)),
        ("机床、己和庚和辛和壬", (1, 4)),
        ("己和庚和辛和壬和机床", (4, 1)),
        ("龙井机床", (1,)),
    ],
)
def test_names_that_hold_a_separator_or_are_a_place_as_well(text, nodes):
    names = ["龙井", "机床", "甲和乙", "丙和丁和戊", "己和庚和辛和壬"]
    own = taxonomy.load({"code": list("abcde"), "name_zh": names, "parent": [""] * 5})
    assert resolution.resolve(text, own, resolution.place_names(["龙井"])).nodes == nodes


def test_a_range_of_codes_takes_those_that_the_user_has_given_to_nodes():
    table = {"code": ["a", "b"], "name_zh": ["机床", "茶"], "aliases": ["", "gbt:11"], "parent": ["", ""]}
    own = with_aliases(taxonomy.load(table), {"gbt:10": ("a",)})
    found = resolution.resolve("gbt:10-12", own)
    assert (found.nodes, found.rest) == ((0, 1), ("gbt:12",))


def test_names_of_places_that_may_stand_in_front_have_two_to_twenty_characters():
    names = ["a", "ab", "b" * 20, "c" * 21]
    assert resolution.place_names(names) == {"ab", "b" * 20}


def test_many_texts_are_read_by_their_last_words_unless_that_is_not_wanted():
    read, unread = (
        resolution.resolve_all(["呼啦圈圈滑板"], taxonomy.read(), (), *given) for given in ((), (False,))
    )
    assert (read["呼啦圈圈滑板"].by, unread["呼啦圈圈滑板"].by) == ("keyword", "")


@pytest.mark.parametrize(
    ("given", "nodes"),
    [((7, 3), (7,)), ((7, 8), ()), ((7,), ()), ((3, 4), ()), ((3, 7, 8), (7, 8))],
)
def test_the_trades_of_a_place_decide_between_some_candidates(given, nodes):
    """Nodes 7 and 8 are or lie under the trade of 织里, which has the number 7."""
    lexicon = SimpleNamespace(
        under=lambda node, other: (node, other) in ((7, 7), (8, 7)), opening=lambda text: ""
    )
    asked = ("织里某某", frozenset(["织里"]), grammar(), lexicon, {"tex.app.k": 7})
    unclear = resolution.Resolution(candidates=given)
    assert settled(unclear, *asked).nodes == nodes
    known = resolution.Resolution((1,), "split_part", 70, candidates=given)
    assert settled(known, *asked) is known


@pytest.mark.parametrize("text", ["大鱼", "某某鱼", "皮鞋", "鱼", "玩具鱼"])
def test_a_word_of_one_character_ends_nothing_where_the_taxonomy_lacks_its_node(text):
    own = taxonomy.load({"code": ["a", "b"], "name_zh": ["机床", "茶"], "parent": ["", ""]})
    assert resolution.resolve(text, own).nodes == ()
    assert resolution.resolve("大茶", own).nodes == (1,)
