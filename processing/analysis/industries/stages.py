"""What is done with goods, said by entries of a list of their own: 集成电路设计、制造、封测, 生猪养殖、屠宰、加工."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .grammar import TAKES, TREATING, longest_at_end
from .peeling import MAKINGS, ornaments_peeled
from .scopes import DONE, SOLD
from .steps import KEYWORD, SPLIT, Resolution, found

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .grammar import Grammar
    from .pieces import Pieces


class Stages:
    """Reads entries that name no goods, by the goods of the entry before them.

    Parameters
    ----------
    pieces : Pieces
    grammar : Grammar
    joint : str
        What stands between goods and what is done with them.
    """

    def __init__(self, pieces: Pieces, grammar: Grammar, joint: str = "") -> None:
        self._pieces = pieces
        self._joint = joint
        self._grammar = grammar
        done = (text for text, head in grammar.heads.items() if head.is_service or head.kind == TAKES)
        self._words = DONE | SOLD | grammar.tails_of(MAKINGS) | grammar.stages | frozenset(done)

    def goods_of(self, items: Sequence[str]) -> list[tuple[str, ...]]:
        """Return for each entry the goods that it is done with, the nearest first; () for entries with their own."""
        goods: tuple[str, ...] = ()
        found = []
        for number, item in enumerate(items):
            if item not in self._words and item not in self._grammar.heads:
                goods = self._goods(items[: number + 1])
            elif (
                number and not goods and item in self._grammar.treating and self._is_known(items[number - 1])
            ):
                goods = (items[number - 1],)
            found.append(goods if item in self._words else ())
        return found

    def are_all(self, parts: Sequence[str]) -> bool:
        """Whether parts of an entry say what is done with goods and no more: 仓储和精深加工."""
        return all(part in self._words for part in parts)

    def joined(self, item: str) -> str:
        """Return an entry without the 的 before its last word where it is understood so, 集成电路设计 of 集成电路的设计."""
        stage = longest_at_end(item, self._words) if "的" in item else ""
        short = item[: -len(stage)].rstrip("的") + stage if stage else item
        return short if short == item or self._pieces.core(short).by else item

    def is_industry(self, item: str) -> bool:
        """Whether what is done with the goods of an entry is an industry by itself: 汽车|物流."""
        return longest_at_end(item, self._words) in self._grammar.stages

    def in_a_row(self, text: str) -> list[str]:
        """Return goods with what is done with them first, and what more is: [集成电路设计, 封测]; [] for other texts."""
        parts: list[str] = []
        while True:
            stage = longest_at_end(text, self._words)
            if not stage:
                break
            text = text[: -len(stage)]
            # 印染|加工 is one thing.
            if parts and stage in self._grammar.stages and parts[0] in DONE:
                parts.pop(0)
            parts.insert(0, stage)
        if len(parts) < 2 or self._grammar.stages.isdisjoint(parts) or not self._is_known(text):
            return []
        return [text + parts[0], *parts[1:]]

    def _goods(self, items: Sequence[str]) -> tuple[str, ...]:
        """The goods of the last entry, and those before it that share its word, 生猪、肉牛|养殖; () where it has none."""
        *others, last = items
        stage = longest_at_end(last, self._words)
        front = last[: -len(stage)].rstrip(" 的") if stage else ""
        if not front or not self._is_known(front):
            return ()
        return (front, *reversed(others))

    def _is_known(self, text: str) -> bool:
        known = self._pieces.sure(self._pieces.peeled(text)[0])
        return known is not None and bool(known.nodes)

    def read(self, item: str, goods: Sequence[str]) -> Resolution:
        """Return the reading of an entry with its goods: as their name, by itself, or as more of the same."""
        if goods[0] in self._words and self._grammar.tails.get(item) == TREATING:  # 养殖业、|种植业
            return self._pieces.core(item)
        named = [known for front in goods for known in self._named(front, item)]
        if named:
            return found([node for known in named for node in known.nodes], named[0].by)
        reading = self._pieces.core(goods[0] + self._joint + item)
        alone = self._pieces.whole(item)
        # 西梅加工、|酿造, but 葡萄|种植: the narrower of the two.
        narrower = reading.by != KEYWORD and self._lie_under(reading.nodes, alone.nodes if alone else ())
        if alone is not None and alone.nodes and not narrower:
            return alone
        return Resolution(by=SPLIT) if item in DONE and not reading.by else reading

    def _lie_under(self, nodes: Sequence[int], others: Sequence[int]) -> bool:
        under = self._pieces.compounds.decisions.lexicon.under
        return bool(nodes) and all(any(under(node, other) for other in others) for node in nodes)

    def _named(self, front: str, item: str) -> Iterator[Resolution]:
        """The label that goods and what is done with them make: 集成电路|封测, 高端|芯片|设计."""
        peeled = self._pieces.peeled(front)[0]
        for form in ornaments_peeled(peeled, self._grammar):
            known = self._pieces.whole(form + self._joint + item)
            if known is not None and known.nodes:
                yield known
                return
