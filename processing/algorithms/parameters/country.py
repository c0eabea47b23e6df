"""The country whose cities are looked up: a parameter that several algorithms have."""

from ...compat import translate


class Country:
    """COUNTRY: chooses among the bundled gazetteers."""

    COUNTRY = "COUNTRY"

    def add(self, algorithm):
        """Add the parameter to an algorithm, folded away."""
        from ...analysis.places import registry

        algorithm.add_choice(
            self.COUNTRY,
            translate("ClusterBelt", "Country"),
            registry.countries(),
            registry.DEFAULT,
            translate(
                "ClusterBelt",
                "Country of the bundled gazetteer, used unless you give your own cities.",
            ),
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback=None):
        """Return the country."""
        return algorithm.parameterAsEnumString(parameters, self.COUNTRY, context)
