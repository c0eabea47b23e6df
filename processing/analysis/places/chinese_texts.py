"""The words around Chinese place names: what goes on as another name, what may stand in front or between."""

from __future__ import annotations

import re

# Where a text goes on with a road, a town or the like, the name before it is a part of that name: 苏州街, 海门镇.
_WAY = (
    "街道|大街|大道|公路|高速|铁路|道路|支路|横路|胡同|社区|新村|大桥|立交|公园|陵园|广场|小区|花园|大厦|大楼|饭店|酒店|宾馆|书店|银行"
    "|流域|医院|学院|大学(?!城)|中学|小学|纪念|诸岛|群岛|岛礁|海域|海峡|舰队|特产|会馆|商会|话|菜|菜系|人家"
)
_SHORT_WAY = "路|巷|弄|街|道"
_TOWN_ENDING = "镇|乡|村|陵|里|门|坊|桥"
_NUMBER = "第?[0-9一二三四五六七八九十百]+"
_SIDE = f"(?:[东西南北中前后左右内外上下新老大小]|{_NUMBER})*"
# What follows a road or town of one character; any other character makes it the beginning of another name.
_AFTER = (
    f"$|[)(,、，和与及至到]|{_NUMBER}|[东西南北中上下内外]|街|大[街道]|路|段|口|号|站|大队|村|社|组|工|产|科|经|电|商|步|附|特|农|旅|开|高"
    "|创|示|物|市集|集市|市场|委|居|小学|中学|学校|校区|幼儿园|医院|派出所|地铁|店"
)
_NATURE = "江|河|湖|山|岛|湾|海|洋|沟|寺|塔|庙|岭|峰|洲|滩|坝|堡|寨|屯|坡|谷|泉|溪|潭|水库|阁|宫|殿|祠|庵"
_AFTER_NATURE = (
    f"$|[)(,、，]|{_WAY}|[路镇乡村]|工业|经济|产业|高新|开发|新区|新城|科技|保护|生态|旅游|度假|风景|景区|流域|水系|水库|大桥|管理"
    "|国家|自然|[上中下]游|[东西南北两沿]岸|[岸畔]|沿[线江河湖]|周边|两侧"
)
# A town of three characters is one whatever they are: 永嘉|桥下镇.
_GOES_ON = re.compile(
    f"(?!(?:{_TOWN_ENDING})[东西南北中上下内外][镇乡]$)(?:{_SIDE}(?:{_WAY})|(?:{_SIDE}(?:{_SHORT_WAY})|{_TOWN_ENDING})(?={_AFTER})|(?:{_NATURE})(?={_AFTER_NATURE})|[^市县区旗](?:街道|镇)$|湾|驿)"
)
_TOWN = re.compile("镇|乡|街道")
_OTHER_UNIT = re.compile(r"[市县区旗](?![域内间位划块]|区|郊|场|级|政|中心|城)")

# Parks that one place has set up in another.
GUEST = re.compile("转移|合作|共建|飞地")
# What makes a text with two places a park of both, and what says that it lies in the second one.
PARK = re.compile(
    "园|基地|(?:协作|合作|开发|高新|经开|工业|产业|转移|特区|示范|试验|保税|共建|飞地)|科技城|科创|创新|新城|走廊|片区|分区|港区?$|机场"
)
BRANCH = re.compile("分[区园院部校厂]|分中心|分基地|分公司|片区|管理区")
AND = re.compile("[和与及暨至到&+]|以及")

_BETWEEN = re.compile(
    r"(?:[-‐‑–—−~～·、,，/|>→:：]|市辖区|省直辖县级行政(?:区划|单位)|自治区直辖县级行政(?:区划|单位)|直辖县级(?:行政)?(?:区划|单位)?"
    r"|自由贸易(?:试验区|港)|自贸(?:试验区|区|港))+"
)
_LEAD = re.compile(
    "中国?[-—]?(?:新加坡|马来西亚|印度尼西亚|印尼|泰国|越南|白俄罗斯|俄罗斯|德国|法国|意大利|日本|韩国|荷兰|瑞士|瑞典|以色列|葡萄牙|奥地利|巴西|英国|美国)(?=.{2})"
    "|中国|中华人民共和国|我国|国家级?|原(?:来的)?|今|现(?:在的)?|位于|地处|坐落于|注册于|来自|西部|东部|中部|南方|北方|国际|海峡两岸|两岸|海峡|长三角|粤港澳"
    "|(?:生产建设)?兵团|第[一二三四五六七八九十]{1,3}师(?!范)"
    "|中[德法意日韩新英俄以瑞荷芬印美澳加欧泰马越白捷葡丹奥哈老缅蒙朝乌吉塔巴柬孟尼沙阿](?:两国)?"
)
_BRACKETS = re.compile(r"([^()\[\]〔〕【】]*)[(\[〔【]([^()\[\]〔〕【】]*)[)\]〕】]?(.*)")


def goes_on(rest: str) -> bool:
    """Whether a short name before `rest` is a part of another name: 街道 after 平湖, 东路 after 南京."""
    return _GOES_ON.match(rest) is not None


def is_town(rest: str) -> bool:
    """Whether `rest` begins with the ending of a town: a town's own name may go on so."""
    return _TOWN.match(rest) is not None


def other_unit(rest: str) -> bool:
    """Whether `rest` begins with the ending of a unit: 市 after 海安, but not 市场, 区域."""
    return _OTHER_UNIT.match(rest) is not None


def after_separators(rest: str) -> str:
    """`rest` without signs and words that stand between two units: 市辖区, 自由贸易试验区."""
    found = _BETWEEN.match(rest)
    return rest[found.end() :] if found else rest


def after_lead(text: str) -> str:
    """The text without one word that may stand in front of a place: 原绍兴县, 中国杭州, 中德沈阳; '' without one."""
    bare = after_separators(text)
    if bare != text:
        return bare
    found = _LEAD.match(text)
    return text[found.end() :] if found else ""


def is_lead(text: str) -> bool:
    """Whether the text is nothing but words that may stand in front of a place."""
    while text:
        shorter = after_lead(text)
        if not shorter and not _LEAD.fullmatch(text):
            return False
        text = shorter
    return True


def bracketed(text: str) -> tuple[str, str, str] | None:
    """(before, inside, after) of the first bracket; None where there is none."""
    found = _BRACKETS.fullmatch(text)
    return (found[1], found[2], found[3]) if found else None
