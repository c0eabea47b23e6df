"""Which nodes a text that was not understood could mean: for a person to choose from, never applied."""

from __future__ import annotations

from difflib import SequenceMatcher
from math import ceil
from typing import TYPE_CHECKING, Any

from ..text import normalise

if TYPE_CHECKING:
    from .taxonomy import Taxonomy

MOST = 5
LEAST_SIMILARITY = 0.85
_SHORTEST_LABEL = 2
_LONGEST_TEXT = 60


class Suggestions:
    """Finds labels of a taxonomy inside a text, then labels that are nearly the text.

    Parameters
    ----------
    taxonomy : Taxonomy
    language : {'en', 'zh'}
        Of the names that stand beside the codes.
    """

    def __init__(self, taxonomy: Taxonomy, language: str = "en") -> None:
        self._taxonomy = taxonomy
        self._language = language
        labels = {**taxonomy.aliases, **taxonomy.names}
        self._labels = {label: node for label, node in labels.items() if len(label) >= _SHORTEST_LABEL}
        self._longest = max(map(len, self._labels), default=0)
        self._marks = {label: _marks(label) for label in self._labels}
        # By length of the label, then by mark.
        self._holding: dict[int, dict[str, list[str]]] = {}
        for label, marks in self._marks.items():
            holding = self._holding.setdefault(len(label), {})
            for mark in marks:
                holding.setdefault(mark, []).append(label)

    def nodes(self, text: str) -> tuple[int, ...]:
        """Return the positions of up to `MOST` nodes, the likeliest first.

        Labels inside the text come first, the longest ahead and of equally long ones the last: heads stand
        last in Chinese compounds. Then labels that are at least `LEAST_SIMILARITY` alike.
        """
        plain = normalise(text)[:_LONGEST_TEXT]
        found = [self._labels[label] for label in self._inside(plain)]
        found += [self._labels[label] for _, label in self._alike(plain)]
        return tuple(dict.fromkeys(found))[:MOST]

    def write(self, text: str, without: tuple[int, ...] = (), first: tuple[Any, ...] = ()) -> str:
        """Return ``EQ.AERO 航空航天装备; AUTO 汽车``: the nodes `first` ahead, those `without` left out."""
        nodes = [node for node in dict.fromkeys((*first, *self.nodes(text))) if node not in without][:MOST]
        return "; ".join(
            f"{self._taxonomy.codes[node]} {self._taxonomy.name(node, self._language)}" for node in nodes
        )

    def _inside(self, plain: str) -> list[str]:
        """Labels in the text that lie in no longer one, the longest first, of equally long ones the last."""
        labels: list[str] = []
        reached = 0
        for start in range(len(plain)):
            # What ends no farther than a label that starts before lies in it.
            for end in range(min(len(plain), start + self._longest), max(start, reached), -1):
                if plain[start:end] in self._labels and not _cuts_a_word(plain, start, end):
                    labels.insert(0, plain[start:end])
                    reached = end
                    break
        return sorted(labels, key=len, reverse=True)

    def _alike(self, plain: str) -> list[tuple[float, str]]:
        """(−similarity, label) of labels that are nearly the text, the likest first."""
        marks, found = _marks(plain), []
        for length, holding in self._holding.items():
            # No similarity can be above that of the characters without their order.
            least = ceil(LEAST_SIMILARITY * (length + len(plain)) / 2)
            if least > min(length, len(plain)):
                continue
            # A label with that many of the marks has one of these: they are more than it may lack.
            rarest = sorted(marks, key=lambda mark: len(holding.get(mark, ())))[: len(plain) - least + 1]
            for label in {label for mark in rarest for label in holding.get(mark, ())}:
                if len(self._marks[label] & marks) >= least:
                    similarity = SequenceMatcher(None, label, plain).ratio()
                    if similarity >= LEAST_SIMILARITY:
                        found.append((-similarity, label))
        return sorted(found)


def _marks(text: str) -> frozenset[str]:
    """The characters of a text; one that stands there again is told by standing as often in its mark."""
    once = frozenset(text)
    if len(once) == len(text):
        return once
    return once.union(character * (k + 2) for character in once for k in range(text.count(character) - 1))


def _cuts_a_word(plain: str, start: int, end: int) -> bool:
    """Whether Latin letters or digits go on beside the label."""
    return any(
        0 < place < len(plain) and all(c.isascii() and c.isalnum() for c in plain[place - 1 : place + 1])
        for place in (start, end)
    )
