"""The taxonomy of industries, what is refused in it, and how texts find their nodes."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import resolution as industries
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.scheme_codes import scheme_code
from clusterbelt.processing.analysis.industries.taxonomy_error import TaxonomyError
from clusterbelt.processing.analysis.industries.vocabulary import vocabulary
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.text import normalise

EXPECTED = Path(__file__).resolve().parents[1] / "data" / "industries.csv"
PLACES = industries.place_names(["苏州", "苏州市", "乐清"])


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def nodes(*rows):
    """A table from (code, parent, name_zh, aliases)."""
    return pd.DataFrame(rows, columns=["code", "parent", "name_zh", "aliases"])


def chains(*rows):
    return pd.DataFrame(rows, columns=["upstream", "downstream"])


def problems(*arguments):
    with pytest.raises(TaxonomyError) as caught:
        taxonomy.load(*arguments)
    return [str(problem) for problem in caught.value.problems]


def expectations():
    with open(EXPECTED, encoding="utf-8-sig", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


# The bundled tables.


def test_the_bundled_taxonomy_passes_its_own_checks(bundled):
    assert len(bundled) == 447
    assert len(bundled.edges) == 389


def test_every_bundled_node_and_edge_can_be_read_in_both_languages(bundled):
    assert all(bundled.names_zh) and all(bundled.names_en)
    assert all(edge.note_en and edge.note_zh for edge in bundled.edges)
    assert all(edge.note_en.isascii() and not edge.note_zh.isascii() for edge in bundled.edges)


@pytest.mark.parametrize("path", [taxonomy.BUNDLED_NODES, taxonomy.BUNDLED_CHAINS])
def test_the_bundled_tables_open_in_excel(path):
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")


def test_only_the_nodes_that_say_too_little_are_too_broad(bundled):
    assert {code for code, broad in zip(bundled.codes, bundled.too_broad) if broad} == {"IT", "EQ", "MAT"}


# Building.


def test_levels_count_the_shortest_way_up():
    built = taxonomy.load(nodes(("A", "", "甲", ""), ("B", "A", "乙", ""), ("C", "A|B", "丙", "")))
    assert [[built.levels[low, high] for high in range(3)] for low in range(3)] == [
        [0, -1, -1],
        [1, 0, -1],
        [1, 1, 0],
    ]
    assert built.levels.kin([0, 1], [2, 0]).tolist() == [True, True]
    assert built.path(2, 0) == (2, 0)
    assert built.path(0, 2) == ()


def test_a_taxonomy_may_have_thousands_of_levels():
    rows = [(f"N{i}", f"N{i - 1}" if i else "", f"节{i}", "") for i in range(1500)]
    deep = taxonomy.load(nodes(*rows))
    assert len(deep.lexicon.above[deep.code_index["n1499"]]) == 1500
    assert deep.lexicon.above[deep.code_index["n2"]] == tuple(deep.code_index[c] for c in ("n2", "n1", "n0"))


def test_ancestors_come_nearest_first(bundled):
    rna = bundled.code_index["bio.bio.rna"]
    assert [bundled.codes[node] for node in bundled.ancestors(rna)] == ["BIO.BIO", "BIO.PHARM", "BIO"]
    assert [bundled.codes[node] for node in bundled.path(rna, bundled.code_index["bio"])] == [
        "BIO.BIO.RNA",
        "BIO.BIO",
        "BIO.PHARM",
        "BIO",
    ]


def test_the_order_of_the_rows_does_not_matter(bundled):
    table = pd.read_csv(taxonomy.BUNDLED_NODES, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    edges = pd.read_csv(taxonomy.BUNDLED_CHAINS, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    turned = taxonomy.load(table[::-1], edges[::-1])
    assert turned.codes == bundled.codes
    assert turned.edges == bundled.edges
    assert turned.aliases == bundled.aliases
    assert (turned.levels.pairs.key == bundled.levels.pairs.key).all()
    assert (turned.levels.level == bundled.levels.level).all()


def test_names_fall_back_to_the_other_language_and_then_to_the_code():
    table = pd.DataFrame(
        {
            "code": ["A", "B", "C", "D"],
            "name_zh": ["甲", None, float("nan"), "丁"],
            "name_en": ["", "two", "-", "four"],
        }
    )
    built = taxonomy.load(table)
    assert [built.name(node, "en") for node in range(4)] == ["甲", "two", "C", "four"]
    assert [built.name(node, "zh") for node in range(4)] == ["甲", "two", "C", "丁"]


def test_a_taxonomy_needs_no_parents_aliases_or_chains():
    built = taxonomy.load(pd.DataFrame({"code": ["1", "2"], "name_en": ["one", "two"]}))
    assert (built.edges, built.parents) == ((), ((), ()))


def test_codes_are_compared_without_case():
    built = taxonomy.load(nodes(("A", "", "甲", ""), ("b", "a", "乙", "")), chains())
    assert built.parents[1] == (0,)


def test_goods_and_whole_sectors_are_sold():
    table = {
        "code": ["A", "A1", "A2"],
        "parent": ["", "A", "A"],
        "name_en": list("xyz"),
        "goods": ["", "yes", ""],
    }
    built = taxonomy.load(table)
    assert [built.is_sold(node) for node in range(3)] == [True, True, False]


def test_words_of_trades_are_aliases_unless_they_say_something_else():
    def aliases(*rows):
        return taxonomy.load(nodes(*rows)).aliases

    it = "IT", "", "甲", ""
    assert aliases(it, ("B", "", "乙", ""))["信创"] == 1
    assert "信创" not in aliases(it, ("B", "", "信创", ""))
    assert "信创" not in aliases(it, ("信创", "", "乙", ""))
    several = vocabulary().words["鞋服"]
    assert len(several) == 2
    assert "鞋服" not in aliases(*((code, "", f"甲{code}", "") for code in several))


def test_rows_of_a_file_that_end_early_have_empty_cells(tmp_path):
    file = tmp_path / "taxonomy.csv"
    file.write_text("code,name_en,aliases\nA,wine,vin\nB,beer\nC\n", encoding="utf-8")
    assert taxonomy.read_table(file) == {
        "code": ["A", "B", "C"], "name_en": ["wine", "beer", ""], "aliases": ["vin", "", ""],
    }  # fmt: skip


def test_the_arrays_cannot_be_written_to(bundled):
    levels = bundled.levels
    for array in (levels.level, levels.pairs.key, bundled.too_broad, bundled.goods):
        with pytest.raises(ValueError):
            array[0] = 3


# Refusals.


def test_a_missing_column_is_named():
    with pytest.raises(AnalysisError, match="name_zh / name_en"):
        taxonomy.load(pd.DataFrame({"code": ["A"]}))
    with pytest.raises(AnalysisError, match="downstream"):
        taxonomy.load(nodes(("A", "", "甲", "")), pd.DataFrame({"upstream": []}))


@pytest.mark.parametrize(
    ("rows", "edges", "words"),
    [
        ([("A", "", "甲", ""), ("a", "", "乙", "")], [], "a occurs in two rows"),
        ([("A", "X", "甲", "")], [], "parent X of A"),
        ([("A", "B", "甲", ""), ("B", "A", "乙", "")], [], "form a cycle of parents: A → B → A"),
        ([("A", "A", "甲", "")], [], "form a cycle of parents: A → A"),
        ([("A", "", "甲", ""), ("B", "", "乙", "甲")], [], "“甲” belongs to several nodes: A, B"),
        ([("A", "", "甲", "Ｘ"), ("B", "", "乙", "x")], [], "belongs to several nodes: A, B"),
        ([("A", "", "甲", "B"), ("B", "", "乙", "")], [], "belongs to several nodes: A, B"),
        ([("A", "", "甲", "gbt:2710"), ("B", "", "乙", "gbt:271")], [], "belongs to several nodes: A, B"),
        ([("", "", "甲", "")], [], "“甲” has no code"),
        ([("A|B", "", "甲", "")], [], "code A|B holds “|”"),
        ([("A｜B", "", "甲", "")], [], "code A｜B holds “|”"),
        ([("A", "", "甲", "")], [("A", "Y")], "A → Y names unknown nodes: Y"),
        ([("A", "", "甲", "")], [("A", "A")], "joins a node with itself or with its ancestor"),
        ([("A", "", "甲", ""), ("B", "A", "乙", "")], [("A", "B")], "joins a node with itself or with its"),
        ([("A", "", "甲", ""), ("B", "", "乙", "")], [("A", "B"), ("B", "A")], "cycle: A → B → A"),
        ([("A", "", "甲", ""), ("B", "", "乙", "")], [("A", "B"), ("A", "B")], "occurs in two rows"),
    ],
)
def test_what_cannot_be_used_is_refused_with_its_place(rows, edges, words):
    found = problems(nodes(*rows), chains(*edges))
    assert len(found) == 1
    assert words in found[0]


def test_all_problems_come_in_one_error():
    found = problems(
        nodes(
            ("A", "B", "甲", ""),
            ("B", "A", "乙", "甲"),
            ("C", "Z", "丙", ""),
            ("D", "E", "丁", ""),
            ("E", "D", "戊", ""),
        ),
        chains(("C", "Q"), ("A", "C"), ("C", "A")),
    )
    assert len(found) == 6
    text = "\n".join(found)
    for words in ("parent Z", "A → B → A", "D → E → D", "“甲”", "C → Q", "A → C → A"):
        assert words in text


def test_a_cycle_is_found_behind_nodes_in_order():
    found = problems(
        nodes(("B", "A", "乙", ""), ("A", "", "甲", ""), ("C", "D", "丙", ""), ("D", "C", "丁", ""))
    )
    assert found == ["These nodes form a cycle of parents: C → D → C."]


def test_the_same_label_twice_on_one_node_is_no_problem():
    assert len(taxonomy.load(nodes(("A", "", "甲", "甲|Ａ|a")))) == 1


# From text to nodes.


@pytest.mark.parametrize(("text", "codes", "by"), expectations())
def test_a_text_finds_the_nodes_it_means(bundled, text, codes, by):
    found = industries.resolve(text, bundled, PLACES)
    assert ("|".join(bundled.codes[node] for node in found.nodes), found.by) == (codes, by)


@pytest.mark.parametrize("text", [None, float("nan"), "", " ", "-", "…", "、"])
def test_nothing_is_unresolved(bundled, text):
    assert industries.resolve(text, bundled) == industries.Resolution()


@pytest.mark.parametrize("node", range(0, 447, 7))
def test_names_and_codes_of_a_node_find_it_before_anything_else(bundled, node):
    for text in (bundled.codes[node], bundled.names_zh[node], bundled.names_en[node]):
        assert industries.resolve(text, bundled).nodes == (node,)


def test_surer_steps_have_smaller_ranks(bundled):
    texts = [
        "IT.CHIP",
        "gbt:3973",
        "gbt:39739",
        "集成电路",
        "半导体",
        "集成电路产业集群",
        "半导体、激光",
        "半导体、呜呜",
        "某某半导体",
        "呜呜",
    ]
    ranks = [industries.resolve(text, bundled).rank for text in texts]
    assert ranks == [10, 20, 21, 30, 40, 50, 60, 70, 80, 100]


def test_pieces_that_are_not_understood_are_kept(bundled):
    assert industries.resolve("女装、呜呜、哈哈", bundled).rest == ("呜呜", "哈哈")


def test_keywords_can_be_switched_off(bundled):
    assert industries.resolve("住宅家具", bundled, keywords=False) == industries.Resolution()


def test_a_place_is_taken_off_only_if_it_is_known(bundled):
    assert industries.resolve("昆山模具", bundled, keywords=False).nodes == ()
    known = industries.place_names(["昆山"])
    assert industries.resolve("昆山模具", bundled, known, keywords=False).by == "suffix"


def test_distinct_texts_are_resolved_once(bundled):
    found = industries.resolve_all(["女装", "女装", "苏州女装"], bundled, ["苏州"])
    assert list(found) == ["女装", "苏州女装"]
    assert found["苏州女装"].by == "suffix"


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("gbt:3973", ("gbt", "3973")),
        ("GBT：Ｃ３９７３", ("gbt", "3973")),
        ("gbt:2770", ("gbt", "277")),
        ("gbt:30", ("gbt", "30")),
        ("hs:1510", ("hs", "1510")),
        ("nace:C26.11", ("nace", "2611")),
        ("sei:1.2.10", ("sei", "1.2.10")),
        ("集成电路", None),
        ("3973", None),
    ],
)
def test_codes_of_other_schemes_are_read_in_one_form(text, pair):
    assert scheme_code(text) == pair


def test_labels_are_compared_as_normalised(bundled):
    assert all(label == normalise(label) for label in [*bundled.names, *bundled.aliases])
