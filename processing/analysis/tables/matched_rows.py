"""The matched clusters that tables count."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd


@dataclass(frozen=True)
class MatchedRows:
    """Matched clusters, a row for each of their cities.

    Attributes
    ----------
    frame : DataFrame
        Fields of the matching and of the user.
    class_field : str
        The class; '' for none.
    name_field : str
        The name of the cluster; '' for none.
    """

    frame: pd.DataFrame
    class_field: str = ""
    name_field: str = ""
