"""What a run does to the layers of the runs before it: they bear their time, and after a run again they step aside."""

from ..analysis.words import words_of
from ..compat import language_of_user
from ..layers.runs import layers_of_run, run_of
from .city_pies import pies_of

_GROUP = "clusterbelt/earlier_runs"


def rename_earlier(project, layer):
    """Add their time to the names of layers that are the same output of earlier runs and called as the new one."""
    run, name = run_of(layer), layer.name()
    for other in project.mapLayersByName(name):
        made = run_of(other)
        is_earlier = made is not None and made.time < run.time
        if is_earlier and (made.algorithm, made.output) == (run.algorithm, run.output):
            _rename(project, other, _free_name(project, name, made.time, run.time))


def _free_name(project, name, time, now):
    """Return a name with the minute of a run, with its day if that is over, to the second where another layer has that."""
    day, _, clock = time.partition("T")
    said = "" if now.startswith(day) else f"{day} "
    wanted = f"{name} ({said}{clock[:5]})"
    return f"{name} ({said}{clock[:8]})" if project.mapLayersByName(wanted) else wanted


def _rename(project, layer, name):
    layer.setName(name)
    pies = pies_of(project, layer)
    if pies is not None:
        pies.setName(words_of("map", language_of_user())["city_pies"].format(layer=name))


def set_aside(project, run_id):
    """Hide the layers of a run in a group for earlier runs; those that somebody has put into a group stay there, hidden.

    Parameters
    ----------
    project : QgsProject
    run_id : str
    """
    root, layers = project.layerTreeRoot(), list(layers_of_run(project, run_id).values())
    pies = [pies_of(project, layer) for layer in layers]
    wanted = {layer.id() for layer in (*layers, *pies) if layer is not None}
    nodes = [node for node in root.findLayers() if node.layerId() in wanted]
    own = [node for node in nodes if node.parent() == root]
    for node in nodes:
        if node not in own and not node.parent().customProperty(_GROUP):
            node.setItemVisibilityChecked(False)
    if not own:
        return
    group = _group(root, root.children().index(own[0]))
    # All copies before a node goes, or its layer would go with it.
    for place, node in enumerate(own):
        group.insertChildNode(place, node.clone())
    for node in own:
        root.removeChildNode(node)


def _group(root, place):
    """Return the group for the layers of earlier runs; where there is none, a new one, closed and hidden."""
    found = next((group for group in root.findGroups() if group.customProperty(_GROUP)), None)
    if found is None:
        found = root.insertGroup(place, words_of("map", language_of_user())["earlier_runs"])
        found.setCustomProperty(_GROUP, True)
        found.setExpanded(False)
        found.setItemVisibilityChecked(False)
    return found
