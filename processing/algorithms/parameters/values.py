"""Values of parameters that QGIS alone would read otherwise: lists of numbers, empty numbers, bare PROJ strings."""

import re

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsProperty

from ...compat import translate


def is_empty(parameters, name):
    """Tell whether a parameter was not given."""
    return parameters.get(name) in (None, "")


def whole_number(algorithm, parameters, name, context):
    """Return a whole number, or None where the parameter is empty."""
    return None if is_empty(parameters, name) else algorithm.parameterAsInt(parameters, name, context)


def decimal(algorithm, parameters, name, context):
    """Return a number with decimals, or None where the parameter is empty."""
    return None if is_empty(parameters, name) else algorithm.parameterAsDouble(parameters, name, context)


def text(algorithm, parameters, name, context):
    """Return a text without blanks around it."""
    return (algorithm.parameterAsString(parameters, name, context) or "").strip()


def crs(algorithm, parameters, name, context):
    """Return a coordinate reference system, or None; a bare PROJ string is understood."""
    if is_empty(parameters, name):
        return None
    value = parameters[name]
    if isinstance(value, str) and value.strip().startswith("+"):
        return QgsCoordinateReferenceSystem.fromProj(value.strip())
    return algorithm.parameterAsCrs(parameters, name, context)


def map_crs(algorithm, parameters, name, context):
    """Return a coordinate reference system in which maps are drawn, or None; raise where the one given is none."""
    from ...layers.measuring.globes import is_geocentric

    found = crs(algorithm, parameters, name, context)
    if found is None or (found == QgsCoordinateReferenceSystem() and not isinstance(parameters[name], str)):
        # An empty field of a dialog.
        return None
    if not found.isValid() or is_geocentric(found):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "{name} is not a coordinate reference system of maps. Choose one in degrees or a projected one, or "
                "leave it empty.",
            ).format(name=name)
        )
    return found


def numbers(algorithm, parameters, name, context):
    """Read one or several numbers from a number, a text such as ``1,2,3`` or a list."""
    value = parameters.get(name)
    if value is None or isinstance(value, (str, QgsProperty)):
        value = re.split(r"[,;，；、\s]+", algorithm.parameterAsString(parameters, name, context).strip())
    elif not isinstance(value, (list, tuple)):
        value = [value]
    try:
        found = [float(item) for item in value]
    except (TypeError, ValueError):
        found = []
    if not found:
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "{parameter}: “{value}” is not a list of numbers such as 1 or 1,2,3."
            ).format(parameter=name, value=", ".join(str(item) for item in value))
        )
    return found


def name_field(algorithm, parameters, name, context, source):
    """Return the name of the field that holds the names of a source; refuse none."""
    field = algorithm.field(parameters, name, context, source)
    if not field:
        raise QgsProcessingException(
            translate(
                "ClusterBelt", "{parameter} is empty: choose the field of “{layer}” that holds the names."
            ).format(parameter=name, layer=source.sourceName())
        )
    return field


def as_in_matching(help_text):
    """Return the help of a parameter that an algorithm shares with the matching."""
    return translate("ClusterBelt", "As in the matching. {help}").format(help=help_text)


def field_of(source, name):
    """Return a field as the source spells it, '' where it has none of that name."""
    index = source.fields().lookupField(name)
    return source.fields().at(index).name() if index >= 0 else ""
