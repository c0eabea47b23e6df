"""Clusters that are their own belts are an error, however the layers are spelled, and not 100 % matched."""

import os

import pytest
from clusterbelt.processing.layers.matching import same_rows
from making import BELT_FIELDS, match, run, table
from qgis.core import (
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)

FIELDS = ("id", "city", "industry", "product", "kind")
ROWS = [
    ("a", "杭州", "服装", "女装", "cluster"),
    ("b", "宁波", "玩具", "玩具", "cluster"),
    ("c", "杭州", "服装", "女装", "belt"),
]
SAME = "“Clusters” and “Belts” are the same layer"


@pytest.fixture
def path(tmp_path):
    made, path = table(ROWS, FIELDS), str(tmp_path / "study.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    for name in ("study", "other"):
        options.layerName = name
        QgsVectorFileWriter.writeAsVectorFormatV3(made, path, made.transformContext(), options)
        options.actionOnExistingFile = QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
    return path


def virtual(path, query):
    definition = QgsVirtualLayerDefinition()
    definition.addSource("source", f"{path}|layername=study", "ogr")
    definition.setQuery(query)
    return QgsVectorLayer(definition.toString(), "virtual", "virtual")


def filtered(path, condition):
    layer = QgsVectorLayer(f"{path}|layername=study", "filtered", "ogr")
    layer.setSubsetString(condition)
    return layer


def linked(path):
    link = f"{path}.link.gpkg"
    os.symlink(path, link)
    return QgsVectorLayer(f"{link}|layername=study", "linked", "ogr")


SPELLINGS = {
    "the file": lambda path: path,
    "its first table": lambda path: f"{path}|layerid=0",
    "its table": lambda path: QgsVectorLayer(f"{path}|layername=study", "another name", "ogr"),
    "a link": linked,
    "a condition that all fulfil": lambda path: filtered(path, "\"city\" <> ''"),
    "a part": lambda path: filtered(path, "\"city\" = '杭州'"),
    "a query": lambda path: virtual(path, "SELECT * FROM source"),
    "a query of some columns": lambda path: virtual(path, "SELECT city, product, industry FROM source"),
    "GDAL's own way": lambda path: QgsVectorLayer(f"GPKG:{path}:study", "of GDAL", "ogr"),
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_one_table_is_known_in_every_spelling(path, spelling):
    clusters, belts = f"{path}|layername=study", SPELLINGS[spelling](path)
    for one, other in ((clusters, belts), (belts, clusters)):
        with pytest.raises(QgsProcessingException, match=SAME):
            match(one, other)


def test_a_layer_in_memory_is_known_and_its_copy_is_another_layer():
    made = table(ROWS, FIELDS)
    with pytest.raises(QgsProcessingException, match=SAME):
        match(made, made)
    assert match(made, table(ROWS, FIELDS))["MATCHED"] == 3


def test_delimited_text_and_the_same_file_by_gdal_are_one(tmp_path):
    file = tmp_path / "study.csv"
    file.write_text("\n".join(map(",".join, (FIELDS, *ROWS))), encoding="utf-8")
    text = QgsVectorLayer(f"{file.as_uri()}?type=csv&geomType=none", "text", "delimitedtext")
    with pytest.raises(QgsProcessingException, match=SAME):
        match(str(file), text)


def test_selected_rows_are_not_their_own_belts():
    made = table(ROWS, FIELDS)
    QgsProject.instance().addMapLayer(made)
    made.selectByIds([1, 2])
    chosen = QgsProcessingFeatureSourceDefinition(made.id(), selectedFeaturesOnly=True)
    with pytest.raises(QgsProcessingException, match=SAME):
        match(chosen, made)
    QgsProject.instance().removeMapLayer(made.id())


def test_very_many_rows_are_known_by_their_tables(path, monkeypatch):
    monkeypatch.setattr(same_rows, "_MOST", 2)
    with pytest.raises(QgsProcessingException, match=SAME):
        match(path, f"{path}|layername=study")
    assert match(path, filtered(path, "\"kind\" = 'belt'"))["MATCHED"] >= 1


def test_different_rows_of_one_table_are_clusters_and_belts(path):
    clusters = filtered(path, "\"kind\" = 'cluster'")
    for belts in (
        filtered(path, "\"kind\" = 'belt'"),
        virtual(path, "SELECT * FROM source WHERE kind = 'belt'"),
        f"{path}|layername=other",
    ):
        assert match(clusters, belts)["MATCHED"] >= 1


def test_the_tables_of_a_study_refuse_it_too():
    matched = match(table(ROWS[:2], FIELDS), table([("1", "杭州", "女装")], BELT_FIELDS))["OUTPUT"]
    with pytest.raises(QgsProcessingException, match="“Matched clusters” and “Belts” are the same layer"):
        run("cityoverlap", INPUT=matched, BELTS=matched, BELT_CITY="city")
