"""What the tests of the dock share: a matched layer, a canvas that remembers, a dock."""

from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.compat import make_field
from clusterbelt.ui.study.cluster_filter import ClusterFilter
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

FIELDS = ("name", "class", "cb_row", "cb_city", "cb_status", "cb_reason", "cb_evid")
ROWS = (
    ("chips", "SEI", "1#1", "北京市", "matched", "same", "chips = chips"),
    ("robots", "SEI", "2#1", "上海市", "unmatched", "none_related", "3 belts, none related"),
    ("lamps", "INN", "3#1", "中山市", "adjacent", "belt_upstream", "glass is upstream"),
    ("cars", "AM", "4#1", "广州市", "unresolved", "industry_unresolved", "not known"),
)


class RecordingCanvas(QgsMapCanvas):
    """A canvas that remembers what was shown on it."""

    def __init__(self):
        super().__init__()
        self.zoomed, self.flashed = [], []
        self.seen_whole = 0

    def zoomToFullExtent(self):  # noqa: N802
        self.seen_whole += 1
        self.setExtent(QgsRectangle(100, 20, 120, 40))

    def zoomToFeatureIds(self, layer, ids):  # noqa: N802
        self.zoomed.append(list(ids))

    def flashFeatureIds(self, layer, ids):  # noqa: N802
        self.flashed.append(list(ids))


def layer_of(kind, name, fields, rows):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:4326" if kind != "None" else "None", name, "memory")
    made.dataProvider().addAttributes([make_field(field, "string") for field in fields])
    made.updateFields()
    features = []
    for number, row in enumerate(rows):
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(row))
        if kind == "Point":
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(110 + number % 10, 30)))
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    made.updateExtents()
    return made


def matches(rows=ROWS, fields=FIELDS, name="matches"):
    return layer_of("Point", name, fields, rows)


def saved(layer, path):
    """The layer as a GeoPackage, which takes filters and stays with a project."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = layer.name()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsProject.instance().transformContext(), options
    )
    return QgsVectorLayer(f"{path}|layername={layer.name()}", layer.name(), "ogr")


def choose(qtbot, dock, chosen):
    """Add a layer, choose it and wait until its table is shown."""
    with qtbot.waitSignal(dock.controller.summary_changed, timeout=60_000):
        QgsProject.instance().addMapLayer(chosen)
        dock.layer_box.setLayer(chosen)
    return chosen


def without(status, text="", **chosen):
    """The filter that hides a status."""
    kept = [other for other in statuses.ordered() if other != status]
    return ClusterFilter({"status": kept, **chosen}, text)


def names_in(dock):
    model = dock.review.model
    return [model.row_at(row).name for row in range(model.rowCount())]


def select(dock, *names):
    """Select clusters in the list."""
    view = dock.review.view
    view.clearSelection()
    listed = names_in(dock)
    flags = view.selectionModel().SelectionFlag
    for name in names:
        index = dock.review.model.index(listed.index(name), 0)
        view.selectionModel().setCurrentIndex(index, flags.Select | flags.Rows)
