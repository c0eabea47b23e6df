"""The report of a study: the algorithm `clusterbelt:matchreport`."""

import importlib.util

from qgis.core import QgsFeatureRequest, QgsProcessingException

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
)
from ..compat import no_threading, translate
from .parameters import values
from .parameters.report_parameters import ReportParameters

_FIELDS = (CB_STATUS, CB_REASON, CB_CITYCD, CB_CITY, CB_ROW, CB_WEIGHT, CB_NODES)
_FURTHER = (CB_WHOLE, CB_BELT, CB_EVID)


class MatchReport(ReportParameters):
    """Writes all tables, the map and the charts as one page."""

    def name(self):
        return "matchreport"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Report of matches")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "One HTML page with headline figures, map, charts and all tables, in English or Chinese.",
        )

    def tags(self):
        return translate("ClusterBelt", "report,html,tables,print,word,csv,map,chart,报告,表格").split(",")

    def flags(self):
        return no_threading(super().flags())

    def canExecute(self):  # noqa: N802
        able, why = super().canExecute()
        return (able, why) if not able else (not _missing(), _missing())

    def checkParameterValues(self, parameters, context):  # noqa: N802
        if _missing():
            return False, _missing()
        return super().checkParameterValues(parameters, context)

    def compute(self, parameters, context, feedback):
        from ..analysis.matching import statuses
        from ..analysis.tables.study_tables import MOST_LISTED, study_tables
        from ..layers.belt_cities import city_keys
        from ..layers.belt_industries import read_belt_industries, say_chance
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matched import say_unweighted
        from ..layers.writing.csv_tables import write_csv_tables
        from ..report.study_page import write_report

        frame, class_field = self.read_matched(
            parameters, context, feedback, _FIELDS, _FURTHER, texts=[self.NAME]
        )
        say_unweighted(frame, feedback)
        frame["city"] = city_keys(frame[CB_CITYCD], self.city_by(parameters, context))
        taxonomy, relations = self.read_rules(parameters, context, feedback)
        belts, industries = self._belts(parameters, context, feedback), None
        if belts is not None and self.parameterAsString(parameters, self.BELT_INDUSTRY, context):
            words = self.with_scheme(parameters, context, belts["industry"], taxonomy, feedback)
            keywords = self.parameterAsBool(parameters, self.KEYWORDS, context)
            industries = read_belt_industries(words, taxonomy, keywords)
        language = self.language(parameters, context)
        tables = study_tables(
            frame,
            class_field,
            self.parameterAsString(parameters, self.NAME, context),
            taxonomy,
            relations,
            belts=belts,
            belt_sets=industries.sets if industries else None,
            as_of=self.optional_int(parameters, self.AS_OF, context),
            units=self.optional_int(parameters, self.UNITS, context),
            runs=self.parameterAsInt(parameters, self.RUNS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            language=language,
            most=MOST_LISTED,
            cancelled=feedback.isCanceled,
        )
        for chance in tables.chances[:1]:
            say_chance(chance, feedback)
        stop_if_cancelled(feedback)
        path = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        try:
            sections, frames = write_report(
                path,
                tables,
                language,
                title=self.parameterAsString(parameters, self.TITLE, context),
                layers=[
                    self._layer(parameters, name, context) for name in (self.INPUT, self.BELTS, self.ELLIPSES)
                ],
                project=context.project(),
                transform_context=context.transformContext(),
                crs=values.crs(self, parameters, self.MAP_CRS, context),
                belt_texts=industries.unresolved if industries else {},
                taxonomy=taxonomy,
                record=self._record(parameters, context),
                warn=feedback.pushWarning,
            )
        except OSError as error:
            raise QgsProcessingException(
                translate("ClusterBelt", "The report cannot be written to “{path}”: {reason}.").format(
                    path=path, reason=error.strerror or error
                )
            ) from error
        results = {self.OUTPUT: path}
        folder = self.parameterAsString(parameters, self.TABLES_FOLDER, context)
        if folder:
            for file in write_csv_tables(folder, frames):
                feedback.pushInfo(translate("ClusterBelt", "Written: {file}").format(file=file))
            results[self.TABLES_FOLDER] = folder
        every = tables.summary.iloc[tables.summary["class"].tolist().index("*")]
        rates = {
            f"RATE_{status.upper()}": every[f"rate_{rate}"] for rate, (status,) in statuses.rated().items()
        }
        rates = {name: None if rate != rate else float(rate) for name, rate in rates.items()}
        return {**results, "ROWS": len(frame), "TABLE_COUNT": sections, **rates}

    def _belts(self, parameters, context, feedback):
        if self.source(parameters, self.BELTS, context) is None:
            return None
        if not self.parameterAsString(parameters, self.BELT_CITY, context):
            raise QgsProcessingException(
                translate("ClusterBelt", "BELTS is given without BELT_CITY: choose the field of the city.")
            )
        return self.read_belts(parameters, context, feedback)

    def _layer(self, parameters, name, context):
        """Return a layer to draw; rows that were chosen from a layer become a layer of their own."""
        layer = self.parameterAsVectorLayer(parameters, name, context)
        if layer is not None:
            return layer
        source = self.parameterAsSource(parameters, name, context)
        return None if source is None else source.materialize(QgsFeatureRequest())

    def _record(self, parameters, context):
        """Return the layers and parameters for the record, by key of their words."""
        from ..cartography.counts import count_rows

        record = [("source", self.parameterAsString(parameters, self.SOURCE, context))]
        for key, name in (("layer_clusters", self.INPUT), ("layer_belts", self.BELTS)):
            source = self.source(parameters, name, context)
            if source is not None:
                record.append((key, f"{source.sourceName()} ({count_rows(source)})"))
        ellipses = self.parameterAsVectorLayer(parameters, self.ELLIPSES, context)
        if ellipses is not None:
            record.append(("layer_ellipses", f"{ellipses.name()} ({count_rows(ellipses)})"))
        own = self.source(parameters, self.TAXONOMY, context)
        record.append(("layer_taxonomy", own.sourceName() if own is not None else ""))
        used = [
            f"{name} = {self.parameterAsString(parameters, name, context)}"
            for name in (
                *(self.CLASS, self.BELT_CITY, self.BELT_INDUSTRY, self.BELT_YEAR, self.AS_OF, self.CITY_BY),
                *(self.MAX_LEVELS, self.MAX_HOPS, self.LIFT, self.KEYWORDS, self.UNITS, self.RUNS, self.SEED),
            )
            if self.parameterAsString(parameters, name, context)
        ]
        return [*record, ("parameters", ", ".join(used))]


def _missing():
    """Say how to install what the page is made with; '' where it is there."""
    if importlib.util.find_spec("jinja2") is not None:
        return ""
    return translate(
        "ClusterBelt",
        "The report needs jinja2. Install python3-jinja2 with the package manager of your system, with the OSGeo4W set-up "
        "on Windows, or run “python3 -m pip install jinja2” with QGIS's Python.",
    )
