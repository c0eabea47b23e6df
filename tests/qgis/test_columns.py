"""Reading by columns and feature by feature give the same, and the fast way is taken only where it is right."""

import os

import numpy as np
import pytest
from clusterbelt.processing.algorithms.weighted_ellipse import WeightedEllipse
from clusterbelt.processing.analysis.identifiers import Identifiers
from clusterbelt.processing.analysis.typed_columns import Texts
from clusterbelt.processing.compat import make_field
from clusterbelt.processing.layers.reading import arrow
from clusterbelt.processing.layers.reading.columns import read_columns
from clusterbelt.processing.layers.reading.memory import MemoryExport
from clusterbelt.processing.layers.reading.sources import Source, can_be_exported, plain_file, whole_layer
from osgeo import ogr, osr
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray

FORMATS = {"gpkg": "GPKG", "fgb": "FlatGeobuf", "shp": "ESRI Shapefile"}
FIELDS = (("whole", "int"), ("large", "long"), ("real", "double"), ("text", "string"))
ROWS = [
    ((1.5, 2.5), 1, 2**40, 0.25, "甲"),
    ((3.0, 4.0), None, None, None, None),
    (None, 3, 7, -1.5, "乙"),
    ((5.0, 6.0), 1, 2**40, 1e300, "甲"),
    ((7.0, 8.0), 2, 8, 0.0, 'it\'s a "quoted" name'),
]


def memory(rows=ROWS, fields=FIELDS, kind="Point"):
    made = QgsVectorLayer(f"{kind}?crs=EPSG:32650", "rows", "memory")
    made.dataProvider().addAttributes([make_field(name, kind) for name, kind in fields])
    made.updateFields()
    for place, *values in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        if place:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert made.dataProvider().addFeature(feature)
    return made


def stored(folder, suffix, made=None, encoding="UTF-8"):
    made = memory() if made is None else made
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.fileEncoding = FORMATS[suffix], encoding
    if suffix == "fgb":
        options.layerOptions = ["SPATIAL_INDEX=NO"]
    path = str(folder / f"rows.{suffix}")
    QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
    opened = QgsVectorLayer(path, "rows", "ogr")
    if encoding != "UTF-8":
        opened.dataProvider().setEncoding(encoding)
    return opened


def geopackage(folder, places, name="rows"):
    """A layer that claims points and holds these places, in well-known text, with the field text."""
    reference = osr.SpatialReference()
    reference.ImportFromEPSG(4326)
    path = str(folder / "rows.gpkg")
    driver = ogr.GetDriverByName("GPKG")
    file = ogr.Open(path, 1) if os.path.exists(path) else driver.CreateDataSource(path)
    layer = file.CreateLayer(name, reference, ogr.wkbPoint)
    layer.CreateField(ogr.FieldDefn("text", ogr.OFTString))
    for number, place in enumerate(places):
        row = ogr.Feature(layer.GetLayerDefn())
        row["text"] = f"row {number}"
        row.SetGeometry(ogr.CreateGeometryFromWkt(place) if place else None)
        layer.CreateFeature(row)
    file = layer = None
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")


