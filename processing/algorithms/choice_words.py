"""What the dialogs call the values of choices; scripts, models and the log of a run keep the keys."""

import re

from ..analysis.messages import QT_TRANSLATE_NOOP
from ..compat import translate

_UNITS = {
    "city": QT_TRANSLATE_NOOP("ClusterBelt", "City"),
    "province": QT_TRANSLATE_NOOP("ClusterBelt", "Province"),
    "group": QT_TRANSLATE_NOOP("ClusterBelt", "City group"),
}
# By name of the parameter: a choice of the same name offers the same values in all algorithms.
WORDS = {
    "BASE": {
        "rows": QT_TRANSLATE_NOOP("ClusterBelt", "Rows (cluster and city)"),
        "whole": QT_TRANSLATE_NOOP("ClusterBelt", "Whole clusters"),
        "weighted": QT_TRANSLATE_NOOP("ClusterBelt", "Weights of the clusters"),
    },
    "CITY_BY": {
        "name": QT_TRANSLATE_NOOP("ClusterBelt", "Name"),
        "code": QT_TRANSLATE_NOOP("ClusterBelt", "Code"),
        "text": QT_TRANSLATE_NOOP("ClusterBelt", "Text as written (any country)"),
        "polygon": QT_TRANSLATE_NOOP("ClusterBelt", "Polygon around the point"),
        "distance": QT_TRANSLATE_NOOP("ClusterBelt", "Distance of the points"),
    },
    "CITY_LEVEL": {
        "prefecture": QT_TRANSLATE_NOOP("ClusterBelt", "Prefecture-level city"),
        "county": QT_TRANSLATE_NOOP("ClusterBelt", "County"),
        "province": QT_TRANSLATE_NOOP("ClusterBelt", "Province"),
    },
    "CLASS_AS": {
        "outline": QT_TRANSLATE_NOOP("ClusterBelt", "Colour of the outline"),
        "symbol": QT_TRANSLATE_NOOP("ClusterBelt", "Shape of the symbol"),
    },
    "COEFFICIENT": {
        "supply": QT_TRANSLATE_NOOP("ClusterBelt", "By weight of the suppliers"),
        "equal": QT_TRANSLATE_NOOP("ClusterBelt", "All alike"),
    },
    "COUNTRY": {"cn": QT_TRANSLATE_NOOP("ClusterBelt", "China")},
    "DIRECTION": {
        "upstream": QT_TRANSLATE_NOOP("ClusterBelt", "Upstream (suppliers)"),
        "downstream": QT_TRANSLATE_NOOP("ClusterBelt", "Downstream (customers)"),
        "both": QT_TRANSLATE_NOOP("ClusterBelt", "Both directions"),
    },
    "DIVISOR": {
        "weights": QT_TRANSLATE_NOOP("ClusterBelt", "Sum of the weights"),
        "minus_one": QT_TRANSLATE_NOOP("ClusterBelt", "m − 1 degrees of freedom"),
        "minus_two": QT_TRANSLATE_NOOP("ClusterBelt", "m − 2 degrees of freedom"),
    },
    "FLOWS_BY": _UNITS,
    "FORM": {
        "matrix": QT_TRANSLATE_NOOP("ClusterBelt", "Matrix: one field per buying sector"),
        "long": QT_TRANSLATE_NOOP("ClusterBelt", "Long: one row per flow"),
    },
    "INDUSTRY_BY": {
        "none": QT_TRANSLATE_NOOP("ClusterBelt", "All industries together"),
        "root": QT_TRANSLATE_NOOP("ClusterBelt", "Top-level industries"),
        "node": QT_TRANSLATE_NOOP("ClusterBelt", "Single nodes of the taxonomy"),
    },
    "LANGUAGE": {
        "user": QT_TRANSLATE_NOOP("ClusterBelt", "As in QGIS"),
        "en": QT_TRANSLATE_NOOP("ClusterBelt", "English"),
        "zh": QT_TRANSLATE_NOOP("ClusterBelt", "Chinese"),
    },
    "LEVEL": {
        "near": QT_TRANSLATE_NOOP("ClusterBelt", "Any relation"),
        "within": QT_TRANSLATE_NOOP("ClusterBelt", "Same industry, or one within the other"),
        "same": QT_TRANSLATE_NOOP("ClusterBelt", "Same industry only"),
    },
    "METHOD": {
        "dominant": QT_TRANSLATE_NOOP("ClusterBelt", "Dominant flows"),
        "communities": QT_TRANSLATE_NOOP("ClusterBelt", "Communities (Louvain)"),
    },
    "MODEL": {
        "traditional": QT_TRANSLATE_NOOP("ClusterBelt", "Traditional coupling degree"),
        "modified": QT_TRANSLATE_NOOP("ClusterBelt", "Modified (Wang et al. 2021)"),
    },
    "NORMALISE": {
        "max": QT_TRANSLATE_NOOP("ClusterBelt", "Relative to the largest region"),
        "minmax": QT_TRANSLATE_NOOP("ClusterBelt", "From the smallest to the largest region"),
        "given": QT_TRANSLATE_NOOP("ClusterBelt", "As given, between 0 and 1"),
    },
    "NULL_MODEL": {
        "cities": QT_TRANSLATE_NOOP("ClusterBelt", "Cities of the clusters are permuted"),
        "industries": QT_TRANSLATE_NOOP("ClusterBelt", "Industries of the belts are permuted"),
    },
    "ORIENTATION": {
        "landscape": QT_TRANSLATE_NOOP("ClusterBelt", "Landscape"),
        "portrait": QT_TRANSLATE_NOOP("ClusterBelt", "Portrait"),
    },
    "PALETTE": {
        "colour": QT_TRANSLATE_NOOP("ClusterBelt", "Colour"),
        "grey": QT_TRANSLATE_NOOP("ClusterBelt", "Grey"),
    },
    "PAPER": {
        "A4": QT_TRANSLATE_NOOP("ClusterBelt", "A4"),
        "A3": QT_TRANSLATE_NOOP("ClusterBelt", "A3"),
        "17cm": QT_TRANSLATE_NOOP("ClusterBelt", "Figure of a page, 17 cm"),
        "8cm": QT_TRANSLATE_NOOP("ClusterBelt", "Figure of a column, 8 cm"),
    },
    "READ": {
        "auto": QT_TRANSLATE_NOOP("ClusterBelt", "In the database where possible"),
        "rows": QT_TRANSLATE_NOOP("ClusterBelt", "Always row by row"),
        "database": QT_TRANSLATE_NOOP("ClusterBelt", "Always in the database"),
    },
    "REGION_BY": _UNITS,
    "SCALING": {
        "standard_distance": QT_TRANSLATE_NOOP("ClusterBelt", "Standard distance (√2 σ, as ArcGIS)"),
        "standard_deviation": QT_TRANSLATE_NOOP("ClusterBelt", "Standard deviation (σ, Yuill)"),
        "confidence": QT_TRANSLATE_NOOP("ClusterBelt", "Confidence (χ²)"),
        "share_inside": QT_TRANSLATE_NOOP("ClusterBelt", "Share of the weight inside"),
    },
    "TAXONOMY_FORM": {
        "parent": QT_TRANSLATE_NOOP("ClusterBelt", "Column parent"),
        "prefix": QT_TRANSLATE_NOOP("ClusterBelt", "First digits of the codes"),
        "dotted": QT_TRANSLATE_NOOP("ClusterBelt", "Dots in the codes"),
    },
    "UNIT": _UNITS,
}


_BEFORE_COLON = re.compile(r"\w+(?=[:：])")


def words_of_choice(name, key):
    """Return what the dialog calls a value of a choice in the user's language; the key itself where it has no words."""
    words = WORDS.get(name, {}).get(key)
    return translate("ClusterBelt", words) if words else key


def help_in_words(name, keys, help_text):
    """Return the help of a choice, in which the words of each value that it explains stand before the key."""

    def explained(found):
        key = found.group()
        words = words_of_choice(name, key) if key in keys else key
        if words == key:
            return key
        return translate("ClusterBelt", "{words} ({key})").format(words=words, key=key)

    return _BEFORE_COLON.sub(explained, help_text)
