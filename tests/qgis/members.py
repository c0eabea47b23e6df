"""Members on the equator with the taxonomy of the golden cases, and the sample read into members."""

from making import run, sample, table
from qgis import processing

POINTS = {"X": "Point(0 0)", "Y": "Point(1 0)", "Z": "Point(3 0)"}
NODES = [("G", ""), ("C", ""), ("D", ""), ("D.O", "D"), ("T", "")]
EDGES = [("G", "D"), ("C", "D"), ("C", "T"), ("D", "T")]


def taxonomy():
    """TAXONOMY and CHAINS as parameters."""
    nodes = table(
        [(code, parent, f"industry {code}") for code, parent in NODES], ["code", "parent", "name_en"]
    )
    return {"TAXONOMY": nodes, "CHAINS": table(EDGES, ["upstream", "downstream"]), "LANGUAGE": "en"}


def members(*rows, points=POINTS):
    """A layer of rows such as 'X:D.O', or ('X:G|C', weight)."""
    rows = [row if isinstance(row, tuple) else (row, 1) for row in rows]
    cells = []
    for block, weight in rows:
        city, nodes = block.split(":")
        cells.append((points.get(city), city, f"city {city}", nodes, str(weight)))
    return table(cells, ["cb_citycd", "cb_city", "cb_nodes", "w"], "Point")


def sample_members(*names):
    """Clusters and belts of the sample, placed and read, in one layer."""
    layers = []
    for name in names or ("clusters", "belts"):
        industry = {"clusters": "industry", "belts": "product"}[name]
        placed = run("placecities", INPUT=sample(name), CITY="city", PROVINCE="province")["OUTPUT"]
        layers.append(run("readindustries", INPUT=placed, INDUSTRY=industry)["OUTPUT"])
    return processing.run("native:mergevectorlayers", {"LAYERS": layers, "OUTPUT": "memory:"})["OUTPUT"]
