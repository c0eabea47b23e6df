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
