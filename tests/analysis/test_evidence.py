"""The sentences that explain a status, in both languages."""

import pandas as pd
import pytest
from clusterbelt.processing.analysis.industries import taxonomy
from clusterbelt.processing.analysis.industries.relation_kinds import RELATIONS
from clusterbelt.processing.analysis.matching import evidence, statuses
from clusterbelt.processing.analysis.matching import match as matching
from clusterbelt.processing.analysis.matching.rules import Rules
from clusterbelt.processing.analysis.messages import AnalysisError


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def explain(industries, cluster, belts, language, rules=Rules()):  # noqa: B008 - frozen
    """Evidence for a cluster industry in 苏州 with belts of (name, industry)."""
    clusters = pd.DataFrame(
        {"row": ["C#1"], "cluster": ["C"], "city": ["320500"], "city_name": ["苏州市"], "industry": [cluster]}
    )
    table = pd.DataFrame(belts, columns=["name", "industry"])
    table = table.assign(belt=range(len(table)), city="320500")
    return matching.match(clusters, table, industries, rules, language=language).columns["cb_evid"][0]


@pytest.mark.parametrize(
    ("cluster", "belts", "english", "chinese"),
    [
        (
            "集成电路",
            [("芯片带", "半导体")],
            "芯片带: Integrated circuits = Integrated circuits; both in 苏州市 [320500]",
            "芯片带：产业相同（集成电路）；同在苏州市 [320500]",
        ),
        (
            "纺织服装",
            [("女装带", "女装")],
            "女装带: Women's wear lies under Textiles and apparel, 2 levels: "
            "Women's wear < Apparel < Textiles and apparel; both in 苏州市 [320500]",
            "女装带：女装属于纺织服装，相隔2级：女装 < 服装 < 纺织服装；同在苏州市 [320500]",
        ),
        (
            "新能源汽车",
            [("汽车带", "汽车")],
            "汽车带: New-energy vehicles lies under Automobiles, 1 level: "
            "New-energy vehicles < Automobiles; both in 苏州市 [320500]",
            "汽车带：新能源汽车属于汽车，相隔1级：新能源汽车 < 汽车；同在苏州市 [320500]",
        ),
        (
            "服装",
            [("面料带", "面料")],
            "面料带: Textile fabrics → Apparel (belt upstream): "
            "edge Textile fabrics → Apparel, “fabrics”; both in 苏州市 [320500]",
            "面料带：纺织面料 → 服装（产业带在上游）：产业链“纺织面料 → 服装”（面料）；同在苏州市 [320500]",
        ),
        (
            "面料",
            [("服装带", "服装")],
            "服装带: Textile fabrics → Apparel (belt downstream): "
            "edge Textile fabrics → Apparel, “fabrics”; both in 苏州市 [320500]",
            "服装带：纺织面料 → 服装（产业带在下游）：产业链“纺织面料 → 服装”（面料）；同在苏州市 [320500]",
        ),
        (
            "家具",
            [("家具带", "住宅家具")],
            "家具带: Furniture = Furniture; both in 苏州市 [320500] [keyword]",
            "家具带：产业相同（家具）；同在苏州市 [320500] [关键词]",
        ),
        (
            "呜呜",
            [("甲", "呜呜")],
            "甲: the same words “呜呜”; both in 苏州市 [320500]",
            "甲：产业名称相同（呜呜）；同在苏州市 [320500]",
        ),
        (
            "女装",
            [("男装带", "男装"), ("玩具带", "玩具"), ("丙", "哈哈")],
            "3 belts in 苏州市 [320500], none related; nearest: 男装带 (Men's wear; common ancestor Apparel); "
            "1 not recognised",
            "苏州市 [320500]有3个产业带，均不相关；最接近的是男装带（男装，共同上级：服装）；其中1个未识别",
        ),
        (
            "女装",
            [("玩具带", "玩具")],
            "1 belt in 苏州市 [320500], none related; no common ancestor",
            "苏州市 [320500]有1个产业带，均不相关；没有共同上级",
        ),
        ("女装", [], "no belt in 苏州市 [320500]", "苏州市 [320500]没有产业带"),
        (
            "女装",
            [("丙", "哈哈"), ("丁", None)],
            "2 belts in 苏州市 [320500], not one with a recognised industry",
            "苏州市 [320500]有2个产业带，产业均未识别",
        ),
        (
            "呜呜",
            [("女装带", "女装")],
            "“呜呜” is not in the taxonomy, and no belt in 苏州市 [320500] bears the same words",
            "“呜呜”不在产业分类中，苏州市 [320500]也没有同名的产业带",
        ),
        (None, [("女装带", "女装")], "no industry is given", "没有填写产业"),
    ],
)
def test_every_reason_has_its_sentence_in_both_languages(bundled, cluster, belts, english, chinese):
    assert explain(bundled, cluster, belts, "en") == english
    assert explain(bundled, cluster, belts, "zh") == chinese


