"""Where the map looks: its projection, its extent and the step of its grid."""

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsRectangle,
)

from ...layers.reading.listening import layer_features

# Equal areas over China, as its atlases print it.
CHINA_ALBERS = "PROJ:+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105 +ellps=GRS80 +units=m +no_defs"
_CHINA = QgsRectangle(73, 3, 136, 54.5)
# A point south of Hainan: a map of China reaches at least there.
_SOUTH_OF_HAINAN = QgsRectangle(108.5, 17.6, 111, 20.5)
_SOUTH_CHINA_SEA = QgsRectangle(105.5, 2.5, 122.5, 24.5)
_MARGIN = 0.04
# Farther than any place on Earth in the units of any CRS.
_FARTHEST = 1e12
_EARTH = QgsRectangle(-_FARTHEST, -_FARTHEST, _FARTHEST, _FARTHEST)


def crs_from(text):
    """Return the CRS of an authority id (`EPSG:4326`) or of a text such as `+proj=aea …`."""
    text = text.strip()
    return QgsCoordinateReferenceSystem(f"PROJ:{text}" if text.startswith("+") else text)


def map_crs(layers, project):
    """Choose the projection of the map: Albers where all data lie in China, else that of the project."""
    box = _union(layers, QgsCoordinateReferenceSystem("EPSG:4326"), project)
    if box is not None and _CHINA.contains(box):
        return QgsCoordinateReferenceSystem(CHINA_ALBERS)
    if project.crs().isValid():
        return project.crs()
    for layer in layers:
        if layer.crs().isValid():
            return layer.crs()
    return QgsCoordinateReferenceSystem("EPSG:4326")


def map_extent(wanted, layers, crs, project, ratio):
    """Return the extent of the map, as wide as `ratio` times its height.

    Parameters
    ----------
    wanted : QgsRectangle or None
        In `crs`; None for all layers with a margin. A map of China then reaches south of Hainan, wherever
        the data lie, and a map of nothing shows China.
    """
    if wanted is not None and not wanted.isEmpty():
        return _with_ratio(wanted, ratio)
    box = _union(layers, crs, project) or _transformed(_CHINA, _wgs84(), crs, project)
    if _is_in_china(box, crs, project):
        box.combineExtentWith(_transformed(_SOUTH_OF_HAINAN, _wgs84(), crs, project))
    if box.width() == 0 and box.height() == 0:
        box = box.buffered(0.5 if crs.isGeographic() else 50_000)
    box = box.buffered(_MARGIN * max(box.width(), box.height()))
    return _with_ratio(box, ratio)


def geographic_box(extent, crs, project):
    """Return an extent in degrees."""
    return _transformed(extent, crs, _wgs84(), project)


def step_for(extent, crs, project):
    """Return the distance of grid lines, in degrees, for an extent of a map; None where it has no degrees."""
    box = geographic_box(extent, crs, project)
    return None if box is None else step_of_grid(min(box.width(), box.height()))


def step_of_grid(degrees):
    """Return the distance of grid lines, in degrees, that gives some five lines over `degrees`."""
    steps = (30, 20, 15, 10, 5, 2, 1, 0.5, 0.2, 0.1, 0.05, 0.02, 0.01)
    return next((step for step in steps if degrees / step >= 3.5), steps[-1])


def _wgs84():
    return QgsCoordinateReferenceSystem("EPSG:4326")


def _is_in_china(box, crs, project):
    geographic = _transformed(box, crs, _wgs84(), project)
    return geographic is not None and _CHINA.contains(geographic)


def _union(layers, crs, project):
    """Return the extent of all layers in `crs`, None if they hold nothing."""
    box = None
    for layer in layers:
        extent = _on_earth(layer)
        if extent.isNull():
            continue
        moved = _transformed(extent, layer.crs(), crs, project) if layer.crs().isValid() else extent
        if moved is not None and box is not None:
            box.combineExtentWith(moved)
        elif moved is not None:
            box = QgsRectangle(moved)
    return box


def _on_earth(layer):
    """Return the extent of a layer, or of its features that can lie on Earth where others do not."""
    extent = layer.extent()
    if extent.isNull() or _EARTH.contains(extent):
        return extent
    near = None
    for feature in layer_features(layer, QgsFeatureRequest(_EARTH).setNoAttributes()):
        box = feature.geometry().boundingBox()
        if _EARTH.contains(box) and near is not None:
            near.combineExtentWith(box)
        elif _EARTH.contains(box):
            near = box
    return QgsRectangle() if near is None else near


def _transformed(extent, source, target, project):
    transform = QgsCoordinateTransform(source, target, project)
    transform.setBallparkTransformsAreAppropriate(True)
    try:
        return transform.transformBoundingBox(extent)
    except QgsCsException:
        return None


def _with_ratio(box, ratio):
    width, height = box.width(), box.height()
    if width < ratio * height:
        width = ratio * height
    else:
        height = width / ratio
    centre = box.center()
    return QgsRectangle(
        centre.x() - width / 2, centre.y() - height / 2, centre.x() + width / 2, centre.y() + height / 2
    )


def south_china_sea(crs, project, ratio):
    """Return the extent of the frame of the South China Sea Islands, 105.5–122.5° E and 2.5–24.5° N."""
    return _with_ratio(_transformed(_SOUTH_CHINA_SEA, _wgs84(), crs, project) or _SOUTH_CHINA_SEA, ratio)


def around(box, crs, ratio):
    """Return a box with room about it, as wide as `ratio` times its height; a point gets its surroundings."""
    least = 1.5 if crs.isGeographic() else 150_000
    box = box.buffered(
        max(least - max(box.width(), box.height()), 0) / 2 + 0.1 * max(box.width(), box.height())
    )
    return _with_ratio(box, ratio)
