"""Long texts stay in the room that they have on the page, in Chinese, in words and as one word."""

import numpy as np
import pytest
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.cartography import fonts, styling
from clusterbelt.processing.cartography.page import places
from clusterbelt.processing.cartography.page.fitting import broken, cut, fitted, width_for_words
from clusterbelt.processing.cartography.page.places import PAPERS
from clusterbelt.processing.cartography.page.table import ClassRow, table_texts
from qgis.core import QgsLayoutExporter, QgsProject
from qgis.PyQt.QtCore import QPointF, QRectF
from qgis.PyQt.QtGui import QImage
from test_layout import entries_of, page_of, points_at, polygons, scene

LONG = {
    "Chinese": ("国家战略性新兴产业集群" * 20)[:200],
    "words": ("national programme of strategic emerging clusters " * 5)[:200].strip(),
    "one word": "x" * 200,
    "mixed": ("先进制造业集群 AM2024（第3批）" * 12)[:200],
    "beyond the plane": "𠮷" * 100,
}


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


def page_with(project, text, **options):
    clusters, belts, *_ = scene(project)
    clusters.setName(text)
    shapes = polygons([text, "SEI", "AM"])
    styling.style_ellipses(shapes)
    centers = points_at([(116, 39), (113, 23)], "class", [text, "SEI"])
    styling.style_centers(centers)
    project.addMapLayers([shapes, centers])
    counts = dict.fromkeys(statuses.ordered(), 5)
    rows = [ClassRow(name, counts, {"matched": 50.0, "adjacent": 25.0}) for name in (text, "SEI", None, "*")]
    return page_of(
        project, clusters, belts, shapes, centers,
        title=text, subtitle=text, source=text, review_no=text, table=rows, **options,
    )  # fmt: skip


def ink(page):
    """Return a function of a rectangle of the page in mm: the part of it that anything dark is drawn on."""
    dpi = 100
    image = (
        QgsLayoutExporter(page).renderPageToImage(0, dpi=dpi).convertToFormat(QImage.Format.Format_Grayscale8)
    )
    bits = image.constBits().asstring(image.bytesPerLine() * image.height())
    grey = np.frombuffer(bits, np.uint8).reshape(image.height(), -1)[:, : image.width()]
    grain = 25.4 / dpi

    def drawn(box):
        left, top, right, bottom = (
            round(side / grain) for side in (box.left(), box.top(), box.right(), box.bottom())
        )
        ys, xs = np.nonzero(grey[top:bottom, left:right] < 140)
        return QRectF(
            QPointF((left + xs.min()) * grain, (top + ys.min()) * grain),
            QPointF((left + xs.max() + 1) * grain, (top + ys.max() + 1) * grain),
        )

    return drawn


@pytest.mark.parametrize(("paper", "language"), [("A4", "zh"), ("A3", "en"), ("17cm", "en"), ("8cm", "zh")])
@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_texts_of_200_characters_stay_in_their_places(project, text, paper, language):
    page = page_with(project, text, paper=paper, language=language, inset=True)
    for name in (places.TITLE, places.SUBTITLE, places.SOURCE, places.REVIEW, places.TABLE_NOTE):
        label = page.itemById(name)
        needed = label.sizeForText()
        assert needed.width() <= label.rect().width() and needed.height() <= label.rect().height() + 1, name
    legend = page.itemById(places.LEGEND)
    others = [page.itemById(name).sceneBoundingRect() for name in (places.MAP, places.TABLE)]
    assert not any(legend.sceneBoundingRect().intersects(other) for other in others)
    frame = page.itemById(places.TABLE)
    assert frame.multiFrame().totalSize().height() <= frame.rect().height() + 0.01


@pytest.mark.parametrize("text", LONG.values(), ids=LONG)
def test_nothing_is_printed_beside_the_places_of_the_texts(project, text):
    page = page_with(project, text, language="zh")
    width, drawn = page.pageCollection().page(0).pageSize().width() - 1, ink(page)
    title, subtitle, legend, source, shown = (
        page.itemById(name).sceneBoundingRect()
        for name in (places.TITLE, places.SUBTITLE, places.LEGEND, places.SOURCE, places.MAP)
    )
    beside = drawn(QRectF(QPointF(legend.left() - 2, subtitle.bottom()), QPointF(width, shown.bottom())))
    assert beside.left() >= legend.left() - 0.3 and beside.right() <= width - 9
    above = drawn(QRectF(QPointF(1, 1), QPointF(width, title.bottom() + 1)))
    assert title.adjusted(0, -0.5, 0, 0.5).contains(above)
    beneath = drawn(QRectF(QPointF(1, source.top()), QPointF(source.right() + 1.5, source.bottom())))
    assert source.left() <= beneath.left() and beneath.right() <= source.right()


