"""Why a cluster has its status, and what people judged about it."""

from dataclasses import dataclass

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...processing.analysis.fields import CB_CITYCD, CB_EVID, CB_ROW, CB_SHARED
from ...processing.cartography.counts import STATUS_FIELD
from ...processing.layers.matching.city_names import in_words
from ...processing.layers.matching.judgement_table import judgements_of
from ...processing.layers.reading.cell_texts import cell_text
from ..study.city_names import city_names_of, city_words_of
from ..study.match_reader import CITY_FIELD, cluster_of_row, name_field_of
from ..study.pairs_reader import pairs_of, pairs_table_of
from ..study.study_files import StudyFiles

ROW_FIELD, EVIDENCE_FIELD = CB_ROW, CB_EVID


@dataclass(frozen=True)
class Why:
    """What is known of a cluster: its words, the evidence, its pairs and the judgements so far."""

    key: str
    name: str
    city: str
    status: str
    evidence: str
    pairs: tuple = ()
    judgements: tuple = ()


class WhyController(QObject):
    """Reads the reasons of one cluster, and knows in which file the judgements of its study are."""

    why_changed = pyqtSignal(object)
    file_changed = pyqtSignal(str)

    def __init__(self, parent=None):
        super().__init__(parent)
        self._layer = None
        self._feature_id = None
        self._why = None
        self.files = StudyFiles()

    @property
    def why(self):
        """The reasons that are shown, or None."""
        return self._why

    @property
    def file(self):
        """The GeoPackage of the judgements; '' while there is none."""
        return self.files.file_of(self._layer)

    def set_file(self, path):
        """Write the judgements of the study to another GeoPackage; '' for none, None for the one proposed."""
        self.files.choose(self._layer, path)
        self.file_changed.emit(self.file)
        self.refresh()

    def keep_file(self, refreshes=True):
        """Stay with the file that was written, wherever the project goes; what is shown next is read then."""
        self.files.keep(self._layer)
        if refreshes:
            self.refresh()

    def forget_files(self):
        """Go back to the proposed files: the project is another."""
        self.files.forget()
        self.file_changed.emit(self.file)
        self.refresh()

    def propose_file(self):
        """Tell where judgements go now: the project has moved."""
        self.file_changed.emit(self.file)

    def set_layer(self, layer):
        """Look at another matched layer, or at none."""
        self._layer = layer
        self.set_cluster(None)
        self.file_changed.emit(self.file)

    def set_cluster(self, feature_id):
        """Show why this feature has its status; None for no feature."""
        self._feature_id = feature_id
        self.refresh()

    def refresh(self):
        """Read the reasons again."""
        self._why = self._read()
        self.why_changed.emit(self._why)

    def _read(self):
        layer = self._layer
        if layer is None or self._feature_id is None:
            return None
        feature = layer.getFeature(self._feature_id)
        if not feature.isValid():
            return None

        def text(field):
            index = layer.fields().lookupField(field) if field else -1
            value = feature.attribute(index) if index >= 0 else None
            return cell_text(value) or ""

        key, name = text(ROW_FIELD), text(name_field_of(layer))
        table = pairs_table_of(layer)
        words = city_words_of(layer, [text(CB_CITYCD)])
        return Why(
            key=key,
            name=cluster_of_row(key) if name == key and text(CB_SHARED) == "1" else name,
            city=city_names_of(layer).get(text(CB_CITYCD)) or text(CITY_FIELD),
            status=text(STATUS_FIELD),
            evidence=in_words(text(EVIDENCE_FIELD), words),
            pairs=tuple(pairs_of(table, key, words)) if table is not None and key else (),
            judgements=tuple(judgements_of(self.file, key)) if key and self.file else (),
        )
