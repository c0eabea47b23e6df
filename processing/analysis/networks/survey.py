"""All tables of a network, each worked out when it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from ..industries.relations import relations
from ..virtual.places import Places
from ..virtual.units import Regions
from .brokerage import find_bridges, group_links
from .co_members import flow_table, refuse_too_many
from .cores import find_cores
from .crossing import crossing_table, find_crossing
from .group_table import group_table, spokes
from .kinship import relations_of_members
from .member_table import member_table, mode_table
from .memberships import Memberships

if TYPE_CHECKING:
    from ..arrays import Ints
    from ..cancelling import Poll
    from ..frames import Table
    from ..industries.taxonomy import Taxonomy
    from ..virtual.units import Division
    from .brokerage import Brokerage
    from .cores import Cores
    from .crossing import Crossing


@dataclass(frozen=True)
class Survey:
    """Memberships, where they are, and what can be told of them.

    Attributes
    ----------
    memberships : Memberships
    places : Places
    regions : Regions
    taxonomy : Taxonomy
    lift : int
        By how many levels the ends of chain edges may be raised.
    language : {'en', 'zh'}
    cancelled : callable or None
    """

    memberships: Memberships
    places: Places
    regions: Regions
    taxonomy: Taxonomy
    lift: int = 0
    language: str = "en"
    cancelled: Poll = None

    @cached_property
    def cores(self) -> Cores:
        """Core places of the groups."""
        return find_cores(self.memberships, self.places)

    @cached_property
    def bridges(self) -> Brokerage:
        """Members that tie groups together."""
        return find_bridges(self.memberships, self.cancelled)

    @cached_property
    def crossing(self) -> Crossing:
        """Ties across industries."""
        return find_crossing(self.memberships, self.taxonomy, self.cancelled)

    @cached_property
    def _groups(self) -> tuple[Table, Ints]:
        kinship = relations_of_members(self.memberships, relations(self.taxonomy, lift=self.lift))
        across = self.crossing.across(len(self.memberships.groups))
        return group_table(
            self.memberships, self.cores, self.places, self.regions, kinship, across, self.language
        )

    def groups(self) -> tuple[Table, Ints]:
        """Return the table of groups, and the place of each row."""
        table, order = self._groups
        return table, self.cores.first[order]

    def spokes(self, most: float = np.inf) -> tuple[Table, Ints, Ints]:
        """Return the lines from cores to the places outside, with the places at their ends; refuse more than `most`."""
        refuse_too_many(int((~self.cores.is_core).sum()), most)
        return spokes(self.memberships, self.cores, self.places, self._groups[1])

    def flows(self, division: Division, most: float = np.inf) -> tuple[Table, Ints, Ints]:
        """Return the ties between the units of a division, with the units at their ends; refuse more than `most`."""
        return flow_table(self.memberships, self.places, division, most, self.cancelled)

    def members(self) -> Table:
        """Return the table of members."""
        return member_table(self.memberships, self.places, self.bridges.bridge, self._groups[1])

    def links(self) -> Table:
        """Return the pairs of groups that share members."""
        return group_links(self.memberships, self.bridges)

    def industries(self) -> Table:
        """Return the ties between root industries."""
        return crossing_table(self.crossing, self.taxonomy, self.language)

    def modes(self) -> Table:
        """Return the table of modes."""
        return mode_table(self.memberships, *self._groups)

    @property
    def numbers(self) -> dict[str, float]:
        """Groups, members, bridges, share outside the cores and mean distance from them, over memberships."""
        cores, whole = self.cores, len(self.memberships)
        return {
            "GROUP_COUNT": len(self.memberships.groups),
            "MEMBER_COUNT": len(self.memberships.members),
            "BRIDGE_COUNT": int((self.memberships.reach > 1).sum()),
            "SHARE_OUT": float(cores.members[~cores.is_core].sum()) / whole,
            "MEAN_KM": float((cores.members * cores.km).sum()) / whole,
        }
