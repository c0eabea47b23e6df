"""What the dialogs of the algorithms are filled with: the layers of the project that fit."""

from qgis.core import QgsMapLayer, QgsProcessing, QgsProject, QgsVectorLayer, QgsWkbTypes

from ...processing.analysis.fields import CB_CITYBY, CB_NCLUS, CB_ROW, CB_WEIGHT
from ...processing.analysis.guessing import naming_field
from ...processing.analysis.words import words_of
from ...processing.layers.matching import alias_table, judgement_table
from ...processing.layers.runs import parameters_again, run_of, study_of
from ..study.city_names import language_of_results
from ..study.map_link import belts_of
from ..study.preferences import preference
from .action_bar import ELLIPSES, LAYOUT, MATCH, REPORT, STYLE

WEIGHT_FIELD = CB_WEIGHT
_ELLIPSE_FIELDS = ("major", "minor", "rotation", "share_in")
# What the desk shows besides the clusters: their belts and evidence, and what was not understood.
_FOR_THE_DESK = dict.fromkeys(("BELTS_OUT", "PAIRS", "CHECK"), QgsProcessing.TEMPORARY_OUTPUT)
# What a report takes over from the run: its rules, and how it read belts that it did not write.
_RULES = (
    *("TAXONOMY", "TAXONOMY_FORM", "TAXONOMY_LEVELS", "CHAINS", "MAX_LEVELS", "MAX_HOPS", "LIFT"),
    *("ALIASES", "KEYWORDS", "BELT_SCHEME", "COUNTRY"),
)
_READING = (
    *("BELT_CITY", "BELT_INDUSTRY", "BELT_PROVINCE", "BELT_COUNT", "BELT_YEAR", "BELT_START", "BELT_END"),
    *("AS_OF", "CITY_BY", "CITY_LEVEL", "CITIES", "CITIES_FIELD", "TOLERANCE"),
)
_CENTER_FIELDS = ("center_x", "center_y", "n_eff")


def written_tables(path):
    """Return what people wrote about a study, as parameters of the matching: its judgements and its aliases."""
    tables = {"OVERRIDES": judgement_table.open_table(path), "ALIASES": alias_table.open_table(path)}
    return {name: table.source() for name, table in tables.items() if table is not None}


def parameters_for(algorithm, layer, class_field, written=None):
    """Return the parameters with which a dialog opens.

    Parameters
    ----------
    algorithm : str
        One of the ids of `action_bar`.
    layer : QgsVectorLayer or None
        The matched layer.
    class_field : str
    written : dict, optional
        See `written_tables`.
    """
    if algorithm == MATCH:
        inputs = _inputs_of_match(layer)
        # What was written is about these clusters, and no others.
        return {**inputs, **_FOR_THE_DESK, **((written or {}) if "CLUSTERS" in inputs else {})}
    if layer is None:
        return {}
    parameters = {"INPUT": layer.id()}
    if algorithm == ELLIPSES:
        if class_field:
            parameters["UID"] = class_field
        if layer.fields().lookupField(WEIGHT_FIELD) >= 0:
            parameters["WEIGHT"] = WEIGHT_FIELD
    elif algorithm in (STYLE, LAYOUT):
        parameters.update({name: found.id() for name, found in _companions(layer).items()})
    elif algorithm == REPORT:
        parameters.update(_inputs_of_report(layer))
        name = naming_field(layer.fields().names())
        parameters.update({"NAME": name} if name else {})
    if class_field and algorithm in (LAYOUT, REPORT):
        parameters["CLASS"] = class_field
    return parameters


def parameters_of_page(algorithm, layer, class_field):
    """Return the parameters of a report or a layout that is made at once, in the language that the user has set."""
    parameters, language = parameters_for(algorithm, layer, class_field), preference("LANGUAGE")
    if language:
        parameters["LANGUAGE"] = language
    if algorithm == LAYOUT:
        parameters["TITLE"] = words_of("map", language_of_results())["layout_title"]
    return parameters


def parameters_again_for(run, written):
    """Return the algorithm of a run, and the parameters with which it is repeated with what was written since."""
    parameters = parameters_again(run)
    if run.algorithm == MATCH:
        parameters.update(written)
    return run.algorithm, parameters


def _inputs_of_match(layer):
    """Return clusters and belts, to match once more what the run of a layer read; the dialog guesses their fields."""
    if layer is None:
        return {}
    if _kind_of(layer) == "BELTS":
        return {"BELTS": layer.id()}
    run = run_of(layer)
    again = {} if run is None or run.algorithm != MATCH else parameters_again(run)
    if {"CLUSTERS", "BELTS"} <= again.keys():
        return {name: again[name] for name in ("CLUSTERS", "BELTS")}
    belts = next((other for kind, other in _layers_of_kinds() if kind == "BELTS"), None)
    return {"CLUSTERS": layer.id(), **({"BELTS": belts.id()} if belts else {})}


def _inputs_of_report(layer):
    """Return the belts, rules and ellipses with which a matched layer is reported as it was matched."""
    ellipses = _companions(layer).get("ELLIPSES")
    inputs = {"ELLIPSES": ellipses.id()} if ellipses is not None else {}
    run, (belts, _) = run_of(layer), belts_of(layer)
    if run is None:
        return inputs
    names = _RULES
    if belts is not None:
        inputs["BELTS"] = belts.id()
        is_read = run_of(belts) is not None and run_of(belts).id == run.id
        names = _RULES if is_read else _RULES + _READING
    again = parameters_again(run)
    return {**inputs, **{name: again[name] for name in names if again.get(name) not in (None, "")}}


def _companions(layer):
    """Return the ellipses and centres of the study of a matched layer, the topmost of each, and the belts of its run.

    What no run has made may belong to it.
    """
    drawn = [(kind, other) for kind, other in _layers_of_kinds() if other.id() != layer.id()]
    ours = [(kind, other) for kind, other in drawn if run_of(other) and study_of(other) == study_of(layer)]
    anybodys = [(kind, other) for kind, other in drawn if run_of(other) is None]
    found = {}
    for kind, other in ours + anybodys:
        found.setdefault(kind, other)
    if run_of(layer) is not None:
        belts, _ = belts_of(layer)
        found["BELTS"] = belts if belts is not None and belts.isSpatial() else None
    return {kind: other for kind, other in found.items() if other is not None}


def _layers_of_kinds():
    """Yield the layers that go with a matched one on a page, and what they are, from the top."""
    for layer in _layers_from_top():
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial() and _kind_of(layer):
            yield _kind_of(layer), layer


def _kind_of(layer):
    def has(names):
        return all(layer.fields().lookupField(name) >= 0 for name in names)

    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        return "ELLIPSES" if has(_ELLIPSE_FIELDS) else ""
    if has(_CENTER_FIELDS):
        return "CENTERS"
    placed = has((CB_CITYBY,)) or has((CB_NCLUS,))
    return "BELTS" if placed and not has((CB_ROW,)) else ""


def _layers_from_top():
    project = QgsProject.instance()
    ordered = [layer for layer in project.layerTreeRoot().layerOrder() if isinstance(layer, QgsMapLayer)]
    return ordered or list(project.mapLayers().values())
