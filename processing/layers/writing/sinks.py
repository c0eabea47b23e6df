"""Write results: fields that replace input fields of the same name, sinks that check every feature."""

from qgis.core import QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsProcessingException

from ...compat import finish, language_of_user, make_field, translate
from .destinations import is_wanted

# The names that a GeoPackage keeps for itself: it numbers its rows in fid, whatever is written there.
OF_GEOPACKAGES = ("fid", "geom")
# A call for each feature would cost more than some of them take.
_AT_ONCE = 500


def fields_of(definitions):
    """Return `QgsFields` of `analysis.fields.Field`s, with their aliases in the user's language."""
    fields, language = QgsFields(), language_of_user()
    for definition in definitions:
        field = make_field(definition.key, definition.kind)
        field.setAlias(definition.alias.say(language))
        fields.append(field)
    return fields


def kept_fields(fields, added):
    """Input fields that stay beside the added ones.

    An added field replaces an input field of its name, so that algorithms chain; an input `fid` is written as
    `fid_2`, because rows may multiply and the key of a GeoPackage must not repeat, and so are others whose name a
    GeoPackage would refuse: its own, and one that differs from an earlier one by capitals only.

    Parameters
    ----------
    fields, added : QgsFields

    Returns
    -------
    indexes : list of int
        Which input fields stay.
    combined : QgsFields
        These, then the added ones.
    """
    replaced = {field.name().lower() for field in added}
    indexes = [i for i, field in enumerate(fields) if field.name().lower() not in replaced]
    given = {name.lower() for name in fields.names()}
    combined, taken = QgsFields(), {*OF_GEOPACKAGES, *replaced}
    for i in indexes:
        field = QgsField(fields.at(i))
        if field.name().lower() in taken:
            field.setName(free_name(field.name(), taken | given))
        taken.add(field.name().lower())
        combined.append(field)
    for field in added:
        combined.append(field)
    return indexes, combined


def free_name(name, taken):
    """Return the name, or name_2, name_3 … the first that is not taken (all in lower case)."""
    if name.lower() not in taken:
        return name
    number = 2
    while f"{name}_{number}".lower() in taken:
        number += 1
    return f"{name}_{number}"


class Sink:
    """A sink of Processing that takes features some at a time, and raises where one cannot be written.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
    parameters, context
        As given to `processAlgorithm`.
    name : str
        The output parameter; where it is optional and not asked for, nothing is written.
    fields : QgsFields
    wkb_type, crs
        Geometry type and coordinate reference system.
    """

    def __init__(self, algorithm, parameters, name, context, fields, wkb_type, crs):
        self.name = name
        self.sink, self.destination = algorithm.parameterAsSink(
            parameters, name, context, fields, wkb_type, crs, QgsFeatureSink.SinkFlag.RegeneratePrimaryKey
        )
        self._waiting = []
        if self.sink is None and is_wanted(parameters, name, context):
            raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))

    def write(self, attributes, geometry=None):
        """Add one feature; `geometry` may be None."""
        if self.sink is None:
            return
        feature = QgsFeature()
        feature.setAttributes(attributes if isinstance(attributes, list) else list(attributes))
        if geometry is not None:
            feature.setGeometry(geometry)
        self._waiting.append(feature)
        if len(self._waiting) >= _AT_ONCE:
            self._flush()

    def _flush(self):
        if not self._waiting:
            return
        added = self.sink.addFeatures(self._waiting, QgsFeatureSink.Flag.FastInsert)
        self._waiting = []
        if not added:
            raise QgsProcessingException(
                translate("ClusterBelt", "A row could not be written to {output}: {reason}").format(
                    output=self.name, reason=self.sink.lastError() if hasattr(self.sink, "lastError") else ""
                )
            )

    def results(self):
        """Flush, and return the output as a dictionary; empty where it was not asked for."""
        if self.sink is None:
            return {}
        self._flush()
        finish(self.sink)
        self.sink = None
        return {self.name: self.destination}