class Log(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.lines = []

    def pushInfo(self, text):  # noqa: N802
        self.lines.append(text)


@pytest.fixture
def context():
    made = QgsProcessingContext()
    made.setProject(QgsProject.instance())
    return made


def source_of(value, context, fields=("whole", "large", "real", "text")):
    """The source of a parameter as an algorithm prepares it."""
    algorithm = WeightedEllipse()
    algorithm.initAlgorithm()
    parameters = {"INPUT": value}
    features = algorithm.parameterAsSource(parameters, "INPUT", context)
    layer = whole_layer(algorithm, parameters, "INPUT", context)
    if layer is None:
        return Source(features)
    if can_be_exported(layer, fields):
        return Source(features, export=MemoryExport(layer, fields))
    return Source(features, plain_file(layer))


def both_ways(value, context, fields=("whole", "large", "real", "text"), points=True):
    source = source_of(value, context)
    assert source.file is not None and arrow.can_read(source.file, fields)
    fast, slow = Log(), Log()
    one = read_columns(source, list(fields), fast, points=points)
    other = read_columns(source.features, list(fields), slow, points=points)
    assert "by columns" in fast.lines[0] and "feature by feature" in slow.lines[0]
    return one, other


def assert_equal(one, other):
    assert np.array_equal(one.fid, other.fid)
    assert one.typed.keys() == other.typed.keys()
    for name, column in one.typed.items():
        if isinstance(column, np.ndarray):
            assert column.dtype == other.typed[name].dtype
            assert np.array_equal(column, other.typed[name], equal_nan=column.dtype == float)
        else:
            assert type(column) is type(other.typed[name])
            assert np.asarray(column).tolist() == np.asarray(other.typed[name]).tolist()
        if isinstance(column, Texts):
            assert column.codes.tolist() == other.typed[name].codes.tolist()
    for axis in ("x", "y"):
        first, second = getattr(one, axis), getattr(other, axis)
        assert (first is None and second is None) or np.array_equal(first, second, equal_nan=True)
    assert one.share is None and other.share is None


@pytest.mark.parametrize("suffix", ["gpkg", "shp"])
def test_both_ways_give_equal_arrays(tmp_path, context, suffix):
    one, other = both_ways(stored(tmp_path, suffix), context)
    assert_equal(one, other)
    assert one.values["text"].tolist() == ["甲", None, "乙", "甲", 'it\'s a "quoted" name']
    assert np.isnan(one.x[2]) and one.x[4] == 7.0
    assert list(one.typed["text"].distinct) == ["甲", "乙", 'it\'s a "quoted" name']


def test_both_ways_give_equal_arrays_of_a_flatgeobuf_which_knows_no_empty_places(tmp_path, context):
    assert_equal(*both_ways(stored(tmp_path, "fgb", memory([row for row in ROWS if row[0]])), context))


@pytest.mark.parametrize("suffix", FORMATS)
def test_both_ways_give_equal_tables_without_places(tmp_path, context, suffix):
    one, other = both_ways(stored(tmp_path, suffix), context, fields=("text",), points=False)
    assert_equal(one, other)
    assert one.x is None


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "fgb"])
@pytest.mark.parametrize("kind", ["LineString", "MultiPolygon"])
def test_fields_of_lines_and_polygons_are_read_by_columns_and_their_places_by_features(
    tmp_path, context, suffix, kind
):
    made = memory([], kind=kind)
    shapes = {
        "LineString": ["LineString(0 0, 4 0)", None if suffix != "fgb" else "LineString(0 0, 1 1)"],
        "MultiPolygon": ["MultiPolygon(((0 0, 4 0, 4 4, 0 0)))", "MultiPolygon(((0 0, 2 0, 2 2, 0 0)))"],
    }[kind]
    for shape, (_, *values) in zip(shapes, ROWS):
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(values))
        if shape:
            feature.setGeometry(QgsGeometry.fromWkt(shape))
        assert made.dataProvider().addFeature(feature)
    layer = stored(tmp_path, suffix, made)
    assert_equal(*both_ways(layer, context, points=False))
    source, log = source_of(layer, context), Log()
    found = read_columns(source, ["text"], log, points=True)
    assert "feature by feature" in log.lines[0] and found.x[0] > 0


@pytest.mark.parametrize(
    "places",
    [
        ["POINT Z (1 2 9)", "POINT EMPTY", None, "POINT Z (5 6 9)"],
        ["POINT (1 2)", "POINT Z (3 4 9)", "POINT ZM (5 6 7 8)", "POINT M (7 8 9)"],
    ],
)
def test_points_with_and_without_heights_in_one_layer_are_read_alike(tmp_path, context, places):
    one, other = both_ways(geopackage(tmp_path, places), context, ("text",))
    assert_equal(one, other)
    assert one.x[0] == 1.0 and one.y[0] == 2.0


@pytest.mark.parametrize("stray", ["MULTIPOINT ((3 4), (5 6))", "LINESTRING (0 0, 6 2)", "POLYGON EMPTY"])
def test_a_layer_of_points_that_holds_something_else_is_read_feature_by_feature(tmp_path, context, stray):
    made, log = geopackage(tmp_path, ["POINT (1 2)", stray, "POINT (7 8)"]), Log()
    columns = read_columns(source_of(made, context), ["text"], log, points=True)
    expected = {"M": [1.0, 3.0, 5.0, 7.0], "L": [1.0, 3.0, 7.0], "P": [1.0, np.nan, 7.0]}[stray[0]]
    assert "feature by feature" in log.lines[0]
    assert np.array_equal(columns.x, expected, equal_nan=True)


