"""Write a table without geometry."""

from qgis.core import QgsCoordinateReferenceSystem, QgsWkbTypes

from ...analysis.fields import DOUBLE, LONG, TEXT, Field, table_of
from ...analysis.matching import statuses
from ...analysis.words import LANGUAGES, Words
from .copying import nullable
from .sinks import Sink, fields_of


def write_table(output, table):
    """Write one output, row by row; texts, whole and other numbers keep their type.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    table : Table

    Returns
    -------
    dict
        The output.
    """
    algorithm, _, name, _ = output
    known = table_of(algorithm.name(), name)
    fields = [known.find(key) or _field_of_status(key, column) for key, column in table.items()]
    sink = Sink(*output, fields_of(fields), QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    for row in zip(*(column.tolist() for _, column in table.items())):
        sink.write(map(nullable, row))
    return sink.results()


def _field_of_status(key, column):
    """The field of a status that the table of fields does not have yet, and of its rate and bounds."""
    named = key in statuses.ordered()
    alias = Words(*(statuses.label(key, language) if named else key for language in LANGUAGES))
    return Field(key, _kind(column), None, alias, None)


def _kind(column):
    return {"i": LONG, "u": LONG, "f": DOUBLE}.get(column.dtype.kind, TEXT)
