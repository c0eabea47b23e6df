"""How many rows a layer holds by value, and how legends print it."""

from collections import Counter
from itertools import product
from math import floor, hypot, isfinite

from qgis.core import QgsAggregateCalculator, QgsExpression, QgsFeatureRequest

from ..analysis.fields import CB_STATUS
from ..analysis.matching import statuses
from ..analysis.rounding import half_up
from ..analysis.words import words_of
from ..compat import is_null, language_of_user
from ..layers.reading.cell_texts import cell_text
from ..layers.reading.listening import layer_features
from .class_field import class_field_of

STATUS_FIELD = CB_STATUS


def count_rows(source):
    """Count the rows of a layer or source: filtered files know only how many there are when they are read."""
    count = source.featureCount()
    if count >= 0:
        return count
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([])
    return sum(1 for _ in source.getFeatures(request))


def largest_pile(layer, reach=0.0):
    """Return how many rows of a layer of points lie together where most do.

    Parameters
    ----------
    layer : QgsVectorLayer
    reach : float
        Within which share of the extent of the layer they do so, as QGIS groups them around the first; 0 for one place.
    """
    request = QgsFeatureRequest().setSubsetOfAttributes([])
    shapes = (feature.geometry() for feature in layer_features(layer, request))
    # Of points and of multipoints.
    points = (shape.boundingBox().center() for shape in shapes if not shape.isEmpty())
    found = Counter((point.x(), point.y()) for point in points)
    # Points at infinity are drawn nowhere.
    places = {place: number for place, number in found.items() if all(map(isfinite, place))}
    xs, ys = zip(*places) if places else ((0.0,), (0.0,))
    distance = reach * max(max(xs) - min(xs), max(ys) - min(ys))
    return max((_group(places, distance) if distance else places).values(), default=0)


def _group(places, distance):
    """Return places with their numbers of rows, those within a distance of an earlier one counted there."""
    found, near = Counter(), {}
    for (x, y), number in places.items():
        column, row = floor(x / distance), floor(y / distance)
        around = (
            place
            for cell in product((column - 1, column, column + 1), (row - 1, row, row + 1))
            for place in near.get(cell, ())
            if hypot(place[0] - x, place[1] - y) <= distance
        )
        group = next(around, None)
        if group is None:
            group = x, y
            near.setdefault((column, row), []).append(group)
        found[group] += number
    return found


def count_values(layer, field):
    """Count the rows of a layer by the value of one field, in one pass without geometry.

    Returns
    -------
    dict
        Value (None for null) to number of rows, by first appearance.
    """
    column = QgsExpression.quotedColumnRef(field)
    values, _ = layer.aggregate(QgsAggregateCalculator.Aggregate.ArrayAggregate, column)
    # Most values are text, which is never null: the test of the others costs more than the reading.
    return dict(
        Counter(None if type(value) is not str and is_null(value) else value for value in values or ())
    )


def values_by_text(layer, field):
    """Return the values of a field by what they say; those that say nothing, null and blanks, under None.

    Returns
    -------
    dict of str to list
        Texts by first appearance.
    """
    found = {}
    for value in count_values(layer, field):
        found.setdefault(cell_text(value), []).append(value)
    return found


def classes_in(layer, field):
    """Return the texts of the classes in a layer; [] without the field."""
    if layer is None or layer.fields().lookupField(field) < 0:
        return []
    return [text for text in values_by_text(layer, field) if text is not None]


def classes_beside(layer, *others):
    """Return the classes of a layer and, by the field that tells them there, of layers beside it: a set of texts."""
    field, found = class_field_of(layer), set()
    for one in (layer, *others):
        index = -1 if one is None or not field else one.fields().lookupField(field)
        if index >= 0:
            # It has none of a GeoPackage that another connection writes to, and says nothing.
            texts = {cell_text(value) for value in one.uniqueValues(index)}
            found.update(texts or classes_in(one, field))
    return found - {None}


def status_label(status, counts=None, language=None):
    """Return the words of a status, with its number and rate where the counts are given.

    As in the tables, the rates divide by the rows whose status is decided; others have a number only.

    Parameters
    ----------
    status : str or None
        One of the statuses; any other value stands for rows without a status.
    counts : dict of str to int, optional
        Rows by status.
    language : {'en', 'zh'}, optional
        Default: the user's.
    """
    language = language or language_of_user()
    known = words_of("map", language)
    words = statuses.label(status, language) if status in statuses.ordered() else known["no_status"]
    if not counts:
        return words
    if status not in statuses.decided():
        count = counts.get(status, 0) if status in statuses.ordered() else rows_without_status(counts)
        return known["status_count"].format(words=words, count=count)
    decided = sum(counts.get(key, 0) for key in statuses.decided())
    count = counts.get(status, 0)
    rate = half_up(100 * count / decided) if decided else half_up(0)
    return known["status_rate"].format(words=words, count=count, rate=rate)


def is_own_label(text, status):
    """Tell whether a label is one that `status_label` gave, in any language, and not the user's own."""
    if status in statuses.ordered():
        words = {statuses.label(status, language) for language in statuses.LANGUAGES}
    else:
        words = {words_of("map", language)["no_status"] for language in statuses.LANGUAGES}
    return any(text == word or text.startswith(f"{word} (") for word in words)


def rows_without_status(counts):
    """Return how many of the counted rows hold none of the statuses."""
    return sum(count for value, count in counts.items() if value not in statuses.ordered())
