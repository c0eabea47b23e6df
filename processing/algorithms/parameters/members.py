"""Members of virtual clusters: rows that tell their industries and city, and their weight; customers and suppliers."""

from ...analysis.fields import CB_WEIGHT
from ...compat import translate


class Members:
    """A layer of members and the field of their weights.

    Parameters
    ----------
    layer, weight : str
        Names of the parameters.
    optional : bool
        Whether the layer may be left out.
    """

    def __init__(self, layer="INPUT", weight="WEIGHT", *, optional=False):
        self.layer, self.weight, self._optional = layer, weight, optional

    def add(self, algorithm, description, help_text):
        """Add the parameters; `help_text` says what the members are."""
        algorithm.add_source(
            self.layer,
            description,
            translate(
                "ClusterBelt",
                "{what} Clusters or belts from “Match clusters with belts”, or a table processed with "
                "“Place a table by city” and “Read industries”.",
            ).format(what=help_text),
            optional=self._optional,
        )
        algorithm.add_field(
            self.weight,
            translate("ClusterBelt", "Weight of {members}").format(members=self.layer),
            self.layer,
            translate(
                "ClusterBelt",
                "For example output or employment. Default: the field {field} if "
                "there is one, otherwise 1 each.",
            ).format(field=CB_WEIGHT),
            optional=True,
        )

    def load(self, algorithm, parameters, context, feedback, taxonomy):
        """Read the members: `layers.members.Members`; None where the layer was left out."""
        from ...layers.virtual.members import read_members

        source = algorithm.source(parameters, self.layer, context)
        if source is None:
            return None
        weight = algorithm.field(parameters, self.weight, context, source)
        return read_members(source, weight, taxonomy, feedback)


class Customers:
    """INPUT, who needs inputs, and SUPPLIERS, who delivers them; each with its weight."""

    customers, suppliers = Members(), Members("SUPPLIERS", "SUPPLIER_WEIGHT", optional=True)

    def add(self, algorithm):
        """Add the parameters."""
        self.customers.add(
            algorithm,
            translate("ClusterBelt", "Customers"),
            translate("ClusterBelt", "Members that need inputs."),
        )
        self.suppliers.add(
            algorithm,
            translate("ClusterBelt", "Suppliers"),
            translate(
                "ClusterBelt",
                "Members that deliver inputs. Default: the customers themselves. To use "
                "both clusters and belts, merge the layers first.",
            ),
        )

    def load(self, algorithm, parameters, context, feedback, taxonomy):
        """Return the customers and the suppliers: two `layers.members.Members`."""
        given = algorithm, parameters, context, feedback, taxonomy
        customers = self.customers.load(*given)
        return customers, self.suppliers.load(*given) or customers
