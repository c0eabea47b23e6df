"""The dialog of an algorithm that fills in the fields of a table and says what it understands of it."""

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingParameterDefinition,
    QgsProject,
)
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QAbstractButton, QComboBox, QLabel, QSplitter

from ...processing.algorithms.choice_words import words_of_choice
from ...processing.algorithms.field_roles import ROLES, fields_by_source
from ...processing.algorithms.saying import in_dialog_words, in_words, missing_libraries
from ...processing.analysis.messages import AnalysisError
from ...processing.analysis.places.registry import DEFAULT
from ...processing.compat import translate
from ...processing.layers.given_values import given_value
from ...processing.layers.one_text import reader
from ...processing.layers.reading.given_files import path_of, why_not_opened
from ...processing.layers.reading.sources import layer_behind
from ...processing.layers.understanding import (
    guess_fields,
    guess_scheme,
    understand,
    why_cells_refused,
    why_names_refused,
)
from ..study.preferences import fill_in
from .class_fields import follow_layer
from .dark_help import show_help_on_dark
from .first_layers import choose_layers, needed_sources
from .given_words import NAMES as WORDS
from .given_words import GivenWords, scheme_of
from .on_screen import OnScreen
from .parameter_groups import arrange, is_folded
from .study_tables import CLUSTERS, StudyTables
from .yearly_fields import follow_years

_DEBOUNCE_MS = 250
_OPTIONAL = QgsProcessingParameterDefinition.Flag.FlagOptional
# Of CITY_BY: with a gazetteer, or without one.
_BY_NAME, _AS_WRITTEN = "name", "text"
# Of the fields those whose cells are looked at.
_COUNTED = ("city", "industry", "province", "weight", "year", "start", "end")


def make_dialog(algorithm, parent):
    """Return the dialog of Processing for an algorithm or a model, in words, by groups, and guided by its tables."""
    from processing.gui.AlgorithmDialog import AlgorithmDialog

    dialog = AlgorithmDialog(algorithm, False, parent)
    wrappers = dialog.mainWidget().wrappers
    say_choices(algorithm, wrappers)
    fill_in(wrappers, QgsProcessingContext())
    choose_layers(algorithm, wrappers)
    follow_layer(algorithm, wrappers)
    follow_years(algorithm, wrappers)
    show_help_on_dark(dialog)
    arrange(algorithm, wrappers)
    OnScreen(dialog)
    dialog.guide = Guide(dialog)
    return dialog


def say_choices(algorithm, wrappers):
    """Show the words of the choices; their values stay the keys."""
    for definition in algorithm.parameterDefinitions():
        if definition.type() != "enum" or definition.name() not in wrappers:
            continue
        widget = wrappers[definition.name()].wrappedWidget()
        words = [words_of_choice(definition.name(), key) for key in definition.options()]
        if isinstance(widget, QComboBox):
            for key, word in zip(definition.options(), words):
                widget.setItemText(widget.findData(key), word)
        else:
            # Of several choices each is a box to tick.
            for button, word in zip(widget.findChildren(QAbstractButton), words):
                button.setText(word)


def guided_fields(algorithm):
    """Return `fields_by_source` of the inputs that have a city or an industry."""
    found = fields_by_source(algorithm)
    return {source: fields for source, fields in found.items() if {"city", "industry"} & fields.keys()}


