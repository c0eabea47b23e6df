"""Which field says how much of something each row has."""

import pytest
from clusterbelt.processing.analysis.weight_fields import weight_field


@pytest.mark.parametrize(
    ("table", "weight"),
    [
        ({"city": ["1"], "year": ["2012"], "gdp": ["7500"], "emp": ["842"]}, "gdp"),
        ({"地市": ["1"], "季度": ["1"], "增加值": ["3,012"]}, "增加值"),
        ({"GDP增速": ["7.5"], "人均GDP": ["3"], "GDP（亿元）": ["42"]}, "GDP（亿元）"),
        ({"gdp": ["7500"], "weight": ["2"]}, "weight"),
        ({"gdp": ["7500", "x"], "employees": ["3"]}, "employees"),
        ({"value_added": ["-1"], "sales": [None]}, ""),
        ({"cb_value": ["1"], "id": ["1"], "x": ["120.5"], "rank": ["3"], "employment rate": ["3"]}, ""),
        ({}, ""),
    ],
)
def test_what_says_how_much_is_in_a_place_is_likely_a_weight(table, weight):
    told = weight_field(list(table), table, lambda text: text.replace(",", "").lstrip("-").isdigit())
    assert told == weight
