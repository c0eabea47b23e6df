"""The tables of virtual clusters that the report prints."""

from qgis.core import QgsProcessingException

from ...compat import is_null, translate

# Parameter of the report → the fields it prints, of the table of that name.
VIRTUAL_TABLES = {
    "VC_TABLE": ("vc_id", "kind", "core_city", "core_ind", "blocks", "cities", "mean_km", "max_km", "npi"),
    "FLOWS": ("f_name", "t_name", "flow"),
    "GAPS": ("name", "needs", "gaps", "by_prov", "by_group", "by_nation", "nobody", "complete"),
    "COUPLING": ("name", "class", "off", "on"),
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

    def load(self, algorithm, parameters, context):
        """Return the rows of each table that is given, by parameter.

        Returns
        -------
        dict of str to list of dict
            Null is None.
        """
        read = {}
        for name, fields in VIRTUAL_TABLES.items():
            source = algorithm.source(parameters, name, context)
            if source is not None:
                read[name] = _rows(source, name, fields)
        return read


def _rows(source, name, fields):
    from ...layers.reading.passes import features_of

    at = [source.fields().lookupField(field) for field in fields]
    lacking = [field for field, index in zip(fields, at) if index < 0]
    if lacking:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "{parameter}: layer “{layer}” has no field {fields}. Choose the output that the help of {parameter} "
                "names.",
            ).format(parameter=name, layer=source.sourceName(), fields=", ".join(lacking))
        )
    return [
        {field: None if is_null(row[index]) else row[index] for field, index in zip(fields, at)}
        for row in (feature.attributes() for feature in features_of(source, at))
    ]
