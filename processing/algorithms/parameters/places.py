"""Which cities are the same."""

from ...analysis.messages import QT_TRANSLATE_NOOP
from ...compat import translate
from . import values
from .country import Country

TEXT_WAYS = ("name", "code", "text")
POLYGON, DISTANCE = "polygon", "distance"
LEVELS = ("prefecture", "county", "province")
# Of every field of provinces, in algorithms and models.
HELP_ON_PROVINCE = QT_TRANSLATE_NOOP(
    "ClusterBelt", "Distinguishes cities and counties of the same name (朝阳区, 鼓楼区)."
)


class Places:
    """How it is told that a cluster and a belt are in one place.

    Parameters
    ----------
    again : bool
        Whether the matching has told it before; then the clusters have cities.
    """

    CITY_BY = "CITY_BY"
    CITY_LEVEL = "CITY_LEVEL"
    CITIES = "CITIES"
    CITIES_FIELD = "CITIES_FIELD"
    DISTANCE = "DISTANCE"
    TOLERANCE = "TOLERANCE"
    country = Country()

    def __init__(self, *, again=False):
        self._again = again
        self._help = values.as_in_matching if again else str

    def add(self, algorithm):
        """Add the parameters."""
        help_text = translate(
            "ClusterBelt",
            "name: names and codes are looked up in the bundled gazetteer or in CITIES; an ambiguous name "
            "is settled by the province or by the nearest of its cities, otherwise it stays unresolved. "
            "code: codes of 4, 6, 9 or 12 digits only, or those of CITIES. text: equal texts are the same "
            "city, in any country. polygon: the polygon of CITIES in which the point lies.",
        )
        if not self._again:
            help_text += " " + translate(
                "ClusterBelt", "distance: all belts within DISTANCE, regardless of cities."
            )
        algorithm.add_choice(
            self.CITY_BY,
            translate("ClusterBelt", "Cities compared by"),
            (*TEXT_WAYS, POLYGON, *(() if self._again else (DISTANCE,))),
            TEXT_WAYS[0],
            self._help(help_text),
            advanced=True,
        )
        algorithm.add_choice(
            self.CITY_LEVEL,
            translate("ClusterBelt", "Administrative level of the cities"),
            LEVELS,
            LEVELS[0],
            self._help(
                translate(
                    "ClusterBelt",
                    "For the bundled gazetteer. prefecture: prefecture-level cities, prefectures and "
                    "municipalities. county: a text that names only a prefecture stands for the "
                    "prefecture itself.",
                )
            ),
            advanced=True,
        )
        algorithm.add_source(
            self.CITIES,
            translate("ClusterBelt", "Your own cities"),
            translate(
                "ClusterBelt", "A layer or table of cities in any country; polygons for CITY_BY polygon."
            ),
            optional=True,
            advanced=True,
        )
        algorithm.add_field(
            self.CITIES_FIELD,
            translate("ClusterBelt", "Name or code of your own cities"),
            self.CITIES,
            translate(
                "ClusterBelt",
                "The field that CITY_BY compares. For polygons the default is the feature id; polygons "
                "with the same text are one city.",
            ),
            optional=True,
            advanced=True,
        )
        if not self._again:
            algorithm.add_number(
                self.DISTANCE,
                translate("ClusterBelt", "Distance in metres"),
                translate(
                    "ClusterBelt",
                    "For CITY_BY distance: how far away belts may be, measured on the ellipsoid.",
                ),
                least=0,
                decimals=True,
                advanced=True,
            )
        algorithm.add_number(
            self.TOLERANCE,
            translate("ClusterBelt", "Tolerance in metres"),
            translate(
                "ClusterBelt",
                "For CITY_BY polygon: a point outside all polygons belongs to the nearest one within this "
                "distance.",
            ),
            default=0.0,
            least=0,
            decimals=True,
            advanced=True,
        )
        self.country.add(algorithm)

    def problem(self, algorithm, parameters, context, cities):
        """Say what CITY_BY needs; '' for nothing.

        Parameters
        ----------
        cities : sequence of str
            Parameters that name fields of cities, which are needed unless points decide.
        """
        way = self.way(algorithm, parameters, context)
        needed = {POLYGON: (self.CITIES,), DISTANCE: (self.DISTANCE,)}.get(way, cities)
        for name in needed:
            if values.is_empty(parameters, name):
                return translate("ClusterBelt", "CITY_BY {way} needs {parameter}.").format(
                    way=way, parameter=name
                )
        if way == DISTANCE and algorithm.parameterAsDouble(parameters, self.DISTANCE, context) <= 0:
            return translate("ClusterBelt", "DISTANCE must be greater than 0.")
        return ""

    def by_points(self, algorithm, parameters, context):
        """Return whether points tell the cities."""
        return self.way(algorithm, parameters, context) in (POLYGON, DISTANCE)

    def way(self, algorithm, parameters, context):
        """Return the value of CITY_BY."""
        return algorithm.parameterAsEnumString(parameters, self.CITY_BY, context)

    def load(self, algorithm, parameters, context, feedback, aliases, sources=()):
        """Return how rows find their city.

        Parameters
        ----------
        aliases : dict of str to tuple of str
            Names of cities that the user has given; see `analysis.places.resolving.Aliased`.
        sources : sequence of Source
            The layers whose rows are placed, for distances.

        Returns
        -------
        layers.city_ways.CityWay
        """
        from dataclasses import replace

        from ...analysis.places import registry

        found = self._way(algorithm, parameters, context, feedback, aliases, sources)
        return replace(
            found, place_names=registry.place_names(self.country.load(algorithm, parameters, context))
        )

    def _way(self, algorithm, parameters, context, feedback, aliases, sources):
        from ...analysis.places import registry
        from ...layers.matching import city_ways

        way, transforms = self.way(algorithm, parameters, context), context.transformContext()
        cities = algorithm.source(parameters, self.CITIES, context)
        if way == POLYGON:
            field = algorithm.field(parameters, self.CITIES_FIELD, context, cities)
            tolerance = algorithm.parameterAsDouble(parameters, self.TOLERANCE, context)
            return city_ways.by_polygon(cities, field, tolerance, transforms, feedback)
        if way == DISTANCE:
            radius = algorithm.parameterAsDouble(parameters, self.DISTANCE, context)
            return city_ways.by_distance(sources, radius, transforms)
        if cities is not None:
            field = values.name_field(algorithm, parameters, self.CITIES_FIELD, context, cities)
            places = city_ways.read_city_list(cities, field, way == "code", transforms, feedback)
        elif way == "text":
            places = None
        else:
            places = registry.gazetteer(
                self.country.load(algorithm, parameters, context),
                algorithm.parameterAsEnumString(parameters, self.CITY_LEVEL, context),
            )
        return city_ways.by_text(way, places, aliases, transforms)
