"""Whether clusters are matched more often than chance would have it: permutation tests by class."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ..cancelling import stop_if
from ..distinct import number_values
from ..fields import CB_NODES, CB_STATUS, CB_WORDS, table
from ..frames import Table
from ..matching import statuses
from ..matching.class_order import ALL_CLASSES
from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..typed_columns import as_objects
from .chance_figures import adjust, rates, statistics
from .counting import classes_of, require, row_counts
from .row_industries import ranks_between, read_row_industries
from .rows import table_of_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ..arrays import Flags, Floats, Ints, Objects
    from ..cancelling import Poll
    from ..frames import Columns, Values
    from ..industries.relations import Relations
    from ..industries.taxonomy import Taxonomy
    from ..matching.placed_belts import PlacedBelts

CITIES, INDUSTRIES = NULL_MODELS = ("cities", "industries")

# Cells of one batch of runs, so that memory stays small.
_CELLS = 4_000_000


class NothingToTestError(AnalysisError):
    """There is no cluster of which city and industry are known, or none in a city with belts where only these count."""


@dataclass(frozen=True)
class ChanceTest:
    """How chance is asked.

    Attributes
    ----------
    null_model : {'cities', 'industries'}
        ``cities`` deals the cities anew among the cluster rows: cities keep their number of clusters and
        clusters their industries. ``industries`` deals the industries anew among all belts: cities keep their
        number of belts, and each industry its number in the country.
    runs : int
    seed : int
        The same seed gives the same numbers.
    with_belts_only : bool
        Leave out the rows in cities without belts, which can never be matched.

    Raises
    ------
    AnalysisError
        If a value is out of its range.
    """

    null_model: str = CITIES
    runs: int = 999
    seed: int = 1
    with_belts_only: bool = False

    def __post_init__(self) -> None:
        if self.null_model not in NULL_MODELS:
            raise AnalysisError(
                QT_TRANSLATE_NOOP("ClusterBelt", "NULL_MODEL is “{value}”: give one of {known}."),
                value=self.null_model,
                known=", ".join(NULL_MODELS),
            )
        if self.runs < 1 or self.seed < 0:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "RUNS is {runs} and SEED is {seed}: RUNS must be at least 1 and SEED at least 0.",
                ),
                runs=self.runs,
                seed=self.seed,
            )


_BY_DEFAULT = ChanceTest()


@dataclass(frozen=True)
class Chance:
    """What the test found.

    Attributes
    ----------
    table : Table
        See `match_chance`.
    left_out : int
        Rows whose city or industry is not known, or, if asked for, whose city has no belts.
    differing : int
        Rows that the relations alone give another status than the layer: by judgements of a person, or by other
        rules than in the matching.
    """

    table: Table
    left_out: int
    differing: int


def match_chance(
    matched: Columns,
    class_field: str,
    belts: PlacedBelts,
    taxonomy: Taxonomy,
    relations: Relations,
    test: ChanceTest = _BY_DEFAULT,
    *,
    strata: Values | None = None,
    cancelled: Poll = None,
) -> Chance:
    """Compare the matches with those of many random arrangements.

    Parameters
    ----------
    clusters : Table
        ``city`` (key; None where unknown), ``cb_nodes`` and the class; with ``cb_words`` equal words count as in
        the matching, with ``cb_status`` the layer is compared with what the relations give.
    class_field : str
    belts : matching.placed_belts.PlacedBelts
        The current ones count.
    taxonomy : Taxonomy
    relations : Relations
    test : ChanceTest
    strata : array_like, optional
        Cities are dealt among rows of one stratum only.
    cancelled : callable, optional

    Returns
    -------
    Chance
        Its table has a row per class and statistic (matched, adjacent, both), ``*`` for all classes at last:
        ``rows``, ``observed`` and ``expected`` rows, ``sd``, ``ratio``, ``z``, ``p`` (of at least as many
        as observed), ``p_two`` (two-sided), ``p_adj`` (`p` over the classes by Benjamini and Hochberg),
        ``low`` and ``high`` (95 % of the runs lie between), ``rate_obs`` and ``rate_exp`` in percent of the
        rows, ``null_model``, ``runs``, ``seed``.

    Raises
    ------
    AnalysisError
        If a column is missing, or no row can be tested.

    Notes
    -----
    p = (1 + runs with at least the observed number) / (1 + runs), which never is 0: B. V. North, D. Curtis
    and P. C. Sham (2002), American Journal of Human Genetics 71, 439–441. Y. Benjamini and Y. Hochberg
    (1995), Journal of the Royal Statistical Society B 57, 289–300.
    """
    clusters = Table.of(matched)
    require(clusters, (class_field, "city", CB_NODES))
    counts = row_counts(clusters)
    clusters = clusters.take(np.repeat(np.arange(len(clusters)), counts))
    alike = None if strata is None else np.repeat(np.asarray(strata, dtype=object), counts)
    number, classes = classes_of(clusters, class_field)
    belts = belts.take(belts.current)
    if test.null_model == INDUSTRIES:
        belts = belts.each()
    world, tested = _world(clusters, belts, taxonomy, relations, test, alike)
    observed_status = world.status(world.table(world.belt_set), world.city[None, :])[0]
    count = _counter(number[tested], len(classes))
    draw = world.deal_cities if test.null_model == CITIES else world.deal_industries
    drawn = np.concatenate(
        [count(status) for status in draw(test.runs, np.random.default_rng(test.seed), cancelled)], axis=1
    )
    observed = count(observed_status[None, :])[:, 0]
    totals = np.bincount(number[tested], minlength=len(classes))
    return Chance(
        table=_table([*classes, ALL_CLASSES], [*totals, totals.sum()], observed, drawn, test),
        left_out=int((~tested).sum()),
        differing=_differing(clusters, tested, observed_status),
    )


def _table(
    names: list[str | None], totals: list[int], observed: Ints, drawn: Ints, test: ChanceTest
) -> Table:
    rows: list[dict[str, Any]] = [
        {"class": name, "stat": stat, "rows": int(total), **row, **rates(row, int(total))}
        for i, (name, total) in enumerate(zip(names, totals))
        for stat, row in statistics(observed[i], drawn[i])
    ]
    adjust(rows)
    for row in rows:
        row.update(null_model=test.null_model, runs=test.runs, seed=test.seed)
    return table_of_rows(rows, table("chance").keys, table("chance").types)


def _world(
    clusters: Table,
    belts: PlacedBelts,
    taxonomy: Taxonomy,
    relations: Relations,
    test: ChanceTest,
    strata: Objects | None,
) -> tuple[_World, Flags]:
    """Return the world of the rows that can be tested, and which they are."""
    words = clusters.get(CB_WORDS)
    industries = read_row_industries(clusters[CB_NODES], words, taxonomy)
    of_belts = read_row_industries(() if belts.nodes is None else belts.nodes, belts.words, taxonomy)
    ranks = ranks_between(of_belts, industries, relations)
    city, cities = number_values(as_objects(clusters["city"]))
    position = {name: i for i, name in enumerate(cities)}
    belt_city = np.array([position.get(name, -1) for name in belts.city], dtype=np.int64)
    # Words that no belt shares say as little as no industry at all.
    known = ~industries.are_words() | (ranks > 0).any(axis=0)
    tested = (city >= 0) & np.append(known, False)[industries.of_row]
    if test.with_belts_only:
        tested &= np.isin(city, belt_city)
    if not tested.any():
        raise NothingToTestError(
            QT_TRANSLATE_NOOP("ClusterBelt", "No row can be tested: city and industry must both be known.")
        )
    status_of = np.array(statuses.of_rank(), dtype=object)[ranks]
    world = _World(
        city=city[tested],
        node_set=industries.of_row[tested],
        strength=np.hstack([status_of == status for status in statuses.by_relation()]).astype(np.float32),
        cities=len(cities),
        belt_city=belt_city,
        belt_set=of_belts.of_row,
        everywhere=np.array([key is not None for key in belts.city], dtype=bool),
        strata=None if strata is None else strata[tested],
    )
    return world, tested


@dataclass(frozen=True)
class _World:
    """Clusters and belts as numbers; a status is its place in `statuses.by_relation` from 1, else 0.

    `strength` has a row per industry of the belts; its columns say, status by status, to which industries of
    the clusters such a belt gives the status.
    """

    city: Ints
    node_set: Ints
    strength: Floats
    cities: int
    belt_city: Ints
    belt_set: Ints
    everywhere: Flags
    strata: None

    def table(self, belt_set: Ints) -> Ints:
        """Return the status that each industry of the clusters would have in each city."""
        present = np.zeros((self.cities, len(self.strength)), dtype=np.float32)
        there = (self.belt_city >= 0) & (belt_set >= 0)
        present[self.belt_city[there], belt_set[there]] = 1
        found = np.split((present @ self.strength) > 0, len(statuses.by_relation()), axis=1)
        table = np.zeros(found[0].shape, dtype=np.int8)
        for number in range(len(found), 0, -1):
            table[found[number - 1]] = number
        return table

    def status(self, table: Ints, city: Ints) -> Ints:
        """Return the status of each row, for one or several arrangements of the cities."""
        return table[city, self.node_set]

    def deal_cities(self, runs: int, rng: np.random.Generator, cancelled: Poll) -> Iterator[Ints]:
        """Yield statuses (runs, rows) with the cities permuted."""
        table = self.table(self.belt_set)
        batch = max(1, _CELLS // len(self.city))
        groups = [np.arange(len(self.city))]
        if self.strata is not None:
            labels = number_values(self.strata)[0]
            groups = [np.flatnonzero(labels == label) for label in np.unique(labels)]
        for begin in range(0, runs, batch):
            stop_if(cancelled)
            city = np.tile(self.city, (min(batch, runs - begin), 1))
            for group in groups:
                city[:, group] = rng.permuted(city[:, group], axis=1)
            yield self.status(table, city)

    def deal_industries(self, runs: int, rng: np.random.Generator, cancelled: Poll) -> Iterator[Ints]:
        """Yield statuses (1, rows) with the industries permuted among all belts of known city."""
        dealt = self.belt_set.copy()
        for _ in range(runs):
            stop_if(cancelled)
            dealt[self.everywhere] = rng.permutation(dealt[self.everywhere])
            yield self.status(self.table(dealt), self.city[None, :])


def _counter(number: Ints, classes: int) -> Callable[..., Any]:
    """Return the function that counts statuses (runs, rows) as (classes and all, runs, statuses)."""
    kinds = len(statuses.by_relation())
    order = np.argsort(number, kind="stable")
    sizes = np.bincount(number, minlength=classes)
    ends = np.cumsum(sizes)

    def count(status: Ints) -> Ints:
        ordered = status[:, order]
        counts = np.zeros((classes + 1, len(status), kinds), dtype=np.int64)
        for kind in range(kinds):
            hits = ordered == kind + 1
            for i, (size, end) in enumerate(zip(sizes, ends)):
                counts[i, :, kind] = np.count_nonzero(hits[:, end - size : end], axis=1)
        counts[-1] = counts[:-1].sum(axis=0)
        return counts

    return count


def _differing(clusters: Table, tested: Flags, status: Ints) -> int:
    if CB_STATUS not in clusters:
        return 0
    place = dict.fromkeys(statuses.ordered(), 0)
    place.update({name: number for number, name in enumerate(statuses.by_relation(), start=1)})
    given = np.array([place.get(name, np.nan) for name in as_objects(clusters[CB_STATUS])])[tested]
    return int((np.isfinite(given) & (given != status)).sum())
