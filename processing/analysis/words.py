"""Words of results, in every language that results have: the second of two mechanisms, beside Qt's translations.

What QGIS shows in the user's language (parameters, helps, messages, the dock) is translated by Qt. What stands in
results, whose language the user chooses for each, comes from the catalogue `resources/words/words.csv`, by the room
of the house that says it; words of fields and of statuses stand in the tables of these.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

from .messages import QT_TRANSLATE_NOOP, AnalysisError

LANGUAGES = ("en", "zh")

_CATALOGUE = Path(__file__).parents[2] / "resources" / "words" / "words.csv"


class Words(NamedTuple):
    """A text in each of `LANGUAGES`; it may have ``{name}`` places."""

    en: str
    zh: str

    def say(self, language: str, **values: object) -> str:
        """Return the text in a language, its places filled where there are values.

        Raises
        ------
        AnalysisError
            If there is no such language.
        """
        check_language(language)
        text: str = getattr(self, language)
        return text.format(**values) if values else text


def check_language(language: str) -> None:
    """Raise an `AnalysisError` where results have no words in this language."""
    if language not in LANGUAGES:
        raise AnalysisError(
            QT_TRANSLATE_NOOP("ClusterBelt", "LANGUAGE is “{language}”: give one of {known}."),
            language=language,
            known=", ".join(LANGUAGES),
        )


@cache
def words_of(room: str, language: str) -> Mapping[str, str]:
    """Return the texts of a room of the house in a language, by key, with those that all rooms share.

    Parameters
    ----------
    room : {'evidence', 'relation', 'report', 'map', 'virtual', 'direction', 'value'}
    language : {'en', 'zh'}

    Returns
    -------
    mapping of str to str
    """
    rooms = _catalogue()
    both = {**rooms["common"], **rooms[room]}
    return MappingProxyType({key: words.say(language) for key, words in both.items()})


def key_of(text: str, room: str) -> str | None:
    """Return the key of which this is the text of a room in one of the languages; None for a text of the user's."""
    rooms = _catalogue()
    return next((key for key, words in {**rooms["common"], **rooms[room]}.items() if text in words), None)


@lru_cache(maxsize=1)
def _catalogue() -> dict[str, dict[str, Words]]:
    rooms: dict[str, dict[str, Words]] = {}
    with open(_CATALOGUE, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            rooms.setdefault(row["room"], {})[row["key"]] = Words(row["en"], row["zh"])
    return rooms
