"""What is said of a disk with little room: that it is full where it is, and how much is needed where that is known."""

import errno
import os
import re
import shutil
import tempfile
from pathlib import Path

import pytest
from clusterbelt.processing.cartography.page import exporting
from clusterbelt.processing.layers.writing import checking, replacing
from making import run
from qgis.core import QgsProcessingException
from test_destinations import CITIES, cities_in, write
from test_staging import contents, points

ADDED = "ogr:dbname='{path}' table=\"added\" (geom)"


@pytest.fixture
def free(monkeypatch):
    """Have all disks so many bytes left."""

    def leave(count):
        real = shutil.disk_usage
        monkeypatch.setattr(
            replacing.shutil, "disk_usage", lambda path: real(path)._replace(free=count), raising=True
        )

    return leave


def refusal_of(output):
    with pytest.raises(QgsProcessingException) as refused:
        run("splitshared", INPUT=points(), CITY="city", OUTPUT=output)
    return str(refused.value)


@pytest.mark.parametrize("number", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT])
@pytest.mark.parametrize("left", [1_000_000, 1 << 40])
def test_the_reason_of_the_system_is_said_however_much_room_there_is(
    tmp_path, monkeypatch, free, number, left
):
    def refuse(*_, **__):
        raise OSError(number, os.strerror(number))

    free(left)
    monkeypatch.setattr(tempfile, "mkdtemp", refuse)
    said = refusal_of(str(tmp_path / "out.gpkg"))
    is_full = number in (errno.ENOSPC, errno.EDQUOT)
    assert said.endswith(": the disk is full." if is_full else f": {tmp_path}: {os.strerror(number)}.")


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("database or disk is full", "the disk is full."),
        ("No space left on device", "the disk is full."),
        ("a field is refused.", "a field is refused (the disk has only 2.0 MB left)."),
    ],
)
def test_of_what_gdal_refuses_on_a_small_disk_the_reason_and_the_room_are_said(tmp_path, free, why, said):
    free(2_000_000)
    assert str(replacing.not_written("Clusters", str(tmp_path / "a.shp"), why)).endswith(said)
    assert said == "the disk is full." or "MB" in str(exporting._not_written(tmp_path / "a.png"))
    useless = checking.Written("Clusters", "CSV", (), None)._useless(
        str(tmp_path / "a.csv"), "rows are missing"
    )
    assert str(useless).endswith("rows are missing (the disk has only 2.0 MB left).")
    free(200_000)
    assert str(replacing.not_written("Clusters", str(tmp_path / "a.shp"), why)).endswith("the disk is full.")


def test_a_table_is_added_only_where_there_is_room_for_the_copy(tmp_path, free):
    path = write(tmp_path / "old.gpkg", kind="Point")
    before, size = contents(tmp_path), os.path.getsize(path)
    for left in (2 * size - 1, 2 * size + 1):
        free(left)
        said = refusal_of(ADDED.format(path=path))
        needed, has = map(float, re.search(r"needs (\S+) MB of room .* has (\S+) MB", said).groups())
        assert has <= left / 1e6 < needed < 1 and "old.gpkg” cannot be written and is unchanged" in said
        assert contents(tmp_path) == before
    free(100 * size)
    run("splitshared", INPUT=points(), CITY="city", OUTPUT=ADDED.format(path=path))
    assert cities_in(path) == CITIES and len(cities_in(f"{path}|layername=added")) == 3


def test_other_databases_are_copied_only_where_there_is_room(tmp_path, free):
    path = write(tmp_path / "old.sqlite", "SQLite", kind="Point")
    before = Path(path).read_bytes()
    free(len(before) - 1)
    assert re.search(r"needs \S+ MB of room", refusal_of(ADDED.format(path=path)))
    assert Path(path).read_bytes() == before and os.listdir(tmp_path) == ["old.sqlite"]
