"""Read an input–output table: a matrix of sectors, or a row for each flow."""

from dataclasses import dataclass

import numpy as np
from qgis.core import QgsProcessingException

from ..analysis.columns import number_texts, parse_numbers
from ..analysis.industries.input_output import SectorFlows
from ..analysis.text import as_text, normalise
from ..compat import translate
from .feedback import refuse_empty, warn_of_rows
from .reading.columns import read_columns

MATRIX, LONG = FORMS = ("matrix", "long")
_NAMED = 5


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
    buyers = fields.buyers or _called(source, names, fields.sector)
    if not buyers:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}”: no field has the name of a sector in the field {field} (for example "
                "{example}). Choose COLUMNS, or FORM long.",
            ).format(layer=source.sourceName(), field=fields.sector, example=names[0] if names else "–")
        )
    columns = read_columns(source, [fields.sector, *buyers], feedback)
    row, names = number_texts(columns.typed[fields.sector])
    values = [parse_numbers(columns.typed[name], columns.fid, name, source.sourceName()) for name in buyers]
    shape = (len(row), len(buyers))
    giver = np.broadcast_to(np.array([*names, ""], dtype=object)[row][:, None], shape).ravel()
    taker = np.broadcast_to(np.array(buyers, dtype=object), shape).ravel()
    fid = np.repeat(np.asarray(columns.fid), len(buyers))
    return _flows(giver, taker, np.column_stack(values).ravel(), fid, total, feedback)


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
    return _flows(*ends, value, np.asarray(columns.fid), total, feedback)


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
                "ClusterBelt", "{count} edges carry {percent} % of the flow between different industries."
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
                "{count} edges are left out, because they would form a cycle: {edges}",
            ).format(
                count=len(named), edges=", ".join(named[:_NAMED]) + (" …" if len(named) > _NAMED else "")
            )
        )


def _called(source, names, sector):
    """Return the fields that are called as a sector."""
    known = {normalise(name) for name in names}
    return tuple(name for name in source.fields().names() if name != sector and normalise(name) in known)


def _flows(giver, taker, value, fid, total, feedback):
    """Sort the cells into flows and totals; what is no flow is named."""
    giver, taker = (np.array([as_text(text) for text in texts], dtype=object) for texts in (giver, taker))
    is_total = np.array([bool(total) and normalise(text) == normalise(total) for text in giver], dtype=bool)
    negative = (value < 0) & ~is_total
    warn_of_rows(
        feedback,
        translate("ClusterBelt", "Rows with negative flows, not counted"),
        list(dict.fromkeys(fid[negative].tolist())),
    )
    kept = (value > 0) & ~is_total & (giver != "") & (taker != "")
    sectors = sorted({*giver[kept], *taker[kept]})
    position = {sector: number for number, sector in enumerate(sectors)}
    totals = None
    if is_total.any():
        totals = np.zeros(len(sectors))
        for buyer, amount in zip(taker[is_total], value[is_total].tolist()):
            if buyer in position and amount > 0:
                totals[position[buyer]] = amount
    elif total:
        raise QgsProcessingException(
            translate("ClusterBelt", "TOTAL: no row has the name “{text}”.").format(text=total)
        )
    ends = (np.array([position[text] for text in texts[kept]], dtype=np.int64) for texts in (giver, taker))
    return SectorFlows(tuple(sectors), *ends, value[kept], totals)
