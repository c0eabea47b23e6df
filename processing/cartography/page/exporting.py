"""Write a page, or the pages of an atlas, as PDF, PNG or SVG."""

import os
import re
from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter

from ...compat import translate
from ...layers.writing.replacing import little_room

# `Qgis.TextRenderFormat.AlwaysText` as a layout keeps it.
_ALWAYS_TEXT = 1
SUFFIXES = (".pdf", ".png", ".svg")
# How files end that are whole; QGIS does not say that a disk has filled up.
_ENDS = {".pdf": b"%%EOF", ".svg": b"</svg>", ".png": b"IEND\xaeB`\x82"}


class ExportError(Exception):
    """A page could not be written."""


def keep_text(layout):
    """Have QGIS's own export, too, begin with text that stays text: it can be searched and copied."""
    for name in ("pdfTextFormat", "svgTextFormat"):
        layout.setCustomProperty(name, _ALWAYS_TEXT)


def export(layout, path, dpi=300, feedback=None):
    """Write the layout in the format of the file's ending; an atlas writes all its pages.

    PDF holds all pages; PNG and SVG are a file per page, with the value of the page in the name.

    Returns
    -------
    list of pathlib.Path

    Raises
    ------
    ExportError
        For another ending, a file that cannot be written or a page too large for the memory.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        text = translate("ClusterBelt", "“{path}”: the file must end in one of {suffixes}.")
        raise ExportError(text.format(path=path, suffixes=", ".join(SUFFIXES)))
    atlas = layout.atlas()
    if suffix == ".pdf":
        export_pdf(layout, path, dpi, feedback)
        return [path]
    write = export_png if suffix == ".png" else export_svg
    if not atlas.enabled():
        write(layout, path, dpi)
        return [path]
    return _write_pages(layout, path, write, dpi, feedback)


def export_pdf(layout, path, dpi=300, feedback=None):
    """Write the page, or all pages of the atlas, as a PDF; raises `ExportError`."""
    _check_file(path)
    settings = QgsLayoutExporter.PdfExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    if layout.atlas().enabled():
        result, _ = QgsLayoutExporter.exportToPdf(layout.atlas(), str(path), settings, feedback)
    else:
        result = QgsLayoutExporter(layout).exportToPdf(str(path), settings)
    _check_written(path, result)


def export_png(layout, path, dpi=300):
    """Write the page as a PNG; raises `ExportError`."""
    _check_file(path)
    # exportToImage would try to georeference the picture, which GDAL cannot do in a PNG and says so.
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=dpi)
    if image.isNull():
        text = translate(
            "ClusterBelt",
            "There is not enough memory for a page of this size: “{path}”. Reduce the resolution (DPI).",
        )
        raise ExportError(text.format(path=path))
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    if not image.save(str(path), "PNG"):
        raise ExportError(_not_written(path))
    _check_written(path)


def export_svg(layout, path, dpi=300):
    """Write the page as an SVG; raises `ExportError`."""
    _check_file(path)
    settings = QgsLayoutExporter.SvgExportSettings()
    settings.dpi = dpi
    settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
    _check_written(path, QgsLayoutExporter(layout).exportToSvg(str(path), settings))


def _write_pages(layout, path, write, dpi, feedback):
    atlas = layout.atlas()
    written, taken = [], set()
    atlas.beginRender()
    more = atlas.first()
    while more:
        name = re.sub(r"[^\w.-]+", "_", atlas.nameForPage(atlas.currentFeatureNumber())) or "none"
        number = 2
        free = name
        while free.lower() in taken:
            free, number = f"{name}_{number}", number + 1
        taken.add(free.lower())
        written.append(path.with_name(f"{path.stem}_{free}{path.suffix}"))
        write(layout, written[-1], dpi)
        if feedback is not None and feedback.isCanceled():
            break
        more = atlas.next()
    atlas.endRender()
    return written


def _check_file(path):
    """Find out before the work whether the file can be written: the PDF writer does not say."""
    existed = Path(path).exists()
    try:
        with open(path, "ab"):
            pass
        if not existed:
            Path(path).unlink()
    except OSError as error:
        text = translate(
            "ClusterBelt",
            "The file “{path}” cannot be written. Check that the folder exists and that the file is not "
            "open in another program.",
        )
        raise ExportError(text.format(path=path)) from error


def _check_written(path, result=QgsLayoutExporter.ExportResult.Success):
    if result != QgsLayoutExporter.ExportResult.Success or not _is_whole(path):
        raise ExportError(_not_written(path))


def _is_whole(path):
    with open(path, "rb") as file:
        file.seek(max(0, os.path.getsize(path) - 64))
        return file.read().rstrip().endswith(_ENDS[Path(path).suffix.lower()])


def _not_written(path):
    room = little_room(path)
    if room:
        text = translate("ClusterBelt", "The page could not be written to “{path}”: {reason}.")
    else:
        text = translate("ClusterBelt", "The page could not be written to “{path}”.")
    return text.format(path=path, reason=room)
