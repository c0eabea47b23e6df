"""Bring the Chinese translation up to date: texts of the code → resources/i18n/*.ts → *.qm.

The texts are read from the syntax of Python: Qt 5's pylupdate passes over calls that end in a comma. A text that
is no longer in the code goes, a new one comes untranslated, and the names of those are printed.
"""

import ast
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TRANSLATION = ROOT / "resources" / "i18n" / "clusterbelt_zh_CN.ts"
CONTEXT = "ClusterBelt"
_FUNCTIONS = ("translate", "QT_TRANSLATE_NOOP")


def main():
    known = read(TRANSLATION)
    wanted = texts()
    write(TRANSLATION, {text: known.get(text, "") for text in wanted})
    missing = [text for text in wanted if not known.get(text)]
    print(f"{len(wanted)} texts, {len(missing)} without a translation")
    for text in missing:
        print(f"  {text}")
    release = shutil.which("lrelease")
    if release is None:
        sys.exit(
            "lrelease was not found: install qttools5-dev-tools. The .ts file is up to date, the .qm is not."
        )
    subprocess.run([release, "-silent", str(TRANSLATION)], check=True)


def texts():
    """Return the texts for users, in the order of the files."""
    found = {}
    modules = [
        *sorted((ROOT / "processing").rglob("*.py")),
        *sorted((ROOT / "ui").rglob("*.py")),
        ROOT / "plugin.py",
    ]
    for path in modules:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in _FUNCTIONS:
                text = node.args[1]
                if isinstance(text, ast.Constant) and isinstance(text.value, str):
                    found.setdefault(text.value, path)
    return found


def read(path):
    """Return the translations of a .ts file by text."""
    if not path.exists():
        return {}
    messages = ET.parse(path).iter("message")
    return {message.findtext("source"): message.findtext("translation") or "" for message in messages}


def write(path, translations):
    """Write a .ts file."""
    root = ET.Element("TS", version="2.1", language="zh_CN", sourcelanguage="en")
    context = ET.SubElement(root, "context")
    ET.SubElement(context, "name").text = CONTEXT
    for text, words in translations.items():
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = text
        translation = ET.SubElement(message, "translation")
        translation.text = words
        if not words:
            translation.set("type", "unfinished")
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


if __name__ == "__main__":
    main()
