"""The words of trades and the classifications: each word once, none against the rules, every class decided."""

import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.grammar import grammar
from clusterbelt.processing.analysis.industries.table_cells import FOLDER, read_rows
from clusterbelt.processing.analysis.industries.vocabulary import (
    NO_NODE,
    SCHEMES,
    VAGUE,
    english_vocabulary,
    list_key,
    scheme_of_codes,
    vocabulary,
)
from clusterbelt.processing.analysis.places import registry
from clusterbelt.processing.analysis.text import normalise

ROOT = Path(__file__).resolve().parents[2]
WORDS = [
    row
    for file in ("words.csv", "words_en.csv")
    for row in read_rows(FOLDER / file, "text", "code", "kind", "year")
]
CLASSES = [
    (scheme, *row)
    for scheme, file in SCHEMES.items()
    for row in read_rows(FOLDER / file, "code", "name", "node")
]


@pytest.fixture(scope="module")
def bundled():
    return taxonomy.read()


def codes(nodes, made):
    return {made.codes[node] for node in nodes}


def test_there_are_words_by_the_thousand():
    assert sum(not text.isascii() for text, *_ in WORDS) > 10_000
    assert all(text and code and kind and year.isdecimal() for text, code, kind, year in WORDS)


def test_no_word_is_listed_twice_nor_a_label_of_the_taxonomy(bundled):
    table = taxonomy.read_table(taxonomy.BUNDLED_NODES)
    own = {normalise(name) for column in ("name_zh", "name_en", "code") for name in table[column]}
    own |= {normalise(alias) for cell in table["aliases"] for alias in cell.split("|")}
    counts = Counter(normalise(text) for text, *_ in WORDS)
    assert [word for word, count in counts.items() if count > 1] == []
    assert [word for word in counts if word in own] == []


def test_a_class_names_what_it_makes_unless_that_is_one_character():
    names = vocabulary().names
    assert {"光纤", "光缆", "光纤制造", "草种植"} <= names.keys()
    assert min(map(len, names)) == 2


def test_groups_that_are_lists_are_known_by_their_entries_but_divisions_are_not():
    lists = vocabulary().lists
    assert lists[list_key(["薯类种植", "油料", "豆类"])] == (
        "agri.grain.bean",
        "agri.oil",
        "agri.grain.tuber",
    )
    assert list_key(["黑色金属冶炼", "压延加工业"]) not in lists and list_key(["谷物种植"]) not in lists


def test_words_are_written_as_they_are_compared_but_for_capitals():
    assert [text for text, *_ in WORDS if normalise(text) != text.casefold()] == []


def test_no_word_is_a_place():
    places = resolution.place_names(registry.place_names())
    assert [text for text, *_ in WORDS if normalise(text) in places] == []


def test_every_code_is_one_of_the_taxonomy(bundled):
    assert vocabulary().used | english_vocabulary().used <= bundled.code_index.keys()
    heads = {code for head in grammar().heads.values() for code in (head.code, *head.keeps) if code}
    assert {code.lstrip("-") for code in heads} <= bundled.code_index.keys()


# Growing is no trade in what grew (山核桃种植), a whole machine is one of its field (新能源整车),
# 数字技术应用 and 芯片研发 are industries by name.
NAMED_BY_THEIR_TAIL = {
    "数字技术应用",
    "芯片研发",
    "卫星应用",
    "北斗应用",
    "卫星导航应用",
    "商业卫星应用",
    "卫星遥感应用",
    "信创整机",
    "数据存储设备整机",
    "激光器整机",
    "电视整机",
    "新能源整车",
    "汽摩整车",
}


def test_no_word_reads_differently_by_the_rules_alone(bundled):
    """Without its entry a word is not understood, or read to the node, or to one above or under it."""
    labels = dict(bundled.lexicon.labels)
    made = replace(bundled)
    made.__dict__["lexicon"] = replace(bundled.lexicon, labels=labels)
    against = []
    for text, code, kind, _ in WORDS:
        if kind in ("english", "several", VAGUE) or text in NAMED_BY_THEIR_TAIL:
            continue
        entry = labels.pop(text.casefold())
        node = bundled.code_index[code.casefold()]
        read = resolution.resolve(text, made)
        # 马铃薯加工 is by rule the harvest, too.
        harvests = bundled.lexicon.made_of if text.endswith("加工") else ()
        found = [one for one in read.nodes if one not in harvests]
        if not all(bundled.levels.kin([one], [node])[0] for one in found) or read.by == "no_node":
            against.append((text, code, codes(read.nodes, bundled)))
        labels[text.casefold()] = entry
    assert against == []


