"""The map of a report as a picture: its frame is made in the main thread, where layouts live, its layers in any."""

import base64
from dataclasses import dataclass

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsMapRendererCustomPainterJob,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsPrintLayout,
    QgsProject,
)
from qgis.PyQt.QtCore import (
    QBuffer,
    QByteArray,
    QEventLoop,
    QIODevice,
    QPoint,
    QRectF,
    QSize,
    QSizeF,
    Qt,
    QThread,
    QThreadPool,
    QTimer,
)
from qgis.PyQt.QtGui import QImage, QPainter

from ..cartography import fonts
from ..cartography.page.items import add_grid, add_map, add_scale_bar, look_at
from ..cartography.page.places import MAP, SCALE_BAR, page

# Room for the numbers of the grid, left and below, in mm.
_LEFT, _BELOW, _ELSEWHERE = 8.0, 6.0, 0.8
_DPI = 170
# How often a drawing is asked whether it is still wanted, in ms.
_ASKED = 50


@dataclass(frozen=True)
class MapFrame:
    """What stands upon and beneath the layers of a map.

    Attributes
    ----------
    settings : QgsMapSettings
        Of the map, without layers.
    grid : QImage
        Frame, grid and degrees; elsewhere nothing.
    scale_bar : QImage
    """

    settings: QgsMapSettings
    grid: QImage
    scale_bar: QImage


def map_frame(project, layers, crs):
    """Make the frame of a map, in the main thread.

    Parameters
    ----------
    project : QgsProject
        Whose transforms, CRS and ellipsoid count.
    layers : list of QgsMapLayer
        What the map is to show whole.
    crs : QgsCoordinateReferenceSystem

    Returns
    -------
    MapFrame
    """
    empty = QgsProject()
    empty.setTransformContext(project.transformContext())
    empty.setCrs(project.crs())
    empty.setEllipsoid(project.ellipsoid())
    layout = QgsPrintLayout(empty)
    layout.initializeDefaults()
    layout.pageCollection().setPageStyleSymbol(
        QgsFillSymbol.createSimple({"style": "no", "outline_style": "no"})
    )
    sheet, (family, _) = page("A4", "landscape"), fonts.family_for(())
    item = add_map(layout, [], crs)
    item.setBackgroundEnabled(False)
    look_at(item, sheet.places[MAP], None, layers, empty)
    add_grid(item, family, empty)
    add_scale_bar(layout, item, sheet, family)
    exporter, place = QgsLayoutExporter(layout), item.sceneBoundingRect()
    settings = item.mapSettings(item.extent(), QSizeF(_size(place)), _DPI, True)
    # Signs as pictures wherever they are drawn: with several threads newer QGIS knows no others.
    settings.setFlag(Qgis.MapSettingsFlag.ForceVectorOutput, False)
    around = place.adjusted(-_LEFT, -_ELSEWHERE, _ELSEWHERE, _BELOW)
    scale_bar = layout.itemById(SCALE_BAR).sceneBoundingRect()
    return MapFrame(settings, *(_image(exporter, part) for part in (around, scale_bar)))


def draw_map(frame, layers, is_cancelled):
    """Draw layers into a frame, the scale bar beneath: one picture, so that both are shrunk alike.

    Parameters
    ----------
    frame : MapFrame
    layers : list of QgsMapLayer
        Of this thread, the uppermost first.
    is_cancelled : callable
        Whether the picture is wanted no more; what is there by then is returned.

    Returns
    -------
    QImage
    """
    frame.settings.setLayers(layers)
    layers_drawn = _drawn(frame.settings, is_cancelled)
    upper, lower = frame.grid, frame.scale_bar
    picture = QImage(upper.width(), upper.height() + lower.height(), QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.drawImage(QPoint(_pixels(_LEFT), _pixels(_ELSEWHERE)), layers_drawn)
    painter.drawImage(QPoint(0, 0), upper)
    # Both begin at the frame of the map.
    painter.drawImage(QPoint(_pixels(_LEFT), upper.height()), lower)
    painter.end()
    return picture


def _drawn(settings, is_cancelled):
    """Return the layers of a map as a picture."""
    if QThread.currentThread() == QgsApplication.instance().thread():
        return _drawn_here(settings)
    # Python is free for other threads meanwhile, so that the window turns.
    loop, clock, job = QEventLoop(), QTimer(), QgsMapRendererParallelJob(settings)
    job.finished.connect(loop.quit)
    clock.timeout.connect(lambda: is_cancelled() and job.cancelWithoutBlocking())
    clock.start(_ASKED)
    # While this thread waits, another of the pool may draw, on a machine of one processor as well.
    QThreadPool.globalInstance().releaseThread()
    job.start()
    loop.exec()
    QThreadPool.globalInstance().reserveThread()
    clock.stop()
    return job.renderedImage()


def _drawn_here(settings):
    """Return the same picture without another thread: those of the pool may all be waiting for the main thread."""
    image = QImage(settings.outputSize(), settings.outputImageFormat())
    image.fill(settings.backgroundColor())
    painter = QPainter(image)
    QgsMapRendererCustomPainterJob(settings, painter).renderSynchronously()
    painter.end()
    return image


def _image(exporter, place):
    return exporter.renderRegionToImage(QRectF(place), _size(place), _DPI)


def _size(place):
    return QSize(_pixels(place.width()), _pixels(place.height()))


def _pixels(millimetres):
    return round(millimetres / 25.4 * _DPI)


def data_uri(image):
    """Return a picture as the data URI of a PNG file."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return "data:image/png;base64," + base64.b64encode(bytes(data)).decode("ascii")
