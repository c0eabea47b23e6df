"""The repair loop: run, look at CHECK, fill in codes, run again with it as ALIASES."""

import pytest
from making import BELT_FIELDS, CLUSTER_FIELDS, match, rows_of, sample, table
from qgis.core import QgsApplication, QgsProcessingException, QgsVectorLayer

CHECK_FIELDS = ("text", "code", "kind", "role", "count", "why", "suggest", "example")


def filled(check, codes):
    """The rows of CHECK as a table, with codes for some of its texts."""
    rows = [{**row, "code": codes.get(row["text"], row["code"])} for row in rows_of(check)]
    return table([[None if v is None else str(v) for v in row.values()] for row in rows], CHECK_FIELDS)


def layers():
    clusters = [
        ("a", "杭州", "高端轴系"),
        ("b", "朝阳区", "服装"),
        ("c", "广佛惠", "女装"),
        ("d", "杭州", "家具"),
    ]
    belts = [
        ("x", "杭州", "轴系及轴系"),
        ("y", "杭州", "高端轴系统"),
        ("z", "长春", "女装"),
        ("w", "佛山", "住宅家具"),
    ]
    return table(clusters, CLUSTER_FIELDS), table(belts, BELT_FIELDS)


def test_the_table_lists_what_is_unclear():
    result = match(*layers(), CHECK="memory:")
    assert result["CHECK"].fields().names() == list(CHECK_FIELDS)
    found = {
        row["text"]: (row["kind"], row["role"], row["why"], row["code"]) for row in rows_of(result["CHECK"])
    }
    assert found == {
        "高端轴系": ("industry", "cluster", "unresolved", None),
        "轴系及轴系": ("industry", "belt", "unresolved", None),
        "高端轴系统": ("industry", "belt", "unresolved", None),
        "住宅家具": ("industry", "belt", "keyword", "FURN"),
        "朝阳区": ("city", "cluster", "ambiguous", None),
        "广佛惠": ("city", "cluster", "unknown", None),
    }


def test_a_filled_table_changes_the_statuses_and_shrinks():
    clusters, belts = layers()
    first = match(clusters, belts, CHECK="memory:")
    status = {row["cb_row"]: row["cb_status"] for row in rows_of(first["OUTPUT"])}
    assert status == {"a#1": "unresolved", "b#1": "unresolved", "c#1": "unresolved", "d#1": "unresolved"}

    codes = {
        "高端轴系": "EQ.PART.BEAR",
        "高端轴系统": "EQ.PART",
        "朝阳区": "220100",
        "广佛惠": "440100|440600|441300",
    }
    second = match(clusters, belts, ALIASES=filled(first["CHECK"], codes), CHECK="memory:")
    rows = rows_of(second["OUTPUT"])
    status = {row["cb_row"]: (row["cb_city"], row["cb_status"], row["cb_rel"]) for row in rows}
    assert status["a#1"] == ("杭州市", "matched", "cluster_within")
    assert status["b#1"] == ("长春市", "matched", "belt_within")
    assert status["d#1"][1] == "unmatched"
    assert [status[f"c#{k}"][0] for k in (1, 2, 3)] == ["广州市", "佛山市", "惠州市"]
    assert {row["cb_shared"] for row in rows if row["id"] == "c"} == {3}
    assert next(row for row in rows if row["id"] == "a")["cb_resby"] == "alias"
    assert [row["text"] for row in rows_of(second["CHECK"])] == ["轴系及轴系"]


def test_the_loop_goes_through_a_file(tmp_path):
    clusters, belts = layers()
    path = tmp_path / "check.csv"
    match(clusters, belts, CHECK=str(path))
    text = path.read_text(encoding="utf-8-sig")
    assert text.splitlines()[0] == ",".join(CHECK_FIELDS)
    lines = [line.replace("高端轴系,,", "高端轴系,EQ.PART.BEAR,") for line in text.splitlines()]
    path.write_text("\ufeff" + "\n".join(lines), encoding="utf-8")
    again = match(clusters, belts, ALIASES=QgsVectorLayer(str(path), "check", "ogr"), CHECK="memory:")
    texts = {row["text"] for row in rows_of(again["CHECK"])}
    assert "高端轴系" not in texts and "住宅家具" not in texts and "朝阳区" in texts


def test_a_table_that_was_not_filled_changes_nothing_but_confirms_keywords():
    clusters, belts = sample("clusters"), sample("belts")
    first = match(clusters, belts, CHECK="memory:")
    second = match(clusters, belts, ALIASES=filled(first["CHECK"], {}), CHECK="memory:")
    left = {row["text"] for row in rows_of(first["CHECK"]) if row["why"] != "keyword"}
    assert {row["text"] for row in rows_of(second["CHECK"])} == left
    for name in ("MATCHED", "ADJACENT", "UNMATCHED", "UNRESOLVED"):
        assert first[name] == second[name]


def test_the_table_of_the_sample_is_short_and_counts_rows():
    rows = rows_of(match(sample("clusters"), sample("belts"), CHECK="memory:")["CHECK"])
    counts = [row["count"] for row in rows]
    assert counts == sorted(counts, reverse=True) and min(counts) == 1
    unresolved = {row["text"] for row in rows if row["why"] == "unresolved"}
    assert unresolved == {
        "亚热带生物资源开发利用", "服装设计", "电器", "光学产品", "工程设施装备", "环境控制装备", "智能轻工装备",
        "休闲用品",
    }  # fmt: skip


def test_aliases_that_cannot_be_used_are_refused_with_a_list():
    clusters, belts = layers()
    with pytest.raises(QgsProcessingException, match=r"(?s)\(2\).*NO\.1.*NO\.2"):
        match(clusters, belts, ALIASES=table([("甲", "NO.1"), ("乙", "NO.2")], ("text", "code")))
    with pytest.raises(QgsProcessingException, match=r"999999 \(某地\)"):
        match(clusters, belts, ALIASES=table([("某地", "999999", "city")], ("text", "code", "kind")))
    with pytest.raises(QgsProcessingException, match="no column code"):
        match(clusters, belts, ALIASES=table([("甲", "x")], ("text", "node")))


def test_the_loop_is_described_in_the_help():
    algorithm = QgsApplication.processingRegistry().algorithmById("clusterbelt:matchclusters")
    for name in ("CHECK", "ALIASES"):
        help_text = algorithm.parameterDefinition(name).help()
        assert "CHECK" in help_text or "ALIASES" in help_text
        assert "|" in help_text
