"""The models that come with the plugin: files under resources/models, with names and help in the user's language."""

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .algorithms.base import ICONS, ClusterBeltAlgorithm
from .algorithms.helping import help_of, page_of
from .algorithms.parameters.places import HELP_ON_PROVINCE
from .algorithms.saying import missing_libraries
from .analysis.fields import table_of
from .analysis.messages import QT_TRANSLATE_NOOP
from .compat import language_of_user, translate

FOLDER = Path(__file__).parent.parent / "resources" / "models"

STUDY, GRAVITY, VIRTUAL = "digitalisationstudy", "gravitycentre", "virtualstudy"
FILES = {
    STUDY: "digitalisation_study.model3",
    GRAVITY: "gravity_centre.model3",
    VIRTUAL: "virtual_study.model3",
}
NAMES = {
    STUDY: QT_TRANSLATE_NOOP("ClusterBelt", "Digitalisation study"),
    GRAVITY: QT_TRANSLATE_NOOP("ClusterBelt", "Centre of gravity by year"),
    VIRTUAL: QT_TRANSLATE_NOOP("ClusterBelt", "Study of virtual clusters"),
}
SUMMARIES = {
    STUDY: QT_TRANSLATE_NOOP(
        "ClusterBelt",
        "Makes matched clusters, pairs, ellipses by class, the summary and the report from tables of "
        "clusters and belts.",
    ),
    GRAVITY: QT_TRANSLATE_NOOP(
        "ClusterBelt",
        "Makes the path of the weighted centre, the ellipses and the table for a paper from a "
        "yearbook table by city.",
    ),
    VIRTUAL: QT_TRANSLATE_NOOP(
        "ClusterBelt",
        "Makes potential chain links, virtual clusters, gaps in the chains, real and virtual "
        "agglomeration, and the report with all of them from tables of clusters and belts.",
    ),
}
# What each input is called, and its help.
_TABLES = {
    "CLUSTERS": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Clusters"),
        QT_TRANSLATE_NOOP("ClusterBelt", "Clusters; shared ones are split into one row per city."),
    ),
    "CLUSTER_ID": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Cluster id"),
        QT_TRANSLATE_NOOP(
            "ClusterBelt",
            "Rows with the same id in different cities are one shared cluster. Default: the feature id.",
        ),
    ),
    "CLUSTER_CITY": (
        QT_TRANSLATE_NOOP("ClusterBelt", "City of the cluster"),
        QT_TRANSLATE_NOOP("ClusterBelt", "One city, or several separated by 、 , ， ; ； | or /."),
    ),
    "CLUSTER_PROVINCE": (QT_TRANSLATE_NOOP("ClusterBelt", "Province of the cluster"), HELP_ON_PROVINCE),
    "CLUSTER_INDUSTRY": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Industry of the cluster"),
        QT_TRANSLATE_NOOP(
            "ClusterBelt", "One or several industries: names, aliases or codes of the taxonomy."
        ),
    ),
    "CLASS": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Class field"),
        QT_TRANSLATE_NOOP("ClusterBelt", "Programme or other class of the clusters."),
    ),
    "BELTS": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Belts"),
        QT_TRANSLATE_NOOP(
            "ClusterBelt", "Online industrial belts or other specialised places: a table or layer."
        ),
    ),
    "BELT_ID": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Belt id"),
        QT_TRANSLATE_NOOP("ClusterBelt", "Default: the feature id."),
    ),
    "BELT_CITY": (
        QT_TRANSLATE_NOOP("ClusterBelt", "City of the belt"),
        QT_TRANSLATE_NOOP("ClusterBelt", "Name or code of a single city."),
    ),
    "BELT_PROVINCE": (QT_TRANSLATE_NOOP("ClusterBelt", "Province of the belt"), HELP_ON_PROVINCE),
    "BELT_INDUSTRY": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Industry of the belt"),
        QT_TRANSLATE_NOOP("ClusterBelt", "Product or industry, in the same form as for clusters."),
    ),
    "OVERRIDES": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Your own judgements"),
        QT_TRANSLATE_NOOP("ClusterBelt", "The table that the dock writes; it overrules the matching rules."),
    ),
    "TITLE": (
        QT_TRANSLATE_NOOP("ClusterBelt", "Title"),
        QT_TRANSLATE_NOOP("ClusterBelt", "Title of the report."),
    ),
}
INPUTS = {
    STUDY: _TABLES,
    GRAVITY: {
        "TABLE": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Table by city"),
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "One row per city and year, or one row per city with one field per year."
            ),
        ),
        "CITY": (
            QT_TRANSLATE_NOOP("ClusterBelt", "City field"),
            QT_TRANSLATE_NOOP("ClusterBelt", "Name or code of a single city."),
        ),
        "PROVINCE": (QT_TRANSLATE_NOOP("ClusterBelt", "Province field"), HELP_ON_PROVINCE),
        "TIME": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Time field"),
            QT_TRANSLATE_NOOP(
                "ClusterBelt",
                "For a table with one row per city and year. Give either this or the value fields.",
            ),
        ),
        "WEIGHT": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Weight field"),
            QT_TRANSLATE_NOOP("ClusterBelt", "With a time field only, for example output or population."),
        ),
        "VALUES": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Value fields of a yearbook table"),
            QT_TRANSLATE_NOOP("ClusterBelt", "For a table with one field per year, such as GDP2015."),
        ),
    },
    VIRTUAL: {
        **{name: words for name, words in _TABLES.items() if name != "TITLE"},
        "FLOWS_BY": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Flows by"),
            QT_TRANSLATE_NOOP("ClusterBelt", "Units between which the flows are summed."),
        ),
        "REGION_BY": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Gaps and agglomeration by"),
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "Regions whose gaps, and whose real and virtual agglomeration, are told."
            ),
        ),
        "TITLE": _TABLES["TITLE"],
    },
}


