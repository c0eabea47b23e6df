"""The parameters of the report."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterCrs,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsProcessingParameterVectorLayer,
)

from ...compat import translate
from .belt_parameters import BeltTableAlgorithm
from .relation_parameters import RelationParameters
from .status_numbers import rates_of_statuses


class ReportParameters(RelationParameters, BeltTableAlgorithm):
    """What `matchreport` asks for and gives."""

    NAME = "NAME"
    TITLE = "TITLE"
    SOURCE = "SOURCE"
    ELLIPSES = "ELLIPSES"
    MAP_CRS = "MAP_CRS"
    UNITS = "UNITS"
    RUNS = "RUNS"
    SEED = "SEED"
    TABLES_FOLDER = "TABLES_FOLDER"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_matched()
        self.add_field(
            self.NAME,
            translate("ClusterBelt", "Name of the cluster"),
            self.INPUT,
            translate("ClusterBelt", "Printed in the lists; default: the id of the row."),
            optional=True,
        )
        self._add_text(
            self.TITLE,
            translate("ClusterBelt", "Title"),
            translate("ClusterBelt", "Of the report. Default: a general one in its language."),
        )
        self._add_text(
            self.SOURCE,
            translate("ClusterBelt", "Data sources"),
            translate("ClusterBelt", "A sentence for the record: where the data come from, and of when."),
        )
        self.add_language(
            translate("ClusterBelt", "Language of the report"),
            translate("ClusterBelt", "user: that of QGIS."),
        )
        self.add(
            QgsProcessingParameterVectorLayer(
                self.ELLIPSES,
                translate("ClusterBelt", "Ellipses"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            translate(
                "ClusterBelt",
                "The output of “Weighted standard deviational ellipse”: on the map, and as a table.",
            ),
        )
        self.add_belts(industry=True, optional=True)
        self._add_number(
            self.UNITS,
            translate("ClusterBelt", "Number of all cities"),
            None,
            translate(
                "ClusterBelt", "As in “Overlap of cities with clusters and with belts”; China has 337."
            ),
        )
        self._add_number(
            self.RUNS,
            translate("ClusterBelt", "Number of runs"),
            999,
            translate("ClusterBelt", "Of the test against chance, which needs belts with an industry."),
        )
        self._add_number(
            self.SEED,
            translate("ClusterBelt", "Seed"),
            1,
            translate("ClusterBelt", "The same seed gives the same result."),
        )
        self.add_rules()
        self.add_words()
        self.add(
            QgsProcessingParameterCrs(
                self.MAP_CRS, translate("ClusterBelt", "Projection of the map"), optional=True
            ),
            translate(
                "ClusterBelt", "Default: Albers for data in China, else that of the project or the layer."
            ),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, translate("ClusterBelt", "Report"), "HTML (*.html)"
            ),
            translate(
                "ClusterBelt",
                "One HTML file with all in it: it opens without a network, prints on A4, and its tables paste into Word.",
            ),
        )
        self.add(
            QgsProcessingParameterFolderDestination(
                self.TABLES_FOLDER,
                translate("ClusterBelt", "Folder for the tables"),
                optional=True,
                createByDefault=False,
            ),
            translate(
                "ClusterBelt",
                "Each table as a CSV file that Excel opens, unrounded; files there are replaced.",
            ),
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows")),
            ("TABLE_COUNT", translate("ClusterBelt", "Tables of the report")),
            *rates_of_statuses(),
        )

    def _add_text(self, name, description, help_text):
        self.add(QgsProcessingParameterString(name, description, optional=True), help_text)

    def _add_number(self, name, description, default, help_text):
        number = QgsProcessingParameterNumber(
            name,
            description,
            defaultValue=default,
            optional=default is None,
            minValue=0 if default == 1 else 1,
        )
        self.add(number, help_text)
