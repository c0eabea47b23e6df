"""Make the project of the demo and print its layout; needs a running QgsApplication."""

import os

from clusterbelt.processing.cartography import styling
from clusterbelt.processing.cartography.page import layout as layouts
from clusterbelt.processing.cartography.page.choices import PageTexts
from clusterbelt.processing.cartography.page.layers import PageLayers
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsVectorLayer,
)

ALBERS = "+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80"
STYLES = {
    "belts": styling.style_belts,
    "ellipses": styling.style_ellipses,
    "centers": styling.style_centers,
    "clusters": styling.style_matches,
}
NAMES = {
    "belts": "Online industrial belts",
    "ellipses": "Standard deviational ellipses",
    "centers": "Mean centres",
    "clusters": "Clusters by status",
    "pairs": "Pairs of clusters and belts",
}


def make_map(geopackage, project_file, folder, *, title, source):
    """Load the layers of the GeoPackage, style them, save the project, export map.png and map.pdf.

    Parameters
    ----------
    geopackage, project_file, folder : pathlib.Path
    title, source : str
        Texts of the layout.
    """
    # Layouts of QGIS 3.22 write the source of a layer as it was given: a relative one can be moved.
    os.chdir(geopackage.parent)
    project = QgsProject.instance()
    project.setCrs(QgsCoordinateReferenceSystem.fromProj(ALBERS))
    # The table first, so that it stands at the bottom; with it the dock shows and judges single pairs.
    _load(project, geopackage, "pairs")
    layers = {}
    for name, style in STYLES.items():
        layers[name] = _load(project, geopackage, name)
        style(layers[name])
    project.viewSettings().setDefaultViewExtent(_whole(project, layers.values()))
    texts = PageTexts(title=title, source=source, name="Cluster Belt")
    page = layouts.build_layout(PageLayers(project, **layers), texts)
    project.layoutManager().addLayout(page)
    layouts.export_png(page, folder / "map.png", dpi=200)
    layouts.export_pdf(page, folder / "map.pdf", dpi=300)
    if not project.write(str(project_file)):
        raise SystemExit(f"{project_file} could not be written: {project.error()}")


def _load(project, geopackage, name):
    layer = QgsVectorLayer(f"./{geopackage.name}|layername={name}", NAMES[name], "ogr")
    if not layer.isValid():
        raise SystemExit(f"{geopackage} has no layer {name}.")
    project.addMapLayer(layer)
    return layer


def _whole(project, layers):
    """Return the extent of all layers with a little room around: what QGIS shows when the project is opened."""
    box = QgsRectangle()
    for layer in layers:
        transform = QgsCoordinateTransform(layer.crs(), project.crs(), project)
        box.combineExtentWith(transform.transformBoundingBox(layer.extent()))
    box.scale(1.05)
    return QgsReferencedRectangle(box, project.crs())
