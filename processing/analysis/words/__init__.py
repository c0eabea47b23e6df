"""Words of results, in every language that results have: the second of two mechanisms, beside Qt's translations.

What QGIS shows in the user's language (parameters, helps, messages, the dock) is translated by Qt. What stands
in results, whose language the user chooses for each, is a pair of `Words`.
"""

from __future__ import annotations

from typing import NamedTuple

LANGUAGES = ("en", "zh")


class Words(NamedTuple):
    """A text in each of `LANGUAGES`; it may have ``{name}`` places."""

    en: str
    zh: str

    def say(self, language, **values):
        """Return the text in a language, its places filled where there are values."""
        text = self[LANGUAGES.index(language)]
        return text.format(**values) if values else text
