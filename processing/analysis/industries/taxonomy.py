"""The industries: nodes that belong to one another, and the chains that lead from one to the next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import normalise
from .chains import build_edges, edge_rows
from .levels import Levels
from .lexicon import compile_lexicon
from .scheme_codes import scheme_pairs
from .table_cells import FOLDER, cells, entries, read_table, require_columns
from .taxonomy_checks import find_problems
from .taxonomy_error import TaxonomyError
from .vocabulary import vocabulary

if TYPE_CHECKING:
    from pathlib import Path

    from ..arrays import Flags
    from .chains import Edge
    from .lexicon import Lexicon
    from .table_cells import Columns
    from .taxonomy_checks import NodeRow

BUNDLED_NODES = FOLDER / "taxonomy.csv"
BUNDLED_CHAINS = FOLDER / "chains.csv"

_YES = frozenset({"1", "true", "yes", "y", "t", "是"})


@dataclass(frozen=True)
class Taxonomy:
    """A checked taxonomy of T nodes in the order of their codes, whatever the order of the rows was.

    Attributes
    ----------
    codes, names_zh, names_en : tuple of str, length T
    parents : tuple of tuple of int
        Positions of the parents of each node.
    too_broad : ndarray of bool, shape (T,)
        Nodes that are related to nothing but themselves.
    goods : ndarray of bool, shape (T,)
        Finished goods and whole sectors: two of their names side by side are a list.
    levels : Levels
        ``levels[d, a]``: length of the shortest way from `d` up to `a`; 0 for d = a, −1 where d does not
        lie under a.
    edges : tuple of chains.Edge
        In the order of their codes.
    code_index, names, aliases : dict of str to int
        Normalised code, name or alias → position; the words of trades count as aliases.
    scheme_codes : dict of (str, str) to int
        (scheme, code) → position, for codes of other classifications.
    given : dict of str to tuple of int
        Normalised text → positions, as the user's table of aliases has it; it beats all but a code.
    """

    codes: tuple[str, ...]
    names_zh: tuple[str, ...]
    names_en: tuple[str, ...]
    parents: tuple[tuple[int, ...], ...]
    too_broad: Flags
    goods: Flags
    levels: Levels
    edges: tuple[Edge, ...]
    code_index: dict[str, int]
    names: dict[str, int]
    aliases: dict[str, int]
    scheme_codes: dict[tuple[str, str], int]
    given: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.codes)

    @cached_property
    def lexicon(self) -> Lexicon:
        """All words by which the taxonomy is read, compiled at the first use."""
        return compile_lexicon(
            self.code_index, self.names, self.aliases, self.scheme_codes, self.parents, self.edges
        )

    def name(self, node: int, language: str = "en") -> str:
        """Return the name of a node; the other language's, else the code, where it has none."""
        names = (self.names_zh[node], self.names_en[node])
        if language != "zh":
            names = names[::-1]
        return names[0] or names[1] or self.codes[node]

    def is_sold(self, node: int) -> bool:
        """Whether a node is finished goods or a whole sector."""
        return bool(self.goods[node]) or not self.parents[node]

    def ancestors(self, node: int) -> tuple[int, ...]:
        """Return the positions of all nodes that `node` lies under, nearest first."""
        above, levels = self.levels.above(node)
        return tuple(above[np.argsort(levels, kind="stable")][1:].tolist())

    def path(self, node: int, ancestor: int) -> tuple[int, ...]:
        """Return the shortest way from `node` up to `ancestor`, both included.

        Of several equally short ways the one over the smallest codes; () where there is none.
        """
        left = self.levels[node, ancestor]
        if left < 0:
            return ()
        way = [node]
        while left:
            left -= 1
            way.append(min(p for p in self.parents[way[-1]] if self.levels[p, ancestor] == left))
        return tuple(way)


@lru_cache(maxsize=2)
def read(nodes: Path = BUNDLED_NODES, chains: Path | None = BUNDLED_CHAINS) -> Taxonomy:
    """Read a taxonomy from CSV files (UTF-8, with or without BOM), once a process; the bundled one by default.

    Parameters
    ----------
    nodes : path
    chains : path or None
        None: a taxonomy without chains.
    """

    return load(read_table(nodes), None if chains is None else read_table(chains))