def test_a_class_of_others_is_no_narrower_than_what_its_name_says(bundled):
    """其他电工器材 are electric, not cables alone; but other cereals than rice, wheat and maize are the coarse ones."""
    narrower = []
    for scheme, code, name, node in CLASSES:
        if scheme != "gbt" or not re.match("其他|未列明", name) or code in ("0119", "0169"):
            continue
        said = resolution.resolve(re.sub("其他|未列明", "", name), bundled)
        own = [bundled.code_index[one.casefold()] for one in node.split("|") if one != NO_NODE]
        above = [
            one for one in own for other in said.nodes if one != other and bundled.lexicon.under(one, other)
        ]
        narrower += [(code, name, node)] * bool(above)
    assert narrower == []


# Classifications.


@pytest.mark.parametrize("scheme", SCHEMES)
def test_every_class_is_read_by_name_as_by_code_or_said_to_have_no_node(bundled, scheme):
    differing = []
    for of, code, name, node in CLASSES:
        if of != scheme:
            continue
        expected = set() if node == "-" else set(node.split("|"))
        texts = [name] * bool(name) + [f"{scheme}:{code}"] * bool(code)
        for text in texts:
            found = resolution.resolve(text, bundled)
            if codes(found.nodes, bundled) != expected or not found.by:
                differing.append((text, expected, codes(found.nodes, bundled), found.by))
    assert differing == []


def test_the_national_classification_is_whole():
    rows = [row for row in CLASSES if row[0] == "gbt"]
    levels = Counter(len(code) if code.isdecimal() else 1 for _, code, *_ in rows)
    assert len(rows) == 1772
    assert (levels[1], levels[2]) == (20, 97)


def test_a_taxonomy_of_ones_own_takes_the_words_whose_codes_it_has_and_no_more():
    made = taxonomy.load(
        {"code": ["FURN", "X"], "name_en": ["furniture", "things"], "aliases": ["", "卷烟制造"]}
    )
    assert codes(resolution.resolve("电脑桌", made).nodes, made) == {"FURN"}
    assert codes(resolution.resolve("gbt:2110", made).nodes, made) == {"FURN"}
    assert codes(resolution.resolve("卷烟制造", made).nodes, made) == {"X"}
    assert resolution.resolve("人寿保险公司", made).nodes == resolution.resolve("毛绒玩具", made).nodes == ()


def test_names_are_read_without_pandas():
    code = (
        "import sys; sys.modules['pandas'] = None\n"
        "import importlib.util as u\n"
        f"spec = u.spec_from_file_location('clusterbelt', {str(ROOT / '__init__.py')!r}, "
        f"submodule_search_locations=[{str(ROOT)!r}])\n"
        "package = u.module_from_spec(spec); sys.modules['clusterbelt'] = package; spec.loader.exec_module(package)\n"
        "from clusterbelt.processing.analysis.industries import forms, resolution, taxonomy\n"
        "made = taxonomy.read()\n"
        "print([made.codes[n] for n in resolution.resolve('高端女装、童鞋产业集群', made).nodes])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "['TEX.APP.W', 'LEA.SHOE.K']"


def test_no_tail_behind_a_word_makes_it_broader_or_narrower(bundled):
    """丝网 and 丝网产业集群, 吉他 and 吉他制造 are one industry; 男 and 女 say for whom, where words know them."""
    labels = bundled.lexicon.labels
    tails = [
        text
        for text, kind in grammar().tails.items()
        if kind in ("unit", "making") and not text.isascii() and text not in ("男", "女")
    ]
    classes = {normalise(name) for _, _, name, _ in CLASSES}
    differ = [
        (word, word + tail)
        for word in labels
        for tail in tails
        if len(word) > 1
        and word + tail in labels
        and word + tail not in classes | NAMED_BY_THEIR_TAIL
        and any(
            one != other and bundled.levels.kin([one], [other])[0]
            for one in labels[word][0]
            for other in labels[word + tail][0]
        )
    ]
    assert differ == []


@pytest.mark.parametrize(
    ("codes", "scheme"),
    [
        ([334, 3363, 325412, 3361], "naics"),
        (["3963", "3612", "2710", "3070", "2110", "1810", "2450", "3340"], "gbt"),
        (["26.11", "26.12", "27.11"], "nace"),
        # Codes of two classifications, of which the second knows many; too few; and of none.
        (["2611", "2612", "2620", "2630"], ""),
        (["101", "102", "103", "104"], ""),
        (["3963", "3612"], ""),
        (["3963", "3963", "3612", "3612"], ""),
        (["3674", "3571", "7372", "2834"], ""),
        (["3963"] * 3 + [str(code) for code in range(9990, 9999)], ""),
        ([], ""),
    ],
)
def test_codes_tell_their_classification_where_no_other_has_them(codes, scheme):
    assert scheme_of_codes(codes) == scheme
