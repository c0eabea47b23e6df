"""Reads the texts that a run did not understand, and writes what people say that they mean."""

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QCoreApplication, QDateTime, QObject, Qt, QTimer, pyqtSignal

from ...processing.algorithms.saying import missing_libraries
from ...processing.analysis.messages import AnalysisError
from ...processing.analysis.places.registry import DEFAULT
from ...processing.compat import is_null, translate
from ...processing.layers.matching import alias_table
from ...processing.layers.matching.study_tables import StudyTableError
from ...processing.layers.runs import layers_of_run, parameters_again, run_of
from ..study.city_names import country_of, language_of_results
from .texts_model import UnclearText


class TextsController(QObject):
    """Knows the run that is shown, its output CHECK, and the aliases of its study.

    Parameters
    ----------
    file_of : function
        Returns the GeoPackage of the study; '' while there is none.
    """

    # The texts, or None where the run has written none; what they were given since, by (text, kind).
    texts_changed = pyqtSignal(object)
    given_changed = pyqtSignal(dict)
    told = pyqtSignal(str)

    def __init__(self, file_of, parent=None):
        super().__init__(parent)
        self._file_of = file_of
        self._run, self._entries, self._country = None, {}, DEFAULT

    def set_layer(self, layer):
        """Look at the run of another matched layer, or at none."""
        self._run, self._entries, self._country = run_of(layer), {}, country_of(layer)
        self.look()

    def look(self):
        """Read the texts of the run; its output CHECK may come to the project after the matched layer."""
        check = self._check()
        self.texts_changed.emit(None if check is None else list(_rows_of(check)))
        self.refresh()

    def look_soon(self):
        """Look once all layers of a run are in the project, which are told their run only then."""
        QTimer.singleShot(0, self.look)

    def refresh(self):
        """Read the aliases again."""
        check, found = self._check(), {}
        aliases = alias_table.aliases_of(self._file_of()) if check is not None else {}
        for row in _rows_of(check) if aliases else ():
            alias = aliases.get(alias_table.key_of(row.kind, row.text))
            if alias is not None:
                found[row.text, row.kind] = alias.code
        self.given_changed.emit(found)

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
            date=QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate),
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
        self.told.emit(text.format(text=row.text, codes=" + ".join(codes)))
        return True

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


def _rows_of(check):
    indexes = [check.fields().lookupField(name) for name in UnclearText._fields]
    for feature in check.getFeatures():
        values = [feature.attribute(index) if index >= 0 else None for index in indexes]
        texts = ["" if is_null(value) else value for value in values]
        yield UnclearText(*texts)._replace(count=int(texts[4] or 0))
