"""Which of two words of a compound holds: the user or the thing, the material or the goods, or both of a row."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .grammar import VAGUE, longest_at_start
from .peeling import ornaments_peeled

if TYPE_CHECKING:
    from collections.abc import Callable

    from .grammar import Grammar, User
    from .lexicon import Lexicon
    from .steps import Resolution
    from .taxonomy import Taxonomy


class Meaning(NamedTuple):
    """What a piece means.

    Attributes
    ----------
    nodes : tuple of int
        () where it is known to have no node, or where its words disagree.
    candidates : tuple of int
        Nodes that disagree.
    covered : bool
        Whether every word of the piece was known.
    label : str
        The word that decided.
    """

    nodes: tuple[int, ...]
    candidates: tuple[int, ...] = ()
    covered: bool = True
    label: str = ""


@dataclass(frozen=True)
class Decisions:
    """Decides between words; the attributes are the parameters of `Compounds`."""

    taxonomy: Taxonomy
    lexicon: Lexicon
    grammar: Grammar
    whole: Callable[[str], Resolution | None]

    def of_two(self, before: Meaning, last: Meaning, front: str) -> Meaning:
        """Return which of two words holds, or both, or neither.

        Parameters
        ----------
        before, last : Meaning
            Of the words in front, and of the last word.
        front : str
            The words in front.

        Returns
        -------
        Meaning
        """
        both = tuple(dict.fromkeys((*before.nodes, *last.nodes)))
        things = self.things(before, last, front)
        if things is not None:
            return things
        if front in self.grammar.heads and self.grammar.heads[front].kind == VAGUE:
            return last
        pairs = [(b, h) for b in before.nodes for h in last.nodes]
        under = self.lexicon.under
        if last.label in self.grammar.policy and before.covered and not self._are_kin(before, last):
            return before
        if any(under(h, b) for b, h in pairs):
            return last
        if any(under(b, h) for b, h in pairs):
            # 电动轨道车|玩具, 真丝|面料, 淡水珍珠|项链, 某某生猪|养殖: the narrower of the two.
            broad = last.label in self.grammar.treating or any(self.taxonomy.too_broad[h] for h in last.nodes)
            return before if broad or before.covered else last
        shared = last.label in self.lexicon.shared and self._are_apart(before, last)
        if shared and not all(map(self.is_material, before.nodes)):
            return Meaning((), candidates=both, label=last.label)
        is_goods = [all(self.taxonomy.goods[node] for node in part.nodes) for part in (before, last)]
        joined = any(self.lexicon.joined(b, h) for b, h in pairs)
        side_by_side = before.covered and (
            self._are_names(front, last.label) or self._is_another_trade(before, last)
        )
        if is_goods == [True, True] and not joined:
            governs, listed = before.covered, side_by_side
        else:
            governs = joined or is_goods == [True, False] or len(last.label) > len(before.label)
            governs = governs or (is_goods == [False, True] and self._is_made_of(before, front))
            governs, listed = governs or (before.covered and not side_by_side), False
        if listed or self._are_a_row(before, last, front):
            return Meaning(both, label=last.label)
        # 机器人|玩具 is a toy; of 五金|建材 and of words behind some that are not known neither holds.
        return last if governs else Meaning((), candidates=both, label=last.label)

    def _are_kin(self, before: Meaning, last: Meaning) -> bool:
        """Whether of two words one lies under the other: 水暖|龙头 are taps, 化工|龙头 is a leading industry."""
        under = self.lexicon.under
        return any(under(b, h) or under(h, b) for b in before.nodes for h in last.nodes)

    def _are_a_row(self, before: Meaning, last: Meaning, front: str) -> bool:
        """Whether two names are made alike (木门|木地板, 肉类|蛋类), or are two sectors of materials (皮革|塑料)."""
        if not before.covered or any(self.lexicon.joined(b, h) for b in before.nodes for h in last.nodes):
            return False
        nodes = (*before.nodes, *last.nodes)
        if self._are_names(front, last.label) and all(map(self.is_material, nodes)):
            return not any(self.taxonomy.parents[node] for node in nodes)
        alike = front[0] == last.label[0] or front[-1] == last.label[-1]
        return alike and len(last.label) > 1 and front in self.lexicon.labels

    def _is_another_trade(self, before: Meaning, last: Meaning) -> bool:
        """Whether the last word calls itself a trade, and of another sector: 香菇|袜业."""
        return last.label.endswith("业") and self._are_apart(before, last)

    def _are_apart(self, before: Meaning, last: Meaning) -> bool:
        """Whether two words are of different sectors."""
        roots = ({self.lexicon.above[node][-1] for node in part.nodes} for part in (before, last))
        return not set.intersection(*roots)

    def _is_made_of(self, before: Meaning, front: str) -> bool:
        """Whether words in front end in a material that is no whole sector: 某某毛皮|帽, not 某某建材|家居."""
        parents = self.taxonomy.parents
        return front.endswith(before.label) and all(self.is_material(n) and parents[n] for n in before.nodes)

    def is_material(self, node: int) -> bool:
        """Whether a node is a material and no finished goods."""
        return not self.taxonomy.goods[node] and self.lies_under(node, self.grammar.heads["材料"].keeps)

    def things(self, before: Meaning, last: Meaning, front: str) -> Meaning | None:
        """What the things of a user are (宠物|雨披), None where the words in front are no user of them.

        Car parts are named by labels (汽车坐垫); of other things of cars neither word holds.
        """
        user = self._user(before, front)
        if user is None and self._is_users_own(before, front):
            return before
        if user is None or not before.covered:
            return None
        node = self.taxonomy.code_index.get(user.code)
        if user.parts and self._are_parts(last, user.parts, front in self.grammar.users):
            return before if node is None else last._replace(nodes=(node,))
        if user.parts and not user.things:
            return None
        if node is None and all(self.lexicon.under(n, b) for n in last.nodes for b in before.nodes):
            return last  # 医用|纱布
        if user.things and not all(self.lies_under(node, user.things) for node in last.nodes):
            return None
        return before if node is None else Meaning((), candidates=(node, *last.nodes), label=last.label)

    def parts_of(self, before: Meaning, front: str) -> Meaning:
        """What parts of something are, where they are an industry of their own: 摩托车|外壳."""
        user = self._user(before, front)
        node = self.taxonomy.code_index.get(user.code) if user and user.parts and before.covered else None
        return before if node is None else before._replace(nodes=(node,))

    def piece_of(self, before: Meaning, front: str) -> Meaning | None:
        """What a part of something is, where its parts are known for its own; or None."""
        user = self._user(before, front)
        return self.parts_of(before, front) if user and user.parts else None

    def packed(self, text: str) -> Meaning | None:
        """What goods are sold in, that no label names, by the goods in front of it: 奶粉|罐; or None."""
        head = self.grammar.containers.get(text[-1:])
        node = self.taxonomy.code_index.get(head.code) if head else None
        if head is None or node is None or self.lexicon.ending(text):
            return None
        known = (self.whole(form) for form in ornaments_peeled(text[:-1], self.grammar))
        front = next((reading for reading in known if reading and reading.nodes), None)
        sold = front is not None and all(self.lies_under(one, head.keeps) for one in front.nodes)
        return Meaning((node,), label=head.text) if sold else None

    def _user(self, before: Meaning, front: str) -> User | None:
        """The user that the words in front are, by themselves or by the narrowest code above all they are read as."""
        users = self.grammar.users
        if front in users or any(self.taxonomy.too_broad[n] for n in before.nodes):
            return users.get(front)
        found = {next(filter(None, map(self._user_of, self.lexicon.above[n])), None) for n in before.nodes}
        return found.pop() if len(found) == 1 else None

    def _user_of(self, node: int) -> User | None:
        return self.grammar.users.get(self.taxonomy.codes[node].casefold())

    def _are_parts(self, last: Meaning, codes: tuple[str, ...], is_named: bool) -> bool:
        """Whether a last word lies under codes and names no other user's part.

        Behind users that no row names it may not name a whole industry, either: 农机|汽配 are two.
        """
        names = [self.taxonomy.names_zh[node][:1] for node in last.nodes]
        is_name = last.label in self.lexicon.own and last.label[:1] in names
        if (
            len(last.label) == 1
            or (is_name and not is_named)
            or longest_at_start(last.label, self._user_texts)
        ):
            return False
        return all(self.lies_under(node, codes) for node in last.nodes)

    @cached_property
    def _user_texts(self) -> frozenset[str]:
        return frozenset(self.grammar.users)

    def _is_users_own(self, before: Meaning, front: str) -> bool:
        """Whether words in front are things of a user alone, before other things of the same: 宠物玩具|食品."""
        if front in self.lexicon.own or self.grammar.head_of(front) is not None:
            return False
        name = longest_at_start(front, self.grammar.own_users)
        known = self.whole(name) if name else None
        return known is not None and bool(known.nodes) and known.nodes == before.nodes

    def _are_names(self, *labels: str) -> bool:
        """Whether labels are those of the taxonomy itself: 童装|童鞋 are two industries, 卷帘|门 is one product."""
        return all(label in self.lexicon.own for label in labels)

    def lies_under(self, node: int, codes: tuple[str, ...]) -> bool:
        """Whether a node lies under one of the codes, if there are any, and under none of those with a minus in front."""
        index, under = self.taxonomy.code_index, self.lexicon.under
        above = [c for c in codes if c.lstrip("-") in index and under(node, index[c.lstrip("-")])]
        excluding = bool(codes) and all(code.startswith("-") for code in codes)
        return bool(above or excluding) and not any(code.startswith("-") for code in above)
