"""Lists lose nothing in silence: each entry as it is written stands in the reading, or is told."""

from itertools import permutations

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.matching.check_table import check_table
from clusterbelt.processing.analysis.matching.industry_sets import read_industries
from clusterbelt.processing.analysis.places import registry
from hypothesis import given, settings
from hypothesis import strategies as st

BUNDLED = taxonomy.read()
PLACES = resolution.place_names(registry.place_names())
READER = resolution.Reader(BUNDLED, PLACES)

HARD, SOFT = ("、", ",", "，", "；", "/", "·"), ("和", "及", "与", "以及")
GOODS = (
    "手机", "平板电脑", "空调", "冰箱", "汽车", "摩托车", "自行车", "女装", "童装", "钢管", "瓷砖", "家具", "灯具", "玩具",
    "泵", "阀门", "轴承", "电机", "锂电池", "水泥", "玻璃", "塑料", "橡胶", "皮革", "箱包", "饮料", "化肥", "农药", "涂料",
    "眼镜", "五金", "锁具", "模具", "软件", "机器人", "无人机", "船舶", "飞机", "医疗器械", "化妆品", "稀土",
)  # fmt: skip
# What is done with each: before a sign it has its goods in front, behind one they are those of the entry before.
DONE_WITH = {
    ("集成电路", "芯片"): ("设计", "研发", "制造", "封测", "封装测试"),
    ("蔬菜", "苹果", "玉米", "中药材"): ("种植", "加工", "深加工", "冷链物流", "仓储", "电商"),
    ("生猪", "肉牛"): ("养殖", "屠宰", "加工", "冷链物流"),
    ("汽车", "家具", "轴承", "无人机"): ("研发", "制造", "组装", "检测", "物流", "回收", "旅游", "培训"),
}
HEADS = (
    "配件",
    "零部件",
    "材料",
    "设备",
    "机械",
    "用品",
    "制品",
    "装备",
    "专用设备",
    "生产线",
    "包装",
    "模具",
)
# Words for making that add nothing to goods which are read; to those that are designed research adds nothing.
PLAIN = ("设计", "制造", "组装")


def read(text):
    return READER.read(text)


def codes(text):
    return "|".join(BUNDLED.codes[node] for node in read(text).nodes)


def told(reading):
    """The entries that CHECK shows."""
    return (*reading.rest, *reading.none, *(entry for entry, _ in reading.guessed))


def is_kept(forms, reading):
    """Whether an entry is in a reading by one of the forms in which it can be meant, or is told."""
    under = BUNDLED.lexicon.under
    if not reading.by:
        return True  # CHECK shows the whole text.
    for form in forms:
        nodes = read(form).nodes
        if nodes and all(any(under(node, one) for one in reading.nodes) for node in nodes):
            return True
    if reading.by == "no_node":
        return any(read(form).by == "no_node" for form in forms)
    return any(form.endswith(entry.removeprefix("其")) for entry in told(reading) for form in forms)


@st.composite
def joined(draw, entries):
    """Entries with signs between them, the last one often by 和."""
    hard, last = draw(st.sampled_from(HARD)), draw(st.sampled_from((*HARD, *SOFT)))
    return hard.join(entries[:-1]) + last + entries[-1]


@settings(max_examples=300)
@given(st.lists(st.sampled_from([*GOODS, "呜呜"]), min_size=2, max_size=4, unique=True), st.data())
def test_goods_side_by_side_are_all_there(goods, data):
    text = data.draw(joined(goods))
    reading = read(text)
    for entry in goods:
        assert entry in reading.rest if entry == "呜呜" else is_kept([entry], reading), text


@pytest.mark.parametrize("goods", DONE_WITH, ids="|".join)
def test_what_is_done_with_goods_is_read_with_them_entry_by_entry(goods):
    for name in goods:
        for words in (*permutations(DONE_WITH[goods], 2), *permutations(DONE_WITH[goods], 3)):
            for sign in ("、", "及"):
                text = name + "、".join(words[:-1]) + sign + words[-1]
                reading = read(text)
                assert reading.nodes or all(not read(name + word).nodes for word in words), text
                for word in set(words) - {"研发"}:
                    forms = [name + word, *([name] if word in PLAIN else ())]
                    assert is_kept(forms, reading) or is_kept([word], reading), (text, word)


