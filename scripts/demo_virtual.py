"""Add the virtual clusters to the project of the demo and print their maps; needs a running QgsApplication."""

from clusterbelt.processing.cartography import fonts
from clusterbelt.processing.cartography.page import layout as layouts
from clusterbelt.processing.cartography.virtual_styles import style_virtual
from clusterbelt.processing.compat import set_legend_font
from qgis.core import (
    QgsLayerTreeModelLegendNode,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

FAR_KM = 1500
# Each map: its layers, the first on top, with their tables and titles.
MAPS = {
    "links": {"link_nodes": "nodes", "link_flows": "flows"},
    "virtual-clusters": {"virtual_clusters": "blocks", "virtual_ties": "ties"},
    "far-clusters": {"virtual_clusters": "far_blocks", "virtual_ties": "far_ties"},
    "gaps": {"gap_regions": "regions", "gap_candidates": "candidates"},
    "coupling": {"coupling": "coupling"},
}
TEXTS = {
    "en": {
        "links": "Potential chain links between cities",
        "virtual-clusters": "Virtual clusters around their cores",
        "far-clusters": f"Virtual clusters that reach {FAR_KM} km and more",
        "gaps": "Where the needs of the chains are met",
        "coupling": "Real and virtual agglomeration",
        "nodes": "Cities",
        "flows": "Flows between cities",
        "blocks": "Blocks by virtual cluster",
        "ties": "Ties to the cores",
        "far_blocks": f"Blocks of clusters over {FAR_KM} km",
        "far_ties": f"Ties of clusters over {FAR_KM} km",
        "regions": "Needs of the cities",
        "candidates": "Candidates for the gaps",
        "group": "Virtual clusters",
        "potential": "Potential links (gravity model), not observed.",
        "gap": "A gap means that the data have no such supplier, not that there is none; lines lead to the nearest ones.",
    },
    "zh": {
        "links": "城市间潜在产业链联系",
        "virtual-clusters": "虚拟集群及其核心",
        "far-clusters": f"跨度 {FAR_KM} 公里以上的虚拟集群",
        "gaps": "产业链需求在何处得到满足",
        "coupling": "实体集聚与虚拟集聚",
        "nodes": "城市",
        "flows": "城市间流量",
        "blocks": "产业块所属虚拟集群",
        "ties": "与核心的联系",
        "far_blocks": f"跨度 {FAR_KM} 公里以上集群的产业块",
        "far_ties": f"跨度 {FAR_KM} 公里以上集群的联系",
        "regions": "各城市的需求",
        "candidates": "补链候选",
        "group": "虚拟集群",
        "potential": "潜在联系（引力模型），并非观测值。",
        "gap": "缺口指数据中没有此类供应方，并不表示实际没有；连线指向最近的供应方。",
    },
}
# What each map has to say of itself; coupling compares what is there.
NOTES = {"links": "potential", "virtual-clusters": "potential", "far-clusters": "potential", "gaps": "gap"}
# East of about 90° E, in the shape of the frame; what lies farther west is in the project.
EXTENT = QgsRectangle(-1250000, 1950000, 2700000, 5500000)


def make_virtual_maps(geopackage, project_file, folder, source, language):
    """Load and style the layers, export the maps, save the project.

    Parameters
    ----------
    geopackage, project_file, folder : pathlib.Path
    source : str
        Printed below each map.
    language : {'en', 'zh'}
    """
    project, texts = QgsProject.instance(), TEXTS[language]
    group = project.layerTreeRoot().addGroup(texts["group"])
    for name, drawn in MAPS.items():
        layers = []
        for table, title in drawn.items():
            layer = QgsVectorLayer(f"./{geopackage.name}|layername={table}", texts[title], "ogr")
            span = FAR_KM if title.startswith("far_") else None
            if not layer.isValid() or not style_virtual(layer, language=language, min_span=span):
                raise SystemExit(f"{geopackage} has no layer {table} that can be styled.")
            project.addMapLayer(layer, False)
            group.addLayer(layer)
            layers.append(layer)
        note = texts[NOTES[name]] if name in NOTES else ""
        page = _page(project, layers, texts[name], f"{note} {source}".strip())
        page.setName(name)
        project.layoutManager().addLayout(page)
        layouts.export_png(page, folder / f"{name}.png", dpi=200)
    group.setItemVisibilityChecked(False)
    if not project.write(str(project_file)):
        raise SystemExit(f"{project_file} could not be written: {project.error()}")


def _blank_what_is_hidden(model, entry):
    """Take the samples of what is not drawn out of the legend; its text says that it is hidden."""
    renderer = entry.layer().renderer()
    if not isinstance(renderer, QgsRuleBasedRenderer):
        return
    for index, node in enumerate(model.layerOriginalLegendNodes(entry)):
        key = node.data(QgsLayerTreeModelLegendNode.RuleKeyRole)
        if key and not renderer.legendSymbolItemChecked(key):
            nothing = QgsLineSymbol.createSimple({"line_style": "no"})
            QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(entry, index, nothing)
    model.refreshLayerLegend(entry)


def _page(project, layers, title, note):
    page = QgsPrintLayout(project)
    page.initializeDefaults()
    drawn = QgsLayoutItemMap(page)
    page.addLayoutItem(drawn)
    drawn.attemptMove(QgsLayoutPoint(82, 8))
    drawn.attemptResize(QgsLayoutSize(207, 186))
    drawn.setLayers(layers)
    drawn.setKeepLayerSet(True)
    drawn.setCrs(project.crs())
    drawn.setExtent(EXTENT)
    drawn.attemptResize(QgsLayoutSize(207, 186))
    family, _ = fonts.family_for(["城"])
    legend = QgsLayoutItemLegend(page)
    legend.setAutoUpdateModel(False)
    root = legend.model().rootGroup()
    root.clear()
    for layer in layers:
        _blank_what_is_hidden(legend.model(), root.addLayer(layer))
    styles = QgsLegendStyle.Style
    for style, size in ((styles.Subgroup, 9), (styles.SymbolLabel, 8)):
        set_legend_font(
            legend, style, fonts.font(family, size, bold=style == styles.Subgroup), QColor("#222222")
        )
    legend.attemptMove(QgsLayoutPoint(6, 20))
    page.addLayoutItem(legend)
    for text, size, place in ((title, 15, (8, 9, 120, 9)), (note, 7, (8, 198, 281, 8))):
        label = QgsLayoutItemLabel(page)
        label.setText(text)
        label.setFont(fonts.font(family, size))
        label.attemptMove(QgsLayoutPoint(*place[:2]))
        label.attemptResize(QgsLayoutSize(*place[2:]))
        page.addLayoutItem(label)
    return page
