"""The layout of a matched layer: made when it is first asked for, and found again."""

import json

from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsProject

from .action_bar import LAYOUT

_MADE_OF = "clusterbelt/made_of"


def layout_of(parameters):
    """Return the layout that the project has of these parameters, else a new one.

    Parameters
    ----------
    parameters : dict
        Of `matchlayout`, see `presets.parameters_of_page`.

    Returns
    -------
    QgsPrintLayout

    Raises
    ------
    QgsProcessingException
    """
    from qgis import processing

    manager, made_of = QgsProject.instance().layoutManager(), json.dumps(parameters, sort_keys=True)
    for layout in manager.printLayouts():
        if layout.customProperty(_MADE_OF) == made_of:
            return layout
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    made = processing.run(LAYOUT, parameters, context=context, feedback=QgsProcessingFeedback(False))
    layout = manager.layoutByName(made["LAYOUT"])
    layout.setCustomProperty(_MADE_OF, made_of)
    return layout
