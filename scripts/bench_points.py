"""GeoPackages of random points in Chinese cities, large cities having most."""

import numpy as np


def cities():
    """Rows of the cities of today, as the gazetteer has them."""
    from clusterbelt.processing.analysis.places import registry
    from clusterbelt.processing.analysis.places.index import read_rows

    rows = read_rows(registry.FOLDER / registry.DEFAULT / "places.csv")
    return [row for row in rows if row["code"] == row["parent"] and row["lon"] and not row["valid_to"]]


def draw_cities(draw, count, size):
    """Numbers of cities at random, by a law of ranks."""
    weight = 1 / np.arange(1, count + 1)
    return draw.choice(count, size, p=weight / weight.sum())


def write_points(path, name, fields, rows):
    """Write rows of (city, cells) as points with fields of text."""
    from osgeo import ogr, osr

    path.parent.mkdir(parents=True, exist_ok=True)
    system = osr.SpatialReference()
    system.ImportFromEPSG(4326)
    file = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    layer = file.CreateLayer(name, system, ogr.wkbPoint)
    for field in fields:
        layer.CreateField(ogr.FieldDefn(field, ogr.OFTString))
    layer.StartTransaction()
    for city, cells in rows:
        feature = ogr.Feature(layer.GetLayerDefn())
        for number, cell in enumerate(cells):
            feature.SetField(number, cell)
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(float(city["lon"]), float(city["lat"]))
        feature.SetGeometry(point)
        layer.CreateFeature(feature)
    layer.CommitTransaction()
