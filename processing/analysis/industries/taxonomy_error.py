"""The error that lists all faults of a taxonomy."""

from __future__ import annotations

from ..messages import QT_TRANSLATE_NOOP, AnalysisError


class TaxonomyError(AnalysisError):
    """A taxonomy that cannot be used.

    Attributes
    ----------
    problems : tuple of AnalysisError
        One for each problem, so that each can be shown in the user's language.
    """

    def __init__(self, problems: list[AnalysisError]) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("ClusterBelt", "Problems in the taxonomy ({count}):\n{problems}"),
            count=len(problems),
            problems="\n".join(str(problem) for problem in problems),
        )
        self.problems = tuple(problems)
