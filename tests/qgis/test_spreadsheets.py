"""Tables from Excel and text files, opened as QGIS opens them: understood, or refused with what mends them."""

import re
import zipfile
from xml.sax.saxutils import escape

import pytest
from clusterbelt.processing.layers.understanding import guess_fields, why_refused
from making import Log, rows_of, run, sample
from old_excel import write_xls
from osgeo import ogr
from qgis.core import QgsProcessingException, QgsVectorFileWriter, QgsVectorLayer

HEAD = ["序号", "集群名称", "所在城市", "主导产业", "年份", "数量"]
ROWS = [
    [1, "杭州数字安防集群", "杭州市", "数字安防", 2021, 3],
    [2, "深圳新一代信息通信集群", "深圳市", "新一代信息通信", 2021, 5],
    [3, "宁波绿色石化集群", "宁波市", "绿色石化", 2022, 2],
    [4, "绍兴现代纺织集群", "绍兴市", "现代纺织", 2022, 1],
]
TITLE = ["2022年国家先进制造业集群名单"]
WORDS = [row[1:4] for row in [HEAD, *ROWS]]
SHEETS = {
    "numbers": [HEAD, *ROWS],
    "blanks and line breaks in names": [[" 序号 ", "集群\n名称", "\u3000所在城市 ", "主导产业\u00a0", *HEAD[4:]], *ROWS],
    "blanks around cells": [HEAD, *([row[0], f" {row[1]}", f"{row[2]}\u3000", f"{row[3]}\u00a0", *row[4:]] for row in ROWS)],
    "empty rows": [HEAD, *ROWS[:2], [], [], *ROWS[2:], []],
}  # fmt: skip
LOST = "field names are in its first row.*save a spreadsheet as CSV"
ABOVE = r"field names \(.*所在城市.*\) are not in the first row of the table, but in line [23]\. Delete what"
REFUSED_SHEETS = {
    "words alone": (WORDS, LOST),
    "numbers as words": ([HEAD, *(list(map(str, row)) for row in ROWS)], LOST),
    "full-width digits": ([HEAD, *(["１", *row[1:4], "２０２１", "３"] for row in ROWS)], LOST),
    "a free column": ([[None, *row] for row in [HEAD, *ROWS]], LOST),
    "a title": ([TITLE, HEAD, *ROWS], ABOVE),
    "a title above words": ([TITLE, *WORDS], ABOVE),
    "a title and a note": ([TITLE, ["填报单位：工信部", None, None, None, "12月"], HEAD, *ROWS], ABOVE),
    "a title and an empty row": ([TITLE, [], HEAD, *ROWS], ABOVE),
    "empty rows above": ([[], [], HEAD, *ROWS], ABOVE),
    "a header of two rows": ([["序号", "集群", None, None, "其他"], [None, *HEAD[1:]], *ROWS], ABOVE),
    "years under a title": (
        [["产值"], ["城市", 2015, 2016], ["杭州市", 1.5, 2.5]],
        r"field names \(城市, 2015, 2016 …\)",
    ),
}


def sheet(path, rows):
    """Write a workbook of one sheet, as Excel keeps it."""
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = []
        for column, value in enumerate(row):
            name = f"{chr(65 + column)}{number}"
            if isinstance(value, str):
                text = escape(value)
                cells.append(f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>')
            elif value is not None:
                cells.append(f'<c r="{name}"><v>{value}</v></c>')
        lines.append(f'<row r="{number}">{"".join(cells)}</row>')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    types = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" '
        f'ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{types}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{types}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets><sheet name="Sheet1" sheetId="1" '
        'r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData>{"".join(lines)}</sheetData></worksheet>',
    }  # fmt: skip
    with zipfile.ZipFile(path, "w") as book:
        for name, text in parts.items():
            book.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>{text}')
    return opened(path)


def text_file(path, rows, sign=",", encoding="utf-8"):
    lines = [sign.join("" if cell is None else str(cell) for cell in row) for row in rows]
    path.write_bytes("".join(f"{line}\r\n" for line in lines).encode(encoding))
    return path


