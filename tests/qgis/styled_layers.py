"""Layers of links and blocks, and what is drawn of them."""

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorLayer,
    edit,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor


def layer(kind, fields, rows):
    """A layer of (WKT, values …); `fields` as in the URI of memory layers."""
    made = QgsVectorLayer(
        f"{kind}?crs=EPSG:4326&" + "&".join(f"field={field}" for field in fields), "made", "memory"
    )
    with edit(made):
        for wkt, *values in rows:
            feature = QgsFeature(made.fields())
            feature.setAttributes(list(values))
            if wkt:
                feature.setGeometry(QgsGeometry.fromWkt(wkt))
            assert made.addFeature(feature)
    made.updateExtents()
    return made


BLOCK = (
    "vc_id:integer",
    "vc_role:string",
    "vc_kind:string",
    "vc_span:double",
    "city:string",
    "industry:string",
)


LINK = ("f_id:string", "t_id:string", "flow:double", "scope:string")


def links():
    rows = [
        ("LineString(0 0, 10 0)", "a", "b", 8.0, "nation"),
        ("LineString(10 0, 0 0)", "b", "a", 1.0, "province"),
        ("LineString(0 5, 10 5)", "c", "d", 0.5, "group"),
        (None, "a", "a", 100.0, "city"),
        ("LineString EMPTY", "b", "b", 100.0, "city"),
    ]
    return layer("LineString", LINK, rows)


def blocks():
    rows = [
        ("Point(0 0)", 1, "core", "virtual", 1595.2, "包头市", "稀土"),
        ("Point(5 0)", 1, "member", "virtual", 1595.2, "宁波市", "磁材"),
        ("Point(0 5)", 2, "core", "near", 90.0, "上海市", "芯片"),
        ("Point(5 5)", None, "single", None, None, "天津市", "钢铁"),
    ]
    return layer("Point", BLOCK, rows)


def picture_of(styled, extent=(-3, -4, 13, 8)):
    settings = QgsMapSettings()
    settings.setLayers([styled])
    settings.setDestinationCrs(styled.crs())
    settings.setOutputSize(QSize(400, 300))
    settings.setOutputDpi(96)
    settings.setExtent(QgsRectangle(*extent))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def colours_of(image):
    seen = set()
    for x in range(image.width()):
        for y in range(image.height()):
            seen.add(image.pixelColor(x, y).name())
    return seen


def at(image, x, y, extent=(-3, -4, 13, 8)):
    """Whether anything is drawn about a place of the map."""
    column = int((x - extent[0]) / (extent[2] - extent[0]) * image.width())
    row = int((extent[3] - y) / (extent[3] - extent[1]) * image.height())
    white = QColor("white").name()
    return any(
        image.pixelColor(column + i, row + j).name() != white for i in range(-4, 5) for j in range(-4, 5)
    )


def rules_of(styled):
    return styled.renderer().rootRule().children()


def sizes_of(styled):
    """Entries of the legend that explain sizes, in tenths of a mm."""
    entries = [entry for entry in styled.renderer().legendSymbolItems() if not entry.ruleKey()]
    return [(entry.label(), round(10 * entry.symbol().size()) if entry.symbol() else 0) for entry in entries]


def labels_of(styled):
    return [category.label() for category in styled.renderer().categories()]
