"""What is done with goods, as entries of a list of their own."""

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.places import registry

BUNDLED = taxonomy.read()
READER = resolution.Reader(BUNDLED, resolution.place_names(registry.place_names()))


@pytest.mark.parametrize(
    ("text", "nodes", "rest"),
    [
        ("集成电路设计、制造、封测", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("集成电路的设计、制造和封测", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("江苏省无锡市集成电路设计、制造、封测产业集群", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("集成电路（设计、制造、封测）", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("集成电路设计封测", "IT.CHIP.DESIGN|IT.CHIP.PACK", ""),
        ("高端芯片设计、制造及封装测试", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("芯片封测与组装", "IT.CHIP.PACK|IT.CHIP", ""),
        ("蔬菜种植、加工及冷链物流", "AGRI.VEG|FOOD.FRUITV|ECOM.LOG", ""),
        ("茶叶、玉米种植和加工", "FOOD.TEA|AGRI.GRAIN.MAIZE|FOOD.GRAIN", ""),
        ("苹果和玉米种植、加工", "AGRI.FRUIT.APPLE|FOOD.FRUITV|AGRI.GRAIN.MAIZE|FOOD.GRAIN", ""),
        ("生猪养殖屠宰加工", "AGRI.LIVE.PIG|FOOD.MEAT", ""),
        ("针织物印染加工", "TEX.FAB.DYE", ""),
        ("汽车物流和制造", "ECOM.LOG|AUTO", ""),
        ("机器人及智能制造", "EQ.SMART.ROBOT|EQ.SMART", ""),
        ("五金及工厂化养殖", "HW|FOOD.AQUA", ""),
        ("茶叶全产业链加工", "FOOD.TEA", ""),
        ("蔬菜全链条种植加工", "AGRI.VEG|FOOD.FRUITV", ""),
        ("化工园区开发", "", ""),
        ("葡萄种植、酿造", "AGRI.FRUIT.GRAPE|FOOD.DRINK.WINE", ""),
        ("葡萄、加工业", "AGRI.FRUIT.GRAPE|FOOD.FRUITV", ""),
        ("葡萄、酿造、家用电器", "AGRI.FRUIT.GRAPE|FOOD.DRINK.WINE|HA", ""),
        ("葡萄观光、酿造", "FOOD.DRINK.WINE", ""),
        ("服装电商设计", "", ""),
        ("粮食收储物流", "ECOM.LOG", "粮食收储"),
        ("生猪、呜呜零售、屠宰", "AGRI.LIVE.PIG|FOOD.MEAT", ""),
        ("花椒加工、种植", "FOOD.COND|AGRI.SPICE", ""),
        ("农业机械及配件", "EQ.AGRI", ""),
        ("老王生猪养殖", "AGRI.LIVE.PIG", ""),
        ("老王苹果种植", "AGRI.FRUIT.APPLE", ""),
    ],
)
def test_what_is_done_with_goods_is_read_by_those_before_it(text, nodes, rest):
    reading = READER.read(text)
    assert ("|".join(BUNDLED.codes[node] for node in reading.nodes), "|".join(reading.rest)) == (nodes, rest)
