"""The printed page: what stands on it, where it looks and what its files hold."""

import pytest
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.cartography import fonts, palette, styling
from clusterbelt.processing.cartography.counts import count_rows
from clusterbelt.processing.cartography.page import extents, layout, places
from clusterbelt.processing.cartography.page import items as page_items
from clusterbelt.processing.cartography.page.choices import PageForm, PageTexts
from clusterbelt.processing.cartography.page.layers import PageLayers
from clusterbelt.processing.cartography.page.places import ORIENTATIONS, PAPERS, scale_of
from clusterbelt.processing.cartography.page.table import ClassRow, table_texts
from clusterbelt.processing.compat import make_field
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsFeature,
    QgsGeometry,
    QgsLayoutItem,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutObject,
    QgsNumericFormatContext,
    QgsPointXY,
    QgsProject,
    QgsReadWriteContext,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFont, QFontMetricsF, QImage
from qgis.PyQt.QtXml import QDomDocument

CHINESE_CITIES = [(116.4, 39.9), (121.5, 31.2), (113.3, 23.1), (87.6, 43.8)]
GERMAN_CITIES = [(13.4, 52.5), (11.6, 48.1)]


def points_at(places, field, values):
    made = QgsVectorLayer("Point?crs=EPSG:4326", "made", "memory")
    made.dataProvider().addAttributes([make_field(field, "string")])
    made.updateFields()
    for place, value in zip(places, values):
        feature = QgsFeature(made.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*place)))
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


def polygons(classes):
    made = QgsVectorLayer("MultiPolygon?crs=EPSG:4326", "made", "memory")
    made.dataProvider().addAttributes([make_field("class", "string")])
    made.updateFields()
    for value in classes:
        feature = QgsFeature(made.fields())
        feature.setAttributes([value])
        feature.setGeometry(QgsGeometry.fromWkt("MultiPolygon(((110 30,118 30,118 35,110 30)))"))
        assert made.dataProvider().addFeature(feature)
    made.updateExtents()
    return made


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


def scene(project, places=CHINESE_CITIES, statuses=("matched", "matched", "adjacent", "unmatched")):
    """Clusters, belts, ellipses and centres, styled and in the project."""
    clusters = points_at(places, "cb_status", statuses)
    belts = points_at(places, "product", ["shoes"] * len(places))
    ellipses = polygons(["SEI", "belts"])
    centers = points_at(places[:2], "class", ["SEI", "belts"])
    styling.style_matches(clusters, language="en")
    styling.style_belts(belts)
    styling.style_ellipses(ellipses)
    styling.style_centers(centers)
    project.addMapLayers([clusters, belts, ellipses, centers])
    return clusters, belts, ellipses, centers


def page_of(project, *layers, base=(), table=(), language=None, warn=None, **options):
    options = {"title": "Clusters", "source": "a list", "date": "2024-05-01", **options}
    texts, form = (
        kind(**{name: options[name] for name in kind.__dataclass_fields__ if name in options})
        for kind in (PageTexts, PageForm)
    )
    drawn = PageLayers(project, *layers, base=list(base))
    return layout.build_layout(drawn, texts, form, table=table, language=language, warn=warn)


def entries_of(page):
    """The texts of the legend, layer by layer."""
    legend = page.itemById(places.LEGEND)
    model = legend.model()
    return [
        [node.userLabel() or node.data(0) for node in model.layerLegendNodes(layer)]
        for layer in model.rootGroup().findLayers()
    ]


def test_the_page_is_a4_and_every_item_has_its_name(project):
    page = page_of(project, *scene(project))
    size = page.pageCollection().page(0).pageSize()
    assert (size.width(), size.height()) == (297, 210)
    for name in ("title", "map", "legend", "scale_bar", "north_arrow", "source", "date"):
        assert page.itemById(name) is not None, name


def test_the_page_says_title_source_and_date(project):
    page = page_of(project, *scene(project))
    assert page.itemById("title").text() == "Clusters"
    assert page.itemById("source").text() == "Source: a list"
    assert page.itemById("date").text() == "2024-05-01"


def test_a_long_title_is_set_smaller_and_not_cut(project):
    page = page_of(project, *scene(project), title="Clusters and belts of the country " * 4)
    title = page.itemById("title")
    assert title.sizeForText().width() <= title.rect().width()


