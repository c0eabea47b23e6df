"""Entries of a list that say less than is meant: heads of goods before them, 手机及|配件, and users, 船舶及|桥梁用钢."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from .grammar import EQUIPMENT, MACHINE, MATERIAL, PARTS, PROCESSED, SUPPLIES
from .peeling import makings_peeled, ornaments_peeled
from .steps import KEYWORD, SPLIT, Resolution, found

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .grammar import Grammar, Head
    from .pieces import Pieces

# What the goods of a list say already: 自行车及|配件.
COVERED = Resolution(by=SPLIT)
# 桥梁|用|钢, 空调|用|电机, but not 企业|用电 or 汽车|用品.
_FOR_USE = re.compile("(..+)用((?![品具户途料水]|电(?![机池缆线])).+)")
# Heads that belong to what was said before them wherever they stand.
OF_GOODS = frozenset([PARTS, SUPPLIES, PROCESSED])


@dataclass(frozen=True)
class BareHeads:
    """Reads heads by the goods before them.

    Attributes
    ----------
    pieces : Pieces
    grammar : Grammar
    joint : str
        What stands between goods and their head.
    """

    pieces: Pieces
    grammar: Grammar
    joint: str

    def of_front(self, before: str, item: str) -> Resolution | None:
        """Return the reading of an entry that shares the words before a head with the entry before it, or None.

        半导体|材料、设备; 新型显示|材料、器件.
        """
        head = self.grammar.head_of(before)
        if head is None:
            return None
        alone = self.pieces.whole(item)
        if alone is not None and not (alone.nodes and self.pieces.says_too_little(alone.nodes)):
            return None
        front = before[: -len(head.text)].strip()
        names = (form + self.joint + item for form in ornaments_peeled(front, self.grammar))
        return next((known for known in map(self.pieces.whole, names) if known and known.nodes), None)

    def read(self, before: Sequence[str], head: Head) -> Resolution:
        """Return the reading of a head behind the entries before it: with each whose name it makes, else as their kind."""
        if head.is_service:
            return found((), SPLIT)
        goods = [self.pieces.peeled(entry)[0] for entry in before]
        named = {entry: self.pieces.whole(entry + self.joint + head.text) for entry in goods}
        nodes = [node for known in named.values() if known for node in known.nodes]
        known = None if nodes else self._alone(goods, head)
        if known is not None:
            return known
        more = [node for entry in goods if named[entry] is None for node in self._kind(entry, head)]
        if head.kind in OF_GOODS:
            # 服装、|扶手: parts of machines alone are none of other goods.
            return found(nodes or more, SPLIT) if nodes or more else Resolution() if head.keeps else COVERED
        # 电子元器件及|设备: whose machines, or which of the goods' own, is not said.
        if not nodes and (head.kind != MATERIAL or not more):
            return Resolution()
        return found([*nodes, *more], SPLIT)

    def _alone(self, goods: Sequence[str], head: Head) -> Resolution | None:
        """The reading of a head that makes no name with any goods: for whom it is, or by itself; or None."""
        if head.kind == SUPPLIES:
            users = [self._for_users(entry, head) for entry in reversed(goods)]
            return next((user for user in users if user and user.nodes), users[0])
        return self.pieces.whole(head.text) if head.kind in (MATERIAL, MACHINE) else None

    def _kind(self, goods: str, head: Head) -> list[int]:
        """What a head is that makes no name with its goods: their machines, food made of them, or the same."""
        meaning = self.pieces.compounds.governed(goods, head)
        nodes = meaning.nodes if meaning else ()
        if head.kind not in (MACHINE, EQUIPMENT):
            return list(nodes)
        return [node for node in nodes if not self.pieces.says_too_little((node,))]

    def _for_users(self, goods: str, head: Head) -> Resolution | None:
        """What supplies are for those whose goods stand before them, 婴幼儿|服装及|用品; unread behind unknown goods."""
        readings = (self.pieces.whole(first + head.text) for first in reversed([*accumulate(goods)]))
        known = next((reading for reading in readings if reading and reading.nodes), None)
        return known or (Resolution() if self.pieces.sure(goods) is None else None)

    def says_again(self, goods: str, last: str, head: Head) -> bool:
        """Whether the last entry names the goods before it again, so that its head is its own: 动力电池及|电池材料."""
        front = makings_peeled(last, self.grammar)[-1][: -len(head.text)].strip()
        own, known = self.pieces.sure(goods), self.pieces.sure(front) if front else None
        if own is None or known is None:
            return False
        # 商用车及|汽车零部件, but not 乘用车、|商用车零部件.
        is_kind = own.nodes == known.nodes and self.pieces.is_name(front) and not self.pieces.is_name(goods)
        return goods.endswith(front) or is_kind or self.pieces.lie_under(own.nodes, known.nodes)

    def of_its_kind(self, item: str, last: str) -> Resolution | None:
        """What an ornament makes of the goods of the last entry, 木质、|竹藤家具; None where these stay what they are."""
        if item not in self.grammar.ornaments or item == last or self.pieces.whole(item) is not None:
            return None
        stem = makings_peeled(last, self.grammar)[-1]
        others = self.pieces.read(last).nodes
        names = (self.pieces.whole(item + stem[start:]) for start in range(1, len(stem) - 1))
        known = next((name for name in names if name and name.nodes), None)
        if (
            known is None
            or set(known.nodes) <= set(others)
            or self.pieces.says_less(item, known.nodes, others)
        ):
            return None
        return known

    def for_use(self, user: str, last: str, soft: bool) -> Resolution | None:
        """Return what is for a user, as the last entry says of the next one: 船舶及|桥梁用钢; None for other entries."""
        stem = makings_peeled(last, self.grammar)[-1]
        parted = _FOR_USE.fullmatch(stem) if "用" in stem else None
        if (
            parted is None
            or parted[1] + "用" in self.grammar.ornaments
            or self.pieces.whole(stem) is not None
        ):
            return None
        of_user, own = self.pieces.sure(user), self.pieces.sure(parted[1])
        known = self.pieces.read(parted[2])
        if not known.nodes or of_user is None:
            return None
        # 船舶、|桥梁用钢, but not 塑料、|桥梁用钢 or 葡萄及|桥梁用钢: materials and harvests use none.
        using_none = [any(map(self.pieces.uses_none, one.nodes)) for one in (of_user, own or of_user)]
        # 皮革、|塑料用染料, 冰箱、|空调用压缩机: what one uses, others of its kind do.
        if own is not None and (all(using_none) or own.nodes == of_user.nodes):
            return known if soft else found(known.nodes, KEYWORD)
        if using_none[0]:
            return None
        if soft:
            return known
        return found(known.nodes, KEYWORD) if all(map(self.pieces.uses_none, known.nodes)) else None
