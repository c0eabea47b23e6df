"""Read memberships: rows that name a member and its groups."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import encode, number_texts
from ...analysis.matching.belt_years import parse_years
from ...analysis.text import normalise, split_list
from ...compat import translate
from ..feedback import refuse_empty, warn_of_rows
from ..matching.belts import plain_dates
from ..reading.columns import read_columns

# What may separate several groups in a cell.
_SEPARATORS = "|｜、､,，;；"


@dataclass(frozen=True)
class MembershipFields:
    """Names of the fields of memberships; those but the first two may be ''."""

    member: str
    group: str
    mode: str = ""
    role: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True)
class MembershipRows:
    """A row for each member, group and row of the layer.

    Attributes
    ----------
    source : sources.Source
    fid : (n,) int64
        Id of the row.
    row : (n,) int64
        Position of the row in what was read.
    member, group, mode : (n,) int64
        Positions in `members`, `groups`, `modes`; −1 for no mode.
    core : (n,) bool
    members, groups, modes : tuple of str
        In text order.
    columns : reading.columns.Columns
        All that was read, with the further fields.
    """

    source: object
    fid: np.ndarray
    row: np.ndarray
    member: np.ndarray
    group: np.ndarray
    mode: np.ndarray
    core: np.ndarray
    members: tuple
    groups: tuple
    modes: tuple
    columns: object


def read_memberships(source, fields, core_values, as_of, further, feedback):
    """Read a layer or table of memberships.

    Parameters
    ----------
    source : sources.Source
    fields : MembershipFields
    core_values : str
        Roles of leading members, separated by commas.
    as_of : int or None
        Memberships of this year count; None: all.
    further : list of str
        Fields that are read as well.
    feedback : QgsProcessingFeedback

    Returns
    -------
    MembershipRows
    """
    named = list(filter(None, vars(fields).values()))
    columns = read_columns(source, list(dict.fromkeys([*named, *further])), feedback)
    refuse_empty(source, columns.fid)
    member, members = number_texts(columns.typed[fields.member])
    cell, groups_of_cell, groups = _groups(columns.typed[fields.group])
    mode, modes = number_texts(columns.typed[fields.mode]) if fields.mode else (np.full(len(member), -1), ())
    current = _current(columns, fields, as_of, source.sourceName(), feedback)
    counts = np.array([*map(len, groups_of_cell), 0], dtype=np.int64)
    without = (
        (member < 0, translate("ClusterBelt", "Layer “{layer}”: rows left out, no member")),
        (counts[cell] == 0, translate("ClusterBelt", "Layer “{layer}”: rows left out, no group")),
    )
    kept = current
    for missing, reason in without:
        rows = np.flatnonzero(missing & kept)
        warn_of_rows(feedback, reason.format(layer=source.sourceName()), np.asarray(columns.fid)[rows])
        kept = kept & ~missing
    rows = np.flatnonzero(kept)
    if not len(rows):
        raise _no_memberships(source, fields, as_of)
    row = np.repeat(rows, counts[cell[rows]])
    flat = np.array([group for of in groups_of_cell for group in of], dtype=np.int64)
    starts = np.cumsum(counts) - counts
    step = np.arange(len(row)) - np.repeat(
        np.cumsum(counts[cell[rows]]) - counts[cell[rows]], counts[cell[rows]]
    )
    group = flat[starts[cell[row]] + step]
    core = (
        _cores(columns.typed[fields.role], core_values)[row]
        if fields.role
        else np.zeros(len(row), dtype=bool)
    )
    fid = np.asarray(columns.fid)
    return MembershipRows(
        source, fid[row], row, member[row], group, mode[row], core, members, groups, modes, columns
    )


def _no_memberships(source, fields, as_of):
    if as_of is None:
        said = translate(
            "ClusterBelt",
            "Layer “{layer}”: no row has a member (“{member}”) and a group (“{group}”). Check MEMBER and GROUP.",
        )
    else:
        said = translate(
            "ClusterBelt",
            "Layer “{layer}”: no row that is valid in {year} has a member (“{member}”) and a group (“{group}”). Check "
            "MEMBER, GROUP and AS_OF.",
        )
    given = {"layer": source.sourceName(), "member": fields.member, "group": fields.group, "year": as_of}
    return QgsProcessingException(said.format(**given))


def _groups(column):
    """Return the distinct cell of each row, the groups of each cell, and the names of the groups."""
    cell, distinct = encode(column)
    named = [list(dict.fromkeys(split_list(value, _SEPARATORS))) for value in distinct]
    groups = sorted({name for of in named for name in of})
    position = {name: at for at, name in enumerate(groups)}
    return cell, [[position[name] for name in of] for of in named], tuple(groups)


def _cores(column, core_values):
    number, distinct = encode(column)
    leading = {normalise(value) for value in split_list(core_values, _SEPARATORS)}
    return np.array([*(normalise(value) in leading for value in distinct), False], dtype=bool)[number]


def _current(columns, fields, as_of, layer, feedback):
    """Tell which rows hold in the year."""
    size = len(columns.fid)
    if as_of is None:
        return np.ones(size, dtype=bool)
    since, until = (
        parse_years(plain_dates(columns.typed[field]), columns.fid, field, layer)
        if field
        else np.full(size, np.nan)
        for field in (fields.since, fields.until)
    )
    current = ~(since > as_of) & ~(until < as_of)
    feedback.pushInfo(
        translate("ClusterBelt", "Rows valid in {year} (AS_OF): {count} of {all}.").format(
            count=int(current.sum()), all=size, year=as_of
        )
    )
    return current
