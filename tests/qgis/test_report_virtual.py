"""The section of virtual clusters in the report."""

import re
from html import unescape

import pytest
from making import match, run, sample
from members import sample_members
from qgis.core import QgsProcessingException


@pytest.fixture(scope="module")
def clusters():
    return match(
        run("splitshared", INPUT=sample("clusters"), ID="id", CITY="city", PROVINCE="province")["OUTPUT"],
        sample("belts"),
        BELT_PROVINCE="province",
    )["OUTPUT"]


@pytest.fixture(scope="module")
def tables():
    real, online = sample_members("clusters"), sample_members("belts")
    links = run("chainlinks", INPUT=real, SUPPLIERS=online, UNIT="group", FLOWS="memory:", BLOCKS="memory:")
    return {
        "VC_TABLE": run("virtualclusters", LINKS=links["OUTPUT"], BLOCKS=links["BLOCKS"], TABLE="memory:")[
            "TABLE"
        ],
        "FLOWS": links["FLOWS"],
        "GAPS": run("chaingaps", INPUT=real, SUPPLIERS=online, REGIONS_OUT="memory:")["REGIONS_OUT"],
        "COUPLING": run("realvirtual", INPUT=real, ONLINE=online)["OUTPUT"],
    }


def report(path, clusters, language="en", **tables):
    result = run(
        "matchreport", INPUT=clusters, CLASS="class", LANGUAGE=language, RUNS=9, OUTPUT=str(path), **tables
    )
    return path.read_text(encoding="utf-8"), result


def table_of(page, title):
    """The rows of cells under a title."""
    body = page[page.index(title) :]
    body = body[body.index("<tbody>") : body.index("</tbody>")]
    return [
        [unescape(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
        for row in body.split("</tr>")[:-1]
    ]


def values(layer, *names):
    return [[feature[name] for name in names] for feature in layer.getFeatures()]


def test_the_section_says_that_links_are_potential_and_has_four_tables(clusters, tables, tmp_path):
    plain, without = report(tmp_path / "plain.html", clusters)
    page, result = report(tmp_path / "page.html", clusters, **tables)
    assert result["TABLE_COUNT"] == without["TABLE_COUNT"] + 4
    assert "Links are potential, not observed" in page and "Links are potential" not in plain
    core = table_of(page, "Virtual clusters and their cores")[0]
    (city, industry, blocks), *_ = values(tables["VC_TABLE"], "core_city", "core_ind", "blocks")
    assert core[0] == f"{city} · {industry}" and core[2] == str(blocks)
    gaps = table_of(page, "Needs of the chains by where they are met")
    assert all(int(row[1]) == sum(map(int, row[2:7])) for row in gaps)
    coupling = table_of(page, "Real and virtual agglomeration by quadrant")
    assert [row[0] for row in coupling] == ["Real and virtual", "Real only", "Virtual only", "Neither"]
    assert sum(int(row[1]) for row in coupling) == tables["COUPLING"].featureCount()


def test_the_heat_map_has_the_flows_and_the_darkest_cell_is_the_largest(clusters, tables, tmp_path):
    page, _ = report(tmp_path / "page.html", clusters, FLOWS=tables["FLOWS"])
    rows = table_of(page, "Potential flows between regions")
    largest = max(flow for (flow,) in values(tables["FLOWS"], "flow"))
    printed = [float(cell) for row in rows for cell in row[1:] if cell]
    assert max(printed) == pytest.approx(largest, abs=0.051)
    shades = [
        (float(shade), float(cell))
        for shade, cell in re.findall(r"rgba\(86,180,233,([\d.]+)\)\">([\d.]+)<", page)
    ]
    assert len(shades) == len(printed) and max(shades)[0] == 0.75
    flows = [flow for _, flow in sorted(shades)]
    assert all(before <= after + 0.051 for before, after in zip(flows, flows[1:]))
    assert "(no unit)" in page or all(all(pair) for pair in values(tables["FLOWS"], "f_name", "t_name"))


def test_a_chinese_page_has_no_english_words_of_ours(clusters, tables, tmp_path):
    page, _ = report(tmp_path / "page.html", clusters, "zh", **tables)
    section = page[page.index('<section class="part">') :]
    for word in ("虚拟集群及其核心", "潜在联系", "行为供给方", "实虚一体", "无处满足"):
        assert word in section
    assert not re.search(
        r"virtual|potential|flow|needs|>near<", section[: section.index("仅虚拟")], re.IGNORECASE
    )


def test_a_table_of_another_kind_is_named_with_what_it_lacks(clusters, tables, tmp_path):
    with pytest.raises(
        QgsProcessingException, match=r"“Gaps by region”: layer .* has no field needs, gaps, by_prov"
    ):
        report(tmp_path / "page.html", clusters, GAPS=tables["COUPLING"])
    assert not (tmp_path / "page.html").exists()
