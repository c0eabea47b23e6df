"""What the dock calls the cities of a layer: by their codes, in the language that people read results in."""

from ...processing.analysis.places.registry import DEFAULT, countries, names_in
from ...processing.compat import language_of_user
from ...processing.layers.runs import run_of
from .preferences import preference

# Where places are compared so, their codes are the user's own.
_OWN_CODES = ("text", "distance", "polygon")


def language_of_results():
    """Return the language in which the user wants results: that of the settings, else that of QGIS."""
    return preference("LANGUAGE") or language_of_user()


def country_of(layer):
    """Return the country of the gazetteer with which a matched layer was made, the default one where it is not here."""
    run = run_of(layer)
    country = run.parameters.get("COUNTRY") if run is not None else ""
    return country if country in countries() else DEFAULT


def city_names_of(layer):
    """Return what the cities of a matched layer are called, by code; those of unknown codes keep their texts."""
    run = run_of(layer)
    if run is not None and run.parameters.get("CITY_BY") in _OWN_CODES:
        return {}
    return names_in(language_of_results(), country_of(layer))
