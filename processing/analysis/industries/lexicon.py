"""All words by which a taxonomy is read, compiled once: labels, classes, the words of trades, English forms."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING, Optional

from .derived import derived
from .english import english_key
from .grammar import grammar, inside_a_word
from .steps import ALIAS, NAME
from .vocabulary import english_vocabulary, vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .chains import Edge

_LONGEST = 24
# Of so many other things the longer labels have to be.
_SEVERAL = 3


@dataclass(frozen=True)
class Lexicon:
    """What a whole piece of text can mean.

    Attributes
    ----------
    labels : dict of str to (tuple of int, str)
        Normalised label → nodes, and the step that found them; no nodes: known to have none.
    own_classes : dict of (str, str) to tuple of int
        Code of another classification → nodes, without those that `english_vocabulary` brings.
    known : dict of tuple of str to tuple of int
        Codes → nodes; None where the taxonomy lacks them.
    lists : dict of frozenset of str to tuple of int
        `list_key` of a name that is a list → nodes.
    own : frozenset of str
        Labels that stand in the taxonomy itself.
    lasts : frozenset of str
        Words of one character that may end a compound.
    vague : dict of str to tuple of int
        Words that span more than any one node → nodes they could mean.
    unclear : frozenset of str
        See `vocabulary`.
    chained : frozenset of (int, int)
        Nodes that a chain joins, in both orders.
    above : tuple of tuple of int
        For each node itself and all that it lies under.
    made_of : dict of int to int
        Node that is grown → node of what is made of it.
    machines : dict of int to int
        Node of goods → node of the machines that make them.
    working : dict of int to int
        Node of goods → node of the machines that work them.
    """

    labels: dict[str, tuple[tuple[int, ...], str]]
    own_classes: dict[tuple[str, str], tuple[int, ...]]
    known: _Known
    lists: dict[frozenset[str], tuple[int, ...]]
    own: frozenset[str]
    lasts: frozenset[str]
    vague: dict[str, tuple[int, ...]]
    unclear: frozenset[str]
    chained: frozenset[tuple[int, int]]
    above: tuple[tuple[int, ...], ...]
    made_of: dict[int, int]
    machines: dict[int, int]
    working: dict[int, int]

    def endings(self, text: str) -> Iterator[str]:
        """Yield the labels of two characters or more that end the text, the longest first."""
        for length in range(min(len(text), _LONGEST), 1, -1):
            label = text[-length:]
            if label not in self.labels or not self.labels[label][0]:
                continue
            # 报刊印|刷业: a trade of one character does not cut another word.
            is_cut = length == 2 and label[1] == "业" and text[-3:-1] in self.labels
            # 非|金属功能材料 is no metal.
            is_cut = is_cut or text[-length - 1 : -length] == "非"
            if not is_cut and not inside_a_word(text, len(text) - length):
                yield label

    def ending(self, text: str) -> str:
        """Return the longest of them, or ''."""
        return next(self.endings(text), "")

    def opening(self, text: str) -> str:
        """Return the longest label of two characters or more that starts the text, or ''."""
        for length in range(min(len(text), _LONGEST), 1, -1):
            if text[:length] in self.labels and not inside_a_word(text, length):
                return text[:length]
        return ""

    def under(self, node: int, other: int) -> bool:
        """Whether a node is another or lies under it."""
        return other in self.above[node]

    def joined(self, one: int, other: int) -> bool:
        """Whether a chain joins two nodes, or what they lie under."""
        return any((a, b) in self.chained for a in self.above[one] for b in self.above[other])

    @cached_property
    def shared(self) -> frozenset[str]:
        """Labels of which the words in front decide what they are: most longer ones that end so mean other things."""
        longer: dict[str, list[tuple[int, ...]]] = {}
        machinery = set(self.known[(grammar().heads["机械"].code,)] or ())
        for text, (nodes, _) in self.labels.items():
            for start in range(max(1, len(text) - _LONGEST), len(text) - 1) if nodes else ():
                label = text[start:]
                if label in self.labels:
                    own = self.labels[label][0]
                    is_same = text[:start].rstrip("制质") in self._materials and not any(
                        machinery.intersection(self.above[node]) for node in own
                    )
                    longer.setdefault(label, []).append(own if is_same else nodes)
        return frozenset(label for label, found in longer.items() if self._is_shared(label, found))

    @cached_property
    def _materials(self) -> frozenset[str]:
        """Labels of materials: goods behind them, but no machines, are of one trade (玻璃|餐具)."""
        codes = [known for code in grammar().heads["材料"].keeps if (known := self.known[(code,)])]
        above = {node for nodes in codes for node in nodes}
        return frozenset(
            label
            for label, (nodes, _) in self.labels.items()
            if nodes and all(above.intersection(self.above[node]) for node in nodes)
        )

    def _is_shared(self, label: str, longer: Sequence[tuple[int, ...]]) -> bool:
        own = self.labels[label][0]
        others = [
            nodes
            for nodes in longer
            if not any(self.under(node, one) or self.under(one, node) for node in nodes for one in own)
        ]
        return bool(own) and 2 * len(others) >= len(longer) and len(set(others)) >= _SEVERAL

    @cached_property
    def classes(self) -> dict[tuple[str, str], tuple[int, ...]]:
        """Code of another classification → nodes."""
        classes = dict(self.own_classes)
        for pair, codes in english_vocabulary().codes.items():
            nodes = self.known[codes]
            if nodes is not None:
                classes.setdefault(pair, nodes)
        return classes

    @cached_property
    def in_english(self) -> Lexicon:
        """The lexicon whose labels are the English ones, as they are written and by `english_key`."""
        words = english_vocabulary()
        written = {label: found for label, found in self.labels.items() if label.isascii()}
        brought = {
            label: (nodes, ALIAS)
            for table in (words.names, words.words)
            for label, codes in table.items()
            if (nodes := self.known[codes]) is not None and label not in written
        }
        written.update(brought)
        written.update((label, (nodes, ALIAS)) for label, nodes in derived(written, {}).items())
        english = dict(written)
        for label, found in written.items():
            english.setdefault(english_key(label), found)
        return replace(self, labels=english, vague=_vague(words.vague, self.known, english))


def compile_lexicon(
    index: dict[str, int],
    names: dict[str, int],
    aliases: dict[str, int],
    scheme_codes: dict[tuple[str, str], int],
    parents: Sequence[Sequence[int]],
    edges: Iterable[Edge],
) -> Lexicon:
    """Collect the labels of a taxonomy; its own words come before those that the plugin brings.

    Parameters
    ----------
    index, names, aliases, scheme_codes, parents, edges
        See `taxonomy.Taxonomy`; `index` are its codes.
    """
    words = vocabulary()
    known = _Known(index, words.used)
    labels: dict[str, tuple[tuple[int, ...], str]]
    labels = {label: ((node,), NAME) for label, node in names.items()}
    for label, node in aliases.items():
        labels.setdefault(label, ((node,), ALIAS))
    for table in (words.words, words.names):
        for label, codes in table.items():
            nodes = known[codes]
            if label not in labels and nodes is not None:
                labels[label] = (nodes, ALIAS)
    classes: dict[tuple[str, str], tuple[int, ...]]
    classes = {pair: (node,) for pair, node in scheme_codes.items()}
    for pair, codes in words.codes.items():
        nodes = known[codes]
        if nodes is not None:
            classes.setdefault(pair, nodes)
    above = _above(parents)
    made_of = _by_nodes(grammar().processed, index, above)
    machines = _by_nodes(grammar().machines, index, above)
    working = _by_nodes(grammar().working, index, above)
    more = derived(labels, made_of)
    labels.update((label, (found, ALIAS)) for label, found in more.items())
    pairs = {(edge.upstream, edge.downstream) for edge in edges}
    chained = frozenset(pairs | {pair[::-1] for pair in pairs})
    own = frozenset(names) | (aliases.keys() - words.words.keys())
    lasts = words.lasts.intersection(labels) | {label for label in own if len(label) == 1}
    lists = {key: nodes for key, codes in words.lists.items() if (nodes := known[codes]) is not None}
    named = labels, classes, known, lists, own, lasts, _vague(words.vague, known, labels), words.unclear
    return Lexicon(*named, chained, above, made_of, machines, working)


def _vague(
    words: dict[str, tuple[str, ...]], known: _Known, labels: dict[str, tuple[tuple[int, ...], str]]
) -> dict[str, tuple[int, ...]]:
    """Words that span more than any one node, unless the taxonomy has them for its own, with those of its nodes."""
    return {
        text: tuple(node for code in codes for node in known[(code,)] or ())
        for text, codes in words.items()
        if text not in labels
    }


def _by_nodes(table: dict[str, str], index: dict[str, int], above: Sequence[Sequence[int]]) -> dict[int, int]:
    """For each node that stands in a table of codes, or lies under one that does, the node that it is joined with."""
    known = [(index[one], index[other]) for one, other in table.items() if one in index and other in index]
    found = (
        (node, next((other for one, other in known if one in over), None)) for node, over in enumerate(above)
    )
    return {node: other for node, other in found if other is not None}


def _above(parents: Sequence[Sequence[int]]) -> tuple[tuple[int, ...], ...]:
    """For each node itself and all that it lies under."""
    above: dict[int, tuple[int, ...]] = {}
    # No recursion: Python's would end at a thousand levels.
    waiting = list(range(len(parents)))
    while waiting:
        node = waiting[-1]
        first = [parent for parent in parents[node] if parent not in above]
        waiting += first
        if not first:
            over = (other for parent in parents[node] for other in above[parent])
            above[waiting.pop()] = tuple(dict.fromkeys((node, *over)))
    return tuple(above[node] for node in range(len(parents)))


class _Known(dict[tuple[str, ...], Optional[tuple[int, ...]]]):
    """Codes → nodes of a taxonomy; None for codes that it lacks, and for no codes unless it has all of them."""

    def __init__(self, index: dict[str, int], used: frozenset[str]) -> None:
        super().__init__()
        self._index = index
        self._whole = used <= index.keys()

    def __missing__(self, codes: tuple[str, ...]) -> tuple[int, ...] | None:
        nodes = tuple(self._index[code] for code in codes if code in self._index)
        known = nodes if len(nodes) == len(codes) and (nodes or self._whole) else None
        self[codes] = known
        return known
