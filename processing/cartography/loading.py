"""What outputs get at the moment when QGIS loads them into a project: title, aliases, formats and style."""

from collections import deque

from qgis.core import (
    QgsEditorWidgetSetup,
    QgsProcessingLayerPostProcessorInterface,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QTimer

from ..analysis.fields import CB_STATUS, table, table_of
from ..compat import language_of_user, set_title
from ..layers.runs import run_of, write_run
from . import city_pies, labels, styling
from .class_field import class_field_of
from .counts import classes_beside, count_values
from .earlier_runs import rename_earlier
from .layer_order import put_in_order
from .layer_words import describe, tip_belts, tip_clusters, word_cities, word_industries, word_values
from .periods import set_times, style_periods
from .virtual_styles import style_virtual


def _by_class(style, label=None):
    """Style by the field that tells the class, in the colours that the project knows, and label."""

    def styler(layer):
        style(layer, class_field_of(layer), among=classes_beside(layer, *_drawn_by_class()))
        if label is not None:
            label(layer)

    return styler


def _drawn_by_class():
    """Return the layers of the project in which a class has a colour."""
    layers = QgsProject.instance().mapLayers().values()
    return [layer for layer in layers if isinstance(layer, QgsVectorLayer) and _has_classes(layer)]


def _has_classes(layer):
    """Tell it by the run that made the layer, or by its fields: a file does not know its run."""
    run = run_of(layer)
    if run is not None:
        made = table_of(run.algorithm.rpartition(":")[2], run.output)
        return made is not None and made.name in _DRAWN_BY_CLASS
    names = {name.lower() for name in layer.fields().names()}
    # Some of the fields of clusters are written on request only.
    return CB_STATUS in names or any(names.issuperset(table(name).keys) for name in _DRAWN_BY_CLASS)


def _style_period_ellipses(layer):
    style_periods(layer, "period")
    labels.label_ellipses(layer)
    set_times(layer, "period", "period")


def _style_paths(layer):
    """Style paths by period where there is one group only, else by group."""
    if class_field_of(layer):
        styling.style_paths(layer, class_field_of(layer))
    else:
        style_periods(layer, "to_time")
    labels.label_paths(layer)
    set_times(layer, "from_time", "to_time")


def _style_clusters(layer):
    """Style clusters by status; the pies of very many are added once the layer is in the project."""
    counts = count_values(layer, city_pies.STATUS_FIELD)
    styling.style_matches(layer, counts)
    word_cities(layer)
    tip_clusters(layer)
    if city_pies.is_for_pies(layer):
        name = layer.id()
        QTimer.singleShot(0, lambda: _add_pies(name, counts))


def _style_belts(layer):
    styling.style_belts(layer)
    word_cities(layer)
    tip_belts(layer)


def _add_pies(name, counts):
    project = QgsProject.instance()
    layer = project.mapLayer(name)
    if layer is not None:
        city_pies.draw_pies(project, layer, counts)


def _style_virtual(layer):
    word_cities(layer)
    style_virtual(layer)


_STYLERS = {
    "clusters": _style_clusters,
    "belts": _style_belts,
    "ellipses": _by_class(styling.style_ellipses, labels.label_ellipses),
    "period_ellipses": _style_period_ellipses,
    "centers": _by_class(styling.style_centers, labels.label_ellipses),
    "axes": _by_class(styling.style_axes),
    "paths": _style_paths,
    "links": _style_virtual,
    "link_flows": _style_virtual,
    "link_nodes": _style_virtual,
    "vc_blocks": _style_virtual,
    "vc_spokes": _style_virtual,
    "gap_candidates": _style_virtual,
    "gap_regions": _style_virtual,
    "integration": _style_virtual,
    "net_groups": _style_virtual,
    "net_spokes": _style_virtual,
    "net_flows": _style_virtual,
}
_DRAWN_BY_CLASS = ("clusters", "ellipses", "centers", "axes")
# QGIS keeps no reference to a post-processor: without this one Python would drop it before it is called.
_HELD = deque(maxlen=64)


class _Dresser(QgsProcessingLayerPostProcessorInterface):
    def __init__(self, table, run, output):
        super().__init__()
        self._table, self._run, self._output = table, run, output

    def postProcessLayer(self, layer, context, feedback):  # noqa: N802
        name_layer(layer, self._table)
        write_run(layer, self._run, self._output)
        rename_earlier(context.project() or QgsProject.instance(), layer)
        describe(layer, self._table, self._run)
        word_industries(layer)
        if self._table.name in _STYLERS:
            _STYLERS[self._table.name](layer)
        layer.triggerRepaint()
        # QGIS has put the layer into the tree before.
        put_in_order(context.project() or QgsProject.instance(), layer)


def name_layer(layer, table):
    """Give a layer its title, and its fields their aliases, where they have none, and their formats."""
    language = language_of_user()
    set_title(layer, table.title.say(language))
    for index, field in enumerate(layer.fields()):
        known = table.find(field.name())
        if known is None:
            continue
        if not field.alias():
            layer.setFieldAlias(index, known.alias.say(language))
        if known.digits is not None:
            layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Range", {"Precision": known.digits}))
    word_values(layer, language)


def dress_when_loaded(context, destination, table, run, output):
    """Have an output named, styled and told its run when it is loaded; does nothing where it will not be.

    Parameters
    ----------
    context : QgsProcessingContext
    destination : str or None
        As the sink gave it.
    table : analysis.fields.Table
        What the output holds.
    run : layers.runs.Run
    output : str
        Parameter of the output.
    """
    if destination and context.willLoadLayerOnCompletion(destination):
        dresser = _Dresser(table, run, output)
        _HELD.append(dresser)
        context.layerToLoadOnCompletionDetails(destination).setPostProcessor(dresser)
