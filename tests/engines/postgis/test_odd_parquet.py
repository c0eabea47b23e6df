"""`ellipseofparquet` on files that are none, odd names of columns and folders, and points that are no place."""

import math
import os
import shutil

import duckdb
import numpy as np
import pytest
from making import Log, rows_of, run
from qgis.core import QgsProcessingException

POINTS = "SELECT 100 + i % 7 + 0.1 * i AS x, 30 + i % 5 AS y, 1.0 + i % 3 AS w, 'g' || i % 2 AS g FROM range(40) t(i)"


def write(path, sql=POINTS):
    os.makedirs(path.parent, exist_ok=True)
    duckdb.connect().execute(f"COPY ({sql}) TO '{path}' (FORMAT parquet)")
    return str(path)


def refusal(path, **asked):
    with pytest.raises(QgsProcessingException) as refused:
        run("ellipseofparquet", FILES=str(path), **asked)
    return str(refused.value)


def centre(log=None, **asked):
    (row,) = rows_of(run("ellipseofparquet", log, **asked)["OUTPUT"])
    return row["n"], row["weight"], row["center_x"], row["major"]


def test_files_that_are_none_are_said(tmp_path):
    (tmp_path / "empty.parquet").touch()
    assert "the file is empty (0 bytes)." in refusal(tmp_path / "empty.parquet")
    os.mkfifo(tmp_path / "pipe.parquet")
    assert "a device or a pipe" in refusal(tmp_path / "pipe.parquet")
    (tmp_path / "none").mkdir()
    for path in ("none", "none.parquet", "x*.parquet"):
        assert "There is no Parquet file" in refusal(tmp_path / path)
    write(tmp_path / "whole.parquet")
    (tmp_path / "cut.parquet").write_bytes((tmp_path / "whole.parquet").read_bytes()[:-100])
    said = refusal(tmp_path / "cut.parquet")
    assert "cut.parquet” cannot be read: " in said and said.isprintable()


def test_groups_are_told_apart_as_qgis_reads_them(tmp_path):
    path = write(
        tmp_path / "a.parquet", POINTS.replace("'g' || i % 2", "['a', chr(65279) || 'a'][1 + i % 2]")
    )
    (row,) = rows_of(run("ellipseofparquet", FILES=path, UID="g")["OUTPUT"])
    assert (row["g"], row["n"]) == ("a", 40)


def test_signs_of_patterns_in_names_are_letters(tmp_path):
    plain = centre(FILES=write(tmp_path / "a.parquet"))
    for folder in ("d[1]", "st*r", "q?"):
        write(tmp_path / folder / "a.parquet")
        assert centre(FILES=str(tmp_path / folder)) == plain
    shutil.copy(tmp_path / "a.parquet", tmp_path / "b[1].parquet")
    assert centre(FILES=str(tmp_path / "b[1].parquet")) == plain


def test_a_file_is_read_once_though_its_name_is_a_pattern_of_others(tmp_path):
    write(tmp_path / "f" / "x.parquet")
    write(tmp_path / "f" / "[xy].parquet", POINTS.replace("1.0 + i % 3", "1000"))
    (n, weight, *_) = centre(FILES=str(tmp_path / "f"), WEIGHT="w")
    assert (n, weight) == (80, 40_000 + sum(1 + i % 3 for i in range(40)))
    for name in ("?.parquet", "*.parquet", "[xy].parquet"):
        assert centre(FILES=write(tmp_path / "f" / name))[0] == 40


def test_a_pattern_may_mean_folders(tmp_path):
    for name in ("a", "b"):
        write(tmp_path / "parts" / f"{name}.parquet" / "part-0.parquet")
    assert centre(FILES=str(tmp_path / "parts" / "*.parquet"))[0] == 80


def test_of_a_folder_what_an_engine_keeps_for_itself_is_left_out_and_named(tmp_path):
    path, log = tmp_path / ".data" / "_job", Log()
    plain = centre(FILES=write(path / "year=2020" / "a.parquet"))
    for own in (
        "_temporary/0/b.parquet",
        ".hidden/b.parquet",
        "._a.parquet",
        "_b.parquet",
        "_delta_log/1.checkpoint.parquet",
    ):
        write(path / own)
    (path / "_SUCCESS").touch()
    assert centre(log, FILES=str(path)) == plain
    assert (
        "are not read, as engines hold it: 5 (._a.parquet, .hidden, _b.parquet, _delta_log, _temporary)"
        in log.text()
    )
    write(path / "_year=2021" / "year=2021" / "a.parquet")
    assert (
        centre(FILES=str(path))[0]
        == 2 * plain[0]
        == centre(FILES=str(path / "_year=2021" / ".." / "*" / "**" / "a.parquet"))[0]
    )
    assert centre(FILES=str(path / "._*.parquet")) == centre(FILES=str(path / "_temporary")) == plain


