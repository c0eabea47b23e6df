"""What all algorithms of Cluster Belt share: how they are named, helped, checked and stopped.

QGIS waits for this when it starts: what only a run needs is imported by the run.
"""

from pathlib import Path

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)
from qgis.PyQt.QtGui import QIcon

from ..analysis.fields import table_of
from ..analysis.messages import QT_TRANSLATE_NOOP
from ..compat import language_of_user, translate
from ..layers.feedback import shortened
from ..layers.reading.encodings import refuse_unreadable_names
from .choice_words import help_in_words
from .field_roles import why_no_field
from .helping import help_of, page_of
from .saying import NUMPY, in_dialog_words, in_words, missing_libraries
from .worded_feedback import WordedFeedback

_TABLE = QgsProcessing.SourceType.TypeVector
# Each algorithm has its own, of its name.
ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"

# What the toolbox calls the groups of algorithms.
GROUPS = {
    "distribution": QT_TRANSLATE_NOOP("ClusterBelt", "Spatial distribution"),
    "clusters": QT_TRANSLATE_NOOP("ClusterBelt", "Clusters and belts"),
    "virtual": QT_TRANSLATE_NOOP("ClusterBelt", "Virtual clusters"),
    "tables": QT_TRANSLATE_NOOP("ClusterBelt", "Tables"),
    "map": QT_TRANSLATE_NOOP("ClusterBelt", "Map"),
}


