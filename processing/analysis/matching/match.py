"""Match clusters with the belts of their cities, by city and industry, without forming pairs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

from ..cancelling import stop_if
from ..columns import encode_together
from ..fields import CB_NUNRES, CB_STATUS
from ..frames import Table
from ..industries.near_miss import NearMiss
from ..industries.relations import relations
from ..industries.set_costs import SetCosts
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text
from ..words import check_language
from . import statuses
from .belt_columns import belt_columns
from .belt_index import Coding, index_belts
from .belt_years import BeltYears, years_of
from .case import Case
from .city_industries import group_clusters
from .entries import Entries, inverse, preference
from .exceptions import exceptions_of
from .industry_sets import read_industries
from .judgements import CONDITIONS
from .judging import Judging
from .match_columns import write_columns
from .pairs import MAX_PAIRS, list_pairs
from .rules import Rules
from .stock import Stock, answer, nearest

_CLUSTER_COLUMNS = ("row", "cluster", "city", "industry")
_BELT_COLUMNS = ("belt", "city", "industry")
_BY_DEFAULT = Rules()


@dataclass(frozen=True)
class Matches:
    """What `match` found.

    Attributes
    ----------
    columns : DataFrame, one row per cluster row
        The ``cb_*`` columns from ``cb_nodes`` to ``cb_evid``. None stands for nothing.
    numbers : dict of str to number
        ``ROWS``, ``MATCHED``, ``ADJACENT``, ``UNMATCHED``, ``UNRESOLVED``, ``UNMATCHED_OPEN``,
        ``PAIR_COUNT`` (current and historic pairs); ``RATE_MATCHED`` and ``RATE_ADJACENT`` in percent of
        the rows with one of the first three statuses, None where there are none.
    belts_without_city : int
        Belts left aside because their city is unknown.
    belts_without_industry : int
        Belts of known cities whose industry is unknown.
    years : BeltYears
        What the years of the belts said.
    unknown : tuple of (int, str, str)
        Row, column and value of the conditions of judgements that fit nothing in the data.
    idle : tuple of int
        Further rows of the judgements that concern no pair.
    case : Case
    """

    columns: pd.DataFrame
    numbers: dict
    belts_without_city: int
    belts_without_industry: int
    years: BeltYears
    unknown: tuple
    idle: tuple
    case: Case

    def pairs(self, top=0, max_pairs=MAX_PAIRS, cancelled=None):
        """List the related belts of every cluster; see `pairs.list_pairs`."""
        return list_pairs(self.case, top, max_pairs, cancelled)

    def belts(self, cancelled=None):
        """Return the columns of the belts; see `belt_columns.belt_columns`."""
        return belt_columns(self.case, cancelled)


def match(
    clusters,
    belts,
    taxonomy,
    rules=_BY_DEFAULT,
    *,
    places=(),
    judgements=(),
    neighbours=None,
    language="en",
    cancelled=None,
):
    """Give every cluster row its status, the reason, its best belt and the evidence.

    Parameters
    ----------
    clusters : DataFrame, one row per cluster and city
        ``row`` (name of the row), ``cluster`` (id), ``city`` (the key that is compared; None, NaN or ''
        where the city is unknown), ``industry`` (text); optional ``city_name``, ``city_text`` (as
        written), ``city_by`` (how it was found) and ``candidates`` (the cities that an ambiguous text could mean).
    belts : DataFrame or frames.Table
        ``belt`` (id), ``city``, ``industry``; optional ``name``, ``city_rank`` (smaller is surer), and
        ``year``, or ``start`` and ``end``.
    taxonomy : Taxonomy
    rules : Rules
    places : iterable of str
        Place names that may stand before an industry.
    judgements : tuple of Judgement
        They go before the rules; see `judgements.read_judgements`.
    neighbours : Neighbours, optional
        Which belts are near which rows; then cities say nothing.
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
    check_language(language)
    optional = {"city_name": "city", "city_text": "city", "city_by": None, "candidates": None}
    clusters = pd.DataFrame(_complete(clusters, _CLUSTER_COLUMNS, optional).columns, copy=False)
    belts = _complete(belts, _BELT_COLUMNS, {"name": "belt"})
    related = relations(taxonomy, rules.max_levels, rules.max_hops, rules.lift)
    years = years_of(belts, rules.as_of)
    conditions = [[getattr(o, name) or None for o in judgements] for name in CONDITIONS[2:4]]
    texts = [clusters["industry"], belts["industry"], *conditions]
    industries = read_industries(texts, taxonomy, places, rules.keywords, cancelled)
    stop_if(cancelled)
    size = len(clusters)
    place, entries, count = _places(clusters, belts, neighbours)
    judging = Judging(judgements, clusters, belts, industries, related)
    industries = industries.first(size + len(belts))
    coding = Coding(count, len(industries.sets), industries.count, int(judging.belt_tags.max(initial=0)))
    industry = industries.industry()
    preferred = preference(entries, belts["belt"], _ranks(belts, industries.ranks(size), years))
    position = inverse(preferred)
    code = coding.code(entries.place, entries.take(industry[size:]), entries.take(judging.belt_tags))
    keys = group_clusters(place, industry[:size], judging.cluster_tags, coding)
    set_cost = SetCosts(related, industries.sets, industries.sets)
    stocks, answers = [], []
    for basis in range(2):
        taken = (entries.place >= 0) & (entries.take(years.basis) == basis)
        chosen = preferred if taken.all() else preferred[taken[preferred]]
        index = index_belts(code, position, chosen, coding)
        stock = Stock.of(index, keys, exceptions_of(judging, index, keys) if judgements else None)
        stocks.append(stock)
        answers.append(answer(stock, set_cost, preferred, cancelled))
    placed = entries.place >= 0 if neighbours is None else neighbours.belt_placed
    near = NearMiss(taxonomy.levels, industries.sets)
    unrelated = np.flatnonzero(answers[0].best < 0)
    case = Case(
        clusters=clusters,
        belts=belts,
        taxonomy=taxonomy,
        relations=related,
        industries=industries,
        set_cost=set_cost,
        entries=entries,
        position=position,
        belt_placed=placed,
        code=code if judgements else None,
        years=years,
        keys=keys,
        stocks=tuple(stocks),
        answers=tuple(answers),
        nearest=nearest(stocks[0], unrelated, near, preferred, cancelled),
        language=language,
        radius=None if neighbours is None else neighbours.radius,
    )
    columns = write_columns(case, near, cancelled)
    unknown = (industry[size:] < 0) | (industry[size:] >= len(industries.sets))
    return Matches(
        columns=columns,
        numbers=_numbers(columns, case),
        belts_without_city=int((~placed).sum()),
        belts_without_industry=int((placed & unknown).sum()),
        years=years,
        unknown=tuple(judging.unknown),
        idle=tuple(judging.idle),
        case=case,
    )


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


