"""Names of several industries: the list is cut, its head governs every piece, and nothing of it is lost."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..text import split_list
from .bare_heads import COVERED, OF_GOODS, BareHeads
from .grammar import EQUIPMENT, MACHINE, PARTS, PROCESSING, longest_at_end, longest_at_start
from .peeling import MAKINGS, makings_peeled, ornaments_peeled
from .scheme_codes import HARD_SEPARATOR, HARD_SEPARATORS, SOFT_SEPARATOR
from .scopes import DONE
from .shared_ends import SharedEnds
from .stages import Stages
from .steps import KEYWORD, NO_NODE, RANK, SPLIT, SPLIT_PART, Resolution, found

if TYPE_CHECKING:
    from collections.abc import Callable

    from .grammar import Grammar, Head
    from .pieces import Pieces

_SOFT_ENGLISH = re.compile(r"\band/or\b|\band\b|\bor\b|&")
_AMONG = re.compile("等(?=[\u4e00-\u9fff])")
_AND_SO_ON = re.compile("(?<=..)等$")
_THE_SAME = re.compile("(其他|其它|类似|相关|有关|同类)")
_ITS = "其 "
# How many parts of a list can be one name: 和-joined names such as 软件和信息服务.
_LONGEST_NAME = 4


class Lists:
    """Reads lists by a reader of pieces.

    Parameters
    ----------
    pieces : Pieces
    grammar : Grammar
    key : callable, optional
        Gives the form of an entry in which labels are compared, for names in English.
    """

    def __init__(self, pieces: Pieces, grammar: Grammar, key: Callable[..., Any] | None = None) -> None:
        self._pieces = pieces
        self._grammar = grammar
        self._english = key is not None
        self.key = key or (lambda text: text)
        self._soft = _SOFT_ENGLISH if self._english else SOFT_SEPARATOR
        joint = " " if self._english else ""
        self._stages = Stages(pieces, grammar, joint)
        self._bare_heads = BareHeads(pieces, grammar, joint)
        self._shared_ends = SharedEnds(pieces, grammar, self._bare_heads, joint)

    def in_stages(self, text: str) -> Resolution:
        """Return the reading of goods and what is done with them in a row: 集成电路|设计|封测; unread for others."""
        parts = () if self._english else self._stages.in_a_row(text)
        return self.read("、".join(parts)) if parts else Resolution()

    def is_done_with(self, text: str) -> bool:
        """Whether a list names no goods, but what is done with some: 设计、制造、封测."""
        return self.is_list(text) and self._stages.are_all(
            [part for entry in split_list(text, HARD_SEPARATORS) for part in self._parts(entry)]
        )

    def is_list(self, text: str) -> bool:
        """Whether a text has any separator in it."""
        return HARD_SEPARATOR.search(text) is not None or self._soft.search(text) is not None or "等" in text

    def read(self, text: str) -> Resolution:
        """Return the reading of a list."""
        texts = split_list(_AND_SO_ON.sub("", text), HARD_SEPARATORS)
        known = self._pieces.listed([part for entry in texts for part in self._parts(entry)])
        if known is not None:
            return known
        items, goods, soft = self._items(texts)
        if len(items) < 2:
            return self._pieces.read(items[0]) if items else Resolution()
        readings = self._readings(items, goods, soft)
        nodes = tuple(node for _, reading in readings for node in reading.nodes)
        rest = tuple(entry for entry, reading in readings if not reading.by)
        candidates = tuple(node for _, reading in readings for node in reading.candidates)
        if not nodes:
            return Resolution(candidates=tuple(dict.fromkeys(candidates))) if rest else found((), SPLIT)
        step = SPLIT_PART if rest else SPLIT
        guessed = tuple(
            (entry, reading.nodes) for entry, reading in readings if reading.by == KEYWORD and reading.nodes
        )
        none = tuple(entry for entry, reading in readings if reading.by == NO_NODE)
        return Resolution(tuple(dict.fromkeys(nodes)), step, RANK[step], rest, guessed, candidates, none)

    def _items(self, texts: list[str]) -> tuple[list[str], list[tuple[str, ...]], bool]:
        """The entries, those known whole not cut at soft separators; what goods each is done with; whether any was cut."""
        items: list[str] = []
        soft = False
        for text in texts:
            parts = self._parts(text)
            if len(parts) > 1 and not self._is_known(text, bool(items)):
                items += self._joined(parts, bool(items))
                soft = True
            else:
                # oven, |and tyres: a sign and a word for it are one.
                items.append(self.key(parts[0] if len(parts) == 1 else text))
        items = [self._stages.joined(item) for item in items if item]
        goods = self._stages.goods_of(items)
        kept = [
            (item, own)
            for item, own in zip(items, goods)
            if own or not self._says_nothing(item) or self._bare_heads.of_its_kind(item, items[-1])
        ]
        return [item for item, _ in kept], [own for _, own in kept], soft

    def _parts(self, text: str) -> list[str]:
        return [part.strip() for part in self._soft.split(_AMONG.sub("和", text)) if part.strip()]

    def _is_known(self, text: str, continues: bool) -> bool:
        """Whether an entry is known as a whole; behind others 仓储和精深加工 is not, nor 汽车及零部件."""
        parts = self._parts(text)
        if continues and (self._stages.are_all(parts) or (len(parts) == 2 and self._are_parts(parts[1]))):
            return False
        rest, known = self._pieces.peeled(self.key(text))
        if known is not None:
            return True
        return self._pieces.compounds.bare(rest) is not None and not self.ends_in_making(text)

    def ends_in_making(self, text: str) -> bool:
        """Whether the last entry is a word for making that is an industry, or stands behind such: 西梅加工及|酿造."""
        *others, last = self._parts(text) or [""]
        tails = self._grammar.tails
        if not others or (last not in tails and makings_peeled(last, self._grammar)[-1] not in tails):
            return False
        return self._pieces.whole(last) is not None or self._stages.is_industry(others[-1])

    def _says_nothing(self, item: str) -> bool:
        """Whether an entry is an ornament alone, 中低压 in 中低压及新能源电缆, more of the same,
        酱油及类似制品, or what is done with the goods: 屠宰、加工.
        """
        empty = item in self._grammar.ornaments and item not in self._grammar.heads
        empty = empty or item in self._grammar.preparing
        same = _THE_SAME.match(item)
        empty = empty or (same is not None and item[same.end() :] in self._grammar.heads)
        empty = empty or item in DONE
        return empty and self._pieces.whole(item) is None

    def _joined(self, parts: list[str], continues: bool) -> list[str]:
        """Parts, and neighbours that are known together as one: 汽车、软件和信息服务."""
        joint = " and " if self._english else "和"
        items = []
        several = continues or len(parts) > 2
        while parts:
            for length in range(min(len(parts), _LONGEST_NAME), 0, -1):
                whole = self.key(joint.join(parts[:length]))
                # 摩托车和汽车和|配件: the parts of both.
                shared = several and length == 2 and self._are_parts(parts[1])
                if length == 1 or (not shared and self._pieces.whole(whole) is not None):
                    items.append(whole)
                    parts = parts[length:]
                    break
        return items

    def _readings(
        self, items: list[str], goods: list[tuple[str, ...]], soft: bool
    ) -> list[tuple[str, Resolution]]:
        carrier = max(number for number, own in enumerate(goods) if not own)
        last = items[carrier].lstrip(_ITS)
        head, alone = self._head(last, soft)
        inner = self._inner(items, last) if soft else None
        processed = self._processing(items, soft or self._soft.search(items[-1]) is not None)
        readings = []
        for number, (item, own) in enumerate(zip(items[:-1], goods)):
            reading = self._stages.read(item, own) if own else self._processed(item, processed, last)
            reading = reading or self._of_those_before(item, items[:number])
            reading = reading or (self._of_user(items[0], item) if soft and number else None)
            given = (*inner, soft, False) if inner and number < len(items) - 2 else (last, head, soft, alone)
            readings.append((item, reading or self._shared_ends.read(item, *given)))
        bare = head if alone else None
        parts = self._bare_heads.read(items[-2:-1], bare) if inner and bare else None
        readings.append((items[-1], parts or self._last(items, goods[-1], bare, soft)))
        # 食品、烟草|生产设备: what has no machines of its own adds nothing to food machinery; 林木的培育和|种植.
        governs = head is not None and head.kind in (MACHINE, EQUIPMENT)
        treating = frozenset() if self._stages.are_all(items) else self._grammar.treating
        weak = [item for item in items if governs or item in treating]
        if not weak:
            return readings
        nodes = tuple(node for _, reading in readings for node in reading.nodes)
        nothing = Resolution() if governs else COVERED
        return [
            (item, nothing if self._adds_nothing(item, weak, reading.nodes, nodes) else reading)
            for item, reading in readings
        ]

    def _inner(self, items: list[str], last: str) -> tuple[str, Head] | None:
        """The machines before parts or moulds, which govern what stands before: 纺织和|服装机械|及配件; or None."""
        if len(items) < 3 or items[-1] != last or last not in self._grammar.heads:
            return None
        head, alone = self._head(items[-2], soft=True)
        return (items[-2], head) if head and not alone and head.kind in (MACHINE, EQUIPMENT) else None

    def _last(self, items: list[str], goods: tuple[str, ...], bare: Head | None, soft: bool) -> Resolution:
        """The reading of the last entry: done with goods before it, a bare head, or by itself."""
        if goods:
            return self._stages.read(items[-1], goods)
        shared = self._bare_heads.of_front(self._pieces.peeled(items[-2])[0], items[-1].lstrip(_ITS))
        if shared is not None:
            return shared
        if bare is not None:
            return self._bare_heads.read(items[:-1], bare)
        own = self._of_user(items[0], items[-1]) if soft else None
        return own or self._pieces.read(items[-1])

    def _are_parts(self, entry: str) -> bool:
        entry = self.key(entry)
        return entry in self._grammar.heads and self._grammar.heads[entry].kind in OF_GOODS

    def _of_those_before(self, item: str, before: list[str]) -> Resolution | None:
        """The reading of parts and the like between goods, 手机、|配件|、电池, or of 半导体材料、|设备; None for others."""
        item = item.lstrip(_ITS)
        head, alone = self._head(item, soft=False)
        if head is not None and alone and head.is_service:
            return found((), SPLIT)
        if not before:
            return None
        shared = self._bare_heads.of_front(self._pieces.peeled(before[-1])[0], item)
        if shared is not None:
            return shared
        return self._bare_heads.read(before, head) if head and alone and head.kind in OF_GOODS else None

    def _of_user(self, first: str, last: str) -> Resolution | None:
        """What a thing is whose user stands before the thing that it is joined to: 宠物|服装和玩具; or None."""
        user = longest_at_start(first, self._grammar.own_users)
        goods = self._pieces.whole(first[len(user) :]) if user else None
        known = self._pieces.whole(user + last) if goods and goods.nodes else None
        return known if known and known.nodes else None

    def _adds_nothing(
        self, item: str, weak: list[str], nodes: tuple[int, ...], others: tuple[int, ...]
    ) -> bool:
        tells_little = item in self._grammar.treating or self._pieces.says_too_little(nodes)
        return item in weak and tells_little and self._pieces.says_less(item, nodes, others)

    def _head(self, last: str, soft: bool) -> tuple[Head | None, bool]:
        """The head of the last entry, and whether nothing but ornaments stands before it."""
        for stem in makings_peeled(last, self._grammar):
            if stem in self._grammar.heads:
                return self._grammar.heads[stem], self._is_bare(self._pieces.whole(stem), soft)
            head = self._grammar.head_of(stem)
            if head is not None:
                front = stem[: -len(head.text)].strip()
                known = self._pieces.whole(stem) or self._pieces.whole(front)
                # 高端|关键|零部件, 核心|部件|总成
                plain = ornaments_peeled(front, self._grammar)[-1]
                empty = plain in self._grammar.ornaments or (head.kind == PARTS and self._are_parts(plain))
                return head, empty and known is None
        return None, False

    def _is_bare(self, known: Resolution | None, soft: bool) -> bool:
        """Whether a head that is a whole entry belongs to the entry before it: 元器件及设备, not 服装、设备."""
        return known is None or (soft and bool(known.nodes) and self._pieces.says_too_little(known.nodes))

    def _processing(self, items: list[str], soft: bool) -> str:
        """The word for processing behind a list, 加工 of 蔬菜和水果加工; '' where others have words of their own."""
        *others, last = items
        tails = self._grammar.tails_of(MAKINGS)
        is_alone = not any(longest_at_end(other, tails) for other in others)
        is_alone = is_alone and (soft or not self._pieces.is_name(last))
        tail = longest_at_end(last, tails) if is_alone else ""
        if self._grammar.tails.get(tail) == PROCESSING:
            return "加工"
        return tail if tail in self._grammar.treating else ""

    def _processed(self, item: str, tail: str, last: str) -> Resolution | None:
        """What is made of a harvest processed with those behind it, and the harvest if it is grown as well; or None."""
        known = self._pieces.whole(self._pieces.peeled(item)[0] + tail) if tail else None
        if known is None or not longest_at_end(last[: -len(tail)], self._grammar.treating):
            return known
        return found([*self._pieces.read(item).nodes, *known.nodes], SPLIT)
