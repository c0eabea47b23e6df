"""Parameters that the tables share: the matched clusters and their class."""

from qgis.core import QgsProcessing

from ...compat import translate
from ..base import ClusterBeltAlgorithm


class TableAlgorithm(ClusterBeltAlgorithm):
    """Base of the algorithms that count matched clusters."""

    INPUT = "INPUT"
    CLASS = "CLASS"
    OUTPUT = "OUTPUT"

    def group(self):
        return translate("ClusterBelt", "Tables")

    def groupId(self):  # noqa: N802
        return "tables"

    def add_matched(self, class_help="", *, class_is_optional=False):
        """Add INPUT and CLASS."""
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Matched clusters"),
            translate("ClusterBelt", "The output of “Match clusters with belts”."),
        )
        self.add_field(
            self.CLASS,
            translate("ClusterBelt", "Class field"),
            self.INPUT,
            class_help or translate("ClusterBelt", "The programme or other class of the clusters."),
            optional=class_is_optional,
        )

    def add_table(self, name, help_text, *, optional=False):
        """Add an output table."""
        self.add_sink(name, QgsProcessing.SourceType.TypeVector, help_text, optional=optional)

    def read_matched(self, parameters, context, feedback, needed, optional=(), texts=()):
        """Read INPUT; return the frame and the name of the class field in it."""
        from ...layers.matched import read_matched

        source = self.source(parameters, self.INPUT, context)
        class_field = self.field(parameters, self.CLASS, context, source)
        further = [self.field(parameters, name, context, source) for name in texts]
        return read_matched(source, needed, optional, [class_field, *further], feedback), class_field
