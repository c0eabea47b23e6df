"""What the fields of an algorithm hold, told by the keys of their parameters; and which to choose where none is chosen."""

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterField

from ..compat import translate

# The most important first.
ROLES = ("city", "industry", "id", "province", "year", "start", "end", "weight", "name", "class")
_SYNONYMS = {"time": "year"}


def fields_by_source(algorithm):
    """Return for each input the parameters of its fields by role; the last word of a parameter is its role."""
    from ..analysis.guessing import NAMES

    found = {}
    for definition in algorithm.parameterDefinitions():
        role = definition.name().rsplit("_", 1)[-1].lower()
        role = _SYNONYMS.get(role, role)
        if isinstance(definition, QgsProcessingParameterField) and role in NAMES:
            found.setdefault(definition.parentLayerParameterName(), {})[role] = definition.name()
    return found


def why_no_field(algorithm, parameters, context, why):
    """Say which fields are to be chosen, and which of the table are likely: batches and scripts have no guided dialog.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
    parameters : dict
    context : QgsProcessingContext
    why : str
        Why it does not run; fields that it names are needed.

    Returns
    -------
    str
        '' where no field is missing.
    """
    lines = []
    for source, fields in fields_by_source(algorithm).items():
        empty = {role: name for role, name in fields.items() if parameters.get(name) in (None, "", [])}
        named = [name for name in empty.values() if name in why.replace(".", " ").split()]
        needed = {name for name in empty.values() if not _is_optional(algorithm, name)}.union(named)
        missing = {role: name for role, name in empty.items() if name in needed}
        # What makes a field needed that is not always is worth saying, too.
        lines.extend(why for name in named if _is_optional(algorithm, name))
        lines.extend(_lines(algorithm, parameters, context, source, fields, missing) if missing else ())
    # One sentence may name several of them.
    return "\n".join(dict.fromkeys(lines))


def _is_optional(algorithm, name):
    flags = algorithm.parameterDefinition(name).flags()
    return bool(flags & QgsProcessingParameterDefinition.Flag.FlagOptional)


def _lines(algorithm, parameters, context, source, fields, missing):
    from ..analysis.places.registry import DEFAULT
    from ..layers.reading.sources import layer_behind
    from ..layers.understanding import guess_fields

    layer = layer_behind(algorithm, parameters, source, context)
    if layer is None:
        return
    roles = [role for role in ROLES if role in fields]
    guessed = guess_fields(layer, roles, parameters.get("COUNTRY") or DEFAULT)
    for role, name in missing.items():
        if guessed.get(role):
            text = translate(
                "ClusterBelt", "{parameter} is empty: choose the field, such as “{field}” of “{layer}”."
            )
        else:
            text = translate("ClusterBelt", "{parameter} is empty: choose a field of “{layer}”.")
        yield text.format(parameter=name, field=guessed.get(role), layer=layer.name())
