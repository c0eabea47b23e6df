"""What was not understood is listed, and the list with codes filled in mends it."""

from dataclasses import replace
from difflib import SequenceMatcher
from types import SimpleNamespace

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.suggestions import LEAST_SIMILARITY, MOST, Suggestions
from clusterbelt.processing.analysis.industries.user_aliases import AliasError, read_aliases, with_aliases
from clusterbelt.processing.analysis.matching.check_table import BELT, CLUSTER, COLUMNS, check_table
from clusterbelt.processing.analysis.matching.industry_sets import read_industries
from clusterbelt.processing.analysis.messages import AnalysisError
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.places.citytable import AsWritten, CityTable
from clusterbelt.processing.analysis.places.resolving import Aliased
from clusterbelt.processing.analysis.places.shared import split_shared
from hypothesis import given
from hypothesis import strategies as st


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


@pytest.fixture(scope="module")
def gazetteer():
    return registry.gazetteer()


def aliases(*rows):
    """A table from (text, code[, kind])."""
    return pd.DataFrame([(*row, "industry")[:3] for row in rows], columns=["text", "code", "kind"])


def check(made, clusters, belts, cities=None):
    read = read_industries([clusters, belts], made)
    return check_table(read, (CLUSTER, BELT), cities or {}, made).rows()


def places(*rows):
    return pd.DataFrame(rows, columns=["text", "by", "candidates"])


# The table.


def test_a_row_a_text_with_its_rows_and_why_the_most_frequent_first(bundled):
    rows = check(bundled, ["呜呜", "女装、哈哈", "集成电路"], ["住宅家具", "呜呜", "呜呜", "女装", None, "-"])
    assert [(r["text"], r["code"], r["role"], r["count"], r["why"]) for r in rows] == [
        ("呜呜", None, "both", 3, "unresolved"),
        ("住宅家具", "FURN", "belt", 1, "keyword"),
        ("哈哈", None, "cluster", 1, "split_part"),
    ]
    assert [r["example"] for r in rows] == ["呜呜", "住宅家具", "女装、哈哈"]
    assert {r["kind"] for r in rows} == {"industry"}


def test_texts_of_equal_rows_stand_by_kind_of_row_then_by_text(bundled):
    cities = {BELT: places(("乙", "unknown", ""), ("甲", "unknown", ""))}
    rows = check(bundled, ["呜乙", "呜甲", "呜丙"], ["呜丁"], cities)
    assert [(r["kind"], r["text"]) for r in rows] == [
        *[("city", text) for text in sorted("甲乙")],
        *[("industry", text) for text in sorted(("呜乙", "呜甲", "呜丙", "呜丁"))],
    ]


def test_industries_that_say_nothing_or_stand_in_no_row_are_passed_over(bundled):
    assert [r["text"] for r in check(bundled, ["呜呜", "-", " ", "哈哈"], [])] == ["呜呜", "哈哈"]
    read = read_industries([["嘻嘻", "呜呜"], ["呜呜"]], bundled)
    read = replace(read, columns=read.columns[1:])
    assert [r["text"] for r in check_table(read, (CLUSTER,), {}, bundled).rows()] == ["呜呜"]


@pytest.mark.parametrize("nothing", [("", "unknown", ""), ("丙", "missing", ""), (None, "missing", "")])
def test_cities_that_say_nothing_are_passed_over(bundled, nothing):
    cities = {CLUSTER: places(("甲", "unknown", ""), nothing, ("乙", "unknown", ""))}
    assert sorted(r["text"] for r in check(bundled, [], [], cities)) == sorted("甲乙")


def test_spellings_of_one_text_are_one_row(bundled):
    (row,) = check(bundled, ["ＸＹＺＺＹ"], ["xyzzy", " Xyzzy "])
    assert (row["text"], row["count"], row["role"]) == ("Xyzzy", 3, "both")


def test_a_text_that_stands_alone_and_in_a_list_is_unresolved(bundled):
    (row,) = check(bundled, ["女装、哈哈"], ["哈哈", "哈哈"])
    assert (row["why"], row["count"]) == ("unresolved", 3)


