"""What a user has set once for all dialogs: the language of results, taxonomy, gazetteer and plane."""

from qgis.core import QgsSettings

# Parameter that a preference fills in → its key in the settings of QGIS.
KEYS = {
    "LANGUAGE": "clusterbelt/language",
    "TAXONOMY": "clusterbelt/taxonomy",
    "COUNTRY": "clusterbelt/country",
    "MEASURE_CRS": "clusterbelt/measure_crs",
}


def preference(name):
    """Return what is set for a parameter, '' for nothing."""
    return str(QgsSettings().value(KEYS[name], "") or "")


def set_preference(name, value):
    """Set what dialogs fill in for a parameter; '' for nothing."""
    if value:
        QgsSettings().setValue(KEYS[name], value)
    else:
        QgsSettings().remove(KEYS[name])


def fill_in(wrappers, context):
    """Fill the preferences into the widgets of a dialog, by name of the parameter."""
    for name in KEYS:
        value = preference(name)
        if value and name in wrappers:
            wrappers[name].setParameterValue(value, context)
