"""What grew, and what is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .grammar import longest_at_end, longest_at_start

if TYPE_CHECKING:
    from .decisions import Meaning
    from .grammar import Grammar
    from .lexicon import Lexicon


@dataclass(frozen=True)
class Harvests:
    """Tells harvests from food; the attributes are the parameters of `Compounds`."""

    lexicon: Lexicon
    grammar: Grammar

    def is_preparing(self, front: str) -> bool:
        """Whether the words in front of a harvest say that it is prepared: 香辣, 农家|腌; but not 干发巾 or 饼干."""
        words, lexicon = self.grammar.preparing, self.lexicon
        end, start = longest_at_end(front, words), longest_at_start(front, words)
        if front in words or (end and len(lexicon.ending(front)) <= len(end)):
            return True
        return bool(start) and len(lexicon.opening(front)) <= len(start) and not lexicon.ending(front)

    def made(self, harvest: Meaning) -> Meaning:
        """Return what is made of what grew; the meaning as it is where it did not grow."""
        made_of = self.lexicon.made_of
        if not harvest.nodes or not all(node in made_of for node in harvest.nodes):
            return harvest
        return harvest._replace(nodes=tuple(dict.fromkeys(made_of[node] for node in harvest.nodes)))

    def and_made(self, harvest: Meaning) -> Meaning:
        """Return a harvest and what is made of it: 番茄|种植加工."""
        made = self.made(harvest)
        return harvest._replace(nodes=tuple(dict.fromkeys((*harvest.nodes, *made.nodes))))