def load(nodes: Columns, chains: Columns | None = None) -> Taxonomy:
    """Check the tables and build the taxonomy.

    Parameters
    ----------
    nodes : DataFrame or dict of str to sequence
        Columns ``code`` and ``name_zh`` or ``name_en``; optional ``parent`` and ``aliases`` (several are
        separated by ``|``; an alias such as ``gbt:3973`` is a code of another scheme), ``too_broad`` and
        ``goods``.
    chains : DataFrame or dict of str to sequence, optional
        Columns ``upstream`` and ``downstream`` (codes); optional ``note`` and ``note_zh``, ``kind`` (``supply``,
        also where empty, or ``related``, which has no direction) and ``weight``; see `chains.Edge`.

    Returns
    -------
    Taxonomy

    Raises
    ------
    TaxonomyError
        A code twice, a missing parent, a cycle, a label of two nodes, an edge that is unknown, double,
        circular or between a node and its ancestor: all of them in one error.
    AnalysisError
        If a column is missing, or there is no node.
    """
    require_columns(nodes, "taxonomy", ("code",), ("name_zh", "name_en"))
    rows = _node_rows(nodes)
    edges = []
    if chains is not None:
        require_columns(chains, "chains", ("upstream", "downstream"))
        edges = edge_rows(chains)
    problems = find_problems(rows, edges)
    if problems:
        raise TaxonomyError(problems)

    rows = sorted(rows, key=lambda row: row["code"])
    position = {normalise(row["code"]): i for i, row in enumerate(rows)}
    parents = tuple(tuple(sorted({position[normalise(p)] for p in row["parents"]})) for row in rows)
    too_broad = np.array([row["too_broad"] for row in rows], dtype=bool)
    goods = np.array([row["goods"] for row in rows], dtype=bool)
    for array in (too_broad, goods):
        array.setflags(write=False)
    names, aliases, scheme_codes = {}, {}, {}
    for i, row in enumerate(rows):
        names.update({normalise(name): i for name in row["names"]})
        scheme_codes.update({pair: i for alias in row["aliases"] for pair in scheme_pairs(alias)})
        aliases.update(dict.fromkeys(row["compared"].values(), i))
    for word, (code, *others) in vocabulary().words.items():
        if not others and code in position and word not in names and word not in position:
            aliases.setdefault(word, position[code])
    return Taxonomy(
        codes=tuple(row["code"] for row in rows),
        names_zh=tuple(row["name_zh"] for row in rows),
        names_en=tuple(row["name_en"] for row in rows),
        parents=parents,
        too_broad=too_broad,
        goods=goods,
        levels=Levels.of(parents),
        edges=build_edges(edges, position),
        code_index=position,
        names=names,
        aliases=aliases,
        scheme_codes=scheme_codes,
    )


def schemes_of(taxonomy: Taxonomy) -> list[str]:
    """Return the schemes of which a taxonomy knows codes, in text order."""
    return sorted({scheme for scheme, _ in taxonomy.lexicon.classes})


def with_own_scheme(taxonomy: Taxonomy, scheme: str) -> Taxonomy:
    """Take the codes of a taxonomy that knows none of a scheme for codes of that scheme.

    So ``CLUSTER_SCHEME = gbt`` serves a taxonomy that is GB/T itself: 3979 finds its node 397.
    """
    scheme = normalise(scheme).rstrip(":")
    if not scheme or scheme in schemes_of(taxonomy):
        return taxonomy
    own: dict[tuple[str, str], int] = {}
    for node, code in enumerate(taxonomy.codes):
        for pair in scheme_pairs(f"{scheme}:{code}"):
            own.setdefault(pair, node)
    return replace(taxonomy, scheme_codes={**taxonomy.scheme_codes, **own})


def _node_rows(nodes: Columns) -> list[NodeRow]:
    columns = (
        cells(nodes, c) for c in ("code", "parent", "name_zh", "name_en", "aliases", "too_broad", "goods")
    )
    rows: list[NodeRow] = [
        {
            "code": code,
            "parents": entries(parent),
            "name_zh": zh,
            "name_en": en,
            "names": [name for name in (zh, en) if name],
            "aliases": entries(aliases),
            "compared": {alias: normalise(alias) for alias in entries(aliases) if not scheme_pairs(alias)},
            "too_broad": normalise(broad) in _YES,
            "goods": normalise(goods) in _YES,
        }
        for code, parent, zh, en, aliases, broad, goods in zip(*columns)
        if code or zh or en
    ]
    if not rows:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The taxonomy table has no row with a code. Fill it, or leave TAXONOMY empty for the bundled one.",
            )
        )
    return rows
