"""The query of the page on large tables gives sums that `ellipseofsums` draws as what `weightedellipse` draws."""

import re
from pathlib import Path

import numpy as np
from making import rows_of, run
from qgis.core import QgsVectorLayer
from test_ellipses import assert_equal

PAGE = Path(__file__).resolve().parents[3] / "docs" / "engines.md"


def test_the_query_of_the_page_gives_the_ellipses_of_the_points(server, tmp_path):
    generator = np.random.default_rng(3)
    x, y = 500_000 + generator.normal(0, 50_000, 600), 4_000_000 + generator.normal(0, 20_000, 600)
    layer = server.points(
        "somewhere", x, y, generator.uniform(0.5, 4, 600), ["ab"[i % 2] for i in range(600)]
    )
    server.sql(
        "CREATE VIEW provinces AS SELECT g AS province, w, ST_X(geom) AS x, ST_Y(geom) AS y FROM somewhere"
    )
    (query,) = re.findall(r"    SELECT province.*?GROUP BY province", PAGE.read_text(encoding="utf-8"), re.S)
    sums = server.sql(
        f"COPY ({query.replace('FROM firms', 'FROM provinces')} ORDER BY 1) TO STDOUT CSV HEADER"
    )
    (tmp_path / "sums.csv").write_text(sums, encoding="utf-8")
    table = QgsVectorLayer(str(tmp_path / "sums.csv"), "sums", "ogr")
    found = rows_of(run("ellipseofsums", INPUT=table, UID="province", CRS="EPSG:32650", SIZE="1,2")["OUTPUT"])
    expected = rows_of(run("weightedellipse", INPUT=layer, WEIGHT="w", UID="g", SIZE="1,2")["OUTPUT"])
    for row in (*found, *expected):
        del row["n_in"], row["share_in"]
        row["g"] = row.pop("province", row.get("g"))
    assert_equal(found, expected)
