"""Functions for QGIS's expressions, in the group Cluster Belt: cities, industries and their relation, words.

What is not understood is null: an expression never stops in the middle of a layer.
"""

from functools import lru_cache

from qgis.core import QgsExpression, QgsExpressionFunction
from qgis.PyQt.QtCore import QDate, QDateTime, Qt

from .algorithms.saying import missing_libraries
from .analysis.industries.relation_kinds import RELATIONS
from .compat import is_null, language_of_user, translate
from .layers.one_text import nodes_of, place_of

GROUP = "Cluster Belt"
_REMEMBERED = 100_000


class Function(QgsExpressionFunction):
    """A function of expressions.

    Parameters
    ----------
    name : str
    least, most : int
        How many arguments it takes.
    compute : callable
        Takes the arguments, None for null; returns text or None.
    help_text : str
    """

    def __init__(self, name, least, most, compute, help_text):
        super().__init__(name, least if least == most else -1, GROUP, help_text, False, True, False)
        self._least, self._most, self._compute = least, most, compute

    def func(self, values, context, parent, node):
        """Return the value, or report how the function is called."""
        if not self._least <= len(values) <= self._most:
            parent.setEvalErrorString(
                translate("ClusterBelt", "{name} takes {least} to {most} arguments.").format(
                    name=self.name(), least=self._least, most=self._most
                )
            )
            return None
        missing = missing_libraries()
        if missing:
            parent.setEvalErrorString(missing)
            return None
        return self._compute(*map(_plain, values))


def _plain(value):
    """Return what a cell could hold: a list as its texts, a date as text; None for what could stand in no cell."""
    if isinstance(value, (list, tuple)):
        return "、".join(str(item) for item in map(_plain, value) if item is not None) or None
    if isinstance(value, (QDate, QDateTime)):
        return value.toString(Qt.DateFormat.ISODate) or None
    return None if is_null(value) or not isinstance(value, (str, int, float)) else value


def register():
    """Make the functions known to QGIS; return them, who registers must keep them."""
    functions = [
        Function("cb_city", 1, 3, lambda *given: _place(*given).name or None, _help_of_city()),
        Function("cb_citycode", 1, 3, lambda *given: _place(*given).code, _help_of_code()),
        Function("cb_industry", 1, 1, _industry, _help_of_industry()),
        Function("cb_relation", 2, 2, _relation, _help_of_relation()),
        Function("cb_status_word", 1, 1, _status_word, _help_of_word()),
    ]
    for function in functions:
        QgsExpression.registerFunction(function)
    return functions


def unregister(functions):
    """Take the functions back."""
    for function in functions:
        QgsExpression.unregisterFunction(function.name())


def _place(text, province=None, year=None):
    from .analysis.places.gazetteer import year_of
    from .analysis.places.registry import DEFAULT

    return place_of(text, DEFAULT, province, None if year is None else year_of(year))


def _industry(text):
    from .analysis.industries import taxonomy

    return "|".join(taxonomy.read().codes[node] for node in nodes_of(text)) or None


@lru_cache(maxsize=_REMEMBERED)
def _relation(cluster, belt):
    best = max((int(_relations().ranks(a, b)) for a in _nodes(cluster) for b in _nodes(belt)), default=None)
    return None if best is None else RELATIONS[best]


def _nodes(value):
    """Return the positions of an industry, given as text or as codes; none where it is not understood."""
    from .analysis.industries import taxonomy

    index = taxonomy.read().code_index
    codes = str(value).casefold().split("|") if value is not None else []
    if codes and all(code in index for code in codes):
        return [index[code] for code in codes]
    found = _industry(value)
    return [index[code.casefold()] for code in found.split("|")] if found else []


@lru_cache(maxsize=1)
def _relations():
    from .analysis.industries import taxonomy
    from .analysis.industries.relations import relations

    return relations(taxonomy.read())


def _status_word(key):
    from .analysis.matching.statuses import label
    from .analysis.messages import AnalysisError

    try:
        return label(key, language_of_user())
    except AnalysisError:
        return None


def _help_of_city():
    return _help(
        "cb_city(text[, province[, year]])",
        translate(
            "ClusterBelt", "Name of the city to which a text refers, or null: 宝安区 in 深圳 is 深圳市."
        ),
        "cb_city('深圳宝安区') → '深圳市'",
    )


def _help_of_code():
    return _help(
        "cb_citycode(text[, province[, year]])",
        translate(
            "ClusterBelt",
            "Code of the city to which a text refers, or null. The year matters where administrative units "
            "have changed.",
        ),
        "cb_citycode('莱芜市', null, 2018) → '371200'",
    )


def _help_of_industry():
    return _help(
        "cb_industry(text)",
        translate("ClusterBelt", "Codes of the industries that a text names, separated by |, or null."),
        "cb_industry('女装') → 'TEX.APP.W'",
    )


def _help_of_relation():
    return _help(
        "cb_relation(cluster, belt)",
        translate(
            "ClusterBelt",
            "Relation of the industry of a belt to that of a cluster: {relations}; null if one of them is "
            "not recognised. Takes texts or codes.",
        ).format(relations=", ".join(reversed(RELATIONS))),
        "cb_relation('服装', '女装') → 'belt_within'",
    )


def _help_of_word():
    return _help(
        "cb_status_word(key)",
        translate("ClusterBelt", "Label of a status, relation or reason in the language of QGIS, or null."),
        "cb_status_word('matched') → 'Matched' (匹配)",
    )


def _help(call, text, example):
    return f"<h3>{call}</h3><p>{text}</p><p><code>{example}</code></p>"
