"""What a cell of a layer says, as the tables of the analysis have it."""

from qgis.core import QgsExpression

from ...analysis.text import as_text
from ...compat import is_null, kind_of, python_moment

_MOMENTS = {"datetime": "yyyy-MM-dd HH:mm:ss", "date": "yyyy-MM-dd", "time": "HH:mm:ss"}


def cell_text(value):
    """Return a value as people write it; None where it says nothing, be it null or blank."""
    return None if is_null(value) else as_text(python_moment(value)) or None


def cell_text_expression(layer, field):
    """Return QGIS's expression for the `cell_text` of a field of a layer."""
    column, kind = QgsExpression.quotedColumnRef(field), kind_of(layer.fields().field(field))
    if kind in _MOMENTS:
        return f"format_date({column}, '{_MOMENTS[kind]}')"
    if kind == "double":
        # A large number as a text would be 1e+06.
        whole = f"{column} = round({column}) AND abs({column}) < 1e15"
        return f"if({whole}, to_string(to_int({column})), to_string({column}))"
    if kind == "bool":
        return f"CASE WHEN {column} THEN 'True' WHEN NOT {column} THEN 'False' END"
    return f"nullif(trim(to_string({column})), '')"
