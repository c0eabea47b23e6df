"""Classes stand in one order wherever they are seen."""

import random

import pytest
from clusterbelt.processing.analysis.matching import statuses
from clusterbelt.processing.analysis.matching.class_order import in_class_order, in_order, natural_key


@pytest.mark.parametrize(
    "ordered",
    [
        ["2", "10", "1990"],
        ["第一批", "第二批", "第三批", "第四批", "第九批", "第十批", "第十一批", "第二十批", "第二十一批"],
        ["第2批", "第10批"],
        ["SEI", "INN", "AM", "other"],
        ["二〇一九年", "2020年", "二〇二一年"],
        ["batch 2", "Batch 3", "batch 10"],
        ["2019-2", "2019-11", "2020-1"],
        ["a", "a1", "a1b", "b"],
        statuses.ordered(),
    ],
)
def test_classes_are_sorted_as_people_count(ordered):
    for seed in range(5):
        mixed = list(ordered)
        random.Random(seed).shuffle(mixed)
        assert in_order(mixed) == list(ordered)


@pytest.mark.parametrize(
    ("digits", "number"),
    [
        *((digit, number) for number, digit in enumerate("零一二三四五六七八九十")),
        ("〇", 0), ("十九", 19), ("三十", 30), ("四十五", 45), ("二〇一九", 2019), ("十十", 100), ("087", 87),
    ],
)  # fmt: skip
def test_numbers_in_a_text_are_numbers(digits, number):
    assert natural_key(f"第{digits}批") == (("第", number, "批"), f"第{digits}批")


def test_rows_without_a_class_come_behind_the_classes_and_the_sum_is_the_last():
    names = ["*", None, float("nan"), "b10", "b2"]
    found = [row["class"] for row in in_class_order([{"class": name} for name in names])]
    assert found[:2] == ["b2", "b10"] and found[-1] == "*" and not any(isinstance(x, str) for x in found[2:4])


def test_any_two_texts_can_be_compared():
    texts = ["", "1", "a", "a1", "1a", "a1b2", "一", "十十", "a 一", "²", "٣", "１２", "9" * 5000]
    assert len(sorted(texts, key=natural_key)) == len(texts)


def test_levels_come_from_the_highest_to_the_lowest():
    assert in_order(["市级", "县级", "国家级", "省级"]) == ["国家级", "省级", "市级", "县级"]
    assert in_order(["Provincial", "other", "National"]) == ["National", "Provincial", "other"]
