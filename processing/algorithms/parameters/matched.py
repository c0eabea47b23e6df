"""The matched clusters that a table counts, and their class."""

from dataclasses import dataclass

from ...compat import translate


@dataclass(frozen=True)
class MatchedClusters:
    """Matched clusters.

    Attributes
    ----------
    frame : DataFrame
        See `layers.matched.read_matched`.
    class_field : str
        The class in it; '' for none.
    """

    frame: object
    class_field: str


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
            class_help or translate("ClusterBelt", "The programme or other class of the clusters."),
            optional=self._class_is_optional,
        )

    def load(self, algorithm, parameters, context, feedback, *, needed, optional=(), texts=()):
        """Read the clusters.

        Parameters
        ----------
        needed, optional : sequence of str
            Fields of the matching; see `layers.matched.read_matched`.
        texts : sequence of str
            Parameters that name further fields of the user.

        Returns
        -------
        MatchedClusters
        """
        from ...layers.matched import read_matched

        source = algorithm.source(parameters, self.INPUT, context)
        class_field = algorithm.field(parameters, self.CLASS, context, source)
        further = [algorithm.field(parameters, name, context, source) for name in texts]
        frame = read_matched(source, needed, optional, [class_field, *further], feedback)
        return MatchedClusters(frame, class_field)
