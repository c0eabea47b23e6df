"""With which layers a dialog opens: two tables each with one that fits, never the same; a match with the newest."""

from itertools import product

from qgis.core import QgsProcessingContext, QgsProcessingParameterFeatureSource, QgsProject, QgsWkbTypes
from qgis.PyQt.QtWidgets import QComboBox

from ...processing.analysis.fields import CB_NCLUS
from ...processing.analysis.table_kinds import BELTS, CLUSTERS, likeness
from ...processing.layers.runs import run_of
from ..study.map_link import belts_of
from ..study.run_follower import is_matched, newest_matched

# An input stays empty rather than to take a layer that fits less; that which is chosen in the project counts a little.
_LEAST, _ACTIVE = -1.5, 0.5
_NO_TABLE, _NEVER = 4.0, 100.0
_DRAWN = (QgsWkbTypes.GeometryType.PolygonGeometry, QgsWkbTypes.GeometryType.LineGeometry)
_OUTPUTS = ("OUTPUT", "BELTS_OUT")
# The input of all that reads a match, and those that read it as a layer, not as rows.
_MATCHED, _OF_LAYERS = "INPUT", ("stylematches", "matchlayout")


def needed_sources(algorithm):
    """Return the names of the inputs without which an algorithm does not run."""
    return [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSource)
        and not definition.flags() & definition.Flag.FlagOptional
    ]


def choose_layers(algorithm, wrappers):
    """Give each of two inputs, and one that must be matched, a layer that fits or none; Processing takes the active layer.

    Parameters
    ----------
    algorithm : QgsProcessingAlgorithm
    wrappers : dict of str to QgsAbstractProcessingParameterWidgetWrapper
        By name of the parameter.
    """
    names, project = needed_sources(algorithm), QgsProject.instance()
    if len(names) < 2 and _reads_a_match(algorithm):
        active = project.mapLayer(str(wrappers[_MATCHED].parameterValue() or ""))
        _set(wrappers[_MATCHED], _matched(active))
    if len(names) != 2:
        return
    # From top to bottom, and those that are not in the tree.
    shown = [node.layer() for node in project.layerTreeRoot().findLayers()]
    layers = [layer for layer in dict.fromkeys((*shown, *project.mapLayers().values())) if _is_table(layer)]
    active = project.mapLayer(str(wrappers[names[0]].parameterValue() or ""))
    choose = _matched_and_belts if hasattr(algorithm, "matched") else _clusters_and_belts
    for name, layer in zip(names, choose(layers, active)):
        _set(wrappers[name], layer)


def _is_table(layer):
    run = run_of(layer)
    return hasattr(layer, "fields") and layer.isValid() and (run is None or run.output in _OUTPUTS)


def _clusters_and_belts(layers, active):
    fit = {(kind, layer): _fit(kind, layer) for kind in (CLUSTERS, BELTS) for layer in (*layers, None)}
    if active is not None and (CLUSTERS, active) in fit:
        fit[CLUSTERS, active] += _ACTIVE
    # Of each kind the two that fit best are enough, as one of them may go to the other input.
    best = {
        kind: [*sorted(layers, key=lambda layer: -fit[kind, layer])[:2], None] for kind in (CLUSTERS, BELTS)
    }
    pairs = [(one, two) for one, two in product(best[CLUSTERS], best[BELTS]) if one is None or one is not two]
    return max(pairs, key=lambda pair: fit[CLUSTERS, pair[0]] + fit[BELTS, pair[1]])


def _reads_a_match(algorithm):
    return hasattr(algorithm, "matched") or algorithm.name() in _OF_LAYERS


def _matched(active):
    """Return the active layer if it is matched, else that of the newest run."""
    return active if _is_of_clusters(active) else newest_matched(QgsProject.instance())


def _matched_and_belts(layers, active):
    """Return the matched layer, with the belts of its match."""
    matched = _matched(active)
    belts, _ = belts_of(matched)
    return matched, belts or _clusters_and_belts([layer for layer in layers if layer is not matched], None)[1]


def _fit(kind, layer):
    """Return how well a layer fits; that of None is the least with which a layer is taken."""
    if layer is None:
        return _LEAST
    is_output = is_matched(layer) or _is_of_belts(layer)
    if is_output and _is_of_belts(layer) != (kind == BELTS):
        return -_NEVER
    is_drawn = layer.geometryType() in _DRAWN or layer.fields().count() < 2
    # What was matched already is rather looked at than matched once more.
    found = likeness(kind, layer.name(), layer.fields().names())
    return found - _NO_TABLE * is_drawn - _ACTIVE * is_output


def _is_of_clusters(layer):
    return is_matched(layer) and not _is_of_belts(layer)


def _is_of_belts(layer):
    return layer.fields().lookupField(CB_NCLUS) >= 0


def _set(wrapper, layer):
    if layer is not None:
        # Without the project the box would take the id for the name of a file.
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        wrapper.setParameterValue(layer.id(), context)
        return
    # No value of a parameter that is needed leaves its box empty: the box itself must be.
    box = wrapper.wrappedWidget().findChild(QComboBox)
    box.setCurrentIndex(-1)
    box.activated.emit(-1)
