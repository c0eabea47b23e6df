"""`make demo` in a fresh clone, as a newcomer runs it."""

import re
import subprocess
import zipfile
from pathlib import Path

import pytest
from osgeo import ogr

ogr.UseExceptions()


@pytest.fixture(scope="module")
def data(demo):
    """The GeoPackage of the demo, held open while its layers are read."""
    return ogr.Open(str(demo[0] / "demo" / "clusterbelt.gpkg"))


def test_the_geopackage_holds_clusters_belts_ellipses_and_centers(data):
    names = ("clusters", "belts", "ellipses", "centers")
    assert [data.GetLayerByName(name).GetFeatureCount() for name in names] == [159, 504, 4, 4]
    rows = {row["class"]: row for row in data.GetLayerByName("ellipses")}
    assert set(rows) == {"SEI", "AM", "INN", "belts"}
    assert rows["AM"]["weight"] == 25 and "aea" in rows["AM"]["measure"]
    west, _, south, north = rows["AM"].geometry().GetEnvelope()
    assert abs(north - 35.5) < 0.3 and abs(west - 109.3) < 0.3 and abs(south - 23.5) < 0.3


def test_the_pairs_are_a_table_of_it(data):
    pairs = list(data.GetLayerByName("pairs"))
    rows = {row["cb_row"] for row in data.GetLayerByName("clusters")}
    assert pairs and all(pair["cluster"] in rows for pair in pairs)


def test_clusters_weigh_what_the_study_counts_and_every_city_is_known(data):
    rows = list(data.GetLayerByName("clusters"))
    assert abs(sum(row["cb_weight"] for row in rows) - 152) < 1e-9
    assert len({row["cb_citycd"] for row in rows}) == 81
    assert not [row for row in rows if row["cb_reason"] == "city_unresolved"]


def test_years_and_history_are_those_of_the_sample(data):
    rows = list(data.GetLayerByName("clusters"))
    before = [row for row in rows if row["cb_reason"] == "belts_only_before"]
    assert len(before) > 20 and all(row["cb_status"] == "unmatched" for row in before)
    assert sum(row["cb_hist"] == "matched" for row in rows) > sum(
        row["cb_status"] == "matched" for row in rows
    )
    villages = [row for row in data.GetLayerByName("belts") if row["kind"] == "taobao_village"]
    assert len(villages) == 212 and {row["year"] for row in villages} == {"2014"}


def test_the_table_adds_up(demo):
    printed = demo[1]
    rows = {
        line.split()[0]: [int(number) for number in re.findall(r"(?<![\d.(])\d+(?![\d.]* %)(?!\.)", line)]
        for line in printed.splitlines()
        if re.match(r"(SEI|AM|INN|all) ", line)
    }
    assert set(rows) == {"SEI", "AM", "INN", "all"}
    for total, *statuses in rows.values():
        assert total == sum(statuses)
    assert rows["all"][0] == 159
    assert [sum(rows[name][i] for name in ("SEI", "AM", "INN")) for i in range(5)] == rows["all"]
    assert "demo/clusterbelt.gpkg" in printed and "demo/map.pdf" in printed


def test_the_map_is_a_page_with_its_words(demo):
    folder, _ = demo
    text = subprocess.run(
        ["pdftotext", "-layout", str(folder / "demo" / "map.pdf"), "-"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for words in (
        "National industrial clusters",
        "Matched (",
        "Unmatched (",
        "SEI",
        "Belts",
        "Source:",
    ):
        assert words in text
    picture = (folder / "demo" / "map.png").read_bytes()
    assert picture.startswith(b"\x89PNG") and len(picture) > 100_000


def test_links_and_virtual_clusters_have_layers_and_maps(demo, data):
    for name in ("links", "link_flows", "link_nodes", "virtual_clusters", "virtual_ties", "virtual_table",
                 "gaps", "gap_candidates", "gap_regions", "coupling", "group_flows"):  # fmt: skip
        assert data.GetLayerByName(name).GetFeatureCount() > 0
    for name in ("links", "virtual-clusters", "far-clusters", "gaps", "coupling"):
        picture = (demo[0] / "demo" / f"{name}.png").read_bytes()
        # An empty map has less than half of it.
        assert picture.startswith(b"\x89PNG") and len(picture) > 250_000


def test_the_project_can_be_moved(demo):
    folder, _ = demo
    with zipfile.ZipFile(folder / "demo" / "clusterbelt.qgz") as archive:
        project = archive.read("clusterbelt.qgs").decode()
    sources = re.findall(r"<datasource>([^<]+)</datasource>", project)
    assert len(sources) == 14
    assert all(source.startswith("./clusterbelt.gpkg") for source in sources)
    assert str(folder) not in project


def test_the_profile_of_the_user_stays_untouched(demo, home):
    assert not list(Path(home["HOME"]).rglob("QGIS*.ini"))


def test_a_second_run_gives_the_same_rows(demo, home):
    folder, printed = demo
    again = subprocess.run(["make", "demo"], cwd=folder, env=home, capture_output=True, text=True)
    table = [line for line in printed.splitlines() if "%" in line]
    assert again.returncode == 0 and [line for line in again.stdout.splitlines() if "%" in line] == table


def test_the_report_is_one_page_with_all_tables(demo):
    folder, printed = demo
    html = (folder / "demo" / "report.html").read_text(encoding="utf-8")
    assert "demo/report.html" in printed
    assert len(re.findall(r"<h2>Table \d+", html)) == 15 and 'src="data:image/png;base64,' in html
    assert "Pairs of the same industry: 12" in html and html.count("<script") == 1
