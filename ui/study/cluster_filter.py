"""Which clusters the user wants to see: keys chosen by facet, and a text."""

import json
from dataclasses import dataclass, field

STATUS, CLASS, REASON, PROVINCE, READ_BY, JUDGED = FACETS = (
    "status",
    "class",
    "reason",
    "province",
    "read_by",
    "judged",
)


@dataclass(frozen=True)
class ClusterFilter:
    """A filter; the empty one keeps all.

    Attributes
    ----------
    chosen : dict of str to frozenset
        By facet the keys that are kept, None for rows without one; facets without a choice are left out.
    text : str
        A part of the name of the cluster or of its city.
    """

    chosen: dict = field(default_factory=dict)
    text: str = ""

    def __post_init__(self):
        chosen = {facet: frozenset(keys) for facet, keys in self.chosen.items() if keys}
        object.__setattr__(self, "chosen", chosen)

    def to_text(self):
        """Return the filter as a text for the project."""
        chosen = {facet: sorted(keys, key=str) for facet, keys in self.chosen.items()}
        return json.dumps({"chosen": chosen, "text": self.text}, ensure_ascii=False, default=str)

    @staticmethod
    def from_text(text):
        """Read a filter; what is not understood is the empty filter."""
        try:
            values = json.loads(text)
            chosen = {facet: keys for facet, keys in values["chosen"].items() if facet in FACETS}
            return ClusterFilter(chosen, str(values["text"]))
        except (ValueError, KeyError, TypeError, AttributeError):
            return ClusterFilter()
