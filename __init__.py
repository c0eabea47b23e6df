"""Cluster Belt: industrial clusters and online industrial belts in QGIS."""


def classFactory(iface):  # noqa: N802 - the name QGIS calls
    """Return the plugin; `iface` is None in qgis_process."""
    from .plugin import ClusterBeltPlugin

    return ClusterBeltPlugin(iface)