def opened(path, provider="ogr"):
    address = f"{path.as_uri()}?type=csv&detectTypes=yes&geomType=none&subsetIndex=no&watchFile=no"
    layer = QgsVectorLayer(address if provider == "delimitedtext" else str(path), path.stem, provider)
    assert layer.isValid()
    return layer


def results(layer, fields=None):
    """Run what reads such tables, with the fields that the dialogs guess."""
    found = fields or guess_fields(layer, ["id", "city", "industry", "province"], "cn")
    assert found["id"] and found["city"] and found["industry"] and not found.get("province"), found
    log = Log()
    belts = sample("belts")
    placed = run("placecities", log, INPUT=layer, CITY=found["city"])
    read = run("readindustries", log, INPUT=layer, INDUSTRY=found["industry"])
    split = run("splitshared", log, INPUT=layer, ID=found["id"], CITY=found["city"])
    matched = run(
        "matchclusters", log, CLUSTERS=layer, BELTS=belts, CLUSTER_ID=found["id"], CLUSTER_CITY=found["city"],
        CLUSTER_INDUSTRY=found["industry"], BELT_ID="id", BELT_CITY="city", BELT_INDUSTRY="product",
    )  # fmt: skip
    return placed, read, split, matched, log


def assert_understood(layer, fields=None):
    placed, read, split, matched, log = results(layer, fields)
    assert placed["PLACED"] == 4 and read["READ"] == 4
    assert split["CLUSTERS"] == split["ROWS"] == matched["ROWS"] == 4
    assert [row["cb_citycd"] for row in rows_of(matched["OUTPUT"])] == [
        "330100",
        "440300",
        "330200",
        "330600",
    ]
    return log


def assert_refused(layer, why):
    names = layer.fields().names()
    city, industry = (names[min(place, len(names) - 1)] for place in (2, 3))
    for algorithm, given in (
        ("placecities", {"INPUT": layer, "CITY": city}),
        ("splitshared", {"INPUT": layer, "ID": names[0], "CITY": city}),
        ("readindustries", {"INPUT": layer, "INDUSTRY": industry}),
        (
            "matchclusters",
            {
                "CLUSTERS": layer, "CLUSTER_ID": names[0], "CLUSTER_CITY": city, "CLUSTER_INDUSTRY": industry,
                "BELTS": sample("belts"), "BELT_CITY": "city", "BELT_INDUSTRY": "product",
            },
        ),
    ):  # fmt: skip
        with pytest.raises(QgsProcessingException, match=why):
            run(algorithm, **given)


@pytest.mark.parametrize("rows", SHEETS.values(), ids=SHEETS)
def test_a_sheet_is_understood(tmp_path, rows):
    log = assert_understood(sheet(tmp_path / "clusters.xlsx", rows))
    assert ("empty rows, left out: " in log.text()) == ([] in rows)


@pytest.mark.parametrize(("rows", "why"), REFUSED_SHEETS.values(), ids=REFUSED_SHEETS)
def test_a_sheet_without_a_header_in_its_first_row_is_refused_with_the_mend(tmp_path, rows, why):
    assert_refused(sheet(tmp_path / "clusters.xlsx", rows), why)


@pytest.mark.parametrize("suffix", ["ods", "xlsx"])
def test_a_sheet_that_qgis_wrote_is_understood(tmp_path, suffix):
    layer = opened(text_file(tmp_path / "clusters.csv", [HEAD, *ROWS]), "delimitedtext")
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = suffix.upper()
    path = tmp_path / f"written.{suffix}"
    QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), layer.transformContext(), options)
    assert_understood(opened(path))


