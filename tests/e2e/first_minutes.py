"""Runs inside QGIS Desktop: the first minutes of a new user, with mouse and keys, from an empty profile.

Sample study → overview → review → a judgement → a text → the run again → report and layout; a picture of each step.
"""

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QPushButton, QTabWidget, QToolButton
from qgis.utils import iface

OUT = Path(os.environ["CLUSTERBELT_LOOK"])
SECONDS = 300
SEEN = {"errors": []}
OPEN, CANCEL = (QCoreApplication.translate("ClusterBelt", words) for words in ("Open", "Cancel"))
window = iface.mainWindow()


class Watch(QObject):
    """Stands for the program that opens files."""

    path = ""

    @pyqtSlot(QUrl)
    def opened(self, url):
        self.path = url.toLocalFile()


WATCH = Watch()
sys.excepthook = lambda kind, error, _: SEEN["errors"].append(f"{kind.__name__}: {error}")


def main():
    try:
        for step in STEPS:
            began = time.monotonic()
            step()
            SEEN.setdefault("seconds", {})[step.__name__] = round(time.monotonic() - began, 1)
    except Exception:
        SEEN["errors"].append(traceback.format_exc())
        take("failed")
    SEEN.pop("before", None)
    (OUT / "seen.json").write_text(json.dumps(SEEN, ensure_ascii=False, indent=1), encoding="utf-8")
    QgsProject.instance().setDirty(False)
    QTimer.singleShot(200, lambda: os._exit(0))


def dock():
    return window.findChild(QDockWidget, "ClusterBeltDock")


def desk():
    return dock().workbench


def take(name):
    """Take a picture of the screen as it is."""
    wait(0.3)
    iface.mapCanvas().waitWhileRendering()
    wait(0.2)
    QApplication.primaryScreen().grabWindow(0).save(str(OUT / f"{name}.png"))


def wait(seconds):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        QCoreApplication.processEvents()
        time.sleep(0.01)


def wait_until(done, what):
    end = time.monotonic() + SECONDS
    while not done():
        if time.monotonic() > end:
            raise TimeoutError(what)
        wait(0.05)


def click(widget, place=None):
    """Click into the middle of a widget, or at a place of it, with the mouse."""
    if not widget.isVisible() or not widget.isEnabled():
        raise RuntimeError(f"{widget.objectName()} cannot be clicked")
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place or QPoint())
    wait(0.2)


def button(name):
    return dock().findChild(QToolButton, name)


def click_cell(view, row, column):
    """Click on a cell of a table, scrolled into sight before."""
    index = view.model().index(row, column)
    view.scrollTo(index)
    click(view.viewport(), view.visualRect(index).center())


def go_to(tab):
    """Click on a tab."""
    tabs = dock().findChild(QTabWidget, "tabs")
    click(tabs.tabBar(), tabs.tabBar().tabRect(tab).center())


def look_at_dialog(name):
    """Open the dialog of the run that made the layer, behind the arrow of the button, take a picture and close it."""
    desk().action_bar.buttons["again"].menu().actions()[0].trigger()
    wait(1.5)
    dialog = next(w for w in QApplication.topLevelWidgets() if w.inherits("QDialog") and w.isVisible())
    take(name)
    dialog.close()
    QApplication.setActiveWindow(window)
    wait(0.5)


def begin():
    window.setGeometry(0, 0, 1366, 768)
    # There is no window manager on a screen of tests to do it.
    QApplication.setActiveWindow(window)
    for other in window.findChildren(QDockWidget):
        if other is not dock() and other.objectName() not in ("Layers",):
            other.hide()
    dock().show()
    window.resizeDocks([dock()], [340], Qt.Orientation.Horizontal)
    wait(0.5)
    SEEN["least height"] = dock().minimumSizeHint().height()
    SEEN["welcome"] = button("load_sample").isVisible()
    take("0-welcome")


def load_the_sample():
    click(button("load_sample"))
    wait_until(lambda: desk().review.model.rowCount() > 0, "rows of the sample")
    wait_until(lambda: not desk().sample_loader.is_loading, "the sample")
    iface.mapCanvas().zoomToFullExtent()
    close_words_of_qgis()
    SEEN["rows"] = desk().review.model.rowCount()
    SEEN["classes"] = desk().overview.model.rowCount()
    take("1-overview")


def close_words_of_qgis():
    """Close what QGIS itself says on the end of tasks that took long, as on a busy machine."""
    bar = iface.messageBar()
    for item in bar.items():
        if item.title() != "Cluster Belt":
            bar.popWidget(item)


def list_a_number():
    overview = desk().overview
    last = overview.model.rowCount() - 1
    click_cell(overview.view, last, 3)
    SEEN["listed"] = desk().review.model.rowCount()
    SEEN["statuses"] = sorted({desk().review.model.row_at(row).status for row in range(SEEN["listed"])})
    take("2-review")


