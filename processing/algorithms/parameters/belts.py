"""The belts, their fields and years."""

from ...analysis.fields import CB_COUNT
from ...compat import translate
from . import values
from .places import HELP_ON_PROVINCE


class Belts:
    """BELTS and its fields, and AS_OF.

    Parameters
    ----------
    again : bool
        Whether the matching has read them before: then its output needs no field, and ids and names are not asked for.
    optional : bool
        Whether there need not be any.
    industry : bool
        Whether it is asked what the belts make.
    """

    BELTS = "BELTS"
    BELT_ID = "BELT_ID"
    BELT_NAME = "BELT_NAME"
    BELT_CITY = "BELT_CITY"
    BELT_INDUSTRY = "BELT_INDUSTRY"
    BELT_PROVINCE = "BELT_PROVINCE"
    BELT_COUNT = "BELT_COUNT"
    BELT_YEAR = "BELT_YEAR"
    BELT_START = "BELT_START"
    BELT_END = "BELT_END"
    AS_OF = "AS_OF"

    def __init__(self, *, again=False, optional=False, industry=True):
        self._again, self._optional, self._industry = again, optional, industry

    def add(self, algorithm):
        """Add the parameters."""
        self._add_layer(algorithm)
        self._add_places(algorithm)
        self._add_years(algorithm)

    def _add_layer(self, algorithm):
        if self._again:
            help_text = translate(
                "ClusterBelt",
                "The belts with which the clusters were matched, preferably the output BELTS_OUT of the "
                "matching: it is used as it was read there, and no field parameter is needed. Any other "
                "table or layer is read as in the matching.",
            )
        else:
            help_text = translate(
                "ClusterBelt", "Online industrial belts or other specialised places: a table or layer."
            )
        algorithm.add_source(
            self.BELTS, translate("ClusterBelt", "Belts"), help_text, optional=self._optional
        )
        if self._again:
            return
        algorithm.add_field(
            self.BELT_ID,
            translate("ClusterBelt", "Belt id"),
            self.BELTS,
            translate("ClusterBelt", "Default: the feature id."),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.BELT_NAME,
            translate("ClusterBelt", "Belt name"),
            self.BELTS,
            translate("ClusterBelt", "Names the belt in the evidence. Default: its industry."),
            optional=True,
            advanced=True,
        )

    def _add_places(self, algorithm):
        algorithm.add_field(
            self.BELT_CITY,
            translate("ClusterBelt", "City of the belt"),
            self.BELTS,
            translate(
                "ClusterBelt",
                "Name or code of a single city. Not needed where the points decide "
                "(CITY_BY polygon or distance).",
            ),
            optional=True,
            advanced=self._again,
        )
        if self._industry:
            algorithm.add_field(
                self.BELT_INDUSTRY,
                translate("ClusterBelt", "Industry of the belt"),
                self.BELTS,
                translate("ClusterBelt", "Product or industry, in the same form as for clusters."),
                optional=self._again,
                advanced=self._again,
            )
        algorithm.add_field(
            self.BELT_PROVINCE,
            translate("ClusterBelt", "Province of the belt"),
            self.BELTS,
            translate("ClusterBelt", HELP_ON_PROVINCE),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.BELT_COUNT,
            translate("ClusterBelt", "Number of belts"),
            self.BELTS,
            translate(
                "ClusterBelt",
                "For aggregated tables: the number of belts of one city, industry and year that a row "
                "represents; all counts use it. Default: the field {field} if there is one, otherwise 1.",
            ).format(field=CB_COUNT),
            optional=True,
            advanced=True,
        )

    def _add_years(self, algorithm):
        algorithm.add_field(
            self.BELT_YEAR,
            translate("ClusterBelt", "Year of the belt"),
            self.BELTS,
            translate(
                "ClusterBelt",
                "A year or a date. Belts of the year AS_OF are current, as are belts without a year; those "
                "of earlier years are historic. A year later than next year, such as 9999, counts as no "
                "year.",
            ),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.BELT_START,
            translate("ClusterBelt", "First year of the belt"),
            self.BELTS,
            translate(
                "ClusterBelt",
                "Use it with the last year instead of a single year. Empty: the belt has always existed.",
            ),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.BELT_END,
            translate("ClusterBelt", "Last year of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Empty: the belt still exists."),
            optional=True,
            advanced=True,
        )
        algorithm.add_number(
            self.AS_OF,
            translate("ClusterBelt", "Year of the current belts"),
            translate(
                "ClusterBelt",
                "Belts of later years are ignored. Default: the latest year in the data.",
            ),
            least=1000,
            advanced=True,
        )

    def problem(self, algorithm, parameters, context, clusters):
        """Say what contradicts itself; '' for nothing. `clusters` names the source of the clusters."""
        spans = [name for name in (self.BELT_START, self.BELT_END) if not values.is_empty(parameters, name)]
        if spans and not values.is_empty(parameters, self.BELT_YEAR):
            return translate("ClusterBelt", "Choose either BELT_YEAR, or BELT_START and BELT_END.")
        return self.same_as_clusters(algorithm, parameters, context, clusters)

    def same_as_clusters(self, algorithm, parameters, context, clusters):
        """Say that clusters and belts are the same rows, of which each would have its belt; '' where they are not."""
        from ...layers.matching.same_rows import same_rows

        if not same_rows(algorithm, parameters, clusters, self.BELTS, context):
            return ""
        return translate(
            "ClusterBelt",
            "{clusters} and BELTS are the same layer, so that every cluster would match itself. "
            "Choose the layer of the belts, or different rows of the layer.",
        ).format(clusters=clusters)

    def as_of(self, algorithm, parameters, context):
        """Return the year of the current belts, None where it was not given."""
        return values.whole_number(algorithm, parameters, self.AS_OF, context)

    def load(self, algorithm, parameters, context, feedback, way, words, reading):
        """Read the belts for a match.

        Parameters
        ----------
        way : layers.city_ways.CityWay
        words : layers.taxonomies.Words
        reading : layers.belt_rows.Reading

        Returns
        -------
        layers.belts.BeltRows
        """
        from ...layers.matching.belts import read_belts

        source = algorithm.source(parameters, self.BELTS, context)
        fields = self.fields(algorithm, parameters, context, source)
        return read_belts(source, fields, way, words, feedback, reading)

    def fields(self, algorithm, parameters, context, source):
        """Return the fields that were chosen: `layers.belts.BeltFields`."""
        from ...layers.matching.belts import BeltFields

        names = {name: f"BELT_{name.upper()}" for name in BeltFields.__dataclass_fields__}
        asked = {key: name for key, name in names.items() if algorithm.parameterDefinition(name)}
        fields = {key: algorithm.field(parameters, name, context, source) for key, name in asked.items()}
        fields["count"] = fields["count"] or values.field_of(source, CB_COUNT)
        return BeltFields(**fields)
