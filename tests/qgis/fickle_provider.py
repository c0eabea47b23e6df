"""A provider of QGIS whose passes differ on purpose: no two give the rows in one order.

Rows without a geometry are kept back where geometries are asked for, unless they are asked for by id.
"""

from clusterbelt.processing.compat import make_field
from qgis.core import (
    QgsAbstractFeatureIterator,
    QgsAbstractFeatureSource,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProviderMetadata,
    QgsProviderRegistry,
    QgsRectangle,
    QgsVectorDataProvider,
    QgsVectorLayer,
    QgsWkbTypes,
)

NAME = "fickle"
_KEPT = []


class _Iterator(QgsAbstractFeatureIterator):
    def __init__(self, source, request):
        super().__init__(request)
        self._request, self._source = QgsFeatureRequest(request), source
        self._rows = iter(source.rows_of(request))

    def fetchFeature(self, feature):  # noqa: N802
        for row in self._rows:
            feature.setFields(row.fields())
            feature.setId(row.id())
            feature.setAttributes(row.attributes())
            feature.setGeometry(QgsGeometry() if _without_geometry(self._request) else row.geometry())
            feature.setValid(True)
            return True
        feature.setValid(False)
        return False

    def rewind(self):
        self._rows = iter(self._source.rows_of(self._request))
        return True

    def close(self):
        self._rows = iter(())
        return True


class _Source(QgsAbstractFeatureSource):
    def __init__(self, provider):
        super().__init__()
        self._provider = provider

    def rows_of(self, request):
        rows, provider = list(self._provider.rows), self._provider
        asked = request.filterType() == QgsFeatureRequest.FilterType.FilterFids
        if asked:
            rows = [row for row in rows if row.id() in set(request.filterFids())]
        elif not _without_geometry(request):
            rows = [row for row in rows if row.hasGeometry()]
        provider.passes += 1
        turn = provider.passes % max(len(rows), 1)
        rows = rows[turn:] + rows[:turn]
        return rows[: request.limit()] if request.limit() >= 0 else rows

    def getFeatures(self, request):  # noqa: N802
        iterator = _Iterator(self, request)
        _KEPT.append(iterator)
        return QgsFeatureIterator(iterator)


class FickleProvider(QgsVectorDataProvider):
    rows_to_come = []

    @classmethod
    def createProvider(cls, uri, options, flags=None):  # noqa: N802
        _KEPT.append(cls(uri))
        return _KEPT[-1]

    def __init__(self, uri=""):
        super().__init__(uri)
        self.rows, self.passes = list(self.rows_to_come), 0
        self._fields = self.rows[0].fields() if self.rows else QgsFields()

    def featureSource(self):  # noqa: N802
        _KEPT.append(_Source(self))
        return _KEPT[-1]

    def getFeatures(self, request=None):  # noqa: N802
        return _Source(self).getFeatures(request or QgsFeatureRequest())

    def name(self):
        return NAME

    def description(self):
        return NAME

    def storageType(self):  # noqa: N802
        return NAME

    def isValid(self):  # noqa: N802
        return True

    def wkbType(self):  # noqa: N802
        return QgsWkbTypes.Type.Point

    def featureCount(self):  # noqa: N802
        return len(self.rows)

    def fields(self):
        return self._fields

    def extent(self):
        return QgsRectangle(70, 15, 140, 55)

    def crs(self):
        return QgsCoordinateReferenceSystem("EPSG:4326")


def fickle_layer(rows, names):
    """A layer of this provider; each row starts with well-known text or None, then the texts of its fields."""
    registry = QgsProviderRegistry.instance()
    if NAME not in registry.providerList():
        _KEPT.append(QgsProviderMetadata(NAME, NAME, FickleProvider.createProvider))
        registry.registerProvider(_KEPT[-1])
    fields = QgsFields()
    for name in names:
        fields.append(make_field(name, "string"))
    FickleProvider.rows_to_come = []
    for number, (place, *values) in enumerate(rows):
        row = QgsFeature(fields, 10 * number + 7)
        row.setAttributes(list(values))
        row.setGeometry(QgsGeometry.fromWkt(place) if place else QgsGeometry())
        FickleProvider.rows_to_come.append(row)
    made = QgsVectorLayer(f"{NAME} {len(_KEPT)}", NAME, NAME)
    assert made.isValid()
    return made


def _without_geometry(request):
    return bool(request.flags() & QgsFeatureRequest.Flag.NoGeometry)
