"""The table of fields: complete, within the bounds of file formats, in both languages."""

import re
import runpy
from pathlib import Path

import pytest
from clusterbelt.processing.analysis import fields
from clusterbelt.processing.analysis.matching import statuses

ROOT = Path(__file__).resolve().parents[2]
TABLES = list(fields.tables().values())


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_has_a_short_key_a_kind_words_and_a_meaning(table):
    assert table.fields and all(table.title)
    both = (*table.labels, *table.fields)
    assert len({field.key for field in both}) == len(both)
    for field in both:
        assert re.fullmatch(r"[a-z][a-z0-9_]{0,9}", field.key) or table.name == "judgements"
        assert field.kind in ("", *fields.KINDS)
        assert field.digits is None or field.kind == fields.DOUBLE
        assert all(field.alias) and all(field.meaning), field.key


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_no_two_fields_of_a_table_are_called_the_same(table, language):
    aliases = [field.alias.say(language) for field in (*table.labels, *table.fields)]
    assert len(set(aliases)) == len(aliases)


def test_the_fields_that_layers_are_read_by_are_called_as_in_the_literature():
    clusters = fields.table("clusters")
    called = {key: tuple(clusters.find(key).alias) for key in ("cb_city", "cb_citycd", "cb_status", "cb_rel")}
    assert called == {
        "cb_city": ("City", "城市"),
        "cb_citycd": ("City code", "城市代码"),
        "cb_status": ("Status", "状态"),
        "cb_rel": ("Relation", "关系"),
    }
    summary = fields.table("summary")
    assert [summary.find(key).alias.en for key in statuses.ordered()] == [
        "Matched", "Adjacent", "Unmatched", "Unresolved",
    ]  # fmt: skip


def test_the_python_names_of_the_keys_are_those_of_the_table():
    named = {value for name, value in vars(fields).items() if name.startswith("CB_")}
    listed = {key for table in TABLES for key in table.keys if key.startswith("cb_")}
    assert named <= listed


def test_chinese_words_are_chinese_and_english_ones_are_not():
    for table in TABLES:
        for field in (*table.labels, *table.fields):
            assert not re.search("[\u4e00-\u9fff]", field.alias.en + field.meaning.en), field.key


def test_a_field_is_found_whatever_its_capitals():
    assert fields.table("clusters").find("CB_Status").alias.say("zh") == "状态"
    assert fields.table("clusters").find("status") is None
    assert fields.table_of("matchclusters", "PAIRS") is fields.table("pairs")
    assert fields.table_of("matchlayout", "OUTPUT") is None


def test_the_page_of_fields_is_up_to_date():
    scope = runpy.run_path(str(ROOT / "scripts" / "make_field_tables.py"))
    assert scope["PAGE"].read_text(encoding="utf-8") == scope["page"](TABLES)


@pytest.mark.parametrize("language", ["en", "zh"])
def test_columns_of_statuses_are_called_like_the_statuses(language):
    for name in ("summary", "composition_cities"):
        for status in statuses.ordered():
            assert fields.table(name).find(status).alias.say(language) == statuses.label(status, language)


@pytest.mark.parametrize(("language", "between", "behind"), [("en", " – ", ": "), ("zh", "：", "；")])
def test_a_field_is_explained_with_the_marks_of_the_language(language, between, behind):
    field = TABLES[0].fields[0]
    parts = field.key, between, field.alias.say(language), behind, field.meaning.say(language)
    assert field.explained(language) == "".join(parts)
