"""Taxonomies whose codes say what belongs to what, brought into the form with a column of parents."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING

from ..messages import QT_TRANSLATE_NOOP, AnalysisError
from ..text import code_text, normalise
from .table_cells import cells, require_columns
from .taxonomy_error import TaxonomyError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .table_cells import Columns

PARENT = "parent"
PREFIX = "prefix"
DOTTED = "dotted"
FORMS = (PARENT, PREFIX, DOTTED)
COLUMNS = ("code", "parent", "name_zh", "name_en", "aliases", "too_broad", "goods")

_PREFIX_CODE = re.compile(r"([a-z]?)(\d*)")
_RANGE = re.compile(r"([a-z]?)(\d+)-[a-z]?(\d+)")
_DOTTED_CODE = re.compile(r"[0-9a-z_]+(\.[0-9a-z_]+)*")
_WIDEST_RANGE = 99
# A division such as 20 or 30 is no filled-up 2 or 3.
_SHORTEST_FILLED = 4
_SHORTEST_STEM = 2


def to_parents(table: Columns, form: str = PARENT, levels: Sequence[int] = ()) -> dict[str, list[str]]:
    """Bring a taxonomy of any form into the one that `taxonomy.load` takes.

    Parameters
    ----------
    table : DataFrame or dict of str to sequence
        ``code`` and ``name_zh`` or ``name_en``; optional ``aliases`` and ``too_broad``; ``parent`` counts in
        the form `PARENT` alone.
    form : {'parent', 'prefix', 'dotted'}
        ``prefix``: a code belongs to the longest code that it begins with; ``dotted``: to the code before its
        last point.
    levels : sequence of int
        Digits of the codes of each level, for `PREFIX` alone; () takes the lengths that occur.

    Returns
    -------
    dict of str to list of str
        With the columns of `COLUMNS`, an entry per input row.

    Raises
    ------
    TaxonomyError
        Codes that the form cannot read, all at once.
    AnalysisError
        An unknown form, levels that do not grow, a missing column.

    Notes
    -----
    Prefix codes may start with a section letter (C, C39, C3973), which is the parent of what carries it; they
    may be filled up with zeros (3900 is 39 unless that is a code by itself), and a range such as 31-33 is the
    parent of all that begins with 31, 32 or 33. A level that is missing between two others is passed over.
    """
    if form not in FORMS:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "The form of the taxonomy is {form}, but must be one of {forms}."
            ),
            form=form,
            forms=", ".join(FORMS),
        )
    require_columns(table, "taxonomy", ("code",), ("name_zh", "name_en"))
    columns = {name: cells(table, name) for name in COLUMNS}
    if form == PARENT:
        return columns
    columns["code"] = [code_text(code) for code in columns["code"]]
    if form == DOTTED:
        columns["parent"] = _dotted_parents(columns["code"])
    else:
        columns["parent"] = _prefix_parents(columns["code"], levels)
    return columns


def read_levels(text: str | None) -> tuple[int, ...]:
    """Read ``2,3,4`` into (2, 3, 4); blank into ().

    Raises
    ------
    AnalysisError
        What is no list of growing numbers.
    """
    entries = [entry for entry in re.split(r"[,，、;；\s]+", normalise(text)) if entry]
    levels = tuple(int(entry) if entry.isdecimal() else 0 for entry in entries)
    if any(low >= high for low, high in zip((0, *levels), levels)):
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "TAXONOMY_LEVELS is “{levels}”: give the number of digits of each level from the top down, "
                "such as 2,3,4.",
            ),
            levels=text,
        )
    return levels


def _dotted_parents(codes: list[str]) -> list[str]:
    shown = {normalise(code): code for code in codes if code}
    _refuse([code for code in codes if code and not _DOTTED_CODE.fullmatch(normalise(code))], "1.2.3")
    parents = []
    for code in codes:
        steps = list(accumulate(normalise(code).split("."), "{}.{}".format))[:-1]
        parents.append(next((shown[step] for step in reversed(steps) if step in shown), ""))
    return parents


def _prefix_parents(codes: list[str], levels: Sequence[int]) -> list[str]:
    read = {code: _read_prefix(code) for code in codes if code}
    lengths = {len(digits) for all_digits in read.values() for _, digits in all_digits or () if digits}
    levels = tuple(levels) or tuple(sorted(lengths))
    faulty = [
        code for code, ends in read.items() if not ends or any(d and len(d) not in levels for _, d in ends)
    ]
    _refuse(faulty, "C3973, " + ", ".join("3973210000"[:length] for length in levels if length <= 10))
    sections: dict[str, list[str]] = {}
    owners: dict[str, list[str]] = {}
    for code, ends in read.items():
        for letter, digits in ends:
            (owners if digits else sections).setdefault(digits or letter, []).append(code)
    _refuse_doubles(owners)
    by_digits = {_without_filling(digits, levels, owners): own[0] for digits, own in owners.items()}
    return [_parent(read.get(code, ()), sections, owners, by_digits, levels) for code in codes]


def _read_prefix(code: str) -> tuple[tuple[str, str], ...]:
    """Read a code into (letter, digits) pairs, several for a range, () where it is none."""
    plain = normalise(code)
    ends = _RANGE.fullmatch(plain)
    if ends:
        letter, first, last = ends.groups()
        if len(first) != len(last) or not 0 <= int(last) - int(first) <= _WIDEST_RANGE:
            return ()
        return tuple((letter, str(n).zfill(len(first))) for n in range(int(first), int(last) + 1))
    found = _PREFIX_CODE.fullmatch(plain)
    return ((found[1], found[2]),) if found and plain else ()


def _without_filling(digits: str, levels: tuple[int, ...], taken: dict[str, list[str]]) -> str:
    """Cut the zeros that only fill a code up: 3900 is 39 unless that is a code, too."""
    kept = digits
    for length in sorted(levels, reverse=True):
        if _SHORTEST_STEM <= length < len(kept) and len(digits) >= _SHORTEST_FILLED:
            if set(digits[length:]) != {"0"} or digits[:length] in taken:
                break
            kept = digits[:length]
    return kept


def _parent(
    ends: tuple[tuple[str, str], ...],
    sections: dict[str, list[str]],
    owners: dict[str, list[str]],
    by_digits: dict[str, str],
    levels: tuple[int, ...],
) -> str:
    if not ends:
        return ""
    letter, digits = ends[0]
    digits = _without_filling(digits, levels, owners)
    for length in sorted(levels, reverse=True):
        if length < len(digits) and digits[:length] in by_digits:
            return by_digits[digits[:length]]
    return sections.get(letter, [""])[0] if digits else ""


def _refuse_doubles(owners: dict[str, list[str]]) -> None:
    doubles = {tuple(dict.fromkeys(codes)): digits for digits, codes in owners.items()}
    problems = [
        AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "The codes {codes} all stand for the number {number}."),
            codes=", ".join(codes),
            number=number,
        )
        for codes, number in doubles.items()
        if len(codes) > 1
    ]
    if problems:
        raise TaxonomyError(problems)


def _refuse(codes: list[str], example: str) -> None:
    if codes:
        raise TaxonomyError(
            [
                AnalysisError(
                    QT_TRANSLATE_NOOP(
                        "ClusterBelt",
                        "The code {code} does not have the form of this taxonomy (for example {example}): "
                        "correct it, or choose another form or other levels.",
                    ),
                    code=code,
                    example=example,
                )
                for code in dict.fromkeys(codes)
            ]
        )
