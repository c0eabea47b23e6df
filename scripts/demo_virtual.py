"""Add the virtual clusters to the project of the demo and print their map; needs a running QgsApplication."""

from clusterbelt.processing.cartography.page import layout as layouts
from clusterbelt.processing.cartography.virtual_styles import style_virtual
from qgis.core import (
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

# In the order in which they are drawn, the first on top.
NAMES = {
    "virtual_clusters": "Blocks by virtual cluster",
    "virtual_ties": "Ties to the cores",
    "link_nodes": "Cities by potential flow",
    "link_flows": "Potential chain links between cities",
}
MAPS = {"virtual-clusters": ("virtual_clusters", "virtual_ties"), "links": ("link_nodes", "link_flows")}
# East of about 90° E, in the shape of the frame; what lies farther west is in the project.
EXTENT = QgsRectangle(-1250000, 1950000, 2700000, 5500000)


def make_virtual_maps(geopackage, project_file, folder, note):
    """Load and style the layers, export a map of the clusters and one of the links, save the project.

    Parameters
    ----------
    geopackage, project_file, folder : pathlib.Path
    note : str
        Printed below each map.
    """
    project = QgsProject.instance()
    group = project.layerTreeRoot().addGroup("Virtual clusters")
    layers = {}
    for name, title in NAMES.items():
        layer = QgsVectorLayer(f"./{geopackage.name}|layername={name}", title, "ogr")
        if not layer.isValid() or not style_virtual(layer, language="en"):
            raise SystemExit(f"{geopackage} has no layer {name} that can be styled.")
        project.addMapLayer(layer, False)
        group.addLayer(layer)
        layers[name] = layer
    group.setItemVisibilityChecked(False)
    for name, drawn in MAPS.items():
        page = _page(project, name, [layers[layer] for layer in drawn], note)
        project.layoutManager().addLayout(page)
        layouts.export_png(page, folder / f"{name}.png", dpi=200)
    if not project.write(str(project_file)):
        raise SystemExit(f"{project_file} could not be written: {project.error()}")


def _page(project, name, layers, note):
    page = QgsPrintLayout(project)
    page.initializeDefaults()
    page.setName(name)
    drawn = QgsLayoutItemMap(page)
    page.addLayoutItem(drawn)
    drawn.attemptMove(QgsLayoutPoint(82, 8))
    drawn.attemptResize(QgsLayoutSize(207, 186))
    drawn.setLayers(layers)
    drawn.setKeepLayerSet(True)
    drawn.setCrs(project.crs())
    drawn.setExtent(EXTENT)
    drawn.attemptResize(QgsLayoutSize(207, 186))
    legend = QgsLayoutItemLegend(page)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for layer in layers:
        root.addLayer(layer)
    legend.attemptMove(QgsLayoutPoint(6, 8))
    label = QgsLayoutItemLabel(page)
    label.setText(note)
    label.attemptMove(QgsLayoutPoint(8, 197))
    label.attemptResize(QgsLayoutSize(281, 8))
    for item in (legend, label):
        page.addLayoutItem(item)
    return page
