"""What stands around the industry in a name is taken off: places in front, the kind of thing behind, brackets."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .grammar import MAKING, PROCESSING, QUALITY, TREATING, UNIT, longest_at_end, longest_at_start

if TYPE_CHECKING:
    from .grammar import Grammar
    from .lexicon import Lexicon

_UNITS, _UNITS_AND_QUALITIES = frozenset([UNIT]), frozenset([UNIT, QUALITY])
MAKINGS = frozenset([MAKING, PROCESSING, TREATING])
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】|〔[^〔〕]*〕|（[^（）]*）")
_CHINESE = re.compile("[\u3400-\u9fff]")
_CHINESE_RUN = re.compile("[\u3400-\u9fff]+")
_CHINESE_WORD = re.compile("[\u3400-\u9fff]{2,}")
_BEHIND = re.compile("(?<=[\u3400-\u9fff0-9a-z)])(?: *[-‐–—~·|:@、,/;] *| )([\u3400-\u9fff]{2,20})$")
_LONGEST_BEHIND, _LONGEST_NAME = 8, 3
_LAST_OF_UNITS = "都乡镇城县市区村带园地"
_BETWEEN = "、和与及暨·-—–,，/ "
_TOWN = re.compile("[\u4e00-\u9fff]{2,3}?(镇|乡|街道)")
_DISTRICT = re.compile("[\u4e00-\u9fff]{2}[县区市]")
_ZONE = re.compile(
    "[\u4e00-\u9fff]{0,6}?(高新技术产业开发区|农业高新技术产业示范区|经济技术开发区|经济开发区|高新技术开发区|综合保税区|高新区|经开区|开发区|自贸区|综保区|新区)"
)
# Behind a place, what is no zone by itself: 杨凌|示范区, 西宁市|南川|工业园区, 郑州市|马寨工业园.
_ZONE_BEHIND = re.compile(
    "[\u4e00-\u9fff]{0,4}?(示范区|合作区|集聚区|集中区|经济区|投资区|保税区|管理区|(工业|产业|科技|创业)?园区|(工业|产业|科技)(区|园))"
)
# 基于信息技术的公共安全: what it is based on or made for is not what it is.
_BASED = re.compile("^(基于|面向|用于|以).{2,12}?(为主|为主导)?的(?=..)")
# Marks of notes behind an entry, 集成电路①, 汽车*、船舶2), and of the rows of a list before it: ★, 3.
_LETTERS = "\u3400-\u9fff"
_MARKS = "①-⑳⓪⓿❶-➓⑴-⒇¹²³⁰⁴-⁹*＊﹡∗⁎✱※†‡§★☆●○◆◇■□▲△"
_NOTES = re.compile(
    rf"(?<=[^\W\d_)）\]】〕])\s?"
    rf"(?:注?[{_MARKS}]|[(（\[【〔]见?注?[0-9]{{1,2}}[)）\]】〕]"
    rf"|(?<=[{_LETTERS}])(?:[#＃]|\^?[0-9]{{1,2}}(?![0-9])|注[0-9]{{1,2}}))+"
    r"(?=\s*(?:[、,，;；/｜|和及与]|$))"
)
_HALF = re.compile(rf"([^(（]*[{_LETTERS}])[0-9]{{1,2}}[)）]")
_NUMBERS = re.compile(rf"^(?:[{_MARKS}·•]|[(（]?[0-9]{{1,2}}[)）.．、])+\s*(?=[{_LETTERS}])")
# 小镇, 社区, 城市: words of their own, no names of places.
_NO_NAME = re.compile("[小城乡集社园景都超夜][镇乡区市]$")


def without_notes(text: str) -> str:
    """Return a text without the marks of notes behind its entries and the number of its row; as it is if nothing is left."""
    half = _HALF.fullmatch(text)
    return _NUMBERS.sub("", half[1] if half else _NOTES.sub("", text)) or text


def without_asides(text: str) -> str:
    """Return a text without brackets, quotation marks and 基于…的; as it is if nothing is left."""
    bare = _BASED.sub("", _BRACKETS.sub("", text).replace('"', "").strip())
    return bare or text


def in_brackets(text: str) -> list[str]:
    """Return what stands in the brackets of a text, one after the other."""
    return [found[1:-1].strip() for found in _BRACKETS.findall(text) if found[1:-1].strip()]


def entries_by_blanks(text: str) -> list[str]:
    """Return the entries of a Chinese list that blanks alone part, 锁具 拉链 饰品; [] for other texts."""
    parts = text.split(" ") if " " in text else []
    return parts if all(map(_CHINESE_WORD.fullmatch, parts)) else []


def without_place_behind(text: str, places: frozenset[str], grammar: Grammar, lexicon: Lexicon) -> str:
    """Return a text without the place at its end that a sign (童装 - 湖州织里) or a unit sets off (中国锁都|小榄)."""
    if _CHINESE_RUN.fullmatch(text):
        return _without_place_behind_unit(text, places, grammar, lexicon)
    found = _BEHIND.search(text)
    if found is None or not _is_place(found[1], places, grammar, lexicon):
        return text
    return text[: found.start()]


def _without_place_behind_unit(text: str, places: frozenset[str], grammar: Grammar, lexicon: Lexicon) -> str:
    """The text without the place behind 之都, 名城 and other units; behind 中国…之都 without any short name."""
    units = grammar.tails_of(_UNITS)
    for start in range(max(3, len(text) - _LONGEST_BEHIND), len(text) - 1):
        front, behind = text[:start], text[start:]
        if front[-1] not in _LAST_OF_UNITS or not (front[-1] == "都" or longest_at_end(front, units)):
            continue
        is_name = front.startswith("中国") and len(behind) <= _LONGEST_NAME
        if _is_place(behind, places, grammar, lexicon) or (is_name and _names_nothing(behind, lexicon)):
            return front
    return text


def _is_place(text: str, places: frozenset[str], grammar: Grammar, lexicon: Lexicon) -> bool:
    """Whether a text is a place, a town, or a place with more behind that names no industry: 乐清|柳市."""
    if text in lexicon.labels:
        return False
    *peeled, rest = places_peeled(text, places, grammar, lexicon)
    return bool(rest in places or _TOWN.fullmatch(rest) or (peeled and _names_nothing(rest, lexicon)))


def without_blanks(text: str) -> str:
    """Return a Chinese text without blanks; other texts as they are."""
    return text.replace(" ", "") if _CHINESE.search(text) else text


def places_peeled(text: str, places: frozenset[str], grammar: Grammar, lexicon: Lexicon) -> list[str]:
    """Return the text, and what is left of it as one place after the other goes from its front."""
    levels, after = [text], False
    while True:
        length = _place_length(levels[-1], places, grammar, lexicon, after)
        rest = levels[-1][length:].lstrip(_BETWEEN) if length else ""
        if not rest:
            return levels
        levels.append(rest)
        after = True


def tails_peeled(text: str, grammar: Grammar) -> list[str]:
    """Return the text, and what is left of it as one word after the other goes from its end."""
    levels, kinds = [text], _UNITS
    while True:
        tail = _tail(levels[-1], grammar, kinds)
        rest = levels[-1][: -len(tail)].rstrip(" 的") if tail else ""
        if not rest:
            return levels
        levels.append(rest)
        kinds = _UNITS_AND_QUALITIES


def makings_peeled(text: str, grammar: Grammar) -> list[str]:
    """Return the text, and what is left of it without the words for making at its end."""
    levels = [text]
    while True:
        if grammar.tails.get(levels[-1]) == UNIT:  # 龙头企业
            return levels
        tail = _tail(levels[-1], grammar, MAKINGS)
        if not tail:  # 茶叶|全产业链|加工
            tail = longest_at_end(levels[-1], grammar.chains)
        rest = levels[-1][: -len(tail)].rstrip(" 的与及和") if tail else ""
        if not rest:
            return levels
        if tail.endswith("业") and tail[:-1] in grammar.tails:
            rest = levels[-1][:-1]  # 番茄|加工, by which what is made of a harvest is known
        levels.append(rest)


def without_use(text: str) -> str:
    """Return the goods for a user by both words, 汽车脚垫 of 汽车用脚垫; the text where it names no use."""
    user, _, goods = text.partition("用")
    return user + goods if len(user) > 1 and len(goods) > 1 else text


def ornaments_peeled(text: str, grammar: Grammar) -> list[str]:
    """Return the text, and what is left of it without the words in front that change nothing."""
    levels = [text]
    while True:
        word = longest_at_start(levels[-1], grammar.ornaments)
        rest = levels[-1][len(word) :].lstrip(" 的") if word else ""
        if not rest:
            return levels
        levels.append(rest)


def without_ornaments_at_end(text: str, grammar: Grammar) -> str:
    """Return a text without the words at its end that change nothing; something is left in front of them."""
    rest = text
    while True:
        word = longest_at_end(rest, grammar.ornaments)
        if not word:
            return rest
        rest = rest[: -len(word)]


def _tail(text: str, grammar: Grammar, kinds: frozenset[str]) -> str:
    return longest_at_end(text, grammar.tails_of(kinds))


def _place_length(text: str, places: frozenset[str], grammar: Grammar, lexicon: Lexicon, after: bool) -> int:
    """How many characters at the start are a place: a known one, or behind one a town, a district, a zone."""
    if text in places:
        return 0
    name = max(longest_at_start(text, places), longest_at_start(text, grammar.regions), key=len)
    if name:
        return 0 if len(lexicon.opening(text)) > len(name) else len(name)
    for pattern in (_ZONE, _ZONE_BEHIND, _TOWN, _DISTRICT) if after else (_ZONE,):
        found = pattern.match(text)
        if not found or found.end() == len(text):
            continue
        if pattern in (_TOWN, _DISTRICT) and _NO_NAME.search(found.group()):
            continue
        if not _holds_a_label(text, found.end(), lexicon):
            return found.end()
    return 0


def _names_nothing(rest: str, lexicon: Lexicon) -> bool:
    """Whether a text behind a place is a zone or has no label in it: 宁东 of 宁夏宁东."""
    return bool(_ZONE.fullmatch(rest)) or not _holds_a_label(rest, len(rest), lexicon)


def _holds_a_label(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a label starts within the first characters, so that they are no name of a place."""
    return any(lexicon.opening(text[start:]) for start in range(end))
