"""Read belts as the matching takes them."""

import pandas as pd

from .columns import read_columns
from .feedback import refuse_empty
from .places import warn_of_places


def read_belts(source, resolver, identity, name, city, industry, province, *, feedback):
    """Read a belt layer or table.

    Parameters
    ----------
    source : QgsProcessingFeatureSource
    resolver : analysis.resolving.Resolver
        Where cities are looked up.
    identity, name, city, industry, province : str
        Names of fields; without identity the feature id counts, without name the industry.
    feedback : QgsProcessingFeedback

    Returns
    -------
    DataFrame
        As `analysis.matching.match` takes it; a row an input row.
    """
    fields = list(dict.fromkeys([identity, name, city, industry, province]))
    columns = read_columns(source, fields, feedback)
    refuse_empty(source, columns.fid)
    values = columns.values
    found = resolver.resolve_all(values[city], values.get(province))
    lost = found["code"].isna().to_numpy()
    warn_of_places(
        feedback, columns.fid[lost], values[city][lost], found["by"][lost], found["candidates"][lost]
    )
    return pd.DataFrame(
        {
            "belt": values.get(identity, columns.fid),
            "name": values.get(name, values[industry]),
            "city": found["code"],
            "city_name": found["name"],
            "industry": values[industry],
        }
    )
