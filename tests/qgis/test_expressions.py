"""The functions for expressions: what they know, and that they never stop a layer."""

import re

import pytest
from clusterbelt.processing import expressions
from making import table
from qgis.core import QgsExpression, QgsExpressionContext, QgsExpressionContextUtils


def value(text):
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    found = expression.evaluate(QgsExpressionContext())
    assert not expression.hasEvalError(), expression.evalErrorString()
    return found


@pytest.mark.parametrize(
    "text, expected",
    [
        ("cb_city('深圳宝安区')", "深圳市"),
        ("cb_citycode('深圳宝安区')", "440300"),
        ("cb_citycode('朝阳区')", None),
        ("cb_citycode('朝阳区', '北京')", "110000"),
        ("cb_citycode('莱芜市', null, 2018)", "371200"),
        ("cb_citycode('莱芜市', '山东', 2020)", "370100"),
        ("cb_city('nowhere at all')", None),
        ("cb_city(null)", None),
        ("cb_city(17)", None),
        ("cb_city(440300.0)", "深圳市"),
        ("cb_city(array('深圳'))", "深圳市"),
        ("cb_city(array('深圳', '广州'))", None),
        ("cb_city(array())", None),
        ("cb_city(map('a', 1))", None),
        ("cb_city(make_point(1, 2))", None),
        ("cb_city(rpad('深圳', 100000, '深圳'))", None),
        ("cb_citycode('莱芜市', null, to_date('2018-01-01'))", "371200"),
        ("cb_citycode('莱芜市', null, to_datetime('2020-01-01 00:00:00'))", "370100"),
        ("cb_citycode('朝阳区', array('北京'))", "110000"),
        ("cb_citycode('朝阳区', map())", None),
        ("cb_industry(array('女装', null))", "TEX.APP.W"),
        ("cb_industry(map())", None),
        ("cb_relation(array('服装'), array('女装'))", "belt_within"),
        ("cb_relation(map(), '女装')", None),
        ("cb_relation('服装', make_point(1, 2))", None),
        ("cb_status_word(array(1, map()))", None),
        ("cb_status_word(map())", None),
        ("cb_industry('服装')", value),
        ("cb_industry('')", None),
        ("cb_relation('服装', '女装')", "belt_within"),
        ("cb_relation('女装', '服装')", "cluster_within"),
        ("cb_relation(cb_industry('服装'), '服装')", "same"),
        ("cb_relation('服装', 'xyzzy')", None),
        ("cb_relation(null, null)", None),
        ("cb_status_word('matched')", "Matched"),
        ("cb_status_word('belt_within')", "belt within the cluster's industry"),
        ("cb_status_word('nonsense')", None),
        ("cb_status_word(null)", None),
    ],
)
def test_what_the_functions_say(text, expected):
    found = value(text)
    if callable(expected):
        assert isinstance(found, str) and found
    else:
        assert found == expected


def test_they_work_row_by_row_in_a_layer_with_nulls():
    layer = table([["北京市"], [None], ["???"]], ["city"])
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    expression, found = QgsExpression("cb_city(city)"), []
    for feature in layer.getFeatures():
        context.setFeature(feature)
        found.append(expression.evaluate(context))
    assert found == ["北京市", None, None] and not expression.hasEvalError()


def test_a_wrong_number_of_arguments_is_said():
    expression = QgsExpression("cb_city('a', 'b', 1, 2)")
    assert expression.hasParserError() or (
        expression.evaluate() is None and "1 to 3" in expression.evalErrorString()
    )


def test_each_has_a_help_whose_example_is_true(cluster_belt):
    ours = [f for f in QgsExpression.Functions() if f.group() == expressions.GROUP]
    assert [f.name() for f in ours] == [
        "cb_city",
        "cb_citycode",
        "cb_industry",
        "cb_relation",
        "cb_status_word",
    ]
    for function in ours:
        (example, said) = re.search(r"<code>(.*) → '(.*?)'[^<]*</code>", function.helpText()).groups()
        assert example.startswith(f"{function.name()}(") and value(example) == said


def test_they_go_with_the_provider(cluster_belt):
    functions = [f for f in QgsExpression.Functions() if f.group() == expressions.GROUP]
    expressions.unregister(functions)
    assert QgsExpression.functionIndex("cb_city") == -1
    cluster_belt.provider.functions = expressions.register()
    assert value("cb_citycode('北京')") == "110000"
