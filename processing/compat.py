"""The only place that knows how QGIS 3.22 … 4 and Qt 5 and 6 differ."""

import datetime

from qgis import core
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsField,
    QgsProcessingAlgorithm,
    QgsScaleBarSettings,
    QgsSettings,
    QgsSymbolLayer,
    QgsTextFormat,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import NULL, QCoreApplication, QDate, QDateTime, QLocale, QTime, QVariant

translate = QCoreApplication.translate

# What makes Arrow batches of features (4.0 and later).
ArrowIterator = getattr(core, "QgsArrowIterator", None)

if Qgis.QGIS_VERSION_INT >= 33800:
    from qgis.PyQt.QtCore import QMetaType

    _TYPES = {
        "string": QMetaType.Type.QString,
        "int": QMetaType.Type.Int,
        "long": QMetaType.Type.LongLong,
        "double": QMetaType.Type.Double,
        "bool": QMetaType.Type.Bool,
        "date": QMetaType.Type.QDate,
        "time": QMetaType.Type.QTime,
        "datetime": QMetaType.Type.QDateTime,
        "binary": QMetaType.Type.QByteArray,
    }
else:
    _TYPES = {
        "string": QVariant.String,
        "int": QVariant.Int,
        "long": QVariant.LongLong,
        "double": QVariant.Double,
        "bool": QVariant.Bool,
        "date": QVariant.Date,
        "time": QVariant.Time,
        "datetime": QVariant.DateTime,
        "binary": QVariant.ByteArray,
    }


def user_locale():
    """Return the locale of the interface: QGIS Desktop writes it into its settings whenever it starts."""
    return QgsSettings().value("locale/userLocale", "") or QLocale().name()


def language_of_user():
    """Return the language of what we write: 'zh' where QGIS speaks Chinese, else 'en'."""
    return "zh" if user_locale().lower().startswith("zh") else "en"


def make_field(name, kind):
    """Return a `QgsField`; `kind` is string, int, long, double, bool, date, time, datetime or binary."""
    return QgsField(name, _TYPES[kind])


def kind_of(field):
    """Return the kind of a `QgsField` as `make_field` takes it; '' for other types."""
    return next((kind for kind, type_ in _TYPES.items() if field.type() == type_), "")


def set_title(layer, title):
    """Give a layer a title beside its name (moved to the properties for servers in 3.38)."""
    server = layer.serverProperties()
    (server if hasattr(server, "setTitle") else layer).setTitle(title)


def python_moment(value):
    """Return a date, time or both of Qt as Python has it, which prints as people write it.

    None for an invalid one; a text for a year that Python does not know, before 1 or after 9999.
    """
    if isinstance(value, QTime):
        return value.toPyTime() if value.isValid() else None
    if not isinstance(value, (QDate, QDateTime)):
        return value
    if not value.isValid():
        return None
    day = value.date() if isinstance(value, QDateTime) else value
    if not datetime.MINYEAR <= day.year() <= datetime.MAXYEAR:
        return f"{day.year()}-{day.month():02}-{day.day():02}"
    return value.toPyDateTime() if isinstance(value, QDateTime) else value.toPyDate()


def qt_moment(value):
    """Return a date, time or both of Python as fields of QGIS take it."""
    if isinstance(value, datetime.datetime):
        return QDateTime(value)
    if isinstance(value, datetime.date):
        return QDate(value)
    return QTime(value) if isinstance(value, datetime.time) else value


def is_compound(field):
    """Tell whether the cells of a `QgsField` hold lists, maps, binary data or other things that are no plain value."""
    return kind_of(field) in ("binary", "")


def is_null(value):
    """Tell whether a field value is nothing: None or Qt's NULL."""
    return value is None or value == NULL


def finish(sink):
    """Flush a sink where QGIS has a call for it (3.34 and later)."""
    if hasattr(sink, "finalize"):
        sink.finalize()


def field_names(algorithm, parameters, name, context):
    """Return the fields of a parameter that takes several (the call was renamed in 3.40)."""
    if hasattr(algorithm, "parameterAsStrings"):
        return algorithm.parameterAsStrings(parameters, name, context)
    return algorithm.parameterAsFields(parameters, name, context)


def symbol_property(name):
    """Return the key of a data-defined property of symbols, such as StrokeColor (renamed in 3.36)."""
    properties = QgsSymbolLayer.Property
    return getattr(properties, name if hasattr(properties, name) else f"Property{name}")


def no_threading(flags):
    """Return the flags of an algorithm that must run in the main thread (the enum moved in 3.36)."""
    if hasattr(Qgis, "ProcessingAlgorithmFlag"):
        return flags | Qgis.ProcessingAlgorithmFlag.NoThreading
    return flags | QgsProcessingAlgorithm.Flag.FlagNoThreading


def fit_width():
    """Return the way in which a scale bar takes round numbers within its width (renamed in 3.40)."""
    modes = QgsScaleBarSettings.SegmentSizeMode
    return modes.FitWidth if hasattr(modes, "FitWidth") else modes.SegmentSizeFitWidth


def preferred_wkt(crs):
    """Return the definition of a coordinate reference system as WKT 2 (the enum moved in 3.36)."""
    if hasattr(Qgis, "CrsWktVariant"):
        return crs.toWkt(Qgis.CrsWktVariant.Preferred)
    return crs.toWkt(QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED)


def set_label_font(label, font, colour):
    """Give a label of a layout its `QFont` and `QColor` (a text format since 3.24)."""
    if hasattr(label, "setTextFormat"):
        label.setTextFormat(_text_format(font, colour))
    else:
        label.setFont(font)
        label.setFontColor(colour)


def set_legend_font(legend, style, font, colour):
    """Give a style of a legend its `QFont` and `QColor` (a text format since 3.30)."""
    if hasattr(legend.rstyle(style), "setTextFormat"):
        legend.rstyle(style).setTextFormat(_text_format(font, colour))
    else:
        legend.setStyleFont(style, font)
        legend.setFontColor(colour)


def _text_format(font, colour):
    result = QgsTextFormat.fromQFont(font)
    result.setColor(colour)
    return result


def temporal_unit(name):
    """Return the unit of QGIS for years, months or days."""
    return getattr(QgsUnitTypes, f"Temporal{name.capitalize()}")
