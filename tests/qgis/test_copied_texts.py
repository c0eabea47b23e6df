"""What is copied from the PDF of a page is what stands there, digits too, whatever the script beside them."""

import subprocess
import unicodedata

import pytest
from clusterbelt.processing.cartography import fonts
from clusterbelt.processing.cartography.page import layout
from clusterbelt.processing.cartography.page.table import ClassRow, table_texts
from qgis.core import QgsProject
from test_layout import page_of, scene

STATUSES = ("matched", "adjacent", "unmatched", "unresolved")
TABLE = [
    ClassRow(
        name,
        dict(zip(STATUSES, (1234567890, 15, 116, 1))),
        {"matched": 17.1, "adjacent": 9.5},
    )
    for name in ("SEI 2024", "第3批 AM", "*")
]


@pytest.fixture
def project():
    made = QgsProject()
    yield made
    made.clear()


def copied(page, path):
    """The text of the PDF, without the look-alikes that Qt puts for some Chinese characters."""
    layout.export_pdf(page, path, dpi=100)
    found = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    return " ".join(unicodedata.normalize("NFKC", found.stdout).split())


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("title", ["集群 clusters 2024, A1", "Clusters of 2013", "第3批集群2024"])
def test_every_digit_of_a_page_can_be_copied(project, tmp_path, language, title):
    page = page_of(
        project,
        *scene(project),
        table=TABLE,
        language=language,
        title=title,
        source="list no 7 (2019), 清单 v2.5",
        review_no="GS(2024)0650",
        inset=True,
    )
    text = copied(page, tmp_path / "page.pdf")
    for wanted in (title, "list no 7 (2019), 清单 v2.5", "2024-05-01", "40°N", "110°E", "0650"):
        assert wanted in text, text
    # A cell may take more than one line.
    words = " ".join(cell for cells in table_texts(TABLE, language) for cell in cells).split()
    assert all(word in text for word in words), text
    assert "(2, 50.0 %)" in text and any(f"{end} km" in text for end in (200, 400, 500, 1000, 2000)), text


def test_the_export_of_qgis_itself_begins_with_text_that_can_be_copied(project, tmp_path):
    page = page_of(project, *scene(project))
    project.layoutManager().addLayout(page)
    assert project.write(str(tmp_path / "study.qgz"))
    again = QgsProject()
    assert again.read(str(tmp_path / "study.qgz"))
    (page,) = again.layoutManager().printLayouts()
    # 1: always as text objects.
    assert [int(page.customProperty(f"{kind}TextFormat")) for kind in ("pdf", "svg")] == [1, 1]


def test_a_font_keeps_its_own_digits_where_a_pdf_has_them(monkeypatch):
    assert fonts.with_digits("DejaVu Sans") == "DejaVu Sans"
    front, _, behind = fonts.with_digits("Noto Sans CJK SC").partition(",")
    assert front in fonts.LATIN_FAMILIES and behind == "Noto Sans CJK SC"
    assert fonts.font(f"{front},{behind}", 8).families() == [front, behind]
    monkeypatch.setattr(fonts, "LATIN_FAMILIES", ())
    assert fonts.with_digits("Noto Sans CJK SC") == "Noto Sans CJK SC"


def test_a_family_is_not_taken_for_the_beginning_of_another(monkeypatch):
    """QGIS finds “Noto Sans” where only “Noto Sans CJK SC” is."""
    monkeypatch.setattr(
        fonts.QgsFontUtils,
        "fontFamilyMatchOnSystem",
        lambda family: {"Noto Sans": (True, False), "DejaVu Sans": (True, True)}.get(family, (False, False)),
    )
    assert fonts.family_for(["Clusters"]) == ("DejaVu Sans", "")
