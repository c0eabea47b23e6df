"""Chinese texts of the plugin keep to the words of docs/words.md and to Chinese punctuation."""

import csv
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
HAN = "[\u4e00-\u9fff]"
# Lists of search words; keys behind names of controls, and rows of tables as they are written.
TAGS = re.compile(r"^[^,]+(,[^,]+){3,}$")
APART = re.compile(r"\(&[A-Z]\)|“[^”]+, [^”]+”")


def terms():
    """Words of docs/words.md, each with those that are not used for it."""
    rows = re.findall(r"^\|(.+)\|$", (ROOT / "docs" / "words.md").read_text(encoding="utf-8"), re.MULTILINE)[
        2:
    ]
    cells = [[cell.strip() for cell in row.split("|")] for row in rows]
    return {word: [other for other in others.split(", ") if other] for _, word, _, others in cells}


def texts():
    """Chinese texts by where they stand."""
    translations = ET.parse(ROOT / "resources" / "i18n" / "clusterbelt_zh_CN.ts").iter("message")
    for message in translations:
        yield "translation", message.findtext("translation") or ""
    for name in ("words/words.csv", "fields/fields.csv", "fields/outputs.csv"):
        with open(ROOT / "resources" / name, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                yield from ((name, words) for column, words in row.items() if column.endswith("zh"))
    yield "metadata", (ROOT / "metadata.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(("word", "others"), [(w, o) for w, o in terms().items() if o])
def test_one_word_is_used_for_one_thing(word, others):
    found = [text for _, text in texts() if any(other in text for other in others)]
    assert not found, f"write {word} in place of {others}"


def test_chinese_sentences_have_chinese_punctuation():
    half = re.compile(rf"{HAN}[,;:!?]|[,;:!?]{HAN}|[)]{HAN}|[\d}}] %")
    translated = [text for place, text in texts() if place == "translation" and not TAGS.match(text)]
    assert [text for text in translated if half.search(APART.sub("", text))] == []