class ClusterBeltAlgorithm(QgsProcessingAlgorithm):
    """Base of the algorithms: `compute` does the work, errors of the analysis become sentences for the user."""

    # Of the toolbox; see `GROUPS`.
    GROUP = ""
    # What it needs besides QGIS.
    LIBRARIES = NUMPY
    # What makes the dialog of an algorithm; None for that of Processing. The plugin sets it where there is a desktop.
    make_dialog = None

    def createInstance(self):  # noqa: N802
        return type(self)()

    def createCustomParametersWidget(self, parent):  # noqa: N802
        make_dialog = ClusterBeltAlgorithm.make_dialog
        return make_dialog(self, parent) if make_dialog else None

    def group(self):
        title = GROUPS[self.GROUP]
        return translate("ClusterBelt", title)

    def groupId(self):  # noqa: N802
        return self.GROUP

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return str(ICONS / f"{self.name()}.svg")

    def shortHelpString(self):  # noqa: N802
        return help_of(self)

    def helpUrl(self):  # noqa: N802
        return page_of(self.name())

    def canExecute(self):  # noqa: N802
        missing = missing_libraries(self.LIBRARIES)
        return (not missing, missing)

    def checkParameterValues(self, parameters, context):  # noqa: N802
        missing = missing_libraries(self.LIBRARIES)
        if missing:
            return False, missing
        from ..layers.reading.delimited import why_header_discarded
        from ..layers.reading.given_files import why_not_opened, why_unread
        from ..layers.reading.sources import layers_behind
        from ..layers.writing.destinations import clash

        why = why_not_opened(self, parameters, context)
        if why:
            return False, in_dialog_words(self, why)
        allowed, why = super().checkParameterValues(parameters, context)
        if allowed:
            layers = layers_behind(self, parameters, context)
            why = next(filter(None, map(why_header_discarded, layers)), "")
            why = why or self.problem(parameters, context) or clash(self, parameters, context)
            allowed = not why
        if not allowed:
            # What is wrong with a table is the reason for what is wrong with its fields.
            why = (
                why_unread(self, parameters, context)
                or self._misread(parameters, context)
                or why_no_field(self, parameters, context, why)
                or why
            )
        return allowed, in_dialog_words(self, why)

    def _misread(self, parameters, context):
        """Say which layer QGIS has read otherwise than it was meant: without its header, or in the wrong encoding."""
        from ..layers.reading.sources import layers_behind
        from ..layers.understanding import why_refused

        return next(filter(None, map(why_refused, layers_behind(self, parameters, context))), "")

    def problem(self, parameters, context):
        """Return what is wrong with the parameters as a whole, as a sentence; '' for nothing."""
        return ""

    def files_read(self, parameters, context):
        """Return the files that are read besides the layers; no output replaces one of them."""
        return []

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802
        # Models run their algorithms without a check of their parameters.
        allowed, why = self.checkParameterValues(parameters, context)
        if not allowed:
            raise QgsProcessingException(why)
        from ..layers.runs import run_of_parameters
        from ..layers.writing.origins import tables_read
        from ..layers.writing.staging import Staging

        self._run = run_of_parameters(self, parameters, context.project())
        # Layers may be touched here only: the work itself runs in a thread of its own.
        self.look_behind_sources(parameters, context, WordedFeedback(self, feedback))
        self.staging = Staging(tables_read(self, parameters, context))
        return True

    def look_behind_sources(self, parameters, context, feedback):
        """Find out what stands behind the inputs, without which `source` gives none."""
        from .behind import behind

        self._sources = {
            definition.name(): behind(self, parameters, definition.name(), context, feedback)
            for definition in self.parameterDefinitions()
            if isinstance(definition, QgsProcessingParameterFeatureSource)
        }

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        from ..analysis.cancelling import Cancelled
        from ..analysis.messages import AnalysisError

        self.staging.feedback = feedback
        feedback = WordedFeedback(self, feedback)
        try:
            outputs = self._named(self.compute(parameters, context, feedback), context)
            self.staging.commit()
            return outputs
        except Cancelled:
            why = translate("ClusterBelt", "Cancelled; nothing was written.")
        except AnalysisError as error:
            why = in_words(error)
        except QgsProcessingException as error:
            why = str(error)
        finally:
            self.staging.discard()
        # QGIS keeps what is raised here for ever, with all frames behind it: those of the work, and its
        # columns, are let go before.
        del parameters, context, feedback
        raise QgsProcessingException(shortened(in_dialog_words(self, why)))

    def _named(self, outputs, context):
        """Have the outputs named and styled when QGIS loads them; return them."""
        from ..cartography.loading import dress_when_loaded

        for definition in self.destinationParameterDefinitions():
            table = table_of(self.name(), definition.name())
            if table is not None:
                dress_when_loaded(
                    context, outputs.get(definition.name()), table, self._run, definition.name()
                )
        return outputs

    def compute(self, parameters, context, feedback):
        """Do the work of `processAlgorithm`."""
        raise NotImplementedError

    def add(self, parameter, help_text, *, advanced=False):
        """Add a parameter with the sentence that explains it; the dialog keeps advanced ones folded away."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        self.addParameter(parameter)

    def add_choice(self, name, description, keys, default, help_text, *, several=False, advanced=False):
        """Add a choice among static keys; the index of a key is refused."""
        choice = QgsProcessingParameterEnum(
            name, description, list(keys), several, default, usesStaticStrings=True
        )
        if several:
            choice.setMetadata({"widget_wrapper": {"useCheckBoxes": True}})
        self.add(choice, help_in_words(name, keys, help_text), advanced=advanced)

    def add_field(
        self, name, description, parent, help_text, *, optional=False, several=False, advanced=False
    ):
        """Add a field, or several, of the source `parent`."""
        field = QgsProcessingParameterField(
            name, description, None, parent, allowMultiple=several, optional=optional
        )
        self.add(field, help_text, advanced=advanced)

    def add_source(self, name, description, help_text, *, source_type=_TABLE, optional=False, advanced=False):
        """Add an input: a table or a layer, unless its type says what it is."""
        source = QgsProcessingParameterFeatureSource(name, description, [source_type], optional=optional)
        self.add(source, help_text, advanced=advanced)

    def add_number(
        self,
        name,
        description,
        help_text,
        *,
        default=None,
        least=None,
        most=None,
        decimals=False,
        advanced=False,
    ):
        """Add a number, whole or with `decimals`; one without a default may stay empty."""
        types = QgsProcessingParameterNumber.Type
        number = QgsProcessingParameterNumber(
            name, description, types.Double if decimals else types.Integer, default, default is None
        )
        if least is not None:
            number.setMinimum(least)
        if most is not None:
            number.setMaximum(most)
        self.add(number, help_text, advanced=advanced)

    def add_text(self, name, description, help_text, *, default=None, advanced=False):
        """Add a text, which may stay empty."""
        text = QgsProcessingParameterString(name, description, default, optional=True)
        self.add(text, help_text, advanced=advanced)

    def add_flag(self, name, description, default, help_text, *, advanced=False):
        """Add a question to say yes or no to."""
        self.add(QgsProcessingParameterBoolean(name, description, default), help_text, advanced=advanced)

    def add_crs(self, name, description, help_text, *, advanced=False):
        """Add a coordinate reference system, which may stay empty."""
        self.add(QgsProcessingParameterCrs(name, description, optional=True), help_text, advanced=advanced)

    def add_sink(self, name, source_type, help_text, *, optional=False, skippable=False, seen=False):
        """Add an output of `analysis.fields`: an optional one must be asked for, a skippable one may be left out.

        The dialog keeps optional ones folded away, unless they shall be `seen`.
        """
        title = table_of(self.name(), name).title.say(language_of_user())
        may_miss = optional or skippable
        sink = QgsProcessingParameterFeatureSink(name, title, source_type, None, may_miss, not optional)
        self.add(sink, help_text, advanced=optional and not seen)

    def add_table(self, name, help_text, *, optional=False, seen=False):
        """Add an output table, as `add_sink` does."""
        self.add_sink(name, _TABLE, help_text, optional=optional, seen=seen)

    def add_numbers(self, *named):
        """Add the number outputs that models read, from (name, description) pairs."""
        for name, description in named:
            self.addOutput(QgsProcessingOutputNumber(name, description))

    def parameterAsSource(self, parameters, name, context):  # noqa: N802
        """Return the source of a parameter; QGIS does not check its geometries, we do where they matter.

        What QGIS raises at an invalid geometry ends the program: it passes through loops of Python.
        """
        try:
            source = super().parameterAsSource(parameters, name, context)
        except Exception as error:
            # That of QGIS 3.44 at a file of infinite and huge coordinates has no type of its own and says nothing.
            if type(error) is not Exception:
                raise
            raise QgsProcessingException(self.invalidSourceError(parameters, name)) from error
        if source is not None:
            source.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
        return source

    def source(self, parameters, name, context):
        """Return the source of a parameter, or None where it is optional and empty."""
        source = self.parameterAsSource(parameters, name, context)
        if source is None and parameters.get(name) is not None:
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        from ..layers.reading.sources import Source

        return None if source is None else Source(source, **self._sources[name])

    def layer(self, parameters, name, context):
        """Return the layer of a parameter that is drawn, or None where it is optional and empty."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is None and parameters.get(name) not in (None, ""):
            raise QgsProcessingException(self.invalidSourceError(parameters, name))
        return layer

    def file_output(self, parameters, name, context):
        """Return the `staged_files.StagedFile` of an output that is a file."""
        return self.staging.file(name, self.parameterAsFileOutput(parameters, name, context))

    def field(self, parameters, name, context, source):
        """Return the field of a parameter as the source spells it, '' where it is empty; refuse one it lacks."""
        field = self.parameterAsString(parameters, name, context)
        if not field:
            return ""
        from ..layers.reading.headers import find_field, refuse_lost_header

        refuse_unreadable_names(source)
        index = find_field(source.fields(), field)
        if index < 0:
            refuse_lost_header(source)
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "Layer “{layer}” has no field “{field}” ({parameter}). It has: {fields}."
                ).format(
                    layer=source.sourceName(),
                    field=field,
                    parameter=name,
                    fields=", ".join(f"“{known}”" for known in source.fields().names()),
                )
            )
        return source.fields().at(index).name()
