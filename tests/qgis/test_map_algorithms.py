"""`stylematches` and `matchlayout` from the toolbox, without a project and in models."""

import subprocess
import unicodedata

import pytest
from clusterbelt.processing.cartography import palette, styling
from clusterbelt.processing.cartography.page import exporting, places
from clusterbelt.processing.cartography.page.places import ORIENTATIONS, PAPERS, page, scale_of
from clusterbelt.processing.compat import make_field
from qgis import processing
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsLayoutExporter,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QImage

ROWS = (
    ("chips", "SEI", "北京", 116.4, 39.9, "matched", "same"),
    ("chips 2", "SEI", "北京", 116.4, 39.9, "unmatched", "none_related"),
    ("lamps", "INN", "广东", 113.4, 22.5, "adjacent", "belt_upstream"),
    ("cars", "AM", "广东", 113.3, 23.1, "unresolved", "industry_unresolved"),
    ("wind", None, "新疆", 87.6, 43.8, "matched", "same"),
)
FIELDS = ("name", "class", "province", "cb_status", "cb_reason")


def layer_of(kind, name, fields, rows):
    """A memory layer of (attributes, geometry) rows."""
    made = QgsVectorLayer(f"{kind}?crs=EPSG:4326", name, "memory")
    made.dataProvider().addAttributes([make_field(field, "string") for field in fields])
    made.updateFields()
    features = []
    for attributes, geometry in rows:
        feature = QgsFeature(made.fields())
        feature.setAttributes(list(attributes))
        feature.setGeometry(geometry)
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    made.updateExtents()
    return made