class Guide(QObject):
    """Watches the inputs of a dialog; what the user has chosen stays."""

    def __init__(self, dialog):
        super().__init__(dialog)
        self._algorithm = dialog.algorithm()
        self._wrappers = dialog.mainWidget().wrappers
        self._sources = guided_fields(self._algorithm)
        self._guesses, self._seen = {}, {}
        # Layers of files live as long as the context that opened them.
        self._context = QgsProcessingContext()
        self._context.setProject(QgsProject.instance())
        self._words = GivenWords(self._algorithm, self._value, self._context)
        self._study_tables = StudyTables(self._wrappers, self._context)
        self.label = QLabel(dialog)
        self.label.setObjectName("understood")
        self.label.setWordWrap(True)
        self.label.setTextFormat(Qt.TextFormat.PlainText)
        # Beneath the parameters, not among them: it is seen wherever they are scrolled to.
        layout, above = dialog.layout(), dialog.findChild(QSplitter)
        layout.insertWidget(layout.indexOf(above) + 1, self.label)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._timer.timeout.connect(self._refresh_once_read)
        for source, fields in self._sources.items():
            for name in (source, *fields.values(), "COUNTRY", "CITY_BY", "AS_OF", *WORDS):
                if name in self._wrappers:
                    self._wrappers[name].widgetValueHasChanged.connect(lambda *_: self._timer.start())
        self._timer.start()

    def keep(self):
        """Guess nothing of the layers that are chosen: the fields that are empty are meant to be."""
        layers = {source: self._layer(source) for source in self._sources}
        self._seen = {source: self._state(layer) for source, layer in layers.items() if layer is not None}

    def _refresh_once_read(self):
        """Refresh, or look again a little later while the words are being read, as the window must not wait for them."""
        if self._sources and not missing_libraries() and reader().is_alive():
            self.label.setText(translate("ClusterBelt", "Reading the words of industries and cities …"))
            self._timer.start()
        else:
            self.refresh()

    def refresh(self):
        """Fill in fields of layers that are new here, and say what is understood of each."""
        missing = missing_libraries()
        lines = [missing] if missing else []
        for source, fields in self._sources.items():
            layer = self._layer(source)
            if missing:
                continue
            if layer is None:
                lines.extend(self._say_unread(source) or self._say_empty(source))
                continue
            if source == CLUSTERS:
                self._study_tables.follow(layer)
            lines.append(self._line(source, self._understood(source, layer, fields)))
        self.label.setText("\n".join(lines))
        self.label.setVisible(bool(lines))

    def _state(self, layer):
        """Return what the guesses depend on: the layer, and the words by which industries are told."""
        return layer.id(), str(self._words.given)

    def _understood(self, source, layer, fields):
        """Guess the fields of a layer that is new here; return what is understood of it, or why a run would refuse it."""
        why = why_names_refused(layer)
        if why:
            return why
        # Fields whose names are readable are guessed by them; once their cells are, too, by both.
        why = why_cells_refused(layer)
        state = *self._state(layer), why
        try:
            former = self._seen.get(source)
            if former != state:
                self._seen[source] = state
                self._fill(layer, fields, self._words.reader(source))
            if former is None or former[0] != layer.id():
                self._fill_scheme(source, layer, fields)
            return why or self._say(source, layer, fields, self._words.reader(source))
        except AnalysisError as error:
            return in_dialog_words(self._algorithm, in_words(error))
        except QgsProcessingException as error:
            return in_dialog_words(self._algorithm, str(error))

    def _fill(self, layer, fields, read):
        roles = [role for role in ROLES if role in fields]
        for role, field in guess_fields(layer, roles, self._country(), read).items():
            name = fields[role]
            # A box of fields that nobody touched shows the first; where none is likely it is better empty.
            untouched = (None, "", self._guesses.get(name), layer.fields().names()[0])
            if self._value(name) in untouched:
                self._wrappers[name].setParameterValue(field, self._context)
                self._guesses[name] = field

    def _fill_scheme(self, source, layer, fields):
        """Choose the classification of the codes in a layer that is new here, if their field is called by it."""
        name, field = scheme_of(source), self._value(fields.get("industry"))
        if name in self._wrappers and (self._value(name) or "") in ("", self._guesses.get(name)):
            known = field in layer.fields().names()
            self._guesses[name] = guess_scheme(layer, field) if known else ""
            self._wrappers[name].setParameterValue(self._guesses[name], self._context)

    def _say(self, source, layer, fields, read):
        known = layer.fields().names()
        chosen = {role: self._value(name) or "" for role, name in fields.items() if role in _COUNTED}
        chosen = {role: field if field in known else "" for role, field in chosen.items()}
        found = understand(
            layer,
            chosen,
            self._country(),
            selected=self._takes_selected(source),
            read=read,
            shared=fields.get("city") == "CLUSTER_CITY" or self._algorithm.name() == "splitshared",
            as_written=self._value("CITY_BY") == _AS_WRITTEN,
            as_of=self._value("AS_OF"),
        )
        hints = (
            *self._say_no_cities(found, fields),
            *self._say_no_industries(found, fields),
            *self._say_codes(source, found),
        )
        folded = [*fields.values(), *([scheme_of(source)] if "industry" in fields else [])]
        words = [*_words(found, chosen), *hints, *self._say_folded(folded)]
        return translate("ClusterBelt", "; ").join(words)

    def _line(self, source, text):
        """Return a text on an input behind what the dialog calls it."""
        title = self._algorithm.parameterDefinition(source).description()
        return translate("ClusterBelt", "{title}: {text}").format(title=title, text=text)

    def _say_no_cities(self, found, fields):
        """Say what to choose where no city is known, and no points or other rules decide."""
        if "city" not in fields or self._value("CITY_BY") not in (None, _BY_NAME) or not found.rows:
            return
        if found.cities is None and found.read is not None:
            yield translate("ClusterBelt", "no field of cities was found; choose it")
        elif found.cities == 0 and not found.ambiguous and "CITY_BY" in self._wrappers:
            text = translate(
                "ClusterBelt", "for another country choose “{words}” as “{parameter}” (Advanced)"
            )
            parameter = self._algorithm.parameterDefinition("CITY_BY").description()
            yield text.format(words=words_of_choice("CITY_BY", _AS_WRITTEN), parameter=parameter)

    def _say_no_industries(self, found, fields):
        """Say that an industry is to be chosen where one is needed and none is likely."""
        name = fields.get("industry")
        if name and found.read is None and found.cities is not None and not self._is_optional(name):
            yield translate("ClusterBelt", "no field of industries was found; choose it")

    def _say_codes(self, source, found):
        """Say where to choose the classification of codes that are not read without it."""
        name = scheme_of(source)
        if found.coded and found.rows and not found.read and name in self._wrappers and not self._value(name):
            text = translate("ClusterBelt", "for codes choose “{parameter}” (Advanced)")
            yield text.format(parameter=self._algorithm.parameterDefinition(name).description())

    def _say_unread(self, source):
        """Say why nothing can be read from the file of an input; of an invalid layer show the file, not the id."""
        value = given_value(self._value(source), self._context)
        layer = QgsProject.instance().mapLayer(str(value))
        if layer is not None and not layer.isValid() and path_of(layer):
            self._wrappers[source].setParameterValue(path_of(layer), self._context)
        why = why_not_opened(self._algorithm, {source: value}, self._context)
        return [in_dialog_words(self._algorithm, why)] if why else []

    def _say_empty(self, source):
        """Say that an input is empty without which the algorithm does not run."""
        if source in needed_sources(self._algorithm) and not self._value(source):
            text = translate("ClusterBelt", "choose a layer, or the file of a table with “…”")
            yield self._line(source, text)

    def _is_optional(self, name):
        return bool(self._algorithm.parameterDefinition(name).flags() & _OPTIONAL)

    def _say_folded(self, names):
        """Say which fields and classifications are taken that the dialog keeps folded away."""
        definitions = [self._algorithm.parameterDefinition(name) for name in names if name in self._wrappers]
        taken = [
            f"{definition.description()} – {self._value(definition.name())}"
            for definition in definitions
            if is_folded(definition) and self._value(definition.name())
        ]
        if taken:
            fields = translate("ClusterBelt", ", ").join(taken)
            yield translate("ClusterBelt", "also taken (Advanced): {fields}").format(fields=fields)

    def _layer(self, source):
        return layer_behind(self._algorithm, {source: self._value(source)}, source, self._context)

    def _takes_selected(self, source):
        value = self._value(source)
        return isinstance(value, QgsProcessingFeatureSourceDefinition) and value.selectedFeaturesOnly

    def _country(self):
        return self._value("COUNTRY") or DEFAULT

    def _value(self, name):
        wrapper = self._wrappers.get(name)
        return None if wrapper is None else wrapper.parameterValue()


