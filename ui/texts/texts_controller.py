"""Reads the texts that a run did not understand, and writes what people say that they mean."""

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QObject, QTimer, pyqtSignal

from ...processing.algorithms.saying import missing_libraries
from ...processing.analysis.messages import AnalysisError
from ...processing.analysis.places.registry import DEFAULT
from ...processing.compat import is_null, translate
from ...processing.layers.matching import alias_table
from ...processing.layers.matching.city_names import country_of
from ...processing.layers.matching.study_tables import StudyTableError
from ...processing.layers.runs import layers_of_run, moment_now, parameters_again, run_of
from ..study.city_names import language_of_results
from .texts_model import UnclearText


class TextsController(QObject):
    """Knows the run that is shown, its output CHECK, and the aliases of its study.

    Parameters
    ----------
    file_of : function
        Returns the GeoPackage of the study; '' while there is none.
    """

    # The texts, None where the run has written none, and those that were given a code before it; what texts were
    # given, by (text, kind).
    texts_changed = pyqtSignal(object, object)
    given_changed = pyqtSignal(dict)
    told = pyqtSignal(str)

    def __init__(self, file_of, parent=None):
        super().__init__(parent)
        self._file_of = file_of
        self._run, self._texts, self._country = None, [], DEFAULT
        # By kind of texts: the codes on offer, and what they are called.
        self._entries, self._names = {}, {}

    def set_layer(self, layer):
        """Look at the run of another matched layer, or at none."""
        self._run, self._country = run_of(layer), country_of(layer)
        self._entries, self._names = {}, {}
        self.look()

    def look(self):
        """Read the texts of the run; its output CHECK may come to the project after the matched layer."""
        check = self._check()
        self._texts = [] if check is None else list(_rows_of(check))
        listed = {alias_table.key_of(row.kind, row.text) for row in self._texts}
        # What was given a code is understood, and no longer among the texts of the next run.
        known = self._aliases().items()
        before = [_given_row(alias) for key, alias in known if alias.code and key not in listed]
        unclear, self._texts = self._texts, self._texts + before
        # First, as the list may leave out what means something.
        self.refresh()
        self.texts_changed.emit(unclear if check is not None else None, before)

    def look_soon(self):
        """Look once all layers of a run are in the project, which are told their run only then."""
        QTimer.singleShot(0, self.look)

    def refresh(self):
        """Read the aliases again."""
        aliases = self._aliases() if self._texts else {}
        found = ((row, aliases.get(alias_table.key_of(row.kind, row.text))) for row in self._texts)
        self.given_changed.emit(
            {(row.text, row.kind): alias.code for row, alias in found if alias is not None}
        )

    def entries(self, kind):
        """Return the codes that a text of a kind can be given; read once for a run."""
        missing = missing_libraries()
        if missing:
            self.told.emit(missing)
            return []
        from ...processing.layers.matching.code_lists import city_codes, industry_codes

        if kind not in self._entries:
            try:
                language = language_of_results()
                is_city = kind == "city"
                self._entries[kind] = (
                    city_codes(self._country, language) if is_city else industry_codes(self._run, language)
                )
            except AnalysisError as error:
                self.told.emit(
                    QCoreApplication.translate("ClusterBelt", error.template).format(**error.values)
                )
                return []
        return self._entries[kind]

    def name_of(self, kind, code):
        """Return what a code is called that a text of a kind was given; one that is not known stands for itself."""
        if kind not in self._names:
            self._names[kind] = {entry.code: entry.name for entry in self.entries(kind)}
        return self._names[kind].get(code, code)

    def give(self, row, codes):
        """Write that an `UnclearText` stands for some codes, or for none any more; return whether it worked."""
        path = self._file_of()
        if not path:
            self.told.emit(translate("ClusterBelt", "Choose a file for the judgements first."))
            return False
        alias = alias_table.Alias(
            text=row.text,
            code="|".join(codes),
            kind=row.kind,
            reviewer=QgsApplication.userFullName() or QgsApplication.userLoginName(),
            date=moment_now(),
        )
        try:
            alias_table.write_alias(path, alias, self._aliases_of_run(path))
        except StudyTableError as error:
            self.told.emit(str(error))
            return False
        if codes:
            text = translate("ClusterBelt", "“{text}” means {codes} from the next run on.")
        else:
            text = translate("ClusterBelt", "“{text}” is read as before from the next run on.")
        self.refresh()
        self.told.emit(
            text.format(text=row.text, codes=" + ".join(self.name_of(row.kind, code) for code in codes))
        )
        return True

    def _aliases(self):
        """Return what people said in this study, by key: in its file, else in the table that the run was given."""
        path = self._file_of()
        if self._run is None:
            return {}
        if alias_table.open_table(path) is not None:
            return alias_table.aliases_of(path)
        return alias_table.by_key(self._aliases_of_run(path))

    def _check(self):
        """Return the output CHECK of the run, None where it is not in the project."""
        if self._run is None:
            return None
        return layers_of_run(QgsProject.instance(), self._run.id).get("CHECK")

    def _aliases_of_run(self, path):
        """Return the aliases that the run was given in a table of its own: ours takes its place."""
        if self._run is None or alias_table.alias_file(self._run.parameters.get("ALIASES")) == path:
            return []
        given = parameters_again(self._run).get("ALIASES")
        if not isinstance(given, str):
            return []
        layer = QgsProject.instance().mapLayer(given) or QgsVectorLayer(given, "aliases", "ogr")
        return alias_table.aliases_in(layer) if layer.isValid() else []


def _given_row(alias):
    """Return the row of a text that has its code already; its code is told with those of the others."""
    said = ""
    if alias.reviewer or alias.date:
        said = translate("ClusterBelt", "given by {reviewer}, {date}")
        said = said.format(reviewer=alias.reviewer or "?", date=alias.date[:10])
    said = said or translate("ClusterBelt", "given a code")
    kind = alias.kind or alias_table.INDUSTRY
    return UnclearText(alias.text, "", kind, "", 0, "", "", alias.text, said)


def _rows_of(check):
    indexes = [check.fields().lookupField(name) for name in UnclearText._fields[:-1]]
    for feature in check.getFeatures():
        values = [feature.attribute(index) if index >= 0 else None for index in indexes]
        texts = ["" if is_null(value) else value for value in values]
        yield UnclearText(*texts)._replace(count=int(texts[4] or 0))
