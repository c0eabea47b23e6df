"""What is being read is never overwritten, nor one output by another, however their paths are written."""

import os
import sqlite3
from contextlib import closing

import pytest
from clusterbelt.processing.compat import make_field
from clusterbelt.processing.layers.writing.destinations import destination_of
from making import rows_of, run, sample, table
from qgis import processing
from qgis.core import (
    QgsFeature,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerJoinInfo,
    QgsVirtualLayerDefinition,
    QgsWkbTypes,
)

CITIES = ["深圳市", "苏州市"]
LOST = r"“.*”: .* is also an input and would be overwritten"


def write(path, driver="GPKG", name="cities", kind="None"):
    rows = [("1", "深圳市"), ("2", "苏州市")]
    rows = rows if kind == "None" else [("POINT (1 1)", *row) for row in rows]
    made = table(rows, ("id", "city"), kind)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName, options.layerName, options.fileEncoding = driver, name, "UTF-8"
    if os.path.exists(path):
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    error = QgsVectorFileWriter.writeAsVectorFormatV3(made, str(path), made.transformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    return str(path)


def cities_in(address):
    layer = QgsVectorLayer(address, "kept", "ogr")
    assert layer.isValid()
    return [row["city"] for row in rows_of(layer)]


@pytest.fixture
def cities(tmp_path):
    return write(tmp_path / "cities.gpkg", kind="Point")


@pytest.mark.parametrize("algorithm", ["placecities", "splitshared"])
@pytest.mark.parametrize("read", ["{path}", "{path}|layername=cities"])
@pytest.mark.parametrize("written", ["{path}", "ogr:dbname='{path}' table=\"cities\" (geom)"])
def test_a_file_that_is_read_is_not_overwritten(cities, algorithm, read, written):
    with pytest.raises(QgsProcessingException, match=LOST):
        run(algorithm, INPUT=read.format(path=cities), CITY="city", OUTPUT=written.format(path=cities))
    assert cities_in(cities) == CITIES


SPELLINGS = {
    "without its ending": "{stem}",
    "table before dbname": "ogr:table=\"cities\" dbname='{path}'",
    "without quotes": "ogr:dbname={path} table=cities",
    "capitals": "ogr:dbname='{path}' table=\"CITIES\" (geom)",
    "double quotes": "ogr:dbname=\"{path}\" table='cities'",
    "the file alone": "ogr:{path}",
    "no table": "ogr:dbname='{path}'",
    "spatialite": "spatialite:dbname='{path}' table=\"Cities\" (geom)",
    "a detour": "{folder}/../{name}/cities.gpkg",
    "a link": "{folder}/link.gpkg",
    "a link to the folder": "{folder}/folder/cities.gpkg",
    "a hard link": "{folder}/hard.gpkg",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_no_spelling_of_what_is_read_gets_through(tmp_path, cities, spelling):
    write(cities, name="other")
    os.symlink(cities, tmp_path / "link.gpkg")
    os.symlink(tmp_path, tmp_path / "folder")
    os.link(cities, tmp_path / "hard.gpkg")
    text = SPELLINGS[spelling].format(path=cities, stem=cities[:-5], folder=tmp_path, name=tmp_path.name)
    with pytest.raises(QgsProcessingException, match=LOST):
        run("placecities", INPUT=f"{cities}|layername=cities", CITY="city", OUTPUT=text)
    assert cities_in(f"{cities}|layername=cities") == cities_in(f"{cities}|layername=other") == CITIES


def test_a_relative_path_without_ending_is_the_file_that_qgis_makes_of_it(tmp_path, monkeypatch):
    path = write(tmp_path / "study.v2.gpkg")
    monkeypatch.chdir(tmp_path)
    for text in ("study.v2", "./study.v2.gpkg"):
        with pytest.raises(QgsProcessingException, match=LOST):
            run("placecities", INPUT=path, CITY="city", OUTPUT=text)
    assert cities_in(path) == CITIES


@pytest.mark.parametrize("output", ["s.SHP", "s.shp"])
@pytest.mark.parametrize("part", ["s.shp", "s.dbf"])
def test_no_file_of_a_shapefile_that_is_read_is_overwritten(tmp_path, output, part):
    path = write(tmp_path / "s.shp", "ESRI Shapefile", kind="Point")
    with pytest.raises(QgsProcessingException, match=LOST):
        run("placecities", INPUT=str(tmp_path / part), CITY="city", OUTPUT=str(tmp_path / output))
    assert cities_in(path) == CITIES


def joined_over(path):
    layer = QgsVectorLayer(path, "cities", "ogr")
    base = table([("1", "甲")], ("id", "city"))
    join = QgsVectorLayerJoinInfo()
    join.setJoinLayer(layer)
    join.setJoinFieldName("id")
    join.setTargetFieldName("id")
    join.setUsingMemoryCache(False)
    base.addJoin(join)
    return [layer, base]


def virtual_over(path):
    definition = QgsVirtualLayerDefinition()
    definition.addSource("source", path, "ogr")
    definition.setQuery("SELECT * FROM source")
    return [QgsVectorLayer(definition.toString(), "virtual", "virtual")]


def virtual_by_name(path):
    layer = QgsVectorLayer(path, "cities_by_name", "ogr")
    QgsProject.instance().addMapLayer(layer)
    return [QgsVectorLayer("?query=SELECT * FROM cities_by_name", "virtual", "virtual")]


def virtual_over_virtual(path):
    (inner,) = virtual_over(path)
    definition = QgsVirtualLayerDefinition()
    definition.addSource("first", inner.source(), "virtual")
    definition.setQuery("SELECT * FROM first")
    return [QgsVectorLayer(definition.toString(), "outer", "virtual")]


def view_over(path):
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE VIEW seen AS SELECT * FROM cities")
        file.execute(
            "INSERT INTO gpkg_contents (table_name, identifier, data_type) VALUES ('seen', 'seen', 'attributes')"
        )
        file.commit()
    return [QgsVectorLayer(f"{path}|layername=seen", "seen", "ogr")]


def condition_over(path):
    write(path, name="chosen", kind="Point")
    asked = '"city" IN (SELECT city FROM cities)'
    return [QgsVectorLayer(f"{path}|layername=chosen|subset={asked}", "chosen", "ogr")]


def field_over(path):
    QgsProject.instance().addMapLayer(QgsVectorLayer(f"{path}|layername=cities", "the city's", "ogr"))
    layer = table([("1",)], ("id",))
    asked = "attribute(get_feature('the city''s', 'id', \"id\"), 'city')"
    layer.addExpressionField(asked, make_field("city", "string"))
    return [layer]


@pytest.mark.parametrize(
    "over",
    [joined_over, virtual_over, virtual_by_name, virtual_over_virtual, view_over, condition_over, field_over],
    ids=lambda f: f.__name__,
)
def test_what_stands_behind_a_layer_is_read_too(cities, over):
    *_, layer = kept = over(cities)
    assert layer.isValid()
    for text in (cities, f"ogr:dbname='{cities}' table=\"cities\""):
        with pytest.raises(QgsProcessingException, match=LOST):
            run("placecities", INPUT=layer, CITY="city", OUTPUT=text)
    assert cities_in(f"{cities}|layername=cities") == CITIES
    assert kept


def test_a_source_with_a_limit_is_read(cities):
    limited = QgsProcessingFeatureSourceDefinition(cities, False, 1)
    with pytest.raises(QgsProcessingException, match=LOST):
        run("placecities", INPUT=limited, CITY="city", OUTPUT=cities)


def test_delimited_text_that_is_read_is_not_overwritten(tmp_path):
    path = tmp_path / "cities.csv"
    path.write_text("city\n深圳市\n", encoding="utf-8")
    layer = QgsVectorLayer(f"{path.as_uri()}?type=csv&geomType=none", "cities", "delimitedtext")
    with pytest.raises(QgsProcessingException, match=LOST):
        run("placecities", INPUT=layer, CITY="city", OUTPUT=str(path))
    assert path.read_text(encoding="utf-8") == "city\n深圳市\n"


@pytest.fixture
def matched(tmp_path):
    """A matched layer in a file called cities.csv, as one of the tables of the report is."""
    fields = {"CLUSTER_ID": "id", "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry"}
    belts = {"BELT_ID": "id", "BELT_CITY": "city", "BELT_INDUSTRY": "product"}
    path = tmp_path / "cities.csv"
    given = {"CLUSTERS": sample("clusters"), "BELTS": sample("belts"), **fields, **belts}
    run("matchclusters", **given, OUTPUT=str(path))
    return path


def test_the_report_replaces_nothing_that_it_reads(tmp_path, matched):
    before = matched.read_bytes()
    for output, folder in ((str(matched), None), (str(tmp_path / "page.html"), str(tmp_path))):
        with pytest.raises(
            QgsProcessingException, match=r"cities\.csv is also an input and would be overwritten"
        ):
            run("matchreport", INPUT=str(matched), CLASS="class", OUTPUT=output, TABLES_FOLDER=folder)
        assert matched.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cities.csv"]


def test_no_sink_of_the_matching_replaces_what_any_of_its_inputs_reads(tmp_path):
    files = {name: write(tmp_path / f"{name}.gpkg") for name in ("clusters", "belts", "aliases")}
    before = {name: (tmp_path / f"{name}.gpkg").read_bytes() for name in files}
    given = {
        **{"CLUSTERS": files["clusters"], "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "city"},
        **{"BELTS": files["belts"], "BELT_CITY": "city", "BELT_INDUSTRY": "city"},
    }
    titles = ("Matched clusters", "Pairs of clusters and belts", "Matched belts", "Texts to check")
    for output, title in zip(("OUTPUT", "PAIRS", "BELTS_OUT", "CHECK"), titles):
        for name in ("clusters", "belts"):
            with pytest.raises(
                QgsProcessingException, match=f"“{title}”: .* is also an input and would be overwritten"
            ):
                run("matchclusters", **{**given, output: files[name][:-5]})
    assert before == {name: (tmp_path / f"{name}.gpkg").read_bytes() for name in files}


def test_a_geopackage_that_is_read_takes_another_table(cities):
    run(
        "placecities",
        INPUT=cities + "|layername=cities",
        CITY="city",
        OUTPUT=f"ogr:dbname='{cities}' table=\"placed\" (geom)",
    )
    for name in ("cities", "placed"):
        assert QgsVectorLayer(f"{cities}|layername={name}", name, "ogr").featureCount() == 2


def points():
    return table([("POINT (1 1)",), ("POINT (2 4)",), ("POINT (5 2)",)], (), kind="Point")


TWICE = {
    "one path": ("{folder}/both.gpkg", "{folder}/both.gpkg"),
    "with and without ending": ("{folder}/a.gpkg", "{folder}/a"),
    "a table in two spellings": (
        "ogr:dbname='{folder}/a.gpkg' table=\"t\" (geom)",
        "ogr:table=\"T\" dbname='{folder}/../{name}/a.gpkg'",
    ),
    "a file and a table of it": ("{folder}/a.gpkg", "ogr:dbname='{folder}/a.gpkg' table=\"t\" (geom)"),
    "capitals of a Shapefile": ("{folder}/a.shp", "{folder}/a.SHP"),
}


@pytest.mark.parametrize("spelling", TWICE)
def test_two_outputs_do_not_go_to_one_file(tmp_path, spelling):
    one, other = (text.format(folder=tmp_path, name=tmp_path.name) for text in TWICE[spelling])
    with pytest.raises(
        QgsProcessingException,
        match="“Standard deviational ellipses” and “Mean centres” would be written to the same file",
    ):
        run("weightedellipse", INPUT=points(), OUTPUT=one, CENTERS=other)
    assert not list(tmp_path.iterdir())
    run("weightedellipse", INPUT=points(), OUTPUT="memory:", CENTERS="memory:")


def test_two_outputs_are_two_tables_of_a_new_geopackage(tmp_path):
    path = tmp_path / "both.gpkg"
    outputs = {
        name: f"ogr:dbname='{path}' table=\"{name.lower()}\" (geom)" for name in ("OUTPUT", "CENTERS", "AXES")
    }
    result = run("weightedellipse", INPUT=points(), **outputs)
    for name, rows in (("OUTPUT", 1), ("CENTERS", 1), ("AXES", 2)):
        assert result[name] == f"{path}|layername={name.lower()}"
        assert QgsVectorLayer(result[name], name, "ogr").featureCount() == rows


def test_a_table_that_is_added_leaves_all_others_of_its_file(tmp_path):
    path = write(tmp_path / "study.gpkg", kind="Point")
    write(path, name="Placed")
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE notes (text TEXT)")
        file.execute("INSERT INTO notes VALUES ('kept')")
        file.commit()
    given = sample("clusters")
    result = run(
        "placecities", INPUT=given, CITY="city", OUTPUT=f"ogr:dbname='{path}' table=\"Placed\" (geom)"
    )
    assert cities_in(f"{path}|layername=cities") == CITIES
    assert QgsVectorLayer(result["OUTPUT"], "placed", "ogr").featureCount() == given.featureCount()
    with closing(sqlite3.connect(path)) as file:
        assert file.execute("SELECT text FROM notes").fetchall() == [("kept",)]
        assert file.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        names = [name for (name,) in file.execute("SELECT table_name FROM gpkg_contents")]
    assert sorted(names) == ["Placed", "cities"]


@pytest.mark.parametrize(
    "text",
    [
        "study",
        "study.v2",
        "a.SHP",
        "./a.gpkg",
        "b.json",
        "c.db",
        "d.geojsonl",
        "e.csv",
        "dot.",
        "f.GPKG",
        "g.mif",
        "h.kml",
        "i.TAB",
        "j.GML",
    ],
)
def test_destinations_are_completed_as_qgis_completes_them(tmp_path, monkeypatch, text):
    """Guards the one rule that is QGIS's own: a version that does otherwise is seen here."""
    monkeypatch.chdir(tmp_path)
    context = QgsProcessingContext()
    meant = destination_of(text, context)
    made = table([("POINT (1 1)", "x")], ("name",), kind="Point")
    sink, _ = QgsProcessingUtils.createFeatureSink(
        text, context, made.fields(), QgsWkbTypes.Type.Point, made.crs()
    )
    feature = QgsFeature(made.fields())
    feature.setGeometry(next(made.getFeatures()).geometry())
    assert sink.addFeature(feature)
    del sink
    files = [path for path in os.listdir(tmp_path) if path == os.path.basename(meant.path)]
    assert files, (meant, os.listdir(tmp_path))


def test_other_formats_take_a_further_table_beside_those_they_have(tmp_path):
    path = write(tmp_path / "study.sqlite", "SQLite", kind="Point")
    output = f"ogr:dbname='{path}' table=\"placed\" (geom)"
    run("placecities", INPUT=sample("clusters"), CITY="city", OUTPUT=output)
    assert cities_in(f"{path}|layername=cities") == CITIES
    assert QgsVectorLayer(f"{path}|layername=placed", "placed", "ogr").featureCount() > 100


def test_an_output_loads_from_where_it_is(tmp_path):
    from qgis.core import QgsProcessingOutputLayerDefinition

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    wanted = QgsProcessingOutputLayerDefinition(str(tmp_path / "ellipses.gpkg"), QgsProject.instance())
    result = processing.run(
        "clusterbelt:weightedellipse", {"INPUT": points(), "OUTPUT": wanted}, context=context
    )
    assert result["OUTPUT"] == str(tmp_path / "ellipses.gpkg")
    assert os.listdir(tmp_path) == ["ellipses.gpkg"]
    assert list(context.layersToLoadOnCompletion()) == [result["OUTPUT"]]
