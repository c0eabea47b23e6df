"""Make the project of the demo and print its layout; needs a running QgsApplication."""

import os

from clusterbelt.processing.cartography import layout as layouts
from clusterbelt.processing.cartography import styling
from qgis.core import QgsCoordinateReferenceSystem, QgsProject, QgsVectorLayer

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
    layers = {}
    for name, style in STYLES.items():
        layers[name] = QgsVectorLayer(f"./{geopackage.name}|layername={name}", NAMES[name], "ogr")
        if not layers[name].isValid():
            raise SystemExit(f"{geopackage} has no layer {name}.")
        project.addMapLayer(layers[name])
        style(layers[name])
    page = layouts.build_layout(project, **layers, title=title, source=source, name="Cluster Belt")
    project.layoutManager().addLayout(page)
    layouts.export_png(page, folder / "map.png", dpi=200)
    layouts.export_pdf(page, folder / "map.pdf", dpi=300)
    if not project.write(str(project_file)):
        raise SystemExit(f"{project_file} could not be written: {project.error()}")
