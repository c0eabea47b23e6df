"""The identity of a run: its id and its parameters, written onto the layers that it made.

So layers of one run find each other, and the run can be repeated from any of them.
"""

import json
import re
import uuid
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsMapLayer,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProject,
    QgsProperty,
    QgsVectorLayer,
)

from ..compat import is_null, translate

_PROPERTY, _ROWS = "clusterbelt/run", "clusterbelt/rows"
# The inputs that make a study, the first of them that a run has.
_INPUTS = ("CLUSTERS", "INPUT", "LINKS")


def moment_now():
    """Return the local time in ISO format, exact enough to tell whether a person or a run was first."""
    return datetime.now().isoformat(timespec="milliseconds")


@dataclass(frozen=True)
class Run:
    """One run of an algorithm.

    Attributes
    ----------
    algorithm : str
        Id, such as ``clusterbelt:matchclusters``.
    parameters : dict
        As given, in types that JSON has: layers by their id in the project, or by their source.
    id, time : str
        Unique; local time in ISO format.
    output : str
        Parameter of the output that a layer holds; '' for the run itself.
    study : str
        What the runs of one study have in common: the table from which they come in the end.
    """

    algorithm: str
    parameters: dict
    id: str = field(default_factory=lambda: uuid.uuid4().hex)
    time: str = field(default_factory=moment_now)
    output: str = ""
    study: str = ""


def run_of_parameters(algorithm, parameters, project):
    """Return the run that begins with these parameters; layers are those of a project, or None."""
    plain = {name: _plain(value, project) for name, value in parameters.items()}
    return Run(algorithm.id(), plain, study=_study_of_parameters(plain, project))


def write_run(layer, run, output):
    """Write onto a layer which run made it, as which of its outputs."""
    layer.setCustomProperty(_PROPERTY, json.dumps({**asdict(run), "output": output}, ensure_ascii=False))
    layer.setCustomProperty(_ROWS, layer.featureCount() if isinstance(layer, QgsVectorLayer) else 0)
    metadata = layer.metadata()
    metadata.setHistory([])
    metadata.addHistoryItem(
        translate("ClusterBelt", "{time}: {algorithm}, {parameters}").format(
            time=run.time,
            algorithm=run.algorithm,
            parameters=json.dumps(run.parameters, ensure_ascii=False, sort_keys=True),
        )
    )
    layer.setMetadata(metadata)


def run_of(layer):
    """Return the `Run` that made a layer, None for other layers."""
    text = layer.customProperty(_PROPERTY, "") if layer is not None else ""
    try:
        return Run(**json.loads(text)) if text else None
    except (TypeError, ValueError):
        return None  # of a version to come, or edited by hand


def is_gone(layer):
    """Tell whether the rows that a run wrote are lost: a project keeps its temporary layers without them."""
    if not isinstance(layer, QgsVectorLayer) or layer.providerType() != "memory" or layer.isEditable():
        return False
    return layer.featureCount() == 0 and int(layer.customProperty(_ROWS, 0)) > 0


def study_of(layer):
    """Return what tells the study of a layer from others: the table that its runs read first, else the layer itself."""
    run = run_of(layer)
    if run is not None:
        return run.study or _study_of_parameters(run.parameters, QgsProject.instance())
    return _place_of({"layer": layer.id(), "source": layer.source(), "provider": layer.providerType()})


def table_of(study):
    """Return what the table of a study is called: its table in a file of several, else the file."""
    path, _, layer = place_of(study).partition("|")
    return layer.partition("layername=")[2].partition("|")[0] or Path(path).stem


def place_of(study):
    """Return where the table of a study lies, without the ways to read it that are not of a file."""
    return re.sub(r"^file:/+", "/", study).split("?")[0]


def name_of_study(layer, project):
    """Return what people call the table of the study of a layer: its name in the project, else in its file."""
    study = study_of(layer)
    others = (other for other in project.mapLayers().values() if run_of(other) is None)
    return next((other.name() for other in others if study_of(other) == study), "") or table_of(study)


