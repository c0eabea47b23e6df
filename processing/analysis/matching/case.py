"""Everything that a match is decided from and explained with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .findings import Findings
from .question import Question
from .reading import Reading
from .standing import Standing

if TYPE_CHECKING:
    from .judging import Verdict


@dataclass(frozen=True)
class Case:
    """A question with its answers."""

    question: Question
    reading: Reading
    standing: Standing
    findings: Findings

    def industry_of(self, entry: int) -> int:
        """Return the industry of the belt of an entry."""
        return int(self.reading.of_belts[self.standing.entries.belt_of(entry)])

    def verdict(self, key: int, entry: int) -> Verdict | None:
        """Return the judgement on a key and an entry, None where the rules hold."""
        return self.findings.verdict(key, entry, int(self.standing.basis_of(entry)))

    def nodes_of(self, key: int, entry: int) -> tuple[int, int] | None:
        """Return the nodes over which a key and an entry are related; None where only their words are equal."""
        keys = self.findings.keys
        if not keys.resolved[key]:
            return None
        return self.reading.costs.best_nodes(keys.industry[key], self.industry_of(entry))
