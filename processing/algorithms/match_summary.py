"""Class × status: the algorithm `clusterbelt:matchsummary`."""

from ..analysis.fields import CB_CITYCD, CB_REASON, CB_ROW, CB_STATUS, CB_WEIGHT, CB_WHOLE
from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.matched import Matched

BASES = ("rows", "whole", "weighted")


class MatchSummary(ClusterBeltAlgorithm):
    """Counts the statuses of matched clusters by class, with rates and their bounds."""

    GROUP = "tables"
    BASE = "BASE"
    OUTPUT = "OUTPUT"
    matched = Matched()

    def name(self):
        return "matchsummary"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Summary of matches by class")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Counts and rates of each status by class, with 95 % Wilson intervals, for all clusters, for "
            "those with a cluster of another class in their city and for the others.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "summary,table,rate,class,status,wilson,statistics,匹配率,统计"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.matched.add(self)
        self.add_choice(
            self.BASE,
            translate("ClusterBelt", "What is counted"),
            BASES,
            list(BASES[:1]),
            translate(
                "ClusterBelt",
                "rows: a shared cluster counts once in each of its cities. whole: each cluster counts "
                "once, with its best status. weighted: the rows of a shared cluster count by their "
                "weights, which add up to the weight of the cluster. Several may be chosen.",
            ),
            several=True,
        )
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "One row per class, and * for all classes, for each part: all clusters, accompanied ones "
                "(a cluster of another class is in the same city) and those alone; the last two add up to "
                "the first. Rates are percentages of the resolved ones.",
            ),
        )
        self.add_numbers(
            ("CLASSES", translate("ClusterBelt", "Number of classes")),
            ("P_MATCHED", translate("ClusterBelt", "p-value, equal matching rates of the classes (χ²)")),
            ("P_STATUSES", translate("ClusterBelt", "p-value, equal rates of all decided statuses (χ²)")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.tables import PARTS, equal_classes, match_summary, summaries
        from ..layers.feedback import stop_if_cancelled
        from ..layers.matching.matched import say_unweighted
        from ..layers.writing.tables import write_table

        bases = self.parameterAsEnumStrings(parameters, self.BASE, context)
        needed = [CB_STATUS, CB_REASON]
        needed += [CB_ROW, CB_WHOLE] if "whole" in bases else []
        needed += [CB_WEIGHT] if "weighted" in bases else []
        clusters = self.matched.load(self, parameters, context, feedback, needed=needed, optional=[CB_CITYCD])
        if "weighted" in bases:
            say_unweighted(clusters.frame, feedback)
        table = summaries(clusters.frame, clusters.class_field, bases, PARTS)
        rows = match_summary(clusters.frame, clusters.class_field)
        matched, statuses = equal_classes(rows)
        stop_if_cancelled(feedback)
        outputs = write_table((self, parameters, self.OUTPUT, context), table)
        numbers = {"CLASSES": len(rows) - 1, "P_MATCHED": matched[2], "P_STATUSES": statuses[2]}
        return {**outputs, **{name: None if value != value else value for name, value in numbers.items()}}
