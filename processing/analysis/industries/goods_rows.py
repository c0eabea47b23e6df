"""Goods side by side without a sign between them: 家电家具建材 are three industries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator

    from .grammar import Grammar
    from .lexicon import Lexicon
    from .steps import Resolution
    from .taxonomy import Taxonomy

# Characters, and goods, at the fewest; characters of one at the most.
_SHORTEST, _FEWEST, _LONGEST_GOODS = 6, 3, 6


@dataclass(frozen=True)
class GoodsRows:
    """Cuts rows of goods; the attributes are the parameters of `Compounds`."""

    taxonomy: Taxonomy
    lexicon: Lexicon
    grammar: Grammar
    whole: Callable[[str], Resolution | None]

    def read(self, text: str) -> tuple[tuple[str, ...], list[tuple[int, ...]]]:
        """Return the names that make up a text, and the nodes of each; none where it is no row of three and more.

        Nodes are those that the last name makes with each before it where it does: 家具|门窗|五金 is fittings.
        """
        own = self.lexicon.own
        labels: tuple[str, ...] = ()
        if len(text) >= _SHORTEST:
            labels = self._goods_in(text, own, self.taxonomy.is_sold)
            labels = labels or self._goods_in(text, self.lexicon.labels, self._are_narrow)
        if sum(len(self.lexicon.labels[label][0]) for label in labels) < _FEWEST or any(
            label in self.grammar.heads for label in labels
        ):
            return (), []
        joint = [self.whole(label + labels[-1]) for label in labels[:-1]]
        governed = [known.nodes for known in joint if known and known.nodes]
        parts = [self.lexicon.labels[label][0] for label in labels]
        return labels, governed if len(governed) == len(joint) else parts

    def _are_narrow(self, node: int) -> bool:
        """Whether a node is finished goods and no whole sector, whose words tell qualities, too: 安全|烟花."""
        return self.taxonomy.goods[node] and bool(self.taxonomy.parents[node])

    def _goods_in(self, text: str, words: Container[str], fits: Callable[[int], bool]) -> tuple[str, ...]:
        """The words for nodes that fit that make up a text, the longest first; () where others are left.

        Each place is tried once, and step by step, however long the text is.
        """
        starts, ends = [0], [self._ends(text, 0, words, fits)]
        dead: set[int] = set()
        while starts:
            end = next(ends[-1], 0)
            if end == len(text):
                return tuple(text[one:two] for one, two in zip(starts, (*starts[1:], end)))
            if not end:
                dead.add(starts.pop())
                ends.pop()
            elif end not in dead:
                starts.append(end)
                ends.append(self._ends(text, end, words, fits))
        return ()

    def _ends(
        self, text: str, start: int, words: Container[str], fits: Callable[[int], bool]
    ) -> Iterator[int]:
        """Where words that begin at a place end, the longest first, as long as their nodes fit."""
        for end in range(min(len(text), start + _LONGEST_GOODS), start, -1):
            label = text[start:end]
            if label not in words or (end == start + 1 and label not in self.lexicon.own):
                continue
            nodes = self.lexicon.labels[label][0]
            if not nodes or not all(map(fits, nodes)):
                return
            yield end
