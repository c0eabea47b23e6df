"""Fields of a wide table that are called by years, such as GDP2015, y_2016 or 2017年."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from ..messages import QT_TRANSLATE_NOOP, AnalysisError

if TYPE_CHECKING:
    from collections.abc import Sequence

# A year that stands by itself among digits.
YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20|21)\d\d(?!\d)")
_BESIDE_YEAR = re.compile(r"[\W_]|年度?")


def year_of(name: str) -> int:
    """Read the year out of the name of a field, such as GDP2015, y_2016 or 2017年.

    Raises
    ------
    AnalysisError
        Where the name holds none, or several.
    """
    years = set(YEAR.findall(unicodedata.normalize("NFKC", name)))
    if len(years) != 1:
        raise AnalysisError(
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "VALUES: the name of field “{field}” must contain one four-digit year, as in GDP2015. "
                "Rename the field.",
            ),
            field=name,
        )
    return int(years.pop())


def years_of(names: Sequence[str]) -> list[int]:
    """Read the years out of the names of several fields; a year that comes twice is an `AnalysisError`."""
    years = [year_of(name) for name in names]
    for i, year in enumerate(years):
        if year in years[:i]:
            raise AnalysisError(
                QT_TRANSLATE_NOOP(
                    "ClusterBelt",
                    "VALUES: the fields “{first}” and “{second}” are both for {year}. Choose one of them.",
                ),
                first=names[years.index(year)],
                second=names[i],
                year=year,
            )
    return years


def called_by_years(names: Sequence[str]) -> list[str]:
    """Return the fields of a wide table that are called alike but for their years, the first year first.

    Parameters
    ----------
    names : sequence of str
        Of fields of numbers.

    Returns
    -------
    list of str
        Empty where there is but one year, or where several things have years: which is meant cannot be told.
    """
    things: dict[str, dict[int, str]] = {}
    for name in names:
        plain = unicodedata.normalize("NFKC", name).casefold()
        years = YEAR.findall(plain)
        if len(years) == 1:
            thing = _BESIDE_YEAR.sub("", plain.replace(years[0], " "))
            things.setdefault(thing, {}).setdefault(int(years[0]), name)
    told = [fields for fields in things.values() if len(fields) > 1]
    return [told[0][year] for year in sorted(told[0])] if len(told) == 1 else []
