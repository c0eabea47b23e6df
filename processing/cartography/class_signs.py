"""The class of a cluster beside its status: told by the outline or by the shape of its symbol."""

from qgis.core import QgsExpression, QgsProperty, QgsRendererCategory, QgsWkbTypes

from ..analysis.matching import statuses
from ..analysis.matching.class_order import in_order
from ..analysis.words import words_of
from ..compat import language_of_user, symbol_property
from ..layers.reading.cell_texts import cell_text
from . import palette
from .symbols import marker, sign_symbol

OUTLINE, SYMBOL = "outline", "symbol"
CLASS_WAYS = (OUTLINE, SYMBOL)
# No status begins so: the entries explain the classes in the legend and draw nothing.
_ENTRY = "class: "
_SHAPES = ("circle", "square", "triangle", "diamond", "pentagon", "hexagon", "star", "cross_fill")
_WIDTH = 0.45
_GROWN = 0.5


def mark_classes(symbols, text, signs, way):
    """Return copies of status symbols whose outline or shape depends on the class.

    Parameters
    ----------
    symbols : list of QgsSymbol
    text : str
        Expression of the text of the class, from `cell_text_expression`.
    signs : dict of str to str
        From `signs_of_classes`.
    way : {'outline', 'symbol'}
        Only points have shapes: others are told apart by their outline.
    """
    marked = []
    for symbol in symbols:
        copy = symbol.clone()
        layer = copy.symbolLayer(0)
        if way == SYMBOL and hasattr(layer, "setShape"):
            layer.setDataDefinedProperty(symbol_property("Name"), _cases(text, signs, "circle"))
            # All shapes alike in size, or the size would seem to say something.
            copy.setSize(2.2)
        else:
            layer.setDataDefinedProperty(symbol_property("StrokeColor"), _cases(text, signs, "#ffffff"))
            if hasattr(layer, "setStrokeWidth"):
                layer.setStrokeWidth(_WIDTH)
            if hasattr(copy, "setSize"):
                copy.setSize(copy.size() + _GROWN)
        marked.append(copy)
    return marked


def entries_of_classes(geometry_type, signs, way, language=None):
    """Return categories that show in the legend what the outlines or shapes of `signs_of_classes` mean."""
    entries = []
    for text, sign in signs.items():
        if way == SYMBOL and geometry_type == QgsWkbTypes.GeometryType.PointGeometry:
            symbol = marker(sign, "#ffffff", "#4d4d4d", 2.2, 0.2)
        elif geometry_type == QgsWkbTypes.GeometryType.PointGeometry:
            symbol = marker("circle", "#ffffff", sign, 2.2, _WIDTH)
        else:
            symbol = sign_symbol(geometry_type, palette.Sign("#ffffff", sign, "circle", 2.2))
        entries.append(QgsRendererCategory(_ENTRY + text, symbol, class_label(text, language)))
    return entries


def is_class_entry(value):
    """Tell whether the value of a category only explains a class."""
    return isinstance(value, str) and value.startswith(_ENTRY)


def class_label(value, language=None):
    """Return the words of a class: its own name, but words of a language for belts, statuses, reasons and no class.

    Parameters
    ----------
    value : object
        None or blank for no class.
    language : {'en', 'zh'}, optional
        Default: the user's.
    """
    language = language or language_of_user()
    words = words_of("map", language)
    text = cell_text(value)
    if text is None:
        return words["no_class"]
    if text in (*statuses.ordered(), *statuses.reasons()):
        return statuses.label(text, language)
    return words["belts"] if text.lower() == "belts" else text


def signs_of_classes(texts, way, look=palette.COLOUR, among=()):
    """Return the colour, or the name of the shape, of each class by its text; `among` are those drawn beside them."""
    texts = in_order(texts)
    if way == SYMBOL:
        return {text: _SHAPES[index % len(_SHAPES)] for index, text in enumerate(texts)}
    return {text: line.colour for text, line in palette.lines_of_classes(texts, look, among).items()}


def _cases(told, signs, otherwise):
    cases = " ".join(
        f"WHEN {told} = {QgsExpression.quotedString(text)} THEN {QgsExpression.quotedString(sign)}"
        for text, sign in signs.items()
    )
    other = QgsExpression.quotedString(otherwise)
    return QgsProperty.fromExpression(f"CASE {cases} ELSE {other} END" if cases else other)
