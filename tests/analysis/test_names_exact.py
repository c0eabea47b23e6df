"""Texts whose reading hangs by one rule each: the nodes, the step that found them, what disagrees."""

from functools import lru_cache

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
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
    # Heads and the words in front of them.
    ("智能装备制造", "suffix", "EQ.SMART"), ("呜呜干货", "", ""), ("种业材料", "", "-AGRI.SEED"),
    ("豆制品材料", "", "-FOOD.BEAN"), ("老王电子、耗材", "split", "IT.MFG"),
    # Words that are not known, and those before them.
    ("呼啦圈圈滑板", "keyword", "SPORT"), ("汽车音乐滑板", "", "-AUTO|SPORT"),
    ("呼啦圈圈桃李杏", "", "-SPORT.FIT|AGRI.FRUIT.PEACH"), ("汽车音乐U盘", "", "-AUTO|IT.DIGI"),
    ("昆山土豆苹果", "keyword", "AGRI.GRAIN.TUBER|AGRI.FRUIT.APPLE"), ("影视数字香梨", "keyword", "AGRI.FRUIT.PEAR"),
    ("医疗电子聚乳酸", "keyword", "MAT.CHEM.RESIN"),
    # Lists: what a last entry says of the others.
    ("母婴装备、医院", "split", "EQ"), ("女装、医院", "split", "TEX.APP.W"), ("鞋、服装零售", "no_node", ""),
    ("女装、风能发电工程施工", "split", "TEX.APP.W"), ("女装、汽车、软件和信息服务", "split", "TEX.APP.W|AUTO|IT.SW"),
    # Places around them.
    ("李庄镇化纤绳网", "keyword", "TEX.TECH"), ("龙江镇平菇", "keyword", "AGRI.MUSH"), ("东凤镇拆除", "no_node", ""),
    ("国家新型工业化产业示范基地（有色金属·甘肃金昌）", "suffix", "MAT.STRU.METAL"),
    ("家纺 南通", "suffix", "TEX.HOME"),
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


@pytest.mark.parametrize("text", ["大鱼", "某某鱼", "皮鞋", "鱼", "玩具鱼"])
def test_a_word_of_one_character_ends_nothing_where_the_taxonomy_lacks_its_node(text):
    own = taxonomy.load({"code": ["a", "b"], "name_zh": ["机床", "茶"], "parent": ["", ""]})
    assert resolution.resolve(text, own).nodes == ()
    assert resolution.resolve("大茶", own).nodes == (1,)
