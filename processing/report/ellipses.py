"""The table of the ellipses, as papers print it: degrees, km, 10⁴ km²."""

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsPointXY,
    QgsUnitTypes,
)

from ..analysis.matching.class_order import place_of
from ..cartography.class_field import class_field_of
from ..cartography.page.extents import crs_from
from ..compat import is_null
from ..layers.reading.cell_texts import cell_text
from ..layers.reading.listening import layer_features
from .cells import NUMBER, SHORT, Table, count, number

_FIELDS = (
    "n",
    "weight",
    "center_x",
    "center_y",
    "major",
    "minor",
    "azimuth",
    "ratio",
    "area",
    "share_in",
    "rule",
    "measure",
)


_TEXTS = ("rule", "measure")


def ellipse_classes(layer):
    """Return the classes of a layer of ellipses by first appearance; () without a class field."""
    field = class_field_of(layer) if layer is not None else ""
    if not field:
        return ()
    texts = dict.fromkeys(cell_text(feature[field]) for feature in layer_features(layer))
    return tuple(text for text in texts if text is not None)


def ellipse_table(layer, words, transform_context):
    """Return the table of a layer that `clusterbelt:weightedellipse` made; None for other layers."""
    if layer is None or any(layer.fields().lookupField(name) < 0 for name in _FIELDS):
        return None
    name_field = class_field_of(layer)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    to_degrees = QgsCoordinateTransform(layer.crs(), wgs84, transform_context)
    rows, rules, measures, in_metres = [], {}, {}, True
    for feature in _in_order(layer, name_field):
        value = {name: _value(feature[name], name) for name in _FIELDS}
        in_metres = in_metres and _metres(value["measure"]) is not None
        name = _class_name(feature[name_field] if name_field else None, words)
        rows.append([name, *_cells(value, to_degrees)])
        rules[str(value["rule"])] = measures[str(value["measure"])] = None
    keys = ("class", "n", "weight", "lon", "lat", "major", "minor", "theta", "area", "axis_ratio", "share_in")
    note = words["n_ellipses"].format(rule=", ".join(rules), measure=", ".join(measures))
    if not in_metres:
        note += " " + words["n_axes"].format(measure=", ".join(measures))
    kinds = [SHORT, *[NUMBER] * (len(keys) - 1)]
    return Table("t_ellipses", [words[key] for key in keys], rows, kinds, frozenset(), note)


def _cells(value, to_degrees):
    km = (_metres(value["measure"]) or 1000.0) / 1000.0
    lon, lat = _degrees(to_degrees, value["center_x"], value["center_y"])
    return [
        count(value["n"]),
        count(value["weight"]),
        number(lon, 2),
        number(lat, 2),
        number(_times(value["major"], km)),
        number(_times(value["minor"], km)),
        number(value["azimuth"]),
        number(_times(value["area"], km * km / 1e4), 2),
        number(value["ratio"], 3),
        number(_times(value["share_in"], 100)),
    ]


def _value(value, name):
    """A cell of an ellipse; delimited text keeps numbers as texts."""
    if is_null(value) or name in _TEXTS or not isinstance(value, str):
        return None if is_null(value) else value
    try:
        return float(value)
    except ValueError:
        return None


def _in_order(layer, name_field):
    """Return the ellipses by their class; without classes as they stand in the layer."""
    features = list(layer_features(layer))
    return sorted(features, key=lambda one: place_of(cell_text(one[name_field]))) if name_field else features


def _class_name(value, words):
    text = cell_text(value)
    if text is None:
        return words["all"]
    return words["belts"] if text.lower() == "belts" else text


def _metres(measure):
    """Return how many metres a unit of the measuring plane has; None where it is no length."""
    crs = crs_from(str(measure or ""))
    if not crs.isValid() or crs.isGeographic():
        return None
    return QgsUnitTypes.fromUnitToUnitFactor(crs.mapUnits(), QgsUnitTypes.DistanceUnit.DistanceMeters)


def _degrees(transform, x, y):
    if x is None or y is None:
        return None, None
    try:
        point = transform.transform(QgsPointXY(x, y))
    except QgsCsException:
        return None, None
    return point.x(), point.y()


def _times(value, factor):
    return None if value is None else value * factor
