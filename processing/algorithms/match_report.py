"""The report of a study: the algorithm `clusterbelt:matchreport`."""

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterFolderDestination,
    QgsProcessingParameterVectorLayer,
)

from ..analysis.fields import (
    CB_BELT,
    CB_CITY,
    CB_CITYCD,
    CB_EVID,
    CB_NODES,
    CB_REASON,
    CB_ROW,
    CB_STATUS,
    CB_WEIGHT,
    CB_WHOLE,
    CB_WORDS,
)
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters import values
from .parameters.language import Language
from .parameters.matched import Matched
from .parameters.placed_belts import PlacedBelts
from .parameters.runs import Runs
from .parameters.status_numbers import rates_of_statuses
from .parameters.taxonomy import Limits, Taxonomy
from .parameters.virtual_tables import VirtualTables
from .parameters.words import Words

_FIELDS = (CB_STATUS, CB_REASON, CB_CITYCD, CB_CITY, CB_ROW, CB_WEIGHT, CB_NODES)
_FURTHER = (CB_WHOLE, CB_BELT, CB_EVID, CB_WORDS)
# What the record of the report says of the run.
_RECORDED = (
    *("CLASS", "BELT_CITY", "BELT_INDUSTRY", "BELT_YEAR", "AS_OF", "CITY_BY"),
    *("MAX_LEVELS", "MAX_HOPS", "LIFT", "KEYWORDS", "UNITS", "RUNS", "SEED"),
)


