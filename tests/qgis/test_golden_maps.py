"""The map of made-up clusters at two scales, held to pictures: colours, shapes, groups, order of the layers.

To make the pictures anew after a wanted change, delete them and run this file twice; then look at them.
"""

import math
from pathlib import Path

import pytest
from clusterbelt.processing.cartography import palette, styling
from dock_scene import layer_of
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage

PICTURES = Path(__file__).resolve().parents[1] / "golden" / "maps"
SIDE = 240
STATUSES = ("matched", "adjacent", "unmatched", "unresolved")
VIEWS = {"country": QgsRectangle(100, 20, 125, 45), "city": QgsRectangle(110.5, 29.5, 112.5, 31.5)}
# Other versions smooth edges otherwise; a missing symbol, colour or line changes more.
MOST_DIFFERENT = 0.004
DIFFERENT = 60


def points(fields, rows):
    made = layer_of("None", "rows", fields, []).fields()
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "points", "memory")
    layer.dataProvider().addAttributes(list(made))
    layer.updateFields()
    for values, place in rows:
        feature = QgsFeature(layer.fields())
        feature.setAttributes(list(values))
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        layer.dataProvider().addFeature(feature)
    layer.updateExtents()
    return layer


def scene(look):
    """A city with seven clusters, single ones along a circle, belts between them and two ellipses."""
    rows = [((STATUSES[i % 4],), (111.5, 30.5)) for i in range(7)]
    rows += [
        ((STATUSES[i % 4],), (112 + 8 * math.cos(i * 0.7), 32 + 8 * math.sin(i * 0.7))) for i in range(9)
    ]
    clusters = points(("cb_status",), rows)
    belts = points(("product",), [(("x",), (104 + 1.5 * i, 27 + (i % 3) * 4)) for i in range(11)])
    ellipses = QgsVectorLayer("MultiPolygon?crs=EPSG:4326&field=class:string", "ellipses", "memory")
    for name, shift in (("SEI", 0.0), ("AM", 2.0)):
        feature = QgsFeature(ellipses.fields())
        feature.setAttributes([name])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(111 + shift, 31)).buffer(6, 24))
        ellipses.dataProvider().addFeature(feature)
    styling.style_matches(clusters, look=look)
    styling.style_belts(belts, look)
    styling.style_ellipses(ellipses, look=look)
    return [clusters, ellipses, belts]


def picture(layers, view):
    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setOutputSize(QSize(SIDE, SIDE))
    settings.setOutputDpi(200)
    settings.setBackgroundColor(QColor("#ffffff"))
    settings.setExtent(view)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    return job.renderedImage()


def share_that_differs(image, other):
    different = 0
    for x in range(SIDE):
        for y in range(SIDE):
            a, b = image.pixelColor(x, y).getRgb(), other.pixelColor(x, y).getRgb()
            different += max(abs(p - q) for p, q in zip(a[:3], b[:3])) > DIFFERENT
    return different / SIDE**2


@pytest.mark.parametrize("look", palette.PALETTES)
@pytest.mark.parametrize("view", VIEWS)
def test_the_map_looks_as_before(view, look):
    image = picture(scene(palette.PALETTES[look]), VIEWS[view])
    path = PICTURES / f"{view}_{look}.png"
    if not path.exists():
        image.save(str(path))
        pytest.fail(f"{path.name} was made: look at it")
    assert share_that_differs(image, QImage(str(path))) <= MOST_DIFFERENT


@pytest.mark.parametrize("left_out", [0, 1, 2])
def test_a_layer_that_is_missing_is_noticed(left_out):
    layers = scene(palette.COLOUR)
    whole = picture(layers, VIEWS["country"])
    rest = [layer for number, layer in enumerate(layers) if number != left_out]
    assert share_that_differs(whole, picture(rest, VIEWS["country"])) > MOST_DIFFERENT


def test_other_shapes_in_a_city_are_noticed():
    layers = scene(palette.COLOUR)
    whole = picture(layers, VIEWS["city"])
    styling.style_matches(layers[0], look=palette.GREY)
    assert share_that_differs(whole, picture(layers, VIEWS["city"])) > MOST_DIFFERENT
