"""Write the shift of mean centres: paths from centre to centre, and the table that a paper prints."""

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsField, QgsWkbTypes

from ...analysis.distribution.shift import direction, wind
from ...analysis.fields import DOUBLE, table
from ...compat import language_of_user
from ..measuring.outlines import path_to_layer
from ..writing.copying import finite
from ..writing.sinks import Sink
from .ellipse_layers import Labels

_PATH_STEPS = 32


def write_paths(output, shifts, stops, planes, paths):
    """Write a line per shift, straight in the plane of its path; none where the centre stays.

    Parameters
    ----------
    output : tuple
        (algorithm, parameters, name of the output, context).
    shifts : list of analysis.shift.Shift
    stops : Stops
    planes : Planes
        Of the stops and the paths.
    paths : Paths
        For the labels of the stops.

    Returns
    -------
    dict
        The output.
    """
    shift_fields = table("paths").fields
    periods = [_named(paths.period_field, name) for name in ("from_time", "to_time")]
    fields = Labels([*paths.group_fields, *periods]).before(table("paths"))
    plane = planes.of_paths[0]
    sink = Sink(*output, fields, QgsWkbTypes.Type.MultiLineString, plane.layer_crs)
    steps = 2 if plane.crs == plane.layer_crs else _PATH_STEPS
    for shift in shifts:
        path = None
        if shift.distance > 0:
            ends = [shift.start, shift.end]
            way = np.column_stack((np.linspace(*stops.x[ends], steps), np.linspace(*stops.y[ends], steps)))
            path = path_to_layer(planes.of_paths[paths.group[shift.start]], way)
        row = {
            **{
                field.key: finite(getattr(shift, field.key)) for field in shift_fields if field.kind == DOUBLE
            },
            "wind": wind(shift.azimuth, language_of_user()),
        }
        labels = [*paths.labels[shift.start], paths.labels[shift.end][-1]]
        sink.write([*labels, *(row[field.key] for field in shift_fields)], path)
    return sink.results()


def write_shift_table(output, shifts, ellipses, stops, planes, paths):
    """Write a row per stop, its ellipse and the shift that led there, in km and 10⁴ km².

    Parameters and result are those of `write_paths`, with one `Ellipse` a stop. Lengths are null where the layer
    has no coordinate reference system, because their unit is unknown.
    """
    fields = Labels([*paths.group_fields, paths.period_field]).before(table("shift_table"))
    sink = Sink(*output, fields, QgsWkbTypes.Type.NoGeometry, QgsCoordinateReferenceSystem())
    km = planes.of_parts[0].metres / 1000.0
    arriving = {shift.end: shift for shift in shifts}
    for i, ellipse in enumerate(ellipses):
        row = {
            "lon": stops.lon[i],
            "lat": stops.lat[i],
            "major_km": ellipse.major * km,
            "minor_km": ellipse.minor * km,
            "theta": stops.theta[i],
            "area_wkm2": ellipse.area * km**2 / 1e4,
            "ratio": ellipse.ratio,
            "share_in": ellipse.share_in,
        }
        if i in arriving:
            shift = arriving[i]
            row.update(
                shift_km=shift.distance * km,
                direction=direction(shift.azimuth, language_of_user()),
                km_a=shift.speed * km,
                ew_km=shift.east * km,
                ns_km=shift.north * km,
            )
        sink.write([*paths.labels[i], *(finite(row.get(name)) for name in table("shift_table").keys)])
    return sink.results()


def _named(field, name):
    field = QgsField(field)
    field.setName(name)
    return field
