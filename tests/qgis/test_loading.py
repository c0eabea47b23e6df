"""What the toolbox loads is named, aliased and styled, in a test that keeps no reference to the styler."""

import gc

import pytest
from clusterbelt.processing.analysis import fields
from clusterbelt.processing.cartography import loading, styling
from clusterbelt.processing.compat import kind_of
from qgis.core import (
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRenderContext,
    QgsVectorLayer,
)


def table(fields, rows):
    made = QgsVectorLayer(
        "Point?crs=EPSG:4326&" + "&".join(f"field={name}:string" for name in fields), "t", "memory"
    )
    for row, place in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(row))
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        made.dataProvider().addFeature(feature)
    return made


def run_and_load(project, name, parameters):
    """Run an algorithm as the toolbox does, all outputs opened, and load them as it does."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(name)
    context = QgsProcessingContext()
    context.setProject(project)
    for definition in algorithm.destinationParameterDefinitions():
        if definition.name() in parameters:
            from qgis.core import QgsProcessingOutputLayerDefinition

            parameters[definition.name()] = QgsProcessingOutputLayerDefinition("memory:", project)
    feedback = QgsProcessingFeedback()
    _, worked = algorithm.run(parameters, context, feedback)
    assert worked, feedback.textLog()
    del algorithm
    gc.collect()
    loaded = {}
    for key, details in context.layersToLoadOnCompletion().items():
        layer = context.takeResultLayer(key)
        details.setOutputLayerName(layer)
        project.addMapLayer(layer)
        if details.postProcessor() is not None:
            details.postProcessor().postProcessLayer(layer, context, feedback)
        loaded[details.outputName] = layer
    return loaded


def test_matched_clusters_come_with_their_statuses_and_names(project):
    clusters = table(
        ("id", "city", "industry"),
        [(("1", "北京市", "集成电路"), (116, 40)), (("2", "上海市", "船舶"), (121, 31))],
    )
    belts = table(("id", "city", "product"), [(("1", "北京市", "集成电路"), (116, 40))])
    loaded = run_and_load(
        project,
        "clusterbelt:matchclusters",
        {
            "CLUSTERS": clusters, "CLUSTER_ID": "id", "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
            "BELTS": belts, "BELT_CITY": "city", "BELT_INDUSTRY": "product", "OUTPUT": "",
        },
    )  # fmt: skip
    layer = loaded["OUTPUT"]
    assert styling.is_styled_by_status(layer)
    assert layer.name() == "Matched clusters"
    index = layer.fields().lookupField("cb_evid")
    assert layer.attributeAlias(index) == "Evidence"
    assert layer.fields().at(index).name() == "cb_evid"


OUTPUTS = {
    "clusterbelt:placecities": {"INPUT": "points", "CITY": "city"},
    "clusterbelt:splitshared": {"INPUT": "points", "ID": "id", "CITY": "city"},
    "clusterbelt:matchclusters": {
        "CLUSTERS": "points", "CLUSTER_ID": "id", "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry",
        "BELTS": "belts", "BELT_CITY": "city", "BELT_INDUSTRY": "industry",
    },
    "clusterbelt:matchsummary": {"INPUT": "matched", "CLASS": "class"},
    "clusterbelt:citycomposition": {"INPUT": "matched", "CLASS": "class"},
    "clusterbelt:clusterrelations": {"INPUT": "matched", "CLASS": "class"},
    "clusterbelt:cityoverlap": {"INPUT": "matched", "CLASS": "class", "BELTS": "belts", "BELT_CITY": "city"},
    "clusterbelt:matchchance": {
        "INPUT": "matched", "CLASS": "class", "BELTS": "belts", "BELT_CITY": "city", "BELT_INDUSTRY": "industry",
        "RUNS": 9,
    },
    "clusterbelt:weightedellipse": {"INPUT": "points", "UID": "kind"},
    "clusterbelt:centershift": {"INPUT": "points", "TIME": "year", "UID": "kind"},
    "clusterbelt:compareellipses": {"INPUT": "ellipses", "UID": "kind"},
}  # fmt: skip


# Only where rows stand for several clusters or belts.
COUNTED = {"cb_count", "clusters", "belts"}


@pytest.fixture
def inputs(project):
    from qgis import processing

    rows = [
        ((str(number), city, "集成电路", kind, kind, str(year)), (116 + x + (kind == "b"), 40 + y))
        for number, (kind, year, (x, y), city) in enumerate(
            (kind, year, place, city)
            for kind, city in (("a", "北京市"), ("b", "上海市"))
            for year in (2019, 2020)
            for place in ((0, 0), (2, 1), (1, 3), (0.5, 2 + 0.1 * (year == 2020)))
        )
    ]
    fields_of_rows = ("id", "city", "industry", "kind", "class", "year")
    made = {"points": table(fields_of_rows, rows), "belts": table(fields_of_rows, rows)}
    matching = {name: made.get(value, value) for name, value in OUTPUTS["clusterbelt:matchclusters"].items()}
    made["matched"] = processing.run("clusterbelt:matchclusters", {**matching, "OUTPUT": "memory:"})["OUTPUT"]
    ellipses = {"INPUT": made["points"], "UID": "kind", "OUTPUT": "memory:"}
    made["ellipses"] = processing.run("clusterbelt:weightedellipse", ellipses)["OUTPUT"]
    return made


@pytest.mark.parametrize("name", OUTPUTS)
def test_every_output_has_its_title_and_its_fields_their_names(project, inputs, name):
    given = {key: inputs.get(value, value) for key, value in OUTPUTS[name].items()}
    known = {t.output: t for t in fields.tables().values() if name.partition(":")[2] in t.algorithms}
    loaded = run_and_load(project, name, {**given, **dict.fromkeys(known, "")})
    assert set(loaded) == set(known)
    for output, layer in loaded.items():
        expected = known[output]
        assert layer.name() == layer.title() == expected.title.en
        there = {field.name(): index for index, field in enumerate(layer.fields())}
        assert set(expected.keys) - set(there) <= COUNTED
        for field in (*expected.labels, *expected.fields):
            if field.key not in there:
                continue
            index = there[field.key]
            assert layer.attributeAlias(index) == field.alias.en, field.key
            assert kind_of(layer.fields().at(index)) == field.kind or not field.kind, field.key
        own = [name for name in there if name in expected.keys]
        assert own == [key for key in expected.keys if key in there]


def test_numbers_are_shown_with_the_decimals_of_their_field(project, inputs):
    loaded = run_and_load(
        project, "clusterbelt:matchsummary", {"INPUT": inputs["matched"], "CLASS": "class", "OUTPUT": ""}
    )
    layer = loaded["OUTPUT"]
    row = next(layer.getFeatures())
    index = layer.fields().lookupField("m_low")
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter("Range")
    config = layer.editorWidgetSetup(index).config()
    shown = formatter.representValue(layer, index, config, None, row["m_low"])
    assert shown == f"{row['m_low']:.1f}" != str(row["m_low"])


def test_ellipses_centres_and_axes_come_in_the_colours_of_their_group(project):
    points = table(
        ("kind",),
        [((kind,), (x, y)) for kind in "ab" for x, y in ((110, 30), (112, 33), (115, 31), (111, 35))],
    )
    loaded = run_and_load(
        project,
        "clusterbelt:weightedellipse",
        {"INPUT": points, "UID": "kind", "OUTPUT": "", "CENTERS": "", "AXES": ""},
    )
    assert set(loaded) == {"OUTPUT", "CENTERS", "AXES"}
    for layer in loaded.values():
        assert layer.renderer().classAttribute() == "kind", layer.name()


def labels_of(layer):
    """The labels of a layer, row by row."""
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    settings = layer.labeling().settings()
    expression = settings.getLabelExpression()
    texts = []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        texts.append(expression.evaluate(context))
        assert not expression.hasEvalError(), expression.evalErrorString()
    return texts


def moving_points():
    rows = [
        ((kind, str(year)), (110 + 3 * (kind == "b") + x + 0.1 * (year - 2019), 30 + y))
        for kind in "ab"
        for year in (2019, 2020)
        for x, y in ((0, 0), (2, 1), (1, 3), (0.5, 2))
    ]
    return table(("kind", "year"), rows)


def test_ellipses_are_labelled_by_group_and_by_size_where_there_are_several(project):
    points = moving_points()
    given = {"INPUT": points, "UID": "kind", "OUTPUT": "", "CENTERS": ""}
    one = run_and_load(project, "clusterbelt:weightedellipse", dict(given))
    assert labels_of(one["OUTPUT"]) == labels_of(one["CENTERS"]) == ["a", "b"]
    two = run_and_load(project, "clusterbelt:weightedellipse", {**given, "SIZE": "1,2"})
    assert labels_of(two["OUTPUT"]) == ["a × 1", "a × 2", "b × 1", "b × 2"]
    shares = {**given, "SCALING": "confidence", "PERCENT": "68.27,95"}
    inside = run_and_load(project, "clusterbelt:weightedellipse", shares)
    assert labels_of(inside["OUTPUT"])[:2] == ["a 68.27 %", "a 95 %"]


def test_one_ellipse_needs_no_label(project):
    loaded = run_and_load(project, "clusterbelt:weightedellipse", {"INPUT": moving_points(), "OUTPUT": ""})
    assert not loaded["OUTPUT"].labelsEnabled()


def test_paths_of_centres_are_arrows_labelled_by_their_periods(project):
    given = {"INPUT": moving_points(), "TIME": "year", "UID": "kind", "OUTPUT": "", "ELLIPSES": ""}
    loaded = run_and_load(project, "clusterbelt:centershift", given)
    paths = loaded["OUTPUT"]
    assert labels_of(paths) == ["2019–2020", "2019–2020"]
    assert paths.renderer().classAttribute() == "kind"
    symbols = paths.renderer().symbols(QgsRenderContext())
    assert {symbol.symbolLayer(0).layerType() for symbol in symbols} == {"ArrowLine"}
    assert labels_of(loaded["ELLIPSES"]) == ["a 2019", "a 2020", "b 2019", "b 2020"]


def test_nothing_is_held_for_outputs_that_are_not_loaded(project):
    before = len(loading._HELD)
    points = table(("kind",), [(("a",), (110, 30)), (("a",), (112, 33)), (("a",), (115, 31))])
    from qgis import processing

    processing.run("clusterbelt:weightedellipse", {"INPUT": points, "OUTPUT": "memory:"})
    assert len(loading._HELD) == before
