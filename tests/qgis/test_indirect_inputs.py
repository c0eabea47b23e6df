"""Files that are read behind others, or without being layers, are not overwritten either.

Issue 12, point 2.
"""

import pytest
from making import run
from qgis.core import QgsProcessingException
from test_destinations import CITIES, LOST, cities_in, write

LAYER = (
    '<OGRVRTLayer name="{name}"><SrcDataSource relativeToVRT="1">{file}</SrcDataSource>'
    "<SrcLayer>{name}</SrcLayer></OGRVRTLayer>"
)
UNION = '<OGRVRTUnionLayer name="all">{layers}</OGRVRTUnionLayer>'
FILE = "<OGRVRTDataSource>{layers}</OGRVRTDataSource>"


@pytest.fixture
def folder(tmp_path):
    write(tmp_path / "firms.gpkg", name="firms", kind="Point")
    write(tmp_path / "s.shp", "ESRI Shapefile", kind="Point")
    parts = LAYER.format(name="firms", file="firms.gpkg"), LAYER.format(name="s", file="s.shp")
    for name, layers in (
        ("plain", parts[0]),
        ("union", UNION.format(layers="".join(parts))),
        ("outer", LAYER.format(name="all", file="union.vrt")),
    ):
        (tmp_path / f"{name}.vrt").write_text(FILE.format(layers=layers))
    return tmp_path


@pytest.mark.parametrize(
    ("read", "output"),
    [(name, output) for name in ("union", "outer") for output in ("firms", "s.SHP")] + [("plain", "firms")],
)
def test_what_a_virtual_file_reads_is_not_overwritten(folder, read, output):
    with pytest.raises(QgsProcessingException, match=LOST):
        run("placecities", INPUT=str(folder / f"{read}.vrt"), CITY="city", OUTPUT=str(folder / output))
    assert cities_in(str(folder / "firms.gpkg")) == cities_in(str(folder / "s.shp")) == CITIES


def test_virtual_files_that_ask_each_other_end_in_a_sentence(folder):
    for one, other in (("a", "b"), ("b", "a")):
        layer = LAYER.format(name="all", file=f"{other}.vrt")
        (folder / f"{one}.vrt").write_text(FILE.format(layers=UNION.format(layers=layer)))
    with pytest.raises(QgsProcessingException):
        run("placecities", INPUT=str(folder / "a.vrt"), CITY="city", OUTPUT=str(folder / "new.gpkg"))


def test_files_that_are_no_layers_are_not_overwritten(folder):
    """Where GDAL writes Parquet, the ellipses might go to the file of the points."""
    for files in ("firms.gpkg", "*.gpkg"):
        with pytest.raises(QgsProcessingException, match="is also an input and would be overwritten"):
            run("ellipseofparquet", FILES=str(folder / files), OUTPUT=str(folder / "firms"))
    assert cities_in(str(folder / "firms.gpkg")) == CITIES


def test_a_table_written_as_it_is_read_is_told_how_to_be_written(folder):
    path = str(folder / "firms.gpkg")
    with pytest.raises(
        QgsProcessingException, match=r"is written as ogr:dbname='.*firms.gpkg' table=\"new\""
    ):
        run("placecities", INPUT=path, CITY="city", OUTPUT=f"{path}|layername=new")
    run("placecities", INPUT=path, CITY="city", OUTPUT=f"ogr:dbname='{path}' table=\"new\" (geom)")
    assert cities_in(f"{path}|layername=new") == cities_in(f"{path}|layername=firms") == CITIES
