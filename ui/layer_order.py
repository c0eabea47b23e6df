"""The order of the layers that a run brings: QGIS adds them by their ids, and belts may come to lie upon clusters."""

from ..processing.layers.runs import layers_of_run, run_of


def put_above_belts(project, layer):
    """Put a matched layer above the belts that its run wrote, if it lies beneath them in the same group."""
    run, root = run_of(layer), project.layerTreeRoot()
    belts = layers_of_run(project, run.id).get("BELTS_OUT") if run is not None else None
    node, below = root.findLayer(layer.id()), root.findLayer(belts.id()) if belts is not None else None
    if node is None or below is None or node.parent() != below.parent():
        return
    nodes, group = node.parent().children(), node.parent()
    if nodes.index(node) > nodes.index(below):
        # The copy before the node goes, or the layer would go with it.
        group.insertChildNode(nodes.index(below), node.clone())
        group.removeChildNode(node)
