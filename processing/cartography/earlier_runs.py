"""What a run does to the layers of the runs before it: they bear their time or table, and step aside."""

import re

from ..analysis.words import words_of
from ..compat import language_of_user
from ..layers.runs import name_of_study, run_of, study_of
from .city_pies import pies_of

_GROUP = "clusterbelt/earlier_runs"
# What a name bears of the time of an earlier run, or nothing.
_TIME = r"( \(([\d-]+ )?[\d:]+\))?"


def rename_earlier(project, layer):
    """Tell layers that are the same output of several runs apart by their names.

    Those of earlier runs bear their time; where there are several studies, each bears the name of its table.
    """
    run, title = run_of(layer), layer.name()
    rivals = [other for other in project.mapLayers().values() if other is not layer and _is_rival(other, run)]
    foreign = [other for other in rivals if study_of(other) != study_of(layer)]
    for other in foreign:
        _name_by_table(project, other, title)
    named = _with_table(project, layer, title)
    if foreign or any(other.name().startswith(named) for other in rivals):
        for other in rivals:
            _name_by_table(project, other, title)
        layer.setName(named)
    for other in rivals:
        if other.name() == layer.name() and run_of(other).time < run.time:
            _rename(project, other, _free_name(project, layer.name(), run_of(other).time, run.time))


def _is_rival(layer, run):
    made = run_of(layer)
    return made is not None and (made.algorithm, made.output) == (run.algorithm, run.output)


def _with_table(project, layer, title):
    return f"{title} – {name_of_study(layer, project)}"


def _name_by_table(project, layer, title):
    """Put the name of its table behind the title of a layer that bears no more than that, or its time besides."""
    name = layer.name()
    if re.fullmatch(re.escape(title) + _TIME, name):
        _rename(project, layer, _with_table(project, layer, title) + name[len(title) :])


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


def show_alone(project, layer):
    """Show the run that made a layer, and hide all other runs of its algorithm, and all that is of their studies.

    Their layers go into a group for other runs; what somebody has put into another group stays there, hidden.

    Parameters
    ----------
    project : QgsProject
    layer : QgsVectorLayer
    """
    root, run, study = project.layerTreeRoot(), run_of(layer), study_of(layer)
    made = [other for other in project.mapLayers().values() if run_of(other) is not None]
    rivals = [
        other for other in made if run_of(other).algorithm == run.algorithm and run_of(other).id != run.id
    ]
    # What came of another study, as its ellipses, goes and comes back with it.
    others = {study_of(other) for other in rivals} - {study}
    drawn = [other for other in made if run_of(other).algorithm != run.algorithm]
    _hide(root, _nodes(project, [*rivals, *(other for other in drawn if study_of(other) in others)]))
    same = [other for other in made if run_of(other).id == run.id]
    own = _nodes(project, [*same, *(other for other in drawn if study_of(other) == study)])
    group = _find_group(root)
    if group is not None:
        group.setItemVisibilityChecked(False)
        # QGIS adds layers beside the one that is chosen in the tree: it may be of an earlier run.
        _move([node for node in own if node.parent() == group], root, root.children().index(group))


def show_chosen(project, layer):
    """Show a layer that somebody has chosen, and its run alone, though its layers were hidden as those of an earlier run."""
    if run_of(layer) is not None:
        show_alone(project, layer)
    for shown in (layer, pies_of(project, layer)):
        node = None if shown is None else project.layerTreeRoot().findLayer(shown)
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)


def _nodes(project, layers):
    """Return the nodes of layers and of their pies, from the top down."""
    pies = (pies_of(project, layer) for layer in layers)
    ids = {layer.id() for layer in (*layers, *pies) if layer is not None}
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
    """Return the group for the layers of other runs, None where there is none yet."""
    return next((group for group in root.findGroups() if group.customProperty(_GROUP)), None)


def _make_group(root, place):
    group = root.insertGroup(place, words_of("map", language_of_user())["other_runs"])
    group.setCustomProperty(_GROUP, True)
    group.setExpanded(False)
    return group
