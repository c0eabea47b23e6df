"""The judgements of people, which go before the rules."""

from ...analysis.industries.relation_kinds import RELATIONS
from ...compat import translate


class Judgements:
    """OVERRIDES."""

    OVERRIDES = "OVERRIDES"

    def add(self, algorithm):
        """Add the parameter."""
        algorithm.add_source(
            self.OVERRIDES,
            translate("ClusterBelt", "Your own judgements"),
            translate(
                "ClusterBelt",
                "A table that overrules the matching rules: decision (accept, reject, set), relation (for "
                "set: {relations}) "
                "and any of cluster_id, belt_id, cluster_industry, belt_industry, city; an empty cell "
                "matches everything. The most specific row wins: ids before industries, then the city. "
                "reviewer appears in the evidence; date and note are for your own use.",
            ).format(relations=", ".join(reversed(RELATIONS))),
            optional=True,
            advanced=True,
        )

    def load(self, algorithm, parameters, context, feedback, way, words):
        """Read the judgements.

        Parameters
        ----------
        way : layers.city_ways.CityWay
        words : layers.taxonomies.Words

        Returns
        -------
        tuple of Judgement
        """
        from ...layers.matching.judgements import read_judgements, refuse_moving_ids

        source = algorithm.source(parameters, self.OVERRIDES, context)
        if source is None:
            return ()
        judgements = read_judgements(source, way.resolver, words, feedback)
        kinds = {"cluster_id": ("CLUSTERS", "CLUSTER_ID"), "belt_id": ("BELTS", "BELT_ID")}
        without_field = {
            condition: (parameters[layer], layer, field)
            for condition, (layer, field) in kinds.items()
            if not algorithm.parameterAsString(parameters, field, context)
        }
        refuse_moving_ids(judgements, without_field, context)
        return judgements
