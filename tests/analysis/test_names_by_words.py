"""Readings of compounds and lists, one text for each turn that the reader may take."""

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.places import registry

BUNDLED = taxonomy.read()
PLACES = resolution.place_names(registry.place_names())
READER = resolution.Reader(BUNDLED, PLACES)


def codes(nodes):
    return "|".join(BUNDLED.codes[node] for node in nodes)


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("腊八豆", "FOOD.BEAN"),
        ("某某腌白菜", "FOOD.FRUITV"),
        ("荷叶茶", "FOOD.TEA"),
        ("钢琴漆", "MAT.CHEM.PAINT"),
        ("花生酱", "FOOD.COND"),
        ("苗银首饰", "CRAFT.JEW.GOLD"),
        ("某箱包甲皮具", "LEA"),
        ("家电玻璃", "MAT.NONM.GLASS"),
        ("牙模材料", "BIO.DEV.DENT"),
        ("食品级塑料", "MAT.PLAS"),
        ("黄牛肉干", "FOOD.MEAT"),
        ("汽车关键轻量化部件", "AUTO.PART"),
        ("家电家具建材", "HA|FURN|BUILD"),
        ("宠物女装童鞋", "PET"),
        ("婴童日用品玩具", "TOY"),
        ("冰丝席", "TEX.HOME.BED"),
        ("某某毛皮帽", "TEX.ACC.HAT"),
        ("非金属功能材料", "MAT.FUNC"),
        ("老人鞋", "LEA.SHOE"),
        ("家具生产线", "EQ.WOODM"),
        ("汽车用脚垫", "AUTO.PART"),
        ("农药化肥种子", "MAT.CHEM.PEST|MAT.CHEM.FERT|AGRI.SEED"),
        ("围巾手套帽子", "TEX.ACC.SCARF|TEX.ACC.HAT|TEX.ACC.GLOVE"),
        ("家具服装鞋玩具", "FURN|TEX.APP|LEA.SHOE|TOY"),
        ("安全环保烟花", "FIREW"),
        ("香菇袜业", "AGRI.MUSH|TEX.APP.U"),
        ("遥控赛车玩具", "TOY.ELEC"),
        ("菜刀砧板", "HW.KITCH.KNIFE|HW.KITCH"),
        ("医疗污水处理设备", "ENV.PROT"),
        ("医疗家具", "BIO.DEV"),
        ("蔬菜的加工", "FOOD.FRUITV"),
        ("塑料管材生产线", "EQ.PLASM"),
        ("苦瓜加工设备", "EQ.FOODM"),
        ("苦瓜设备", "EQ"),
        ("洗衣液智能装备", "EQ.SMART"),
        ("五金制品生产、销售", "HW"),
        ("生猪养殖、屠宰、加工", "AGRI.LIVE.PIG|FOOD.MEAT"),
        ("林木的培育和种植", "AGRI.FOREST"),
        ("高端装备、纺织机械", "EQ|EQ.TEXM"),
        ("玉米加工业", "FOOD.GRAIN"),
        ("蔬菜加工厂", "FOOD.FRUITV"),
        ("服装加工厂", "TEX.APP"),
        ("粮食收购、加工、销售", "FOOD.GRAIN"),
        ("汽车设计服务", ""),
        ("坚果的种植", "AGRI.NUT"),
        ("机器人智能装备", "EQ.SMART.ROBOT|EQ.SMART"),
        ("蔬菜制品", "FOOD.FRUITV"),
        ("玻璃制品", "MAT.NONM.GLASS"),
        ("物流服务", "ECOM.LOG"),
        ("玩具维修", ""),
        ("某某机械", "EQ"),
        ("某某装备", ""),
        ("家具机械", "EQ.WOODM"),
        ("某某新型装备", ""),
        ("柑橘加工业", "FOOD.FRUITV"),
        ("番茄精深加工企业", "FOOD.FRUITV"),
        ("番茄初加工业", "AGRI.VEG"),
        ("番茄种植加工", "AGRI.VEG|FOOD.FRUITV"),
        ("番茄加工制造产业", "FOOD.FRUITV"),
        ("化工龙头企业", "MAT.CHEM"),
        ("化工龙头", "MAT.CHEM"),
        ("全铜龙头", "BUILD.SANI.TAP"),
        ("水龙头龙头企业", "BUILD.SANI.TAP"),
        ("龙头企业", ""),
        ("轴承首位产业集群", "EQ.PART.BEAR"),
        ("食品300亿级产业", "FOOD"),
        ("智能家电核心部件", "HA.PART"),
        ("手机精密结构件", "IT.TERM.PART"),
        ("汽车专用零部件", "AUTO.PART"),
    ],
)
def test_a_compound_is_read_by_its_words(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize(
    ("text", "nodes", "rest", "guessed"),
    [
        ("男、女装", "TEX.APP.M|TEX.APP.W", "", ""),
        ("坚果与水果加工", "FOOD.FRUITV", "", ""),
        ("食醋、酱油和类似制品制造", "FOOD.COND", "", ""),
        ("汽轮机和相关设备", "EQ.ENERGY", "", ""),
        ("造纸、纸制品", "PACK.MILL|PACK.PAPER", "", ""),
        ("食品、烟草生产专用设备", "EQ.FOODM", "烟草生产专用设备", "食品"),
        ("蔬菜和水果加工", "FOOD.FRUITV", "", ""),
        ("肉羊养殖和苹果加工", "AGRI.LIVE.SHEEP|FOOD.FRUITV", "", ""),
        ("蔬菜、苹果加工", "FOOD.FRUITV", "", ""),
        ("鞋、服装加工设备", "EQ.TEXM", "", "鞋"),
        ("酱酒和包装", "FOOD.DRINK.BAIJIU|PACK", "", ""),
        ("白酒及其包装材料", "FOOD.DRINK.BAIJIU|PACK", "", "其包装材料"),
        ("高端装备与新材料", "EQ|MAT", "", ""),
        ("石墨和石墨烯", "MAT.STRU.CARB|MAT.STRU.CARB.GRAPH", "", ""),
        ("不锈钢及阀门", "MAT.STRU.STEEL.STAIN|EQ.PART.VALVE", "", ""),
        ("休闲服装及面辅料", "TEX.APP|TEX.TRIM", "", ""),
        ("棉、麻、丝、毛纺织", "TEX.FAB.COTTON|TEX.FAB|TEX.FAB.SILK|TEX.FAB.WOOL", "", ""),
        ("农业机械及拖拉机配件", "EQ.AGRI", "", "拖拉机配件"),
        ("合金及配套专用机械", "MAT.STRU.METAL|EQ", "", ""),
        ("物流、仓储和配送服务", "ECOM.LOG", "", "仓储"),
        ("木耳、蓝莓及山野菜", "AGRI.MUSH|AGRI.FRUIT.BERRY|AGRI.VEG", "", ""),
        ("鞋、跑步机", "LEA.SHOE|SPORT.FIT", "", ""),
        ("塑料、橡胶机械", "EQ.PLASM", "", ""),
        ("羊肉、牛肉及其制品", "FOOD.MEAT", "", ""),
        ("苹果、梨和葡萄", "AGRI.FRUIT.APPLE|AGRI.FRUIT.PEAR|AGRI.FRUIT.GRAPE", "", ""),
        ("水暖与优势", "HW.LOCK.PLUMB", "", ""),
        ("鸡枞等舞台", "AGRI.MUSH", "", ""),
        ("白及种植等", "BIO.TCM.HERB", "", ""),
        ("电线电缆及附件", "EQ.POWER.CABLE", "", ""),
        ("电子信息、生物医药和新材料", "IT.MFG|BIO|MAT", "", ""),
        ("咖啡豆、器材", "AGRI.COFFEE", "", ""),
        ("电梯、扶手", "EQ.LIFT", "", ""),
        ("服装、扶手", "TEX.APP", "扶手", ""),
        ("基地、配件", "", "", ""),
        ("婴幼儿服装及用品", "TEX.APP.K|BABY", "", ""),
        ("瑜伽服及用品", "TEX.APP.S|SPORT.FIT", "", ""),
        ("某某服装及用品", "TEX.APP", "用品", "某某服装"),
        ("泵业与电机", "EQ.PART.VALVE|EQ.POWER.MOTOR", "", ""),
        ("香料作物、电子", "AGRI.SPICE|IT.MFG", "", ""),
        ("玻璃、陶瓷等建材", "MAT.NONM.GLASS|MAT.NONM.CERA|BUILD", "", ""),
        ("汽车、软件和信息服务", "AUTO|IT.SW", "", ""),
        ("女装、风能发电工程施工", "TEX.APP.W", "", ""),
        ("鞋、服装零售", "", "", ""),
        ("女装、航空航天器修理", "TEX.APP.W", "", ""),
        ("女装、棉、麻批发", "", "", ""),
        ("toys, hats and lamps", "TOY|TEX.ACC.HAT|LIGHT", "", ""),
        ("女装、呜呜", "TEX.APP.W", "呜呜", ""),
        ("茶叶、茶具与茶家具", "FOOD.TEA|MAT.NONM.CERA.DAILY|FURN", "", "茶家具"),
    ],
)
def test_a_list_is_read_entry_by_entry_with_the_head_that_governs_them(text, nodes, rest, guessed):
    found = READER.read(text)
    assert (codes(found.nodes), "|".join(found.rest)) == (nodes, rest)
    assert "|".join(entry for entry, _ in found.guessed) == guessed


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("光伏切割机", "EQ.BATTM"),
        ("竹笋烘干机", "EQ.FOODM"),
        ("牛蒡清洗机", "EQ.FOODM"),
        ("瓷砖抛光设备", "EQ.BUILDM"),
        ("钢管切割机", "EQ.SMART.CNC"),
        ("数控切割机", "EQ.SMART.CNC"),
        ("眼镜切割机", "EQ"),
        ("某某切割机", "EQ"),
        ("某某抛光机", "EQ.SMART.CNC"),
        ("宠物切割机", "PET"),
        ("雨伞缝边机", "EQ"),
        ("雨伞自动缝机", "EQ"),
        ("布缝边机", ""),
        ("花菜分选装备", "EQ.AGRI"),
        ("雨伞收割机", "EQ.AGRI"),
        ("鞋底自动喷漆机", "EQ.TEXM"),
        ("烟花装药机", "EQ"),
    ],
)
def test_a_machine_for_what_many_trades_do_is_that_of_the_goods_in_front(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("轨道交通制动系统", "EQ.RAIL"),
        ("地铁空调", "EQ.RAIL"),
        ("轨道交通车门", "EQ.RAIL"),
        ("摩托车制动器", "MOTO.PART"),
        ("自行车座椅", "SPORT.BIKE.PART"),
        ("船用座椅", "EQ.MARINE"),
        ("拖拉机座椅", "EQ.AGRI"),
        ("房车座椅", "AUTO.PART"),
        ("电梯门板", "EQ.LIFT"),
        ("农机车灯", "EQ.AGRI"),
        ("鸡舍风机", "EQ.AGRI"),
        ("猪舍灯", "LIGHT"),
        # What is like another thing, or for it alone, and a user whose name ends as a joint does.
        ("草莓味牙膏", "COSM.ORAL"),
        ("心形抱枕", "TEX.HOME"),
        ("茶园专用肥", "MAT.CHEM.FERT"),
        ("宠物专用饲料", "PET"),
        ("隐形眼镜", "BIO.DEV"),
        ("医用床垫", "BIO.DEV"),
        ("医用纱布", "BIO.DEV.CONS"),
        ("医用电梯", "EQ.LIFT"),
        # Neither whole industries beside machines, nor parts of another user, nor goods behind what is no machine.
        ("农机汽配", ""),
        ("工程机械汽车零部件", "AUTO.PART"),
        ("弹簧床垫", "FURN.SOFA"),
        ("船用电缆", "EQ.POWER.CABLE"),
        # What only machines have.
        ("挖掘机履带", "EQ.CONS"),
        ("吸尘器滤网", "HA.PART"),
        ("摩托车外壳", "MOTO.PART"),
        ("咖啡滤网", ""),
        ("插秧机秧爪", "EQ.AGRI"),
        ("飞机起落架", "EQ.AERO"),
        ("插秧机补贴", ""),
        ("电动剪刀", "HW.TOOL.POWER"),
        ("工业酒精", "MAT.CHEM"),
        ("茶叶秧爪", ""),
        ("榨汁机刀片", "HA.PART"),
    ],
)
def test_parts_are_those_of_the_machine_in_front(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("莲藕挖掘机", "EQ.AGRI"),
        ("莲藕采挖机", "EQ.AGRI"),
        ("花生摘果机", "EQ.AGRI"),
        ("莲藕切片机", "EQ.FOODM"),
        ("矿山挖掘机", "EQ.CONS"),
        ("鱼糜成型机", "EQ.FOODM"),
        ("对虾养殖设备", "EQ.AGRI"),
        ("月饼打印机", "EQ.FOODM"),
        ("标签打印机", "IT.PC"),
        # Of rice on the field or in the mill, and of what only one trade works.
        ("水稻设备", "EQ.AGRI"),
        ("大米抛光机", "EQ.FOODM"),
        ("鸡蛋破碎机", "EQ.FOODM"),
        ("中药粉碎机", "EQ.PHARMM"),
        ("塑料搅拌机", "EQ.PLASM"),
        ("玻璃打孔机", "EQ.BUILDM"),
        ("文件打孔机", "EQ"),
        ("激光焊接设备", "EQ.SMART.LASER"),
        ("饼干自动化生产线", "EQ.FOODM"),
    ],
)
def test_what_brings_in_a_harvest_is_a_machine_of_the_field_and_what_works_it_one_of_food(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize("text", ["某某缝边机", "雨伞闪亮机", "机床缝边机", "宠物缝边机", "缝边机"])
def test_no_machine_is_read_without_goods_or_what_is_done_to_them(text):
    assert not READER.read(text).nodes


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("电池监控", "ENE.BATT|IT.SURV"),
        ("电机控制器", "EQ.POWER.MOTOR|EQ.SMART"),
        ("养猪场管理系统", "IT.SW"),
        ("光伏管理系统", "ENE.PV|IT.SW"),
        ("月饼手套", "FOOD.BAKE|TEX.ACC.GLOVE"),
    ],
)
def test_what_serves_every_trade_is_suggested_beside_it(text, candidates):
    found = READER.read(text)
    assert (found.nodes, codes(found.candidates)) == ((), candidates)