def test_the_layer_that_a_number_asks_for_is_read(tmp_path, context):
    geopackage(tmp_path, ["POINT (1 2)"])
    geopackage(tmp_path, ["POINT (5 6)", "POINT (7 8)"], name="second")
    second = QgsVectorLayer(str(tmp_path / "rows.gpkg") + "|layerid=1", "second", "ogr")
    columns = read_columns(source_of(second, context), ["text"], Log(), points=True)
    assert second.isValid() and list(columns.x) == [5.0, 7.0]


def test_a_table_of_a_file_goes_by_its_own_name(tmp_path, context):
    made = geopackage(tmp_path, ["POINT (1 2)"], "second")
    log = Log()
    read_columns(source_of(made.source(), context, ("text",)), ["text"], log)
    assert "“second”" in log.lines[0]


def test_the_ids_of_a_geopackage_are_read_as_a_field(tmp_path, context):
    made = geopackage(tmp_path, ["POINT (1 2)", "POINT (3 4)"])
    columns = read_columns(source_of(made, context), ["fid", "text"], Log(), points=True)
    assert list(columns.values["fid"]) == [1, 2]


@pytest.mark.parametrize(
    ("kind", "values"),
    [("string[]", (["甲"], ["乙", "丙"])), ("binary", (QByteArray(b"1"), QByteArray(b"2")))],
)
def test_a_field_of_lists_or_binary_data_is_refused_with_the_mend(context, kind, values):
    made = QgsVectorLayer(f"Point?crs=EPSG:32650&field=tags:{kind}", "rows", "memory")
    for value in values:
        feature = QgsFeature(made.fields())
        feature.setAttributes([value])
        assert made.dataProvider().addFeature(feature)
    with pytest.raises(QgsProcessingException, match=r"“tags”.*Choose another field"):
        read_columns(source_of(made, context), ["tags"], Log())


@pytest.mark.parametrize("shape", ["POLYGON ((0 0, 0 0, 0 0, 0 0))", "LINESTRING (1 1)", "POLYGON EMPTY"])
def test_a_shape_without_a_centroid_has_no_place(context, shape):
    made = memory([], [], kind=shape.split()[0].title())
    for place in (
        shape,
        shape.split()[0] + (" ((0 0, 2 0, 2 2, 0 0))" if shape[0] == "P" else " (0 0, 2 2)"),
    ):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromWkt(place))
        assert made.dataProvider().addFeature(feature)
    context.setInvalidGeometryCheck(QgsFeatureRequest.InvalidGeometryCheck.GeometryNoCheck)
    columns = read_columns(source_of(made, context), [], Log(), points=True)
    assert np.isfinite(columns.x[1]) and columns.x.size == 2


def test_rows_of_a_view_without_ids_have_the_ids_of_qgis(tmp_path, context):
    made = geopackage(tmp_path, ["POINT (1 2)", "POINT (3 4)"])
    path = made.source().split("|")[0]
    file = ogr.Open(path, 1)
    for statement in (
        "CREATE VIEW seen AS SELECT geom, text FROM rows",
        "INSERT INTO gpkg_contents (table_name, identifier, data_type, srs_id) VALUES ('seen', 'seen', 'features', 4326)",
        "INSERT INTO gpkg_geometry_columns VALUES ('seen', 'geom', 'POINT', 4326, 0, 0)",
    ):
        file.ExecuteSQL(statement)
    file = None
    view = QgsVectorLayer(path + "|layername=seen", "seen", "ogr")
    columns = read_columns(source_of(view, context), ["text"], Log(), points=True)
    assert (
        list(columns.fid) == [feature.id() for feature in view.getFeatures()] and len(set(columns.fid)) == 2
    )


@pytest.mark.parametrize("name", ["wkb_geometry", "OGC_FID", "ogc_fid"])
def test_a_field_called_like_a_column_of_the_stream_is_read_feature_by_feature(tmp_path, context, name):
    made = stored(tmp_path, "fgb", memory([((1.0, 2.0), "甲"), ((3.0, 4.0), "乙")], [(name, "string")]))
    columns = read_columns(source_of(made, context), [name], Log(), points=True)
    assert (
        list(columns.values[name]) == ["甲", "乙"]
        and list(columns.fid) == [0, 1]
        and list(columns.x) == [1, 3]
    )


