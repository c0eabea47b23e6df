"""The bundled models: in the toolbox, with help, run from a script and in batch, on tables as users have them."""

import re

import pytest
from clusterbelt.processing.analysis.words import words_of
from clusterbelt.processing.models import FILES, FOLDER, GRAVITY, INPUTS, STUDY, VIRTUAL, title_of
from making import Log
from qgis import processing
from qgis.core import (
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingModelAlgorithm,
    QgsVectorLayer,
)

SAMPLE = FOLDER.parent / "sample"


def algorithm(key):
    return QgsApplication.processingRegistry().algorithmById(f"clusterbelt:{key}")


def study(folder, **more):
    return {
        "CLUSTERS": str(SAMPLE / "clusters.csv"), "CLUSTER_ID": "id", "CLUSTER_CITY": "city",
        "CLUSTER_PROVINCE": "province", "CLUSTER_INDUSTRY": "industry", "CLASS": "class",
        "BELTS": str(SAMPLE / "belts.csv"), "BELT_ID": "id", "BELT_CITY": "city", "BELT_INDUSTRY": "product",
        "match:MATCHED": str(folder / "matched.gpkg"), "match:PAIRS": str(folder / "pairs.csv"),
        "ellipse:ELLIPSES": str(folder / "ellipses.gpkg"), "summary:SUMMARY": str(folder / "summary.csv"),
        "report:REPORT": str(folder / "report.html"), **more,
    }  # fmt: skip


def virtual(folder, **more):
    given = {name: value for name, value in study(folder).items() if ":" not in name}
    outputs = {"match:MATCHED": "gpkg", "links:LINKS": "gpkg", "links:FLOWS": "gpkg", "clusters:BLOCKS": "gpkg",
               "clusters:TIES": "gpkg", "clusters:VIRTUAL": "csv", "ellipse:ELLIPSES": "gpkg", "gaps:GAPS": "csv",
               "gaps:CANDIDATES": "gpkg", "gaps:REGIONS": "gpkg", "coupling:COUPLING": "gpkg",
               "report:REPORT": "html"}  # fmt: skip
    made = {key: str(folder / f"{key.split(':')[1].lower()}.{end}") for key, end in outputs.items()}
    return {**given, **made, **more}


def yearbook(folder):
    path = folder / "yearbook.csv"
    rows = ["city,gdp2015,gdp2020", "北京市,10,10", "上海市,10,20", "广州市,10,40", "成都市,10,10"]
    path.write_text("\ufeff" + "\n".join(rows) + "\n", encoding="utf-8")
    return {
        "TABLE": str(path), "CITY": "city", "VALUES": ["gdp2015", "gdp2020"],
        "shift:SHIFTS": str(folder / "shifts.gpkg"), "shift:ELLIPSES": str(folder / "ellipses.gpkg"),
        "shift:PRINT": str(folder / "print.csv"),
    }  # fmt: skip


@pytest.mark.parametrize("key", FILES)
def test_the_models_are_in_the_toolbox_with_words_for_each_input(key):
    model = algorithm(key)
    assert isinstance(model, QgsProcessingModelAlgorithm)
    assert model.displayName() and model.group() == "Models"
    copy = model.create()
    inputs = [definition for definition in copy.parameterDefinitions() if not definition.isDestination()]
    assert [definition.name() for definition in inputs] == list(INPUTS[key])
    assert all(definition.help() and definition.description() for definition in inputs)
    assert copy.id() == f"clusterbelt:{key}"
    able, why = copy.canExecute()
    assert able, why


@pytest.mark.parametrize("key", FILES)
def test_the_models_are_valid_and_their_outputs_are_called_as_the_layers_are(key):
    copy = algorithm(key).create()
    valid, issues = copy.validate()
    assert valid, issues
    outputs = {definition.name(): definition for definition in copy.destinationParameterDefinitions()}
    assert outputs and all(definition.help() for definition in outputs.values())
    for child in copy.childAlgorithms().values():
        for name, output in child.modelOutputs().items():
            own = child.algorithm().parameterDefinition(output.childOutputName())
            words = outputs[f"{child.childId()}:{name}"].description()
            assert words == title_of(child.algorithmId(), own, "en")


