"""Regions: cities, provinces or city groups, and the table of groups."""

from ...compat import translate
from .country import Country

UNITS = ("city", "province", "group")


class Regions:
    """The unit of regions, REGIONS and COUNTRY.

    Parameters
    ----------
    unit : str
        Name of the parameter of the unit; '' for none.
    advanced : bool
        Whether the dialog keeps the unit folded away.
    """

    REGIONS = "REGIONS"
    country = Country()

    def __init__(self, unit="UNIT", *, advanced=False):
        self.unit, self._advanced = unit, advanced

    def add(self, algorithm, description=""):
        """Add the parameters; `description` says what the unit is of."""
        if self.unit:
            algorithm.add_choice(
                self.unit,
                description,
                UNITS,
                UNITS[0],
                translate(
                    "ClusterBelt",
                    "province: only with codes of the gazetteer. group: the city groups of REGIONS; "
                    "cities outside all groups form one unit without a code.",
                ),
                advanced=self._advanced,
            )
        algorithm.add_source(
            self.REGIONS,
            translate("ClusterBelt", "Your own city groups"),
            translate(
                "ClusterBelt",
                "A table with code, group and, optionally, rank: a city counts in its group of rank 1. "
                "Default: the 19 city groups of China's 14th Five-Year Plan; 65 of their 237 rows are not "
                "confirmed by any published list (column evidence of resources/regions/citygroups.csv).",
            ),
            optional=True,
            advanced=True,
        )
        self.country.add(algorithm)

    def chosen(self, algorithm, parameters, context):
        """Return the unit."""
        return algorithm.parameterAsEnumString(parameters, self.unit, context)

    def places(self, algorithm, parameters, context, feedback, layers):
        """Find the places of some layers: `analysis.virtual.places.Places`."""
        from ...layers.virtual.member_places import find_places

        country = self.country.load(algorithm, parameters, context)
        return find_places(layers, country, context.transformContext(), feedback)

    def load(self, algorithm, parameters, context, feedback, places):
        """Find the regions of places: `analysis.virtual.units.Regions`."""
        from ...layers.virtual.member_places import find_regions

        source = algorithm.source(parameters, self.REGIONS, context)
        return find_regions(places, source, self.country.load(algorithm, parameters, context), feedback)