def test_cities_that_are_not_known_are_listed_with_what_they_could_be(bundled):
    cities = {
        "cluster": places(("朝阳区", "ambiguous", "北京市 110000, 长春市 220100"), (None, "missing", "")),
        "belt": places(("朝阳区", "ambiguous", "北京市 110000, 长春市 220100"), ("某地", "unknown", "")),
    }
    rows = check(bundled, [], [], cities)
    assert [(r["text"], r["kind"], r["role"], r["count"], r["why"], r["suggest"]) for r in rows] == [
        ("朝阳区", "city", "both", 2, "ambiguous", "北京市 110000, 长春市 220100"),
        ("某地", "city", "belt", 1, "unknown", None),
    ]


def test_a_table_without_rows_has_its_columns(bundled):
    read = read_industries([[]], bundled)
    assert list(check_table(read, (CLUSTER,), {}, bundled).columns) == list(COLUMNS)
    assert all(len(name) <= 10 for name in COLUMNS)


@given(
    st.permutations(["呜呜", "呜呜", "住宅家具", "女装、哈哈", "集成电路", "xyzzy", "XYZZY"]),
    st.integers(0, 7),
)
def test_the_order_of_the_rows_does_not_matter(texts, cut):
    made = taxonomy.read()
    rows = check(made, texts[:cut], texts[cut:])
    assert [row["text"] for row in rows] == [row["text"] for row in check(made, [], sorted(texts))]


# Suggestions.


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("航空航天与某某的部件", ["EQ.AERO"]),
        ("半导体用某某照明某", ["IT.CHIP", "LIGHT"]),
        ("integrated circuit", ["IT.CHIP"]),
        ("thai openai", []),
        ("某某", []),
        ("", []),
    ],
)
def test_labels_inside_a_text_are_suggested_and_labels_nearly_like_it(bundled, text, codes):
    assert [bundled.codes[node] for node in Suggestions(bundled).nodes(text)] == codes


@given(
    st.lists(st.text("abcd", min_size=2, max_size=12), unique=True, min_size=1), st.text("abcd", max_size=12)
)
def test_labels_nearly_like_a_text_are_those_that_a_comparison_with_each_finds(labels, text):
    numbered = {label: number for number, label in enumerate(labels)}
    suggestions = Suggestions(SimpleNamespace(aliases=numbered, names={}))
    for asked in (text, labels[0], labels[0][1:], labels[0] + "d", labels[0][::-1]):
        alike = {label: SequenceMatcher(None, label, asked, autojunk=False).ratio() for label in labels}
        best = sorted((-ratio, label) for label, ratio in alike.items() if ratio >= LEAST_SIMILARITY)
        assert suggestions.nodes(asked) == tuple(numbered[label] for _, label in best)[:MOST]


def test_suggestions_are_written_with_their_names(bundled):
    assert Suggestions(bundled, "zh").write("女装的某某") == "TEX.APP.W 女装"
    assert Suggestions(bundled).write("女装的某某", without=(bundled.code_index["tex.app.w"],)) == ""


# The table of aliases.


def test_texts_mean_the_nodes_that_were_given(bundled):
    given_codes = read_aliases(
        aliases(("呜呜", "AUTO|it.chip"), ("Ｘ  光", "BIO.DEV"), ("哈哈", ""), ("嘻嘻", None))
    )
    made = with_aliases(bundled, given_codes.industries)
    found = {text: resolution.resolve(text, made) for text in ("呜呜", "x 光", "哈哈", "呜呜、女装")}
    codes = {text: [made.codes[node] for node in result.nodes] for text, result in found.items()}
    assert codes == {
        "呜呜": ["AUTO", "IT.CHIP"],
        "x 光": ["BIO.DEV"],
        "哈哈": [],
        "呜呜、女装": ["AUTO", "IT.CHIP", "TEX.APP.W"],
    }
    assert (found["呜呜"].by, found["呜呜、女装"].by) == ("alias", "split")


@pytest.mark.parametrize("text", ["住宅家具", "女装、呜呜", "女装", "gbt:3973"])
def test_an_alias_beats_keywords_lists_names_and_schemes(bundled, text):
    made = with_aliases(bundled, read_aliases(aliases((text, "AUTO"))).industries)
    found = resolution.resolve(text, made)
    assert [made.codes[node] for node in found.nodes] == ["AUTO"] and found.by == "alias"


