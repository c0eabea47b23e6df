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
            translate("ClusterBelt", "Aliases of your own"),
            self._help(
                translate(
                    "ClusterBelt",
                    "A table with text and code: the table CHECK of an earlier run with its codes filled in, or one "
                    "that you write. Example: “高端轴系, EQ.PART.BEAR” or, for two industries, “灯具家电, LIGHT|HA”. "
                    "Rows of the kind city give a text the code of a city (“广佛惠, 440100|440600|441300”). An alias "
                    "comes before all but an exact code; for cities, before all but a name or code that is known.",
                )
            ),
            optional=True,
        )
        for role in self._roles:
            algorithm.add_text(*self._scheme_words(role), advanced=True)

    def add_keywords(self, algorithm):
        """Add KEYWORDS."""
        algorithm.add_flag(
            self.KEYWORDS,
            translate("ClusterBelt", "Read keywords"),
            True,
            self._help(
                translate(
                    "ClusterBelt",
                    "A name of the taxonomy that ends a longer text counts (汽车玻璃 is glass); the evidence marks it.",
                )
            ),
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback, taxonomy):
        """Return the words in which the taxonomy is spoken of: `layers.taxonomies.Words`."""
        from ...layers import taxonomies

        aliases = algorithm.source(parameters, self.ALIASES, context)
        schemes = {}
        for role in self._roles:
            parameter = taxonomies.scheme_parameter(role)
            given = values.text(algorithm, parameters, parameter, context)
            schemes[role] = taxonomies.read_scheme(given, parameter)
        return taxonomies.Words.of(
            taxonomy,
            schemes,
            taxonomies.read_user_aliases(aliases, feedback),
            algorithm.parameterAsBool(parameters, self.KEYWORDS, context),
        )

    def load_cities(self, algorithm, parameters, context, feedback):
        """Return the aliases of cities alone."""
        from ...layers.taxonomies import read_user_aliases

        return read_user_aliases(algorithm.source(parameters, self.ALIASES, context), feedback).cities

    def _scheme_words(self, role):
        if role != "belt":
            name, description = self.CLUSTER_SCHEME, translate("ClusterBelt", "Scheme of the cluster codes")
            if not role:
                name, description = self.SCHEME, translate("ClusterBelt", "Scheme of the codes")
            return (
                name,
                description,
                translate(
                    "ClusterBelt",
                    "A short word such as gbt, nace, isic or naics if industries are given as codes: 3973, C3973 and "
                    "3973.0 are then read as gbt:3973, which the taxonomy lists among its aliases; an unlisted code "
                    "falls back to its longest listed beginning. A taxonomy without codes of the scheme is taken for "
                    "that scheme itself.",
                ),
            )
        if len(self._roles) == 1:
            help_text = translate(
                "ClusterBelt",
                "A word such as gbt, nace or naics if the industries of the belts are plain codes.",
            )
        else:
            help_text = translate("ClusterBelt", "The same for the belts.")
        return self.BELT_SCHEME, translate("ClusterBelt", "Scheme of the belt codes"), self._help(help_text)
