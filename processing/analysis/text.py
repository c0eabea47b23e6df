"""Written words made comparable: one spelling for names that people type in many ways."""

from __future__ import annotations

import csv
import re
import unicodedata
from functools import lru_cache
from pathlib import Path

TRADITIONAL = Path(__file__).resolve().parents[2] / "resources" / "text" / "traditional.csv"
# Qt drops one where a text begins with it.
BYTE_ORDER_MARK = "\ufeff"
SEPARATORS = "、､,，;；|｜/／\n"

_QUOTES = "\"'`´‘’‚‛“”„‟「」『』﹁﹂《》〈〉«»‹›"
_TRAILING = ".。｡,，;；:：、､!！?？…"
_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "‛": "'", "`": "'", "´": "'", "“": '"', "”": '"', "‟": '"'})
_CHARACTERS = re.compile("[\u4e00-\u9fff]+")
_BLANKS = re.compile(r"\s+")
# What nobody sees: controls that are no blanks, marks of direction, soft hyphens, joiners.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]"
)
_NOTHING = re.compile(r"[-‐‑‒–—―−－_.．。…⋯·/\\\s]*")
_NULL_WORDS = frozenset({"null", "none", "nan", "nat", "<na>", "n/a", "#n/a", "(null)", "<null>"})
_INTEGRAL = re.compile(r"([+-]?\d+)\.0*")


@lru_cache(maxsize=1)
def simplified_characters() -> dict[int, str]:
    """Traditional characters and their simplified forms, as `str.translate` takes them.

    Returns
    -------
    dict of int to str
        Code point of the traditional character → simplified character.
    """
    with open(TRADITIONAL, encoding="utf-8-sig", newline="") as file:
        return {ord(row["traditional"]): row["simplified"] for row in csv.DictReader(file)}


def as_text(value: object) -> str:
    """The value as a person would write it: '' for None and NaN, ``440100`` for 440100.0.

    Parameters
    ----------
    value : object
        A cell of a table: text, number, None, NaN.

    Returns
    -------
    str
        Text without blanks at its ends.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, float):
        if value != value:
            return ""
        if value.is_integer():
            return str(int(value))
    return str(value).strip()


def visible(text: str) -> str:
    """The text without signs that nobody sees, which come along where texts are copied."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def normalise(text: object) -> str:
    """One spelling for texts that mean the same name.

    Compatibility forms are unified (NFKC: full-width letters and digits), traditional characters become
    simplified ones, case is folded, runs of blanks become one, invisible ones go, and so do quotes around the
    text and punctuation at its end.

    Parameters
    ----------
    text : object
        Text; other values are taken as `as_text` writes them.

    Returns
    -------
    str
        '' for None and NaN.  Normalising twice changes nothing.

    Notes
    -----
    The characters come from OpenCC's table; where one traditional character has several simplified forms
    the first is taken on both sides of a comparison.
    """
    text = as_text(text)
    if not text:
        return ""
    if _CHARACTERS.fullmatch(text):
        return text.translate(simplified_characters())
    text = text.translate(_STRAIGHT).casefold()
    text = visible(text)
    if not text.isascii():
        # Folding and composing can each undo a little of the other: twice is enough.
        text = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
        text = visible(text).translate(_STRAIGHT).translate(simplified_characters())
    text = _BLANKS.sub(" ", text)
    return text.lstrip(_QUOTES + " ").rstrip(_QUOTES + _TRAILING + " ")


def is_missing(text: object) -> bool:
    """Whether a cell says nothing: blank, ``-``, ``—``, ``…``, ``..``, ``NULL``, None or NaN."""
    text = visible(as_text(text)).strip()
    return _NOTHING.fullmatch(text) is not None or text.casefold() in _NULL_WORDS


def split_list(text: object, separators: str = SEPARATORS) -> list[str]:
    """The entries of a list in one cell, as they are written.

    Parameters
    ----------
    text : object
        Text such as ``广州市、佛山市; 惠州市``.
    separators : str
        Each of its characters separates; the default is 、,，;；|/ (full-width forms too) and a new line.

    Returns
    -------
    list of str
        Entries in their order without blanks around them; those that say nothing are left out.
    """
    if is_missing(text):
        return []
    pieces = re.split("[" + re.escape(separators) + "]", as_text(text))
    return [piece.strip() for piece in pieces if not is_missing(piece)]


def code_text(value: object) -> str:
    """A code in its plain form: ``440100`` for 440100, 440100.0, ``'440100.0'`` and ``'４４０１００'``.

    Parameters
    ----------
    value : object
        Text or number.

    Returns
    -------
    str
        '' where the cell is empty.
    """
    text = visible(unicodedata.normalize("NFKC", as_text(value))).strip()
    if is_missing(text):
        return ""
    whole = _INTEGRAL.fullmatch(text)
    return whole.group(1) if whole else text
