"""What is asked of a match: the clusters, the belts, and how industries are related."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..frames import Table
from ..industries.relations import Relations, relations
from ..industries.taxonomy import Taxonomy
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..words import check_language

_CLUSTER_COLUMNS = ("row", "cluster", "city", "industry")
_BELT_COLUMNS = ("belt", "city", "industry")
# Columns that may be missing, and those that take their place; None for no text at all.
_OF_CLUSTERS = {"city_name": "city", "city_text": "city", "city_by": None, "candidates": None}
_OF_BELTS = {"name": "belt"}

_ALL = slice(None)


@dataclass(frozen=True)
class Question:
    """The question.

    Attributes
    ----------
    clusters, belts : Table
        Both with all optional columns; see `match.match`.
    taxonomy : Taxonomy
    relations : Relations
    language : {'en', 'zh'}
        Of the evidence.
    cluster_count, belt_count : ndarray of int64, or None
        How many clusters or belts each row stands for; None where each stands for one.
    """

    clusters: Table
    belts: Table
    taxonomy: Taxonomy
    relations: Relations
    language: str
    cluster_count: np.ndarray = None
    belt_count: np.ndarray = None

    def count_clusters(self, rows=_ALL):
        """Return how many clusters the chosen rows stand for, each: ndarray of int64."""
        return _counts(self.cluster_count, len(self.clusters), rows)

    def count_belts(self, rows=_ALL):
        """Return how many belts the chosen rows stand for, each: ndarray of int64."""
        return _counts(self.belt_count, len(self.belts), rows)


def _counts(counts, size, rows):
    return (np.ones(size, dtype=np.int64) if counts is None else counts)[rows]


def ask(clusters, belts, taxonomy, rules, language):
    """Return the question that the tables, completed, and the rules ask.

    Raises
    ------
    AnalysisError
        If a column is missing, a limit is out of its range, or the language is unknown.
    """
    check_language(language)
    return Question(
        clusters=_complete(clusters, _CLUSTER_COLUMNS, _OF_CLUSTERS),
        belts=_complete(belts, _BELT_COLUMNS, _OF_BELTS),
        taxonomy=taxonomy,
        relations=relations(taxonomy, rules.max_levels, rules.max_hops, rules.lift),
        language=language,
        cluster_count=_count(clusters),
        belt_count=_count(belts),
    )


def _count(table):
    table = Table.of(table)
    return np.asarray(table["count"], dtype=np.int64) if "count" in table else None


def _complete(table, needed, optional):
    table = Table.of(table)
    missing = [column for column in needed if column not in table]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The column {missing} is missing."), missing=", ".join(missing)
        )
    columns = dict(table.columns)
    for name, source in optional.items():
        columns.setdefault(name, columns[source] if source else np.full(len(table), "", dtype=object))
    return Table(columns)
