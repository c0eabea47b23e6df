"""The parameters of the matching: clusters, belts, rules, outputs."""

from qgis.core import (
    QgsProcessing,
    QgsProcessingParameterBoolean,
)

from ...compat import translate
from .match_places import MatchPlaces

LANGUAGES = ("user", "en", "zh")
TAXONOMY_FORMS = ("parent", "prefix", "dotted")


class MatchParameters(MatchPlaces):
    """What `matchclusters` asks for and gives."""

    TAXONOMY = "TAXONOMY"
    TAXONOMY_FORM = "TAXONOMY_FORM"
    TAXONOMY_LEVELS = "TAXONOMY_LEVELS"
    CHAINS = "CHAINS"
    ALIASES = "ALIASES"
    CLUSTER_SCHEME = "CLUSTER_SCHEME"
    BELT_SCHEME = "BELT_SCHEME"
    OVERRIDES = "OVERRIDES"
    KEYWORDS = "KEYWORDS"
    MAX_LEVELS = "MAX_LEVELS"
    MAX_HOPS = "MAX_HOPS"
    LIFT = "LIFT"
    MAX_PAIRS = "MAX_PAIRS"
    TOP = "TOP"
    LANGUAGE = "LANGUAGE"
    OUTPUT = "OUTPUT"
    PAIRS = "PAIRS"
    BELTS_OUT = "BELTS_OUT"
    CHECK = "CHECK"
    ADVANCED = (
        "BELT_START", "BELT_END", "CITIES", "CITIES_FIELD", "DISTANCE", "TOLERANCE", TAXONOMY_FORM,
        TAXONOMY_LEVELS, CLUSTER_SCHEME, BELT_SCHEME, KEYWORDS, MAX_LEVELS, MAX_HOPS, LIFT, MAX_PAIRS, TOP, LANGUAGE,
    )  # fmt: skip

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self._add_clusters()
        self._add_belts()
        self._add_years()
        self._add_places()
        self._add_rules()
        self.add_sink(
            self.OUTPUT,
            translate("ClusterBelt", "Matched clusters"),
            QgsProcessing.SourceType.TypeVectorPoint,
            translate(
                "ClusterBelt",
                "A row a cluster and city with cb_status, cb_reason, cb_rel (relation), cb_belt (the best belt), cb_via "
                "(cluster node>belt node), cb_nmatch and cb_nadj (matching and adjacent belts), cb_ncity (belts of the "
                "city), cb_nunres (those whose industry is not known) and cb_evid, the reason as a sentence.",
            ),
        )
        self.add_sink(
            self.PAIRS,
            translate("ClusterBelt", "Pairs"),
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt", "A table with a row for each cluster and related belt, the best belt first."
            ),
            optional=True,
        )
        self.add_sink(
            self.BELTS_OUT,
            translate("ClusterBelt", "Matched belts"),
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "The belts with cb_status (the best over the clusters of their city; empty for belts later than AS_OF), "
                "cb_nclus (how many cluster rows they are related to), cb_clusid (the closest cluster) and cb_basis "
                "(current, historic, later).",
            ),
            optional=True,
        )
        self.add_sink(
            self.CHECK,
            translate("ClusterBelt", "Texts to check"),
            QgsProcessing.SourceType.TypeVector,
            translate(
                "ClusterBelt",
                "A table with a row for each text that was not understood, or only by its last words: text, code (empty, "
                "or what was taken for a keyword), kind (industry, city), role (cluster, belt, both), count of rows, why, "
                "suggest (codes that it could mean) and example. Fill in the codes and give the table back as ALIASES: a "
                "row “电器, HA” makes every 电器 a household appliance from then on, several codes are separated by |, "
                "and a code left empty says nothing. Each run lists only what is still open.",
            ),
            optional=True,
        )
        self.add_numbers(
            ("ROWS", translate("ClusterBelt", "Rows")),
            ("MATCHED", translate("ClusterBelt", "Matched")),
            ("ADJACENT", translate("ClusterBelt", "Adjacent")),
            ("UNMATCHED", translate("ClusterBelt", "Unmatched")),
            ("UNRESOLVED", translate("ClusterBelt", "Unresolved")),
            ("UNMATCHED_OPEN", translate("ClusterBelt", "Unmatched in a city with unresolved belts")),
            ("RATE_MATCHED", translate("ClusterBelt", "Matched, per cent")),
            ("RATE_ADJACENT", translate("ClusterBelt", "Adjacent, per cent")),
            ("PAIR_COUNT", translate("ClusterBelt", "Pairs of a cluster and a related belt")),
        )

    def _add_rules(self):
        self.add_source(
            self.TAXONOMY,
            translate("ClusterBelt", "Taxonomy of your own"),
            translate(
                "ClusterBelt",
                "A table with code, parent, name_zh or name_en, aliases (separated by |), too_broad. Default: the "
                "bundled taxonomy.",
            ),
            optional=True,
        )
        self.add_choice(
            self.TAXONOMY_FORM,
            translate("ClusterBelt", "Form of your taxonomy"),
            TAXONOMY_FORMS,
            TAXONOMY_FORMS[0],
            translate(
                "ClusterBelt",
                "What says what an industry belongs to. parent: the column parent. prefix: the code itself, 3973 belongs to "
                "397 and 39 (GB/T, NACE, NAICS, HS; a section letter in front, a range such as 31-33 and zeros that "
                "fill up are understood). dotted: 1.2.10 belongs to 1.2. Other forms than parent do not read that column.",
            ),
        )
        self._add_text(
            self.TAXONOMY_LEVELS,
            translate("ClusterBelt", "Digits of the levels"),
            translate(
                "ClusterBelt",
                "For the form prefix: how many digits the codes of each level have, such as 2,3,4. Codes of another length "
                "are refused then. Default: the lengths that occur.",
            ),
        )
        self.add_source(
            self.CHAINS,
            translate("ClusterBelt", "Industrial chains of your own"),
            translate(
                "ClusterBelt",
                "A table with upstream, downstream (codes of the taxonomy), note. Default: the bundled chains; none with "
                "a taxonomy of your own.",
            ),
            optional=True,
        )
        self.add_source(
            self.ALIASES,
            translate("ClusterBelt", "Aliases of your own"),
            translate(
                "ClusterBelt",
                "A table with text and code: the table CHECK of an earlier run with its codes filled in, or one that you "
                "write. Example: “高端轴系, EQ.PART.BEAR” or, for two industries, “灯具家电, LIGHT|HA”. Rows of the kind "
                "city give a text the code of a city (“广佛惠, 440100|440600|441300”). An alias comes before all "
                "but an exact code; for cities, before all but a name or code that is known.",
            ),
            optional=True,
        )
        self._add_text(
            self.CLUSTER_SCHEME,
            translate("ClusterBelt", "Scheme of the cluster codes"),
            translate(
                "ClusterBelt",
                "A short word such as gbt, nace, isic or naics if industries are given as codes: 3973, C3973 and 3973.0 are "
                "then read as gbt:3973, which the taxonomy lists among its aliases; an unlisted code falls back to its "
                "longest listed beginning. A taxonomy without codes of the scheme is taken for that scheme itself.",
            ),
        )
        self._add_text(
            self.BELT_SCHEME,
            translate("ClusterBelt", "Scheme of the belt codes"),
            translate("ClusterBelt", "The same for the belts."),
        )
        self.add_source(
            self.OVERRIDES,
            translate("ClusterBelt", "Judgements of your own"),
            translate(
                "ClusterBelt",
                "A table that goes before the rules, on every run: decision (accept, reject, set), relation (for set: same, "
                "belt_within, cluster_within, belt_upstream, belt_downstream, none) and any of cluster_id, belt_id, "
                "cluster_industry, belt_industry, city; an empty cell fits everything. The most specific row wins: ids "
                "before industries, then a city. reviewer stands in the evidence; date and note are for you.",
            ),
            optional=True,
        )
        self.add(
            QgsProcessingParameterBoolean(self.KEYWORDS, translate("ClusterBelt", "Read keywords"), True),
            translate(
                "ClusterBelt",
                "A name of the taxonomy that ends a longer text counts (汽车玻璃 is glass); the evidence marks it.",
            ),
        )
        self._add_number(
            self.MAX_LEVELS,
            translate("ClusterBelt", "Levels of belonging"),
            None,
            0,
            translate("ClusterBelt", "How many levels up an industry belongs to another. Default: no limit."),
        )
        self._add_number(
            self.MAX_HOPS,
            translate("ClusterBelt", "Steps along a chain"),
            1,
            1,
            translate(
                "ClusterBelt",
                "1: direct neighbours; 2: neighbours of neighbours in the same direction as well.",
            ),
        )
        self._add_number(
            self.LIFT,
            translate("ClusterBelt", "Lift"),
            0,
            0,
            translate(
                "ClusterBelt",
                "How many levels an industry may be raised to reach a chain edge of its parent.",
            ),
        )
        self._add_number(
            self.MAX_PAIRS,
            translate("ClusterBelt", "Most pairs"),
            10**6,
            0,
            translate(
                "ClusterBelt", "If there would be more pairs, none is written and the message says how many."
            ),
        )
        self._add_number(
            self.TOP,
            translate("ClusterBelt", "Pairs a cluster"),
            0,
            0,
            translate("ClusterBelt", "Only the best pairs of each cluster row; 0: all."),
        )
        self.add_choice(
            self.LANGUAGE,
            translate("ClusterBelt", "Language of the evidence"),
            LANGUAGES,
            LANGUAGES[0],
            translate("ClusterBelt", "user: that of QGIS."),
        )