def test_names_that_differ_by_case_alone_are_kept_apart(context):
    rows = [((1.0 * i, 2.0), i / 2, "甲") for i in range(20_500)]
    made = memory(rows, (("a", "double"), ("A", "string")))
    columns = read_columns(source_of(made, context, ("a", "A")), ["a", "A"], Log(), points=True)
    assert columns.values["a"][3] == 1.5 and columns.values["A"][3] == "甲"


def test_many_batches_equal_features(tmp_path, context):
    generator = np.random.default_rng(5)
    rows = [
        ((float(x), float(y)) if x > -2 else None, int(k), int(k), float(r), f"city {k}" if k % 7 else None)
        for x, y, k, r in zip(
            *generator.normal(size=(2, 20_000)), generator.integers(0, 50, 20_000), generator.random(20_000)
        )
    ]
    assert_equal(*both_ways(stored(tmp_path, "gpkg", memory(rows)), context))


@pytest.mark.parametrize("other", ["plain", None, "乙", "long" * 30])
def test_identifiers_are_the_texts_of_the_features(tmp_path, context, other):
    texts = [f"B{number}" for number in range(9000)]
    texts[8500] = other
    layer = stored(tmp_path, "gpkg", memory([((0.0, 0.0), 1, 1, 1.0, text) for text in texts]))
    columns = read_columns(source_of(layer, context), ["text"], Log(), identifiers=["text"])
    assert list(columns.values["text"]) == texts
    assert isinstance(columns.typed["text"], Identifiers) == (other == "plain")


def test_long_and_many_texts_equal_features(tmp_path, context):
    texts = [f"name number {i} of many, some longer" * (i % 3) for i in range(9000)]
    texts[3] = "长" * 7000
    rows = [((float(i), 0.0), i, i, float(i), text) for i, text in enumerate(texts)]
    one, other = both_ways(stored(tmp_path, "gpkg", memory(rows)), context, fields=("text",))
    assert_equal(one, other)


def test_a_filter_of_a_geopackage_is_kept(tmp_path, context):
    made = stored(tmp_path, "gpkg")
    made.setSubsetString('"whole" = 1')
    one, other = both_ways(made, context, fields=("text",))
    assert_equal(one, other)
    assert one.fid.size == 2


def test_names_with_quotes_blanks_and_chinese_are_read(tmp_path, context):
    fields = (("it's", "double"), ("two words", "string"), ("权重", "double"), ("n", "int"))
    rows = [((1.0, 1.0), 1.0, "a", 2.0, 3), ((2.0, 1.0), 4.0, "b", 5.0, 6)]
    names = tuple(name for name, _ in fields)
    assert_equal(*both_ways(stored(tmp_path, "gpkg", memory(rows, fields)), context, fields=names))


def slow_only(value, context, fields=("text",)):
    source = source_of(value, context)
    return source.file is None or not arrow.can_read(source.file, list(fields))


def test_selected_features_limits_and_filters_are_read_feature_by_feature(tmp_path, context):
    made = stored(tmp_path, "gpkg")
    QgsProject.instance().addMapLayer(made, False)
    made.selectByIds([1, 4])
    selected = QgsProcessingFeatureSourceDefinition(made.id(), True)
    assert slow_only(selected, context)
    assert read_columns(source_of(selected, context), ["text"], Log()).fid.tolist() == [1, 4]
    limited = QgsProcessingFeatureSourceDefinition(made.id(), False, 2)
    assert slow_only(limited, context)
    assert read_columns(source_of(limited, context), ["text"], Log()).fid.size == 2
    assert not slow_only(QgsProcessingFeatureSourceDefinition(made.id(), False), context)
    QgsProject.instance().removeMapLayer(made.id())


def test_pending_edits_are_seen(tmp_path, context):
    made = stored(tmp_path, "gpkg")
    made.startEditing()
    made.changeAttributeValue(1, made.fields().lookupField("text"), "changed")
    assert slow_only(made, context)
    assert read_columns(source_of(made, context), ["text"], Log()).values["text"][0] == "changed"
    made.rollBack()


