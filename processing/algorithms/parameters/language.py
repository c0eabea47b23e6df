"""The language of what an algorithm writes."""

from ...compat import language_of_user, translate

_USER = "user"
LANGUAGES = (_USER, "en", "zh")


class Language:
    """LANGUAGE, 'user' by default."""

    LANGUAGE = "LANGUAGE"

    def add(self, algorithm, description):
        """Add the parameter; `description` says of what it is the language."""
        help_text = translate("ClusterBelt", "Default: the language of QGIS.")
        algorithm.add_choice(self.LANGUAGE, description, LANGUAGES, _USER, help_text, advanced=True)

    def load(self, algorithm, parameters, context, feedback=None):
        """Return 'en' or 'zh'."""
        language = algorithm.parameterAsEnumString(parameters, self.LANGUAGE, context)
        return language_of_user() if language == _USER else language
