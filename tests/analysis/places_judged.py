"""Texts of places with their right readings, and what is made of them."""

import csv
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True)
class Judged:
    """A text of a list: `code` is that of its city, '' where it must be refused, ``x|CODE`` where either is right."""

    text: str
    province: str
    code: str
    why: str
    found: object

    @property
    def verdict(self):
        """``right``; ``unread`` where it is refused and should not be; ``wrong`` where another city is given."""
        if self.found.code is None:
            return "right" if self.code[:1] in ("", "x") else "unread"
        return "right" if self.found.code in self.code.split("|") else "wrong"


def judge(name, gazetteer):
    """Resolve the texts of ``places_<name>.csv``."""
    with open(DATA / f"places_{name}.csv", encoding="utf-8-sig", newline="") as file:
        return [
            Judged(**row, found=gazetteer.resolve(row["text"], row["province"]))
            for row in csv.DictReader(file)
        ]
