"""The Processing provider: which algorithms Cluster Belt offers."""

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from . import expressions
from .algorithms.base import ICONS
from .algorithms.center_shift import CenterShift
from .algorithms.chain_gaps import ChainGaps
from .algorithms.chain_links import ChainLinks
from .algorithms.chains_from_io import ChainsFromIo
from .algorithms.city_composition import CityComposition
from .algorithms.city_overlap import CityOverlap
from .algorithms.cluster_networks import ClusterNetworks
from .algorithms.cluster_relations import ClusterRelations
from .algorithms.compare_ellipses import CompareEllipses
from .algorithms.ellipse_of_parquet import EllipseOfParquet
from .algorithms.ellipse_of_sums import EllipseOfSums
from .algorithms.match_chance import MatchChance
from .algorithms.match_clusters import MatchClusters
from .algorithms.match_layout import MatchLayout
from .algorithms.match_report import MatchReport
from .algorithms.match_summary import MatchSummary
from .algorithms.place_cities import PlaceCities
from .algorithms.read_industries import ReadIndustries
from .algorithms.real_virtual import RealVirtual
from .algorithms.split_shared import SplitShared
from .algorithms.style_matches import StyleMatches
from .algorithms.style_virtual import StyleVirtual
from .algorithms.virtual_clusters import VirtualClusters
from .algorithms.weighted_ellipse import WeightedEllipse
from .models import FILES, BundledModel

ALGORITHMS = (
    WeightedEllipse,
    CenterShift,
    CompareEllipses,
    EllipseOfParquet,
    EllipseOfSums,
    PlaceCities,
    ReadIndustries,
    SplitShared,
    MatchClusters,
    MatchSummary,
    CityComposition,
    CityOverlap,
    ClusterRelations,
    MatchChance,
    MatchReport,
    ChainLinks,
    VirtualClusters,
    ChainGaps,
    RealVirtual,
    ClusterNetworks,
    ChainsFromIo,
    StyleMatches,
    StyleVirtual,
    MatchLayout,
)
ICON = ICONS / "clusterbelt.svg"


class ClusterBeltProvider(QgsProcessingProvider):
    """Offers the algorithms under the id `clusterbelt`, and functions for expressions as long as it is there."""

    def __init__(self):
        super().__init__()
        self.functions = []

    def load(self):
        self.functions = expressions.register()
        return super().load()

    def read_models(self):
        """Read the models, of which only an added provider knows the outputs; lists of algorithms and help show them."""
        for algorithm in self.algorithms():
            if isinstance(algorithm, BundledModel):
                algorithm.read()

    def withdraw_functions(self):
        """Take the functions back; not in `unload`, for QGIS has none left where it unloads providers as it ends."""
        expressions.unregister(self.functions)
        self.functions = []

    def id(self):
        return "clusterbelt"

    def name(self):
        return "Cluster Belt"

    def icon(self):
        return QIcon(str(ICON))

    def svgIconPath(self):  # noqa: N802
        return str(ICON)

    def loadAlgorithms(self):  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        for key in FILES:
            self.addAlgorithm(BundledModel(key, named=True))
