"""The place and the industry of one text by the bundled tables, remembered: for expressions and previews."""

from functools import lru_cache
from threading import Thread

_REMEMBERED = 100_000


@lru_cache(maxsize=1)
def reader():
    """Return the thread that reads the bundled tables, begun with the first call: it takes a second or two."""
    thread = Thread(target=_read, daemon=True)
    thread.start()
    return thread


def _read():
    place_of("", "cn")
    # Words of one language are read with the first text in it.
    for text in ("茶", "tea"):
        nodes_of(text)


@lru_cache(maxsize=_REMEMBERED)
def place_of(text, country, province=None, year=None):
    """Return the `Place` of a text; see `places.gazetteer.Gazetteer.resolve`."""
    from ..analysis.places.registry import gazetteer

    return gazetteer(country).resolve(text, province, year)


@lru_cache(maxsize=_REMEMBERED)
def nodes_of(text):
    """Return the positions of the industries that a text names, in the bundled taxonomy."""
    from ..analysis.industries import taxonomy
    from ..analysis.industries.resolution import resolve

    return resolve(text, taxonomy.read(), _names_of_places()).nodes


@lru_cache(maxsize=1)
def _names_of_places():
    """Return the names that may stand before an industry: to bring them into form takes as long as many texts."""
    from ..analysis.industries.resolution import place_names
    from ..analysis.places import registry

    return place_names(registry.place_names())
