"""The user's own words for industries and cities: the table `CHECK`, filled in and given as `ALIASES`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, normalise
from .table_cells import cells, entries, require_columns

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .table_cells import Columns
    from .taxonomy import Taxonomy

INDUSTRY = "industry"
CITY = "city"
KINDS = (INDUSTRY, CITY)


class AliasError(AnalysisError):
    """A table of aliases that cannot be used.

    Attributes
    ----------
    problems : tuple of AnalysisError
        One for each problem.
    """

    def __init__(self, problems: Sequence[AnalysisError]) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("ClusterBelt", "Problems in the table of aliases ({count}):\n{problems}"),
            count=len(problems),
            problems="\n".join(str(problem) for problem in problems),
        )
        self.problems = tuple(problems)


@dataclass(frozen=True)
class UserAliases:
    """What texts stand for; rows without a code are ignored.

    Attributes
    ----------
    industries, cities : dict of str to tuple of str
        Normalised text → codes as they were written.
    """

    industries: dict[str, tuple[str, ...]]
    cities: dict[str, tuple[str, ...]]


def read_aliases(table: Columns) -> UserAliases:
    """Read a table of aliases.

    Parameters
    ----------
    table : DataFrame
        ``text`` and ``code`` (several separated by ``|``); optional ``kind``, ``industry`` (default) or ``city``.

    Returns
    -------
    UserAliases

    Raises
    ------
    AliasError
        Unknown kinds, a code without a text, one text with different codes: all at once.
    AnalysisError
        If a column is missing.
    """
    require_columns(table, "aliases", ("text", "code"))
    found: dict[str, dict[str, tuple[str, ...]]] = {kind: {} for kind in KINDS}
    problems: list[AnalysisError] = []
    rows = zip(*(cells(table, column) for column in ("text", "code", "kind")))
    for number, (text, code, kind) in enumerate(rows, start=1):
        codes = tuple(dict.fromkeys(filter(None, map(code_text, entries(code)))))
        if not codes:
            continue
        kind = normalise(kind) or INDUSTRY
        if kind not in found:
            template = QT_TRANSLATE_NOOP("ClusterBelt", "Row {row}: the kind {kind} is not one of {kinds}.")
        elif not normalise(text):
            template = QT_TRANSLATE_NOOP("ClusterBelt", "Row {row}: the code {code} has no text.")
        elif set(found[kind].setdefault(normalise(text), codes)) != set(codes):
            template = QT_TRANSLATE_NOOP(
                "ClusterBelt", "Row {row}: “{text}” has other codes in another row than {code}."
            )
        else:
            continue
        problems.append(
            AnalysisError(template, row=number, kind=kind, kinds=", ".join(KINDS), code=code, text=text)
        )
    if problems:
        raise AliasError(problems)
    return UserAliases(found[INDUSTRY], found[CITY])


def with_aliases(taxonomy: Taxonomy, industries: Mapping[str, Sequence[str]]) -> Taxonomy:
    """Return the taxonomy with texts that the user has given to its nodes.

    Parameters
    ----------
    taxonomy : Taxonomy
    industries : dict of str to tuple of str
        Normalised text → codes of the taxonomy.

    Raises
    ------
    AliasError
        Codes that the taxonomy does not have, all at once.
    """
    unknown = {
        code: text
        for text, codes in industries.items()
        for code in codes
        if normalise(code) not in taxonomy.code_index
    }
    if unknown:
        template = QT_TRANSLATE_NOOP("ClusterBelt", "“{text}”: the code {code} is not in the taxonomy.")
        raise AliasError([AnalysisError(template, text=text, code=code) for code, text in unknown.items()])
    given = {
        text: tuple(taxonomy.code_index[normalise(code)] for code in codes)
        for text, codes in industries.items()
    }
    return replace(taxonomy, given=given)