@pytest.mark.parametrize("provider", ["ogr", "delimitedtext"])
@pytest.mark.parametrize(
    "rows",
    SHEETS.values(),
    ids=SHEETS,
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_text_with_commas_is_understood(tmp_path, provider, rows, encoding):
    plain = [[str(cell).replace("\n", "") if cell is not None else None for cell in row] for row in rows]
    assert_understood(opened(text_file(tmp_path / "clusters.csv", plain, encoding=encoding), provider))


@pytest.mark.parametrize(("sign", "suffix"), [(";", "csv"), ("\t", "csv"), ("\t", "tsv")])
def test_text_with_other_signs_is_understood_or_refused_with_the_sign(tmp_path, sign, suffix):
    path = text_file(tmp_path / f"clusters.{suffix}", [HEAD, *ROWS], sign)
    assert_understood(opened(path))
    said = "a tab" if sign == "\t" else sign
    assert_refused(opened(path, "delimitedtext"), rf"one field alone.*\({said}\).*Custom delimiters")


@pytest.mark.parametrize("sign", ["，", "|"])
def test_columns_that_qgis_did_not_tell_apart_are_refused(tmp_path, sign):
    path = text_file(tmp_path / "clusters.csv", [HEAD, *ROWS], sign)
    assert_refused(opened(path, "delimitedtext"), "one field alone.*Custom delimiters")


@pytest.mark.parametrize("encoding", ["gbk", "gb18030", "utf-16", "big5"])
@pytest.mark.parametrize("provider", ["ogr", "delimitedtext"])
def test_text_in_another_encoding_is_refused_with_the_mend(tmp_path, provider, encoding):
    rows = [[str(cell).replace("数", "數") for cell in row] for row in [HEAD, *ROWS]]
    if encoding == "big5":
        rows = [["序號", "名稱", "城市", "產業"], ["1", "甲", "臺北市", "紡織"]]
    layer = opened(text_file(tmp_path / "clusters.csv", rows, encoding=encoding), provider)
    assert_refused(layer, "read in the wrong encoding.*for Chinese files.*GB18030.*CSV UTF-8")


@pytest.mark.parametrize("encoding", ["GBK", "GB18030"])
def test_text_is_understood_once_its_encoding_is_told(tmp_path, encoding):
    path = text_file(tmp_path / "clusters.csv", [HEAD, *ROWS], encoding=encoding)
    told = f"{path.as_uri()}?type=csv&detectTypes=yes&geomType=none&encoding={encoding}"
    assert_understood(QgsVectorLayer(told, "clusters", "delimitedtext"))
    layer = opened(path)
    layer.setProviderEncoding(encoding)
    layer.updateFields()
    assert_understood(layer)


@pytest.mark.parametrize("provider", ["ogr", "delimitedtext"])
def test_titles_and_lines_for_excel_above_the_header_are_refused(tmp_path, provider):
    wide = [*TITLE, *[None] * 5]
    for rows in ([wide, HEAD, *ROWS], [wide, [None] * 6, HEAD, *ROWS]):
        assert_refused(opened(text_file(tmp_path / "titled.csv", rows), provider), ABOVE)
    told = text_file(tmp_path / "told.csv", [["sep=,"], HEAD, *ROWS])
    assert_refused(opened(told, provider), r"\(sep=.*is for Excel alone. Delete it")


def test_a_column_without_a_name_is_no_title(tmp_path):
    rows = [["城市", None, None], ["杭州市", "女装", "好"], ["绍兴市", "纺织", "好"]]
    layer = opened(text_file(tmp_path / "cities.csv", rows))
    assert run("placecities", INPUT=layer, CITY="城市")["PLACED"] == 2


def test_a_field_is_found_under_its_name_without_what_nobody_sees(tmp_path):
    rows = [["\u200b序号", "集群 名称", "所在城市\u3000", "主导产业", "ＹＥＡＲ", "数量"], *ROWS]
    layer = opened(text_file(tmp_path / "clusters.csv", rows))
    assert_understood(layer, {"id": "序号", "city": "所在城市", "industry": "主导产业"})
    with pytest.raises(QgsProcessingException, match=r"has no field “城市”.*It has: .*“所在城市"):
        run("placecities", INPUT=layer, CITY="城市")


def test_a_sum_beneath_the_table_hides_no_id_and_is_named(tmp_path):
    layer = sheet(tmp_path / "clusters.xlsx", [HEAD, *ROWS, ["合计", None, None, None, None, 11]])
    placed, _, _, matched, log = results(layer)
    assert (placed["PLACED"], placed["UNPLACED"], matched["UNRESOLVED"]) == (4, 1, 1)
    assert "Rows without a city: 1 (6)" in log.text()


def test_a_row_without_an_id_that_is_not_empty_is_an_error(tmp_path):
    layer = sheet(tmp_path / "clusters.xlsx", [HEAD, *ROWS, [None, None, "苏州市", "纺织", 2022, 1]])
    with pytest.raises(QgsProcessingException, match="row 6: the cluster has no id"):
        run("splitshared", INPUT=layer, ID="序号", CITY="所在城市")


def old_sheet(path, rows):
    if ogr.GetDriverByName("XLS") is None:
        pytest.skip("This GDAL has no driver for .xls")
    write_xls(path, rows)
    return opened(path)


@pytest.mark.parametrize("rows", SHEETS.values(), ids=SHEETS)
def test_a_sheet_of_old_excel_is_understood(tmp_path, rows):
    assert_understood(old_sheet(tmp_path / "clusters.xls", rows))


@pytest.mark.parametrize(("rows", "why"), REFUSED_SHEETS.values(), ids=REFUSED_SHEETS)
def test_a_sheet_of_old_excel_without_a_header_is_refused_with_the_mend(tmp_path, rows, why):
    assert_refused(old_sheet(tmp_path / "clusters.xls", rows), why)


MERGED = [
    ["省份", "城市", "序号", "产业"],
    ["浙江省", "杭州市", 1, "数字安防"],
    [None, None, 2, "女装"],
    [None, "绍兴市", 3, "纺织"],
    [None, None, 4, "染料"],
    [None, None, 5, "电机"],
    ["广东省", "深圳市", 6, "通信设备"],
    [None, "佛山市", 7, "家电"],
    [None, None, 8, "陶瓷"],
]


def test_cells_that_were_merged_get_the_mend_wherever_such_a_column_is_read(tmp_path):
    layer, belts = sheet(tmp_path / "belts.xlsx", MERGED), sample("belts")
    both = r"Layer “belts”: many empty cells .*\(“城市”: 4, “省份”: 6\).*Ctrl\+Enter"
    fields = {
        "CLUSTER_CITY": "城市",
        "CLUSTER_INDUSTRY": "产业",
        "CLUSTER_PROVINCE": "省份",
        "CLUSTER_ID": "序号",
    }
    as_belts = {"BELT_CITY": "城市", "BELT_INDUSTRY": "产业", "BELT_PROVINCE": "省份"}
    known = {"BELTS": belts, "BELT_CITY": "city", "BELT_INDUSTRY": "product"}
    clusters = {"CLUSTERS": sample("clusters"), "CLUSTER_CITY": "city", "CLUSTER_INDUSTRY": "industry"}
    for algorithm, given in (
        ("placecities", {"INPUT": layer, "CITY": "城市", "PROVINCE": "省份"}),
        ("splitshared", {"INPUT": layer, "ID": "序号", "CITY": "城市", "PROVINCE": "省份"}),
        ("matchclusters", {"CLUSTERS": layer, **fields, **known}),
        ("matchclusters", {**clusters, "CLUSTER_ID": "id", "BELTS": layer, **as_belts}),
    ):
        log = Log()
        run(algorithm, log, **given)
        assert re.search(both, log.text()) and log.text().count("many empty cells") == 1, log.text()


@pytest.mark.parametrize(
    "cities",
    [
        ["杭州市", None, "绍兴市", "深圳市", *["佛山市"] * 16],
        ["杭州市", None, None, None, None],
        [None, "杭州市", None, "绍兴市", None, "深圳市"],
        ["杭州市", None, "杭州市", "绍兴市", None, None, "绍兴市"],
        ["杭州市", "绍兴市", "深圳市"],
    ],
    ids=["few", "a last part", "none in the first row", "between equal ones", "none"],
)
def test_other_empty_cells_are_not_taken_for_merged_ones(tmp_path, cities):
    rows = [["序号", "城市"], *([number, city] for number, city in enumerate(cities))]
    log = Log()
    run("placecities", log, INPUT=sheet(tmp_path / "t.xlsx", rows), CITY="城市")
    assert "many empty cells" not in log.text()


def test_the_encoding_is_named_where_it_hides_the_fields_that_are_missing(tmp_path):
    layer = opened(text_file(tmp_path / "clusters.csv", [HEAD, *ROWS], encoding="gbk"))
    belts = {"BELTS": sample("belts"), "BELT_CITY": "city", "BELT_INDUSTRY": "product"}
    for given in ({}, {"CLUSTER_CITY": "所在城市"}, {"CLUSTER_INDUSTRY": layer.fields().names()[3]}):
        with pytest.raises(QgsProcessingException, match=r"read in the wrong encoding.*GB18030"):
            run("matchclusters", CLUSTERS=layer, **given, **belts)


YEARBOOK = [["表5-3 国家先进制造业集群"], ["单位:亿元"], HEAD, *ROWS]
ABOVE_HEADERS = {
    "title and unit": (YEARBOOK, 3),
    "title and unit at the right": (
        [YEARBOOK[0], [None, None, None, None, None, "单位:亿元"], *YEARBOOK[2:]],
        3,
    ),
    "title alone": ([YEARBOOK[0], *YEARBOOK[2:]], 2),
    "title, empty row, unit": ([YEARBOOK[0], [], *YEARBOOK[1:]], 4),
}


@pytest.mark.parametrize(("rows", "line"), ABOVE_HEADERS.values(), ids=ABOVE_HEADERS)
@pytest.mark.parametrize("kind", ["ogr", "delimitedtext", "xlsx"])
def test_the_line_of_the_true_header_is_told_at_once(tmp_path, rows, line, kind):
    rows = [[*row, *[None] * (len(HEAD) - len(row))] for row in rows]
    if kind == "xlsx":
        layer = sheet(tmp_path / "yearbook.xlsx", rows)
    else:
        layer = opened(text_file(tmp_path / "yearbook.csv", rows), kind)
    said = why_refused(layer)
    assert re.search(
        rf"\(序号, .*but in line {line}\. .*lines: {line - 1}\).*discard” = {line - 1}\.", said
    ), said
    assert "second header" not in said
    if kind == "delimitedtext":
        mended = QgsVectorLayer(f"{layer.source()}&skipLines={line - 1}", "mended", kind)
        assert not why_refused(mended) and mended.fields().names() == HEAD


SECOND_HEADERS = {
    "English": ["No", "Cluster name", "City", "Industry"],
    "in part": ["No", "What it is called", "City", None],
    "once more": HEAD,
    "units": ["(个)", None, None, "（类）"],
}


@pytest.mark.parametrize("second", SECOND_HEADERS.values(), ids=SECOND_HEADERS)
@pytest.mark.parametrize("provider", ["ogr", "delimitedtext"])
def test_a_second_header_is_refused_with_the_mend(tmp_path, second, provider):
    layer = opened(text_file(tmp_path / "clusters.csv", [HEAD, second, *ROWS]), provider)
    assert_refused(layer, "first row looks like a second header .*Delete that row")
    assert "second header" in why_refused(layer)


@pytest.mark.parametrize("row", [["C1", "City", "杭州市", "女装"], ["A", "industry", "City of London", None]])
def test_a_row_of_data_is_no_second_header(tmp_path, row):
    assert not why_refused(opened(text_file(tmp_path / "clusters.csv", [HEAD, row, *ROWS])))
