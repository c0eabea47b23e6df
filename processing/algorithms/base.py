"""What all algorithms of Cluster Belt share: how they are named, helped, checked and stopped."""

import importlib.util
import re

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProperty,
)
from qgis.PyQt.QtGui import QIcon

from ..compat import field_names, translate
from ..layers.reading.encodings import refuse_unreadable_names
from ..layers.reading.sources import (
    Source,
    can_be_exported,
    hides_rows,
    layer_behind,
    plain_file,
    whole_layer,
)
from ..layers.writing.destinations import clash

_LIBRARIES = ("numpy", "pandas")
_TABLE = QgsProcessing.SourceType.TypeVector


class ClusterBeltAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: `compute` does the work, errors of the analysis become sentences for the user."""

    # Parameters that the dialog keeps folded away.
    ADVANCED = ()

    def createInstance(self):  # noqa: N802
        return type(self)()

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return self.provider().svgIconPath() if self.provider() else ""

    def shortHelpString(self):  # noqa: N802
        return help_of(self)

    def canExecute(self):  # noqa: N802
        missing = _missing_libraries()
        return (not missing, missing)

    def checkParameterValues(self, parameters, context):  # noqa: N802
        missing = _missing_libraries()
        if missing:
            return False, missing
        allowed, why = super().checkParameterValues(parameters, context)
        if allowed:
            why = self.contradiction(parameters, context) or clash(self, parameters, context)
        return allowed and not why, why

    def contradiction(self, parameters, context):
        """Return what is wrong with the parameters as a whole, as a sentence; '' for nothing."""
        return ""

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802
        # Layers may be touched here only: the work itself runs in a thread of its own.
        self._sources = {
            definition.name(): self._behind(parameters, definition.name(), context)
            for definition in self.parameterDefinitions()
            if isinstance(definition, QgsProcessingParameterFeatureSource)
        }
        return True

    def _behind(self, parameters, name, context):
        """Return what is behind a source, as keywords of `Source`."""
        if hides_rows(layer_behind(self, parameters, name, context)):
            return {"hides": True}
        layer = whole_layer(self, parameters, name, context)
        if layer is None:
            return {}
        fields = self._fields_of(parameters, name, context, layer)
        if can_be_exported(layer, fields):
            from ..layers.reading.memory import MemoryExport

            return {"export": MemoryExport(layer, fields)}
        return {"file": plain_file(layer)}

    def _fields_of(self, parameters, source, context, layer):
        """Return the fields of the layer of a source that the parameters name."""
        indexes = [
            layer.fields().lookupField(name)
            for definition in self.parameterDefinitions()
            if isinstance(definition, QgsProcessingParameterField)
            and definition.parentLayerParameterName() == source
            for name in field_names(self, parameters, definition.name(), context)
        ]
        return [layer.fields().at(index).name() for index in dict.fromkeys(indexes) if index >= 0]

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        from ..analysis.cancelling import Cancelled
        from ..analysis.messages import AnalysisError

        try:
            return self.compute(parameters, context, feedback)
        except Cancelled:
            why = translate("ClusterBelt", "Cancelled; nothing was written.")
        except AnalysisError as error:
            why = _in_words(error)
        except QgsProcessingException as error:
            why = str(error)
        # QGIS keeps what is raised here for ever, with all frames behind it: those of the work, and its
        # columns, are let go before.
        del parameters, context, feedback
        raise QgsProcessingException(why)

    def compute(self, parameters, context, feedback):
        """Do the work of `processAlgorithm`."""
        raise NotImplementedError

    def add(self, parameter, help_text):
        """Add a parameter with the sentence that explains it."""
        parameter.setHelp(help_text)
        if parameter.name() in self.ADVANCED:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def add_choice(self, name, description, keys, default, help_text, *, several=False):
        """Add a choice among static keys; the index of a key is refused."""
        choice = QgsProcessingParameterEnum(
            name, description, list(keys), several, default, usesStaticStrings=True
        )
        self.add(choice, help_text)

    def add_field(self, name, description, parent, help_text, *, optional=False):
        """Add a field of the source `parent`."""
        self.add(QgsProcessingParameterField(name, description, None, parent, optional=optional), help_text)

    def add_source(self, name, description, help_text, *, source_type=_TABLE, optional=False):
        """Add an input: a table or a layer, unless its type says what it is."""
        source = QgsProcessingParameterFeatureSource(name, description, [source_type], optional=optional)
        self.add(source, help_text)

    def add_sink(self, name, description, source_type, help_text, *, optional=False):
        """Add an output layer; an optional one is not made unless it is asked for."""
        sink = QgsProcessingParameterFeatureSink(name, description, source_type, None, optional, not optional)
        self.add(sink, help_text)

    def add_numbers(self, *named):
        """Add the number outputs that models read, from (name, description) pairs."""
        for name, description in named:
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def parameterAsSource(self, parameters, name, context):  # noqa: N802
        """Return the source of a parameter; QGIS does not check its geometries, we do where they matter.

        What QGIS raises at an invalid geometry ends the program: it passes through loops of Python.
        """
        source = super().parameterAsSource(parameters, name, context)
        if source is not None:
            source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        return source

    def source(self, parameters, name, context):
        """Return the source of a parameter, or None where it is optional and empty."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None and parameters.get(name) is not None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return None if source is None else Source(source, **self._sources[name])

    def layer(self, parameters, name, context):
        """Return the layer of a parameter that is drawn, or None where it is optional and empty."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is None and parameters.get(name) not in (None, ""):
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return layer

    def style_on_load(self, context, outputs, **kinds):
        """Have outputs styled when QGIS loads them (OUTPUT="clusters" …); returns the outputs."""
        from ..cartography.loading import style_when_loaded

        for name, kind in kinds.items():
            style_when_loaded(context, outputs.get(name), kind)
        return outputs

    def field(self, parameters, name, context, source):
        """Return the field of a parameter as the source spells it, '' where it is empty; refuse one it lacks."""
        field = self.parameterAsString(parameters, name, context)
        if not field:
            return ""
        index = source.fields().lookupField(field)
        if index < 0:
            refuse_unreadable_names(source)
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}."
                ).format(
                    layer=source.sourceName(),
                    field=field,
                    parameter=name,
                    fields=", ".join(source.fields().names()),
                )
            )
        return source.fields().at(index).name()

    def name_field(self, parameters, name, context, source):
        """Return the name of the field that holds the names of a source; refuse none."""
        field = self.field(parameters, name, context, source)
        if not field:
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "{parameter} is empty: choose the field of “{layer}” with the names."
                ).format(parameter=name, layer=source.sourceName())
            )
        return field

    def crs(self, parameters, name, context):
        """Return a coordinate reference system, or None; a bare PROJ string is understood."""
        value = parameters.get(name)
        if value in (None, ""):
            return None
        if isinstance(value, str) and value.strip().startswith("+"):
            return QgsCoordinateReferenceSystem.fromProj(value.strip())
        return self.parameterAsCrs(parameters, name, context)

    def number_list(self, parameters, name, context):
        """Read one or several numbers from a number, a text such as ``1,2,3`` or a list."""
        value = parameters.get(name)
        if value is None or isinstance(value, (str, QgsProperty)):
            value = re.split(r"[,;，；、\s]+", self.parameterAsString(parameters, name, context).strip())
        elif not isinstance(value, (list, tuple)):
            value = [value]
        try:
            return [float(item) for item in value]
        except (TypeError, ValueError):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "{parameter}: “{value}” is not a list of numbers such as 1 or 1,2,3."
                ).format(parameter=name, value=", ".join(str(item) for item in value))
            ) from None


def help_of(algorithm):
    """Return the help of an algorithm or a model: what it does, then the help of each of its parameters."""
    parts = [f"<p>{algorithm.shortDescription()}</p>"]
    for parameter in algorithm.parameterDefinitions():
        parts.append(f"<p><b>{parameter.description()}</b> ({parameter.name()})<br>{parameter.help()}</p>")
    return "".join(parts)


def _in_words(error):
    """Say an error of the analysis in the user's language, each of its problems on a line of its own."""
    values = dict(error.values)
    if getattr(error, "problems", ()):
        values["problems"] = "\n".join(map(_in_words, error.problems))
    return translate("ClusterBelt", error.template).format(**values)


def _missing_libraries():
    missing = [name for name in _LIBRARIES if importlib.util.find_spec(name) is None]
    if not missing:
        return ""
    return translate(
        "ClusterBelt",
        "This algorithm needs {libraries}. Install with the package manager of your system "
        "(python3-numpy, python3-pandas), with the OSGeo4W set-up on Windows, or with pip in QGIS's Python.",
    ).format(libraries=", ".join(missing))
