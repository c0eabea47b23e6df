"""Weighted standard deviational ellipse of Parquet files: the algorithm `clusterbelt:ellipseofparquet`."""

import os

from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingException, QgsProcessingParameterCrs

from ..compat import make_field, translate
from .base import ClusterBeltAlgorithm
from .parameters.drawn_ellipses import DrawnEllipses
from .parameters.ellipses import EllipseSize


class EllipseOfParquet(ClusterBeltAlgorithm):
    """The ellipses of `weightedellipse`, of tables too large to be read row by row."""

    GROUP = "distribution"
    FILES = "FILES"
    X = "X"
    Y = "Y"
    CRS = "CRS"
    WEIGHT = "WEIGHT"
    UID = "UID"
    size = EllipseSize(advanced=True)
    drawn = DrawnEllipses()

    def name(self):
        return "ellipseofparquet"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Weighted standard deviational ellipse of Parquet files")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Draws mean centre, extent and direction of the points in Parquet files of any size, "
            "summed by DuckDB.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "ellipse,SDE,parquet,geoparquet,duckdb,big data,directional distribution,标准差椭圆,大数据",
        ).split(",")

    def shortHelpString(self):  # noqa: N802
        return super().shortHelpString() + self.size.programs()

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_text(
            self.FILES,
            translate("ClusterBelt", "Parquet file, folder or pattern"),
            translate(
                "ClusterBelt",
                "For example firms.parquet, firms/*.parquet or a folder whose files (.parquet, .parq, .pq or no ending) "
                "form one table; what lies in it under names that begin with _ or a dot is not read. Needs the Python "
                "package duckdb.",
            ),
        )
        columns = (
            (self.X, translate("ClusterBelt", "x column")),
            (self.Y, translate("ClusterBelt", "y column")),
        )
        for name, title in columns:
            help_text = translate(
                "ClusterBelt",
                "Numbers. Default: x and y, lon and lat, longitude and latitude, or the bounding boxes of "
                "GeoParquet, whichever the files have.",
            )
            self.add_text(name, title, help_text)
        self.add(
            QgsProcessingParameterCrs(
                self.CRS,
                translate("ClusterBelt", "Coordinate reference system of x and y"),
                "EPSG:4326",
                True,
            ),
            translate(
                "ClusterBelt",
                "Coordinates in degrees are measured in an equal-area plane about the centre of the points.",
            ),
        )
        self.add_text(
            self.WEIGHT,
            translate("ClusterBelt", "Weight column"),
            translate(
                "ClusterBelt",
                "Numbers. Rows with an empty or zero weight are left out and counted; a negative weight is "
                "an error.",
            ),
        )
        self.add_text(
            self.UID,
            translate("ClusterBelt", "Group column"),
            translate(
                "ClusterBelt", "One ellipse per value; rows without a value form a group of their own."
            ),
        )
        self.size.add(self)
        self.drawn.add(self)

    def problem(self, parameters, context):
        if not self.parameterAsString(parameters, self.FILES, context).strip():
            return translate("ClusterBelt", "FILES is empty: give a Parquet file, a folder or a pattern.")
        return ""

    def files_read(self, parameters, context):
        from ..layers.reading.parquet_folders import belongs, files_meant
        from ..layers.writing.destinations import destination_of

        path = self.parameterAsString(parameters, self.FILES, context).strip()
        if not os.path.isdir(path):
            return files_meant(path)
        # A folder may hold any number of files: only those that an output names are looked for.
        outputs = (parameters.get(output.name()) for output in self.destinationParameterDefinitions())
        named = (destination_of(value, context) for value in outputs)
        return [found.path for found in named if found and belongs(found.path, path)]

    def compute(self, parameters, context, feedback):
        from ..layers.distribution.engines import Engine, Request, distribution_of
        from ..layers.reading.parquet import open_parquet
        from ..layers.reading.rows_instead import RowsOnly

        path, x, y, weight, uid = (
            self.parameterAsString(parameters, name, context).strip()
            for name in (self.FILES, self.X, self.Y, self.WEIGHT, self.UID)
        )
        rule = self.size.load(self, parameters, context)
        files = open_parquet(path, feedback)
        x, y, weight, uid = map(files.spelt, (x, y, weight, uid))
        engine = Engine(
            files.run,
            files.table(x, y, weight, uid),
            path,
            self.parameterAsCrs(parameters, self.CRS, context) or QgsCoordinateReferenceSystem(),
        )
        files.say_without(uid, feedback)
        try:
            found = distribution_of(
                engine, Request(weight, uid, None, rule.fit), context.transformContext(), feedback
            )
        except RowsOnly as why:
            raise QgsProcessingException(
                translate("ClusterBelt", "“{path}” cannot be measured: {why}.").format(path=path, why=why)
            ) from None
        groups = [make_field(uid, files.kind_of(uid))] if uid else []
        return self.drawn.write(self, parameters, context, feedback, found, groups)
