"""What loaded layers tell their readers: values in words, map tips, metadata; and periods in order and in time."""

import pytest
from clusterbelt.processing.analysis import fields
from clusterbelt.processing.cartography import labels, layer_words, loading, palette
from clusterbelt.processing.cartography.periods import ramp, set_times, style_periods
from clusterbelt.processing.compat import temporal_unit
from clusterbelt.processing.layers.matching import city_names
from clusterbelt.processing.layers.runs import Run
from making import match, run, sample, table
from members import sample_members
from qgis.core import (
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsProcessingContext,
    QgsVectorLayer,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDateTime

PERIODS = ["2010", "2020", "2015"]


def dressed(layer, name):
    made = loading._Dresser(fields.table(name), Run("clusterbelt:test", {}), "OUTPUT")
    made.postProcessLayer(layer, QgsProcessingContext(), None)
    return layer


def said(layer, template, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(template, context)


def words_in(layer, field):
    setup = layer.editorWidgetSetup(layer.fields().lookupField(field))
    assert setup.type() == "ValueMap"
    return {key: words for entry in setup.config()["map"] for words, key in entry.items()}


def test_keys_are_shown_in_words_and_kept_in_the_data(cluster_belt):
    layer = dressed(match(sample("clusters"), sample("belts"))["OUTPUT"], "clusters")
    for field in (
        "cb_status",
        "cb_reason",
        "cb_whole",
        "cb_rel",
        "cb_hist",
        "cb_resby",
        "cb_decby",
        "cb_basis",
    ):
        shown = words_in(layer, field)
        values = {feature[field] for feature in layer.getFeatures() if feature[field]}
        assert values and values <= set(shown), field
    assert words_in(layer, "cb_status")["matched"] == "Matched"
    layer_words.word_values(layer, "zh")
    assert words_in(layer, "cb_status")["matched"] == "Matched", "what is set stays"


def test_the_tip_of_a_cluster_says_name_city_counts_and_evidence(cluster_belt):
    layer = dressed(match(sample("clusters"), sample("belts"))["OUTPUT"], "clusters")
    feature = next(f for f in layer.getFeatures() if f["cb_status"] == "matched")
    tip = said(layer, layer.mapTipTemplate(), feature)
    for text in (
        feature["name"],
        "Matched",
        feature["cb_evid"].split(";")[0],
        f"Belts that match: {feature['cb_nmatch']}",
    ):
        assert text in tip
    layer.setMapTipTemplate("my own")
    layer_words.tip_clusters(layer)
    assert layer.mapTipTemplate() == "my own"


def test_the_tip_of_a_belt_says_product_city_status_and_how_many_clusters(cluster_belt):
    made = match(sample("clusters"), sample("belts"), BELTS_OUT="memory:")["BELTS_OUT"]
    parameters = {"BELT_INDUSTRY": "product", "BELT_NAME": ""}
    dresser = loading._Dresser(
        fields.table("belts"), Run("clusterbelt:matchclusters", parameters), "BELTS_OUT"
    )
    dresser.postProcessLayer(made, QgsProcessingContext(), None)
    feature = next(f for f in made.getFeatures() if f["cb_nclus"] > 1 and f["cb_city"] == "深圳市")
    tip = said(made, made.mapTipTemplate(), feature)
    assert tip.startswith(f"<b>{feature['product']}</b><br>Shenzhen<br>Matched<br>")
    assert tip.endswith(f"Related clusters: {feature['cb_nclus']}")
    assert made.displayExpression() == '"product"'
    made.setMapTipTemplate("my own")
    layer_words.tip_belts(made)
    assert made.mapTipTemplate() == "my own"


CALLED = (("1", "深圳市", "服装"), ("2", "Suzhou", "服装"), ("3", "朝阳市", "服装"))


def layer_of_three_cities():
    belts = table([("b", "深圳市", "服装")], ("id", "city", "product"))
    return dressed(match(table(CALLED, ("id", "city", "industry")), belts)["OUTPUT"], "clusters")


def test_tips_tables_and_labels_call_cities_as_the_reader_does_and_the_data_keep_their_names(cluster_belt):
    layer = layer_of_three_cities()
    features = list(layer.getFeatures())
    assert [feature["cb_city"] for feature in features] == ["深圳市", "Suzhou", "朝阳市"]
    assert words_in(layer, "cb_city") == {"深圳市": "Shenzhen", "朝阳市": "Chaoyang", "Suzhou": "Suzhou"}
    assert "both in 深圳市 [440300]" in features[0]["cb_evid"]
    tips = [said(layer, layer.mapTipTemplate(), feature) for feature in features]
    assert "<b>Shenzhen</b>" in tips[0] and "both in Shenzhen [440300]" in tips[0] and "深圳市" not in tips[0]
    assert "<b>Suzhou</b>" in tips[1] and "no belt in Chaoyang [211300]" in tips[2]
    assert labels.label_layer(layer, "cb_city")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(features[0])
    assert QgsExpression(layer.labeling().settings().fieldName).evaluate(context) == "Shenzhen"


def test_industries_are_shown_in_words_but_those_of_another_taxonomy(cluster_belt):
    belts = table([("b", "深圳市", "服装")], ("id", "city", "product"))
    given = ("id", "city", "industry")
    layer = match(table([("1", "深圳市", "女装"), ("2", "深圳市", "女装、陶瓷")], given), belts)["OUTPUT"]
    codes = [feature["cb_nodes"] for feature in layer.getFeatures()]
    shown = words_in(dressed(layer, "clusters"), "cb_nodes")
    assert codes[0] == "TEX.APP.W" and "|" in codes[1] and set(shown) == set(codes)
    assert shown[codes[1]].startswith(f"{shown[codes[0]]}, ") and "TEX" not in shown[codes[1]]
    layer = match(table([("1", "深圳市", "女装")], given), belts)["OUTPUT"]
    made = loading._Dresser(fields.table("clusters"), Run("clusterbelt:test", {"TAXONOMY": "own"}), "OUTPUT")
    made.postProcessLayer(layer, QgsProcessingContext(), None)
    assert not layer.editorWidgetSetup(layer.fields().lookupField("cb_nodes")).type()


def test_evidence_calls_cities_as_the_reader_does(cluster_belt):
    layer = layer_of_three_cities()
    words = city_names.city_words_of(layer, "en")
    evidence = [city_names.in_words(feature["cb_evid"], words) for feature in layer.getFeatures()]
    assert "both in Shenzhen [440300]" in evidence[0]
    assert evidence[1] == "“Suzhou” could be Suzhou (Jiangsu) 320500, Suzhou (Anhui) 341300"
    assert not city_names.city_words_of(layer, "zh")
    told = "同在深圳市 [440300]"
    assert city_names.in_words(told, words) == told


def test_what_looks_like_html_in_the_data_is_plain_text_in_the_tip(cluster_belt):
    odd = "<img src=http://x/y.png> A & B"
    clusters = table([("1", odd, "深圳市", odd)], ("id", "name", "city", "industry"))
    belts = table([("b", odd, "深圳市", odd)], ("id", "name", "city", "product"))
    layer = dressed(match(clusters, belts, BELT_NAME="name")["OUTPUT"], "clusters")
    tip = said(layer, layer.mapTipTemplate(), next(layer.getFeatures()))
    assert "<img" not in tip and tip.count("&lt;img src=http://x/y.png&gt; A &amp; B") >= 1
    assert tip.count("<b>") == 1 and tip.count("<br>") == 4


def test_the_metadata_say_what_the_layer_is_and_which_run_made_it(cluster_belt):
    layer = dressed(match(sample("clusters"), sample("belts"))["OUTPUT"], "clusters")
    metadata = layer.metadata()
    assert metadata.title() == "Matched clusters" and "cb_status – Status: " in metadata.abstract()
    assert len(metadata.identifier()) == 32 and any("clusterbelt:test" in line for line in metadata.history())


@pytest.fixture
def shifts(cluster_belt):
    rows = [
        [f"Point ({100 + number + place} {30 + place})", period]
        for number, period in enumerate(PERIODS)
        for place in range(4)
    ]
    return run("centershift", INPUT=table(rows, ["year"], "Point"), TIME="year", ELLIPSES="memory:")


def test_periods_go_from_pale_to_dark_in_their_order(shifts):
    layer = dressed(shifts["ELLIPSES"], "period_ellipses")
    categories = layer.renderer().categories()
    assert [category.label() for category in categories] == ["2010", "2015", "2020"]
    colours = ramp(3)
    assert (colours[0], colours[-1]) == palette.PERIODS and ramp(1) == [palette.PERIODS[1]]
    statuses = {sign.colour for sign in palette.STATUS_SIGNS.values()}
    lines = {line.colour for line in (*palette.CLASS_LINES.values(), *palette.FURTHER_LINES)}
    assert not statuses & {*ramp(9), *lines}


@pytest.mark.parametrize(
    ("output", "name", "shown"),
    [("ELLIPSES", "period_ellipses", {"2015"}), ("OUTPUT", "paths", {"2010-2015", "2015-2020"})],
)
def test_the_time_slider_plays_the_periods(shifts, output, name, shown):
    layer = dressed(shifts[output], name)
    times, context = layer.temporalProperties(), QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    year = QgsDateTimeRange(QDateTime(2015, 2, 1, 0, 0), QDateTime(2015, 3, 1, 0, 0))
    request = QgsFeatureRequest().setFilterExpression(times.createFilterString(context, year))
    found = list(layer.getFeatures(request))
    assert times.isActive()
    keys = ["period"] if name == "period_ellipses" else ["from_time", "to_time"]
    assert {"-".join(str(feature[key]) for key in keys) for feature in found} == shown


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("2015", "2015-01-01", "2015-12-31"),
        ("2015.0", "2015-01-01", "2015-12-31"),
        ("2015年", "2015-01-01", "2015-12-31"),
        ("2015-03-02", "2015-03-02", "2015-03-02"),
        ("2015Q3", "2015-07-01", "2015-09-30"),
        ("201502", "2015-02-01", "2015-02-28"),
        ("H2 2015", "2015-07-01", "2015-12-31"),
        ("2015年下半年", "2015-07-01", "2015-12-31"),
        ("2011–2015", "2011-01-01", "2015-12-31"),
        ("Mar 2016", "2016-03-01", "2016-03-31"),
        ("2015-W02", "2015-01-05", "2015-01-11"),
        ("十三五", "2016-01-01", "2020-12-31"),
        ("31/12/2014", "2014-12-31", "2014-12-31"),
        ("first", None, None),
    ],
)
def test_times_are_those_that_the_algorithm_reads_and_other_texts_are_none(cluster_belt, text, begin, end):
    layer = table([["Point (1 1)", text]], ["period"], "Point")
    set_times(layer, "period", "period")
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(next(layer.getFeatures()))
    times = layer.temporalProperties()
    found = [
        QgsExpression(text).evaluate(context) for text in (times.startExpression(), times.endExpression())
    ]
    shown = [moment.toString("yyyy-MM-dd") if moment else None for moment in found]
    assert shown == [begin, end]


