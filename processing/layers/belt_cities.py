"""Read belts for tables that only ask where and when they are."""

import numpy as np

from ..analysis.columns import parse_numbers
from ..analysis.frames import frame_of
from ..analysis.places import registry
from ..analysis.places.gazetteer import year_of
from ..analysis.places.resolving import ByCode
from ..analysis.text import is_missing, normalise
from ..compat import translate
from .feedback import refuse_empty, warn_of_rows
from .places import warn_of_places
from .reading.columns import read_columns


def read_belt_cities(source, fields, city_by, level, feedback):
    """Read where and when the belts of a layer are.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    fields : dict of str to str
        Names of the fields ``city``, ``province``, ``year`` and ``industry``; '' where there is none.
    city_by : {'name', 'code', 'text'}
        As the clusters were matched; 'text' compares the texts themselves.
    level : {'prefecture', 'county', 'province'}
    feedback : QgsProcessingFeedback

    Returns
    -------
    DataFrame
        ``city`` (the key that is compared, None where unknown), ``name``, ``year`` (NaN where unknown) and
        ``industry`` as it is written.
    """
    columns = read_columns(source, list(dict.fromkeys(fields.values())), feedback)
    refuse_empty(source, columns.fid)
    texts = columns.values[fields["city"]]
    if city_by == "text":
        keys = [None if is_missing(text) else normalise(text) for text in texts]
        warn_of_rows(
            feedback,
            translate("ClusterBelt", "Belts without a city"),
            columns.fid[[key is None for key in keys]],
        )
        names = texts
    else:
        found = _resolver(city_by, level).resolve_all(texts, columns.values.get(fields["province"]))
        lost = found["code"].isna().to_numpy()
        warn_of_places(feedback, columns.fid[lost], texts[lost], found["by"][lost], found["candidates"][lost])
        keys, names = found["code"], found["name"]
    industry = columns.values[fields["industry"]] if fields.get("industry") else [None] * len(texts)
    return frame_of(
        {"city": keys, "name": names, "year": _years(columns, fields["year"], source), "industry": industry}
    )


def city_keys(codes, city_by):
    """Return the keys of clusters (``cb_citycd``) as `read_belt_cities` writes them."""
    if city_by == "text":
        return [None if is_missing(code) else normalise(code) for code in codes]
    return [None if is_missing(code) else code for code in codes]


def _resolver(city_by, level):
    places = registry.gazetteer(level=level)
    return ByCode(places) if city_by == "code" else places


def _years(columns, field, source):
    if not field:
        return np.full(len(columns.fid), np.nan)
    years = np.full(len(columns.fid), np.nan)
    for row, value in enumerate(columns.values[field]):
        year = None if is_missing(value) else year_of(value)
        if year is None and not is_missing(value):
            # The message of a cell that is no number serves here, too.
            parse_numbers(columns.values[field][row : row + 1], columns.fid[row:], field, source.sourceName())
        years[row] = np.nan if year is None else year
    return years
