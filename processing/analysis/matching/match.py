"""Match clusters with the belts of their cities, by city and industry, without forming pairs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..cancelling import stop_if
from ..fields import CB_NUNRES, CB_STATUS
from ..frames import Table
from . import statuses
from .belt_columns import belt_columns
from .belt_years import BeltYears, years_of
from .case import Case
from .findings import find
from .judging import Judging
from .match_columns import write_columns
from .pairs import MAX_PAIRS, list_pairs
from .question import ask
from .reading import read
from .rules import Rules
from .standing import stand

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..cancelling import Poll
    from ..frames import Columns
    from ..industries.taxonomy import Taxonomy
    from .entries import Neighbours
    from .judgements import Judgement

_BY_DEFAULT = Rules()


@dataclass(frozen=True)
class Matches:
    """What `match` found.

    Attributes
    ----------
    columns : Table, one row per cluster row
        The ``cb_*`` columns from ``cb_nodes`` to ``cb_evid``. None stands for nothing.
    numbers : dict of str to number
        ``ROWS``, ``MATCHED``, ``ADJACENT``, ``UNMATCHED``, ``UNRESOLVED``, ``UNMATCHED_OPEN``,
        ``PAIR_COUNT`` (current and historic pairs); ``RATE_MATCHED`` and ``RATE_ADJACENT`` in percent of
        the rows with one of the first three statuses, None where there are none.
    belts_without_city : int
        Belts ignored because their city is unknown.
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

    columns: Table
    numbers: dict[str, float | None]
    belts_without_city: int
    belts_without_industry: int
    years: BeltYears
    unknown: tuple[tuple[int, str, str], ...]
    idle: tuple[int, ...]
    case: Case

    def pairs(self, top: int = 0, max_pairs: int = MAX_PAIRS, cancelled: Poll = None) -> Table:
        """List the related belts of every cluster; see `pairs.list_pairs`."""
        return list_pairs(self.case, top, max_pairs, cancelled)

    def belts(self, cancelled: Poll = None) -> Table:
        """Return the columns of the belts; see `belt_columns.belt_columns`."""
        return belt_columns(self.case, cancelled)


def match(
    clusters: Columns,
    belts: Columns,
    taxonomy: Taxonomy,
    rules: Rules = _BY_DEFAULT,
    *,
    places: Iterable[str] = (),
    judgements: tuple[Judgement, ...] = (),
    neighbours: Neighbours | None = None,
    language: str = "en",
    cancelled: Poll = None,
) -> Matches:
    """Give every cluster row its status, the reason, its best belt and the evidence.

    Parameters
    ----------
    clusters : frames.Table or DataFrame, one row per cluster and city
        ``row`` (name of the row), ``cluster`` (id), ``city`` (the key that is compared; None, NaN or ''
        where the city is unknown), ``industry`` (text); optional ``city_name``, ``city_text`` (as
        written), ``city_by`` (how it was found), ``candidates`` (the cities that an ambiguous text could mean) and
        ``count`` (how many clusters the row stands for).
    belts : frames.Table or DataFrame
        ``belt`` (id), ``city``, ``industry``; optional ``name``, ``city_rank`` (smaller is surer), ``count`` (how
        many belts the row stands for), and ``year``, or ``start`` and ``end``.
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
    question = ask(clusters, belts, taxonomy, rules, language)
    years = years_of(question.belts, rules.as_of)
    reading = read(question, judgements, places, rules.keywords, cancelled)
    stop_if(cancelled)
    standing = stand(question, reading, years, neighbours)
    judging = Judging(judgements, question, reading)
    case = Case(question, reading, standing, find(reading, standing, judging, cancelled))
    columns = write_columns(case, cancelled)
    return Matches(
        columns=columns,
        numbers=_numbers(columns, case),
        belts_without_city=int(question.count_belts(~standing.belt_placed).sum()),
        belts_without_industry=int(question.count_belts(standing.belt_placed & reading.are_unread).sum()),
        years=years,
        unknown=tuple(judging.unknown),
        idle=tuple(judging.idle),
        case=case,
    )


def _numbers(columns: Table, case: Case) -> dict[str, float | None]:
    status, clusters = columns[CB_STATUS], case.question.count_clusters()
    counts = {name: int(clusters[status == name].sum()) for name in statuses.ordered()}
    decided = sum(counts[name] for name in statuses.decided())
    unmatched_open = (status == statuses.UNMATCHED) & (columns[CB_NUNRES] > 0)
    pairs = case.findings.keys.spread(case.findings.related(), 0)
    return {
        "ROWS": int(clusters.sum()),
        **{name.upper(): count for name, count in counts.items()},
        "UNMATCHED_OPEN": int(clusters[unmatched_open].sum()),
        **{
            f"RATE_{name.upper()}": 100 * counts[name] / decided if decided else None
            for (name,) in statuses.rated().values()
        },
        "PAIR_COUNT": int((pairs * clusters).sum()),
    }