def test_chinese_breaks_between_characters_and_english_between_words():
    font = fonts.font("DejaVu Sans,Noto Sans CJK SC", 10)
    chinese = broken("国家战略性新兴产业集群", font, 20)
    assert len(chinese) > 1 and "".join(chinese) == "国家战略性新兴产业集群"
    words = broken("national programme of strategic clusters", font, 30)
    assert len(words) > 1 and " ".join(words) == "national programme of strategic clusters"
    assert broken("one\ntwo", font, 100) == ["one", "two"] and broken("", font, 10) == [""]
    for line in (*chinese, *words):
        assert fonts.width_of(line, font) <= 30


def test_what_fits_keeps_its_size_and_what_does_not_is_cut_with_an_ellipsis():
    font = fonts.font("DejaVu Sans", 10)
    text, same = fitted("short", font, QRectF(0, 0, 50, 6), 1)
    assert (text, same.pointSizeF()) == ("short", 10)
    text, smaller = fitted("a title that is too long for its line", font, QRectF(0, 0, 50, 6), 1)
    assert "…" not in text and 4 <= smaller.pointSizeF() < 10
    text, smallest = fitted("word " * 200, font, QRectF(0, 0, 50, 6), 1)
    assert text.endswith("…") and "\n" not in text and smallest.pointSizeF() == 4
    assert cut(["a", "bcd", "e"], 2) == ["a", "b…"] and cut(["a"], 2) == ["a"]


@pytest.mark.parametrize("count", [40, 120, 400])
def test_a_legend_of_very_many_classes_stays_in_its_column(project, count):
    clusters, *_ = scene(project)
    shapes = polygons([f"先进制造业第{number}类" for number in range(count)])
    styling.style_ellipses(shapes)
    project.addMapLayer(shapes)
    page = page_of(project, clusters, None, shapes, inset=True, language="zh")
    legend = page.itemById(places.LEGEND)
    for name in (places.MAP, places.SCALE_BAR, places.NORTH_ARROW, places.INSET):
        assert not legend.sceneBoundingRect().intersects(page.itemById(name).sceneBoundingRect()), name
    _, entries = entries_of(page)
    left_out = count - len(entries)
    assert entries[-1] == (f"… (+{left_out + 1})" if left_out else entries[-1])
    assert (left_out > 0) == (count > 100)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_fits_into_a_line_is_not_broken_for_another_column(project, paper, language):
    page = page_of(project, *scene(project), paper=paper, inset=True, language=language)
    assert not any("\n" in entry for entries in entries_of(page) for entry in entries)


def test_the_longest_word_is_what_no_line_may_break():
    font = fonts.font("DejaVu Sans,Noto Sans CJK SC", 10)
    for text in ("a provincial programme", "先进 provincial 制造业", "first-class provincial", "国家级", ""):
        width = width_for_words(text, font)
        words = {word for line in broken(text, font, width + 0.01) for word in line.split()}
        assert words == set(text.split()) or "国" in text or "先" in text or "-" in text
        assert "provincial" not in text or any("provincial" in word for word in words)
        assert width == 0 if not text else width >= max(fonts.width_of(word, font) for word in ("级", "a"))
    assert width_for_words("国家战略性新兴产业集群", font) < 2 * width_for_words("国", font)
    assert width_for_words("provincial 𠮷𠮷", font) == width_for_words("provincial", font)


CLASSES = (
    "provincial",
    "national key",
    "municipal demonstration",
    "Hochtechnologie",
    "sub-provincial",
    "省级",
    "AM",
)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("number", [7, 123_456])
def test_the_table_breaks_no_word_of_a_class(project, paper, language, number):
    counts = dict.fromkeys(statuses.ordered(), number)
    rows = [ClassRow(name, counts, {"matched": 50.0, "adjacent": 25.0}) for name in (*CLASSES, None, "*")]
    page = page_of(project, *scene(project), table=rows, paper=paper, language=language, inset=True)
    table = page.itemById(places.TABLE).multiFrame()
    printed = [row[0].content() for row in table.tableContents()]
    for text, (name, *_) in zip(printed, table_texts(rows, language)):
        assert " ".join(text.split()) == name or text.replace("\n", "") == name, text
    font = table.contentTextFormat().font()
    font.setPointSizeF(table.contentTextFormat().size())
    for row in table.tableContents():
        for cell, width in zip(row, table.columnWidths()):
            assert all(fonts.width_of(line, font) <= width + 0.01 for line in str(cell.content()).split("\n"))


@pytest.mark.parametrize("paper", PAPERS)
def test_title_and_legend_break_no_word_that_a_smaller_size_keeps_whole(project, paper):
    text = "Industriecluster Telekommunikationsausrüstung"
    page = page_with(project, text, paper=paper, language="en")
    wanted = set(text.split())
    shown = [word for entries in entries_of(page) for entry in entries for word in entry.split()]
    assert {word for word in shown if word[:3] in ("Ind", "Tel")} == wanted
    assert set(page.itemById(places.TITLE).text().split()) == wanted
