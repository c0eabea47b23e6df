"""Make the pictures of printed pages in docs/ from the layers of the demo: in Chinese, for a journal, and its maps."""

import os
import shutil
import sys

import qgis_profile
from qgis_profile import PLUGINS, ROOT

os.environ.update(qgis_profile.prepare())
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(PLUGINS))

from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QImage

DEMO, DOCS = ROOT / "demo", ROOT / "docs"
MAPS, WIDTH = ("links", "virtual-clusters", "far-clusters", "gaps"), 1280
LAYERS = ("belts", "ellipses", "centers", "clusters")


def main():
    for name in MAPS:
        small = QImage(str(DEMO / f"{name}.png")).scaledToWidth(
            WIDTH, Qt.TransformationMode.SmoothTransformation
        )
        small.convertToFormat(QImage.Format.Format_RGB32).save(str(DOCS / f"{name}.png"))
    shutil.copyfile(DEMO / "map.png", DOCS / "map.png")
    application = QgsApplication([], True)
    application.initQgis()
    from clusterbelt.processing.cartography import palette
    from clusterbelt.processing.cartography.page.choices import PageForm, PageTexts

    pages = {
        "page-zh": ("zh", palette.COLOUR, PageForm(orientation="portrait", inset=True), 95),
        "figure-8cm": ("en", palette.GREY, PageForm(paper="8cm", orientation="portrait", inset=True), 165),
    }
    texts = {
        "page-zh": PageTexts(title="国家级产业集群与线上产业带", source="样例名单，部分未经核对"),
        "figure-8cm": PageTexts(name="figure"),
    }
    for name, (language, look, form, dpi) in pages.items():
        make_page(DOCS / f"{name}.png", texts[name], form, language, look, dpi)
    application.exitQgis()


def make_page(path, texts, form, language, look, dpi):
    """Write the picture of a page; its project must be gone before QGIS ends."""
    from clusterbelt.processing.cartography import styling
    from clusterbelt.processing.cartography.page.exporting import export
    from clusterbelt.processing.cartography.page.layers import PageLayers
    from clusterbelt.processing.cartography.page.layout import build_layout
    from clusterbelt.processing.cartography.page.table import rows_of_clusters

    project = QgsProject()
    layers = {
        layer: QgsVectorLayer(f"{DEMO / 'clusterbelt.gpkg'}|layername={layer}", layer, "ogr")
        for layer in LAYERS
    }
    project.addMapLayers(list(layers.values()))
    styling.style_matches(layers["clusters"], language=language, look=look)
    styling.style_belts(layers["belts"], look=look)
    styling.style_ellipses(layers["ellipses"], look=look)
    styling.style_centers(layers["centers"], look=look)
    table = rows_of_clusters(layers["clusters"], "class") if language == "zh" else ()
    page = build_layout(PageLayers(project, **layers), texts, form, table=table, language=language)
    export(page, path, dpi)


if __name__ == "__main__":
    main()