@pytest.mark.parametrize("key", FILES)
def test_help_and_lists_know_the_outputs_of_the_models(key):
    # What qgis_process and the console ask is the registered model, not a copy of it.
    registered, copy = algorithm(key), algorithm(key).create()
    outputs = {made.name(): made.description() for made in registered.destinationParameterDefinitions()}
    assert outputs == {made.name(): made.description() for made in copy.destinationParameterDefinitions()}
    assert outputs and {made.name() for made in registered.outputDefinitions()} == set(outputs)


def test_the_titles_of_outputs_are_chinese_for_chinese_users():
    links = algorithm("chainlinks").create()
    flows = links.parameterDefinition("FLOWS")
    assert title_of("clusterbelt:chainlinks", flows, "zh") == "地区间潜在流量"


@pytest.mark.parametrize("file", FILES.values())
def test_the_files_hold_no_path_and_no_layer(file):
    text = (FOLDER / file).read_text(encoding="utf-8")
    assert not re.search(r'"/(?!>)|file:|[0-9a-f]{8}_[0-9a-f]{4}_', text)


def test_a_study_goes_from_tables_to_the_report(tmp_path):
    log = Log()
    results = processing.run(f"clusterbelt:{STUDY}", study(tmp_path), feedback=log)
    # The report takes the belts as the matching has read them, provinces and all.
    assert "are taken from the matching" in log.text() and "status in the layer" not in log.text()
    matched = QgsVectorLayer(results["match:MATCHED"], "m", "ogr")
    assert matched.featureCount() == 159
    assert QgsVectorLayer(results["ellipse:ELLIPSES"], "e", "ogr").featureCount() == 3
    assert (tmp_path / "report.html").stat().st_size > 1000
    with open(tmp_path / "summary.csv", encoding="utf-8-sig") as file:
        assert "SEI" in file.read()
    assert (tmp_path / "pairs.csv").stat().st_size > 1000


def test_the_layers_that_a_model_loads_are_called_by_their_titles(project, tmp_path):
    outputs = dict.fromkeys(("match:MATCHED", "match:PAIRS", "ellipse:ELLIPSES"), "TEMPORARY_OUTPUT")
    processing.runAndLoadResults(f"clusterbelt:{STUDY}", study(tmp_path, **outputs))
    made = {
        definition.name(): definition for definition in algorithm(STUDY).destinationParameterDefinitions()
    }
    names = {layer.name() for layer in project.mapLayers().values()}
    assert names >= {made[name].description() for name in outputs}


def test_the_model_gives_the_numbers_of_its_algorithms(tmp_path):
    processing.run(f"clusterbelt:{STUDY}", study(tmp_path))
    parameters = {
        name: value for name, value in study(tmp_path).items() if ":" not in name and name != "CLASS"
    }
    direct = processing.run("clusterbelt:matchclusters", {**parameters, "OUTPUT": "memory:"})

    def rows(layer):
        return sorted(
            (feature["cb_row"], feature["cb_status"], feature["cb_reason"], feature["cb_weight"])
            for feature in layer.getFeatures()
        )

    assert rows(direct["OUTPUT"]) == rows(QgsVectorLayer(str(tmp_path / "matched.gpkg"), "m", "ogr"))


def test_the_gravity_centre_moves_with_the_weights(tmp_path):
    results = processing.run(f"clusterbelt:{GRAVITY}", yearbook(tmp_path))
    shift = next(QgsVectorLayer(results["shift:SHIFTS"], "s", "ogr").getFeatures())
    assert (str(shift["from_time"]), str(shift["to_time"])) == ("2015", "2020")
    assert 90 < shift["azimuth"] < 200, "towards Guangzhou"
    assert QgsVectorLayer(results["shift:ELLIPSES"], "e", "ogr").featureCount() == 2
    assert "2020" in (tmp_path / "print.csv").read_text(encoding="utf-8-sig")


