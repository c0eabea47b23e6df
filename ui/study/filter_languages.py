"""How filters are written: as expressions of QGIS, where a backslash is an escape, or as SQL, where it is a character."""

from qgis.core import QgsExpression

# Providers whose filters are expressions of QGIS; those of all others are SQL.
_WITH_EXPRESSIONS = ("memory", "delimitedtext", "WFS", "OAPIF")
_ESCAPE = "!"


class QGIS:
    """Expressions of QGIS."""

    quoted = staticmethod(QgsExpression.quotedValue)

    @staticmethod
    def holds(column, text):
        """Return whether a column holds a text, in whatever capitals."""
        told = f"lower(to_string({QgsExpression.quotedColumnRef(column)}))"
        return f"strpos({told}, {QgsExpression.quotedString(text.lower())}) > 0"


class SQL:
    """SQL of databases and of OGR."""

    @staticmethod
    def quoted(value):
        """Return a value as it is written in a query."""
        if not isinstance(value, str):
            return QgsExpression.quotedValue(value)
        doubled = value.replace("'", "''")
        return f"'{doubled}'"

    @staticmethod
    def holds(column, text):
        """Return whether a column holds a text; capitals are as the database has it."""
        for special in (_ESCAPE, "%", "_"):
            text = text.replace(special, _ESCAPE + special)
        pattern = SQL.quoted(f"%{text}%")
        return f"{QgsExpression.quotedColumnRef(column)} LIKE {pattern} ESCAPE '{_ESCAPE}'"


def language_of_filters(layer):
    """Return what the filters of a layer are written in: `QGIS` or `SQL`."""
    return QGIS if layer.providerType() in _WITH_EXPRESSIONS else SQL
