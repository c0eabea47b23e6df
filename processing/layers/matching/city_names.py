"""What the cities of a matched layer are called: by their codes, in the language of the reader."""

import re
from functools import lru_cache

from ...analysis.fields import CB_CITYCD
from ...analysis.places.registry import DEFAULT, countries, names_in
from ..reading.cell_texts import cell_text
from ..runs import run_of

# Where places are compared so, their codes are the user's own.
_OWN_CODES = ("text", "distance", "polygon")
# In a sentence of evidence in Latin letters: a city with its code, and those that an ambiguous text could mean.
_SAID_CITY = re.compile(r"(?<=\s)[^\s,;:]+(?= \[[^\]]*\]|(?: \w+)?(?:, |$))")


def country_of(layer):
    """Return the country of the gazetteer with which a matched layer was made, the default one where it is not here."""
    run = run_of(layer)
    country = run.parameters.get("COUNTRY") if run is not None else ""
    return country if country in countries() else DEFAULT


def city_names_of(layer, language):
    """Return what the cities of a matched layer are called, by code; those of unknown codes keep their texts."""
    run = run_of(layer)
    if run is not None and run.parameters.get("CITY_BY") in _OWN_CODES:
        return {}
    return names_in(language, country_of(layer))


def city_words_of(layer, language, codes=None):
    """Return what readers call the cities that data call otherwise, by their name in the data.

    Parameters
    ----------
    layer : QgsVectorLayer
        Matched clusters.
    language : {'en', 'zh'}
    codes : iterable of str, optional
        The cities that are meant where several places bear a name; default: all of the layer.

    Returns
    -------
    dict of str to str
        Without names that mean several places even so.
    """
    called, index = city_names_of(layer, language), layer.fields().lookupField(CB_CITYCD)
    if not called:
        return {}
    official = city_names_of(layer, "zh")
    if codes is None:
        codes = map(cell_text, layer.uniqueValues(index)) if index >= 0 else ()
    meant = _by_name(official, called, codes)
    others = _unique_words(language, country_of(layer)).items()
    return {**{name: word for name, word in others if name not in meant}, **_unique(meant)}


@lru_cache(maxsize=4)
def _unique_words(language, country):
    """Return what cities of unique names are called, by these."""
    official = names_in("zh", country)
    return _unique(_by_name(official, names_in(language, country), official))


def _unique(words):
    """Return the words that are one for their name, and another one."""
    return {name: next(iter(found)) for name, found in words.items() if len(found) == 1 and name not in found}


def _by_name(official, called, codes):
    words = {}
    for code in codes:
        if code in called:
            words.setdefault(official[code], set()).add(called[code])
    return words


def in_words(evidence, words):
    """Return a sentence of evidence with its cities as in `city_words_of`; names within Chinese sentences stay."""
    return _SAID_CITY.sub(lambda found: words.get(found[0], found[0]), evidence)
