"""How the texts of industries are read: aliases of the user, schemes of codes, keywords."""

from ...compat import translate
from . import values


class Words:
    """ALIASES, the schemes of clusters and belts, KEYWORDS.

    Parameters
    ----------
    roles : str
        Whose industries are read: cluster, belt; '' for the rows of a table by itself.
    again : bool
        Whether the matching has read them before.
    """

    ALIASES = "ALIASES"
    CLUSTER_SCHEME = "CLUSTER_SCHEME"
    BELT_SCHEME = "BELT_SCHEME"
    SCHEME = "SCHEME"
    KEYWORDS = "KEYWORDS"

    def __init__(self, *roles, again=False):
        self._roles = roles
        self._help = values.as_in_matching if again else str

    def add(self, algorithm):
        """Add ALIASES and the schemes."""
        algorithm.add_source(
            self.ALIASES,
            translate("ClusterBelt", "Your own aliases"),
            self._help(
                translate(
                    "ClusterBelt",
                    "A table with text and code: the output CHECK of an earlier run with the codes filled "
                    "in, or a table of your own. Example: “高端轴系, EQ.PART.BEAR” or, for two industries, "
                    "“灯具家电, LIGHT|HA”. Rows of kind city give a text the codes of cities (“广佛惠, "
                    "440100|440600|441300”). For industries, an alias takes precedence over everything but "
                    "an exact code; for cities, over everything but a known name or code.",
                )
            ),
            optional=True,
            advanced=True,
        )
        for role in self._roles:
            algorithm.add_text(*self._scheme_words(role), advanced=True)

    def add_keywords(self, algorithm):
        """Add KEYWORDS."""
        algorithm.add_flag(
            self.KEYWORDS,
            translate("ClusterBelt", "Recognise keywords"),
            True,
            self._help(
                translate(
                    "ClusterBelt",
                    "A longer text that ends in a name of the taxonomy is read as that industry (汽车玻璃 is "
                    "glass); the evidence marks it.",
                )
            ),
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback, taxonomy):
        """Return the words in which the taxonomy is spoken of: `layers.taxonomies.Words`."""
        from ...analysis.industries.scheme_codes import read_scheme
        from ...layers.matching import taxonomies

        aliases = algorithm.source(parameters, self.ALIASES, context)
        schemes = {}
        for role in self._roles:
            parameter = taxonomies.scheme_parameter(role)
            given = values.text(algorithm, parameters, parameter, context)
            schemes[role] = read_scheme(given, parameter)
        taxonomies.say_unknown_schemes(taxonomy, schemes, feedback)
        return taxonomies.Words.of(
            taxonomy,
            schemes,
            taxonomies.read_user_aliases(aliases, feedback),
            algorithm.parameterAsBool(parameters, self.KEYWORDS, context),
        )

    def load_cities(self, algorithm, parameters, context, feedback):
        """Return the aliases of cities alone."""
        from ...layers.matching.taxonomies import read_user_aliases

        return read_user_aliases(algorithm.source(parameters, self.ALIASES, context), feedback).cities

    def _scheme_words(self, role):
        if role != "belt":
            name, description = (
                self.CLUSTER_SCHEME,
                translate("ClusterBelt", "Classification of the cluster codes"),
            )
            if not role:
                name, description = self.SCHEME, translate("ClusterBelt", "Classification of the codes")
            return (
                name,
                description,
                translate(
                    "ClusterBelt",
                    "If industries are given as codes: gbt, nace, isic, naics or another short name. With "
                    "gbt, the codes 3973, C3973 and 3973.0 are read as gbt:3973, which the taxonomy lists "
                    "among its aliases; a code that is not listed is replaced by its longest listed "
                    "prefix. A taxonomy without codes of this classification is taken for the "
                    "classification itself.",
                ),
            )
        if len(self._roles) == 1:
            help_text = translate(
                "ClusterBelt",
                "If the industries of the belts are given as codes: gbt, nace, isic, naics or another "
                "short name.",
            )
        else:
            help_text = translate("ClusterBelt", "The same for the belts.")
        return (
            self.BELT_SCHEME,
            translate("ClusterBelt", "Classification of the belt codes"),
            self._help(help_text),
        )
