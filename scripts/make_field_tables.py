"""Write docs/fields.md: the fields of every output, from the tables in resources/fields."""

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs" / "fields.md"
TYPES = {"string": "text", "int": "integer", "long": "integer", "double": "number", "": "as in the input"}
HEAD = """# Fields of the outputs

Written by `scripts/make_field_tables.py` from `resources/fields`. Fields of the input come first in each layer. QGIS shows
the names of the third column, or those of the fourth where its language is Chinese; files hold the keys.

An output is data, also in a .csv file: texts are written as they are, so that they can be read again, and Excel takes one
that begins with = + - @ for a formula. Tables for Excel are those of TABLES_FOLDER of `matchreport`: there such texts get an
apostrophe in front.
"""


def main():
    sys.path.insert(0, str(ROOT / "processing"))
    from analysis import fields

    PAGE.write_text(page(fields.tables().values()), encoding="utf-8")
    print(PAGE.relative_to(ROOT))


def page(tables):
    """Return the page of the tables."""
    return HEAD + "".join(map(section, tables))


def section(table):
    """Return the heading and the fields of a table."""
    names = " and ".join(f"`clusterbelt:{name}`" for name in table.algorithms)
    made_by = f"{names}, `{table.output}`" if names else "written by the dock"
    lines = [
        f"\n## {table.title.en} · {table.title.zh}\n",
        f"{made_by}\n",
        "| field | type | name | 名称 | meaning | 含义 |",
        "|---|---|---|---|---|---|",
    ]
    for field in (*table.labels, *table.fields):
        decimals = "" if field.digits is None else f", {field.digits} decimals"
        cells = (f"`{field.key}`", TYPES[field.kind] + decimals, *field.alias, *field.meaning)
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