def test_what_serves_every_trade_is_read_alone_and_behind_its_own():
    texts = {"控制器": "EQ.SMART", "智能控制器": "EQ.SMART", "管理系统": "IT.SW", "软件管理系统": "IT.SW"}
    assert {text: codes(READER.read(text).nodes) for text in texts} == texts


def test_a_taxonomy_without_machinery_suggests_the_goods():
    made = taxonomy.load({"code": ["X"], "name_zh": ["雨伞"]})
    found = resolution.resolve("雨伞切割机", made)
    assert (found.nodes, found.candidates) == ((), (0,))
    assert not resolution.resolve("雨伞缝边机", made).nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [("某某餐具", "HW.KITCH"), ("某某茶具", "MAT.NONM.CERA.DAILY"), ("位置服务", "IT.SW.GEO")],
)
def test_goods_that_differ_by_their_material_alone_are_of_one_trade(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("某某洁牙机加工业", "BIO.DEV.DENT"),
        ("某某奶糖加工", "FOOD.CANDY"),
        ("某某钢铁装备制造业", "EQ.METALM"),
        ("某某番茄加工业", "FOOD.FRUITV"),
        ("激光制造业", "EQ.SMART.LASER"),
    ],
)
def test_what_is_done_to_goods_cuts_no_word_of_theirs(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize("text", ["某某烘干机", "桥梁监控", "某某散热器", "某某清洗机"])
def test_a_word_that_many_trades_share_says_nothing_behind_a_word_that_is_not_known(text):
    found = READER.read(text)
    assert not found.nodes and found.candidates, "what it may be is suggested"


@pytest.mark.parametrize(
    "text, nodes", [("某某袜子", "TEX.APP.U"), ("烘干机", "EQ.CHEMM"), ("粮食烘干机", "EQ.AGRI")]
)
def test_a_word_of_one_trade_holds_behind_any_word_and_a_shared_one_alone(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize("text", ["Washers and nuts", "Bolts and nuts"])
def test_nuts_beside_bolts_are_no_food(text):
    assert codes(READER.read(text).nodes) == "EQ.PART.FAST"


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("军民融合", ""),
        ("轻工产品", ""),
        ("山东省轻工产业集群", ""),
        ("现代轻工业制造", ""),
        ("先进制造业", "EQ"),
        ("军工产业", "EQ"),
        ("银发经济", "BIO.DEV.REHAB"),
        ("板材", "MAT.STRU.STEEL|BUILD.PANEL|MAT.PLAS|BUILD.STONE"),
        ("山东省板材产业集群", "MAT.STRU.STEEL|BUILD.PANEL|MAT.PLAS|BUILD.STONE"),
        ("light industry", ""),
        ("Advanced supply chains", "ECOM.LOG"),
        ("capital goods", ""),
    ],
)
def test_words_that_span_several_industries_are_unread_and_say_what_they_could_mean(text, candidates):
    reading = READER.read(text)
    assert reading.by == "" and codes(reading.candidates) == candidates


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("Ceramic tiles of Sassuolo", "BUILD.TILE"),
        ("ceramic tiles in Sassuolo", "BUILD.TILE"),
        ("coating of metals", ""),
        ("Footwear of Riviera del Brenta", "LEA.SHOE"),
        ("Toys made in Guangdong", "TOY"),
        ("Packaging machinery cluster in Bologna", "EQ.PACKM"),
        ("Pearl River Delta LED lighting cluster", "LIGHT"),
        ("Corn Belt furniture", "FURN"),
        ("Packaging Valley machine tools", "EQ.SMART.CNC"),
        ("Wine of Napa Valley", "FOOD.DRINK.WINE"),
        ("ceramics of glass", ""),
    ],
)
def test_regions_and_places_around_a_name_in_english_go(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("饼干罐", "PACK"),
        ("果酱瓶", "PACK"),
        ("巧克力盒", "PACK"),
        ("面粉袋", "PACK"),
        ("月饼箱", "PACK"),
        ("乳胶漆桶", "PACK"),
        ("茶叶包装罐", "PACK"),
        ("奶粉罐", "PACK.METAL"),
        ("铁罐", "PACK.METAL"),
        ("酸奶杯", "PACK"),
        ("牛奶瓶", "PACK.GLASS"),
        ("氧气瓶", "HW.CONT"),
        ("木盒包装", "PACK"),
        ("手机盒", ""),
        ("汽车箱", ""),
    ],
)
def test_what_goods_are_sold_in_is_packaging(text, nodes):
    assert codes(READER.read(text).nodes) == nodes


@pytest.mark.parametrize(
    ("text", "nodes"),
    [
        ("汽车零部件再制造", "AUTO.PART|ENV.RECY"),
        ("谷城县机床再制造产业集群", "EQ.SMART.CNC|ENV.RECY"),
        ("engine remanufacturing", "EQ.ENGINE|ENV.RECY"),
        ("再制造产业", "ENV.RECY"),
        ("某某再制造", "ENV.RECY"),
    ],
)
def test_what_is_made_anew_is_recycled_and_stays_what_it_is(text, nodes):
    assert codes(READER.read(text).nodes) == nodes
