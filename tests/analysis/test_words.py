"""The catalogue of words: complete in both languages, nothing unused, and the only home of Chinese in results."""

import ast
import re
from pathlib import Path

import pytest
from clusterbelt.processing.analysis import words
from clusterbelt.processing.analysis.messages import AnalysisError

ROOT = Path(__file__).resolve().parents[2]
ENTRIES = [(room, key, pair) for room, pairs in words._catalogue().items() for key, pair in pairs.items()]
# Who says the words of a room.
SPEAKERS = {
    "common": (
        "processing/analysis/industries",
        "processing/cartography",
        "processing/report",
        "resources/report",
    ),
    "direction": ("processing/analysis/distribution",),
    "evidence": ("processing/analysis/matching", "processing/analysis/industries"),
    "map": ("processing/cartography", "ui/actions/presets.py"),
    "networks": ("processing/analysis/networks",),
    "relation": ("processing/analysis/industries",),
    "value": ("processing/analysis/matching/bases.py", "processing/analysis/industries/steps.py"),
    "virtual": ("processing/cartography", "processing/report"),
    "report": ("processing/report", "processing/analysis", "processing/algorithms", "resources/report"),
}
# Chinese that is read or looked for, not written: what people write in tables, units, how texts are taken apart.
READERS = (
    "processing/analysis/places",
    "processing/analysis/industries",
    "processing/analysis/matching/class_order.py",
    "processing/analysis/distribution/periods.py",
    "processing/analysis/distribution/year_names.py",
    "processing/analysis/guessing.py",
    "processing/analysis/weight_fields.py",
    "processing/analysis/table_kinds.py",
    "processing/analysis/text.py",
    "processing/analysis/times.py",
    "processing/expressions.py",
    "processing/layers/reading/headers.py",
)


def source_of(places):
    """All code and templates under some places as one text."""
    paths = [ROOT / place for place in places]
    files = [
        f for path in paths for f in ([path] if path.is_file() else path.rglob("*.*")) if f.suffix != ".pyc"
    ]
    return "\n".join(file.read_text(encoding="utf-8") for file in sorted(files))


@pytest.mark.parametrize(("room", "key", "pair"), ENTRIES, ids=lambda value: str(value)[:30])
def test_both_languages_tell_the_same_facts(room, key, pair):
    assert all(pair), key
    assert set(re.findall(r"{(\w+)", pair.en)) >= set(re.findall(r"{(\w+)", pair.zh))
    assert not re.search("[\u4e00-\u9fff]", pair.en)


@pytest.mark.parametrize("room", SPEAKERS)
def test_no_word_is_kept_that_nobody_says(room):
    source = source_of(SPEAKERS[room])
    unsaid = [key for key in words._catalogue()[room] if not re.search(rf"\b{key}\b", source)]
    composed = ("rate_", "null_", "part_", "layer_", "scope_", "coupling_", "met_", "mode_", "kind_")
    # Some keys are put together: rate_m, null_cities, part_all, manual, counted words in the plural.
    assert not [key for key in unsaid if not key.startswith(composed) and key[:-1] not in source]


def test_each_room_has_its_speakers_and_none_is_foreign():
    assert set(SPEAKERS) == set(words._catalogue())


def test_a_language_without_words_is_refused():
    with pytest.raises(AnalysisError, match="LANGUAGE is “de”"):
        words.words_of("map", "de")


def test_the_key_of_a_word_is_found_in_any_language_and_not_for_words_of_the_user():
    assert words.key_of("产业带", "map") == words.key_of("Belts", "map") == "belts"
    assert words.key_of("my belts", "map") is None


def test_chinese_is_written_in_the_tables_of_words_only():
    """Results are worded by the catalogue and by the tables of statuses and fields, all else by Qt's translations."""
    for path in sorted([*(ROOT / "processing").rglob("*.py"), *(ROOT / "ui").rglob("*.py")]):
        name = path.relative_to(ROOT).as_posix()
        readers = (
            *READERS,
            "processing/algorithms/parameters/memberships.py",
        )  # roles that its texts may name
        if name.startswith(readers) or name == "processing/analysis/matching/statuses.py":
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        translated = {
            id(part)
            for node in ast.walk(tree)
            if isinstance(node, ast.Call)
            and getattr(node.func, "id", "") in ("translate", "QT_TRANSLATE_NOOP")
            for part in ast.walk(node)
        }
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in told | translated
            ):
                assert not re.search("[\u4e00-\u9fff]{2}", node.value), f"{name}:{node.lineno}"
