"""Two sources that have the same rows, whatever the layers are called and however they come to the table."""

from qgis.core import QgsFeatureRequest

from ..reading.cell_texts import cell_text
from ..reading.sources import layer_behind, whole_layer
from ..writing.origins import tables_behind

# Rows that are compared one by one; of more, only the tables and conditions are.
_MOST = 100_000


def same_rows(algorithm, parameters, name, other, context):
    """Tell whether all rows of one source parameter are rows of another: of its table, a part or a query of it.

    A copy in another table is another layer.
    """
    layers = [layer_behind(algorithm, parameters, given, context) for given in (name, other)]
    if None in layers or not _read_one_table(*layers, context):
        return False
    common = sorted(
        set.intersection(*({field.lower() for field in layer.fields().names()} for layer in layers))
    )
    if not common:
        return False
    sources = [algorithm.parameterAsSource(parameters, each, context) for each in (name, other)]
    if max(source.featureCount() for source in sources) > _MOST:
        wholes = [whole_layer(algorithm, parameters, each, context) for each in (name, other)]
        return None not in wholes and _addresses(wholes[0], context) == _addresses(wholes[1], context)
    one, two = (_rows(source, common) for source in sources)
    return bool(one) and bool(two) and (one <= two or two <= one)


def _addresses(layer, context):
    return tables_behind(layer, context) or layer.id(), layer.subsetString()


def _read_one_table(one, two, context):
    behind = tables_behind(two, context)
    is_one = any(table.meets(other) for table in tables_behind(one, context) for other in behind)
    return is_one or one.id() == two.id()


def _rows(source, names):
    """Return the rows of a source as texts of the named fields."""
    fields = source.fields()
    columns = [fields.lookupField(name) for name in names]
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes(columns)
    return {
        tuple(cell_text(feature.attribute(column)) for column in columns)
        for feature in source.getFeatures(request)
    }
