"""READ for belts: whether a database counts them for us."""

from ...analysis.distribution.reads import READS
from ...compat import translate


class ReadBelts:
    """READ.

    Parameters
    ----------
    outputs : str
        Names of optional outputs that list single belts.
    """

    READ = "READ"

    def __init__(self, *outputs):
        self._outputs = outputs

    def add(self, algorithm):
        """Add the parameter."""
        text = translate(
            "ClusterBelt",
            "For belts in PostGIS. auto: the database counts the belts by city, industry, province "
            "and year, and only the counts are read, which changes no result; where it cannot, the "
            "belts are read row by row. The log says which, and why. database: an error says why if "
            "that is impossible.",
        )
        if self._outputs:
            text += " " + translate(
                "ClusterBelt",
                "{outputs} list single belts; if one of them is wanted, auto reads row by row. With database they list "
                "the groups, each with its number of belts, and TOP and MAX_PAIRS count groups.",
            ).format(outputs=", ".join(self._outputs))
        algorithm.add_choice(
            self.READ,
            translate("ClusterBelt", "Where belts are counted"),
            READS,
            READS[0],
            text,
            advanced=True,
        )

    def load(self, algorithm, parameters, context, judgements=()):
        """Return the `layers.belt_rows.Reading`; of belts that `judgements` name, each is looked at alone."""
        from ...layers.matching.belt_rows import Reading
        from ...layers.writing.destinations import is_wanted

        asked = [name for name in self._outputs if is_wanted(parameters, name, context)]
        single = ""
        if asked:
            single = translate("ClusterBelt", "{outputs} list single belts (READ = database lists groups)")
            single = single.format(outputs=", ".join(asked))
        return Reading(
            algorithm.parameterAsEnumString(parameters, self.READ, context),
            single,
            tuple(sorted({judgement.belt_id for judgement in judgements} - {""})),
        )
