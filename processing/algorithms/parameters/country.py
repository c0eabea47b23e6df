"""The country whose cities are looked up: a parameter that several algorithms have."""

from qgis.core import QgsProcessingParameterDefinition, QgsProcessingParameterEnum

from ...compat import translate


class Country:
    """Chooses among the bundled gazetteers."""

    COUNTRY = "COUNTRY"

    def add(self, algorithm):
        """Add the parameter to an algorithm, folded away."""
        from ...analysis.places import registry

        choice = QgsProcessingParameterEnum(
            self.COUNTRY,
            translate("ClusterBelt", "Country"),
            registry.countries(),
            False,
            registry.DEFAULT,
            usesStaticStrings=True,
        )
        choice.setFlags(choice.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        algorithm.add(
            choice,
            translate(
                "ClusterBelt", "Whose cities are looked up, unless there are cities of your own (cn: China)."
            ),
        )

    def load(self, algorithm, parameters, context):
        """Return the country."""
        return algorithm.parameterAsEnumString(parameters, self.COUNTRY, context)
