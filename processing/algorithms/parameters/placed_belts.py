"""The belts of a table: as the matching has read and placed them, or read again as it does."""

from ...compat import translate
from . import values
from .belts import Belts
from .places import Places
from .read_belts import ReadBelts


class PlacedBelts:
    """BELTS with its fields, AS_OF, how cities are told, and READ; the output of the matching needs BELTS alone.

    Parameters
    ----------
    optional : bool
        Whether there need not be any.
    industry : bool
        Whether it is asked what the belts make.
    clusters : str
        Parameter that names the source of the clusters.
    """

    def __init__(self, *, optional=False, industry=True, clusters="INPUT"):
        self._clusters = clusters
        self._belts = Belts(again=True, optional=optional, industry=industry)
        self._places = Places(again=True)
        self._read = ReadBelts()
        self._needs_industry = industry and not optional

    def add(self, algorithm):
        """Add the parameters."""
        self._belts.add(algorithm)
        self._places.add(algorithm)
        self._read.add(algorithm)

    def problem(self, algorithm, parameters, context):
        """Say what contradicts itself or is missing; '' for nothing."""
        source = algorithm.parameterAsSource(parameters, self._belts.BELTS, context)
        if source is None:
            return ""
        same = self._belts.same_as_clusters(algorithm, parameters, context, self._clusters)
        if same or _is_placed(source):
            return same
        needed = [self._belts.BELT_INDUSTRY] if self._needs_industry else []
        if not self._places.by_points(algorithm, parameters, context):
            needed.insert(0, self._belts.BELT_CITY)
        for name in needed:
            if values.is_empty(parameters, name):
                return translate(
                    "ClusterBelt",
                    "{parameter} is empty: choose the field, or use the output “Matched belts” of the matching "
                    "as BELTS.",
                ).format(parameter=name)
        return self._belts.problem(algorithm, parameters, context, self._clusters) or self._places.problem(
            algorithm, parameters, context, ()
        )

    def load(self, algorithm, parameters, context, feedback, cities, words=None):
        """Read the belts.

        Parameters
        ----------
        cities : dict of str to tuple of str
            The user's aliases of cities.
        words : layers.taxonomies.Words, optional
            Where the industry is asked for.

        Returns
        -------
        analysis.matching.placed_belts.PlacedBelts or None
            None where there are no belts.
        """
        from ...layers.matching.belts import read_placed_belts
        from ...layers.matching.belts_out import as_placed

        source = algorithm.source(parameters, self._belts.BELTS, context)
        if source is None:
            return None
        if _is_placed(source):
            self._say_unused(parameters, source, feedback)
            return as_placed(source, feedback)
        fields = self._belts.fields(algorithm, parameters, context, source)
        way = self._places.load(algorithm, parameters, context, feedback, cities)
        as_of = self._belts.as_of(algorithm, parameters, context)
        reading = self._read.load(algorithm, parameters, context)
        words = words if fields.industry else None
        return read_placed_belts(source, fields, way, words, as_of, feedback, reading)

    def _say_unused(self, parameters, source, feedback):
        """Name what was given and is not looked at, because the matching has decided it."""
        names = [
            "BELT_CITY",
            "BELT_INDUSTRY",
            "BELT_PROVINCE",
            "BELT_COUNT",
            "BELT_YEAR",
            "BELT_START",
            "BELT_END",
            "AS_OF",
        ]
        given = [name for name in names if not values.is_empty(parameters, name)]
        if given:
            feedback.pushWarning(
                translate(
                    "ClusterBelt",
                    "Layer “{layer}” is an output of the matching and is used as it was read there; these "
                    "parameters are ignored: {parameters}.",
                ).format(layer=source.sourceName(), parameters=", ".join(given))
            )


def _is_placed(source):
    from ...layers.matching.belts_out import is_placed

    return is_placed(source)
