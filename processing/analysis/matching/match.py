"""Match clusters with the belts of their cities, by city and industry, without forming pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..cancelling import stop_if
from ..industries.near_miss import common_ancestors
from ..industries.relations import Relations, relations
from ..industries.taxonomy import Taxonomy
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..natural_order import natural_order
from ..text import as_text
from . import evidence, statuses
from .belt_index import BeltIndex, index_belts
from .city_industries import Answers, CityIndustries, answer, group_clusters
from .industry_sets import IndustrySets, read_industries
from .match_columns import write_columns
from .pairs import MAX_PAIRS, list_pairs

_CLUSTER_COLUMNS = ("row", "cluster", "city", "industry")
_BELT_COLUMNS = ("belt", "city", "industry")


@dataclass(frozen=True)
class Case:
    """Everything that a match is decided from and explained with.

    Attributes
    ----------
    clusters, belts : DataFrame
        As they were given, with all optional columns.
    taxonomy : Taxonomy
    relations : Relations
    industries : IndustrySets
        Of the clusters, then of the belts.
    set_cost : ndarray of int32, shape (sets, sets)
        Cost of the best relation between any two industries.
    index : BeltIndex
    belt_industry : ndarray of int64, shape (m,)
    keys : CityIndustries
    answers : Answers
        One for each key.
    language : {'en', 'zh'}
    """

    clusters: pd.DataFrame
    belts: pd.DataFrame
    taxonomy: Taxonomy
    relations: Relations
    industries: IndustrySets
    set_cost: np.ndarray
    index: BeltIndex
    belt_industry: np.ndarray
    keys: CityIndustries
    answers: Answers
    language: str

    def nodes_of(self, key, belt):
        """Return the nodes over which a key and a belt are related; None where only their words are equal."""
        if not self.keys.resolved[key]:
            return None
        return self.industries.best_nodes(
            self.relations.cost, self.keys.industry[key], self.belt_industry[belt]
        )


@dataclass(frozen=True)
class Matches:
    """What `match` found.

    Attributes
    ----------
    columns : DataFrame, one row per cluster row
        The ``cb_*`` columns from ``cb_nodes`` to ``cb_evid``. None stands for nothing.
    numbers : dict of str to number
        ``ROWS``, ``MATCHED``, ``ADJACENT``, ``UNMATCHED``, ``UNRESOLVED``, ``UNMATCHED_OPEN``,
        ``PAIR_COUNT``; ``RATE_MATCHED`` and ``RATE_ADJACENT`` in percent of the rows with one of the
        first three statuses, None where there are none.
    belts_without_city : int
        Belts left aside because their city is unknown.
    belts_without_industry : int
        Belts of known cities whose industry is unknown.
    case : Case
    """

    columns: pd.DataFrame
    numbers: dict
    belts_without_city: int
    belts_without_industry: int
    case: Case

    def pairs(self, top=0, max_pairs=MAX_PAIRS, cancelled=None):
        """List the related belts of every cluster; see `pairs.list_pairs`."""
        return list_pairs(self.case, top, max_pairs, cancelled)


def match(
    clusters,
    belts,
    taxonomy,
    *,
    max_levels=None,
    max_hops=1,
    lift=0,
    keywords=True,
    places=(),
    language="en",
    cancelled=None,
):
    """Give every cluster row its status, the reason, its best belt and the evidence.

    Parameters
    ----------
    clusters : DataFrame, one row per cluster and city
        ``row`` (name of the row), ``cluster`` (id), ``city`` (the key that is compared; None, NaN or ''
        where the city is unknown), ``industry`` (text); optional ``city_name``, ``city_text`` (as
        written) and ``candidates`` (the cities that an ambiguous text could mean).
    belts : DataFrame
        ``belt`` (id), ``city``, ``industry``; optional ``name`` and ``city_name``.
    taxonomy : Taxonomy
    max_levels, max_hops, lift
        See `relations.relations`.
    keywords : bool
        Whether a label that only ends the text of an industry may count.
    places : iterable of str
        Place names that may stand before an industry.
    language : {'en', 'zh'}
        Of the evidence.
    cancelled : callable, optional
        Asked now and then; if it returns True, `Cancelled` is raised.

    Returns
    -------
    Matches

    Raises
    ------
    AnalysisError
        If a column is missing or a limit is out of its range.

    Notes
    -----
    Belts are counted by city and industry, and each distinct city and industry of the clusters is
    compared with those counts: time and memory follow the number of distinct industries, not of pairs.
    """
    evidence.check_language(language)
    clusters = _complete(
        clusters, _CLUSTER_COLUMNS, {"city_name": "city", "city_text": "city", "candidates": None}
    )
    belts = _complete(belts, _BELT_COLUMNS, {"name": "belt", "city_name": "city"})
    related = relations(taxonomy, max_levels, max_hops, lift)
    texts = _stacked(clusters["industry"], belts["industry"])
    industries = read_industries(texts, taxonomy, places, keywords, cancelled)
    stop_if(cancelled)
    city, cities = _city_numbers(_stacked(clusters["city"], belts["city"]))
    industry, size, sets = industries.industry(), len(clusters), len(industries.sets)
    preference = natural_order(belts["belt"].to_numpy(), first=industries.ranks()[size:])
    index = index_belts(city[size:], industry[size:], preference, cities, sets, industries.count)
    keys = group_clusters(city[:size], industry[:size], index, sets)
    set_cost = industries.reduce(related.cost)
    distance, ancestor = common_ancestors(taxonomy)
    case = Case(
        clusters=clusters,
        belts=belts,
        taxonomy=taxonomy,
        relations=related,
        industries=industries,
        set_cost=set_cost,
        index=index,
        belt_industry=industry[size:],
        keys=keys,
        answers=answer(keys, set_cost, industries.reduce(distance), index, cancelled),
        language=language,
    )
    columns = write_columns(case, distance, ancestor, cancelled)
    return Matches(
        columns=columns,
        numbers=_numbers(columns),
        belts_without_city=int((city[size:] < 0).sum()),
        belts_without_industry=int(index.unresolved.sum()),
        case=case,
    )


def _complete(table, needed, optional):
    missing = [column for column in needed if column not in table]
    if missing:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The column {missing} is missing."), missing=", ".join(missing)
        )
    table = table.reset_index(drop=True)
    absent = {column: source for column, source in optional.items() if column not in table}
    return table.assign(**{column: table[source] if source else "" for column, source in absent.items()})


def _stacked(clusters, belts):
    return np.concatenate([clusters.to_numpy(object), belts.to_numpy(object)])


def _city_numbers(keys):
    """Number the cities; −1 for None, NaN and ''."""
    city, names = pd.factorize(keys)
    city = city.astype(np.int64)
    nameless = [number for number, name in enumerate(names) if not as_text(name)]
    city[np.isin(city, nameless)] = -1
    return city, len(names)


def _numbers(columns):
    status = columns["cb_status"]
    counts = {name: int((status == name).sum()) for name in statuses.STATUSES}
    decided = len(columns) - counts[statuses.UNRESOLVED]
    unmatched_open = (status == statuses.UNMATCHED) & (columns["cb_nunres"] > 0)

    def rate(name):
        return 100 * counts[name] / decided if decided else None

    return {
        "ROWS": len(columns),
        "MATCHED": counts[statuses.MATCHED],
        "ADJACENT": counts[statuses.ADJACENT],
        "UNMATCHED": counts[statuses.UNMATCHED],
        "UNRESOLVED": counts[statuses.UNRESOLVED],
        "UNMATCHED_OPEN": int(unmatched_open.sum()),
        "RATE_MATCHED": rate(statuses.MATCHED),
        "RATE_ADJACENT": rate(statuses.ADJACENT),
        "PAIR_COUNT": int(columns["cb_nmatch"].sum() + columns["cb_nadj"].sum()),
    }
