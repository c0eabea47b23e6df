"""One piece of text, without a list in it: whole, then without what stands around it, then by its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .compounds import Compounds
from .peeling import makings_peeled, ornaments_peeled, places_peeled, tails_peeled
from .scheme_codes import HARD_SEPARATOR, SOFT_SEPARATOR, longest_known, scheme_pairs
from .steps import ALIAS, CODE, KEYWORD, NAME, RANK, SCHEME, SUFFIX, Resolution, found
from .vocabulary import list_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .grammar import Grammar
    from .lexicon import Lexicon
    from .taxonomy import Taxonomy

# Readings of pieces that are kept, so that memory stays small.
_MOST_KEPT = 50_000


class Pieces:
    """Reads pieces of text by a taxonomy.

    Parameters
    ----------
    taxonomy : Taxonomy
    lexicon : Lexicon
    grammar : Grammar
    places : set of str
        Normalised names of places that may stand in front.
    keywords : bool
        Whether a head or a last word may decide.
    """

    def __init__(
        self, taxonomy: Taxonomy, lexicon: Lexicon, grammar: Grammar, places: frozenset[str], keywords: bool
    ) -> None:
        self._taxonomy = taxonomy
        self._lexicon = lexicon
        self._grammar = grammar
        self._places = places
        self._keywords = keywords
        self.compounds = Compounds(taxonomy, lexicon, grammar, self.whole)
        self._cores: dict[str, Resolution] = {}

    def read(self, text: str) -> Resolution:
        """Return the reading of a normalised piece."""
        rest, known = self.peeled(text)
        if known is not None:
            return known if rest == text else found(known.nodes, SUFFIX)
        return self.core(rest)

    def core(self, text: str) -> Resolution:
        """Return the reading of a piece from which places and tails are gone; many texts share one."""
        reading = self._cores.get(text)
        if reading is None:
            if len(self._cores) >= _MOST_KEPT:
                self._cores.clear()
            reading = self._cores[text] = self._core(text)
        return reading

    def _core(self, text: str) -> Resolution:
        vague = self._vague(text)
        if vague is not None:
            return vague
        sure = self.sure(text)
        if sure is not None:
            return sure
        # 合肥 is a city and no fertiliser.
        meaning = self.compounds.meaning(text) if self._keywords and text not in self._places else None
        if meaning is None:
            return Resolution()
        if meaning.candidates:
            return Resolution(candidates=meaning.candidates)
        return found(meaning.nodes, KEYWORD)

    def _vague(self, text: str) -> Resolution | None:
        """What a word that spans several industries could mean, 现代|轻工业|制造; None for other texts."""
        table = self._lexicon.vague
        forms = (
            rest
            for form in ornaments_peeled(text, self._grammar)
            for rest in makings_peeled(form, self._grammar)
        )
        word = next((form for form in forms if form in table or self.whole(form) is not None), "")
        return Resolution(candidates=table[word]) if word in table else None

    def sure(self, text: str) -> Resolution | None:
        """Return the reading of a piece that is known without ornaments and words for making, or None."""
        meaning = self.compounds.bare(text)
        return None if meaning is None else found(meaning.nodes, SUFFIX)

    def peeled(self, text: str) -> tuple[str, Resolution | None]:
        """Return a piece without places and tails, and its reading if it is known whole on the way."""
        rest = text
        for front in places_peeled(text, self._places, self._grammar, self._lexicon):
            longer, starts = front, _last_entries(front)
            for rest in tails_peeled(front, self._grammar):
                known = self.whole(rest) or self.compounds.with_less_tail(rest, longer[len(rest) :])
                if known is not None:
                    return rest, known
                if rest in self._lexicon.vague:
                    return rest, None
                # The tail belongs to the last entry where both are one label: 不锈钢、影视基地, 玩具和物流园区.
                if any(self.whole(rest[start:]) is not None for start in starts):
                    break
                longer = rest
        return rest, None

    def listed(self, entries: Sequence[str]) -> Resolution | None:
        """Return the reading of a list that is the name of a class in another order or by other signs, or None."""
        nodes = self._lexicon.lists.get(list_key(entries))
        return None if nodes is None else found(nodes, SUFFIX)

    def says_too_little(self, nodes: tuple[int, ...]) -> bool:
        """Whether all of some nodes are too broad to stand alone."""
        return all(self._taxonomy.too_broad[node] for node in nodes)

    def says_less(self, entry: str, nodes: tuple[int, ...], others: tuple[int, ...]) -> bool:
        """Whether an entry that is no name itself was read as nodes that lie above others of its list."""
        under = self._lexicon.under
        above = [any(other != node and under(other, node) for other in others) for node in nodes]
        return bool(nodes) and all(above) and entry not in self._lexicon.own

    def is_name(self, text: str) -> bool:
        """Whether a text is the name of a node, and no other label of it."""
        return self._lexicon.labels.get(text, ((), ""))[1] == NAME

    def uses_none(self, node: int) -> bool:
        """Whether a node is a material or a harvest, for which no materials are made."""
        return self.compounds.decisions.is_material(node) or node in self._lexicon.made_of

    def are_harvests(self, nodes: tuple[int, ...]) -> bool:
        """Whether all nodes are what is grown or raised, or serves that, as seeds and feed do."""
        return bool(nodes) and all(node in self._lexicon.made_of for node in nodes)

    def lie_under(self, nodes: tuple[int, ...], others: tuple[int, ...]) -> bool:
        """Whether all nodes lie under others."""
        under = self._lexicon.under
        return bool(nodes) and all(
            any(node != other and under(node, other) for other in others) for node in nodes
        )

    def whole(self, text: str) -> Resolution | None:
        """Return the reading of a piece that is a code, an alias of the user's or a label; else None."""
        if text in self._taxonomy.code_index:
            return found((self._taxonomy.code_index[text],), CODE)
        if text in self._taxonomy.given:
            return found(self._taxonomy.given[text], ALIAS)
        if ":" in text:
            return self._by_scheme(text)
        label = self._lexicon.labels.get(text)
        return None if label is None else found(*label)

    def _by_scheme(self, text: str) -> Resolution | None:
        """All nodes of a range such as c10t12, each by the longest known beginning of its code; or None."""
        nodes: list[int] = []
        rest: list[str] = []
        lost, decided = 0, False
        for pair in scheme_pairs(text):
            code = ":".join(pair)
            known, levels = longest_known(pair, self._lexicon.classes)
            if code in self._taxonomy.given:
                nodes += self._taxonomy.given[code]
            elif known is None:
                rest.append(code)
            else:
                decided = True
                nodes += known
                lost = max(lost, levels)
        if not nodes:
            return found((), SCHEME) if decided else None
        rank = RANK[SCHEME] + min(lost, 9)
        return Resolution(tuple(dict.fromkeys(nodes)), SCHEME, rank, tuple(rest))


def _last_entries(text: str) -> set[int]:
    """Where the last entry of a list starts by its hard separators, and where by its soft ones."""
    ends = ([found.end() for found in signs.finditer(text)] for signs in (HARD_SEPARATOR, SOFT_SEPARATOR))
    return {places[-1] for places in ends if places}