class BundledModel(QgsProcessingModelAlgorithm):
    """A model of the plugin; copies are made from its file, as the toolbox asks for them.

    Parameters
    ----------
    key : str
    named : bool
        Only name it: QGIS waits for its list of algorithms when it starts.
    """

    def __init__(self, key, named=False):
        super().__init__()
        self._key = key
        if not named:
            self.read()

    def read(self):
        """Read the file; outputs are those of the algorithms that are registered by now."""
        self.fromFile(str(FOLDER / FILES[self._key]))
        for name, (words, help_text) in INPUTS[self._key].items():
            parameter = self.parameterDefinition(name)
            parameter.setDescription(translate("ClusterBelt", words))
            parameter.setHelp(translate("ClusterBelt", help_text))
        QgsProcessingModelAlgorithm.canExecute(self)  # looks the algorithms up
        self.updateDestinationParameters()
        for output in self.destinationParameterDefinitions():
            self._word_output(output)

    def _word_output(self, output):
        """Call an output as the algorithm of its step calls it, and help as it does."""
        step, _, name = output.name().partition(":")
        child = self.childAlgorithm(step)
        made = child.algorithm().parameterDefinition(child.modelOutputs()[name].childOutputName())
        output.setDescription(title_of(child.algorithmId(), made, language_of_user()))
        output.setHelp(made.help())

    def createInstance(self):  # noqa: N802
        return BundledModel(self._key)

    def canExecute(self):  # noqa: N802
        missing = missing_libraries()
        return (False, missing) if missing else super().canExecute()

    def checkParameterValues(self, parameters, context):  # noqa: N802
        missing = missing_libraries()
        return (False, missing) if missing else super().checkParameterValues(parameters, context)

    def processAlgorithm(self, parameters, context, feedback):  # noqa: N802
        results = super().processAlgorithm(parameters, context, feedback)
        # QGIS calls the layers of a model by the keys of its outputs.
        titles = {
            output.name().partition(":")[2]: output.description()
            for output in self.destinationParameterDefinitions()
        }
        for place in context.layersToLoadOnCompletion():
            details = context.layerToLoadOnCompletionDetails(place)
            details.name = titles.get(details.name, details.name)
        return results

    def createCustomParametersWidget(self, parent):  # noqa: N802
        make_dialog = ClusterBeltAlgorithm.make_dialog
        return make_dialog(self, parent) if make_dialog else None

    def name(self):
        return self._key

    def displayName(self):  # noqa: N802
        name = NAMES[self._key]
        return translate("ClusterBelt", name)

    def shortDescription(self):  # noqa: N802
        summary = SUMMARIES[self._key]
        return translate("ClusterBelt", summary)

    def shortHelpString(self):  # noqa: N802
        return help_of(self)

    def helpUrl(self):  # noqa: N802
        return page_of(self.name())

    def tags(self):
        return translate("ClusterBelt", "model,study,workflow,yearbook,模型,研究,重心").split(",")

    def group(self):
        return translate("ClusterBelt", "Models")

    def groupId(self):  # noqa: N802
        return "models"

    def icon(self):
        return QIcon(self.svgIconPath())

    def svgIconPath(self):  # noqa: N802
        return str(ICONS / "models.svg")


def title_of(algorithm, output, language):
    """Return what an output of an algorithm, given by its id and its parameter, is called as a layer."""
    table = table_of(algorithm.split(":")[1], output.name())
    return output.description() if table is None else table.title.say(language)
