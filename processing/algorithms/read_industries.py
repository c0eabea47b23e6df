"""Read industries: the algorithm `clusterbelt:readindustries`."""

from ..compat import translate
from .base import ClusterBeltAlgorithm
from .parameters.language import Language
from .parameters.taxonomy import Taxonomy
from .parameters.words import Words


class ReadIndustries(ClusterBeltAlgorithm):
    """Tells what industry each row of a table is of."""

    GROUP = "clusters"
    INPUT = "INPUT"
    INDUSTRY = "INDUSTRY"
    OUTPUT = "OUTPUT"
    CHECK = "CHECK"
    taxonomy, words = Taxonomy(chains=False), Words("")
    language = Language()

    def name(self):
        return "readindustries"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Read industries")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Assigns industries of the taxonomy to each row of a table or layer, as the matching does.",
        )

    def tags(self):
        return translate(
            "ClusterBelt", "industry,taxonomy,classification,resolve,NACE,GB/T 4754,NAICS,产业,行业,识别,分类"
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Table or layer"),
            translate(
                "ClusterBelt",
                "A table, for example a CSV file or a spreadsheet, or a layer, whether "
                "placed by city or not.",
            ),
        )
        self.add_field(
            self.INDUSTRY,
            translate("ClusterBelt", "Industry field"),
            self.INPUT,
            translate("ClusterBelt", "One or several industries: names, aliases or codes of the taxonomy."),
        )
        self.words.add(self)
        self.words.add_keywords(self)
        self.taxonomy.add(self)
        self.language.add(self, translate("ClusterBelt", "Language of the industry names"))
        self._add_outputs()

    def _add_outputs(self):
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "All rows with their geometry and their industries. Rows whose industry is not recognised "
                "stay empty; the log counts them and CHECK lists their texts.",
            ),
        )
        self.add_table(
            self.CHECK,
            translate(
                "ClusterBelt",
                "A table with one row per text that was not recognised, or only by a keyword or in part. Fill in the codes "
                "and use the table as ALIASES.",
            ),
            optional=True,
            seen=True,
        )
        self.add_numbers(
            ("READ", translate("ClusterBelt", "Rows with an industry")),
            ("UNREAD", translate("ClusterBelt", "Rows without an industry")),
        )

    def compute(self, parameters, context, feedback):
        from ..analysis.matching.industry_sets import read_industries
        from ..analysis.places.registry import place_names
        from ..layers.feedback import refuse_empty, stop_if_cancelled
        from ..layers.matching.industries import say_unread, texts_to_check, write_industries
        from ..layers.matching.taxonomies import ALONE
        from ..layers.reading.blank_rows import warn_of_merged_cells
        from ..layers.reading.columns import read_columns
        from ..layers.writing.destinations import is_wanted
        from ..layers.writing.tables import write_table

        given = self, parameters, context, feedback
        words = self.words.load(*given, self.taxonomy.load(*given))
        source = self.source(parameters, self.INPUT, context)
        field = self.field(parameters, self.INDUSTRY, context, source)
        columns = read_columns(source, [field], feedback)
        refuse_empty(source, columns.fid)
        warn_of_merged_cells(source, columns, (field,), feedback)
        texts = words.in_scheme(columns.typed[field], ALONE, feedback)
        found = read_industries([texts], words.taxonomy, place_names(), words.keywords, feedback.isCanceled)
        language, check = self.language.load(*given), None
        if is_wanted(parameters, self.CHECK, context):
            check = texts_to_check(found, words.taxonomy, language, feedback.isCanceled)
        unread = say_unread(found, columns.fid, feedback)
        stop_if_cancelled(feedback)
        output = (self, parameters, self.OUTPUT, context)
        outputs = write_industries(output, source, columns.fid, found, words.taxonomy, language, feedback)
        if check is not None:
            outputs.update(write_table((self, parameters, self.CHECK, context), check))
        return {**outputs, "READ": len(columns.fid) - unread, "UNREAD": unread}
