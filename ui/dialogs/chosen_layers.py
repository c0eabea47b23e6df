"""The layer that is chosen in an input of a dialog, and whether only its selected features are meant."""

from qgis.core import QgsProcessingFeatureSourceDefinition


def chosen_layer(algorithm, source, value, context):
    """Return the layer of a value of an input, None for none; of selected features alone it is their layer."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source.staticValue()
    return algorithm.parameterAsVectorLayer({source: value}, source, context)


def takes_selected(value):
    """Tell whether a value of an input means selected features alone."""
    return isinstance(value, QgsProcessingFeatureSourceDefinition) and value.selectedFeaturesOnly