@pytest.mark.parametrize("source", ["Source: a list", "Source a list", "a list"])
def test_a_word_that_the_user_has_written_is_not_written_twice(project, source):
    page = page_of(project, *scene(project), source=source, review_no="审图号:GS 1", language="en")
    assert page.itemById("source").text() == "Source: a list"
    page = page_of(project, *scene(project), review_no="审图号:GS 1", language="zh")
    assert page.itemById("review_no").text() == "审图号：GS 1"


def test_without_a_source_there_is_no_source_line(project):
    page = page_of(project, *scene(project), source="")
    assert page.itemById("source") is None


def test_nothing_covers_the_map_and_nothing_leaves_the_page(project):
    page = page_of(project, *scene(project))
    frame = page.itemById("map").sceneBoundingRect()
    for name in ("title", "legend", "scale_bar", "north_arrow", "source", "date"):
        box = page.itemById(name).sceneBoundingRect()
        assert not box.intersects(frame), name
        assert QRectF(0, 0, 297, 210).contains(box), name


def test_chinese_data_are_shown_in_albers_to_the_south_of_hainan(project):
    page = page_of(project, *scene(project))
    shown = page.itemById("map")
    assert shown.crs().toProj().startswith("+proj=aea +lat_1=25 +lat_2=47 +lat_0=0 +lon_0=105")
    box = extents.geographic_box(shown.extent(), shown.crs(), project)
    assert box.yMinimum() < 18.1
    assert box.xMinimum() < 87.6 and box.xMaximum() > 121.5


def test_data_elsewhere_are_shown_in_the_crs_of_the_project(project):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3035"))
    clusters = points_at(GERMAN_CITIES, "cb_status", ["matched", "adjacent"])
    styling.style_matches(clusters)
    project.addMapLayer(clusters)
    page = page_of(project, clusters)
    shown = page.itemById("map")
    assert shown.crs().authid() == "EPSG:3035"
    box = extents.geographic_box(shown.extent(), shown.crs(), project)
    assert box.contains(QgsRectangle(11.6, 48.1, 13.4, 52.5))
    assert box.yMinimum() > 40


def test_a_projection_may_be_given_as_text(project):
    page = page_of(project, *scene(project), crs="+proj=laea +lat_0=35 +lon_0=105")
    shown = page.itemById("map")
    assert shown.crs().isValid()
    assert "laea" in shown.crs().toProj()


def test_an_extent_of_ones_own_lies_within_the_map(project):
    wanted = QgsRectangle(100, 20, 120, 25)
    page = page_of(project, *scene(project), crs="EPSG:4326", extent=wanted)
    shown = page.itemById("map")
    assert shown.extent().contains(wanted)


@pytest.mark.parametrize("places", [[], CHINESE_CITIES[:1]])
def test_no_cluster_or_a_single_one_still_makes_a_page(project, places, tmp_path):
    clusters = points_at(places, "cb_status", ["matched"] * len(places))
    styling.style_matches(clusters)
    project.addMapLayer(clusters)
    page = page_of(project, clusters)
    extent = page.itemById("map").extent()
    assert extent.isFinite() and not extent.isEmpty()
    layout.export_png(page, tmp_path / "page.png", dpi=40)


@pytest.mark.parametrize("east", [1e300, -1e13, float("inf"), float("nan")])
@pytest.mark.parametrize("others", [[], CHINESE_CITIES])
def test_a_point_beyond_the_earth_moves_no_map(project, others, east):
    clusters = points_at([*others, (east, 23)], "cb_status", ["matched"] * (len(others) + 1))
    styling.style_matches(clusters)
    project.addMapLayer(clusters)
    page = page_of(project, clusters)
    shown = page.itemById("map")
    assert extents.geographic_box(shown.extent(), shown.crs(), project).width() < 180
    assert shown.sceneBoundingRect().width() < 300


def test_a_page_without_clusters_shows_the_rest(project):
    _, belts, ellipses, centers = scene(project)
    assert [len(texts) for texts in entries_of(page_of(project, None, belts, ellipses, centers))] == [1, 2, 2]


def test_a_table_without_geometry_is_left_out(project):
    clusters, _, ellipses, _ = scene(project)
    table = QgsVectorLayer("None?field=product:string", "table", "memory")
    project.addMapLayer(table)
    assert len(entries_of(page_of(project, clusters, table, ellipses))) == 2


