"""Very many clusters: cities as pies, whose sectors add up, which follow the rows and survive saving the project."""

import random
import re

import pytest
from clusterbelt.processing.cartography import city_pies, loading, palette
from clusterbelt.processing.cartography.page import layout
from clusterbelt.processing.cartography.page.layers import gather
from clusterbelt.processing.cartography.styling import renderer_by_status
from making import Log, rows_of, table
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsEditorWidgetSetup,
    QgsLayerTree,
    QgsLayerTreeModel,
    QgsLayoutExporter,
    QgsMapRendererCustomPainterJob,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVirtualLayerDefinition,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from styled_layers import colours_of, picture_of

FIELDS = ["cb_row", "cb_citycd", "cb_city", "class", "cb_status"]
STATUSES = ("matched", "adjacent", "unmatched", "unresolved")


def clusters(project, path, count=2400, kinds=("AM", "SEI")):
    """Rows in two cities and, without a code, in a third place."""
    chance = random.Random(1)
    places = (
        ("Point (120 30)", "330100", "杭州市"),
        ("Point (121 31)", "310000", "上海市"),
        ("Point (100 40)", "", "x"),
    )
    rows = []
    for number in range(count):
        point, code, city = places[number % 3]
        rows.append([point, str(number), code, city, chance.choice(kinds), chance.choice(STATUSES)])
    file = str(path / "clusters.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(
        table(rows, FIELDS, "Point"), file, project.transformContext(), options
    )
    layer = QgsVectorLayer(file, "clusters", "ogr")
    project.addMapLayer(layer)
    return layer


def style(layer, **more):
    log = Log()
    result = processing.run("clusterbelt:stylematches", {"INPUT": layer, **more}, feedback=log)
    return result, log


def test_sectors_of_a_pie_add_up_and_pies_to_all_rows(project, tmp_path):
    layer = clusters(project, tmp_path)
    result, log = style(layer, CLASS="class")
    pies = city_pies.pies_of(project, layer)
    rows = rows_of(pies)
    assert result["STYLED"] == 2 and pies.name() in log.text()
    assert sum(row["number"] for row in rows) == layer.featureCount()
    by_pie = {}
    for row in rows:
        by_pie.setdefault((row["cb_citycd"], row["class"]), []).append(row)
    assert len(by_pie) == 6 and ("100.0 40.0", "AM") in by_pie
    largest = max(row["radius"] for row in rows)
    for sectors in by_pie.values():
        total = sum(row["number"] for row in sectors)
        assert {row["total"] for row in sectors} == {total}
        assert sum(row["span"] for row in sectors) == pytest.approx(360)
        ends = sorted((row["start"], row["start"] + row["span"]) for row in sectors)
        assert [end for _, end in ends[:-1]] == pytest.approx([start for start, _ in ends[1:]])
        # The area tells the number.
        most = max(sum(row["number"] for row in other) for other in by_pie.values())
        assert sectors[0]["radius"] == pytest.approx(largest * (total / most) ** 0.5)
    first, second = (by_pie["330100", kind][0] for kind in ("AM", "SEI"))
    assert second["dx"] - first["dx"] == pytest.approx(first["radius"] + second["radius"])
    assert pies.crs() == layer.crs() and {f.geometry().asPoint().x() for f in pies.getFeatures()} == {
        120,
        121,
        100,
    }


def test_a_small_pie_lies_above_a_large_one(project):
    """The small city has the first code, by which pies were drawn, and its middle lies within the pie of the large one."""
    rows = [["Point (120.05 30)", "1", "330100", "杭州市", "AM", "unresolved"]]
    rows += [["Point (120 30)", str(n), "330200", "宁波市", "AM", "matched"] for n in range(2, 60)]
    layer = project.addMapLayer(table(rows, FIELDS, "Point"))
    pies = city_pies.draw_pies(project, layer, {})
    picture = picture_of(pies, (119, 29.3, 121, 30.7))
    assert picture.pixelColor(210, 150).lightness() > 200, "the small one"
    assert picture.pixelColor(190, 150).lightness() < 60, "the large one"