class MatchReport(ClusterBeltAlgorithm):
    """Writes all tables, the map and the charts as one page."""

    GROUP = "tables"
    LIBRARIES = (*ClusterBeltAlgorithm.LIBRARIES, "jinja2")
    NAME = "NAME"
    TITLE = "TITLE"
    SOURCE = "SOURCE"
    ELLIPSES = "ELLIPSES"
    MAP_CRS = "MAP_CRS"
    UNITS = "UNITS"
    OUTPUT = "OUTPUT"
    TABLES_FOLDER = "TABLES_FOLDER"
    matched, language = Matched(class_is_optional=True), Language()
    belts, runs, virtual = PlacedBelts(optional=True), Runs(), VirtualTables()
    taxonomy, limits, words = Taxonomy(again=True), Limits(again=True), Words("belt", again=True)

    def name(self):
        return "matchreport"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Report of matches")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Writes one HTML page with headline figures, map, charts and all tables, in English or Chinese.",
        )

    def tags(self):
        return translate("ClusterBelt", "report,html,tables,print,word,csv,map,chart,报告,表格").split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.matched.add(
            self,
            translate(
                "ClusterBelt",
                "Programme or other class of the clusters. Without it, the report counts all clusters together.",
            ),
        )
        self.add_field(
            self.NAME,
            translate("ClusterBelt", "Name of the cluster"),
            self.matched.INPUT,
            translate("ClusterBelt", "Printed in the lists. Default: the id of the row."),
            optional=True,
        )
        self.add_text(
            self.TITLE,
            translate("ClusterBelt", "Title"),
            translate("ClusterBelt", "Title of the report. Default: a general title in its language."),
        )
        self.add_text(
            self.SOURCE,
            translate("ClusterBelt", "Data sources"),
            translate(
                "ClusterBelt",
                "A sentence on where the data come from and to which date they refer; printed at the end.",
            ),
        )
        self.language.add(self, translate("ClusterBelt", "Language of the report"))
        self.add(
            QgsProcessingParameterVectorLayer(
                self.ELLIPSES,
                translate("ClusterBelt", "Ellipses"),
                [QgsProcessing.SourceType.TypeVectorPolygon],
                optional=True,
            ),
            translate(
                "ClusterBelt",
                "The output of “Weighted standard deviational ellipse”, shown on the map and as a table.",
            ),
        )
        self.belts.add(self)
        self.add_number(
            self.UNITS,
            translate("ClusterBelt", "Total number of cities"),
            translate(
                "ClusterBelt", "As in “Overlap of cities with clusters and with belts”; China has 337."
            ),
            least=1,
            advanced=True,
        )
        self.runs.add(self)
        for group in (self.taxonomy, self.limits, self.words):
            group.add(self)
        self.words.add_keywords(self)
        self.virtual.add(self)
        self.add_crs(
            self.MAP_CRS,
            translate("ClusterBelt", "Projection of the map"),
            translate(
                "ClusterBelt",
                "Default: Albers equal-area for data in China, otherwise that of the project or layer.",
            ),
            advanced=True,
        )
        self._add_files()
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows")),
            ("TABLE_COUNT", translate("ClusterBelt", "Tables in the report")),
            *rates_of_statuses(),
        )

    def _add_files(self):
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, translate("ClusterBelt", "Report"), "HTML (*.html)"
            ),
            translate(
                "ClusterBelt",
                "A single HTML file that opens offline and prints on A4. Its tables can be pasted into Word.",
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
                "Every table as a CSV file for Excel, unrounded. Existing files of the same names are "
                "replaced. Texts that Excel would take for formulas (beginning with = + - @) get an "
                "apostrophe in front.",
            ),
            advanced=True,
        )

    def problem(self, parameters, context):
        try:
            values.map_crs(self, parameters, self.MAP_CRS, context)
        except QgsProcessingException as error:
            return str(error)
        return self.belts.problem(self, parameters, context)

    def prepareAlgorithm(self, parameters, context, feedback):  # noqa: N802
        from ..report.scene import make_scene

        prepared = super().prepareAlgorithm(parameters, context, feedback)
        drawn = (self.matched.INPUT, "BELTS", self.ELLIPSES)
        self._scene = make_scene(
            [self._layer(parameters, name, context) for name in drawn],
            context,
            crs=values.map_crs(self, parameters, self.MAP_CRS, context),
            class_field=self.parameterAsString(parameters, self.matched.CLASS, context),
        )
        return prepared

    def compute(self, parameters, context, feedback):
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.matched import say_chance, say_unweighted
        from ..report.scene import take_over

        given = self, parameters, context, feedback
        scene = take_over(self._scene, self.language.load(self, parameters, context), feedback.isCanceled)
        self._scene = None
        stop_if_cancelled(feedback)
        clusters = self.matched.load(*given, _FIELDS, _FURTHER, name=self.NAME)
        say_unweighted(clusters.frame, feedback)
        words = self.words.load(*given, self.taxonomy.load(*given))
        belts = self.belts.load(*given, words.cities, words)
        feedback.setProgress(10)
        tables = self._tables(parameters, context, feedback, clusters, belts, words.taxonomy)
        for chance in tables.chances[:1]:
            say_chance(chance, feedback)
        stop_if_cancelled(feedback)
        feedback.setProgress(70)
        unread = {} if belts is None or belts.words is None else belts.unread()
        record = self._record(parameters, context, scene), unread, words.taxonomy
        results, sections, frames = self._write(parameters, context, feedback, tables, scene, record)
        stop_if_cancelled(feedback)
        results.update(self._write_tables(parameters, context, feedback, frames))
        every = tables.summary.rows()[tables.summary["class"].tolist().index("*")]
        return {**results, "ROWS": int(every["total"]), "TABLE_COUNT": sections, **_rates(every)}

    def _tables(self, parameters, context, feedback, clusters, belts, taxonomy):
        """Work out all tables."""
        from dataclasses import replace

        from ..analysis.matching.placed_belts import city_keys
        from ..analysis.tables.study_tables import MOST_LISTED, study_tables

        codes = clusters.frame[CB_CITYCD]
        keys = city_keys(codes) if belts is None else belts.keys_of(codes)
        return study_tables(
            replace(clusters, frame=clusters.frame.with_columns(city=keys)),
            taxonomy,
            self.limits.relations(self, parameters, context, taxonomy),
            belts=belts,
            units=values.whole_number(self, parameters, self.UNITS, context),
            test=self.runs.load(self, parameters, context),
            language=self.language.load(self, parameters, context),
            most=MOST_LISTED,
            cancelled=feedback.isCanceled,
        )

    def _write(self, parameters, context, feedback, tables, scene, record):
        """Write the page; returns the output, the number of sections and the tables by name."""
        from ..layers.writing.replacing import not_written
        from ..report.study_page import Record, write_report

        given, unread, taxonomy = record
        virtual = self.virtual.load(self, parameters, context, feedback)
        page = self.file_output(parameters, self.OUTPUT, context)
        try:
            sections, frames = write_report(
                page.path,
                tables,
                self.language.load(self, parameters, context),
                self.parameterAsString(parameters, self.TITLE, context),
                scene,
                Record(unread, taxonomy, given),
                virtual,
            )
        except OSError as error:
            raise not_written(self.OUTPUT, page.given, error) from error
        return {self.OUTPUT: page.given}, sections, frames

    def _write_tables(self, parameters, context, feedback, frames):
        """Write the tables into the folder, if any; returns the output."""
        from ..layers.writing.csv_tables import write_csv_tables

        folder = self.parameterAsString(parameters, self.TABLES_FOLDER, context)
        if not folder:
            return {}
        for file in write_csv_tables(self.staging, self.TABLES_FOLDER, folder, frames):
            feedback.pushInfo(translate("ClusterBelt", "Written: {file}").format(file=file))
        return {self.TABLES_FOLDER: folder}

    def _layer(self, parameters, name, context):
        """Return a layer to draw; rows that were chosen from a layer become a layer of their own."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is not None:
            return layer
        source = self.parameterAsSource(parameters, name, context)
        return None if source is None else source.materialize(QgsFeatureRequest())

    def _record(self, parameters, context, scene):
        """Return the layers and parameters for the record, by key of their words."""
        from ..cartography.counts import count_rows

        record = [("source", self.parameterAsString(parameters, self.SOURCE, context))]
        for key, name in (("layer_clusters", self.matched.INPUT), ("layer_belts", "BELTS")):
            source = self.source(parameters, name, context)
            if source is not None:
                record.append((key, f"{source.sourceName()} ({count_rows(source)})"))
        ellipses = scene.layers[2]
        if ellipses is not None:
            record.append(("layer_ellipses", f"{ellipses.name()} ({count_rows(ellipses)})"))
        own = self.source(parameters, self.taxonomy.TAXONOMY, context)
        record.append(("layer_taxonomy", own.sourceName() if own is not None else ""))
        used = [
            f"{name} = {self.parameterAsString(parameters, name, context)}"
            for name in _RECORDED
            if self.parameterAsString(parameters, name, context)
        ]
        return [*record, ("parameters", ", ".join(used))]


def _rates(every):
    """Return the rates of all classes as number outputs."""
    from ..analysis.matching import statuses

    rates = {f"RATE_{status.upper()}": every[f"rate_{rate}"] for rate, (status,) in statuses.rated().items()}
    return {name: None if rate != rate else float(rate) for name, rate in rates.items()}
