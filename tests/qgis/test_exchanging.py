"""The files of one data set are exchanged together: the old one stays whole, or the new one is."""

import errno
import os

import pytest
from clusterbelt.processing.layers.writing import exchanging
from making import run
from qgis.core import QgsProcessingException, QgsVectorLayer
from test_destinations import CITIES, cities_in, write
from test_staging import contents, points


class Failing:
    """A call of `os` that fails at one of its calls, for the name of a file or by number."""

    def __init__(self, monkeypatch, call, *, at=None, name=None):
        self.at, self.name, self.calls, self.real = at, name, 0, getattr(os, call)
        monkeypatch.setattr(exchanging.os, call, self)

    def __call__(self, source, target):
        self.calls += 1
        if self.calls == self.at or (self.name and str(target).endswith(self.name)):
            raise OSError(errno.EACCES, "Permission denied", target)
        return self.real(source, target)


# Four or five files go aside, as many come.
@pytest.mark.parametrize("at", range(1, 11))
def test_a_shapefile_that_cannot_be_moved_half_way_is_as_it_was(tmp_path, monkeypatch, at):
    path = write(tmp_path / "out.shp", "ESRI Shapefile", kind="Point")
    assert QgsVectorLayer(path, "old", "ogr").dataProvider().createSpatialIndex()
    before = contents(tmp_path)
    failing = Failing(monkeypatch, "rename", at=at)
    with pytest.raises(
        QgsProcessingException, match=r"“Clusters by city”: .*out\.shp.* is unchanged: Permission denied"
    ):
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=path)
    assert failing.calls == at and contents(tmp_path) == before


def test_a_shapefile_is_moved_in_so_many_steps(tmp_path, monkeypatch):
    """The steps of the test above are all there are, and parts of two Shapefiles never lie side by side."""
    path = write(tmp_path / "out.shp", "ESRI Shapefile", kind="Point")
    assert QgsVectorLayer(path, "old", "ogr").dataProvider().createSpatialIndex()
    failing, steps = Failing(monkeypatch, "rename"), []
    rename = failing.real
    failing.real = lambda source, target: (rename(source, target), steps.append(os.path.exists(path)))
    run("splitshared", INPUT=points(), CITY="city", OUTPUT=path)
    assert steps == [False] * 10 + [True]
    assert QgsVectorLayer(path, "new", "ogr").featureCount() == 3


@pytest.mark.parametrize(
    ("suffix", "driver", "call"),
    [
        ("gpkg", "GPKG", "replace"),
        ("csv", "CSV", "replace"),
        ("shp", "ESRI Shapefile", "rename"),
        ("tab", "MapInfo File", "rename"),
    ],
)
def test_an_output_that_fails_last_takes_the_others_back(tmp_path, monkeypatch, suffix, driver, call):
    for name in ("ellipses", "centers"):
        write(tmp_path / f"{name}.{suffix}", driver, kind="Point")
    before = contents(tmp_path)
    Failing(monkeypatch, call, name=f"centers.{suffix}")
    given = {name: str(tmp_path / f"{name.lower()}.{suffix}") for name in ("CENTERS", "AXES")}
    with pytest.raises(QgsProcessingException, match=r"“Mean centres”: .*centers\."):
        run("weightedellipse", INPUT=points(), OUTPUT=str(tmp_path / f"ellipses.{suffix}"), **given)
    assert contents(tmp_path) == before


def test_a_disk_without_second_names_is_replaced_all_the_same(tmp_path, monkeypatch):
    path = write(tmp_path / "out.gpkg", kind="Point")
    failing = Failing(monkeypatch, "link", at=1)
    run("splitshared", INPUT=points(), CITY="city", OUTPUT=path)
    assert failing.calls == 1 and QgsVectorLayer(path, "new", "ogr").featureCount() == 3
    assert os.listdir(tmp_path) == ["out.gpkg"]


def test_old_files_that_cannot_be_put_back_are_named_and_kept(tmp_path, monkeypatch):
    path = write(tmp_path / "out.shp", "ESRI Shapefile", kind="Point")
    with monkeypatch.context() as patched:
        Failing(patched, "rename", at=6)
        Failing(patched, "replace", name="out.dbf")
        with pytest.raises(QgsProcessingException, match="could not be put back; they are in") as caught:
            run("splitshared", INPUT=points(), CITY="city", OUTPUT=path)
    folder = str(caught.value).partition("they are in “")[2].partition("”")[0]
    os.replace(os.path.join(folder, "out.dbf"), tmp_path / "out.dbf")
    assert cities_in(path) == CITIES


NEIGHBOURS = {
    "out.tab": ("MapInfo File", ["out.mif", "out.mid"]),
    "out.mif": ("MapInfo File", ["out.tab", "out.dat", "out.map", "out.id"]),
    "out.shp": ("ESRI Shapefile", ["out.ind", "out.tab", "out.csv", "out.qml", "out.gpkg"]),
}


@pytest.mark.parametrize("name", NEIGHBOURS)
@pytest.mark.parametrize("there", [True, False])
def test_files_of_another_data_set_of_the_same_name_stay(tmp_path, name, there):
    driver, others = NEIGHBOURS[name]
    if there:
        write(tmp_path / name, driver, kind="Point")
    for other in others:
        (tmp_path / other).write_text("of the user")
    made = run("splitshared", INPUT=points(), CITY="city", OUTPUT=str(tmp_path / name))
    assert [(tmp_path / other).read_text() for other in others] == ["of the user"] * len(others)
    assert QgsVectorLayer(made["OUTPUT"], "new", "ogr").featureCount() == 3, os.listdir(tmp_path)
