"""The algorithms as scripts call them: the real qgis_process, from a clone with an unlucky name."""

import json


def test_all_algorithms_are_listed(qgis_process):
    finished = qgis_process("--json", "list")
    listed = json.loads(finished.stdout[finished.stdout.index("{") :])["providers"]["clusterbelt"][
        "algorithms"
    ]
    assert {"clusterbelt:weightedellipse", "clusterbelt:placecities", "clusterbelt:splitshared"} <= set(
        listed
    )
    assert {"clusterbelt:matchclusters", "clusterbelt:matchsummary"} <= set(listed)


def test_numbers_come_back_as_json(qgis_process, tmp_path):
    sample = qgis_process.folder / "resources" / "sample" / "clusters.csv"
    finished = qgis_process(
        "--json", "run", "clusterbelt:splitshared", f"--INPUT={sample}", "--ID=id", "--CITY=city",
        "--PROVINCE=province", f"--OUTPUT={tmp_path / 'split.gpkg'}",
    )  # fmt: skip
    results = json.loads(finished.stdout[finished.stdout.index("{") :])["results"]
    assert finished.returncode == 0
    assert (results["ROWS"], results["CLUSTERS"]) == (159, 152)
    assert (tmp_path / "split.gpkg").exists()


def test_an_error_is_a_sentence_and_leaves_no_file(qgis_process, tmp_path):
    sample = qgis_process.folder / "resources" / "sample" / "belts.csv"
    finished = qgis_process(
        "run",
        "clusterbelt:matchsummary",
        f"--INPUT={sample}",
        "--CLASS=kind",
        f"--OUTPUT={tmp_path / 'out.gpkg'}",
    )
    said = finished.stdout + finished.stderr
    assert finished.returncode != 0
    assert "choose the output of “Match clusters with belts”" in said and "Traceback" not in said
    assert not (tmp_path / "out.gpkg").exists()


def test_the_index_of_a_choice_is_refused(qgis_process, tmp_path):
    sample = qgis_process.folder / "resources" / "sample" / "clusters.csv"
    finished = qgis_process(
        "run",
        "clusterbelt:weightedellipse",
        f"--INPUT={sample}",
        "--SCALING=1",
        f"--OUTPUT={tmp_path / 'out.gpkg'}",
    )
    assert finished.returncode != 0 and not (tmp_path / "out.gpkg").exists()


def test_a_model_runs_and_gives_the_numbers_of_the_toolbox(qgis_process, tmp_path):
    table = tmp_path / "yearbook.csv"
    table.write_text(
        "city,gdp2015,gdp2020\n北京市,10,10\n上海市,10,20\n广州市,10,40\n成都市,10,10\n", encoding="utf-8"
    )
    finished = qgis_process(
        "--json", "run", "clusterbelt:gravitycentre", f"--TABLE={table}", "--CITY=city", "--VALUES=gdp2015",
        "--VALUES=gdp2020", f"--shift:SHIFTS={tmp_path / 's.gpkg'}", f"--shift:ELLIPSES={tmp_path / 'e.gpkg'}",
        f"--shift:PRINT={tmp_path / 'p.csv'}",
    )  # fmt: skip
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "2020" in (tmp_path / "p.csv").read_text(encoding="utf-8-sig")
    assert "Traceback" not in finished.stderr