@settings(max_examples=300)
@given(
    st.lists(st.sampled_from(GOODS), min_size=1, max_size=3, unique=True), st.sampled_from(HEADS), st.data()
)
def test_a_head_behind_several_goods_is_read_with_each_and_leaves_them(goods, head, data):
    text = data.draw(joined([*goods, head]))
    reading = read(text)
    for entry in goods:
        assert is_kept([entry], reading), text
    if reading.by != "split_part":
        named = BUNDLED.lexicon.labels
        assert all(is_kept([entry + head], reading) for entry in goods if entry + head in named), text


@pytest.mark.parametrize(
    ("text", "nodes", "rest"),
    [
        ("glass, packaging", "MAT.NONM.GLASS|PACK", ""),
        ("glass packaging", "PACK.GLASS", ""),
        ("seed, polyamide fibres, and locks", "AGRI.SEED|MAT.FIBER.NYLON|HW.LOCK", ""),
        ("oven, belts & sawmilling", "HA.SMALL.KITCH|LEA.BELT|BUILD.WOOD", ""),
        ("Optical technologies", "IT.OPTO", ""),
        ("集成电路：设计、制造、封测", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("粮食收储、加工、贸易", "FOOD.GRAIN", ""),
        ("文化创意、旅游、会展", "CREA", ""),
        ("餐饮住宿和旅游", "", ""),
        ("呜呜、贸易", "", ""),
        ("主导产业：纺织、服装", "TEX|TEX.APP", ""),
        ("食品：饮料、糖果", "FOOD.DRINK.SOFT|FOOD.CANDY", ""),
        ("主营:五金、塑料", "HW|MAT.PLAS", ""),
        ("Toys: dolls", "TOY", ""),
        ("Semiconductor design, manufacturing and packaging", "IT.CHIP.DESIGN|IT.CHIP|IT.CHIP.PACK", ""),
        ("Fruit and vegetable growing and processing", "AGRI.FRUIT|AGRI.VEG|FOOD.FRUITV", ""),
        ("Design and manufacturing of semiconductors", "IT.CHIP", ""),
        ("手机、平板电脑及配件", "IT.TERM|IT.DIGI", ""),
        ("摩托车、汽车及零部件", "MOTO|AUTO|MOTO.PART|AUTO.PART", ""),
        ("motorcycles, bicycles and parts", "MOTO|SPORT.BIKE|MOTO.PART|SPORT.BIKE.PART", ""),
        ("摩托车、平板电脑以及光伏组件", "MOTO|IT.TERM|ENE.PV", ""),
        ("蔬菜、水果及其制品", "AGRI.VEG|AGRI.FRUIT|FOOD.FRUITV", ""),
        ("电子元器件及设备", "IT.COMP", "设备"),
        ("家具、灯具及材料", "FURN|LIGHT", "材料"),
        ("医疗器械、配件及设备", "BIO.DEV", "设备"),
        ("茶叶与自行车机械", "EQ.FOODM", "自行车机械"),
        ("宠物食品、玩具及用品", "PET.FOOD|PET", ""),
        ("船舶及桥梁用钢", "MAT.STRU.STEEL", ""),
        ("塑料、桥梁用钢", "MAT.PLAS|MAT.STRU.STEEL", ""),
        ("冰箱、空调用压缩机", "EQ.PART.VALVE.COMP", ""),
        ("洗衣机、空调用电机", "EQ.POWER.MOTOR", ""),
        ("牛、羊饲料", "AGRI.FEED", ""),
        ("大豆和小麦种子", "AGRI.SEED", ""),
        ("花生、花卉苗木", "AGRI.OIL.PEANUT|AGRI.FLOWER", ""),
        ("水果和蔬菜包装", "PACK", ""),
        ("猪、牛、羊肉", "FOOD.MEAT", ""),
        ("铜、铝板", "MAT.STRU.METAL.CU|MAT.STRU.METAL.AL", ""),
        ("塑料和橡胶机械及模具", "EQ.PLASM|EQ.PART.MOLD", ""),
        ("纺织和服装机械及配件", "EQ.TEXM", ""),
        ("汽车、农业机械及配件", "AUTO|EQ.AGRI", ""),
        ("皮革、塑料用染料", "MAT.CHEM.DYE", ""),
        ("纺织、印染助剂", "MAT.CHEM.AUX", ""),
        ("手机、电脑保护壳", "IT.DIGI", "电脑保护壳"),
        ("陶瓷、玻璃餐具", "MAT.NONM.CERA|DAILY.GLASSW", ""),
        ("眼镜·芯片", "EYE|IT.CHIP", ""),
        ("服装、旅游", "TEX.APP", ""),
        ("无人机制造、培训", "EQ.UAV", ""),
        ("鞋、服装、零售", "", ""),
        ("手机整机、配件及维修", "IT.TERM|IT.DIGI", ""),
        ("半导体材料、设备", "MAT.FUNC.ELEC|EQ.SEMI", ""),
        ("新型显示材料、器件及装备", "MAT.FUNC|IT.DISPLAY", "装备"),
        ("服装、设备", "TEX.APP|EQ", ""),
        ("苹果种植、贮藏、加工、销售", "AGRI.FRUIT.APPLE|FOOD.FRUITV", ""),
        ("茶叶、加工、销售", "FOOD.TEA", ""),
        ("水果、蔬菜的冷藏与运输", "AGRI.FRUIT", "蔬菜的冷藏"),
        ("皮革、皮革化工、皮革机械", "LEA|MAT.CHEM.AUX|EQ.TEXM", ""),
        ("生猪养殖-屠宰-加工", "AGRI.LIVE.PIG|FOOD.MEAT", ""),
        ("服装、鞋帽批发、零售", "", ""),
        ("纺织机械、服装", "EQ.TEXM|TEX.APP", ""),
        ("铝合金门窗、幕墙及配件", "BUILD.DOOR|BUILD|HW.LOCK", ""),
        ("电子元件、集成电路及专用材料", "IT.COMP|IT.CHIP|MAT.FUNC.ELEC", ""),
        ("集成电路及专用设备", "IT.CHIP|EQ.SEMI", ""),
        ("新能源汽车、船舶及专用设备", "AUTO.NEV|EQ.MARINE", ""),
        ("玩具及用品", "TOY", ""),
        ("猫粮及用品", "PET.FOOD|PET", ""),
        ("家具、建筑用玻璃", "FURN|MAT.NONM.GLASS", ""),
        ("家具、包装用纸业", "FURN|PACK.MILL", ""),
        ("轨道及桥梁用钢", "MAT.STRU.STEEL", "轨道"),
        ("能源及汽车用钢", "MAT.STRU.STEEL", "能源"),
        ("船舶、汽车用钢", "MAT.STRU.STEEL", ""),
        ("呜呜、葡萄及汽车用钢", "AGRI.FRUIT.GRAPE|MAT.STRU.STEEL", "呜呜"),
        ("汽车整车及关键零部件", "AUTO|AUTO.PART", ""),
        ("电动自行车整车、核心部件", "MOTO.EBIKE|MOTO.PART", ""),
        ("农机整机及主要零部件", "EQ.AGRI", ""),
        ("轨道交通整车及高端核心部件", "EQ.RAIL", ""),
        ("船舶总装及关键配套设备", "EQ.MARINE", ""),
        ("数控机床整机、功能部件及刀具", "EQ.SMART.CNC", ""),
        ("新型显示及关键材料", "IT.DISPLAY|MAT.FUNC", ""),
        ("光伏组件及关键材料", "ENE.PV", "关键材料"),
        ("乘用车、商用车零部件", "AUTO.PART", ""),
        ("乘用车、呜呜零部件", "AUTO.PART", "呜呜零部件"),
        ("乘用车、商用车及汽车零部件", "AUTO|AUTO.PART", ""),
        ("汽车、光伏组件", "AUTO|ENE.PV", ""),
        ("汽车、船舶零部件", "AUTO.PART|EQ.MARINE", ""),
        ("汽车、摩托车及工程机械配件", "AUTO.PART|MOTO.PART|EQ.CONS", ""),
        ("汽车及核心部件总成", "AUTO|AUTO.PART", ""),
        ("汽车及精密零部件", "AUTO|EQ.PART", ""),
        ("汽车整车及零部件", "AUTO|AUTO.PART", ""),
        ("生物医药及关键原辅料", "BIO", "关键原辅料"),
        ("家电及上下游配套", "HA|HA.PART", ""),
        ("果蔬、茶叶", "AGRI.VEG|AGRI.FRUIT|FOOD.TEA", ""),
        ("服装及服饰配件", "TEX.TRIM|TEX.ACC", ""),
        ("咖啡/茶叶/核桃精深加工", "FOOD.DRINK.SOFT|FOOD.TEA|FOOD.NUT", ""),
        ("柑橘、家具、果蔬加工", "AGRI.FRUIT.CITRUS|FURN|FOOD.FRUITV", ""),
        ("马铃薯、玉米精深加工", "FOOD.STARCH|FOOD.GRAIN", ""),
        ("生猪种养加", "AGRI.LIVE.PIG|FOOD.MEAT", ""),
        ("汽车及某某零部件", "AUTO.PART", "某某零部件"),
        ("软件和信息服务和橡胶和塑料", "IT.SW|MAT.PLAS", ""),
        ("玉米、茶叶、肉制品及副产品加工", "FOOD.GRAIN|FOOD.TEA|FOOD.MEAT", ""),
        ("食品、深加工、配件", "FOOD", ""),
        ("水果和粮食加工", "FOOD.FRUITV|FOOD.GRAIN", ""),
        ("女式和中老年大衣", "TEX.APP.W|TEX.APP", ""),
        ("车用电子、电池材料", "AUTO.PART|ENE.BATT.MAT", ""),
        ("葡萄和玉米酿造", "FOOD.DRINK.WINE|AGRI.GRAIN.MAIZE", ""),
        ("医疗产品、医药制造、核电加工机械", "BIO.DEV|EQ.PHARMM|EQ.ENERGY", ""),
        ("家具、烟草生产专用设备制造", "EQ.WOODM", "烟草生产专用设备制造"),
        ("食品和食品机械设备", "FOOD|EQ.FOODM", ""),
        ("生猪、食品机械、设备", "AGRI.LIVE.PIG|EQ.FOODM", ""),
        ("玩具、食品机械、设备、家具", "TOY|EQ.FOODM|FURN", ""),
        ("宠物服装、食品、玩具", "PET|FOOD|TOY", ""),
        ("宠物服装、家具和食品", "PET|PET.FOOD", ""),
        ("玩具和汽车及零部件", "TOY|AUTO|AUTO.PART", ""),
        ("高端户外与舞台照明", "LIGHT.OUT", ""),
        ("电子商务与现代物流及制造", "ECOM|ECOM.LOG", ""),
        ("动力电池及电池材料制造", "ENE.BATT|ENE.BATT.MAT", ""),
        ("种植、养殖", "AGRI|AGRI.LIVE", ""),
        ("种植、养殖及加工", "AGRI|AGRI.LIVE|FOOD", ""),
        ("种植业、养殖业", "AGRI|AGRI.LIVE", ""),
        ("养殖业、种植业", "AGRI.LIVE|AGRI", ""),
    ],
)
def test_lists_of_kinds_that_lost_entries(text, nodes, rest):
    assert (codes(text), "|".join(read(text).rest)) == (nodes, rest)


def test_an_entry_that_names_no_industry_is_told():
    assert read("无人机制造、培训").none == ("培训",) and read("女装、呜呜").none == ()
    found = check_table(read_industries([["服装、旅游"]], BUNDLED), ("",), {}, BUNDLED)
    assert list(zip(found["text"], found["why"])) == [("旅游", "no_node")]


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("汽车零部件、职业培训", "AUTO.PART"),
        ("服装、家具与金融服务", "TEX.APP|FURN"),
        ("服装、会展服务", "TEX.APP"),
        ("服装和家具展览", ""),
        ("玩具、自行车展览", ""),
        ("玩具、通用航空生产服务", "TOY|EQ.AERO"),
        ("汽车、家电修理", ""),
    ],
)
def test_services_that_are_done_to_no_goods_govern_no_list(text, nodes):
    assert codes(text) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("木质、竹藤家具制造", "FURN.WOOD|FURN.BAMB"),
        ("金属、木质家具", "FURN.METAL|FURN.WOOD"),
        ("木质、钢家具加工", "FURN.WOOD|FURN.METAL"),
        ("塑料、木质、钢家具", "MAT.PLAS|FURN.WOOD|FURN.METAL"),
        ("木质、铁门", ""),
        ("塑料、出口、电商", "MAT.PLAS|ECOM"),
        ("智能、绿色家居", "HA.SMART|FURN"),
        ("大型、精密模具", "EQ.PART.MOLD"),
        ("新型、绿色建材", "BUILD"),
    ],
)
def test_an_ornament_that_makes_other_goods_of_those_behind_it_is_an_entry(text, nodes):
    assert codes(text) == nodes and not told(read(text))


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("动力电池、储能电池及电池材料", "ENE.BATT|ENE.BATT.MAT"),
        ("新能源汽车、汽车零部件", "AUTO.NEV|AUTO.PART"),
        ("汽车和摩托车零部件", "AUTO.PART|MOTO.PART"),
    ],
)
def test_parts_and_materials_of_goods_that_are_named_again_leave_the_goods(text, nodes):
    assert codes(text) == nodes


def test_a_text_is_read_without_the_marks_of_its_notes():
    assert [codes(text) for text in ("集成电路①", "汽车*、船舶**")] == ["IT.CHIP", "AUTO|EQ.MARINE"]
