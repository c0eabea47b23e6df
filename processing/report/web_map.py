"""The map of a report that can be moved, asked and filtered: an SVG in the page, made of the layers alone."""

from math import cos, radians, sin, sqrt
from pathlib import Path

from qgis.core import QgsCoordinateTransform, QgsCsException, QgsFeatureRequest, QgsWkbTypes

from ..analysis.fields import CB_CITY, CB_CITYCD, CB_EVID, CB_STATUS
from ..analysis.matching import statuses
from ..analysis.matching.class_order import in_order
from ..cartography import palette
from ..cartography.class_field import class_field_of
from ..cartography.class_signs import class_label
from ..layers.matching.city_names import city_names_of, city_words_of, in_words
from ..layers.reading.cell_texts import cell_text
from ..layers.reading.listening import layer_features

SCRIPT = Path(__file__).resolve().parents[2] / "resources" / "report" / "web_map.js"
_WIDTH, _MARGIN = 1000.0, 60.0
# Of cities in a row, and of one alone.
_LEAST_HEIGHT = 400.0
_STEP = 15.0
_GOLDEN_ANGLE = 137.508
_FEW = 6
# Cities that are named before anybody asks.
_NAMED = 16
_NAME_WIDTH, _NAME_HEIGHT = 70, 20
_LONGEST = 240


def web_map(scene, class_field, words, language):
    """Gather what the map shows.

    Parameters
    ----------
    scene : scene.Scene
    class_field : str
        Field of the clusters; '' for none.
    words : dict of str to str
    language : {'en', 'zh'}

    Returns
    -------
    dict or None
        ``height`` of a picture 1000 wide, ``cities`` (``x``, ``y``, ``name``, ``marks``),
        ``belts`` (points), ``ellipses`` (``path``, ``line``), ``classes`` and ``statuses`` to filter by. None where
        no cluster has a point.
    """
    clusters, belts, ellipses = scene.layers
    if clusters is None or clusters.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        return None
    plane = _Plane(scene)
    cities = _cities(clusters, class_field, plane, language)
    if not cities:
        return None
    classes = in_order({kind for city in cities for kind, _ in city["groups"] if kind is not None})
    lines = palette.lines_of_classes(scene.classes)
    belt_points = _belt_points(belts, plane)
    most = max(number for city in cities for number, _ in city["groups"].values())
    # The marks around the outermost city are on the picture, too.
    reach = 2 * _STEP * sqrt(max(len(city["groups"]) for city in cities))
    frame = _Frame([(city["x"], city["y"]) for city in cities], max(_MARGIN, reach))
    keys = {kind: number for number, kind in enumerate([*classes, None])}
    return {
        "height": round(frame.height),
        "cities": [
            _drawn_city(city, frame, keys, lines, words, language, most, bool(class_field))
            for city in _named(cities, frame)
        ],
        "belts": [frame.place(*point) for point in belt_points],
        "ellipses": _drawn_ellipses(ellipses, plane, frame, lines),
        "classes": [
            {
                "key": keys[kind],
                "name": class_label(kind, language),
                "line": lines.get(kind, palette.NO_CLASS_LINE),
            }
            for kind in keys
            if class_field and any(kind == found for city in cities for found, _ in city["groups"])
        ],
        "statuses": [
            {"key": status, "name": statuses.label(status, language), "sign": palette.COLOUR.sign(status)}
            for status in statuses.ordered()
        ],
    }


class _Plane:
    """Takes points of layers into the projection of the map."""

    def __init__(self, scene):
        self._crs, self._context = scene.crs, scene.transform_context

    def transform_of(self, layer):
        return QgsCoordinateTransform(layer.crs(), self._crs, self._context)


class _Frame:
    """Where the plane lies on the picture: to the right in x, downwards in y."""

    def __init__(self, points, margin):
        xs, ys = zip(*points)
        self._left, self._top = min(xs), max(ys)
        span = max(max(xs) - min(xs), (max(ys) - min(ys)) / 1.1) or 1.0
        self._scale = (_WIDTH - 2 * margin) / span
        self._inset = (_WIDTH - self._scale * (max(xs) - min(xs))) / 2
        tall = self._scale * (max(ys) - min(ys))
        self.height = max(tall + 2 * margin, _LEAST_HEIGHT)
        self._lift = (self.height - tall) / 2

    def place(self, x, y):
        return (
            round(self._inset + (x - self._left) * self._scale, 1),
            round(self._lift + (self._top - y) * self._scale, 1),
        )

    def path(self, points):
        return "M" + "L".join("{} {}".format(*self.place(*point)) for point in points) + "Z"


def _cities(layer, class_field, plane, language):
    """Count the clusters of each city by class and status, and keep the first evidence of each."""
    called, words = city_names_of(layer, language), city_words_of(layer, language)
    names = [CB_STATUS, CB_CITY, CB_CITYCD, CB_EVID, class_field]
    found = {}
    for values, point in _points(layer, names, plane):
        status, name, code, evidence, kind = values
        key = code or (round(point[0]), round(point[1]))
        name = called.get(code) or name or ""
        city = found.setdefault(key, {"name": name, "number": 0, "x": 0.0, "y": 0.0, "groups": {}})
        city["number"] += 1
        city["x"] += point[0]
        city["y"] += point[1]
        group = city["groups"].setdefault((kind, status), [0, in_words(evidence or "", words)])
        group[0] += 1
    for city in found.values():
        city["x"] /= city["number"]
        city["y"] /= city["number"]
    return list(found.values())


