"""What the fields of our outputs are called in tables and forms; their names stay keys."""

from ..analysis.messages import QT_TRANSLATE_NOOP
from ..compat import translate

_ALIASES = {
    "cb_row": QT_TRANSLATE_NOOP("ClusterBelt", "Row of the cluster"),
    "cb_city": QT_TRANSLATE_NOOP("ClusterBelt", "City"),
    "cb_citycd": QT_TRANSLATE_NOOP("ClusterBelt", "City code"),
    "cb_shared": QT_TRANSLATE_NOOP("ClusterBelt", "Cities of the cluster"),
    "cb_weight": QT_TRANSLATE_NOOP("ClusterBelt", "Weight"),
    "cb_nodes": QT_TRANSLATE_NOOP("ClusterBelt", "Industries"),
    "cb_resby": QT_TRANSLATE_NOOP("ClusterBelt", "Industry read by"),
    "cb_status": QT_TRANSLATE_NOOP("ClusterBelt", "Status"),
    "cb_whole": QT_TRANSLATE_NOOP("ClusterBelt", "Status of the whole cluster"),
    "cb_reason": QT_TRANSLATE_NOOP("ClusterBelt", "Reason"),
    "cb_rel": QT_TRANSLATE_NOOP("ClusterBelt", "Relation"),
    "cb_beltid": QT_TRANSLATE_NOOP("ClusterBelt", "Id of the best belt"),
    "cb_belt": QT_TRANSLATE_NOOP("ClusterBelt", "Best belt"),
    "cb_via": QT_TRANSLATE_NOOP("ClusterBelt", "Through"),
    "cb_nmatch": QT_TRANSLATE_NOOP("ClusterBelt", "Matching belts"),
    "cb_nadj": QT_TRANSLATE_NOOP("ClusterBelt", "Adjacent belts"),
    "cb_ncity": QT_TRANSLATE_NOOP("ClusterBelt", "Belts of the city"),
    "cb_nunres": QT_TRANSLATE_NOOP("ClusterBelt", "Unresolved belts of the city"),
    "cb_hist": QT_TRANSLATE_NOOP("ClusterBelt", "Status with belts of any year"),
    "cb_decby": QT_TRANSLATE_NOOP("ClusterBelt", "Decided by"),
    "cb_evid": QT_TRANSLATE_NOOP("ClusterBelt", "Evidence"),
    "n_eff": QT_TRANSLATE_NOOP("ClusterBelt", "Effective number of points"),
    "major": QT_TRANSLATE_NOOP("ClusterBelt", "Major half axis"),
    "minor": QT_TRANSLATE_NOOP("ClusterBelt", "Minor half axis"),
    "rotation": QT_TRANSLATE_NOOP("ClusterBelt", "Rotation on the grid (°)"),
    "azimuth": QT_TRANSLATE_NOOP("ClusterBelt", "Azimuth from true north (°)"),
    "az_se": QT_TRANSLATE_NOOP("ClusterBelt", "Standard error of the azimuth (°)"),
    "ratio": QT_TRANSLATE_NOOP("ClusterBelt", "Minor/major"),
    "flattening": QT_TRANSLATE_NOOP("ClusterBelt", "Flattening"),
    "density": QT_TRANSLATE_NOOP("ClusterBelt", "Weight by area"),
    "share_in": QT_TRANSLATE_NOOP("ClusterBelt", "Share inside"),
    "share_exp": QT_TRANSLATE_NOOP("ClusterBelt", "Expected share inside"),
    "measure": QT_TRANSLATE_NOOP("ClusterBelt", "Measured in"),
}


def name_fields(layer):
    """Give the fields that we know an alias in the user's language, where they have none."""
    for index, field in enumerate(layer.fields()):
        text = _ALIASES.get(field.name().lower())
        if text and not field.alias():
            layer.setFieldAlias(index, translate("ClusterBelt", text))
