"""Write a data frame as a table without geometry."""

from pandas.api.types import is_float_dtype, is_integer_dtype
from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from .copying import nullable
from .sinks import Sink, fields_of


def write_table(output, frame):
    """Write one output, a row a row; texts, whole and other numbers keep their type.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    frame : DataFrame

    Returns
    -------
    dict
        The output.
    """
    fields = fields_of(*((name, _kind(column)) for name, column in frame.items()))
    sink = Sink(*output, fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    for row in frame.itertuples(index=False):
        sink.write(map(nullable, row))
    return sink.results()


def _kind(column):
    if is_integer_dtype(column):
        return "long"
    return "double" if is_float_dtype(column) else "string"
