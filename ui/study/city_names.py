"""What the dock calls cities: in the language in which the user wants results."""

from ...processing.compat import language_of_user
from ...processing.layers.matching import city_names
from .preferences import preference


def language_of_results():
    """Return the language in which the user wants results: that of the settings, else that of QGIS."""
    return preference("LANGUAGE") or language_of_user()


def city_names_of(layer):
    """Return what the cities of a matched layer are called, by code; those of unknown codes keep their texts."""
    return city_names.city_names_of(layer, language_of_results())


def city_words_of(layer, codes):
    """Return what cities of these codes, and others of unique names, are called, by their name in the data."""
    return city_names.city_words_of(layer, language_of_results(), codes)


def searched_names_of(layer):
    """Return by what the cities of a matched layer are found, by code: their names in each language, a line for each."""
    official, latin = (city_names.city_names_of(layer, language) for language in ("zh", "en"))
    return {code: f"{name}\n{latin.get(code, '')}" for code, name in official.items()}
