"""The taxonomy of industries, its chains, and how far relations in it reach."""

from ...compat import translate
from . import values

FORMS = ("parent", "prefix", "dotted")


class Taxonomy:
    """TAXONOMY, its form and CHAINS.

    Parameters
    ----------
    again : bool
        Whether the matching has read it before.
    chains : bool
        Whether chains are asked for.
    """

    TAXONOMY = "TAXONOMY"
    TAXONOMY_FORM = "TAXONOMY_FORM"
    TAXONOMY_LEVELS = "TAXONOMY_LEVELS"
    CHAINS = "CHAINS"

    def __init__(self, *, again=False, chains=True):
        self._help, self._chains = values.as_in_matching if again else str, chains

    def add(self, algorithm):
        """Add the parameters."""
        self._add_nodes(algorithm)
        if self._chains:
            self._add_chains(algorithm)

    def _add_nodes(self, algorithm):
        algorithm.add_source(
            self.TAXONOMY,
            translate("ClusterBelt", "Your own taxonomy"),
            self._help(
                translate(
                    "ClusterBelt",
                    "A table with code, parent, name_zh or name_en, aliases (separated by |), too_broad. Default: the "
                    "bundled taxonomy.",
                )
            ),
            optional=True,
            advanced=True,
        )
        algorithm.add_choice(
            self.TAXONOMY_FORM,
            translate("ClusterBelt", "Form of your own taxonomy"),
            FORMS,
            FORMS[0],
            self._help(
                translate(
                    "ClusterBelt",
                    "What defines the hierarchy. prefix: 3973 belongs to 397 and 39 (GB/T, NACE, "
                    "NAICS, HS; a leading section letter, a range such as 31-33 and trailing zeros "
                    "are understood). dotted: 1.2.10 belongs to 1.2. The column parent is read for "
                    "the form parent only.",
                )
            ),
            advanced=True,
        )
        algorithm.add_text(
            self.TAXONOMY_LEVELS,
            translate("ClusterBelt", "Digits of the levels"),
            self._help(
                translate(
                    "ClusterBelt",
                    "For the form prefix: number of digits of the codes at each level, such as 2,3,4. "
                    "Codes of other lengths are then refused. Default: the lengths that occur.",
                )
            ),
            advanced=True,
        )

    def _add_chains(self, algorithm):
        algorithm.add_source(
            self.CHAINS,
            translate("ClusterBelt", "Your own industrial chains"),
            self._help(
                translate(
                    "ClusterBelt",
                    "A table with upstream and downstream (codes of the taxonomy) and note; optionally "
                    "kind (supply, or related for edges without direction) and weight, for example a "
                    "coefficient of an input–output table. Default: the bundled chains, or none with your "
                    "own taxonomy.",
                )
            ),
            optional=True,
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback):
        """Return the taxonomy: `analysis.industries.taxonomy.Taxonomy`."""
        from ...layers.matching.taxonomies import read_taxonomy

        return read_taxonomy(
            algorithm.source(parameters, self.TAXONOMY, context),
            algorithm.source(parameters, self.CHAINS, context) if self._chains else None,
            feedback,
            algorithm.parameterAsEnumString(parameters, self.TAXONOMY_FORM, context),
            algorithm.parameterAsString(parameters, self.TAXONOMY_LEVELS, context),
        )


class Lift:
    """LIFT.

    Parameters
    ----------
    again : bool
        Whether the matching has kept it before.
    """

    LIFT = "LIFT"

    def __init__(self, *, again=False):
        self._help = values.as_in_matching if again else str

    def add(self, algorithm):
        """Add the parameter."""
        algorithm.add_number(
            self.LIFT,
            translate("ClusterBelt", "Lift"),
            self._help(
                translate(
                    "ClusterBelt",
                    "How many levels of the taxonomy an industry may be raised to take part in the chain "
                    "edges of a broader one.",
                )
            ),
            default=0,
            least=0,
            advanced=True,
        )

    def load(self, algorithm, parameters, context):
        """Return the number of levels."""
        return algorithm.parameterAsInt(parameters, self.LIFT, context)


class Limits:
    """MAX_LEVELS, MAX_HOPS and LIFT.

    Parameters
    ----------
    again : bool
        Whether the matching has kept them before.
    """

    MAX_LEVELS = "MAX_LEVELS"
    MAX_HOPS = "MAX_HOPS"

    def __init__(self, *, again=False):
        self._help, self._lift = values.as_in_matching if again else str, Lift(again=again)

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_number(
            self.MAX_LEVELS,
            translate("ClusterBelt", "Maximum levels"),
            self._help(
                translate(
                    "ClusterBelt",
                    "How many levels of the taxonomy may lie between an industry and the "
                    "broader one to which it belongs. Default: no limit.",
                )
            ),
            least=0,
            advanced=True,
        )
        algorithm.add_number(
            self.MAX_HOPS,
            translate("ClusterBelt", "Maximum steps along a chain"),
            self._help(
                translate(
                    "ClusterBelt",
                    "1: direct suppliers and customers. 2: also the next step in the same direction.",
                )
            ),
            default=1,
            least=1,
            advanced=True,
        )
        self._lift.add(algorithm)

    def load(self, algorithm, parameters, context, feedback=None, *, keywords=True, as_of=None):
        """Return the limits, with what other groups say, as `analysis.matching.rules.Rules`."""
        from ...analysis.matching.rules import Rules

        return Rules(
            max_levels=values.whole_number(algorithm, parameters, self.MAX_LEVELS, context),
            max_hops=algorithm.parameterAsInt(parameters, self.MAX_HOPS, context),
            lift=self._lift.load(algorithm, parameters, context),
            keywords=keywords,
            as_of=as_of,
        )

    def relations(self, algorithm, parameters, context, taxonomy):
        """Return the relations of the nodes of a taxonomy within these limits."""
        from ...analysis.industries.relations import relations

        rules = self.load(algorithm, parameters, context)
        return relations(taxonomy, rules.max_levels, rules.max_hops, rules.lift)
