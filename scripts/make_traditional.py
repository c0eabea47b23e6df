"""Make resources/text/traditional.csv: the traditional characters that our labels need.

Source: the table TSCharacters of OpenCC (Apache License 2.0), read as facts out of the wheel of the PyPI
package `opencc-python-reimplemented`.  Of a character's simplified forms the first is taken; kept are the
characters whose simplified form stands in a label of the taxonomy or the gazetteer, or in the rules.

    python scripts/make_traditional.py [label files …]
"""

import csv
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
RULES = RESOURCES.parent / "processing" / "analysis"
PACKAGE = "opencc-python-reimplemented==0.1.7"
MEMBER = "opencc/dictionary/TSCharacters.txt"


def first_forms(lines):
    """{traditional: first simplified form} of the lines ``乾<TAB>干 乾``."""
    pairs = (line.split() for line in lines if line.strip())
    return {traditional: forms[0] for traditional, *forms in pairs if traditional != forms[0]}


def download():
    """The lines of OpenCC's table."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, PACKAGE]
        subprocess.run(command, check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            return archive.read(MEMBER).decode("utf-8").splitlines()


def characters(path):
    """The characters in a CSV file, its notes and reasons left out."""
    with open(path, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return {
        c
        for row in rows
        for column, text in row.items()
        if not column.startswith(("note", "reason"))
        for c in text
    }


def main(label_files):
    """Write the table for the labels in `label_files` (default: taxonomy and gazetteer)."""
    folders = ("taxonomy", "gazetteer")
    files = label_files or [path for name in folders for path in sorted((RESOURCES / name).rglob("*.csv"))]
    used = set().union(*(characters(path) for path in files))
    # The rules know words, too: 国家级高新技术产业开发区, 市辖区.
    used |= set("".join(path.read_text(encoding="utf-8") for path in sorted(RULES.rglob("*.py"))))
    table = first_forms(download())
    # A label may hold a character that has a simplified form itself (乾县): both sides are mapped then.
    used |= {table[character] for character in used if character in table}
    rows = sorted((old, new) for old, new in table.items() if new in used and new not in table)
    target = RESOURCES / "text" / "traditional.csv"
    target.parent.mkdir(exist_ok=True)
    with open(target, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["traditional", "simplified"])
        writer.writerows(rows)
    print(f"{len(rows)} characters for {len(files)} label files -> {target.name}")


if __name__ == "__main__":
    main(sys.argv[1:])
