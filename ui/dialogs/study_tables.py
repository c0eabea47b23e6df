"""What people wrote about one study stays with it: in a dialog, another table of clusters is not judged by it."""

from ...processing.layers.runs import study_of

# The clusters, and what the dock fills in of their study.
CLUSTERS, _WRITTEN = "CLUSTERS", ("OVERRIDES", "ALIASES")


class StudyTables:
    """Takes the judgements and aliases of a study out of a dialog while the clusters of another are chosen in it.

    Parameters
    ----------
    wrappers : dict of str to QgsAbstractProcessingParameterWidgetWrapper
        By name of the parameter.
    context : QgsProcessingContext
    """

    def __init__(self, wrappers, context):
        self._wrappers, self._context = wrappers, context
        self._study, self._given = None, {}

    def follow(self, layer):
        """Look at the clusters that are chosen now; what a person has chosen instead stays."""
        study = study_of(layer)
        if self._study is None:
            self._study, self._given = study, {name: self._value(name) for name in _WRITTEN}
        of_another = study != self._study
        for name, value in self._given.items():
            shown, wanted = (value, None) if of_another else (None, value)
            if value and (self._value(name) or None) == shown:
                self._wrappers[name].setParameterValue(wanted, self._context)

    def _value(self, name):
        return self._wrappers[name].parameterValue() if name in self._wrappers else None