def layers_of_run(project, run_id):
    """Return the layers of a project that a run made, by output."""
    found = ((run_of(layer), layer) for layer in project.mapLayers().values())
    return {run.output: layer for run, layer in found if run is not None and run.id == run_id}


def parameters_again(run):
    """Return the parameters with which the run is repeated: its outputs go where none is overwritten.

    Layers that are gone from the project are left out, so that the dialog asks for them.
    """
    project = QgsProject.instance()
    return {
        name: _value(value, project) for name, value in run.parameters.items() if not _is_gone(value, project)
    }


def filtered_otherwise(former, run):
    """Return the ids of the layers that a run read with another filter than the run before, in its order."""
    pairs = ((former.parameters.get(name), value) for name, value in run.parameters.items())
    filters = ((_filters_in(before), _filters_in(now)) for before, now in pairs)
    changed = (
        [layer for layer in now if layer in before and before[layer] != now[layer]] for before, now in filters
    )
    return list(dict.fromkeys(layer for layers in changed for layer in layers))


def _filters_in(value):
    """Return the filters of the layers in a plain value by their id; of runs that did not tell them, none."""
    if isinstance(value, list):
        return {layer: text for item in value for layer, text in _filters_in(item).items()}
    if not isinstance(value, dict):
        return {}
    return {value["layer"]: value["subset"]} if "subset" in value else _filters_in(value.get("features"))


def _study_of_parameters(parameters, project):
    """Return the study of the clusters, or else of the first input, that are among plain parameters."""
    value = next((parameters[name] for name in _INPUTS if parameters.get(name)), "")
    if isinstance(value, dict):
        value = value.get("features", value)
    if isinstance(value, dict) and project is not None:
        read = project.mapLayer(value.get("layer", ""))
        if run_of(read) is not None:
            return study_of(read)
    return _place_of(value) if isinstance(value, (dict, str)) else ""


def _place_of(value):
    """Return where a layer lies: a temporary one is where it is in the project."""
    if isinstance(value, str):
        return value
    if value.get("provider") == "memory":
        return value["layer"]
    # A filter makes no other table of it.
    return value.get("source", "").partition("|subset=")[0]


def _plain(value, project):
    """Return a value of a parameter in types that JSON has."""
    if is_null(value):
        return None
    if isinstance(value, str) and project is not None and project.mapLayer(value) is not None:
        value = project.mapLayer(value)
    if isinstance(value, QgsMapLayer):
        plain = {"layer": value.id(), "source": value.source(), "provider": value.providerType()}
        return {**plain, "subset": value.subsetString()} if isinstance(value, QgsVectorLayer) else plain
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return {
            "features": _plain(value.source, project),
            "selected": value.selectedFeaturesOnly,
            "limit": value.featureLimit,
            "filter": getattr(value, "filterExpression", ""),
        }
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return {"sink": True}
    if isinstance(value, QgsProperty):
        return (
            _plain(value.staticValue(), project) if not value.expressionString() else value.expressionString()
        )
    if isinstance(value, QgsCoordinateReferenceSystem):
        return value.authid() or f"PROJ:{value.toProj()}"
    if isinstance(value, (list, tuple)):
        return [_plain(item, project) for item in value]
    if isinstance(value, dict):
        return {str(name): _plain(item, project) for name, item in value.items()}
    return value if isinstance(value, (bool, int, float, str)) else str(value)


def _value(value, project):
    """Return what a parameter takes for a value in types that JSON has."""
    if not isinstance(value, dict):
        return value
    if "features" in value:
        definition = QgsProcessingFeatureSourceDefinition(
            _value(value["features"], project), value["selected"], value["limit"]
        )
        if value["filter"] and hasattr(definition, "filterExpression"):
            definition.filterExpression = value["filter"]
        return definition
    if "layer" in value:
        return value["layer"] if project.mapLayer(value["layer"]) else value["source"]
    return "TEMPORARY_OUTPUT" if value.get("sink") else value


def _is_gone(value, project):
    """Tell whether a value is a temporary layer that is no longer in the project."""
    inner = value.get("features", value) if isinstance(value, dict) else value
    return (
        isinstance(inner, dict)
        and inner.get("provider") == "memory"
        and project.mapLayer(inner["layer"]) is None
    )