@pytest.mark.parametrize("step", [0.0, 0.1, 0.3])
def test_large_pies_of_neighbours_do_not_hide_each_other(project, step):
    """Three cities, as Guangzhou, Foshan and Dongguan, on a map of a large country, and one far away."""
    rows = [["Point (90 40)", "0", "650100", "乌鲁木齐市", "AM", "matched"]]
    for city, status in enumerate(("matched", "adjacent", "unmatched")):
        code = f"44010{city}"
        rows += [
            [f"Point ({113 + city * step} 23)", f"{city}-{n}", code, code, "AM", status] for n in range(60)
        ]
    layer = project.addMapLayer(table(rows, FIELDS, "Point"))
    picture = picture_of(city_pies.draw_pies(project, layer, {}), (107, 18.5, 119, 27.5))
    colours = [palette.COLOUR.sign(status).colour for status in ("matched", "adjacent", "unmatched")]
    ink = [
        sum(picture.pixelColor(x, y) == QColor(colour) for x in range(400) for y in range(300))
        for colour in colours
    ]
    # A circle of 5 mm at 96 dots per inch.
    whole = 3.14159 * (5 / 25.4 * 96) ** 2
    assert min(ink) > 0.9 * whole, [round(one / whole, 2) for one in ink]


@pytest.mark.parametrize("far", [float("inf"), float("nan")])
def test_a_point_at_infinity_sets_no_pies_apart(project, far):
    rows = [
        [f"Point ({x} 23)", str(n), f"44010{n % 2}", "x", "AM", "matched"] for n, x in enumerate((113, 114))
    ]
    layer = table(rows, FIELDS, "Point")
    extent = QgsRectangle(113, 23, far, far)
    pies = city_pies.draw_pies(project, project.addMapLayer(layer), {})
    assert "CASE WHEN" not in city_pies._sector_apart(pies, extent, True).split("'middle'")[1].split("), ")[0]


def test_pies_are_not_drawn_to_learn_the_types_of_their_columns(project, tmp_path):
    layer = clusters(project, tmp_path)
    query = city_pies._definition(layer, "class").query()
    told = re.search("--(.*)", query)[1]
    fields = {}
    for text in (query, query.replace(told, "")):
        definition = QgsVirtualLayerDefinition()
        definition.setQuery(text)
        definition.setGeometryField("geometry")
        made = QgsVectorLayer(definition.toString(), "", "virtual")
        fields[text] = [(field.name(), field.type()) for field in made.fields()]
        assert made.crs() == layer.crs()
    # As QGIS itself finds them in the rows.
    assert len(set(map(str, fields.values()))) == 1
    assert told.count("/*:") == len(made.fields()) + 1


def test_pies_lie_where_their_clusters_do(project, tmp_path):
    layer = clusters(project, tmp_path)
    pies = city_pies.draw_pies(project, layer, {})
    assert pies.extent() == layer.extent() == QgsRectangle(100, 30, 121, 40)
    pies.updateExtents(True)
    assert pies.extent() == layer.extent()


def test_few_rows_have_no_pies_and_a_second_style_takes_them_away(project, tmp_path, monkeypatch):
    layer = clusters(project, tmp_path)
    style(layer)
    assert layer.hasScaleBasedVisibility() and len(project.mapLayers()) == 2
    style(layer)
    assert len(project.mapLayers()) == 2, "one layer of pies, however often it is styled"
    monkeypatch.setattr(city_pies, "MANY_ROWS", 10_000)
    monkeypatch.setattr(city_pies, "MANY_IN_ONE", 10_000)
    result, _ = style(layer)
    assert result["STYLED"] == 1 and not layer.hasScaleBasedVisibility() and len(project.mapLayers()) == 1


@pytest.mark.parametrize(("number", "drawn"), [(75, 1), (76, 2)])
def test_a_city_with_very_many_clusters_makes_pies_of_all(project, tmp_path, number, drawn):
    """A third of them are in Hangzhou: a larger grid than five by five would cover its neighbours."""
    layer = clusters(project, tmp_path, number)
    assert style(layer)[0]["STYLED"] == drawn
    assert (city_pies.pies_of(project, layer) is not None) == (drawn == 2)


