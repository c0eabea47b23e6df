"""From rows of memberships to memberships: where the members are, and what they make."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import encode, number_texts
from ...analysis.fields import CB_CITY, CB_CITYCD, CB_NODES, CB_STATUS
from ...analysis.industries.node_sets import read_node_sets
from ...analysis.matching import statuses
from ...analysis.networks.memberships import Memberships, distinct, modes_of_groups, node_sets_of_members
from ...compat import translate
from ..feedback import refuse_empty, warn_of_counts, warn_of_rows
from ..reading.columns import read_columns
from .member_places import Located
from .members import least_names, refuse_without


@dataclass(frozen=True)
class Roster:
    """What is known of members, a row each or several.

    Attributes
    ----------
    member : (n,) int64
        Position in the members of the memberships.
    located : Located
        The same rows.
    node_set : (n,) int64
        Position in `sets`; −1 for none.
    sets : tuple of tuple of int
    status : (n,) object or None
    """

    member: np.ndarray
    located: Located
    node_set: np.ndarray
    sets: tuple
    status: np.ndarray


def fields_of_members(source):
    """Return the fields of a layer that tell of members; refuse one that does not tell their city."""
    refuse_without(source, CB_CITYCD)
    return [
        name for name in (CB_CITYCD, CB_CITY, CB_NODES, CB_STATUS) if source.fields().lookupField(name) >= 0
    ]


def roster_of_rows(rows, taxonomy):
    """Take what the rows of the memberships themselves tell of the members; another row may tell the city of a member."""
    return _placed(_roster(rows.source, rows.columns, rows.row, rows.member, taxonomy))


def read_roster(source, identity, rows, taxonomy, feedback):
    """Read the layer of the members.

    Parameters
    ----------
    source : sources.Source
    identity : str
        Field with what the memberships call the members.
    rows : membership_rows.MembershipRows
    taxonomy : analysis.industries.taxonomy.Taxonomy
    feedback : QgsProcessingFeedback

    Returns
    -------
    Roster
    """
    columns = read_columns(source, list(dict.fromkeys([identity, *fields_of_members(source)])), feedback)
    refuse_empty(source, columns.fid)
    number, texts = number_texts(columns.typed[identity])
    position = {text: at for at, text in enumerate(rows.members)}
    member = np.array([*(position.get(text, -1) for text in texts), -1], dtype=np.int64)[number]
    at = np.flatnonzero(member >= 0)
    roster = _roster(source, columns, at, member[at], taxonomy)
    reason = translate("ClusterBelt", "Layer “{layer}”: rows left out, no city")
    nowhere = roster.located.fid[roster.located.city < 0].tolist()
    warn_of_rows(feedback, reason.format(layer=source.sourceName()), list(dict.fromkeys(nowhere)))
    return _placed(roster)


def form_memberships(rows, roster, places, feedback):
    """Form the memberships of members that have a place.

    Parameters
    ----------
    rows : membership_rows.MembershipRows
    roster : Roster
    places : analysis.virtual.places.Places
    feedback : QgsProcessingFeedback

    Returns
    -------
    analysis.networks.memberships.Memberships
    """
    size = len(rows.members)
    position = {code: number for number, code in enumerate(places.codes)}
    place_of_row = np.array([position.get(code, -1) for code in roster.located.codes], dtype=np.int64)[
        roster.located.city
    ]
    there = place_of_row >= 0
    place = np.full(size, len(places))
    np.minimum.at(place, roster.member[there], place_of_row[there])
    _say_placeless(rows, place == len(places), feedback)
    kept = np.flatnonzero(place[rows.member] < len(places))
    if not len(kept):
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "No memberships are left: check MEMBER, GROUP and MEMBER_ID.",
            )
        )
    old, member = np.unique(rows.member[kept], return_inverse=True)
    old_groups, group = np.unique(rows.group[kept], return_inverse=True)
    sets, node_set = _nodes(roster, size)
    pairs = distinct(group, member, rows.core[kept], len(old))
    modes = modes_of_groups(group, rows.mode[kept], len(old_groups), rows.modes)
    matched, resolved = _statuses(roster, size)
    return Memberships(
        *pairs,
        tuple(rows.groups[at] for at in old_groups.tolist()),
        tuple(rows.members[at] for at in old.tolist()),
        modes,
        place[old],
        node_set[old],
        sets,
        None if matched is None else matched[old],
        None if resolved is None else resolved[old],
    )


def say_networks(survey, feedback):
    """Say how many groups there are, and return the numbers of `clusternetworks`.

    Parameters
    ----------
    survey : analysis.networks.survey.Survey
    feedback : QgsProcessingFeedback
    """
    numbers = survey.numbers
    feedback.pushInfo(
        translate(
            "ClusterBelt",
            "Groups: {GROUP_COUNT}; members: {MEMBER_COUNT}, in several groups: {BRIDGE_COUNT}.",
        ).format(**numbers)
    )
    alone = int((survey.memberships.sizes == 1).sum())
    if alone:
        feedback.pushInfo(
            translate(
                "ClusterBelt", "Groups with a single member, and therefore without ties: {count}."
            ).format(count=alone)
        )
    return numbers


def _roster(source, columns, at, member, taxonomy):
    city, codes = number_texts(columns.typed[CB_CITYCD])
    names = least_names(city, codes, columns.typed[CB_CITY]) if CB_CITY in columns.typed else {}
    node_set, sets = np.full(len(at), -1), ()
    if CB_NODES in columns.typed:
        number, texts = encode(columns.typed[CB_NODES])
        found = read_node_sets(texts, taxonomy)
        node_set, sets = np.append(found.of_row, -1)[number][at], found.sets
    status = columns.values[CB_STATUS][at] if CB_STATUS in columns.typed else None
    located = Located(source, np.asarray(columns.fid)[at], city[at], codes, names)
    return Roster(member, located, node_set, sets, status)


def _placed(roster):
    """Leave out rows without a city."""
    located = roster.located
    kept = located.city >= 0
    status = None if roster.status is None else roster.status[kept]
    there = Located(located.source, located.fid[kept], located.city[kept], located.codes, located.names)
    return Roster(roster.member[kept], there, roster.node_set[kept], roster.sets, status)


def _say_placeless(rows, placeless, feedback):
    """Say how many rows have a member without a place; a row of several groups is one row."""
    _, first = np.unique(rows.row, return_index=True)
    member = rows.member[np.sort(first)]
    counts = Counter(rows.members[at] for at in member[placeless[member]].tolist())
    warn_of_counts(feedback, translate("ClusterBelt", "Rows left out, member without a place"), counts)


def _nodes(roster, size):
    node_set, sets = node_sets_of_members(roster.member, roster.node_set, roster.sets, size)
    return sets, node_set


def _statuses(roster, size):
    """Tell of each member whether any of its rows is matched, and whether any is decided."""
    if roster.status is None:
        return None, None
    decided = statuses.decided()
    found = []
    for holds in (lambda value: value == statuses.MATCHED, lambda value: value in decided):
        of_member = np.zeros(size, dtype=bool)
        of_member[roster.member[[bool(holds(value)) for value in roster.status.tolist()]]] = True
        found.append(of_member)
    return found
