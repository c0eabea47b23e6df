"""Write results: fields that replace input fields of the same name, sinks that check every feature."""

from itertools import islice, repeat

from qgis.core import QgsFeature, QgsFeatureSink, QgsField, QgsFields, QgsProcessingException

from ...compat import finish, is_compound, language_of_user, make_field, translate
from .checking import Written
from .destinations import format_in_memory, geometry_column, is_wanted, layer_in_database
from .fitting import Fitting, free_name
from .replacing import not_written

# The names that a GeoPackage keeps for itself: it numbers its rows in fid, whatever is written there.
OF_GEOPACKAGES = ("fid", "geom")
# A call for each feature costs more than some of them take; of many the memory is no longer near the processor.
AT_ONCE = 64
# QGIS keeps up to 100 MB of rows for a database, and sends them without asking whether to stop.
SENT_AT_ONCE = 1024


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
        self.name, self._context, self._staging = name, context, algorithm.staging
        self._waiting, self._staged, self.sink = [], None, None
        self._staged = algorithm.staging.features(name, parameters.get(name), context)
        self._in_memory = "" if self._staged else format_in_memory(parameters.get(name), context)
        driver = self._staged.driver if self._staged else self._in_memory
        self._sends, self._waits = self._staged is not None and not driver, 0
        geometry = geometry_column(self._staged.text) if self._sends else ""

        def make(simple):
            self._fitting = Fitting(fields, driver, simple=simple, geometry=geometry)
            if self._sends:
                made = self._staged.sink(parameters[name], context, self._fitting.fields, wkb_type, crs)
                return made, self._staged.text
            value = {} if self._staged is None else {name: self._staged.value(parameters[name])}
            made = (self._fitting.fields, wkb_type, crs, QgsFeatureSink.SinkFlag.RegeneratePrimaryKey)
            return algorithm.parameterAsSink({**parameters, **value}, name, context, *made)

        try:
            self.sink, self.destination = make(simple=False)
        except QgsProcessingException as error:
            self.sink, self.destination = self._second_try(make, fields, error)
        if self.sink is None and is_wanted(parameters, name, context):
            raise QgsProcessingException(algorithm.invalidSinkError(parameters, name))
        self._written = Written(name, driver, self._fitting.fields, self._staging.stop_if_cancelled)

    def write(self, attributes, geometry=None):
        """Add one feature; `geometry` may be None."""
        if self.sink is None:
            return
        self._waiting.append((attributes, geometry))
        if len(self._waiting) >= AT_ONCE:
            self._flush()

    def write_columns(self, columns, geometries=None):
        """Add features.

        Parameters
        ----------
        columns : list of list
            The cells of each field.
        geometries : iterable of QgsGeometry or None, optional
            Of all rows.
        """
        if self.sink is None:
            return
        self._flush()
        geometries = repeat(None) if geometries is None else iter(geometries)
        for start in range(0, len(columns[0]), AT_ONCE):
            part = [column[start : start + AT_ONCE] for column in columns]
            self._add(part, list(islice(geometries, len(part[0]))))

    def results(self):
        """Flush, check, and return the output as a dictionary; empty where it was not asked for."""
        if self.sink is None:
            return {}
        self._flush()
        self._staging.stop_if_cancelled()
        if self._sends and not self.sink.flushBuffer():
            raise self._failed(self.sink.lastError())
        try:
            finish(self.sink)
        except QgsProcessingException as error:
            raise self._failed(str(error)) from error
        # With it the file is closed.
        self.sink = None
        self._staging.say(self.name, self._fitting.changes())
        if self._staged is None:
            if self._in_memory:
                path, _, table = self.destination.partition("|layername=")
                self._staging.say(self.name, self._written.compare(path, table, path))
            self._check_layer()
            return {self.name: self.destination}
        if self._sends:
            self._refuse_lost(self._staged.count())
            return {self.name: self.destination}
        path, final = self._staged.written(self.destination)
        table = self._staged.table or self.destination.partition("|layername=")[2]
        self._staging.say(self.name, self._written.compare(path, table, final))
        _load_instead(self._context, self.destination, final)
        return {self.name: final}

    def _second_try(self, make, fields, error):
        """Without the fields of types that the format may not know; else say what was wrong."""
        reason = str(error)
        if self._staged is not None and any(is_compound(field) for field in fields):
            try:
                return make(simple=True)
            except QgsProcessingException as again:
                reason = str(again)
        # Of a database, the error tells which table and why.
        if self._staged is None or self._sends:
            raise error
        raise self._failed(reason)

    def _flush(self):
        if self._waiting:
            rows, geometries = zip(*self._waiting)
            self._waiting = []
            self._add(list(map(list, zip(*rows))), geometries)

    def _add(self, columns, geometries):
        self._staging.stop_if_cancelled()
        columns = self._fitting.columns(columns)
        self._written.add(columns, geometries)
        features = []
        for row, geometry in zip(zip(*columns) if columns else repeat(()), geometries):
            feature = QgsFeature()
            feature.setAttributes(list(row))
            if geometry is not None:
                feature.setGeometry(geometry)
            features.append(feature)
        added = self.sink.addFeatures(features, QgsFeatureSink.Flag.FastInsert)
        self._waits += len(features)
        if added and self._sends and self._waits >= SENT_AT_ONCE:
            added, self._waits = self.sink.flushBuffer(), 0
        if not added:
            raise self._failed(self.sink.lastError())

    def _failed(self, reason):
        if self._staged is None:
            return QgsProcessingException(
                translate("ClusterBelt", "A row could not be written to {output}: {reason}").format(
                    output=self.name, reason=reason
                )
            )
        if self._sends:
            return self._staged.error(reason)
        return not_written(
            self.name,
            self._staged.target,
            translate(
                "ClusterBelt", "{reason}. A GeoPackage (.gpkg) can hold what other formats cannot"
            ).format(reason=reason.replace(self._staged.folder, "").strip().rstrip(".")),
        )

    def _check_layer(self):
        """Raise where a temporary layer or a database has not taken all rows; give the fields their aliases."""
        layer = self._context.temporaryLayerStore().mapLayer(self.destination) or layer_in_database(
            self.destination
        )
        if layer is None:
            return
        self._refuse_lost(layer.featureCount())
        # The memory provider forgets the aliases of the fields that it was given.
        for field in self._fitting.fields:
            layer.setFieldAlias(layer.fields().lookupField(field.name()), field.alias())

    def _refuse_lost(self, found):
        if found != self._written.count:
            raise self._failed(
                translate("ClusterBelt", "not all rows were written, only {found} of {count}").format(
                    found=found, count=self._written.count
                )
            )


def _load_instead(context, destination, final):
    """Have QGIS load an output from where it will be."""
    layers = context.layersToLoadOnCompletion()
    if destination in layers:
        details = layers.pop(destination)
        context.setLayersToLoadOnCompletion({**layers, final: details})
