"""Which clusters the user wants to see: by status, class and city."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from qgis.core import QgsExpression

from ..processing.analysis.matching import statuses
from ..processing.cartography.counts import STATUS_FIELD
from .match_reader import CITY_FIELD


@dataclass(frozen=True)
class ClusterFilter:
    """A filter; the empty one keeps all.

    Attributes
    ----------
    hidden : tuple of str
        Statuses that are left out; rows without a status stay.
    class_value
        The class that is kept, None for all.
    city : str
        A part of the name of the city.
    """

    hidden: tuple = ()
    class_value: Any = None
    city: str = ""

    def keep(self, rows):
        """Return the rows that are kept."""
        if self.hidden:
            rows = [row for row in rows if row.status not in self.hidden]
        if self.class_value is not None:
            rows = [row for row in rows if row.class_value == self.class_value]
        if self.city:
            city = self.city.casefold()
            rows = [row for row in rows if row.city is not None and city in str(row.city).casefold()]
        return rows

    def expression(self, class_field, like="ILIKE"):
        """Return the filter as an expression; `like` is LIKE for the filter of a layer, which is SQL."""
        parts = []
        if self.hidden:
            status = QgsExpression.quotedColumnRef(STATUS_FIELD)
            values = ", ".join(map(QgsExpression.quotedString, self.hidden))
            parts.append(f"({status} IS NULL OR {status} NOT IN ({values}))")
        if self.class_value is not None and class_field:
            column = QgsExpression.quotedColumnRef(class_field)
            parts.append(f"{column} = {QgsExpression.quotedValue(self.class_value)}")
        if self.city:
            text = QgsExpression.quotedString(f"%{self.city.replace('%', '').replace('_', '')}%")
            parts.append(f"{QgsExpression.quotedColumnRef(CITY_FIELD)} {like} {text}")
        return " AND ".join(parts)

    def to_text(self):
        """Return the filter as a text for the project."""
        return json.dumps(asdict(self), ensure_ascii=False, default=str)

    @staticmethod
    def from_text(text):
        """Read a filter; what is not understood is the empty filter."""
        try:
            values = json.loads(text)
            hidden = tuple(name for name in values["hidden"] if name in statuses.ordered())
            return ClusterFilter(hidden, values["class_value"], str(values["city"]))
        except (ValueError, KeyError, TypeError):
            return ClusterFilter()