def test_of_a_folder_all_parquet_is_read_or_named_whatever_its_ending(tmp_path):
    path, log = tmp_path / "all", Log()
    for name in ("a.parquet", "B.PARQUET", "c.pq", "d.parq", "part-00000", "c.parquet.bak", "d.tmp"):
        write(path / name)
    (path / "README").write_text("of other things")
    (path / "notes.txt").write_text("of other things")
    assert centre(log, FILES=str(path))[0] == 5 * 40
    assert "Parquet files whose names end otherwise are not read: 2 (c.parquet.bak, d.tmp)" in log.text()
    assert "README" not in log.text() and "notes" not in log.text()
    with pytest.raises(QgsProcessingException, match="is also an input"):
        run("ellipseofparquet", FILES=str(path), OUTPUT=f"ogr:dbname='{path}/part-00000' table=\"t\" (geom)")


@pytest.mark.parametrize("key", ["x", "Y", "w", "g"])
def test_a_folder_whose_name_has_another_value_than_its_files_is_refused(tmp_path, key):
    path = tmp_path / key
    write(path / f"{key}=104" / "a.parquet")
    write(path / f"{key}=105" / "b.parquet")
    said = refusal(path, WEIGHT="w", UID="g", X="x", Y="y")
    assert "the files hold other values than the names of their folders (rows: " in said


def test_a_folder_that_repeats_a_column_of_its_files_is_read(tmp_path):
    path = tmp_path / "same"
    for g in ("g0", "g1"):
        write(path / f"g={g}" / "a.parquet", f"SELECT * FROM ({POINTS}) WHERE g = '{g}'")
    write(
        tmp_path / "x=7" / "y=8" / "a.parquet", POINTS.replace(" AS x", " AS lon").replace(" AS y", " AS lat")
    )
    rows = rows_of(run("ellipseofparquet", FILES=str(path), UID="g")["OUTPUT"])
    assert [(row["g"], row["n"]) for row in rows] == [("g0", 20), ("g1", 20)]
    assert centre(FILES=str(tmp_path / "x=7"), X="lon", Y="lat")[0] == 40


def test_files_without_the_column_of_groups_are_named(tmp_path):
    path, log = tmp_path / "some", Log()
    write(path / "a.parquet")
    for name in ("b", "c"):
        write(path / f"{name}.parquet", f"SELECT x, y, w FROM ({POINTS})")
    rows = rows_of(run("ellipseofparquet", log, FILES=str(path), UID="g")["OUTPUT"])
    assert [(row["g"], row["n"]) for row in rows] == [("g0", 20), ("g1", 20), (None, 80)]
    said = "Files without the column “g”, rows in the group of none: 2 (b.parquet, c.parquet)"
    assert said in log.text()
    log = Log()
    run("ellipseofparquet", log, FILES=str(path / "a.parquet"), UID="g")
    write(tmp_path / "k=1" / "a.parquet")
    write(tmp_path / "k=2" / "a.parquet")
    run("ellipseofparquet", log, FILES=str(tmp_path / "k=*" / "*.parquet"), UID="k")
    assert "Files without" not in log.text()


def test_a_folder_is_looked_through_once_and_until_a_run_is_cancelled(tmp_path, monkeypatch):
    write(tmp_path / "a.parquet")
    log, walk, walked = Log(), os.walk, []
    monkeypatch.setattr(os, "walk", lambda folder: walked.append(folder) or walk(folder))
    centre(FILES=str(tmp_path))
    assert walked == [str(tmp_path)]
    log.cancel()
    with pytest.raises(QgsProcessingException, match="Cancelled"):
        run("ellipseofparquet", log, FILES=str(tmp_path))


def test_an_output_replaces_no_file_of_the_folder(tmp_path):
    path = write(tmp_path / "a.parquet")
    for files in (path, str(tmp_path), str(tmp_path / "*.parquet")):
        with pytest.raises(QgsProcessingException, match="is also an input"):
            run("ellipseofparquet", FILES=files, OUTPUT=f"ogr:dbname='{path}' table=\"t\" (geom)")
    assert os.path.getsize(path)
    assert run("ellipseofparquet", FILES=str(tmp_path), OUTPUT=str(tmp_path / "e.gpkg"))["ELLIPSES"] == 1


def test_names_of_columns_may_hold_dots_and_quotes_and_know_no_capitals(tmp_path):
    plain = centre(FILES=write(tmp_path / "a.parquet"), WEIGHT="w")
    odd = f'SELECT x AS "a.x", y AS "it\'s ""y""", w AS "w.1", {{\'x\': x, \'y\': y}} AS a FROM ({POINTS})'
    path = write(tmp_path / "odd.parquet", odd)
    assert centre(FILES=path, X="a.x", Y='it\'s "y"', WEIGHT="w.1") == plain
    assert centre(FILES=path, X="A.X", Y="a.y", WEIGHT="W.1") == plain
    other = write(tmp_path / "capitals.parquet", f"SELECT x AS Lon, y AS LAT, w AS W FROM ({POINTS})")
    assert centre(FILES=other, WEIGHT="w") == plain


