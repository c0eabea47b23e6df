"""What can be wrong with a taxonomy and its chains, found all at once so that it is mended in one go."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import normalise
from .chains import KINDS, RELATED
from .scheme_codes import scheme_pairs

if TYPE_CHECKING:
    from .chains import EdgeRow


# As in parents, aliases and the field of nodes of the outputs.
_BETWEEN_CODES = "|"


class NodeRow(TypedDict):
    """A row of a taxonomy, its cells taken apart."""

    code: str
    parents: list[str]
    name_zh: str
    name_en: str
    names: list[str]
    aliases: list[str]
    compared: dict[str, str]
    too_broad: bool
    goods: bool


def find_problems(rows: list[NodeRow], edges: list[EdgeRow]) -> list[AnalysisError]:
    """List everything that is wrong with a taxonomy.

    Parameters
    ----------
    rows : list of dict
        One per node: ``code``, ``parents`` (codes), ``names`` and ``aliases`` (texts), ``compared`` (alias →
        normalised, without codes of other schemes).
    edges : list of chains.EdgeRow

    Returns
    -------
    list of AnalysisError
    """
    shown = {normalise(row["code"]): row["code"] for row in rows}
    parents: dict[str, list[str]] = {}
    for row in rows:
        parents.setdefault(normalise(row["code"]), []).extend(map(normalise, row["parents"]))
    problems = [*_code_problems(rows), *_parent_problems(rows, shown), *_label_problems(rows)]
    known_parents = {code: [p for p in above if p in shown] for code, above in parents.items()}
    cycles = _cycles(known_parents)
    problems += [
        AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "These nodes form a cycle of parents: {path}."),
            path=" → ".join(shown[code] for code in cycle),
        )
        for cycle in cycles
    ]
    return problems + _edge_problems(edges, shown, {} if cycles else known_parents)


def _code_problems(rows: list[NodeRow]) -> list[AnalysisError]:
    problems: list[AnalysisError] = []
    seen: set[str] = set()
    for row in rows:
        code = normalise(row["code"])
        if not code:
            problems.append(
                AnalysisError(
                    QT_TRANSLATE_NOOP("ClusterBelt", "The node “{name}” has no code."),
                    name=" / ".join(row["names"]),
                )
            )
        elif _BETWEEN_CODES in code:
            problems.append(
                AnalysisError(
                    QT_TRANSLATE_NOOP(
                        "ClusterBelt",
                        "The code {code} holds “|”, which stands between the codes of a row: write it without.",
                    ),
                    code=row["code"],
                )
            )
        elif code in seen:
            problems.append(
                AnalysisError(
                    QT_TRANSLATE_NOOP("ClusterBelt", "The code {code} occurs in two rows."), code=row["code"]
                )
            )
        seen.add(code)
    return problems


def _parent_problems(rows: list[NodeRow], shown: dict[str, str]) -> list[AnalysisError]:
    return [
        AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The parent {parent} of {code} is not in the taxonomy."),
            parent=parent,
            code=row["code"],
        )
        for row in rows
        for parent in row["parents"]
        if normalise(parent) not in shown
    ]


def _label_problems(rows: list[NodeRow]) -> list[AnalysisError]:
    owners: dict[object, tuple[str, list[str]]] = {}
    for row in rows:
        for label in (row["code"], *row["names"], *row["aliases"]):
            for key in scheme_pairs(label) or list(filter(None, [normalise(label)])):
                owners.setdefault(key, (label, []))[1].append(row["code"])
    return [
        AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The label “{label}” belongs to several nodes: {codes}."),
            label=label,
            codes=", ".join(dict.fromkeys(codes)),
        )
        for label, codes in owners.values()
        if len({normalise(code) for code in codes}) > 1
    ]


def _edge_problems(
    edges: list[EdgeRow], shown: dict[str, str], parents: dict[str, list[str]]
) -> list[AnalysisError]:
    problems: list[AnalysisError] = []
    downstream: dict[str, list[str]] = {}
    seen: set[object] = set()
    above = {code: _above(code, parents) for code in parents}
    for edge in edges:
        ends = u, d = normalise(edge.upstream), normalise(edge.downstream)
        unknown = [text for text, code in zip(edge, ends) if code not in shown]
        if unknown:
            template = QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The chain edge {up} → {down} names unknown nodes: {unknown}.",
            )
        elif edge.kind not in KINDS:
            template = QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The chain edge {up} → {down} has the kind “{kind}”, but must have one of {kinds}, or none.",
            )
        elif (ends, edge.kind) in seen:
            template = QT_TRANSLATE_NOOP("ClusterBelt", "The chain edge {up} → {down} occurs in two rows.")
        elif u == d or u in above.get(d, ()) or d in above.get(u, ()):
            template = QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "The chain edge {up} → {down} joins a node with itself or with its ancestor.",
            )
        else:
            seen.add((ends, edge.kind))
            # Relatedness has no direction, so that it cannot run in a circle.
            if edge.kind != RELATED:
                downstream.setdefault(u, []).append(d)
            continue
        facts = {"up": edge.upstream, "down": edge.downstream, "kind": edge.kind}
        facts.update(unknown=", ".join(unknown), kinds=", ".join(KINDS))
        problems.append(AnalysisError(template, **facts))
    return problems + _cycle_problems(downstream, shown)


def _cycle_problems(downstream: dict[str, list[str]], shown: dict[str, str]) -> list[AnalysisError]:
    return [
        AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "These chain edges form a cycle: {path}."),
            path=" → ".join(shown[code] for code in cycle),
        )
        for cycle in _cycles(downstream)
    ]


def _above(code: str, parents: dict[str, list[str]]) -> set[str]:
    found: set[str] = set()
    front = list(parents.get(code, ()))
    while front:
        node = front.pop()
        if node not in found:
            found.add(node)
            front.extend(parents.get(node, ()))
    return found


def _cycles(successors: dict[str, list[str]]) -> list[list[str]]:
    """Return cycles, each closed by its first node, until every circle of the graph is named once."""
    left = {node: list(dict.fromkeys(after)) for node, after in successors.items()}
    cycles: list[list[str]] = []
    while True:
        cycle = _first_cycle(left)
        if not cycle:
            return cycles
        cycles.append(cycle)
        left[cycle[0]].remove(cycle[1])


def _first_cycle(successors: dict[str, list[str]]) -> list[str]:
    finished: set[str] = set()
    for start in successors:
        if start in finished:
            continue
        path, branches = [start], [iter(successors[start])]
        while path:
            following = next(branches[-1], None)
            if following is None:
                finished.add(path.pop())
                branches.pop()
            elif following in path:
                return [*path[path.index(following) :], following]
            elif following not in finished:
                path.append(following)
                branches.append(iter(successors.get(following, ())))
    return []
