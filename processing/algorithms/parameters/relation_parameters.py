"""Parameters of tables that relate industries again: the taxonomy, its chains, how far a relation reaches."""

from qgis.core import (
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
)

from ...compat import language_of_user, translate

LANGUAGES = ("user", "en", "zh")
TAXONOMY_FORMS = ("parent", "prefix", "dotted")


class RelationParameters:
    """What an algorithm needs to work out the relations of industries as the matching did."""

    TAXONOMY = "TAXONOMY"
    TAXONOMY_FORM = "TAXONOMY_FORM"
    TAXONOMY_LEVELS = "TAXONOMY_LEVELS"
    CHAINS = "CHAINS"
    MAX_LEVELS = "MAX_LEVELS"
    MAX_HOPS = "MAX_HOPS"
    LIFT = "LIFT"
    ALIASES = "ALIASES"
    BELT_SCHEME = "BELT_SCHEME"
    KEYWORDS = "KEYWORDS"
    LANGUAGE = "LANGUAGE"
    ADVANCED = (
        TAXONOMY_FORM, TAXONOMY_LEVELS, MAX_LEVELS, MAX_HOPS, LIFT, BELT_SCHEME, KEYWORDS, LANGUAGE,
    )  # fmt: skip

    def add_rules(self):
        """Add the taxonomy, the chains and the limits; all of them as in the matching."""
        self.add_source(
            self.TAXONOMY,
            translate("ClusterBelt", "Taxonomy of your own"),
            translate(
                "ClusterBelt", "The table that the clusters were matched with. Default: the bundled taxonomy."
            ),
            optional=True,
        )
        self.add_choice(
            self.TAXONOMY_FORM,
            translate("ClusterBelt", "Form of your taxonomy"),
            TAXONOMY_FORMS,
            TAXONOMY_FORMS[0],
            translate(
                "ClusterBelt", "As in the matching: a column parent, codes by prefix, or dotted codes."
            ),
        )
        self.add(
            QgsProcessingParameterString(
                self.TAXONOMY_LEVELS, translate("ClusterBelt", "Digits of the levels"), optional=True
            ),
            translate("ClusterBelt", "As in the matching, for the form prefix: such as 2,3,4."),
        )
        self.add_source(
            self.CHAINS,
            translate("ClusterBelt", "Industrial chains of your own"),
            translate(
                "ClusterBelt",
                "As in the matching. Default: the bundled chains; none with a taxonomy of your own.",
            ),
            optional=True,
        )
        self._add_limit(
            self.MAX_LEVELS,
            translate("ClusterBelt", "Levels of belonging"),
            None,
            0,
            translate("ClusterBelt", "How many levels up an industry belongs to another. Default: no limit."),
        )
        self._add_limit(
            self.MAX_HOPS,
            translate("ClusterBelt", "Steps along a chain"),
            1,
            1,
            translate(
                "ClusterBelt",
                "1: direct neighbours; 2: neighbours of neighbours in the same direction as well.",
            ),
        )
        self._add_limit(
            self.LIFT,
            translate("ClusterBelt", "Lift"),
            0,
            0,
            translate(
                "ClusterBelt",
                "How many levels an industry may be raised to reach a chain edge of its parent.",
            ),
        )

    def add_words(self):
        """Add what the words of the belts are read with; as in the matching."""
        self.add_source(
            self.ALIASES,
            translate("ClusterBelt", "Aliases of your own"),
            translate("ClusterBelt", "The table that the matching was given, if any."),
            optional=True,
        )
        self.add(
            QgsProcessingParameterString(
                self.BELT_SCHEME, translate("ClusterBelt", "Scheme of the belt codes"), optional=True
            ),
            translate(
                "ClusterBelt", "As in the matching: a word such as gbt, nace or naics for plain codes."
            ),
        )
        self.add(
            QgsProcessingParameterBoolean(self.KEYWORDS, translate("ClusterBelt", "Read keywords"), True),
            translate(
                "ClusterBelt", "As in the matching: a name of the taxonomy that ends a longer text counts."
            ),
        )

    def add_language(self, description, help_text):
        """Add LANGUAGE."""
        self.add_choice(self.LANGUAGE, description, LANGUAGES, LANGUAGES[0], help_text)

    def read_rules(self, parameters, context, feedback):
        """Return the taxonomy and the relations of its nodes."""
        from ...analysis.industries.relations import relations
        from ...layers.taxonomies import read_taxonomy

        taxonomy = read_taxonomy(
            self.source(parameters, self.TAXONOMY, context),
            self.source(parameters, self.CHAINS, context),
            feedback,
            self.parameterAsEnumString(parameters, self.TAXONOMY_FORM, context),
            self.parameterAsString(parameters, self.TAXONOMY_LEVELS, context),
        )
        if self.parameterDefinition(self.BELT_SCHEME):
            taxonomy = self._with_words(parameters, context, taxonomy, feedback)
        levels = None
        if parameters.get(self.MAX_LEVELS) not in (None, ""):
            levels = self.parameterAsInt(parameters, self.MAX_LEVELS, context)
        hops = self.parameterAsInt(parameters, self.MAX_HOPS, context)
        return taxonomy, relations(
            taxonomy, levels, hops, self.parameterAsInt(parameters, self.LIFT, context)
        )

    def with_scheme(self, parameters, context, industries, taxonomy, feedback):
        """Return the industries of the belts, plain codes with their scheme."""
        from ...layers.taxonomies import BELT, Words, read_scheme

        scheme = read_scheme(self.parameterAsString(parameters, self.BELT_SCHEME, context), self.BELT_SCHEME)
        return Words(taxonomy, {BELT: scheme}, {}).in_scheme(industries.to_numpy(), BELT, feedback)

    def _with_words(self, parameters, context, taxonomy, feedback):
        from ...layers.taxonomies import BELT, Words, read_scheme, read_user_aliases

        scheme = read_scheme(self.parameterAsString(parameters, self.BELT_SCHEME, context), self.BELT_SCHEME)
        aliases = read_user_aliases(self.source(parameters, self.ALIASES, context), feedback)
        return Words.of(taxonomy, {BELT: scheme}, aliases, True).taxonomy

    def language(self, parameters, context):
        """Return 'en' or 'zh'."""
        language = self.parameterAsEnumString(parameters, self.LANGUAGE, context)
        if language != "user":
            return language
        return language_of_user()

    def _add_limit(self, name, description, default, least, help_text):
        number = QgsProcessingParameterNumber(
            name, description, defaultValue=default, optional=default is None, minValue=least
        )
        self.add(number, help_text)
