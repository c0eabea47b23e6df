"""What the last entry of a list says of those before it: 新能源及|智能网联汽车, 鞋和|皮革修理, 乘用车、|商用车零部件."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .grammar import EQUIPMENT, MACHINE, MATERIAL, PARTS, SECTOR, TAKES, longest_at_start
from .peeling import MAKINGS, makings_peeled, ornaments_peeled
from .scopes import TRADED
from .steps import KEYWORD, SPLIT, Resolution, found

if TYPE_CHECKING:
    from .bare_heads import BareHeads
    from .grammar import Grammar, Head
    from .pieces import Pieces

# Heads that never make a product of the goods before them, as 组件 does of 光伏.
_OF_ALL_GOODS = ("部件", "零件", "配件", "配套件", "part")


@dataclass(frozen=True)
class SharedEnds:
    """Reads entries that the last one may go on.

    Attributes
    ----------
    pieces : Pieces
    grammar : Grammar
    bare_heads : BareHeads
    joint : str
        What stands between goods and their head.
    """

    pieces: Pieces
    grammar: Grammar
    bare_heads: BareHeads
    joint: str

    def read(self, item: str, last: str, head: Head | None, soft: bool, alone: bool) -> Resolution:
        """Return the reading of an entry that the last one may go on: 新能源及智能网联汽车, 鞋和皮革修理."""
        if alone:
            return found((), SPLIT) if last in TRADED else self.pieces.read(item)
        rest, _ = self.pieces.peeled(item)
        if head is not None and head.kind in (PARTS, MATERIAL):
            # 汽车及|精密零部件 are two, as the last entry is of no goods.
            of_none = head.kind == PARTS and self._front(last, head) in self.grammar.ornaments
            if of_none or self.bare_heads.says_again(rest, last, head):
                return self.pieces.read(item)
        known = self._continued(rest, last, head, soft) or self.bare_heads.for_use(rest, last, soft)
        known = known or self.bare_heads.of_its_kind(item, last)
        if known is None and (head is None or head.kind == TAKES):
            known = self._with_its_end(rest, last, head)
        if known is not None:
            return known
        reading = self.pieces.read(item)
        if head is not None and head.kind == PARTS:
            return self._parts_of(rest, last, head) or reading
        if head is None or not (head.is_service or head.kind in (MACHINE, EQUIPMENT)):
            return reading
        if self._stands_alone(last, head) or self._is_of_none(last, head) or last.startswith(rest):
            return reading
        meaning = self.pieces.compounds.governed(rest, head)
        if meaning is None:
            return Resolution()
        if meaning.candidates:
            return Resolution(candidates=meaning.candidates)
        return found(meaning.nodes, KEYWORD)

    def _with_its_end(self, goods: str, last: str, head: Head | None) -> Resolution | None:
        """What the end of the last entry makes of a harvest as of the one before it, 牛、|羊|饲料; or None."""
        known, own = self.pieces.sure(goods), self.pieces.read(last)
        stem = makings_peeled(last, self.grammar)[-1]
        # 花生、|花卉苗木: what has a name of its own shares no end.
        if known is None or not self.pieces.are_harvests(known.nodes) or self.pieces.whole(stem) is not None:
            return None
        for start in range(1, len(stem) - 1):
            before, end = self.pieces.sure(stem[:start]), stem[start:]
            governs = head is not None and end == head.text
            if before is None or not self.pieces.are_harvests(before.nodes):
                continue
            kind, both = self.pieces.whole(end), self.pieces.read(goods + end)
            if kind and both.nodes == kind.nodes == own.nodes:
                return found(both.nodes, KEYWORD) if governs or self.pieces.are_harvests(kind.nodes) else None
        return None

    def _parts_of(self, goods: str, last: str, head: Head) -> Resolution | None:
        """What the parts of goods are that share their head with the last entry, 乘用车、|商用车|零部件; or None."""
        if self.pieces.sure(goods) is None or self._is_product(self._front(last, head), head.text):
            return None
        meaning = self.pieces.compounds.governed(goods, head)
        return found(meaning.nodes, SPLIT) if meaning and meaning.nodes else None

    def _front(self, last: str, head: Head) -> str:
        """The words in front of the head of the last entry."""
        return makings_peeled(last, self.grammar)[-1][: -len(head.text)].strip()

    def _stands_alone(self, last: str, head: Head) -> bool:
        """Whether the last entry is known as a whole and governs nothing: 女装、风能发电工程施工, not 鞋、服装零售."""
        whole = self.pieces.whole(last)
        stem = makings_peeled(last, self.grammar)
        if whole is None or self._makes_goods(stem[-1], head):
            return False
        if whole.nodes:
            return True
        goods = (text[: -len(head.text)] for text in stem if text.endswith(head.text))
        known = (self.pieces.compounds.bare(text) for text in goods if text)
        return not any(meaning and meaning.nodes for meaning in known)

    def _is_of_none(self, last: str, head: Head) -> bool:
        """Whether the last entry is a service, but of no goods, so that it governs none: 职业|培训, not 家具|展览."""
        if head.kind != SECTOR:
            return False
        fronts = (text[: -len(head.text)] for text in makings_peeled(last, self.grammar))
        known = (self.pieces.compounds.bare(front) for front in fronts if front)
        return not any(meaning and meaning.nodes for meaning in known)

    def _makes_goods(self, last: str, head: Head) -> bool:
        """Whether a head says that it makes what stands before it: 烟草生产专用设备, which all goods of a list can share."""
        if head.is_service or not last.endswith(head.text):
            return False
        makings = self.grammar.tails_of(MAKINGS)
        front = last[: -len(head.text)]
        return bool(longest_at_start(head.text, makings)) or len(makings_peeled(front, self.grammar)) > 1

    def _continued(self, rest: str, last: str, head: Head | None, soft: bool) -> Resolution | None:
        """The label that an entry and the end of the last one make together, or None."""
        stem = makings_peeled(last, self.grammar)[-1]
        for start in range(1, len(stem)):
            end = stem[start:]
            goes_on = self._goes_on(rest, stem[:start], end, head, soft)
            # 手机、电脑|保护壳 and 牛、羊|肉, but not 手机、台灯|罩.
            could = (
                head is None and (len(end) > 1 or start == 1) and self.pieces.whole(stem[:start]) is not None
            )
            if end.startswith(" ") != bool(self.joint) or not (goes_on or could):
                continue
            # 皮革、皮革|机械: the goods, and the machines for them.
            if rest == stem[:start]:
                break
            for front in ornaments_peeled(rest, self.grammar):
                known = self.pieces.whole(front + end)
                if known is not None and known.nodes and (goes_on or self._is_of_one(known, stem)):
                    return known
                # 农业机械及拖拉机配件: 农业 is no ornament where it belongs to a label.
                if self.pieces.whole(front) is not None:
                    break
        return None

    def _goes_on(self, rest: str, before: str, end: str, head: Head | None, soft: bool) -> bool:
        """Whether an end can belong to both entries: a head always, else in 新能源及智能网联|汽车 and 男、女|装."""
        if head is not None and end.strip() == head.text:
            return head.kind != PARTS or not self._is_product(before, end)
        if self.pieces.sure(rest) is None:
            # 男、女|装, but not 板、型|材, which is no word itself.
            return soft if len(rest) > 1 else self.pieces.whole(before + end) is not None
        return soft and len(end) > 1 and self.pieces.whole(before) is not None

    def _is_of_one(self, known: Resolution, last: str) -> bool:
        """Whether entries are one industry under a common end, or the last is none without it: 纺织、|印染助剂."""
        own = self.pieces.read(last)
        return not own.nodes or set(own.nodes) == set(known.nodes)

    def _is_product(self, goods: str, head: str) -> bool:
        """Whether goods and a head are a product, and no parts of the goods: 光伏|组件."""
        if head.strip().endswith(_OF_ALL_GOODS):
            return False
        product, known = self.pieces.whole(goods + head), self.pieces.whole(goods)
        return product is not None and known is not None and product.nodes == known.nodes
