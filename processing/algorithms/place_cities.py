"""Place a table by city: the algorithm `clusterbelt:placecities`."""

from qgis.core import QgsProcessing, QgsWkbTypes

from ..analysis.fields import table
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.country import Country
from .parameters.places import HELP_ON_PROVINCE
from .parameters.values import name_field


class PlaceCities(ClusterBeltAlgorithm):
    """Gives each row of a table the point of its city."""

    GROUP = "clusters"
    INPUT = "INPUT"
    CITY = "CITY"
    PROVINCE = "PROVINCE"
    YEAR = "YEAR"
    CITIES = "CITIES"
    CITIES_FIELD = "CITIES_FIELD"
    OUTPUT = "OUTPUT"
    country = Country()

    def name(self):
        return "placecities"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Place a table by city")

    def shortDescription(self):  # noqa: N802
        return translate("ClusterBelt", "Turns rows with city names into points at these cities.")

    def tags(self):
        return translate(
            "ClusterBelt", "geocode,city,prefecture,gazetteer,place names,adcode,地级市,定位"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Table or layer"),
            translate("ClusterBelt", "A table, for example a CSV file or a spreadsheet, or a layer."),
        )
        self.add_field(
            self.CITY,
            translate("ClusterBelt", "City field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "City name as people write it (深圳, 广东省深圳市, 昆山, 苏州工业园区, Shenzhen), or a code. Counties are "
                "placed at their prefecture-level city.",
            ),
        )
        self.add_field(
            self.PROVINCE,
            translate("ClusterBelt", "Province field"),
            self.INPUT,
            translate("ClusterBelt", HELP_ON_PROVINCE),
            optional=True,
        )
        self.add_field(
            self.YEAR,
            translate("ClusterBelt", "Year field"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "Year of the row, for administrative units that have changed: 巢湖 in 2011, 莱芜 in 2019. "
                "Default: today.",
            ),
            optional=True,
        )
        self.add_source(
            self.CITIES,
            translate("ClusterBelt", "Your own cities"),
            translate(
                "ClusterBelt",
                "A layer of cities in any country, used instead of the bundled gazetteer; equal names are "
                "the same city.",
            ),
            source_type=QgsProcessing.SourceType.TypeVectorAnyGeometry,
            optional=True,
            advanced=True,
        )
        self.add_field(
            self.CITIES_FIELD,
            translate("ClusterBelt", "Name field of your own cities"),
            self.CITIES,
            translate("ClusterBelt", "The field of your own cities that holds their names."),
            optional=True,
            advanced=True,
        )
        self.country.add(self)
        self.add_sink(
            self.OUTPUT,
            QgsProcessing.SourceType.TypeVectorPoint,
            translate(
                "ClusterBelt",
                "All rows, each with its city. Rows whose city is not found have no geometry; the log "
                "counts them and lists what they could be.",
            ),
        )
        self.add_numbers(
            ("PLACED", translate("ClusterBelt", "Rows placed")),
            ("UNPLACED", translate("ClusterBelt", "Rows not placed")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.distinct import nulls
        from ..layers.feedback import refuse_empty, stop_if_cancelled
        from ..layers.matching.places import warn_of_places
        from ..layers.reading.blank_rows import warn_of_merged_cells
        from ..layers.reading.columns import read_columns

        source = self.source(parameters, self.INPUT, context)
        city, province, year = (
            self.field(parameters, name, context, source) for name in (self.CITY, self.PROVINCE, self.YEAR)
        )
        resolver, crs = self._resolver(parameters, context, feedback)
        columns = read_columns(source, [city, province, year], feedback)
        refuse_empty(source, columns.fid)
        warn_of_merged_cells(source, columns, (city, province), feedback)
        texts, provinces = columns.values[city], columns.values.get(province)
        years = _years(columns, year, source.sourceName())
        found = resolver.resolve_all(texts, provinces, years, feedback.isCanceled)
        lost = nulls(found["code"])
        warn_of_places(feedback, columns.fid[lost], texts[lost], found["by"][lost], found["candidates"][lost])
        stop_if_cancelled(feedback)
        target = (self, parameters, self.OUTPUT, context)
        outputs = _write(target, source, columns.fid, found, crs, feedback)
        return {**outputs, "PLACED": int((~lost).sum()), "UNPLACED": int(lost.sum())}

    def _resolver(self, parameters, context, feedback):
        """Return where cities are looked up, and the reference system of their points."""
        from ..analysis.places import registry
        from ..layers.matching.places import read_cities
        from ..layers.reading.row_points import degrees

        own = self.source(parameters, self.CITIES, context)
        if own is None:
            return registry.gazetteer(self.country.load(self, parameters, context)), degrees()
        field = name_field(self, parameters, self.CITIES_FIELD, context, own)
        return read_cities(own, field, feedback), own.sourceCrs()


def _years(columns, field, layer):
    """Return the years of the rows, None where there is no such field."""
    from ..analysis.matching.belt_years import parse_years
    from ..layers.matching.belts import plain_dates

    return parse_years(plain_dates(columns.values[field]), columns.fid, field, layer) if field else None


def _write(output, source, fids, found, crs, feedback):
    """Write all rows at the points of their cities."""
    from ..layers.matching.places import place_point
    from ..layers.writing.copying import nullable, write_rows
    from ..layers.writing.sinks import fields_of

    points = [place_point(lon, lat) for lon, lat in zip(found["lon"], found["lat"])]
    return write_rows(
        output,
        source,
        fids,
        fields_of(table("placed").fields),
        (range(len(fids)), [list(map(nullable, found[name])) for name in ("name", "code", "by")]),
        QgsWkbTypes.Type.Point,
        crs,
        lambda number, own: points[number],
        feedback,
    )
