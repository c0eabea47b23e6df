"""Chains from an input–output table: the algorithm `clusterbelt:chainsfromio`."""

from ..compat import field_names, language_of_user, translate
from .base import ClusterBeltAlgorithm
from .parameters import values
from .parameters.taxonomy import Taxonomy
from .parameters.words import Words

FORMS = ("matrix", "long")


class ChainsFromIo(ClusterBeltAlgorithm):
    """Makes the chains of a taxonomy, with weights, from an input–output table."""

    GROUP = "virtual"
    INPUT = "INPUT"
    FORM = "FORM"
    SECTOR = "SECTOR"
    COLUMNS = "COLUMNS"
    TO = "TO"
    VALUE = "VALUE"
    TOTAL = "TOTAL"
    THRESHOLD = "THRESHOLD"
    TOP = "TOP"
    OUTPUT = "OUTPUT"
    CHECK = "CHECK"
    taxonomy, words = Taxonomy(chains=False), Words("")

    def name(self):
        return "chainsfromio"

    def displayName(self):  # noqa: N802
        return translate("ClusterBelt", "Chains from an input–output table")

    def shortDescription(self):  # noqa: N802
        return translate(
            "ClusterBelt",
            "Derives a CHAINS table with weights from an input–output matrix or a long table of flows "
            "between sectors, for any country and taxonomy.",
        )

    def tags(self):
        return translate(
            "ClusterBelt",
            "input-output,Leontief,technical coefficient,supply,chain,投入产出,直接消耗系数,产业链",
        ).split(",")

    def initAlgorithm(self, configuration=None):  # noqa: N802
        self.add_source(
            self.INPUT,
            translate("ClusterBelt", "Input–output table"),
            translate("ClusterBelt", "Intermediate inputs between sectors, in any unit."),
        )
        self.add_choice(
            self.FORM,
            translate("ClusterBelt", "Form of the table"),
            FORMS,
            FORMS[0],
            translate(
                "ClusterBelt",
                "A matrix has one row per selling sector.",
            ),
        )
        self._add_fields()
        self._add_cut()
        self.words.add(self)
        self.words.add_keywords(self)
        self.taxonomy.add(self)
        self.add_table(
            self.OUTPUT,
            translate(
                "ClusterBelt",
                "A table that the other algorithms take as CHAINS: one row per edge, with the technical "
                "coefficient as weight.",
            ),
        )
        self.add_table(
            self.CHECK,
            translate(
                "ClusterBelt",
                "The sectors that were not recognised as industries of the taxonomy, or only by a keyword "
                "or in part. Fill in the codes and use the table as ALIASES.",
            ),
            optional=True,
        )
        self.add_numbers(
            ("EDGES", translate("ClusterBelt", "Edges")),
            ("SECTORS", translate("ClusterBelt", "Sectors")),
            ("UNREAD", translate("ClusterBelt", "Sectors not recognised")),
            ("CIRCLES", translate("ClusterBelt", "Edges left out because they would form a cycle")),
            ("SHARE", translate("ClusterBelt", "Share of the flow between industries that is on the edges")),
        )

    def _add_fields(self):
        self.add_field(
            self.SECTOR,
            translate("ClusterBelt", "Selling sector"),
            self.INPUT,
            translate("ClusterBelt", "Code or name of the sector that sells."),
        )
        self.add_field(
            self.COLUMNS,
            translate("ClusterBelt", "Fields of the buying sectors"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "For the form matrix. Default: all fields with the name of a sector that occurs in the rows.",
            ),
            optional=True,
            several=True,
        )
        self.add_field(
            self.TO,
            translate("ClusterBelt", "Buying sector"),
            self.INPUT,
            translate("ClusterBelt", "For the form long."),
            optional=True,
        )
        self.add_field(
            self.VALUE,
            translate("ClusterBelt", "Flow"),
            self.INPUT,
            translate(
                "ClusterBelt",
                "For the form long: value of what the selling sector delivers to the buying one.",
            ),
            optional=True,
        )
        self.add_text(
            self.TOTAL,
            translate("ClusterBelt", "Row of the total inputs"),
            translate(
                "ClusterBelt",
                "Name in the field of the selling sector that marks the total inputs, such as 总投入. "
                "Default: the total inputs are the sum of what a sector buys.",
            ),
        )

    def _add_cut(self):
        self.add_number(
            self.THRESHOLD,
            translate("ClusterBelt", "Minimum coefficient"),
            translate("ClusterBelt", "Inputs with a smaller share in the total inputs do not become edges."),
            default=0.01,
            least=0,
            decimals=True,
            advanced=True,
        )
        self.add_number(
            self.TOP,
            translate("ClusterBelt", "Edges per industry"),
            translate(
                "ClusterBelt", "How many of the largest inputs of each industry become edges; 0 for all."
            ),
            default=0,
            least=0,
            advanced=True,
        )

    def problem(self, parameters, context):
        if self.parameterAsEnumString(parameters, self.FORM, context) == FORMS[1]:
            for name in (self.TO, self.VALUE):
                if values.is_empty(parameters, name):
                    return translate("ClusterBelt", "FORM long needs {parameter}.").format(parameter=name)
        return ""

    def compute(self, parameters, context, feedback):
        from ..analysis.industries.input_output import Cut, find_chains
        from ..layers.matching.industries import read_texts_of_industries, texts_to_check
        from ..layers.virtual.input_output import say_chains
        from ..layers.writing.columns import Layer, write_layers

        given = self, parameters, context, feedback
        words = self.words.load(*given, self.taxonomy.load(*given))
        cut = Cut(
            self.parameterAsDouble(parameters, self.THRESHOLD, context),
            self.parameterAsInt(parameters, self.TOP, context),
        )
        flows = self._flows(parameters, context, feedback)
        read, nodes = read_texts_of_industries(flows.sectors, words, feedback)
        found = find_chains(flows, nodes, words.taxonomy, cut)
        lost = [sector for sector, of in zip(flows.sectors, nodes) if not of]
        say_chains(found, lost, feedback)
        made = {
            self.OUTPUT: lambda: Layer(found.table),
            self.CHECK: lambda: Layer(
                texts_to_check(read, words.taxonomy, language_of_user(), feedback.isCanceled)
            ),
        }
        return {
            **write_layers(self, parameters, context, feedback, made),
            "EDGES": len(found.table),
            "SECTORS": len(flows.sectors),
            "UNREAD": len(lost),
            "CIRCLES": len(found.circular),
            "SHARE": None if found.share != found.share else found.share,
        }

    def _flows(self, parameters, context, feedback):
        from ..layers.virtual.input_output import FlowFields, read_long, read_matrix

        source = self.source(parameters, self.INPUT, context)
        sector = self.field(parameters, self.SECTOR, context, source)
        total = values.text(self, parameters, self.TOTAL, context)
        if self.parameterAsEnumString(parameters, self.FORM, context) == FORMS[1]:
            buyer, value = (self.field(parameters, name, context, source) for name in (self.TO, self.VALUE))
            return read_long(source, FlowFields(sector, buyer=buyer, value=value), total, feedback)
        buyers = tuple(field_names(self, parameters, self.COLUMNS, context))
        return read_matrix(source, FlowFields(sector, buyers), total, feedback)
