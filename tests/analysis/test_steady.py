"""Whether a relation of PostgreSQL gives every statement the same rows, told by plans as the server writes them."""

import json

import pytest
from clusterbelt.processing.analysis.sql.steady import is_steady

TABLE = {"Node Type": "Seq Scan", "Relation Name": "firms", "Output": ["id", "upper(name)"]}


def server(plan, changing=(), asked=None):
    """A server that explains every query alike and knows which functions give another value each time."""

    def run(query):
        if asked is not None:
            asked.append(query)
        if query.startswith("EXPLAIN"):
            return [(plan,)]
        return [(name,) for name in changing if f"'{name}'" in query]

    return run


def above(plan, **more):
    return [{"Plan": {"Node Type": "Hash Join", "Plans": [{"Node Type": "Result"}, {**plan, **more}]}}]


@pytest.mark.parametrize("written", [lambda plan: plan, json.dumps], ids=["read", "text"])
@pytest.mark.parametrize(
    ("more", "steady"),
    [
        ({}, True),
        *(({"Node Type": node}, False) for node in ("Sample Scan", "Limit", "Unique", "WindowAgg")),
        ({"Alias": "Limit"}, True),
        ({"Output": ["id", "string_agg(name, ','::text)"]}, False),
        ({"Output": ["array_agg(name)"]}, False),
        ({"Output": ["random()"]}, False),
        ({"Filter": "(random() < 0.5)"}, False),
        ({"Filter": '(public."An ""odd"" one"(id) > 1)'}, False),
        ({"Filter": "(sum_of(id) > 1)"}, True),
    ],
)
def test_what_depends_on_chance_or_order_is_not_steady(written, more, steady):
    run = server(written(above(TABLE, **more)), ("random", 'An "odd" one'))
    assert is_steady(run, "firms", "") == steady


def test_rows_without_functions_are_steady_and_the_server_is_asked_once():
    asked = []
    assert is_steady(
        server(above({"Node Type": "Seq Scan", "Output": ["id"]}), asked=asked), "(SELECT 1)", "a > 1"
    )
    (query,) = asked
    assert "FROM (SELECT 1) AS t WHERE (a > 1)" in query
    asked.clear()
    assert is_steady(server(above(TABLE), asked=asked), "firms", "")
    assert "FROM firms WHERE (TRUE)" in asked[0] and "IN ('upper')" in asked[1]
