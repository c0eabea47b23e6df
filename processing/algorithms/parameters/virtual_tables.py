"""The tables of virtual clusters that the report prints."""

from qgis.core import QgsProcessingException

from ...compat import translate

# Parameter of the report → the table it is and the fields that it prints.
VIRTUAL_TABLES = {
    "VC_TABLE": (
        "vc",
        ("vc_id", "kind", "core_city", "core_ind", "blocks", "cities", "mean_km", "max_km", "npi"),
    ),
    "FLOWS": ("link_flows", ("f_name", "t_name", "flow")),
    "GAPS": (
        "gap_regions",
        ("name", "needs", "gaps", "by_prov", "by_group", "by_nation", "nobody", "complete"),
    ),
    "COUPLING": ("integration", ("name", "class", "off", "on")),
}


class VirtualTables:
    """Optional outputs of the algorithms for virtual clusters, for the report."""

    def add(self, algorithm):
        for name, description, help_text in (
            (
                "VC_TABLE",
                translate("ClusterBelt", "Virtual clusters"),
                translate("ClusterBelt", "TABLE of “Virtual clusters”: the clusters with their cores."),
            ),
            (
                "FLOWS",
                translate("ClusterBelt", "Flows between regions"),
                translate(
                    "ClusterBelt",
                    "FLOWS of “Chain links between cities”, best by province or city group; printed as a matrix.",
                ),
            ),
            (
                "GAPS",
                translate("ClusterBelt", "Gaps by region"),
                translate("ClusterBelt", "REGIONS_OUT of “Gaps in industrial chains”."),
            ),
            (
                "COUPLING",
                translate("ClusterBelt", "Real and virtual agglomeration"),
                translate("ClusterBelt", "The output of “Real and virtual agglomeration”."),
            ),
        ):
            algorithm.add_source(name, description, help_text, optional=True, advanced=True)

    def load(self, algorithm, parameters, context, feedback):
        """Return the rows of each table that is given, by parameter.

        Returns
        -------
        dict of str to list of dict
            Null is None; numbers are numbers, in a table of texts (CSV) as well.
        """
        read = {}
        for name, (table, fields) in VIRTUAL_TABLES.items():
            source = algorithm.source(parameters, name, context)
            if source is not None:
                read[name] = _rows(source, name, table, fields, feedback)
        return read


def _rows(source, name, table, fields, feedback):
    from ...analysis.fields import TEXT
    from ...analysis.fields import table as table_named
    from ...layers.reading.columns import read_columns

    lacking = [field for field in fields if source.fields().lookupField(field) < 0]
    if lacking:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "{parameter}: layer “{layer}” has no field {fields}. Choose the output that the help of {parameter} "
                "names.",
            ).format(parameter=name, layer=source.sourceName(), fields=", ".join(lacking))
        )
    columns = read_columns(source, list(fields), feedback)
    kinds = {field.key: field.kind for field in table_named(table).fields}
    values = [
        _texts(columns.typed[field])
        if kinds[field] == TEXT
        else _numbers(columns.typed[field], columns.fid, field, source.sourceName())
        for field in fields
    ]
    return [dict(zip(fields, row)) for row in zip(*values)]


def _texts(column):
    from ...analysis.text import as_text
    from ...analysis.typed_columns import as_objects

    # “none” is a class of coupling, not nothing.
    return [None if value is None else as_text(value) or None for value in as_objects(column)]


def _numbers(column, fid, field, layer):
    from ...analysis.columns import parse_numbers

    return [None if value != value else value for value in parse_numbers(column, fid, field, layer).tolist()]
