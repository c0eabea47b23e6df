"""What industries need: the taxonomy with its chains, and how the needs of an industry weigh."""

from ...compat import translate
from .taxonomy import Lift, Taxonomy

COEFFICIENTS = ("supply", "equal")


class Needs:
    """TAXONOMY, CHAINS, COEFFICIENT and LIFT."""

    COEFFICIENT = "COEFFICIENT"
    taxonomy, lift = Taxonomy(), Lift()

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_choice(
            self.COEFFICIENT,
            translate("ClusterBelt", "Weights of the needs"),
            COEFFICIENTS,
            COEFFICIENTS[0],
            translate(
                "ClusterBelt",
                "How the needs of an industry are weighted. supply: by the total weight of all that "
                "could supply a need. If CHAINS has a column weight, for example the coefficients "
                "from “Chains from an input–output table”, it is used instead; it is also more "
                "reliable, because with few suppliers a small industry can appear as the core of a "
                "large one.",
            ),
            advanced=True,
        )
        self.taxonomy.add(algorithm)
        self.lift.add(algorithm)

    def coefficient(self, algorithm, parameters, context):
        """Return the value of COEFFICIENT."""
        return algorithm.parameterAsEnumString(parameters, self.COEFFICIENT, context)

    def load(self, algorithm, parameters, context, feedback, taxonomy):
        """Return the needs of the industries of a taxonomy: `analysis.virtual.needs.Needs`."""
        from ...analysis.virtual.needs import find_needs

        return find_needs(taxonomy, self.lift.load(algorithm, parameters, context))