def judge():
    review = desk().review
    rows = range(review.model.rowCount())
    row = next(row for row in rows if review.model.row_at(row).reason == "none_related")
    click_cell(review.view, row, 0)
    SEEN["selected on the map"] = desk().controller.layer.selectedFeatureCount()
    take("3-why")
    key = review.model.row_at(row).key
    QTest.keyClick(review.view, Qt.Key.Key_N)
    QTest.keyClicks(review.why_panel.note, "seen")
    # Back to the list by the keyboard alone.
    for _ in range(20):
        if not review.view.hasFocus():
            QTest.keyClick(window.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    SEEN["keyboard"] = review.view.hasFocus()
    QTest.keyClick(review.view, Qt.Key.Key_A)
    wait(0.5)
    SEEN["judged"] = str(key)
    SEEN["mark"] = review.model.index(row, review.model.JUDGED).data(Qt.ItemDataRole.AccessibleTextRole)
    SEEN["next row"] = [index.row() - row for index in review.view.selectionModel().selectedRows()]
    SEEN["older"] = desk().notices.older.isVisible()
    take("4-judged")


def give_a_text_its_code():
    go_to(2)
    texts = desk().texts
    SEEN["texts"] = texts.model.rowCount()
    row = next(row for row in range(SEEN["texts"]) if texts.model.row_at(row).text == "电器")
    click_cell(texts.view, row, 0)
    QTest.keyClicks(texts.tree.search, "HA")
    wait(0.3)
    take("5-texts")
    QTest.keyClick(texts.tree.search, Qt.Key.Key_Return)
    SEEN["given"] = texts.model.given_at(row)
    take("6-given")


def run_again():
    go_to(1)
    click(button("show_all"))
    before, model = desk().controller.layer.id(), desk().review.model
    old = model.row_at(0)
    SEEN["before"] = {str(model.row_at(row).key): model.row_at(row).status for row in range(model.rowCount())}
    look_at_dialog("7-again")
    click(button("again"))
    wait_until(lambda: desk().controller.layer.id() != before, "the layer of the run")
    model = desk().review.model
    wait_until(lambda: model.rowCount() == SEEN["rows"] and model.row_at(0) is not old, "its rows")
    rows = [model.row_at(row) for row in range(SEEN["rows"])]
    row = next(place for place, one in enumerate(rows) if str(one.key) == SEEN["judged"])
    SEEN["changed"] = [str(one.key) for one in rows if SEEN["before"][str(one.key)] != one.status]
    SEEN["status after"] = model.row_at(row).status
    SEEN["mark after"] = model.index(row, model.JUDGED).data(Qt.ItemDataRole.AccessibleTextRole)
    click_cell(desk().review.view, row, 0)
    take("8-counted")


def longest_gap(done, what):
    """Wait for the end of something, and return the longest time in which the window did not turn, in seconds."""
    turns = [time.monotonic()]
    timer = QTimer()
    timer.timeout.connect(lambda: turns.append(time.monotonic()))
    timer.start(5)
    wait_until(done, what)
    timer.stop()
    return round(max(later - former for former, later in zip(turns, turns[1:])), 3)


def message_button(text):
    """Return a button of the message that is seen, None where it has no such."""
    item = iface.messageBar().currentItem()
    buttons = item.findChildren(QPushButton) if item is not None else []
    return next((one for one in buttons if one.text().replace("&", "") == text), None)


def report():
    QDesktopServices.setUrlHandler("file", WATCH, "opened")
    began = time.monotonic()
    QTimer.singleShot(0, lambda: click(button("matchreport")))
    SEEN["longest gap"] = longest_gap(lambda: message_button(OPEN) is not None, "the report")
    SEEN["report seconds"] = round(time.monotonic() - began, 1)
    take("9-report")
    click(message_button(OPEN))
    SEEN["report opened"] = WATCH.path.endswith(".html") and Path(WATCH.path).stat().st_size > 50_000
    QDesktopServices.unsetUrlHandler("file")


def cancel_a_report():
    click(button("matchreport"))
    take("10-writing")
    SEEN["can be cancelled"] = message_button(CANCEL) is not None
    if SEEN["can be cancelled"]:
        click(message_button(CANCEL))
        wait_until(lambda: message_button(CANCEL) is None, "the end of what was cancelled")
        SEEN["after cancel"] = iface.messageBar().currentItem().text()


def layout():
    click(button("matchlayout"))
    SEEN["layouts"] = [made.name() for made in QgsProject.instance().layoutManager().layouts()]
    wait(2)
    take("11-layout")


STEPS = (
    begin,
    load_the_sample,
    list_a_number,
    judge,
    give_a_text_its_code,
    run_again,
    report,
    cancel_a_report,
    layout,
)
# The short form stops before the pages.
STEPS = STEPS[: int(os.environ.get("CLUSTERBELT_STEPS", len(STEPS)))]
QTimer.singleShot(2500, main)
QTimer.singleShot(1_200_000, lambda: os._exit(4))