@pytest.mark.parametrize(
    ("texts", "step", "unit", "days"),
    [
        (["2010", "2015", "2020"], 5, "years", ["2010-01-01", "2020-12-31"]),
        (["2015Q1", "2015Q2", "2016Q1"], 3, "months", ["2015-01-01", "2016-03-31"]),
        (["2015"], 1, "years", ["2015-01-01", "2015-12-31"]),
        (["2015-03-02", "2015-03-09"], 7, "days", ["2015-03-02", "2015-03-09"]),
    ],
)
def test_a_project_without_times_plays_from_period_to_period(cluster_belt, project, texts, step, unit, days):
    layer = table([["Point (1 1)", text] for text in texts], ["period"], "Point")
    set_times(layer, "period", "period")
    settings = project.timeSettings()
    shown = [settings.temporalRange().begin(), settings.temporalRange().end()]
    assert [moment.toString("yyyy-MM-dd") for moment in shown] == days
    assert (settings.timeStep(), settings.timeStepUnit()) == (step, temporal_unit(unit))
    set_times(table([["Point (1 1)", "1990"]], ["period"], "Point"), "period", "period")
    assert settings.temporalRange().begin() == shown[0], "the times of the project stay"


def test_a_layer_without_the_field_is_left_alone(cluster_belt):
    layer = QgsVectorLayer("Point?crs=EPSG:4326", "bare", "memory")
    set_times(layer, "period", "period")
    assert not style_periods(layer, "period") and not layer.temporalProperties().isActive()


def test_blocks_links_and_cores_call_cities_in_english(cluster_belt):
    links = run("chainlinks", INPUT=sample_members(), LANGUAGE="en", BLOCKS="memory:", FLOWS="memory:")
    blocks = run("virtualclusters", LINKS=links["OUTPUT"], BLOCKS=links["BLOCKS"])["OUTPUT"]
    for layer, name, field, shown in (
        (blocks, "vc_blocks", "city", "Suzhou (Jiangsu)"),
        (links["OUTPUT"], "links", "f_city", "Shenzhen"),
        (links["FLOWS"], "link_flows", "t_name", "Shenzhen"),
    ):
        words = words_in(dressed(layer, name), field)
        assert shown in words.values() and set(words) >= {row[field] for row in layer.getFeatures()}
    entries = [entry.label() for entry in blocks.renderer().categories()]
    assert "Suzhou" in " ".join(entries) and "市" not in " ".join(entries)
    row = next(row for row in blocks.getFeatures() if row["vc_id"] == 1 and row["vc_role"] == "core")
    label = blocks.labeling().settings().fieldName
    told = said(blocks, f"[% {label} %]", row)
    assert told and "市" not in told
