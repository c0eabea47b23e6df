"""Read an input–output table: a matrix of sectors, or a row for each flow."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ...analysis.columns import encode, number_texts, parse_numbers
from ...analysis.industries.sector_cells import Cells, sort_cells
from ...analysis.text import as_text, is_missing, normalise
from ...compat import translate
from ..feedback import refuse_empty, warn_of_counts, warn_of_rows
from ..reading.columns import read_columns

MATRIX, LONG = FORMS = ("matrix", "long")
_NAMED = 5
_LARGEST = 1e300


@dataclass(frozen=True)
class FlowFields:
    """Names of the fields: `sector` and `buyers` of a matrix; `sector`, `buyer`, `value` of a long table."""

    sector: str
    buyers: tuple = ()
    buyer: str = ""
    value: str = ""


def read_matrix(source, fields, total, feedback):
    """Read a table with a row for each delivering and a field for each buying sector.

    Parameters
    ----------
    source : sources.Source
    fields : FlowFields
        Without `buyers` all fields that are called as a sector of the rows.
    total : str
        Row of the total inputs; '' for none.
    feedback : QgsProcessingFeedback

    Returns
    -------
    analysis.industries.input_output.SectorFlows
    """
    columns = read_columns(source, [fields.sector], feedback)
    refuse_empty(source, columns.fid)
    row, names = number_texts(columns.typed[fields.sector])
    buyers = fields.buyers or _called(source, names, fields.sector, total, feedback)
    if not names:
        raise QgsProcessingException(
            translate("ClusterBelt", "Layer “{layer}”, field “{field}”: no row has a sector.").format(
                layer=source.sourceName(), field=fields.sector
            )
        )
    if not buyers:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: no field has the name of a sector in the field {field} (for example "
                "{example}). Choose COLUMNS, or FORM long.",
            ).format(layer=source.sourceName(), field=fields.sector, example=names[0])
        )
    columns = read_columns(source, [fields.sector, *buyers], feedback)
    row, names = number_texts(columns.typed[fields.sector])
    values = [parse_numbers(columns.typed[name], columns.fid, name, source.sourceName()) for name in buyers]
    shape = (len(row), len(buyers))
    giver = np.broadcast_to(np.array([*names, ""], dtype=object)[row][:, None], shape).ravel()
    taker = np.broadcast_to(np.array(buyers, dtype=object), shape).ravel()
    fid = np.repeat(np.asarray(columns.fid), len(buyers))
    _say_nothing([columns.typed[name] for name in buyers], feedback)
    return _sorted(source, Cells(giver, taker, np.column_stack(values).ravel(), fid), total, feedback)


def read_long(source, fields, total, feedback):
    """Read a table with a row for each flow.

    Parameters
    ----------
    As in `read_matrix`; total is a value of the delivering sector.
    """
    columns = read_columns(source, list(dict.fromkeys([fields.sector, fields.buyer, fields.value])), feedback)
    refuse_empty(source, columns.fid)
    value = parse_numbers(columns.typed[fields.value], columns.fid, fields.value, source.sourceName())
    ends = []
    for field in (fields.sector, fields.buyer):
        number, names = number_texts(columns.typed[field])
        ends.append(np.array([*names, ""], dtype=object)[number])
    _say_nothing([columns.typed[fields.value]], feedback)
    return _sorted(source, Cells(*ends, value, np.asarray(columns.fid)), total, feedback)


def say_chains(found, lost, feedback):
    """Say what the chains carry and what was left out.

    Parameters
    ----------
    found : analysis.industries.input_output.Chains
    lost : list of str
        Sectors that are no industry of the taxonomy.
    feedback : QgsProcessingFeedback
    """
    warn_of_rows(feedback, translate("ClusterBelt", "Sectors that are not an industry of the taxonomy"), lost)
    if len(found.table) and found.share == found.share:
        feedback.pushInfo(
            translate(
                "ClusterBelt", "Edges: {count}, with {percent} % of the flow between different industries."
            ).format(count=len(found.table), percent=f"{100 * found.share:.1f}")
        )
    else:
        feedback.pushWarning(
            translate("ClusterBelt", "No coefficient reaches THRESHOLD: there are no edges.")
        )
    named = [f"{up}>{down}" for up, down in found.circular]
    if named:
        feedback.pushWarning(
            translate(
                "ClusterBelt",
                "Edges left out, because they would form a cycle ({count}): {edges}",
            ).format(
                count=len(named), edges=", ".join(named[:_NAMED]) + (" …" if len(named) > _NAMED else "")
            )
        )


def _called(source, names, sector, total, feedback):
    """Return the fields that are called as a sector, and say which are not."""
    known = {normalise(name) for name in names} - {normalise(total)}
    others = [name for name in source.fields().names() if name != sector]
    found = tuple(name for name in others if normalise(name) in known)
    left = [name for name in others if name not in found]
    if found and left:
        reason = translate("ClusterBelt", "Fields that are not called as a sector of the rows, not read")
        warn_of_rows(feedback, reason, left)
    return found


def _say_nothing(columns, feedback):
    """Say which cells have no number, and so count as no flow."""
    signs, empty = {}, 0
    for column in columns:
        number, distinct = encode(column)
        for at, count in enumerate(np.bincount(number[number >= 0], minlength=len(distinct)).tolist()):
            text = as_text(distinct[at])
            if text and isinstance(distinct[at], str) and is_missing(text):
                signs[text] = signs.get(text, 0) + count
            empty += 0 if text else count
        empty += int((number < 0).sum())
    reason = translate("ClusterBelt", "Cells with a sign for nothing, counted as no flow")
    warn_of_counts(feedback, reason, {f"“{text}”": signs[text] for text in sorted(signs)})
    if empty:
        feedback.pushInfo(
            translate("ClusterBelt", "Empty cells, which count as no flow: {count}.").format(count=empty)
        )


def _sorted(source, cells, total, feedback):
    """Return the flows of cells, and say what is left out of them or added."""
    with np.errstate(over="ignore"):
        whole = np.abs(cells.value[np.isfinite(cells.value)]).sum()
    # The coefficients are products and quotients of them.
    if not whole < _LARGEST:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: the flows are too large to compute with. Divide all numbers of the table by the same "
                "number; only their proportions matter.",
            ).format(layer=source.sourceName())
        )
    found = sort_cells(cells, total)
    for reason, named in (
        (translate("ClusterBelt", "Rows left out, no sector"), found.unnamed),
        (
            translate("ClusterBelt", "Rows left out, because they are sums of other rows"),
            found.sums,
        ),
        (translate("ClusterBelt", "Rows with negative flows, not counted"), found.negative),
        (
            translate("ClusterBelt", "Pairs of sectors with several flows, which are added"),
            found.repeated,
        ),
        (
            translate("ClusterBelt", "Buying sectors left out, no total inputs above 0 in the row of TOTAL"),
            found.without_total,
        ),
        (
            translate("ClusterBelt", "Sectors that buy more than their total inputs"),
            found.exceeding,
        ),
    ):
        warn_of_rows(feedback, reason, named)
    return found.flows