def test_the_models_run_in_batch(tmp_path):
    for number in range(2):
        (tmp_path / str(number)).mkdir()
    jobs = [yearbook(tmp_path / str(number)) for number in range(2)]
    for job in jobs:
        _, worked = algorithm(GRAVITY).create().run(job, QgsProcessingContext(), QgsProcessingFeedback())
        assert worked and QgsVectorLayer(job["shift:SHIFTS"], "s", "ogr").featureCount() == 1


def test_a_mistake_in_a_model_is_said_by_its_algorithm(tmp_path):
    feedback = QgsProcessingFeedback()
    job = {**yearbook(tmp_path), "TIME": "city"}
    _, worked = algorithm(GRAVITY).create().run(job, QgsProcessingContext(), feedback)
    assert not worked and "Shift of the centre over time" in feedback.textLog()


def test_a_study_of_virtual_clusters_goes_from_two_tables_to_the_section_of_the_report(tmp_path):
    results = processing.run(f"clusterbelt:{VIRTUAL}", virtual(tmp_path))
    parts = results["CHILD_RESULTS"]
    counts = {
        name: QgsVectorLayer(results[name], name, "ogr").featureCount()
        for name in results
        if ":" in name and name != "report:REPORT"
    }
    assert counts["match:MATCHED"] == parts["match"]["ROWS"] == 159
    assert counts["links:LINKS"] == parts["links"]["LINK_COUNT"]
    assert counts["clusters:BLOCKS"] == parts["links"]["BLOCK_COUNT"]
    assert counts["clusters:VIRTUAL"] == parts["clusters"]["VC_COUNT"] == counts["ellipse:ELLIPSES"]
    assert min(counts.values()) > 0
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    words = words_of("report", "en")
    assert all(words[title] in page for title in ("t_vc", "t_flows", "t_gaps", "t_coupling"))
    units = {row["f_unit"] for row in QgsVectorLayer(results["links:FLOWS"], "f", "ogr").getFeatures()}
    assert "长三角" in units, "flows between city groups"


def test_a_study_without_any_link_goes_on_without_ellipses(tmp_path):
    rows = {"clusters": "id,city,province,industry,class\n1,苏州市,江苏省,丝绸,国家级\n",
            "belts": "id,city,product\n1,苏州市,丝绸\n"}  # fmt: skip
    for name, text in rows.items():
        (tmp_path / f"{name}.csv").write_text(f"\ufeff{text}", encoding="utf-8")
    tables = {name.upper(): str(tmp_path / f"{name}.csv") for name in rows}
    results = processing.run(f"clusterbelt:{VIRTUAL}", virtual(tmp_path, **tables))
    parts = results["CHILD_RESULTS"]
    assert (parts["links"]["LINK_COUNT"], parts["clusters"]["VC_COUNT"], parts["clusters"]["SINGLE"]) == (
        0,
        0,
        1,
    )
    assert "ellipse:ELLIPSES" not in results and "ellipse" not in parts
    assert QgsVectorLayer(results["clusters:BLOCKS"], "b", "ogr").featureCount() == 1
    assert (tmp_path / "report.html").stat().st_size > 1000


def test_both_clusters_and_belts_are_members_whatever_their_weights(tmp_path):
    results = processing.run(
        f"clusterbelt:{VIRTUAL}", virtual(tmp_path, FLOWS_BY="province", REGION_BY="group")
    )
    blocks = QgsVectorLayer(results["clusters:BLOCKS"], "b", "ogr")
    # 152 clusters and 504 belts weigh 1 each; 1 and 7 have no industry.
    assert sum(row["supply"] for row in blocks.getFeatures()) == pytest.approx(152 + 504 - 8)
    regions = {row["region"] for row in QgsVectorLayer(results["gaps:REGIONS"], "r", "ogr").getFeatures()}
    assert "长三角" in regions and not any(str(region).isdigit() for region in regions)