def _ranks(belts, industry_ranks, years):
    """Return what decides between equally close belts before distance and identifier."""
    city_ranks = [np.asarray(belts["city_rank"])] if "city_rank" in belts else []
    return [industry_ranks, *city_ranks, *([] if years.as_of is None else [-years.last])]


def _places(clusters, belts, neighbours):
    """Return the place of each cluster row, the belts by place, and how many places there are."""
    if neighbours is not None:
        place = np.where(neighbours.row_placed, np.arange(len(clusters)), -1)
        return place, Entries(neighbours.row, neighbours.belt, neighbours.distance), len(clusters)
    city, count = _city_numbers(clusters["city"], belts["city"])
    return city[: len(clusters)], Entries(city[len(clusters) :]), count


def _city_numbers(*columns):
    """Number the cities of columns, one after the other; −1 for None, NaN and ''."""
    city, names = encode_together(*columns)
    nameless = [number for number, name in enumerate(names) if not as_text(name)]
    city[np.isin(city, nameless)] = -1
    return city, len(names)


def _numbers(columns, case):
    status = columns[CB_STATUS]
    counts = {name: int((status == name).sum()) for name in statuses.ordered()}
    decided = sum(counts[name] for name in statuses.decided())
    unmatched_open = (status == statuses.UNMATCHED) & (columns[CB_NUNRES] > 0)
    return {
        "ROWS": len(columns),
        **{name.upper(): count for name, count in counts.items()},
        "UNMATCHED_OPEN": int(unmatched_open.sum()),
        **{
            f"RATE_{name.upper()}": 100 * counts[name] / decided if decided else None
            for (name,) in statuses.rated().values()
        },
        "PAIR_COUNT": int(case.keys.spread(sum(found.related for found in case.answers), 0).sum()),
    }
