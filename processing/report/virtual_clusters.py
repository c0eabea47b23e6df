"""The section of virtual clusters: clusters with their cores, flows as a heat map, gaps, coupling."""

from __future__ import annotations

from dataclasses import replace

from .cells import NUMBER, SHORT, TEXT, Table, count, number

_CLUSTERS, _UNITS, _REGIONS, _NAMED = 20, 12, 30, 8


def virtual_sections(tables, words, signs):
    """Return the tables that are given, the first with the heading of the section.

    Parameters
    ----------
    tables : dict of str to list of dict
        From `parameters.virtual_tables`.
    words, signs : dict of str to str
        Of the report, and of virtual clusters.

    Returns
    -------
    list of cells.Table
    """
    makers = {
        "VC_TABLE": lambda rows: _clusters(rows, words, signs),
        "FLOWS": lambda rows: _flows(rows, words),
        "GAPS": lambda rows: _gaps(rows, words, signs),
        "COUPLING": lambda rows: _coupling(rows, words, signs),
    }
    made = [make(tables[name]) for name, make in makers.items() if name in tables]
    if made:
        made[0] = replace(made[0], part=words["virtual_part"], lead=words["n_potential"])
    return made


def _clusters(rows, words, signs):
    shown = sorted(rows, key=lambda row: row["vc_id"])[:_CLUSTERS]
    return Table(
        "t_vc",
        [
            words[key]
            for key in ("vc_core", "vc_kind", "vc_blocks", "vc_cities", "vc_mean_km", "vc_max_km", "vc_npi")
        ],
        [
            [
                " · ".join(str(row[key]) for key in ("core_city", "core_ind") if row[key]),
                signs.get(f"kind_{row['kind']}", ""),
                count(row["blocks"]),
                count(row["cities"]),
                number(row["mean_km"], 0),
                number(row["max_km"], 0),
                number(row["npi"], 2),
            ]
            for row in shown
        ],
        [TEXT, SHORT, *[NUMBER] * 5],
        note=words["n_vc"],
        more=len(rows) - len(shown),
    )


def _flows(rows, words):
    """The matrix of the largest units, supplier by row; the colour of a cell is its share of the largest."""
    cells, size, whole = {}, {}, 0.0
    for row in rows:
        key, flow = (
            (row["f_name"] or words["no_unit"], row["t_name"] or words["no_unit"]),
            float(row["flow"] or 0),
        )
        cells[key] = cells.get(key, 0.0) + flow
        whole += flow
        for unit in set(key):
            size[unit] = size.get(unit, 0.0) + flow
    units = sorted(size, key=lambda unit: (-size[unit], unit))[:_UNITS]
    inside = [[cells.get((a, b), 0.0) for b in units] for a in units]
    most = max((flow for line in inside for flow in line), default=0.0) or 1.0
    share = sum(map(sum, inside)) / whole if whole else 0.0
    return Table(
        "t_flows",
        [words["supplier"], *units],
        [[unit, *(number(flow, 1) if flow else "" for flow in line)] for unit, line in zip(units, inside)],
        [SHORT, *[NUMBER] * len(units)],
        note=words["n_flows"].format(shown=len(units), all=len(size), percent=number(100 * share)),
        shades={
            (i, j + 1): round(0.75 * flow / most, 3)
            for i, line in enumerate(inside)
            for j, flow in enumerate(line)
            if flow
        },
    )


def _gaps(rows, words, signs):
    shown = sorted(rows, key=lambda row: (-(row["gaps"] or 0), str(row["name"])))[:_REGIONS]
    scales = ("province", "group", "nation", "nobody")
    return Table(
        "t_gaps",
        [
            words["region"],
            words["needs"],
            *(signs[f"met_{key}"] for key in ("here", *scales)),
            words["complete"],
        ],
        [
            [
                str(row["name"] or ""),
                count(row["needs"]),
                count((row["needs"] or 0) - (row["gaps"] or 0)),
                *(count(row[key]) for key in ("by_prov", "by_group", "by_nation", "nobody")),
                number(None if row["complete"] is None else 100 * row["complete"]),
            ]
            for row in shown
        ],
        [SHORT, *[NUMBER] * 7],
        note=words["n_gaps"],
        more=len(rows) - len(shown),
    )


def _coupling(rows, words, signs):
    lines = []
    for key in ("both", "real", "virtual", "none"):
        found = [row for row in rows if row["class"] == key]
        sums = [sum(float(row[name] or 0) for row in found) for name in ("off", "on")]
        found.sort(key=lambda row: (-float(row["off"] or 0) - float(row["on"] or 0), str(row["name"])))
        names = list(dict.fromkeys(str(row["name"] or "") for row in found))
        named = words["and"].join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
        lines.append([signs[f"coupling_{key}"], count(len(found)), *map(count, sums), named])
    header = [words[key] for key in ("quadrant", "rows_of_quadrant", "offline", "online", "largest")]
    return Table("t_coupling", header, lines, [SHORT, NUMBER, NUMBER, NUMBER, TEXT], note=words["n_coupling"])
