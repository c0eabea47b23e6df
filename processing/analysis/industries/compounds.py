"""What a compound means: heads stand last, users and materials in front, and two goods side by side are a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .decisions import Decisions, Meaning
from .goods_rows import GoodsRows
from .grammar import (
    ADDS,
    EQUIPMENT,
    MACHINE,
    OPEN,
    PARTS,
    PROCESS,
    PROCESSED,
    PROCESSING,
    TAKES,
    inside_a_word,
    longest_at_end,
    longest_at_start,
)
from .harvests import Harvests
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
# What is like another thing, or for it alone, is none of it: 巧克力味|饼干, 心形|糖果, 茶园专|用|肥.
_LIKE = ("味", "形", "状", "专")
# Heads whose labels may be parted by words that say nothing.
_NAMING = frozenset([MACHINE, EQUIPMENT, PARTS, PROCESSED, PROCESS, OPEN])
# 缝边|机: how long the word for what is done is, with the machine behind it.
_MACHINE_NAME = 3
# 秧爪, 起落架: how long the names of parts are that no label names.
_PIECE_NAME = (2, 3)
# The machines of the field: 花生|挖掘|机 is none of building.
_FARM_MACHINES = "eq.agri"


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
        self._harvests = Harvests(lexicon, grammar)
        machinery = grammar.heads.get("机械")
        self._machinery = taxonomy.code_index.get(machinery.code) if machinery else None
        self._rows = GoodsRows(taxonomy, lexicon, grammar, whole)
        self.decisions = Decisions(taxonomy, lexicon, grammar, whole)

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
                # 香|精加工|产业: the beginning of the whole tail, or of the word that was peeled last.
                known = known or self.with_less_tail(rest, tail)
                known = known or self.with_less_tail(rest, longer[len(rest) :].lstrip(" 的"))
                if known is not None:
                    meaning = Meaning(known.nodes, label=rest)
                    return self._harvests.and_made(meaning) if processed else meaning
            prepared = self._prepared(shorter)
            if prepared is not None:
                return prepared
        return None

    def _treated(self, rest: str, tail: str) -> Resolution | None:
        """What goods are called with what is done to them behind: 蔬菜(的)|加工, 玉米|加工|业, 番茄|加工|厂; or None."""
        word = tail and longest_at_start(tail + " ", self._grammar.treating).rstrip("业厂")
        return self._whole(rest + word) if word else None

    def with_less_tail(self, rest: str, tail: str) -> Resolution | None:
        """The reading of a text with the beginning of its tail, where that is a label: 体育|产业|片区; or None."""
        ends = (start for start in range(1, len(tail)) if tail[start:] in self._grammar.tails)
        return next(filter(None, (self._whole(rest + tail[:start]) for start in ends)), None)

    def _prepared(self, text: str) -> Meaning | None:
        """What a dish or preserve is, by the harvest in it: 卤|鹅 is meat; None where the text begins with no such word."""
        word = longest_at_start(text, self._grammar.preparing)
        known = self.bare(text[len(word) :].lstrip("的")) if word else None
        return known and self._harvests.made(known)

    def meaning(self, text: str) -> Meaning | None:
        """Return the meaning of a piece by its head or its last word, or None."""
        for stem in makings_peeled(text, self._grammar):
            head = self._grammar.head_of(stem)
            if head is not None:
                front = stem[: -len(head.text)]
                if head.kind == PARTS and not self._is_known(front):  # 手机|精密|结构件, not 轨道交通|车门
                    front = without_ornaments_at_end(front, self._grammar)
                front = self._without_joints(front)
                # A head with a known word before it (工程机械|零部件) comes before a longer label (机械零部件).
                longer = len(self._lexicon.ending(stem)) > len(head.text)
                if head.is_service or not longer or self._is_known(front):
                    return self.governed(front, head)
            found = (
                self.decisions.packed(stem)
                or self._side_by_side(stem)
                or self._working(stem)
                or self._compound(stem)
            )
            if found is not None:
                return found
        return self._piece(text)

    def _piece(self, text: str) -> Meaning | None:
        """What a part is that no label names, by the machine or vehicle in front of it: 插秧机|秧爪; or None."""
        for length in _PIECE_NAME if text[-1:] in self._grammar.pieces else ():
            front = self._whole(text[:-length])
            if front is not None and front.nodes:
                return self.decisions.piece_of(Meaning(front.nodes, label=text[-length:]), text[:-length])
        return None

    def _side_by_side(self, text: str) -> Meaning | None:
        """What three goods and more in a row are, each by a name of its own: 家电|家具|建材; None for other texts."""
        labels, parts = self._rows.read(text)
        user = self._grammar.users.get(labels[0]) if labels else None
        if not labels or (
            user
            and (not user.things or any(self.decisions.lies_under(node, user.things) for node in parts[1]))
        ):
            return None
        return Meaning(tuple(dict.fromkeys(node for part in parts for node in part)))

    def _without_joints(self, front: str) -> str:
        """Words in front without what joins them to their head, unless they are a user as they stand: 医用."""
        return front if front in self._grammar.users else front.rstrip(_JOINTS)

    def _is_known(self, text: str) -> bool:
        return bool(text and (known := self.bare(text)) and known.nodes)

    def governed(self, front: str, head: Head) -> Meaning | None:
        """Return the meaning of a head with words in front of it, or None."""
        node = self._taxonomy.code_index.get(head.code)
        own = () if node is None else (node,)
        if head.kind == TAKES:
            return Meaning(self._of_material(front, head, own), label=head.text) if own else None
        named = self._named(front, head) if head.kind in _NAMING else None
        if named is not None:
            return named
        before = self._front(front)
        if head.kind in (PROCESS, OPEN):
            return self._of_many_trades(before, front, head)
        if before and head.kind == PROCESSED:
            before = self._harvests.made(before)
        if before and head.kind == PARTS:
            before = self.decisions.parts_of(before, front)
        nodes = before.nodes if before else ()
        if head.kind == ADDS:
            return Meaning((*nodes, *own), label=head.text)
        everything = not head.keeps and not head.is_service
        kept = tuple(n for n in nodes if everything or self.decisions.lies_under(n, head.keeps))
        if before and kept:
            return Meaning(kept, label=before.label)
        if head.is_service:
            return Meaning((), label=head.text)
        if own and head.kind != EQUIPMENT and not nodes:
            return Meaning(own, covered=False, label=head.text)
        if before and own and nodes and head.kind in (MACHINE, EQUIPMENT):
            machines = () if before.covered else self._machines_of_trade(front, head, own[0])
            return Meaning(machines or self._machines(before, head, own), label=head.text)
        candidates = tuple(dict.fromkeys((*nodes, *own)))
        return Meaning((), candidates, label=head.text) if candidates else None

    def _of_material(self, front: str, head: Head, own: tuple[int, ...]) -> tuple[int, ...]:
        """What a head is narrower by the words before it: 茶叶|牛皮纸|包装盒; else its own node."""
        for start in range(len(front)):
            known = self._whole(front[start:] + head.text)
            if known and known.nodes and all(self._lexicon.under(n, own[0]) for n in known.nodes):
                # 造|纸包装: no material, where the words before it are not known.
                return known.nodes if not start or self._is_known(front[:start]) else own
        return own

    def _of_many_trades(self, before: Meaning | None, front: str, head: Head) -> Meaning:
        """What a head means by the goods in front: 光伏|切割机, 电池|监控; suggested where they do not tell it."""
        index, labels, name = self._taxonomy.code_index, self._lexicon.labels, head.text
        label = labels.get(name) or labels.get(name[:-2] + "机") or ((), "")
        own = (index[head.code],) if head.code in index else ()
        last = Meaning(label[0] or own, covered=before is not None and before.covered, label=name)
        if before is None:
            return last._replace(nodes=own) if own else Meaning((), candidates=last.nodes, label=name)
        things = self.decisions.things(before, last, front)
        if things is not None:
            return things
        if last.nodes and all(self.decisions.lies_under(n, head.keeps) for n in before.nodes):
            return last
        if head.kind == OPEN or self._machinery is None:
            both = tuple(dict.fromkeys((*before.nodes, *last.nodes)))
            return Meaning((), candidates=both, label=name)
        return last._replace(nodes=self._machines_for(before, self._machinery))

    def _machines_for(self, goods: Meaning, machinery: int) -> tuple[int, ...]:
        """The machines that make goods, or food of a harvest; machinery as a whole for those of no trade."""
        kinds = self._lexicon.working
        made = goods if all(node in kinds for node in goods.nodes) else self._harvests.made(goods)
        found = tuple(dict.fromkeys(kinds.get(node, machinery) for node in made.nodes))
        return found if len(found) == 1 else (machinery,)

    def _working(self, text: str) -> Meaning | None:
        """What a machine is for that no label names, by the goods in front of what it does: 雨伞|缝边|机; or None."""
        machinery = self._machinery
        name, front = text[-_MACHINE_NAME:], text[:-_MACHINE_NAME]
        done = [word for word in name[:-1] if word in self._grammar.processes] if name[-1:] == "机" else []
        if machinery is None or not done or front in self._grammar.users:
            return None
        grown = tuple(code for word in done for code in self._grammar.processes[word])
        if not grown and len(self._lexicon.ending(text)) >= _MACHINE_NAME:
            return None
        goods = self._front(without_ornaments_at_end(front, self._grammar)) if len(front) > 1 else None
        if goods is None or any(self._lexicon.under(node, machinery) for node in goods.nodes):
            return None
        farming = self._taxonomy.code_index.get(_FARM_MACHINES)
        if (
            grown
            and farming is not None
            and all(self.decisions.lies_under(node, grown) for node in goods.nodes)
        ):
            return Meaning((farming,), label=text[-1])
        is_named = len(self._lexicon.ending(text)) >= _MACHINE_NAME
        return None if is_named else Meaning(self._machines_for(goods, machinery), label=text[-1])

    def _machines_of_trade(self, front: str, head: Head, node: int) -> tuple[int, ...]:
        """The machines under a node for the trade that the words in front begin with: 印染|后整理|设备; () for none."""
        for length in range(len(front) - 1, 1, -1):
            known = self._whole(front[:length] + head.text)
            if known and known.nodes and all(self._lexicon.under(n, node) for n in known.nodes):
                return known.nodes
        return ()

    def _machines(self, goods: Meaning, head: Head, own: tuple[int, ...]) -> tuple[int, ...]:
        """The machines that make goods (塑料管材|生产线), or food of a harvest (蔬菜|加工设备); else the head's own."""
        works, under = "加工" in head.text, self._lexicon.under
        kinds = self._lexicon.working if works else self._lexicon.machines
        nodes = self._harvests.made(goods).nodes if works else goods.nodes
        found = tuple(dict.fromkeys(kinds.get(node, own[0]) for node in nodes))
        return found if all(under(node, own[0]) for node in found) else own

    def _named(self, front: str, head: Head) -> Meaning | None:
        """What a label names that lacks the words between it and its head: 食品|加工|机械, 汽车|关键|部件; or None."""
        joint = " " if front.isascii() else ""
        names = [head.text]
        if head.kind == PROCESS and head.text[-1] != "机":  # 激光|焊接设备 as 激光|焊接机
            names.append(head.text[:-2] + "机")
        for rest in makings_peeled(front, self._grammar):
            plain = without_ornaments_at_end(rest, self._grammar)
            forms = dict.fromkeys((rest, *ornaments_peeled(plain, self._grammar)))
            known = next(
                filter(None, (self._whole(form + joint + name) for form in forms for name in names)), None
            )
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
            fronts = ornaments_peeled(self._without_joints(text[: -len(label)]), self._grammar)
            front = next((f for f in fronts if self._whole(f) is not None), fronts[-1])
            made = self._harvests.made(last)
            if made is not last and self._harvests.is_preparing(front):
                last = made
            empty = front in self._grammar.preparing or front in self._grammar.ornaments
            empty = empty or (
                longest is None and front.endswith(_LIKE) and front[:-1] not in self._grammar.users
            )
            if empty or self._grammar.tails.get(front) in MAKINGS:
                return last
            known = self.bare(front) if front else None
            if known is not None and known.nodes:
                return self.decisions.of_two(known, last, front)
            longest = longest or (last, front)
        if longest is None:
            return None
        last, front = longest
        before = self._front(front)
        if before is not None:
            return self.decisions.of_two(before, last, front)
        if last.label in self._lexicon.shared:
            return Meaning((), candidates=last.nodes, label=last.label)
        return last._replace(covered=False)

    def _endings(self, text: str) -> list[str]:
        """The labels that end a text and are not all of it, the longest first."""
        heads = self._grammar.heads
        labels = [
            label
            for label in self._lexicon.endings(text)
            if label != text and label not in heads and not self._cuts_a_label(text, label)
        ]
        if labels or text[-1:] not in self._lexicon.lasts or len(text) < 2:
            return labels
        return [text[-1]]

    def _cuts_a_label(self, text: str, label: str) -> bool:
        """Whether what is done to goods takes but the end of their name: 洁牙|机加工, 不锈|钢加工."""
        tail = longest_at_end(label, self._grammar.tails_of(MAKINGS))
        return bool(tail) and len(self._lexicon.ending(text[: -len(tail)])) + len(tail) > len(label)

    def _inside(self, text: str) -> Meaning | None:
        """The last label inside a text whose end is not known, or None."""
        for end in range(len(text) - 1, 1, -1):
            label = "" if inside_a_word(text, end) else self._lexicon.ending(text[:end])
            if label:
                return Meaning(self._lexicon.labels[label][0], covered=False, label=label)
        return None