def test_one_coordinate_is_not_left_out_in_silence(tmp_path):
    path = write(tmp_path / "a.parquet")
    for asked in ({"X": "x"}, {"Y": "w"}):
        assert "go together" in refusal(path, **asked)


@pytest.mark.parametrize("kind", ["UTINYINT", "UINTEGER", "UBIGINT", "HUGEINT", "DECIMAL(12, 3)"])
def test_numbers_of_all_kinds_weigh(tmp_path, kind):
    path = write(tmp_path / "a.parquet", f"SELECT x, y, w::{kind} AS w FROM ({POINTS})")
    assert centre(FILES=path, WEIGHT="w") == centre(FILES=write(tmp_path / "b.parquet"), WEIGHT="w")


def test_files_of_one_table_keep_their_own_types(tmp_path):
    whole = write(tmp_path / "one" / "a.parquet", f"SELECT x, y, w + 0.5 AS w FROM ({POINTS})")
    write(tmp_path / "parts" / "a.parquet", f"SELECT x, y, w::INT AS w FROM ({POINTS}) LIMIT 0")
    write(tmp_path / "parts" / "b.parquet", f"SELECT w + 0.5 AS w, y, x FROM ({POINTS})")
    assert centre(FILES=str(tmp_path / "parts"), WEIGHT="w") == centre(FILES=whole, WEIGHT="w")


def test_rows_of_a_file_without_the_column_of_weights_have_none(tmp_path):
    write(tmp_path / "a.parquet")
    write(tmp_path / "b.parquet", f"SELECT x, y, g FROM ({POINTS})")
    found = run("ellipseofparquet", FILES=str(tmp_path), WEIGHT="w")
    assert (found["POINTS_USED"], found["POINTS_SKIPPED"]) == (40, 40)


def test_whole_numbers_above_doubles_stay_apart(tmp_path):
    path = write(
        tmp_path / "a.parquet", f"SELECT x, y, 9007199254740993 + (x > 104)::INT AS g FROM ({POINTS})"
    )
    rows = rows_of(run("ellipseofparquet", FILES=path, UID="g")["OUTPUT"])
    assert [row["g"] for row in rows] == [9007199254740993, 9007199254740994]


def test_degrees_that_are_no_place_are_refused_as_by_rows(tmp_path, server):
    """Engines add whatever they are given; PROJ, which serves the rows, does not."""
    path = write(tmp_path / "swapped.parquet", f"SELECT y AS x, x AS y FROM ({POINTS})")
    said = refusal(path)
    assert "not on the globe: 40" in said and "swapped" in said
    x, y = np.linspace(30, 34, 9), np.linspace(100, 110, 9)
    layer = server.points("swapped", x, y, None, None, 4326)
    for read in ("rows", "auto", "database"):
        with pytest.raises(QgsProcessingException, match="whether x and y are swapped"):
            run("weightedellipse", INPUT=layer, READ=read)
    one = (
        np.concatenate(([200.0], np.linspace(100, 110, 9))),
        np.concatenate(([90.5], np.linspace(30, 34, 9))),
    )
    with pytest.raises(QgsProcessingException, match=r"not on the globe: 1, the farthest at 200\.0, 90\.5"):
        run("weightedellipse", INPUT=server.points("one", *one, None, None, 4326), READ="database")


def test_longitudes_may_go_round_the_globe(server):
    x, y = np.linspace(100, 110, 9), np.linspace(30, 34, 9) ** 1.01
    plain = rows_of(run("weightedellipse", INPUT=server.points("plain", x, y, None, None, 4326))["OUTPUT"])
    once = server.points("once", x + 360, y, None, None, 4326)
    found = rows_of(run("weightedellipse", INPUT=once, READ="database")["OUTPUT"])
    assert math.isclose(found[0]["major"], plain[0]["major"], rel_tol=1e-9)


def test_groups_of_nothing_but_blanks_are_the_group_of_none(tmp_path):
    blank = "CASE i % 4 WHEN 0 THEN NULL WHEN 1 THEN '' WHEN 2 THEN chr(12288) || ' ' || chr(9) ELSE 'a ' END"
    path = write(
        tmp_path / "a.parquet", f"SELECT *, {blank} AS name FROM ({POINTS.replace('SELECT', 'SELECT i,', 1)})"
    )
    rows = rows_of(run("ellipseofparquet", FILES=path, UID="name")["OUTPUT"])
    assert [(row["name"], row["n"]) for row in rows] == [("a ", 10), (None, 30)]