def test_the_study_of_virtual_clusters_runs_on_two_tables(qgis_process, tmp_path):
    sample = qgis_process.folder / "resources" / "sample"
    outputs = {"match:MATCHED": "gpkg", "links:LINKS": "gpkg", "links:FLOWS": "gpkg", "clusters:BLOCKS": "gpkg",
               "clusters:TIES": "gpkg", "clusters:VIRTUAL": "csv", "ellipse:ELLIPSES": "gpkg", "gaps:GAPS": "csv",
               "gaps:CANDIDATES": "gpkg", "gaps:REGIONS": "gpkg", "coupling:COUPLING": "gpkg",
               "report:REPORT": "html"}  # fmt: skip
    made = {name: tmp_path / f"{name.split(':')[1].lower()}.{end}" for name, end in outputs.items()}
    finished = qgis_process(
        "run", "clusterbelt:virtualstudy", f"--CLUSTERS={sample / 'clusters.csv'}", "--CLUSTER_ID=id",
        "--CLUSTER_CITY=city", "--CLUSTER_PROVINCE=province", "--CLUSTER_INDUSTRY=industry", "--CLASS=class",
        f"--BELTS={sample / 'belts.csv'}", "--BELT_CITY=city", "--BELT_INDUSTRY=product", "--FLOWS_BY=province",
        *(f"--{name}={path}" for name, path in made.items()),
    )  # fmt: skip
    assert finished.returncode == 0, finished.stdout + finished.stderr
    assert "Traceback" not in finished.stderr and all(path.stat().st_size for path in made.values())
    with open(made["clusters:VIRTUAL"], encoding="utf-8-sig") as file:
        assert "宁波市" in file.read()


def test_a_page_is_printed_without_a_project(qgis_process, tmp_path):
    sample = qgis_process.folder / "resources" / "sample"
    matched = tmp_path / "matched.gpkg"
    finished = qgis_process(
        "run", "clusterbelt:matchclusters", f"--CLUSTERS={sample / 'clusters.csv'}", "--CLUSTER_ID=id",
        "--CLUSTER_CITY=city", "--CLUSTER_PROVINCE=province", "--CLUSTER_INDUSTRY=industry",
        f"--BELTS={sample / 'belts.csv'}", "--BELT_CITY=city", "--BELT_INDUSTRY=product", f"--OUTPUT={matched}",
    )  # fmt: skip
    assert finished.returncode == 0, finished.stdout + finished.stderr
    page = tmp_path / "page.pdf"
    finished = qgis_process(
        "--json", "run", "clusterbelt:matchlayout", f"--INPUT={matched}", "--CLASS=class", "--TITLE=集群与产业带",
        "--LANGUAGE=zh", "--INSET_SCS=true", "--PAPER=A3", "--ATLAS=class", f"--OUTPUT={page}",
    )  # fmt: skip
    assert finished.returncode == 0, finished.stdout + finished.stderr
    results = json.loads(finished.stdout[finished.stdout.index("{") :])["results"]
    assert results["PAGES"] == 3 and page.read_bytes().startswith(b"%PDF")


def test_a_file_as_excel_writes_it_is_read_by_the_names_that_people_see(qgis_process, tmp_path):
    rows = "序号;集群名称 ;所在城市\u3000;主导产业\r\n1;甲;杭州市;女装\r\n2;乙;绍兴市;纺织\r\n;;;\r\n"
    (tmp_path / "clusters.csv").write_bytes(rows.encode("utf-8-sig"))
    finished = qgis_process(
        "--json", "run", "clusterbelt:splitshared", f"--INPUT={tmp_path / 'clusters.csv'}", "--ID=序号",
        "--CITY=所在城市", f"--OUTPUT={tmp_path / 'split.gpkg'}",
    )  # fmt: skip
    results = json.loads(finished.stdout[finished.stdout.index("{") :])["results"]
    assert (results["ROWS"], results["CLUSTERS"]) == (2, 2)
    assert "empty rows, left out: 1 (3)" in finished.stdout + finished.stderr


def test_a_title_above_the_header_is_refused_with_the_mend(qgis_process, tmp_path):
    rows = "产业集群名单,,\n编号,城市,产业\n1,杭州市,女装\n"
    (tmp_path / "clusters.csv").write_text(rows, encoding="utf-8")
    finished = qgis_process(
        "run", "clusterbelt:placecities", f"--INPUT={tmp_path / 'clusters.csv'}", "--CITY=城市",
        f"--OUTPUT={tmp_path / 'placed.gpkg'}",
    )  # fmt: skip
    said = finished.stdout + finished.stderr
    assert finished.returncode != 0 and not (tmp_path / "placed.gpkg").exists()
    assert "(编号, 城市, 产业 …) are not in the first row of the table, but in line 2. Delete what" in said
