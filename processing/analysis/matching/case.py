"""Everything that a match is decided from and explained with."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd

from ..frames import Table
from ..industries.relations import Relations
from ..industries.set_costs import SetCosts
from ..industries.taxonomy import Taxonomy
from .belt_years import BeltYears
from .city_industries import CityIndustries
from .entries import Entries
from .industry_sets import IndustrySets


@dataclass(frozen=True)
class Case:
    """A question with its answers.

    Attributes
    ----------
    clusters : DataFrame
    belts : frames.Table
        Both as they were given, with all optional columns.
    taxonomy : Taxonomy
    relations : Relations
    industries : IndustrySets
        Of the clusters, then of the belts.
    set_cost : SetCosts
        Cost of the best relation between any two industries.
    entries : Entries
        The belts by place.
    position : ndarray of int, shape (e,)
        Place of each entry in the order of preference.
    belt_placed : ndarray of bool, shape (m,)
        Whether the place of a belt is known.
    code : ndarray of int64, shape (e,), or None
        Cell of each entry; None where there are no judgements.
    years : BeltYears
    keys : CityIndustries
    stocks : tuple of Stock
        The current belts and the historic ones.
    answers : tuple of Answers
        Of the two.
    nearest : ndarray of int64, shape (keys,)
        Where nothing is related, the current entry with the nearest common ancestor; −1 for none.
    language : {'en', 'zh'}
    radius : float or None
        Metres within which belts count, where places are no cities.
    """

    clusters: pd.DataFrame
    belts: Table
    taxonomy: Taxonomy
    relations: Relations
    industries: IndustrySets
    set_cost: SetCosts
    entries: Entries
    position: np.ndarray
    belt_placed: np.ndarray
    code: np.ndarray
    years: BeltYears
    keys: CityIndustries
    stocks: tuple
    answers: tuple
    nearest: np.ndarray
    language: str
    radius: float = None

    @cached_property
    def belt_texts(self):
        """The distinct text of the industry of each belt; see `IndustrySets.text`."""
        return self.industries.text[len(self.clusters) : len(self.clusters) + len(self.belts)]

    def industry_of_belt(self, belt):
        """Return the industry of a belt row."""
        text = self.belt_texts[belt]
        return int(self.industries.number[text]) if text >= 0 else -1

    def basis_of(self, entry):
        """Return the number of the stock that holds an entry."""
        return int(self.years.basis[self.entries.belt_of(entry)])

    def verdict(self, key, entry):
        """Return the judgement on a key and an entry, None where the rules hold."""
        stock = self.stocks[self.basis_of(entry)]
        return None if self.code is None else stock.verdict(key, self.code[entry])

    def rejected(self, key):
        """Return the judgement that took from a key a relation to current belts, None where none did."""
        exceptions = self.stocks[0].exceptions
        return None if exceptions is None else exceptions.rejected.get(key)

    def nodes_of(self, key, belt):
        """Return the nodes over which a key and a belt are related; None where only their words are equal."""
        if not self.keys.resolved[key]:
            return None
        return self.set_cost.best_nodes(self.keys.industry[key], self.industry_of_belt(belt))

    def best(self):
        """Return the best entry of each key: a current one if any is related, else a historic one, else −1."""
        now, past = (found.best for found in self.answers)
        return np.where(now >= 0, now, past)