def test_the_legend_lists_only_what_is_on_the_map_clusters_first(project):
    assert entries_of(page_of(project, *scene(project))) == [
        ["Matched (2, 50.0 %)", "Adjacent (1, 25.0 %)", "Unmatched (1, 25.0 %)"],
        ["Belts (4)"],
        ["SEI", "Belts"],
        ["SEI", "Belts"],
    ]


def test_the_legend_fits_its_place_beside_the_map(project, tmp_path):
    page = page_of(project, *scene(project))
    layout.export_png(page, tmp_path / "page.png", dpi=60)
    legend = next(item for item in page.items() if isinstance(item, QgsLayoutItemLegend))
    box = legend.sceneBoundingRect()
    assert box.left() > page.itemById("map").sceneBoundingRect().right()
    assert box.right() <= 297
    assert box.bottom() < page.itemById("north_arrow").sceneBoundingRect().top()


def test_a_saved_page_holds_no_path_of_this_machine(project):
    page = page_of(project, *scene(project))
    document = QDomDocument()
    document.appendChild(page.writeXml(document, QgsReadWriteContext()))
    text = document.toString()
    assert 'file="arrows/NorthArrow_02.svg"' in text
    assert '"/' not in text.replace('"/>', "")


def test_the_page_comes_back_with_the_project(project, tmp_path):
    page = page_of(project, *scene(project), name="my page")
    assert project.layoutManager().addLayout(page)
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    again = QgsProject()
    assert again.read(path)
    page = again.layoutManager().layoutByName("my page")
    shown = page.itemById("map")
    assert isinstance(shown, QgsLayoutItemMap)
    assert len(shown.layers()) == 4
    assert page.itemById("legend").linkedMap() is shown
    assert page.itemById("scale_bar").linkedMap() is shown
    again.clear()


def test_the_map_draws_clusters_above_ellipses_above_belts(project):
    clusters, belts, ellipses, centers = scene(project)
    base = polygons(["base"])
    project.addMapLayer(base)
    page = page_of(project, clusters, belts, ellipses, centers, base=[base])
    assert page.itemById("map").layers() == [clusters, centers, ellipses, belts, base]


def test_the_pictures_are_written_in_the_asked_resolution(project, tmp_path):
    page = page_of(project, *scene(project))
    layout.export_png(page, tmp_path / "page.png", dpi=50)
    layout.export_pdf(page, tmp_path / "page.pdf", dpi=50)
    image = QImage(str(tmp_path / "page.png"))
    assert abs(image.width() - 297 / 25.4 * 50) <= 1
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")


def test_a_folder_that_is_missing_is_an_error_that_names_the_file(project, tmp_path):
    page = page_of(project, *scene(project))
    for export, name in ((layout.export_png, "page.png"), (layout.export_pdf, "page.pdf")):
        with pytest.raises(layout.ExportError, match=name):
            export(page, tmp_path / "missing" / name)


def test_chinese_texts_ask_for_a_chinese_font(monkeypatch):
    installed = {"Noto Sans CJK SC", "DejaVu Sans"}
    monkeypatch.setattr(
        fonts.QgsFontUtils, "fontFamilyMatchOnSystem", lambda family: (family in installed, True)
    )
    assert fonts.family_for(["Clusters", "集群"]) == ("Noto Sans CJK SC", "")
    assert fonts.family_for(["Clusters, “café” 50 % ×"]) == ("DejaVu Sans", "")


def test_a_missing_chinese_font_is_said_once_per_page(project, monkeypatch):
    monkeypatch.setattr(fonts.QgsFontUtils, "fontFamilyMatchOnSystem", lambda family: (False, False))
    said = []
    page_of(project, *scene(project), title="集群", warn=said.append)
    assert len(said) == 1
    assert "SimSun" in said[0]


