"""All clusters of a matched layer, and what they are filtered by."""

from qgis.core import QgsExpression

from ...processing.analysis.fields import CB_CITYCD, CB_ROW
from ..study.cluster_filter import CLASS, JUDGED, PROVINCE, READ_BY, REASON, STATUS
from ..study.filter_languages import QGIS

NOT_JUDGED = ""


class ClusterTable:
    """Rows of a layer with their facets.

    Parameters
    ----------
    rows : list of MatchRow
    fields : match_reader.FieldNames
        Of the layer.
    country : str
        Of the gazetteer that knows the provinces.
    city_names : dict of str to str, optional
        By what cities are found, by code.
    """

    def __init__(self, rows, fields, country, city_names=None):
        from ...processing.analysis.facets import Facets

        self.rows, self._fields, self._country = rows, fields, country
        self._provinces, self._states, self._keys = {}, {}, None
        self._city_names = city_names or {}
        self._facets = Facets({JUDGED: [NOT_JUDGED] * len(rows)})

    def fill(self):
        """Work out the facets; yields where the work may be interrupted."""
        from ...processing.analysis.places.registry import province_names

        rows = self.rows
        yield
        names = province_names(self._country)
        self._provinces = {code: names[code] for code in {row.code for row in rows} if code in names}
        for facet, key_of in (
            (STATUS, lambda row: row.status),
            (CLASS, lambda row: row.class_value),
            (REASON, lambda row: row.reason),
            (PROVINCE, lambda row: self._provinces.get(row.code)),
            (READ_BY, lambda row: row.read_by),
        ):
            yield
            self._facets.set_column(facet, list(map(key_of, rows)))
        yield
        codes = {row.code for row in rows} & self._city_names.keys()
        called = self._city_names = {code: self._city_names[code] for code in codes}
        self._facets.set_texts(
            [f"{row.name}\n{row.city}\n{called.get(row.code, '')}".casefold() for row in rows]
        )

    def set_judged(self, states):
        """Take the states of the judgements by key of the row; what is not among them is not judged."""
        if not states and not self._states:
            return
        self._states = states
        column = [states.get(str(row.key), NOT_JUDGED) for row in self.rows]
        self._facets.set_column(JUDGED, column)

    def knows(self, key):
        """Tell whether a row has this key, as a text."""
        if self._keys is None:
            self._keys = {str(row.key) for row in self.rows}
        return key in self._keys

    def shown(self, wanted):
        """Return for each row whether a `ClusterFilter` keeps it."""
        return self._kept(wanted).tolist()

    def counts(self, facet, wanted):
        """Return the keys of a facet with their numbers of rows under the other choices of a filter."""
        return self._facets.counts(facet, self._kept(wanted, without=facet))

    def expression(self, wanted, spoken=QGIS):
        """Return a filter as an expression of QGIS, or of the language that the filters of a layer speak."""
        parts = [self._choice(facet, keys, spoken) for facet, keys in wanted.chosen.items()]
        if wanted.text:
            parts.append(" OR ".join(self._holding(wanted.text, spoken)))
        return " AND ".join(f"({part})" for part in parts if part)

    def _holding(self, text, spoken):
        """Return the conditions of which a row with a text fulfils one: its names hold it, or what its city is called."""
        columns = filter(None, (self._fields.name, self._fields.city))
        codes = [code for code, name in self._city_names.items() if text.casefold() in name.casefold()]
        called = [_among(self._fields.code, codes, False, spoken)] if codes else []
        return [spoken.holds(column, text) for column in columns] + called

    def _kept(self, wanted, without=""):
        return self._facets.rows_with(wanted.chosen, without, wanted.text)

    def _choice(self, facet, keys, spoken):
        """Return the choice in a facet as an expression; provinces and judgements stand in no field of their own."""
        if facet == PROVINCE:
            return _of_groups(CB_CITYCD, keys, None, self._provinces, spoken)
        if facet == JUDGED:
            return _of_groups(CB_ROW, keys, NOT_JUDGED, self._states, spoken)
        named = {
            STATUS: self._fields.status,
            CLASS: self._fields.class_value,
            REASON: self._fields.reason,
            READ_BY: self._fields.read_by,
        }
        field = named[facet]
        if not field:
            return ""
        return _among(field, [key for key in keys if key is not None], None in keys, spoken)


def _of_groups(field, keys, rest, groups, spoken):
    """Return an expression for values by their groups; those in no group have the key `rest`."""
    if rest in keys:
        values = [value for value, group in groups.items() if group not in keys]
        return f"NOT ({_among(field, values, False, spoken)}) OR {_is_null(field)}" if values else ""
    return _among(field, [value for value, group in groups.items() if group in keys], False, spoken)


def _among(field, values, or_null, spoken):
    """Return an expression for a field that has one of some values."""
    listed = ", ".join(map(spoken.quoted, sorted(values, key=str)))
    parts = [f"{QgsExpression.quotedColumnRef(field)} IN ({listed})"] if values else []
    return " OR ".join(parts + [_is_null(field)] * or_null) or "1 = 0"


def _is_null(field):
    return f"{QgsExpression.quotedColumnRef(field)} IS NULL"
