"""Each piece of the name of a class is read as the class, or as what lies above or under it."""

import csv
import re
from pathlib import Path

import pytest
from clusterbelt.processing.analysis.industries import resolution, taxonomy
from clusterbelt.processing.analysis.industries.grammar import grammar
from clusterbelt.processing.analysis.industries.resolution import resolve_all
from clusterbelt.processing.analysis.industries.table_cells import FOLDER, entries, read_rows
from clusterbelt.processing.analysis.industries.vocabulary import ENGLISH

APART = Path(__file__).parents[1] / "data" / "class_pieces_apart.csv"
_MAKING = re.compile("(制造|加工|种植|养殖|饲养)业?$")
_LIST = re.compile("[、和及与]")
# What says nothing of goods: 其他, 类似品, 牛的.
_EMPTY = re.compile("^(其|类似|相关|有关|未)|[的用]$")

_ENGLISH_LIST = re.compile(r"[,;]|\band\b")
_ASIDE = re.compile(r"\([^()]*\)|,? except .*")
_OPENING = re.compile("^(Manufacture|Growing|Processing|Production|production) of ")


def pieces(name):
    """The pieces of the name of a class that makes or grows, with the head and the word for making of the last."""
    making = _MAKING.search(name)
    if making is None or "未列明" in name:
        return {}
    parts = _LIST.split(name[: making.start()])
    head = grammar().head_of(parts[-1])
    found = {}
    for part in parts:
        if len(part) < 2 or _EMPTY.search(part) or part in grammar().heads:
            continue
        piece = part + head.text if head and grammar().head_of(part) is None else part
        # 稻谷 is a harvest, 稻谷加工 is none.
        alone = () if making[1] == "加工" else (piece,)
        found[piece] = (*alone, piece + making[1], piece + making[1] + "业")
    return found


def test_the_pieces_of_a_class_are_read_as_the_class():
    """Those that say too little alone, or of which another reading holds, are listed; no others may be read so."""
    taxa = taxonomy.read()
    classes = [row for row in read_rows(FOLDER / "gbt4754.csv", "name", "node") if row[1] != "-"]
    forms = {}
    for name, node in classes:
        for piece, texts in pieces(name).items():
            forms.setdefault(piece, []).append((texts, entries(node.casefold())))
    readings = resolve_all([text for rows in forms.values() for texts, _ in rows for text in texts], taxa)
    apart = {
        piece
        for piece, rows in forms.items()
        for texts, codes in rows
        for text in texts
        if not any(
            taxa.levels.kin([node], [taxa.code_index[code]])[0]
            for node in readings[text].nodes
            for code in codes
        )
    }
    with open(APART, encoding="utf-8-sig", newline="") as file:
        listed = {row["piece"] for row in csv.DictReader(file)}
    assert len(forms) > 500 and apart == listed


@pytest.mark.parametrize("scheme", ENGLISH)
def test_a_class_in_english_has_all_industries_that_its_pieces_name(scheme):
    """Those of which another reading holds in the name of the class are listed; no others may be missing."""
    taxa = taxonomy.read()
    names = [row for row in read_rows(FOLDER / ENGLISH[scheme], "name", "node") if row[1] != "-"]
    apart = set()
    for name, node in names:
        codes = [taxa.code_index[code] for code in entries(node.casefold())]
        parts = [part.strip() for part in _ENGLISH_LIST.split(_ASIDE.sub("", name)) if part.strip()]
        for part in parts if len(parts) > 1 else ():
            piece = _OPENING.sub("", part)
            reading = resolution.resolve(piece, taxa)
            named = reading.nodes if reading.by in ("name", "alias", "suffix") else ()
            if not all(any(taxa.levels.kin([node], [code])[0] for code in codes) for node in named):
                apart.add((piece, name))
    with open(APART.with_name("class_pieces_apart_en.csv"), encoding="utf-8", newline="") as file:
        listed = {(row["piece"], row["class"]) for row in csv.DictReader(file) if row["scheme"] == scheme}
    assert apart == listed