def test_two_hops_name_both_edges_and_a_lift_its_levels(bundled):
    text = explain(bundled, "集成电路", [("化工带", "化工")], "en", Rules(max_hops=2))
    assert "“electronic chemicals”, then edge Electronic materials → Integrated circuits" in text
    text = explain(bundled, "节能环保", [("泵带", "泵阀")], "en", Rules(lift=1))
    assert text.startswith(
        "泵带: Pumps and valves → Energy saving and environmental protection (belt upstream)"
    )
    assert "; lifted 1 level;" in text
    assert "；上提1级；" in explain(bundled, "节能环保", [("泵带", "泵阀")], "zh", Rules(lift=1))


@pytest.mark.parametrize(
    ("text", "candidates", "english", "chinese"),
    [
        ("鼓楼区", "南京市、徐州市", "“鼓楼区” could be 南京市、徐州市", "“鼓楼区”可能是南京市、徐州市"),
        ("乌托邦", "", "“乌托邦” is not in the gazetteer", "“乌托邦”不在地名表中"),
        ("", "", "no city is given", "没有填写城市"),
    ],
)
def test_an_unknown_city_is_told_with_what_it_could_be(text, candidates, english, chinese):
    assert evidence.city_unresolved(text, candidates, "en") == english
    assert evidence.city_unresolved(text, candidates, "zh") == chinese


def test_the_text_of_an_unknown_city_reaches_the_sentence(bundled):
    clusters = pd.DataFrame(
        {
            "row": ["1"],
            "cluster": ["1"],
            "city": [None],
            "city_text": ["鼓楼区"],
            "candidates": ["南京市、徐州市"],
            "industry": ["女装"],
        }
    )
    belts = pd.DataFrame({"belt": [], "city": [], "industry": []})
    columns = matching.match(clusters, belts, bundled).columns
    assert columns["cb_evid"].tolist() == ["“鼓楼区” could be 南京市、徐州市"]


def test_a_city_whose_key_is_its_name_is_named_once():
    assert evidence.place("Lyon", "Lyon") == "Lyon"
    assert evidence.place("苏州市", "320500") == "苏州市 [320500]"


def test_a_belt_without_a_name_is_called_by_its_identifier(bundled):
    assert explain(bundled, "女装", [(None, "女装")], "en").startswith("0: ")


def test_no_template_leaves_a_language_out():
    with pytest.raises(AnalysisError, match="de"):
        evidence.sentence("no_city", "de")


@pytest.mark.parametrize("key", [*statuses.ordered(), *RELATIONS, *statuses.reasons()])
def test_every_key_has_a_label_in_both_languages(key):
    assert statuses.label(key, "en").isascii()
    assert not statuses.label(key, "zh").isascii()


def test_the_statuses_have_the_words_of_the_study():
    assert [statuses.label(key, "zh") for key in statuses.ordered()] == ["匹配", "相近", "不匹配", "未识别"]


def test_an_unknown_key_has_no_label():
    with pytest.raises(AnalysisError, match="nearly"):
        statuses.label("nearly")


@pytest.mark.parametrize(
    ("reason", "status"),
    [
        ("same", "matched"),
        ("cluster_within", "matched"),
        ("belt_downstream", "adjacent"),
        ("belts_only_before", "unmatched"),
        ("belts_unresolved", "unresolved"),
    ],
)
def test_the_reason_decides_the_status(reason, status):
    assert statuses.of_reason(reason) == status
