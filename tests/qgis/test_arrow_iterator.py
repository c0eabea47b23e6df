"""Where QGIS makes Arrow batches, they give what reading feature by feature gives.

No QGIS 4 is at hand: the batches are real structures of the Arrow C data interface, made by nanoarrow from the
features that the iterator is given, with the types that QGIS 4 chooses.
"""

from itertools import islice

import nanoarrow
import pytest
from clusterbelt.processing.compat import is_null, kind_of
from clusterbelt.processing.layers.reading import arrow_iterator
from clusterbelt.processing.layers.reading.columns import read_columns
from clusterbelt.processing.layers.reading.sources import Source
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
)
from test_columns import FIELDS, Log, assert_equal, memory, source_of

NAMES = [name for name, _ in FIELDS]
TYPES = {
    "int": nanoarrow.int32(),
    "long": nanoarrow.int64(),
    "double": nanoarrow.float64(),
    "string": nanoarrow.string(),
}


class Schema:
    def __init__(self, types):
        self.types = types
        self.made = nanoarrow.c_schema(nanoarrow.struct(types))

    def cSchemaAddress(self):  # noqa: N802
        return self.made._addr()


class Batch:
    def __init__(self, schema, columns, size):
        self.size = size
        arrays = [nanoarrow.c_array(column, kind) for column, kind in zip(columns, schema.types.values())]
        self.made = nanoarrow.c_array_from_buffers(schema.made, size, [None], children=arrays)

    def isValid(self):  # noqa: N802
        return self.size > 0

    def cArrayAddress(self):  # noqa: N802
        return self.made._addr()


class Iterator:
    """Looks like `QgsArrowIterator`."""

    types = TYPES

    def __init__(self, features):
        self.features = features

    @classmethod
    def inferSchema(cls, fields, has_geometry):  # noqa: N802
        types = {field.name(): cls.types[kind_of(field)] for field in fields}
        return Schema({**types, "geometry": nanoarrow.binary()} if has_geometry else types)

    def setSchema(self, schema):  # noqa: N802
        self.schema = schema

    def nextFeatures(self, count):  # noqa: N802
        rows = list(islice(self.features, count))
        columns = [[_value(feature, name) for feature in rows] for name in self.schema.types]
        return Batch(self.schema, columns, len(rows))


def _value(feature, name):
    if name == "geometry":
        return bytes(feature.geometry().asWkb()) if feature.hasGeometry() else None
    return None if is_null(feature[name]) else feature[name]


@pytest.fixture
def context():
    made = QgsProcessingContext()
    made.setProject(QgsProject.instance())
    return made


@pytest.fixture
def batches(monkeypatch):
    monkeypatch.setattr(arrow_iterator, "ArrowIterator", Iterator)


def both_ways(source, monkeypatch, names=NAMES, points=True):
    fast, slow = Log(), Log()
    one = read_columns(source, names, fast, points=points)
    with monkeypatch.context() as without:
        without.setattr(arrow_iterator, "ArrowIterator", None)
        other = read_columns(Source(source.features), names, slow, points=points)
    assert "by columns" in fast.lines[0] and "feature by feature" in slow.lines[0]
    return one, other


@pytest.mark.parametrize("points", [True, False])
@pytest.mark.parametrize("times", [0, 1, 4000])
def test_batches_give_the_columns_of_the_features(batches, monkeypatch, context, points, times):
    layer = memory()
    layer.dataProvider().truncate()
    for _ in range(times and 1):
        layer.dataProvider().addFeatures(list(memory().getFeatures()) * times)
    assert_equal(*both_ways(source_of(layer, context), monkeypatch, points=points))


def test_a_field_can_be_asked_for_twice(batches, monkeypatch, context):
    layer = memory()
    assert_equal(*both_ways(source_of(layer, context), monkeypatch, ["real", "text", "real"]))


def test_selections_limits_and_filters_are_kept(batches, monkeypatch, context):
    layer = QgsProject.instance().addMapLayer(memory())
    layer.selectByIds([1, 3, 4])
    definition = QgsProcessingFeatureSourceDefinition(layer.id(), selectedFeaturesOnly=True, featureLimit=2)
    one, other = both_ways(source_of(definition, context), monkeypatch)
    assert one.fid.size == 2
    assert_equal(one, other)
    QgsProject.instance().removeMapLayer(layer)


def test_edits_that_are_not_saved_are_read(batches, monkeypatch, context):
    layer = QgsProject.instance().addMapLayer(memory())
    layer.startEditing()
    layer.changeAttributeValue(1, layer.fields().lookupField("real"), 77.0)
    one, other = both_ways(source_of(layer, context), monkeypatch)
    assert one.typed["real"][0] == 77.0
    assert_equal(one, other)
    layer.rollBack()
    QgsProject.instance().removeMapLayer(layer)


def test_types_that_are_not_understood_are_read_feature_by_feature(monkeypatch, context):
    class Views(Iterator):
        types = {**TYPES, "string": nanoarrow.string_view()}

    monkeypatch.setattr(arrow_iterator, "ArrowIterator", Views)
    layer, log = memory(), Log()
    found = read_columns(source_of(layer, context), ["text"], log)
    assert "feature by feature" in log.lines[0]
    assert found.values["text"][0] == "甲"


def test_a_geometry_that_is_no_point_is_read_feature_by_feature(batches, context):
    layer = memory(kind="MultiPoint")
    log = Log()
    assert read_columns(source_of(layer, context), [], log, points=True).share is not None
    assert "feature by feature" in log.lines[0]


def test_cancel_between_batches(batches, context):
    layer = memory()
    layer.dataProvider().addFeatures(list(memory().getFeatures()) * 4000)
    log = Log()
    log.progressChanged.connect(lambda _: log.cancel())
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        read_columns(source_of(layer, context), NAMES, log)
