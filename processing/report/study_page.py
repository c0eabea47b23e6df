"""Put the report together: words, tables, map, record; and write it."""

import platform
from configparser import ConfigParser
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from qgis.core import Qgis

from ..analysis.words import words_of
from ..layers.matching.city_names import city_words_of
from . import charts as report_charts
from .ellipses import ellipse_classes, ellipse_table
from .map_picture import data_uri
from .page import Page, render
from .tables import Tables
from .virtual_clusters import virtual_sections
from .web_map import web_map

_ROOT = Path(__file__).parents[2]
# Entries of the list of texts.
_MOST = 200
# Of the map, by whether it shows belts and ellipses.
_MAP_TITLES = {
    (False, False): "t_map",
    (True, False): "t_map_belts",
    (False, True): "t_map_ellipses",
    (True, True): "t_map_belts_ellipses",
}


@dataclass(frozen=True)
class Record:
    """What the report was made from.

    Attributes
    ----------
    belt_texts : dict of str to int
        Industries of belts that did not resolve.
    taxonomy : analysis.industries.taxonomy.Taxonomy
    given : list of (str, str)
        Keys of words and what was given.
    """

    belt_texts: dict
    taxonomy: object
    given: list


def write_report(path, tables, language, title, scene, record, virtual=None):
    """Write the page.

    Parameters
    ----------
    path : str
    tables : analysis.tables.study_tables.StudyTables
    language : {'en', 'zh'}
    title : str
        '' for a general one.
    scene : scene.Scene
    record : Record
    virtual : dict of str to list of dict, optional
        Rows of the tables of virtual clusters; see `virtual_clusters`.

    Returns
    -------
    sections : int
        Number of tables.
    frames : dict of str to Table
        The tables unrounded, by name.
    """
    words, version = words_of("report", language), _version()
    clusters, belts, ellipses = scene.layers
    cities = city_words_of(clusters, language) if clusters is not None else {}
    printed = Tables(tables, words, language, cities)
    has_belts = _has_rows(belts) and belts.isSpatial()
    further = virtual_sections(virtual or {}, words, words_of("virtual", language))
    page = Page(
        title=title.strip() or words["default_title"],
        picture="" if scene.picture is None else data_uri(scene.picture),
        map_title=words[_MAP_TITLES[has_belts, _has_rows(ellipses)]],
        map_legend=report_charts.legend(words, language, has_belts, ellipse_classes(ellipses), scene.classes),
        sections=_sections(
            printed,
            tables,
            ellipse_table(ellipses, words, scene.transform_context),
            record.belt_texts,
            further,
        ),
        record=_record(record.given, words, record.taxonomy, version),
        made=words["made"].format(date=_date(words), version=version),
        web=web_map(scene, scene.class_field, words, language),
    )
    Path(path).write_text(render(printed, tables, words, language, page), encoding="utf-8", errors="replace")
    return len(page.sections), _frames(tables)


def _has_rows(layer):
    """Tell whether a layer, or None, has something to draw."""
    return layer is not None and layer.featureCount() != 0


def _sections(printed, tables, ellipses, belt_texts, further):
    sections = [printed.summary(), printed.bases()]
    if tables.sets is not None:
        sections += [printed.parts(), printed.sets(), printed.relations()]
    if tables.overlap is not None:
        sections += [printed.overlap(), printed.without_belts()]
    if tables.chances:
        sections.append(printed.chance())
    if ellipses is not None:
        sections.append(ellipses)
    total = int(tables.summary["total"][tables.summary["class"].tolist().index("*")])
    return [*sections, *further, printed.unresolved(belt_texts, _MOST), printed.clusters(total)]


def _record(given, words, taxonomy, version):
    record = []
    for key, value in given:
        if key == "layer_taxonomy":
            value = words["nodes"].format(
                name=value or words["bundled"], nodes=len(taxonomy), edges=len(taxonomy.edges)
            )
        if value:
            record.append((words[key], value))
    return [*record, (words["versions"], _versions(version))]


def _versions(version):
    import numpy as np

    parts = {"Cluster Belt": version, "QGIS": Qgis.QGIS_VERSION, "Python": platform.python_version()}
    parts["numpy"] = np.__version__
    return ", ".join(f"{name} {number}" for name, number in parts.items())


def _version():
    metadata = ConfigParser()
    metadata.read(_ROOT / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]


def _date(words):
    today = date.today()
    return words["date"].format(year=today.year, month=today.month, day=today.day)


def _frames(tables):
    frames = {
        "summary": tables.summary,
        "composition": tables.sets,
        "cities": tables.cities,
        "relations": None if tables.relations is None else tables.relations.pairs,
        "overlap": tables.overlap,
        "overlap_cities": tables.overlap_cities,
        "unresolved": tables.unresolved,
    }
    for chance in tables.chances:
        frames["chance_" + chance.table["null_model"][0]] = chance.table
    return frames
