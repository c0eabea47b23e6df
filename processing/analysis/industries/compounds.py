"""What a compound means: heads stand last, users and materials in front, and two goods side by side are a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from .goods_rows import GoodsRows
from .grammar import (
    EQUIPMENT,
    MACHINE,
    PARTS,
    PROCESSED,
    PROCESSING,
    SERVICE,
    TAKES,
    VAGUE,
    longest_at_end,
    longest_at_start,
)
from .peeling import MAKINGS, makings_peeled, ornaments_peeled, without_ornaments_at_end, without_use

if TYPE_CHECKING:
    from collections.abc import Callable

    from .grammar import Grammar, Head
    from .lexicon import Lexicon
    from .steps import Resolution
    from .taxonomy import Taxonomy

# Characters that join a word to its head and say nothing: 食品用塑料包装, 毛巾类制品.
_JOINTS = "用类式型级款的等 -"
_LONGEST = 40
# Heads whose labels may be parted by words that say nothing.
_NAMING = frozenset([MACHINE, EQUIPMENT, PARTS, PROCESSED])


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


class Compounds:
    """Reads compounds by the labels of a lexicon.

    Parameters
    ----------
    taxonomy : Taxonomy
    lexicon : Lexicon
    grammar : Grammar
    whole : callable
        Gives the reading of a piece that is known as it stands, or None.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        lexicon: Lexicon,
        grammar: Grammar,
        whole: Callable[[str], Resolution | None],
    ) -> None:
        self._taxonomy = taxonomy
        self._lexicon = lexicon
        self._grammar = grammar
        self._whole = whole
        self._rows = GoodsRows(taxonomy, lexicon, grammar, whole)

    def bare(self, text: str) -> Meaning | None:
        """Return the meaning of a piece that is known without ornaments and words for making, or None."""
        for shorter in ornaments_peeled(text, self._grammar):
            levels, processed = makings_peeled(shorter, self._grammar), False
            for longer, rest in zip((shorter, *levels), levels):
                processed |= self._grammar.tails.get(longer[len(rest) :].lstrip("与及和")) == PROCESSING
                # 大型设备: a head says nothing without the words in front of it.
                if shorter != text and rest in self._grammar.heads:
                    continue
                tail = shorter[len(rest) :].lstrip(" 的")
                known = self._treated(rest, tail) or self._whole(rest) or self._whole(without_use(rest))
                known = known or self.with_less_tail(rest, tail)
                if known is not None:
                    meaning = Meaning(known.nodes, label=rest)
                    return self._and_made_of(meaning) if processed else meaning
            prepared = self._prepared(shorter)
            if prepared is not None:
                return prepared
        return None

    def _treated(self, rest: str, tail: str) -> Resolution | None:
        """What goods are called with the word for what is done to them behind: 蔬菜(的)|加工, 玉米|加工|业; or None."""
        word = tail and longest_at_start(tail + " ", self._grammar.treating).removesuffix("业")
        return self._whole(rest + word) if word else None

    def with_less_tail(self, rest: str, tail: str) -> Resolution | None:
        """The reading of a text with the beginning of its tail, where that is a label: 体育|产业|片区; or None."""
        ends = (start for start in range(1, len(tail)) if tail[start:] in self._grammar.tails)
        return next(filter(None, (self._whole(rest + tail[:start]) for start in ends)), None)

    def _prepared(self, text: str) -> Meaning | None:
        """What a dish or preserve is, by the harvest in it: 卤|鹅 is meat; None where the text begins with no such word."""
        word = longest_at_start(text, self._grammar.preparing)
        known = self.bare(text[len(word) :].lstrip("的")) if word else None
        return known and self._made_of(known)

    def _is_preparing(self, front: str) -> bool:
        """Whether the words in front of a harvest say that it is prepared: 香辣, 农家|腌; but not 干发巾 or 饼干."""
        words, lexicon = self._grammar.preparing, self._lexicon
        end, start = longest_at_end(front, words), longest_at_start(front, words)
        if front in words or (end and len(lexicon.ending(front)) <= len(end)):
            return True
        return bool(start) and len(lexicon.opening(front)) <= len(start) and not lexicon.ending(front)

    def _made_of(self, harvest: Meaning) -> Meaning:
        """What is made of what grew; the meaning as it is where it did not grow."""
        made_of = self._lexicon.made_of
        if not harvest.nodes or not all(node in made_of for node in harvest.nodes):
            return harvest
        return harvest._replace(nodes=tuple(dict.fromkeys(made_of[node] for node in harvest.nodes)))

    def _and_made_of(self, harvest: Meaning) -> Meaning:
        """A harvest and what is made of it: 番茄|种植加工."""
        made = self._made_of(harvest)
        return harvest._replace(nodes=tuple(dict.fromkeys((*harvest.nodes, *made.nodes))))

    def meaning(self, text: str) -> Meaning | None:
        """Return the meaning of a piece by its head or its last word, or None."""
        for stem in makings_peeled(text, self._grammar):
            head = self._grammar.head_of(stem)
            if head is not None:
                front = stem[: -len(head.text)]
                if head.kind == PARTS:  # 手机|精密|结构件
                    front = without_ornaments_at_end(front, self._grammar)
                front = front.rstrip(_JOINTS)
                # A head with a known word before it (工程机械|零部件) comes before a longer label (机械零部件).
                longer = len(self._lexicon.ending(stem)) > len(head.text)
                if head.kind == SERVICE or not longer or self._is_known(front):
                    return self.governed(front, head)
            found = self._side_by_side(stem) or self._compound(stem)
            if found is not None:
                return found
        return None

    def _side_by_side(self, text: str) -> Meaning | None:
        """What three goods and more in a row are, each by a name of its own: 家电|家具|建材; None for other texts."""
        labels, parts = self._rows.read(text)
        user = self._grammar.users.get(labels[0]) if labels else None
        if not labels or (
            user and (not user.things or any(self._under(node, user.things) for node in parts[1]))
        ):
            return None
        return Meaning(tuple(dict.fromkeys(node for part in parts for node in part)))

    def _is_known(self, text: str) -> bool:
        known = self.bare(text) if text else None
        return known is not None and bool(known.nodes)

    def governed(self, front: str, head: Head) -> Meaning | None:
        """Return the meaning of a head with words in front of it, or None."""
        node = self._taxonomy.code_index.get(head.code)
        own = () if node is None else (node,)
        if head.kind == TAKES:
            return Meaning(own, label=head.text) if own else None
        named = self._named(front, head) if head.kind in _NAMING else None
        if named is not None:
            return named
        before = self._front(front)
        if before and head.kind == PROCESSED:
            before = self._made_of(before)
        nodes = before.nodes if before else ()
        everything = not head.keeps and head.kind != SERVICE
        kept = tuple(n for n in nodes if everything or self._under(n, head.keeps))
        if before and kept:
            # 机器人智能装备: robots, which lie under intelligent equipment, and it.
            broader = (
                node is not None
                and not self._taxonomy.too_broad[node]
                and all(self._lexicon.under(n, node) for n in kept)
            )
            return Meaning((*kept, *own) if broader else kept, label=before.label)
        if head.kind == SERVICE:
            return Meaning((), label=head.text)
        if own and head.kind != EQUIPMENT and not nodes:
            return Meaning(own, covered=False, label=head.text)
        if own and nodes and head.kind in (MACHINE, EQUIPMENT):
            return Meaning(own, label=head.text)
        candidates = tuple(dict.fromkeys((*nodes, *own)))
        return Meaning((), candidates, label=head.text) if candidates else None

    def _named(self, front: str, head: Head) -> Meaning | None:
        """What a label names that lacks the words between it and its head: 食品|加工|机械, 汽车|关键|部件; or None."""
        joint = " " if front.isascii() else ""
        for rest in makings_peeled(front, self._grammar):
            plain = without_ornaments_at_end(rest, self._grammar)
            forms = dict.fromkeys((rest, *ornaments_peeled(plain, self._grammar)))
            known = next(filter(None, (self._whole(form + joint + head.text) for form in forms)), None)
            if known is not None and known.nodes:
                return Meaning(known.nodes, label=head.text)
        return None

    def _front(self, text: str) -> Meaning | None:
        """What the words in front of a head mean; None where that is not known or not one thing."""
        if not text or len(text) > _LONGEST:
            return None
        found = self.bare(text) or self.meaning(text) or self._inside(text)
        return found if found and found.nodes else None

    def _compound(self, text: str) -> Meaning | None:
        """What a compound means that ends with a label, or None.

        The longest label before which all words are known (造纸|包装, not 造|纸包装), else the longest.
        """
        longest = None
        for label in self._endings(text):
            last = Meaning(self._lexicon.labels[label][0], label=label)
            fronts = ornaments_peeled(text[: -len(label)].rstrip(_JOINTS), self._grammar)
            front = next((f for f in fronts if self._whole(f) is not None), fronts[-1])
            made = self._made_of(last)
            if made is not last and self._is_preparing(front):
                last = made
            empty = front in self._grammar.preparing or front in self._grammar.ornaments
            if empty or self._grammar.tails.get(front) in MAKINGS:
                return last
            known = self.bare(front) if front else None
            if known is not None and known.nodes:
                return self._decided(known, last, front)
            longest = longest or (last, front)
        if longest is None:
            return None
        last, front = longest
        before = self._front(front)
        return last._replace(covered=False) if before is None else self._decided(before, last, front)

    def _endings(self, text: str) -> list[str]:
        """The labels that end a text and are not all of it, the longest first."""
        heads = self._grammar.heads
        labels = [label for label in self._lexicon.endings(text) if label != text and label not in heads]
        if labels or text[-1:] not in self._lexicon.lasts or len(text) < 2:
            return labels
        return [text[-1]]

    def _inside(self, text: str) -> Meaning | None:
        """The last label inside a text whose end is not known, or None."""
        for end in range(len(text) - 1, 1, -1):
            label = self._lexicon.ending(text[:end])
            if label:
                return Meaning(self._lexicon.labels[label][0], covered=False, label=label)
        return None

    def _decided(self, before: Meaning, last: Meaning, front: str) -> Meaning:
        """Which of two words holds, or both, or neither."""
        both = tuple(dict.fromkeys((*before.nodes, *last.nodes)))
        things = self._things(before, last, front)
        if things is not None:
            return things
        if front in self._grammar.heads and self._grammar.heads[front].kind == VAGUE:
            return last
        pairs = [(b, h) for b in before.nodes for h in last.nodes]
        under = self._lexicon.under
        if last.label in self._grammar.policy and before.covered and not self._are_kin(before, last):
            return before
        if any(under(h, b) for b, h in pairs):
            return last
        if any(under(b, h) for b, h in pairs):
            broad = any(self._taxonomy.too_broad[h] for h in last.nodes)
            # 电动轨道车|玩具, 真丝|面料: the narrower of the two.
            if broad or (before.covered and self._are_names(last.label)):
                return before
            return Meaning(both if before.covered else last.nodes, label=last.label)
        is_goods = [all(self._taxonomy.goods[node] for node in part.nodes) for part in (before, last)]
        joined = any(self._lexicon.joined(b, h) for b, h in pairs)
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
        under = self._lexicon.under
        return any(under(b, h) or under(h, b) for b in before.nodes for h in last.nodes)

    def _are_a_row(self, before: Meaning, last: Meaning, front: str) -> bool:
        """Whether two names are made alike (木门|木地板, 肉类|蛋类), or are two sectors of materials (皮革|塑料)."""
        if not before.covered or any(self._lexicon.joined(b, h) for b in before.nodes for h in last.nodes):
            return False
        nodes = (*before.nodes, *last.nodes)
        if self._are_names(front, last.label) and all(map(self.is_material, nodes)):
            return not any(self._taxonomy.parents[node] for node in nodes)
        alike = front[0] == last.label[0] or front[-1] == last.label[-1]
        return alike and len(last.label) > 1 and front in self._lexicon.labels

    def _is_another_trade(self, before: Meaning, last: Meaning) -> bool:
        """Whether the last word calls itself a trade, and of another sector: 香菇|袜业."""
        roots = ({self._lexicon.above[node][-1] for node in part.nodes} for part in (before, last))
        return last.label.endswith("业") and not set.intersection(*roots)

    def _is_made_of(self, before: Meaning, front: str) -> bool:
        """Whether words in front end in a material that is no whole sector: 某某毛皮|帽, not 某某建材|家居."""
        parents = self._taxonomy.parents
        return front.endswith(before.label) and all(self.is_material(n) and parents[n] for n in before.nodes)

    def is_material(self, node: int) -> bool:
        """Whether a node is a material and no finished goods."""
        return not self._taxonomy.goods[node] and self._under(node, self._grammar.heads["材料"].keeps)

    def _things(self, before: Meaning, last: Meaning, front: str) -> Meaning | None:
        """What the things of a user are (宠物|雨披), None where the words in front are no user of them.

        Car parts are named by labels (汽车坐垫); of other things of cars neither word holds.
        """
        user = self._grammar.users.get(front)
        if user is None and self._is_users_own(before, front):
            return before
        if user is None or not before.covered:
            return None
        if user.things and not all(self._under(node, user.things) for node in last.nodes):
            return None
        node = self._taxonomy.code_index.get(user.code)
        return before if node is None else Meaning((), candidates=(node, *last.nodes), label=last.label)

    def _is_users_own(self, before: Meaning, front: str) -> bool:
        """Whether words in front are things of a user alone, before other things of the same: 宠物玩具|食品."""
        if front in self._lexicon.own or self._grammar.head_of(front) is not None:
            return False
        name = longest_at_start(front, self._grammar.own_users)
        known = self._whole(name) if name else None
        return known is not None and bool(known.nodes) and known.nodes == before.nodes

    def _are_names(self, *labels: str) -> bool:
        """Whether labels are those of the taxonomy itself: 童装|童鞋 are two industries, 卷帘|门 is one product."""
        return all(label in self._lexicon.own for label in labels)

    def _under(self, node: int, codes: tuple[str, ...]) -> bool:
        """Whether a node lies under one of the codes, if there are any, and under none of those with a minus in front."""
        index, under = self._taxonomy.code_index, self._lexicon.under
        above = [c for c in codes if c.lstrip("-") in index and under(node, index[c.lstrip("-")])]
        excluding = bool(codes) and all(code.startswith("-") for code in codes)
        return bool(above or excluding) and not any(code.startswith("-") for code in above)