def test_an_exact_code_beats_an_alias(bundled):
    made = with_aliases(bundled, read_aliases(aliases(("IT.CHIP", "AUTO"))).industries)
    assert resolution.resolve("it.chip", made).by == "code"


def test_unknown_codes_are_an_error_that_lists_them(bundled):
    with pytest.raises(AliasError) as caught:
        with_aliases(bundled, read_aliases(aliases(("呜呜", "AUTO|NO.1"), ("哈哈", "NO.2"))).industries)
    assert [(p.values["text"], p.values["code"]) for p in caught.value.problems] == [
        ("呜呜", "NO.1"),
        ("哈哈", "NO.2"),
    ]


def test_what_cannot_be_read_is_refused_at_once():
    with pytest.raises(AliasError) as caught:
        read_aliases(
            aliases(
                ("甲", "A"), ("甲", "B"), ("甲", "A"), ("", "C"), ("乙", "D", "town"), ("甲", "B", "city")
            )
        )
    assert [problem.values["row"] for problem in caught.value.problems] == [2, 4, 5]
    with pytest.raises(AnalysisError, match="no column code"):
        read_aliases(pd.DataFrame({"text": ["甲"]}))


def test_the_other_columns_may_be_missing_and_codes_may_be_numbers():
    assert read_aliases(pd.DataFrame({"text": ["甲"], "code": [39.0]})).industries == {"甲": ("39",)}


def test_the_table_mends_what_it_lists(bundled):
    texts = ["呜呜", "女装、哈哈", "住宅家具", "呵呵"]
    rows = check(bundled, texts, [])
    assert len(rows) == 4
    filled = pd.DataFrame(rows)
    assert read_aliases(filled).industries == {"住宅家具": ("FURN",)}
    filled.loc[filled["text"] == "呜呜", "code"] = "AUTO"
    filled.loc[filled["text"] == "哈哈", "code"] = "TOY|BABY"
    made = with_aliases(bundled, read_aliases(filled).industries)
    assert [row["text"] for row in check(made, texts, [])] == ["呵呵"]


# Cities.


def test_a_city_alias_serves_where_the_list_of_cities_does_not(gazetteer):
    made = Aliased(gazetteer, {"朝阳区": ("220100",), "某地": ("广州市",)})
    found = made.resolve_all(["朝阳区", "朝阳区", "某地", "别处"], ["", "北京", "", ""])
    assert found["code"].tolist()[:3] == ["220100", "110000", "440100"]
    assert found["by"].tolist() == ["alias", "county", "alias", "unknown"]
    assert made.resolve_code("440100").code == "440100"


def test_one_name_may_stand_for_several_cities(gazetteer):
    made = Aliased(gazetteer, {"广佛惠": ("440100", "440600", "441300")})
    frame = split_shared(["a"], ["广佛惠"], gazetteer=made).frame
    assert frame["cb_city"].tolist() == ["广州市", "佛山市", "惠州市"]
    assert frame["cb_shared"].tolist() == [3, 3, 3]
    assert made.resolve("广佛惠").by == "ambiguous"


def test_aliases_serve_cities_of_any_country():
    own = CityTable(["Paris", "Lyon"], [2.3, 4.8], [48.8, 45.7], ["P", "L"])
    made = Aliased(own, {"both": ("P", "L"), "lutetia": ("P",)})
    assert made.resolve("Lutetia").name == "Paris"
    assert made.resolve_all(next(iter(made.expand(["both"]))).split("|"))["code"].tolist() == ["P", "L"]
    assert Aliased(AsWritten(), {"lutetia": ("Paris",)}).resolve("Lutetia").code == "paris"


def test_city_codes_that_do_not_exist_are_listed(gazetteer):
    with pytest.raises(AnalysisError, match=r"999999 \(某地\), Atlantis \(那里\)"):
        Aliased(gazetteer, {"某地": ("999999",), "那里": ("Atlantis",)})


def test_texts_of_further_columns_stand_in_no_row(bundled):
    read = read_industries([["呜呜"], [], ["never seen"]], bundled)
    assert check_table(read, (CLUSTER, BELT), {}, bundled)["text"].tolist() == ["呜呜"]
