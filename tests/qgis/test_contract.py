"""All algorithms against the contract of `tests/contract`: parameters, outputs, and the fields that runs really write."""

import csv
from pathlib import Path

import pytest
from making import match, run, sample, table
from qgis.core import (
    QgsApplication,
    QgsProcessing,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

CONTRACT = Path(__file__).resolve().parents[1] / "contract"
MODELS = {"digitalisationstudy", "gravitycentre", "virtualstudy"}
LAYERS = ("polygons", "lines", "points", "table")
TYPES = {
    "number": "outputNumber",
    "string": "outputString",
    "file": "outputFile",
    "page": "outputHtml",
    "folder": "outputFolder",
    "layers": "outputMultilayer",
}
GEOMETRY = {
    "polygons": QgsWkbTypes.GeometryType.PolygonGeometry,
    "lines": QgsWkbTypes.GeometryType.LineGeometry,
    "points": QgsWkbTypes.GeometryType.PointGeometry,
    "table": QgsWkbTypes.GeometryType.NullGeometry,
}


def rows_of_contract(name):
    with open(CONTRACT / f"{name}.csv", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PARAMETERS, OUTPUTS = rows_of_contract("parameters"), rows_of_contract("outputs")
ALGORITHMS = list(dict.fromkeys(row["algorithm"] for row in PARAMETERS))


def algorithm(name):
    return QgsApplication.processingRegistry().createAlgorithmById(f"clusterbelt:{name}")


def described(definition):
    """A parameter as the contract writes it."""
    flags, value = definition.flags(), definition.defaultValue()
    values = value if isinstance(value, list) else [] if value is None else [value]
    kind = QgsProcessingParameterDefinition.Flag
    return {
        "parameter": definition.name(),
        "type": definition.type(),
        "optional": "yes" if flags & kind.FlagOptional else "no",
        "advanced": "yes" if flags & kind.FlagAdvanced else "no",
        "default": " ".join(map(str, values)),
        "values": choices(definition),
    }


def choices(definition):
    """The keys of a choice; of an output that may be left out, whether it is made unless it is."""
    if definition.type() == "enum":
        return " ".join(definition.options())
    optional = definition.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional
    return "made" if definition.type() == "sink" and optional and definition.createByDefault() else ""


def test_the_contract_names_every_algorithm():
    offered = {
        found.name() for found in QgsApplication.processingRegistry().providerById("clusterbelt").algorithms()
    }
    assert offered - MODELS == set(ALGORITHMS) == {row["algorithm"] for row in OUTPUTS}


@pytest.mark.parametrize("name", ALGORITHMS)
def test_parameters_are_those_of_the_contract_in_its_order(name):
    written = [row for row in PARAMETERS if row["algorithm"] == name]
    columns = ("parameter", "type", "optional", "advanced", "default", "values")
    expected = [{column: row[column] for column in columns} for row in written]
    made = algorithm(name)
    assert [described(definition) for definition in made.parameterDefinitions()] == expected


@pytest.mark.parametrize("name", ALGORITHMS)
def test_choices_take_their_keys_and_what_is_seldom_changed_can_stay_as_it_is(name):
    made = algorithm(name)
    for definition in made.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterEnum):
            assert definition.usesStaticStrings(), definition.name()
        flags = definition.flags()
        if flags & QgsProcessingParameterDefinition.Flag.FlagAdvanced:
            optional = flags & QgsProcessingParameterDefinition.Flag.FlagOptional
            assert optional or definition.defaultValue() is not None, definition.name()


@pytest.mark.parametrize("name", ALGORITHMS)
def test_outputs_are_those_of_the_contract(name):
    written = {row["output"]: row["kind"] for row in OUTPUTS if row["algorithm"] == name}
    made = algorithm(name)
    types = {output.name(): output.type() for output in made.outputDefinitions()}
    assert types.keys() == written.keys()
    for output, kind in written.items():
        assert types[output] == TYPES.get(kind, "outputVector"), output


# What runs write.


@pytest.fixture(scope="module")
def scene():
    """The sample, matched, with its belts, ellipses and summary."""
    options = {"CLUSTER_PROVINCE": "province", "BELT_PROVINCE": "province", "BELT_YEAR": "year"}
    outputs = dict.fromkeys(("PAIRS", "BELTS_OUT", "CHECK"), "memory:")
    matched = match(sample("clusters"), sample("belts"), **options, **outputs)
    clusters, belts = matched["OUTPUT"], matched["BELTS_OUT"]
    ellipses = run("weightedellipse", INPUT=clusters, UID="class", CENTERS="memory:", AXES="memory:")
    links = run("chainlinks", INPUT=clusters, FLOWS="memory:", NODES="memory:", BLOCKS="memory:")
    project = QgsProject.instance()
    project.addMapLayers([clusters, ellipses["OUTPUT"]], False)
    yield {
        "matchclusters": matched,
        "clusters": clusters,
        "belts": belts,
        "weightedellipse": ellipses,
        "chainlinks": links,
    }
    project.clear()


def yearly():
    rows = [(f"Point ({100 + i} {30 + i % 3})", str(2010 + i // 4)) for i in range(12)]
    return table(rows, ("year",), "Point")


LONG = {"FORM": "long", "SECTOR": "sector", "TO": "buyer", "VALUE": "value"}


def flows():
    """An input–output table of two sectors, one of them no industry."""
    return table([("rare earths", "magnets", "4"), ("nothing", "magnets", "1")], ["sector", "buyer", "value"])


def sums():
    """Sums of (1, 0), (-1, 0), (0, 2) and (0, -2)."""
    names = ["n", "sum_w", "sum_ww", "sum_wx", "sum_wy", "sum_wxx", "sum_wxy", "sum_wyy"]
    return table([list("44400208")], names)


RUNS = {
    "weightedellipse": lambda s, t: s["weightedellipse"],
    "matchclusters": lambda s, t: s["matchclusters"],
    "centershift": lambda s, t: run(
        "centershift", INPUT=yearly(), TIME="year", ELLIPSES="memory:", TABLE="memory:"
    ),
    "compareellipses": lambda s, t: run("compareellipses", INPUT=s["weightedellipse"]["OUTPUT"], UID="class"),
    "placecities": lambda s, t: run("placecities", INPUT=sample("belts"), CITY="city", PROVINCE="province"),
    "splitshared": lambda s, t: run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city"),
    "readindustries": lambda s, t: run(
        "readindustries", INPUT=sample("belts"), INDUSTRY="product", CHECK="memory:"
    ),
    "matchsummary": lambda s, t: run("matchsummary", INPUT=s["clusters"], CLASS="class"),
    "citycomposition": lambda s, t: run(
        "citycomposition", INPUT=s["clusters"], CLASS="class", CITIES_OUT="memory:"
    ),
    "clusterrelations": lambda s, t: run("clusterrelations", INPUT=s["clusters"], CLASS="class"),
    "cityoverlap": lambda s, t: run(
        "cityoverlap", INPUT=s["clusters"], BELTS=s["belts"], CITIES_OUT="memory:"
    ),
    "matchchance": lambda s, t: run(
        "matchchance", INPUT=s["clusters"], CLASS="class", BELTS=s["belts"], RUNS=9
    ),
    "matchreport": lambda s, t: run(
        "matchreport",
        INPUT=s["clusters"],
        CLASS="class",
        OUTPUT=str(t / "report.html"),
        TABLES_FOLDER=str(t / "tables"),
    ),
    "stylematches": lambda s, t: run("stylematches", INPUT=s["clusters"].id()),
    "stylevirtual": lambda s, t: run("stylevirtual", LAYERS=[s["chainlinks"]["FLOWS"]]),
    "matchlayout": lambda s, t: run(
        "matchlayout", INPUT=s["clusters"].id(), OUTPUT=str(t / "page.png"), DPI=30
    ),
    "chainlinks": lambda s, t: s["chainlinks"],
    "virtualclusters": lambda s, t: run(
        "virtualclusters",
        LINKS=s["chainlinks"]["OUTPUT"],
        BLOCKS=s["chainlinks"]["BLOCKS"],
        ROWS=s["clusters"],
        **dict.fromkeys(("SPOKES", "ROWS_OUT", "TABLE"), "memory:"),
    ),
    "chaingaps": lambda s, t: run(
        "chaingaps", INPUT=s["clusters"], CANDIDATES="memory:", REGIONS_OUT="memory:"
    ),
    "realvirtual": lambda s, t: run(
        "realvirtual", INPUT=s["clusters"], ONLINE=s["belts"], INDUSTRIES="memory:"
    ),
    "clusternetworks": lambda s, t: run(
        "clusternetworks",
        INPUT=s["clusters"],
        MEMBER="id",
        GROUP="industry",
        **dict.fromkeys(("SPOKES", "FLOWS", "MEMBERS", "GROUP_LINKS", "INDUSTRIES", "MODES"), "memory:"),
    ),
    "chainsfromio": lambda s, t: run("chainsfromio", INPUT=flows(), CHECK="memory:", **LONG),
    "ellipseofsums": lambda s, t: run(
        "ellipseofsums", INPUT=sums(), CRS="EPSG:32650", CENTERS="memory:", AXES="memory:"
    ),
}
# Needs a package that QGIS does not bring; its fields are those of weightedellipse, which share one table.
ELSEWHERE = {"ellipseofparquet"}


@pytest.mark.parametrize("name", [name for name in ALGORITHMS if name not in ELSEWHERE])
def test_runs_write_the_fields_of_the_contract(name, scene, tmp_path):
    result = RUNS[name](scene, tmp_path)
    for row in OUTPUTS:
        if row["algorithm"] != name:
            continue
        value = result[row["output"]]
        if row["kind"] == "number":
            assert value is None or type(value) in (int, float), row["output"]  # numpy numbers come out empty
        elif row["kind"] in ("file", "page", "folder"):
            assert Path(value).exists()
        elif row["kind"] in LAYERS:
            layer = value if isinstance(value, QgsVectorLayer) else QgsVectorLayer(value, "", "ogr")
            names = layer.fields().names()
            promised = row["fields"].split()
            assert [field for field in names if field in promised] == promised, row["output"]
            assert layer.geometryType() == GEOMETRY[row["kind"]], row["output"]
            assert all(len(field) <= 10 for field in promised)
            if layer is value:
                assert all(layer.fields().field(field).alias() for field in promised), row["output"]


def test_what_is_wrong_with_parameters_is_said_without_the_check_of_the_toolbox():
    from making import Log
    from qgis.core import QgsProcessingContext

    made, log = algorithm("matchclusters"), Log()
    given = {
        "CLUSTERS": sample("clusters"),
        "CLUSTER_CITY": "city",
        "CLUSTER_INDUSTRY": "industry",
        "BELTS": sample("belts"),
        "BELT_CITY": "city",
        "BELT_INDUSTRY": "product",
        "OUTPUT": QgsProcessing.TEMPORARY_OUTPUT,
    }
    said = []
    log.reportError = lambda text, fatal=False: said.append(text)
    for wrong in (
        {"CITY_BY": "distance"},
        {"BELT_YEAR": "year", "BELT_START": "year"},
        {"CITY_BY": "nearby"},
    ):
        context = QgsProcessingContext()
        assert not made.create().prepare({**given, **wrong}, context, log)
    assert (
        "“Cities compared by: Distance of the points” needs “Distance in metres”" in said[0]
        and "“Year of the belt”, or “First year of the belt”" in said[1]
        and len(said) == 3
    )
