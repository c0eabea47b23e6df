"""Codes of other classifications, such as ``gbt:3973`` or ``nace:26.11``, made comparable."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeVar

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import as_text, code_text, is_missing, normalise, split_list

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

Found = TypeVar("Found")

HARD_SEPARATORS = "、､,，;；/／|｜+＋·・•‧\n"
HARD_SEPARATOR = re.compile("[" + re.escape(HARD_SEPARATORS) + "]")
SOFT_SEPARATOR = re.compile("以及|[和与及&暨]")

_SCHEME_CODE = re.compile(r"([a-z][a-z0-9_]*):([0-9a-z.\-]+)")
_SCHEME = re.compile(r"[a-z][a-z0-9_]*")
# The national standard of China by its number, with or without its year, or by its title.
_GBT_NUMBER = r"[ _-]*4754([ _:.—–-]*(19|20)\d\d)?"
_GBT_NAMES = re.compile(rf"gb ?[/_-]? ?t({_GBT_NUMBER})?|gb{_GBT_NUMBER}|国民经济行业分类.*")
# A scheme with its edition: NACE Rev. 2, NAICS 2017, HS 2022, SITC, Rev. 3.
_EDITION = re.compile(
    r"([a-z][a-z0-9_]*?)(?:[ ,_-]+(?:rev(?:ision)?|ver(?:sion)?|v|ed(?:ition)?)?[ .]*\d[\d.]*)"
)
# How columns of codes are called: CIC4, GB4754-2017, 国民经济行业代码, naics_code, NACE_R2.
_IN_NAMES = re.compile(
    r"(?P<gbt>(?<![a-z])cic(?![a-z])|gb.?t?[ _-]*4754|(?<![a-z])gb.?t(?![a-z])|国民经济行业)"
    r"|(?<![a-z])(?P<own>naics|nace|isic|sic)(?![a-z])"
)
# A section letter, digits with or without a letter and points, or a range of them: C, C3973, 26.11, 10t12.
_PLAIN_CODE = re.compile(r"[a-z]|[a-z]?\d[\d.]*[a-z]?|[a-z]?\d+[t\-][a-z]?\d+")
_RANGE = re.compile(r"[a-z]?(\d+)[t\-][a-z]?(\d+)")
_WIDEST_RANGE = 99

# Their four-digit classes that end in 0 are the only class of a group: 2710 is 271.
# In the same ones the points of a code are for the reader alone.
_SINGLE_CLASS_SCHEMES = frozenset({"gbt", "isic", "nace"})
_ISIC_SECTIONS = (
    "A1-3 B5-9 C10-33 D35 E36-39 F41-43 G45-47 H49-53 I55-56 J58-63 K64-66 L68 M69-75 N77-82 O84 P85"
)
_ISIC_SECTIONS += " Q86-88 R90-93 S94-96 T97-98 U99"
_GBT_SECTIONS = (
    "A1-5 B6-12 C13-43 D44-46 E47-50 F51-52 G53-60 H61-62 I63-65 J66-69 K70 L71-72 M73-75 N76-79 O80-82"
)
_GBT_SECTIONS += " P83 Q84-85 R86-90 S91-96 T97"
# Groups of the divisions 01 to 09 without their zero.
_GBT_EARLY = (
    "11 12 13 14 15 16 17 19 21 22 23 24 25 31 32 33 39 41 42 51 52 53 54 61 62 69 71 72 81 82 89 91 92 93"
)
_ISIC_EARLY = "11 12 13 14 15 16 17 21 22 23 24 31 32 51 52 61 62 71 72 81 89 91 99"


def _sections(text: str) -> dict[str, str]:
    """Read ``A1-3 B5-9 D35`` into the letter of every two-digit division."""
    letters = {}
    for entry in text.lower().split():
        first, _, last = entry[1:].partition("-")
        letters.update({f"{number:02}": entry[0] for number in range(int(first), int(last or first) + 1)})
    return letters


_SECTION_OF = {
    "gbt": _sections(_GBT_SECTIONS),
    "isic": _sections(_ISIC_SECTIONS),
    "nace": _sections(_ISIC_SECTIONS),
}
_EARLY_GROUPS = {"gbt": _GBT_EARLY.split(), "isic": _ISIC_EARLY.split(), "nace": _ISIC_EARLY.split()}


def scheme_code(text: str) -> tuple[str, str] | None:
    """Read ``scheme:code`` into the pair by which codes are compared, or return None.

    A section letter before digits is not part of the number (``gbt:C3973``), nor are the points of NACE
    (``nace:26.11``); a trailing 0 of a four-digit class is dropped where the scheme writes a group and
    its only class alike.
    """
    if ":" not in text and "：" not in text:
        return None
    found = _SCHEME_CODE.fullmatch(normalise(text))
    if not found:
        return None
    scheme, code = found.groups()
    code = re.sub(r"^[a-z](?=\d)", "", code)
    if scheme in _SINGLE_CLASS_SCHEMES:
        code = code_text(code).replace(".", "")
        if re.fullmatch(r"\d{3}0", code):
            code = code[:3]
    return scheme, code


def class_pairs(scheme: str, code: str) -> tuple[tuple[str, str], ...]:
    """Return the pairs of a code as a table of its scheme writes it: `scheme_pairs` for what needs no reading."""
    if not code.isdigit():
        return scheme_pairs(f"{scheme}:{code}")
    if scheme in _SINGLE_CLASS_SCHEMES and len(code) == 4 and code.endswith("0"):
        code = code[:3]
    return ((scheme, code),)


def scheme_pairs(text: str) -> tuple[tuple[str, str], ...]:
    """Read ``scheme:code`` into all pairs it stands for: ``naics:31-33`` is 31, 32 and 33.

    Returns
    -------
    tuple of (str, str)
        () where the text is no such code.
    """
    pair = scheme_code(text)
    if pair is None:
        return ()
    scheme, code = pair
    ends = _RANGE.fullmatch(code)
    if not ends:
        return (pair,)
    first, last = ends.groups()
    if len(first) != len(last) or not 0 <= int(last) - int(first) <= _WIDEST_RANGE:
        return (pair,)
    return tuple((scheme, str(number).zfill(len(first))) for number in range(int(first), int(last) + 1))


def longest_known(pair: tuple[str, str], known: Mapping[tuple[str, str], Found]) -> tuple[Found | None, int]:
    """Find the longest beginning of a code that is known.

    Parameters
    ----------
    pair : (str, str)
        From `scheme_pairs`.
    known : dict of (str, str) to int

    Returns
    -------
    found : int or None
    lost : int
        Levels by which the code was cut; the section above the divisions counts as one.
    """
    scheme, code = pair
    beginnings = _beginnings(code)
    for lost, shorter in enumerate(beginnings):
        if (scheme, shorter) in known:
            return known[scheme, shorter], lost
    section = None if "-" in code else _SECTION_OF.get(scheme, {}).get(code[:2])
    return known.get((scheme, section or "")), len(beginnings)


def _beginnings(code: str) -> list[str]:
    """Return the code and what is left of it level by level: 1.2.10, 1.2, 1 but 3973, 397, 39, 3."""
    if "-" in code:
        return [code]  # A range that is none has no beginning that could stand for it.
    if "." in code:
        parts = code.split(".")
        return [".".join(parts[:length]) for length in range(len(parts), 0, -1)]
    return [code[:length] for length in range(len(code), 0, -1)]


def with_scheme(values: Iterable[Any], scheme: str, known: Container[str] = ()) -> dict[Any, str]:
    """Write the scheme in front of the plain codes of a column.

    Parameters
    ----------
    values : iterable
        The distinct cells of the column: codes, lists of codes, names.
    scheme : str
        Such as ``gbt``; '' changes nothing.
    known : container of str
        Normalised codes of the taxonomy itself, which stay as they are.

    Returns
    -------
    dict of value to text
        Only for cells that change.

    Notes
    -----
    Classes of farming and mining lose their zero where a column became a number: 0111 is 111 then, which is
    a group as well. The zero is put back only if the whole column says so; see `_lost_zeros`.
    """
    scheme = normalise(scheme).rstrip(":")
    if not scheme:
        return {}
    pieces = {value: _codes_of(value, known) for value in values}
    zeros = _lost_zeros(scheme, [code for codes in pieces.values() for code, is_code in codes if is_code])
    changed = {}
    for value, codes in pieces.items():
        if any(is_code for _, is_code in codes):
            changed[value] = "|".join(
                f"{scheme}:{'0' if code in zeros else ''}{code}" if is_code else code
                for code, is_code in codes
            )
    return changed


def read_scheme(text: object, parameter: str = "scheme") -> str:
    """Read the name of a scheme as people write it: ``gbt``, ``GB/T 4754-2017``, ``NACE Rev. 2``, ``ISIC Rev.4``.

    Parameters
    ----------
    text : str
    parameter : str
        Names it in a message.

    Returns
    -------
    str
        As in ``gbt:3973``; '' for nothing.

    Raises
    ------
    AnalysisError
        If the text names no scheme.
    """
    plain = normalise(text).rstrip(":").strip()
    if _GBT_NAMES.fullmatch(plain):
        return "gbt"
    edition = None if _SCHEME.fullmatch(plain) else _EDITION.fullmatch(plain)
    scheme = edition.group(1) if edition else plain
    if scheme and not _SCHEME.fullmatch(scheme):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "{parameter} is “{value}”, but must be a short name in Latin letters, such as gbt, nace, "
                "isic or naics.",
            ),
            parameter=parameter,
            value=as_text(text),
        )
    return scheme


def scheme_in_name(name: object) -> str:
    """Return the scheme of which the name of a column says that its codes are; '' where it says none."""
    found = _IN_NAMES.search(normalise(name))
    return "" if found is None else found["own"] or "gbt"


def is_plain_code(text: object) -> bool:
    """Whether a text is a code as a classification of industries writes it: ``C3973``, ``26.11``, ``31-33``."""
    return _PLAIN_CODE.fullmatch(normalise(text)) is not None


def _codes_of(value: object, known: Container[str]) -> list[tuple[str, bool]]:
    """The entries of a cell, and whether each is a plain code."""
    if is_missing(value):
        return []
    entries = split_list(value, HARD_SEPARATORS)
    if normalise(value) in known:
        return []
    found = []
    for entry in entries:
        plain = normalise(code_text(entry))
        is_code = _PLAIN_CODE.fullmatch(plain) is not None and plain not in known
        found.append((plain if is_code else as_text(entry), is_code))
    return found


def _lost_zeros(scheme: str, codes: list[str]) -> frozenset[str]:
    """Which codes of a column have lost their first digit.

    A one-digit division always has. A code of three digits has if the column is one of classes that became
    numbers: all others have four digits, none begins with a zero, and every one of three digits is a class
    of the divisions 01 to 09 once the zero is back (so that one 277 in the column keeps all as they are).
    """
    early = _EARLY_GROUPS.get(scheme, ())
    digits = {code for code in codes if code.isdigit()} if early else set()
    lost = {code for code in digits if len(code) == 1}
    three = {code for code in digits if len(code) == 3}
    classes = digits - three
    if (
        classes
        and all(len(code) == 4 and not code.startswith("0") for code in classes)
        and all(code[:2] in early for code in three)
    ):
        lost |= three
    return frozenset(lost)
