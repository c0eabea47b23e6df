"""What a run does to the layers of the runs before it: they bear their time, and after a run again they step aside."""

from ..analysis.words import words_of
from ..compat import language_of_user
from ..layers.runs import run_of, study_of
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


def show_alone(project, layer, former=""):
    """Show the run that made a layer, and hide all other runs of its algorithm on its study.

    Their layers go into a group for earlier runs; what somebody has put into another group stays there, hidden.

    Parameters
    ----------
    project : QgsProject
    layer : QgsVectorLayer
    former : str, optional
        Id of a run that is hidden, whatever its study.
    """
    root, run, study = project.layerTreeRoot(), run_of(layer), study_of(layer)

    def is_other(made, other):
        is_rival = made.algorithm == run.algorithm and study_of(other) == study
        return made.id != run.id and (is_rival or made.id == former)

    own, others = (_nodes(project, wanted) for wanted in (lambda made, _: made.id == run.id, is_other))
    _hide(root, others)
    group = _find_group(root)
    if group is not None:
        group.setItemVisibilityChecked(False)
        # QGIS adds layers beside the one that is chosen in the tree: it may be of an earlier run.
        _move([node for node in own if node.parent() == group], root, root.children().index(group))


def _nodes(project, wanted):
    """Return the nodes of the layers for whose run something is true, and of their pies, from the top down."""
    layers = list(project.mapLayers().values())
    made = [layer for layer in layers if run_of(layer) is not None and wanted(run_of(layer), layer)]
    pies = (pies_of(project, layer) for layer in made)
    ids = {layer.id() for layer in (*made, *pies) if layer is not None}
    return [node for node in project.layerTreeRoot().findLayers() if node.layerId() in ids]


def _hide(root, nodes):
    own = [node for node in nodes if node.parent() == root]
    for node in nodes:
        if node not in own and not node.parent().customProperty(_GROUP):
            node.setItemVisibilityChecked(False)
    if own:
        _move(own, _find_group(root) or _make_group(root, root.children().index(own[0])), 0)


def _move(nodes, parent, place):
    """Move nodes to a place of a group; all copies before one goes, or its layer would go with it."""
    for number, node in enumerate(nodes):
        parent.insertChildNode(place + number, node.clone())
    for node in nodes:
        node.parent().removeChildNode(node)


def _find_group(root):
    """Return the group for the layers of earlier runs, None where there is none yet."""
    return next((group for group in root.findGroups() if group.customProperty(_GROUP)), None)


def _make_group(root, place):
    group = root.insertGroup(place, words_of("map", language_of_user())["earlier_runs"])
    group.setCustomProperty(_GROUP, True)
    group.setExpanded(False)
    return group
