"""Links between blocks, and the blocks."""

from qgis.core import QgsProcessingException, QgsProcessingParameterField

from ...compat import translate


class Links:
    """LINKS and its fields."""

    LINKS = "LINKS"
    FROM = "FROM"
    TO = "TO"
    WEIGHT = "WEIGHT"
    DISTANCE = "DISTANCE"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_source(
            self.LINKS,
            translate("ClusterBelt", "Links"),
            translate(
                "ClusterBelt",
                "The output of “Chain links between cities”, or observed links such as orders, patents or "
                "shareholdings; each row has two ids and a weight.",
            ),
        )
        self._add_ids(algorithm)
        algorithm.add_field(
            self.DISTANCE,
            translate("ClusterBelt", "Distance of the link, km"),
            self.LINKS,
            translate(
                "ClusterBelt",
                "For example by road. Default: geodesic distance between the points of the blocks.",
            ),
            optional=True,
            advanced=True,
        )

    def _add_ids(self, algorithm):
        add_field(
            algorithm,
            self.FROM,
            translate("ClusterBelt", "From"),
            self.LINKS,
            "f_id",
            translate("ClusterBelt", "Id of the supplying block."),
        )
        add_field(
            algorithm,
            self.TO,
            translate("ClusterBelt", "To"),
            self.LINKS,
            "t_id",
            translate("ClusterBelt", "Id of the block supplied."),
        )
        add_field(
            algorithm,
            self.WEIGHT,
            translate("ClusterBelt", "Weight of the link"),
            self.LINKS,
            "flow",
            translate(
                "ClusterBelt", "A number above 0; links without a weight or with weight 0 are left out."
            ),
        )

    def load(self, algorithm, parameters, context, feedback):
        """Read the links: `layers.observed_links.LinkRows`; none of them are an answer where there are BLOCKS."""
        from ...layers.virtual.observed_links import LinkFields, read_links

        source = algorithm.source(parameters, self.LINKS, context)
        needed = (
            needed_field(algorithm, parameters, name, context, source)
            for name in (self.FROM, self.TO, self.WEIGHT)
        )
        fields = LinkFields(*needed, algorithm.field(parameters, self.DISTANCE, context, source))
        has_blocks = algorithm.source(parameters, Blocks.BLOCKS, context) is not None
        return read_links(source, fields, feedback, may_lack=has_blocks)


class Blocks:
    """BLOCKS and its fields."""

    BLOCKS = "BLOCKS"
    BLOCK_ID = "BLOCK_ID"
    BLOCK_CITY = "BLOCK_CITY"
    BLOCK_IND = "BLOCK_IND"
    _INDUSTRY = "industry"

    def add(self, algorithm):
        """Add the parameters."""
        algorithm.add_source(
            self.BLOCKS,
            translate("ClusterBelt", "Blocks"),
            translate(
                "ClusterBelt",
                "Points with the ids of the links: BLOCKS of “Chain links between cities”, or your own. Default: the ends "
                "of the links, if they are lines.",
            ),
            optional=True,
        )
        add_field(
            algorithm,
            self.BLOCK_ID,
            translate("ClusterBelt", "Id of the block"),
            self.BLOCKS,
            "id",
            translate("ClusterBelt", "The id that FROM and TO refer to."),
        )
        add_field(
            algorithm,
            self.BLOCK_CITY,
            translate("ClusterBelt", "City of the block"),
            self.BLOCKS,
            "citycd",
            translate(
                "ClusterBelt",
                "Code of the city: a cluster within one city is local. A block without a city counts as a "
                "city of its own.",
            ),
            advanced=True,
        )
        add_field(
            algorithm,
            self.BLOCK_IND,
            translate("ClusterBelt", "Industry of the block"),
            self.BLOCKS,
            self._INDUSTRY,
            translate("ClusterBelt", "Name of the industry, shown in the lists. Optional."),
            advanced=True,
        )

    def identity(self, algorithm, parameters, context, source):
        """Return the field of the ids."""
        return needed_field(algorithm, parameters, self.BLOCK_ID, context, source)

    def load(self, algorithm, parameters, context, feedback, links):
        """Read the blocks, or take the ends of the links for them: `layers.linked_blocks.BlockRows`."""
        from ...layers.virtual.linked_blocks import ends_of_links, read_blocks

        source, transforms = algorithm.source(parameters, self.BLOCKS, context), context.transformContext()
        if source is None:
            return ends_of_links(links, transforms, feedback)
        identity = self.identity(algorithm, parameters, context, source)
        city = algorithm.field(parameters, self.BLOCK_CITY, context, source)
        industry = algorithm.parameterAsString(parameters, self.BLOCK_IND, context)
        if industry != self._INDUSTRY or source.fields().lookupField(industry) >= 0:
            industry = algorithm.field(parameters, self.BLOCK_IND, context, source)
        else:
            industry = ""
        return read_blocks(source, identity, city, industry, transforms, feedback)


def add_field(algorithm, name, description, parent, default, help_text, *, advanced=False):
    """Add a field that has a default name; QGIS takes the default only where the parameter is optional."""
    field = QgsProcessingParameterField(name, description, default, parent, optional=True)
    algorithm.add(field, help_text, advanced=advanced)


def needed_field(algorithm, parameters, name, context, source):
    """Return the field of such a parameter; refuse none."""
    field = algorithm.field(parameters, name, context, source)
    if not field:
        raise QgsProcessingException(
            translate("ClusterBelt", "{parameter} is empty: choose a field of “{layer}”.").format(
                parameter=name, layer=source.sourceName()
            )
        )
    return field
