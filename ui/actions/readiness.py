"""What the first page of a session would wait for: found in a thread, while nobody waits for it."""

from functools import lru_cache
from threading import Event, Thread


@lru_cache(maxsize=1)
def get_ready():
    """Begin to find it, once in a session; return the `Event` of the end."""
    found = Event()
    Thread(target=_find, args=(found,), daemon=True).start()
    return found


def _find(found):
    from qgis.core import QgsEllipsoidUtils

    from ...processing.analysis import tables  # noqa: F401 - imported before it is used
    from ...processing.cartography.page import layout  # noqa: F401
    from ...processing.cartography.page.extents import CHINA_ALBERS, crs_from
    from ...processing.report import scene  # noqa: F401

    # QGIS looks for it among all reference systems that it knows, and then remembers it, as the ellipsoids.
    crs_from(CHINA_ALBERS)
    QgsEllipsoidUtils.definitions()
    found.set()
    # It forgets what a thread has found as soon as the thread ends: this one ends with the program.
    Event().wait()
