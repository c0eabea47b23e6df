"""What is done with goods, said behind or before them by several words: 茶叶种植、加工、销售, 研发、生产医疗器械."""

from __future__ import annotations

import re

_PLANNED = "研发|开发|设计|研制"
_MADE = "生产|制造|组装|初加工|精深加工|深加工|精加工|加工"
# Industries by themselves but right behind their goods: 鱼类养殖和|捕捞.
_GROWN = "种植|养殖|饲养|栽培|培育|繁育|捕捞|酿造"
_SOLD = "销售|经销|经营|批发|零售|出口|内销|外销|收购|配送|运输|收储|储藏|贮藏|冷藏|贸易|安装|维修|售后服务"
_SIGNS = "、,和及与/"
_JOINT = f"(?:以及|[{_SIGNS}])?的?"
_BEHIND = re.compile(
    f"(?<=[^{_SIGNS}深精初])的?(?:(?:{_GROWN}|收购){_JOINT})?"
    f"(?:(?:{_PLANNED}|{_MADE}){_JOINT}|(?:{_SOLD})(?:以及|[{_SIGNS}]))*(?:(?:{_SOLD})(?:以及|[{_SIGNS}])?)*$"
)
_BEFORE = re.compile(
    f"(?:(?:主要|专业|专门)?(?:从事|主营|经营范围:?)|(?=(?:{_PLANNED}|{_MADE}|{_SOLD})(?:以及|[{_SIGNS}])))"
    f"(?:(?:{_PLANNED}|{_MADE}|{_SOLD})(?:以及|[{_SIGNS}])?)*:?(?=[^{_SIGNS}].)"
)
_WORDS = re.compile(f"{_PLANNED}|{_GROWN}|{_MADE}")
_SALES = re.compile(_SOLD)

DONE = frozenset(f"{_PLANNED}|{_MADE}|屠宰".split("|"))
SOLD = frozenset(_SOLD.split("|"))
# As the last entry of a list they are said of all its goods: 鞋、服装、零售.
TRADED = frozenset(["批发", "零售", "批发零售", "批零"])


def without_scope(text: str) -> str:
    """Return a text with the words for making at its end as one, without those for selling and those in front of it.

    Parameters
    ----------
    text : str
        Normalised.

    Returns
    -------
    str
        茶叶种植加工 of 茶叶种植、加工、销售; the text itself where it says no such thing by several words.
    """
    before = _BEFORE.match(text)
    if before is not None:
        text = text[before.end() :]
    behind = _BEHIND.search(text)
    if behind is None:
        return text
    words = _WORDS.findall(behind.group())
    if not words:
        return text
    made = [word for word in words if word not in _PLANNED.split("|")]
    if not _SALES.search(behind.group()) and "".join(words) == behind.group().removeprefix("的"):
        return text
    return text[: behind.start()] + ("".join(made) or "、".join(words))
