"""Put the report together: words, tables, map, record; and write it."""

import platform
from configparser import ConfigParser
from datetime import date
from pathlib import Path

from qgis.core import Qgis

from ..analysis.words import words_of
from . import charts as report_charts
from .ellipses import ellipse_classes, ellipse_table
from .map_picture import map_picture
from .page import render
from .tables import Tables

_ROOT = Path(__file__).parents[2]
# Entries of the list of texts.
_MOST = 200


def write_report(
    path,
    tables,
    language,
    *,
    title,
    layers,
    project,
    transform_context,
    crs,
    belt_texts,
    taxonomy,
    record,
    warn,
):
    """Write the page.

    Parameters
    ----------
    path : str
    tables : analysis.tables.study_tables.StudyTables
    language : {'en', 'zh'}
    title : str
        '' for a general one.
    layers : list of QgsVectorLayer or None
        Clusters, belts, ellipses.
    project : QgsProject or None
    transform_context : QgsCoordinateTransformContext
    crs : QgsCoordinateReferenceSystem or None
        Of the map.
    belt_texts : dict of str to int
        Industries of belts that did not resolve.
    taxonomy : analysis.industries.taxonomy.Taxonomy
    record : list of (str, str)
        Keys of words and what was given.
    warn : callable

    Returns
    -------
    sections : int
        Number of tables.
    frames : dict of str to DataFrame
        The tables unrounded, by name.
    """
    words = words_of("report", language)
    printed = Tables(tables, words, language)
    clusters, belts, ellipses = layers
    picture = ""
    if clusters is not None and clusters.isSpatial():
        picture = map_picture(project, *layers, language=language, crs=crs, warn=warn)
    sections = _sections(printed, tables, ellipse_table(ellipses, words, transform_context), belt_texts)
    version = _version()
    html = render(
        printed,
        tables,
        words,
        language,
        title=title.strip() or words["default_title"],
        picture=picture,
        map_legend=report_charts.legend(
            words, language, belts is not None and belts.isSpatial(), ellipse_classes(ellipses)
        ),
        sections=sections,
        record=_record(record, words, taxonomy, version),
        made=words["made"].format(date=_date(words), version=version),
    )
    Path(path).write_text(html, encoding="utf-8")
    return len(sections), _frames(tables)


def _sections(printed, tables, ellipses, belt_texts):
    sections = [printed.summary(), printed.bases()]
    if tables.sets is not None:
        sections += [printed.parts(), printed.sets(), printed.relations()]
    if tables.overlap is not None:
        sections += [printed.overlap(), printed.without_belts()]
    if tables.chances:
        sections.append(printed.chance())
    if ellipses is not None:
        sections.append(ellipses)
    total = int(tables.summary["total"].iloc[tables.summary["class"].tolist().index("*")])
    return [*sections, printed.unresolved(belt_texts, _MOST), printed.clusters(total)]


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
    import pandas as pd

    parts = {"Cluster Belt": version, "QGIS": Qgis.QGIS_VERSION, "Python": platform.python_version()}
    parts.update({"numpy": np.__version__, "pandas": pd.__version__})
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
        frames["chance_" + chance.table["null_model"].iloc[0]] = chance.table
    return frames
