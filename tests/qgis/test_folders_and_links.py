"""A folder, a pipe or a device at the place of an output is left alone; a link is followed, whatever it leads to."""

import os
import threading

import pytest
from making import match, rows_of, run, sample
from qgis.core import QgsProcessingException, QgsVectorLayer
from test_destinations import CITIES, cities_in, write
from test_staging import contents, points


def folder_of_a_user(path):
    path.mkdir()
    (path / "thesis.txt").write_text("years of work")
    return path


@pytest.mark.parametrize("suffix", ["gpkg", "csv", "shp", "gml", "xlsx", "geojson", "gdb"])
def test_a_folder_that_is_called_like_the_output_is_left_alone(tmp_path, suffix):
    folder_of_a_user(tmp_path / f"study.{suffix}")
    before = contents(tmp_path)
    with pytest.raises(
        QgsProcessingException, match=rf"study\.{suffix}. cannot be written .*: it is a folder"
    ):
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / f"study.{suffix}"))
    assert contents(tmp_path) == before and os.listdir(tmp_path) == [f"study.{suffix}"]


@pytest.mark.parametrize("part", ["dbf", "qix"])
def test_so_is_a_folder_that_is_called_like_a_part_of_it(tmp_path, part):
    folder_of_a_user(tmp_path / f"study.{part}")
    before = contents(tmp_path)
    with pytest.raises(QgsProcessingException, match=rf"study\.{part}. cannot be written .*: it is a folder"):
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "study.shp"))
    assert contents(tmp_path) == before


def test_so_are_folders_in_the_places_of_a_report_its_tables_and_a_page(tmp_path):
    matched = match(sample("clusters"), sample("belts"))["OUTPUT"]
    for name in ("report.html", "cities.csv", "page.pdf"):
        folder_of_a_user(tmp_path / name)
    before = contents(tmp_path)
    for name, algorithm, more in (
        ("report.html", "matchreport", {"CLASS": "class"}),
        ("cities.csv", "matchreport", {"CLASS": "class", "TABLES_FOLDER": str(tmp_path)}),
        ("page.pdf", "matchlayout", {}),
    ):
        output = str(tmp_path / (name if name != "cities.csv" else "other.html"))
        with pytest.raises(QgsProcessingException, match=rf"{name}. cannot be written .*: it is a folder"):
            run(algorithm, INPUT=matched, OUTPUT=output, **more)
        assert contents(tmp_path) == before


def test_a_geodatabase_is_replaced_as_a_file_is(tmp_path):
    path = str(tmp_path / "study.gdb")
    for count in (3, 5):
        run("splitshared", INPUT=points(count), CITY="city", OUTPUT=path)
        assert QgsVectorLayer(path, "new", "ogr").featureCount() == count
    (tmp_path / "study.gdb" / "thesis.txt").write_text("years of work")
    with pytest.raises(QgsProcessingException, match="it is a folder"):
        run("splitshared", INPUT=points(2), CITY="city", OUTPUT=path)
    assert QgsVectorLayer(path, "new", "ogr").featureCount() == 5


@pytest.mark.parametrize(
    "output", ["{path}.gpkg", "{path}.csv", "ogr:dbname='{path}.sqlite' table=\"cities\" (geom)"]
)
def test_a_pipe_is_refused_and_not_waited_for(tmp_path, output):
    for suffix in ("gpkg", "csv", "sqlite"):
        os.mkfifo(tmp_path / f"pipe.{suffix}")
    said = []

    def start():
        with pytest.raises(QgsProcessingException) as error:
            run(
                "splitshared",
                INPUT=points(),
                CITY="city",
                OUTPUT=output.format(path=tmp_path / "pipe"),
            )
        said.append(str(error.value))

    runner = threading.Thread(target=start, daemon=True)
    runner.start()
    runner.join(60)
    assert said and "it is a device or a pipe" in said[0]


LINKS = {
    "another name": ("link.gpkg", "real.gpkg", "GPKG"),
    "another ending": ("link.gpkg", "store.db", "GPKG"),
    "no ending": ("link.geojson", "plain", "GeoJSON"),
    "parts": ("link.shp", "real.shp", "ESRI Shapefile"),
}


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("there", [True, False], ids=["there", "dangling"])
def test_what_a_link_leads_to_is_written_and_told(tmp_path, link, there):
    name, real, driver = LINKS[link]
    for folder in ("near", "far"):
        (tmp_path / folder).mkdir()
    if there:
        written = write(tmp_path / "far" / f"real{os.path.splitext(name)[1]}", driver, kind="Point")
        os.rename(written, tmp_path / "far" / real)
    os.symlink(tmp_path / "far" / real, tmp_path / "near" / name)
    told = run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / "near" / name))["OUTPUT"]
    assert [row["cb_city"] for row in rows_of(QgsVectorLayer(told, "new", "ogr"))] == ["深圳市"] * 3
    assert (tmp_path / "near" / name).is_symlink()
    assert os.listdir(tmp_path / "near") == [name]
    assert {os.path.splitext(one)[0] for one in os.listdir(tmp_path / "far")} - {"real"} <= {
        os.path.splitext(real)[0]
    }


@pytest.mark.parametrize("real", ["real.gpkg", "store.db"])
def test_a_table_goes_to_the_file_behind_a_link(tmp_path, real):
    (tmp_path / "far").mkdir()
    os.rename(write(tmp_path / "far" / "new.gpkg", kind="Point"), tmp_path / "far" / real)
    os.symlink(tmp_path / "far" / real, tmp_path / "link.gpkg")
    output = f"ogr:dbname='{tmp_path / 'link.gpkg'}' table=\"added\" (geom)"
    told = run("splitshared", INPUT=points(), CITY="city", OUTPUT=output)["OUTPUT"]
    assert told == f"{tmp_path / 'link.gpkg'}|layername=added"
    assert QgsVectorLayer(told, "added", "ogr").featureCount() == 3
    assert cities_in(f"{tmp_path / 'far' / real}|layername=cities") == CITIES
