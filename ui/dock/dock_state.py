"""The state of the dock, saved with the project: chosen layer, class, filter, order, file of judgements."""

import json
from contextlib import suppress

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt

from ..study.cluster_filter import ClusterFilter

SCOPE = "clusterbelt"


class DockState(QObject):
    """Writes what the dock shows when a project is saved, and shows it again when it is opened."""

    def __init__(self, dock):
        super().__init__(dock)
        self._dock = dock
        self._project = QgsProject.instance()
        self._project.writeProject.connect(self.save)
        self._project.readProject.connect(self.restore)
        self._project.cleared.connect(self.reset)
        self._project.projectSaved.connect(self._dock.why_controller.propose_file)

    def shutdown(self):
        """Stop to listen to the project."""
        self._project.writeProject.disconnect(self.save)
        self._project.readProject.disconnect(self.restore)
        self._project.cleared.disconnect(self.reset)
        self._project.projectSaved.disconnect(self._dock.why_controller.propose_file)

    def reset(self):
        """Forget what belongs to the project that was left: its filter and its judgements."""
        self._dock.review.filter_bar.reset()
        self._dock.why_controller.forget_files()

    def save(self, *_):
        """Write the state into the project."""
        dock, project = self._dock, self._project
        layer = dock.controller.layer
        if layer is None:
            project.removeEntry(SCOPE, "dock")
            return
        header = dock.review.view.horizontalHeader()
        project.writeEntry(SCOPE, "dock/layer", layer.id())
        project.writeEntry(SCOPE, "dock/class", dock.overview.class_box.currentField())
        project.writeEntry(SCOPE, "dock/filter", dock.review.filter_bar.filter.to_text())
        order = [header.sortIndicatorSection(), header.sortIndicatorOrder() == Qt.SortOrder.DescendingOrder]
        project.writeEntry(SCOPE, "dock/order", json.dumps(order))
        files = {
            key: project.writePath(file) if file else ""
            for key, file in dock.why_controller.files.chosen.items()
        }
        project.writeEntry(SCOPE, "dock/studies", json.dumps(files))

    def restore(self, *_):
        """Show what was saved, and tell whether there was a layer; one that is no more leaves the dock as it is."""
        dock, project = self._dock, self._project
        dock.why_controller.files.take(self._saved_files())
        layer = project.mapLayer(project.readEntry(SCOPE, "dock/layer", "")[0])
        if layer is None:
            dock.why_controller.propose_file()
            return False
        dock.layer_box.setLayer(layer)
        dock.why_controller.propose_file()
        dock.overview.class_box.setField(project.readEntry(SCOPE, "dock/class", "")[0])
        dock.review.filter_bar.set_filter(
            ClusterFilter.from_text(project.readEntry(SCOPE, "dock/filter", "")[0])
        )
        with suppress(ValueError, TypeError):  # an order that is not understood is none
            section, descending = json.loads(project.readEntry(SCOPE, "dock/order", "")[0])
            order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
            dock.review.set_order(int(section), order)
        return True

    def _saved_files(self):
        """Return the files of judgements by study; what is not understood is none."""
        try:
            saved = json.loads(self._project.readEntry(SCOPE, "dock/studies", "{}")[0])
            return {key: self._project.readPath(file) if file else "" for key, file in saved.items()}
        except (ValueError, TypeError, AttributeError):
            return {}