def test_pies_follow_a_filter_and_survive_saving(project, tmp_path):
    layer = clusters(project, tmp_path)
    style(layer, CLASS="class")
    layer.setSubsetString("\"class\" = 'AM'")
    assert {row["class"] for row in rows_of(city_pies.pies_of(project, layer))} == {"AM"}
    layer.setSubsetString("")
    file, name = str(tmp_path / "study.qgz"), layer.id()
    assert project.write(file)
    project.clear()
    assert project.read(file)
    layer = project.mapLayer(name)
    pies = city_pies.pies_of(project, layer)
    assert pies.isValid() and sum(row["number"] for row in rows_of(pies)) == layer.featureCount()
    assert [category.value() for category in renderer_by_status(pies).categories()][:4] == list(STATUSES)


def test_a_pie_has_the_colours_of_its_statuses(project, tmp_path):
    layer = clusters(project, tmp_path, kinds=("AM",))
    style(layer)
    settings = QgsMapSettings()
    pies = city_pies.pies_of(project, layer)
    settings.setLayers([pies])
    settings.setDestinationCrs(pies.crs())
    settings.setExtent(pies.extent().buffered(2))
    settings.setOutputSize(QSize(600, 300))
    image = QImage(settings.outputSize(), QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    job = QgsMapRendererCustomPainterJob(settings, painter)
    job.renderSynchronously()
    painter.end()
    seen = {image.pixelColor(x, y).name() for x in range(600) for y in range(300)}
    assert {"#1a1a1a", "#e69f00", "#56b4e9"} <= seen


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:3035"])
def test_a_pie_is_round_in_any_projection(project, tmp_path, crs):
    layer = clusters(project, tmp_path, kinds=("AM",))
    layer.setSubsetString("\"cb_city\" = 'x'")
    pies = city_pies.draw_pies(project, layer, {"matched": 1})
    settings, target = QgsMapSettings(), QgsCoordinateReferenceSystem(crs)
    to_map = QgsCoordinateTransform(layer.crs(), target, project)
    settings.setLayers([pies])
    settings.setDestinationCrs(target)
    settings.setExtent(to_map.transformBoundingBox(QgsRectangle(98, 38, 102, 42)))
    settings.setOutputSize(QSize(300, 300))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    drawn = [(x, y) for x in range(300) for y in range(300) if image.pixelColor(x, y).lightness() < 250]
    width, height = (max(side) - min(side) for side in zip(*drawn))
    assert width > 10 and abs(width - height) <= 2


def test_a_layer_that_is_loaded_gets_its_pies_by_itself(project, tmp_path, qtbot):
    layer = clusters(project, tmp_path)
    loading._STYLERS["clusters"](layer)
    qtbot.waitUntil(lambda: city_pies.pies_of(project, layer) is not None)


def dark_pixels(image):
    return sum(
        image.pixelColor(x, y).lightness() < 60 for x in range(image.width()) for y in range(image.height())
    )


def drawn_on_page(layers):
    page = layout.build_layout(layers, language="en")
    place = page.itemById("map").sceneBoundingRect().adjusted(2, 2, -2, -2)
    return dark_pixels(QgsLayoutExporter(page).renderRegionToImage(place, dpi=60))


@pytest.mark.parametrize("where", ["project", "file"])
def test_the_pies_are_printed_on_a_page(project, tmp_path, where):
    layer = clusters(project, tmp_path)
    if where == "project":
        style(layer)
        layers = gather(project, layer)
        assert layers.lasting and layers.pies is city_pies.pies_of(project, layer)
    else:
        source = layer.source()
        project.clear()
        layers = gather(None, QgsVectorLayer(source, "clusters", "ogr"), language="en")
        assert not layers.lasting and layers.pies.project() is layers.project
    assert sum(row["number"] for row in rows_of(layers.pies)) == 2400
    assert drawn_on_page(layers) > 100


@pytest.mark.parametrize("where", ["project", "file"])
def test_the_legend_of_a_page_shows_pies_and_what_their_size_means(project, tmp_path, where):
    layer = clusters(project, tmp_path)
    if where == "project":
        style(layer)
    layers = gather(project if where == "project" else None, layer, language="en")
    page = layout.build_layout(layers, language="en")
    legend = page.itemById("legend")
    (node,) = legend.model().rootGroup().findLayers()
    assert node.layer() is layers.pies
    heading = node.customProperty("legend/title-label").replace("\n", " ")
    assert "area of a pie" in heading and heading.endswith(", 800 in the largest")
    entries = [entry.data(0) for entry in legend.model().layerLegendNodes(node)]
    assert len(entries) == len(STATUSES), entries
    assert sum(int(re.search(r"\((\d+)", entry)[1]) for entry in entries) == 2400


def test_pies_of_rows_in_memory_are_printed_too(project):
    rows = [["Point (120 30)", str(n), "330100", "杭州市", "AM", STATUSES[n % 4]] for n in range(2100)]
    layers = gather(None, table(rows, FIELDS, "Point"), language="en")
    assert sum(row["number"] for row in rows_of(layers.pies)) == 2100
    assert layers.clusters.hasScaleBasedVisibility()


@pytest.mark.parametrize("nowhere", [None, "Point EMPTY"])
def test_rows_without_a_place_have_no_pie_and_spoil_none(project, tmp_path, nowhere):
    rows = [["Point (120 30)", str(n), "330100", "杭州市", "AM", STATUSES[n % 4]] for n in range(2100)]
    rows += [[nowhere, "x", "", "x", "AM", "unresolved"]] * 5 + [
        [nowhere, "y", "330100", "杭州市", "AM", "matched"]
    ]
    layers = gather(None, table(rows, FIELDS, "Point"), language="en")
    found = rows_of(layers.pies)
    assert sum(row["number"] for row in found) == 2101 and {row["cb_citycd"] for row in found} == {"330100"}
    assert all(feature.hasGeometry() for feature in layers.pies.getFeatures())


def test_the_legend_of_the_pies_has_swatches_of_the_size_of_a_line(project, tmp_path):
    layer = clusters(project, tmp_path)
    style(layer)
    pies = city_pies.pies_of(project, layer)
    tree = QgsLayerTree()
    node = tree.addLayer(pies)
    model = QgsLayerTreeModel(tree)
    swatches = [each for each in model.layerLegendNodes(node) if hasattr(each, "minimumIconSize")]
    assert len(swatches) >= len(STATUSES)
    for swatch in swatches:
        size = swatch.minimumIconSize()
        assert max(size.width(), size.height()) <= 24, swatch.data(0)


def test_a_colour_that_the_user_gives_is_that_of_the_pies_and_of_the_legend(project, tmp_path):
    layer = clusters(project, tmp_path)
    style(layer)
    pies = city_pies.pies_of(project, layer)
    renderer = pies.renderer().clone()
    for index, category in enumerate(renderer.categories()[: len(STATUSES)]):
        symbol = category.symbol().clone()
        symbol.setColor(QColor("#12ab34"))
        renderer.updateCategorySymbol(index, symbol)
        assert symbol.color() == QColor("#12ab34")
    pies.setRenderer(renderer)
    assert "#12ab34" in colours_of(picture_of(pies, (119, 29, 122, 32)))


def test_pies_call_cities_as_their_clusters_do(project, tmp_path):
    layer = clusters(project, tmp_path)
    layer.setEditorWidgetSetup(
        layer.fields().lookupField("cb_city"), QgsEditorWidgetSetup("ValueMap", {"map": [{"Beijing": "x"}]})
    )
    pies = city_pies.make_pies(layer, {})
    assert pies.editorWidgetSetup(pies.fields().lookupField("cb_city")).config() == {
        "map": [{"Beijing": "x"}]
    }
