"""What the fields of our outputs are called in tables and forms; their names stay keys."""

from ..analysis.fields import (
    CB_BELT,
    CB_BELTID,
    CB_CITY,
    CB_CITYCD,
    CB_DECBY,
    CB_EVID,
    CB_HIST,
    CB_NADJ,
    CB_NCITY,
    CB_NMATCH,
    CB_NODES,
    CB_NUNRES,
    CB_REASON,
    CB_REL,
    CB_RESBY,
    CB_ROW,
    CB_SHARED,
    CB_STATUS,
    CB_VIA,
    CB_WEIGHT,
    CB_WHOLE,
)
from ..analysis.messages import QT_TRANSLATE_NOOP
from ..compat import translate

_ALIASES = {
    CB_ROW: QT_TRANSLATE_NOOP("ClusterBelt", "Row of the cluster"),
    CB_CITY: QT_TRANSLATE_NOOP("ClusterBelt", "City"),
    CB_CITYCD: QT_TRANSLATE_NOOP("ClusterBelt", "City code"),
    CB_SHARED: QT_TRANSLATE_NOOP("ClusterBelt", "Cities of the cluster"),
    CB_WEIGHT: QT_TRANSLATE_NOOP("ClusterBelt", "Weight"),
    CB_NODES: QT_TRANSLATE_NOOP("ClusterBelt", "Industries"),
    CB_RESBY: QT_TRANSLATE_NOOP("ClusterBelt", "Industry read by"),
    CB_STATUS: QT_TRANSLATE_NOOP("ClusterBelt", "Status"),
    CB_WHOLE: QT_TRANSLATE_NOOP("ClusterBelt", "Status of the whole cluster"),
    CB_REASON: QT_TRANSLATE_NOOP("ClusterBelt", "Reason"),
    CB_REL: QT_TRANSLATE_NOOP("ClusterBelt", "Relation"),
    CB_BELTID: QT_TRANSLATE_NOOP("ClusterBelt", "Id of the best belt"),
    CB_BELT: QT_TRANSLATE_NOOP("ClusterBelt", "Best belt"),
    CB_VIA: QT_TRANSLATE_NOOP("ClusterBelt", "Through"),
    CB_NMATCH: QT_TRANSLATE_NOOP("ClusterBelt", "Matching belts"),
    CB_NADJ: QT_TRANSLATE_NOOP("ClusterBelt", "Adjacent belts"),
    CB_NCITY: QT_TRANSLATE_NOOP("ClusterBelt", "Belts of the city"),
    CB_NUNRES: QT_TRANSLATE_NOOP("ClusterBelt", "Unresolved belts of the city"),
    CB_HIST: QT_TRANSLATE_NOOP("ClusterBelt", "Status with belts of any year"),
    CB_DECBY: QT_TRANSLATE_NOOP("ClusterBelt", "Decided by"),
    CB_EVID: QT_TRANSLATE_NOOP("ClusterBelt", "Evidence"),
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