@pytest.mark.parametrize("suffix", ["shp", "fgb"])
def test_filters_of_other_formats_are_read_feature_by_feature(tmp_path, context, suffix):
    made = stored(tmp_path, suffix)
    made.setSubsetString('"whole" = 1')
    assert slow_only(made, context)
    assert read_columns(source_of(made, context), ["text"], Log()).fid.size == 2


def test_a_shapefile_in_gbk_is_read_feature_by_feature(tmp_path, context):
    made = stored(tmp_path, "shp", encoding="GBK")
    assert slow_only(made, context)
    assert read_columns(source_of(made, context), ["text"], Log()).values["text"][0] == "甲"


def test_booleans_dates_virtual_fields_and_other_providers_are_read_feature_by_feature(tmp_path, context):
    from qgis.core import QgsField
    from qgis.PyQt.QtCore import QVariant

    made = memory([((1.0, 2.0), True)], [("flag", "bool")])
    kept = stored(tmp_path, "gpkg", made)
    assert slow_only(kept, context, fields=("flag",))
    assert read_columns(source_of(kept, context), ["flag"], Log()).values["flag"].tolist() == [True]
    assert slow_only(memory(), context)
    kept.addExpressionField("1 + 1", QgsField("sum", QVariant.Type.Int))
    assert slow_only(kept, context, fields=("sum",))
    assert read_columns(source_of(kept, context), ["sum"], Log()).values["sum"].tolist() == [2]


def test_parts_of_multipoints_are_entries_with_their_share(context):
    made = QgsVectorLayer("MultiPoint?crs=EPSG:32650", "rows", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("MultiPoint ((1 2), (3 4))"))
    made.dataProvider().addFeature(feature)
    columns = read_columns(source_of(made, context), [], Log(), points=True)
    assert columns.x.tolist() == [1.0, 3.0] and columns.share.tolist() == [0.5, 0.5]
    assert columns.fid.tolist() == [1, 1]


def test_a_cancelled_reading_stops(tmp_path, context):
    from qgis.core import QgsProcessingException

    feedback = QgsProcessingFeedback()
    feedback.cancel()
    for value in (stored(tmp_path, "gpkg"), memory()):
        with pytest.raises(QgsProcessingException):
            read_columns(source_of(value, context), ["text"], feedback)


def test_an_empty_layer_gives_empty_columns(tmp_path, context):
    one, other = both_ways(stored(tmp_path, "gpkg", memory([])), context)
    assert_equal(one, other)
    assert one.fid.size == 0


def many(count=25_000, **changed):
    rows = [((float(i), 1.0 * i), i % 7, 2**40 + i, i / 3, f"text {i % 11}") for i in range(count)]
    rows[5] = ((1.0, 2.0), None, None, None, None)
    for index, row in changed.items():
        rows[int(index[1:])] = row
    return memory(rows)


def test_a_large_temporary_layer_is_read_by_columns_and_equal_to_its_features(context):
    names = ["whole", "large", "real", "text"]
    made = many()
    made.dataProvider().deleteFeatures([3, 17])
    source, fast = source_of(made, context), Log()
    one = read_columns(source, names, fast, points=True)
    other = read_columns(source.features, names, Log(), points=True)
    assert "by columns" in fast.lines[0]
    assert one.fid.size == other.fid.size == 24_998
    assert np.array_equal(one.fid[np.arange(5)], other.fid[:5])
    one.fid = np.asarray(one.fid)
    assert_equal(one, other)


def test_a_temporary_layer_that_the_way_would_change_is_read_feature_by_feature(context):
    without_place = many(r9=(None, 1, 1, 1.0, "nowhere"))
    log = Log()
    columns = read_columns(source_of(without_place, context), ["text"], log, points=True)
    assert "feature by feature" in log.lines[0]
    assert columns.fid.size == 25_000 and np.isnan(columns.x[9])
    rounded = many()
    rounded.startEditing()
    rounded.changeAttributeValue(1, rounded.fields().lookupField("text"), "changed")
    assert source_of(rounded, context).export is None
    rounded.rollBack()
    assert source_of(many(500), context).export is None


def test_a_cancel_stops_the_reading_of_a_temporary_layer(context):
    # A source does not keep its layer: that is the project's, or here the test's.
    feedback, layer = QgsProcessingFeedback(), many()
    feedback.cancel()
    with pytest.raises(QgsProcessingException):
        read_columns(source_of(layer, context), ["text"], feedback)
