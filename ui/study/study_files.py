"""In which GeoPackage what people say about a study is kept: by study, wherever its layers are written."""

import hashlib
import re
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsProviderRegistry, QgsSettings

from ...processing.layers import runs
from ...processing.layers.matching.alias_table import alias_file
from ...processing.layers.matching.judgement_table import judgement_file
from ...processing.layers.runs import run_of, study_of

SETTINGS = "clusterbelt/studies"
_TABLES, _PREFIX = "clusterbelt/tables", "judgements-"
_MOST_LETTERS = 40


def key_of(study):
    """Return a short key of a study, which tells no path."""
    return hashlib.sha256(study.encode("utf-8", "replace")).hexdigest()[:8]


def table_of(study):
    """Return what the table of a study is called, wherever it lies, as the name of its file has it."""
    return re.sub(r"[^\w-]+", "-", runs.table_of(study))[:_MOST_LETTERS].strip("-") or "study"


def name_of(study):
    """Return the name of the file of a study: that of its table, and its key."""
    return f"{_PREFIX}{table_of(study)}-{key_of(study)}.gpkg"


def is_in_profile(path):
    """Tell whether a file lies in the profile of the user, where nobody passes it on with the project."""
    return bool(path) and _profile_folder() in Path(path).parents


def _profile_folder():
    return Path(QgsApplication.qgisSettingsDirPath()) / "clusterbelt"


class StudyFiles:
    """Knows the files that were chosen in this project, and those that were written before in any."""

    def __init__(self):
        # By key of the study; '' where people want none.
        self._chosen = {}

    @property
    def chosen(self):
        """The files that were chosen or written, by key of the study."""
        return dict(self._chosen)

    def take(self, chosen):
        """Take the files that a project knows."""
        self._chosen = dict(chosen)

    def forget(self):
        """Forget what was chosen: the project is another."""
        self._chosen = {}

    def file_of(self, layer):
        """Return the file of the study of a layer; '' for none."""
        if layer is None:
            return ""
        chosen = self._chosen.get(key_of(study_of(layer)))
        return self._proposed(layer) if chosen is None else chosen

    def choose(self, layer, path):
        """Take another file for the study of a layer; '' for none, None for the one that is proposed."""
        if layer is None:
            return
        key = key_of(study_of(layer))
        self._chosen.pop(key, None)
        if path is not None:
            self._chosen[key] = path
            if path:
                QgsSettings().setValue(f"{SETTINGS}/{key}", path)
                QgsSettings().setValue(f"{_TABLES}/{key}", table_of(study_of(layer)))

    def keep(self, layer):
        """Stay with the file that was written."""
        self.choose(layer, self.file_of(layer) or None)

    def place_beside(self, layer):
        """Return the file beside the saved layer or project for judgements that lie in the profile; '' for no such case."""
        if layer is None or not is_in_profile(self.file_of(layer)):
            return ""
        place = str(_folder_of(layer) / name_of(study_of(layer)))
        return "" if is_in_profile(place) else place

    def others(self, layer):
        """Return other files of judgements on a table of the same name, the one written last first: it may have moved."""
        if layer is None:
            return []
        study, current, settings = study_of(layer), self.file_of(layer), QgsSettings()
        table = table_of(study)
        named = re.compile(re.escape(f"{_PREFIX}{table}-") + r"[0-9a-f]{8}\.gpkg")
        settings.beginGroup(_TABLES)
        keys = [key for key in settings.childKeys() if settings.value(key, "", str) == table]
        settings.endGroup()
        found = {Path(settings.value(f"{SETTINGS}/{key}", "", str) or ".") for key in keys}
        for folder in {
            _folder_of(layer),
            Path(runs.place_of(study).partition("|")[0]).parent,
            _profile_folder(),
        }:
            if folder.is_absolute() and folder.is_dir():
                found.update(path for path in folder.iterdir() if named.fullmatch(path.name))
        there = [path for path in found if path.is_file() and path != Path(current or ".")]
        return [str(path) for path in sorted(there, key=lambda path: -path.stat().st_mtime)]

    def _proposed(self, layer):
        """Return the file that the run read, else the one written last, else one beside layer or project."""
        run, study = run_of(layer), study_of(layer)
        if run is not None:
            read = judgement_file(run.parameters.get("OVERRIDES")) or alias_file(
                run.parameters.get("ALIASES")
            )
            if read:
                return read
        written = QgsSettings().value(f"{SETTINGS}/{key_of(study)}", "", str)
        if written and Path(written).exists():
            return written
        return str(_folder_of(layer) / name_of(study))


def _folder_of(layer):
    """Return the folder of the layer's file, else that of the project, else one in the profile of the user."""
    if layer.providerType() == "ogr":
        path = QgsProviderRegistry.instance().decodeUri("ogr", layer.source()).get("path") or ""
        if path and Path(path).exists():
            return Path(path).parent
    if QgsProject.instance().absolutePath():
        return Path(QgsProject.instance().absolutePath())
    _profile_folder().mkdir(parents=True, exist_ok=True)
    return _profile_folder()