def _named(cities, frame):
    """Order the cities, the largest first, and mark those whose names are read before the script arranges all."""
    ordered, taken, shown = sorted(cities, key=lambda city: -city["number"]), [], []
    for city in ordered:
        x, y = frame.place(city["x"], city["y"])
        is_free = all(abs(x - left) > _NAME_WIDTH or abs(y - top) > _NAME_HEIGHT for left, top in taken)
        if is_free and len(taken) < _NAMED:
            taken.append((x, y))
        shown.append({**city, "shown": (x, y) in taken})
    return shown


def _drawn_city(city, frame, keys, lines, words, language, most, by_class):
    order = {status: place for place, status in enumerate(statuses.ordered())}
    groups = sorted(
        city["groups"].items(), key=lambda item: (order.get(item[0][1], len(order)), keys.get(item[0][0], 0))
    )
    x, y = frame.place(city["x"], city["y"])
    marks, sizes = [], _sizes([number for _, (number, _) in groups], most)
    for place, ((kind, status), (number, evidence)) in enumerate(groups):
        dx, dy = _around(place, len(groups), max(sizes))
        said = f"{evidence[:_LONGEST]}…" if len(evidence) > _LONGEST else evidence
        head = (
            words["web_mark" if by_class else "web_mark_all"].format(
                city=city["name"],
                kind=class_label(kind, language),
                status=statuses.label(status, language),
                count=number,
            )
            if status in order
            else f"{city['name']}: {number}"
        )
        marks.append(
            {
                "x": dx,
                "y": dy,
                "size": sizes[place],
                "number": number,
                "status": status if status in order else "none",
                "kind": keys.get(kind, len(keys) - 1),
                "sign": palette.COLOUR.sign(status),
                "line": lines.get(kind, palette.NO_CLASS_LINE),
                "title": f"{head}\n{said}" if said else head,
            }
        )
    # The name stands beside few marks, above many.
    name = {"text": city["name"], "is_first": city["shown"], "x": 10, "y": -9, "anchor": "start"}
    if len(groups) > _FEW:
        name.update(x=0, y=min(mark["y"] for mark in marks) - 9 * max(sizes), anchor="middle")
    return {"x": x, "y": y, "name": name, "marks": marks}


def _sizes(numbers, most):
    """How large marks are: with the root of what they stand for, one cluster 1 and the most anywhere at most 2."""
    growth = min(0.35, 1 / max(sqrt(most) - 1, 1))
    return [round(1 + growth * (sqrt(number) - 1), 2) for number in numbers]


def _around(place, count, size):
    """Where a mark stands beside its city: the only one upon it, several in a sunflower around it."""
    if count == 1:
        return 0.0, 0.0
    distance, angle = size * _STEP * sqrt(place + 0.5) * 0.8, radians(_GOLDEN_ANGLE * place)
    return round(distance * cos(angle), 1), round(distance * sin(angle), 1)


def _belt_points(layer, plane):
    if layer is None or layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        return []
    return sorted({point for _, point in _points(layer, [], plane)})


def _drawn_ellipses(layer, plane, frame, lines):
    """Draw as on the map in print, where ellipses of a layer without classes have the first line."""
    by_class = layer is not None and class_field_of(layer)
    other = palette.NO_CLASS_LINE if by_class else palette.FURTHER_LINES[0]
    return [
        {"path": frame.path(path), "line": lines.get(kind, other)} for kind, path in _outlines(layer, plane)
    ]


def _outlines(layer, plane):
    if layer is None or layer.geometryType() != QgsWkbTypes.GeometryType.PolygonGeometry:
        return
    index, transform = layer.fields().lookupField(class_field_of(layer)), plane.transform_of(layer)
    for feature in layer_features(layer):
        geometry = feature.geometry()
        try:
            if geometry.isEmpty() or geometry.transform(transform) != 0:
                continue
        except QgsCsException:
            continue
        kind = feature.attribute(index) if index >= 0 else None
        for polygon in geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]:
            yield cell_text(kind), [(point.x(), point.y()) for point in polygon[0]]


def _points(layer, names, plane):
    """Yield the texts of some fields, None for none, and the point of each row that has one."""
    indexes = [layer.fields().lookupField(name) if name else -1 for name in names]
    request = QgsFeatureRequest().setSubsetOfAttributes([index for index in indexes if index >= 0])
    request.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    transform = plane.transform_of(layer)
    for feature in layer_features(layer, request):
        geometry = feature.geometry()
        try:
            if geometry.isEmpty() or geometry.transform(transform) != 0:
                continue
        except QgsCsException:
            continue
        middle = geometry.centroid().asPoint()
        values = [feature.attribute(index) if index >= 0 else None for index in indexes]
        yield [cell_text(value) for value in values], (middle.x(), middle.y())