def test_the_grid_is_finer_where_less_is_shown():
    assert extents.step_of_grid(40) == 10
    assert extents.step_of_grid(3.6) == 1
    assert extents.step_of_grid(1e-6) == 0.01


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
def test_the_table_shows_all_its_rows(project, paper, orientation, language):
    counts = dict.fromkeys(statuses.ordered(), 5)
    rows = [ClassRow(name, counts, {"matched": 50.0, "adjacent": 25.0}) for name in ("SEI", "INN", "AM", "*")]
    page = page_of(
        project, *scene(project), table=rows, paper=paper, orientation=orientation, language=language
    )
    frame = page.itemById("table")
    # Rows that do not fit would go on in a second frame.
    assert frame.multiFrame().totalSize().height() <= frame.rect().height() + 0.01
    assert frame.rect().height() < 5 * 5.5 * scale_of(paper), "and no more than it needs"


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("inset", [False, True])
def test_no_item_covers_another(project, paper, orientation, language, inset):
    clusters, belts, _, _ = scene(project)
    classes = ["SEI", "INN", "AM", "belts"]
    ellipses, centers = polygons(classes), points_at(CHINESE_CITIES, "class", classes)
    styling.style_ellipses(ellipses)
    styling.style_centers(centers)
    project.addMapLayers([ellipses, centers])
    counts = dict.fromkeys(statuses.ordered(), 5)
    rows = [ClassRow(name, counts, {"matched": 50.0, "adjacent": 25.0}) for name in ("SEI", "INN", "AM", "*")]
    page = page_of(
        project, clusters, belts, ellipses, centers,
        subtitle="of a year", table=rows,
        review_no="GS(2024)0650", paper=paper, orientation=orientation, language=language, inset=inset,
    )  # fmt: skip
    sheet = page.pageCollection().page(0).pageSize()
    boxes = {item.id(): item.sceneBoundingRect().adjusted(0.3, 0.3, -0.3, -0.3) for item in page.items()
             if isinstance(item, QgsLayoutItem) and item.id()}  # fmt: skip
    assert {"map", "legend", "table", "scale_bar"} <= set(boxes)
    for name, box in boxes.items():
        assert QRectF(0, 0, sheet.width(), sheet.height()).contains(box), name
        for other, second in boxes.items():
            assert name >= other or not box.intersects(second), f"{name} covers {other}"


def test_the_symbols_of_the_legend_are_as_small_as_on_the_map(project):
    clusters, *rest = scene(project)
    page = page_of(project, clusters, *rest, paper="8cm")
    model = page.itemById("legend").model()
    nodes = model.layerLegendNodes(model.rootGroup().findLayers()[0])
    size = palette.COLOUR.sign("matched").size
    assert nodes[0].symbol().size() == pytest.approx(size * scale_of("8cm"))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "source", ["x", "a list of clusters " * 4, "样例名单，部分未经核对；" * 4, "a list " * 60]
)
def test_the_source_has_the_lines_it_needs(project, paper, source):
    page = page_of(
        project, *scene(project), source=source, review_no="GS(2024)0650", paper=paper, language="zh"
    )
    for name in ("source", "review_no"):
        label = page.itemById(name)
        large = QFont(label.font())
        large.setPixelSize(100)
        grown = 100 / (label.font().pointSizeF() * 25.4 / 72)
        place = QRectF(0, 0, label.rect().width() * grown, 1e6)
        needed = QFontMetricsF(large).boundingRect(place, Qt.TextFlag.TextWordWrap, label.text())
        assert needed.height() <= label.rect().height() * grown, name


