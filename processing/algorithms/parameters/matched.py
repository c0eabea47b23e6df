"""The matched clusters that a table counts, and their class."""

from ...compat import translate


class Matched:
    """INPUT and CLASS.

    Parameters
    ----------
    class_is_optional : bool
    """

    INPUT = "INPUT"
    CLASS = "CLASS"

    def __init__(self, *, class_is_optional=False):
        self._class_is_optional = class_is_optional

    def add(self, algorithm, class_help=""):
        """Add the parameters."""
        algorithm.add_source(
            self.INPUT,
            translate("ClusterBelt", "Matched clusters"),
            translate("ClusterBelt", "The output of “Match clusters with belts”."),
        )
        algorithm.add_field(
            self.CLASS,
            translate("ClusterBelt", "Class field"),
            self.INPUT,
            class_help or translate("ClusterBelt", "Programme or other class of the clusters."),
            optional=self._class_is_optional,
        )

    def load(self, algorithm, parameters, context, feedback, needed, optional=(), name="", texts=()):
        """Read the clusters.

        Parameters
        ----------
        needed, optional : sequence of str
            Fields of the matching; see `layers.matched.read_matched`.
        name : str
            Parameter that names the field with the name of the cluster.
        texts : sequence of str
            Parameters that name further fields of the user.

        Returns
        -------
        analysis.tables.matched_rows.MatchedRows
        """
        from ...analysis.tables.matched_rows import MatchedRows
        from ...layers.matching.matched import read_matched

        source = algorithm.source(parameters, self.INPUT, context)
        class_field = algorithm.field(parameters, self.CLASS, context, source)
        name_field = algorithm.field(parameters, name, context, source) if name else ""
        further = [algorithm.field(parameters, text, context, source) for text in texts]
        frame = read_matched(source, needed, optional, [class_field, name_field, *further], feedback)
        return MatchedRows(frame, class_field, name_field)
