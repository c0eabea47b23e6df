"""How the tables of virtual clusters look on the map, each by the fields that it has."""

from qgis.core import QgsSingleSymbolRenderer, QgsWkbTypes

from ..analysis.words import words_of
from ..compat import language_of_user
from . import palette
from .cluster_styles import style_blocks, style_ties
from .coupling_styles import style_coupling
from .flow_lines import style_links
from .gap_styles import style_candidates, style_gaps
from .labels import label_expression, short_name
from .network_styles import style_group_ties, style_groups
from .renderers import use
from .symbols import marker
from .virtual_symbols import Wanted, most_of, size_by, size_legend


def style_virtual(layer, look=palette.VIRTUAL, language=None, min_span=None):
    """Style an output of the algorithms of virtual clusters by what its fields say it is.

    Parameters
    ----------
    layer : QgsVectorLayer
    look : palette.VirtualPalette
    language : {'en', 'zh'}, optional
        Language of the legend; default: the user's.
    min_span : float, optional
        Clusters whose links reach less far, in km, stay grey; default: the strongest have the colours.

    Returns
    -------
    bool
        Whether the layer was styled: False for a table without geometry and for one that is none of these outputs.
    """
    if layer is None or not layer.isValid():
        return False
    names = {name.lower() for name in layer.fields().names()}
    wanted = Wanted(look, words_of("virtual", language or language_of_user()), min_span)
    for geometry, needed, style in _STYLES:
        if layer.geometryType() == geometry and needed <= names:
            styled = style(layer, wanted)
            layer.triggerRepaint()
            return styled
    return False


def _undirected(layer, wanted):
    return style_links(layer, wanted, directed=False)


def _nodes(layer, wanted):
    symbol = marker("circle", wanted.look.node, "#ffffff", 2.0, 0.15)
    symbol.setOpacity(0.85)
    most = most_of(layer, "flow_in", "flow_out")
    size_by(symbol, '"flow_in" + "flow_out"', most)
    renderer = QgsSingleSymbolRenderer(symbol)
    renderer.setDataDefinedSizeLegend(size_legend(symbol, most, wanted.words["node"]))
    use(layer, renderer)
    label_expression(
        layer, short_name(layer, "name", wanted.words["no_unit"]), ("name",), priority='10 * (1 - "cum")'
    )
    return True


_POINT, _LINE = QgsWkbTypes.GeometryType.PointGeometry, QgsWkbTypes.GeometryType.LineGeometry
_STYLES = (
    (_LINE, {"vc_id", "from_id", "to_id"}, style_ties),
    (_LINE, {"grp", "mode", "share"}, style_group_ties),
    (_LINE, {"f_unit", "t_unit", "flow", "grps"}, _undirected),
    (_LINE, {"f_unit", "t_unit", "flow"}, style_links),
    (_LINE, {"f_id", "t_id", "flow", "scope"}, style_links),
    (_LINE, {"region", "status", "rank", "scope", "km"}, style_candidates),
    (_POINT, {"vc_id", "vc_role"}, style_blocks),
    (_POINT, {"flow_in", "flow_out", "name", "self"}, _nodes),
    (_POINT, {"needs", "by_prov", "nobody"}, style_gaps),
    (_POINT, {"class", "off", "on", "tilt"}, style_coupling),
    (_POINT, {"grp", "mode", "members"}, style_groups),
)
