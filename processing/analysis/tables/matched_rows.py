"""The matched clusters that tables count."""

from __future__ import annotations

from dataclasses import dataclass

from ..frames import Table


@dataclass(frozen=True)
class MatchedRows:
    """Matched clusters, a row for each of their cities.

    Attributes
    ----------
    frame : Table
        Fields of the matching and of the user.
    class_field : str
        The class; '' for none.
    name_field : str
        The name of the cluster; '' for none.
    """

    frame: Table
    class_field: str = ""
    name_field: str = ""
