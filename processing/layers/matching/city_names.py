"""What the cities of a matched layer are called: by their codes, in the language of the reader."""

from ...analysis.places.registry import DEFAULT, countries, names_in
from ..runs import run_of

# Where places are compared so, their codes are the user's own.
_OWN_CODES = ("text", "distance", "polygon")


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
