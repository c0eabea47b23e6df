"""Which cities are the same: the parameters of `matchclusters` for places, and what comes of them."""

from qgis.core import QgsProcessingParameterNumber

from ...compat import translate
from .country import Country
from .match_inputs import MatchInputs

CITY_WAYS = ("name", "code", "text")
POINT_WAYS = ("polygon", "distance")
CITY_LEVELS = ("prefecture", "county", "province")


class MatchPlaces(MatchInputs):
    """How `matchclusters` tells that a cluster and a belt are in one place."""

    CITY_BY = "CITY_BY"
    CITY_LEVEL = "CITY_LEVEL"
    CITIES = "CITIES"
    CITIES_FIELD = "CITIES_FIELD"
    DISTANCE = "DISTANCE"
    TOLERANCE = "TOLERANCE"

    def contradiction(self, parameters, context):
        way = self.parameterAsEnumString(parameters, self.CITY_BY, context)
        needed = {
            "polygon": (self.CITIES,),
            "distance": (self.DISTANCE,),
        }.get(way, (self.CLUSTER_CITY, self.BELT_CITY))
        for name in needed:
            if parameters.get(name) in (None, ""):
                return translate("ClusterBelt", "CITY_BY {way} needs {parameter}.").format(
                    way=way, parameter=name
                )
        if way == "distance" and self.parameterAsDouble(parameters, self.DISTANCE, context) <= 0:
            return translate("ClusterBelt", "DISTANCE must be greater than 0.")
        return super().contradiction(parameters, context)

    def _add_places(self):
        self.add_choice(
            self.CITY_BY,
            translate("ClusterBelt", "Cities are the same by"),
            (*CITY_WAYS, *POINT_WAYS),
            CITY_WAYS[0],
            translate(
                "ClusterBelt",
                "name: names and codes are looked up in the bundled list of Chinese cities, or in CITIES; a name of several "
                "cities is settled by the province or by the nearest of them, else it stays unresolved. code: codes of 4, "
                "6, 9 or 12 digits only, or those of CITIES. text: equal texts are equal cities, in any country. polygon: "
                "the polygon of CITIES that the point lies in. distance: belts within DISTANCE, without cities.",
            ),
        )
        self.add_choice(
            self.CITY_LEVEL,
            translate("ClusterBelt", "Level of the cities"),
            CITY_LEVELS,
            CITY_LEVELS[0],
            translate(
                "ClusterBelt",
                "Of the bundled list: prefecture (cities, prefectures, municipalities), county (a text that names a "
                "prefecture only stands for itself) or province.",
            ),
        )
        self.add_source(
            self.CITIES,
            translate("ClusterBelt", "Cities of your own"),
            translate(
                "ClusterBelt", "A layer or table of cities of any country; polygons for CITY_BY polygon."
            ),
            optional=True,
        )
        self.add_field(
            self.CITIES_FIELD,
            translate("ClusterBelt", "Name or code of your cities"),
            self.CITIES,
            translate(
                "ClusterBelt",
                "Field with what CITY_BY compares. For polygons the default is the feature id; polygons of the same text "
                "are one city.",
            ),
            optional=True,
        )
        self._add_length(
            self.DISTANCE,
            translate("ClusterBelt", "Distance in metres"),
            None,
            translate(
                "ClusterBelt", "For CITY_BY distance: belts up to so far away count, on the ellipsoid."
            ),
        )
        self._add_length(
            self.TOLERANCE,
            translate("ClusterBelt", "Tolerance in metres"),
            0.0,
            translate(
                "ClusterBelt",
                "For CITY_BY polygon: a point outside of all polygons belongs to the nearest one up to so far away.",
            ),
        )

        Country().add(self)

    def _add_length(self, name, description, default, help_text):
        length = QgsProcessingParameterNumber(
            name,
            description,
            QgsProcessingParameterNumber.Type.Double,
            default,
            optional=default is None,
            minValue=0,
        )
        self.add(length, help_text)

    def _country(self, parameters, context):
        return Country().load(self, parameters, context)

    def _city_way(self, parameters, context, aliases, feedback):
        """What looks up city texts, and what places points; one of the two is None."""
        way = self.parameterAsEnumString(parameters, self.CITY_BY, context)
        cities = self.source(parameters, self.CITIES, context)
        if way == "polygon":
            return None, self._polygons(parameters, context, cities, feedback)
        if way == "distance":
            return None, self._within_distance(parameters, context)
        resolver = self._resolver(parameters, context, way, cities, feedback)
        from ...analysis.places.resolving import Aliased

        return (Aliased(resolver, aliases.cities) if aliases.cities else resolver), None

    def _resolver(self, parameters, context, way, cities, feedback):
        from ...analysis.places import registry
        from ...analysis.places.citytable import AsWritten
        from ...analysis.places.resolving import ByCode
        from ...layers.places import read_city_list

        places = None
        if cities is not None:
            field = self.name_field(parameters, self.CITIES_FIELD, context, cities)
            places = read_city_list(cities, field, way == "code", context.transformContext(), feedback)
        if way == "text":
            return AsWritten(places)
        if places is None:
            level = self.parameterAsEnumString(parameters, self.CITY_LEVEL, context)
            places = registry.gazetteer(self._country(parameters, context), level)
        return ByCode(places) if way == "code" else places

    def _polygons(self, parameters, context, cities, feedback):
        from ...layers.polygon_cities import PolygonCities

        return PolygonCities(
            cities,
            self.field(parameters, self.CITIES_FIELD, context, cities),
            self.parameterAsDouble(parameters, self.TOLERANCE, context),
            context.transformContext(),
            feedback,
        )

    def _within_distance(self, parameters, context):
        from ...layers.near_belts import WithinDistance

        sources = [self.source(parameters, name, context) for name in (self.CLUSTERS, self.BELTS)]
        return WithinDistance(
            self.parameterAsDouble(parameters, self.DISTANCE, context),
            not any(source.sourceCrs().isValid() for source in sources),
            context.transformContext(),
        )
