"""The words of the matching: taxonomy, schemes and aliases going in, texts to check coming out."""

from qgis.core import QgsProcessingException

from ...compat import translate
from .match_parameters import MatchParameters


class MatchWords(MatchParameters):
    """How `matchclusters` reads what industries are called."""

    def _read_words(self, parameters, context, feedback):
        """The user's aliases, and the taxonomy that knows them and the schemes."""
        from ...analysis.industries.taxonomy import with_own_scheme
        from ...analysis.industries.user_aliases import with_aliases
        from ...layers.taxonomies import read_taxonomy, read_user_aliases

        nodes, chains, texts = (
            self.source(parameters, name, context) for name in (self.TAXONOMY, self.CHAINS, self.ALIASES)
        )
        taxonomy = read_taxonomy(
            nodes,
            chains,
            feedback,
            self.parameterAsEnumString(parameters, self.TAXONOMY_FORM, context),
            self.parameterAsString(parameters, self.TAXONOMY_LEVELS, context),
        )
        for name in (self.CLUSTER_SCHEME, self.BELT_SCHEME):
            taxonomy = with_own_scheme(taxonomy, self._scheme(parameters, name, context))
        aliases = read_user_aliases(texts, feedback)
        return aliases, with_aliases(taxonomy, aliases.industries)

    def _apply_schemes(self, parameters, context, taxonomy, clusters, belts, feedback):
        import pandas as pd

        from ...layers.taxonomies import in_scheme

        for columns, name in ((clusters, self.CLUSTER_SCHEME), (belts, self.BELT_SCHEME)):
            scheme = self._scheme(parameters, name, context)
            texts = in_scheme(pd.Series(columns["industry"]), scheme, taxonomy, name, feedback)
            columns["industry"] = texts.array

    def _texts_to_check(self, parameters, context, matches, clusters, belts, cancelled):
        """The table `CHECK`, None where it was not asked for; `clusters` and `belts` are the unclear cities."""
        from ...analysis.matching.check_table import BELT, CLUSTER, check_table
        from ...layers.writing.destinations import is_wanted

        if not is_wanted(parameters, self.CHECK, context):
            return None
        case = matches.case
        cities = {CLUSTER: clusters, BELT: belts}
        return check_table(
            case.industries, len(case.clusters), cities, case.taxonomy, case.language, cancelled
        )

    def _scheme(self, parameters, name, context):
        from ...analysis.industries.scheme_codes import is_scheme

        scheme = self.parameterAsString(parameters, name, context).strip()
        if scheme and not is_scheme(scheme):
            raise QgsProcessingException(
                translate(
                    "ClusterBelt", "{parameter} is “{value}”: give a short word of Latin letters such as gbt."
                ).format(parameter=name, value=scheme)
            )
        return scheme
