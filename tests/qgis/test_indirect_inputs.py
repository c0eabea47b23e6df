"""Files that are read behind others, or without being layers, are not overwritten either."""

import zipfile

import pytest
from making import rows_of, run, table
from qgis.core import QgsProcessingException, QgsVectorLayer
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
    with pytest.raises(QgsProcessingException, match=r"is written as ogr:"):
        run("placecities", INPUT=path, CITY="city", OUTPUT=f"{path}|LayerName=firms")
    with pytest.raises(
        QgsProcessingException, match=r"without “\|” in its name, not .*\|layerid=0; QGIS could"
    ):
        run("placecities", INPUT=path, CITY="city", OUTPUT=f"{path}|layerid=0")
    run("placecities", INPUT=path, CITY="city", OUTPUT=f"ogr:dbname='{path}' table=\"new\" (geom)")
    assert cities_in(f"{path}|layername=new") == cities_in(f"{path}|layername=firms") == CITIES


ADDRESSES = {
    "a format in front": "CSV:{folder}/firms.csv",
    "a format in front, a table behind": "GPKG:{folder}/firms.gpkg:firms",
    "a part of it": "/vsisubfile/0,{folder}/firms.csv",
    "in braces": "/vsizip/{{{folder}/packed.csv}}/firms.csv",
    "in an archive": "/vsizip/{folder}/packed.zip/firms.csv",
}


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_gdal_reads_by_an_address_of_its_own_is_not_overwritten(folder, address):
    write(folder / "firms.csv", "CSV")
    for name in ("packed.csv", "packed.zip"):
        with zipfile.ZipFile(folder / name, "w") as archive:
            archive.write(folder / "firms.csv", "firms.csv")
    before = {path.name: path.read_bytes() for path in folder.glob("*.csv")}
    layer = QgsVectorLayer(ADDRESSES[address].format(folder=folder), "firms", "ogr")
    assert layer.isValid()
    read = next(
        name for name in ("packed.csv", "packed.zip", "firms.gpkg", "firms.csv") if name in layer.source()
    )
    output = {"packed.zip": "/vsizip/{path}/new.csv"}.get(read, "{path}").format(path=folder / read)
    with pytest.raises(QgsProcessingException, match=f"{LOST}|choose a file outside of archives"):
        run("placecities", INPUT=layer, CITY="city", OUTPUT=output)
    assert {path.name: path.read_bytes() for path in folder.glob("*.csv")} == before
    assert cities_in(str(folder / "firms.gpkg")) == CITIES
    assert rows_of(run("placecities", INPUT=layer, CITY="city")["OUTPUT"])[0]["city"] == "深圳市"


def test_a_virtual_file_whose_query_fails_ends_in_a_sentence(folder):
    query = "<SrcSQL>SELECT * FROM nothing</SrcSQL>"
    layer = f'<OGRVRTLayer name="a"><SrcDataSource>{folder}/firms.gpkg</SrcDataSource>{query}</OGRVRTLayer>'
    (folder / "failing.vrt").write_text(FILE.format(layers=layer))
    with pytest.raises(QgsProcessingException, match=r"(?s)^[^{]*$"):
        run("placecities", INPUT=str(folder / "failing.vrt"), CITY="city", OUTPUT=str(folder / "firms"))
    assert cities_in(str(folder / "firms.gpkg")) == CITIES


def test_no_row_is_lost_in_a_file_in_memory_either():
    rows = [("POINT (1 1)", "深圳市"), (None, "无此市")]
    given = {"INPUT": table(rows, ("city",), "Point"), "CITY": "city"}
    # GDAL 3.10 itself refuses the row, earlier ones leave it out without a word.
    with pytest.raises(
        QgsProcessingException, match=r"FlatGeobuf.*only 1 of 2|A row could not be written to"
    ):
        run("placecities", **given, OUTPUT="/vsimem/rows.fgb")
    run("placecities", **given, OUTPUT="/vsimem/rows.gpkg")
    assert QgsVectorLayer("/vsimem/rows.gpkg", "rows", "ogr").featureCount() == 2
