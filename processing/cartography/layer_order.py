"""The order of the layers of a run: QGIS adds them by their ids, and areas or belts may come to lie upon clusters."""

from qgis.core import QgsWkbTypes

from ..layers.runs import layers_of_run, run_of

_KINDS = QgsWkbTypes.GeometryType
# From the lowest to the uppermost.
_ORDER = (_KINDS.NullGeometry, _KINDS.PolygonGeometry, _KINDS.LineGeometry, _KINDS.PointGeometry)
_BENEATH = "BELTS_OUT"


def put_in_order(project, layer):
    """Put points above lines, areas and tables, and clusters above belts, among the layers of a run in one group.

    Called for each layer of a run, so that the last sees all; does nothing for one that is not in the layer tree yet.
    """
    run = run_of(layer)
    node = project.layerTreeRoot().findLayer(layer.id()) if run is not None else None
    if node is None:
        return
    outputs = {made.id(): output for output, made in layers_of_run(project, run.id).items()}
    group = node.parent()
    nodes = [child for child in group.findLayers() if child.layerId() in outputs and child.parent() == group]
    wanted = sorted(nodes, key=lambda child: _height(child.layer(), outputs[child.layerId()]), reverse=True)
    if nodes == wanted:
        return
    places = [group.children().index(child) for child in nodes]
    # All copies before a node goes, or its layer would go with it.
    for number, (place, child) in enumerate(zip(places, wanted)):
        group.insertChildNode(place + number, child.clone())
    for child in nodes:
        group.removeChildNode(child)


def _height(layer, output):
    kind = layer.geometryType()
    return _ORDER.index(kind) if kind in _ORDER else 0, output != _BENEATH