def _words(found, chosen):
    if not found.rows:
        yield translate("ClusterBelt", "there are no rows")
        return
    rows = (
        translate("ClusterBelt", "rows: {rows}")
        if found.is_all
        else translate("ClusterBelt", "rows looked at: {rows}")
    )
    if not chosen.get("city") and not chosen.get("industry"):
        yield translate("ClusterBelt", "no city or industry field was found; choose the fields")
        return
    yield rows.format(rows=found.rows)
    if found.cities is not None:
        yield translate("ClusterBelt", "cities: {cities}, rows whose city was not found: {unplaced}").format(
            cities=found.cities, unplaced=found.unplaced
        )
    if found.ambiguous:
        yield translate(
            "ClusterBelt", "rows whose city could be one of several ({cities}; give the province): {rows}"
        ).format(cities=translate("ClusterBelt", ", ").join(found.doubt), rows=found.ambiguous)
    if found.read is not None:
        yield translate("ClusterBelt", "industries recognised: {read}, not recognised: {unread}").format(
            read=found.read, unread=found.unread
        )
    if found.as_of is not None:
        # Those without a year count as well.
        yield translate("ClusterBelt", "rows that count in {year}: {current}").format(
            year=found.as_of, current=found.current
        )
    if found.merged:
        yield translate(
            "ClusterBelt", "many empty cells beneath filled ones, as where cells are merged ({fields})"
        ).format(fields=found.merged)
