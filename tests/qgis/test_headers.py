"""A table whose header was taken for a row is refused with the mend, wherever it is read."""

import pytest
from clusterbelt.processing.layers.understanding import why_refused
from making import match, run, table
from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer

LOST = "field names are in its first row"
NAMES = {
    "Field": ("Field1", "Field2"),
    "field_": ("field_1", "field_2"),
    "col_": ("col_1", "col_2"),
    "Column": ("Column1", "Column2"),
    "字段": ("字段1", "字段2"),
    "列": ("列1", "列2"),
    "with a key": ("fid", "Field1", "Field2"),
    "Unnamed": ("Unnamed: 0", "Unnamed: 1"),
    "R": ("V1", "V2"),
    "readr": ("...1", "...2"),
    "Spark": ("_c0", "_c1"),
    "pandas": ("0", "1"),
    "spreadsheet": ("A", "B"),
    "变量": ("变量1", "变量2"),
    "capitals and a blank": ("VAR 1", "VAR 2"),
    "第1列": ("第1列", "第2列"),
    "第一列": ("第一列", "第二列"),
    "列A": ("列A", "列B"),
    "字段一": ("字段一", "字段二"),
    "カラム": ("カラム1", "カラム2"),
    "열": ("열1", "열2"),
    "Колонка": ("Колонка1", "Колонка2"),
    "columna": ("columna1", "columna2"),
    "Spalte": ("Spalte A", "Spalte B"),
    "dots": ("Var.1", "Var.2"),
    "attr": ("attr1", "attr2"),
    "Hive": ("_col0", "_col1"),
    "BigQuery": ("f0_", "f1_"),
    "header": ("h1", "h2"),
}
ROWS = [("city", "product"), ("杭州市", "女装")]


def lost(names, rows=ROWS):
    keyed = names[0] == "fid"
    rows = [(str(number), *row) if keyed else row for number, row in enumerate(rows)]
    return table(rows, names)


@pytest.mark.parametrize("names", NAMES.values(), ids=NAMES)
def test_fields_with_numbers_for_names_are_refused_where_the_first_row_has_names(names):
    for field in ("city", names[-1]):
        with pytest.raises(QgsProcessingException, match=LOST):
            run("placecities", INPUT=lost(names), CITY=field)


def test_a_geopackage_made_of_such_a_table_is_refused(tmp_path):
    made = lost(NAMES["Field"])
    path = str(tmp_path / "sheet.gpkg")
    QgsVectorFileWriter.writeAsVectorFormatV3(
        made, path, made.transformContext(), QgsVectorFileWriter.SaveVectorOptions()
    )
    with pytest.raises(QgsProcessingException, match=LOST):
        run("placecities", INPUT=path, CITY="Field1")


@pytest.mark.parametrize("first", ["city,product", "city,2015", "地市,2015,2016"])
def test_delimited_text_whose_header_is_a_row_is_refused(tmp_path, first):
    path = tmp_path / "belts.csv"
    cells = first.count(",")
    path.write_text(f"{first}\n杭州市{',3.5' * cells}\n", encoding="utf-8")
    layer = QgsVectorLayer(f"{path.as_uri()}?type=csv&useHeader=No&geomType=none", "belts", "delimitedtext")
    assert layer.isValid() and layer.fields().names()[0] == "field_1"
    with pytest.raises(QgsProcessingException, match=rf"{LOST}.*First record has field names"):
        run("placecities", INPUT=layer, CITY="field_1")


@pytest.mark.parametrize("rows", [[("杭州市", "3.5")], [(None, None), ("city", "2.5")]])
def test_fields_with_numbers_for_names_are_read_where_the_first_row_has_data(rows):
    result = run("placecities", INPUT=lost(NAMES["field_"], rows), CITY="field_1")
    assert result["PLACED"] + result["UNPLACED"] == len(rows)


REAL = [
    ("color", "fields"),
    ("variable", "attr"),
    ("列车", "栏目一"),
    ("колонна", "поля"),
    ("第一产业", "第二产业"),
    ("vara", "varb"),
]


def test_names_that_only_look_alike_are_read():
    for names in (("city_1", "Field2"), ("B", "A"), ("A", "C"), ("2015", "2016"), ("x", "y"), *REAL):
        result = run("placecities", INPUT=table([("杭州市", "女装")], names), CITY=names[0])
        assert result["PLACED"] == 1, names


@pytest.mark.parametrize(
    ("parameter", "columns"),
    [("TAXONOMY", ("code", "label")), ("CHAINS", ("upstream", "downstream")), ("ALIASES", ("text", "code"))],
)
def test_tables_of_the_words_are_refused_too(parameter, columns):
    clusters = table([("1", "杭州市", "女装")], ("id", "city", "industry"))
    belts = table([("1", "杭州市", "女装")], ("id", "city", "product"))
    given = lost(NAMES["Field"], [columns, ("a", "b")])
    with pytest.raises(QgsProcessingException, match=LOST):
        match(clusters, belts, **{parameter: given})


@pytest.mark.parametrize("units", [",,,（亿元）", ""])
def test_titles_above_a_header_and_units_beneath_it_are_said_at_once(cluster_belt, tmp_path, units):
    lines = ["表5-3 产业集群,,,", "集群,所在市,产业,产值", units, "甲,深圳市,集成电路,73"]
    path = tmp_path / "yearbook.csv"
    path.write_text("\n".join(filter(None, lines)), encoding="utf-8")
    refused = why_refused(QgsVectorLayer(str(path), "yearbook", "ogr"))
    assert "in line 2" in refused
    assert ("Delete the row of units beneath them, too (（亿元）)." in refused) is bool(units)


@pytest.mark.parametrize("places", ["", "&xField=x&yField=y&crs=EPSG:4326"])
@pytest.mark.parametrize("title", ["", "2015 年名单\n"])
def test_a_header_that_is_discarded(tmp_path, title, places):
    path = tmp_path / "clusters.csv"
    path.write_text(f"{title}id,city,x,y\nc1,杭州市,120,30\nc2,温州市,121,28\n", encoding="utf-8")

    def layer(discarded):
        source = f"{path.as_uri()}?type=csv&skipLines={discarded}{places}"
        return QgsVectorLayer(source, "clusters", "delimitedtext")

    lines = len(title.splitlines())
    assert run("placecities", INPUT=layer(lines), CITY="city")["PLACED"] == 2
    wrong = QgsVectorLayer(f"{path.as_uri()}?type=csv&skipLines={lines + 1}", "clusters", "delimitedtext")
    with pytest.raises(
        QgsProcessingException,
        match=rf"\(id, city, x …\) are discarded, .*\(c1, 杭州市, 120 …\).* = {lines}\.",
    ):
        run("placecities", INPUT=wrong, CITY="杭州市")
