"""Put inputs, steps and outputs of a model together, each at its place on the page of the modeler."""

# Inputs that the dialog keeps folded away: it shows eight at most first.
FOLDED = (
    *("CLUSTER_ID", "CLUSTER_PROVINCE", "BELT_ID", "BELT_PROVINCE", "OVERRIDES", "FLOWS_BY", "REGION_BY"),
)


class Maker:
    """Builds a model step by step; what stands lower on the page runs later."""

    def __init__(self, key):
        from clusterbelt.processing.models import INPUTS, NAMES
        from qgis.core import QgsProcessingModelAlgorithm

        self.texts = INPUTS[key]
        self.model = QgsProcessingModelAlgorithm(NAMES[key], "Cluster Belt", "clusterbelt")
        self.places = {"input": 0, "step": 0}

    def table(self, name, optional=False):
        from qgis.core import QgsProcessing, QgsProcessingParameterFeatureSource

        words, types = self.texts[name][0], [QgsProcessing.SourceType.TypeVector]
        self._add(QgsProcessingParameterFeatureSource(name, words, types, optional=optional))

    def field(self, name, parent, optional=False, several=False):
        from qgis.core import QgsProcessingParameterField

        words = self.texts[name][0]
        self._add(
            QgsProcessingParameterField(name, words, None, parent, allowMultiple=several, optional=optional)
        )

    def text(self, name):
        from qgis.core import QgsProcessingParameterString

        self._add(QgsProcessingParameterString(name, self.texts[name][0], "", optional=True))

    def choice(self, name, options, default):
        from qgis.core import QgsProcessingParameterEnum

        words, several, optional, static = self.texts[name][0], False, False, True
        self._add(QgsProcessingParameterEnum(name, words, options, several, default, optional, static))

    def step(self, child_id, algorithm, description, inputs, outputs):
        """Add an algorithm.

        Parameters
        ----------
        child_id, algorithm, description : str
        inputs : dict
            Parameter to the name of an input of the model, to (step, output), to [value], to several (step, output) or to
            {"expression": text}.
        outputs : dict
            Output to its key in the model.
        """
        from clusterbelt.processing.models import title_of
        from qgis.core import (
            QgsProcessingModelChildAlgorithm,
            QgsProcessingModelChildParameterSource,
            QgsProcessingModelOutput,
        )
        from qgis.PyQt.QtCore import QPointF

        child = QgsProcessingModelChildAlgorithm(algorithm)
        if child.algorithm() is None:
            raise SystemExit(f"{algorithm} is not registered.")
        child.setChildId(child_id)
        child.setDescription(description)
        sources = QgsProcessingModelChildParameterSource
        for name, value in inputs.items():
            if isinstance(value, list) and isinstance(value[0], tuple):
                found = [sources.fromChildOutput(*one) for one in value]
            elif isinstance(value, list):
                found = [sources.fromStaticValue(value[0])]
            elif isinstance(value, dict):
                found = [sources.fromExpression(value["expression"])]
            elif isinstance(value, tuple):
                found = [sources.fromChildOutput(*value)]
            else:
                found = [sources.fromModelParameter(value)]
            child.addParameterSources(name, found)
        # A model is valid only if it has all that an algorithm must have.
        for definition in child.algorithm().parameterDefinitions():
            default = definition.defaultValue()
            if definition.name() not in inputs and not definition.isDestination() and default is not None:
                child.addParameterSources(definition.name(), [sources.fromStaticValue(default)])
        made = {}
        for number, (output, name) in enumerate(outputs.items()):
            words = title_of(algorithm, child.algorithm().parameterDefinition(output), "en")
            final = QgsProcessingModelOutput(name, words)
            final.setChildId(child_id)
            final.setChildOutputName(output)
            final.setMandatory(True)
            final.setPosition(QPointF(900, 120 * self.places["step"] + 60 * number))
            made[name] = final
        child.setModelOutputs(made)
        child.setPosition(QPointF(550, 120 * self.places["step"]))
        self.places["step"] += 1
        self.model.addChildAlgorithm(child)

    def only_if(self, child_id, after, condition):
        """Leave a step out, and its outputs, where an expression of the outputs of another step is false."""
        from qgis.core import QgsProcessingModelChildAlgorithm, QgsProcessingModelChildDependency
        from qgis.PyQt.QtCore import QPointF

        branch = QgsProcessingModelChildAlgorithm("native:condition")
        branch.setChildId(f"{child_id}_if")
        branch.setDescription(f"{child_id} if {condition}")
        branch.setConfiguration({"conditions": [{"name": "yes", "expression": condition}]})
        branch.setDependencies([QgsProcessingModelChildDependency(after)])
        branch.setPosition(QPointF(550, 120 * self.places["step"]))
        self.places["step"] += 1
        self.model.addChildAlgorithm(branch)
        child = self.model.childAlgorithm(child_id)
        child.setDependencies([QgsProcessingModelChildDependency(branch.childId(), "yes")])
        self.model.setChildAlgorithm(child)

    def _add(self, parameter):
        from qgis.core import QgsProcessingModelParameter, QgsProcessingParameterDefinition
        from qgis.PyQt.QtCore import QPointF

        if parameter.name() in FOLDED:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
        component = QgsProcessingModelParameter(parameter.name())
        component.setPosition(QPointF(200, 60 * self.places["input"]))
        self.places["input"] += 1
        self.model.addModelParameter(parameter, component)
        self.model.setParameterOrder(list(self.texts)[: self.places["input"]])
