"""Files that a run names and that hold no table: each kind is told apart, and a pipe is not waited at."""

import os

import pytest
from apart import run_apart
from making import run, sample
from qgis.core import QgsProcessingException, QgsProcessingFeatureSourceDefinition, QgsVectorLayer

EMPTY = r"“Table or layer”: “.*empty\.{}” cannot be read: the file is empty \(0 bytes\)\."


def refusal(algorithm="placecities", **asked):
    with pytest.raises(QgsProcessingException) as refused:
        run(algorithm, **asked)
    return str(refused.value)


@pytest.mark.parametrize("suffix", ["csv", "gpkg", "shp", "xlsx", "geojson", "parquet", "fgb", "txt", "dbf"])
def test_an_empty_file_is_called_empty(tmp_path, suffix):
    path = tmp_path / f"empty.{suffix}"
    path.touch()
    with pytest.raises(QgsProcessingException, match=EMPTY.format(suffix)):
        run("placecities", INPUT=str(path), CITY="city")


def test_however_it_is_given(tmp_path):
    path = str(tmp_path / "empty.csv")
    open(path, "w").close()
    layer = QgsVectorLayer(path, "empty", "ogr")
    for given in (f"{path}|layername=x", QgsProcessingFeatureSourceDefinition(path, True), layer):
        assert "is empty (0 bytes)" in refusal(INPUT=given, CITY="city")
    belts = {"INPUT": sample("belts"), "INDUSTRY": "product"}
    assert "“Your own taxonomy”" in refusal("readindustries", TAXONOMY=path, **belts)
    assert "is empty (0 bytes)" in refusal("matchlayout", INPUT=path)


@pytest.mark.parametrize("algorithm", ["placecities", "matchlayout"])
def test_a_pipe_is_not_waited_at(tmp_path, algorithm):
    os.mkfifo(tmp_path / "pipe.gpkg")
    (answer,) = run_apart(
        {"algorithm": algorithm, "parameters": {"INPUT": str(tmp_path / "pipe.gpkg"), "CITY": "city"}}
    )
    assert "it is a device or a pipe" in answer["error"]


@pytest.mark.parametrize("content", [b"\x00" * 3000, b"\xef\xbb\xbf", b"\n\n\n", b"neither"])
def test_a_file_that_holds_no_table_is_not_called_missing(tmp_path, content):
    (tmp_path / "odd.gpkg").write_bytes(content)
    said = refusal(INPUT=str(tmp_path / "odd.gpkg"), CITY="city")
    assert "QGIS finds no table in “" in said and "not found" not in said
    assert "not found" in refusal(INPUT=str(tmp_path / "none.gpkg"), CITY="city")


def test_a_folder_is_called_a_folder(tmp_path):
    assert "is a folder. Choose a file." in refusal(INPUT=str(tmp_path), CITY="city")


def test_what_is_wrong_elsewhere_is_still_said():
    assert "CITY" in refusal(INPUT=sample("belts")) or "City" in refusal(INPUT=sample("belts"))
