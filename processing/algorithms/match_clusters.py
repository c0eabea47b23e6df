"""Match clusters with belts: the algorithm `clusterbelt:matchclusters`."""

from qgis.core import QgsWkbTypes

from ..compat import language_of_user, translate
from .parameters.match_words import MatchWords


class MatchClusters(MatchWords):
    """Gives each cluster its status: matched, adjacent, unmatched or unresolved, and says why."""

    def name(self):
        return "matchclusters"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Match clusters with belts")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Compares each cluster with the belts of its city: matched, adjacent, unmatched, unresolved.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "match,cluster,belt,industry,taxonomy,chain,digitalisation,产业集群,产业带,匹配,相近",
        ).split(",")

    def group(self):
        return translate("ClusterBelt", "Clusters and belts")

    def groupId(self):  # noqa: N802
        return "clusters"

    def compute(self, parameters, context, feedback):
        from ..analysis.matching.match import match
        from ..analysis.places import registry
        from ..layers.clusters import output_crs, read_clusters, row_geometry
        from ..layers.matches import match_cells, match_fields, say_result, write_belts, write_pairs
        from ..layers.near_belts import near
        from ..layers.writing.copying import write_rows
        from ..layers.writing.destinations import is_wanted
        from ..layers.writing.tables import write_table

        aliases, taxonomy = self._read_words(parameters, context, feedback)
        resolver, locator = self._city_way(parameters, context, aliases, feedback)
        source = self.source(parameters, self.CLUSTERS, context)
        industry = self.field(parameters, self.CLUSTER_INDUSTRY, context, source)
        rows = read_clusters(
            source,
            resolver=resolver,
            locator=locator,
            identity=self.field(parameters, self.CLUSTER_ID, context, source),
            city=self.field(parameters, self.CLUSTER_CITY, context, source),
            province=self.field(parameters, self.CLUSTER_PROVINCE, context, source),
            weight=self.field(parameters, self.CLUSTER_WEIGHT, context, source),
            others=[industry],
            transform_context=context.transformContext(),
            feedback=feedback,
        )
        belts = self._read_belts(parameters, context, resolver, locator, feedback)
        clusters = rows.as_clusters(industry)
        self._apply_schemes(parameters, context, taxonomy, clusters, belts.table.columns, feedback)
        matches = match(
            clusters,
            belts.table,
            taxonomy,
            self._rules(parameters, context),
            places=registry.place_names(self._country(parameters, context)),
            overrides=self._read_overrides(parameters, context, resolver, taxonomy, feedback),
            neighbours=near(locator, rows.points, belts.points, feedback),
            language=self._language(parameters, context),
            cancelled=feedback.isCanceled,
        )
        pairs = None
        if is_wanted(parameters, self.PAIRS, context):
            pairs = matches.pairs(
                self.parameterAsInt(parameters, self.TOP, context),
                self.parameterAsInt(parameters, self.MAX_PAIRS, context),
                feedback.isCanceled,
            )
        belts_out = None
        if is_wanted(parameters, self.BELTS_OUT, context):
            belts_out = matches.belts(feedback.isCanceled)
        check = self._texts_to_check(
            parameters, context, matches, rows.unclear(), belts.unclear, feedback.isCanceled
        )
        say_result(matches, feedback)
        outputs = write_rows(
            (self, parameters, self.OUTPUT, context),
            source,
            rows.columns.fid,
            match_fields(),
            zip(rows.frame["source"], match_cells(rows, matches)),
            QgsWkbTypes.Type.Point,
            output_crs(source),
            row_geometry(rows, source, context.transformContext()),
            feedback,
        )
        if pairs is not None:
            outputs.update(write_pairs((self, parameters, self.PAIRS, context), pairs))
        if belts_out is not None:
            belt_source = self.source(parameters, self.BELTS, context)
            outputs.update(
                write_belts(
                    (self, parameters, self.BELTS_OUT, context), belt_source, belts.fid, belts_out, feedback
                )
            )
        if check is not None:
            outputs.update(write_table((self, parameters, self.CHECK, context), check))
        outputs.update(matches.numbers)
        return self.style_on_load(context, outputs, OUTPUT="clusters", BELTS_OUT="belts")

    def _rules(self, parameters, context):
        from ..analysis.matching.rules import Rules

        return Rules(
            max_levels=self._optional_int(parameters, self.MAX_LEVELS, context),
            max_hops=self.parameterAsInt(parameters, self.MAX_HOPS, context),
            lift=self.parameterAsInt(parameters, self.LIFT, context),
            keywords=self.parameterAsBool(parameters, self.KEYWORDS, context),
            as_of=self._optional_int(parameters, self.AS_OF, context),
        )

    def _read_belts(self, parameters, context, resolver, locator, feedback):
        from ..layers.belts import BeltFields, read_belts

        source = self.source(parameters, self.BELTS, context)
        named = {name: getattr(self, f"BELT_{name.upper()}") for name in BeltFields.__dataclass_fields__}
        fields = {key: self.field(parameters, name, context, source) for key, name in named.items()}
        return read_belts(
            source,
            BeltFields(**fields),
            resolver=resolver,
            locator=locator,
            transform_context=context.transformContext(),
            feedback=feedback,
        )

    def _read_overrides(self, parameters, context, resolver, taxonomy, feedback):
        from ..layers.overrides import read_judgements, refuse_moving_ids
        from ..layers.taxonomies import in_scheme

        source = self.source(parameters, self.OVERRIDES, context)
        if source is None:
            return ()

        def schemed(name, column):
            parameter = {"cluster_industry": self.CLUSTER_SCHEME, "belt_industry": self.BELT_SCHEME}[name]
            scheme = self._scheme(parameters, parameter, context)
            return in_scheme(column, scheme, taxonomy, parameter, feedback)

        overrides = read_judgements(source, resolver, schemed, feedback)
        kinds = {"cluster_id": (self.CLUSTERS, self.CLUSTER_ID), "belt_id": (self.BELTS, self.BELT_ID)}
        without_field = {
            condition: (parameters[layer], layer, field)
            for condition, (layer, field) in kinds.items()
            if not self.parameterAsString(parameters, field, context)
        }
        refuse_moving_ids(overrides, without_field, context)
        return overrides

    def _optional_int(self, parameters, name, context):
        if parameters.get(name) in (None, ""):
            return None
        return self.parameterAsInt(parameters, name, context)

    def _language(self, parameters, context):
        language = self.parameterAsEnumString(parameters, self.LANGUAGE, context)
        if language != "user":
            return language
        return language_of_user()
