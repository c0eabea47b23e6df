"""How names of industries are put together: tails, ornaments and heads, as tables in ``resources/taxonomy``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ..text import normalise
from .table_cells import FOLDER, entries, read_rows

# What stands at the end of a name and says what kind of thing carries it, not which industry.
UNIT = "unit"
QUALITY = "quality"
POLICY = "policy"
MAKING = "making"
PROCESSING = "processing"
TREATING = "treating"
STAGE = "stage"

# What words of policy stand before: 龙头|企业, 首位|产业.
_HOLDERS = ("企业", "产业", "行业", "工业", "工业企业", "产业企业", "品牌企业")

# The last characters of 全产业链, 全链条.
_CHAINS = "链条"

# What a head does with the words in front of it.
SERVICE = "service"
SECTOR = "sector"
MACHINE = "machine"
EQUIPMENT = "equipment"
PARTS = "parts"
SUPPLIES = "supplies"
PROCESSED = "processed"
MATERIAL = "material"
TAKES = "takes"
VAGUE = "vague"
PROCESS = "process"
OPEN = "open"
PIECE = "piece"
CONTAINER = "container"
ADDS = "adds"

# A machine for what is done to goods is called so by these words, too: 抛光|机, 抛光|设备.
_OF_A_MACHINE = ("设备", "装备")


@dataclass(frozen=True)
class Head:
    """A last word that governs what stands in front of it.

    Attributes
    ----------
    text : str
    kind : str
        One of those that follow.
        `SERVICE` is no industry of goods, nor is `SECTOR`, which is done to none and so governs no list (培训).
        `MACHINE` and `EQUIPMENT` are machines for the goods in front, the second only where these are known.  `PARTS`,
        `SUPPLIES` and `PROCESSED` leave them what they are, but what is processed is no harvest (蔬菜制品).
        `MATERIAL` is a material; `TAKES` is an industry of its own whatever stands in front; `VAGUE` says less than
        any narrower word.  `PROCESS` is a machine for what many trades do (切割机): that of the goods in front,
        `code` behind unknown words, suggested where there is none.  `OPEN` (控制器) is suggested beside what stands
        in front.  `ADDS` is `code` and what stands in front (发动机|再制造).  `CONTAINER` is `code` behind
        what is sold in it (奶粉|罐), and nothing behind other words.
    code : str
        The node of the head, '' for none.
    keeps : tuple of str
        Codes, in small letters, at or under which the words in front stay what they are (with `PROCESS` and `OPEN`: behind
        which the head is its own label); not under those with a minus in front.
    """

    text: str
    kind: str
    code: str
    keeps: tuple[str, ...]

    @property
    def is_service(self) -> bool:
        """Whether it is no industry of goods."""
        return self.kind in (SERVICE, SECTOR)


@dataclass(frozen=True)
class User:
    """Somebody or something in front of things that are an industry of their own.

    Attributes
    ----------
    code : str
        The node of the things where they are read by their labels alone, '' where they are the user's own.
    things : tuple of str
        Codes, in small letters, at or under which the things lie, and not under those with a minus in front; all
        others where only such are named, () for all, unless there are `parts`.
    parts : tuple of str
        Codes, in the same way, of what is a part of it for sure: 摩托车|制动器 is none of cars.
    """

    code: str
    things: tuple[str, ...]
    parts: tuple[str, ...] = ()


class Grammar:
    """The tables, normalised.

    Attributes
    ----------
    tails : dict of str to str
        Word → `UNIT` (集群; 龙头企业 of a word of policy), `QUALITY` (特色; only before a unit), `MAKING` (制造),
        `PROCESSING` (加工) or `TREATING` (种植).
    policy : frozenset of str
        Words of plans that say how much an industry counts: 龙头, 首位, 百亿级.
    treating : frozenset of str
        The tails of the kinds `PROCESSING` and `TREATING`: what is done to goods can be an industry of its own.
    chains : frozenset of str
        The tails of the kind `UNIT` that stand before words for making as well: 全产业链|加工.
    stages : frozenset of str
        What is done to goods and, as an entry of a list, is an industry by itself: 封测, 冷链物流.  No tails.
    ornaments, regions : frozenset of str
        Words in front that change nothing; parts of the country that are no units.
    preparing : frozenset of str
        Words in front that make food of a harvest: 卤|鹅, 脱水|蔬菜; before other things they change nothing.
    users : dict of str to User
        Words in front whose things are an industry of their own: 宠物|服装, 汽车|坐垫; codes, in small letters, stand
        for all words that are read so.
    own_users : frozenset of str
        Those of them all of whose things are theirs: 宠物.
    openings : dict of str to str
        How a name in English may begin → `MAKING`, `SERVICE` or `MACHINE`.
    opening_texts : frozenset of str
        Their texts.
    heads : dict of str to Head
    processed : dict of str to str
        Codes of what is grown → codes of what is made of it, the narrower first.
    machines : dict of str to str
        Codes of goods → codes of the machines that make them, the narrower first.
    working : dict of str to str
        The same for machines that work goods, where these are others: 水稻|设备 is of farms, 大米|成型机 of food.
    pieces : frozenset of str
        Characters that end words for parts: 插秧机|秧爪.
    containers : dict of str to Head
        Characters that end words for what goods are sold in: 奶粉|罐.
    processes : dict of str to tuple of str
        Characters for what is done to goods (缝, 压) → codes, in small letters, of what is so brought in from the
        field (挖).
    """

    def __init__(
        self,
        tails: dict[str, str],
        front: dict[str, str],
        users: dict[str, User],
        heads: dict[str, Head],
        processed: dict[str, str],
        machines: dict[str, str] | None = None,
        working: dict[str, str] | None = None,
        processes: dict[str, tuple[str, ...]] | None = None,
    ) -> None:
        self.policy = frozenset(text for text, kind in tails.items() if kind == POLICY)
        self.stages = frozenset(text for text, kind in tails.items() if kind == STAGE)
        tails = {text: kind for text, kind in tails.items() if kind != STAGE}
        self.tails = _with_policy(tails, self.policy)
        self.chains = frozenset(
            text for text, kind in self.tails.items() if kind == UNIT and text[-1:] in _CHAINS
        )
        self.treating = frozenset(text for text, kind in tails.items() if kind in (PROCESSING, TREATING))
        self.ornaments = frozenset(text for text, kind in front.items() if kind == "ornament")
        self.regions = frozenset(text for text, kind in front.items() if kind == "region")
        self.preparing = frozenset(text for text, kind in front.items() if kind == "preparing")
        self.users = users
        self.own_users = frozenset(
            text
            for text, user in users.items()
            if not user.parts and all(thing.startswith("-") for thing in user.things)
        )
        self.openings = {text: kind for text, kind in front.items() if kind in (MAKING, SERVICE, MACHINE)}
        self.opening_texts = frozenset(self.openings)
        self.pieces = frozenset(text for text, head in heads.items() if head.kind == PIECE)
        self.containers = {text: head for text, head in heads.items() if head.kind == CONTAINER}
        self.heads = {text: head for text, head in heads.items() if head.kind not in (PIECE, CONTAINER)}
        self._head_texts = frozenset(self.heads)
        self.processed = processed
        self.machines = machines or {}
        self.working = working or {}
        self.processes = processes or {}
        self._tails_of: dict[frozenset[str], frozenset[str]] = {}

    def tails_of(self, kinds: frozenset[str]) -> frozenset[str]:
        """Return the tails of some kinds."""
        if kinds not in self._tails_of:
            self._tails_of[kinds] = frozenset(text for text, kind in self.tails.items() if kind in kinds)
        return self._tails_of[kinds]

    def head_of(self, text: str) -> Head | None:
        """Return the longest head that ends the text and is not all of it, or None."""
        return self.heads.get(longest_at_end(text, self._head_texts))


@lru_cache(maxsize=1)
def grammar() -> Grammar:
    """Read the tables, once a process."""
    tails = {normalise(text): kind for text, kind in read_rows(FOLDER / "tails.csv", "text", "kind")}
    front = {normalise(text): kind for text, kind in read_rows(FOLDER / "ornaments.csv", "text", "kind")}
    users = {
        normalise(text): User(
            code.casefold(), *(tuple(entries(codes.casefold())) for codes in (things, parts))
        )
        for text, code, things, parts in read_rows(FOLDER / "users.csv", "text", "code", "things", "parts")
    }
    for text, user in users.items():
        if user.things and user.things[0].startswith("="):
            users[text] = replace(user, things=users[user.things[0][1:]].things)
    processed = _codes("processing.csv", "grown", "processed")
    heads = {}
    for text, kind, code, keeps in read_rows(FOLDER / "heads.csv", "text", "kind", "code", "keeps"):
        heads[normalise(text)] = Head(
            normalise(text), kind, code.casefold(), tuple(entries(keeps.casefold()))
        )
        for other in _OF_A_MACHINE if kind == PROCESS else ():
            name = normalise(text)[:-1] + other
            heads[name] = replace(heads[normalise(text)], text=name)
    machines = _codes("machines.csv", "goods", "machines")
    working = {
        **machines,
        **{one: other for one, other in _codes("machines.csv", "goods", "working").items() if other},
    }
    processes = {
        text: tuple(entries(grown.casefold()))
        for text, grown in read_rows(FOLDER / "processes.csv", "text", "grown")
    }
    return Grammar(tails, front, users, heads, processed, machines, working, processes)


def _codes(file: str, *columns: str) -> dict[str, str]:
    """The two columns of a table of codes, in small letters."""
    return {one.casefold(): other.casefold() for one, other in read_rows(FOLDER / file, *columns)}


def _with_policy(tails: dict[str, str], policy: frozenset[str]) -> dict[str, str]:
    """Tails with what words of policy make: a unit before 企业, 产业 and their like, else a quality."""
    joined = {word + holder: UNIT for word in policy for holder in _HOLDERS}
    return {**joined, **tails, **dict.fromkeys(policy, QUALITY)}


def longest_at_end(text: str, words: frozenset[str]) -> str:
    """Return the longest of a frozenset of words that ends the text, with something in front of it, or ''."""
    for length in _lengths(words, -1).get(text[-1:], ()):
        if length < len(text) and text[-length:] in words and not inside_a_word(text, len(text) - length):
            return text[-length:]
    return ""


def longest_at_start(text: str, words: frozenset[str]) -> str:
    """Return the longest of a frozenset of words that starts the text, with something behind it, or ''."""
    for length in _lengths(words, 0).get(text[:1], ()):
        if length < len(text) and text[:length] in words and not inside_a_word(text, length):
            return text[:length]
    return ""


@lru_cache(maxsize=64)
def _lengths(words: frozenset[str], place: int) -> dict[str, list[int]]:
    """The lengths of words, the longest first, by the character at a place of theirs."""
    lengths: dict[str, set[int]] = {}
    for word in filter(None, words):
        lengths.setdefault(word[place], set()).add(len(word))
    return {character: sorted(found, reverse=True) for character, found in lengths.items()}


def inside_a_word(text: str, place: int) -> bool:
    """Whether Latin letters or digits stand on both sides of a place: the “ai” of “thai” is no label."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
