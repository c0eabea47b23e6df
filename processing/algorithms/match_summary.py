"""Class × status: the algorithm `clusterbelt:matchsummary`."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ..compat import translate
from .base import ClusterBeltAlgorithm

BASES = ("rows",)


class MatchSummary(ClusterBeltAlgorithm):
    """Counts the statuses of matched clusters by class, with rates and their bounds."""

    INPUT = "INPUT"
    CLASS = "CLASS"
    BASE = "BASE"
    OUTPUT = "OUTPUT"

    def name(self):
        return "matchsummary"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Summary of matches by class")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt", "Counts and rates of each status by class, with Wilson's 95 % bounds."
        )

    def tags(self):
        return translate(
            "ClusterBelt", "summary,table,rate,class,status,wilson,statistics,匹配率,统计"
        ).split(",")

    def group(self):
        return translate("ClusterBelt", "Tables")

    def groupId(self):  # noqa: N802
        return "tables"

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add(
            QgsProcessingParameterFeatureSource(
                self.INPUT,
                translate("ClusterBelt", "Matched clusters"),
                [QgsProcessing.SourceType.TypeVector],
            ),
            translate("ClusterBelt", "The output of “Match clusters with belts”."),
        )
        self.add(
            QgsProcessingParameterField(
                self.CLASS, translate("ClusterBelt", "Class field"), None, self.INPUT
            ),
            translate("ClusterBelt", "The programme or other class of the clusters."),
        )
        self.add_choice(
            self.BASE,
            translate("ClusterBelt", "What is counted"),
            BASES,
            list(BASES),
            translate("ClusterBelt", "rows: clusters by city, a shared cluster once in each of its cities."),
            several=True,
        )
        self.add_sink(
            self.OUTPUT,
            translate("ClusterBelt", "Summary"),
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "A row a class and * for all. Rates (rate_m matched, rate_a adjacent, rate_ma both) are per cent of the "
                "rows that are not unresolved; m_low … ma_high are their 95 % bounds. no_belt counts the unmatched rows "
                "in cities without belts.",
            ),
        )
        self.add_numbers(("CLASSES", translate("ClusterBelt", "Number of classes")))

    def compute(self, parameters, context, feedback):
        import pandas as pd

        from ..analysis.tables import match_summary
        from ..layers.columns import read_columns
        from ..layers.feedback import refuse_empty, stop_if_cancelled
        from ..layers.tables import write_table

        source = self.source(parameters, self.INPUT, context)
        class_field = self.field(parameters, self.CLASS, context, source)
        columns = read_columns(
            source, _result_fields(source, [class_field, "cb_status", "cb_reason"]), feedback
        )
        refuse_empty(source, columns.fid)
        frame = pd.DataFrame(columns.values)
        bases = self.parameterAsEnumStrings(parameters, self.BASE, context)
        table = pd.concat([match_summary(frame, class_field, base) for base in bases], ignore_index=True)
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), table)
        return {**outputs, "CLASSES": int(table["class"].nunique(dropna=False)) - 1}


def _result_fields(source, names):
    """Return the names; refuse a layer that is no output of the matching."""
    missing = [name for name in names if source.fields().lookupField(name) < 0]
    if missing:
        raise QgsProcessingException(
            translate(
                "ClusterBelt",
                "Layer “{layer}” has no field {missing}: choose the output of “Match clusters with belts”.",
            ).format(layer=source.sourceName(), missing=", ".join(missing))
        )
    return names
