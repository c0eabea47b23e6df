"""Parameters of tables that look at the belts again."""

from qgis.core import QgsProcessingParameterNumber

from ...compat import translate
from .places import LEVELS as CITY_LEVELS
from .places import TEXT_WAYS as CITY_WAYS
from .table_parameters import TableAlgorithm


class BeltTableAlgorithm(TableAlgorithm):
    """Base of the tables that compare matched clusters with a layer of belts."""

    BELTS = "BELTS"
    BELT_CITY = "BELT_CITY"
    BELT_INDUSTRY = "BELT_INDUSTRY"
    BELT_PROVINCE = "BELT_PROVINCE"
    BELT_YEAR = "BELT_YEAR"
    AS_OF = "AS_OF"
    CITY_BY = "CITY_BY"
    CITY_LEVEL = "CITY_LEVEL"

    def add_belts(self, *, industry, optional=False):
        """Add BELTS and its fields, with that of the industry where it is needed."""
        self.add_source(
            self.BELTS,
            translate("ClusterBelt", "Belts"),
            translate("ClusterBelt", "The belts that the clusters were matched with: a table or a layer."),
            optional=optional,
        )
        self.add_field(
            self.BELT_CITY,
            translate("ClusterBelt", "City of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Name or code of one city."),
            optional=optional,
        )
        if industry:
            self.add_field(
                self.BELT_INDUSTRY,
                translate("ClusterBelt", "Industry of the belt"),
                self.BELTS,
                translate("ClusterBelt", "Product or industry, as in the matching."),
                optional=optional,
            )
        self.add_field(
            self.BELT_PROVINCE,
            translate("ClusterBelt", "Province of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Tells cities and counties of the same name apart (朝阳区, 鼓楼区)."),
            optional=True,
        )
        self.add_field(
            self.BELT_YEAR,
            translate("ClusterBelt", "Year of the belt"),
            self.BELTS,
            translate("ClusterBelt", "Belts without a year count as current."),
            optional=True,
        )
        number = QgsProcessingParameterNumber(
            self.AS_OF, translate("ClusterBelt", "As of the year"), optional=True
        )
        self.add(
            number,
            translate(
                "ClusterBelt",
                "Belts of this year are current, those before it historic, later ones are left out. Default: the newest "
                "year.",
            ),
        )
        self.add_choice(
            self.CITY_BY,
            translate("ClusterBelt", "Cities are the same by"),
            CITY_WAYS,
            CITY_WAYS[0],
            translate(
                "ClusterBelt",
                "As in the matching. name: names and codes are looked up in the bundled gazetteer. code: "
                "administrative codes only. text: the text must equal the city code of the clusters (also "
                "for your own cities and for polygons: choose the field that holds the same key).",
            ),
        )

        self.add_choice(
            self.CITY_LEVEL,
            translate("ClusterBelt", "Level of the cities"),
            CITY_LEVELS,
            CITY_LEVELS[0],
            translate("ClusterBelt", "As in the matching; for name and code."),
        )

    def read_belts(self, parameters, context, feedback):
        """Read BELTS as `layers.belt_cities.read_belt_cities` gives them; None where there are none."""
        from ...layers.belt_cities import read_belt_cities

        source = self.source(parameters, self.BELTS, context)
        if source is None:
            return None
        names = {
            "city": self.BELT_CITY,
            "province": self.BELT_PROVINCE,
            "year": self.BELT_YEAR,
            "industry": self.BELT_INDUSTRY if self.parameterDefinition(self.BELT_INDUSTRY) else "",
        }
        fields = {
            key: self.field(parameters, name, context, source) if name else "" for key, name in names.items()
        }
        level = self.parameterAsEnumString(parameters, self.CITY_LEVEL, context)
        return read_belt_cities(source, fields, self.city_by(parameters, context), level, feedback)

    def city_by(self, parameters, context):
        """Return the value of CITY_BY."""
        return self.parameterAsEnumString(parameters, self.CITY_BY, context)

    def optional_int(self, parameters, name, context):
        """Return a whole number, or None where the parameter is empty."""
        if parameters.get(name) in (None, ""):
            return None
        return self.parameterAsInt(parameters, name, context)
