"""The models that come with the plugin: files under resources/models, with names and help in the user's language."""

from pathlib import Path

from qgis.core import QgsProcessingModelAlgorithm
from qgis.PyQt.QtGui import QIcon

from .algorithms.helping import help_of, page_of
from .analysis.messages import QT_TRANSLATE_NOOP
from .compat import translate

FOLDER = Path(__file__).parent.parent / "resources" / "models"
_PROVINCE = QT_TRANSLATE_NOOP(
    "ClusterBelt", "Distinguishes cities and counties of the same name (朝阳区, 鼓楼区)."
)

STUDY, GRAVITY = "digitalisationstudy", "gravitycentre"
FILES = {STUDY: "digitalisation_study.model3", GRAVITY: "gravity_centre.model3"}
NAMES = {
    STUDY: QT_TRANSLATE_NOOP("ClusterBelt", "Digitalisation study"),
    GRAVITY: QT_TRANSLATE_NOOP("ClusterBelt", "Centre of gravity by year"),
}
SUMMARIES = {
    STUDY: QT_TRANSLATE_NOOP(
        "ClusterBelt",
        "From tables of clusters and belts to matched clusters, pairs, ellipses by class, the summary and the report.",
    ),
    GRAVITY: QT_TRANSLATE_NOOP(
        "ClusterBelt",
        "From a yearbook table by city to the path of its weighted centre, the ellipses and the table "
        "for a paper.",
    ),
}
# What each input is called, and its help.
INPUTS = {
    STUDY: {
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
        "CLUSTER_PROVINCE": (QT_TRANSLATE_NOOP("ClusterBelt", "Province of the cluster"), _PROVINCE),
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
        "BELT_PROVINCE": (QT_TRANSLATE_NOOP("ClusterBelt", "Province of the belt"), _PROVINCE),
        "BELT_INDUSTRY": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Industry of the belt"),
            QT_TRANSLATE_NOOP("ClusterBelt", "Product or industry, in the same form as for clusters."),
        ),
        "OVERRIDES": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Your own judgements"),
            QT_TRANSLATE_NOOP(
                "ClusterBelt", "The table that the dock writes; it overrules the matching rules."
            ),
        ),
        "TITLE": (
            QT_TRANSLATE_NOOP("ClusterBelt", "Title"),
            QT_TRANSLATE_NOOP("ClusterBelt", "Title of the report."),
        ),
    },
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
        "PROVINCE": (QT_TRANSLATE_NOOP("ClusterBelt", "Province field"), _PROVINCE),
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
}


class BundledModel(QgsProcessingModelAlgorithm):
    """A model of the plugin; copies are made from its file, as the toolbox asks for them."""

    def __init__(self, key):
        super().__init__()
        self._key = key
        self.loaded = self.fromFile(str(FOLDER / FILES[key]))
        for parameter in self.parameterDefinitions():
            words, help_text = INPUTS[key].get(parameter.name(), (parameter.description(), parameter.help()))
            parameter.setDescription(translate("ClusterBelt", words))
            parameter.setHelp(translate("ClusterBelt", help_text))

    def createInstance(self):  # noqa: N802
        return BundledModel(self._key)

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
        return self.provider().svgIconPath() if self.provider() else ""


def bundled_models():
    """Return the models that can be read."""
    return [model for model in map(BundledModel, FILES) if model.loaded]