def clusters(name="matches"):
    rows = [
        ((label, kind, province, status, reason), QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        for label, kind, province, x, y, status, reason in ROWS
    ]
    return layer_of("Point", name, FIELDS, rows)


def ellipses(field="class"):
    shape = QgsGeometry.fromWkt("MultiPolygon(((110 25,118 25,118 35,110 35,110 25)))")
    return layer_of("MultiPolygon", "ellipses", (field, "status"), [(("SEI", "ellipse"), shape)])


@pytest.fixture
def styled(project):
    made = clusters()
    styling.style_matches(made, language="en")
    project.addMapLayer(made)
    return made


class Said(QgsProcessingFeedback):
    def __init__(self):
        super().__init__()
        self.warnings, self.lines = [], []

    def pushWarning(self, text):  # noqa: N802
        self.warnings.append(text)

    def pushInfo(self, text):  # noqa: N802
        self.lines.append(text)


def lay_out(said=None, **parameters):
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    return processing.run("clusterbelt:matchlayout", parameters, context=context, feedback=said or Said())


def text_of(path):
    """The text of a PDF, without the look-alikes that PDF writers put for characters."""
    found = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return unicodedata.normalize("NFKC", found.stdout)


def inks_of(path):
    image = QImage(str(path))
    return {
        image.pixelColor(x, y).name() for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    }


# stylematches


def test_all_layers_are_styled_and_the_clusters_come_back(project):
    shown, drawn = clusters(), ellipses("group")
    project.addMapLayers([shown, drawn])
    results = processing.run(
        "clusterbelt:stylematches", {"INPUT": shown, "ELLIPSES": drawn, "CLASS": "class", "LABELS": "name"}
    )
    assert results["STYLED"] == 2
    assert styling.is_styled_by_status(shown) and shown.labelsEnabled()
    assert drawn.renderer().classAttribute() == "group"


def test_the_grey_palette_is_taken(project):
    shown = clusters()
    project.addMapLayer(shown)
    processing.run("clusterbelt:stylematches", {"INPUT": shown, "PALETTE": "grey"})
    first = styling.renderer_by_status(shown).categories()[0]
    assert first.symbol().color().name() == palette.GREY.sign("matched").colour


def test_a_layer_without_statuses_is_an_error_that_names_it(project):
    other = layer_of("Point", "cities", ("name",), [])
    project.addMapLayer(other)
    with pytest.raises(QgsProcessingException, match=r"cities.*cb_status"):
        processing.run("clusterbelt:stylematches", {"INPUT": other})


# matchlayout


def test_the_layout_stays_in_the_project_and_a_second_one_gets_a_name_of_its_own(project, styled):
    first = lay_out(INPUT=styled, TITLE="Map of clusters")
    second = lay_out(INPUT=styled, TITLE="Map of clusters")
    assert (first["LAYOUT"], second["LAYOUT"]) == ("Map of clusters", "Map of clusters 2")
    assert {made.name() for made in project.layoutManager().layouts()} == {
        "Map of clusters",
        "Map of clusters 2",
    }
    assert first["PAGES"] == 1


def test_the_page_has_no_title_when_none_is_given(project, styled):
    lay_out(INPUT=styled, NAME="plain")
    made = project.layoutManager().layoutByName("plain")
    assert made.itemById("title") is None and made.itemById("source") is None
    assert made.itemById("map") is not None and made.itemById("legend") is not None


def test_the_pdf_holds_the_words_of_the_page(styled, tmp_path):
    path = tmp_path / "page.pdf"
    said = Said()
    lay_out(
        said, INPUT=styled, CLASS="class", TITLE="Clusters", SUBTITLE="sample", SOURCE="a list",
        REVIEW_NO="GS(2024)0650号", INSET_SCS=True, LANGUAGE="en", OUTPUT=str(path),
    )  # fmt: skip
    text = text_of(path)
    for words in (  # Qt's PDF leaves the digits of some Chinese fonts out of the text, though it draws them
        "Clusters", "sample", "Source: a list", "GS(", "South China Sea Islands", "Matched (", "Unresolved (",
        "SEI", "No class", "All", "km",
    ):  # fmt: skip
        assert words in text, words
    assert not said.warnings


def test_the_words_are_chinese_where_asked(styled, tmp_path):
    path = tmp_path / "page.pdf"
    lay_out(INPUT=styled, CLASS="class", TITLE="产业集群", LANGUAGE="zh", OUTPUT=str(path))
    text = text_of(path)
    for words in ("产业集群", "匹配 (", "未识别 (", "不匹配"):
        assert words in text, words
    assert "Matched" not in text


def test_a_summary_gives_the_table(project, styled, tmp_path):
    table = processing.run(
        "clusterbelt:matchsummary", {"INPUT": styled, "CLASS": "class", "OUTPUT": "memory:"}
    )["OUTPUT"]
    lay_out(INPUT=styled, TABLE=table, NAME="with table")
    made = project.layoutManager().layoutByName("with table")
    cells = made.itemById("table").multiFrame().tableContents()
    assert [row[0].content() for row in cells][1:] == ["SEI", "INN", "AM", "No class", "All"]
    assert [cell.content() for cell in cells[-1]][1:] == ["5", "2 (50.0)", "1 (25.0)", "1", "1"]


def test_a_layer_without_statuses_makes_no_page(project, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"ellipses.*cb_status"):
        lay_out(INPUT=ellipses(), OUTPUT=str(tmp_path / "page.png"))


def test_one_symbol_for_all_is_no_status(project):
    plain, said = clusters(), Said()
    project.addMapLayer(plain)
    lay_out(said, INPUT=plain, LANGUAGE="en")
    model = project.layoutManager().layouts()[0].itemById("legend").model()
    assert [node.data(0) for node in model.layerLegendNodes(model.rootGroup().findLayers()[0])] == ["matches"]
    assert "has a single symbol" in said.warnings[0]


def test_another_table_is_refused(styled):
    with pytest.raises(QgsProcessingException, match="is not an output of"):
        lay_out(INPUT=styled, TABLE=styled)


@pytest.mark.parametrize("suffix", ["png", "svg"])
def test_pictures_are_written(styled, tmp_path, suffix):
    path = tmp_path / f"page.{suffix}"
    results = lay_out(INPUT=styled, OUTPUT=str(path), DPI=60)
    assert results["OUTPUT"] == str(path) and path.stat().st_size > 5000


def test_another_ending_and_a_missing_folder_are_said(styled, tmp_path):
    with pytest.raises(QgsProcessingException, match=r"page\.docx.*\.pdf"):
        lay_out(INPUT=styled, OUTPUT=str(tmp_path / "page.docx"))
    with pytest.raises(QgsProcessingException, match=r"missing.*cannot be written"):
        lay_out(INPUT=styled, OUTPUT=str(tmp_path / "missing" / "page.svg"))
    assert not list(tmp_path.iterdir())


def test_files_that_are_in_no_project_are_drawn_in_our_styles(project, tmp_path):
    path = tmp_path / "page.png"
    said = Said()
    results = lay_out(said, INPUT=clusters(), ELLIPSES=ellipses("group"), OUTPUT=str(path), DPI=100)
    assert not project.layoutManager().layouts() and not project.mapLayers()
    assert palette.COLOUR.sign("adjacent").colour in inks_of(path)
    assert any("not in the project" in line for line in said.lines)
    assert results["LAYOUT"]


def test_files_without_an_output_are_an_error_with_the_mend(project):
    with pytest.raises(QgsProcessingException, match="set “File” to a file"):
        lay_out(INPUT=clusters())


def test_the_inset_shows_the_islands_at_a_scale_of_its_own(project, styled):
    lay_out(INPUT=styled, INSET_SCS=True, NAME="inset")
    made = project.layoutManager().layoutByName("inset")
    inset, main = made.itemById("inset"), made.itemById("map")
    assert inset.crs().toProj().startswith("+proj=aea")
    assert inset.scale() != main.scale()
    assert not inset.sceneBoundingRect().intersects(main.sceneBoundingRect())
    from clusterbelt.processing.cartography.page.extents import geographic_box

    box = geographic_box(inset.extent(), inset.crs(), project)
    assert (
        box.xMinimum() < 105.6 and box.xMaximum() > 122.4 and box.yMinimum() < 2.6 and box.yMaximum() > 24.4
    )


def test_a_base_layer_lies_beneath_whole_and_as_it_is(project, styled):
    base = ellipses("country")
    project.addMapLayer(base)
    lay_out(INPUT=styled, BASE=[base], NAME="with base")
    shown = project.layoutManager().layoutByName("with base").itemById("map")
    assert shown.layers()[-1] is base


def test_the_atlas_has_a_page_for_each_value_and_keeps_the_style_of_the_layer(project, styled, tmp_path):
    before = styled.renderer().dump()
    path = tmp_path / "atlas.pdf"
    results = lay_out(INPUT=styled, ATLAS="class", TITLE="Clusters", LANGUAGE="en", OUTPUT=str(path))
    pages = text_of(path).strip("\f").split("\f")
    assert results["PAGES"] == len(pages) == 4
    for name, text in zip(("–", "AM", "INN", "SEI"), pages):
        assert name in [line.strip() for line in text.splitlines()[:8]]
    assert styled.renderer().dump() == before
    assert "Matched (" not in pages[0], "the counts are those of all pages"


def test_a_page_of_the_atlas_shows_its_own_rows_only(project, styled, tmp_path):
    results = lay_out(INPUT=styled, ATLAS="province", OUTPUT=str(tmp_path / "atlas.png"), DPI=80)
    assert results["PAGES"] == 3
    files = {path.stem.rsplit("_", 1)[1]: inks_of(path) for path in tmp_path.glob("*.png")}
    assert set(files) == {"北京", "广东", "新疆"}
    made = project.layoutManager().layouts()[0]
    frame = made.itemById("map")
    atlas = made.atlas()
    atlas.updateFeatures()
    seen = {}
    more = atlas.first()
    while more:
        seen[atlas.nameForPage(atlas.currentFeatureNumber())] = frame.scale()
        more = atlas.next()
    assert len(seen) == 3 and max(seen.values()) < 5_000_000, "each page looks at its province"


@pytest.mark.parametrize("algorithm", ["matchlayout", "matchreport"])
def test_a_map_is_drawn_in_no_system_that_is_none_of_maps(project, styled, tmp_path, algorithm):
    path = tmp_path / ("page.svg" if algorithm == "matchlayout" else "page.html")
    given = {"INPUT": styled, "CLASS": "class", "OUTPUT": str(path)}
    for crs in ("EPSG:4978", "no system"):
        with pytest.raises(
            QgsProcessingException, match="“Projection of the map” is not a coordinate reference"
        ):
            processing.run(f"clusterbelt:{algorithm}", {**given, "MAP_CRS": crs})
    assert not path.exists()


def test_an_empty_field_for_the_system_of_the_map_asks_for_none(project, styled):
    lay_out(INPUT=styled, MAP_CRS=QgsCoordinateReferenceSystem())
    assert len(project.layoutManager().layouts()) == 1


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_an_atlas_that_is_cancelled_at_its_first_page_leaves_the_old_ones(
    project, styled, tmp_path, monkeypatch, suffix
):
    old = [tmp_path / f"atlas{page}.{suffix}" for page in ("", "_北京", "_广东", "_新疆")]
    for path in old:
        path.write_text("old", encoding="utf-8")
    said = Said()
    monkeypatch.setattr(exporting, "_check_file", lambda _: said.cancel())
    with pytest.raises(QgsProcessingException, match=r"Cancelled; nothing was written\."):
        lay_out(said, INPUT=styled, ATLAS="province", OUTPUT=str(old[0]), DPI=30)
    assert {path.read_text(encoding="utf-8") for path in old} == {"old"}
    assert len(list(tmp_path.iterdir())) == 4 and not project.layoutManager().layouts()


def test_the_inset_of_a_page_shows_its_own_rows_only(project, styled):
    lay_out(INPUT=styled, ATLAS="province", INSET_SCS=True)
    made = project.layoutManager().layouts()[0]
    inset, atlas = made.itemById(places.INSET), made.atlas()
    adjacent = QColor(palette.COLOUR.sign("adjacent").colour)
    seen = set()
    atlas.beginRender()
    more = atlas.first()
    while more:
        drawn = QgsLayoutExporter(made).renderRegionToImage(inset.sceneBoundingRect(), dpi=200)
        pixels = (drawn.pixelColor(x, y) for x in range(drawn.width()) for y in range(drawn.height()))
        if adjacent in pixels:
            seen.add(atlas.nameForPage(atlas.currentFeatureNumber()))
        more = atlas.next()
    atlas.endRender()
    assert seen == {"广东"}


def overlap(place, other):
    both = place.intersected(other)
    return both.width() > 0.01 and both.height() > 0.01


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("orientation", ORIENTATIONS)
@pytest.mark.parametrize("extras", [False, True])
def test_nothing_covers_the_map_or_leaves_the_page(project, paper, orientation, extras):
    made = page(
        paper,
        orientation,
        title=True,
        subtitle=extras,
        foot=(1, 2)[: 1 + extras],
        inset=extras,
        table_height=20 * scale_of(paper) * extras,
    )
    sheet = QRectF(0, 0, made.width, made.height)
    shown = made.places[places.MAP]
    assert shown.width() * shown.height() > 0.25 * made.width * made.height
    for name, place in made.places.items():
        assert sheet.contains(place), name
        assert name == places.MAP or not place.intersects(shown), name
    others = {name: place for name, place in made.places.items() if name != places.MAP}
    for name, place in others.items():
        for other, second in others.items():
            assert name >= other or not overlap(place, second), f"{name} covers {other}"


def test_the_figures_of_a_journal_have_its_widths():
    assert page("8cm", "portrait").width == 80
    assert page("17cm", "landscape").width == 170


def test_a_legend_fits_its_place_on_the_smallest_page(project, styled):
    drawn = ellipses()
    styling.style_ellipses(drawn)
    project.addMapLayer(drawn)
    lay_out(INPUT=styled, ELLIPSES=drawn, PAPER="8cm", CLASS="class", INSET_SCS=True, NAME="figure")
    made = project.layoutManager().layoutByName("figure")
    legend = made.itemById("legend").sceneBoundingRect()
    assert not legend.intersects(made.itemById("map").sceneBoundingRect())
    assert legend.bottom() <= made.itemById("table").sceneBoundingRect().top() + 0.5


def test_an_atlas_of_one_file_a_page_keeps_names_apart(project, tmp_path):
    rows = [((value, "matched", "same"), QgsGeometry.fromPointXY(QgsPointXY(110 + i, 30)))
            for i, value in enumerate(("a/b", "a b", None))]  # fmt: skip
    made = layer_of("Point", "odd", ("kind", "cb_status", "cb_reason"), rows)
    styling.style_matches(made)
    project.addMapLayer(made)
    lay_out(INPUT=made, ATLAS="kind", OUTPUT=str(tmp_path / "odd.png"), DPI=30)
    assert len(list(tmp_path.glob("odd_*.png"))) == 3


def test_the_endings_are_those_of_the_help():
    assert exporting.SUFFIXES == (".pdf", ".png", ".svg")