def test_filtered_files_are_counted_by_their_rows(project, tmp_path):
    clusters, belts, *_ = scene(project)
    path = str(tmp_path / "belts.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    QgsVectorFileWriter.writeAsVectorFormatV3(belts, path, project.transformContext(), options)
    filed = QgsVectorLayer(path, "belts", "ogr")
    assert filed.setSubsetString("fid < 3")
    styling.style_belts(filed)
    project.addMapLayer(filed)
    assert count_rows(filed) == 2
    assert ["Belts (2)"] in entries_of(page_of(project, clusters, filed))


def test_a_source_that_does_not_know_its_number_is_read():
    class Unknowing:
        def featureCount(self):  # noqa: N802
            return -1

        def getFeatures(self, request):  # noqa: N802
            return iter(range(7))

    assert count_rows(Unknowing()) == 7


def test_the_scale_bar_has_no_comma(project):
    page = page_of(project, *scene(project))
    form = page.itemById("scale_bar").numericFormat()
    assert form.formatDouble(12000, QgsNumericFormatContext()) == "12000"


def test_pages_of_an_atlas_have_round_degrees(project):
    clusters = points_at(CHINESE_CITIES, "cb_status", ["matched", "adjacent", "unmatched", "unresolved"])
    styling.style_matches(clusters)
    project.addMapLayer(clusters)
    page = page_of(project, clusters, atlas="cb_status")
    frame, atlas = page.itemById("map"), page.atlas()
    grid = frame.grids().grid(0)
    whole = grid.intervalX()
    atlas.beginRender()
    assert atlas.first()
    drawn, context = grid.dataDefinedProperties(), page.createExpressionContext()
    key = QgsLayoutObject.DataDefinedProperty.MapGridIntervalX
    near = drawn.property(key).valueAsDouble(context, whole)[0]
    assert (whole, near) == (5, 0.2)
    atlas.endRender()


@pytest.mark.parametrize(
    ("degrees", "axis", "text"),
    [(28.0, "y", "28°N"), (-7.5, "x", "7.5°W"), (105.2, "x", "105.2°E"), (0, "y", "0°")],
)
def test_degrees_have_the_decimals_that_they_need(degrees, axis, text):
    context, scope = QgsExpressionContext(), QgsExpressionContextScope()
    scope.setVariable("grid_number", degrees)
    scope.setVariable("grid_axis", axis)
    context.appendScope(scope)
    assert QgsExpression(page_items._DEGREES).evaluate(context) == text


def test_the_table_has_the_classes_in_the_order_of_the_legend():
    counts = dict.fromkeys(statuses.ordered(), 5)
    rows = [
        ClassRow(name, counts, {"matched": 50.0, "adjacent": 25.0})
        for name in ("*", None, "ZZ", "AM", "INN", "SEI")
    ]
    cells = table_texts(rows, "en")
    assert [row[0] for row in cells] == ["Class", "SEI", "INN", "AM", "ZZ", "No class", "All"]


@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("inset", [False, True])
@pytest.mark.parametrize("name", ["Class {}", "第{}类特别长的类别名称用于检验图例是否溢出"])
def test_a_table_of_many_classes_has_the_largest_and_stays_where_it_has_room(
    project, paper, orientation, inset, name
):
    rows = [
        ClassRow(name.format(i), dict.fromkeys(statuses.ordered(), i), {"matched": 33.3})
        for i in range(1, 121)
    ]
    rows.append(ClassRow("*", dict.fromkeys(statuses.ordered(), sum(range(121))), {"matched": 33.3}))
    page = page_of(
        project, *scene(project), table=rows, paper=paper, orientation=orientation, inset=inset, language="en",
        subtitle="of a year", review_no="GS 1",
    )  # fmt: skip
    frame, legend = page.itemById("table"), page.itemById("legend")
    box = frame.sceneBoundingRect().adjusted(0.3, 0.3, -0.3, -0.3)
    assert page.pageCollection().page(0).rect().contains(box)
    assert not any(
        box.intersects(item.sceneBoundingRect())
        for item in page.items()
        if isinstance(item, QgsLayoutItem) and item.id() and item is not frame
    )
    assert legend.rect().height() >= 8 * scale_of(paper)
    assert frame.multiFrame().totalSize().height() <= frame.rect().height() + 0.01
    cells = [[cell.content() for cell in row] for row in frame.multiFrame().tableContents()]
    names = [row[0].replace("\n", " ") for row in cells]
    *largest, others = names[1:-1]
    assert largest
    assert all(
        name.format(i).replace(" ", "").startswith(text.rstrip("…").replace(" ", "")) and str(i) in text
        for i, text in enumerate(largest, 121 - len(largest))
    )
    assert others.replace("\n", " ") == f"Others ({120 - len(largest)})"
    assert sum(int(row[1]) for row in cells[1:-1]) == int(cells[-1][1])
    assert cells[-2][2].endswith("(33.3)")


def test_boundaries_are_spoken_of_where_there_is_a_base_map_only(project):
    layers = scene(project)
    base = polygons(["base"])
    project.addMapLayer(base)
    with_base = page_of(project, *layers, review_no="GS 1", base=[base], language="en")
    alone = page_of(project, *layers, review_no="GS 1", language="en")
    assert with_base.itemById("review_no").text() == (
        "Map approval number: GS 1. Boundaries of the base map not altered."
    )
    assert alone.itemById("review_no").text() == "Map approval number: GS 1"
